//! What a round offers one family: for each of their children the teachers of the child's groups, with the
//! times that are free (C055).

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Error, Found as _, Result, Timestamp};
use people::{GuardianId, StaffId, StudentId, edge, staff, student};
use school::{enrolment, group, teaching};
use sea_orm::sea_query::SelectStatement;
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, QueryTrait as _,
};
use store::{Allowed, Read, Work};
use uuid::Uuid;

use crate::appointment::{self, Wish};
use crate::round::{self, Phase};
use crate::slots::{self, Free};
use crate::{AppointmentId, ParticipantId, RoundId, participant};

/// Rows of `student` for whom the signed-in guardian may book: the right is given, no order stands against
/// it today (C056), and the child is still here.
pub fn own_children(read: &Read) -> Condition {
    Condition::all().add(student::Column::Id.in_subquery(edge::booked_for_by_actor(read))).add(student::here(read))
}

/// Their ids.
pub fn children_of_family(read: &Read) -> SelectStatement {
    student::Entity::find().select_only().column(student::Column::Id).filter(own_children(read)).into_query()
}

/// Ids of the staff who teach a group of one of those children today.
pub fn teachers_of_family(read: &Read) -> SelectStatement {
    let groups = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::GroupId)
        .filter(enrolment::Column::StudentId.in_subquery(children_of_family(read)))
        .filter(enrolment::current(read))
        .into_query();
    teaching::Entity::find()
        .select_only()
        .column(teaching::Column::StaffId)
        .filter(teaching::Column::GroupId.in_subquery(groups))
        .filter(teaching::current(read))
        .into_query()
}

/// Ids of the rounds that the family sees.
pub fn rounds_of_family(read: &Read) -> SelectStatement {
    round::Entity::find().select_only().column(round::Column::Id).filter(round::for_family(read)).into_query()
}

/// A teacher of a child.
#[derive(Clone, Debug)]
pub struct Line {
    pub student: StudentId,
    pub group: String,
    pub participant: participant::Model,
    pub staff: staff::Official,
}

/// A round as one family sees it.
#[derive(Clone, Debug)]
pub struct Offer {
    pub round: round::Model,
    pub children: Vec<student::Named>,
    pub lines: Vec<Line>,
    pub free: Free,
    /// What this guardian has booked, in the order of time.
    pub own: Vec<appointment::Model>,
    /// Child and teacher where somebody else of the child's has booked; when and where is not told.
    pub others: BTreeSet<(StudentId, StaffId)>,
}

pub fn find(read: &Read, round: Allowed<RoundId>) -> Result<Offer> {
    let round = round::find(read, round)?;
    let children =
        student::Entity::find().filter(own_children(read)).order_by_asc(student::Column::SortKey).into_partial_model();
    let children: Vec<student::Named> = children.all(read.db())?;
    let ids: Vec<StudentId> = children.iter().map(|child| child.id).collect();
    let participants = participant::of_round(read, round.id)?;
    let family = family(read)?;
    let (own, others): (Vec<_>, Vec<_>) =
        appointment::about(read, round.id, &ids)?.into_iter().partition(|row| row.family == family.0);
    let mut lines = lines(read, &ids, &participants)?;
    lines.extend(of_former_teachers(read, &own, &lines, &participants)?);
    let asked: Vec<participant::Model> =
        participants.into_iter().filter(|one| lines.iter().any(|line| line.participant.id == one.id)).collect();
    let free = slots::free(read, &round, &asked)?;
    let others = others.into_iter().map(|row| (row.student_id, row.staff_id)).collect();
    Ok(Offer { round, children, lines, free, own, others })
}

