//! One school's file: a writer, a few readers, and the read entries that wait for the next commit.

mod heard;
mod moved;

use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use kernel::{Error, Language, Random, Result, Timestamp};
use parking_lot::{Condvar, Mutex, RwLock};
use sea_orm::DatabaseConnection;
use uuid::Uuid;

use crate::around::Around;
use crate::at_once::may_wait;
use crate::audit::Entry;
use crate::driver::witness::Witness;
use crate::driver::{Connection, Place, schema};
use crate::group::Writer;
use crate::keys::DataKey;
use crate::ledger::Ledger;
use crate::live::{Commits, Written};
use crate::media::Beside;
use crate::memory::Memory;
use crate::migrate::{self, Migration, Standing};
use crate::progress::Progress;
use crate::seal::Seals;
use crate::security::{self, Caller};
use crate::stirred::{Promise, Stirred};
use crate::watch::{Closed, Frame, Register};
use crate::{sorting, switch, upgrade};

kernel::id!(
    /// A school's id, or the control database's; names its folder and its key.
    DatabaseId
);

/// Readers open at once in one school; a request beyond them waits for one.
const READERS: usize = 4;

pub struct Database {
    pub id: DatabaseId,
    place: Place,
    key: Arc<DataKey>,
    pub(crate) writer: Writer,
    readers: Mutex<Readers>,
    freed: Condvar,
    waiting: Mutex<Vec<Entry>>,
    asked: Mutex<Asked>,
    pub(crate) register: Arc<Register>,
    stirred: Arc<Stirred>,
    pub(crate) ledger: Arc<Ledger>,
    /// Its pictures and papers.
    pub(crate) beside: Beside,
    /// What it asks of the house.
    pub around: Arc<Around>,
    media_key: DataKey,
    /// Modules that the school switched off.
    closed: RwLock<Closed>,
    /// In which names are sorted, once it is known.
    language: RwLock<Option<Language>>,
    /// The long change that runs now; there is one writer, so there is one.
    long: Mutex<Option<Arc<Progress>>>,
    /// Where the school has moved to while this was open.
    successor: OnceLock<Arc<Database>>,
    /// Something was erased that the log beside the file may still hold.
    pub(crate) erased: AtomicBool,
    commits: Arc<Commits>,
    /// That it is open no more, and why.
    shut: OnceLock<moved::Shut>,
    pub(crate) memory: Arc<Memory>,
    /// Statements since start, for tests that state a page's cost.
    units: AtomicU64,
}

/// Requests for the security log: those that wait, and since when a row speaks for others like it.
#[derive(Default)]
struct Asked {
    waiting: Vec<security::ActiveModel>,
    spoken_for: HashMap<(Option<Uuid>, Caller), Timestamp>,
}

/// Read entries and requests on their way into a commit.
pub(crate) struct Waiting {
    pub entries: Vec<Entry>,
    pub requests: Vec<security::ActiveModel>,
}

/// Callers remembered by one school; beyond, they are forgotten and written once more.
const CALLERS: usize = 5_000;

/// What the databases of one house share.
pub struct InHouse {
    pub register: Arc<Register>,
    pub stirred: Arc<Stirred>,
    pub ledger: Arc<Ledger>,
    pub(crate) beside: Beside,
    pub around: Arc<Around>,
    pub(crate) media_key: DataKey,
    /// For what migrations seal.
    pub random: Random,
}

#[derive(Default)]
struct Readers {
    idle: Vec<Connection>,
    open: usize,
    /// Nobody gets another one: the file is to be closed.
    closing: bool,
}

