//! `homeroom backup`: now, which there are, and whether they would help.

use clap::{Args, Subcommand};
use installation::{backups, entry};
use kernel::Result;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::backup::{Brought, Set, Settings, Target, sets};

use super::inside::Owner;
use super::screen::Screen;
use super::{Data, Output};
use crate::failure::Failure;

/// Where backups go, in the words of the settings file's part `[backup]`.
#[derive(Args, Clone, Default)]
pub struct Places {
    /// Folders or buckets (s3://BUCKET/PREFIX) for backups, best on other machines; several with commas.
    #[arg(
        id = "backup_to",
        long = "backup-to",
        env = "HOMEROOM_BACKUP_TO",
        value_name = "PLACE",
        value_delimiter = ','
    )]
    to: Vec<String>,
    /// Folders or buckets for the recovery kit, none of them a place for backups; several with commas.
    #[arg(
        id = "backup_kit_to",
        long = "backup-kit-to",
        env = "HOMEROOM_BACKUP_KIT_TO",
        value_name = "PLACE",
        value_delimiter = ','
    )]
    kit_to: Vec<String>,
    /// When the day's backup is due, UTC.
    #[arg(
        id = "backup_at",
        long = "backup-at",
        env = "HOMEROOM_BACKUP_AT",
        value_name = "HH:MM",
        default_value = "02:30"
    )]
    at: String,
}

impl Places {
    pub fn settings(&self, data: &Data) -> Result<Settings, Failure> {
        if self.to.is_empty() && self.kit_to.is_empty() {
            return Ok(Settings::default());
        }
        Settings::new(&self.to, &self.kit_to, &self.at, &data.s3.access())
            .map_err(|error| Failure::usage(error.to_string()))
    }
}

#[derive(Args, Serialize, Deserialize)]
#[command(args_conflicts_with_subcommands = true)]
pub struct BackupArgs {
    #[command(subcommand)]
    what: Option<What>,
    #[command(flatten)]
    common: Common,
}

#[derive(Subcommand, Serialize, Deserialize)]
enum What {
    /// The backups at each place.
    #[command(after_help = "Example:\n  homeroom backup list")]
    List(Common),
    /// Restores the newest backup of each place into a place apart, and reports.
    #[command(
        after_help = "Examples:\n  homeroom backup drill\n  homeroom backup drill --json > drill-2026-11.json\n\nNothing that is in use is touched. Keep the report: it is the proof that backups help."
    )]
    Drill(Common),
}

#[derive(Args, Serialize, Deserialize)]
struct Common {
    #[command(flatten)]
    #[serde(skip)]
    data: Data,
    #[command(flatten)]
    #[serde(skip)]
    places: Places,
    #[command(flatten)]
    output: Output,
}

impl BackupArgs {
    fn common(&self) -> &Common {
        match &self.what {
            Some(What::List(common) | What::Drill(common)) => common,
            None => &self.common,
        }
    }

    pub fn data(&self) -> &Data {
        &self.common().data
    }

    pub fn output(&self) -> Output {
        self.common().output
    }
}

pub fn run(args: &BackupArgs, owner: &Owner, screen: &mut dyn Screen) -> Result<(), Failure> {
    let schools = &owner.house.schools;
    // A server's own settings come before those of whoever asks it.
    let settings = match schools.backups.get() {
        Some(settings) => settings.clone(),
        None => args.common().places.settings(args.data())?,
    };
    if settings.to.is_empty() {
        return Err(Failure::usage(if owner.server_sends.is_some() {
            "the running server knows no place for backups: set backup.to in its settings and start it again"
        } else {
            "no place for backups is named: set backup.to in homeroom.toml, or --backup-to"
        }));
    }
    let _ = schools.backups.set(settings.clone());
    match args.what {
        None => now(args, owner, &settings, screen),
        Some(What::List(_)) => list(args, &settings, screen),
        Some(What::Drill(_)) => drill(args, owner, &settings, screen),
    }
}

