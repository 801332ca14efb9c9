//! What happens when: the sheet of each teacher, and who has not booked yet.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Result, Timestamp};
use people::{GuardianId, StaffId, StudentId, edge, guardian, student};
use school::{GroupId, enrolment, group, teaching};
use sea_orm::{ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use store::Read;

use crate::participant::{self, Named};
use crate::slots::cut;
use crate::{appointment, pause, round, window};

/// One teacher's evening, time by time.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub named: Named,
    pub lines: Vec<Line>,
}

#[derive(Clone, Debug)]
pub struct Line {
    pub start: Timestamp,
    pub what: What,
}

#[derive(Clone, Debug)]
pub enum What {
    Free,
    Pause,
    Talk(Box<Talk>),
}

/// A conversation with the names it needs.
#[derive(Clone, Debug)]
pub struct Talk {
    pub appointment: appointment::Model,
    pub student: student::Named,
    pub groups: Vec<String>,
    pub guardian: Option<guardian::Named>,
    /// The child has left, or the guardian may no longer book for it: the office should look (C056).
    pub is_doubtful: bool,
}

/// The sheets of these teachers of the round, in their order.
pub fn sheets(read: &Read, round: &round::Model, teachers: Vec<Named>) -> Result<Vec<Sheet>> {
    let offered = cut(&window::of_round(read, round.id)?, round.zone(), round.slot_minutes);
    let participants: Vec<participant::Model> = teachers.iter().map(|named| named.participant.clone()).collect();
    let pauses = pause::of(read, &participants)?;
    let asked: BTreeSet<_> = participants.iter().map(|one| one.staff_id).collect();
    let booked: Vec<_> =
        appointment::of_round(read, round.id)?.into_iter().filter(|row| asked.contains(&row.staff_id)).collect();
    let mut talks: BTreeMap<(StaffId, Timestamp), Talk> = talks(read, booked)?
        .into_iter()
        .map(|talk| ((talk.appointment.staff_id, talk.appointment.start), talk))
        .collect();
    Ok(teachers
        .into_iter()
        .map(|named| {
            let mut line = |start: &Timestamp| {
                let what = match talks.remove(&(named.staff.id, *start)) {
                    Some(talk) => What::Talk(Box::new(talk)),
                    None if pauses.contains(&(named.participant.id, *start)) => What::Pause,
                    None => What::Free,
                };
                Line { start: *start, what }
            };
            Sheet { lines: offered.iter().map(&mut line).collect(), named }
        })
        .collect())
}

/// Appointments with their people.
fn talks(read: &Read, booked: Vec<appointment::Model>) -> Result<Vec<Talk>> {
    let ids: BTreeSet<StudentId> = booked.iter().map(|row| row.student_id).collect();
    let ids: Vec<StudentId> = ids.into_iter().collect();
    let students: BTreeMap<StudentId, student::Named> = student::Entity::find()
        .filter(student::Column::Id.is_in(ids.iter().copied()))
        .into_partial_model::<student::Named>()
        .all(read.db())?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    let guardians: BTreeMap<GuardianId, guardian::Named> = guardian::Entity::find()
        .filter(guardian::Column::Id.is_in(booked.iter().filter_map(|row| row.guardian_id)))
        .into_partial_model::<guardian::Named>()
        .all(read.db())?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    let allowed: BTreeSet<(StudentId, GuardianId)> = edge::Entity::find()
        .filter(edge::Column::StudentId.is_in(ids.iter().copied()))
        .filter(edge::books(read))
        .all(read.db())?
        .into_iter()
        .map(|edge| (edge.student_id, edge.guardian_id))
        .collect();
    let groups = group::of_students(read, &ids)?;
    Ok(booked
        .into_iter()
        .filter_map(|appointment| {
            let student = students.get(&appointment.student_id)?.clone();
            let guardian = appointment.guardian_id.and_then(|id| guardians.get(&id).cloned());
            let may = guardian.as_ref().is_none_or(|guardian| allowed.contains(&(student.id, guardian.id)));
            let has_left = student.left_on.is_some_and(|day| day <= read.today);
            let own = groups.iter().filter(|(id, _)| *id == student.id).map(|(_, group)| group.name.clone());
            Some(Talk { groups: own.collect(), is_doubtful: has_left || !may, appointment, student, guardian })
        })
        .collect())
}

/// One appointment with its people.
pub fn talk(read: &Read, appointment: appointment::Model) -> Result<Talk> {
    kernel::Found::found(talks(read, vec![appointment])?.pop())
}

/// How far a group has come.
#[derive(Clone, Debug)]
pub struct Progress {
    pub group: group::Model,
    pub students: usize,
    pub booked: usize,
}

/// The groups that the round's teachers teach, by name, with how many students have an appointment.
pub fn progress(read: &Read, round: &round::Model) -> Result<Vec<Progress>> {
    let members = members(read, round)?;
    let booked = booked(read, round)?;
    let groups = group::Entity::find()
        .filter(group::Column::Id.is_in(members.iter().map(|(group, _)| *group)))
        .order_by_asc(group::Column::SortKey)
        .all(read.db())?;
    Ok(groups
        .into_iter()
        .map(|group| {
            let own: Vec<_> = members.iter().filter(|(id, _)| *id == group.id).collect();
            let booked = own.iter().filter(|(_, student)| booked.contains(student)).count();
            Progress { students: own.len(), booked, group }
        })
        .collect())
}

/// Students of a group without any appointment in the round, by name. A group that the round does not
/// concern has none.
pub fn missing(read: &Read, round: &round::Model, group: GroupId) -> Result<Vec<student::Named>> {
    let booked = booked(read, round)?;
    let ids: Vec<StudentId> = members(read, round)?
        .into_iter()
        .filter(|(id, student)| *id == group && !booked.contains(student))
        .map(|(_, student)| student)
        .collect();
    let rows = student::Entity::find().filter(student::Column::Id.is_in(ids));
    Ok(rows.order_by_asc(student::Column::SortKey).into_partial_model().all(read.db())?)
}

fn booked(read: &Read, round: &round::Model) -> Result<BTreeSet<StudentId>> {
    Ok(appointment::of_round(read, round.id)?.into_iter().map(|row| row.student_id).collect())
}

/// Every student who is here, of every group that one of the round's teachers teaches.
fn members(read: &Read, round: &round::Model) -> Result<Vec<(GroupId, StudentId)>> {
    let staff: Vec<_> = participant::of_round(read, round.id)?.into_iter().map(|one| one.staff_id).collect();
    let groups: BTreeSet<GroupId> = teaching::Entity::find()
        .filter(teaching::Column::StaffId.is_in(staff))
        .filter(teaching::current(read))
        .all(read.db())?
        .into_iter()
        .map(|row| row.group_id)
        .collect();
    let here: BTreeSet<StudentId> = student::Entity::find()
        .filter(Condition::all().add(student::here(read)))
        .into_partial_model::<student::Named>()
        .all(read.db())?
        .into_iter()
        .map(|row| row.id)
        .collect();
    let enrolled = enrolment::Entity::find()
        .filter(enrolment::Column::GroupId.is_in(groups))
        .filter(enrolment::current(read))
        .all(read.db())?;
    let pairs: BTreeSet<(GroupId, StudentId)> =
        enrolled.into_iter().map(|row| (row.group_id, row.student_id)).filter(|(_, id)| here.contains(id)).collect();
    Ok(pairs.into_iter().collect())
}
