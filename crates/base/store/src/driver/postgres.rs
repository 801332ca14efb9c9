//! PostgreSQL behind the ORM's proxy hook: one school's schema, used by that school's role.
//!
//! There is one writer of a school here too, also among several processes: a change takes the school's lock before it
//! looks at anything (decision 21).

use std::collections::BTreeSet;
use std::sync::Arc;

use kernel::{Error, Result};
use parking_lot::Mutex;
use postgres::error::SqlState;
use sea_orm::{
    Database as Orm, DatabaseConnection, DbBackend, DbErr, ProxyDatabaseTrait, ProxyExecResult, ProxyRow, RuntimeErr,
    Statement,
};

use super::bind::{Bound, decode, parameters};
use super::news::News;
use super::pool::{Lent, Pool};
use super::schema::Name;
use super::witness::{self, Witness};
use crate::memory::{self, Memory, Moment};
use crate::watch::{Frame, Touched};

pub(crate) type Shared = Arc<Mutex<Seat>>;

/// Where one school lies on PostgreSQL.
pub(crate) struct Place {
    pub pool: Arc<Pool>,
    pub name: Name,
    pub witness: Arc<Witness>,
    /// Of the commits of other processes, where there may be others.
    pub news: Option<News>,
}

/// Where a transaction of a school takes place. It has a connection only while one is open.
pub(crate) struct Seat {
    place: Arc<Place>,
    lent: Option<Lent>,
}

impl Seat {
    pub fn new(place: &Arc<Place>) -> Shared {
        Arc::new(Mutex::new(Self { place: Arc::clone(place), lent: None }))
    }

    pub fn begin_change(&mut self) -> Result<()> {
        let (name, lock) = (&self.place.name, self.place.name.lock());
        let begin = format!(
            "BEGIN; SET LOCAL ROLE {name}; SET LOCAL search_path TO {name}; SET LOCAL lock_timeout TO '3s'; \
             SELECT pg_advisory_xact_lock({lock}); SET LOCAL lock_timeout TO 0"
        );
        self.begin(&begin)
    }

    pub fn begin_look(&mut self) -> Result<()> {
        let name = &self.place.name;
        let begin = format!(
            "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY; SET LOCAL ROLE {name}; SET LOCAL search_path TO {name}"
        );
        self.begin(&begin)
    }

    fn begin(&mut self, sql: &str) -> Result<()> {
        // Only the transaction before can have lost its connection without knowing; the next finds a new one.
        for is_last in [false, true] {
            let mut lent = self.place.pool.take()?;
            match lent.ask(|client| client.batch_execute(sql)) {
                Ok(()) => {
                    self.lent = Some(lent);
                    return Ok(());
                }
                Err(error) => {
                    let was_closed = lent.is_closed();
                    self.lent = Some(lent);
                    let _ = self.roll_back();
                    if is_last || !was_closed {
                        return Err(worded(&error));
                    }
                }
            }
        }
        Err(Error::Busy)
    }

    pub fn commit(&mut self, written: &BTreeSet<String>) -> Result<()> {
        // A transaction that has failed would end in silence; so something is asked of it first.
        let asked = self.place.news.as_ref().map_or_else(|| "SELECT 1".to_owned(), |news| news.telling(written));
        let done = self.run(&format!("{asked}; COMMIT"));
        if done.is_ok() {
            self.leave();
        }
        done
    }

    pub fn roll_back(&mut self) -> Result<()> {
        let done = self.run("ROLLBACK");
        match (done.is_ok(), self.lent.take()) {
            (_, None) => {}
            (true, Some(lent)) => self.place.pool.give_back(lent),
            (false, Some(lent)) => self.place.pool.throw_away(lent),
        }
        done
    }

    pub(super) fn leave(&mut self) {
        if let Some(lent) = self.lent.take() {
            self.place.pool.give_back(lent);
        }
    }

    pub fn run(&mut self, sql: &str) -> Result<()> {
        let lent = self.lent.as_mut().ok_or_else(|| Error::Internal("no transaction is open".to_owned()))?;
        lent.ask(|client| client.batch_execute(sql)).map_err(|error| worded(&error))
    }

    /// Whether no transaction is open, or its connection is gone and the server has undone it.
    pub fn is_idle(&mut self) -> bool {
        if self.lent.as_ref().is_some_and(Lent::is_closed) {
            self.leave();
        }
        self.lent.is_none()
    }

    fn lent(&mut self) -> Result<&mut Lent, DbErr> {
        self.lent.as_mut().ok_or_else(|| DbErr::Custom("the connection to PostgreSQL was lost".to_owned()))
    }

    fn query(&mut self, statement: &Statement) -> Result<Vec<postgres::Row>, DbErr> {
        let lent = self.lent()?;
        let prepared = lent.statement(&statement.sql).map_err(|e| failed(&e))?;
        let bound = parameters(statement);
        lent.ask(|client| client.query(&prepared, &by_reference(&bound))).map_err(|e| failed(&e))
    }

    fn execute(&mut self, statement: &Statement) -> Result<u64, DbErr> {
        let lent = self.lent()?;
        let prepared = lent.statement(&statement.sql).map_err(|e| failed(&e))?;
        let bound = parameters(statement);
        lent.ask(|client| client.execute(&prepared, &by_reference(&bound))).map_err(|e| failed(&e))
    }

    pub fn place(&self) -> &Arc<Place> {
        &self.place
    }

