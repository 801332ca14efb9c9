//! The audit chain: who did what to whom, when, why and with what result; never the content (C156, C157).
//!
//! Each entry's hash covers the entry and the hash before it, so that an entry changed, removed, moved or
//! put in breaks every hash after it. A kept head (place and hash) proves that nothing was cut off.

use std::borrow::Cow;

use kernel::{Error, Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{DatabaseConnection, QueryOrder, QuerySelect, Set};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::actor::{Actor, Role};
use crate::anchor;
use crate::database::DatabaseId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Declared)]
#[sea_orm(table_name = "audit")]
#[declared(whose = User, purpose = Accountability, basis = LegalObligation, kept = Audit)]
pub struct Model {
    /// Place in the chain, from 1, without gaps.
    #[plain("a running number")]
    #[sea_orm(primary_key, auto_increment = false)]
    pub place: i64,
    #[data(Activity)]
    pub at: Timestamp,
    #[data(Identifier)]
    /// Account id; nil for the shell, jobs and visitors.
    pub account: Uuid,
    #[data(Activity)]
    /// The actor's roles at that moment: `office teacher`; under a support grant `support` and the grant's id.
    pub roles: String,
    #[data(Activity)]
    pub act: String,
    #[plain("a word of the registry")]
    pub purpose: String,
    #[plain("a word of the registry")]
    pub kind: Option<String>,
    /// Whose record it was; an id, never its content.
    #[data(Identifier)]
    pub object: Option<Uuid>,
    #[plain("done, or how many entries went")]
    /// `done`; of the entry that tells of a shortening, `removed 1200` (see [`crate::anchor`]).
    pub outcome: String,
    #[plain("a digest of the entries")]
    /// SHA-256 over the hash before and this entry.
    pub hash: Vec<u8>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    NotFound,
    Forbidden,
}

impl Outcome {
    pub fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::NotFound => "not found",
            Self::Forbidden => "forbidden",
        }
    }
}

/// An entry before it has its place.
#[derive(Clone, Debug)]
pub struct Entry {
    pub at: Timestamp,
    pub account: Uuid,
    pub roles: String,
    pub act: &'static str,
    pub purpose: &'static str,
    pub object: Option<(&'static str, Uuid)>,
    pub outcome: Cow<'static, str>,
}

impl Entry {
    pub fn new(
        actor: &Actor,
        act: &'static str,
        purpose: &'static str,
        object: Option<(&'static str, Uuid)>,
        at: Timestamp,
    ) -> Self {
        // That somebody is signed in is not worth a word; as what, is.
        let roles: Vec<&str> =
            actor.roles().iter().filter(|role| **role != Role::Account).map(|role| role.word()).collect();
        let roles = match actor {
            Actor::Support(support) => under_grant(support.grant),
            _ => roles.join(" "),
        };
        let outcome = Cow::Borrowed(Outcome::Done.word());
        Self { at, account: actor.account(), roles, act, purpose, object, outcome }
    }
}

/// What stands for roles in the entry of a read under a support grant (C031).
fn under_grant(grant: Uuid) -> String {
    format!("{} {grant}", Role::Support)
}

/// The newest entries of what was read under a support grant.
pub fn of_grant(read: &crate::Read, grant: Uuid, limit: u64) -> Result<Vec<Model>> {
    let theirs = Entity::find().filter(Column::Roles.eq(under_grant(grant)));
    Ok(theirs.order_by_desc(Column::Place).limit(limit).all(read.db())?)
}

/// Place and hash of an entry: what a school keeps to prove its chain whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Head {
    pub place: i64,
    /// Hexadecimal.
    pub hash: String,
}

impl std::str::FromStr for Head {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        let wrong =
            || Error::Internal(format!("{text} is no head of an audit chain: it reads PLACE:HASH, as it was printed"));
        let (place, hash) = text.split_once(':').ok_or_else(wrong)?;
        Ok(Self { place: place.parse().map_err(|_| wrong())?, hash: hash.to_lowercase() })
    }
}

impl std::fmt::Display for Head {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.place, self.hash)
    }
}

fn last(db: &DatabaseConnection) -> Result<Option<Model>> {
    Ok(Entity::find().order_by_desc(Column::Place).limit(1).one(db)?)
}

