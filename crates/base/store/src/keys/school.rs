//! Another data key for a school, while people look at it. Its file is written anew beside it, under the new key; one
//! rename puts it in its place, and from that moment the new key is the school's. Changes wait meanwhile, or are told
//! 503. On PostgreSQL the sealed fields are sealed anew in one transaction, which is that moment. The old key stays,
//! retired, for as long as there are backups that it opens; then it is destroyed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{Days, NaiveDate};
use kernel::{Error, Random, Result};
use parking_lot::MutexGuard;
use uuid::Uuid;

use super::{DataKey, KeyRing, settle_folder, unreadable, wipe};
use crate::backup::of_key;
use crate::driver::{Connection, Place, sqlite};
use crate::folder::file_in;
use crate::group::Turn;
use crate::seal::{self, Seals};
use crate::watch::Frame;
use crate::{Database, DatabaseId, Schools};

/// The key of a file that is being written.
const NEXT: &str = ".next";
const RETIRED: &str = "retired-";
/// Copies of files that were put aside are kept so long.
const WEEK: Days = Days::new(7);

/// The first key of a school that has another now: pictures and papers keep it. Each has a key of its own, made from this
/// one and from what its row says, and the rows are under the new key.
const MEDIA: &str = "media-";

/// What came of it.
#[derive(Clone, Copy, Debug, serde::Serialize)]
pub struct NewKey {
    /// How often this school has been given another key.
    pub epoch: u32,
    /// Sealed fields that were sealed anew.
    pub resealed: u64,
}

fn next_name(id: Uuid) -> String {
    format!("{id}{NEXT}")
}

fn media_name(id: Uuid) -> String {
    format!("{MEDIA}{id}")
}

/// Names of all keys that belong to a school: its own, one that is to be, those before.
pub(super) fn names_of(id: Uuid, all: impl Iterator<Item = String>) -> Vec<String> {
    let (own, retired) = (id.to_string(), format!("{RETIRED}{id}."));
    let is_own =
        |name: &String| *name == own || *name == next_name(id) || *name == media_name(id) || name.starts_with(&retired);
    all.filter(is_own).collect()
}

