//! `homeroom import`: the browser's import, from the shell. A dry run unless told to apply.

use std::path::PathBuf;

use clap::Args;
use kernel::{Error, Language};
use roster::delivery::{self, Rules};
use roster::plan::Tally;
use roster::report::Report;
use roster::rows::SourceFile;
use serde::{Deserialize, Serialize};
use site::{House, Say};

use super::inside::Owner;
use super::screen::Screen;
use super::{Data, Output, school};
use crate::failure::Failure;

#[derive(Args, Serialize, Deserialize)]
pub struct ImportArgs {
    /// EdeXML, or CSV files that belong together.
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
    let say = Say::new(house.catalogue.clone(), Language::En).with_words(&edition.words);
    let rules = Rules::of(edition, &entry.country);
    let doing = if args.apply { "comparing with the school, and storing" } else { "comparing with the school" };
    screen.progress(doing, 0, 0);
    let report = delivery::import(&context, files, &rules, args.apply).map_err(|error| match error {
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
    for dropped in &report.dropped_columns {
        screen.print(&format_args!("not kept   {} in {} ({} rows)", dropped.column, dropped.file, dropped.rows));
    }
    for problem in &report.problems {
        let column = problem.column.as_deref().map(|c| format!(", {c}")).unwrap_or_default();
        screen.print(&format_args!("{}:{}{column}: {}", problem.file, problem.row, say.message(&problem.reason)));
    }
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
    args.files.iter().map(&mut read).collect()
}
