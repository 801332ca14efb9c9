//! The log itself is kept for a time and no longer (C144): entries older than the edition's span go from the front, in
//! batches. What stays behind is an *anchor*, place and hash of the last entry that went, signed by the installation;
//! and an entry of the chain that names the anchor and says how many went. The chain is checked from the anchor on: a
//! front cut off without one, or with one that nobody signed or no entry tells of, is a fault (C157).

use std::borrow::Cow;

use kernel::clock::DAY;
use kernel::{Result, Timestamp};
use registry::{Declared, Kept, Purpose};
use sea_orm::entity::prelude::*;
use sea_orm::{DatabaseConnection, IntoActiveModel as _, QueryOrder as _, QuerySelect as _};
use sha2::{Digest as _, Sha256};

use crate::audit::{self, Entry, Head, Signed};
use crate::migrate::{self, Migration, Schema, at, bytes, integer, key_integer, table};
use crate::security;
use crate::signing::is_signed;
use crate::{Act, Context, Job, Read, Role, Work};

/// Entries removed in one transaction.
pub const BATCH: i64 = 1_000;
/// Events removed in one transaction: they lie together, so more of them go in the same time.
const EVENTS: u64 = 4_000;
/// In the entry that tells of a shortening, what its object is.
const KIND: &str = "anchor";

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "audit_anchor")]
#[declared(whose = Nobody, purpose = Accountability, basis = LegalObligation, kept = School)]
pub struct Model {
    /// Of the last entry that was removed; so many went since the school began.
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a running number")]
    pub place: i64,
    #[plain("a digest of entries that are gone")]
    pub hash: Vec<u8>,
    #[plain("a number of entries")]
    pub removed: i64,
    #[plain("when the log was shortened")]
    pub at: Timestamp,
    #[plain("the installation's signature")]
    pub signature: Vec<u8>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

pub(crate) const MIGRATION: Migration = Migration { name: "store/0008_anchor", up: anchor };

fn anchor(schema: &Schema) -> Result<()> {
    schema.create(&table(
        "audit_anchor",
        vec![key_integer("place"), bytes("hash"), integer("removed"), at("at"), bytes("signature")],
    ))
}

impl Model {
    fn signed_text(&self, school: crate::DatabaseId) -> Vec<u8> {
        let (place, hash, removed, at) = (self.place, hex::encode(&self.hash), self.removed, self.at.0);
        format!("homeroom audit anchor 1\nschool {school}\nplace {place}\nhash {hash}\nremoved {removed}\nat {at}\n")
            .into_bytes()
    }

    pub(crate) fn is_signed(&self, by: Signed) -> bool {
        is_signed(&by.public, &self.signed_text(by.school), &self.signature)
    }

    pub(crate) fn is_at(&self, head: &Head) -> bool {
        head.place == self.place && head.hash == hex::encode(&self.hash)
    }

    /// What the entry that tells of this anchor names.
    fn id(&self) -> Uuid {
        let mut digest = Sha256::new();
        digest.update(self.place.to_be_bytes());
        digest.update(&self.hash);
        digest.update(self.removed.to_be_bytes());
        digest.update(self.at.0.to_be_bytes());
        digest.update(&self.signature);
        let mut id = [0; 16];
        id.iter_mut().zip(digest.finalize()).for_each(|(to, byte)| *to = byte);
        uuid::Builder::from_custom_bytes(id).into_uuid()
    }

    fn outcome(&self) -> String {
        format!("removed {}", self.removed)
    }

