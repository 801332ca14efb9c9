//! A line of the table: what, ours, the limit, their ratio, the goal, and whether it is met.

use std::fmt;

/// A measured quantity in words a person reads.
#[derive(Clone, Copy)]
pub enum Unit {
    Micros,
    Millis,
    Seconds,
    Megabytes,
    EachSecond,
}

impl Unit {
    fn show(self, value: f64) -> String {
        match self {
            Self::Micros => format!("{value:.1} µs"),
            Self::Millis => format!("{value:.2} ms"),
            Self::Seconds => format!("{value:.1} s"),
            Self::Megabytes => format!("{value:.0} MB"),
            Self::EachSecond => format!("{value:.1}/s"),
        }
    }
}

/// What `ours` is held against.
#[derive(Clone, Copy)]
pub enum Goal {
    /// At most so many times the limit of the same run.
    Times(f64),
    /// At least this share of the limit of the same run.
    Share(f64),
    /// At most so much, in the line's unit.
    AtMost(f64),
    /// At most so much more than the limit of the same run, in the line's unit.
    More(f64),
}

pub struct Line {
    pub what: &'static str,
    pub unit: Unit,
    pub ours: f64,
    /// The machine's own, in the same run; none where the goal is a fixed amount.
    pub limit: Option<f64>,
    pub goal: Goal,
}

impl Line {
    fn ratio(&self) -> f64 {
        self.ours / self.limit.unwrap_or(f64::NAN)
    }

    fn is_met(&self) -> bool {
        match self.goal {
            Goal::Times(most) => self.ratio() <= most,
            Goal::Share(least) => self.ratio() >= least,
            Goal::AtMost(most) => self.ours <= most,
            Goal::More(most) => self.ours - self.limit.unwrap_or(f64::NAN) <= most,
        }
    }
}

const WIDTHS: [usize; 5] = [58, 12, 12, 8, 12];

fn row(f: &mut impl fmt::Write, cells: [&str; 5], last: &str) -> fmt::Result {
    for (cell, width) in cells.iter().zip(WIDTHS) {
        write!(f, "{cell:<width$} ")?;
    }
    write!(f, "{last}")
}

pub fn head() -> String {
    let mut text = String::new();
    row(&mut text, ["what", "ours", "limit", "ratio", "goal"], "").expect("a string takes everything");
    text
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let limit = self.limit.map(|limit| self.unit.show(limit)).unwrap_or_default();
        let ratio = self.limit.map(|_| format!("{:.2}", self.ratio())).unwrap_or_default();
        let goal = match self.goal {
            Goal::Times(most) => format!("≤ {most}×"),
            Goal::Share(least) => format!("≥ {least}×"),
            Goal::AtMost(most) => format!("≤ {}", self.unit.show(most)),
            Goal::More(most) => format!("≤ +{}", self.unit.show(most)),
        };
        let met = if self.is_met() { "met" } else { "NOT MET" };
        row(f, [self.what, &self.unit.show(self.ours), &limit, &ratio, &goal], met)
    }
}