/// The epoch of a retired key, and the day on which it goes.
fn of_retired(name: &str) -> Option<(&str, u32, NaiveDate)> {
    let mut parts = name.strip_prefix(RETIRED)?.splitn(3, '.');
    Some((parts.next()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

impl KeyRing {
    /// The key that a database had in an epoch.
    pub(crate) fn get_of(&self, id: Uuid, epoch: u32) -> Result<DataKey> {
        let own = self.get(id)?;
        if own.epoch == epoch {
            return Ok(own);
        }
        let wanted = id.to_string();
        let is_it = |name: &String| of_retired(name).is_some_and(|(id, of, _)| id == wanted && of == epoch);
        match self.wrapped()?.into_keys().find(is_it) {
            Some(name) => self.get_named(&name),
            None => Err(Error::Internal(format!(
                "the key that {id} had when this was written ({epoch}) was destroyed, or is in another recovery kit: take \
                 a younger backup"
            ))),
        }
    }

    /// What the keys of a school's pictures and papers are made from.
    pub(crate) fn media_key(&self, id: Uuid) -> Result<DataKey> {
        let name = media_name(id);
        if self.has_named(&name) { self.get_named(&name) } else { self.get(id) }
    }

    /// Destroys the keys whose last backup has ended.
    pub(crate) fn end_retired(&self, today: NaiveDate) -> Result<()> {
        for name in self.wrapped()?.into_keys() {
            if of_retired(&name).is_some_and(|(_, _, until)| until <= today) {
                self.destroy_named(&name)?;
            }
        }
        Ok(())
    }

    /// The day on which everything is gone that was written before today.
    fn until(&self, today: NaiveDate) -> Result<NaiveDate> {
        let names = self.wrapped()?;
        let of_backups = names.keys().filter_map(|name| {
            let (day, days) = of_key(name)?;
            day.checked_add_days(Days::new(days))
        });
        Ok(of_backups.chain(today.checked_add_days(WEEK)).max().unwrap_or(today))
    }

    fn put_named(&self, name: &str, key: &DataKey, random: &Random) -> Result<()> {
        let _alone = self.changing.lock();
        self.put(name, key, random)
    }
}

impl DataKey {
    pub(super) fn again(&self) -> Self {
        Self::of(self.bytes.clone()).in_epoch(self.epoch)
    }
}

impl Schools {
    /// Gives a school another data key, and seals its sealed fields anew. `step` hears of each thing that was done to a
    /// file. A look that does not end within seconds stops it: 503, and nothing was changed.
    pub fn rotate_school(&self, id: DatabaseId, step: &mut dyn FnMut(&str)) -> Result<NewKey> {
        let _alone = self.folder.alone()?;
        // A backup reads the file beside everybody, and knows one key.
        let _no_backup = self.making.lock();
        let database = self.get(id)?;
        let keys = &self.folder.keys;
        abandon(keys, id.0)?;
        let old = keys.get(id.0)?;
        let new = DataKey::new(&self.random).in_epoch(old.epoch + 1);
        if old.epoch == 0 {
            keys.put_named(&media_name(id.0), &old, &self.random)?;
            step("the key of pictures and papers is kept");
        }
        keys.put_named(&next_name(id.0), &new, &self.random)?;
        step("the new key is written");
        let writer = database.alone()?;
        let file = match writer.connection()? {
            Connection::File(file) => file,
            rows @ Connection::Schema(_) => return self.rotate_rows(&database, &writer, rows, &old, &new, step),
        };
        let written = self.write_copy(&database, file, &old, &new, step).and_then(|resealed| {
            self.retire(id, &old)?;
            step("the old key is kept for its backups");
            database.shut_to_move(&writer)?;
            Ok(resealed)
        });
        let resealed = written.inspect_err(|_| drop(abandon(keys, id.0)))?;
        let fresh = self.open.replace(id, || {
            self.switch(id, &new, step)?;
            Ok(self.open_school(id)?.follow(&database))
        });
        let fresh = fresh.inspect_err(|_| drop(recover_one(keys, id.0)))?;
        database.continue_at(Arc::clone(&fresh));
        drop(writer);
        self.open.keep(&fresh);
        Ok(NewKey { epoch: new.epoch, resealed })
    }

    /// The same on PostgreSQL, where rows have no key and sealed fields have: they are sealed anew in one transaction,
    /// and from its commit on the new key is the school's.
    fn rotate_rows(
        &self,
        database: &Arc<Database>,
        writer: &MutexGuard<'_, Turn>,
        rows: &Connection,
        old: &DataKey,
        new: &DataKey,
        step: &mut dyn FnMut(&str),
    ) -> Result<NewKey> {
        let id = database.id;
        let undone = |_: &Error| drop(abandon(&self.folder.keys, id.0));
        database.shut_to_move(writer).inspect_err(undone)?;
        let sealed = rows.begin_change().and_then(|()| {
            let (from, to) = (Seals::new(id, old), Seals::new(id, new));
            let resealed = seal::reseal_all(&rows.orm(&database.house())?, &from, &to, &self.random)?;
            step("its sealed fields are sealed anew");
            self.retire(id, old)?;
            step("the old key is kept for its backups");
            rows.commit(&BTreeSet::new())?;
            step("the change is kept");
            Ok(resealed)
        });
        if sealed.is_err() {
            let _ = rows.roll_back();
        }
        // Opening it asks the rows which key they are under, also where the answer to the commit was lost.
        let fresh = self.open.replace(id, || Ok(self.open_school(id)?.follow(database)))?;
        database.continue_at(Arc::clone(&fresh));
        self.open.keep(&fresh);
        let (epoch, resealed) = (fresh.key().epoch(), sealed?);
        step("nothing waits any more");
        Ok(NewKey { epoch, resealed })
    }

    /// The key before stays for as long as there are backups that it opens.
    fn retire(&self, id: DatabaseId, old: &DataKey) -> Result<()> {
        let keys = &self.folder.keys;
        let name = format!("{RETIRED}{id}.{}.{}", old.epoch, keys.until(self.clock.now().date())?);
        keys.put_named(&name, old, &self.random)
    }

    /// A change of the key of a school on PostgreSQL that was cut off: the rows say which key they are under.
    pub(crate) fn settle_key(&self, id: DatabaseId, place: &Place) -> Result<()> {
        let keys = &self.folder.keys;
        let next = next_name(id.0);
        if !matches!(place, Place::Schema(_)) || !keys.has_named(&next) {
            return Ok(());
        }
        let (own, new) = (keys.get(id.0)?, keys.get_named(&next)?);
        let rows = place.open(&own, true)?;
        rows.begin_look()?;
        let epoch = seal::epoch_of(&rows.orm(&Frame::house(Arc::clone(&self.register)))?);
        rows.roll_back()?;
        if epoch? == new.epoch() && own.epoch() != new.epoch() {
            keys.put_named(&id.to_string(), &new, &self.random)?;
            return keys.destroy_named(&next);
        }
        abandon(keys, id.0)
    }

    /// Writes the school's file anew beside it, under the new key, and looks it over.
    fn write_copy(
        &self,
        database: &Arc<Database>,
        file: &sqlite::Shared,
        old: &DataKey,
        new: &DataKey,
        step: &mut dyn FnMut(&str),
    ) -> Result<u64> {
        let copy = copy_of(&self.folder.file(database.id));
        let to = copy.to_string_lossy();
        file.lock().execute("VACUUM INTO ?1", [&to]).map_err(Error::internal)?;
        step("the file is copied");
        sqlite::change_key(&copy, old, new)?;
        step("the copy is under the new key");
        let (from, to) = (Seals::new(database.id, old), Seals::new(database.id, new));
        let resealed = seal::reseal_file(&copy, &from, &to, new, &self.random)?;
        sqlite::settle(&copy)?;
        step("its sealed fields are sealed anew");
        let here = sqlite::contents(&file.lock())?;
        if sqlite::contents_of(&copy, new)? != here {
            return Err(Error::Internal(format!(
                "{} does not hold what it was written from: nothing was changed. Look at the disk, then try again.",
                copy.display()
            )));
        }
        step("the copy is looked over");
        Ok(resealed)
    }

    /// Puts the copy in the file's place, and the new key in the old one's.
    fn switch(&self, id: DatabaseId, new: &DataKey, step: &mut dyn FnMut(&str)) -> Result<()> {
        let (file, keys) = (self.folder.file(id), &self.folder.keys);
        let copy = copy_of(&file);
        for end in ["-wal", "-shm"] {
            remove(&beside(&copy, end))?;
            remove(&beside(&file, end))?;
        }
        fs::rename(&copy, &file).map_err(|e| unreadable(&file, &e))?;
        settle_folder(file.parent().unwrap_or(self.folder.root()))?;
        step("the file is in its place");
        keys.put_named(&id.to_string(), new, &self.random)?;
        step("the key is in its place");
        keys.destroy_named(&next_name(id.0))?;
        step("nothing waits any more");
        Ok(())
    }

    /// Closes a school whose key is gone; whoever holds it holds nothing.
    pub(super) fn close_for_good(&self, id: DatabaseId) {
        if let Some(database) = self.open.close(id) {
            database.shut_for_good();
        }
    }
}

fn copy_of(file: &Path) -> PathBuf {
    file.with_extension("next")
}

fn beside(file: &Path, end: &str) -> PathBuf {
    PathBuf::from(format!("{}{end}", file.display()))
}

fn remove(file: &Path) -> Result<()> {
    if file.exists() { fs::remove_file(file).map_err(|e| unreadable(file, &e)) } else { Ok(()) }
}

/// Takes away what a change of the key has left that did not happen.
fn abandon(keys: &KeyRing, id: Uuid) -> Result<()> {
    let copy = copy_of(&file_in(&keys.root, DatabaseId(id)));
    for end in ["", "-wal", "-shm", "-journal"] {
        remove(&beside(&copy, end))?;
    }
    let own = keys.get(id)?;
    for name in names_of(id, keys.wrapped()?.into_keys()) {
        let is_own = of_retired(&name).is_some_and(|(_, epoch, _)| epoch == own.epoch);
        if is_own || name == next_name(id) {
            wipe(&keys.file(&name))?;
        }
    }
    Ok(())
}

/// Finishes each change of a school's key that was cut off after the file had its place, and undoes the others.
pub(super) fn recover(keys: &KeyRing) -> Result<()> {
    for name in keys.wrapped()?.into_keys() {
        if let Some(id) = name.strip_suffix(NEXT).and_then(|id| id.parse().ok()) {
            recover_one(keys, id)?;
        }
    }
    Ok(())
}

fn recover_one(keys: &KeyRing, id: Uuid) -> Result<()> {
    let (file, next) = (file_in(&keys.root, DatabaseId(id)), next_name(id));
    if !copy_of(&file).exists() && !file.exists() {
        // It lies on PostgreSQL: whoever opens it asks its rows.
        return Ok(());
    }
    let has_moved = !copy_of(&file).exists();
    // The copy's name goes in the moment in which it takes the file's place.
    if has_moved && keys.get_named(&next).and_then(|new| sqlite::open(&file, &new, true)).is_ok() {
        let new = keys.get_named(&next)?;
        keys.put_named(&id.to_string(), &new, &Random::System)?;
        return keys.destroy_named(&next);
    }
    abandon(keys, id)
}
