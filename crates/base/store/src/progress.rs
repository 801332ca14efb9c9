//! How far a long change is, for whoever waits for it; and somebody's wish that it stop.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use parking_lot::Mutex;
use uuid::Uuid;

/// Shared between the work and the page that shows it.
#[derive(Debug, Default)]
pub struct Progress {
    /// Whose work it is: the journal's row.
    pub id: Uuid,
    step: Mutex<&'static str>,
    done: AtomicU64,
    all: AtomicU64,
    stopped: AtomicBool,
}

/// A step by its name, with how many of how many; `all` is 0 where nobody knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stage {
    pub step: &'static str,
    pub done: u64,
    pub all: u64,
}

impl Progress {
    pub fn new(id: Uuid) -> Self {
        Self { id, ..Self::default() }
    }

    pub fn begin(&self, step: &'static str, all: u64) {
        *self.step.lock() = step;
        self.done.store(0, Ordering::Relaxed);
        self.all.store(all, Ordering::Relaxed);
    }

    pub fn advance(&self, by: u64) {
        self.done.fetch_add(by, Ordering::Relaxed);
    }

    pub fn stage(&self) -> Stage {
        let step = *self.step.lock();
        Stage { step, done: self.done.load(Ordering::Relaxed), all: self.all.load(Ordering::Relaxed) }
    }

    /// Asks the work to stop; it does at its next look, and undoes what it did.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }
}
