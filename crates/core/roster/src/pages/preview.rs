//! The dry run: who comes, changes and goes, what is wrong where, what is dropped; then yes or no.

use std::collections::BTreeMap;
use std::time::Duration;

use askama::Template;
use axum::extract::Path;
use site::{Cx, Form, Result, Say};

use crate::DeliveryId;
use crate::acts::{DELIVER, PREVIEW};
use crate::delivery::{self, Preview, Rules};
use crate::import::{self, State};
use crate::plan::Tally;
use crate::read::{self, Mapping};
use crate::rows::DropReason;
use crate::{report, run};

/// Lines of one kind shown at most; the counts are always whole.
const SHOWN: usize = 100;

/// How long the browser waits for an import before it is shown how far it is.
pub(super) const PATIENCE: Duration = Duration::from_millis(1_500);

struct Row {
    kind: String,
    tally: Tally,
}

struct LineView {
    what: String,
    chip: &'static str,
    kind: String,
    name: String,
    changes: Vec<(String, String, String)>,
}

struct ProblemView {
    place: String,
    reason: String,
    left_out: bool,
}

struct Heading {
    /// Name of the form's field.
    input: String,
    heading: String,
    samples: String,
    /// Forbidden columns cannot be chosen.
    forbidden: bool,
    options: Vec<(String, String, bool)>,
}

struct FileView {
    name: String,
    about: String,
    headings: Vec<Heading>,
}

#[derive(Template)]
#[template(path = "roster_preview.html")]
struct PreviewView<'a> {
    format: String,
    rows: Vec<Row>,
    households: String,
    reachable: String,
    sharing: Option<String>,
    is_empty: bool,
    lines: Vec<LineView>,
    more: Option<String>,
    problems: Vec<ProblemView>,
    dropped: Vec<(String, String)>,
    files: Vec<FileView>,
    apply: String,
    cancel: String,
    mapping: String,
    say: &'a Say,
}

fn id(path: &Path<(String, String)>) -> Result<DeliveryId> {
    Ok(path.1.parse()?)
}

/// A delivery of this school that waits.
async fn waiting(cx: &Cx, path: &Path<(String, String)>) -> Result<DeliveryId> {
    let id = id(path)?;
    cx.read(PREVIEW.on(id), |_, allowed| Ok(allowed.id())).await
}

fn rules(cx: &Cx) -> Result<Rules> {
    Ok(Rules::of(cx.edition()?, &cx.school()?.country).within(&cx.context().database))
}

pub async fn show(cx: Cx, path: Path<(String, String)>) -> Result {
    let id = id(&path)?;
    let (context, rules) = (cx.context(), rules(&cx)?);
    if let Some(import) = cx.read(PREVIEW.on(id), |read, allowed| import::of(read, allowed.id())).await?
        && import.state(&context) == State::Running
    {
        return Ok(cx.go(&format!("/roster/imports/{}", import.id)));
    }
    let preview = cx.off_thread(move || delivery::preview(&context, id, &rules)).await?;
    cx.page("roster-preview-title", &view(&cx, id, preview))
}

fn view(cx: &Cx, id: DeliveryId, preview: Preview) -> PreviewView<'_> {
    let say = &cx.say;
    let report = &preview.report;
    let row = |kind: &str, tally: Tally| Row { kind: say.say(&format!("roster-{kind}")), tally };
    let reach = report.reach;
    let hidden = preview.plan.lines.len().saturating_sub(SHOWN) as u64 + preview.plan.more;
    PreviewView {
        format: report.format.clone(),
        rows: vec![
            row("students", report.students),
            row("guardians", report.guardians),
            row("staff", report.staff),
            row("groups", report.groups),
        ],
        households: say.count("roster-households", report.households),
        reachable: say
            .with("roster-reachable", &[("with", &reach.can_sign_in.to_string()), ("all", &reach.all.to_string())]),
        sharing: Some(reach.with_mail - reach.can_sign_in)
            .filter(|sharing| *sharing > 0)
            .map(|sharing| say.count("roster-sharing", sharing)),
        is_empty: report.is_empty,
        lines: preview.plan.lines.iter().take(SHOWN).map(|line| line_view(say, line)).collect(),
        more: (hidden > 0).then(|| say.count("roster-more", hidden)),
        problems: report.problems.iter().take(SHOWN).map(|p| problem_view(say, p)).collect(),
        dropped: report
            .dropped_columns
            .iter()
            .map(|d| {
                let place = if d.column == "*" { d.file.clone() } else { format!("{} – {}", d.file, d.column) };
                (place, report::dropped(say, d))
            })
            .collect(),
        files: files(say, &preview),
        apply: cx.href(&format!("/roster/{id}/apply")),
        cancel: cx.href(&format!("/roster/{id}/cancel")),
        mapping: cx.href(&format!("/roster/{id}/mapping")),
        say,
    }
}

