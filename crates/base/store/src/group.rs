//! The one writer of a database, and how its users share it. Changes that wait for each other end in one commit, so
//! in one fsync. Each has a savepoint of its own: one that fails or panics undoes only itself. Nobody is answered
//! before the commit, and a commit that fails keeps nothing of any of them.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use kernel::{Error, Result, Timestamp};
use parking_lot::{Condvar, Mutex, MutexGuard};
use sea_orm::DatabaseConnection;

use crate::at_once::may_wait;
use crate::audit::{self, Entry};
use crate::database::Database;
use crate::driver::Connection;
use crate::ledger::{Record, What};
use crate::observe::Erases;
use crate::security;
use crate::watch::Frame;

/// How long a change waits for its turn. Then it answers 503 rather than hang (a long import).
const PATIENCE: Duration = Duration::from_secs(3);

/// Changes that wait for their turn at once; the next is told 503 without waiting.
const QUEUE: usize = 256;

/// Changes in one commit at most, so that the first of them does not wait for ever.
const TOGETHER: usize = 64;

/// The writer and those who wait for it.
pub(crate) struct Writer {
    turn: Mutex<Turn>,
    queued: AtomicUsize,
}

/// Whoever holds it may use the writer's connection.
pub(crate) struct Turn {
    /// Opened for the first change: a school that is only looked at does without.
    connection: Option<Connection>,
    /// A transaction that others have written into and nobody has ended.
    open: Option<Open>,
}

#[derive(Default)]
struct Open {
    group: Arc<Group>,
    members: usize,
    /// Tables of the changes, and those of the store's own books.
    written: BTreeSet<String>,
    books: BTreeSet<String>,
    /// Why the engine undid the whole of it, where it did.
    lost: Option<String>,
}

/// The changes of one commit, waiting for its end.
#[derive(Default)]
struct Group {
    /// How it has ended: why nothing of it was kept, if so.
    end: Mutex<Option<Result<(), String>>>,
    ended: Condvar,
}

impl Group {
    fn tell(&self, end: Result<(), String>) {
        *self.end.lock() = Some(end);
        self.ended.notify_all();
    }

    fn wait(&self) -> Result<()> {
        let mut end = self.end.lock();
        loop {
            match &*end {
                Some(end) => return end.clone().map_err(Error::Unsaved),
                None => self.ended.wait(&mut end),
            }
        }
    }
}

impl Turn {
    pub fn connection(&self) -> Result<&Connection> {
        self.connection.as_ref().ok_or_else(|| Error::Internal("the writer is not open".to_owned()))
    }
}

impl Writer {
    pub fn new() -> Self {
        Self { turn: Mutex::new(Turn { connection: None, open: None }), queued: AtomicUsize::new(0) }
    }

    pub fn queued(&self) -> usize {
        self.queued.load(Ordering::SeqCst)
    }

    /// A turn, in the order of asking. 503 where too many ask, or where the one before takes too long.
    fn turn(&self) -> Result<MutexGuard<'_, Turn>, Option<MutexGuard<'_, Turn>>> {
        let before = self.queued.fetch_add(1, Ordering::SeqCst);
        let turn = if before < QUEUE { self.turn.try_lock_for(PATIENCE) } else { None };
        self.queued.fetch_sub(1, Ordering::SeqCst);
        turn.ok_or_else(|| self.left_behind())
    }

    /// A transaction that was left open for somebody who then gave up waiting. Asked by whoever gives up and by
    /// whoever leaves one open, in this order: first the own step, then this look. So one of the two sees it.
    fn left_behind(&self) -> Option<MutexGuard<'_, Turn>> {
        if self.queued() > 0 {
            return None;
        }
        self.turn.try_lock().filter(|turn| turn.open.is_some())
    }
}

impl Database {
    /// Lends the writer to one change, which is kept if it succeeds and undone if it fails or panics. Its own audit
    /// entries are written with it, and the read entries that wait with the commit. Returns after the commit.
    ///
    /// # Errors
    /// What the change says; [`Error::Busy`] if it has to wait too long for its turn; [`Error::Unsaved`] if the
    /// commit fails.
    pub(crate) fn writing<R>(
        &self,
        frame: &Arc<Frame>,
        own: Vec<Entry>,
        change: impl FnOnce(&DatabaseConnection) -> Result<R>,
    ) -> Result<R> {
        self.writing_seen(frame, own, None, change)
    }

