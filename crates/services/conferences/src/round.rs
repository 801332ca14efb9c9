//! A round of parent evenings: its name, when families may book, how long a conversation is.

use kernel::{Error, Found as _, Result, Timestamp};
use people::StaffId;
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{Condition, IntoActiveModel, QueryOrder, QuerySelect, QueryTrait, Set};
use store::{Allowed, Read, Visible, Whole, Work};

use crate::zone::Zone;
use crate::{appointment, offer, participant, window};

kernel::id!(RoundId);
store::noun!(RoundId, "round", entity);
use self as entity;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "round")]
#[declared(whose = Nobody, purpose = FamilyContact, basis = Edition, kept = School)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: RoundId,
    #[plain("a name for some evenings")]
    pub name: String,
    /// IANA name.
    #[plain("a place's time zone")]
    pub zone: String,
    #[plain("when booking opens")]
    pub opens_at: Timestamp,
    #[plain("when booking closes")]
    pub closes_at: Timestamp,
    #[plain("a length of time")]
    pub slot_minutes: i64,
    /// What a proposed plan leaves between two conversations.
    #[plain("a length of time")]
    pub travel_minutes: i64,
    /// `draft` or `published`: families see published rounds only.
    #[plain("how far the preparation is")]
    pub state: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

pub const DRAFT: &str = "draft";
pub const PUBLISHED: &str = "published";

/// Where a round stands for families at some moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Before,
    Open,
    Closed,
}

impl Model {
    /// The zone in which its times are announced; stored names are checked when they come in.
    pub fn zone(&self) -> Zone {
        Zone::parse(&self.zone).unwrap_or_else(|_| Zone::utc())
    }

    /// Families book from `opens_at` until just before `closes_at`.
    pub fn phase(&self, now: Timestamp) -> Phase {
        match now {
            now if now < self.opens_at => Phase::Before,
            now if now < self.closes_at => Phase::Open,
            _ => Phase::Closed,
        }
    }
}

/// What the office decides about a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    pub name: String,
    pub zone: Zone,
    pub opens_at: Timestamp,
    pub closes_at: Timestamp,
    pub slot_minutes: i64,
    pub travel_minutes: i64,
}

/// A draft without days and without teachers.
pub fn create(work: &Work, _school: Allowed<Whole>, details: Details) -> Result<RoundId> {
    let row = row_of(RoundId(work.uuid()), details, DRAFT.to_owned());
    let id = row.id;
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(id)
}

fn row_of(id: RoundId, details: Details, state: String) -> Model {
    let Details { name, zone, opens_at, closes_at, slot_minutes, travel_minutes } = details;
    Model { id, name, zone: zone.name().to_owned(), opens_at, closes_at, slot_minutes, travel_minutes, state }
}

pub fn find(read: &Read, round: Allowed<RoundId>) -> Result<Model> {
    of(read, round.id())
}

/// The round of a row that was already let through.
pub fn of(read: &Read, round: RoundId) -> Result<Model> {
    Entity::find_by_id(round).one(read.db())?.found()
}

/// Replaces the details. The length of a conversation and the zone stay once somebody has booked: 409.
pub fn change(work: &Work, round: Allowed<RoundId>, details: Details) -> Result<()> {
    let before = find(work, round)?;
    if before.slot_minutes != details.slot_minutes || before.zone != details.zone.name() {
        appointment::none_yet(work, round.id())?;
    }
    let row = row_of(before.id, details, before.state);
    Entity::update(row.into_active_model().reset_all()).exec(work.db())?;
    Ok(())
}

/// Shows the round to families, or hides it again; appointments stay as they are. 409 for showing a round
/// without days or without teachers.
pub fn set_state(work: &Work, round: Allowed<RoundId>, state: &str) -> Result<()> {
    let is_empty = || -> Result<bool> {
        Ok(window::of_round(work, round.id())?.is_empty() || participant::of_round(work, round.id())?.is_empty())
    };
    if state == PUBLISHED && is_empty()? {
        return Err(Error::Conflict("conf-not-ready".into()));
    }
    Entity::update_many()
        .set(ActiveModel { state: Set(state.to_owned()), ..Default::default() })
        .filter(Column::Id.eq(round.id()))
        .exec(work.db())?;
    Ok(())
}

/// The rounds that the actor may see, the newest first.
pub fn list(read: &Read, visible: Visible<RoundId>) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(visible.condition())
        .order_by_desc(Column::OpensAt)
        .order_by_desc(Column::Id)
        .all(read.db())?)
}

/// Rounds in which the signed-in teacher takes part.
pub fn taking_part(read: &Read) -> Condition {
    let staff = read.actor.person().and_then(|person| person.staff).unwrap_or_default();
    let own = Condition::all().add(participant::Column::StaffId.eq(StaffId(staff)));
    Condition::all().add(Column::Id.in_subquery(rounds_with(own)))
}

/// Published rounds with a teacher of a child for whom the signed-in guardian books.
pub fn for_family(read: &Read) -> Condition {
    let teachers = Condition::all().add(participant::Column::StaffId.in_subquery(offer::teachers_of_family(read)));
    Condition::all().add(Column::State.eq(PUBLISHED)).add(Column::Id.in_subquery(rounds_with(teachers)))
}

fn rounds_with(participants: Condition) -> SelectStatement {
    participant::Entity::find().select_only().column(participant::Column::RoundId).filter(participants).into_query()
}
