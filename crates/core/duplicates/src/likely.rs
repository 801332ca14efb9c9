//! Who may be written down twice. Candidates come from keys that two records share and from neighbours in two
//! sorted lists, so their number grows with the number of people, never with its square; each is then scored,
//! and says in words why.

use std::collections::{BTreeSet, HashMap, HashSet};

use ::people::{guardian, staff, student};
use chrono::NaiveDate;
use kernel::text::{ascii_digits, fold};
use kernel::{PersonName, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{DerivePartialModel, QuerySelect as _};
use store::Read;

use crate::kind::{Kind, Pair};
use crate::sound;

/// What two records of one person may share.
const KEYS: usize = 9;
/// With how many of those after it each one of a shared key is compared: a telephone number that forty people
/// have is no sign of anything.
const SHARING: usize = 6;
/// The same in the sorted lists of all names.
const NEIGHBOURS: usize = 3;
/// Digits from which on a slip in a number is told from another number.
const LONG_NUMBER: usize = 6;
/// What is shown, of 100.
pub const SHOWN_FROM: i64 = 40;
/// What a pair with other first names reaches at most: twins share everything else.
const OTHER_FIRST_NAME: i64 = 45;

/// A person as far as comparing needs.
#[derive(Clone, Debug, Default)]
pub struct Person {
    pub id: Uuid,
    pub name: PersonName,
    pub born: Option<NaiveDate>,
    pub number: Option<String>,
    pub email: Option<String>,
    /// E.164.
    pub phone: Option<String>,
}

/// Why two records may be one person, or why not; its words are `duplicates-why-WORD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    SameName,
    NearlySameName,
    SoundsAlike,
    OtherFirstName,
    OtherSurname,
    SameBirth,
    OtherBirth,
    SameNumber,
    NearlySameNumber,
    SameEmail,
    SamePhone,
}

impl Reason {
    pub fn word(self) -> &'static str {
        match self {
            Self::SameName => "same-name",
            Self::NearlySameName => "nearly-same-name",
            Self::SoundsAlike => "sounds-alike",
            Self::OtherFirstName => "other-first-name",
            Self::OtherSurname => "other-surname",
            Self::SameBirth => "same-birth",
            Self::OtherBirth => "other-birth",
            Self::SameNumber => "same-number",
            Self::NearlySameNumber => "nearly-same-number",
            Self::SameEmail => "same-email",
            Self::SamePhone => "same-phone",
        }
    }
}

/// Two records that may be one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likely {
    pub pair: Pair,
    /// Of 100.
    pub score: i64,
    pub reasons: Vec<Reason>,
    pub names: [String; 2],
}

/// What was found, the likeliest first, and how many pairs were scored for it.
#[derive(Clone, Debug, Default)]
pub struct Found {
    pub likely: Vec<Likely>,
    pub scored: usize,
}

#[derive(Debug, DerivePartialModel)]
#[sea_orm(entity = "student::Entity")]
struct Pupil {
    id: ::people::StudentId,
    call_name: String,
    infix: String,
    surname: String,
    born: Option<NaiveDate>,
    number: Option<String>,
    email: Option<String>,
}

#[derive(Debug, DerivePartialModel)]
#[sea_orm(entity = "guardian::Entity")]
struct Parent {
    id: ::people::GuardianId,
    call_name: String,
    infix: String,
    surname: String,
    email: Option<String>,
    phone: Option<String>,
}

#[derive(Debug, DerivePartialModel)]
#[sea_orm(entity = "staff::Entity")]
struct Colleague {
    id: ::people::StaffId,
    call_name: String,
    infix: String,
    surname: String,
    employee_id: Option<String>,
    email: Option<String>,
    phone: Option<String>,
}

