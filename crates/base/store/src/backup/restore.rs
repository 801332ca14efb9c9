//! Brings databases back from a set: each into a file apart, looked over, with everything erased again that was
//! erased since; only then it takes its place. What was there is kept aside.

use std::fs;
use std::io::{BufRead as _, BufReader, ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use flate2::read::DeflateDecoder;
use kernel::{Error, Random, Result, Timestamp};
use serde::{Deserialize, Serialize};

use super::make::{File, digest};
use super::replay::{Replayed, replay};
use super::rows::{Loaded, load};
use super::sealed::Opening;
use super::{CHECKING, REPLACED, RESTORING, Set, Target, keep, media, unusable};
use crate::DatabaseId;
use crate::driver::sqlite;
use crate::folder::DataFolder;
use crate::keys::{DataKey, KeyRing, make_folder};
use crate::seal::{self, Seals};

/// What stands in a file before its sealed pieces.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Head {
    pub database: DatabaseId,
    /// The key of its day.
    pub day: String,
    pub at: Timestamp,
    pub salt: String,
    /// Which of the database's own keys, since it may have been given another.
    #[serde(default)]
    pub epoch: u32,
}

const ENDING: &str = "backup";

pub(super) fn file_name(id: DatabaseId) -> String {
    format!("{id}.{ENDING}")
}

/// The key of one file. It takes the day's key and the database's own: without either of them the file is closed.
pub(super) fn file_key(keys: &KeyRing, head: &Head) -> Result<DataKey> {
    let (day, own) = (keys.get_named(&head.day)?, keys.get_of(head.database.0, head.epoch)?);
    Ok(DataKey::derived("homeroom backup file 1", &[day.bytes(), own.bytes(), head.salt.as_bytes()]))
}

fn read_head(file: &Path) -> Result<(Head, Vec<u8>, BufReader<fs::File>)> {
    let broken = |e: std::io::Error| unusable(file, &e);
    let mut reader = BufReader::new(fs::File::open(file).map_err(broken)?);
    let mut line = Vec::new();
    (&mut reader).take(4_096).read_until(b'\n', &mut line).map_err(broken)?;
    let head = serde_json::from_slice(&line).map_err(|_| damaged(file))?;
    Ok((head, line, reader))
}

fn damaged(file: &Path) -> Error {
    Error::Internal(format!(
        "{} is damaged or cut off: nothing of it was restored. Take the copy of another target, or another day's.",
        file.display()
    ))
}

/// A file of a set on this machine: where it lies in a folder, or fetched for as long as it is needed.
struct Here {
    path: PathBuf,
    is_fetched: bool,
}

impl Drop for Here {
    fn drop(&mut self) {
        if self.is_fetched {
            let _ = fs::remove_file(&self.path);
            self.path.parent().map(fs::remove_dir);
        }
    }
}

impl DataFolder {
    fn fetch(&self, set: &Set, id: DatabaseId) -> Result<Here> {
        let name = file_name(id);
        if let Some(folder) = set.folder() {
            return Ok(Here { path: folder.join(name), is_fetched: false });
        }
        let scratch = self.root().join(CHECKING);
        make_folder(&scratch)?;
        let here = Here { path: scratch.join(&name), is_fetched: true };
        let there = set.place.open(&format!("{}/{name}", set.name))?;
        let mut there = there.ok_or_else(|| damaged(Path::new(&format!("{set}/{name}"))))?;
        let kept = fs::File::create(&here.path).and_then(|mut file| std::io::copy(&mut there, &mut file));
        kept.map_err(|e| Error::Internal(format!("{set}/{name} cannot be fetched ({e})")))?;
        Ok(here)
    }

    /// The same, if it is the one that was written.
    fn fetch_unchanged(&self, set: &Set, file: &File) -> Result<Here> {
        let here = self.fetch(set, file.database)?;
        if digest(&here.path)? == (file.bytes, file.sha256.clone()) { Ok(here) } else { Err(damaged(&here.path)) }
    }
}

