//! Keys as whoever hosts changes them: the real binary, beside a running server and without one (C004).

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::shell::{Server, command, json, run, stderr, stdout};

fn found(here: &Path, name: &str) {
    let words = ["school", "found", name, "--country", "NL", "--admin-name", "Ada", "--admin-email", "a@example.org"];
    let output = run(here, &words);
    assert!(output.status.success(), "{}", stderr(&output));
}

fn refused(here: &Path, words: &[&str], code: i32, says: &str) {
    let output = run(here, words);
    let error = stderr(&output);
    assert_eq!(output.status.code(), Some(code), "{words:?}: {error}");
    assert!(error.contains(says), "{words:?}: {error}");
}

fn master(here: &Path) -> String {
    fs::read_to_string(here.join("data/master.key")).unwrap()
}

fn schools(here: &Path) -> Vec<String> {
    let listed = json(here, &["school", "list", "--json"]);
    listed["schools"].as_array().unwrap().iter().map(|one| one["slug"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn keys_are_changed_and_a_school_ended_beside_a_running_server() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    fs::write(here.join("homeroom.toml"), "listen = '127.0.0.1:0'\n[backup]\nto = 'first'\nkit_to = 'kit'\n").unwrap();
    found(here, "Oak");
    found(here, "Elm");
    let server = Server::start(here, &["serve", "--json"]);
    let before = master(here);
    refused(here, &["keys", "rotate"], 2, "required");
    refused(here, &["keys", "rotate", "oak", "--master"], 2, "cannot be used with");
    refused(here, &["keys", "rotate", "ash"], 3, "no school here is called ash");
    refused(here, &["keys", "confirm"], 3, "no new master key waits");
    let rotated = json(here, &["keys", "rotate", "--master", "--json"]);
    assert!(rotated["keys"].as_i64() >= Some(4) && rotated["new_master"].is_null(), "{rotated}");
    assert_ne!(master(here), before);
    let shown = json(here, &["keys", "show", "--json"]);
    assert_eq!((&shown["master"]["digest"], &shown["master"]["held"]), (&rotated["master"], &Value::from("file")));
    let another = json(here, &["keys", "rotate", "oak", "--json"]);
    assert_eq!((another["epoch"].as_i64(), another["slug"].as_str()), (Some(1), Some("oak")), "{another}");
    assert!(json(here, &["audit", "verify", "oak", "--json"])["fault"].is_null());
    json(here, &["backup", "--json"]);
    refused(here, &["keys", "destroy", "oak"], 3, "--yes oak");
    refused(here, &["keys", "destroy", "oak", "--yes", "elm"], 3, "--yes oak");
    assert_eq!(schools(here), ["elm", "oak"]);
    let ended = json(here, &["keys", "destroy", "oak", "--yes", "oak", "--json"]);
    // The server makes one of its own when it has none of the day.
    let backups = ended["statement"]["backups"].as_array().map(Vec::len);
    assert!(backups.is_some_and(|backups| (1..=2).contains(&backups)), "{ended}");
    assert_eq!(schools(here), ["elm"]);
    refused(here, &["audit", "verify", "oak"], 3, "no school here is called oak");
    assert!(json(here, &["audit", "verify", "elm", "--json"])["fault"].is_null());
    json(here, &["backup", "--json"]);
    // Whoever has the paper and the public key needs nothing else.
    let certificate = ended["certificate"].as_str().unwrap();
    let apart = tempfile::tempdir().unwrap();
    fs::copy(certificate, apart.path().join("oak.json")).unwrap();
    let key = json(here, &["keys", "show", "--json"])["certificates_signed_with"].as_str().unwrap().to_owned();
    let verify = |more: &[&str]| run(apart.path(), &[&["keys", "verify-certificate", "oak.json"], more].concat());
    let plain = verify(&[]);
    assert!(plain.status.success() && stdout(&plain).contains("Compare the key"), "{plain:?}");
    assert!(verify(&["--key", &key]).status.success());
    let other = verify(&["--key", &"ab".repeat(32)]);
    assert!(other.status.code() == Some(1) && stderr(&other).contains("another installation"), "{other:?}");
    let text = fs::read_to_string(certificate).unwrap().replace("\"oak\"", "\"elm\"");
    fs::write(apart.path().join("oak.json"), text).unwrap();
    assert_eq!(verify(&["--key", &key]).status.code(), Some(1));
    server.kill();
    // After the end of the server the folder opens with what is there.
    assert!(json(here, &["audit", "verify", "elm", "--json"])["fault"].is_null());
    let drill = json(here, &["backup", "drill", "--json"]);
    assert_eq!(drill["places"][0]["faults"].as_array().map(Vec::len), Some(0), "{drill}");
}

#[test]
fn a_master_key_from_the_environment_or_a_key_service_opens_and_is_bridged() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let old = "5e".repeat(32);
    let with = |key: &str, words: &[&str]| command(here, words).env("HOMEROOM_MASTER_KEY", key).output().unwrap();
    let words = ["school", "found", "Oak", "--country", "NL", "--admin-name", "Ada", "--admin-email", "a@example.org"];
    assert!(with(&old, &words).status.success());
    assert!(!here.join("data/master.key").exists());
    refused(here, &["school", "list"], 4, "master.key is missing");
    fs::write(here.join("service"), &old).unwrap();
    fs::write(here.join("homeroom.toml"), "master_key_command = ['cat', 'service']\n").unwrap();
    assert_eq!(schools(here), ["oak"]);
    let both = with(&old, &["school", "list"]);
    assert!(stderr(&both).contains("keep one of them"), "{both:?}");
    let rotated = json(here, &["keys", "rotate", "--master", "--json"]);
    let new = rotated["new_master"].as_str().unwrap();
    assert_eq!(json(here, &["keys", "rotate", "--master", "--json"])["new_master"], new, "shown again");
    refused(here, &["keys", "confirm"], 3, "still gives the old master key");
    fs::write(here.join("service"), new).unwrap();
    json(here, &["keys", "confirm", "--json"]);
    assert_eq!(schools(here), ["oak"]);
    fs::write(here.join("service"), old).unwrap();
    refused(here, &["school", "list"], 4, "does not fit the master key");
}

#[cfg(unix)]
#[test]
fn doctor_says_what_is_wrong_with_an_open_master_key() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    found(here, "Oak");
    fs::set_permissions(here.join("data/master.key"), fs::Permissions::from_mode(0o644)).unwrap();
    let looked = run(here, &["doctor"]);
    assert_eq!(looked.status.code(), Some(1));
    assert!(stdout(&looked).contains("chmod 600"), "{}", stdout(&looked));
}
