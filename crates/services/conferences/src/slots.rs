//! The times that a round offers: cut from its windows, without breaks, without what is taken.

use std::collections::{BTreeMap, BTreeSet};

use kernel::clock::MINUTE;
use kernel::{Result, Timestamp};
use people::StaffId;
use store::Read;

use crate::zone::Zone;
use crate::{appointment, participant, pause, round, window};

/// Beginnings of every time of these windows, in order, each once.
pub fn cut(windows: &[window::Model], zone: Zone, minutes: i64) -> Vec<Timestamp> {
    let length = minutes.max(1) * MINUTE;
    let mut starts = BTreeSet::new();
    for window in windows {
        let (from, until) = (zone.instant(window.opens()), zone.end(window.closes()));
        let mut start = from.0;
        while start + length <= until.0 {
            starts.insert(start);
            start += length;
        }
    }
    starts.into_iter().map(Timestamp).collect()
}

/// The free times of each of these teachers.
pub type Free = BTreeMap<StaffId, Vec<Timestamp>>;

/// What the round still offers from now on, for each of `participants`.
pub fn free(read: &Read, round: &round::Model, participants: &[participant::Model]) -> Result<Free> {
    let all = cut(&window::of_round(read, round.id)?, round.zone(), round.slot_minutes);
    let pauses = pause::of(read, participants)?;
    let staff: Vec<StaffId> = participants.iter().map(|one| one.staff_id).collect();
    let taken = appointment::taken(read, &staff)?;
    let length = round.slot_minutes * MINUTE;
    Ok(participants
        .iter()
        .map(|one| {
            let is_free = |start: &Timestamp| {
                let clashes = |(from, until): &(Timestamp, Timestamp)| start.0 < until.0 && from.0 < start.0 + length;
                *start > read.now
                    && !pauses.contains(&(one.id, *start))
                    && !taken.get(&one.staff_id).is_some_and(|times| times.iter().any(clashes))
            };
            (one.staff_id, all.iter().copied().filter(is_free).collect())
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use uuid::Uuid;

    use super::*;
    use crate::RoundId;

    fn window(day: &str, from: i64, until: i64) -> window::Model {
        let day: NaiveDate = day.parse().unwrap();
        window::Model { id: Uuid::nil(), round_id: RoundId(Uuid::nil()), day, from, until }
    }

    #[test]
    fn only_whole_times_fit() {
        let zone = Zone::parse("Europe/Amsterdam").unwrap();
        let starts = cut(&[window("2026-11-12", 18 * 60, 18 * 60 + 35)], zone, 10);
        let clocks: Vec<_> = starts.into_iter().map(|at| zone.clock(at)).collect();
        assert_eq!(clocks, ["18:00", "18:10", "18:20"]);
    }

    #[test]
    fn the_night_with_an_hour_more_has_more_times_and_none_overlap() {
        let zone = Zone::parse("Europe/Amsterdam").unwrap();
        let count = |day: &str| {
            let starts = cut(&[window(day, 60, 240)], zone, 15);
            assert!(starts.windows(2).all(|pair| pair[1].0 - pair[0].0 == 15 * MINUTE));
            starts.len()
        };
        assert_eq!((count("2026-10-24"), count("2026-10-25"), count("2027-03-28")), (12, 16, 8));
    }
}