/// The teachers in the round of each of these students, by name, each once.
pub fn lines(read: &Read, students: &[StudentId], participants: &[participant::Model]) -> Result<Vec<Line>> {
    let enrolled = group::of_students(read, students)?;
    let groups: Vec<_> = enrolled.iter().map(|(_, group)| group.clone()).collect();
    let teachers = teaching::staff_of_groups(read, &groups)?;
    let mut lines: BTreeMap<(StudentId, StaffId), Line> = BTreeMap::new();
    for (student, group) in &enrolled {
        for (_, staff) in teachers.iter().filter(|(id, _)| *id == group.id) {
            let Some(participant) = participants.iter().find(|one| one.staff_id == staff.id) else { continue };
            lines.entry((*student, staff.id)).or_insert_with(|| Line {
                student: *student,
                group: group.name.clone(),
                participant: participant.clone(),
                staff: staff.clone(),
            });
        }
    }
    let mut lines: Vec<Line> = lines.into_values().collect();
    lines.sort_by(|one, other| one.staff.sort_key.cmp(&other.staff.sort_key));
    Ok(lines)
}

/// Appointments with teachers who no longer teach the child stay to be seen, moved and cancelled.
fn of_former_teachers(
    read: &Read,
    own: &[appointment::Model],
    lines: &[Line],
    participants: &[participant::Model],
) -> Result<Vec<Line>> {
    let is_known =
        |row: &appointment::Model| lines.iter().any(|l| l.student == row.student_id && l.staff.id == row.staff_id);
    let former: Vec<&appointment::Model> = own.iter().filter(|row| !is_known(row)).collect();
    if former.is_empty() {
        return Ok(Vec::new());
    }
    let people = staff::Entity::find().filter(staff::Column::Id.is_in(former.iter().map(|row| row.staff_id)));
    let people: Vec<staff::Official> = people.into_partial_model().all(read.db())?;
    let line = |row: &&appointment::Model| {
        let participant = participants.iter().find(|one| one.staff_id == row.staff_id)?.clone();
        let staff = people.iter().find(|person| person.id == row.staff_id)?.clone();
        Some(Line { student: row.student_id, group: String::new(), participant, staff })
    };
    Ok(former.iter().filter_map(line).collect())
}

/// The signed-in guardian, who is their own family here.
fn family(read: &Read) -> Result<GuardianId> {
    read.actor.person().and_then(|person| person.guardian).map(GuardianId).ok_or(Error::NotFound)
}

/// One time that a family asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    pub student: StudentId,
    pub participant: ParticipantId,
    pub start: Timestamp,
}

/// Books for a child of the signed-in guardian.
pub fn book(work: &Work, (student, round): (Allowed<StudentId>, Allowed<RoundId>), ask: Ask) -> Result<()> {
    book_all(work, round, &[Ask { student: student.id(), ..ask }])
}

/// Books a whole plan, or nothing of it. 404 for a child that is not the guardian's to book for and for a
/// teacher who does not teach the child; 409 outside the time of booking and for a time that is lost.
pub fn book_all(work: &Work, round: Allowed<RoundId>, asks: &[Ask]) -> Result<()> {
    let Offer { round, lines, .. } = find(work, round)?;
    let guardian = family(work)?;
    for ask in asks {
        let offered = |line: &&Line| line.student == ask.student && line.participant.id == ask.participant;
        let line = lines.iter().find(offered).found()?;
        is_open(work, &round)?;
        not_past(work, ask.start)?;
        let (staff, family) = (line.staff.id, guardian.0);
        let wish = Wish { staff, student: ask.student, guardian: Some(guardian), family, start: ask.start };
        appointment::book(work, &round, wish)?;
    }
    Ok(())
}

/// Moves the guardian's own appointment, until booking closes.
pub fn change(work: &Work, appointment: Allowed<AppointmentId>, start: Timestamp) -> Result<RoundId> {
    let round = open_round(work, appointment)?;
    not_past(work, start)?;
    appointment::change(work, appointment, start)?;
    Ok(round)
}

/// Gives the guardian's own appointment back, until booking closes.
pub fn cancel(work: &Work, appointment: Allowed<AppointmentId>, reason: Option<String>) -> Result<RoundId> {
    let round = open_round(work, appointment)?;
    appointment::cancel(work, appointment, reason)?;
    Ok(round)
}

