//! Sessions: made at sign-in, listed and ended by their owner, ended by time (C018, C019).

use kernel::clock::{HOUR, MINUTE};
use kernel::{Error, Found as _, Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, IntoActiveModel, QueryOrder, Set};
use sha2::{Digest, Sha256};
use store::{Context, Read, Work};

use crate::account::AccountId;
use crate::acts;

/// Guesses of a second factor before the sign-in starts over, and of a password before a session ends (C015).
pub const GUESSES: i64 = 5;
/// How long a sign-in waits for its second factor.
const WAIT: i64 = 10 * MINUTE;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "session")]
#[declared(whose = User, purpose = Security, basis = LegitimateInterest, kept = Session)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    #[data(Identifier)]
    pub account_id: AccountId,
    /// SHA-256 of the cookie; a stolen database signs nobody in.
    #[data(Credential)]
    pub token_hash: String,
    #[data(Activity)]
    pub created_at: Timestamp,
    #[data(Activity)]
    pub last_at: Timestamp,
    #[data(Activity)]
    pub second_factor: bool,
    /// The password was right and the second factor is still due: opens nothing yet.
    #[data(Activity)]
    pub waiting: bool,
    #[data(Activity)]
    pub guesses: i64,
    /// Browser and system as the browser tells.
    #[data(Device)]
    pub agent: String,
    #[data(Activity)]
    pub ended_at: Option<Timestamp>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// How a session begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// By password alone; roles that need more are not in force.
    Password,
    /// Waits for the second factor.
    Waiting,
    SecondFactor,
}

/// The limits of a session, from the edition.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub idle_staff: i64,
    pub idle_family: i64,
    pub absolute: i64,
}

impl Limits {
    pub fn of(edition: &registry::Edition) -> Self {
        Self {
            idle_staff: edition.signin.idle_minutes_staff * MINUTE,
            idle_family: edition.signin.idle_minutes_family * MINUTE,
            absolute: edition.signin.absolute_hours * HOUR,
        }
    }

    /// Operators: half an hour idle, twelve hours at most.
    pub const OPERATOR: Self = Self { idle_staff: 30 * MINUTE, idle_family: 30 * MINUTE, absolute: 12 * HOUR };
}

/// A token's fingerprint.
pub fn fingerprint(token: &str) -> String {
    hex::encode(Sha256::digest(token))
}

/// Begins a session and gives its token, which is stored nowhere.
pub fn begin(work: &Work, account: AccountId, start: Start, agent: &str) -> Result<String> {
    let token = work.random().token();
    let row = Model {
        id: work.uuid(),
        account_id: account,
        token_hash: fingerprint(&token),
        created_at: work.now,
        last_at: work.now,
        second_factor: start == Start::SecondFactor,
        waiting: start == Start::Waiting,
        guesses: 0,
        agent: agent.to_owned(),
        ended_at: None,
    };
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(token)
}

/// A session of this token that has not ended, waiting or not.
pub fn find_by_token(read: &Read, token: &str) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::TokenHash.eq(fingerprint(token)))
        .filter(Column::EndedAt.is_null())
        .one(read.db())?)
}

/// The sign-in that waits behind this token.
pub fn find_waiting(read: &Read, token: &str) -> Result<Model> {
    let session = find_by_token(read, token)?.filter(|session| session.waiting).ok_or(Error::SignedOut)?;
    let in_time = read.now < session.created_at.plus(WAIT) && session.guesses < GUESSES;
    if in_time { Ok(session) } else { Err(Error::SignedOut) }
}

/// Whether the session still stands: not idle for too long, not older than the limit.
pub fn is_alive(session: &Model, limits: Limits, is_staff: bool, now: Timestamp) -> bool {
    let idle = if is_staff { limits.idle_staff } else { limits.idle_family };
    !session.waiting && now < session.last_at.plus(idle) && now < session.created_at.plus(limits.absolute)
}

/// Marks use, at most once a minute; not during a long import, which has the writer: pages go on meanwhile.
pub(crate) fn touch(context: &Context, session: &Model) -> Result<()> {
    if context.clock.now() < session.last_at.plus(MINUTE) || context.database.long_change().is_some() {
        return Ok(());
    }
    let id = session.id;
    context.write(acts::USE_SESSION.on(()), move |work, _| {
        Entity::update(ActiveModel { id: Set(id), last_at: Set(work.now), ..Default::default() }).exec(work.db())?;
        Ok(())
    })
}

/// Counts a wrong proof of who holds this session. The fifth ends it: whoever found an open page may not go
/// on guessing, and the owner is not locked out by it.
pub fn count_guess(work: &Work, session: &Model) -> Result<()> {
    let guesses = session.guesses + 1;
    let ended_at = (guesses >= GUESSES && !session.waiting).then_some(work.now);
    let row = ActiveModel { id: Set(session.id), guesses: Set(guesses), ended_at: Set(ended_at), ..Default::default() };
    Entity::update(row).exec(work.db())?;
    Ok(())
}

/// Sessions of an account that still stand, newest use first.
pub fn list(read: &Read, account: AccountId) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::AccountId.eq(account))
        .filter(Column::EndedAt.is_null())
        .filter(Column::Waiting.eq(false))
        .order_by_desc(Column::LastAt)
        .all(read.db())?)
}

/// Ends one of the account's own sessions.
pub fn end(work: &Work, account: AccountId, session: Uuid) -> Result<()> {
    let row = Entity::find_by_id(session).filter(Column::AccountId.eq(account)).one(work.db())?.found()?;
    Entity::update(ActiveModel { id: Set(row.id), ended_at: Set(Some(work.now)), ..Default::default() })
        .exec(work.db())?;
    Ok(())
}

/// Ends every session of the account but `keep`.
pub fn end_all(work: &Work, account: AccountId, keep: Option<Uuid>) -> Result<()> {
    let mut all = Entity::update_many()
        .set(ActiveModel { ended_at: Set(Some(work.now)), ..Default::default() })
        .filter(Column::AccountId.eq(account))
        .filter(Column::EndedAt.is_null());
    if let Some(keep) = keep {
        all = all.filter(Column::Id.ne(keep));
    }
    all.exec(work.db())?;
    Ok(())
}

/// Ends every session of everybody: those of a restored file may have ended since it was copied.
pub fn end_everybodys(work: &Work) -> Result<()> {
    Entity::update_many()
        .set(ActiveModel { ended_at: Set(Some(work.now)), ..Default::default() })
        .filter(Column::EndedAt.is_null())
        .exec(work.db())?;
    Ok(())
}

/// The job that forgets sign-ins that never finished, browsers that never come back, and sessions unused for
/// a week: the shortest period that an edition publishes for them.
pub(crate) fn forget(context: &Context) -> Result<()> {
    context.write(acts::FORGET.on(()), |work, _| {
        let unfinished = Condition::all().add(Column::Waiting.eq(true)).add(Column::CreatedAt.lt(work.now.plus(-WAIT)));
        let old = Column::LastAt.lt(work.now.plus(-7 * 24 * HOUR));
        Entity::delete_many().filter(Condition::any().add(unfinished).add(old)).exec(work.db())?;
        crate::code::forget(work)?;
        crate::passkey::forget(work)?;
        crate::link::forget(work)?;
        crate::email_change::forget(work)?;
        crate::device::forget(work)
    })
}
