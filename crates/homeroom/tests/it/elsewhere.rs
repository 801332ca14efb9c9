//! A school on PostgreSQL as whoever hosts puts it there: the real binary and a real server.

use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

use super::shell::{Server, json, run, stderr};

/// An address where nobody else's schools are called as ours; none without a server.
pub fn address() -> Option<String> {
    static HOUSES: AtomicU32 = AtomicU32::new(0);
    let Ok(url) = std::env::var("HOMEROOM_TEST_POSTGRES") else {
        eprintln!("skipped: HOMEROOM_TEST_POSTGRES names no server");
        return None;
    };
    let house = format!("e{}x{}", std::process::id(), HOUSES.fetch_add(1, Ordering::Relaxed));
    Some(format!("{url}?homeroom={house}"))
}

fn found(here: &Path, location: &str) {
    let words = ["school", "found", "Oak", "--country", "NL", "--admin-name", "Ada", "--admin-email", "a@example.org"];
    let output = run(here, &[&words[..], &["--location", location]].concat());
    assert!(output.status.success(), "{}", stderr(&output));
}

fn head(here: &Path) -> (String, String) {
    let shown = json(here, &["school", "show", "oak", "--json"]);
    let verified = json(here, &["audit", "verify", "oak", "--json"]);
    assert!(verified["fault"].is_null(), "{verified}");
    (shown["file"].as_str().unwrap().to_owned(), shown["audit_head"].as_str().unwrap().to_owned())
}

#[test]
fn a_school_is_founded_there_backed_up_brought_back_and_moved() {
    let Some(there) = address() else { return };
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    found(here, &there);
    assert!(head(here).0.starts_with("postgres://"), "{:?}", head(here));
    assert!(!here.join("data/schools").exists(), "nothing of it lies in the folder");
    let made = json(here, &["backup", "--json", "--backup-to", "first", "--backup-kit-to", "kit"]);
    assert_eq!(made["databases"].as_i64(), Some(2), "{made}");
    let drill = json(here, &["backup", "drill", "--json", "--backup-to", "first"]);
    assert_eq!(drill["places"][0]["faults"].as_array().unwrap().len(), 0, "{drill}");

    // Into the folder, while a server is at work, and there again.
    let server = Server::start(here, &["serve", "--json", "--listen", "127.0.0.1:0"]);
    let moved = json(here, &["school", "move", "oak", "--to", "sqlite:", "--json"]);
    assert!(moved["moved"]["rows"].as_u64().unwrap() > 5, "{moved}");
    let lies = head(here).0;
    assert!(lies.ends_with("school.db"), "{lies}");
    json(here, &["school", "move", "oak", "--to", &there, "--json"]);
    assert!(head(here).0.starts_with("postgres://"));
    assert!(run(here, &["school", "move", "oak", "--confirm"]).status.success());
    server.kill();
    let (lies, kept) = head(here);
    assert!(lies.starts_with("postgres://"));

    // What is restored lies in the folder; what is on the server stays until somebody confirms.
    let refused = run(here, &["restore", "--from", "first", "--school", "elm", "--in-place"]);
    assert!(!refused.status.success());
    let report = json(here, &["restore", "--from", "first", "--school", "oak", "--in-place", "--json"]);
    assert_eq!(report["restored"].as_array().unwrap().len(), 1, "{report}");
    let (lies, restored) = head(here);
    assert!(lies.ends_with("school.db") && restored != kept, "{lies} {restored}");
    assert!(run(here, &["school", "move", "oak", "--confirm", "--from", &there]).status.success());
    json(here, &["school", "move", "oak", "--to", &there, "--json"]);
    assert!(head(here).0.starts_with("postgres://"));
    json(here, &["school", "move", "oak", "--to", "sqlite:", "--json"]);
    assert!(run(here, &["school", "move", "oak", "--confirm", "--from", &there]).status.success());
}

#[test]
fn a_server_that_is_not_there_is_named_and_nothing_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let words = ["school", "found", "Oak", "--country", "NL", "--admin-name", "Ada", "--admin-email", "a@example.org"];
    let output = run(here, &[&words[..], &["--location", "postgres://homeroom@127.0.0.1:9/homeroom"]].concat());
    assert!(!output.status.success());
    assert!(stderr(&output).contains("PostgreSQL server cannot be used"), "{}", stderr(&output));
    let listed = json(here, &["school", "list", "--json"]);
    assert_eq!(listed["schools"].as_array().unwrap().len(), 0);
    let keys = std::fs::read_dir(here.join("data/keys")).unwrap().map(|file| file.unwrap().file_name());
    let of_databases = keys.filter(|name| name.to_str().unwrap().matches('-').count() == 4).count();
    assert_eq!(of_databases, 1, "the key of the control database, none of a school");
}
