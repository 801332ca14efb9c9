//! A grant: who may look, why, and until when. A request is a grant that nobody has given yet.

use kernel::clock::HOUR;
use kernel::{Error, Found as _, Message, Problems, Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, IntoActiveModel, QueryOrder, QuerySelect, Set};
use store::{Allowed, Read, Whole, Work};

kernel::id!(GrantId);

/// The longest grant, in hours.
pub const LONGEST: i64 = 72;
/// Longest reason, in characters.
const REASON: usize = 500;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "support_grant")]
#[declared(whose = User, purpose = Accountability, basis = LegitimateInterest, kept = Audit)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: GrantId,
    /// The one operator it is for; none: any operator of the installation.
    #[data(Identifier, whose = Operator)]
    pub operator: Option<Uuid>,
    #[data(Name, whose = Operator)]
    pub operator_name: String,
    #[data(Message)]
    pub reason: String,
    #[plain("a number of hours")]
    pub hours: i64,
    /// When an operator asked for it; none if the school offered it.
    #[data(Activity, whose = Operator)]
    pub asked_at: Option<Timestamp>,
    #[data(Identifier)]
    pub granted_by: Option<Uuid>,
    #[data(Activity)]
    pub granted_at: Option<Timestamp>,
    #[data(Activity)]
    pub ends_at: Option<Timestamp>,
    /// When it was first used.
    #[data(Activity, whose = Operator)]
    pub used_at: Option<Timestamp>,
    /// When an administrator ended it, or refused the request.
    #[data(Activity)]
    pub ended_at: Option<Timestamp>,
    #[plain("whether its end was told")]
    pub end_told: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// How a grant stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Asked,
    Runs,
    Over,
    /// A request that was not granted.
    Refused,
}

impl State {
    pub fn word(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Runs => "runs",
            Self::Over => "over",
            Self::Refused => "refused",
        }
    }
}

impl Model {
    pub fn state(&self, now: Timestamp) -> State {
        match (self.ends_at, self.ended_at) {
            (None, None) => State::Asked,
            (None, Some(_)) => State::Refused,
            (Some(ends_at), None) if now < ends_at => State::Runs,
            (Some(_), _) => State::Over,
        }
    }

    /// When it ended, or will.
    pub fn end(&self) -> Option<Timestamp> {
        self.ended_at.or(self.ends_at)
    }
}

/// What a form says of a grant.
#[derive(Clone, Debug)]
pub struct Wish {
    /// None: any operator.
    pub operator: Option<(Uuid, String)>,
    pub reason: String,
    pub hours: i64,
}

/// Checks reason and hours.
pub fn check(reason: &str, hours: &str) -> Result<(String, i64), Problems> {
    let mut problems = Problems::default();
    let reason = kernel::text::clean(reason);
    if reason.is_empty() || reason.chars().count() > REASON {
        problems.add("reason", Message::from("support-reason-missing").with("limit", REASON));
    }
    let hours = kernel::text::ascii_digits(hours.trim()).parse().ok().filter(|hours| (1..=LONGEST).contains(hours));
    match hours {
        Some(hours) if problems.0.is_empty() => Ok((reason, hours)),
        Some(_) => Err(problems),
        None => {
            problems.add("hours", Message::from("support-hours-wrong").with("limit", LONGEST));
            Err(problems)
        }
    }
}

fn row(work: &Work, wish: Wish) -> Model {
    let (operator, operator_name) = wish.operator.unzip();
    Model {
        id: GrantId(work.uuid()),
        operator,
        operator_name: operator_name.unwrap_or_default(),
        reason: wish.reason,
        hours: wish.hours,
        asked_at: None,
        granted_by: None,
        granted_at: None,
        ends_at: None,
        used_at: None,
        ended_at: None,
        end_told: false,
    }
}

fn keep(work: &Work, row: Model) -> Result<Model> {
    Entity::insert(row.clone().into_active_model()).exec_without_returning(work.db())?;
    Ok(row)
}

/// An operator asks the school; gives nothing yet.
pub fn ask(work: &Work, _school: Allowed<Whole>, wish: Wish) -> Result<Model> {
    let asked = Model { asked_at: Some(work.now), ..row(work, wish) };
    keep(work, asked)
}

