//! What leaves the house (law 6): rows written with the fact that caused them, sent once by `notify`.

use kernel::clock::{MINUTE, SECOND};
use kernel::{Random, Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, PaginatorTrait, QueryOrder, QuerySelect, Set};
use serde::Serialize;

use crate::migrate::{Migration, Schema, at, integer, maybe, text};
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
    /// The word of a [`Channel`].
    pub channel: String,
    #[data(Contact)]
    pub recipient: String,
    #[data(Message)]
    pub subject: String,
    #[data(Message)]
    pub body: String,
    #[plain("where the sending stands")]
    /// `waiting`, `sent`, `failed`, `expired`, `dropped`; `void` is written for nobody.
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
    #[plain("until when sending it makes sense")]
    /// The words go then, sent or not; none for a message that stays true.
    pub until: Option<Timestamp>,
    #[plain("a kind of error")]
    /// The word of a [`Class`], of the last attempt.
    pub fault: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// `until` came with one-time codes.
pub(crate) const UNTIL: Migration = Migration { name: "store/0004_until", up: until };

fn until(schema: &Schema) -> Result<()> {
    schema.add("outbox", maybe(at("until")))
}

/// Classes of errors, and how often work was tried, came with the page of what was given up.
pub(crate) const UNDELIVERED: Migration = Migration { name: "store/0009_undelivered", up: undelivered };

fn undelivered(schema: &Schema) -> Result<()> {
    schema.add("outbox", maybe(text("fault")))?;
    schema.add("job", maybe(integer("attempts")))?;
    schema.add("job", maybe(at("failed_at")))?;
    schema.add("job", maybe(text("fault")))
}

/// What kind of error kept a message here: all that anybody but the host is told, since a server's own words may
/// repeat an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Nobody can be written to there.
    Address,
    /// The server cannot be reached, or the connection broke.
    Unreachable,
    /// The server does not let the house in: a matter for the host.
    Login,
    /// The server will not take it.
    Refused,
    /// The server has no time now.
    Busy,
}

impl Class {
    pub const ALL: [Self; 5] = [Self::Address, Self::Unreachable, Self::Login, Self::Refused, Self::Busy];

    pub fn word(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Unreachable => "unreachable",
            Self::Login => "login",
            Self::Refused => "refused",
            Self::Busy => "busy",
        }
    }
}

/// Why a message was not taken, without a word of it or of its reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub class: Class,
    /// For the host.
    pub said: String,
}

/// A wait, doubled with each attempt and shortened by chance to no less than half, so that what failed together
/// does not come back together.
pub fn backoff(random: &Random, unit: i64, attempts: i64) -> i64 {
    let whole = unit << attempts.clamp(0, 10);
    let chance = i64::from(u32::from_be_bytes(random.bytes()));
    whole - (whole / 2) * chance / (1 << 32)
}

/// Attempts before a message is given up: with doubling waits from a minute, about a day.
pub const ATTEMPTS: i64 = 11;

/// How a message leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    Mail,
    Sms,
}

impl Channel {
    pub fn word(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Sms => "sms",
        }
    }
}

/// A mail, already worded in its reader's language.
pub struct Mail {
    pub to: String,
    pub subject: String,
    pub body: String,
}

/// A one-time code in words: of no use after `until`, and not kept longer (C014).
pub struct Brief {
    pub channel: Channel,
    /// An address or a number in E.164. None writes a row that nobody gets, so that whoever asks for somebody
    /// unknown waits as long as whoever asks for somebody known (C015).
    pub to: Option<String>,
    /// Empty for SMS.
    pub subject: String,
    pub body: String,
    pub until: Timestamp,
}

/// Queues a mail with the change that caused it.
pub fn queue(work: &Work, mail: Mail) -> Result<()> {
    insert(work, Channel::Mail, "waiting", mail, None)
}

/// Queues a code; see [`Brief`].
pub fn queue_brief(work: &Work, brief: Brief) -> Result<()> {
    let (state, mail) = match brief.to {
        Some(to) => ("waiting", Mail { to, subject: brief.subject, body: brief.body }),
        None => ("void", Mail { to: String::new(), subject: String::new(), body: String::new() }),
    };
    insert(work, brief.channel, state, mail, Some(brief.until))
}

/// Queues a text message without a code.
pub fn queue_text(work: &Work, to: &str, body: String) -> Result<()> {
    insert(work, Channel::Sms, "waiting", Mail { to: to.to_owned(), subject: String::new(), body }, None)
}