fn line_view(say: &Say, line: &crate::plan::Line) -> LineView {
    LineView {
        what: say.say(&format!("roster-{}", line.what)),
        chip: match line.what {
            "added" => "chip-ok",
            "changed" => "chip-warn",
            _ => "chip-bad",
        },
        kind: say.say(&format!("roster-one-{}", line.kind)),
        name: line.name.clone(),
        changes: line
            .changes
            .iter()
            .map(|c| {
                (say.say(&format!("roster-field-{}", c.field.replace('_', "-"))), c.before.clone(), c.after.clone())
            })
            .collect(),
    }
}

fn problem_view(say: &Say, problem: &crate::report::ReportProblem) -> ProblemView {
    let row = problem.row.to_string();
    let place = match &problem.column {
        Some(column) => say.with("roster-place-column", &[("file", &problem.file), ("row", &row), ("column", column)]),
        None => say.with("roster-place", &[("file", &problem.file), ("row", &row)]),
    };
    ProblemView { place, reason: say.message(&problem.reason), left_out: problem.fatal }
}

fn files(say: &Say, preview: &Preview) -> Vec<FileView> {
    let fields = read::fields();
    preview
        .proposal
        .files
        .iter()
        .map(|file| FileView {
            name: file.file.clone(),
            about: say.with(
                "roster-file-about",
                &[
                    ("encoding", &file.encoding),
                    ("separator", &separator(say, file.separator)),
                    ("rows", &file.rows.to_string()),
                ],
            ),
            headings: file
                .headings
                .iter()
                .map(|h| Heading {
                    input: format!("map/{}/{}", file.file, h.heading),
                    heading: h.heading.clone(),
                    samples: h.samples.join(", "),
                    forbidden: h.dropped == Some(DropReason::Forbidden),
                    options: fields
                        .iter()
                        .map(|field| (field.clone(), field_words(say, field), h.field.as_ref() == Some(field)))
                        .collect(),
                })
                .collect(),
        })
        .collect()
}

/// What a field of a mapping is called: `call_name`, `guardian2.email`.
fn field_words(say: &Say, field: &str) -> String {
    let word = |field: &str| say.say(&format!("roster-field-{}", field.replace('_', "-")));
    match field.split_once('.') {
        Some((slot, part)) => {
            let who = say.say(&format!("roster-slot-{slot}"));
            say.with("roster-slot-part", &[("who", &who), ("what", &word(part))])
        }
        None => word(field),
    }
}

fn separator(say: &Say, separator: char) -> String {
    if separator == '\t' { say.say("roster-tab") } else { separator.to_string() }
}

/// Takes the corrected columns and shows the preview anew.
pub async fn map(cx: Cx, path: Path<(String, String)>, form: Form) -> Result {
    let id = waiting(&cx, &path).await?;
    let mut mapping = Mapping { files: BTreeMap::new() };
    for (name, field) in form.under("map/") {
        if let Some((file, heading)) = name.split_once('/') {
            mapping.files.entry(file.to_owned()).or_default().insert(heading.to_owned(), field.to_owned());
        }
    }
    cx.write(DELIVER.on(()), move |work, _| delivery::remember(work, &mapping)).await?;
    Ok(cx.go(&format!("/roster/{id}")))
}

/// Stores what the preview showed. What takes longer than a moment goes on by itself, and its own page says how
/// far it is.
pub async fn apply(cx: Cx, path: Path<(String, String)>) -> Result {
    let id = id(&path)?;
    let (context, rules, who) = (cx.context(), rules(&cx)?, cx.name.clone().unwrap_or_default());
    let run = cx.off_thread(move || run::begin(&context, id, rules, &who)).await?;
    let (context, import) = (cx.context(), run.id);
    match cx.off_thread_within(PATIENCE, move || run.carry_out(&context)).await? {
        Some(_) => Ok(cx.done("/students", "done-roster-applied")),
        None => Ok(cx.go(&format!("/roster/imports/{import}"))),
    }
}

pub async fn cancel(cx: Cx, path: Path<(String, String)>) -> Result {
    let id = waiting(&cx, &path).await?;
    cx.write(DELIVER.on(()), move |work, _| delivery::remove(work, id)).await?;
    Ok(cx.done("/roster", "done-roster-cancelled"))
}