/// Entries in one statement, the most first. Few sizes, so that each statement is prepared once.
const AT_ONCE: [usize; 4] = [64, 16, 4, 1];

/// Adds entries at the end of the chain, in the caller's transaction.
pub(crate) fn append(db: &DatabaseConnection, entries: &[Entry]) -> Result<()> {
    if entries.is_empty() {
        return Ok(());
    }
    let mut before = last(db)?.map_or((0, vec![0; 32]), |row| (row.place, row.hash));
    let mut waiting = entries;
    while let Some(many) = AT_ONCE.into_iter().find(|many| *many <= waiting.len()) {
        let (now, later) = waiting.split_at(many);
        waiting = later;
        let mut rows = Vec::with_capacity(many);
        for entry in now {
            let row = follow(&before, entry);
            before = (row.place, row.hash.clone());
            rows.push(row.into_active_model());
        }
        Entity::insert_many(rows).exec_without_returning(db)?;
    }
    Ok(())
}

/// The entry as it stands in the chain after this place and hash.
fn follow((place, hash): &(i64, Vec<u8>), entry: &Entry) -> Model {
    let mut row = Model {
        place: place + 1,
        at: entry.at,
        account: entry.account,
        roles: entry.roles.clone(),
        act: entry.act.to_owned(),
        purpose: entry.purpose.to_owned(),
        kind: entry.object.map(|(kind, _)| kind.to_owned()),
        object: entry.object.map(|(_, id)| id),
        outcome: entry.outcome.clone().into_owned(),
        hash: Vec::new(),
    };
    row.hash = digest(hash, &row);
    row
}

use sea_orm::IntoActiveModel as _;

/// Every field with its length, so that no two entries read alike.
fn digest(before: &[u8], row: &Model) -> Vec<u8> {
    let mut hasher = Sha256::new();
    let mut add = |bytes: &[u8]| {
        hasher.update((bytes.len() as u64).to_be_bytes());
        hasher.update(bytes);
    };
    add(before);
    add(&row.place.to_be_bytes());
    add(&row.at.0.to_be_bytes());
    add(row.account.as_bytes());
    add(row.roles.as_bytes());
    add(row.act.as_bytes());
    add(row.purpose.as_bytes());
    // Nothing is not the same as an empty text or the nil id.
    add(&[u8::from(row.kind.is_some()), u8::from(row.object.is_some())]);
    add(row.kind.as_deref().unwrap_or_default().as_bytes());
    add(row.object.unwrap_or_default().as_bytes());
    add(row.outcome.as_bytes());
    hasher.finalize().to_vec()
}

/// What a check of the chain found.
#[derive(Clone, Debug, Serialize)]
pub struct Verdict {
    /// Since the school began, those included that were removed by age.
    pub entries: i64,
    /// Removed by age, with an anchor in their place.
    pub removed: i64,
    pub head: Option<Head>,
    /// The first fault; as JSON in words.
    pub fault: Option<Broken>,
}

impl Verdict {
    fn broken(entries: i64, removed: i64, fault: Broken) -> Self {
        Self { entries, removed, head: None, fault: Some(fault) }
    }
}

/// What is wrong with a chain, or keeps it from proving what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "String")]
pub enum Broken {
    /// This entry does not follow from the one before it.
    Entry(i64),
    /// The anchor of a shortened chain is not signed by the installation.
    Anchor,
    /// No entry tells of the anchor.
    Front,
    /// The kept head is older than the chain, which begins after this place since that moment.
    Older(i64, Timestamp),
    /// The kept head is not in the chain.
    CutOff,
}

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Entry(place) => write!(f, "entry {place} does not follow from the one before it"),
            Self::Anchor => {
                f.write_str("the anchor where the log was shortened is not signed with this installation's key")
            }
            Self::Front => f.write_str("no entry tells that the log was shortened: its front was cut off"),
            Self::Older(place, at) => write!(
                f,
                "the head that was kept is older than this log: entries up to {place} were removed by age on {}. A \
                 newer head can be checked",
                at.date()
            ),
            Self::CutOff => f.write_str("the head that was kept is not in this chain: entries were cut off"),
        }
    }
}