/// One database as it was brought back.
#[derive(Clone, Debug, Serialize)]
pub struct Brought {
    pub database: DatabaseId,
    pub rows: u64,
    /// Entries of its audit chain, which fit.
    pub entries: i64,
    /// When the backup was made.
    pub at: Timestamp,
    pub replayed: Replayed,
    /// Addresses of the files that belong beside it.
    #[serde(skip)]
    pub media: Vec<String>,
    /// How many of them are not to be had.
    pub missing: usize,
}

/// What is to be brought back.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// These databases; all of the set where none is named.
    pub only: Option<Vec<DatabaseId>>,
    /// Files that are there may be replaced.
    pub in_place: bool,
    /// Where pictures and papers lie; in the data folder where nothing is said.
    pub media: Option<Target>,
}

impl DataFolder {
    /// Where files are kept that a restore replaced.
    pub fn replaced(&self) -> PathBuf {
        self.root().join(REPLACED)
    }

    /// Restores one file into a place apart, looks it over, and throws it away again.
    pub(super) fn check_file(&self, file: &Path, random: &Random) -> Result<Brought> {
        self.looking_at(file, random, |head, loaded| self.look_over(head, loaded, head.at))
    }

    /// Restores one file under a key of the moment, for as long as `look` takes.
    fn looking_at<R>(&self, file: &Path, random: &Random, look: impl FnOnce(&Head, &Loaded) -> Result<R>) -> Result<R> {
        let scratch = self.root().join(CHECKING);
        make_folder(&scratch)?;
        let to = scratch.join(format!("{}.db", random.uuid(Timestamp(0))));
        let seen =
            self.load_file(file, &to, Some(&DataKey::new(random))).and_then(|(head, loaded)| look(&head, &loaded));
        let _ = fs::remove_file(&to);
        let _ = fs::remove_dir(&scratch);
        seen
    }

    /// Checks what was restored, and erases in it again what was erased since.
    fn look_over(&self, head: &Head, loaded: &Loaded, now: Timestamp) -> Result<Brought> {
        let entries = loaded.check()?;
        let steps = self.ledger.erased_after(loaded.preface.ledger, head.database)?;
        let replayed = replay(&loaded.open, &steps, &self.ledger, now)?;
        let media = media::addresses(&loaded.open.lock(), &self.keys.media_key(head.database.0)?)?;
        let (database, rows, at) = (head.database, loaded.rows(), head.at);
        Ok(Brought { database, rows, entries, at, replayed, media, missing: 0 })
    }

    /// Reads a file of a set into a new database, under the database's own key or another.
    fn load_file(&self, file: &Path, to: &Path, key: Option<&DataKey>) -> Result<(Head, Loaded)> {
        let (head, line, reader) = read_head(file)?;
        if !self.keys.has_named(&head.day) {
            return Err(keep::no_key(&file.display(), &head.day));
        }
        let own = self.keys.get(head.database.0)?;
        let opening = Opening::new(reader, &file_key(&self.keys, &head)?, &line).map_err(|e| unusable(file, &e))?;
        let loaded = load(DeflateDecoder::new(opening), to, key.unwrap_or(&own)).map_err(|e| match e.kind() {
            ErrorKind::InvalidData | ErrorKind::UnexpectedEof | ErrorKind::InvalidInput => damaged(file),
            ErrorKind::StorageFull => Error::Internal(format!("{}: the disk is full. Free some space.", to.display())),
            _ => Error::Internal(format!("{} cannot be restored: {e}", file.display())),
        })?;
        if loaded.preface.database != head.database {
            return Err(damaged(file));
        }
        Ok((head, loaded))
    }

