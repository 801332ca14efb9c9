//! A round as a family meets it: all their children on one page (C055), each with the child's teachers and
//! the times that are free. Nobody else's child, appointment or name is ever on it.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use kernel::clock::MINUTE;
use kernel::{Message, Timestamp};
use people::student;
use site::form::{WhyView, why_of};
use site::{Cx, Page, Result, Say};

use super::own::choose;
use super::words::{Day, by_day, moment, standing};
use crate::offer::{self, Ask, Line, Offer};
use crate::round::{self, Phase};
use crate::{AppointmentId, ParticipantId, RoundId, acts, appointment};

#[derive(Template)]
#[template(path = "conf_family.html")]
struct FamilyView<'a> {
    say: &'a Say,
    icons: &'static str,
    /// `/s/SLUG/family`.
    base: String,
    round: RoundId,
    name: String,
    standing: String,
    is_open: bool,
    problem: Option<Problem>,
    has_own: bool,
    can_propose: bool,
    /// Why a reason is asked.
    why: Option<WhyView>,
    children: Vec<Child>,
}

/// What did not work, and the times that come nearest.
struct Problem {
    text: String,
    instead: Option<Instead>,
}

struct Instead {
    student: people::StudentId,
    participant: ParticipantId,
    /// Milliseconds and the clock's words.
    times: Vec<(i64, String)>,
}

struct Child {
    id: people::StudentId,
    name: String,
    lines: Vec<LineView>,
}

struct LineView {
    participant: ParticipantId,
    teacher: String,
    about: String,
    own: Option<Own>,
    /// Somebody else of the child's has booked.
    others: bool,
    days: Vec<Day>,
}

pub struct Own {
    pub id: AppointmentId,
    pub moment: String,
}

/// A family with one round goes straight to it.
pub async fn list_rounds(cx: Cx) -> Result {
    let rounds = cx.list(&acts::SEE_OFFER, round::list).await?;
    choose(&cx, &rounds, "/family/conferences", "conf-family-title", "conf-family-none")
}

pub async fn see_round(cx: Cx, Path((_, round)): Path<(String, String)>) -> Result {
    let offer = cx.read(acts::SEE_OFFER.on(round.parse()?), offer::find).await?;
    show(&cx, &offer, None)
}

/// The page once more after something did not go: 409, with the nearest free times where one was lost.
pub async fn again(cx: &Cx, round: RoundId, message: &Message, lost: Option<Ask>) -> Result<Page> {
    said(cx, round, message, lost, StatusCode::CONFLICT).await
}

/// The page once more with what to correct: 422.
pub async fn correct(cx: &Cx, round: RoundId, message: &Message) -> Result<Page> {
    said(cx, round, message, None, StatusCode::UNPROCESSABLE_ENTITY).await
}

async fn said(cx: &Cx, round: RoundId, message: &Message, lost: Option<Ask>, status: StatusCode) -> Result<Page> {
    let offer = cx.read(acts::SEE_OFFER.on(round), offer::find).await?;
    let problem = Problem {
        text: cx.say.message(message),
        instead: lost.map(|ask| nearest(&offer, ask)).filter(|instead| !instead.times.is_empty()),
    };
    let mut page = show(cx, &offer, Some(problem))?;
    *page.status_mut() = status;
    Ok(page)
}

/// The three free times nearest to the one that was lost, in order.
fn nearest(offer: &Offer, ask: Ask) -> Instead {
    let line = offer.lines.iter().find(|line| line.student == ask.student && line.participant.id == ask.participant);
    let mut times = line.map(|line| open_times(offer, line, None)).unwrap_or_default();
    times.sort_by_key(|at| (at.0 - ask.start.0).abs());
    times.truncate(3);
    times.sort_unstable();
    let times = times.into_iter().map(|at| (at.0, offer.round.zone().clock(at))).collect();
    Instead { student: ask.student, participant: ask.participant, times }
}

/// Free times of a child's teacher that clash with nothing the family has booked, but for what is moved.
fn open_times(offer: &Offer, line: &Line, moving: Option<AppointmentId>) -> Vec<Timestamp> {
    let length = offer.round.slot_minutes * MINUTE;
    let clashes = |at: &Timestamp| {
        let others = offer.own.iter().filter(|row| Some(row.id) != moving);
        others.into_iter().any(|row| at.0 < row.end().0 && row.start.0 < at.0 + length)
    };
    let free = offer.free.get(&line.staff.id).map(Vec::as_slice).unwrap_or_default();
    free.iter().copied().filter(|at| !clashes(at)).collect()
}

fn show(cx: &Cx, offer: &Offer, problem: Option<Problem>) -> Result<Page> {
    let is_open = offer.round.phase(cx.now()) == Phase::Open;
    let children: Vec<Child> = offer.children.iter().map(|child| card(cx, offer, child, is_open)).collect();
    let is_wanted = |line: &LineView| line.own.is_none() && !line.days.is_empty();
    let view = FamilyView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        base: cx.href("/family"),
        round: offer.round.id,
        name: offer.round.name.clone(),
        standing: standing(&cx.say, &offer.round, cx.now()),
        is_open,
        problem,
        has_own: !offer.own.is_empty(),
        can_propose: is_open && children.iter().flat_map(|child| &child.lines).any(is_wanted),
        why: why_of(cx, "appointment", "reason"),
        children,
    };
    cx.page_named(offer.round.name.clone(), &view)
}

fn card(cx: &Cx, offer: &Offer, child: &student::Named, is_open: bool) -> Child {
    let own_lines = offer.lines.iter().filter(|line| line.student == child.id);
    Child {
        id: child.id,
        name: child.name().full(),
        lines: own_lines.map(|line| line_view(cx, offer, line, is_open)).collect(),
    }
}

fn line_view(cx: &Cx, offer: &Offer, line: &Line, is_open: bool) -> LineView {
    let zone = offer.round.zone();
    let is_this = |row: &&appointment::Model| row.student_id == line.student && row.staff_id == line.staff.id;
    let own = offer.own.iter().find(is_this);
    let times = if is_open { open_times(offer, line, own.map(|row| row.id)) } else { Vec::new() };
    LineView {
        participant: line.participant.id,
        teacher: line.staff.name().full(),
        about: about(cx, line),
        own: own.map(|row| Own { id: row.id, moment: moment(&cx.say, zone, row.start) }),
        others: own.is_none() && offer.others.contains(&(line.student, line.staff.id)),
        days: by_day(&cx.say, zone, &times),
    }
}

/// The group, and the room if there is one.
fn about(cx: &Cx, line: &Line) -> String {
    match &line.participant.room {
        Some(room) => cx.say.with("conf-group-room", &[("class", &line.group), ("room", room)]),
        None => line.group.clone(),
    }
}
