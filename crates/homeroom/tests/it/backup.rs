//! Backups and restores as whoever hosts does them: the real binary, a real folder, another machine (C149–C151).

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use people::contact::{self, Details, GENERAL};
use sea_orm::EntityTrait as _;
use serde_json::Value;
use store::{Actor, Context};
use testkit::ARRANGE;

use super::raw;
use super::shell::{Server, json, run, stderr, stdout};

const TO: [&str; 4] = ["--backup-to", "first,second", "--backup-kit-to", "kit"];

/// The school's door in a house that no server owns now.
fn inside<R>(data: &Path, act: impl FnOnce(&Context) -> R) -> R {
    let data = homeroom::commands::Data { data: data.to_owned(), ..Default::default() };
    let house = homeroom::commands::open(&data, "http://localhost".to_owned()).unwrap().house;
    let own = installation::entry::own_context(&house.schools).unwrap();
    let school = installation::entry::find(&house.schools, "oak").unwrap().unwrap();
    act(&Context { database: house.schools.get(school.id).unwrap(), actor: Actor::Shell, ..own })
}

fn with_a_contact(here: &Path) {
    let words = ["school", "found", "Oak", "--country", "NL", "--admin-name", "Ada", "--admin-email", "a@example.org"];
    assert!(run(here, &words).status.success());
    let details = Details {
        function: GENERAL.to_owned(),
        name: kernel::PersonName::parse("Con", "", "Zqcanary").unwrap(),
        street: None,
        postcode: None,
        town: None,
        email: Some("zq@example.org".to_owned()),
        phone: None,
    };
    inside(&here.join("data"), |school| {
        school.write(ARRANGE.on(()), |work, whole| contact::create(work, whole, details)).unwrap();
    });
}

fn erase(here: &Path) {
    inside(&here.join("data"), |school| {
        school
            .erase(ARRANGE.on(()), |work, _| {
                contact::Entity::delete_many().exec(work.db())?;
                Ok(())
            })
            .unwrap();
        assert_eq!(raw::holds(school, "Zqcanary"), None);
    });
}

fn refused(here: &Path, words: &[&str], says: &str) {
    let output = run(here, words);
    assert!(!output.status.success(), "{words:?}");
    let error = stderr(&output);
    assert!(error.contains(says), "{words:?}: {error}");
}

fn replayed(report: &Value) -> i64 {
    let restored = report["restored"].as_array().unwrap();
    restored.iter().map(|one| one["restored"]["replayed"]["rows"].as_i64().unwrap()).sum()
}

