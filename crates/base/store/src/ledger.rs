//! The ledger of erasures: what was erased, by ids alone, in a file outside every database and every backup. A
//! line is on the disk before the erasure counts, and a restore does again what the backup does not know (C151).
//!
//! Each line is sealed, since a table's name beside an id already tells something, and bound to its place and to the
//! line before it: one that is changed, moved or taken out is noticed. One cut off at the end is noticed by the
//! number of the recovery kit.

use std::fs::{self, File};
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use kernel::{Error, Random, Result, Timestamp};
use parking_lot::{Mutex, MutexGuard};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::DatabaseId;
use crate::keys::{DataKey, KeyRing, unreadable, write_secret};

/// The file in the data folder.
pub(crate) const FILE: &str = "erasures.log";
/// The name of its key.
pub(crate) const KEY: &str = "ledger";
const TAG: usize = 16;

/// One step of an erasure. Keys and ids are hexadecimal; see `observe`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Step {
    /// The row went.
    Row { table: String, key: String },
    /// A row that had gone came back, by an undo.
    Back { table: String, key: String },
    /// What the column held went; the row stayed.
    Emptied { table: String, key: String, column: String },
    /// The column points to another row now, or to none.
    Turned { table: String, key: String, column: String, to: Option<String> },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum What {
    Erased(Vec<Step>),
    /// The erasure of that place was not stored in the end.
    Undone(u64),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    pub at: Timestamp,
    pub school: DatabaseId,
    pub what: What,
}

pub struct Ledger {
    path: PathBuf,
    key: DataKey,
    end: Mutex<End>,
    /// Grown since the recovery kit was made.
    pub(crate) changed: AtomicBool,
}

struct End {
    file: File,
    length: u64,
    place: u64,
    tag: Vec<u8>,
}

/// The end of the file, kept from other processes.
struct Held<'a>(MutexGuard<'a, End>);

impl Drop for Held<'_> {
    fn drop(&mut self) {
        if let Err(error) = self.0.file.unlock() {
            tracing::error!(%error, "the ledger of erasures cannot be let go");
        }
    }
}

impl End {
    /// Reads what has been written behind the end that was known. A line without an end is of somebody who died.
    fn catch_up(&mut self, path: &Path) -> Result<()> {
        let length = self.file.metadata().map_err(|e| unreadable(path, &e))?.len();
        if length == self.length {
            return Ok(());
        }
        if length < self.length {
            return Err(damaged(path));
        }
        let mut text = Vec::new();
        self.file.seek(SeekFrom::Start(self.length)).map_err(|e| unreadable(path, &e))?;
        self.file.read_to_end(&mut text).map_err(|e| unreadable(path, &e))?;
        let whole = text.iter().rposition(|byte| *byte == b'\n').map_or(0, |last| last + 1);
        for line in text.get(..whole).unwrap_or_default().split_inclusive(|byte| *byte == b'\n') {
            let line = line.strip_suffix(b"\n").unwrap_or(line);
            let sealed = hex::decode(line).map_err(|_| damaged(path))?;
            self.tag = sealed.get(sealed.len().saturating_sub(TAG)..).unwrap_or_default().to_vec();
            self.place += 1;
        }
        self.length += whole as u64;
        if whole < text.len() {
            self.file.set_len(self.length).and_then(|()| self.file.sync_all()).map_err(Error::internal)?;
        }
        Ok(())
    }
}

impl Ledger {
    /// Opens the ledger of a data folder; makes an empty one where none was. A line that a crash cut off is taken
    /// away: nobody was told that it counts.
    pub(crate) fn open(data: &Path, keys: &KeyRing, random: &Random) -> Result<Self> {
        let path = data.join(FILE);
        let key = match (keys.has_named(KEY), path.exists()) {
            (false, false) => keys.create_named(KEY, random)?,
            _ => keys.get_named(KEY)?,
        };
        if !path.exists() {
            write_secret(&path, "")?;
        }
        let file = File::options().read(true).append(true).open(&path).map_err(|e| unreadable(&path, &e))?;
        let ledger = Self {
            path,
            key,
            end: Mutex::new(End { file, length: 0, place: 0, tag: Vec::new() }),
            changed: AtomicBool::new(true),
        };
        drop(ledger.end()?);
        Ok(ledger)
    }

