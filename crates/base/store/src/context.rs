//! The unit of work: the one way to a database handle.

use std::cell::RefCell;
use std::ops::Deref;
use std::sync::Arc;

use chrono::NaiveDate;
use kernel::{Clock, Language, Random, Result, Timestamp};
use sea_orm::DatabaseConnection;
use uuid::Uuid;

use crate::act::{self, Act, Allowed, Noun, On, Power, Target, Trail, Visible};
use crate::actor::Actor;
use crate::audit::{Entry, Outcome};
use crate::database::Database;
use crate::group::Erasing;
use crate::media::{self, Held};
use crate::memory::Question;
use crate::observe::Erases;
use crate::seal::Seals;
use crate::security::{self, Caller};
use crate::watch::Frame;

/// An actor at the door of one database, with the clock and the chance of the house.
#[derive(Clone)]
pub struct Context {
    pub database: Arc<Database>,
    pub actor: Actor,
    pub clock: Clock,
    pub random: Random,
    /// Who calls, for the security log (C113); nobody for the house's own work.
    pub network: Option<Caller>,
}

/// A look at the data: connection, actor and moment. Lives only inside its closure.
pub struct Read<'a> {
    db: &'a DatabaseConnection,
    pub actor: &'a Actor,
    pub now: Timestamp,
    /// The school's day.
    pub today: NaiveDate,
    /// In which this school sorts names.
    pub language: Language,
    database: &'a Database,
    frame: &'a Frame,
    purpose: &'static str,
}

impl Read<'_> {
    pub fn db(&self) -> &DatabaseConnection {
        self.db
    }

    pub(crate) fn database(&self) -> &Database {
        self.database
    }

    /// What opens sealed fields here: see [`crate::seal::Field`].
    pub(crate) fn seals(&self) -> Seals {
        Seals::new(self.database.id, &self.database.key())
    }

    /// That a special field of a row was opened, for the chain.
    pub(crate) fn note_opened(&self, table: &'static str, row: Uuid) {
        self.frame.note_opened(Entry::new(self.actor, self.frame.act(), self.purpose, Some((table, row)), self.now));
    }

    /// The rows of `N` that this actor may see under `act`: for lists beside the one that was opened.
    pub fn visible<N: Noun>(&self, act: &Act<N>) -> Result<Visible<N>> {
        act::visible(act.rules, self)
    }
}

/// A change in the making: everything of [`Read`], and ids to give out. Commits when the closure ends well.
pub struct Work<'a> {
    read: Read<'a>,
    random: &'a Random,
    caller: Option<&'a Caller>,
    frame: &'a Frame,
    /// Files that a row of this change refers to: nobody sweeps them before its commit.
    held: RefCell<Vec<Held>>,
}

impl<'a> Deref for Work<'a> {
    type Target = Read<'a>;
    fn deref(&self) -> &Read<'a> {
        &self.read
    }
}

impl Work<'_> {
    /// A fresh id of any kind: `StudentId(work.uuid())`.
    pub fn uuid(&self) -> Uuid {
        self.random.uuid(self.now)
    }

    pub fn random(&self) -> &Random {
        self.random
    }

    pub(crate) fn for_the_house<R>(&self, look: impl FnOnce() -> R) -> R {
        self.frame.for_the_house(look)
    }

    pub(crate) fn hold(&self, files: Vec<Held>) {
        self.held.borrow_mut().extend(files);
    }

    pub(crate) fn caller(&self) -> Option<&Caller> {
        self.caller
    }
}

impl Context {
    /// The same door for another actor.
    pub fn as_actor(&self, actor: Actor) -> Self {
        Self { actor, ..self.clone() }
    }

    /// Checks `on`, runs `look` on a reader, and notes the read.
    pub fn read<T: Target, R>(&self, on: On<T>, look: impl FnOnce(&Read, T::Allowed) -> Result<R>) -> Result<R> {
        let frame = self.frame(on.act)?;
        self.looking(&frame, on.act, on.target.objects(), |read| look(read, on.target.allow(&on.act.rules, read)?))
    }

