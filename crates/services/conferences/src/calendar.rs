//! Appointments as a file that any calendar reads (RFC 5545). Times are instants, so they are right in every
//! time zone; nothing is in it beyond names, time and room.

use icalendar::{Calendar, Component as _, Event, EventLike as _, Property};
use kernel::Timestamp;

use crate::AppointmentId;

/// One line of somebody's calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub id: AppointmentId,
    pub start: Timestamp,
    pub end: Timestamp,
    /// The other one's name, as short as it can be.
    pub words: String,
    pub room: Option<String>,
}

/// A calendar called `name`, made `now`. The same appointment keeps its UID, so that a second download
/// replaces the first.
pub fn write(name: &str, entries: &[Entry], now: Timestamp) -> String {
    let mut calendar = Calendar::new();
    calendar.name(name).append_property(Property::new("METHOD", "PUBLISH"));
    for entry in entries {
        let mut event = Event::new();
        event
            .uid(&format!("{}@homeroom", entry.id))
            .timestamp(now.to_utc())
            .starts(entry.start.to_utc())
            .ends(entry.end.to_utc())
            .summary(&entry.words);
        if let Some(room) = &entry.room {
            event.location(room);
        }
        calendar.push(event.done());
    }
    calendar.to_string()
}

#[cfg(test)]
mod tests {
    use chrono::{TimeZone as _, Utc};
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_calendar_says_when_where_and_with_whom() {
        let at = |hour| Timestamp(Utc.with_ymd_and_hms(2026, 11, 12, hour, 0, 0).unwrap().timestamp_millis());
        let entry = Entry {
            id: AppointmentId(Uuid::nil()),
            start: at(18),
            end: at(19),
            words: "Kim – De Wit, Jansen; ".repeat(4).trim().to_owned(),
            room: Some("1.04".to_owned()),
        };
        let text = write("De Kastanje", &[entry], at(9));
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"), "{text}");
        for line in ["DTSTART:20261112T180000Z", "DTEND:20261112T190000Z", "DTSTAMP:20261112T090000Z", "LOCATION:1.04"]
        {
            assert!(text.contains(&format!("\r\n{line}\r\n")), "{text}");
        }
        assert!(text.contains("UID:00000000-0000-0000-0000-000000000000@homeroom\r\n"), "{text}");
        assert!(text.contains(r"De Wit\, Jansen\;"), "commas and semicolons are escaped: {text}");
        assert!(text.lines().all(|line| line.len() <= 75), "long lines are folded: {text}");
    }
}