    /// The same for a change that erases: what it takes away stands in the ledger before it is kept (C151).
    pub(crate) fn writing_seen<R>(
        &self,
        frame: &Arc<Frame>,
        own: Vec<Entry>,
        erasing: Option<Erasing>,
        change: impl FnOnce(&DatabaseConnection) -> Result<R>,
    ) -> Result<R> {
        may_wait()?;
        if let Some(there) = self.open_now()? {
            return there.writing_seen(frame, own, erasing, change);
        }
        self.count_unit();
        let mut member = self.join()?;
        let result = member.run(frame, &own, erasing, change);
        let noted = member.noted;
        let group = member.leave();
        let kept = result.and_then(|result| group.wait().map(|()| result));
        if let (Err(_), Some(place), Some(erasing)) = (&kept, noted, erasing)
            && let Err(error) = self.ledger.append(&erasing.record(self, What::Undone(place)))
        {
            tracing::error!(%error, "an erasure that failed stands in the ledger; a restore would do it");
        }
        kept
    }

    /// The writer with nothing open, for what no transaction may hold: checkpoints, copies.
    pub(crate) fn alone(&self) -> Result<MutexGuard<'_, Turn>> {
        let mut turn = self.writer.turn.lock();
        self.commit(&mut turn);
        self.open_writer(&mut turn)?;
        Ok(turn)
    }

    fn open_writer(&self, turn: &mut Turn) -> Result<()> {
        if turn.connection.is_none() {
            turn.connection = Some(self.place().open(&self.key(), false)?);
        }
        Ok(())
    }

    fn join(&self) -> Result<Member<'_>> {
        let mut turn = match self.writer.turn() {
            Ok(turn) => turn,
            Err(left_behind) => {
                if let Some(mut turn) = left_behind {
                    self.commit(&mut turn);
                }
                return Err(Error::Busy);
            }
        };
        // It moved while this waited; the next attempt goes there.
        if self.successor().is_some() || self.is_shut() {
            return Err(Error::Busy);
        }
        // A change of minutes keeps nobody waiting for its end.
        if self.long_change().is_some() {
            self.commit(&mut turn);
        }
        self.open_writer(&mut turn)?;
        if turn.open.is_none() {
            turn.connection()?.begin_change()?;
            turn.open = Some(Open::default());
        }
        let member = Member { database: self, turn: Some(turn), is_kept: false, noted: None };
        member.connection()?.begin_part()?;
        Ok(member)
    }

    /// Ends the turn: with the commit, unless somebody waits who will do so.
    fn pass_on(&self, mut turn: MutexGuard<'_, Turn>) {
        let members = turn.open.as_ref().map_or(0, |open| open.members);
        let is_last = self.writer.queued() == 0;
        if is_last || members >= TOGETHER || self.long_change().is_some() {
            self.commit(&mut turn);
        }
        MutexGuard::unlock_fair(turn);
        if let Some(mut turn) = self.writer.left_behind() {
            self.commit(&mut turn);
        }
    }

    /// Commits what is open, with the read entries that wait, and tells everybody who has a part in it.
    fn commit(&self, turn: &mut Turn) {
        let Some(open) = turn.open.take() else { return };
        let group = Arc::clone(&open.group);
        let done = match &open.lost {
            Some(fault) => Err(Error::Internal(fault.clone())),
            None if open.members == 0 => turn.connection().and_then(Connection::roll_back),
            None => turn.connection().and_then(|connection| self.commit_with_books(connection, open)),
        };
        if done.is_err()
            && let Some(connection) = turn.connection.as_ref().filter(|connection| !connection.is_idle())
            && let Err(error) = connection.roll_back()
        {
            tracing::error!(%error, "a rollback failed");
        }
        group.tell(done.map_err(|error| error.to_string()));
    }

    fn commit_with_books(&self, connection: &Connection, open: Open) -> Result<()> {
        let house = self.house();
        let books = connection.orm(&house)?;
        let waiting = self.take_waiting();
        let kept = audit::append(&books, &waiting.entries)
            .and_then(|()| security::requested(&books, &waiting.requests))
            .and_then(|()| {
                let written = open.written.iter().cloned().chain(open.books).chain(house.written()).collect();
                connection.commit(&written).map(|()| written)
            });
        match kept {
            Ok(written) => {
                self.wrote(written, open.written);
                Ok(())
            }
            Err(error) => {
                self.wait_again(waiting);
                Err(error)
            }
        }
    }
}

