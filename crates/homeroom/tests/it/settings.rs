//! `homeroom.toml`: which file is read, what is stronger, what is refused.

use std::fs;
use std::path::Path;

use super::shell::{Server, command, json, run, stderr};

/// The data folder that `doctor` looks for, and where its settings came from.
fn opened(here: &Path, words: &[&str], environment: &[(&str, &str)]) -> (String, String) {
    let words: Vec<&str> = ["doctor", "--json"].iter().chain(words).copied().collect();
    let output = command(here, &words).envs(environment.iter().copied()).output().unwrap();
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{output:?}"));
    let finding = |n: usize| report["findings"][n]["what"].as_str().unwrap().to_owned();
    (finding(1), finding(0))
}

#[test]
fn a_flag_is_stronger_than_the_environment_and_that_than_the_file() {
    let here = tempfile::tempdir().unwrap();
    let here = here.path();
    let (folder, settings) = opened(here, &[], &[]);
    assert!(folder.contains(" in data.") && settings.contains("no settings file"), "{folder} {settings}");
    fs::write(here.join("homeroom.toml"), "data = 'of-file'").unwrap();
    let (folder, settings) = opened(here, &[], &[]);
    assert!(folder.contains(" of-file.") && settings.ends_with("homeroom.toml"), "{folder} {settings}");
    let environment = [("HOMEROOM_DATA", "of-env")];
    assert!(opened(here, &[], &environment).0.contains(" of-env."));
    assert!(opened(here, &["--data", "of-flag"], &environment).0.contains(" of-flag."));
}

#[test]
fn the_data_folders_own_file_comes_before_the_one_here_and_a_named_one_before_both() {
    let here = tempfile::tempdir().unwrap();
    let here = here.path();
    fs::create_dir(here.join("data")).unwrap();
    for file in ["homeroom.toml", "data/homeroom.toml", "named.toml"] {
        fs::write(here.join(file), "").unwrap();
    }
    assert!(opened(here, &["--config", "named.toml"], &[]).1.ends_with("from named.toml"));
    assert!(opened(here, &[], &[]).1.ends_with("from data/homeroom.toml"));
    fs::remove_file(here.join("data/homeroom.toml")).unwrap();
    assert!(opened(here, &[], &[]).1.ends_with("from homeroom.toml"));
}

#[test]
fn a_server_listens_where_the_file_says() {
    let here = tempfile::tempdir().unwrap();
    fs::write(here.path().join("homeroom.toml"), "listen = '127.0.0.1:0'\nurl = 'https://school.example'").unwrap();
    let server = Server::start(here.path(), &["serve", "--json"]);
    assert_eq!(server.ready["url"], "https://school.example");
}

#[test]
fn a_wrong_file_is_refused_at_start_with_its_name_and_line() {
    let here = tempfile::tempdir().unwrap();
    fs::write(here.path().join("homeroom.toml"), "# ours\nlisten = 8080\n").unwrap();
    let refused = run(here.path(), &["serve"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(stderr(&refused).starts_with("homeroom: homeroom.toml, line 2: invalid type"), "{refused:?}");
    assert!(!here.path().join("data").exists(), "nothing is opened with half of the settings");
    let missing = run(here.path(), &["doctor", "--json", "--config", "nowhere.toml"]);
    let error: serde_json::Value = serde_json::from_str(&stderr(&missing)).unwrap();
    assert!(error["error"].as_str().unwrap().contains("nowhere.toml") && error["code"] == 2, "{error}");
}

#[test]
fn a_command_that_needs_no_folder_reads_no_file() {
    let here = tempfile::tempdir().unwrap();
    fs::write(here.path().join("homeroom.toml"), "nonsense").unwrap();
    assert!(json(here.path(), &["access", "--json"])["acts"].is_array());
}
