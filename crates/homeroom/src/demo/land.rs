//! What differs from country to country in a demo school: names, years of study, the words for classes
//! and posts, postcodes, telephone numbers. Numbers are taken from where no telephone answers.

use super::chance::Chance;
use super::names_ar::ARABIC;
use super::names_en::ENGLISH;
use super::names_et::ESTONIAN;
use super::names_hi::{DEVANAGARI, INDIAN};
use super::names_nl::DUTCH;
use super::names_ru::CYRILLIC;
use super::people::Names;

/// A country as its schools look in a roster.
pub(super) struct Land {
    /// ISO 3166 alpha-2, and the nationality of most children.
    pub(super) code: &'static str,
    pub(super) names: Names,
    /// Families with names from elsewhere, and the nationality of about half of their children.
    pub(super) others: &'static [(Names, &'static str)],
    /// Age on the day that decides (`decides`: month, day) in the first year of study.
    pub(super) first_age: i32,
    pub(super) decides: (u32, u32),
    /// How many years of study the demo school has.
    pub(super) levels: usize,
    /// The month in which the school year begins.
    pub(super) begins: u32,
    /// In how many of a thousand couples both bear one surname.
    pub(super) one_surname: usize,
    pub(super) class_teacher: &'static str,
    pub(super) subject_teachers: &'static [&'static str],
    /// The year of study as the country writes it, from 1.
    pub(super) level: fn(usize) -> String,
    /// A class by its year of study, from 1, and its place among its parallels, from 0.
    pub(super) class: fn(usize, usize) -> String,
    pub(super) postcode: fn(&mut Chance) -> Option<String>,
    /// The n-th telephone number; no two are equal below 10,000.
    pub(super) phone: fn(usize) -> String,
}

impl Land {
    /// The land of an ISO code; the United States where the demo does not know it.
    pub(super) fn of(country: &str) -> &'static Self {
        let known = [&NETHERLANDS, &ESTONIA, &INDIA, &EMIRATES];
        known.into_iter().find(|land| land.code == country).unwrap_or(&UNITED_STATES)
    }
}

/// Primary school; groep 1 begins at four. Mobile numbers never begin with 06-0.
static NETHERLANDS: Land = Land {
    code: "NL",
    names: DUTCH,
    others: &[(ARABIC, "MA"), (ARABIC, "SY"), (CYRILLIC, "UA"), (INDIAN, "IN"), (DEVANAGARI, "IN")],
    first_age: 4,
    decides: (10, 1),
    levels: 8,
    begins: 8,
    one_surname: 450,
    class_teacher: "Groepsleerkracht",
    subject_teachers: &["Vakleerkracht gym", "Vakleerkracht muziek", "Intern begeleider", "Onderwijsassistent"],
    level: |year| year.to_string(),
    class: |year, parallel| format!("Groep {year}{}", letter(LOWER, parallel)),
    postcode: |chance| {
        let digits = 3510 + chance.below(14);
        let first = chance.pick(POSTCODE_LETTERS);
        let second = chance.pick(POSTCODE_LETTERS);
        Some(format!("{digits}{first}{second}"))
    },
    phone: |n| format!("06-00{:06}", n % 1_000_000),
};

/// Basic school and gymnasium in one; the first class at seven. No Estonian number begins with 2.
static ESTONIA: Land = Land {
    code: "EE",
    names: ESTONIAN,
    others: &[(CYRILLIC, "EE"), (CYRILLIC, "EE"), (CYRILLIC, "UA"), (ENGLISH, "FI")],
    first_age: 7,
    decides: (10, 1),
    levels: 12,
    begins: 9,
    one_surname: 750,
    class_teacher: "Klassijuhataja",
    subject_teachers: &[
        "Matemaatikaõpetaja",
        "Eesti keele õpetaja",
        "Inglise keele õpetaja",
        "Muusikaõpetaja",
        "Kehalise kasvatuse õpetaja",
        "Loodusõpetuse õpetaja",
    ],
    level: |year| year.to_string(),
    class: |year, parallel| format!("{year}.{}", letter(LOWER, parallel)),
    postcode: |chance| Some(format!("50{:03}", 100 + chance.below(320))),
    phone: |n| format!("+372 200 {:04}", n % 10_000),
};

/// Classes 1 to 12 in sections. No subscriber's number in India begins with 10000.
static INDIA: Land = Land {
    code: "IN",
    names: INDIAN,
    others: &[(DEVANAGARI, "IN"), (DEVANAGARI, "IN"), (DEVANAGARI, "IN"), (ARABIC, "IN"), (ENGLISH, "IN")],
    first_age: 6,
    decides: (3, 31),
    levels: 12,
    begins: 4,
    one_surname: 850,
    class_teacher: "Class teacher",
    subject_teachers: SUBJECTS,
    level: |year| format!("Class {year}"),
    class: |year, parallel| format!("Class {year} {}", letter(UPPER, parallel)),
    postcode: |chance| Some(format!("5600{:02}", 1 + chance.below(99))),
    phone: |n| format!("+91 10000 {:05}", n % 100_000),
};

/// Grades in Arabic. The country has no area 1.
static EMIRATES: Land = Land {
    code: "AE",
    names: ARABIC,
    others: &[(INDIAN, "IN"), (DEVANAGARI, "IN"), (ENGLISH, "GB")],
    first_age: 6,
    decides: (8, 31),
    levels: 12,
    begins: 9,
    one_surname: 100,
    class_teacher: "مربي الصف",
    subject_teachers: &[
        "معلم الرياضيات",
        "معلم العلوم",
        "معلم اللغة العربية",
        "معلم اللغة الإنجليزية",
        "معلم التربية الفنية",
    ],
    level: |year| year.to_string(),
    class: |year, parallel| format!("الصف {year} {}", letter(ABJAD, parallel)),
    postcode: |_| None,
    phone: |n| format!("+971 1 000 {:04}", n % 10_000),
};

/// Grades 1 to 12. The lines 555-0100 to 555-0199 of each area are kept free for fiction.
static UNITED_STATES: Land = Land {
    code: "US",
    names: ENGLISH,
    others: &[(INDIAN, "IN"), (ARABIC, "US"), (CYRILLIC, "UA"), (DEVANAGARI, "IN")],
    first_age: 6,
    decides: (9, 1),
    levels: 12,
    begins: 8,
    one_surname: 700,
    class_teacher: "Homeroom teacher",
    subject_teachers: SUBJECTS,
    level: |year| format!("Grade {year}"),
    class: |year, parallel| format!("Grade {year} {}", letter(UPPER, parallel)),
    postcode: |chance| Some(format!("0210{}", 1 + chance.below(9))),
    phone: |n| format!("+1 {} 555 {:04}", 201 + (n / 100) % 700, 100 + n % 100),
};

const SUBJECTS: &[&str] =
    &["Teacher of mathematics", "Teacher of English", "Teacher of science", "Teacher of art", "Teacher of sports"];

const LOWER: &[&str] = &["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];
const UPPER: &[&str] = &["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L"];
const ABJAD: &[&str] = &["أ", "ب", "ج", "د", "هـ", "و", "ز", "ح"];

/// Consonants, so that no word comes of them; and no S, so none of the pairs that are never given out.
const POSTCODE_LETTERS: &[&str] = &["B", "C", "D", "E", "G", "H", "J", "K", "L", "N", "P", "R", "T", "V", "X", "Z"];

/// The name of a parallel class; beyond the alphabet its number.
fn letter(alphabet: &[&str], parallel: usize) -> String {
    alphabet.get(parallel).map_or_else(|| format!("-{}", parallel + 1), |letter| (*letter).to_owned())
}
