//! Which backups there are, how long they are kept, and how they end: the key of their day is destroyed, so that a
//! copy which somebody kept opens no more, and the files are unlinked (C149, C150).

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use chacha20poly1305::XNonce;
use chacha20poly1305::aead::{Aead as _, Payload};
use chrono::{Days, NaiveDate};
use kernel::{Error, Result, Timestamp};
use serde::{Deserialize, Serialize};

use super::make::File;
use super::{Target, unusable};
use crate::folder::{DataFolder, Schools};
use crate::keys::KeyRing;

/// How the name of a set begins; what is being made ends in `.part`.
const NAME: &str = "backup-";
const PART: &str = ".part";
const MANIFEST: &str = "manifest";
const NONCE: usize = 24;

/// The backups of one moment at one target.
#[derive(Clone, Debug)]
pub struct Set {
    pub folder: PathBuf,
    pub name: String,
    pub at: Timestamp,
    /// The number of the recovery kit that this set needs, or a later one.
    pub kit: u64,
    head: Head,
    sealed: Vec<u8>,
}

/// What stands in a manifest in the clear.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Head {
    at: Timestamp,
    kit: u64,
    /// The key that the rest is sealed with.
    day: String,
}

/// A day's backups that are kept equally long have a key together: the day and how many days they are kept.
pub(super) fn day_key(day: NaiveDate, days: i64) -> String {
    format!("backup-{day}.{days}")
}

fn of_key(name: &str) -> Option<(NaiveDate, u64)> {
    let (day, days) = name.strip_prefix("backup-")?.split_once('.')?;
    Some((day.parse().ok()?, days.parse().ok()?))
}

pub(super) fn name(at: Timestamp) -> String {
    format!("{NAME}{}", at.to_utc().format("%Y-%m-%dT%H-%M-%S%.3fZ"))
}

pub(super) fn part(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}{PART}"))
}

