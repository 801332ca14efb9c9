//! What a database asks of the house it stands in: the installation's signature, how long its school keeps what, and
//! that its work be remembered where the clock looks. The store knows no school's edition and no table of the
//! installation's; whoever builds the house says how both are found.

use std::sync::OnceLock;

use kernel::{Random, Result};
use registry::{Kept, Period};

use crate::database::DatabaseId;
use crate::keys::KeyRing;
use crate::signing::Signer;

/// How the house answers.
pub struct Answers {
    /// The period of a class in this school; nothing for what is no school.
    pub period: Box<dyn Fn(DatabaseId, Kept) -> Result<Option<Period>> + Send + Sync>,
    /// Writes down, durably, that this school has work to do now.
    pub remember: Box<dyn Fn(DatabaseId) -> Result<()> + Send + Sync>,
}

pub struct Around {
    pub signer: Signer,
    answers: OnceLock<Answers>,
}

impl Around {
    pub(crate) fn open(keys: &KeyRing, random: &Random) -> Result<Self> {
        Ok(Self { signer: Signer::open(keys, random)?, answers: OnceLock::new() })
    }

    /// Once, when the house is built.
    pub fn answer(&self, answers: Answers) {
        let _ = self.answers.set(answers);
    }

    pub(crate) fn period(&self, school: DatabaseId, kept: Kept) -> Result<Option<Period>> {
        self.answers.get().map_or(Ok(None), |answers| (answers.period)(school, kept))
    }

    pub(crate) fn remember(&self, school: DatabaseId) -> Result<()> {
        self.answers.get().map_or(Ok(()), |answers| (answers.remember)(school))
    }
}
