//! Commands beside a running server: the same answers as without one, and nothing harmed by nonsense.

use std::fs;
use std::io::{Read as _, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::UnixStream;
use std::path::Path;

use serde_json::Value;

use super::shell::{Server, json, run, stderr, stdout};

const PUPILS: &str = "call_name;surname;class\nMila;Jansen;Groep 3\nSem;de Vries;Groep 4\n";
const SERVE: [&str; 4] = ["serve", "--json", "--listen", "127.0.0.1:0"];
const DEMO: [&str; 8] = ["demo", "--json", "--students", "20", "--data", "data", "--listen", "127.0.0.1:0"];

fn found(here: &Path) -> Value {
    let words = ["school", "found", "De Kastanje", "--country", "NL", "--admin-name", "Anna Visser"];
    json(here, &[&words[..], &["--admin-email", "anna@example.org", "--json"]].concat())
}

#[test]
fn commands_answer_the_same_with_and_without_a_server() {
    let here = tempfile::tempdir().unwrap();
    let here = here.path();
    fs::write(here.join("pupils.csv"), PUPILS).unwrap();
    found(here);
    let commands: [&[&str]; 6] = [
        &["school", "list", "--json"],
        &["school", "list"],
        &["school", "show", "nowhere", "--json"],
        &["import", "pupils.csv", "--school", "de-kastanje", "--json"],
        &["import", "pupils.csv", "--school", "de-kastanje"],
        &["import", "homeroom.nothing", "--school", "de-kastanje", "--json"],
    ];
    let said = || commands.map(|words| run(here, words)).map(|o| (o.status.code(), stdout(&o), stderr(&o)));
    let alone = said();
    assert!(alone[0].1.contains("de-kastanje") && alone[3].1.contains("\"added\":2"), "{alone:?}");
    let server = Server::start(here, &SERVE);
    assert_eq!(said(), alone);
    // From another folder too: what the server owns has one name.
    let elsewhere = tempfile::tempdir().unwrap();
    let data = here.join("data").display().to_string();
    let shown = json(elsewhere.path(), &["school", "show", "de-kastanje", "--json", "--data", &data]);
    drop(server);
    assert_eq!(shown["file"], json(here, &["school", "show", "de-kastanje", "--json"])["file"]);
}

#[test]
fn a_school_founded_beside_the_server_is_reached_at_the_servers_address() {
    let here = tempfile::tempdir().unwrap();
    let server = Server::start(here.path(), &SERVE);
    let link = found(here.path())["first_administrator"].as_str().unwrap().to_owned();
    assert!(link.starts_with(server.ready["url"].as_str().unwrap()), "{link}");
    let report = stdout(&run(here.path(), &["doctor"]));
    assert!(report.contains("a server is at work in it") && report.contains("de-kastanje: audit chain"), "{report}");
    let audit = json(here.path(), &["audit", "verify", "de-kastanje", "--json"]);
    assert!(audit["fault"].is_null() && audit["entries"].as_i64() > Some(0), "{audit}");
}

#[test]
fn an_import_beside_the_server_is_stored_for_good() {
    let here = tempfile::tempdir().unwrap();
    let here = here.path();
    fs::write(here.join("pupils.csv"), PUPILS).unwrap();
    let import = ["import", "pupils.csv", "--school", "demo-school", "--json"];
    let server = Server::start(here, &DEMO);
    let stored = json(here, &[&import[..], &["--apply"]].concat());
    assert_eq!(stored["students"]["added"], 2);
    server.kill();
    assert!(here.join("data/homeroom.sock").exists(), "a server that is killed leaves its socket");
    assert_eq!(json(here, &import)["students"]["added"], 0);
    assert!(!here.join("data/homeroom.sock").exists(), "the next owner takes it away");
}

#[test]
fn an_import_before_the_agreement_says_who_must_accept_it_and_where() {
    let here = tempfile::tempdir().unwrap();
    let here = here.path();
    fs::write(here.join("pupils.csv"), PUPILS).unwrap();
    found(here);
    let server = Server::start(here, &[&SERVE[..], &["--url", "https://school.example"]].concat());
    let refused = run(here, &["import", "pupils.csv", "--school", "de-kastanje", "--apply", "--json"]);
    assert_eq!((refused.status.code(), stdout(&refused).as_str()), (Some(3), ""));
    let error: Value = serde_json::from_str(&stderr(&refused)).unwrap();
    let said = error["error"].as_str().unwrap();
    assert!(
        said.contains("https://school.example/s/de-kastanje/agreement") && said.contains("administrator"),
        "{said}"
    );
    drop(server);
}

#[test]
fn nonsense_on_the_socket_harms_nothing() {
    let here = tempfile::tempdir().unwrap();
    found(here.path());
    let server = Server::start(here.path(), &SERVE);
    let socket = here.path().join("data/homeroom.sock");
    assert_eq!(fs::metadata(&socket).unwrap().permissions().mode() & 0o777, 0o600);
    let long = "x".repeat(1 << 20);
    let greedy =
        r#"{"command":{"School":{"List":{"output":{"json":true,"quiet":false}}}},"files":[["a",99999999999999]]}"#;
    for nonsense in ["", "\n", "{}\n", "nonsense\n", "\0\u{1}\n", &long, &format!("{greedy}\n")] {
        let mut stream = UnixStream::connect(&socket).unwrap();
        // The server may have heard enough before all is said.
        let _ = stream.write_all(nonsense.as_bytes());
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let mut answer = String::new();
        let _ = stream.read_to_string(&mut answer);
        assert!(answer.starts_with("{\"end\":{\"error\":"), "{nonsense:.20}: {answer}");
        assert!(!answer.contains("de-kastanje"), "{answer}");
    }
    // Callers who hang up without a word, and one who stays silent.
    for _ in 0..20 {
        drop(UnixStream::connect(&socket).unwrap());
    }
    let _silent = UnixStream::connect(&socket).unwrap();
    assert_eq!(json(here.path(), &["school", "list", "--json"])["schools"][0]["slug"], "de-kastanje");
    drop(server);
}

#[test]
fn a_command_on_a_folder_without_homeroom_makes_none() {
    let here = tempfile::tempdir().unwrap();
    let refused = run(here.path(), &["school", "list", "--json"]);
    assert_eq!(refused.status.code(), Some(3));
    assert!(stderr(&refused).contains("there is no Homeroom in data"), "{refused:?}");
    assert!(!here.path().join("data").exists());
}
