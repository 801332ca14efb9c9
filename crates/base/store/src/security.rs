//! The security log: sign-ins, failures and refusals, apart from the chain because they are kept for a
//! shorter time and hold technical data (C113, C162).

use std::ops::Deref;
use std::sync::Arc;

use kernel::clock::{DAY, HOUR};
use kernel::{Random, Result, Timestamp};
use registry::{Declared, Purpose};
use sea_orm::entity::prelude::*;
use sea_orm::{DatabaseConnection, QueryOrder, QuerySelect, Set};
use serde::Serialize;

use crate::audit::{Entry, Outcome};
use crate::migrate::{Migration, Schema, index, maybe, text};
use crate::{Act, ActInfo, Context, Job, Role, Work};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Declared)]
#[sea_orm(table_name = "security_log")]
#[declared(whose = User, purpose = Security, basis = LegitimateInterest, kept = SecurityLog)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    #[data(Activity)]
    pub at: Timestamp,
    #[data(Identifier)]
    pub account: Option<Uuid>,
    #[data(Activity)]
    /// `sign-in`, `refused`, `second factor`, `password changed` …
    pub event: String,
    #[data(Activity)]
    /// The act or the method.
    pub detail: String,
    #[data(Activity)]
    pub outcome: String,
    #[data(Device)]
    /// IPv4 to /24, IPv6 to /48.
    pub network: Option<String>,
    #[data(Device)]
    /// The whole address, for [`WHOLE`]; then the network is all that is left.
    pub address: Option<String>,
    #[data(Device)]
    /// As the browser named itself.
    pub device: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// How long an address is kept whole (C113).
pub const WHOLE: i64 = 30 * DAY;
/// One row speaks for the requests of this long by one account, from one address, with one browser.
pub(crate) const SPEAKS_FOR: i64 = HOUR;

/// Who calls, as far as the network and the browser say.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Caller {
    /// IPv4 to /24, IPv6 to /48: what is kept longest, and what guessing is counted by.
    pub network: Arc<str>,
    pub address: Arc<str>,
    /// As the browser names itself; cut.
    pub device: Arc<str>,
}

impl Deref for Caller {
    type Target = str;
    /// The network.
    fn deref(&self) -> &str {
        &self.network
    }
}

pub(crate) const MIGRATION: Migration = Migration { name: "store/0003_security_caller", up: caller };

fn caller(schema: &Schema) -> Result<()> {
    schema.add("security_log", maybe(text("address")))?;
    schema.add("security_log", maybe(text("device")))?;
    schema.index(&index("security_log", &["address", "at"]))
}

static SHORTEN: Act<()> = Act::write_school("store.shorten_addresses", &[Purpose::Security], &[Role::Job]).quiet();

/// Cuts addresses older than [`WHOLE`] to their network.
pub const SHORTENING: Job = Job { name: "store.shorten_addresses", every: 6 * HOUR, run: shorten };

/// Looks first: most schools have nothing so old, and an erasure empties the log beside the file.
static SEE_OLD: Act<()> = Act::read_school("store.see_addresses", &[Purpose::Security], &[Role::Job]).quiet();

fn shorten(context: &Context) -> Result<()> {
    let any = context.read(SEE_OLD.on(()), |read, _| {
        let old = Entity::find().filter(Column::Address.is_not_null()).filter(Column::At.lte(read.now.plus(-WHOLE)));
        Ok(old.select_only().column(Column::Id).limit(1).into_tuple::<Uuid>().one(read.db())?.is_some())
    })?;
    if !any {
        return Ok(());
    }
    context.sweep(SHORTEN.on(()), |work, _| {
        Entity::update_many()
            .set(ActiveModel { address: Set(None), ..Default::default() })
            .filter(Column::Address.is_not_null())
            .filter(Column::At.lte(work.now.plus(-WHOLE)))
            .exec(work.db())?;
        Ok(())
    })
}

/// The acts of the store's own work, for the role table.
pub fn acts() -> Vec<ActInfo> {
    let mut acts = vec![SHORTEN.info(), SEE_OLD.info(), crate::backup::RESTORE.info()];
    acts.extend(crate::anchor::acts());
    acts
}

