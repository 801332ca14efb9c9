//! `homeroom keys`: another master, another key for a school, the end of a school for good, and what proves it (C004).

use std::path::PathBuf;

use clap::{ArgGroup, Args, Subcommand};
use installation::{acts, entry};
use kernel::Error;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::Schools;
use store::backup::Settings;
use store::keys::{Certificate, State, public_key_in};

use super::backup::Places;
use super::inside::Owner;
use super::screen::Screen;
use super::{Data, Output};
use crate::failure::Failure;

#[derive(Subcommand, Serialize, Deserialize)]
pub enum KeysCommand {
    /// Who holds the master key, and what waits.
    #[command(after_help = "Example:\n  homeroom keys show")]
    Show(Common),
    /// Puts another master key, or another key of one school, in the place of the one there is.
    #[command(
        after_help = "Examples:\n  homeroom keys rotate --master\n  homeroom keys rotate kastanje\n\nSchools are served meanwhile. Copy the new master.key to your safe at once: old copies open nothing that is made from now on."
    )]
    Rotate(RotateArgs),
    /// Says that the new master key is in its place, where somebody else holds it, and the old one destroyed.
    #[command(after_help = "Example:\n  homeroom keys confirm")]
    Confirm(Common),
    /// Ends a school's data for good: its database and every backup of it can be read by nobody any more.
    #[command(
        after_help = "Example:\n  homeroom keys destroy kastanje --yes kastanje\n\nNothing brings the school back. The certificate lies in DATA/certificates."
    )]
    Destroy(DestroyArgs),
    /// Checks a deletion certificate. Needs no data folder. Exit code 1 if it was changed or somebody else signed it.
    #[command(
        after_help = "Examples:\n  homeroom keys verify-certificate 0191….json\n  homeroom keys verify-certificate 0191….json --key 9f86d081…"
    )]
    VerifyCertificate(VerifyArgs),
}

#[derive(Args, Serialize, Deserialize)]
pub struct Common {
    #[command(flatten)]
    #[serde(skip)]
    data: Data,
    #[command(flatten)]
    #[serde(skip)]
    places: Places,
    #[command(flatten)]
    output: Output,
}

#[derive(Args, Serialize, Deserialize)]
#[command(group(ArgGroup::new("which").required(true).args(["master", "school"])))]
pub struct RotateArgs {
    /// The school's short name.
    school: Option<String>,
    /// The master key, which wraps all others.
    #[arg(long)]
    master: bool,
    #[command(flatten)]
    common: Common,
}

#[derive(Args, Serialize, Deserialize)]
pub struct DestroyArgs {
    /// The school's short name.
    school: String,
    /// The short name once more: that you mean it.
    #[arg(long, value_name = "SCHOOL")]
    yes: Option<String>,
    #[command(flatten)]
    common: Common,
}

#[derive(Args, Serialize, Deserialize)]
pub struct VerifyArgs {
    /// The certificate.
    #[serde(skip)]
    file: PathBuf,
    /// The public key of the installation that is to have signed it; without it, that of the data folder if there is one.
    #[arg(long, value_name = "HEX")]
    key: Option<String>,
    #[command(flatten)]
    #[serde(skip)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

impl KeysCommand {
    fn common(&self) -> (&Data, Output) {
        match self {
            Self::Show(common) | Self::Confirm(common) => (&common.data, common.output),
            Self::Rotate(args) => (&args.common.data, args.common.output),
            Self::Destroy(args) => (&args.common.data, args.common.output),
            Self::VerifyCertificate(args) => (&args.data, args.output),
        }
    }

    pub fn data(&self) -> &Data {
        self.common().0
    }

    pub fn output(&self) -> Output {
        self.common().1
    }