    /// Brings databases of a set to their places. Each is looked over and erased again before the first of them takes
    /// its place; what stands there is moved to a folder of [`DataFolder::replaced`]. Whoever opens the folder next lets
    /// them in ([`DataFolder::restored`]).
    pub fn bring_back(
        &self,
        set: &Set,
        wish: &Wish,
        now: Timestamp,
        tell: &mut dyn FnMut(u64, u64),
    ) -> Result<Vec<Brought>> {
        let (apart, before) = (self.root().join(RESTORING), self.restored()?);
        let _ = fs::remove_dir_all(&apart);
        make_folder(&apart)?;
        let staged = self.stage(set, wish, now, &apart, tell).and_then(|mut brought| {
            let place = wish.media.clone().unwrap_or_else(|| Target::Folder(self.schools()));
            for one in &mut brought {
                one.missing = media::fetch(one, &set.place, &place)?;
            }
            Ok(brought)
        });
        let brought = staged.inspect_err(|_| drop(fs::remove_dir_all(&apart)))?;
        let new: Vec<_> = brought.iter().map(|one| one.database).collect();
        self.arrive(&new, &before, now)?;
        Ok(brought)
    }

    fn stage(
        &self,
        set: &Set,
        wish: &Wish,
        now: Timestamp,
        apart: &Path,
        tell: &mut dyn FnMut(u64, u64),
    ) -> Result<Vec<Brought>> {
        let mut files = set.files(self)?;
        if let Some(only) = &wish.only {
            files.retain(|file| only.contains(&file.database));
            if let Some(lacking) = only.iter().find(|id| !files.iter().any(|file| file.database == **id)) {
                return Err(Error::Internal(format!("{set} does not hold the school {lacking}")));
            }
        }
        let mut brought = Vec::new();
        for (n, file) in files.iter().enumerate() {
            tell(n as u64, files.len() as u64);
            // A school whose key was destroyed is gone for good (C004).
            if !self.keys.has(file.database.0) && wish.only.is_none() {
                continue;
            }
            let there = self.file(file.database);
            if there.exists() && !wish.in_place {
                return Err(Error::Internal(format!(
                    "{} is there: with --in-place it is kept aside, and replaced",
                    there.display()
                )));
            }
            brought.push(self.stage_one(set, file, now, apart)?);
        }
        Ok(brought)
    }

    fn stage_one(&self, set: &Set, file: &File, now: Timestamp, apart: &Path) -> Result<Brought> {
        let here = self.fetch_unchanged(set, file)?;
        let to = apart.join(format!("{}.db", file.database));
        let (head, loaded) = self.load_file(&here.path, &to, None)?;
        let (then, own) = (self.keys.get_of(head.database.0, head.epoch)?, self.keys.get(head.database.0)?);
        if then.epoch() != own.epoch() {
            let (from, to) = (Seals::new(head.database, &then), Seals::new(head.database, &own));
            seal::reseal(&loaded.open, &from, &to, &Random::System)?;
        }
        let brought = self.look_over(&head, &loaded, now)?;
        drop(loaded);
        sqlite::settle(&to)?;
        Ok(brought)
    }

    /// Restores every database of a set into a place apart, one after the other, and says what came of each.
    pub fn drill(&self, set: &Set, random: &Random, tell: &mut dyn FnMut(u64, u64)) -> Result<Vec<Result<Brought>>> {
        let files = set.files(self)?;
        Ok(files
            .iter()
            .enumerate()
            .map(|(n, file)| {
                tell(n as u64, files.len() as u64);
                let brought = self.check_file(&self.fetch_unchanged(set, file)?.path, random)?;
                media::are_there(&brought, &set.place)?;
                Ok(brought)
            })
            .collect())
    }

    /// The decrypted pages of a database of a set, as they come back before anything is erased again: to prove what
    /// a backup holds.
    pub fn pages_of(&self, set: &Set, id: DatabaseId, random: &Random) -> Result<Vec<u8>> {
        self.looking_at(&self.fetch(set, id)?.path, random, |_, loaded| {
            let open = loaded.open.lock();
            let pages = open.serialize("main").map_err(Error::internal)?.to_vec();
            Ok(pages)
        })
    }
}