impl Database {
    /// Opens the database, making it if there is none at `place`, and migrates it. Before it migrates one that is
    /// there, it keeps a copy at `kept`; one of a newer release it refuses.
    pub(crate) fn open(
        id: DatabaseId,
        place: Place,
        key: DataKey,
        migrations: &[Migration],
        shared: InHouse,
        kept: &Path,
        now: Timestamp,
    ) -> Result<Self> {
        let database = Self {
            id,
            place,
            key: Arc::new(key),
            writer: Writer::new(),
            readers: Mutex::default(),
            freed: Condvar::new(),
            waiting: Mutex::default(),
            asked: Mutex::default(),
            register: shared.register,
            stirred: shared.stirred,
            ledger: shared.ledger,
            beside: shared.beside,
            around: shared.around,
            media_key: shared.media_key,
            closed: RwLock::default(),
            language: RwLock::default(),
            long: Mutex::default(),
            successor: OnceLock::new(),
            erased: AtomicBool::new(false),
            commits: Arc::default(),
            shut: OnceLock::new(),
            memory: Arc::default(),
            units: AtomicU64::new(0),
        };
        database.bring_up(migrations, kept, now, &shared.random)?;
        Ok(database)
    }

    /// With a reader alone where nothing is to be done: a school that is only looked at needs no second connection.
    fn bring_up(&self, migrations: &[Migration], kept: &Path, now: Timestamp, random: &Random) -> Result<()> {
        self.begin_hearing()?;
        match self.glance(|db, has_tables| migrate::standing(db, has_tables, migrations))? {
            Standing::Current => {}
            Standing::New => self.migrate(migrations, now, random)?,
            Standing::Older => {
                self.keep_copy(kept, migrations)?;
                self.migrate(migrations, now, random)?;
            }
            Standing::Newer(step) => return Err(newer(&self.place.shown(), &step)),
        }
        let (off, language) = self.glance(|db, _| Ok((switch::off(db)?, sorting::language(db)?)))?;
        *self.closed.write() = Arc::new(off);
        *self.language.write() = language;
        Ok(())
    }

    /// A look before anybody else uses the database; says whether there are tables.
    fn glance<R>(&self, look: impl FnOnce(&DatabaseConnection, bool) -> Result<R>) -> Result<R> {
        let lent = Lent { database: self, reader: self.take_reader()? };
        lent.reader.begin_look()?;
        let has_tables = lent.reader.has_tables()?;
        look(&lent.reader.orm(&self.house())?, has_tables)
    }

    fn migrate(&self, migrations: &[Migration], now: Timestamp, random: &Random) -> Result<()> {
        let seals = Seals::new(self.id, &self.key);
        self.writing(&self.house(), Vec::new(), |db| migrate::run(db, migrations, now, &seals, random))?;
        let Place::Schema(place) = &self.place else { return Ok(()) };
        let tables = place.witness.tables()?;
        let writer = self.alone()?;
        let Connection::Schema(seat) = writer.connection()? else { return Ok(()) };
        let mut seat = seat.lock();
        seat.begin_change()?;
        let watched = schema::watch(&mut seat, &tables).and_then(|()| seat.commit(&BTreeSet::new()));
        if watched.is_err() {
            let _ = seat.roll_back();
        }
        watched
    }

    fn keep_copy(&self, kept: &Path, migrations: &[Migration]) -> Result<()> {
        if matches!(self.place, Place::Schema(_)) {
            let done = self.glance(|db, _| migrate::done(db, migrations))?;
            return upgrade::keep_rows(self, Witness::new(&done, &self.register)?, kept);
        }
        match self.alone()?.connection()? {
            Connection::File(file) => upgrade::keep_copy(&file.lock(), kept),
            Connection::Schema(_) => Ok(()),
        }
    }

    /// The school lies elsewhere now: whoever still holds this one writes there, and so do the entries that wait.
    pub(crate) fn continue_at(&self, there: Arc<Self>) {
        there.wait_again(self.take_waiting());
        let _ = self.successor.set(there);
    }

    pub(crate) fn successor(&self) -> Option<&Arc<Self>> {
        self.successor.get()
    }

    /// Somebody has written here: the clock looks in within a second (jobs, mail).
    pub(crate) fn stir(&self) {
        self.stirred.note(self.id);
    }

