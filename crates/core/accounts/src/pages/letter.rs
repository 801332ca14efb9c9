//! The letter with a code: a page to print, or a PDF for an envelope with a window. The code is in this one answer
//! and nowhere else; the school keeps its fingerprint.

use askama::Template;
use axum::response::IntoResponse as _;
use kernel::{Direction, Language, PostalAddress};
use paper::{Block, Document, Envelope, Part};
use people::institution;
use site::{Cx, Form, Page, Result, Say, attachment};

use super::sign_in::place;
use crate::invitation::STANDS;

/// What is one reader's alone.
pub struct Letter {
    pub name: String,
    pub address: Option<PostalAddress>,
    pub code: String,
}

impl Letter {
    /// Name and address, as they stand in an envelope's window (C077).
    fn lines(&self, home: &str) -> Vec<String> {
        lines(&self.name, self.address.as_ref(), home)
    }
}

fn lines(name: &str, address: Option<&PostalAddress>, home: &str) -> Vec<String> {
    let address = address.map(|address| address.lines(home)).unwrap_or_default();
    std::iter::once(name.to_owned()).chain(address).collect()
}

/// Whether the fonts of the PDF have every character of a name and an address.
pub fn is_writable(name: &str, address: Option<&PostalAddress>) -> bool {
    lines(name, address, "").iter().all(|line| paper::can_write(line))
}

/// Which language letters speak: what the office chose, else the school's. What the reader speaks is not known before
/// there is an account.
pub fn language(cx: &Cx, form: &Form) -> Result<Language> {
    Ok(Language::parse(form.get("language")).unwrap_or(cx.school()?.language))
}

#[derive(Template)]
#[template(path = "letter.html")]
struct LetterView<'a> {
    name: String,
    /// Name and address; empty where there is no address.
    lines: Vec<String>,
    place: String,
    code: String,
    /// Where the code is typed.
    address: String,
    until: String,
    back: String,
    /// Why this is no PDF although one was asked for.
    instead: bool,
    /// Speaks to the reader.
    letter: &'a Say,
    is_rtl: bool,
    /// Speaks to the office.
    say: &'a Say,
}

/// One letter as the form asked for it. A name that the PDF's fonts do not have comes as the page, which is printed with
/// the fonts of the desk.
pub async fn answer(cx: &Cx, form: &Form, sender: &institution::Model, letter: Letter, back: &str) -> Result {
    let say = cx.say.speaking(language(cx, form)?);
    let is_asked = form.get("as") == "pdf";
    if is_asked && is_writable(&letter.name, letter.address.as_ref()) {
        return pdf(cx, &say, sender, &[letter], "letter.pdf").await;
    }
    let home = &cx.school()?.country;
    let view = LetterView {
        lines: if letter.address.is_some() { letter.lines(home) } else { Vec::new() },
        name: letter.name,
        place: place(cx),
        code: letter.code,
        address: cx.url("/invite"),
        until: until(cx, &say),
        back: cx.href(back),
        instead: is_asked,
        is_rtl: say.language().direction() == Direction::RightToLeft,
        letter: &say,
        say: &cx.say,
    };
    cx.page("letter-title", &view)
}

fn until(cx: &Cx, say: &Say) -> String {
    say.date(cx.now().plus(STANDS).date())
}

/// Letters as one file to keep, a page for each.
pub async fn pdf(cx: &Cx, say: &Say, sender: &institution::Model, letters: &[Letter], file: &str) -> Result<Page> {
    let pages = letters.iter().map(|letter| page(cx, say, sender, letter)).collect::<Result<Vec<_>>>()?;
    let document = Document {
        title: say.one("letter-subject", "place", &place(cx)),
        language: say.language(),
        date: cx.now().date(),
        is_numbered: false,
        pages,
    };
    let bytes = cx.off_thread(move || paper::pdf(&document)).await?;
    Ok((attachment("application/pdf", file), bytes).into_response())
}

fn page(cx: &Cx, say: &Say, sender: &institution::Model, letter: &Letter) -> Result<paper::Page> {
    let words = |key: &str| Part::Words(say.say(key));
    // The words and what is to be typed after them.
    let typed = |key: &str, exact: &str| vec![Part::Words(format!("{} ", say.say(key))), Part::Exact(exact.to_owned())];
    Ok(paper::Page {
        envelope: Some(Envelope {
            sender: sender.letterhead(),
            back_to: sender.back_to(),
            address: letter.lines(&cx.school()?.country),
            day: say.date(cx.now().date()),
        }),
        heading: say.one("letter-subject", "place", &place(cx)),
        blocks: vec![
            Block::words(say.one("letter-greeting", "name", &letter.name)),
            Block::words(say.say("letter-text")),
            Block::Steps(vec![
                typed("letter-step-1", &cx.url("/invite")),
                typed("letter-step-2", &letter.code),
                vec![words("letter-step-3")],
                vec![words("letter-step-4")],
            ]),
            Block::words(say.one("letter-until", "day", &until(cx, say))),
        ],
    })
}
