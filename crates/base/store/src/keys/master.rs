//! Where the master key comes from: a file of this account's alone, the environment, or a key service that a command
//! asks. What is held outside is never written here.

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use kernel::{Error, Random, Result};
use zeroize::Zeroizing;

use super::{DataKey, Masters, file_in, unreadable, unwrap, wipe, wrap, write_secret};

/// The file in the data folder.
pub(super) const FILE: &str = "master.key";
/// The name of a wrapped key that is a master: the new one, under the one that its holder still gives.
pub(super) const BRIDGE: &str = "master-bridge";
/// Removed from the environment of whatever is started.
pub const VARIABLE: &str = "HOMEROOM_MASTER_KEY";
/// A key service that says nothing for so long is left.
const PATIENCE: Duration = Duration::from_secs(30);
/// No answer is longer than this.
const ANSWER: u64 = 4_096;

/// Who holds the master key.
#[derive(Clone, Default)]
pub enum MasterSource {
    /// `master.key` in the data folder.
    #[default]
    File,
    /// The environment gave it: 64 hexadecimal digits.
    Environment(Zeroizing<String>),
    /// What this program prints: the program and its words, run without a shell.
    Command(Vec<String>),
}

impl MasterSource {
    /// What the environment and the settings say: at most one of them says something. A command is words with spaces
    /// between them, or a JSON list where a word has spaces itself.
    pub fn new(given: Option<String>, command: Option<&str>) -> Result<Self> {
        let given = given.filter(|text| !text.is_empty()).map(Zeroizing::new);
        match (given, command.map(str::trim).filter(|command| !command.is_empty())) {
            (Some(_), Some(_)) => Err(Error::Internal(format!(
                "{VARIABLE} and a master key command are both set: keep one of them; nothing was opened"
            ))),
            (Some(given), None) => Ok(Self::Environment(given)),
            (None, Some(command)) => Self::command(command),
            (None, None) => Ok(Self::File),
        }
    }

    fn command(text: &str) -> Result<Self> {
        let words: Vec<String> = if text.starts_with('[') {
            serde_json::from_str(text).map_err(|_| {
                Error::Internal(format!("the master key command {text} begins as a list of words and is none"))
            })?
        } else {
            text.split_whitespace().map(str::to_owned).collect()
        };
        if words.is_empty() {
            return Err(Error::Internal("the master key command has no words".to_owned()));
        }
        Ok(Self::Command(words))
    }

    /// Whether somebody else than this data folder holds it.
    pub fn is_outside(&self) -> bool {
        !matches!(self, Self::File)
    }

    /// For certificates and for `homeroom keys show`.
    pub fn word(&self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Environment(_) => "environment",
            Self::Command(_) => "command",
        }
    }

    /// The master as its holder gives it now.
    pub(crate) fn fetch(&self, data: &Path) -> Result<DataKey> {
        let file = data.join(FILE);
        if self.is_outside() && file.exists() {
            return Err(Error::Internal(format!(
                "{} is there, and a master key is given from outside as well. Keep one: take the file away once you \
                 are sure that the other place has the same key, or give none; nothing was opened.",
                file.display()
            )));
        }
        match self {
            Self::File => {
                is_private(&file)?;
                let text = Zeroizing::new(fs::read_to_string(&file).map_err(|e| unreadable(&file, &e))?);
                parse(&text, &file.display().to_string())
            }
            Self::Environment(text) => parse(text, VARIABLE),
            Self::Command(words) => parse(&asked(words)?, &named(words)),
        }
    }
}

/// A key in hexadecimal digits; `place` is where they stood.
pub(crate) fn parse(text: &str, place: &str) -> Result<DataKey> {
    let mut master = Zeroizing::new([0; 32]);
    hex::decode_to_slice(text.trim(), &mut *master)
        .map_err(|_| Error::Internal(format!("{place} does not hold a key: 64 hexadecimal digits")))?;
    Ok(DataKey::of(master))
}

/// Refuses a master that others could have read: whoever reads it opens every school.
#[cfg(unix)]
fn is_private(file: &Path) -> Result<()> {
    use std::os::unix::fs::MetadataExt as _;
    let meta = fs::metadata(file).map_err(|e| unreadable(file, &e))?;
    let own = rustix::process::geteuid().as_raw();
    if meta.uid() != own {
        return Err(Error::Internal(format!(
            "{} belongs to another account (number {}) than the one that runs Homeroom (number {own}). Run Homeroom as \
             the owner, or give the file to the account that runs it: chown; nothing was opened.",
            file.display(),
            meta.uid()
        )));
    }
    if meta.mode() & 0o077 != 0 {
        return Err(Error::Internal(format!(
            "{} can be read by other accounts (mode {:04o}), and whoever reads it opens every school. Take their rights \
             with chmod 600, and think of changing the key: homeroom keys rotate --master; nothing was opened.",
            file.display(),
            meta.mode() & 0o7777
        )));
    }
    Ok(())
}

