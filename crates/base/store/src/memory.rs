//! What looks found, remembered until a table that they read is written: a hundred thousand rows are counted once,
//! not for every page of them, and who a session belongs to is not asked for each of its requests. The engine says
//! which tables a statement reads and which it writes. Readers only; a change sees what it has made itself.

use std::any::Any;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use parking_lot::Mutex;
use sea_orm::{ProxyRow, Statement};

use crate::watch::Touched;

/// Counts kept by one school; beyond it all are forgotten and counted anew.
const COUNTS: usize = 200;
/// The same of whole looks.
const LOOKS: usize = 2_000;

/// A number of commits of one database, to tell what came before what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Moment(u64);

#[derive(Debug, Default)]
pub(crate) struct Memory(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    now: Moment,
    /// When each table was written last.
    written: HashMap<String, Moment>,
    counts: HashMap<String, Answer<Vec<ProxyRow>>>,
    looks: HashMap<String, Answer<Arc<dyn Any + Send + Sync>>>,
}

impl Kept {
    fn is_old(&self, tables: &BTreeSet<String>, since: Moment) -> bool {
        tables.iter().any(|table| self.written.get(table).is_some_and(|at| *at > since))
    }
}

#[derive(Debug)]
struct Answer<A> {
    answer: A,
    tables: BTreeSet<String>,
}

/// Whether the statement only counts.
pub(crate) fn is_count(statement: &Statement) -> bool {
    statement.sql.starts_with("SELECT COUNT(*)")
}

fn key(statement: &Statement) -> String {
    format!("{} {:?}", statement.sql, statement.values)
}

impl Memory {
    /// To be asked before a look begins: what is written later makes the look's counts old.
    pub fn now(&self) -> Moment {
        self.0.lock().now
    }

    pub fn count(&self, statement: &Statement) -> Option<Vec<ProxyRow>> {
        self.0.lock().counts.get(&key(statement)).map(|known| known.answer.clone())
    }

    /// Keeps what a look that began at `since` has counted, unless it has been written meanwhile.
    pub fn keep_count(&self, statement: &Statement, rows: &[ProxyRow], touched: &Touched, since: Moment) {
        let mut kept = self.0.lock();
        if kept.is_old(&touched.tables, since) {
            return;
        }
        if kept.counts.len() >= COUNTS {
            kept.counts.clear();
        }
        kept.counts.insert(key(statement), Answer { answer: rows.to_vec(), tables: touched.tables.clone() });
    }

    pub fn look<R: Clone + 'static>(&self, key: &str) -> Option<R> {
        self.0.lock().looks.get(key)?.answer.downcast_ref::<R>().cloned()
    }

    /// Keeps what a look that began at `since` and read `tables` has found, unless it has been written meanwhile.
    pub fn keep_look<R: Send + Sync + 'static>(&self, key: String, found: R, tables: BTreeSet<String>, since: Moment) {
        let mut kept = self.0.lock();
        if kept.is_old(&tables, since) {
            return;
        }
        if kept.looks.len() >= LOOKS {
            kept.looks.clear();
        }
        kept.looks.insert(key, Answer { answer: Arc::new(found), tables });
    }

    /// After a commit: what was read of these tables is old.
    pub fn wrote(&self, tables: BTreeSet<String>) {
        let mut kept = self.0.lock();
        kept.now = Moment(kept.now.0 + 1);
        let now = kept.now;
        kept.counts.retain(|_, known| known.tables.is_disjoint(&tables));
        kept.looks.retain(|_, known| known.tables.is_disjoint(&tables));
        kept.written.extend(tables.into_iter().map(|table| (table, now)));
    }
}