    /// Lends the connection of the open transaction, for what the ORM cannot say.
    pub fn ask<R: Send>(
        &mut self,
        work: impl FnOnce(&mut postgres::Client) -> Result<R, postgres::Error> + Send,
    ) -> Result<R> {
        let lent = self.lent.as_mut().ok_or_else(|| Error::Internal("no transaction is open".to_owned()))?;
        lent.ask(work).map_err(|error| worded(&error))
    }

    /// The same for a stream of rows; the caller sees to it that it may wait.
    pub fn client(&mut self) -> Result<&mut postgres::Client> {
        let lent = self.lent.as_mut().ok_or_else(|| Error::Internal("no transaction is open".to_owned()))?;
        lent.client().ok_or(Error::Busy)
    }
}

fn by_reference<'a>(bound: &'a [Bound<'a>]) -> Vec<&'a (dyn postgres::types::ToSql + Sync)> {
    bound.iter().map(|one| one as _).collect()
}

impl Drop for Seat {
    fn drop(&mut self) {
        if self.lent.is_some() {
            let _ = self.roll_back();
        }
    }
}

/// The ORM's handle on the open transaction.
pub(crate) fn orm(
    seat: &Shared,
    frame: &Arc<Frame>,
    memory: Option<(Arc<Memory>, Moment)>,
) -> Result<DatabaseConnection> {
    let witness = Arc::clone(&seat.lock().place.witness);
    let driver = Driver { seat: Arc::clone(seat), witness, frame: Arc::clone(frame), memory };
    Ok(Orm::connect_proxy(DbBackend::Postgres, Arc::new(Box::new(driver)))?)
}

struct Driver {
    seat: Shared,
    witness: Arc<Witness>,
    frame: Arc<Frame>,
    memory: Option<(Arc<Memory>, Moment)>,
}

impl std::fmt::Debug for Driver {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Driver").field("frame", &self.frame).finish_non_exhaustive()
    }
}

impl Driver {
    /// What the statement touches, if the act may run it.
    fn watched(&self, sql: &str) -> Result<Arc<Touched>, DbErr> {
        let touched = self.witness.touched(sql)?;
        super::check(&self.frame, &touched, self.memory.is_some())?;
        if let Some((erases, _)) = self.frame.unobserved(&touched) {
            super::schema::begin_erasing(&mut self.seat.lock(), erases)?;
        }
        Ok(touched)
    }
}

impl ProxyDatabaseTrait for Driver {
    fn query(&self, statement: Statement) -> Result<Vec<ProxyRow>, DbErr> {
        let touched = self.watched(&statement.sql)?;
        if witness::knows(&touched) {
            return self.witness.answer(statement);
        }
        let memory = self.memory.as_ref().filter(|_| memory::is_count(&statement));
        if let Some(known) = memory.and_then(|(memory, _)| memory.count(&statement)) {
            return Ok(known);
        }
        let rows = self.seat.lock().query(&statement)?;
        let answer: Vec<ProxyRow> = rows.iter().map(decode).collect::<Result<_, _>>()?;
        if let Some((memory, since)) = memory {
            memory.keep_count(&statement, &answer, &touched, *since);
        }
        Ok(answer)
    }

    fn execute(&self, statement: Statement) -> Result<ProxyExecResult, DbErr> {
        let touched = self.watched(&statement.sql)?;
        let mut seat = self.seat.lock();
        // A schema is made of hundreds of statements, each of which is said once.
        if touched.writes.contains("sqlite_master") {
            seat.lent()?.forget_statements();
            seat.run(&statement.sql).map_err(|error| DbErr::Custom(error.to_string()))?;
            return Ok(ProxyExecResult::new(0, 0));
        }
        Ok(ProxyExecResult::new(0, seat.execute(&statement)?))
    }
}

/// A fault of a statement as the ORM's caller reads it; the words of a constraint are those of the other engine.
pub(super) fn failed(error: &postgres::Error) -> DbErr {
    let Some(fault) = error.as_db_error() else { return DbErr::Exec(RuntimeErr::Internal(error.to_string())) };
    let text = match *fault.code() {
        SqlState::UNIQUE_VIOLATION => {
            let table = fault.table().unwrap_or_default();
            // `Key (a, b)=(…) already exists.` The values are not for anybody's eyes.
            let columns = fault.detail().and_then(|detail| detail.split(['(', ')']).nth(1)).unwrap_or_default();
            let columns: Vec<String> = columns.split(", ").map(|column| format!("{table}.{column}")).collect();
            format!("UNIQUE constraint failed: {}", columns.join(", "))
        }
        SqlState::FOREIGN_KEY_VIOLATION => "FOREIGN KEY constraint failed".to_owned(),
        SqlState::NOT_NULL_VIOLATION => format!(
            "NOT NULL constraint failed: {}.{}",
            fault.table().unwrap_or_default(),
            fault.column().unwrap_or_default()
        ),
        SqlState::DISK_FULL => "database or disk is full".to_owned(),
        _ => format!("{} ({})", fault.message(), fault.code().code()),
    };
    DbErr::Exec(RuntimeErr::Internal(text))
}

/// A fault of a transaction.
pub(crate) fn worded(error: &postgres::Error) -> Error {
    match error.code() {
        Some(
            &(SqlState::LOCK_NOT_AVAILABLE | SqlState::T_R_SERIALIZATION_FAILURE | SqlState::T_R_DEADLOCK_DETECTED),
        ) => Error::Busy,
        _ => failed(error).into(),
    }
}
