//! Backups that restore: each database as rows, compressed and sealed, in a folder or a bucket somewhere else, with the
//! files beside it (C149–C151).
//!
//! `rows` writes and reads the stream, `sealed` seals it, `make` makes a set of a day and checks it, `keep` says how
//! long, `kit` carries the wrapped keys and the ledger of erasures to their own place, `restore` brings back and
//! `arrive` puts that in its place, `media` does both for the files beside a database, and `replay` erases again what
//! was erased since. Decisions 20 and 25 say why it is so.

mod arrive;
mod keep;
mod kit;
mod make;
mod media;
mod replay;
mod restore;
mod rows;
mod schema;
pub(crate) mod sealed;

use kernel::{Error, Result};
use place::unusable;

pub(crate) use arrive::recover;
pub(crate) use keep::of_key;
pub use keep::{Set, sets};
pub use kit::{Kit, newest_kit};
pub use make::{File, Made, Wanted};
/// A place for backups, and who one is there.
pub use place::{Access, Place as Target};
pub use replay::{RESTORE, Replayed};
pub use restore::{Brought, Wish};
pub(crate) use rows::Digests;

/// Where a backup is restored to be looked over, and where one waits until all of it is good.
pub(crate) const CHECKING: &str = "checking";
pub(crate) const RESTORING: &str = "restoring";
/// Where files are kept that a restore replaced.
pub(crate) const REPLACED: &str = "replaced";
/// In a folder where a kit is being laid out: its keys and its ledger are not all there.
pub const LAYING_OUT: &str = "restore.begun";
/// Where a backup is made whose places are all buckets.
pub(crate) const MAKING: &str = "making";

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
    pub fn new(to: &[String], kit_to: &[String], at: &str, access: &Access) -> Result<Self> {
        let all = |words: &[String]| words.iter().map(|word| Target::parse(word, access)).collect::<Result<Vec<_>>>();
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
