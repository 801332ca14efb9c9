//! From a heading to the field it fills, or the reason why it is dropped.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::super::values::fold;
use super::fields::{Field, Part, Slot};
use super::synonyms::{self, FIELDS, FILLERS, FORBIDDEN, GUARDIANS, NOT_DECLARED, Person, phrases};
use crate::rows::DropReason;

/// What becomes of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Keep(Field),
    Drop(DropReason),
}

static KNOWN: LazyLock<HashMap<String, Field>> = LazyLock::new(|| {
    FIELDS.iter().flat_map(|(field, words)| phrases(words).map(move |word| (squash(word), *field))).collect()
});
static NEVER: LazyLock<HashSet<String>> = LazyLock::new(|| phrases(FORBIDDEN).map(squash).collect());
static UNUSED: LazyLock<HashSet<String>> = LazyLock::new(|| phrases(NOT_DECLARED).map(squash).collect());
static LIGHT: LazyLock<HashSet<&str>> = LazyLock::new(|| phrases(FILLERS).collect());
/// Phrases for guardians between spaces, longest first.
static PHRASES: LazyLock<Vec<(String, Person)>> = LazyLock::new(|| {
    let spaced = |word: &str| format!(" {} ", fold(word));
    let mut phrases: Vec<_> =
        GUARDIANS.iter().flat_map(|(person, words)| phrases(words).map(move |word| (spaced(word), *person))).collect();
    phrases.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
    phrases
});

/// Decides by the heading alone. What a file is about is considered later.
pub(crate) fn recognise(heading: &str) -> Verdict {
    let words = words(heading);
    if words.is_empty() {
        return Verdict::Drop(DropReason::Unknown);
    }
    if is_forbidden(heading) {
        return Verdict::Drop(DropReason::Forbidden);
    }
    let whole = words.concat();
    if let Some(field) = KNOWN.get(&whole) {
        return Verdict::Keep(*field);
    }
    if UNUSED.contains(&whole) {
        return Verdict::Drop(DropReason::NotDeclared);
    }
    if let Some(field) = guardian(&words) {
        return Verdict::Keep(field);
    }
    let weighty: Vec<&str> = words.iter().map(String::as_str).filter(|word| !LIGHT.contains(*word)).collect();
    let rest = weighty.concat();
    if let Some(field) = KNOWN.get(&rest) {
        return Verdict::Keep(*field);
    }
    match numbered(&rest) {
        Some(field) => Verdict::Keep(field),
        None if UNUSED.contains(&rest) => Verdict::Drop(DropReason::NotDeclared),
        None => Verdict::Drop(DropReason::Unknown),
    }
}

/// Whether a heading or element names what may never be kept.
pub(crate) fn is_forbidden(heading: &str) -> bool {
    let words = words(heading);
    let is_word = |word: &str| {
        NEVER.contains(word)
            && !matches!(word, "category" | "health" | "land" | "ras" | "ine" | "nie" | "rut" | "flag" | "sen")
    };
    NEVER.contains(&words.concat())
        || words.iter().any(|word| is_word(word))
        || words.windows(2).any(|pair| NEVER.contains(&pair.concat()))
        || words.windows(3).any(|triple| NEVER.contains(&triple.concat()))
}

/// `Klassenmentor 1`, `course2`: fields of which a row may have several.
fn numbered(whole: &str) -> Option<Field> {
    let name = whole.trim_end_matches(|character: char| character.is_ascii_digit());
    let field = KNOWN.get(name).filter(|_| name.len() < whole.len())?;
    matches!(field, Field::Group | Field::Mentor | Field::GroupKey | Field::Email).then_some(*field)
}

/// `Guardian 1 Name`, `Nom du père`, `ouder2email`: a word for the guardian, perhaps a number, a part.
fn guardian(words: &[String]) -> Option<Field> {
    let text = format!(" {} ", words.join(" "));
    let (person, rest) = PHRASES.iter().find_map(|(spaced, person)| {
        text.contains(spaced)
            .then(|| (*person, text.replacen(spaced, "  ", 1)))
            .or_else(|| begins(&text, spaced.trim()).map(|rest| (*person, rest)))
    })?;
    let mut number = None;
    let mut part_words = Vec::new();
    for word in rest.split_whitespace() {
        match word.parse::<u32>() {
            Ok(found) if number.is_none() => number = Some(found),
            Ok(_) => return None,
            Err(_) if LIGHT.contains(word) || PHRASES.iter().any(|(spaced, _)| spaced.trim() == word) => {}
            Err(_) => part_words.push(word),
        }
    }
    let slot = match (person, number) {
        (Person::Father, _) => Slot::Father,
        (Person::Mother, _) => Slot::Mother,
        (Person::Guardian, None | Some(1)) => Slot::First,
        (Person::Guardian, Some(2)) => Slot::Second,
        (Person::Guardian, Some(3)) => Slot::Third,
        (Person::Guardian, Some(4)) => Slot::Fourth,
        (Person::Guardian, Some(_)) => return None,
    };
    let part = if part_words.is_empty() { Part::Name } else { synonyms::part(*KNOWN.get(&part_words.concat())?)? };
    Some(Field::Guardian(slot, part))
}

