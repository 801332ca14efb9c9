//! A round as the office sees it: how far it is, what is missing, and who talks to whom when.

use askama::Template;
use axum::extract::Path;
use chrono::NaiveDate;
use kernel::Timestamp;
use site::{Cx, Form, Result, Say};
use store::Read;

use super::form_page::{Crumb, crumbs};
use super::rounds;
use super::words::{self, standing};
use crate::round::{self, DRAFT, PUBLISHED};
use crate::schedule::{self, Sheet, What};
use crate::{AppointmentId, ParticipantId, RoundId, acts, participant, window};

#[derive(Template)]
#[template(path = "conf_overview.html")]
struct OverviewView<'a> {
    say: &'a Say,
    icons: &'static str,
    crumbs: Vec<Crumb>,
    base: String,
    round: String,
    name: String,
    state: String,
    standing: String,
    is_published: bool,
    needs_days: bool,
    needs_teachers: bool,
    booked: usize,
    free: usize,
    missing: usize,
    days: Vec<DayLink>,
    clocks: Vec<String>,
    rows: Vec<Row>,
}

struct DayLink {
    href: String,
    words: String,
    current: bool,
}

struct Row {
    participant: ParticipantId,
    teacher: String,
    room: String,
    cells: Vec<Cell>,
}

enum Cell {
    Free(Timestamp, String),
    Pause,
    Booked { appointment: AppointmentId, child: String, with: String, is_doubtful: bool },
}

/// What the page shows, as it was read.
struct Seen {
    round: round::Model,
    sheets: Vec<Sheet>,
    days: Vec<NaiveDate>,
    missing: usize,
}

fn look(read: &Read, id: store::Allowed<RoundId>) -> kernel::Result<Seen> {
    let round = round::find(read, id)?;
    let sheets = schedule::sheets(read, &round, participant::named(read, round.id)?)?;
    let mut days: Vec<NaiveDate> = window::of_round(read, round.id)?.into_iter().map(|window| window.day).collect();
    days.dedup();
    let missing = schedule::progress(read, &round)?.iter().map(|group| group.students - group.booked).sum();
    Ok(Seen { round, sheets, days, missing })
}

/// The grid of one day, teachers down and times across; `?day=` chooses the day.
pub async fn see_round(cx: Cx, Path((_, round)): Path<(String, String)>, form: Form) -> Result {
    let seen = cx.read(acts::SEE_ROUND.on(round.parse()?), look).await?;
    let asked = form.get("day").parse().ok().filter(|day| seen.days.contains(day));
    let day = asked.or_else(|| seen.days.first().copied());
    let Seen { round, sheets, days, missing } = seen;
    let zone = round.zone();
    let on_day = |at: &Timestamp| Some(zone.day(*at)) == day;
    let lines = || sheets.iter().flat_map(|sheet| &sheet.lines);
    let first = sheets.first().map(|sheet| sheet.lines.as_slice()).unwrap_or_default();
    let view = OverviewView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        crumbs: crumbs(&cx, None),
        base: cx.href(""),
        round: cx.href(&format!("/conferences/{}", round.id)),
        state: cx.say.say(rounds::state(&cx, &round)),
        standing: standing(&cx.say, &round, cx.now()),
        is_published: round.state == PUBLISHED,
        needs_days: days.is_empty(),
        needs_teachers: sheets.is_empty(),
        booked: lines().filter(|line| matches!(line.what, What::Talk(_))).count(),
        free: lines().filter(|line| matches!(line.what, What::Free)).count(),
        missing,
        days: days.iter().map(|date| day_link(&cx, &round, *date, day)).collect(),
        clocks: first.iter().filter(|line| on_day(&line.start)).map(|line| zone.clock(line.start)).collect(),
        rows: sheets.iter().map(|sheet| row(sheet, &round, on_day)).collect(),
        name: round.name.clone(),
    };
    cx.page_named(round.name, &view)
}

/// Says when the round's bookings change.
pub async fn listen(cx: Cx, Path((_, round)): Path<(String, String)>) -> Result {
    cx.read(acts::SEE_ROUND.on(round.parse()?), |_, _| Ok(())).await?;
    Ok(cx.live(super::own::LIVE))
}

fn day_link(cx: &Cx, round: &round::Model, date: NaiveDate, current: Option<NaiveDate>) -> DayLink {
    let href = cx.href(&format!("/conferences/{}?day={date}", round.id));
    DayLink { href, words: words::day(&cx.say, date), current: Some(date) == current }
}

fn row(sheet: &Sheet, round: &round::Model, on_day: impl Fn(&Timestamp) -> bool) -> Row {
    let cell = |line: &schedule::Line| match &line.what {
        What::Free => Cell::Free(line.start, round.zone().clock(line.start)),
        What::Pause => Cell::Pause,
        What::Talk(talk) => Cell::Booked {
            appointment: talk.appointment.id,
            child: talk.student.name().full(),
            with: talk.guardian.as_ref().map(|guardian| guardian.name().full()).unwrap_or_default(),
            is_doubtful: talk.is_doubtful,
        },
    };
    Row {
        participant: sheet.named.participant.id,
        teacher: sheet.named.staff.name().full(),
        room: sheet.named.participant.room.clone().unwrap_or_default(),
        cells: sheet.lines.iter().filter(|line| on_day(&line.start)).map(cell).collect(),
    }
}

/// Shows the round to families, or takes it back into preparation.
pub async fn publish(cx: Cx, Path((_, round)): Path<(String, String)>, form: Form) -> Result {
    let id: RoundId = round.parse()?;
    let (state, done) = match form.get("state") {
        DRAFT => (DRAFT, "done-round-hidden"),
        _ => (PUBLISHED, "done-round-published"),
    };
    cx.write(acts::CHANGE_ROUND.on(id), move |work, round| round::set_state(work, round, state)).await?;
    Ok(cx.done(&format!("/conferences/{id}"), done))
}
