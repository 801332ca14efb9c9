//! A teacher's own evenings: the schedule, to print and to take along.

use askama::Template;
use axum::extract::Path;
use site::{Cx, Result, Say};
use store::{Allowed, Read};

use super::form_page::Crumb;
use super::print::{SheetView, sheet};
use super::words::{self, standing};
use crate::calendar::{self, Entry};
use crate::schedule::{self, Sheet, What};
use crate::{RoundId, acts, participant, round};

/// Rounds to choose from: of a teacher, of a family.
#[derive(Template)]
#[template(path = "conf_choose.html")]
pub struct ChooseView<'a> {
    pub say: &'a Say,
    pub icons: &'static str,
    pub title: String,
    pub none: String,
    pub rounds: Vec<ChooseLine>,
}

pub struct ChooseLine {
    pub href: String,
    pub name: String,
    pub standing: String,
}

#[derive(Template)]
#[template(path = "conf_schedule.html")]
struct ScheduleView<'a> {
    say: &'a Say,
    icons: &'static str,
    crumbs: Vec<Crumb>,
    name: String,
    standing: String,
    calendar: String,
    live: String,
    sheet: SheetView,
}

/// What a schedule and an overview are made of.
pub const LIVE: &[&str] = &["appointment", "participant", "pause", "round_window"];

/// A teacher with one round goes straight to it.
pub async fn list_rounds(cx: Cx) -> Result {
    let rounds = cx.list(&acts::SEE_SCHEDULE, round::list).await?;
    choose(&cx, &rounds, "/my/conferences", "conf-own-title", "conf-own-none")
}

/// The only round at once, or several to choose from.
pub fn choose(cx: &Cx, rounds: &[round::Model], path: &str, title: &str, none: &str) -> Result {
    if let [only] = rounds {
        return Ok(cx.go(&format!("{path}/{}", only.id)));
    }
    let line = |round: &round::Model| ChooseLine {
        href: cx.href(&format!("{path}/{}", round.id)),
        name: round.name.clone(),
        standing: standing(&cx.say, round, cx.now()),
    };
    let view = ChooseView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        title: cx.say.say(title),
        none: cx.say.say(none),
        rounds: rounds.iter().map(line).collect(),
    };
    cx.page(title, &view)
}

fn look(read: &Read, id: Allowed<RoundId>) -> kernel::Result<(round::Model, Sheet)> {
    let round = round::find(read, id)?;
    let participant = participant::own(read, id)?;
    let staff = participant::person(read, &participant)?;
    let sheet = schedule::sheets(read, &round, vec![participant::Named { participant, staff }])?.pop();
    Ok((round, kernel::Found::found(sheet)?))
}

pub async fn see_schedule(cx: Cx, Path((_, round)): Path<(String, String)>) -> Result {
    let id: RoundId = round.parse()?;
    let (round, own) = cx.read(acts::SEE_SCHEDULE.on(id), look).await?;
    let view = ScheduleView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        crumbs: vec![(cx.say.say("conf-own-title"), cx.href("/my/conferences"))],
        standing: standing(&cx.say, &round, cx.now()),
        live: cx.href(&format!("/my/conferences/{id}/live")),
        calendar: cx.href(&format!("/my/conferences/{id}/calendar.ics")),
        sheet: sheet(&cx.say, &round, &own, false),
        name: round.name.clone(),
    };
    cx.page_named(round.name, &view)
}

/// Says when the schedule changes.
pub async fn listen(cx: Cx, Path((_, round)): Path<(String, String)>) -> Result {
    cx.read(acts::SEE_SCHEDULE.on(round.parse()?), |_, _| Ok(())).await?;
    Ok(cx.live(LIVE))
}

/// The schedule for a calendar: each child's name, time and room.
pub async fn calendar(cx: Cx, Path((_, round)): Path<(String, String)>) -> Result {
    let (round, own) = cx.read(acts::SEE_SCHEDULE.on(round.parse()?), look).await?;
    let room = own.named.participant.room.clone();
    let entries: Vec<Entry> = own
        .lines
        .iter()
        .filter_map(|line| match &line.what {
            What::Talk(talk) => Some(Entry {
                id: talk.appointment.id,
                start: talk.appointment.start,
                end: talk.appointment.end(),
                words: talk.student.name().full(),
                room: room.clone(),
            }),
            What::Free | What::Pause => None,
        })
        .collect();
    Ok(words::calendar(&cx, calendar::write(&round.name, &entries, cx.now())))
}
