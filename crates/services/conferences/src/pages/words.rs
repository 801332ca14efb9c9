//! Times, days and states as people read them, and what several forms ask alike.

use axum::http::{HeaderValue, header};
use axum::response::IntoResponse as _;
use chrono::{Datelike as _, NaiveDate};
use kernel::clock::MINUTE;
use kernel::{Error, Message, Problems, Timestamp};
use site::{Cx, Fault, Form, Page, Result, Say};

use crate::round::{self, Phase};
use crate::zone::Zone;

/// Longest free text of one field, in characters.
pub const TEXT_LIMIT: usize = 200;

/// `Thursday 12 November 2026`.
pub fn day(say: &Say, day: NaiveDate) -> String {
    let weekday = say.say(&format!("conf-weekday-{}", day.weekday().number_from_monday()));
    say.with("conf-day", &[("weekday", &weekday), ("date", &say.date(day))])
}

/// `Thursday 12 November 2026, 18:10`, on the round's clock.
pub fn moment(say: &Say, zone: Zone, at: Timestamp) -> String {
    say.with("conf-moment", &[("day", &day(say, zone.day(at))), ("time", &zone.clock(at))])
}

/// Times of one day.
pub struct Day {
    pub words: String,
    /// Milliseconds and the clock's words.
    pub times: Vec<(i64, String)>,
}

/// Times, in order, under their days.
pub fn by_day(say: &Say, zone: Zone, starts: &[Timestamp]) -> Vec<Day> {
    let parts = starts.chunk_by(|one, other| zone.day(*one) == zone.day(*other));
    parts
        .filter_map(|part| {
            let words = day(say, zone.day(*part.first()?));
            Some(Day { words, times: part.iter().map(|at| (at.0, zone.clock(*at))).collect() })
        })
        .collect()
}

/// Where a round stands, in a sentence for families.
pub fn standing(say: &Say, round: &round::Model, now: Timestamp) -> String {
    let zone = round.zone();
    match round.phase(now) {
        Phase::Before => say.one("conf-opens", "moment", &moment(say, zone, round.opens_at)),
        Phase::Open => say.one("conf-closes", "moment", &moment(say, zone, round.closes_at)),
        Phase::Closed => say.one("conf-has-closed", "moment", &moment(say, zone, round.closes_at)),
    }
}

/// Tells what needs correcting from what is no fault of the form.
pub fn sorted<T>(result: Result<T>) -> Result<std::result::Result<T, Problems>> {
    match result {
        Ok(value) => Ok(Ok(value)),
        Err(Fault(Error::Invalid(problems))) => Ok(Err(problems)),
        Err(fault) => Err(fault),
    }
}

/// Free text, cleaned; nothing if it was left empty.
pub fn text(form: &Form, field: &'static str, problems: &mut Problems) -> Option<String> {
    let text = kernel::text::clean(form.get(field));
    if text.chars().count() > TEXT_LIMIT {
        problems.add(field, Message::from("text-too-long").with("limit", TEXT_LIMIT));
    }
    Some(text).filter(|text| !text.is_empty())
}

/// A beginning as a button sends it; what is none is no time of ours.
pub fn start(form: &Form) -> kernel::Result<Timestamp> {
    form.get("start").parse().map(Timestamp).map_err(|_| Error::NotFound)
}

/// `until` as a screen shows it beside a beginning.
pub fn end(zone: Zone, start: Timestamp, minutes: i64) -> String {
    zone.clock(start.plus(minutes * MINUTE))
}

/// A calendar file to keep.
pub fn calendar(cx: &Cx, text: String) -> Page {
    let name = cx.say.say("conf-calendar-file");
    let ascii = if name.is_ascii() { name } else { "appointments".to_owned() };
    let mut page = text.into_response();
    let headers = page.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{ascii}.ics\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    page
}