/// A request as the log keeps it.
#[derive(Clone, Debug)]
pub struct Request {
    pub account: Option<Uuid>,
    pub caller: Caller,
    /// `GET`, `POST`.
    pub method: String,
    /// The answer's status.
    pub status: u16,
}

impl Request {
    fn failed(&self) -> bool {
        self.status >= 500
    }

    /// What a row speaks for; a failure has a row of its own.
    pub(crate) fn same(&self) -> Option<(Option<Uuid>, Caller)> {
        (!self.failed()).then(|| (self.account, self.caller.clone()))
    }

    pub(crate) fn row(self, id: Uuid, at: Timestamp) -> ActiveModel {
        let event = if self.failed() { "failure" } else { "request" };
        ActiveModel {
            id: Set(id),
            at: Set(at),
            account: Set(self.account),
            event: Set(event.to_owned()),
            detail: Set(self.method),
            outcome: Set(self.status.to_string()),
            network: Set(Some(self.caller.network.to_string())),
            address: Set(Some(self.caller.address.to_string())),
            device: Set(Some(self.caller.device.to_string())),
        }
    }
}

/// Something worth the log.
pub struct Event<'a> {
    pub account: Option<Uuid>,
    pub event: &'a str,
    pub detail: &'a str,
    pub outcome: &'a str,
    pub network: Option<&'a str>,
}

/// Notes `event` with the change that caused it.
pub fn note(work: &Work, event: &Event) -> Result<()> {
    insert(work.db(), work.uuid(), work.now, event, work.caller())
}

pub(crate) fn refused(
    db: &DatabaseConnection,
    random: &Random,
    entry: &Entry,
    outcome: Outcome,
    caller: Option<&Caller>,
) -> Result<()> {
    let network = caller.map(|caller| &*caller.network);
    let account = Some(entry.account).filter(|id| !id.is_nil());
    let event = Event { account, event: "refused", detail: entry.act, outcome: outcome.word(), network };
    insert(db, random.uuid(entry.at), entry.at, &event, caller)
}

pub(crate) fn insert(
    db: &DatabaseConnection,
    id: Uuid,
    at: Timestamp,
    event: &Event,
    caller: Option<&Caller>,
) -> Result<()> {
    // An event that names no network is not about a caller.
    let caller = caller.filter(|caller| event.network == Some(&*caller.network));
    let row = ActiveModel {
        id: Set(id),
        at: Set(at),
        account: Set(event.account),
        event: Set(event.event.to_owned()),
        detail: Set(event.detail.to_owned()),
        outcome: Set(event.outcome.to_owned()),
        network: Set(event.network.map(str::to_owned)),
        address: Set(caller.map(|caller| caller.address.to_string())),
        device: Set(caller.map(|caller| caller.device.to_string())),
    };
    Entity::insert(row).exec_without_returning(db)?;
    Ok(())
}

/// Writes the requests that waited.
pub(crate) fn requested(db: &DatabaseConnection, requests: &[ActiveModel]) -> Result<()> {
    for row in requests {
        Entity::insert(row.clone()).exec_without_returning(db)?;
    }
    Ok(())
}

/// Newest first.
pub fn newest(read: &crate::Read, limit: u64) -> Result<Vec<Model>> {
    Ok(Entity::find().order_by_desc(Column::At).limit(limit).all(read.db())?)
}

/// Whether anything is from before this moment.
pub(crate) fn any_before(read: &crate::Read, before: Timestamp) -> Result<bool> {
    let old = Entity::find().filter(Column::At.lt(before)).select_only().column(Column::Id).limit(1);
    Ok(old.into_tuple::<Uuid>().one(read.db())?.is_some())
}

/// Removes events from before this moment, so many at most.
pub(crate) fn forget_before(work: &Work, before: Timestamp, limit: u64) -> Result<()> {
    let old = Entity::find().filter(Column::At.lt(before)).order_by_asc(Column::At).select_only().column(Column::At);
    let Some(last) = old.limit(limit).into_tuple::<Timestamp>().all(work.db())?.pop() else { return Ok(()) };
    Entity::delete_many().filter(Column::At.lte(last)).exec(work.db())?;
    Ok(())
}
