//! The people of a demo school, as a roster: what a school's own administration would deliver.
//!
//! Not real, and made so that nobody can be meant: names are drawn from lists of common ones, mail goes to
//! `example.org` and `example.com` only, and telephone numbers come from ranges without telephones. The rows
//! go through the same importer as a school's file, so the demo shows what a school would see.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, Days, NaiveDate};
use roster::rows::{Gender, GroupRow, GuardianRow, NameRow, Place, Roster, StaffRow, StudentRow};

use super::chance::Chance;
use super::land::Land;

/// Names that go together: one language in one script.
#[derive(Clone, Copy)]
pub(super) struct Names {
    pub(super) female: &'static [&'static str],
    pub(super) male: &'static [&'static str],
    pub(super) surnames: &'static [&'static str],
    /// Surnames with an infix before them: `("van der", "Berg")`.
    pub(super) with_infix: &'static [(&'static str, &'static str)],
}

/// How many children one class holds at most.
const CLASS_SIZE: usize = 24;

/// Makes a school of `students` children in classes of about 24, with their families and teachers.
///
/// `country` is an ISO 3166 code: NL, EE, IN, AE or, for any other, US. Children are of the age for their class on
/// `today`. The same arguments make the same school. About a quarter of the children have a brother or a sister at
/// school, there are 1.6 guardians for a child, and one family in twelve bears names from elsewhere.
pub fn generate(country: &str, students: usize, seed: u64, today: NaiveDate) -> Roster {
    let land = Land::of(country);
    let mut school = School::new(land, students, seed, today);
    school.enrol_families();
    school.appoint_teachers();
    school.into_roster()
}

/// A school while it is made.
struct School {
    land: &'static Land,
    chance: Chance,
    today: NaiveDate,
    /// The calendar year in which the school year began.
    year: i32,
    classes: Vec<Class>,
    roster: Roster,
    adults: usize,
    addresses: HashSet<String>,
}

struct Class {
    name: String,
    /// Years of study before this one.
    level: usize,
    free: usize,
}

/// A guardian, before the edges to the children.
struct Adult {
    key: String,
    name: NameRow,
    relationship: &'static str,
    email: Option<String>,
    phone: Option<String>,
}

/// What the children of one household share.
struct Home {
    names: Names,
    nationality: &'static str,
    /// Infix and surname, in the form the family is called by.
    surname: (&'static str, &'static str),
    postcode: Option<String>,
    /// The other parent's, where they live apart.
    second_postcode: Option<String>,
}

impl School {
    fn new(land: &'static Land, students: usize, seed: u64, today: NaiveDate) -> Self {
        let year = if today.month() >= land.begins { today.year() } else { today.year() - 1 };
        let roster =
            Roster { format: "Demo".to_owned(), year: Some(format!("{year}-{}", year + 1)), ..Roster::default() };
        Self {
            land,
            chance: Chance::new(seed),
            today,
            year,
            classes: classes(land, students),
            roster,
            adults: 0,
            addresses: HashSet::new(),
        }
    }

    /// Fills the classes, family by family, the emptiest class first.
    fn enrol_families(&mut self) {
        while let Some(first) = self.emptiest_class() {
            let classes = self.classes_of_siblings(first);
            self.enrol_family(&classes);
        }
    }

    fn emptiest_class(&self) -> Option<usize> {
        let open = self.classes.iter().enumerate().filter(|(_, class)| class.free > 0);
        open.max_by_key(|(_, class)| class.free).map(|(index, _)| index)
    }

    /// The classes of one family's children: mostly one child, at times two or three. Brothers and sisters are two
    /// to four years apart, so that their birthdays are possible, or twins.
    fn classes_of_siblings(&mut self, first: usize) -> Vec<usize> {
        self.take_seat(first);
        let mut taken = vec![first];
        let wanted = match self.chance.below(1000) {
            0..840 => 1,
            840..975 => 2,
            _ => 3,
        };
        if wanted > 1 && self.chance.happens(60) && self.take_seat(first) {
            taken.push(first);
        }
        for _ in 0..40 {
            if taken.len() >= wanted {
                break;
            }
            let other = self.chance.below(self.classes.len());
            if self.is_possible_sibling(&taken, other) && self.take_seat(other) {
                taken.push(other);
            }
        }
        taken
    }