    /// The end as it is now, kept from other processes until it is let go: they may have written since.
    fn end(&self) -> Result<Held<'_>> {
        let mut end = self.end.lock();
        end.file.lock().map_err(|e| unreadable(&self.path, &e))?;
        if let Err(error) = end.catch_up(&self.path) {
            let _ = end.file.unlock();
            return Err(error);
        }
        Ok(Held(end))
    }

    /// The place of the last record that this process knows of; 0 while there is none. There may be later ones of
    /// others.
    pub fn place(&self) -> u64 {
        self.end.lock().place
    }

    /// The last line's seal, which depends on all lines.
    pub(crate) fn head(&self) -> Result<(u64, Vec<u8>)> {
        let end = self.end()?;
        Ok((end.0.place, end.0.tag.clone()))
    }

    /// Writes a record to the disk and gives its place.
    pub(crate) fn append(&self, record: &Record) -> Result<u64> {
        let plain = serde_json::to_vec(record).map_err(Error::internal)?;
        let mut held = self.end()?;
        let end = &mut *held.0;
        let place = end.place + 1;
        let sealed = self.seal(place, &end.tag, &plain)?;
        let mut line = hex::encode(&sealed);
        line.push('\n');
        let written = end.file.write_all(line.as_bytes()).and_then(|()| end.file.sync_data());
        if let Err(error) = written {
            let _ = end.file.set_len(end.length);
            return Err(Error::Internal(format!(
                "{} cannot be written ({error}), and without it nothing is erased. Free some space, or give Homeroom \
                 write access; nothing was changed.",
                self.path.display()
            )));
        }
        end.length += line.len() as u64;
        end.place = place;
        end.tag = sealed.get(sealed.len().saturating_sub(TAG)..).unwrap_or_default().to_vec();
        self.changed.store(true, Ordering::Relaxed);
        Ok(place)
    }

    /// What was erased in this school after `place` and stayed so, in the order in which it was.
    pub fn erased_after(&self, place: u64, school: DatabaseId) -> Result<Vec<Step>> {
        let mut erased: Vec<(u64, Vec<Step>)> = Vec::new();
        for (at, record) in self.all()? {
            match record.what {
                What::Erased(steps) if record.school == school && at > place => erased.push((at, steps)),
                What::Undone(undone) => erased.retain(|(at, _)| *at != undone),
                What::Erased(_) => {}
            }
        }
        Ok(erased.into_iter().flat_map(|(_, steps)| steps).collect())
    }

    /// Every record with its place.
    pub fn all(&self) -> Result<Vec<(u64, Record)>> {
        let end = self.end()?;
        let text = fs::read_to_string(&self.path).map_err(|e| unreadable(&self.path, &e))?;
        drop(end);
        let (mut records, mut tag) = (Vec::new(), Vec::new());
        for (line, place) in text.lines().zip(1..) {
            let sealed = hex::decode(line).map_err(|_| damaged(&self.path))?;
            let plain = self.key.open(&bound(place, &tag), &sealed).ok_or_else(|| damaged(&self.path))?;
            records.push((place, serde_json::from_slice(&plain).map_err(|_| damaged(&self.path))?));
            tag = sealed.get(sealed.len().saturating_sub(TAG)..).unwrap_or_default().to_vec();
        }
        Ok(records)
    }

    /// What stands for a key that is neither an id nor a number, and so might tell something.
    pub(crate) fn digest(&self, table: &str, key: &str) -> String {
        let derived = DataKey::derived("homeroom erasure key 1", &[self.key.bytes(), table.as_bytes(), key.as_bytes()]);
        derived.hex().to_string()
    }

    /// The nonce depends on all that is sealed, so that none comes twice even where an older ledger is gone on with.
    fn seal(&self, place: u64, before: &[u8], plain: &[u8]) -> Result<Vec<u8>> {
        let mut digest = Sha256::new();
        digest.update(self.key.bytes());
        digest.update(place.to_be_bytes());
        digest.update(before);
        digest.update(plain);
        let digest = digest.finalize();
        let mut nonce = [0; 24];
        nonce.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
        self.key.seal_with(nonce, &bound(place, before), plain)
    }
}

fn bound(place: u64, before: &[u8]) -> Vec<u8> {
    [b"homeroom erasures 1".as_slice(), &place.to_be_bytes(), before].concat()
}

fn damaged(file: &Path) -> Error {
    Error::Internal(format!(
        "{} is damaged or was changed: put back the one of the newest recovery kit; nothing was changed.",
        file.display()
    ))
}
