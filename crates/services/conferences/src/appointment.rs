//! A conversation that somebody booked. No teacher has two at once, no family has two at once, and a family
//! talks about a child with a teacher once a round; the database's unique indexes see to it (C079).

use std::collections::BTreeMap;

use kernel::clock::MINUTE;
use kernel::{Error, Found as _, Result, Timestamp};
use people::{GuardianId, StaffId, StudentId};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, IntoActiveModel, PaginatorTrait, QueryOrder, Select, Set};
use store::{Allowed, Read, Work};

use crate::slots::cut;
use crate::{RoundId, offer, participant, pause, round, window};

kernel::id!(AppointmentId);
store::noun!(AppointmentId, "appointment", entity);
use self as entity;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "appointment")]
#[declared(whose = Student, purpose = FamilyContact, basis = Edition, kept = StudentRecord)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: AppointmentId,
    #[data(Activity)]
    pub round_id: RoundId,
    #[data(Relationship)]
    pub staff_id: StaffId,
    #[data(Relationship)]
    pub student_id: StudentId,
    /// Who comes; none where the office booked for a family without guardians on record.
    #[data(Relationship, whose = Guardian, kept = GuardianRecord)]
    pub guardian_id: Option<GuardianId>,
    /// Who cannot be at two places at once: the guardian, else the household, else the student.
    #[data(Relationship)]
    pub family: Uuid,
    #[data(Activity)]
    pub start: Timestamp,
    #[plain("a length of time")]
    pub minutes: i64,
    /// `booked` or `cancelled`.
    #[data(Activity)]
    pub state: String,
    /// Why it was cancelled, in somebody's own words.
    #[data(Message)]
    pub reason: Option<String>,
    #[data(Activity)]
    pub booked_at: Timestamp,
    #[data(Activity)]
    pub cancelled_at: Option<Timestamp>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

pub const BOOKED: &str = "booked";
pub const CANCELLED: &str = "cancelled";

impl Model {
    pub fn end(&self) -> Timestamp {
        self.start.plus(self.minutes * MINUTE)
    }
}

/// Who wants to talk with whom about which child, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    pub staff: StaffId,
    pub student: StudentId,
    pub guardian: Option<GuardianId>,
    pub family: Uuid,
    pub start: Timestamp,
}

/// Takes the time. 409 if it is no longer offered, if somebody was first, or if the family is elsewhere
/// then. Who may book for whom is decided before.
pub fn book(work: &Work, round: &round::Model, wish: Wish) -> Result<AppointmentId> {
    fits(work, round, wish, None)?;
    let row = Model {
        id: AppointmentId(work.uuid()),
        round_id: round.id,
        staff_id: wish.staff,
        student_id: wish.student,
        guardian_id: wish.guardian,
        family: wish.family,
        start: wish.start,
        minutes: round.slot_minutes,
        state: BOOKED.to_owned(),
        reason: None,
        booked_at: work.now,
        cancelled_at: None,
    };
    let id = row.id;
    Entity::insert(row.into_active_model()).exec_without_returning(work.db()).map_err(lost)?;
    Ok(id)
}

/// Moves an appointment to another time of the same teacher. The old time is free in the same moment; if the
/// new one is lost, the old one stays.
pub fn change(work: &Work, appointment: Allowed<AppointmentId>, start: Timestamp) -> Result<()> {
    let row = find(work, appointment)?;
    let round = round::of(work, row.round_id)?;
    let Model { staff_id: staff, student_id: student, guardian_id: guardian, family, .. } = row;
    fits(work, &round, Wish { staff, student, guardian, family, start }, Some(row.id))?;
    Entity::update(ActiveModel { id: Set(row.id), start: Set(start), ..Default::default() })
        .exec(work.db())
        .map_err(lost)?;
    Ok(())
}

/// Gives the time back. Who looks later finds that it was cancelled, when, and why if that was said.
pub fn cancel(work: &Work, appointment: Allowed<AppointmentId>, reason: Option<String>) -> Result<()> {
    Entity::update(ActiveModel {
        id: Set(appointment.id()),
        state: Set(CANCELLED.to_owned()),
        reason: Set(reason),
        cancelled_at: Set(Some(work.now)),
        ..Default::default()
    })
    .exec(work.db())?;
    Ok(())
}