    fn is_possible_sibling(&self, taken: &[usize], other: usize) -> bool {
        let level = self.level_of(other);
        taken.iter().all(|class| (2..=4).contains(&self.level_of(*class).abs_diff(level)))
    }

    fn level_of(&self, class: usize) -> usize {
        self.classes.get(class).map_or(0, |class| class.level)
    }

    /// Takes a seat in a class, or says that none is left.
    fn take_seat(&mut self, class: usize) -> bool {
        let Some(class) = self.classes.get_mut(class).filter(|class| class.free > 0) else { return false };
        class.free -= 1;
        true
    }

    fn enrol_family(&mut self, classes: &[usize]) {
        let (names, nationality) = self.culture();
        let surname = self.surname(names);
        let apart = self.chance.happens(140);
        let adults = self.adults_of(names, surname, apart);
        let postcode = (self.land.postcode)(&mut self.chance);
        let second_postcode = if apart { (self.land.postcode)(&mut self.chance) } else { None };
        let home = Home { names, nationality, surname, postcode, second_postcode };
        let late = classes.len() == 1 && self.chance.happens(40);
        let mut born_before: Option<(usize, Option<NaiveDate>)> = None;
        for class in classes {
            let level = self.level_of(*class);
            let born = match born_before {
                Some((twin, born)) if twin == level => born,
                _ => self.birthday(level, late),
            };
            let student = self.enrol_child(&home, *class, born, born_before.is_some());
            born_before = Some((level, born));
            for adult in &adults {
                self.roster.guardians.push(adult.guards(&student));
            }
        }
    }

    /// Most families are at home here; one in twelve has its names from elsewhere, often in another script.
    fn culture(&mut self) -> (Names, &'static str) {
        let elsewhere = self.chance.happens(80);
        let index = self.chance.below(self.land.others.len());
        match self.land.others.get(index) {
            Some((names, nationality)) if elsewhere => {
                (*names, if self.chance.happens(500) { nationality } else { self.land.code })
            }
            _ => (self.land.names, self.land.code),
        }
    }

    fn surname(&mut self, names: Names) -> (&'static str, &'static str) {
        if !names.with_infix.is_empty() && self.chance.happens(260) {
            self.chance.pick(names.with_infix)
        } else {
            ("", self.chance.pick(names.surnames))
        }
    }

