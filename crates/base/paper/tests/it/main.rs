//! What stands in the files: read back by poppler, the reader that most desktops print with.

use std::path::Path;
use std::process::Command;

use chrono::NaiveDate;
use kernel::Language;
use paper::{Block, Document, Envelope, Page, Part};

/// What markup, escapes and scripts look like. None of it means anything on paper.
const HOSTILE: &str = r##"#panic("a") *b* _c_ $d$ \ @e <f> `g` "h" 'i' ~ -- [j] {k} = l // m #sys.inputs"##;

struct Letter {
    language: Language,
    name: &'static str,
    words: &'static str,
    step: &'static str,
}

const LETTERS: [Letter; 5] = [
    Letter { language: Language::En, name: "Zoë O’Brien", words: "Dear Zoë,", step: "Type this code" },
    Letter { language: Language::Nl, name: "Joëlle van ’t Hoff", words: "Geachte heer,", step: "Vul deze code in" },
    Letter {
        language: Language::Et, name: "Õnne Žukova", words: "Lugupeetud lapsevanem!", step: "Sisestage see kood"
    },
    Letter {
        language: Language::Ar, name: "محمد الأحمد", words: "تحية طيبة", step: "اكتب هذا الرمز"
    },
    Letter {
        language: Language::Hi, name: "कृष्णा क्षत्रिय", words: "प्रिय अभिभावक", step: "यह कोड लिखें"
    },
];

fn letter(name: &str, words: &str, step: &str) -> Page {
    Page {
        envelope: Some(Envelope {
            sender: vec!["De Kastanje".to_owned(), "Lindelaan 1".to_owned()],
            back_to: "De Kastanje · Lindelaan 1".to_owned(),
            address: vec![name.to_owned(), "Kerkstraat 7".to_owned(), "1234 AB  Utrecht".to_owned()],
            day: "22-11-2026".to_owned(),
        }),
        heading: words.to_owned(),
        blocks: vec![
            Block::words(words),
            Block::Steps(vec![
                vec![
                    Part::Words("1 ".to_owned()),
                    Part::Exact("https://school.example.org/s/kastanje/invite".to_owned()),
                ],
                vec![Part::Words(format!("{step} ")), Part::Exact("7K2M-QX4T-99ZD".to_owned())],
            ]),
        ],
    }
}

fn document(language: Language, pages: Vec<Page>) -> Document {
    let date = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    Document { title: "A title".to_owned(), language, date, is_numbered: false, pages }
}

/// A tool of poppler-utils, without which these tests mean nothing.
fn poppler(tool: &str, options: &[&str], file: &Path) -> String {
    let output = Command::new(tool).args(options).arg(file).args((tool == "pdftotext").then_some("-")).output();
    let output = output.unwrap_or_else(|_| panic!("{tool} is missing: install poppler-utils"));
    assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

struct File(tempfile::NamedTempFile, Vec<u8>);

impl File {
    fn of(document: &Document) -> Self {
        let bytes = paper::pdf(document).unwrap();
        let file = tempfile::NamedTempFile::with_suffix(".pdf").unwrap();
        std::fs::write(file.path(), &bytes).unwrap();
        Self(file, bytes)
    }

    fn text(&self) -> String {
        poppler("pdftotext", &["-layout", "-enc", "UTF-8"], self.0.path())
    }

    /// Whether its metadata claim PDF/UA-1.
    fn says_accessible(&self) -> bool {
        poppler("pdfinfo", &["-meta"], self.0.path()).contains("pdfuaid:part")
    }

    fn info(&self) -> String {
        poppler("pdfinfo", &[], self.0.path())
    }
}

/// Without spaces, which the reader guesses between the letters of Devanagari.
fn packed(text: &str) -> String {
    plain(text).split_whitespace().collect()
}

/// Without the marks that say in which direction to read.
fn plain(text: &str) -> String {
    let is_mark = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| !is_mark(*c)).collect()
}

