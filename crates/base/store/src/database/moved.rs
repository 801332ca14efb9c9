//! A school whose file was closed while somebody still held it: for ever, or because it is open under another key now,
//! and then whoever holds the old one is led to the new one.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use kernel::{Error, Result};
use parking_lot::MutexGuard;

use super::{Connection, Database};
use crate::group::Turn;

/// How long looks that are under way may take before a file is closed. A page is done in a fraction of it.
const LOOKS_END: Duration = Duration::from_secs(20);

const TRIES: u32 = 200;
const MOMENT: Duration = Duration::from_millis(10);

/// Why a file is open no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shut {
    /// It is written under another key: 503 until it is open again.
    Moving,
    /// Its key was destroyed: there is no such school.
    Ended,
}

impl Database {
    /// What is open in this one's place, if something is.
    pub(crate) fn open_now(&self) -> Result<Option<&Arc<Self>>> {
        match (self.successor(), self.shut.get()) {
            (Some(there), _) => Ok(Some(there)),
            (None, None) => Ok(None),
            (None, Some(Shut::Moving)) => Err(Error::Busy),
            (None, Some(Shut::Ended)) => Err(Error::NotFound),
        }
    }

    pub(crate) fn is_shut(&self) -> bool {
        self.shut.get().is_some()
    }

    /// Closes the file for whoever holds the writer: waits for the looks under way, lets none begin, and leaves no log
    /// beside it. 503 where a look does not end.
    pub(crate) fn shut_to_move(&self, writer: &MutexGuard<'_, Turn>) -> Result<()> {
        self.end_looks()?;
        let is_alone = || match writer.connection() {
            Ok(Connection::File(file)) => {
                let mode = file.lock().query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0));
                mode.is_ok_and(|mode: String| mode == "delete")
            }
            Ok(Connection::Schema(_)) => true,
            Err(_) => false,
        };
        // A look that has ended closes its file a moment later.
        let mut tries = TRIES;
        while !is_alone() {
            if tries == 0 {
                self.let_look();
                return Err(Error::Busy);
            }
            tries -= 1;
            std::thread::sleep(MOMENT);
        }
        let _ = self.shut.set(Shut::Moving);
        self.freed.notify_all();
        Ok(())
    }

    /// Closes a school whose key is gone: nobody who still holds it reads or writes any more.
    pub(crate) fn shut_for_good(&self) {
        let _ = self.shut.set(Shut::Ended);
        self.freed.notify_all();
        // A look that began before sees its end; the next one does not begin.
        let _ = self.end_looks();
        self.memory.forget_looks();
    }

    fn end_looks(&self) -> Result<()> {
        let mut readers = self.readers.lock();
        readers.closing = true;
        let until = Instant::now() + LOOKS_END;
        while readers.idle.len() < readers.open {
            if self.freed.wait_until(&mut readers, until).timed_out() {
                drop(readers);
                self.let_look();
                return Err(Error::Busy);
            }
        }
        readers.idle.clear();
        readers.open = 0;
        Ok(())
    }

    fn let_look(&self) {
        self.readers.lock().closing = false;
        self.freed.notify_all();
    }

    /// Goes on where `old` stops: who watches it hears of what is written here.
    pub(crate) fn follow(mut self, old: &Self) -> Self {
        self.commits = Arc::clone(&old.commits);
        self.units.store(old.units.load(Ordering::Relaxed), Ordering::Relaxed);
        self
    }
}
