//! Parent evenings of a school in a test.

use chrono::Days;
use conferences::appointment::{self, Wish};
use conferences::{AppointmentId, ParticipantId, RoundId, participant, round, slots, window};
use kernel::clock::DAY;
use kernel::{Error, Result, Timestamp};
use people::{GuardianId, StaffId, StudentId};
use sea_orm::{ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, QueryFilter as _};
use store::Work;

use crate::School;

impl School {
    /// A published round with these teachers, to be booked for a week from now: in ten days, from 18:00 to
    /// 20:00 in Amsterdam, ten minutes each.
    pub fn round(&self, name: &str, staff: &[StaffId]) -> Result<RoundId> {
        self.arrange(|work| {
            let id = RoundId(work.uuid());
            let row = round::Model {
                id,
                name: name.to_owned(),
                zone: "Europe/Amsterdam".to_owned(),
                opens_at: work.now,
                closes_at: work.now.plus(7 * DAY),
                slot_minutes: 10,
                travel_minutes: 5,
                state: round::PUBLISHED.to_owned(),
            };
            round::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
            let day = work.today.checked_add_days(Days::new(10)).unwrap_or(work.today);
            let row = window::Model { id: work.uuid(), round_id: id, day, from: 18 * 60, until: 20 * 60 };
            window::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
            staff.iter().try_for_each(|staff| take_part(work, id, *staff))?;
            Ok(id)
        })
    }

    /// A teacher's place in a round.
    pub fn participant(&self, round: RoundId, staff: StaffId) -> Result<ParticipantId> {
        let own = participant::Column::RoundId.eq(round);
        let row = self.arrange(|work| {
            let rows = participant::Entity::find().filter(own).filter(participant::Column::StaffId.eq(staff));
            Ok(rows.one(work.db())?)
        })?;
        row.map(|row| row.id).ok_or(Error::NotFound)
    }

    /// Every time of a round, free or not.
    pub fn times(&self, round: RoundId) -> Result<Vec<Timestamp>> {
        self.arrange(|work| {
            let row = round::of(work, round)?;
            Ok(slots::cut(&window::of_round(work, round)?, row.zone(), row.slot_minutes))
        })
    }

    /// A booked appointment.
    pub fn appointment(
        &self,
        round: RoundId,
        staff: StaffId,
        student: StudentId,
        guardian: GuardianId,
        start: Timestamp,
    ) -> Result<AppointmentId> {
        let wish = Wish { staff, student, guardian: Some(guardian), family: guardian.0, start };
        self.arrange(|work| appointment::book(work, &round::of(work, round)?, wish))
    }
}

fn take_part(work: &Work, round: RoundId, staff: StaffId) -> Result<()> {
    let row = participant::Model { id: ParticipantId(work.uuid()), round_id: round, staff_id: staff, room: None };
    participant::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(())
}
