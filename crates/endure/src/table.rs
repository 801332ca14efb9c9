//! What came of it, as a table in Markdown.

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Instant;

struct Row {
    what: String,
    times: String,
    came_of_it: String,
    is_good: bool,
}

pub struct Table {
    server: PathBuf,
    seed: u64,
    begun: Instant,
    rows: Vec<Row>,
}

impl Table {
    pub fn new(server: &Path, seed: u64) -> Self {
        Self { server: server.to_owned(), seed, begun: Instant::now(), rows: Vec::new() }
    }

    /// One line; the first fault, if there is one, stands in it.
    pub fn add(&mut self, what: &str, times: impl fmt::Display, came_of_it: String, fault: Option<String>) {
        let is_good = fault.is_none();
        let came_of_it = fault.map_or(came_of_it.clone(), |fault| format!("**{fault}** ({came_of_it})"));
        eprintln!("{what}: {came_of_it}");
        self.rows.push(Row { what: what.to_owned(), times: times.to_string(), came_of_it, is_good });
    }

    pub fn is_good(&self) -> bool {
        self.rows.iter().all(|row| row.is_good)
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let build =
            if self.server.components().any(|part| part.as_os_str() == "release") { "release" } else { "debug" };
        let (cores, seconds) =
            (std::thread::available_parallelism().map_or(1, usize::from), self.begun.elapsed().as_secs());
        writeln!(
            f,
            "Homeroom {}, {build} build, {cores} cores, seed {}, {seconds} s.\n",
            env!("CARGO_PKG_VERSION"),
            self.seed
        )?;
        writeln!(f, "| what | times | what came of it | |\n|---|---|---|---|")?;
        for row in &self.rows {
            let verdict = if row.is_good { "good" } else { "**FAULT**" };
            writeln!(f, "| {} | {} | {} | {verdict} |", row.what, row.times, row.came_of_it)?;
        }
        Ok(())
    }
}