    /// The guardians of a household: two parents (together or apart), one parent, or somebody else.
    fn adults_of(&mut self, names: Names, surname: (&'static str, &'static str), apart: bool) -> Vec<Adult> {
        let kinds: &[(&'static str, Gender)] = if apart {
            &[("mother", Gender::Female), ("father", Gender::Male)]
        } else {
            match self.chance.below(1000) {
                0..530 => &[("mother", Gender::Female), ("father", Gender::Male)],
                530..545 => &[("mother", Gender::Female), ("mother", Gender::Female)],
                545..555 => &[("father", Gender::Male), ("father", Gender::Male)],
                555..880 => &[("mother", Gender::Female)],
                880..960 => &[("father", Gender::Male)],
                960..985 => &[("guardian", Gender::Female)],
                _ => &[("guardian", Gender::Male)],
            }
        };
        let couple = kinds.len() > 1;
        let own_surname = |school: &mut Self| {
            if school.chance.happens(school.land.one_surname) { surname } else { school.surname(names) }
        };
        let mut adults = Vec::new();
        for (place, (relationship, gender)) in kinds.iter().enumerate() {
            // The child bears the name of the second of a couple, and usually that of a parent alone.
            let family = match (couple, place) {
                (true, 0) => own_surname(self),
                (false, _) if *relationship == "guardian" => own_surname(self),
                _ => surname,
            };
            adults.push(self.adult(names, family, relationship, *gender));
        }
        adults
    }

    fn adult(&mut self, names: Names, surname: (&str, &str), relationship: &'static str, gender: Gender) -> Adult {
        self.adults += 1;
        let name = self.name(names, surname, gender);
        let email = if self.chance.happens(880) { Some(self.address(&name)) } else { None };
        let phone = if self.chance.happens(930) { Some((self.land.phone)(self.adults)) } else { None };
        Adult { key: format!("G{:05}", self.adults), name, relationship, email, phone }
    }

    fn name(&mut self, names: Names, (infix, surname): (&str, &str), gender: Gender) -> NameRow {
        let female = match gender {
            Gender::Female => true,
            Gender::Male => false,
            Gender::Other => self.chance.happens(500),
        };
        let call_name = self.chance.pick(if female { names.female } else { names.male });
        let surname = if female { feminine(surname) } else { surname.to_owned() };
        NameRow { call_name: call_name.to_owned(), infix: infix.to_owned(), surname }
    }

    /// A birthday that fits the level: within the year that the deciding day closes. `late` is a child who
    /// repeated or began a year later.
    fn birthday(&mut self, level: usize, late: bool) -> Option<NaiveDate> {
        let (month, day) = self.land.decides;
        let age = self.land.first_age + i32::try_from(level).unwrap_or_default() + i32::from(late);
        let latest = NaiveDate::from_ymd_opt(self.year - age, month, day)?;
        let days = u64::try_from(self.chance.below(365)).unwrap_or_default();
        latest.checked_sub_days(Days::new(days)).map(|born| born.min(self.today))
    }

    /// Writes the child down and gives back its key.
    fn enrol_child(&mut self, home: &Home, class: usize, born: Option<NaiveDate>, is_later_child: bool) -> String {
        let gender = match self.chance.below(1000) {
            0..497 => Gender::Female,
            497..995 => Gender::Male,
            _ => Gender::Other,
        };
        let name = self.name(home.names, home.surname, gender);
        let count = self.roster.students.len() + 1;
        let level = self.level_of(class);
        let entry = self.year - i32::try_from(level).unwrap_or_default();
        // Brothers and sisters live together, unless their parents live apart and have settled it otherwise.
        let lives_apart = is_later_child && home.second_postcode.is_some() && self.chance.happens(200);
        let postcode = if lives_apart { home.second_postcode.clone() } else { home.postcode.clone() };
        let old_enough = born.and_then(|born| self.today.years_since(born)).is_some_and(|years| years >= 13);
        let email = if old_enough && self.chance.happens(700) { Some(self.address(&name)) } else { None };
        let key = format!("S{count:05}");
        self.roster.students.push(StudentRow {
            key: key.clone(),
            name,
            number: Some(format!("{:02}{count:04}", entry.rem_euclid(100))),
            born,
            gender: Some(gender),
            nationality: Some(home.nationality.to_owned()),
            postcode,
            email,
            groups: self.classes.get(class).map(|class| class.name.clone()).into_iter().collect(),
            place: Place::default(),
        });
        key
    }

    /// A teacher for each class, and one in four more who teach their subject in several.
    fn appoint_teachers(&mut self) {
        let count = self.classes.len();
        for class in 0..count {
            self.appoint(self.land.class_teacher, &[class]);
        }
        for _ in 0..count.div_ceil(4) {
            let title = self.chance.pick(self.land.subject_teachers);
            let first = self.chance.below(count);
            let mut taught: Vec<usize> = (0..count.div_ceil(2).min(6)).map(|n| (first + 2 * n) % count).collect();
            taught.sort_unstable();
            taught.dedup();
            self.appoint(title, &taught);
        }
    }

    fn appoint(&mut self, title: &str, classes: &[usize]) {
        let groups =
            classes.iter().filter_map(|class| self.classes.get(*class)).map(|class| class.name.clone()).collect();
        let gender = if self.chance.happens(700) { Gender::Female } else { Gender::Male };
        let names = self.land.names;
        let surname = self.surname(names);
        let name = self.name(names, surname, gender);
        let email = Some(self.address(&name));
        let count = self.roster.staff.len() + 1;
        self.roster.staff.push(StaffRow {
            key: format!("T{count:03}"),
            email,
            name,
            employee_id: Some(format!("P{count:04}")),
            title: Some(title.to_owned()),
            phone: None,
            groups,
            place: Place::default(),
        });
    }

    /// An address that nobody else here has, in a domain that never receives mail.
    fn address(&mut self, name: &NameRow) -> String {
        let domain = if self.chance.happens(500) { "example.org" } else { "example.com" };
        let local = match (latin(&name.call_name), latin(&name.surname)) {
            (Some(call_name), Some(surname)) => {
                format!("{call_name}.{}{surname}", latin(&name.infix).unwrap_or_default())
            }
            _ => format!("post{}", self.addresses.len() + 1),
        };
        let mut address = format!("{local}@{domain}");
        let mut number = 1;
        while !self.addresses.insert(address.clone()) {
            number += 1;
            address = format!("{local}{number}@{domain}");
        }
        address
    }

    /// Puts the rows into the order of a class list and numbers their places.
    fn into_roster(self) -> Roster {
        let mut roster = self.roster;
        roster.groups = self.classes.iter().map(|class| group_row(self.land, class)).collect();
        let order: HashMap<String, usize> = self.classes.into_iter().map(|class| class.name).zip(0..).collect();
        roster.students.sort_by_cached_key(|student| {
            let class = student.groups.first().and_then(|name| order.get(name)).copied();
            (class, student.name.surname.clone(), student.key.clone())
        });
        let places = (roster.groups.iter_mut().map(|row| &mut row.place))
            .chain(roster.staff.iter_mut().map(|row| &mut row.place))
            .chain(roster.students.iter_mut().map(|row| &mut row.place))
            .chain(roster.guardians.iter_mut().map(|row| &mut row.place));
        for (row, place) in (2..).zip(places) {
            *place = Place { file: "demo".to_owned(), row, column: None };
        }
        roster
    }
}

impl Adult {
    fn guards(&self, student: &str) -> GuardianRow {
        GuardianRow {
            key: Some(self.key.clone()),
            student: student.to_owned(),
            name: self.name.clone(),
            relationship: self.relationship.to_owned(),
            email: self.email.clone(),
            phone: self.phone.clone(),
            place: Place::default(),
        }
    }
}

fn group_row(land: &Land, class: &Class) -> GroupRow {
    GroupRow {
        year: None,
        key: class.name.clone(),
        name: class.name.clone(),
        level: (land.level)(class.level + 1),
        place: Place::default(),
    }
}

/// As many classes as the children need, spread evenly over the years of study, of even size.
fn classes(land: &Land, students: usize) -> Vec<Class> {
    let count = students.div_ceil(CLASS_SIZE);
    let level_of = |index: usize| (index * land.levels).checked_div(count).unwrap_or_default();
    let seats_before = |index: usize| (index * students).checked_div(count).unwrap_or_default();
    let mut classes: Vec<Class> = Vec::new();
    for index in 0..count {
        let level = level_of(index);
        let parallel = classes.iter().rev().take_while(|class| class.level == level).count();
        let free = seats_before(index + 1) - seats_before(index);
        classes.push(Class { name: (land.class)(level + 1, parallel), level, free });
    }
    classes
}

/// The form a woman bears of a surname in Cyrillic; every other surname stays as it is.
fn feminine(surname: &str) -> String {
    if let Some(stem) = surname.strip_suffix("ский") {
        return format!("{stem}ская");
    }
    let bends = ["ов", "ев", "ёв", "ин", "ын"].iter().any(|ending| surname.ends_with(ending));
    if bends { format!("{surname}а") } else { surname.to_owned() }
}

/// A name in the letters of a mail address, or nothing where it is written in another script.
fn latin(name: &str) -> Option<String> {
    let mut letters = String::new();
    for letter in name.to_lowercase().chars() {
        match letter {
            'a'..='z' => letters.push(letter),
            'ä' | 'à' | 'á' => letters.push('a'),
            'ë' | 'é' | 'è' => letters.push('e'),
            'ï' | 'í' => letters.push('i'),
            'ö' | 'õ' | 'ó' => letters.push('o'),
            'ü' | 'ú' => letters.push('u'),
            'š' => letters.push('s'),
            'ž' => letters.push('z'),
            ' ' | '\'' | '-' => {}
            _ => return None,
        }
    }
    Some(letters)
}

#[cfg(test)]
mod tests;