    pub(crate) fn is_told_of_in(&self, entry: &audit::Model) -> bool {
        entry.act == SHORTEN.name && entry.object == Some(self.id()) && entry.outcome == self.outcome()
    }
}

/// Where the chain begins, if it was shortened. A file of an older release has no table for it.
pub(crate) fn find(db: &DatabaseConnection) -> Result<Option<Model>> {
    if !migrate::is_done(db, MIGRATION.name)? {
        return Ok(None);
    }
    Ok(Entity::find().order_by_desc(Column::Place).limit(1).one(db)?)
}

static SHORTEN: Act<()> = Act::write_school("store.shorten_audit", &[Purpose::Accountability], &[Role::Job]).quiet();
/// Quiet: whether anything is old enough; most days nothing is.
static SEE_FRONT: Act<()> = Act::read_school("store.see_front", &[Purpose::Accountability], &[Role::Job]).quiet();
static FORGET: Act<()> = Act::write_school("store.forget_events", &[Purpose::Security], &[Role::Job]).quiet();
static SEE_EVENTS: Act<()> = Act::read_school("store.see_events", &[Purpose::Security], &[Role::Job]).quiet();

pub(crate) fn acts() -> Vec<crate::ActInfo> {
    vec![SHORTEN.info(), SEE_FRONT.info(), FORGET.info(), SEE_EVENTS.info()]
}

/// Removes what is older than the edition keeps: of the audit trail, and of the security log.
pub const SHORTENING: Job = Job { name: "store.shorten_logs", every: DAY, run: shorten };

/// What is from before this moment is too old; nothing where nobody says how long it is kept.
fn cutoff(context: &Context, kept: Kept) -> Result<Option<Timestamp>> {
    let period = context.database.around.period(context.database.id, kept)?;
    let first_kept = period.map(|period| period.before(context.clock.now().date()));
    Ok(first_kept.and_then(|day| day.and_hms_opt(0, 0, 0)).map(|at| Timestamp(at.and_utc().timestamp_millis())))
}

fn shorten(context: &Context) -> Result<()> {
    if let Some(before) = cutoff(context, Kept::Audit)? {
        while context.read(SEE_FRONT.on(()), |read, _| Ok(last_old(read, before)?.is_some()))? {
            context.sweep(SHORTEN.on(()), |work, _| shorten_once(context, work, before))?;
        }
    }
    if let Some(before) = cutoff(context, Kept::SecurityLog)? {
        let is_left = || context.read(SEE_EVENTS.on(()), |read, _| security::any_before(read, before));
        let mut has_gone = false;
        while is_left()? {
            context.write(FORGET.on(()), |work, _| security::forget_before(work, before, EVENTS))?;
            has_gone = true;
        }
        // Once for all of them: emptying it costs more than a batch.
        if has_gone {
            context.empty_log();
        }
    }
    Ok(())
}

/// The last entry of the next batch: all up to it are from before that moment, and one that tells of more stays.
fn last_old(read: &Read, before: Timestamp) -> Result<Option<audit::Model>> {
    let by_place = || audit::Entity::find().order_by_asc(audit::Column::Place);
    let Some(first) = by_place().limit(1).one(read.db())? else { return Ok(None) };
    if first.at >= before {
        return Ok(None);
    }
    let first_kept = by_place().filter(audit::Column::At.gte(before)).limit(1).one(read.db())?;
    let last = match first_kept {
        Some(kept) => kept.place - 1,
        None => audit::Entity::find()
            .order_by_desc(audit::Column::Place)
            .limit(1)
            .one(read.db())?
            .map_or(0, |row| row.place),
    };
    Ok(audit::Entity::find_by_id(last.min(first.place + BATCH - 1)).one(read.db())?)
}

fn shorten_once(context: &Context, work: &Work, before: Timestamp) -> Result<()> {
    let Some(last) = last_old(work, before)? else { return Ok(()) };
    let gone = find(work.db())?.map_or(0, |anchor| anchor.place);
    let mut anchor =
        Model { place: last.place, hash: last.hash, removed: last.place - gone, at: work.now, signature: Vec::new() };
    let text = anchor.signed_text(context.database.id);
    anchor.signature = context.database.around.signer.sign(&text).to_vec();
    // First the entry: it follows from the last one, which may be among those that go.
    let mut entry = Entry::new(work.actor, SHORTEN.name, SHORTEN.purpose(), Some((KIND, anchor.id())), work.now);
    entry.outcome = Cow::Owned(anchor.outcome());
    audit::append(work.db(), &[entry])?;
    audit::Entity::delete_many().filter(audit::Column::Place.lte(anchor.place)).exec(work.db())?;
    Entity::delete_many().exec(work.db())?;
    Entity::insert(anchor.into_active_model()).exec_without_returning(work.db())?;
    Ok(())
}
