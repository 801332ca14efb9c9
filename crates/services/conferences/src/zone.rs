//! A place's time zone: from the wall clock to instants and back, also where the clocks change.

use chrono::{Duration, MappedLocalTime, NaiveDate, NaiveDateTime, TimeZone as _};
use chrono_tz::Tz;
use kernel::{Message, Timestamp};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone(Tz);

/// Longest hole that a change of clocks has torn anywhere, in minutes: a whole day, in Samoa.
const LONGEST_HOLE: i64 = 24 * 60;

impl Zone {
    /// `Europe/Amsterdam`, as the IANA database names it.
    pub fn parse(name: &str) -> Result<Self, Message> {
        name.parse().map(Self).map_err(|_| "choice-missing".into())
    }

    pub fn utc() -> Self {
        Self(Tz::UTC)
    }

    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The zone of a country that has one, or whose schools all live in one; others choose.
    pub fn of_country(country: &str) -> Option<&'static str> {
        Some(match country {
            "NL" => "Europe/Amsterdam",
            "BE" => "Europe/Brussels",
            "DE" => "Europe/Berlin",
            "EE" => "Europe/Tallinn",
            "IN" => "Asia/Kolkata",
            "AE" => "Asia/Dubai",
            "EG" => "Africa/Cairo",
            "SA" => "Asia/Riyadh",
            "GB" => "Europe/London",
            _ => return None,
        })
    }

    /// Every place that one can choose, without the database's aliases and fixed offsets.
    pub fn all() -> impl Iterator<Item = &'static str> {
        const PLACES: [&str; 10] = [
            "Africa/",
            "America/",
            "Antarctica/",
            "Arctic/",
            "Asia/",
            "Atlantic/",
            "Australia/",
            "Europe/",
            "Indian/",
            "Pacific/",
        ];
        let names = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
        names.filter(|name| PLACES.iter().any(|place| name.starts_with(place)))
    }

    /// The instant of a time on the wall. A time that comes twice is the first one; one that a change of
    /// clocks skips is the moment after.
    pub fn instant(self, wall: NaiveDateTime) -> Timestamp {
        self.choose(wall, |first, _| first)
    }

    /// The same for an end: a time that comes twice is the second one.
    pub fn end(self, wall: NaiveDateTime) -> Timestamp {
        self.choose(wall, |_, second| second)
    }

    fn choose(self, wall: NaiveDateTime, twice: fn(Timestamp, Timestamp) -> Timestamp) -> Timestamp {
        let stamp = |at: chrono::DateTime<Tz>| Timestamp(at.timestamp_millis());
        let there = (0..=LONGEST_HOLE).find_map(|minutes| {
            match self.0.from_local_datetime(&wall.checked_add_signed(Duration::minutes(minutes))?) {
                MappedLocalTime::Single(at) => Some(stamp(at)),
                MappedLocalTime::Ambiguous(first, second) => Some(twice(stamp(first), stamp(second))),
                MappedLocalTime::None => None,
            }
        });
        there.unwrap_or(Timestamp(wall.and_utc().timestamp_millis()))
    }

    /// What the clock on the wall shows.
    pub fn wall(self, at: Timestamp) -> NaiveDateTime {
        at.to_utc().with_timezone(&self.0).naive_local()
    }

    pub fn day(self, at: Timestamp) -> NaiveDate {
        self.wall(at).date()
    }

    /// `18:10`; in the hour that comes twice, with the offset that tells which: `02:10 +01:00`.
    pub fn clock(self, at: Timestamp) -> String {
        let there = at.to_utc().with_timezone(&self.0);
        let is_twice = matches!(self.0.from_local_datetime(&there.naive_local()), MappedLocalTime::Ambiguous(..));
        there.format(if is_twice { "%H:%M %:z" } else { "%H:%M" }).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wall(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn the_same_wall_clock_is_another_instant_after_the_change() {
        let zone = Zone::parse("Europe/Amsterdam").unwrap();
        assert_eq!(zone.instant(wall("2026-10-24 18:00")).to_string(), "2026-10-24T16:00:00.000Z");
        assert_eq!(zone.instant(wall("2026-10-25 18:00")).to_string(), "2026-10-25T17:00:00.000Z");
    }

    #[test]
    fn a_time_that_comes_twice_says_which() {
        let zone = Zone::parse("Europe/Amsterdam").unwrap();
        let (first, second) = (zone.instant(wall("2026-10-25 02:30")), zone.end(wall("2026-10-25 02:30")));
        assert_eq!(second.0 - first.0, 60 * kernel::clock::MINUTE);
        assert_eq!((zone.clock(first), zone.clock(second)), ("02:30 +02:00".to_owned(), "02:30 +01:00".to_owned()));
    }

    #[test]
    fn a_time_that_is_skipped_is_the_moment_after() {
        let zone = Zone::parse("Europe/Amsterdam").unwrap();
        assert_eq!(zone.clock(zone.instant(wall("2027-03-28 02:30"))), "03:00");
        assert_eq!(Zone::parse("Pacific/Apia").unwrap().clock(zone.instant(wall("2011-12-30 12:00"))).len(), 5);
    }

    #[test]
    fn places_can_be_chosen_and_read_back() {
        assert!(Zone::all().count() > 300);
        assert!(Zone::all().all(|name| Zone::parse(name).is_ok_and(|zone| zone.name() == name)));
        assert!(Zone::parse("Europe/Nowhere").is_err());
    }
}
