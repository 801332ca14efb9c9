//! The data folder: one process owns it, the control database and every school live in it. Where all of these lie on
//! PostgreSQL, several processes share it: what is left there is keys, the ledger of erasures, papers.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use kernel::{Error, Random, Result};
use parking_lot::Mutex;

use crate::around::Around;
use crate::backup;
use crate::database::DatabaseId;
use crate::keys::{KeyRing, MasterSource, make_folder};
use crate::ledger::{self, Ledger};
use crate::location::Location;

const LOCK: &str = "homeroom.lock";
const OPENING: &str = "homeroom.opening";
const CONTROL: &str = "control.db";
const SCHOOLS: &str = "schools";

/// A folder owned by this process for as long as the value lives.
pub struct DataFolder {
    root: PathBuf,
    pub(crate) keys: KeyRing,
    /// What was erased, for every restore to do again (C151).
    pub ledger: Arc<Ledger>,
    /// What databases ask of the house.
    pub around: Arc<Around>,
    /// Where the control database lies; in the folder unless several processes share it.
    pub(crate) control: Location,
    /// Until the control database is open: who comes beside us makes none of their own.
    pub(crate) opening: Mutex<Option<File>>,
    lock: File,
}

/// No other process is at work in the folder.
pub(crate) struct Alone<'a> {
    lock: &'a File,
    _opening: File,
}

impl Drop for Alone<'_> {
    fn drop(&mut self) {
        if let Err(error) = self.lock.try_lock_shared() {
            tracing::error!(%error, "the data folder cannot be shared again");
        }
    }
}

/// How often, and how long apart, the folder is asked for: a command ends soon.
const ATTEMPTS: u32 = 20;
const BETWEEN: Duration = Duration::from_millis(100);

impl DataFolder {
    /// Whether a restore into the new folder `root` was cut off before its keys were all there.
    pub fn is_half_laid_out(root: &Path) -> bool {
        root.join(backup::LAYING_OUT).exists()
    }

    /// Whether somebody has begun to keep data in `root`.
    pub fn is_one(root: &Path) -> bool {
        let names = [LOCK, CONTROL, "keys", SCHOOLS, "master.key"];
        !Self::is_half_laid_out(root) && names.iter().any(|name| root.join(name).exists())
    }

    /// Where the process that owns `root` answers commands.
    pub fn socket_in(root: &Path) -> PathBuf {
        root.join("homeroom.sock")
    }

    /// Takes possession of `root`, making it if need be. Another owner is waited for, a moment.
    pub fn open(root: &Path, random: &Random) -> Result<Self> {
        Self::open_with(root, &MasterSource::File, random)
    }

    /// The same with the master key from elsewhere.
    pub fn open_with(root: &Path, master: &MasterSource, random: &Random) -> Result<Self> {
        Self::open_beside(root, master, &Location::Folder, random)
    }

    /// The same, shared with other processes if the control database is on PostgreSQL.
    pub fn open_beside(root: &Path, master: &MasterSource, control: &Location, random: &Random) -> Result<Self> {
        make_folder(root)?;
        if Self::is_half_laid_out(root) {
            return Err(Error::Internal(format!(
                "a restore into {} was cut off before its keys were there: give the same command again, it begins anew",
                root.display()
            )));
        }
        let lock = lock_file(root, LOCK)?;
        let opening = if *control == Location::Folder {
            own(&lock, root)?;
            clear_away(root)?;
            None
        } else {
            let opening = lock_file(root, OPENING)?;
            opening.lock().map_err(Error::internal)?;
            if lock.try_lock().is_ok() {
                clear_away(root)?;
            }
            lock.try_lock_shared().map_err(|error| unshared(root, error))?;
            if root.join(CONTROL).exists() {
                return Err(Error::Internal(format!(
                    "the control database lies in {}, and the settings say that it is on PostgreSQL. Move it with \
                     homeroom move-control, or take `control` out of the settings; nothing was changed.",
                    root.display()
                )));
            }
            Some(opening)
        };
        let keys = KeyRing::open(root, master, random)?;
        let ledger = Arc::new(Ledger::open(root, &keys, random)?);
        let around = Arc::new(Around::open(&keys, random)?);
        let (root, control) = (root.to_owned(), control.clone());
        Ok(Self { root, keys, ledger, around, control, opening: Mutex::new(opening), lock })
    }