/// Everybody of one kind. The caller's act covers the school.
pub fn everybody(read: &Read, kind: Kind) -> Result<Vec<Person>> {
    let db = read.db();
    Ok(match kind {
        Kind::Student => {
            let rows: Vec<Pupil> = student::Entity::find().select_only().into_partial_model().all(db)?;
            rows.into_iter()
                .map(|row| Person {
                    id: row.id.0,
                    name: PersonName { call: row.call_name, infix: row.infix, surname: row.surname },
                    born: row.born,
                    number: row.number,
                    email: row.email,
                    phone: None,
                })
                .collect()
        }
        Kind::Guardian => {
            let rows: Vec<Parent> = guardian::Entity::find().select_only().into_partial_model().all(db)?;
            rows.into_iter()
                .map(|row| Person {
                    id: row.id.0,
                    name: PersonName { call: row.call_name, infix: row.infix, surname: row.surname },
                    email: row.email,
                    phone: row.phone,
                    ..Person::default()
                })
                .collect()
        }
        Kind::Staff => {
            let rows: Vec<Colleague> = staff::Entity::find().select_only().into_partial_model().all(db)?;
            rows.into_iter()
                .map(|row| Person {
                    id: row.id.0,
                    name: PersonName { call: row.call_name, infix: row.infix, surname: row.surname },
                    number: row.employee_id,
                    email: row.email,
                    phone: row.phone,
                    ..Person::default()
                })
                .collect()
        }
    })
}

/// A person with the keys that are compared, each worked out once.
struct Keyed<'a> {
    person: &'a Person,
    /// Letters of the first name, and of the surname.
    call: String,
    surname: String,
    /// The words of the whole name in the order of the alphabet: whoever was written down the wrong way round is found.
    words: String,
    /// The same as they sound.
    sound: String,
    number: String,
    email: String,
    phone: String,
}

impl<'a> Keyed<'a> {
    fn of(person: &'a Person) -> Self {
        let folded = fold(&person.name.full());
        let mut words: Vec<&str> =
            folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        words.sort_unstable();
        let key = |value: &Option<String>| value.as_deref().map(|text| fold(text.trim())).unwrap_or_default();
        Self {
            call: letters(&person.name.call),
            surname: letters(&person.name.surname),
            words: words.join(" "),
            sound: sound::of(&folded),
            number: ascii_digits(&key(&person.number)).trim_start_matches('0').to_owned(),
            email: key(&person.email),
            phone: person.phone.clone().unwrap_or_default(),
            person,
        }
    }

    /// What two records of one person share.
    fn keys(&self) -> Vec<String> {
        let born = self.person.born.map(|day| day.to_string()).unwrap_or_default();
        let with_birth = |name: &str| {
            let is_whole = !name.is_empty() && !born.is_empty();
            if is_whole { format!("{born} {name}") } else { String::new() }
        };
        // A slip in a number leaves one of its halves as it is.
        let is_long = self.number.len() >= LONG_NUMBER;
        let half = self.number.len() / 2;
        let (head, tail) = self.number.split_at_checked(half).filter(|_| is_long).unwrap_or_default();
        let each: [(&str, String); KEYS] = [
            ("b", with_birth(&self.surname)),
            ("c", with_birth(&self.call)),
            ("e", self.email.clone()),
            ("t", self.phone.clone()),
            ("n", self.number.clone()),
            ("h", head.to_owned()),
            ("l", tail.to_owned()),
            ("w", self.words.clone()),
            ("s", self.sound.clone()),
        ];
        let filled = each.into_iter().filter(|(_, key)| !key.is_empty());
        filled.map(|(kind, key)| format!("{kind}{key}")).collect()
    }
}