    /// The control database calls this school due while the value lives; see [`crate::stirred`]. Its own work is
    /// looked at each second anyway.
    pub(crate) fn promise(&self) -> Result<Option<Promise<'_>>> {
        if self.id.0.is_nil() {
            return Ok(None);
        }
        self.stirred.promise(self.id, || self.around.remember(self.id)).map(Some)
    }

    /// The frame of the store's own books.
    pub(crate) fn house(&self) -> Arc<Frame> {
        Frame::house(Arc::clone(&self.register))
    }

    pub(crate) fn key(&self) -> Arc<DataKey> {
        self.successor().map_or_else(|| Arc::clone(&self.key), |there| there.key())
    }

    /// What the keys of pictures and papers are made from: it stays when the school is given another key.
    pub(crate) fn media_key(&self) -> &DataKey {
        &self.media_key
    }

    /// Modules that take no writes here.
    pub(crate) fn closed(&self) -> Closed {
        Arc::clone(&self.closed.read())
    }

    /// Learns anew which modules are switched off, and in which language names are sorted.
    pub(crate) fn read_switches(&self) -> Result<()> {
        let off: BTreeSet<String> = self.reading(&self.house(), switch::off)?;
        *self.closed.write() = Arc::new(off);
        *self.language.write() = self.reading(&self.house(), sorting::language)?;
        self.memory.forget_looks();
        Ok(())
    }

    /// The language in which names are sorted here.
    pub fn language(&self) -> Option<Language> {
        *self.language.read()
    }

    /// Whether the school uses this module.
    pub fn is_on(&self, module: &str) -> bool {
        !self.closed.read().contains(module)
    }

    /// Lends a reader. What it sees is one snapshot.
    pub(crate) fn reading<R>(
        &self,
        frame: &Arc<Frame>,
        look: impl FnOnce(&DatabaseConnection) -> Result<R>,
    ) -> Result<R> {
        may_wait()?;
        if let Some(there) = self.open_now()? {
            return there.reading(frame, look);
        }
        self.count_unit();
        let lent = Lent { database: self, reader: self.take_reader()? };
        let since = self.memory.now();
        lent.reader.begin_look()?;
        let orm = lent.reader.orm_to_look(frame, &self.memory, since)?;
        look(&orm).map_err(|error| frame.refused().unwrap_or(error))
    }

    pub(crate) fn count_unit(&self) {
        self.units.fetch_add(1, Ordering::Relaxed);
    }

    /// What is to be written with the next commit.
    pub(crate) fn take_waiting(&self) -> Waiting {
        let entries = std::mem::take(&mut *self.waiting.lock());
        Waiting { entries, requests: std::mem::take(&mut self.asked.lock().waiting) }
    }

    /// The same again: the commit failed.
    pub(crate) fn wait_again(&self, waiting: Waiting) {
        self.waiting.lock().extend(waiting.entries);
        self.asked.lock().waiting.extend(waiting.requests);
    }

    /// After a commit: what was remembered of these tables is old, and who watches hears of those of modules.
    pub(crate) fn wrote(&self, tables: BTreeSet<String>, of_modules: BTreeSet<String>) {
        self.memory.wrote(tables);
        self.commits.tell(|| of_modules);
    }

    /// Keeps a request for the next commit, unless a row speaks for it.
    pub(crate) fn note_request(&self, request: security::Request, random: &Random, at: Timestamp) {
        if let Some(there) = self.successor() {
            return there.note_request(request, random, at);
        }
        let mut asked = self.asked.lock();
        if let Some(same) = request.same() {
            if asked.spoken_for.get(&same).is_some_and(|since| at < since.plus(security::SPEAKS_FOR)) {
                return;
            }
            if asked.spoken_for.len() >= CALLERS {
                asked.spoken_for.clear();
            }
            asked.spoken_for.insert(same, at);
        }
        asked.waiting.push(request.row(random.uuid(at), at));
    }

    /// Keeps a relaxed read entry for the next commit.
    pub(crate) fn note_later(&self, entry: Entry) {
        if let Some(there) = self.successor() {
            return there.note_later(entry);
        }
        self.waiting.lock().push(entry);
    }

    /// Read entries that wait for the next commit.
    pub(crate) fn waiting_entries(&self) -> usize {
        self.waiting.lock().len() + self.asked.lock().waiting.len()
    }

    /// Writes the read entries that wait; the server does so every second. During a long change they wait for
    /// its commit.
    pub fn flush(&self) -> Result<()> {
        if let Some(there) = self.successor() {
            there.wait_again(self.take_waiting());
            return there.flush();
        }
        if self.is_shut() {
            return Ok(());
        }
        if self.long_change().is_some() {
            return Ok(());
        }
        if self.waiting_entries() > 0 {
            self.writing(&self.house(), Vec::new(), |_| Ok(()))?;
        }
        if self.erased.load(Ordering::Relaxed) { self.empty_log() } else { Ok(()) }
    }

    /// The change of minutes that runs now, if one does.
    pub fn long_change(&self) -> Option<Arc<Progress>> {
        self.long.lock().clone()
    }

    /// Announces a change of minutes, named `id`, for as long as the value lives; nothing if one runs already.
    pub fn begin_long(self: &Arc<Self>, id: Uuid) -> Option<LongChange> {
        let mut long = self.long.lock();
        if long.is_some() {
            return None;
        }
        let progress = Arc::new(Progress::new(id));
        *long = Some(Arc::clone(&progress));
        Some(LongChange { progress, database: Arc::clone(self) })
    }

    /// The tables that each commit from now on writes, for pages that are live.
    pub fn watch(&self) -> tokio::sync::broadcast::Receiver<Written> {
        self.commits.watch()
    }

    /// Units of work so far.
    pub fn units(&self) -> u64 {
        self.units.load(Ordering::Relaxed)
    }

    /// Changes that wait for their turn now.
    pub fn queued(&self) -> usize {
        self.writer.queued()
    }

    /// Whether the rows lie in a file of this machine, and not on PostgreSQL.
    pub fn is_in_file(&self) -> bool {
        matches!(self.place, Place::File(_))
    }

    pub(crate) fn place(&self) -> &Place {
        &self.place
    }

    pub(crate) fn take_reader(&self) -> Result<Connection> {
        let mut readers = self.readers.lock();
        loop {
            if self.shut.get().is_some() {
                return Err(Error::Busy);
            }
            if readers.closing {
                self.freed.wait(&mut readers);
                continue;
            }
            if let Some(reader) = readers.idle.pop() {
                return Ok(reader);
            }
            if readers.open < READERS {
                readers.open += 1;
                drop(readers);
                return self.place.open(&self.key, true).inspect_err(|_| self.readers.lock().open -= 1);
            }
            self.freed.wait(&mut readers);
        }
    }

    fn give_back(&self, reader: Connection) {
        let mut readers = self.readers.lock();
        readers.idle.push(reader);
        let closing = readers.closing;
        drop(readers);
        if closing {
            self.freed.notify_all();
        } else {
            self.freed.notify_one();
        }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Err(error) = self.flush() {
            tracing::error!(school = %self.id, %error, "the last read entries could not be written");
        }
    }
}

/// A file that a newer release has migrated: this one might write what that one cannot read.
fn newer(file: &str, step: &str) -> Error {
    Error::Internal(format!(
        "{} was written by a newer Homeroom than this one, {} (it has {step}). Start that release again, or put back \
         the copy from before its upgrade; nothing was changed.",
        file,
        env!("CARGO_PKG_VERSION")
    ))
}

/// A change of minutes, announced: work that can wait does.
pub struct LongChange {
    pub progress: Arc<Progress>,
    database: Arc<Database>,
}

impl Drop for LongChange {
    fn drop(&mut self) {
        *self.database.long.lock() = None;
    }
}

/// A reader that goes back when the look ends, also when it panics.
pub(crate) struct Lent<'a> {
    pub database: &'a Database,
    pub reader: Connection,
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        if !self.reader.is_idle()
            && let Err(error) = self.reader.roll_back()
        {
            tracing::error!(%error, "a reader could not end its look");
        }
        self.database.give_back(self.reader.clone());
    }
}
