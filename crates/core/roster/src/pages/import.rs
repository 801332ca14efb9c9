//! One import: how far it is, what came of it, and the way to stop it.

use askama::Template;
use axum::extract::Path;
use site::{Cx, Form, Result, Say};

use crate::ImportId;
use crate::acts::{SEE_IMPORT, STOP};
use crate::import::{self, Model, State};
use crate::plan::Tally;

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
    stop: String,
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
        State::Running | State::Done | State::Cancelled | State::Interrupted => {
            say.say(&format!("roster-state-{}", state.word()))
        }
    }
}

pub async fn show(cx: Cx, Path((_, id)): Path<(String, String)>, form: Form) -> Result {
    let id: ImportId = id.parse()?;
    let row = cx.read(SEE_IMPORT.on(id), import::find).await?;
    let looks_again = !form.is("still");
    let view = view(&cx, &row, looks_again);
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
            State::Running | State::Cancelled => "banner",
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
        is_running: state == State::Running,
        looking: if looks_again { format!("{here}?still=yes") } else { here.clone() },
        looks_again,
        stop: format!("{here}/stop"),
        back: cx.href("/roster"),
        say,
    }
}

/// Asks it to stop; it undoes its work and says so on its page.
pub async fn stop(cx: Cx, Path((_, id)): Path<(String, String)>) -> Result {
    let id: ImportId = id.parse()?;
    cx.read(STOP.on(id), |_, _| Ok(())).await?;
    if let Some(progress) = cx.context().database.long_change().filter(|progress| progress.id == id.0) {
        progress.stop();
    }
    Ok(cx.go(&format!("/roster/imports/{id}")))
}
