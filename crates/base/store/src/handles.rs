//! Which schools are open: the lately used ones stay, the others cost disk and nothing else.

use std::collections::HashMap;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Weak};

use kernel::Result;
use lru::LruCache;
use parking_lot::Mutex;

use crate::at_once::may_wait;
use crate::database::{Database, DatabaseId};

/// Schools kept open; the least lately used is closed first.
pub const KEPT_OPEN: usize = 192;

/// Open schools. One file is open once, also while somebody still uses a school that was put aside.
pub(crate) struct Handles {
    inner: Mutex<Inner>,
    found: AtomicU64,
    opened: AtomicU64,
}

struct Inner {
    kept: LruCache<DatabaseId, Arc<Database>>,
    alive: HashMap<DatabaseId, Weak<Database>>,
    /// Being opened now: whoever wants the same school waits for it, whoever wants another does not.
    opening: HashMap<DatabaseId, Arc<Mutex<()>>>,
}

/// How many schools are open, and how often one was found open or had to be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Openness {
    pub open: usize,
    pub found: u64,
    pub opened: u64,
}

impl Default for Handles {
    fn default() -> Self {
        let room = NonZeroUsize::new(KEPT_OPEN).unwrap_or(NonZeroUsize::MIN);
        let inner = Inner { kept: LruCache::new(room), alive: HashMap::new(), opening: HashMap::new() };
        Self { inner: Mutex::new(inner), found: AtomicU64::new(0), opened: AtomicU64::new(0) }
    }
}

impl Handles {
    /// The school, opened by `open` if it is not; stays open until others are used more.
    pub fn get(&self, id: DatabaseId, open: impl FnOnce() -> Result<Database>) -> Result<Arc<Database>> {
        if let Some(kept) = self.inner.lock().kept.get(&id) {
            self.found.fetch_add(1, Ordering::Relaxed);
            return Ok(Arc::clone(kept));
        }
        let database = self.visit(id, open)?;
        self.keep(&database);
        Ok(database)
    }

    /// The same for a short visit: the school is closed again with the last hand on it, unless it is used anyway.
    pub fn visit(&self, id: DatabaseId, open: impl FnOnce() -> Result<Database>) -> Result<Arc<Database>> {
        let gate = {
            let mut inner = self.inner.lock();
            if let Some(database) = inner.find(id) {
                self.found.fetch_add(1, Ordering::Relaxed);
                return Ok(database);
            }
            may_wait()?;
            Arc::clone(inner.opening.entry(id).or_default())
        };
        let _alone = gate.lock();
        if let Some(database) = self.inner.lock().find(id) {
            return Ok(database);
        }
        self.open_at(&gate, id, open)
    }

    /// Opens the school for whoever holds its gate.
    fn open_at(
        &self,
        gate: &Arc<Mutex<()>>,
        id: DatabaseId,
        open: impl FnOnce() -> Result<Database>,
    ) -> Result<Arc<Database>> {
        let opened = open().map(Arc::new);
        let mut inner = self.inner.lock();
        // While somebody else waits at the gate, who comes now waits there too: the map's hand on it and this one.
        if opened.is_ok() || Arc::strong_count(gate) == 2 {
            inner.opening.remove(&id);
        }
        if let Ok(database) = &opened {
            self.opened.fetch_add(1, Ordering::Relaxed);
            inner.alive.insert(id, Arc::downgrade(database));
            if inner.alive.len() > 2 * KEPT_OPEN {
                inner.alive.retain(|_, weak| weak.strong_count() > 0);
            }
        }
        opened
    }

    /// Keeps a school open. What it pushes out is closed after the lock is given back: closing writes.
    pub fn keep(&self, database: &Arc<Database>) {
        let pushed_out = {
            let mut inner = self.inner.lock();
            inner.alive.insert(database.id, Arc::downgrade(database));
            inner.kept.push(database.id, Arc::clone(database))
        };
        drop(pushed_out);
    }

    /// Puts aside the school that is open, and in its place the one that `open` opens. Whoever wants it meanwhile waits.
    pub fn replace(&self, id: DatabaseId, open: impl FnOnce() -> Result<Database>) -> Result<Arc<Database>> {
        let gate = Arc::clone(self.inner.lock().opening.entry(id).or_default());
        let _alone = gate.lock();
        self.put_aside(id);
        self.open_at(&gate, id, open)
    }

    /// Puts aside the school that is open, for whoever closes it; one that is being opened is waited for.
    pub fn close(&self, id: DatabaseId) -> Option<Arc<Database>> {
        let gate = Arc::clone(self.inner.lock().opening.entry(id).or_default());
        let _alone = gate.lock();
        let mut inner = self.inner.lock();
        let found = inner.find(id);
        if Arc::strong_count(&gate) == 2 {
            inner.opening.remove(&id);
        }
        inner.alive.remove(&id);
        inner.kept.pop(&id);
        found
    }

    pub fn put_aside(&self, id: DatabaseId) {
        let gone = {
            let mut inner = self.inner.lock();
            inner.alive.remove(&id);
            inner.kept.pop(&id)
        };
        drop(gone);
    }

    pub fn all(&self) -> Vec<Arc<Database>> {
        self.inner.lock().alive.values().filter_map(Weak::upgrade).collect()
    }

    pub fn openness(&self) -> Openness {
        let open = self.inner.lock().alive.values().filter(|weak| weak.strong_count() > 0).count();
        Openness { open, found: self.found.load(Ordering::Relaxed), opened: self.opened.load(Ordering::Relaxed) }
    }
}

impl Inner {
    fn find(&mut self, id: DatabaseId) -> Option<Arc<Database>> {
        if let Some(kept) = self.kept.get(&id) {
            return Some(Arc::clone(kept));
        }
        self.alive.get(&id).and_then(Weak::upgrade)
    }
}
