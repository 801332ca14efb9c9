//! Whoever reads what is kept of them, or sets it right, reads it in their own language (C175).

use std::collections::BTreeSet;

use kernel::{Direction, Error, Language, Result};
use site::words::Catalogue;

use crate::ground::{Ground, Seat, holds};
use crate::record_of_processing::operator;
use crate::world::World;
use crate::{Check, Outcome, all};

pub const CHECKS: &[(&str, Check)] = &[("C175", c175)];

/// What is kept, why and how long: everybody reads these, signed in or not.
const NOTICES: [&str; 3] = ["/privacy/", "/privacy/records", "/privacy/retention"];
/// Where people see and change what is theirs; not everybody has each.
const RIGHTS: [&str; 7] =
    ["/settings", "/account", "/account/notice", "/own", "/own/check", "/profile", "/account/second-factor"];
/// The installation's own, for whoever operates it.
const OPERATORS: [&str; 2] = ["/privacy/", "/operator/settings"];
/// What stands where a word is missing.
const HOLE: char = '⟨';

fn c175(ground: &Ground) -> Outcome {
    let world = World::new(ground, "Alpha")?;
    let mut read = 0;
    for (role, mut seat) in world.seats(ground)? {
        let notices: Vec<String> = NOTICES.iter().map(|path| world.at(path)).collect();
        read += in_each_language(&mut seat, role, &notices)?;
        let mut own = Vec::new();
        for path in RIGHTS.map(|path| world.at(path)) {
            if seat.get(&path)?.status.is_success() {
                own.push(path);
            }
        }
        holds(own.len() > 2 || role == "visitor", format!("a {role} has only {} pages of rights", own.len()))?;
        read += in_each_language(&mut seat, role, &own)?;
    }
    let mut seat = operator(ground)?;
    read += in_each_language(&mut seat, "operator", &OPERATORS.map(str::to_owned))?;
    holes_are_refused()?;
    all(format!(
        "{read} times a notice, record, period, setting or own-data page opens for a visitor, 6 roles of a school and an operator who set English, Dutch, Estonian, Arabic or Hindi: language and direction are right, no word is missing, and the headings of the notices differ in all five; a word that one language lacks is refused when the house is built, so no test of the build starts with one"
    ))
}

/// Words of which one language lacks some make no house; the same words in all do. This house stands.
fn holes_are_refused() -> Result<()> {
    let whole = Language::ALL.map(|language| (language, "zq-one = 1\nzq-two = 2\n"));
    holds(Catalogue::new(&whole).is_ok(), "words that all languages have are refused")?;
    for lacking in Language::ALL {
        let files = whole.map(|(language, text)| (language, if language == lacking { "zq-one = 1\n" } else { text }));
        let said = Catalogue::new(&files).err().map(|error| error.to_string()).unwrap_or_default();
        let hole = format!("zq-two ({})", lacking.code());
        holds(said.contains(&hole), format!("a house is built with a hole in {}: {said}", lacking.code()))?;
    }
    Ok(())
}

/// Opens each page after setting each language; gives how many were read.
fn in_each_language(seat: &mut Seat, role: &str, paths: &[String]) -> Result<usize> {
    let mut headings: Vec<BTreeSet<String>> = vec![BTreeSet::new(); paths.len()];
    for language in Language::ALL {
        seat.sends("/preferences", &[("lang", language.code()), ("back", "/")])?;
        for (path, seen) in paths.iter().zip(&mut headings) {
            let page = seat.page(path)?.body;
            let what = || format!("{path} for a {role} who reads {}", language.code());
            let direction = match language.direction() {
                Direction::LeftToRight => "ltr",
                Direction::RightToLeft => "rtl",
            };
            let is_right = page.contains(&format!("<html lang=\"{}\" dir=\"{direction}\"", language.code()));
            holds(is_right, format!("{} says another language or direction", what()))?;
            let hole = page.find(HOLE).and_then(|at| page.get(at..)).and_then(|rest| rest.split('⟩').next());
            holds(hole.is_none(), format!("{} lacks {}", what(), hole.unwrap_or_default()))?;
            seen.insert(heading(&page).ok_or_else(|| Error::Internal(format!("{} has no heading", what())))?);
        }
    }
    for (path, seen) in paths.iter().zip(&headings) {
        let is_told_apart = !path.contains("/privacy/") || seen.len() == Language::ALL.len();
        holds(is_told_apart, format!("{path} has the same heading in two languages: {seen:?}"))?;
    }
    Ok(paths.len() * Language::ALL.len())
}

/// What stands in the first heading.
fn heading(page: &str) -> Option<String> {
    let (_, rest) = page.split_once("<h1")?;
    let (_, rest) = rest.split_once('>')?;
    rest.split_once("</h1>").map(|(text, _)| text.trim().to_owned())
}
