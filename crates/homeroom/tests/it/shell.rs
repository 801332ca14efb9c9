//! The real binary in a folder of its own, as a shell runs it.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;

/// The binary with nothing of this machine's environment that it would listen to.
pub fn command(here: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_homeroom"));
    command.current_dir(here).args(words).stdin(Stdio::null());
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("HOMEROOM_") {
            command.env_remove(name);
        }
    }
    command
}

pub fn run(here: &Path, words: &[&str]) -> Output {
    command(here, words).output().unwrap()
}

pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// What a command that ended well printed as JSON.
pub fn json(here: &Path, words: &[&str]) -> Value {
    let output = run(here, words);
    assert!(output.status.success(), "{words:?}: {}", stderr(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A server that runs until the value goes.
pub struct Server {
    child: Child,
    /// The line it printed when it was ready.
    pub ready: Value,
}

impl Server {
    pub fn start(here: &Path, words: &[&str]) -> Self {
        Self::of(command(here, words))
    }

    /// The server that this command starts.
    pub fn of(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let ready = serde_json::from_str(&line).unwrap_or_else(|_| panic!("not ready: {line:?}"));
        Self { child, ready }
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Sends it a signal by name.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([format!("-{name}"), self.child.id().to_string()]).status().unwrap();
        assert!(sent.success());
    }

    /// Waits for its end: the exit code.
    pub fn ended(mut self) -> Option<i32> {
        self.child.wait().unwrap().code()
    }

    /// Ends it without giving it time to tidy up.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn an_error_is_one_line_of_json_with_its_code_and_leaves_the_result_alone() {
    let here = tempfile::tempdir().unwrap();
    let here = here.path();
    std::fs::write(here.join("roster.txt"), "no roster").unwrap();
    let words = ["school", "found", "Oak", "--country", "NL", "--admin-name", "Ada", "--admin-email", "a@example.org"];
    assert!(run(here, &words).status.success());
    let cases: [(i32, &[&str]); 9] = [
        (1, &["doctor"]),
        (1, &["audit", "verify", "oak", "--head", "1:00"]),
        (2, &["nonsense"]),
        (2, &["prove", "--only", "C999"]),
        (2, &["serve", "--smtp", "nonsense"]),
        (3, &["school", "show", "nowhere"]),
        (3, &["import", "roster.txt", "--school", "oak"]),
        (3, &["demo", "--data", "data", "--listen", "127.0.0.1:0"]),
        (4, &["serve", "--listen", "192.0.2.1:80"]),
    ];
    for (code, words) in cases {
        let output = run(here, &[words, &["--json"]].concat());
        let error: Value = serde_json::from_slice(&output.stderr).unwrap_or_else(|_| panic!("{words:?}: {output:?}"));
        assert_eq!((output.status.code(), error["code"].as_i64()), (Some(code), Some(i64::from(code))), "{words:?}");
        assert!(error["error"].as_str().is_some_and(|text| text.len() > 10), "{words:?}: {error}");
        let result = stdout(&output);
        assert!(if code == 1 { result.starts_with('{') } else { result.is_empty() }, "{words:?}: {result}");
    }
}

#[test]
fn every_commands_help_has_an_example() {
    use clap::CommandFactory as _;
    fn look(command: &clap::Command, path: &str) {
        let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        assert!(help.contains("homeroom"), "{path} shows no example");
        command.get_subcommands().for_each(|inner| look(inner, &format!("{path} {}", inner.get_name())));
    }
    look(&homeroom::commands::Cli::command(), "homeroom");
}
