//! Splits a whole name into the parts schools keep.

use super::values::clean;
use crate::rows::NameRow;

/// Parts of surnames that stand apart in the Netherlands and are not sorted by.
const INFIXES: [&str; 26] = [
    "van", "der", "den", "de", "het", "'t", "’t", "ten", "ter", "te", "op", "aan", "in", "bij", "uit", "voor", "von",
    "zu", "zum", "zur", "la", "le", "du", "'s", "’s", "el",
];

/// Splits `Surname, Given` and `Given Surname`. Lower-case infixes are set apart for Dutch schools;
/// two surnames are kept together where people carry two.
pub(crate) fn split_full(full: &str, country: &str) -> NameRow {
    let full = clean(full);
    if let Some((surname, given)) = full.split_once(',') {
        return with_comma(surname.trim(), given.trim(), country);
    }
    let words: Vec<&str> = full.split(' ').filter(|word| !word.is_empty()).collect();
    if country == "NL"
        && let Some(at) = words.iter().skip(1).position(|word| is_infix(word)).map(|at| at + 1)
    {
        let rest = words.get(at..).unwrap_or_default();
        let length = rest.iter().take_while(|word| is_infix(word)).count();
        if length < rest.len() {
            return name(words.get(..at), rest.get(..length), rest.get(length..));
        }
    }
    let surnames = match words.len() {
        0 | 1 => 0,
        2 => 1,
        _ if has_two_surnames(country) => 2,
        _ => 1,
    };
    let at = words.len() - surnames;
    name(words.get(..at), None, words.get(at..))
}

/// Sets a lower-case infix apart from a surname, at Dutch schools.
pub(crate) fn split_surname(surname: &str, country: &str) -> (String, String) {
    let words: Vec<&str> = surname.split(' ').collect();
    let length = words.iter().take_while(|word| is_infix(word)).count();
    if country != "NL" || length == 0 || length >= words.len() {
        return (String::new(), surname.to_owned());
    }
    (joined(words.get(..length)), joined(words.get(length..)))
}

fn with_comma(surname: &str, given: &str, country: &str) -> NameRow {
    let words: Vec<&str> = given.split(' ').filter(|word| !word.is_empty()).collect();
    let trailing = words.iter().rev().take_while(|word| is_infix(word)).count();
    if country == "NL" && trailing > 0 && trailing < words.len() {
        let at = words.len() - trailing;
        return NameRow {
            call_name: joined(words.get(..at)),
            infix: joined(words.get(at..)),
            surname: surname.to_owned(),
        };
    }
    let (infix, surname) = split_surname(surname, country);
    NameRow { call_name: given.to_owned(), infix, surname }
}

fn is_infix(word: &str) -> bool {
    INFIXES.contains(&word)
}

fn has_two_surnames(country: &str) -> bool {
    matches!(
        country,
        "ES" | "MX"
            | "CO"
            | "PE"
            | "CL"
            | "AR"
            | "EC"
            | "VE"
            | "GT"
            | "CU"
            | "BO"
            | "DO"
            | "HN"
            | "PY"
            | "SV"
            | "NI"
            | "CR"
            | "PA"
            | "UY"
    )
}

fn name(call: Option<&[&str]>, infix: Option<&[&str]>, surname: Option<&[&str]>) -> NameRow {
    NameRow { call_name: joined(call), infix: joined(infix), surname: joined(surname) }
}

fn joined(words: Option<&[&str]>) -> String {
    words.unwrap_or_default().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_names_are_split() {
        for (full, country, call, infix, surname) in [
            ("Aartsen, Dae", "NL", "Dae", "", "Aartsen"),
            ("Berg, Piet van den", "NL", "Piet", "van den", "Berg"),
            ("van den Berg, Piet", "NL", "Piet", "van den", "Berg"),
            ("Anna Maria de Vries", "NL", "Anna Maria", "de", "Vries"),
            ("Van den Berghe, Lotte", "BE", "Lotte", "", "Van den Berghe"),
            ("Jean Paul Dupont", "FR", "Jean Paul", "", "Dupont"),
            ("María García López", "ES", "María", "", "García López"),
            ("Madonna", "US", "Madonna", "", ""),
            ("  ", "US", "", "", ""),
            (",", "NL", "", "", ""),
            ("van", "NL", "van", "", ""),
        ] {
            let expected = NameRow { call_name: call.to_owned(), infix: infix.to_owned(), surname: surname.to_owned() };
            assert_eq!(split_full(full, country), expected, "{full}");
        }
    }
}
