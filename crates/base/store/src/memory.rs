//! What looks found, remembered until a table that they read is written: a hundred thousand rows are counted once,
//! not for every page of them, and who a session belongs to is not asked for each of its requests. The engine says
//! which tables a statement reads and which it writes. Readers only; a change sees what it has made itself.

use std::any::Any;
use std::collections::{BTreeSet, HashMap};
use std::num::NonZeroUsize;
use std::sync::Arc;

use chrono::NaiveDate;
use lru::LruCache;
use parking_lot::Mutex;
use sea_orm::{ProxyRow, Statement};
use uuid::Uuid;

use crate::actor::Actor;
use crate::watch::Touched;

/// Counts kept by one school; beyond it all are forgotten and counted anew.
const COUNTS: usize = 200;
/// Looks of the house and of visitors, who ask the same: who is there, what stands on the door.
const LOOKS: NonZeroUsize = NonZeroUsize::new(2_000).unwrap();
/// Looks of people, which may be whole class lists. The least lately used goes first.
const OF_PEOPLE: NonZeroUsize = NonZeroUsize::new(128).unwrap();

/// What was asked, by whom and on which day: only the same question has the same answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Question {
    pub act: &'static str,
    pub actor: Actor,
    pub objects: Vec<Uuid>,
    pub day: NaiveDate,
    /// Whatever else the look depends on.
    pub key: String,
}

/// A number of commits of one database, to tell what came before what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Moment(u64);

#[derive(Debug, Default)]
pub(crate) struct Memory(Mutex<Kept>);

#[derive(Debug)]
struct Kept {
    now: Moment,
    /// Looks that began before it are not kept.
    forgotten: Moment,
    /// When each table was written last.
    written: HashMap<String, Moment>,
    counts: HashMap<String, Answer<Vec<ProxyRow>>>,
    looks: Looks,
    of_people: Looks,
}

type Looks = LruCache<Question, Answer<Arc<dyn Any + Send + Sync>>>;

impl Default for Kept {
    fn default() -> Self {
        Self {
            now: Moment::default(),
            forgotten: Moment::default(),
            written: HashMap::new(),
            counts: HashMap::new(),
            looks: LruCache::new(LOOKS),
            of_people: LruCache::new(OF_PEOPLE),
        }
    }
}

impl Kept {
    fn looks_of(&mut self, actor: &Actor) -> &mut Looks {
        if matches!(actor, Actor::Person(_)) { &mut self.of_people } else { &mut self.looks }
    }

    fn is_old(&self, tables: &BTreeSet<String>, since: Moment) -> bool {
        since < self.forgotten || tables.iter().any(|table| self.written.get(table).is_some_and(|at| *at > since))
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

    pub fn look<R: Clone + 'static>(&self, question: &Question) -> Option<R> {
        self.0.lock().looks_of(&question.actor).get(question)?.answer.downcast_ref::<R>().cloned()
    }

    /// Keeps what a look that began at `since` and read `tables` has found, unless it has been written meanwhile.
    pub fn keep_look<R: Send + Sync + 'static>(
        &self,
        question: Question,
        found: R,
        tables: BTreeSet<String>,
        since: Moment,
    ) {
        let mut kept = self.0.lock();
        if !kept.is_old(&tables, since) {
            let answer: Arc<dyn Any + Send + Sync> = Arc::new(found);
            kept.looks_of(&question.actor).put(question, Answer { answer, tables });
        }
    }

    /// All of it: what was written in the meantime nobody knows.
    pub fn forget(&self) {
        let mut kept = self.0.lock();
        let now = Moment(kept.now.0 + 1);
        *kept = Kept { now, forgotten: now, ..Kept::default() };
    }

    /// After a switch: any look may have an answer of its own where a module is closed.
    pub fn forget_looks(&self) {
        let mut kept = self.0.lock();
        kept.looks.clear();
        kept.of_people.clear();
    }

    /// After a commit: what was read of these tables is old.
    pub fn wrote(&self, tables: BTreeSet<String>) {
        let mut kept = self.0.lock();
        kept.now = Moment(kept.now.0 + 1);
        let now = kept.now;
        kept.counts.retain(|_, known| known.tables.is_disjoint(&tables));
        forget(&mut kept.looks, &tables);
        forget(&mut kept.of_people, &tables);
        kept.written.extend(tables.into_iter().map(|table| (table, now)));
    }
}

fn forget(looks: &mut Looks, written: &BTreeSet<String>) {
    let is_old =
        |(question, known): (&Question, &Answer<_>)| (!known.tables.is_disjoint(written)).then(|| question.clone());
    let old: Vec<Question> = looks.iter().filter_map(is_old).collect();
    for question in old {
        looks.pop(&question);
    }
}
