//! `homeroom prove`: every promise of an edition, done in temporary schools, with its evidence (law 7, C180).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use kernel::{Error, Result};
use promises::clauses::{self, Clause};
use promises::{Status, Verdict};
use registry::Edition;
use testkit::Test;

use super::Output;
use super::screen::{Screen as _, Terminal};
use crate::failure::Failure;
use crate::serving::status;
use crate::{editions, modules};

#[derive(Args)]
pub struct ProveArgs {
    /// Found the temporary schools as this edition; `school` without it.
    edition: Option<String>,
    /// One clause: C026.
    #[arg(long)]
    only: Option<String>,
    /// Also write the report; the ending says how: .html or .json.
    #[arg(long)]
    report: Option<PathBuf>,
    /// Put the temporary schools there instead of into files: postgres://login@host/database.
    #[arg(long)]
    location: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// A fresh house of the binary's own modules, in a temporary folder.
pub fn house() -> Result<Test> {
    Ok(served(Test::new(modules::all(), editions::all()?, modules::door())?))
}

/// What the server tells its operators, told here too.
fn served(test: Test) -> Test {
    let known = status::Known { mails: false };
    let _ = test.house().status.set(Arc::new(move |house| status::look(house, &known)));
    test
}

/// Every edition, or one alone.
fn on_offer(edition: Option<&str>) -> Result<BTreeMap<String, Edition>> {
    let mut editions = editions::all()?;
    let Some(edition) = edition else { return Ok(editions) };
    editions.retain(|name, _| name == edition);
    if editions.is_empty() {
        return Err(Error::Internal(format!("no edition is called {edition}")));
    }
    Ok(editions)
}

/// Exit code 1 if a promise is broken; what is not proven yet is no failure.
pub fn run(args: &ProveArgs) -> Result<(), Failure> {
    let mut screen = Terminal::new(args.output);
    let editions = on_offer(args.edition.as_deref()).map_err(|error| Failure::usage(error.to_string()))?;
    if let Some(file) = &args.report {
        kind(file)?;
    }
    let location = args.location.as_deref();
    let fresh = || Test::at(modules::all(), editions.clone(), modules::door(), location).map(served);
    let asked = |clause: &Clause| args.only.as_deref().is_none_or(|id| id.eq_ignore_ascii_case(clause.id));
    let clauses: Vec<Clause> = clauses::all().filter(asked).collect();
    if clauses.is_empty() {
        return Err(Failure::usage("no clause has that number: they run from C001 to C180"));
    }
    let mut verdicts = Vec::with_capacity(clauses.len());
    for (n, clause) in clauses.iter().enumerate() {
        screen.progress("proving", n as u64, clauses.len() as u64);
        verdicts.extend(promises::prove(&fresh, Some(clause.id)));
    }
    if let Some(file) = &args.report {
        write(file, &verdicts)?;
    }
    if args.output.json {
        screen.print(&json(&verdicts));
    } else {
        screen.print(&table(&verdicts));
    }
    match count(&verdicts, Status::Fail) {
        0 => Ok(()),
        n => Err(Failure::found(format!("{n} promises are broken, see FAIL above"))),
    }
}

fn count(verdicts: &[Verdict], status: Status) -> usize {
    verdicts.iter().filter(|verdict| verdict.status == status).count()
}

fn summary(verdicts: &[Verdict]) -> String {
    Status::ALL.map(|status| format!("{} {status}", count(verdicts, status))).join(", ")
}

fn json(verdicts: &[Verdict]) -> serde_json::Value {
    serde_json::json!({ "sources": promises::SOURCES, "clauses": verdicts })
}

fn table(verdicts: &[Verdict]) -> String {
    let lines = verdicts.iter().map(|v| format!("{}  {:<10}  {:<7}  {}", v.id, v.status, v.kind.word(), v.evidence));
    format!("{}\n\n{}", lines.collect::<Vec<_>>().join("\n"), summary(verdicts))
}

enum Report {
    Html,
    Json,
}

/// What the ending asks for; known before an hour of proving is lost.
fn kind(file: &Path) -> Result<Report, Failure> {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => Ok(Report::Html),
        Some("json") => Ok(Report::Json),
        _ => Err(Failure::usage(format!("{} should end in .html or .json", file.display()))),
    }
}

fn write(file: &Path, verdicts: &[Verdict]) -> Result<(), Failure> {
    let text = match kind(file)? {
        Report::Html => html(verdicts),
        Report::Json => json(verdicts).to_string(),
    };
    std::fs::write(file, text).map_err(|e| Failure::fault(format!("{} cannot be written: {e}", file.display())))
}

/// One plain page that needs nothing else.
fn html(verdicts: &[Verdict]) -> String {
    let rows = verdicts.iter().map(|verdict| {
        let clause = clauses::all().find(|clause| clause.id == verdict.id);
        row(clause, verdict)
    });
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>Promises</title><style>body{{font-family:sans-serif;margin:2rem}}table{{border-collapse:collapse}}\
         td,th{{border:1px solid;padding:.3rem;text-align:start;vertical-align:top}}</style></head>\
         <body><h1>Promises</h1><p>{}</p><table><thead><tr><th>Clause</th><th>Promise</th><th>Status</th><th>Kind</th>\
         <th>Evidence</th></tr></thead><tbody>\n{}\n</tbody></table></body></html>\n",
        escape(&summary(verdicts)),
        rows.collect::<Vec<_>>().join("\n")
    )
}

fn row(clause: Option<Clause>, verdict: &Verdict) -> String {
    let cells = [
        verdict.id.as_str(),
        clause.map_or("", |clause| clause.words),
        verdict.status.word(),
        verdict.kind.word(),
        verdict.evidence.as_str(),
    ];
    format!("<tr>{}</tr>", cells.map(|cell| format!("<td>{}</td>", escape(cell))).concat())
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
