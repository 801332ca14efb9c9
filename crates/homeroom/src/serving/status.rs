//! What the operators' status page and `homeroom doctor` look at, each good or with its one fix.

use std::path::Path;

use chrono::NaiveDate;
use installation::{backups, certificate};
use kernel::Timestamp;
use kernel::clock::DAY;
use site::{Finding, House};

/// A release older than this lacks updates of what it is made of (C161).
pub const OLD: i64 = 90;
/// Free space below which a disk is nearly full, bytes.
const LITTLE: u64 = 1 << 30;

/// What only the running server knows.
pub struct Known {
    pub mails: bool,
}

/// The day this program was built, or its sources were last changed.
pub fn built_on() -> Option<NaiveDate> {
    env!("HOMEROOM_BUILT").parse::<i64>().ok().map(|seconds| Timestamp(seconds * 1_000).date())
}

/// Whole days since then.
pub fn age(now: Timestamp) -> Option<i64> {
    built_on().map(|day| (now.date() - day).num_days().max(0))
}

/// Looks everything over.
pub fn look(house: &House, known: &Known) -> Vec<Finding> {
    let now = house.schools.clock.now();
    let own = backups::findings(house, now);
    let backups = if own.is_empty() { vec![backup(house.schools.folder.root(), now)] } else { own };
    let before =
        vec![version(now), mail(known.mails), certificate::finding(house, now), disk(house.schools.folder.root())];
    before.into_iter().chain(backups).chain([zone(now)]).collect()
}

pub fn version(now: Timestamp) -> Finding {
    let days = age(now).unwrap_or_default();
    let finding = if days < OLD {
        Finding::good("status-version")
    } else {
        Finding::wrong("status-version", "status-version-fix")
    };
    let built = built_on().map(|day| day.to_string()).unwrap_or_default();
    finding.with("version", env!("CARGO_PKG_VERSION")).with("built", built).with("n", days)
}

fn mail(sends: bool) -> Finding {
    if sends { Finding::good("status-mail") } else { Finding::wrong("status-no-mail", "status-no-mail-fix") }
}

fn disk(folder: &Path) -> Finding {
    match free(folder) {
        Some(bytes) => {
            let finding = if bytes > LITTLE {
                Finding::good("status-disk")
            } else {
                Finding::wrong("status-disk", "status-disk-fix")
            };
            finding.with("n", bytes >> 30)
        }
        None => Finding::good("status-disk-unknown"),
    }
}

/// Free space of the folder's disk, as `df` says: the standard library cannot.
fn free(folder: &Path) -> Option<u64> {
    let output = std::process::Command::new("df")
        .env_remove(store::keys::VARIABLE)
        .args(["-Pk", "--"])
        .arg(folder)
        .output()
        .ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let blocks: u64 = text.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()?;
    Some(blocks << 10)
}

/// Where no place for backups is named, they are another program's work: it touches `DATA/last-backup` when one
/// ended well.
fn backup(folder: &Path, now: Timestamp) -> Finding {
    let last = std::fs::metadata(folder.join("last-backup")).and_then(|meta| meta.modified()).ok();
    let last = last.and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
    match last.and_then(|since| i64::try_from(since.as_millis()).ok()) {
        Some(at) => {
            let days = (now.0 - at).max(0) / DAY;
            let finding = if days < 2 {
                Finding::good("status-backup")
            } else {
                Finding::wrong("status-backup", "status-backup-fix")
            };
            finding.with("n", days)
        }
        None => Finding::wrong("status-no-backup", "status-no-backup-fix"),
    }
}

/// Schools have their own zones; a server in another one than UTC is no fault, a wrong year is.
fn zone(now: Timestamp) -> Finding {
    let built = built_on().unwrap_or_default();
    if now.date() < built {
        Finding::wrong("status-clock-wrong", "status-clock-fix").with("moment", now)
    } else {
        Finding::good("status-clock").with("moment", now)
    }
}

/// Resident memory of this process, bytes.
pub fn memory() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kib| kib << 10)
}
