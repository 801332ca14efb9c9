//! Which backups there are, how long they are kept, and how they end: the key of their day is destroyed, so that a
//! copy which somebody kept opens no more, and the files are unlinked (C149, C150).

use std::collections::BTreeSet;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};
use kernel::{Error, Result, Timestamp};
use serde::{Deserialize, Serialize};

use super::make::File;
use super::restore::file_name;
use super::{Target, media, unusable};
use crate::folder::DataFolder;
use crate::keys::KeyRing;
use crate::schools::Schools;

/// How the name of a set begins; what is being made ends in `.part`.
const NAME: &str = "backup-";
const PART: &str = ".part";
pub(super) const MANIFEST: &str = "manifest";

/// The backups of one moment at one target.
#[derive(Clone, Debug)]
pub struct Set {
    pub place: Target,
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

/// The day that a key of backups is for, and for how many days; none for another key.
pub(crate) fn of_key(name: &str) -> Option<(NaiveDate, u64)> {
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
    for name in target.parts("").into_iter().flatten().filter(|name| name.starts_with(NAME)) {
        let is_part = name.ends_with(PART) || matches!(target.length(&format!("{name}/{MANIFEST}")), Ok(None));
        if is_part {
            let _ = target.remove_all(&name);
        }
    }
}

/// The whole sets of a target, the oldest first. What is half a set is none.
pub fn sets(target: &Target) -> Result<Vec<Set>> {
    if let Some(folder) = target.folder() {
        fs::metadata(folder).map_err(|e| unusable(folder, &e))?;
    }
    let mut found = Vec::new();
    for name in target.parts("")? {
        if name.starts_with(NAME) && !name.ends_with(PART) {
            found.extend(Set::read(target, name)?);
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

impl std::fmt::Display for Set {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.place, self.name)
    }
}

impl Set {
    fn read(place: &Target, name: String) -> Result<Option<Self>> {
        let Some(mut file) = place.open(&format!("{name}/{MANIFEST}"))? else { return Ok(None) };
        let mut text = Vec::new();
        if file.read_to_end(&mut text).is_err() {
            return Ok(None);
        }
        Ok(Self::parse(place, name, &text))
    }

    fn parse(place: &Target, name: String, text: &[u8]) -> Option<Self> {
        let line = text.iter().position(|byte| *byte == b'\n')?;
        let (head, sealed) = text.split_at_checked(line)?;
        let head: Head = serde_json::from_slice(head).ok()?;
        let sealed = sealed.get(1..)?.to_vec();
        Some(Self { place: place.clone(), name, at: head.at, kit: head.kit, head, sealed })
    }

    /// Where it lies, in a folder.
    pub fn folder(&self) -> Option<PathBuf> {
        Some(self.place.folder()?.join(&self.name))
    }

    /// What the set holds, if its key is here.
    pub fn files(&self, folder: &DataFolder) -> Result<Vec<File>> {
        self.open(&folder.keys)
    }

    pub(super) fn open(&self, keys: &KeyRing) -> Result<Vec<File>> {
        if !keys.has_named(&self.head.day) {
            return Err(no_key(self, &self.head.day));
        }
        let damaged = || {
            Error::Internal(format!(
                "{self} is damaged or was changed, or belongs to another installation: nothing of it was restored. Take \
                 the copy of another target, or another day's."
            ))
        };
        let head = serde_json::to_vec(&self.head).map_err(Error::internal)?;
        let plain = keys.get_named(&self.head.day)?.open(&head, &self.sealed).ok_or_else(damaged)?;
        serde_json::from_slice(&plain).map_err(|_| damaged())
    }
}

/// A day's key that was destroyed, or that this kit does not have.
pub(super) fn no_key(file: &impl std::fmt::Display, day: &str) -> Error {
    Error::Internal(format!(
        "{file} opens no more: the key of its day ({}) was destroyed, or is in a newer recovery kit than this one. Take a \
         younger backup, or the newest kit.",
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
    let sealed = schools.folder.keys.get_named(&head.day)?.seal(&schools.random, &line, &plain)?;
    let file = part.join(MANIFEST);
    fs::write(&file, [line.as_slice(), b"\n", &sealed].concat()).map_err(|e| unusable(&file, &e))?;
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
        self.folder.keys.end_retired(today)?;
        let is_ended = |key: &str| of_key(key).is_some_and(|(day, days)| is_over(day, days));
        let mut gone = BTreeSet::new();
        for target in targets {
            // One that cannot be reached is seen to as soon as it can be.
            let Ok(sets) = sets(target) else { continue };
            let (ended, kept): (Vec<Set>, Vec<Set>) = sets.into_iter().partition(|set| is_ended(&set.head.day));
            for set in ended {
                target.remove_all(&set.name)?;
                gone.insert(set.name);
            }
            let Ok(files) = kept.iter().map(|set| Ok((set, set.files(&self.folder)?))).collect::<Result<Vec<_>>>()
            else {
                continue;
            };
            for (set, file) in files.iter().flat_map(|(set, files)| files.iter().map(move |file| (set, file))) {
                if is_ended(&file.day) {
                    target.remove(&format!("{}/{}", set.name, file_name(file.database)))?;
                }
            }
            let needed = files.iter().flat_map(|(_, files)| files).filter(|file| !is_ended(&file.day));
            media::keep_only(target, needed)?;
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
