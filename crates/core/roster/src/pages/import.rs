//! One import: how far it is, what came of it, and the way to stop it.

use std::collections::HashMap;

use ::people::{guardian, staff, student};
use askama::Template;
use axum::extract::Path;
use school::group;
use sea_orm::entity::prelude::*;
use site::{Cx, Form, Result, Say};

use super::preview::PATIENCE;
use crate::ImportId;
use crate::acts::{SEE_IMPORT, SEE_LEFT, STOP};
use crate::import::{self, Model, State};
use crate::plan::Tally;
use crate::undo::{self, Kind, Left};
use store::Read;

/// Seconds until the browser looks again.
const AGAIN: u64 = 2;

#[derive(Template)]
#[template(path = "roster_import.html")]
struct ImportView<'a> {
    state: String,
    /// The banner's class.
    banner: &'static str,
    about: String,
    files: Vec<(String, String)>,
    /// Step in words, done, all.
    stage: Option<(String, u64, u64)>,
    counts: Vec<(String, Tally)>,
    is_running: bool,
    /// Turns the looking again off, or on.
    looking: String,
    looks_again: bool,
    stop: Option<String>,
    /// Where to undo it, and until when.
    undo: Option<(String, String)>,
    /// Kind, name and reason of each record that an undoing left.
    left: Vec<(String, String, String)>,
    back: String,
    say: &'a Say,
}

/// When, and by whom.
pub fn about(say: &Say, row: &Model) -> String {
    let when = say.moment(row.at);
    let who = if row.who.is_empty() { say.say("roster-by-shell") } else { row.who.clone() };
    say.with("roster-import-about", &[("when", &when), ("who", &who)])
}

/// What came of it, in a word or, where it failed, with why.
pub fn state_words(say: &Say, row: &Model, state: State) -> String {
    match state {
        State::Failed => say.say(&format!("roster-failed-{}", row.reason)),
        State::Running | State::Done | State::Cancelled | State::Undone | State::Interrupted => {
            say.say(&format!("roster-state-{}", state.word()))
        }
    }
}

pub async fn show(cx: Cx, Path((_, id)): Path<(String, String)>, form: Form) -> Result {
    let id: ImportId = id.parse()?;
    let (row, is_open) = cx
        .read(SEE_IMPORT.on(id), |read, allowed| {
            let row = import::find(read, allowed)?;
            let is_open = undo::is_open(read, &row)?;
            Ok((row, is_open))
        })
        .await?;
    let looks_again = !form.is("still");
    let mut view = view(&cx, &row, looks_again);
    if row.state == "undone" {
        view.left = cx
            .read(SEE_LEFT.on(id), |read, allowed| named_left(read, allowed.id()))
            .await?
            .iter()
            .map(|left| left_view(&cx.say, left))
            .collect();
    } else if is_open && !view.is_running {
        let until = cx.say.moment(row.at.plus(undo::WAITS));
        view.undo = Some((
            format!("{}/undo", cx.href(&format!("/roster/imports/{id}"))),
            cx.say.with("roster-undo-until", &[("when", &until)]),
        ));
    }
    let page = cx.page("roster-import-title", &view)?;
    Ok(if view.is_running && looks_again { cx.again_in(page, AGAIN) } else { page })
}