/// Letters and digits only: `Van der Berg-Smit` and `van der bergsmit` are the same surname.
fn letters(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Scores the candidates among these people. `apart` are pairs that somebody has said are two people.
pub fn likely(kind: Kind, people: &[Person], apart: &BTreeSet<Pair>) -> Found {
    let keyed: Vec<Keyed> = people.iter().map(Keyed::of).collect();
    let candidates = candidates(&keyed);
    let mut found = Found { likely: Vec::new(), scored: candidates.len() };
    for (one, other) in candidates {
        let (Some(one), Some(other)) = (keyed.get(one), keyed.get(other)) else { continue };
        let pair = Pair::new(kind, one.person.id, other.person.id);
        let (score, reasons) = score(one, other);
        if score < SHOWN_FROM || apart.contains(&pair) {
            continue;
        }
        let (first, second) = if pair.first == one.person.id { (one, other) } else { (other, one) };
        let names = [first.person.name.full(), second.person.name.full()];
        found.likely.push(Likely { pair, score, reasons, names });
    }
    found.likely.sort_by(|a, b| {
        b.score.cmp(&a.score).then_with(|| a.names.cmp(&b.names)).then(a.pair.first.cmp(&b.pair.first))
    });
    found
}

fn candidates(keyed: &[Keyed]) -> HashSet<(usize, usize)> {
    let mut pairs = HashSet::new();
    let mut sharing: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, person) in keyed.iter().enumerate() {
        for key in person.keys() {
            sharing.entry(key).or_default().push(place);
        }
    }
    let words = |place: &usize| keyed.get(*place).map(|one| one.words.as_str()).unwrap_or_default();
    for mut places in sharing.into_values().filter(|places| places.len() > 1) {
        places.sort_by_key(|place| (words(place), *place));
        neighbours(&places, SHARING, &mut pairs);
    }
    // A slip of the pen near the end of a name leaves two records neighbours; near its beginning, in the list of
    // the names read backwards.
    let mut all: Vec<usize> = (0..keyed.len()).collect();
    all.sort_by_key(|place| (words(place), *place));
    neighbours(&all, NEIGHBOURS, &mut pairs);
    all.sort_by_cached_key(|place| (words(place).chars().rev().collect::<String>(), *place));
    neighbours(&all, NEIGHBOURS, &mut pairs);
    pairs
}

fn neighbours(sorted: &[usize], reach: usize, pairs: &mut HashSet<(usize, usize)>) {
    for (place, one) in sorted.iter().enumerate() {
        for other in sorted.iter().skip(place + 1).take(reach) {
            pairs.insert((*one.min(other), *one.max(other)));
        }
    }
}

fn score(one: &Keyed, other: &Keyed) -> (i64, Vec<Reason>) {
    let (mut score, mut reasons) = (0, Vec::new());
    let mut note = |points: i64, reason: Reason| {
        score += points;
        reasons.push(reason);
    };
    let is_same = |a: &str, b: &str| !a.is_empty() && a == b;
    let same_surname = is_same(&one.surname, &other.surname);
    let other_first_name = if is_same(&one.words, &other.words) {
        note(45, Reason::SameName);
        false
    } else if same_surname && is_nearly_call(&one.call, &other.call)
        || is_nearly(&one.words, &other.words) && !same_surname
    {
        note(35, Reason::NearlySameName);
        false
    } else if is_same(&one.sound, &other.sound) {
        note(35, Reason::SoundsAlike);
        false
    } else if same_surname {
        note(10, Reason::OtherFirstName);
        true
    } else if is_same(&one.call, &other.call) {
        note(15, Reason::OtherSurname);
        false
    } else {
        return (0, Vec::new());
    };
    match (one.person.born, other.person.born) {
        (Some(a), Some(b)) if a == b => note(30, Reason::SameBirth),
        (Some(_), Some(_)) => note(-30, Reason::OtherBirth),
        _ => {}
    }
    let same_number = is_same(&one.number, &other.number);
    if same_number {
        note(45, Reason::SameNumber);
    } else if !other_first_name && is_nearly_number(&one.number, &other.number) {
        note(20, Reason::NearlySameNumber);
    }
    if is_same(&one.email, &other.email) {
        note(25, Reason::SameEmail);
    }
    if is_same(&one.phone, &other.phone) {
        note(20, Reason::SamePhone);
    }
    let most = if other_first_name && !same_number { OTHER_FIRST_NAME } else { 100 };
    (score.clamp(0, most), reasons)
}

/// One letter in a short name, two in a long one.
fn is_nearly(one: &str, other: &str) -> bool {
    let shorter = one.chars().count().min(other.chars().count());
    let slips = if shorter < 10 { 1 } else { 2 };
    shorter >= 5 && strsim::osa_distance(one, other) <= slips
}

/// One digit wrong, missing, or in the other's place. Of a short number the next pupil's is as near.
fn is_nearly_number(one: &str, other: &str) -> bool {
    one.len().min(other.len()) >= LONG_NUMBER && strsim::osa_distance(one, other) == 1
}

