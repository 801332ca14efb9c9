//! The demo's parent evenings: two evenings in the week after next, open for booking, half booked already.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};
use conferences::appointment::{self, Wish};
use conferences::zone::Zone;
use conferences::{ParticipantId, RoundId, participant, pause, round, slots, window};
use kernel::clock::{DAY, HOUR};
use kernel::{Result, Timestamp};
use people::{GuardianId, StaffId, StudentId, edge};
use school::{enrolment, teaching};
use sea_orm::{EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use store::{Read, Work};

/// Plans the evenings and lets the guardians of one child book; those of several find their plan to make.
pub(super) fn plan(work: &Work, country: &str, name: &str) -> Result<()> {
    let round = announce(work, country, name)?;
    let times = slots::cut(&window::of_round(work, round.id)?, round.zone(), round.slot_minutes);
    let teachers = take_part(work, &round, &times)?;
    let mut families = BTreeSet::new();
    let mut taken: BTreeSet<(StaffId, Timestamp)> = BTreeSet::new();
    for (index, (student, guardian, staff)) in talks(work)?.into_iter().enumerate().filter(|(n, _)| n % 5 < 3) {
        // Families spread over the evenings, and nobody sits in two rooms.
        let wished = times.iter().cycle().skip(index * 7 % times.len().max(1)).take(times.len());
        let free = wished.copied().find(|at| {
            let is_pause = times.get(PAUSE) == Some(at);
            teachers.contains(&staff)
                && !is_pause
                && !taken.contains(&(staff, *at))
                && !families.contains(&(guardian, *at))
        });
        let Some(start) = free else { continue };
        let wish = Wish { staff, student, guardian: Some(guardian), family: guardian.0, start };
        appointment::book(work, &round, wish)?;
        taken.insert((staff, start));
        families.insert((guardian, start));
    }
    Ok(())
}

/// Which time of the first evening is everybody's coffee.
const PAUSE: usize = 9;

fn announce(work: &Work, country: &str, name: &str) -> Result<round::Model> {
    let zone = Zone::of_country(country).unwrap_or("America/New_York");
    let row = round::Model {
        id: RoundId(work.uuid()),
        name: name.to_owned(),
        zone: zone.to_owned(),
        opens_at: work.now.plus(-3 * DAY),
        closes_at: work.now.plus(6 * DAY + 8 * HOUR),
        slot_minutes: 10,
        travel_minutes: 5,
        state: round::PUBLISHED.to_owned(),
    };
    round::Entity::insert(row.clone().into_active_model()).exec_without_returning(work.db())?;
    let first = tuesday_after(work.today);
    for day in [Some(first), first.checked_add_days(Days::new(2))].into_iter().flatten() {
        let window = window::Model { id: work.uuid(), round_id: row.id, day, from: 17 * 60 + 30, until: 20 * 60 + 30 };
        window::Entity::insert(window.into_active_model()).exec_without_returning(work.db())?;
    }
    Ok(row)
}

/// The first Tuesday that is more than a week away.
fn tuesday_after(today: NaiveDate) -> NaiveDate {
    let days = (8..15).filter_map(|n| today.checked_add_days(Days::new(n)));
    days.into_iter().find(|day| day.weekday() == chrono::Weekday::Tue).unwrap_or(today)
}

/// Everybody who teaches, each in a room, with a break on the first evening.
fn take_part(work: &Work, round: &round::Model, times: &[Timestamp]) -> Result<BTreeSet<StaffId>> {
    let teaching = teaching::Entity::find().filter(teaching::current(work)).all(work.db())?;
    let staff: BTreeSet<StaffId> = teaching.into_iter().map(|row| row.staff_id).collect();
    for (index, staff_id) in staff.iter().enumerate() {
        let id = ParticipantId(work.uuid());
        let room = Some(format!("{}.{:02}", index / 12, index % 12 + 1));
        let row = participant::Model { id, round_id: round.id, staff_id: *staff_id, room };
        participant::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
        if let Some(start) = times.get(PAUSE) {
            let row = pause::Model { id: work.uuid(), participant_id: id, start: *start };
            pause::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
        }
    }
    Ok(staff)
}

/// A child with the first guardian who books and one of its teachers, for guardians of one child only.
fn talks(read: &Read) -> Result<Vec<(StudentId, GuardianId, StaffId)>> {
    let edges = edge::Entity::find().filter(edge::books(read)).order_by_asc(edge::Column::Id).all(read.db())?;
    let enrolled = enrolment::Entity::find().filter(enrolment::current(read)).all(read.db())?;
    let teaching =
        teaching::Entity::find().filter(teaching::current(read)).order_by_asc(teaching::Column::Id).all(read.db())?;
    let mut seen = BTreeSet::new();
    let mut talks = Vec::new();
    for edge in &edges {
        let children = edges.iter().filter(|other| other.guardian_id == edge.guardian_id).count();
        if children > 1 || !seen.insert(edge.student_id) {
            continue;
        }
        let Some(group) = enrolled.iter().find(|row| row.student_id == edge.student_id) else { continue };
        let own: Vec<_> = teaching.iter().filter(|row| row.group_id == group.group_id).collect();
        let Some(teacher) = own.get(talks.len() % own.len().max(1)) else { continue };
        talks.push((edge.student_id, edge.guardian_id, teacher.staff_id));
    }
    Ok(talks)
}
