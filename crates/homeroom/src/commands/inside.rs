//! Commands on a data folder. The process that owns the folder runs them: this one, or the server that is at
//! work there and is asked through its socket. Either way it is the same function.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Subcommand;
use notify::Senders;
use roster::rows::SourceFile;
use serde::{Deserialize, Serialize};
use site::House;
use store::DataFolder;
use store::outbox::Channel;

use super::school::SchoolCommand;
use super::screen::{Screen, Terminal};
use super::{Data, Output, audit, backup, doctor, import, keys, open, school};
use crate::failure::Failure;

#[derive(Subcommand, Serialize, Deserialize)]
pub enum Inside {
    /// Reads a roster and says what it would change; stores it with --apply.
    #[command(
        after_help = "Examples:\n  homeroom import pupils.xml --school kastanje\n  homeroom import students.csv guardians.csv --school kastanje --apply --json\n  homeroom import oneroster.zip --school kastanje\n  homeroom import delivery/ --school kastanje"
    )]
    Import(import::ImportArgs),
    /// Founds, lists and shows schools.
    #[command(subcommand, after_help = "Examples:\n  homeroom school list\n  homeroom school show kastanje")]
    School(school::SchoolCommand),
    /// The audit chain of a school.
    #[command(subcommand, after_help = "Example:\n  homeroom audit verify kastanje")]
    Audit(audit::AuditCommand),
    /// Backs everything up now, and checks it by restoring it apart.
    #[command(
        after_help = "Examples:\n  homeroom backup\n  homeroom backup --backup-to /mnt/one,/mnt/two --backup-kit-to /mnt/kit\n  homeroom backup list\n  homeroom backup drill"
    )]
    Backup(backup::BackupArgs),
    /// The keys: another master, another key for a school, the end of a school for good.
    #[command(
        subcommand,
        after_help = "Examples:\n  homeroom keys show\n  homeroom keys rotate --master\n  homeroom keys rotate kastanje\n  homeroom keys destroy kastanje --yes kastanje"
    )]
    Keys(keys::KeysCommand),
    /// What is wrong with this installation, and the fix for each.
    #[command(
        after_help = "Examples:\n  homeroom doctor --data /var/lib/homeroom\n  homeroom doctor --json --config /etc/homeroom.toml"
    )]
    Doctor(doctor::DoctorArgs),
}

/// The process that owns the folder, as its commands know it.
#[derive(Clone)]
pub struct Owner {
    pub house: Arc<House>,
    /// The settings file it read.
    pub config: Option<PathBuf>,
    /// What it sends, if it is a server.
    pub server_sends: Option<Sends>,
}

/// Which ways out of the house are set up.
#[derive(Clone, Copy)]
pub struct Sends {
    pub mail: bool,
    pub sms: bool,
}

impl Sends {
    pub fn of(senders: &Senders) -> Self {
        Self { mail: senders.has(Channel::Mail), sms: senders.has(Channel::Sms) }
    }
}

/// Runs the command here if nobody owns the folder, else where the folder is owned.
pub fn run(command: &Inside) -> Result<(), Failure> {
    let mut screen = Terminal::new(command.output()).writing_to(command.out());
    if let Inside::Keys(command) = command
        && let Some(done) = command.apart(&mut screen)
    {
        return done;
    }
    let files = command.files(&mut screen)?;
    let data = command.data();
    if let Some(server) = reach(data)? {
        return ask(server, command, &files, &mut screen);
    }
    let opened = match begin(command) {
        Ok(house) => Ok(house),
        // A server that was just starting has its socket by now.
        Err(error) => match reach(data)? {
            Some(server) => return ask(server, command, &files, &mut screen),
            None => Err(error),
        },
    };
    match (opened, command) {
        (Ok(house), _) => {
            let owner = Owner { house, config: data.config.clone(), server_sends: None };
            command.perform(&owner, files, &mut screen)
        }
        (Err(failure), Inside::Doctor(args)) => doctor::unopened(args, failure, &mut screen),
        (Err(failure), _) => Err(failure),
    }
}

/// Opens the house in this process.
fn begin(command: &Inside) -> Result<Arc<House>, Failure> {
    let folder = &command.data().data;
    if !DataFolder::is_one(folder) && !command.begins_a_folder() {
        let folder = folder.display();
        return Err(Failure::refused(format!(
            "there is no Homeroom in {folder}. Name its folder with --data, or begin one: homeroom serve --data {folder}"
        )));
    }
    Ok(open(command.data(), command.url())?.house)
}

impl Inside {
    /// Does what the command says, in a house that is open.
    pub fn perform(&self, owner: &Owner, files: Vec<SourceFile>, screen: &mut dyn Screen) -> Result<(), Failure> {
        match self {
            Self::Import(args) => import::run(args, owner, files, screen),
            Self::School(command) => school::run(command, owner, screen),
            Self::Audit(command) => audit::run(command, owner, screen),
            Self::Backup(args) => backup::run(args, owner, screen),
            Self::Keys(command) => keys::run(command, owner, screen),
            Self::Doctor(args) => doctor::run(args, owner, screen),
        }
    }

    /// What the command reads besides the folder. Read by whoever types it: a server may be kept away from
    /// people's own folders.
    fn files(&self, screen: &mut dyn Screen) -> Result<Vec<SourceFile>, Failure> {
        match self {
            Self::Import(args) => import::read(args, screen),
            Self::School(_) | Self::Audit(_) | Self::Backup(_) | Self::Keys(_) | Self::Doctor(_) => Ok(Vec::new()),
        }
    }

    fn data(&self) -> &Data {
        match self {
            Self::Import(args) => &args.data,
            Self::School(command) => command.data(),
            Self::Audit(command) => command.data(),
            Self::Backup(args) => args.data(),
            Self::Keys(command) => command.data(),
            Self::Doctor(args) => &args.data,
        }
    }

    fn output(&self) -> Output {
        match self {
            Self::Import(args) => args.output,
            Self::School(command) => command.output(),
            Self::Audit(command) => command.output(),
            Self::Backup(args) => args.output(),
            Self::Keys(command) => command.output(),
            Self::Doctor(args) => args.output,
        }
    }

    /// Where a file goes that the command hands over.
    fn out(&self) -> Option<PathBuf> {
        match self {
            Self::School(command) => command.out(),
            Self::Import(_) | Self::Audit(_) | Self::Backup(_) | Self::Keys(_) | Self::Doctor(_) => None,
        }
    }

    /// Founding a school makes the folder if need be; any other command on a wrong folder is a slip.
    fn begins_a_folder(&self) -> bool {
        matches!(self, Self::School(SchoolCommand::Found(_)))
    }

    /// Where people reach the installation, as far as the command line says; a server knows better.
    fn url(&self) -> String {
        match self {
            Self::School(SchoolCommand::Found(args)) => args.url.clone(),
            _ => String::new(),
        }
    }
}

#[cfg(unix)]
use super::socket::{ask, connect};

#[cfg(unix)]
fn reach(data: &Data) -> Result<Option<std::os::unix::net::UnixStream>, Failure> {
    connect(&data.data)
}

/// Without Unix sockets a command opens the folder itself, or is refused.
#[cfg(not(unix))]
fn reach(_: &Data) -> Result<Option<std::convert::Infallible>, Failure> {
    Ok(None)
}

#[cfg(not(unix))]
fn ask(server: std::convert::Infallible, _: &Inside, _: &[SourceFile], _: &mut Terminal) -> Result<(), Failure> {
    match server {}
}
