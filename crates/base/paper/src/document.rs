//! What can stand on paper, as plain values.

use chrono::NaiveDate;
use kernel::Language;

/// A file of A4 pages.
#[derive(Clone, Debug)]
pub struct Document {
    /// In the file's own description; name nobody here.
    pub title: String,
    /// Which language it speaks; Arabic runs from right to left.
    pub language: Language,
    /// The day it was made.
    pub date: NaiveDate,
    /// Whether each page says which of how many it is.
    pub is_numbered: bool,
    pub pages: Vec<Page>,
}

/// Begins on a page of its own, and goes on to the next where it is too long.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// None is a sheet that no envelope takes.
    pub envelope: Option<Envelope>,
    pub heading: String,
    pub blocks: Vec<Block>,
}

/// What a letter has above its text: DIN 5008, form B, which fits a C5/6 or DL envelope with a window.
#[derive(Clone, Debug, Default)]
pub struct Envelope {
    /// The sender's letterhead; the first line is the name.
    pub sender: Vec<String>,
    /// One small line above the address, so that a letter that does not arrive comes back.
    pub back_to: String,
    /// Name and address, a line each. They stand in the window, on the left in every language.
    pub address: Vec<String>,
    /// The day as the letter says it.
    pub day: String,
}

#[derive(Clone, Debug)]
pub enum Block {
    Paragraph(Vec<Part>),
    /// Smaller than the page's heading.
    Heading(String),
    /// Numbered from 1.
    Steps(Vec<Vec<Part>>),
    /// The head is repeated on each page; every row is as long as the head.
    Table {
        head: Vec<String>,
        rows: Vec<Vec<String>>,
    },
}

/// A piece of a paragraph.
#[derive(Clone, Debug)]
pub enum Part {
    Words(String),
    /// To be typed exactly as it stands, like a code or a web address: in bold, from left to right.
    Exact(String),
}

impl Block {
    /// A paragraph of words alone.
    pub fn words(text: impl Into<String>) -> Self {
        Self::Paragraph(vec![Part::Words(text.into())])
    }
}
