//! Dates as schools write them. Which of two numbers is the day is decided once for a column, over
//! all its rows, and only where they do not tell by the school's country.

use chrono::{Datelike, NaiveDate};

/// Which comes first in `03/04/2015`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    DayFirst,
    MonthFirst,
}

/// Decides for a column. A first number above twelve proves days first, a second months first.
pub(crate) fn order<'a>(cells: impl Iterator<Item = &'a str>, country: &str) -> Order {
    let (mut days, mut months) = (0_usize, 0_usize);
    for cell in cells {
        if let Some((_, Parts::Numbers(first, second, _))) = split(cell) {
            days += usize::from(first > 12);
            months += usize::from(second > 12);
        }
    }
    let by_country =
        if matches!(country, "US" | "PH" | "FM" | "MH" | "PW") { Order::MonthFirst } else { Order::DayFirst };
    match days.cmp(&months) {
        std::cmp::Ordering::Greater => Order::DayFirst,
        std::cmp::Ordering::Less => Order::MonthFirst,
        std::cmp::Ordering::Equal => by_country,
    }
}

/// The date a cell names. A time after it is ignored; years of two digits lie in the hundred years
/// before `today`.
pub(crate) fn parse(cell: &str, order: Order, today: NaiveDate) -> Option<NaiveDate> {
    let (separator, parts) = split(cell)?;
    let date = match parts {
        Parts::Date(year, month, day) => NaiveDate::from_ymd_opt(year, month, day)?,
        Parts::Numbers(first, second, year) => {
            let year = full_year(year, today)?;
            let day_first = NaiveDate::from_ymd_opt(year, second, first);
            let month_first = NaiveDate::from_ymd_opt(year, first, second);
            match (separator, order) {
                ('.', _) => day_first,
                (_, Order::DayFirst) => day_first.or(month_first),
                (_, Order::MonthFirst) => month_first.or(day_first),
            }?
        }
    };
    (date.year() >= 1900).then_some(date)
}

enum Parts {
    Date(i32, u32, u32),
    /// Day and month in an order yet to be decided, then the year.
    Numbers(u32, u32, i32),
}

fn split(cell: &str) -> Option<(char, Parts)> {
    let cell: String = cell.trim().chars().take(40).map(western_digit).collect();
    let cell = cell.split_once('T').filter(|(date, _)| date.contains('-')).map_or(cell.as_str(), |(date, _)| date);
    if cell.len() == 8 && cell.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(('\0', Parts::Date(number(cell.get(..4)?)?, number(cell.get(4..6)?)?, number(cell.get(6..)?)?)));
    }
    let separator =
        cell.chars().find(|character| matches!(character, '-' | '/' | '.' | ' ' | '\u{2011}' | '\u{2013}'))?;
    let mut parts =
        cell.split(|c: char| c == separator || c == ',' || c.is_whitespace()).filter(|part| !part.is_empty());
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some_and(|rest| !rest.contains(':')) {
        return None;
    }
    if first.len() == 4 {
        return Some((separator, Parts::Date(number(first)?, month(second)?, number(third)?)));
    }
    if let Some(named) = month_name(second) {
        return Some((separator, Parts::Date(number(third).filter(|_| third.len() == 4)?, named, number(first)?)));
    }
    if let Some(named) = month_name(first) {
        return Some((separator, Parts::Date(number(third).filter(|_| third.len() == 4)?, named, number(second)?)));
    }
    if !matches!(third.len(), 2 | 4) || first.len() > 2 || second.len() > 2 {
        return None;
    }
    Some((separator, Parts::Numbers(number(first)?, number(second)?, number(third)?)))
}

fn number<N: std::str::FromStr>(text: &str) -> Option<N> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

fn month(text: &str) -> Option<u32> {
    month_name(text).or_else(|| number(text))
}

/// Months by their first letters in the languages of the headings.
fn month_name(text: &str) -> Option<u32> {
    const NAMES: [&[&str]; 12] = [
        &["jan", "ene", "jaan"],
        &["feb", "fev", "fév", "veeb"],
        &["mar", "maa", "mrt", "mär", "mae"],
        &["apr", "avr", "abr"],
        &["may", "mai", "mei"],
        &["jun", "juin", "juun"],
        &["jul", "juil", "juul"],
        &["aug", "aou", "aoû", "ago"],
        &["sep"],
        &["oct", "okt"],
        &["nov"],
        &["dec", "dez", "déc", "dic", "det"],
    ];
    let text = text.trim_end_matches('.').to_lowercase();
    if text.chars().next()?.is_ascii_digit() {
        return None;
    }
    let longest = (1_u32..).zip(NAMES).flat_map(|(month, names)| names.iter().map(move |name| (month, *name)));
    longest.filter(|(_, name)| text.starts_with(name)).max_by_key(|(_, name)| name.len()).map(|(month, _)| month)
}

fn full_year(year: i32, today: NaiveDate) -> Option<i32> {
    if year >= 100 {
        return Some(year);
    }
    let century = today.year() - today.year() % 100;
    Some(if century + year > today.year() { century + year - 100 } else { century + year })
}

/// Arabic, Persian and Devanagari digits become ours.
fn western_digit(character: char) -> char {
    let zero = match character {
        '\u{0660}'..='\u{0669}' => 0x0660,
        '\u{06F0}'..='\u{06F9}' => 0x06F0,
        '\u{0966}'..='\u{096F}' => 0x0966,
        _ => return character,
    };
    char::from_digit(u32::from(character) - zero, 10).unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_usual_styles_are_read() {
        for cell in [
            "2015-04-03",
            "2015/4/3",
            "20150403",
            "3-4-2015",
            "03/04/2015",
            "3.4.2015",
            "03-04-15",
            "2015-04-03T00:00:00",
            "03-04-2015 00:00:00",
            "3 apr 2015",
            "03-Apr-2015",
            "April 3, 2015",
            "٢٠١٥-٠٤-٠٣",
            "३/४/२०१५",
        ] {
            assert_eq!(parse(cell, Order::DayFirst, day("2026-01-01")), Some(day("2015-04-03")), "{cell}");
        }
        for cell in
            ["", "42098", "2015", "31-02-2015", "0000-00-00", "1-1-1", "abc", "3-4-2015-6", "\u{0}", "32/13/2015"]
        {
            assert_eq!(parse(cell, Order::DayFirst, day("2026-01-01")), None, "{cell}");
        }
    }

    #[test]
    fn a_column_tells_its_order_and_else_the_country() {
        let table: [(&[&str], &str, Order); 5] = [
            (&["4/2/2000", "11/13/1999"], "NL", Order::MonthFirst),
            (&["4/2/2000", "13/11/1999"], "US", Order::DayFirst),
            (&["4/2/2000"], "US", Order::MonthFirst),
            (&["4/2/2000"], "GB", Order::DayFirst),
            (&["2000-04-02"], "GB", Order::DayFirst),
        ];
        for (cells, country, expected) in table {
            assert_eq!(order(cells.iter().copied(), country), expected, "{cells:?} {country}");
        }
    }

    #[test]
    fn two_digit_years_lie_behind_us() {
        let today = day("2026-01-01");
        assert_eq!(parse("1-2-14", Order::DayFirst, today), Some(day("2014-02-01")));
        assert_eq!(parse("1-2-80", Order::DayFirst, today), Some(day("1980-02-01")));
    }
}