fn insert(work: &Work, channel: Channel, state: &str, mail: Mail, until: Option<Timestamp>) -> Result<()> {
    let row = ActiveModel {
        id: Set(work.uuid()),
        at: Set(work.now),
        channel: Set(channel.word().to_owned()),
        recipient: Set(mail.to),
        subject: Set(mail.subject),
        body: Set(mail.body),
        state: Set(state.to_owned()),
        attempts: Set(0),
        next_at: Set(work.now),
        sent_at: Set(None),
        error: Set(None),
        until: Set(until),
        fault: Set(None),
    };
    Entity::insert(row).exec_without_returning(work.db())?;
    Ok(())
}

/// Messages of this channel whose time has come and is not over, oldest first.
pub fn due(read: &Read, channel: Channel, limit: u64) -> Result<Vec<Model>> {
    Ok(waiting(read)
        .filter(Column::Channel.eq(channel.word()))
        .filter(Column::NextAt.lte(read.now))
        .order_by_asc(Column::At)
        .limit(limit)
        .all(read.db())?)
}

/// When the next message of these channels is due, of those that wait.
pub fn next(read: &Read, channels: &[Channel]) -> Result<Option<Timestamp>> {
    let first = waiting(read)
        .filter(Column::Channel.is_in(channels.iter().map(|channel| channel.word())))
        .order_by_asc(Column::NextAt)
        .select_only();
    Ok(first.column(Column::NextAt).limit(1).into_tuple().one(read.db())?)
}

/// Messages that wait for their time or for a sender.
pub fn count_waiting(read: &Read) -> Result<u64> {
    Ok(waiting(read).select_only().column(Column::Id).count(read.db())?)
}

/// Messages that are neither sent nor given up, and whose time is not over.
fn waiting(read: &Read) -> Select<Entity> {
    Entity::find()
        .filter(Column::State.eq("waiting"))
        .filter(Condition::any().add(Column::Until.is_null()).add(Column::Until.gt(read.now)))
}

/// Takes the words out of messages whose time is over, and removes what was written for nobody.
pub fn expire(work: &Work) -> Result<()> {
    Entity::delete_many().filter(Column::State.eq("void")).filter(Column::Until.lte(work.now)).exec(work.db())?;
    Entity::update_many()
        .set(ActiveModel { state: Set("expired".to_owned()), body: Set(String::new()), ..Default::default() })
        .filter(Column::State.eq("waiting"))
        .filter(Column::Until.lte(work.now))
        .exec(work.db())?;
    Ok(())
}

/// Newest first, for the demo's outbox page.
pub fn newest(read: &Read, limit: u64) -> Result<Vec<Model>> {
    let real = Column::State.ne("void");
    Ok(Entity::find().filter(real).order_by_desc(Column::At).limit(limit).all(read.db())?)
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

/// The message could not be handed over: tried again after a doubling wait, given up after [`ATTEMPTS`]. Who
/// waits for a code waits seconds, not minutes.
pub fn postponed(work: &Work, message: &Model, fault: &Fault) -> Result<()> {
    let attempts = message.attempts + 1;
    let unit = if message.until.is_some() { 2 * SECOND } else { MINUTE };
    if attempts >= ATTEMPTS {
        return refused(work, message, fault);
    }
    let row = ActiveModel {
        id: Set(message.id),
        attempts: Set(attempts),
        next_at: Set(work.now.plus(backoff(work.random(), unit, attempts))),
        error: Set(Some(fault.said.clone())),
        fault: Set(Some(fault.class.word().to_owned())),
        ..Default::default()
    };
    Entity::update(row).exec(work.db())?;
    Ok(())
}

/// The message will never be taken: given up. The words of a code go at once.
pub fn refused(work: &Work, message: &Model, fault: &Fault) -> Result<()> {
    let body = if message.until.is_some() { String::new() } else { message.body.clone() };
    let row = ActiveModel {
        id: Set(message.id),
        attempts: Set(message.attempts + 1),
        state: Set("failed".to_owned()),
        next_at: Set(work.now),
        body: Set(body),
        error: Set(Some(fault.said.clone())),
        fault: Set(Some(fault.class.word().to_owned())),
        ..Default::default()
    };
    Entity::update(row).exec(work.db())?;
    Ok(())
}
