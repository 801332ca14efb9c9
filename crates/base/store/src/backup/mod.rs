//! Backups that restore: each database as rows, compressed and sealed, in a folder somewhere else (C149–C151).
//!
//! `rows` writes and reads the stream, `sealed` seals it, `make` makes a set of a day and checks it, `keep` says how
//! long, `kit` carries the wrapped keys and the ledger of erasures to their own place, `restore` brings back, and
//! `replay` erases again what was erased since. Decision 20 says why it is so.

mod keep;
mod kit;
mod make;
mod replay;
mod restore;
mod rows;
mod schema;
mod sealed;

use std::path::{Path, PathBuf};

use kernel::{Error, Result};

pub use keep::{Set, sets};
pub use kit::{Kit, newest_kit};
pub use make::{File, Made, Wanted};
pub use replay::{RESTORE, Replayed};
pub use restore::{Brought, Wish};
pub(crate) use rows::Digests;

/// Where a backup is restored to be looked over, and where one waits until all of it is good.
pub(crate) const CHECKING: &str = "checking";
pub(crate) const RESTORING: &str = "restoring";

/// A place for backups. A bucket would be a second kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    Folder(PathBuf),
}

impl Target {
    /// A path of this machine, or of what is mounted there.
    pub fn parse(text: &str) -> Result<Self> {
        if let Some((kind, _)) = text.split_once("://") {
            return Err(Error::Internal(format!("{text}: this release writes to folders only, not to {kind}")));
        }
        if text.trim().is_empty() {
            return Err(Error::Internal("a place for backups has no name".to_owned()));
        }
        std::path::absolute(text).map(Self::Folder).map_err(Error::internal)
    }

    pub fn folder(&self) -> &Path {
        let Self::Folder(folder) = self;
        folder
    }
}

impl std::fmt::Display for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.folder().display().fmt(f)
    }
}

/// Where backups and the recovery kit go, and when.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    pub to: Vec<Target>,
    pub kit_to: Vec<Target>,
    /// Minutes after midnight, UTC.
    pub at: i64,
}

impl Settings {
    /// A kit opens backups together with the master key: it belongs somewhere else than they are.
    pub fn new(to: &[String], kit_to: &[String], at: &str) -> Result<Self> {
        let all = |words: &[String]| words.iter().map(|word| Target::parse(word)).collect::<Result<Vec<_>>>();
        let (to, kit_to) = (all(to)?, all(kit_to)?);
        if let Some(both) = to.iter().find(|target| kit_to.contains(target)) {
            return Err(Error::Internal(format!(
                "{both} is named for backups and for the recovery kit: keep the two apart, since the kit helps to open them"
            )));
        }
        let wrong = || Error::Internal(format!("{at} is no time of day: write it as 02:30"));
        let (hours, minutes) = at.split_once(':').ok_or_else(wrong)?;
        let (hours, minutes): (i64, i64) = (hours.parse().map_err(|_| wrong())?, minutes.parse().map_err(|_| wrong())?);
        if !(0..24).contains(&hours) || !(0..60).contains(&minutes) {
            return Err(wrong());
        }
        Ok(Self { to, kit_to, at: hours * 60 + minutes })
    }
}

/// A place that cannot be written or read, with what the system said.
fn unusable(path: &Path, error: &std::io::Error) -> Error {
    Error::Internal(format!(
        "{} cannot be used ({error}): give Homeroom access to it, or free space there",
        path.display()
    ))
}
