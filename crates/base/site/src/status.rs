//! How the server is, as its operators read it: each thing good, or with the one sentence that mends it.

use std::sync::Arc;

use kernel::Timestamp;
use parking_lot::Mutex;

use crate::{House, Say};

/// One thing looked at. The texts are translation keys with their arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub what: &'static str,
    pub args: Vec<(&'static str, String)>,
    /// The key of the sentence that mends it; none if it is good.
    pub fix: Option<&'static str>,
}

impl Finding {
    pub fn good(what: &'static str) -> Self {
        Self { what, args: Vec::new(), fix: None }
    }

    pub fn wrong(what: &'static str, fix: &'static str) -> Self {
        Self { what, args: Vec::new(), fix: Some(fix) }
    }

    /// What was seen, in words.
    pub fn what(&self, say: &Say) -> String {
        self.worded(say, self.what)
    }

    /// What to do, if there is something.
    pub fn fix(&self, say: &Say) -> Option<String> {
        self.fix.map(|key| self.worded(say, key))
    }

    fn worded(&self, say: &Say, key: &'static str) -> String {
        let start = kernel::Message::from(key);
        say.message(&self.args.iter().fold(start, |message, (name, value)| message.with(name, value)))
    }

    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

/// When the TLS certificate that this server shows ends; none while it has none yet.
#[derive(Clone, Debug, Default)]
pub struct Term(Arc<Mutex<Option<Timestamp>>>);

impl Term {
    pub fn ends_at(&self) -> Option<Timestamp> {
        *self.0.lock()
    }

    pub fn set(&self, ends_at: Timestamp) {
        *self.0.lock() = Some(ends_at);
    }
}

/// Looks the server over; blocks while it does.
pub type Look = Arc<dyn Fn(&House) -> Vec<Finding> + Send + Sync>;