    /// Runs `look`, which asks the rules first, on a reader, and notes the read or the refusal.
    fn looking<T: Target, R>(
        &self,
        frame: &Arc<Frame>,
        act: &'static Act<T>,
        objects: Vec<(&'static str, Uuid)>,
        look: impl FnOnce(&Read) -> Result<R>,
    ) -> Result<R> {
        let moment = self.clock.now();
        let entries = self.entries(act, objects, moment);
        let result = self.database.reading(frame, |db| look(&self.open(db, moment, frame, act.purpose())));
        self.note_openings(frame)?;
        self.note_findings(frame, moment)?;
        self.note_refusal(&result, &entries)?;
        if result.is_ok() {
            self.note_read(act.trail, entries)?;
        }
        result
    }

    /// As [`Context::read`], for what is asked often and changes seldom: what `look` found is given again to the same
    /// actor on the same day until a table that it read, its rules among them, is written. Each time is noted. What
    /// opened a special field is not remembered.
    /// `key` holds whatever else it depends on; nothing in it may depend on the hour. Nothing found is not remembered,
    /// nor is what is strictly audited, nor what is seen under a support grant.
    pub fn read_again<T: Target, R: Clone + Send + Sync + 'static>(
        &self,
        on: On<T>,
        key: &str,
        look: impl FnOnce(&Read, T::Allowed) -> Result<Option<R>>,
    ) -> Result<Option<R>> {
        if on.act.trail == Trail::Strict {
            return Err(kernel::Error::Internal(format!("{} is not to be remembered", on.act.name)));
        }
        let question = self.question(&on, key);
        self.database.hear()?;
        if let Some(found) = self.answer_to(&question, &on) {
            return Ok(Some(found));
        }
        let (memory, frame) = (&self.database.memory, self.frame_as_heard(on.act));
        let since = memory.now();
        let allowed_look = |read: &Read| look(read, on.target.allow(&on.act.rules, read)?);
        let found = self.looking(&frame, on.act, on.target.objects(), allowed_look)?;
        if let (Some(found), false) = (&found, self.is_support() || frame.has_opened()) {
            memory.keep_look(question, found.clone(), frame.looked(), since);
        }
        Ok(found)
    }

