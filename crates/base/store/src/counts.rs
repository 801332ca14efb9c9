//! How long lists are, remembered until a table that was counted is written: a hundred thousand rows are counted
//! once, not for every page of them. Readers only; a change counts what it has made itself.

use std::collections::{BTreeSet, HashMap};

use parking_lot::Mutex;
use sea_orm::{ProxyRow, Statement};

use crate::watch::Touched;

/// Answers kept by one school; beyond it all are forgotten and counted anew.
const KEPT: usize = 200;

/// A number of commits of one database, to tell what came before what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(u64);

#[derive(Debug, Default)]
pub(crate) struct Counts(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    now: Moment,
    /// When each table was written last.
    written: HashMap<String, Moment>,
    answers: HashMap<String, Answer>,
}

#[derive(Debug)]
struct Answer {
    rows: Vec<ProxyRow>,
    tables: BTreeSet<String>,
}

/// Whether the statement only counts.
pub(crate) fn is_count(statement: &Statement) -> bool {
    statement.sql.starts_with("SELECT COUNT(*)")
}

fn key(statement: &Statement) -> String {
    format!("{} {:?}", statement.sql, statement.values)
}

impl Counts {
    /// To be asked before a look begins: what is written later makes the look's counts old.
    pub fn now(&self) -> Moment {
        self.0.lock().now
    }

    pub fn find(&self, statement: &Statement) -> Option<Vec<ProxyRow>> {
        self.0.lock().answers.get(&key(statement)).map(|answer| answer.rows.clone())
    }

    /// Keeps what a look that began at `since` has counted, unless it has been written meanwhile.
    pub fn keep(&self, statement: &Statement, rows: &[ProxyRow], touched: &Touched, since: Moment) {
        let mut kept = self.0.lock();
        if touched.tables.iter().any(|table| kept.written.get(table).is_some_and(|at| *at > since)) {
            return;
        }
        if kept.answers.len() >= KEPT {
            kept.answers.clear();
        }
        kept.answers.insert(key(statement), Answer { rows: rows.to_vec(), tables: touched.tables.clone() });
    }

    /// After a commit: counts of these tables are old.
    pub fn wrote(&self, tables: BTreeSet<String>) {
        let mut kept = self.0.lock();
        kept.now = Moment(kept.now.0 + 1);
        let now = kept.now;
        kept.answers.retain(|_, answer| answer.tables.is_disjoint(&tables));
        kept.written.extend(tables.into_iter().map(|table| (table, now)));
    }
}
