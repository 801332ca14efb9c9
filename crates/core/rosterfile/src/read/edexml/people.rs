//! Pupils and teachers of an EdeXML file.

use std::collections::HashSet;

use super::super::values::{clean, email, is_formula, postcode};
use super::super::xml::{Leaf, Record};
use super::{Build, Delivery, attribute};
use crate::rows::{DropReason, Fault, Gender, NameRow, Place, StaffRow, StudentRow};

/// Elements that may never be kept: numbers of the state, origin, and the weight made from it.
const FORBIDDEN: [&str; 11] = [
    "etniciteit",
    "land",
    "land_vader",
    "land_moeder",
    "sofinummer",
    "bsn",
    "onderwijsnummer",
    "bsn_ondwnr-4",
    "rijksregisternummer",
    "gewicht_nieuw",
    "gewicht",
];

/// Elements the schema knows and Homeroom has no purpose for.
const NOT_DECLARED: [&str; 10] = [
    "start_ondw_jgr3",
    "jaargroep",
    "vestiging",
    "gebruikersnaam",
    "fotourl",
    "instroomdatum",
    "uitstroomdatum",
    "mutatiedatum",
    "voornamen",
    "voorletters-1",
];

pub(super) fn read_student(delivery: &Delivery<'_>, record: &Record, build: &mut Build) {
    let place = delivery.place(record);
    let mut student =
        StudentRow { key: attribute(&record.attributes, "key"), place: place.clone(), ..StudentRow::default() };
    let mut dropped = HashSet::new();
    for leaf in &record.leaves {
        let text = clean(&leaf.text);
        check_formula(leaf, &text, &place, build);
        match leaf.path.as_str() {
            "geboortedatum" => student.born = birth_date(delivery, &text, &place, build),
            "geslacht" if delivery.options.keep_gender => student.gender = gender(&text, &place, build),
            "geslacht" => note_drop(leaf, DropReason::NotDeclared, &mut dropped),
            "emailadres" => student.email = checked_email(&text, &place, build),
            "groep" | "samengestelde_groepen/samengestelde_groep" => {
                student.groups.extend(known_group(leaf, &place, build))
            }
            "postcodenl" => student.postcode = checked_postcode(&text, "NL", &leaf.path, &place, build),
            "postnummerbe" => student.postcode = checked_postcode(&text, "BE", &leaf.path, &place, build),
            "postcodeoverig" => student.postcode = checked_postcode(&text, "", &leaf.path, &place, build),
            path if is_name(path) || path == "samengestelde_groepen" => {}
            _ => not_kept(delivery, leaf, &place, &mut dropped, build),
        }
    }
    student.name = name(record, &mut dropped);
    eck_id(record, &mut dropped);
    count_drops(delivery, dropped, build);
    if student.key.is_empty() {
        build.problem(&place, Some("key"), Fault::Missing("key"), true);
    } else {
        build.add_student(student);
    }
}

pub(super) fn read_staff(delivery: &Delivery<'_>, record: &Record, build: &mut Build) {
    let place = delivery.place(record);
    let mut person =
        StaffRow { key: attribute(&record.attributes, "key"), place: place.clone(), ..StaffRow::default() };
    let mut dropped = HashSet::new();
    for leaf in &record.leaves {
        let text = clean(&leaf.text);
        check_formula(leaf, &text, &place, build);
        match leaf.path.as_str() {
            "emailadres" => person.email = checked_email(&text, &place, build),
            "rolomschrijving" => person.title = Some(text),
            "rol" => {
                person.title.get_or_insert_with(|| role(&text).to_owned());
            }
            "groepen/groep" | "groepen/samengestelde_groep" => person.groups.extend(known_group(leaf, &place, build)),
            "groepen/groep/rol"
            | "groepen/groep/rolomschrijving"
            | "groepen/samengestelde_groep/rol"
            | "groepen/samengestelde_groep/rolomschrijving" => {
                note_drop(leaf, DropReason::NotDeclared, &mut dropped);
            }
            path if is_name(path) || path == "groepen" => {}
            _ => not_kept(delivery, leaf, &place, &mut dropped, build),
        }
    }
    person.name = name(record, &mut dropped);
    eck_id(record, &mut dropped);
    count_drops(delivery, dropped, build);
    if person.key.is_empty() {
        build.problem(&place, Some("key"), Fault::Missing("key"), true);
    } else {
        build.add_staff(person);
    }
}

fn is_name(path: &str) -> bool {
    matches!(path, "achternaam" | "voorvoegsel" | "voornamen" | "voorletters-1" | "roepnaam")
}

/// Call name, else the given names, else the initials. What is not used of them is dropped.
fn name(record: &Record, dropped: &mut HashSet<(String, DropReason)>) -> NameRow {
    let text = |path: &str| {
        record.leaves.iter().find(|leaf| leaf.path == path).map(|leaf| clean(&leaf.text)).unwrap_or_default()
    };
    let initials: Vec<String> =
        text("voorletters-1").chars().filter(|c| c.is_alphabetic()).map(|c| format!("{c}.")).collect();
    let (call, given, initials) = (text("roepnaam"), text("voornamen"), initials.concat());
    let (call_name, unused) = match (call.is_empty(), given.is_empty()) {
        (false, _) => (call, [("voornamen", !given.is_empty()), ("voorletters-1", !initials.is_empty())]),
        (true, false) => (given, [("voornamen", false), ("voorletters-1", !initials.is_empty())]),
        (true, true) => (initials, [("voornamen", false), ("voorletters-1", false)]),
    };
    dropped
        .extend(unused.iter().filter(|(_, held)| *held).map(|(path, _)| ((*path).to_owned(), DropReason::NotDeclared)));
    NameRow { call_name, infix: text("voorvoegsel"), surname: text("achternaam") }
}

