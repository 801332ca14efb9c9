//! Where a command writes: this terminal, or the socket of whoever asked the running server.

use std::fmt::Display;
use std::io::{IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::Output;
use crate::failure::Failure;

pub trait Screen {
    /// Prints a line of the result.
    fn print(&mut self, text: &dyn Display);
    /// Says what long work is at, and how far; `of` is 0 while nobody knows.
    fn progress(&mut self, what: &str, done: u64, of: u64);
    /// Hands a file over to whoever typed the command.
    fn deliver(&mut self, bytes: &[u8]) -> Result<(), Failure>;
}

/// Results go to standard output; progress to standard error, if a person looks there.
pub struct Terminal {
    watched: bool,
    bar: Option<(String, ProgressBar)>,
    /// Where a file goes that the command hands over.
    out: Option<PathBuf>,
}

impl Terminal {
    pub fn new(output: Output) -> Self {
        let watched = !output.json && !output.quiet && std::io::stderr().is_terminal();
        Self { watched, bar: None, out: None }
    }

    /// Writes a file that is handed over there. One that exists is left alone.
    pub fn writing_to(self, out: Option<PathBuf>) -> Self {
        let mut terminal = self;
        terminal.out = out;
        terminal
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

    /// Readable by the account that typed the command, and by nobody else.
    fn deliver(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        let Some(out) = &self.out else { return Err(Failure::fault("the command has no place for its file")) };
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let written = options.open(out).and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
        written.map_err(|e| Failure::refused(format!("{} cannot be written: {e}", out.display())))
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