#[cfg(not(unix))]
fn is_private(_: &Path) -> Result<()> {
    Ok(())
}

/// The program alone: what follows it may be a secret.
fn named(words: &[String]) -> String {
    format!("the master key command {}", words.first().map(String::as_str).unwrap_or_default())
}

/// What the key service prints. What it says on standard error goes to ours.
fn asked(words: &[String]) -> Result<Zeroizing<String>> {
    let who = named(words);
    let failed = |what: &str| Error::Internal(format!("{who} {what}; nothing was opened"));
    let Some((program, rest)) = words.split_first() else { return Err(failed("has no words")) };
    let mut command = Command::new(program);
    command.args(rest).env_remove(VARIABLE).stdin(Stdio::null()).stdout(Stdio::piped());
    let mut child = command.spawn().map_err(|e| failed(&format!("cannot be run ({e})")))?;
    let (said, heard) = mpsc::channel();
    let answer = child.stdout.take();
    std::thread::spawn(move || {
        let mut text = Zeroizing::new(String::new());
        let read = answer.map(|answer| answer.take(ANSWER).read_to_string(&mut text));
        let _ = said.send(read.and_then(Result::ok).map(|_| text));
    });
    let text = heard.recv_timeout(PATIENCE).map_err(|_| {
        end(&mut child);
        failed(&format!("gave no answer within {} seconds: ask whoever runs the key service", PATIENCE.as_secs()))
    })?;
    let mut ended = child.try_wait();
    // It has closed its output: its end is near.
    for _ in 0..100 {
        if !matches!(ended, Ok(None)) {
            break;
        }
        std::thread::sleep(Duration::from_millis(20));
        ended = child.try_wait();
    }
    match ended {
        Ok(Some(status)) if status.success() => text.ok_or_else(|| failed("printed something that is no text")),
        Ok(Some(status)) => Err(failed(&format!("failed ({status}): what it says stands above"))),
        _ => {
            end(&mut child);
            Err(failed("does not end after its answer"))
        }
    }
}

fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

// --- a new master that its holder does not give yet ---

/// The master that wraps the keys, where the holder still gives the one before it.
pub(super) fn behind(folder: &Path, given: DataKey) -> Result<Masters> {
    let file = file_in(folder, BRIDGE);
    if !file.exists() {
        return Ok(Masters { inner: DataKey::of(given.bytes.clone()), given });
    }
    let text = fs::read_to_string(&file).map_err(|e| unreadable(&file, &e))?;
    // One that does not open it is the new one itself, or fits nothing: the first key that is asked for says which.
    let inner = unwrap(&given, BRIDGE, &text).unwrap_or_else(|| DataKey::of(given.bytes.clone()));
    Ok(Masters { inner, given })
}

/// Writes the new master under the one that is given, among the keys that wait for it.
pub(super) fn put_bridge(folder: &Path, given: &DataKey, new: &DataKey, random: &Random) -> Result<()> {
    write_secret(&file_in(folder, BRIDGE), &wrap(given, BRIDGE, new, random)?)
}

impl super::KeyRing {
    /// Who holds the master.
    pub fn held(&self) -> &'static str {
        self.source.word()
    }

    /// What stands for the master in certificates.
    pub fn master_digest(&self) -> String {
        self.masters.read().inner.digest()
    }

    /// Whether a new master waits for its holder to put it in the place of the old one.
    pub fn waits_for_holder(&self) -> bool {
        file_in(&self.folder, BRIDGE).exists()
    }

    /// The new master, for its holder alone, while it is not in its place.
    pub fn waiting_master(&self) -> Option<Zeroizing<String>> {
        self.waits_for_holder().then(|| self.masters.read().inner.hex())
    }

    /// The holder gives the new master now: the bridge to it from the old one goes.
    pub(super) fn drop_bridge(&self) -> Result<()> {
        let given = self.source.fetch(&self.root)?;
        let mut masters = self.masters.write();
        if !given.is(&masters.inner) {
            return Err(Error::Internal(match self.source {
                MasterSource::Environment(_) => format!(
                    "this Homeroom was started with the old master key. Put the new one into {VARIABLE}, start it again, \
                     then confirm; nothing was changed"
                ),
                _ => {
                    "the key service still gives the old master key. Put the new one there, then confirm; nothing was \
                      changed"
                        .to_owned()
                }
            }));
        }
        let bridge = file_in(&self.folder, BRIDGE);
        if bridge.exists() {
            wipe(&bridge)?;
        }
        masters.given = given;
        self.changed.store(true, std::sync::atomic::Ordering::Relaxed);
        Ok(())
    }
}
