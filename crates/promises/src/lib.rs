//! Every promise of the list as a function that does what its check says, in a temporary school with its
//! own clock (law 7, C180). Nothing is proven by reading a setting; a refusal counts only beside the same
//! act succeeding for somebody who may; what is not built yet is NOT PROVEN, with what is.
//!
//! Knows no list of modules: whoever asks for proof brings the house.

mod academics;
mod access;
mod access_matrix;
mod accounts_told;
mod backups;
pub mod clauses;
mod codes;
mod conferences_checks;
mod ground;
mod institution;
mod made;
mod matrix;
mod media_checks;
mod numbers;
mod own_account;
mod own_data;
mod page;
mod people_records;
mod purposes;
mod record_of_processing;
mod registry_checks;
mod roster_checks;
mod security;
mod serving;
mod sessions;
mod sign_in;
mod statistics;
mod support_grants;
mod tenancy;
mod tongues;
mod traffic;
mod world;

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};

use kernel::Result;
use serde::Serialize;
use testkit::Test;

use clauses::Clause;
use ground::Ground;

pub use made::SOURCES;

/// Where evidence comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Done now, in a temporary school.
    Run,
    /// A check of the release's build.
    Build,
    /// Needs a browser.
    Browser,
    /// A dated record that a person keeps.
    Attest,
}