fn now(args: &BackupArgs, owner: &Owner, settings: &Settings, screen: &mut dyn Screen) -> Result<(), Failure> {
    let control = entry::own_context(&owner.house.schools)?;
    let mut tell = |done: u64, of: u64| screen.progress("backing up", done, of);
    let made = backups::run(&control, &owner.house, settings, &mut tell)?;
    let (rows, bytes) = made.files.iter().fold((0, 0), |(rows, bytes), file| (rows + file.rows, bytes + file.bytes));
    if args.output().json {
        screen.print(&json!({
            "backup": made.name, "databases": made.files.len(), "rows": rows, "bytes": bytes,
            "places": made.targets, "problems": made.problems,
        }));
    } else {
        screen.print(&format_args!(
            "{}: {} databases, {rows} rows, {bytes} bytes, at {} of {} places; each was restored to check it",
            made.name,
            made.files.len(),
            made.targets,
            settings.to.len()
        ));
    }
    match made.problems.first() {
        None => Ok(()),
        Some(_) => Err(Failure::found(format!("the backup is not whole: {}", made.problems.join("; ")))),
    }
}

fn list(args: &BackupArgs, settings: &Settings, screen: &mut dyn Screen) -> Result<(), Failure> {
    let (mut rows, mut fault) = (Vec::new(), None);
    for target in &settings.to {
        match sets(target) {
            Ok(sets) => rows.extend(sets.into_iter().map(|set| (target.to_string(), set))),
            Err(error) => fault = Some(error.to_string()),
        }
    }
    if args.output().json {
        let rows: Vec<Value> = rows
            .iter()
            .map(|(place, set)| json!({ "place": place, "backup": set.name, "at": set.at.to_string(), "kit": set.kit }))
            .collect();
        screen.print(&json!({ "backups": rows }));
    } else {
        for (place, set) in &rows {
            screen.print(&format_args!("{}  kit {:<6} {place}", set.name, set.kit));
        }
    }
    fault.map_or(Ok(()), |fault| Err(Failure::found(fault)))
}

/// What a drill found at one place.
struct Found {
    place: String,
    backup: String,
    brought: Vec<Result<Brought>>,
    fault: Option<String>,
    millis: i64,
}

impl Found {
    fn faults(&self) -> Vec<String> {
        let of_files = self.brought.iter().filter_map(|one| one.as_ref().err().map(ToString::to_string));
        of_files.chain(self.fault.clone()).collect()
    }
}

fn drill(args: &BackupArgs, owner: &Owner, settings: &Settings, screen: &mut dyn Screen) -> Result<(), Failure> {
    let found: Vec<Found> = settings.to.iter().map(|target| drill_one(owner, target, screen)).collect();
    let faults: Vec<String> = found.iter().flat_map(Found::faults).collect();
    if args.output().json {
        let places: Vec<Value> = found
            .iter()
            .map(|one| {
                let good: Vec<&Brought> = one.brought.iter().flatten().collect();
                json!({ "place": one.place, "backup": one.backup, "millis": one.millis, "restored": good, "faults": one.faults() })
            })
            .collect();
        screen.print(&json!({ "at": owner.house.schools.clock.now().to_string(), "places": places }));
    } else {
        for one in &found {
            let good: Vec<&Brought> = one.brought.iter().flatten().collect();
            screen.print(&format_args!(
                "{}\n  {}\n  restored  {} databases, {} rows, {} entries of audit chains, in {} ms\n  erased    again: {} rows, {} values\n  faults    {}",
                one.place,
                one.backup,
                good.len(),
                good.iter().map(|brought| brought.rows).sum::<u64>(),
                good.iter().map(|brought| brought.entries).sum::<i64>(),
                one.millis,
                good.iter().map(|brought| brought.replayed.rows).sum::<u64>(),
                good.iter().map(|brought| brought.replayed.values).sum::<u64>(),
                one.faults().len()
            ));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Failure::found(faults.join("\n"))) }
}

fn drill_one(owner: &Owner, target: &Target, screen: &mut dyn Screen) -> Found {
    let schools = &owner.house.schools;
    let begun = schools.clock.now();
    let mut tell = |done: u64, of: u64| screen.progress("restoring apart", done, of);
    let newest: Result<Set> = sets(target)
        .and_then(|mut all| all.pop().ok_or_else(|| kernel::Error::Internal(format!("{target} holds no backup"))));
    let done = newest.and_then(|set| Ok((schools.folder.drill(&set, &schools.random, &mut tell)?, set.name)));
    let millis = schools.clock.now().0 - begun.0;
    let place = target.to_string();
    match done {
        Ok((brought, backup)) => Found { place, backup, brought, fault: None, millis },
        Err(error) => {
            Found { place, backup: String::new(), brought: Vec::new(), fault: Some(error.to_string()), millis }
        }
    }
}
