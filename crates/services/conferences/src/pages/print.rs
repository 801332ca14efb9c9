//! On paper: a sheet for each teacher, and the list for the doors. A door list hangs where everybody
//! passes, so it has call names with one letter of the surname, and no guardian.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse as _;
use paper::{Block, Document};
use people::student;
use site::{Cx, Page, Result, Say, attachment};
use store::{Allowed, Read};

use super::form_page::{Crumb, crumbs};
use super::words;
use crate::schedule::{self, Sheet, Talk, What};
use crate::{RoundId, acts, participant, round};

#[derive(Template)]
#[template(path = "conf_print.html")]
struct PrintView<'a> {
    say: &'a Say,
    crumbs: Vec<Crumb>,
    title: String,
    is_door: bool,
    sheets: Vec<SheetView>,
    /// The same as PDF.
    pdf: String,
}

pub struct SheetView {
    pub teacher: String,
    pub room: String,
    pub days: Vec<SheetDay>,
}

pub struct SheetDay {
    pub words: String,
    pub lines: Vec<SheetLine>,
}

#[derive(Default)]
pub struct SheetLine {
    pub clock: String,
    pub child: String,
    pub group: String,
    pub guardian: String,
    /// A break, in words.
    pub pause: String,
}

pub async fn teacher_sheets(cx: Cx, Path((_, round)): Path<(String, String)>) -> Result {
    page(cx, round.parse()?, "conf-print-title", false).await
}

pub async fn door_list(cx: Cx, Path((_, round)): Path<(String, String)>) -> Result {
    page(cx, round.parse()?, "conf-doors-title", true).await
}

fn look(read: &Read, id: Allowed<RoundId>) -> kernel::Result<(round::Model, Vec<Sheet>)> {
    let round = round::find(read, id)?;
    let sheets = schedule::sheets(read, &round, participant::named(read, round.id)?)?;
    Ok((round, sheets))
}

/// The teachers' sheets as a file: each begins on a page of its own.
pub async fn teacher_sheets_pdf(cx: Cx, Path((_, round)): Path<(String, String)>) -> Result {
    pdf(cx, round.parse()?, "conf-print-title", false).await
}

pub async fn door_list_pdf(cx: Cx, Path((_, round)): Path<(String, String)>) -> Result {
    pdf(cx, round.parse()?, "conf-doors-title", true).await
}

async fn page(cx: Cx, id: RoundId, title: &str, is_door: bool) -> Result<Page> {
    let (round, sheets) = cx.read(acts::SEE_ROUND.on(id), look).await?;
    let file = if is_door { "doors.pdf" } else { "print.pdf" };
    let view = PrintView {
        say: &cx.say,
        crumbs: crumbs(&cx, Some((&round.name, id))),
        title: cx.say.say(title),
        is_door,
        sheets: sheets.iter().map(|one| sheet(&cx.say, &round, one, is_door)).collect(),
        pdf: cx.href(&format!("/conferences/{id}/{file}")),
    };
    cx.page(title, &view)
}

async fn pdf(cx: Cx, id: RoundId, title: &str, is_door: bool) -> Result<Page> {
    let (round, sheets) = cx.read(acts::SEE_ROUND.on(id), look).await?;
    let document = Document {
        title: format!("{} · {}", cx.say.say(title), round.name),
        language: cx.say.language(),
        date: cx.now().date(),
        is_numbered: true,
        pages: sheets.iter().map(|one| on_paper(&cx.say, sheet(&cx.say, &round, one, is_door), is_door)).collect(),
    };
    let bytes = cx.off_thread(move || paper::pdf(&document)).await?;
    let file = if is_door { "doors.pdf" } else { "teachers.pdf" };
    Ok((attachment("application/pdf", file), bytes).into_response())
}

fn on_paper(say: &Say, sheet: SheetView, is_door: bool) -> paper::Page {
    let room = Some(sheet.room).filter(|room| !room.is_empty());
    let room = room.map(|room| Block::words(say.one("conf-in-room", "room", &room)));
    let head: &[&str] =
        if is_door { &["conf-time", "conf-child"] } else { &["conf-time", "conf-child", "field-group", "conf-with"] };
    let day = |day: SheetDay| {
        let row = |line: SheetLine| {
            let child = if line.pause.is_empty() { line.child } else { line.pause };
            let all = [line.clock, child, line.group, line.guardian];
            all.into_iter().take(head.len()).collect()
        };
        let head = head.iter().map(|key| say.say(key)).collect();
        [Block::Heading(day.words), Block::Table { head, rows: day.lines.into_iter().map(row).collect() }]
    };
    let days = sheet.days.into_iter().flat_map(day);
    paper::Page { envelope: None, heading: sheet.teacher, blocks: room.into_iter().chain(days).collect() }
}

/// A teacher's sheet in words, day by day; for a door with short names.
pub fn sheet(say: &Say, round: &round::Model, sheet: &Sheet, is_door: bool) -> SheetView {
    let zone = round.zone();
    let parts = sheet.lines.chunk_by(|one, other| zone.day(one.start) == zone.day(other.start));
    let day = |part: &[schedule::Line]| {
        let words = words::day(say, zone.day(part.first()?.start));
        Some(SheetDay { words, lines: part.iter().map(|one| line(say, round, one, is_door)).collect() })
    };
    SheetView {
        teacher: sheet.named.staff.name().full(),
        room: sheet.named.participant.room.clone().unwrap_or_default(),
        days: parts.filter_map(day).collect(),
    }
}

fn line(say: &Say, round: &round::Model, line: &schedule::Line, is_door: bool) -> SheetLine {
    let clock = round.zone().clock(line.start);
    match &line.what {
        What::Free => SheetLine { clock, ..SheetLine::default() },
        What::Pause => SheetLine { clock, pause: say.say("conf-pause"), ..SheetLine::default() },
        What::Talk(talk) if is_door => SheetLine { clock, child: short(&talk.student), ..SheetLine::default() },
        What::Talk(talk) => SheetLine { clock, ..of_talk(talk) },
    }
}

fn of_talk(talk: &Talk) -> SheetLine {
    SheetLine {
        child: talk.student.name().full(),
        group: talk.groups.join(", "),
        guardian: talk.guardian.as_ref().map(|guardian| guardian.name().full()).unwrap_or_default(),
        ..SheetLine::default()
    }
}

/// `Kim J.`
fn short(student: &student::Named) -> String {
    match student.surname.chars().next() {
        Some(letter) if !student.call_name.is_empty() => format!("{} {letter}.", student.call_name),
        _ => student.name().full(),
    }
}
