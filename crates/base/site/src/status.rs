//! How the server is, as its operators read it: each thing good, or with the one sentence that mends it.

use std::sync::Arc;

use crate::House;

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

    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

/// Looks the server over; blocks while it does.
pub type Look = Arc<dyn Fn(&House) -> Vec<Finding> + Send + Sync>;