#[test]
fn backup_erase_and_restore_on_another_machine_and_in_place() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    with_a_contact(here);
    refused(here, &["backup"], "no place for backups is named");
    refused(here, &["backup", "--backup-to", "x", "--backup-kit-to", "x"], "keep the two apart");
    let made = json(here, &[&["backup", "--json"], &TO[..]].concat());
    assert_eq!((made["databases"].as_i64(), made["places"].as_i64()), (Some(2), Some(2)), "{made}");
    let name = made["backup"].as_str().unwrap().to_owned();
    let older = here.join("older");
    fs::create_dir(&older).unwrap();
    fs::copy(here.join("kit/homeroom.kit"), older.join("homeroom.kit")).unwrap();
    erase(here);
    let second = json(here, &[&["backup", "--json"], &TO[..]].concat());
    assert_ne!(second["backup"], name.as_str());
    let listed = json(here, &["backup", "list", "--json", "--backup-to", "first,second"]);
    assert_eq!(listed["backups"].as_array().unwrap().len(), 4, "{listed}");
    let drill = json(here, &["backup", "drill", "--json", "--backup-to", "first,second"]);
    assert_eq!(drill["places"][1]["restored"].as_array().unwrap().len(), 2, "{drill}");
    assert_eq!(drill["places"][1]["faults"].as_array().unwrap().len(), 0, "{drill}");

    let elsewhere =
        ["restore", "--from", "second", "--master-key", "data/master.key", "--backup", &name, "--data", "new"];
    refused(here, &elsewhere, "needs the recovery kit and the master key");
    refused(here, &[&elsewhere[..], &["--kit", "older"]].concat(), "--accept-older-kit");
    fs::write(here.join("wrong.key"), "ab".repeat(32)).unwrap();
    let wrong = ["restore", "--from", "second", "--kit", "kit", "--master-key", "wrong.key", "--data", "new"];
    refused(here, &wrong, "master key");
    assert!(!here.join("new/keys").exists(), "a refused restore leaves nothing");
    let report = json(here, &[&elsewhere[..], &["--kit", "kit", "--json"]].concat());
    assert_eq!(replayed(&report), 1, "{report}");
    inside(&here.join("new"), |school| {
        assert_eq!(raw::holds(school, "Zqcanary"), None);
        assert_eq!(raw::count(school, "institution"), 1);
    });
    let verified = json(here, &["audit", "verify", "oak", "--data", "new", "--json"]);
    assert!(verified["fault"].is_null(), "{verified}");

    let old = json(here, &[&elsewhere[..8], &["old", "--kit", "older", "--accept-older-kit", "--json"]].concat());
    assert_eq!(replayed(&old), 0, "an older kit knows of no erasure, and was accepted so: {old}");

    let again = ["restore", "--from", "first", "--backup", &name, "--school", "oak"];
    refused(here, &again, "--in-place");
    let report = json(here, &[&again[..], &["--in-place", "--json"]].concat());
    assert_eq!((replayed(&report), report["restored"].as_array().unwrap().len()), (1, 1), "{report}");
    inside(&here.join("data"), |school| assert_eq!(raw::holds(school, "Zqcanary"), None));
    assert_eq!(fs::read_dir(here.join("data/replaced")).unwrap().count(), 1, "what was replaced is kept");
    let whole = json(here, &["restore", "--from", "first", "--in-place", "--json"]);
    assert_eq!(whole["restored"].as_array().unwrap().len(), 2, "{whole}");
    refused(here, &[&again[..5], &["--school", "elm", "--in-place"]].concat(), "no school here is called elm");
}

fn waits_for(what: &str, mut is_so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < Duration::from_secs(60), "{what}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn a_server_backs_up_by_itself_delivers_its_kit_and_answers_commands() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    fs::write(
        here.join("homeroom.toml"),
        "listen = '127.0.0.1:0'\n[backup]\nto = ['first', 'second']\nkit_to = 'kit'\nat = '00:00'\n",
    )
    .unwrap();
    let server = Server::start(here, &["serve", "--json"]);
    waits_for("the kit", || here.join("kit/homeroom.kit").exists());
    let list = || json(here, &["backup", "list", "--json"])["backups"].as_array().unwrap().len();
    waits_for("the first backup", || here.join("second").is_dir() && list() == 2);
    let kit = fs::read(here.join("kit/homeroom.kit")).unwrap();
    let words = ["school", "found", "Oak", "--country", "NL", "--admin-name", "Ada", "--admin-email", "a@example.org"];
    assert!(run(here, &words).status.success());
    waits_for("a new key is in the kit", || fs::read(here.join("kit/homeroom.kit")).unwrap() != kit);
    let made = stdout(&run(here, &["backup"]));
    assert!(made.contains("2 databases") && made.contains("2 of 2 places"), "{made}");
    assert_eq!(list(), 4);
    let drill = run(here, &["backup", "drill"]);
    assert!(drill.status.success() && stdout(&drill).contains("faults    0"), "{drill:?}");
    refused(here, &["restore", "--in-place"], "another Homeroom is using");
    drop(server);
    let report = json(here, &["restore", "--in-place", "--json"]);
    assert_eq!(report["restored"].as_array().unwrap().len(), 2, "{report}");
}
