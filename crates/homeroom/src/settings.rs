//! `homeroom.toml`: what a host sets once. The environment is stronger than the file, a flag stronger than
//! both; everything has a default. The file's values become the defaults of the command line's own words, so
//! that the order of strength is clap's and stated nowhere else.

use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, CommandFactory, FromArgMatches};
use serde::Deserialize;

use crate::commands::Cli;
use crate::failure::Failure;

/// The file's name where none is given.
const NAME: &str = "homeroom.toml";

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    data: Option<PathBuf>,
    master_key_command: Option<Program>,
    listen: Option<SocketAddr>,
    url: Option<String>,
    location: Option<String>,
    control: Option<String>,
    smtp: Option<String>,
    mail_from: Option<String>,
    #[serde(default)]
    sms: Sms,
    #[serde(default)]
    backup: Backup,
    #[serde(default)]
    media: Media,
    #[serde(default)]
    s3: S3,
    tls_cert: Option<PathBuf>,
    tls_key: Option<PathBuf>,
    acme_domain: Option<Words>,
    acme_contact: Option<String>,
    acme_directory: Option<String>,
    acme_root: Option<PathBuf>,
    redirect_from: Option<SocketAddr>,
    trusted_proxy: Option<Words>,
    metrics: Option<SocketAddr>,
    max_connections: Option<usize>,
}

/// The part `[sms]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sms {
    url: Option<String>,
    account: Option<String>,
    secret: Option<String>,
    from: Option<String>,
    hosts: Option<Vec<String>>,
}

/// The part `[backup]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Backup {
    to: Option<Folders>,
    kit_to: Option<Folders>,
    at: Option<String>,
}

/// The part `[media]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Media {
    to: Option<String>,
}

/// The part `[s3]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct S3 {
    endpoint: Option<String>,
    region: Option<String>,
    key: Option<String>,
    secret: Option<String>,
}

/// One folder or bucket, or several.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Folders {
    One(String),
    Several(Vec<String>),
}

/// A folder is meant from the settings file's own; a bucket is where it is.
fn place(file: &Path, place: &str) -> OsString {
    if place.contains("://") { place.into() } else { file.join(place).into() }
}

impl Folders {
    /// Relative ones are meant from the settings file's own.
    fn from(self, file: &Path) -> OsString {
        let all = match self {
            Self::One(one) => vec![one],
            Self::Several(several) => several,
        };
        let there: Vec<OsString> = all.iter().map(|folder| place(file, folder)).collect();
        there.join(OsString::from(",").as_os_str())
    }
}

/// A program with its words: in one text, or each by itself.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Program {
    Line(String),
    Words(Vec<String>),
}

impl From<Program> for OsString {
    fn from(program: Program) -> Self {
        match program {
            Program::Line(line) => line.into(),
            Program::Words(words) => serde_json::json!(words).to_string().into(),
        }
    }
}

/// One word, or several.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Words {
    One(String),
    Several(Vec<String>),
}

impl From<Words> for OsString {
    fn from(words: Words) -> Self {
        match words {
            Words::One(word) => word.into(),
            Words::Several(words) => words.join(",").into(),
        }
    }
}

/// Reads the command line. A command that works on a data folder takes its defaults from a settings file, if
/// there is one; which one stands in its `config` afterwards.
pub fn command_line(words: impl IntoIterator<Item = OsString>) -> Result<Cli, Failure> {
    let words: Vec<OsString> = words.into_iter().collect();
    let json = words.iter().any(|word| word == "--json");
    let refused = |error: clap::Error| {
        if json && error.use_stderr() { Failure::usage(first_line(&error)) } else { error.exit() }
    };
    let plain = Cli::command();
    let mut matches = plain.clone().try_get_matches_from(&words).map_err(refused)?;
    if let Some(file) = find(&matches) {
        let defaults = Settings::read(&file)?.defaults(&file);
        matches = with_defaults(plain, &defaults).try_get_matches_from(&words).map_err(refused)?;
    }
    Cli::from_arg_matches(&matches).map_err(refused)
}

fn first_line(error: &clap::Error) -> String {
    error.to_string().lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned()
}

/// The file to read: the one that was named, else the data folder's own, else the one here.
fn find(matches: &ArgMatches) -> Option<PathBuf> {
    let mut command = matches;
    while let Some((_, inner)) = command.subcommand() {
        command = inner;
    }
    let (Ok(named), Ok(Some(data))) =
        (command.try_get_one::<PathBuf>("config"), command.try_get_one::<PathBuf>("data"))
    else {
        return None;
    };
    if let Some(file) = named {
        return Some(file.clone());
    }
    [data.join(NAME), PathBuf::from(NAME)].into_iter().find(|file| file.exists())
}

impl Settings {
    fn read(file: &Path) -> Result<Self, Failure> {
        let text = std::fs::read_to_string(file)
            .map_err(|e| Failure::usage(format!("the settings file {} cannot be read: {e}", file.display())))?;
        Self::parse(file, &text)
    }