/// `fathername` as one word.
fn begins(text: &str, phrase: &str) -> Option<String> {
    let first = text.split_whitespace().next()?;
    let rest = first.strip_prefix(phrase).filter(|rest| phrase.is_ascii() && phrase.len() >= 5 && rest.len() >= 4)?;
    KNOWN.contains_key(rest).then(|| text.replacen(first, rest, 1))
}

/// The words of a heading: apart at spaces, signs, digits and capitals (`birthDate`, `Ouder1`).
fn words(heading: &str) -> Vec<String> {
    let mut spaced = String::with_capacity(heading.len() + 8);
    let mut before = ' ';
    for character in heading.chars().take(120) {
        let is_turn =
            before.is_lowercase() && character.is_uppercase() || before.is_ascii_digit() != character.is_ascii_digit();
        if is_turn {
            spaced.push(' ');
        }
        spaced.push(character);
        before = character;
    }
    fold(&spaced).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn squash(text: &str) -> String {
    words(text).concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_in_nine_languages() {
        for (heading, expected) in [
            ("Stamnummer", "number"),
            ("Roepnaam", "call_name"),
            ("Tussenvoegsel", "infix"),
            ("Klassenmentor 1", "mentor"),
            ("First Name", "call_name"),
            ("sourcedId", "key"),
            ("givenName", "call_name"),
            ("GebDat", "born"),
            ("birthDate", "born"),
            ("E-Mail", "email"),
            ("Vorname", "call_name"),
            ("Schüler Vorname", "call_name"),
            ("Prénom de l'élève", "call_name"),
            ("Nom de famille", "surname"),
            ("Fecha de nacimiento", "born"),
            ("Sünniaeg", "born"),
            ("Perekonnanimi", "surname"),
            ("الاسم الأول", "call_name"),
            ("اسم العائلة", "surname"),
            ("الشعبة", "section"),
            ("पूरा नाम", "full_name"),
            ("छात्र का नाम", "full_name"),
            ("जन्म तिथि", "born"),
            ("Guardian 1 Name", "guardian1.full_name"),
            ("Father Name", "father.full_name"),
            ("Mother's phone number", "mother.phone"),
            ("Ouder 1 achternaam", "guardian1.surname"),
            ("Verzorger 2 e-mail", "guardian2.email"),
            ("Nom du père", "father.full_name"),
            ("fathername", "father.full_name"),
            ("ouder2 email", "guardian2.email"),
            ("parent_contact", "guardian1.phone"),
            ("Guardian Relation", "guardian1.relationship"),
            ("هاتف ولي الأمر", "guardian1.phone"),
            ("पिता का नाम", "father.full_name"),
            ("Name der Mutter", "mother.full_name"),
            ("Parent/Guardian Email", "guardian1.email"),
            ("Section SIS ID", "group_key"),
            ("course1", "group"),
            ("userSourcedId", "reference"),
            ("Admission Number", "number"),
            ("PLZ", "postcode"),
            ("Isa e-post", "father.email"),
        ] {
            let found = match recognise(heading) {
                Verdict::Keep(field) => field.name(),
                Verdict::Drop(why) => format!("{why:?}"),
            };
            assert_eq!(found, expected, "{heading}");
        }
    }

    #[test]
    fn what_may_never_be_kept_is_known_by_its_heading() {
        for heading in [
            "BSN",
            "bsn leerling",
            "Burgerservicenummer",
            "PGN",
            "Aadhaar No.",
            "Father Aadhaar",
            "Password",
            "Passwort",
            "ethnicityCodes",
            "raceCodes",
            "Religion",
            "birthCountry",
            "الديانة",
            "رقم الهوية",
            "जाति",
            "Isikukood",
            "SSN",
            "BSN_nummer",
            "wachtwoord",
            "flag",
        ] {
            assert_eq!(recognise(heading), Verdict::Drop(DropReason::Forbidden), "{heading}");
        }
        for heading in ["Username", "Roll Number", "Middle Name", "State ID"] {
            assert_eq!(recognise(heading), Verdict::Drop(DropReason::NotDeclared), "{heading}");
        }
        for heading in ["", "  ", "Pointer", "Favourite colour", "Father Colour"] {
            assert_eq!(recognise(heading), Verdict::Drop(DropReason::Unknown), "{heading}");
        }
    }
}
