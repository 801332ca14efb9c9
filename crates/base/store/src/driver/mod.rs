//! The two engines behind one connection: a file with SQLCipher, a schema on PostgreSQL. Transactions are not run
//! through the ORM's hook, because its `begin` and `commit` cannot report an error.

mod bind;
pub(crate) mod news;
pub(crate) mod pool;
pub(crate) mod postgres;
pub(crate) mod schema;
pub(crate) mod sqlite;
pub(crate) mod witness;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use kernel::Result;
use sea_orm::{DatabaseConnection, DbErr};

use crate::keys::DataKey;
use crate::ledger::{Ledger, Step};
use crate::memory::{Memory, Moment};
use crate::watch::{Frame, Touched};

pub(crate) use pool::Pool;

/// Where the rows of one database are.
#[derive(Clone)]
pub(crate) enum Place {
    File(PathBuf),
    Schema(Arc<postgres::Place>),
}

impl Place {
    pub fn open(&self, key: &DataKey, is_reader: bool) -> Result<Connection> {
        match self {
            Self::File(path) => sqlite::open(path, key, is_reader).map(Connection::File),
            Self::Schema(place) => Ok(Connection::Schema(postgres::Seat::new(place))),
        }
    }

    /// For people, where something is the matter with it.
    pub fn shown(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Schema(place) => format!("the schema {}", place.name),
        }
    }
}

/// A connection to one database; the same for whoever holds a clone.
#[derive(Clone)]
pub(crate) enum Connection {
    File(sqlite::Shared),
    Schema(postgres::Shared),
}

impl Connection {
    /// Begins a transaction that may write. Nobody else writes into this database until it ends.
    pub fn begin_change(&self) -> Result<()> {
        match self {
            Self::File(file) => sqlite::run(file, "BEGIN IMMEDIATE"),
            Self::Schema(seat) => seat.lock().begin_change(),
        }
    }

    /// Begins a transaction that sees one state of the data and writes nothing.
    pub fn begin_look(&self) -> Result<()> {
        match self {
            Self::File(file) => sqlite::run(file, "BEGIN"),
            Self::Schema(seat) => seat.lock().begin_look(),
        }
    }

    /// Keeps what was written, and tells other processes that use the same schema which tables those are.
    pub fn commit(&self, written: &BTreeSet<String>) -> Result<()> {
        match self {
            Self::File(file) => sqlite::run(file, "COMMIT"),
            Self::Schema(seat) => seat.lock().commit(written),
        }
    }

    pub fn roll_back(&self) -> Result<()> {
        match self {
            Self::File(file) => sqlite::run(file, "ROLLBACK"),
            Self::Schema(seat) => seat.lock().roll_back(),
        }
    }

    /// Begins a part of the transaction that can be undone by itself.
    pub fn begin_part(&self) -> Result<()> {
        self.run_inside("SAVEPOINT member")
    }

    pub fn keep_part(&self) -> Result<()> {
        self.run_inside("RELEASE SAVEPOINT member")
    }

    pub fn undo_part(&self) -> Result<()> {
        self.run_inside("ROLLBACK TO SAVEPOINT member; RELEASE SAVEPOINT member")
    }

    fn run_inside(&self, sql: &str) -> Result<()> {
        match self {
            Self::File(file) => sqlite::run(file, sql),
            Self::Schema(seat) => seat.lock().run(sql),
        }
    }

    /// Whether no transaction is open: it ended, or the engine undid it by itself.
    pub fn is_idle(&self) -> bool {
        match self {
            Self::File(file) => file.lock().is_autocommit(),
            Self::Schema(seat) => seat.lock().is_idle(),
        }
    }

    /// Brings into the file what its log holds, as far as readers let it. Outside of a transaction.
    pub fn settle(&self) -> Result<()> {
        match self {
            Self::File(file) => sqlite::run(file, "PRAGMA wal_checkpoint(TRUNCATE)"),
            Self::Schema(_) => Ok(()),
        }
    }

    /// Whether somebody has begun to make tables here. The caller has a transaction open.
    pub fn has_tables(&self) -> Result<bool> {
        match self {
            Self::File(file) => sqlite::has_tables(&file.lock()),
            Self::Schema(seat) => schema::has_tables(&mut seat.lock()),
        }
    }

    /// The ORM's handle; cheap, made anew for each unit of work.
    pub fn orm(&self, frame: &Arc<Frame>) -> Result<DatabaseConnection> {
        match self {
            Self::File(file) => sqlite::orm(file, frame),
            Self::Schema(seat) => postgres::orm(seat, frame, None),
        }
    }

    /// The same for a look that began at `since`: what was counted before is not counted again.
    pub fn orm_to_look(&self, frame: &Arc<Frame>, memory: &Arc<Memory>, since: Moment) -> Result<DatabaseConnection> {
        match self {
            Self::File(file) => sqlite::orm_to_look(file, frame, memory, since),
            Self::Schema(seat) => postgres::orm(seat, frame, Some((Arc::clone(memory), since))),
        }
    }

    /// Ends the look at what an erasure takes away: what was seen, in order.
    pub fn end_erasing(&self, frame: &Frame, ledger: &Ledger) -> Result<Vec<Step>> {
        match self {
            Self::File(file) => crate::observe::end(&file.lock(), ledger),
            Self::Schema(seat) => schema::end_erasing(&mut seat.lock(), frame, ledger),
        }
    }
}

/// Whether the act may run a statement that touches this; the unit of work says why not.
fn check(frame: &Frame, touched: &Arc<Touched>, is_look: bool) -> Result<(), DbErr> {
    if !frame.allows(touched) {
        return Err(DbErr::Custom("refused; the unit of work says why".to_owned()));
    }
    if is_look {
        frame.note_looked(touched);
    }
    Ok(())
}