/// The same first name with a slip, an initial, or a second name: `Jan`, `J.`, `Jan Willem`.
fn is_nearly_call(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    !short.is_empty()
        && (long.starts_with(short) || short.chars().count() >= 4 && strsim::osa_distance(one, other) <= 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(call: &str, surname: &str, born: Option<&str>) -> Person {
        Person {
            id: Uuid::from_u128(u128::from_str_radix(&format!("{}{}", call.len(), surname.len()), 16).unwrap()),
            name: PersonName { call: call.to_owned(), infix: String::new(), surname: surname.to_owned() },
            born: born.map(|day| day.parse().unwrap()),
            ..Person::default()
        }
    }

    fn scored(mut one: Person, mut other: Person) -> (i64, Vec<Reason>) {
        (one.id, other.id) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let found = likely(Kind::Student, &[one, other], &BTreeSet::new());
        found.likely.into_iter().next().map(|one| (one.score, one.reasons)).unwrap_or_default()
    }

    #[test]
    fn twins_score_lower_than_one_child_twice_and_say_so() {
        let born = Some("2016-05-04");
        let (twice, _) = scored(person("Zoë", "Tree", born), person("zoe", "Tree", born));
        let (twins, reasons) = scored(person("Ida", "Tree", born), person("Ben", "Tree", born));
        assert!(twice >= 75 && twins < 50, "{twice} {twins}");
        assert!(reasons.contains(&Reason::OtherFirstName));
        let shared = |mut one: Person| {
            one.email = Some("home@example.org".to_owned());
            one
        };
        let (twins, _) = scored(shared(person("Ida", "Tree", born)), shared(person("Ben", "Tree", born)));
        assert!(twins < 50, "one mail address at home changes nothing: {twins}");
    }

    #[test]
    fn slips_initials_and_names_the_wrong_way_round_are_found() {
        for (one, other) in
            [(("Jonathan", "Vermeulen"), ("Jonathan", "Vermuelen")), (("J.", "Vermeulen"), ("Jonathan", "Vermeulen"))]
        {
            let born = Some("2016-05-04");
            let (score, _) = scored(person(one.0, one.1, born), person(other.0, other.1, born));
            assert!(score >= 60, "{one:?} {other:?} {score}");
        }
        let (score, reasons) = scored(person("Ida", "Tree", None), person("Tree", "Ida", None));
        assert_eq!((score, reasons), (45, vec![Reason::SameName]));
    }

    #[test]
    fn what_was_heard_and_numbers_with_a_slip_are_found() {
        let born = Some("2016-05-04");
        let (score, reasons) = scored(person("Mohammed", "Meijer", born), person("Muhamed", "Meyer", born));
        assert_eq!((score, reasons), (65, vec![Reason::SoundsAlike, Reason::SameBirth]));
        let numbered = |number: &str, surname: &str| {
            let person = person("Ida", surname, born);
            Person { number: Some(number.to_owned()), ..person }
        };
        let (score, reasons) = scored(numbered("00123456789", "Tree"), numbered("123465789", "Moon"));
        assert_eq!(score, 65);
        assert!(reasons.contains(&Reason::NearlySameNumber) && reasons.contains(&Reason::OtherSurname), "{reasons:?}");
        let (_, reasons) = scored(numbered("1001", "Tree"), numbered("1002", "Tree"));
        assert!(!reasons.contains(&Reason::NearlySameNumber), "the next pupil has the next number");
    }

    #[test]
    fn another_birthday_speaks_against_it() {
        let (score, _) = scored(person("Ida", "Tree", Some("2016-05-04")), person("Ida", "Tree", Some("2014-01-02")));
        assert_eq!(score, 0);
    }

    #[test]
    fn what_is_scored_grows_with_the_people_and_not_with_their_square() {
        let school = |n: u128| -> Vec<Person> {
            (0..n)
                .map(|i| Person {
                    id: Uuid::from_u128(i),
                    // The worst there is: forty names, one birthday, one telephone for all.
                    ..Person {
                        phone: Some("+31201234567".to_owned()),
                        ..person(&format!("Call{}", i % 8), &format!("Name{}", i % 5), Some("2016-05-04"))
                    }
                })
                .collect()
        };
        let scored = |n: u128| likely(Kind::Student, &school(n), &BTreeSet::new()).scored;
        let (small, large) = (scored(2_000), scored(20_000));
        assert!(large <= 20_000 * (KEYS * SHARING + 2 * NEIGHBOURS), "{large}");
        assert!(large <= small * 11, "{small} became {large}");
    }
}
