//! The security log: sign-ins, failures and refusals, apart from the chain because they are kept for a
//! shorter time and hold technical data (C113, C162).

use kernel::{Random, Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{DatabaseConnection, QueryOrder, QuerySelect, Set};
use serde::Serialize;

use crate::Work;
use crate::audit::{Entry, Outcome};

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
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

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
    insert(work.db(), work.uuid(), work.now, event)
}

pub(crate) fn refused(
    db: &DatabaseConnection,
    random: &Random,
    entry: &Entry,
    outcome: Outcome,
    network: Option<&str>,
) -> Result<()> {
    let account = Some(entry.account).filter(|id| !id.is_nil());
    let event = Event { account, event: "refused", detail: entry.act, outcome: outcome.word(), network };
    insert(db, random.uuid(entry.at), entry.at, &event)
}

pub(crate) fn insert(db: &DatabaseConnection, id: Uuid, at: Timestamp, event: &Event) -> Result<()> {
    let row = ActiveModel {
        id: Set(id),
        at: Set(at),
        account: Set(event.account),
        event: Set(event.event.to_owned()),
        detail: Set(event.detail.to_owned()),
        outcome: Set(event.outcome.to_owned()),
        network: Set(event.network.map(str::to_owned)),
    };
    Entity::insert(row).exec_without_returning(db)?;
    Ok(())
}

/// Newest first.
pub fn newest(read: &crate::Read, limit: u64) -> Result<Vec<Model>> {
    Ok(Entity::find().order_by_desc(Column::At).limit(limit).all(read.db())?)
}
