//! One teacher of a round: the room, and the times at which they are not to be had.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::Path;
use kernel::{Problems, Timestamp};
use site::form::{WhyView, why_of};
use site::{Cx, Form, Result, Say};
use store::{Allowed, Read};

use super::form_page::{Crumb, crumbs};
use super::words::{self, sorted, text};
use crate::schedule::{self, Sheet, What};
use crate::{ParticipantId, acts, participant, pause, round};

#[derive(Template)]
#[template(path = "conf_teacher.html")]
struct TeacherView<'a> {
    say: &'a Say,
    crumbs: Vec<Crumb>,
    action: String,
    name: String,
    room: String,
    why: Option<WhyView>,
    error: Option<String>,
    days: Vec<DayTicks>,
}

struct DayTicks {
    words: String,
    ticks: Vec<Tick>,
}

struct Tick {
    name: String,
    clock: String,
    is_pause: bool,
    is_booked: bool,
}

fn look(read: &Read, id: Allowed<ParticipantId>) -> kernel::Result<(round::Model, Sheet)> {
    let participant = participant::find(read, id)?;
    let round = round::of(read, participant.round_id)?;
    let staff = participant::person(read, &participant)?;
    let sheet = schedule::sheets(read, &round, vec![participant::Named { participant, staff }])?.pop();
    Ok((round, kernel::Found::found(sheet)?))
}

pub async fn see_teacher(cx: Cx, Path((_, participant)): Path<(String, String)>) -> Result {
    page(&cx, participant.parse()?, None, &Problems::default()).await
}

/// Replaces room and breaks.
pub async fn change_teacher(cx: Cx, Path((_, participant)): Path<(String, String)>, form: Form) -> Result {
    let id: ParticipantId = participant.parse()?;
    match sorted(change(&cx, id, &form).await)? {
        Ok(()) => Ok(cx.done(&format!("/participants/{id}"), "done-teacher-changed")),
        Err(problems) => page(&cx, id, Some(&form), &problems).await,
    }
}

async fn change(cx: &Cx, id: ParticipantId, form: &Form) -> Result<()> {
    let mut problems = Problems::default();
    let room = text(form, "conf_room", &mut problems);
    problems.check()?;
    let starts: BTreeSet<Timestamp> =
        form.under("pause/").filter_map(|(millis, _)| millis.parse().ok().map(Timestamp)).collect();
    cx.write(acts::CHANGE_TEACHER.on(id), move |work, participant| {
        participant::set_room(work, participant, room)?;
        pause::set(work, participant, &starts)
    })
    .await
}

pub async fn remove_teacher(cx: Cx, Path((_, participant)): Path<(String, String)>) -> Result {
    let id: ParticipantId = participant.parse()?;
    let round = cx.write(acts::CHANGE_TEACHER.on(id), participant::remove).await?;
    Ok(cx.done(&format!("/conferences/{round}/teachers"), "done-teacher-removed"))
}

async fn page(cx: &Cx, id: ParticipantId, typed: Option<&Form>, problems: &Problems) -> Result {
    let (round, sheet) = cx.read(acts::SEE_TEACHER.on(id), look).await?;
    let room = sheet.named.participant.room.clone().unwrap_or_default();
    let name = sheet.named.staff.name().full();
    let view = TeacherView {
        say: &cx.say,
        crumbs: crumbs(cx, Some((&round.name, round.id))),
        action: cx.href(&format!("/participants/{id}")),
        room: typed.map_or(room, |form| form.get("conf_room").to_owned()),
        why: why_of(cx, "participant", "room"),
        error: problems.0.first().map(|problem| cx.say.message(&problem.message)),
        days: days(cx, &round, &sheet),
        name: name.clone(),
    };
    if problems.0.is_empty() { cx.page_named(name, &view) } else { cx.page_again("conf-teacher-title", &view) }
}

fn days(cx: &Cx, round: &round::Model, sheet: &Sheet) -> Vec<DayTicks> {
    let zone = round.zone();
    let tick = |line: &schedule::Line| Tick {
        name: format!("pause/{}", line.start.0),
        clock: zone.clock(line.start),
        is_pause: matches!(line.what, What::Pause),
        is_booked: matches!(line.what, What::Talk(_)),
    };
    let parts = sheet.lines.chunk_by(|one, other| zone.day(one.start) == zone.day(other.start));
    parts
        .filter_map(|part| {
            let words = words::day(&cx.say, zone.day(part.first()?.start));
            Some(DayTicks { words, ticks: part.iter().map(tick).collect() })
        })
        .collect()
}