    /// What [`Context::read_again`] would give without a look and without waiting. It is noted as that would be. Beside
    /// other processes nothing is: whether it still holds has to be asked.
    pub fn remembered<T: Target, R: Clone + 'static>(&self, on: &On<T>, key: &str) -> Option<R> {
        if self.database.is_shared() { None } else { self.answer_to(&self.question(on, key), on) }
    }

    fn answer_to<T: Target, R: Clone + 'static>(&self, question: &Question, on: &On<T>) -> Option<R> {
        let found = self.database.memory.look(question)?;
        if on.act.trail == Trail::Relaxed {
            self.note_soon(self.entries(on.act, on.target.objects(), self.clock.now()));
        }
        Some(found)
    }

    fn question<T: Target>(&self, on: &On<T>, key: &str) -> Question {
        Question {
            act: on.act.name,
            actor: self.actor.clone(),
            objects: on.target.objects().into_iter().map(|(_, id)| id).collect(),
            day: self.clock.now().date(),
            key: key.to_owned(),
        }
    }

    fn is_support(&self) -> bool {
        matches!(self.actor, Actor::Support(_))
    }

    /// Opens a list of `N`, narrowed to the rows the actor may see, and notes the read.
    pub fn list<N: Noun, R>(
        &self,
        act: &'static Act<N>,
        look: impl FnOnce(&Read, Visible<N>) -> Result<R>,
    ) -> Result<R> {
        let frame = self.frame(act)?;
        self.looking(&frame, act, Vec::new(), |read| look(read, act::visible(act.rules, read)?))
    }

    /// Checks `on`, runs `change` in one transaction, adds its audit entry (one for each id), commits.
    /// An error undoes all of it.
    pub fn write<T: Target, R>(&self, on: On<T>, change: impl FnOnce(&Work, T::Allowed) -> Result<R>) -> Result<R> {
        self.changing(on.act, on.target.objects(), None, |read| on.target.allow(&on.act.rules, read), change)
    }

    /// The same on several rows of one kind, in one transaction: if the rules keep one of them back, nothing is done.
    pub fn write_all<N: Noun, R>(
        &self,
        act: &'static Act<N>,
        ids: &[N],
        change: impl FnOnce(&Work, Vec<Allowed<N>>) -> Result<R>,
    ) -> Result<R> {
        let objects = ids.iter().map(|id| (N::KIND, id.uuid())).collect();
        self.changing(act, objects, None, |read| act::allow_all(ids, act.rules, read), change)
    }

    fn changing<T: Target, A, R>(
        &self,
        act: &'static Act<T>,
        objects: Vec<(&'static str, Uuid)>,
        erases: Option<Erases>,
        allow: impl FnOnce(&Read) -> Result<A>,
        change: impl FnOnce(&Work, A) -> Result<R>,
    ) -> Result<R> {
        let moment = self.clock.now();
        let entries = self.entries(act, objects, moment);
        // Whatever the rules say: under a support grant nothing is written (C031).
        if self.is_support() {
            let refused = Err(kernel::Error::Forbidden);
            self.note_refusal(&refused, &entries)?;
            return refused;
        }
        if act.power != Power::Write {
            return Err(kernel::Error::Internal(format!("{} is declared as a read", act.name)));
        }
        // The work of a job is planned by whoever runs it.
        let is_job = matches!(self.actor, Actor::Job(_));
        let _promise = if is_job { None } else { self.database.promise()? };
        let frame = self.frame(act)?;
        let noted = if act.trail == Trail::Quiet { Vec::new() } else { entries.clone() };
        let erasing = erases.map(|erases| Erasing { erases, at: moment });
        let result = self.database.writing_seen(&frame, noted, erasing, |db| {
            let (read, held) = (self.open(db, moment, &frame, act.purpose()), RefCell::default());
            let work = Work { read, random: &self.random, caller: self.network.as_ref(), frame: &frame, held };
            let allowed = allow(&work.read)?;
            let changed = change(&work, allowed)?;
            Ok((changed, work.held.take()))
        });
        // Only now is what was held let go.
        let result = result.map(|(changed, _held)| changed);
        if result.is_ok() && !is_job {
            self.database.stir();
        }
        // What was opened was opened, also where nothing was kept.
        self.note_openings(&frame)?;
        self.note_findings(&frame, moment)?;
        self.note_refusal(&result, &entries)?;
        result
    }

    /// A change that erases: the same as [`Context::write`]. The rows that go and the personal values that are
    /// replaced stand in the ledger before the change is kept, so that no restore brings them back (C151); and
    /// afterwards the log beside the file is empty, so that no byte of them is kept (the file itself overwrites
    /// what it frees).
    pub fn erase<T: Target, R>(&self, on: On<T>, change: impl FnOnce(&Work, T::Allowed) -> Result<R>) -> Result<R> {
        self.erasing(on, Erases::Values, change)
    }

    /// The same for a change that puts records in order, as an undo or a merge does: only the rows that go are
    /// erased. A restore turns references as this change did, and keeps rows that it brought back.
    pub fn erase_rows<T: Target, R>(
        &self,
        on: On<T>,
        change: impl FnOnce(&Work, T::Allowed) -> Result<R>,
    ) -> Result<R> {
        self.erasing(on, Erases::Rows, change)
    }

    /// A change that erases what is too old, and so does it again by itself on a file that was restored: nothing of
    /// it is in the ledger.
    pub fn sweep<T: Target, R>(&self, on: On<T>, change: impl FnOnce(&Work, T::Allowed) -> Result<R>) -> Result<R> {
        let (result, gone) = self.write(on, letting_go(change))?;
        self.empty_log();
        self.take_away(&gone);
        Ok(result)
    }

    fn erasing<T: Target, R>(
        &self,
        on: On<T>,
        erases: Erases,
        change: impl FnOnce(&Work, T::Allowed) -> Result<R>,
    ) -> Result<R> {
        let allow = |read: &Read| on.target.allow(&on.act.rules, read);
        let change = letting_go(change);
        let (result, gone) = self.changing(on.act, on.target.objects(), Some(erases), allow, change)?;
        self.empty_log();
        self.take_away(&gone);
        Ok(result)
    }

    pub(crate) fn empty_log(&self) {
        if let Err(error) = self.database.empty_log() {
            tracing::error!(school = %self.database.id, %error, "the log could not be emptied after an erasure; it is tried again");
        }
    }

    fn open<'a>(
        &'a self,
        db: &'a DatabaseConnection,
        now: Timestamp,
        frame: &'a Frame,
        purpose: &'static str,
    ) -> Read<'a> {
        Read {
            db,
            actor: &self.actor,
            now,
            today: now.date(),
            language: self.database.language().unwrap_or(Language::En),
            database: &self.database,
            frame,
            purpose,
        }
    }

    /// Every unit of work begins with it, and so knows what other processes have written before.
    fn frame<T: Target>(&self, act: &Act<T>) -> Result<Arc<Frame>> {
        self.database.hear()?;
        Ok(self.frame_as_heard(act))
    }

    fn frame_as_heard<T: Target>(&self, act: &Act<T>) -> Arc<Frame> {
        Frame::new(act.name, act.purposes, Arc::clone(&self.database.register), self.database.closed())
    }

    /// Special fields that were opened stand in the chain before the answer.
    fn note_openings(&self, frame: &Frame) -> Result<()> {
        let openings = frame.take_openings();
        if openings.is_empty() {
            return Ok(());
        }
        self.database.writing(&self.database.house(), openings, |_| Ok(()))
    }

    /// What a running house read without a declared purpose goes to the security log (C095).
    fn note_findings(&self, frame: &Frame, at: Timestamp) -> Result<()> {
        for finding in frame.noted() {
            tracing::error!(%finding, "read without a declared purpose");
            let account = Some(self.actor.account()).filter(|id| !id.is_nil());
            let event =
                security::Event { account, event: "purpose", detail: &finding, outcome: "noted", network: None };
            let id = self.random.uuid(at);
            self.database
                .writing(&self.database.house(), Vec::new(), |db| security::insert(db, id, at, &event, None))?;
        }
        Ok(())
    }

    /// One entry for each id that the act is about, since an entry names one; without ids, one that names none.
    fn entries<T: Target>(&self, act: &Act<T>, objects: Vec<(&'static str, Uuid)>, at: Timestamp) -> Vec<Entry> {
        let entry = |object| Entry::new(&self.actor, act.name, act.purpose(), object, at);
        if objects.is_empty() {
            vec![entry(None)]
        } else {
            objects.into_iter().map(|object| entry(Some(object))).collect()
        }
    }

    fn note_read(&self, trail: Trail, entries: Vec<Entry>) -> Result<()> {
        // Under a support grant every read is on record before the answer, also of what is nobody's news else.
        let trail = if self.is_support() { Trail::Strict } else { trail };
        match trail {
            Trail::Strict => self.database.writing(&self.database.house(), entries, |_| Ok(())),
            Trail::Relaxed => {
                self.note_soon(entries);
                Ok(())
            }
            Trail::Quiet => Ok(()),
        }
    }

    fn note_soon(&self, entries: Vec<Entry>) {
        for entry in entries {
            self.database.note_later(entry);
        }
    }

    /// Keeps a request for the security log: the first of its hour by this account, address and browser, and each
    /// that failed. It is written within a second, as a read's entry is (C113).
    pub fn note_request(&self, method: &str, status: u16) {
        let Some(caller) = self.network.clone() else { return };
        let account = Some(self.actor.account()).filter(|id| !id.is_nil());
        let at = self.clock.now();
        let request = security::Request { account, caller, method: method.to_owned(), status };
        self.database.note_request(request, &self.random, at);
    }

    /// A refusal goes to the security log in a transaction of its own: the rollback would eat it.
    fn note_refusal<R>(&self, result: &Result<R>, entries: &[Entry]) -> Result<()> {
        let outcome = match result {
            Err(kernel::Error::NotFound) => Outcome::NotFound,
            Err(kernel::Error::Forbidden) => Outcome::Forbidden,
            _ => return Ok(()),
        };
        let Some(entry) = entries.first() else { return Ok(()) };
        self.database.writing(&self.database.house(), Vec::new(), |db| {
            security::refused(db, &self.random, entry, outcome, self.network.as_ref())
        })
    }
}

/// The same change, with which the rows of files go that nothing refers to any more; gives what they were.
fn letting_go<A, R>(change: impl FnOnce(&Work, A) -> Result<R>) -> impl FnOnce(&Work, A) -> Result<(R, Vec<Vec<u8>>)> {
    |work, allowed| {
        let changed = change(work, allowed)?;
        Ok((changed, work.for_the_house(|| media::let_go(work))?))
    }
}
