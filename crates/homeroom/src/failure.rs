//! Why a command did not do what was asked: a sentence and an exit code, for people or for machines.

use std::process::ExitCode;

use kernel::Error;
use serde::{Deserialize, Serialize};
use site::Say;

/// A check found a fault: a broken audit chain, a broken promise, an unhealthy installation.
const FOUND: u8 = 1;
/// The command line or the settings file is wrong; also clap's own code.
const USAGE: u8 = 2;
/// What was asked needs correcting, or a step is missing before it; nothing was stored.
const REFUSED: u8 = 3;
/// The machine or the data folder is at fault: a full disk, a missing key, another process.
const FAULT: u8 = 4;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    pub error: String,
    pub code: u8,
}

impl Failure {
    pub fn found(error: impl Into<String>) -> Self {
        Self { error: error.into(), code: FOUND }
    }

    pub fn usage(error: impl Into<String>) -> Self {
        Self { error: error.into(), code: USAGE }
    }

    pub fn refused(error: impl Into<String>) -> Self {
        Self { error: error.into(), code: REFUSED }
    }

    pub fn fault(error: impl Into<String>) -> Self {
        Self { error: error.into(), code: FAULT }
    }

    /// An error in words, for a shell that has no form to show it in.
    pub fn worded(say: &Say, error: Error) -> Self {
        match error {
            Error::Invalid(problems) => {
                let lines: Vec<String> = problems.0.iter().map(|p| say.message(&p.message)).collect();
                Self::refused(lines.join("\n"))
            }
            Error::Conflict(message) => Self::refused(say.message(&message)),
            other => other.into(),
        }
    }

    /// Says it on standard error, as JSON if results are, and gives the exit code.
    pub fn told(&self, json: bool) -> ExitCode {
        if json {
            eprintln!("{}", serde_json::json!(self));
        } else {
            eprintln!("homeroom: {}", self.error);
        }
        ExitCode::from(self.code)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::Internal(_) | Error::Unsaved(_) | Error::Busy => Self::fault(error.to_string()),
            Error::NotFound | Error::SignedOut | Error::Forbidden | Error::Invalid(_) | Error::Conflict(_) => {
                Self::refused(error.to_string())
            }
        }
    }
}
