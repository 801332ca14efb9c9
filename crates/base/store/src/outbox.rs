//! What leaves the house (law 6): rows written with the fact that caused them, sent once by `notify`.

use kernel::{Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{PaginatorTrait, QueryOrder, QuerySelect, Set};
use serde::Serialize;

use crate::{Read, Work};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Declared)]
#[sea_orm(table_name = "outbox")]
#[declared(whose = User, purpose = Communication, basis = Edition, kept = Outbox)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    #[data(Message)]
    pub at: Timestamp,
    #[plain("the channel's name")]
    /// `mail` today; SMS and push come with their senders.
    pub channel: String,
    #[data(Contact)]
    pub recipient: String,
    #[data(Message)]
    pub subject: String,
    #[data(Message)]
    pub body: String,
    #[plain("where the sending stands")]
    /// `waiting`, `sent`, `failed`.
    pub state: String,
    #[plain("a counter")]
    pub attempts: i64,
    #[plain("when to try again")]
    pub next_at: Timestamp,
    #[data(Message)]
    pub sent_at: Option<Timestamp>,
    #[plain("the mail server's answer")]
    /// The last error, for the host; never shown to the recipient.
    pub error: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// Attempts before a message is given up: with doubling waits from a minute, about a day.
pub const ATTEMPTS: i64 = 11;

/// A mail, already worded in its reader's language.
pub struct Mail {
    pub to: String,
    pub subject: String,
    pub body: String,
}

/// Queues a mail with the change that caused it.
pub fn queue(work: &Work, mail: Mail) -> Result<()> {
    let row = ActiveModel {
        id: Set(work.uuid()),
        at: Set(work.now),
        channel: Set("mail".to_owned()),
        recipient: Set(mail.to),
        subject: Set(mail.subject),
        body: Set(mail.body),
        state: Set("waiting".to_owned()),
        attempts: Set(0),
        next_at: Set(work.now),
        sent_at: Set(None),
        error: Set(None),
    };
    Entity::insert(row).exec_without_returning(work.db())?;
    Ok(())
}

/// Messages whose time has come, oldest first.
pub fn due(read: &Read, limit: u64) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::State.eq("waiting"))
        .filter(Column::NextAt.lte(read.now))
        .order_by_asc(Column::At)
        .limit(limit)
        .all(read.db())?)
}

/// When the next message is due, of those that wait.
pub fn next(read: &Read) -> Result<Option<Timestamp>> {
    let first = Entity::find().filter(Column::State.eq("waiting")).order_by_asc(Column::NextAt).select_only();
    Ok(first.column(Column::NextAt).limit(1).into_tuple().one(read.db())?)
}

/// Messages that wait for their time or for a mail server.
pub fn count_waiting(read: &Read) -> Result<u64> {
    Ok(Entity::find().filter(Column::State.eq("waiting")).count(read.db())?)
}

/// Newest first, for the demo's outbox page.
pub fn newest(read: &Read, limit: u64) -> Result<Vec<Model>> {
    Ok(Entity::find().order_by_desc(Column::At).limit(limit).all(read.db())?)
}

/// The message was handed over; its text is not kept.
pub fn sent(work: &Work, id: Uuid) -> Result<()> {
    Entity::update(ActiveModel {
        id: Set(id),
        state: Set("sent".to_owned()),
        sent_at: Set(Some(work.now)),
        body: Set(String::new()),
        error: Set(None),
        ..Default::default()
    })
    .exec(work.db())?;
    Ok(())
}

/// The message could not be handed over: tried again after a doubling wait, given up after [`ATTEMPTS`].
pub fn postponed(work: &Work, message: &Model, error: &str) -> Result<()> {
    let attempts = message.attempts + 1;
    let wait = kernel::clock::MINUTE << attempts.clamp(0, 10);
    let state = if attempts >= ATTEMPTS { "failed" } else { "waiting" };
    Entity::update(ActiveModel {
        id: Set(message.id),
        attempts: Set(attempts),
        state: Set(state.to_owned()),
        next_at: Set(work.now.plus(wait)),
        error: Set(Some(error.to_owned())),
        ..Default::default()
    })
    .exec(work.db())?;
    Ok(())
}
