//! What is live: each commit says which tables it wrote, and nothing else. Who watches a page asks for it again
//! with rights of their own, so nobody learns here what they may not see.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use tokio::sync::broadcast::{Receiver, Sender};

/// The tables that one commit wrote.
pub type Written = Arc<BTreeSet<String>>;

/// Commits a slow listener may fall behind; past it, it is told that it missed some and looks again.
const BEHIND: usize = 64;

/// One school's commits, as they happen in this process. A school that nobody watches costs nothing.
#[derive(Debug, Default)]
pub(crate) struct Commits(OnceLock<Sender<Written>>);

impl Commits {
    pub fn watch(&self) -> Receiver<Written> {
        self.0.get_or_init(|| Sender::new(BEHIND)).subscribe()
    }

    pub fn is_watched(&self) -> bool {
        self.0.get().is_some_and(|sender| sender.receiver_count() > 0)
    }

    /// Says what was written, if somebody watches.
    pub fn tell(&self, tables: impl FnOnce() -> BTreeSet<String>) {
        if let Some(sender) = self.0.get().filter(|sender| sender.receiver_count() > 0) {
            let _ = sender.send(Arc::new(tables()));
        }
    }
}