/// Takes away what attempts have left that broke off.
pub(super) fn clear_parts(target: &Target) {
    for entry in fs::read_dir(target.folder()).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(NAME) && name.ends_with(PART) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// The whole sets of a target, the oldest first. What is half a set is none.
pub fn sets(target: &Target) -> Result<Vec<Set>> {
    let folder = target.folder();
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|e| unusable(folder, &e))? {
        let path = entry.map_err(|e| unusable(folder, &e))?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if name.starts_with(NAME) && !name.ends_with(PART) {
            found.extend(Set::read(path, name));
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

impl Set {
    fn read(folder: PathBuf, name: String) -> Option<Self> {
        let text = fs::read(folder.join(MANIFEST)).ok()?;
        let line = text.iter().position(|byte| *byte == b'\n')?;
        let (head, sealed) = text.split_at_checked(line)?;
        let head: Head = serde_json::from_slice(head).ok()?;
        let sealed = sealed.get(1..)?.to_vec();
        Some(Self { folder, name, at: head.at, kit: head.kit, head, sealed })
    }

    /// What the set holds, if its key is here.
    pub fn files(&self, folder: &DataFolder) -> Result<Vec<File>> {
        self.open(&folder.keys)
    }

    pub(super) fn open(&self, keys: &KeyRing) -> Result<Vec<File>> {
        if !keys.has_named(&self.head.day) {
            return Err(no_key(&self.folder, &self.head.day));
        }
        let damaged = || {
            Error::Internal(format!(
                "{} is damaged or was changed, or belongs to another installation: nothing of it was restored. Take \
                 the copy of another target, or another day's.",
                self.folder.display()
            ))
        };
        let (nonce, sealed) = self.sealed.split_at_checked(NONCE).ok_or_else(damaged)?;
        let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| damaged())?;
        let head = serde_json::to_vec(&self.head).map_err(Error::internal)?;
        let plain = keys
            .get_named(&self.head.day)?
            .cipher()
            .decrypt(&XNonce::from(nonce), Payload { msg: sealed, aad: &head })
            .map_err(|_| damaged())?;
        serde_json::from_slice(&plain).map_err(|_| damaged())
    }
}

/// A day's key that was destroyed, or that this kit does not have.
pub(super) fn no_key(file: &Path, day: &str) -> Error {
    Error::Internal(format!(
        "{} opens no more: the key of its day ({}) was destroyed, or is in a newer recovery kit than this one. Take a \
         younger backup, or the newest kit.",
        file.display(),
        day.trim_start_matches("backup-")
    ))
}

/// Writes the manifest of a set, with which it is whole.
pub(super) fn write_manifest(
    schools: &Schools,
    part: &Path,
    at: Timestamp,
    kit: u64,
    day: String,
    files: &[File],
) -> Result<()> {
    let head = Head { at, kit, day };
    let line = serde_json::to_vec(&head).map_err(Error::internal)?;
    let plain = serde_json::to_vec(files).map_err(Error::internal)?;
    let nonce: [u8; NONCE] = schools.random.bytes();
    let sealed = schools
        .folder
        .keys
        .get_named(&head.day)?
        .cipher()
        .encrypt(&XNonce::from(nonce), Payload { msg: &plain, aad: &line })
        .map_err(|_| Error::Internal("a manifest could not be sealed".to_owned()))?;
    let file = part.join(MANIFEST);
    fs::write(&file, [line.as_slice(), b"\n", &nonce, &sealed].concat()).map_err(|e| unusable(&file, &e))?;
    fs::File::open(&file).and_then(|file| file.sync_all()).map_err(|e| unusable(&file, &e))
}

impl Schools {
    /// Ends what has been kept long enough; gives the names of the sets that went. A target that cannot be reached
    /// keeps files that nobody can open, until it can be.
    pub fn expire_backups(&self, targets: &[Target]) -> Result<Vec<String>> {
        let today = self.clock.now().date();
        let is_over =
            |day: NaiveDate, days: u64| day.checked_add_days(Days::new(days)).is_some_and(|until| until <= today);
        for name in self.folder.keys.wrapped()?.into_keys() {
            if of_key(&name).is_some_and(|(day, days)| is_over(day, days)) {
                self.folder.keys.destroy_named(&name)?;
            }
        }
        let mut gone = BTreeSet::new();
        for set in targets.iter().filter_map(|target| sets(target).ok()).flatten() {
            for file in fs::read_dir(&set.folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
                let day = super::restore::day_of(&file);
                if day.as_deref().and_then(of_key).is_some_and(|(day, days)| is_over(day, days)) {
                    fs::remove_file(&file).map_err(|e| unusable(&file, &e))?;
                }
            }
            if of_key(&set.head.day).is_some_and(|(day, days)| is_over(day, days)) {
                fs::remove_dir_all(&set.folder).map_err(|e| unusable(&set.folder, &e))?;
                gone.insert(set.name);
            }
        }
        self.forget_aside(today)?;
        Ok(gone.into_iter().collect())
    }

    /// Copies from before an upgrade, and files that a restore replaced, are backups too: they go after a week.
    fn forget_aside(&self, today: NaiveDate) -> Result<()> {
        const WEEK: Days = Days::new(7);
        let now = self.clock.now();
        for release in fs::read_dir(self.folder.upgrades()).into_iter().flatten().flatten() {
            for copy in fs::read_dir(release.path()).into_iter().flatten().flatten() {
                let made = copy.metadata().and_then(|meta| meta.modified()).ok();
                let made = made.and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
                let made = made.and_then(|since| i64::try_from(since.as_millis()).ok()).map(|at| Timestamp(at).date());
                if made.and_then(|day| day.checked_add_days(WEEK)).is_some_and(|until| until <= now.date()) {
                    fs::remove_file(copy.path()).map_err(Error::internal)?;
                }
            }
            let _ = fs::remove_dir(release.path());
        }
        for kept in fs::read_dir(self.folder.replaced()).into_iter().flatten().flatten() {
            let name = kept.file_name().to_string_lossy().into_owned();
            let day: Option<NaiveDate> = name.get(..10).and_then(|day| day.parse().ok());
            if day.and_then(|day| day.checked_add_days(WEEK)).is_some_and(|until| until <= today) {
                fs::remove_dir_all(kept.path()).map_err(Error::internal)?;
            }
        }
        Ok(())
    }
}