fn view<'a>(cx: &'a Cx, row: &Model, looks_again: bool) -> ImportView<'a> {
    let say = &cx.say;
    let context = cx.context();
    let state = row.state(&context);
    let here = cx.href(&format!("/roster/imports/{}", row.id));
    let stage = context.database.long_change().filter(|progress| progress.id == row.id.0).map(|progress| {
        let stage = progress.stage();
        (say.say(&format!("roster-step-{}", stage.step)), stage.done, stage.all)
    });
    let stage_runs = stage.is_some();
    let counts = row.counts();
    let kinds = [
        ("students", counts.students),
        ("guardians", counts.guardians),
        ("staff", counts.staff),
        ("groups", counts.groups),
    ];
    ImportView {
        state: state_words(say, row, state),
        banner: match state {
            State::Done => "banner banner-ok",
            State::Failed | State::Interrupted => "banner banner-bad",
            State::Running | State::Cancelled | State::Undone => "banner",
        },
        about: about(say, row),
        files: row
            .files
            .lines()
            .zip(row.digests.lines())
            .map(|(name, digest)| (name.to_owned(), digest.to_owned()))
            .collect(),
        stage,
        counts: kinds
            .into_iter()
            .filter(|_| state == State::Done)
            .map(|(kind, tally)| (say.say(&format!("roster-{kind}")), tally))
            .collect(),
        is_running: state == State::Running || stage_runs,
        looking: if looks_again { format!("{here}?still=yes") } else { here.clone() },
        looks_again,
        stop: (state == State::Running).then(|| format!("{here}/stop")),
        undo: None,
        left: Vec::new(),
        back: cx.href("/roster"),
        say,
    }
}

/// At most so many are named.
const SHOWN: usize = 200;

/// What was left, with the names that the records have now.
fn named_left(read: &Read, import: ImportId) -> kernel::Result<Vec<(Left, String)>> {
    let left: Vec<Left> = undo::left(read, import)?.into_iter().take(SHOWN).collect();
    let ids = |kind: Kind| left.iter().filter(move |left| left.kind == kind).map(|left| left.id);
    let mut names: HashMap<Uuid, String> = HashMap::new();
    let db = read.db();
    for row in student::Entity::find().filter(student::Column::Id.is_in(ids(Kind::Student))).all(db)? {
        names.insert(row.id.0, row.name().full());
    }
    for row in guardian::Entity::find().filter(guardian::Column::Id.is_in(ids(Kind::Guardian))).all(db)? {
        names.insert(row.id.0, row.name().full());
    }
    for row in staff::Entity::find().filter(staff::Column::Id.is_in(ids(Kind::Staff))).all(db)? {
        names.insert(row.id.0, row.name().full());
    }
    for row in group::Entity::find().filter(group::Column::Id.is_in(ids(Kind::Group))).all(db)? {
        names.insert(row.id.0, row.name);
    }
    let named = |left: Left| names.get(&left.id).cloned().map(|name| (left, name));
    Ok(left.clone().into_iter().filter_map(named).collect())
}

fn left_view(say: &Say, (left, name): &(Left, String)) -> (String, String, String) {
    let kind = match left.kind {
        Kind::Student => "roster-one-students",
        Kind::Guardian => "roster-one-guardians",
        Kind::Staff => "roster-one-staff",
        _ => "roster-one-groups",
    };
    (say.say(kind), name.clone(), say.say(&format!("roster-left-{}", left.why)))
}

/// Puts back what the import changed; the page says what was left. What takes longer than a moment goes on by itself.
pub async fn undo(cx: Cx, Path((_, id)): Path<(String, String)>) -> Result {
    let id: ImportId = id.parse()?;
    let here = format!("/roster/imports/{id}");
    let is_open =
        cx.read(SEE_IMPORT.on(id), |read, allowed| undo::is_open(read, &import::find(read, allowed)?)).await?;
    // Too late, or somebody else was quicker: the page says how it stands.
    if !is_open {
        return Ok(cx.go(&here));
    }
    let context = cx.context();
    cx.off_thread_within(PATIENCE, move || undo::undo(&context, id)).await?;
    Ok(cx.go(&here))
}

/// Asks it to stop; it undoes its work and says so on its page.
pub async fn stop(cx: Cx, Path((_, id)): Path<(String, String)>) -> Result {
    let id: ImportId = id.parse()?;
    cx.read(STOP.on(id), |_, _| Ok(())).await?;
    // An undoing is quick and goes to its end.
    let running =
        |progress: &std::sync::Arc<store::Progress>| progress.id == id.0 && progress.stage().step != "undoing";
    if let Some(progress) = cx.context().database.long_change().filter(running) {
        progress.stop();
    }
    Ok(cx.go(&format!("/roster/imports/{id}")))
}
