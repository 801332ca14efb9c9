//! What only a file has: a log beside it, pages that can be looked at, a copy of the whole.

use std::path::Path;
use std::sync::atomic::Ordering;

use kernel::{Error, Result};

use crate::act::{Allowed, Whole};
use crate::database::{Database, Lent};
use crate::driver::{Connection, Place};

impl Database {
    /// Moves the write-ahead log into the file and cuts it to nothing: what an erasure has overwritten in
    /// the file stands nowhere any more. While somebody still looks at the old state, `flush` tries again.
    pub(crate) fn empty_log(&self) -> Result<()> {
        if let Some(next) = self.open_now()? {
            return next.empty_log();
        }
        self.erased.store(true, Ordering::Relaxed);
        let writer = self.alone()?;
        let Connection::File(file) = writer.connection()? else {
            self.erased.store(false, Ordering::Relaxed);
            return Ok(());
        };
        let checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";
        let busy: i64 = file.lock().query_row(checkpoint, [], |row| row.get(0)).map_err(Error::internal)?;
        self.erased.store(busy != 0, Ordering::Relaxed);
        Ok(())
    }

    /// Every page of the file as it lies there, decrypted, unused ones too: to prove that nothing is left of
    /// what was erased. Takes the leave that an act gave.
    pub fn pages(&self, _school: Allowed<Whole>) -> Result<Vec<u8>> {
        let lent = Lent { database: self, reader: self.take_reader()? };
        let Connection::File(file) = &lent.reader else { return Err(no_file(self)) };
        let reader = file.lock();
        let pages = reader.serialize("main").map_err(Error::internal)?.to_vec();
        Ok(pages)
    }

    /// Bytes of the write-ahead log beside the file.
    pub fn log_size(&self) -> u64 {
        let Place::File(path) = self.place() else { return 0 };
        let mut log = path.clone().into_os_string();
        log.push("-wal");
        std::fs::metadata(log).map_or(0, |file| file.len())
    }

    /// Writes the whole file anew at `to`, under the same key.
    pub(crate) fn copy_to(&self, to: &Path) -> Result<()> {
        let writer = self.alone()?;
        let Connection::File(file) = writer.connection()? else { return Err(no_file(self)) };
        file.lock().execute("VACUUM INTO ?1", [to.to_string_lossy()]).map_err(Error::internal)?;
        Ok(())
    }
}

/// Asked of a database that has no file of its own.
pub(crate) fn no_file(database: &Database) -> Error {
    Error::Internal(format!("{} lies on PostgreSQL, not in a file", database.id))
}