/// The time is one of this teacher's, and neither teacher nor family is elsewhere then.
fn fits(work: &Work, round: &round::Model, wish: Wish, moving: Option<AppointmentId>) -> Result<()> {
    let taking_part = participant::Entity::find()
        .filter(participant::Column::RoundId.eq(round.id))
        .filter(participant::Column::StaffId.eq(wish.staff));
    let participant = taking_part.one(work.db())?.found()?;
    let offered = cut(&window::of_round(work, round.id)?, round.zone(), round.slot_minutes);
    let pauses = pause::of(work, std::slice::from_ref(&participant))?;
    if !offered.contains(&wish.start) || pauses.contains(&(participant.id, wish.start)) {
        return Err(Error::Conflict("conf-slot-gone".into()));
    }
    let end = wish.start.plus(round.slot_minutes * MINUTE);
    let clashes = |row: &&Model| Some(row.id) != moving && row.start < end && wish.start < row.end();
    let both = Condition::any().add(Column::Family.eq(wish.family)).add(Column::StaffId.eq(wish.staff));
    let near = standing().filter(both).all(work.db())?;
    match near.iter().find(clashes) {
        Some(row) if row.staff_id == wish.staff => Err(slot_taken()),
        Some(_) => Err(elsewhere()),
        None => Ok(()),
    }
}

/// Somebody else was first.
fn slot_taken() -> Error {
    Error::Conflict("conf-slot-taken".into())
}

/// The family has another appointment then.
fn elsewhere() -> Error {
    Error::Conflict("conf-overlap".into())
}

/// Words the unique index that a row ran into.
fn lost(error: impl Into<Error>) -> Error {
    match error.into() {
        Error::Conflict(message) => {
            let columns = message.args.into_iter().map(|(_, value)| value).collect::<String>();
            if columns.contains("student_id") {
                Error::Conflict("conf-already-booked".into())
            } else if columns.contains("family") {
                elsewhere()
            } else {
                slot_taken()
            }
        }
        other => other,
    }
}

fn standing() -> Select<Entity> {
    Entity::find().filter(Column::State.eq(BOOKED)).order_by_asc(Column::Start)
}

pub fn find(read: &Read, appointment: Allowed<AppointmentId>) -> Result<Model> {
    Entity::find_by_id(appointment.id()).one(read.db())?.found()
}

/// The standing appointments of a round, in the order of time.
pub fn of_round(read: &Read, round: RoundId) -> Result<Vec<Model>> {
    Ok(standing().filter(Column::RoundId.eq(round)).all(read.db())?)
}

/// The standing appointments of one teacher in a round.
pub fn of_teacher(read: &Read, round: RoundId, staff: StaffId) -> Result<Vec<Model>> {
    Ok(standing().filter(Column::RoundId.eq(round)).filter(Column::StaffId.eq(staff)).all(read.db())?)
}

/// The standing appointments about these students in a round, whoever booked them.
pub fn about(read: &Read, round: RoundId, students: &[StudentId]) -> Result<Vec<Model>> {
    let about = standing().filter(Column::RoundId.eq(round));
    Ok(about.filter(Column::StudentId.is_in(students.iter().copied())).all(read.db())?)
}

/// When a conversation begins and ends.
pub type Times = Vec<(Timestamp, Timestamp)>;

/// What each of these teachers has, in any round.
pub fn taken(read: &Read, staff: &[StaffId]) -> Result<BTreeMap<StaffId, Times>> {
    let rows = standing().filter(Column::StaffId.is_in(staff.iter().copied())).all(read.db())?;
    let mut taken: BTreeMap<StaffId, Times> = BTreeMap::new();
    for row in rows {
        taken.entry(row.staff_id).or_default().push((row.start, row.end()));
    }
    Ok(taken)
}

/// 409 once somebody has booked: what would move the times under people's appointments waits until they are
/// cancelled, and told.
pub fn none_yet(read: &Read, round: RoundId) -> Result<()> {
    let booked = standing().filter(Column::RoundId.eq(round)).count(read.db())?;
    if booked == 0 { Ok(()) } else { Err(Error::Conflict("conf-round-booked".into())) }
}

/// Standing appointments that the signed-in guardian made, about children for whom they still may, in a
/// round that families see.
pub fn own(read: &Read) -> Condition {
    let guardian = read.actor.person().and_then(|person| person.guardian).unwrap_or_default();
    Condition::all()
        .add(Column::State.eq(BOOKED))
        .add(Column::GuardianId.eq(GuardianId(guardian)))
        .add(Column::StudentId.in_subquery(offer::children_of_family(read)))
        .add(Column::RoundId.in_subquery(offer::rounds_of_family(read)))
}
