//! `homeroom import`: the browser's import, from the shell. A dry run unless told to apply.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;
use kernel::{Error, Language};
use roster::delivery::{self, Rules};
use roster::plan::Tally;
use roster::rows::SourceFile;
use roster::{Report, run};
use serde::{Deserialize, Serialize};
use site::{House, Say};
use store::Context;

use super::inside::Owner;
use super::screen::Screen;
use super::{Data, Output, school};
use crate::failure::Failure;

/// Between two looks at how far an import is.
const LOOK_AGAIN: Duration = Duration::from_millis(100);

#[derive(Args, Serialize, Deserialize)]
pub struct ImportArgs {
    /// EdeXML, OneRoster as a folder or an archive, or CSV files that belong together.
    #[arg(required = true)]
    #[serde(skip)]
    files: Vec<PathBuf>,
    /// The school's short name.
    #[arg(long)]
    school: String,
    /// Store it; without this nothing is changed.
    #[arg(long)]
    apply: bool,
    #[command(flatten)]
    #[serde(skip)]
    pub data: Data,
    #[command(flatten)]
    pub output: Output,
}

pub fn run(args: &ImportArgs, owner: &Owner, files: Vec<SourceFile>, screen: &mut dyn Screen) -> Result<(), Failure> {
    let house = &owner.house;
    let (entry, context) = school::enter(house, &args.school)?;
    let edition = house.edition(&entry.edition)?;
    let say = Say::with_words(house.catalogue.clone(), Language::En, &edition.words);
    let rules = Rules::of(edition, &entry.country).within(&context.database);
    screen.progress("comparing with the school", 0, 0);
    let report = if args.apply {
        store(&context, files, rules, &say, screen)
    } else {
        delivery::import(&context, files, &rules, false)
    };
    let report = report.map_err(|error| match error {
        Error::Conflict(message) if message.key == "agreement-first" => agreement_first(house, &entry.slug),
        error => Failure::worded(&say, error),
    })?;
    if args.output.json {
        screen.print(&report.json(|message| say.message(message)));
    } else {
        print(&report, args.apply, &say, screen);
    }
    Ok(())
}

/// The shell may not accept the agreement: it is the school that answers for it (C007).
fn agreement_first(house: &House, slug: &str) -> Failure {
    let page = format!("{}/s/{slug}/agreement", house.url);
    Failure::refused(format!(
        "the school has not accepted the processing agreement, and until then nobody's record may be stored. \
         An administrator of the school signs in, opens {page} and accepts it there; then run this again. \
         Without --apply it runs now and shows what would change. Nothing was stored."
    ))
}

fn print(report: &Report, stored: bool, say: &Say, screen: &mut dyn Screen) {
    screen.print(&format_args!(
        "{}, {}",
        report.format,
        if stored { "stored" } else { "dry run: nothing was changed" }
    ));
    for (what, tally) in [
        ("students", report.students),
        ("guardians", report.guardians),
        ("staff", report.staff),
        ("groups", report.groups),
    ] {
        let Tally { added, changed, leaving } = tally;
        screen.print(&format_args!("{what:<10} {added:>6} new {changed:>6} changed {leaving:>6} leaving"));
    }
    screen.print(&format_args!("households {:>6} new", report.households));
    let (can, all) = (report.reach.can_sign_in.to_string(), report.reach.all.to_string());
    if report.reach.all > 0 {
        screen.print(&say.with("roster-reachable", &[("with", &can), ("all", &all)]));
    }
    for dropped in &report.dropped_columns {
        let column = if dropped.column == "*" { String::new() } else { format!(", {}", dropped.column) };
        let why = roster::report::dropped(say, dropped);
        screen.print(&format_args!("not kept   {}{column}: {why}", dropped.file));
    }
    for problem in &report.problems {
        let column = problem.column.as_deref().map(|c| format!(", {c}")).unwrap_or_default();
        screen.print(&format_args!("{}:{}{column}: {}", problem.file, problem.row, say.message(&problem.reason)));
    }
}

/// Stores, and says meanwhile how far it is. Interrupted, it leaves nothing.
fn store(
    context: &Context,
    files: Vec<SourceFile>,
    rules: Rules,
    say: &Say,
    screen: &mut dyn Screen,
) -> kernel::Result<Report> {
    let run = run::begin_files(context, files, rules)?;
    let progress = run.progress();
    std::thread::scope(|scope| {
        let storing = scope.spawn(|| run.carry_out(context));
        while !storing.is_finished() {
            let stage = progress.stage();
            if !stage.step.is_empty() {
                screen.progress(&say.say(&format!("roster-step-{}", stage.step)), stage.done, stage.all);
            }
            std::thread::sleep(LOOK_AGAIN);
        }
        storing.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// The files, read by whoever typed the command.
pub fn read(args: &ImportArgs, screen: &mut dyn Screen) -> Result<Vec<SourceFile>, Failure> {
    let mut read = |path: &PathBuf| {
        screen.progress(&format!("reading {}", path.display()), 0, 0);
        let bytes =
            std::fs::read(path).map_err(|e| Failure::refused(format!("{} cannot be read: {e}", path.display())))?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(SourceFile { name, bytes })
    };
    let mut files = Vec::new();
    for path in &args.files {
        if path.is_dir() {
            files.extend(inside(path)?);
        } else {
            files.push(path.clone());
        }
    }
    files.iter().map(&mut read).collect()
}

/// The files of a folder, by name. Folders in it are none of them, and neither is what a file manager leaves there.
fn inside(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let unread = |e| Failure::refused(format!("{} cannot be read: {e}", folder.display()));
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        let is_hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
        if path.is_file() && !is_hidden {
            files.push(path);
        }
    }
    if files.is_empty() {
        return Err(Failure::refused(format!("there is no file in {}", folder.display())));
    }
    files.sort();
    Ok(files)
}
