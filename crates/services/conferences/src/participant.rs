//! A teacher who takes part in a round, with the room.

use std::collections::BTreeSet;

use kernel::{Error, Found as _, Result};
use people::{StaffId, staff};
use registry::Declared;
use school::{GroupId, teaching};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, IntoActiveModel, QueryOrder, QuerySelect, QueryTrait, Set};
use store::{Allowed, Read, Work};

use crate::{RoundId, appointment};

kernel::id!(ParticipantId);
store::noun!(ParticipantId, "participant", entity);
use self as entity;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "participant")]
#[declared(whose = Staff, purpose = FamilyContact, basis = Contract, kept = StaffRecord)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: ParticipantId,
    #[data(Employment)]
    pub round_id: RoundId,
    #[data(Employment)]
    pub staff_id: StaffId,
    #[data(Employment)]
    pub room: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// Whom the office adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// Everybody who teaches a group today.
    All,
    /// Who teaches this group today.
    Group(GroupId),
    One(StaffId),
}

/// Adds teachers to the round; who is in it already stays as they are. Returns how many came.
/// Nobody but a member of staff who is here can be added: 404.
pub fn add(work: &Work, round: Allowed<RoundId>, chosen: Chosen) -> Result<usize> {
    let known: BTreeSet<StaffId> = of_round(work, round.id())?.into_iter().map(|one| one.staff_id).collect();
    let found: Vec<staff::Official> =
        staff::Entity::find().filter(among(work, chosen)).filter(here(work)).into_partial_model().all(work.db())?;
    if found.is_empty() && chosen != Chosen::All {
        return Err(Error::NotFound);
    }
    let rows: Vec<ActiveModel> = found
        .into_iter()
        .filter(|person| !known.contains(&person.id))
        .map(|person| {
            let id = ParticipantId(work.uuid());
            Model { id, round_id: round.id(), staff_id: person.id, room: None }.into_active_model()
        })
        .collect();
    let added = rows.len();
    if added > 0 {
        Entity::insert_many(rows).exec_without_returning(work.db())?;
    }
    Ok(added)
}

/// Staff who have not left.
fn here(read: &Read) -> Condition {
    Condition::any().add(staff::Column::LeftOn.is_null()).add(staff::Column::LeftOn.gt(read.today))
}

fn among(read: &Read, chosen: Chosen) -> Condition {
    let teaching = |groups: Condition| {
        let assigned = teaching::Entity::find().select_only().column(teaching::Column::StaffId);
        let assigned = assigned.filter(teaching::current(read)).filter(groups);
        Condition::all().add(staff::Column::Id.in_subquery(assigned.into_query()))
    };
    match chosen {
        Chosen::All => teaching(Condition::all()),
        Chosen::Group(group) => teaching(Condition::all().add(teaching::Column::GroupId.eq(group))),
        Chosen::One(one) => Condition::all().add(staff::Column::Id.eq(one)),
    }
}

pub fn find(read: &Read, participant: Allowed<ParticipantId>) -> Result<Model> {
    Entity::find_by_id(participant.id()).one(read.db())?.found()
}

pub fn of_round(read: &Read, round: RoundId) -> Result<Vec<Model>> {
    Ok(Entity::find().filter(Column::RoundId.eq(round)).all(read.db())?)
}

/// A teacher of a round, with the name.
#[derive(Clone, Debug)]
pub struct Named {
    pub participant: Model,
    pub staff: staff::Official,
}

/// The teachers of a round, by name.
pub fn named(read: &Read, round: RoundId) -> Result<Vec<Named>> {
    let rows = of_round(read, round)?;
    let people = staff::Entity::find().filter(staff::Column::Id.is_in(rows.iter().map(|one| one.staff_id)));
    let people: Vec<staff::Official> =
        people.order_by_asc(staff::Column::SortKey).into_partial_model().all(read.db())?;
    Ok(people
        .into_iter()
        .filter_map(|staff| {
            let participant = rows.iter().find(|one| one.staff_id == staff.id)?.clone();
            Some(Named { participant, staff })
        })
        .collect())
}

/// The teacher behind a participant who was already let through.
pub fn person(read: &Read, participant: &Model) -> Result<staff::Official> {
    staff::Entity::find_by_id(participant.staff_id).into_partial_model().one(read.db())?.found()
}

/// The signed-in teacher's own place in the round.
pub fn own(read: &Read, round: Allowed<RoundId>) -> Result<Model> {
    let staff = read.actor.person().and_then(|person| person.staff).unwrap_or_default();
    let own = Entity::find().filter(Column::RoundId.eq(round.id())).filter(Column::StaffId.eq(StaffId(staff)));
    own.one(read.db())?.found()
}

pub fn set_room(work: &Work, participant: Allowed<ParticipantId>, room: Option<String>) -> Result<()> {
    Entity::update_many()
        .set(ActiveModel { room: Set(room), ..Default::default() })
        .filter(Column::Id.eq(participant.id()))
        .exec(work.db())?;
    Ok(())
}

/// Takes a teacher out of the round. 409 while somebody has an appointment: no booking is dropped silently.
pub fn remove(work: &Work, participant: Allowed<ParticipantId>) -> Result<RoundId> {
    let row = find(work, participant)?;
    let booked = appointment::of_teacher(work, row.round_id, row.staff_id)?;
    if !booked.is_empty() {
        return Err(Error::Conflict("conf-teacher-booked".into()));
    }
    Entity::delete_by_id(row.id).exec(work.db())?;
    Ok(row.round_id)
}