    /// What needs no folder and no server.
    pub fn apart(&self, screen: &mut dyn Screen) -> Option<Result<(), Failure>> {
        match self {
            Self::VerifyCertificate(args) => Some(verify(args, screen)),
            Self::Show(_) | Self::Rotate(_) | Self::Confirm(_) | Self::Destroy(_) => None,
        }
    }
}

pub fn run(command: &KeysCommand, owner: &Owner, screen: &mut dyn Screen) -> Result<(), Failure> {
    match command {
        KeysCommand::Show(common) => show(common, owner, screen),
        KeysCommand::Rotate(args) => rotate(args, owner, screen),
        KeysCommand::Confirm(common) => confirm(common, owner, screen),
        KeysCommand::Destroy(args) => destroy(args, owner, screen),
        KeysCommand::VerifyCertificate(args) => verify(args, screen),
    }
}

fn show(common: &Common, owner: &Owner, screen: &mut dyn Screen) -> Result<(), Failure> {
    let schools = &owner.house.schools;
    let keys = schools.keys();
    let (held, master, waits) = (keys.held(), keys.master_digest(), keys.waits_for_holder());
    let public = keys.public_key(&schools.random)?;
    if common.output.json {
        screen.print(&json!({
            "master": { "held": held, "digest": master, "waits_for_holder": waits }, "certificates_signed_with": public,
        }));
    } else {
        screen.print(&format_args!("master        {} ({held})", short(&master)));
        if waits {
            screen.print(&"waits         for the holder of the master to put the new one in its place: homeroom keys rotate --master shows it again");
        }
        screen.print(&format_args!("certificates  are signed with {public}"));
    }
    Ok(())
}

/// The beginning of a digest, for people to compare.
fn short(digest: &str) -> &str {
    digest.get(..16).unwrap_or(digest)
}

fn rotate(args: &RotateArgs, owner: &Owner, screen: &mut dyn Screen) -> Result<(), Failure> {
    match &args.school {
        Some(slug) => rotate_school(args, slug, owner, screen),
        None => rotate_master(args, owner, screen),
    }
}

fn rotate_school(args: &RotateArgs, slug: &str, owner: &Owner, screen: &mut dyn Screen) -> Result<(), Failure> {
    let schools = &owner.house.schools;
    let school = entry::find(schools, slug)?.ok_or_else(|| unknown(slug))?;
    let made = schools.rotate_school(school.id, &mut |_| {}).map_err(|error| match error {
        Error::Busy => Failure::fault(format!("somebody reads in {slug} all the time, or writes a backup: try again")),
        other => other.into(),
    })?;
    let kit = deliver(schools, &settings(&args.common, schools)?);
    if args.common.output.json {
        screen.print(&json!({ "slug": school.slug, "epoch": made.epoch, "resealed": made.resealed }));
    } else {
        screen.print(&format_args!(
            "{} has another key, its {}th change; {} sealed fields were sealed anew. The key before opens the backups that \
             there are, and goes with the last of them.",
            school.name, made.epoch, made.resealed
        ));
    }
    kit
}

fn rotate_master(args: &RotateArgs, owner: &Owner, screen: &mut dyn Screen) -> Result<(), Failure> {
    let schools = &owner.house.schools;
    // Asked again before the holder has it, it is shown again.
    if let Some(waiting) = schools.keys().waiting_master() {
        tell_holder(args.common.output, &waiting, &schools.keys().master_digest(), None, screen);
        return Ok(());
    }
    let rotated = schools.rotate_master(&mut |_| {})?;
    let kit = deliver(schools, &settings(&args.common, schools)?);
    if let Some(new) = &rotated.for_holder {
        tell_holder(args.common.output, new, &rotated.master, Some(rotated.keys), screen);
    } else if args.common.output.json {
        screen.print(&json!({ "keys": rotated.keys, "master": rotated.master }));
    } else {
        screen.print(&format_args!(
            "{} keys are wrapped under the new master key {}, and the old one is destroyed. Copy {} to your safe now: \
             recovery kits from now on open with it alone.",
            rotated.keys,
            short(&rotated.master),
            schools.folder.root().join("master.key").display()
        ));
    }
    kit
}

/// The new master for whoever holds it: the one place where it is shown.
fn tell_holder(output: Output, new: &str, digest: &str, keys: Option<usize>, screen: &mut dyn Screen) {
    if output.json {
        screen.print(&json!({ "keys": keys, "master": digest, "new_master": new }));
        return;
    }
    screen.print(&format_args!(
        "The new master key is\n\n  {new}\n\nPut it where the old one is held, destroy the old one there, and then: homeroom keys confirm\n(where the environment holds it, start Homeroom again first). Until then the old one still opens everything."
    ));
}

fn confirm(common: &Common, owner: &Owner, screen: &mut dyn Screen) -> Result<(), Failure> {
    let schools = &owner.house.schools;
    let certificates = schools.confirm_master().map_err(|error| Failure::refused(error.to_string()))?;
    let kit = deliver(schools, &settings(common, schools)?);
    if common.output.json {
        screen.print(&json!({ "master": schools.keys().master_digest(), "final": certificates }));
    } else {
        screen.print(&"The new master key is in its place; the old one opens nothing here any more.");
        for file in certificates {
            screen.print(&format_args!("final now: {}", file.display()));
        }
    }
    kit
}

fn destroy(args: &DestroyArgs, owner: &Owner, screen: &mut dyn Screen) -> Result<(), Failure> {
    let schools = &owner.house.schools;
    let school = entry::find(schools, &args.school)?.ok_or_else(|| unknown(&args.school))?;
    if args.yes.as_deref() != Some(school.slug.as_str()) {
        return Err(Failure::refused(format!(
            "{} and every backup of it would be gone for good, and nothing brings them back. If that is meant: --yes {}",
            school.name, school.slug
        )));
    }
    // The end of one that was cut off goes on.
    if schools.keys().waits_for_holder() && schools.keys().has(school.id.0) {
        return Err(Failure::refused(
            "the last new master key is not in its place yet: give it to its holder, then homeroom keys confirm",
        ));
    }
    let settings = settings(&args.common, schools)?;
    let destroyed = schools.destroy_school(school.id, &school.slug, &settings.to, &mut |_| {})?;
    entry::own_context(schools)?.write(acts::END_SCHOOL.on(()), |work, _| entry::remove(work, school.id))?;
    let kit = deliver(schools, &settings);
    let is_pending = destroyed.statement.state == State::Pending;
    let new = destroyed.for_holder.as_deref();
    if args.common.output.json {
        screen.print(&json!({
            "slug": school.slug, "certificate": destroyed.certificate, "statement": destroyed.statement, "new_master": new,
        }));
        return kit;
    }
    screen.print(&format_args!(
        "{} is gone: {} keys destroyed, {} files in backups open no more.\ncertificate  {} ({})",
        school.name,
        destroyed.statement.keys.len(),
        destroyed.statement.backups.len(),
        destroyed.certificate.display(),
        if is_pending { "pending" } else { "final" }
    ));
    match new {
        Some(new) => tell_holder(args.common.output, new, &schools.keys().master_digest(), None, screen),
        None => screen.print(&format_args!(
            "There is a new master key. Copy {} to your safe now, and destroy the copies of the old one.",
            schools.folder.root().join("master.key").display()
        )),
    }
    kit
}

fn verify(args: &VerifyArgs, screen: &mut dyn Screen) -> Result<(), Failure> {
    let text = std::fs::read_to_string(&args.file)
        .map_err(|e| Failure::refused(format!("{} cannot be read: {e}", args.file.display())))?;
    let expected = args.key.clone().or_else(|| public_key_in(&args.data.data));
    let verdict = Certificate::verify(&text, expected.as_deref()).map_err(|error| Failure::found(error.to_string()))?;
    let statement = &verdict.statement;
    if args.output.json {
        screen.print(&json!(verdict));
    } else {
        let state = if statement.state == State::Final { "final" } else { "pending" };
        screen.print(&format_args!(
            "{} ({}), destroyed at {}: {state}\n{}\nsigned with {}",
            statement.school, statement.database, statement.destroyed_at, statement.says, statement.installation
        ));
    }
    match verdict.is_known {
        Some(true) => Ok(()),
        Some(false) => Err(Failure::found("the certificate is whole, but another installation signed it")),
        None => {
            if !args.output.json {
                screen.print(&"Compare the key with the one that the installation gave you: --key does it.");
            }
            Ok(())
        }
    }
}

fn unknown(slug: &str) -> Failure {
    Failure::refused(format!("no school here is called {slug}: see `homeroom school list`"))
}

/// A server's own places come before those of whoever asks it.
fn settings(common: &Common, schools: &Schools) -> Result<Settings, Failure> {
    schools.backups.get().cloned().map_or_else(|| common.places.settings(&common.data), Ok)
}

/// Keys have changed: the kits at their places are to be of them.
fn deliver(schools: &Schools, settings: &Settings) -> Result<(), Failure> {
    if settings.kit_to.is_empty() {
        return Ok(());
    }
    schools.deliver_kit(&settings.kit_to).map(|_| ()).map_err(|error| {
        Failure::found(format!("done, but the recovery kit could not be brought to its places: {error}"))
    })
}
