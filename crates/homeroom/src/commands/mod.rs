//! The command line, one file per command.

pub mod access;
pub mod audit;
pub mod backup;
pub mod control;
pub mod doctor;
pub mod import;
pub mod inside;
pub mod keys;
pub mod prove;
pub mod restore;
pub mod s3;
pub mod sbom;
pub mod school;
pub mod screen;
pub mod serve;
#[cfg(unix)]
pub mod socket;

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand};
use kernel::{Clock, Error, Random, Result};
use serde::{Deserialize, Serialize};
use site::build::{Built, Plan, build};
use store::Location;
use store::backup::Target;
use store::keys::{MasterSource, VARIABLE};

use crate::{editions, modules};

/// A school platform in one binary that keeps its privacy promises by construction.
#[derive(Parser)]
#[command(
    name = "homeroom",
    version,
    after_help = "Try it: homeroom demo\nHost it: homeroom serve --data /var/lib/homeroom\n\nExit codes: 0 done; 1 a check found a fault; 2 wrong words or settings; 3 refused, nothing stored;\n4 the machine or the data folder is at fault."
)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
#[expect(clippy::large_enum_variant, reason = "there is one, made from the command line")]
pub enum Command {
    /// A school with believable people, open to every role with one click.
    #[command(
        after_help = "Examples:\n  homeroom demo\n  homeroom demo nursery --students 40\n  homeroom demo --json --listen 127.0.0.1:0"
    )]
    Demo(crate::demo::DemoArgs),
    /// The server. Its first start prints a one-time link for the first operator.
    #[command(
        after_help = "Examples:\n  homeroom serve --data /var/lib/homeroom --url https://school.example\n  homeroom serve --smtp smtp://mail.example:587 --mail-from school@example.org\n  homeroom serve --config /etc/homeroom.toml\n  homeroom serve --listen 0.0.0.0:443 --redirect-from 0.0.0.0:80 --acme-domain school.example --acme-contact it@school.example\n\nSettings file (TOML): each flag's name as a key, with _ for -, each optional.\nA flag is stronger than the environment, the environment stronger than the file."
    )]
    Serve(Box<serve::ServeArgs>),
    #[command(flatten)]
    Inside(inside::Inside),
    /// Brings a backup back, to a new folder or in place. No server may be at work in the folder.
    #[command(
        after_help = "Examples:\n  homeroom restore --from /mnt/backups --kit /mnt/kit --master-key master.key --data /var/lib/homeroom\n  homeroom restore --in-place --school kastanje\n  homeroom restore --in-place --backup backup-2026-11-20T02-30-00.000Z"
    )]
    Restore(restore::RestoreArgs),
    /// Moves the installation's own data, so that several processes can serve it, or back. No server may be at work.
    #[command(
        after_help = "Examples:\n  homeroom move-control --to postgres://homeroom@db.example/homeroom\n  homeroom move-control --control postgres://homeroom@db.example/homeroom --to sqlite:"
    )]
    MoveControl(control::MoveControlArgs),
    /// The role × act table: who may do what.
    #[command(after_help = "Examples:\n  homeroom access > access.txt\n  homeroom access --json")]
    Access(Output),
    /// Every promise, done in temporary schools, with its evidence. Exit code 1 if one is broken.
    #[command(
        after_help = "Examples:\n  homeroom prove\n  homeroom prove --only C026\n  homeroom prove --report promises.html"
    )]
    Prove(prove::ProveArgs),
    /// The bill of materials of this very binary: every package it was built of (CycloneDX 1.5).
    #[command(after_help = "Example:\n  homeroom sbom > homeroom.cdx.json")]
    Sbom(Output),
}

/// Where the data live, and the file that may say so.
#[derive(Args, Clone, Default)]
pub struct Data {
    /// The data folder.
    #[arg(long, env = "HOMEROOM_DATA", default_value = "data")]
    pub data: PathBuf,
    /// Settings file; without it DATA/homeroom.toml, else ./homeroom.toml. Flags and environment are stronger.
    // After parsing, the file that was read.
    #[arg(long, value_name = "FILE", env = "HOMEROOM_CONFIG")]
    pub config: Option<PathBuf>,
    /// What prints the master key, where a key service holds it: words with spaces between, or a JSON list. Run without
    /// a shell. A key in HOMEROOM_MASTER_KEY needs none; without either, DATA/master.key holds it.
    #[arg(
        id = "master_key_command",
        long = "master-key-command",
        value_name = "COMMAND",
        env = "HOMEROOM_MASTER_KEY_COMMAND"
    )]
    pub master_key_command: Option<String>,
    /// PostgreSQL database of the installation's own data, postgres://login@host/database: several processes may serve
    /// the same folder then. Without it, one process, and these data in the folder.
    #[arg(long, value_name = "LOCATION", env = "HOMEROOM_CONTROL", hide_env_values = true)]
    pub control: Option<String>,
    /// Where pictures and papers lie: a folder, or s3://BUCKET/PREFIX; without it in the data folder.
    #[arg(long, value_name = "PLACE", env = "HOMEROOM_MEDIA_TO")]
    pub media_to: Option<String>,
    #[command(flatten)]
    pub s3: s3::S3,
}

impl Data {
    /// Who holds the master key. Nothing here can take it out of this process's environment (that is unsafe once there
    /// are threads); whatever is started from here gets an environment without it.
    pub fn master(&self) -> Result<MasterSource> {
        MasterSource::new(std::env::var(VARIABLE).ok(), self.master_key_command.as_deref())
    }

    /// Where the installation's own data lie.
    pub fn control(&self) -> Result<Location> {
        self.control.as_deref().map_or(Ok(Location::Folder), str::parse)
    }

    /// Where pictures and papers lie, where somebody said so.
    pub fn media(&self) -> Result<Option<Target>> {
        self.media_to.as_deref().map(|place| Target::parse(place, &self.s3.access())).transpose()
    }
}

/// How a command speaks.
#[derive(Args, Clone, Copy, Default, Serialize, Deserialize)]
pub struct Output {
    /// Print JSON, errors too (on standard error).
    #[arg(long)]
    pub json: bool,
    /// Show no progress.
    #[arg(long)]
    pub quiet: bool,
}

/// The house on a data folder, as every command that needs one builds it.
pub fn open(data: &Data, url: String) -> Result<Built> {
    let media = data.media()?;
    let folder = std::path::absolute(&data.data).map_err(Error::internal)?;
    let built = build(Plan { master: data.master()?, control: data.control()?, ..plan(&folder, url)? })?;
    if let Some(place) = media {
        let _ = built.house.schools.media.set(place);
    }
    restore::let_in(&built)?;
    Ok(built)
}

/// The house of a demo, where anybody enters as anybody; `pseudo` speaks in disguise.
pub fn open_demo(data: &Path, url: String, pseudo: bool) -> Result<Built> {
    let folder = std::path::absolute(data).map_err(Error::internal)?;
    let mut plan = Plan { demo: true, pseudo, ..plan(&folder, url)? };
    plan.modules.push(crate::demo::module());
    build(plan)
}

fn plan(folder: &Path, url: String) -> Result<Plan<'_>> {
    Ok(Plan {
        modules: modules::all(),
        editions: editions::all()?,
        door: modules::door(),
        folder,
        master: MasterSource::File,
        control: Location::Folder,
        clock: Clock::System,
        random: Random::System,
        demo: false,
        strict: false,
        url,
        pseudo: false,
    })
}