impl Kind {
    fn parse(word: &str) -> Option<Self> {
        [Self::Run, Self::Build, Self::Browser, Self::Attest].into_iter().find(|kind| kind.word() == word)
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Run => "run",
            Self::Build => "build",
            Self::Browser => "browser",
            Self::Attest => "attest",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Status {
    #[serde(rename = "PASS")]
    Pass,
    #[serde(rename = "FAIL")]
    Fail,
    #[serde(rename = "ATTEST")]
    Attest,
    #[serde(rename = "NOT PROVEN")]
    NotProven,
}

impl Status {
    pub const ALL: [Self; 4] = [Self::Pass, Self::Fail, Self::Attest, Self::NotProven];

    pub fn word(self) -> &'static str {
        match self {
            Self::Pass => "PASS",
            Self::Fail => "FAIL",
            Self::Attest => "ATTEST",
            Self::NotProven => "NOT PROVEN",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

/// What one clause's check came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    pub id: String,
    pub status: Status,
    pub kind: Kind,
    pub evidence: String,
}

/// What a check saw.
enum Seen {
    /// All that the clause's check asks.
    All(String),
    /// Some of it: what was shown, and what is not there to be shown.
    Part(String, String),
    /// All that can be seen from here, and what the host of the database promises beside it.
    Host(String, &'static str),
}

/// `Err` is a promise broken, or a check that could not be made: FAIL either way.
type Outcome = Result<Seen>;
type Check = fn(&Ground) -> Outcome;

#[expect(clippy::unnecessary_wraps, reason = "the last line of a check, in the check's own type")]
fn all(shown: impl Into<String>) -> Outcome {
    Ok(Seen::All(shown.into()))
}

#[expect(clippy::unnecessary_wraps, reason = "the last line of a check, in the check's own type")]
fn part(shown: impl Into<String>, open: impl Into<String>) -> Outcome {
    Ok(Seen::Part(shown.into(), open.into()))
}

/// What only the host of a PostgreSQL database can see to (design of the store, decision 21).
const HOST: &str = "the host of the database promises: an encrypted volume for its files and its write-ahead log; \
                    both, and base backups, kept no longer than the notice says; no superuser but its keeper";

/// The same as [`all`] where the school lies in files; beside PostgreSQL the host promises the rest.
fn all_or_host(context: &store::Context, shown: impl Into<String>) -> Outcome {
    if context.database.is_in_file() { all(shown) } else { Ok(Seen::Host(shown.into(), HOST)) }
}

/// The checks of every area.
fn checks() -> impl Iterator<Item = &'static (&'static str, Check)> {
    [
        tenancy::CHECKS,
        institution::CHECKS,
        media_checks::CHECKS,
        access::CHECKS,
        access_matrix::CHECKS,
        people_records::CHECKS,
        academics::CHECKS,
        conferences_checks::CHECKS,
        sign_in::CHECKS,
        codes::CHECKS,
        sessions::CHECKS,
        accounts_told::CHECKS,
        numbers::CHECKS,
        own_account::CHECKS,
        support_grants::CHECKS,
        roster_checks::CHECKS,
        registry_checks::CHECKS,
        purposes::CHECKS,
        statistics::CHECKS,
        record_of_processing::CHECKS,
        security::CHECKS,
        serving::CHECKS,
        tongues::CHECKS,
        traffic::CHECKS,
        own_data::CHECKS,
        backups::CHECKS,
    ]
    .into_iter()
    .flatten()
}

/// Makes a fresh house.
pub type Make<'a> = &'a (dyn Fn() -> Result<Test> + Sync);

/// Compares how long answers take, and so has the machine to itself.
const ALONE: &str = "C015";

/// Proves every clause, or the one that `only` names, each in a fresh house that `make` gives; as many at once as the
/// machine has room for.
pub fn prove(make: Make, only: Option<&str>) -> Vec<Verdict> {
    let is_asked = |clause: &Clause| only.is_none_or(|id| id.eq_ignore_ascii_case(clause.id));
    let (alone, rest): (Vec<Clause>, Vec<Clause>) = clauses::all().filter(is_asked).partition(|c| c.id == ALONE);
    let mut verdicts: Vec<Verdict> = alone.iter().map(|clause| judge(make, clause)).collect();
    let (next, room) = (AtomicUsize::new(0), std::thread::available_parallelism().map_or(1, usize::from));
    let work = || {
        let mine = std::iter::from_fn(|| rest.get(next.fetch_add(1, Ordering::Relaxed)));
        mine.map(|clause| judge(make, clause)).collect::<Vec<_>>()
    };
    std::thread::scope(|threads| {
        let workers: Vec<_> = (0..room).map(|_| threads.spawn(work)).collect();
        for worker in workers {
            verdicts.extend(worker.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
    });
    verdicts.sort_by(|a, b| a.id.cmp(&b.id));
    verdicts
}

fn judge(make: Make, clause: &Clause) -> Verdict {
    let check = checks().find(|(id, _)| *id == clause.id).map(|(_, check)| *check);
    verdict(make, clause, check)
}

fn verdict(make: Make, clause: &Clause, check: Option<Check>) -> Verdict {
    let (status, evidence) = match check.map(|check| catch_unwind(AssertUnwindSafe(|| check(&Ground::new(make)?)))) {
        None => (Status::NotProven, format!("open: {}", clause.needs)),
        Some(Ok(Ok(Seen::All(shown)))) => (Status::Pass, shown),
        Some(Ok(Ok(Seen::Host(shown, host)))) => (Status::Attest, format!("shown: {shown}; {host}")),
        Some(Ok(Ok(Seen::Part(shown, open)))) => (Status::NotProven, format!("shown: {shown}; open: {open}")),
        Some(Ok(Err(error))) => (Status::Fail, error.to_string()),
        Some(Err(panic)) => (Status::Fail, format!("the check panicked: {}", panic_text(panic.as_ref()))),
    };
    Verdict { id: clause.id.to_owned(), status, kind: clause.kind, evidence }
}

fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|s| (*s).to_owned())).unwrap_or_else(|| "without words".to_owned())
}

#[cfg(test)]
mod tests {
    use kernel::Error;

    use super::*;

    fn no_house() -> Result<Test> {
        Err(Error::Internal("no house here".to_owned()))
    }

    fn first() -> Clause {
        clauses::all().next().unwrap()
    }

    #[test]
    fn the_list_has_every_number_once_in_order() {
        let ids: Vec<String> = clauses::all().map(|clause| clause.id.to_owned()).collect();
        let expected: Vec<String> = (1..=180).map(|n| format!("C{n:03}")).collect();
        assert_eq!(ids, expected);
    }

    #[test]
    fn a_check_that_errs_or_panics_fails_and_the_others_go_on() {
        let errs = verdict(&no_house, &first(), Some(|_| all("never")));
        assert_eq!((errs.status, errs.evidence.as_str()), (Status::Fail, "no house here"));
        let panics = || -> Result<Test> { panic!("the roof fell in") };
        let fell = verdict(&panics, &first(), Some(|_| all("never")));
        assert_eq!((fell.status, fell.evidence.as_str()), (Status::Fail, "the check panicked: the roof fell in"));
        assert_eq!(verdict(&no_house, &first(), None).status, Status::NotProven);
    }

    #[test]
    fn every_check_is_of_a_clause_and_none_is_given_twice() {
        let mut ids: Vec<&str> = checks().map(|(id, _)| *id).collect();
        assert!(ids.iter().all(|id| clauses::all().any(|clause| clause.id == *id)));
        let before = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), before);
    }
}
