//! `homeroom import`: the browser's import, from the shell. A dry run unless told to apply.

use std::path::PathBuf;

use clap::Args;
use kernel::{Error, Language, Result};
use roster::delivery::{self, Rules};
use roster::plan::Tally;
use roster::rows::SourceFile;
use site::Say;

use super::{Data, open, print, school};

#[derive(Args)]
pub struct ImportArgs {
    /// EdeXML, or CSV files that belong together.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The school's short name.
    #[arg(long)]
    school: String,
    /// Store it; without this nothing is changed.
    #[arg(long)]
    apply: bool,
    #[command(flatten)]
    data: Data,
    /// Print the report as JSON.
    #[arg(long)]
    json: bool,
}

pub fn run(args: &ImportArgs) -> Result<()> {
    let files = args.files.iter().map(read).collect::<Result<Vec<_>>>()?;
    let house = open(&args.data.data, false, String::new())?.house;
    let (entry, context) = school::enter(&house, &args.school)?;
    let edition = house.edition(&entry.edition)?;
    let say = Say::new(house.catalogue.clone(), Language::En).with_words(&edition.words);
    let rules = Rules::of(edition, &entry.country);
    let report = delivery::import(&context, files, &rules, args.apply).map_err(|e| worded(&say, e))?;
    if args.json {
        print(report.json(|message| say.message(message)));
        return Ok(());
    }
    print(format_args!("{}, {}", report.format, if args.apply { "stored" } else { "dry run: nothing was changed" }));
    for (what, tally) in [
        ("students", report.students),
        ("guardians", report.guardians),
        ("staff", report.staff),
        ("groups", report.groups),
    ] {
        let Tally { added, changed, leaving } = tally;
        print(format_args!("{what:<10} {added:>6} new {changed:>6} changed {leaving:>6} leaving"));
    }
    print(format_args!("households {:>6} new", report.households));
    for dropped in &report.dropped_columns {
        print(format_args!("not kept   {} in {} ({} rows)", dropped.column, dropped.file, dropped.rows));
    }
    for problem in &report.problems {
        let column = problem.column.as_deref().map(|c| format!(", {c}")).unwrap_or_default();
        print(format_args!("{}:{}{column}: {}", problem.file, problem.row, say.message(&problem.reason)));
    }
    Ok(())
}

fn read(path: &PathBuf) -> Result<SourceFile> {
    let bytes = std::fs::read(path).map_err(|e| Error::Internal(format!("{} cannot be read: {e}", path.display())))?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(SourceFile { name, bytes })
}

/// An error in words, for a shell that has no form to show it in.
pub fn worded(say: &Say, error: Error) -> Error {
    match error {
        Error::Invalid(problems) => {
            Error::Internal(problems.0.iter().map(|p| say.message(&p.message)).collect::<Vec<_>>().join("\n"))
        }
        Error::Conflict(message) => Error::Internal(say.message(&message)),
        other => other,
    }
}
