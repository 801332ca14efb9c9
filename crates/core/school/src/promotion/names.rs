//! Names of classes and years, one year on.

use std::ops::Range;

use chrono::NaiveDate;
use kernel::text::ascii_digits;

use crate::group;

/// Where the first number of a name stands, and which: `Class 3B` has 3. A number of three digits or more is
/// no year of study.
fn first_number(name: &str) -> Option<(Range<usize>, i64)> {
    let start = name.find(|c: char| c.is_ascii_digit())?;
    let rest = name.get(start..)?;
    let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let number = rest.get(..length)?.parse().ok().filter(|n| *n < 100)?;
    Some((start..start + length, number))
}

pub fn number(name: &str) -> Option<i64> {
    first_number(&ascii_digits(name)).map(|(_, number)| number)
}

/// The year of study that a group is of: its level's number, else its name's.
pub fn year_of_study(group: &group::Model) -> Option<i64> {
    number(&group.level).or_else(|| number(&group.name))
}

/// The name with its number one higher; without a number, the name. Digits of other scripts become Latin ones.
pub fn raised(name: &str) -> String {
    let mut plain = ascii_digits(name);
    if let Some((place, number)) = first_number(&plain) {
        plain.replace_range(place, &(number + 1).to_string());
    }
    plain
}

/// The school year after `year`: `2027-2028`. Where its words are the school's own, the year of the first day.
pub fn next_year(year: &str, first_day: NaiveDate) -> String {
    let next = |text: &str| text.parse::<i32>().ok().map(|n| n + 1);
    match year.split_once('-').and_then(|(from, to)| Some((next(from)?, next(to)?))) {
        Some((from, to)) => format!("{from}-{to}"),
        None => group::year_of(first_day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_one_year_on() {
        let pairs = [("3A", "4A"), ("9b", "10b"), ("Klas 1", "Klas 2"), ("٣ب", "4ب"), ("Choir", "Choir"), ("EF", "EF")];
        for (now, next) in pairs {
            assert_eq!(raised(now), next);
        }
    }

    #[test]
    fn a_year_in_a_name_is_no_year_of_study() {
        assert_eq!(number("Cohort 2026"), None);
        assert_eq!(number("Class 12"), Some(12));
    }

    #[test]
    fn a_school_year_follows_the_one_before() {
        let day = NaiveDate::from_ymd_opt(2027, 8, 1).unwrap();
        assert_eq!(next_year("2026-2027", day), "2027-2028");
        assert_eq!(next_year("our third", day), "2027-2028");
    }
}
