//! The table of what the house costs beside the machine's limit, both measured in the same run.
//!
//! `cargo bench -p homeroom --bench table [-- NAME…]`; `-- --quick` is a smoke run. Each row has its file and is
//! one line of [`ROWS`]. Servers are child processes, so that the client's share is not counted; ours and the
//! bare one alternate, because the machine is rarely quiet. Nothing is kept.
// What a bench prints is its result, and a bench that cannot set up its scene stops.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::allow_attributes,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a measurement is a test by another name"
)]

mod bare;
mod bulk;
mod class_list;
mod density;
mod import;
mod line;
mod load;
mod machine;
mod scene;
mod sign_in;
mod storm;
mod students;
mod writes;

use line::Line;

/// How much is done.
#[derive(Clone, Copy)]
pub struct Size {
    /// A smoke run: everything happens, little of it.
    pub quick: bool,
}

impl Size {
    fn of(self, full: usize, quick: usize) -> usize {
        if self.quick { quick } else { full }
    }
}

type Row = (&'static str, fn(Size) -> Vec<Line>);

/// Every row by name; a later one adds its line.
const ROWS: &[Row] = &[
    ("sign-in", sign_in::measure),
    ("class-list", class_list::measure),
    ("storm", storm::measure),
    ("import", import::measure),
    ("density", density::measure),
    ("writes", writes::measure),
    ("keeping", bulk::keeping),
    ("deletion", bulk::deletion),
];

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    if let Some([kind, rest @ ..]) = words.strip_prefix(&[bare::FLAG.to_owned()]) {
        return bare::serve(kind, rest);
    }
    let _ = rustls::crypto::ring::default_provider().install_default();
    let size = Size { quick: words.iter().any(|word| word == "--quick") };
    let names: Vec<&String> = words.iter().filter(|word| !word.starts_with("--")).collect();
    if let Some(unknown) = names.iter().find(|name| ROWS.iter().all(|(known, _)| known != *name)) {
        let known: Vec<&str> = ROWS.iter().map(|(name, _)| *name).collect();
        panic!("no row is called {unknown}: choose among {}", known.join(", "));
    }
    println!("{}", line::head());
    for (name, measure) in ROWS.iter().filter(|(name, _)| names.is_empty() || names.iter().any(|n| n == name)) {
        eprintln!("{name} … (load {})", machine::load());
        for line in measure(size) {
            println!("{line}");
        }
    }
}