fn open_round(work: &Work, appointment: Allowed<AppointmentId>) -> Result<RoundId> {
    let round = round::of(work, appointment::find(work, appointment)?.round_id)?;
    is_open(work, &round)?;
    Ok(round.id)
}

/// 409 with what to do instead, before the round opens and after it has closed.
fn is_open(read: &Read, round: &round::Model) -> Result<()> {
    match round.phase(read.now) {
        Phase::Before => Err(Error::Conflict("conf-not-open".into())),
        Phase::Open => Ok(()),
        Phase::Closed => Err(Error::Conflict("conf-closed".into())),
    }
}

fn not_past(read: &Read, start: Timestamp) -> Result<()> {
    if start > read.now { Ok(()) } else { Err(Error::Conflict("conf-slot-gone".into())) }
}

/// Who the office can book for with this teacher: each child of the teacher's groups with each guardian who
/// may book, or without one where there is none.
#[derive(Clone, Debug)]
pub struct Party {
    pub student: student::Named,
    pub guardian: Option<people::guardian::Named>,
}

pub fn parties(read: &Read, participant: &participant::Model) -> Result<Vec<Party>> {
    let groups = teaching::Entity::find()
        .select_only()
        .column(teaching::Column::GroupId)
        .filter(teaching::Column::StaffId.eq(participant.staff_id))
        .filter(teaching::current(read))
        .into_query();
    let students: Vec<student::Named> = student::Entity::find()
        .filter(enrolment::students_in(read, groups))
        .filter(student::here(read))
        .order_by_asc(student::Column::SortKey)
        .into_partial_model()
        .all(read.db())?;
    let edges = edge::Entity::find()
        .filter(edge::Column::StudentId.is_in(students.iter().map(|student| student.id)))
        .filter(edge::books(read))
        .all(read.db())?;
    let guardians: Vec<people::guardian::Named> = people::guardian::Entity::find()
        .filter(people::guardian::Column::Id.is_in(edges.iter().map(|edge| edge.guardian_id)))
        .order_by_asc(people::guardian::Column::SortKey)
        .into_partial_model()
        .all(read.db())?;
    Ok(students.into_iter().flat_map(|student| of_student(student, &edges, &guardians)).collect())
}

fn of_student(student: student::Named, edges: &[edge::Model], guardians: &[people::guardian::Named]) -> Vec<Party> {
    let is_linked = |guardian: &&people::guardian::Named| {
        edges.iter().any(|edge| edge.student_id == student.id && edge.guardian_id == guardian.id)
    };
    let with: Vec<Party> = guardians
        .iter()
        .filter(is_linked)
        .map(|guardian| Party { student: student.clone(), guardian: Some(guardian.clone()) })
        .collect();
    if with.is_empty() { vec![Party { student, guardian: None }] } else { with }
}

/// The office books for a family, whether booking is open or not. 422 for a child who is in none of this
/// teacher's groups, and for a guardian who may not book for the child.
pub fn book_for(
    work: &Work,
    (participant, student): (Allowed<ParticipantId>, Allowed<StudentId>),
    guardian: Option<GuardianId>,
    start: Timestamp,
) -> Result<RoundId> {
    let participant = participant::find(work, participant)?;
    let fitting = |party: &Party| {
        party.student.id == student.id() && party.guardian.as_ref().map(|guardian| guardian.id) == guardian
    };
    let party = parties(work, &participant)?.into_iter().find(fitting);
    let party = party.ok_or_else(|| Error::invalid("booked_for", "choice-missing"))?;
    let household = student::find(work, student)?.household_id.map(|household| household.0);
    let family: Uuid = guardian.map(|guardian| guardian.0).or(household).unwrap_or(party.student.id.0);
    let round = round::of(work, participant.round_id)?;
    let wish = Wish { staff: participant.staff_id, student: party.student.id, guardian, family, start };
    appointment::book(work, &round, wish)?;
    Ok(round.id)
}