/// The school lets an operator look, of its own accord.
pub fn give(work: &Work, _school: Allowed<Whole>, wish: Wish) -> Result<Model> {
    let given = row(work, wish);
    let given = Model {
        granted_by: Some(work.actor.account()),
        granted_at: Some(work.now),
        ends_at: Some(work.now.plus(given.hours * HOUR)),
        ..given
    };
    keep(work, given)
}

/// Grants what was asked for. A request that was answered already stays as it was answered.
pub fn allow(work: &Work, grant: Allowed<GrantId>) -> Result<Model> {
    let row = find(work, grant)?;
    if row.state(work.now) != State::Asked {
        return Err(Error::invalid("grant", "support-answered"));
    }
    let change = ActiveModel {
        id: Set(row.id),
        granted_by: Set(Some(work.actor.account())),
        granted_at: Set(Some(work.now)),
        ends_at: Set(Some(work.now.plus(row.hours * HOUR))),
        ..Default::default()
    };
    Entity::update(change).exec(work.db())?;
    find(work, grant)
}

/// Ends a grant at once, or refuses a request. What is over stays as it ended: nothing.
pub fn end(work: &Work, grant: Allowed<GrantId>) -> Result<Option<Model>> {
    let row = find(work, grant)?;
    if !matches!(row.state(work.now), State::Asked | State::Runs) {
        return Ok(None);
    }
    let change =
        ActiveModel { id: Set(row.id), ended_at: Set(Some(work.now)), end_told: Set(true), ..Default::default() };
    Entity::update(change).exec(work.db())?;
    Ok(Some(row))
}

pub fn find(read: &Read, grant: Allowed<GrantId>) -> Result<Model> {
    Entity::find_by_id(grant.id()).one(read.db())?.found()
}

/// Newest first.
pub fn list(read: &Read) -> Result<Vec<Model>> {
    Ok(Entity::find().order_by_desc(Column::Id).limit(50).all(read.db())?)
}

fn for_operator(operator: Uuid) -> Condition {
    Condition::any().add(Column::Operator.is_null()).add(Column::Operator.eq(operator))
}

/// What this operator asked for, and what is open to them; newest first.
pub fn of_operator(read: &Read, operator: Uuid) -> Result<Vec<Model>> {
    let theirs = Entity::find().filter(for_operator(operator)).order_by_desc(Column::Id);
    Ok(theirs.limit(20).all(read.db())?)
}

/// The grant that lets this operator look now, the longest if there are several.
pub fn running(read: &Read, operator: Uuid) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(for_operator(operator))
        .filter(Column::EndsAt.gt(read.now))
        .filter(Column::EndedAt.is_null())
        .order_by_desc(Column::EndsAt)
        .one(read.db())?)
}

/// Notes the first use. True if this is it.
pub fn note_use(work: &Work, grant: &Model) -> Result<bool> {
    if grant.used_at.is_some() {
        return Ok(false);
    }
    Entity::update(ActiveModel { id: Set(grant.id), used_at: Set(Some(work.now)), ..Default::default() })
        .exec(work.db())?;
    Ok(true)
}

/// Grants that time has ended and nobody was told of yet; they count as told from now on.
pub fn newly_over(work: &Work) -> Result<Vec<Model>> {
    let over = Entity::find().filter(Column::EndsAt.lte(work.now)).filter(Column::EndTold.eq(false)).all(work.db())?;
    for row in &over {
        Entity::update(ActiveModel { id: Set(row.id), end_told: Set(true), ..Default::default() }).exec(work.db())?;
    }
    Ok(over)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grant_has_a_reason_and_between_one_and_seventy_two_hours() {
        assert_eq!(check(" Import  fails ", "٢٤").unwrap(), ("Import fails".to_owned(), 24));
        for (reason, hours) in [("", "1"), ("why", "0"), ("why", "73"), ("why", ""), ("why", "an hour")] {
            assert!(check(reason, hours).is_err(), "{reason} {hours}");
        }
    }
}