impl From<Broken> for String {
    fn from(broken: Broken) -> Self {
        broken.to_string()
    }
}

/// Whose chain it is and whose signatures count in it.
#[derive(Clone, Copy, Debug)]
pub struct Signed {
    pub school: DatabaseId,
    pub public: [u8; 32],
}

impl crate::Database {
    /// Recomputes the whole chain; with `kept`, also proves that it still contains that head.
    pub fn verify_audit(&self, kept: Option<&Head>) -> Result<Verdict> {
        self.verify_audit_telling(kept, self.around.signer.public(), &mut |_, _| {})
    }

    /// The same, telling after each thousand entries how many are done, and of how many. `public` is the key that an
    /// anchor has to be signed with.
    pub fn verify_audit_telling(
        &self,
        kept: Option<&Head>,
        public: [u8; 32],
        tell: &mut dyn FnMut(i64, i64),
    ) -> Result<Verdict> {
        let signed = Signed { school: self.id, public };
        self.reading(&self.house(), |db| verify(db, Some(signed), kept, tell))
    }

    /// Place and hash of the last entry.
    pub fn audit_head(&self) -> Result<Option<Head>> {
        self.reading(&self.house(), head)
    }
}

pub(crate) fn head(db: &DatabaseConnection) -> Result<Option<Head>> {
    Ok(last(db)?.map(|row| Head { place: row.place, hash: hex::encode(row.hash) }))
}

/// Without `signed`, an anchor's signature is not looked at: for a file that is on its way from elsewhere.
pub(crate) fn verify(
    db: &DatabaseConnection,
    signed: Option<Signed>,
    kept: Option<&Head>,
    tell: &mut dyn FnMut(i64, i64),
) -> Result<Verdict> {
    const STEP: u64 = 1_000;
    let all = last(db)?.map_or(0, |row| row.place);
    let anchor = anchor::find(db)?;
    let removed = anchor.as_ref().map_or(0, |anchor| anchor.place);
    if let (Some(anchor), Some(signed)) = (&anchor, signed)
        && !anchor.is_signed(signed)
    {
        return Ok(Verdict::broken(removed, removed, Broken::Anchor));
    }
    let mut before = anchor.as_ref().map_or_else(|| vec![0; 32], |anchor| anchor.hash.clone());
    let mut is_vouched = anchor.is_none();
    let mut entries = removed;
    let mut kept_seen = kept.is_none_or(|head| anchor.as_ref().is_some_and(|anchor| anchor.is_at(head)));
    let mut after = i64::MIN;
    loop {
        let rows = Entity::find().filter(Column::Place.gt(after)).order_by_asc(Column::Place).limit(STEP).all(db)?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            let expected = entries + 1;
            if row.place != expected || row.hash != digest(&before, &row) {
                return Ok(Verdict::broken(entries, removed, Broken::Entry(expected)));
            }
            kept_seen |= kept.is_some_and(|head| head.place == row.place && head.hash == hex::encode(&row.hash));
            is_vouched |= anchor.as_ref().is_some_and(|anchor| anchor.is_told_of_in(&row));
            entries = row.place;
            after = row.place;
            before = row.hash;
        }
        tell(entries, all);
    }
    let head = (entries > removed).then(|| Head { place: entries, hash: hex::encode(&before) });
    let fault = match (kept, anchor) {
        (_, Some(_)) if !is_vouched => Some(Broken::Front),
        (Some(kept), Some(anchor)) if !kept_seen && kept.place < anchor.place => {
            Some(Broken::Older(anchor.place, anchor.at))
        }
        _ => (!kept_seen).then_some(Broken::CutOff),
    };
    Ok(Verdict { entries, removed, head, fault })
}

/// Newest entries first, for the data-protection officer's page.
pub fn newest(read: &crate::Read, limit: u64, before: Option<i64>) -> Result<Vec<Model>> {
    let mut query = Entity::find().order_by_desc(Column::Place).limit(limit);
    if let Some(place) = before {
        query = query.filter(Column::Place.lt(place));
    }
    Ok(query.all(read.db())?)
}

#[expect(unused_imports, reason = "the derive macros name it")]
use Set as _;
