//! The dry run: who comes, changes and goes, what is wrong where, what is dropped; then yes or no.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use site::{Cx, Form, Result, Say};

use crate::DeliveryId;
use crate::acts::{DELIVER, PREVIEW};
use crate::delivery::{self, Preview, Rules};
use crate::plan::Tally;
use crate::read::{self, Mapping};
use crate::rows::DropReason;

/// Lines of one kind shown at most; the counts are always whole.
const SHOWN: usize = 100;

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
    Ok(Rules::of(cx.edition()?, &cx.school()?.country))
}

pub async fn show(cx: Cx, path: Path<(String, String)>) -> Result {
    let id = id(&path)?;
    let (context, rules) = (cx.context(), rules(&cx)?);
    let preview = cx.off_thread(move || delivery::preview(&context, id, &rules)).await?;
    cx.page("roster-preview-title", &view(&cx, id, preview))
}

fn view(cx: &Cx, id: DeliveryId, preview: Preview) -> PreviewView<'_> {
    let say = &cx.say;
    let report = &preview.report;
    let row = |kind: &str, tally: Tally| Row { kind: say.say(&format!("roster-{kind}")), tally };
    let (with, all) = report.reachable;
    let hidden = preview.plan.lines.len().saturating_sub(SHOWN);
    PreviewView {
        format: report.format.clone(),
        rows: vec![
            row("students", report.students),
            row("guardians", report.guardians),
            row("staff", report.staff),
            row("groups", report.groups),
        ],
        households: say.count("roster-households", report.households),
        reachable: say.with("roster-reachable", &[("with", &with.to_string()), ("all", &all.to_string())]),
        is_empty: report.is_empty,
        lines: preview.plan.lines.iter().take(SHOWN).map(|line| line_view(say, line)).collect(),
        more: (hidden > 0).then(|| say.count("roster-more", hidden as u64)),
        problems: report.problems.iter().take(SHOWN).map(|p| problem_view(say, p)).collect(),
        dropped: report
            .dropped_columns
            .iter()
            .map(|d| {
                let why = match d.why {
                    DropReason::Forbidden => "roster-dropped-forbidden",
                    DropReason::NotDeclared => "roster-dropped-undeclared",
                    DropReason::Unknown => "roster-dropped-unknown",
                };
                (format!("{} – {}", d.file, d.column), say.count(why, d.rows))
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
                        .map(|field| (field.clone(), field.replace(['.', '_'], " "), h.field.as_ref() == Some(field)))
                        .collect(),
                })
                .collect(),
        })
        .collect()
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

/// Stores what the preview showed.
pub async fn apply(cx: Cx, path: Path<(String, String)>) -> Result {
    let id = id(&path)?;
    let (context, rules) = (cx.context(), rules(&cx)?);
    cx.off_thread(move || delivery::confirm(&context, id, &rules)).await?;
    Ok(cx.done("/students", "done-roster-applied"))
}

pub async fn cancel(cx: Cx, path: Path<(String, String)>) -> Result {
    let id = waiting(&cx, &path).await?;
    cx.write(DELIVER.on(()), move |work, _| delivery::remove(work, id)).await?;
    Ok(cx.done("/roster", "done-roster-cancelled"))
}
