//! What every request shares: the schools, the words, the rules, and how the house finds out who is there.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use kernel::{Error, Language, Result};
use registry::{Declaration, Edition, Personal, Recipient};
use store::around::Answers;
use store::sea_orm::prelude::Uuid;
use store::{ActInfo, Context, DatabaseId, Person, Schools};

use crate::limits::Limits;
use crate::module::{Measure, NavItem, Settings, Ways};
use crate::status::{Look, Term};
use crate::words::Catalogue;
use crate::workers::Workers;

/// A school as the installation knows it: no family in it.
#[derive(Clone, Debug)]
pub struct SchoolEntry {
    pub id: DatabaseId,
    pub slug: String,
    pub name: String,
    pub edition: String,
    /// ISO 3166 alpha-2.
    pub country: String,
    pub language: Language,
}

/// Who a session belongs to.
#[derive(Clone, Debug)]
pub struct Identity {
    pub person: Person,
    /// For the corner of the page.
    pub name: String,
    pub language: Option<Language>,
    /// Where the account must go before anything else: a second factor to set up, terms to accept.
    pub must: Option<&'static str>,
}

/// The operator a session belongs to.
#[derive(Clone, Debug)]
pub struct OperatorIdentity {
    pub account: Uuid,
    /// The session in the control database: a step-up counts for it alone (C031).
    pub session: Uuid,
    pub name: String,
    pub must: Option<&'static str>,
}

/// An operator's visit to a school, under a support grant (C031).
#[derive(Clone, Copy, Debug)]
pub struct Visit {
    pub grant: Uuid,
    /// When the visit ends at the latest.
    pub until: kernel::Timestamp,
}

/// Who hosts the installation, and so processes on the schools' behalf (GDPR Art. 28, 30(2)).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Host {
    pub name: String,
    pub address: String,
    pub email: String,
    pub phone: String,
    /// The host's data-protection officer and how to reach them; empty if there is none.
    pub officer: String,
}

/// Accounts by name.
pub type Names = Vec<(Uuid, String)>;

/// How the house finds out which school and who; the binary fills it with the modules that know.
#[derive(Clone, Copy)]
pub struct Door {
    pub find_school: fn(&House, slug: &str) -> Result<Option<SchoolEntry>>,
    /// The school that a database belongs to.
    pub school_of: fn(&House, DatabaseId) -> Result<Option<SchoolEntry>>,
    /// Writes down that this school has work to do now, before the change that makes the work is kept.
    pub remember: fn(&House, DatabaseId) -> Result<()>,
    /// `notice` is the version of the privacy notice in force (C023).
    pub identify: fn(&Context, &Edition, notice: &str, token: &str) -> Result<Option<Identity>>,
    pub identify_operator: fn(&Context, notice: &str, token: &str) -> Result<Option<OperatorIdentity>>,
    /// The visit that this operator pays to the context's school now, if the school lets them in (C031).
    pub visit: fn(&Context, &OperatorIdentity) -> Result<Option<Visit>>,
    pub find_host: fn(&House) -> Result<Option<Host>>,
    /// The names of these accounts, of those that are known.
    pub names: fn(&Context, accounts: &[Uuid]) -> Result<Names>,
}

pub struct House {
    pub schools: Arc<Schools>,
    pub catalogue: Arc<Catalogue>,
    pub editions: BTreeMap<String, Edition>,
    pub declarations: Vec<Declaration>,
    /// Each line with its module.
    pub nav: Vec<(&'static str, NavItem)>,
    /// What one can begin, each with its module.
    pub deeds: Vec<(&'static str, NavItem)>,
    /// Modules that a school may do without, with what they hold.
    pub optional: BTreeMap<&'static str, Vec<Declaration>>,
    /// Of the installation's own tables.
    pub control_declarations: Vec<Declaration>,
    /// By edition: what notices say is fixed at start, and every request asks for it (C023).
    pub notice_versions: BTreeMap<String, String>,
    /// The same of the installation's own notice.
    pub control_notice_version: String,
    /// The role table.
    pub acts: Vec<ActInfo>,
    pub recipients: Vec<Recipient>,
    pub measures: Vec<Measure>,
    /// What each module lets a person set (C110).
    pub settings: Vec<Settings>,
    /// Ways in beside the password.
    pub ways: Vec<Ways>,
    pub door: Door,
    /// The one-click door is open (demo only).
    pub demo: bool,
    /// Where people reach this installation: `https://school.example`, without a slash.
    pub url: String,
    /// Password hashes, a few at once; the rest queue, so that a storm of sign-ins starves nobody.
    pub hashing: Workers,
    /// What one address may ask in a while.
    pub limits: Limits,
    /// How the server is, for its operators; a house that is not served knows nothing of it.
    pub status: OnceLock<Look>,
    /// Of the certificate that the server shows; unset where it speaks no TLS of its own.
    pub certificate: OnceLock<Term>,
}

impl House {
    /// Answers what the store asks of the house, for as long as there is a house.
    pub(crate) fn answer(self: &Arc<Self>) {
        let (for_period, for_remember) = (Arc::downgrade(self), Arc::downgrade(self));
        self.schools.folder.around.answer(Answers {
            period: Box::new(move |id, kept| {
                let Some(house) = for_period.upgrade() else { return Ok(None) };
                let school = (house.door.school_of)(&house, id)?;
                school.map_or(Ok(None), |school| Ok(house.edition(&school.edition)?.period(kept)))
            }),
            remember: Box::new(move |id| {
                for_remember.upgrade().map_or(Ok(()), |house| (house.door.remember)(&house, id))
            }),
        });
    }

    pub fn edition(&self, name: &str) -> Result<&Edition> {
        self.editions.get(name).ok_or_else(|| Error::Internal(format!("no edition is called {name}")))
    }

    /// The declaration of `student.surname`.
    pub fn personal(&self, table: &str, column: &str) -> Option<Personal> {
        self.declarations.iter().find(|d| d.table == table).and_then(|d| d.personal(column))
    }

    /// The version of a school's privacy notice (C023).
    pub fn notice_version(&self, school: &SchoolEntry) -> Result<String> {
        let version = self.notice_versions.get(&school.edition).cloned();
        version.ok_or_else(|| Error::Internal(format!("no edition is called {}", school.edition)))
    }

    /// Cookies travel only over TLS, except on plain http for trying things out.
    pub fn is_secure(&self) -> bool {
        self.url.starts_with("https://")
    }

    /// The name of a school's session cookie; `operator` for the installation's own.
    pub fn cookie(&self, slug: &str) -> String {
        if self.is_secure() { format!("__Secure-s-{slug}") } else { format!("s-{slug}") }
    }
}