#[test]
fn a_letter_says_the_same_in_each_language_with_its_fonts_in_it() {
    for one in LETTERS {
        let file = File::of(&document(one.language, vec![letter(one.name, one.words, one.step)]));
        let text = packed(&file.text());
        for wanted in
            [one.name, one.words, one.step, "7K2M-QX4T-99ZD", "https://school.example.org/s/kastanje/invite", "1234 AB"]
        {
            assert!(text.contains(&packed(wanted)), "{:?}: {wanted} is not in\n{text}", one.language);
        }
        let fonts = poppler("pdffonts", &[], file.0.path());
        assert!(fonts.lines().count() > 2, "{fonts}");
        for line in fonts.lines().skip(2) {
            // The columns at the end: embedded, subset, unicode, object.
            let columns: Vec<&str> = line.split_whitespace().rev().take(5).collect();
            assert_eq!(columns[2..], ["yes", "yes", "yes"], "{line}");
        }
    }
}

#[test]
fn it_is_an_accessible_a4_page_with_title_language_and_the_day_it_was_given() {
    for one in LETTERS {
        let file = File::of(&document(one.language, vec![letter(one.name, one.words, one.step)]));
        let info = file.info();
        for wanted in ["A title", "Tagged:          yes", "(A4)", "Nov 22", "2026", "Pages:           1"] {
            assert!(info.contains(wanted), "{wanted} is not in\n{info}");
        }
        assert!(file.says_accessible());
        let raw = String::from_utf8_lossy(&file.1);
        assert!(raw.contains(&format!("/Lang({})", one.language.code())), "{:?}", one.language);
        assert_eq!(raw.contains("/Direction/R2L"), one.language == Language::Ar);
    }
}

#[test]
fn what_people_write_is_never_read_as_markup() {
    let lines = format!("{HOSTILE}\nthe second line");
    let mut page = letter(HOSTILE, &lines, HOSTILE);
    page.blocks.push(Block::Table { head: vec![HOSTILE.to_owned()], rows: vec![vec![HOSTILE.to_owned()]] });
    page.blocks.push(Block::Paragraph(vec![Part::Exact("#1*2$3".to_owned())]));
    let mut given = document(Language::En, vec![page]);
    given.title = HOSTILE.to_owned();
    let file = File::of(&given);
    let text = file.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(text.matches(r##"#panic("a") *b* _c_ $d$ \ @e <f> `g` "h" 'i'"##).count(), 6, "{text}");
    assert!(text.contains("#1*2$3") && text.contains("the second line"), "{text}");
    assert!(file.info().contains(HOSTILE));
}

#[test]
fn each_page_stands_alone_and_a_long_one_goes_on_with_the_head_of_its_table() {
    let row = |n: usize| vec![format!("{n}:00"), "Ada".to_owned()];
    let table = Block::Table { head: vec!["When".to_owned(), "Who".to_owned()], rows: (0..80).map(row).collect() };
    let sheet = |blocks| Page { heading: "Sheet".to_owned(), blocks, ..Page::default() };
    let short = Block::words("no talks");
    let file = File::of(&Document {
        is_numbered: true,
        ..document(Language::Ar, vec![sheet(vec![table]), sheet(vec![Block::Heading("Friday".to_owned()), short])])
    });
    let text = plain(&file.text());
    let pages: Vec<&str> = text.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
    assert!(pages.len() > 3, "{}", pages.len());
    for (n, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("{}/{}", n + 1, pages.len())), "{page}");
        assert_eq!(page.contains("When"), n + 1 < pages.len(), "{page}");
    }
    assert!(pages.last().unwrap().contains("Friday"));
}

#[test]
fn a_name_in_an_unknown_script_is_told_and_still_gives_a_file() {
    assert!(paper::can_write("Zoë محمد कृष्णा Žukova Жукова\n\u{2068}7\u{2069}") && !paper::can_write("李"));
    let file = File::of(&document(Language::En, vec![letter("李 Wong", "Dear 李,", "Type:")]));
    let info = file.info();
    assert!(file.text().contains("7K2M-QX4T-99ZD") && info.contains("Tagged:          yes"));
    assert!(!file.says_accessible(), "it claims a standard that it cannot keep\n{info}");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let one = document(Language::Hi, vec![letter("कृष्णा", "प्रिय", "कोड")]);
    assert_eq!(paper::pdf(&one).unwrap(), paper::pdf(&one).unwrap());
}
