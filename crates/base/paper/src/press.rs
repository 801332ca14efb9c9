//! From a [`Document`] to the bytes of a PDF.

use std::sync::LazyLock;

use chrono::Datelike;
use kernel::{Error, Language, Result};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Array, Bytes, Datetime, Dict, Duration, IntoValue, Smart, Value};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::{Block, Document, Envelope, Page, Part};

/// How every page looks; the words come as `sys.inputs`.
static TEMPLATE: LazyLock<Source> = LazyLock::new(|| Source::detached(include_str!("../template/paper.typ")));

/// Latin, Greek and Cyrillic, Arabic, Devanagari; where they come from is in `fonts/README.md`.
static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let files: [&'static [u8]; 4] = [
        include_bytes!("../fonts/NotoSans-Regular.ttf"),
        include_bytes!("../fonts/NotoSans-Bold.ttf"),
        include_bytes!("../fonts/NotoNaskhArabic-Regular.ttf"),
        include_bytes!("../fonts/NotoSansDevanagari-Regular.ttf"),
    ];
    files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect()
});

static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// All that the typesetter can reach: the template, the fonts and this document's words.
struct Desk {
    library: LazyHash<Library>,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        TEMPLATE.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == TEMPLATE.id() { Ok(TEMPLATE.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The typesetter remembers every page it has set until it is told to forget; a panic must not keep letters in memory.
struct Forgetting;

impl Drop for Forgetting {
    fn drop(&mut self) {
        typst::comemo::evict(0);
    }
}

/// Whether every character of a text can be put on paper; a name in Chinese cannot, and shows as empty boxes.
pub fn can_write(text: &str) -> bool {
    let is_known = |c: char| FONTS.iter().any(|font| font.info().coverage.contains(u32::from(c)));
    text.chars().all(|c| c.is_whitespace() || is_joint(c) || is_known(c))
}

/// Says how its neighbours are written, and shows nothing itself.
fn is_joint(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Sets the document and writes it as PDF/UA-1; what holds a character that no font here has is as tagged, but cannot
/// claim the standard. Some milliseconds for each page: call it off the request threads and outside a unit of work.
pub fn pdf(document: &Document) -> Result<Vec<u8>> {
    let _forgetting = Forgetting;
    // What the typesetter complains about may quote a letter, and this error may end in a log.
    let failed =
        |what: &str, faults: usize| Error::Internal(format!("a document could not be {what}: {faults} faults"));
    let set = set(document).map_err(|faults| failed("set", faults.len()))?;
    let written = write(document, &set, true).or_else(|_| write(document, &set, false));
    written.map_err(|faults| failed("written", faults.len()))
}

type Faults = Vec<SourceDiagnostic>;

fn set(document: &Document) -> std::result::Result<PagedDocument, Faults> {
    let mut inputs = Dict::new();
    inputs.insert("document".into(), value_of(document));
    let desk = Desk { library: LazyHash::new(Library::builder().with_inputs(inputs).build()) };
    typst::compile::<PagedDocument>(&desk).output.map_err(|faults| faults.into_iter().collect())
}

fn write(document: &Document, set: &PagedDocument, is_accessible: bool) -> std::result::Result<Vec<u8>, Faults> {
    let standard: &[PdfStandard] = if is_accessible { &[PdfStandard::Ua_1] } else { &[] };
    let standards = PdfStandards::new(standard).unwrap_or_default();
    let day = document.date;
    let parts = u8::try_from(day.month()).ok().zip(u8::try_from(day.day()).ok());
    let date = parts.and_then(|(month, of_month)| Datetime::from_ymd_hms(day.year(), month, of_month, 0, 0, 0));
    let options = PdfOptions {
        creator: Smart::Custom(Some("Homeroom".to_owned())),
        timestamp: date.map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(set, &options).map_err(|faults| faults.into_iter().collect())
}

fn value_of(document: &Document) -> Value {
    // Viewers show the title as plain text, with marks of direction as boxes.
    let title: String = document.title.chars().filter(|c| !is_joint(*c)).collect();
    dict([
        ("title", text(&title)),
        ("language", text(document.language.code())),
        ("fonts", fonts(document.language)),
        ("numbered", document.is_numbered.into_value()),
        ("pages", list(&document.pages, page)),
    ])
}

/// The script of the language first, so that its spaces and stops are its own.
fn fonts(language: Language) -> Value {
    let (latin, arabic, devanagari) = ("Noto Sans", "Noto Naskh Arabic", "Noto Sans Devanagari");
    let order = match language {
        Language::En | Language::Nl | Language::Et => [latin, arabic, devanagari],
        Language::Ar => [arabic, latin, devanagari],
        Language::Hi => [devanagari, latin, arabic],
    };
    list(&order, |name| text(name))
}

fn page(page: &Page) -> Value {
    dict([
        ("envelope", page.envelope.as_ref().map_or(Value::None, envelope)),
        ("heading", text(&page.heading)),
        ("blocks", list(&page.blocks, block)),
    ])
}

fn envelope(envelope: &Envelope) -> Value {
    dict([
        ("sender", list(&envelope.sender, |line| directed(line))),
        ("back", text(&envelope.back_to)),
        ("address", list(&envelope.address, |line| directed(line))),
        ("day", text(&envelope.day)),
    ])
}

fn block(block: &Block) -> Value {
    match block {
        Block::Paragraph(parts) => dict([("kind", text("paragraph")), ("parts", list(parts, part))]),
        Block::Heading(words) => dict([("kind", text("heading")), ("words", text(words))]),
        Block::Steps(steps) => dict([("kind", text("steps")), ("steps", list(steps, |parts| list(parts, part)))]),
        Block::Table { head, rows } => {
            let cells = |row: &Vec<String>| list(row, |cell| directed(cell));
            dict([("kind", text("table")), ("head", lines(head)), ("rows", list(rows, cells))])
        }
    }
}

fn part(part: &Part) -> Value {
    match part {
        Part::Words(words) => dict([("exact", false.into_value()), ("text", text(words))]),
        Part::Exact(words) => dict([("exact", true.into_value()), ("text", text(words))]),
    }
}

/// A line that stands alone runs as its own letters do, whatever the language around it; a number runs from the left.
fn directed(line: &str) -> Value {
    let is_arabic = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    let is_rtl = line.chars().find(|c| c.is_alphabetic()).is_some_and(is_arabic);
    dict([("text", text(line)), ("rtl", is_rtl.into_value())])
}

fn lines(lines: &[String]) -> Value {
    list(lines, |line| text(line))
}

fn list<T>(items: &[T], value: impl Fn(&T) -> Value) -> Value {
    items.iter().map(value).collect::<Array>().into_value()
}

fn dict<const N: usize>(pairs: [(&str, Value); N]) -> Value {
    pairs.into_iter().map(|(key, value)| (key.into(), value)).collect::<Dict>().into_value()
}

/// Words as data. Controls mean nothing on paper, except the end of a line.
fn text(words: &str) -> Value {
    words.chars().filter(|c| *c == '\n' || !c.is_control()).collect::<String>().into_value()
}