/// One change in the shared transaction. However it ends, its savepoint is closed and the turn goes on.
struct Member<'a> {
    database: &'a Database,
    turn: Option<MutexGuard<'a, Turn>>,
    is_kept: bool,
    /// Where the ledger says what this change erases.
    noted: Option<u64>,
}

/// That a change erases, what counts as erased, and when.
#[derive(Clone, Copy)]
pub(crate) struct Erasing {
    pub erases: Erases,
    pub at: Timestamp,
}

impl Erasing {
    fn record(self, database: &Database, what: What) -> Record {
        Record { at: self.at, school: database.id, what }
    }
}

impl Member<'_> {
    fn connection(&self) -> Result<&Connection> {
        self.turn.as_ref().ok_or_else(|| Error::Internal("no turn is held".to_owned()))?.connection()
    }

    fn run<R>(
        &mut self,
        frame: &Arc<Frame>,
        own: &[Entry],
        erasing: Option<Erasing>,
        change: impl FnOnce(&DatabaseConnection) -> Result<R>,
    ) -> Result<R> {
        let (connection, house) = (self.connection()?.clone(), self.database.house());
        if let Some(erasing) = erasing {
            frame.begin_erasing(erasing.erases);
        }
        let done = connection
            .orm(frame)
            .and_then(|db| change(&db).map_err(|error| frame.refused().unwrap_or(error)))
            .and_then(|result| {
                let own = [own, &frame.take_openings()].concat();
                audit::append(&connection.orm(&house)?, &own).map(|()| result)
            })
            .and_then(|result| self.note_erased(frame, erasing).map(|()| result))
            .and_then(|result| connection.keep_part().map(|()| result));
        let open = self.turn.as_mut().and_then(|turn| turn.open.as_mut());
        match (&done, open) {
            (Ok(_), Some(open)) => {
                self.is_kept = true;
                open.members += 1;
                open.written.extend(frame.written());
                open.books.extend(house.written());
            }
            // On a full disk SQLite rolls everything back by itself.
            (Err(error), Some(open)) if connection.is_idle() => open.lost = Some(error.to_string()),
            _ => {}
        }
        done
    }

    /// Writes into the ledger what was seen going.
    fn note_erased(&mut self, frame: &Frame, erasing: Option<Erasing>) -> Result<()> {
        let Some(erasing) = erasing.filter(|_| frame.is_observing()) else { return Ok(()) };
        let ledger = &self.database.ledger;
        let steps = self.connection()?.end_erasing(frame, ledger)?;
        if !steps.is_empty() {
            self.noted = Some(ledger.append(&erasing.record(self.database, What::Erased(steps)))?);
        }
        Ok(())
    }

    /// The group whose commit this change is a part of.
    fn leave(self) -> Arc<Group> {
        let open = self.turn.as_ref().and_then(|turn| turn.open.as_ref());
        open.map(|open| Arc::clone(&open.group)).unwrap_or_default()
    }
}

impl Drop for Member<'_> {
    fn drop(&mut self) {
        let Some(mut turn) = self.turn.take() else { return };
        if !self.is_kept && turn.connection.as_ref().is_none_or(Connection::is_idle) {
            let lost = turn.open.as_mut().map(|open| &mut open.lost);
            lost.map(|lost| lost.get_or_insert_with(|| "the database undid a transaction by itself".to_owned()));
        } else if !self.is_kept
            && let Err(error) = turn.connection().and_then(Connection::undo_part)
        {
            tracing::error!(%error, "a change could not be undone");
        }
        self.database.pass_on(turn);
    }
}
