//! A family's own plan: when, where, with whom; to look at in the corridor, to print, to take along.

use askama::Template;
use axum::extract::Path;
use site::{Cx, Result, Say};

use super::words::{calendar as file, day, end};
use crate::calendar::{self, Entry};
use crate::offer::{self, Line, Offer};
use crate::{RoundId, acts, appointment};

#[derive(Template)]
#[template(path = "conf_plan.html")]
struct PlanView<'a> {
    say: &'a Say,
    icons: &'static str,
    round: String,
    name: String,
    rows: Vec<Row>,
}

struct Row {
    day: String,
    from: String,
    until: String,
    child: String,
    teacher: String,
    room: String,
}

/// The teacher of an appointment, as long as the teacher takes part.
fn line<'o>(offer: &'o Offer, row: &appointment::Model) -> Option<&'o Line> {
    offer.lines.iter().find(|line| line.student == row.student_id && line.staff.id == row.staff_id)
}

pub async fn see_plan(cx: Cx, Path((_, round)): Path<(String, String)>) -> Result {
    let id: RoundId = round.parse()?;
    let offer = cx.read(acts::SEE_OFFER.on(id), offer::find).await?;
    let view = PlanView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        round: cx.href(&format!("/family/conferences/{id}")),
        name: offer.round.name.clone(),
        rows: offer.own.iter().map(|row| row_view(&cx, &offer, row)).collect(),
    };
    cx.page("conf-plan-title", &view)
}

fn row_view(cx: &Cx, offer: &Offer, row: &appointment::Model) -> Row {
    let zone = offer.round.zone();
    let line = line(offer, row);
    let child = offer.children.iter().find(|child| child.id == row.student_id);
    Row {
        day: day(&cx.say, zone.day(row.start)),
        from: zone.clock(row.start),
        until: end(zone, row.start, row.minutes),
        child: child.map(|child| child.name().full()).unwrap_or_default(),
        teacher: line.map(|line| line.staff.name().full()).unwrap_or_default(),
        room: line.and_then(|line| line.participant.room.clone()).unwrap_or_default(),
    }
}

/// The plan for a calendar: the teacher's name and the child's call name, time and room.
pub async fn calendar(cx: Cx, Path((_, round)): Path<(String, String)>) -> Result {
    let offer = cx.read(acts::SEE_OFFER.on(round.parse()?), offer::find).await?;
    let entry = |row: &appointment::Model| {
        let line = line(&offer, row);
        let child = offer.children.iter().find(|child| child.id == row.student_id);
        let child = child.map(|child| child.name().call).unwrap_or_default();
        let teacher = line.map(|line| line.staff.name().full()).unwrap_or_default();
        Entry {
            id: row.id,
            start: row.start,
            end: row.end(),
            words: format!("{teacher} ({child})"),
            room: line.and_then(|line| line.participant.room.clone()),
        }
    };
    let entries: Vec<Entry> = offer.own.iter().map(entry).collect();
    Ok(file(&cx, calendar::write(&offer.round.name, &entries, cx.now())))
}