fn eck_id(record: &Record, dropped: &mut HashSet<(String, DropReason)>) {
    if !attribute(&record.attributes, "eckid").is_empty() {
        dropped.insert(("eckid".to_owned(), DropReason::NotDeclared));
    }
}

fn birth_date(delivery: &Delivery<'_>, text: &str, place: &Place, build: &mut Build) -> Option<chrono::NaiveDate> {
    // `xs:date` may carry a time zone: `2006-06-21Z`, `2006-06-21+01:00`.
    let day = text.get(..10).unwrap_or(text);
    let fault = match day.parse::<chrono::NaiveDate>() {
        Ok(date) if date > delivery.options.today => Fault::DateInFuture(text.to_owned()),
        Ok(date) => return Some(date),
        Err(_) if text.is_empty() => return None,
        Err(_) => Fault::NotADate(text.to_owned()),
    };
    build.problem(place, Some("geboortedatum"), fault, false);
    None
}

fn gender(text: &str, place: &Place, build: &mut Build) -> Option<Gender> {
    match text {
        "1" => Some(Gender::Male),
        "2" => Some(Gender::Female),
        "0" | "9" | "" => None,
        _ => {
            build.problem(place, Some("geslacht"), Fault::NotAGender(text.to_owned()), false);
            None
        }
    }
}

fn checked_email(text: &str, place: &Place, build: &mut Build) -> Option<String> {
    let checked = email(text);
    if checked.is_none() && !text.is_empty() {
        build.problem(place, Some("emailadres"), Fault::NotAnEmail(text.to_owned()), false);
    }
    checked
}

fn checked_postcode(text: &str, country: &str, element: &str, place: &Place, build: &mut Build) -> Option<String> {
    let checked = postcode(text, country);
    if checked.is_none() && !text.is_empty() {
        build.problem(place, Some(element), Fault::NotAPostcode(text.to_owned()), false);
    }
    checked
}

fn known_group(leaf: &Leaf, place: &Place, build: &mut Build) -> Option<String> {
    let key = attribute(&leaf.attributes, "key");
    let known = build.group_key(&key);
    if known.is_none() {
        build.problem(place, Some(&leaf.path), Fault::UnknownGroup(key), false);
    }
    known
}

fn check_formula(leaf: &Leaf, text: &str, place: &Place, build: &mut Build) {
    if (is_name(&leaf.path) || leaf.path == "rolomschrijving") && is_formula(text) {
        build.problem(place, Some(&leaf.path), Fault::Formula, false);
    }
}

fn note_drop(leaf: &Leaf, why: DropReason, dropped: &mut HashSet<(String, DropReason)>) {
    if !leaf.text.trim().is_empty() || !leaf.attributes.is_empty() {
        dropped.insert((leaf.path.clone(), why));
    }
}

fn not_kept(
    delivery: &Delivery<'_>,
    leaf: &Leaf,
    place: &Place,
    dropped: &mut HashSet<(String, DropReason)>,
    build: &mut Build,
) {
    let path = leaf.path.as_str();
    if FORBIDDEN.contains(&path) || super::super::csv::is_forbidden(path.rsplit('/').next().unwrap_or(path)) {
        note_drop(leaf, DropReason::Forbidden, dropped);
    } else if NOT_DECLARED.contains(&path) {
        note_drop(leaf, DropReason::NotDeclared, dropped);
    } else if path.starts_with("toevoegingen") {
        delivery.check_addition(leaf, build);
        if !leaf.text.trim().is_empty() {
            dropped.insert((path.to_owned(), DropReason::Unknown));
        }
    } else {
        build.beyond_schema(place, path);
        note_drop(leaf, DropReason::Unknown, dropped);
    }
}

fn count_drops(delivery: &Delivery<'_>, dropped: HashSet<(String, DropReason)>, build: &mut Build) {
    let mut dropped: Vec<_> = dropped.into_iter().collect();
    dropped.sort_by(|one, other| one.0.cmp(&other.0));
    for (column, why) in dropped {
        build.drop_column(delivery.file, &column, why, 1);
    }
}

/// The schema's roles in its own words.
fn role(code: &str) -> &str {
    match code {
        "ADJ" => "Adjunctdirecteur",
        "ADM" => "Administratief medewerker",
        "CON" => "Conciërge",
        "DIR" => "Directeur",
        "ICT" => "ICT-coördinator",
        "IB" => "Interne begeleider",
        "KLA" => "Klassenassistent",
        "LRK" => "Leerkracht",
        "LOS" => "Lerarenondersteuner",
        "LOC" => "Locatieleider",
        "OWA" => "Onderwijsassistent",
        "OUD" => "Ouder",
        "RT" => "Remedial teacher",
        "SMW" => "Schoolmaatschappelijk werker",
        "STA" => "Stagiair",
        "TAL" => "Toetsafnameleider",
        "VAK" => "Vakleerkracht",
        other => other,
    }
}