    fn parse(file: &Path, text: &str) -> Result<Self, Failure> {
        toml::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            Failure::usage(format!("{}, line {line}: {}", file.display(), error.message()))
        })
    }

    /// Each value under the id of the argument it stands for. A relative path is meant from the file's own.
    fn defaults(self, file: &Path) -> Vec<(&'static str, OsString)> {
        let from = file.parent().unwrap_or(Path::new(""));
        let there = |path: Option<PathBuf>| path.map(|path| from.join(path).into());
        [
            ("config", Some(file.into())),
            ("data", there(self.data)),
            ("master_key_command", self.master_key_command.map(Into::into)),
            ("listen", self.listen.map(|listen| listen.to_string().into())),
            ("url", self.url.map(Into::into)),
            ("location", self.location.map(Into::into)),
            ("control", self.control.map(Into::into)),
            ("smtp", self.smtp.map(Into::into)),
            ("mail_from", self.mail_from.map(Into::into)),
            ("tls_cert", there(self.tls_cert)),
            ("tls_key", there(self.tls_key)),
            ("acme_domain", self.acme_domain.map(Into::into)),
            ("acme_contact", self.acme_contact.map(Into::into)),
            ("acme_directory", self.acme_directory.map(Into::into)),
            ("acme_root", there(self.acme_root)),
            ("redirect_from", self.redirect_from.map(|address| address.to_string().into())),
            ("trusted_proxy", self.trusted_proxy.map(Into::into)),
            ("metrics", self.metrics.map(|address| address.to_string().into())),
            ("max_connections", self.max_connections.map(|most| most.to_string().into())),
            ("backup_to", self.backup.to.map(|to| to.from(from))),
            ("backup_kit_to", self.backup.kit_to.map(|to| to.from(from))),
            ("backup_at", self.backup.at.map(Into::into)),
            ("media_to", self.media.to.map(|to| place(from, &to))),
            ("s3_endpoint", self.s3.endpoint.map(Into::into)),
            ("s3_region", self.s3.region.map(Into::into)),
            ("s3_key", self.s3.key.map(Into::into)),
            ("s3_secret", self.s3.secret.map(Into::into)),
            ("sms_url", self.sms.url.map(Into::into)),
            ("sms_account", self.sms.account.map(Into::into)),
            ("sms_secret", self.sms.secret.map(Into::into)),
            ("sms_from", self.sms.from.map(Into::into)),
            ("sms_hosts", self.sms.hosts.map(|hosts| hosts.join(",").into())),
        ]
        .into_iter()
        .filter_map(|(id, value)| Some((id, value?)))
        .collect()
    }
}

/// The same command line with other defaults, wherever a command that reads the file has such a word.
fn with_defaults(command: Command, defaults: &[(&'static str, OsString)]) -> Command {
    let reads = command.get_arguments().any(|arg| arg.get_id() == "config");
    let command = command.mut_args(|arg| match defaults.iter().find(|(id, _)| reads && arg.get_id() == id) {
        Some((_, value)) => arg.default_value(value.clone()),
        None => arg,
    });
    command.mut_subcommands(|inner| with_defaults(inner, defaults))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> String {
        Settings::parse(Path::new("/etc/homeroom.toml"), text).unwrap_err().error
    }

    #[test]
    fn a_wrong_key_or_type_is_named_with_its_file_and_line() {
        assert_eq!(
            refusal("listen = '127.0.0.1:80'\ncolour = 'red'\n"),
            "/etc/homeroom.toml, line 2: unknown field `colour`, expected one of `data`, `master_key_command`, \
             `listen`, `url`, `location`, `control`, `smtp`, `mail_from`, `sms`, `backup`, `media`, `s3`, `tls_cert`, `tls_key`, \
             `acme_domain`, `acme_contact`, `acme_directory`, `acme_root`, `redirect_from`, `trusted_proxy`, \
             `metrics`, `max_connections`"
        );
        assert!(refusal("\n\nurl = 7\n").starts_with("/etc/homeroom.toml, line 3: invalid type: integer `7`"));
        assert!(refusal("listen = 'everywhere'").starts_with("/etc/homeroom.toml, line 1: invalid socket address"));
        assert!(refusal("data = 'x'\ndata = 'y'").starts_with("/etc/homeroom.toml, line 2: duplicate key"));
        assert!(refusal("[serve").starts_with("/etc/homeroom.toml, line 1: "));
    }

    #[test]
    fn a_relative_folder_is_meant_from_the_files_own() {
        let file = Path::new("/etc/homeroom/homeroom.toml");
        let defaults = Settings::parse(file, "data = 'kept'").unwrap().defaults(file);
        assert_eq!(defaults, [("config", file.into()), ("data", OsString::from("/etc/homeroom/kept"))]);
    }
}