    /// Whether other processes may be at work here too.
    pub fn is_shared(&self) -> bool {
        self.control != Location::Folder
    }

    /// For a change that others would not hear of: refused while there are others, and none comes while the value lives.
    pub(crate) fn alone(&self) -> Result<Option<Alone<'_>>> {
        if !self.is_shared() {
            return Ok(None);
        }
        let others = || {
            Error::Internal(
                "other Homeroom processes are at work on this installation: stop them first; nothing was changed"
                    .to_owned(),
            )
        };
        // Nobody opens the folder meanwhile, and nobody else tries to be alone.
        let opening = lock_file(&self.root, OPENING)?;
        opening.try_lock().map_err(|_| others())?;
        if self.lock.try_lock().is_err() {
            // The attempt has given the shared lock away.
            self.lock.try_lock_shared().map_err(|error| unshared(&self.root, error))?;
            return Err(others());
        }
        Ok(Some(Alone { lock: &self.lock, _opening: opening }))
    }

    /// Waits for its turn, also among processes, at what only one may do at a time: a backup, a kit.
    pub(crate) fn take_turn(&self, name: &str) -> Result<File> {
        let turn = lock_file(&self.root, name)?;
        turn.lock().map_err(Error::internal)?;
        Ok(turn)
    }

    /// What changes when a key or the ledger does, whoever changes it.
    pub(crate) fn stamp(&self) -> Option<(u64, SystemTime)> {
        let ledger = fs::metadata(self.root.join(ledger::FILE)).ok()?;
        Some((ledger.len(), fs::metadata(self.root.join("keys")).ok()?.modified().ok()?))
    }

    /// Where this process answers commands.
    pub fn socket(&self) -> PathBuf {
        Self::socket_in(&self.root)
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where files wait that were uploaded and not yet dealt with.
    pub fn staging(&self) -> PathBuf {
        self.root.join("staging")
    }

    /// Where the copies lie that are made before a database is brought to a newer schema.
    pub fn upgrades(&self) -> PathBuf {
        self.root.join("before-upgrade")
    }

    /// Where this version keeps the copy of one database.
    pub(crate) fn before_upgrade(&self, id: DatabaseId) -> PathBuf {
        self.upgrades().join(env!("CARGO_PKG_VERSION")).join(format!("{id}.db"))
    }

    /// Where the databases of schools lie, each in a folder of its own.
    pub(crate) fn schools(&self) -> PathBuf {
        self.root.join(SCHOOLS)
    }

    /// Where a database lies.
    pub(crate) fn file(&self, id: DatabaseId) -> PathBuf {
        file_in(&self.root, id)
    }
}

/// Where a database lies in a data folder.
pub(crate) fn file_in(root: &Path, id: DatabaseId) -> PathBuf {
    if id.0.is_nil() { root.join(CONTROL) } else { root.join(SCHOOLS).join(id.to_string()).join("school.db") }
}

fn lock_file(root: &Path, name: &str) -> Result<File> {
    // To share a lock over the network a file has to be open for reading too.
    File::options().create(true).truncate(false).read(true).write(true).open(root.join(name)).map_err(|e| {
        Error::Internal(format!("{} cannot be written ({e}): give Homeroom write access to it", root.display()))
    })
}

/// What somebody who is gone has left: nobody else is at work here.
fn clear_away(root: &Path) -> Result<()> {
    let _ = fs::remove_file(DataFolder::socket_in(root));
    // A check or a backup that was cut off.
    for apart in [backup::CHECKING, backup::MAKING] {
        let _ = fs::remove_dir_all(root.join(apart));
    }
    backup::recover(root)
}

fn own(lock: &File, root: &Path) -> Result<()> {
    for _ in 0..ATTEMPTS {
        if lock.try_lock().is_ok() {
            return Ok(());
        }
        std::thread::sleep(BETWEEN);
    }
    Err(in_use(root))
}

fn unshared(root: &Path, error: TryLockError) -> Error {
    match error {
        TryLockError::WouldBlock => in_use(root),
        TryLockError::Error(error) => {
            Error::Internal(format!("{} cannot be shared by locks of its files ({error})", root.display()))
        }
    }
}

fn in_use(root: &Path) -> Error {
    Error::Internal(format!(
        "another Homeroom is using {}. Stop it first, or name another folder with --data.",
        root.display()
    ))
}
