//! Where a command writes: this terminal, or the socket of whoever asked the running server.

use std::fmt::Display;
use std::io::{IsTerminal as _, Write as _};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::Output;

pub trait Screen {
    /// Prints a line of the result.
    fn print(&mut self, text: &dyn Display);
    /// Says what long work is at, and how far; `of` is 0 while nobody knows.
    fn progress(&mut self, what: &str, done: u64, of: u64);
}

/// Results go to standard output; progress to standard error, if a person looks there.
pub struct Terminal {
    watched: bool,
    bar: Option<(String, ProgressBar)>,
}

impl Terminal {
    pub fn new(output: Output) -> Self {
        Self { watched: !output.json && !output.quiet && std::io::stderr().is_terminal(), bar: None }
    }

    /// Takes the progress bar away.
    pub fn clear(&mut self) {
        if let Some((_, bar)) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}

impl Screen for Terminal {
    /// Where nobody reads on (`| head`), the program ends quietly.
    fn print(&mut self, text: &dyn Display) {
        self.clear();
        if writeln!(std::io::stdout(), "{text}").is_err() {
            std::process::exit(0);
        }
    }

    fn progress(&mut self, what: &str, done: u64, of: u64) {
        if !self.watched {
            return;
        }
        if self.bar.as_ref().is_none_or(|(shown, _)| shown != what) {
            self.clear();
            self.bar = Some((what.to_owned(), bar(what, of)));
        }
        if let Some((_, bar)) = &self.bar {
            bar.set_position(done);
        }
    }
}

fn bar(what: &str, of: u64) -> ProgressBar {
    let bar = if of == 0 { ProgressBar::new_spinner() } else { ProgressBar::new(of) };
    if of > 0
        && let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}")
    {
        bar.set_style(style);
    }
    bar.set_message(what.to_owned());
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.clear();
    }
}
