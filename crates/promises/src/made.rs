//! What checks outside the program found of it, as the build took it along: the dependencies against the known
//! advisories (C161), and each role's main task in a real browser (C177).

use kernel::{Error, Result};
use serde::Deserialize;

/// Written by `cargo run -p xtask -- advisories`; `null` where nobody ran it before the build.
const ADVISORIES: &str = include_str!(concat!(env!("OUT_DIR"), "/advisories.json"));
/// SHA-256 of the `Cargo.lock` that this program was built by.
const LOCK: &str = env!("HOMEROOM_LOCK");
const MAKES_IT: &str = "`cargo run -p xtask -- advisories`, then the build, makes the record";

/// SHA-256 of all that this program was built of; a record of other sources counts for nothing.
pub const SOURCES: &str = env!("HOMEROOM_SOURCES");
/// Written by the browser tests.
const BROWSER: &str = include_str!(concat!(env!("OUT_DIR"), "/browser.json"));
const DRIVES_IT: &str = "`./test`, then the build, makes the record";
/// A phone and a desk, in CSS pixels.
const WIDTHS: [u32; 2] = [360, 1280];
/// Who has a main task.
const ROLES: [&str; 7] = ["administrator", "office", "teacher", "guardian", "student", "dpo", "operator"];

/// One run of the browser tests.
#[derive(Debug, Deserialize)]
struct Driven {
    /// Of the program that was driven.
    sources: String,
    date: String,
    browser: String,
    /// Tests of any kind that failed.
    failed: u64,
    /// Main tasks that were done by keyboard alone: `guardian at 360 px`.
    tasks: Vec<String>,
}

/// What the record shows of each role's main task: `Ok(Err)` says what is missing, `Err` that one failed.
pub fn tasks() -> Result<std::result::Result<String, String>> {
    judge_tasks(BROWSER, SOURCES)
}

fn judge_tasks(record: &str, sources: &str) -> Result<std::result::Result<String, String>> {
    let Some(record) = serde_json::from_str::<Option<Driven>>(record).map_err(Error::internal)? else {
        return Ok(Err(format!("the build left no record of a browser: {DRIVES_IT}")));
    };
    if record.sources != sources {
        return Ok(Err(format!("the record of {} is of other sources than this program's: {DRIVES_IT}", record.date)));
    }
    let wanted = ROLES.iter().flat_map(|role| WIDTHS.map(|width| format!("{role} at {width} px")));
    let missing: Vec<String> = wanted.filter(|task| !record.tasks.contains(task)).collect();
    if record.failed > 0 || !missing.is_empty() {
        let missing = missing.join(", ");
        return Err(Error::Internal(format!("{} browser tests failed; tasks not done: {missing}", record.failed)));
    }
    Ok(Ok(format!(
        "browser: on {}, in {}, this very program: the main tasks of {} were done by keyboard alone at 360 and at 1280 px",
        record.date,
        record.browser,
        ROLES.join(", ")
    )))
}

/// One run of the check. The planted hole was seen to fail before anything is recorded.
#[derive(Debug, Deserialize)]
struct Advisories {
    version: String,
    /// SHA-256 of the `Cargo.lock` that was checked.
    lock: String,
    commit: String,
    date: String,
    outcome: Outcome,
}

#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Outcome {
    Passed,
    /// A dependency has a known hole, or the gate let the planted one through.
    Failed,
    /// The database of advisories could not be reached.
    NotChecked,
}

/// What the record shows of this very program: `Ok(Err)` says what is missing, `Err` that there is a hole.
pub fn advisories() -> Result<std::result::Result<String, String>> {
    judge(ADVISORIES, env!("CARGO_PKG_VERSION"), LOCK)
}

fn judge(record: &str, version: &str, lock: &str) -> Result<std::result::Result<String, String>> {
    let Some(record) = serde_json::from_str::<Option<Advisories>>(record).map_err(Error::internal)? else {
        return Ok(Err(format!("the build left no record of the advisory check: {MAKES_IT}")));
    };
    if record.version != version || record.lock != lock {
        return Ok(Err(format!(
            "the record of {} is of version {} with other dependencies than this program's: {MAKES_IT}",
            record.date, record.version
        )));
    }
    match record.outcome {
        Outcome::Passed => Ok(Ok(format!(
            "build: on {}, at commit {}, a planted advisory failed the check, the same one mended passed it, and no dependency of this very Cargo.lock had a known hole",
            record.date, record.commit
        ))),
        Outcome::Failed => Err(Error::Internal(format!("the advisory check of {} failed", record.date))),
        Outcome::NotChecked => Ok(Err(format!(
            "on {} a planted advisory failed the check, but the database of advisories could not be reached: {MAKES_IT}, where github.com is",
            record.date
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(outcome: &str) -> String {
        format!(r#"{{"version":"1.2.3","lock":"abc","commit":"def","date":"2026-11-02","outcome":"{outcome}"}}"#)
    }

    #[test]
    fn a_record_of_this_very_program_counts_and_no_other() {
        assert!(judge(&record("passed"), "1.2.3", "abc").unwrap().unwrap().contains("commit def"));
        for (version, lock) in [("1.2.4", "abc"), ("1.2.3", "abd")] {
            assert!(judge(&record("passed"), version, lock).unwrap().unwrap_err().contains("xtask"));
        }
    }

    #[test]
    fn a_browser_counts_for_what_it_drove() {
        let driven = |sources: &str, failed: u64, roles: &[&str]| {
            let tasks: Vec<_> = roles.iter().flat_map(|role| WIDTHS.map(|w| format!("{role} at {w} px"))).collect();
            let record = serde_json::json!({"sources": sources, "date": "2026-11-22", "browser": "Chromium",
                "failed": failed, "tasks": tasks});
            judge_tasks(&record.to_string(), "abc")
        };
        assert!(driven("abc", 0, &ROLES).unwrap().unwrap().contains("guardian"));
        assert!(driven("abd", 0, &ROLES).unwrap().unwrap_err().contains("other sources"));
        assert!(driven("abc", 1, &ROLES).is_err());
        assert!(driven("abc", 0, ROLES.get(1..).unwrap()).is_err(), "a role without its task");
        assert!(judge_tasks("null", "abc").unwrap().is_err());
    }

    #[test]
    fn without_a_check_nothing_is_proven_and_a_failed_one_breaks_the_promise() {
        assert!(judge("null", "1.2.3", "abc").unwrap().unwrap_err().contains("xtask"));
        assert!(judge(&record("not-checked"), "1.2.3", "abc").unwrap().unwrap_err().contains("github.com"));
        assert!(judge(&record("failed"), "1.2.3", "abc").is_err());
        assert!(judge("{}", "1.2.3", "abc").is_err());
    }
}
