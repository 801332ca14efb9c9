//! A postal address that letters reach (C077), written as its country writes it.

use crate::text::{ascii_digits, clean};
use crate::{Message, Postcode, Problems};

/// Longest part of an address, in characters.
const PART_LIMIT: usize = 100;

/// Street, house number with its addition, postcode, city and country (ISO 3166 alpha-2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PostalAddress {
    pub street: String,
    /// As the country writes it: `12`, `12/3`, `Flat 4B`.
    pub number: String,
    /// What follows the number: `bis`, `-14`, `Apt 5`.
    pub addition: String,
    pub postcode: String,
    pub city: String,
    pub country: String,
}

/// An address as it was typed, part by part.
#[derive(Clone, Copy, Debug, Default)]
pub struct Typed<'a> {
    pub street: &'a str,
    pub number: &'a str,
    pub addition: &'a str,
    pub postcode: &'a str,
    pub city: &'a str,
    pub country: &'a str,
}

impl Typed<'_> {
    /// Nothing was typed; a country alone is no address.
    pub fn is_empty(&self) -> bool {
        [self.street, self.number, self.addition, self.postcode, self.city].iter().all(|part| part.trim().is_empty())
    }
}

impl PostalAddress {
    /// Reads an address; a country left empty is `home`. Each problem stands at its own field: `address_street`,
    /// `house_number`, `house_addition`, `address_postcode`, `city`, `country`. India and the rest of the
    /// world know addresses without a house number; the Netherlands, Belgium, Germany, Estonia and the
    /// United States do not.
    pub fn parse(typed: Typed, home: &str, problems: &mut Problems) -> Option<Self> {
        let country = clean(typed.country).to_uppercase();
        let country = if country.is_empty() { home.to_owned() } else { country };
        let before = problems.0.len();
        if country.len() != 2 || !country.bytes().all(|b| b.is_ascii_uppercase()) {
            problems.add("country", "country-wrong");
        }
        let mut part = |field: &'static str, text: &str, needed: Option<&'static str>| {
            let text = clean(text);
            if text.chars().count() > PART_LIMIT {
                problems.add(field, Message::from("text-too-long").with("limit", PART_LIMIT));
            }
            match needed {
                Some(missing) if text.is_empty() => problems.add(field, missing),
                _ => {}
            }
            text
        };
        let numbered = matches!(country.as_str(), "NL" | "BE" | "DE" | "EE" | "US");
        let street = part("address_street", typed.street, Some("street-missing"));
        let number = part("house_number", typed.number, numbered.then_some("house-number-missing"));
        let addition = part("house_addition", typed.addition, None);
        let city = part("city", typed.city, Some("city-missing"));
        if numbered && !number.is_empty() && !ascii_digits(&number).starts_with(|c: char| c.is_ascii_digit()) {
            problems.add("house_number", "house-number-wrong");
        }
        let postcode = problems.take("address_postcode", postcode(typed.postcode, &country));
        (problems.0.len() == before).then(|| Self {
            street,
            number,
            addition,
            postcode: postcode.unwrap_or_default(),
            city,
            country,
        })
    }

    /// The lines under a name on an envelope that leaves from `home`: without the country at home. The
    /// Netherlands and Estonia write number after street and postcode before city (UPU S42); India puts the
    /// house first and the postcode after the city; the United States put number first, state and ZIP last.
    pub fn lines(&self, home: &str) -> Vec<String> {
        let join = |parts: &[&str], between: &str| {
            parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(between)
        };
        let code = self.spaced_postcode();
        let house = self.house();
        let mut lines = match self.country.as_str() {
            "IN" => vec![house, self.street.clone(), join(&[&self.city, &code], " – ")],
            "US" | "CA" => {
                vec![join(&[&self.number, &self.street, &self.addition], " "), join(&[&self.city, &code], " ")]
            }
            "GB" => vec![join(&[&house, &self.street], " "), self.city.clone(), code],
            "NL" => vec![join(&[&self.street, &house], " "), join(&[&code, &self.city], "  ")],
            _ => vec![join(&[&self.street, &house], " "), join(&[&code, &self.city], " ")],
        };
        lines.retain(|line| !line.is_empty());
        if self.country != home {
            lines.push(self.country.clone());
        }
        lines
    }

    /// Number with its addition: `12-bis`, `5 a`, `12/3`.
    fn house(&self) -> String {
        let joined = self.addition.starts_with(['-', '/', ','])
            || (self.country == "EE" && self.addition.chars().all(|c| c.is_ascii_digit()) && !self.addition.is_empty());
        match (self.addition.is_empty(), joined) {
            (true, _) => self.number.clone(),
            (false, true) if self.country == "EE" && !self.addition.starts_with(['-', '/', ',']) => {
                format!("{}-{}", self.number, self.addition)
            }
            (false, true) => format!("{}{}", self.number, self.addition),
            (false, false) => format!("{} {}", self.number, self.addition).trim().to_owned(),
        }
    }

    /// As people write it: `1234 AB`.
    fn spaced_postcode(&self) -> String {
        match (self.country.as_str(), self.postcode.split_at_checked(4)) {
            ("NL", Some((digits, letters))) if !letters.is_empty() => format!("{digits} {letters}"),
            _ => self.postcode.clone(),
        }
    }
}

/// A ZIP code keeps its hyphen; elsewhere see [`Postcode`].
fn postcode(typed: &str, country: &str) -> Result<String, Message> {
    if country == "US" {
        let code: String = ascii_digits(&clean(typed)).chars().filter(|c| !c.is_whitespace()).collect();
        let digits = |text: &str, n: usize| text.len() == n && text.bytes().all(|b| b.is_ascii_digit());
        let right = match code.split_once('-') {
            Some((five, four)) => digits(five, 5) && digits(four, 4),
            None => digits(&code, 5),
        };
        return if right { Ok(code) } else { Err("postcode-wrong".into()) };
    }
    Ok(Postcode::parse(typed, country)?.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed<'a>(street: &'a str, number: &'a str, addition: &'a str, postcode: &'a str, city: &'a str) -> Typed<'a> {
        Typed { street, number, addition, postcode, city, country: "" }
    }

    fn lines(address: Typed, country: &str) -> Vec<String> {
        let mut problems = Problems::default();
        let parsed = PostalAddress::parse(address, country, &mut problems);
        assert!(problems.0.is_empty(), "{problems}");
        parsed.unwrap().lines(country)
    }

    #[test]
    fn each_country_writes_an_address_its_own_way() {
        assert_eq!(
            lines(typed("Lindelaan", "12", "bis", "1234 ab", "Utrecht"), "NL"),
            ["Lindelaan 12 bis", "1234 AB  Utrecht"]
        );
        assert_eq!(lines(typed("Pärnu mnt", "10", "5", "10148", "Tallinn"), "EE"), ["Pärnu mnt 10-5", "10148 Tallinn"]);
        assert_eq!(
            lines(typed("MG Road", "Flat 4B", "", "५६०००१", "Bengaluru"), "IN"),
            ["Flat 4B", "MG Road", "Bengaluru – 560001"]
        );
        assert_eq!(
            lines(typed("Main St", "100", "Apt 5", "62704-1234", "Springfield, IL"), "US"),
            ["100 Main St Apt 5", "Springfield, IL 62704-1234"]
        );
    }

    #[test]
    fn a_letter_abroad_names_the_country() {
        let abroad = PostalAddress::parse(
            Typed { country: "ee", ..typed("Pikk", "1", "", "10123", "Tallinn") },
            "NL",
            &mut Problems::default(),
        );
        assert_eq!(abroad.unwrap().lines("NL").last().map(String::as_str), Some("EE"));
    }

    #[test]
    fn what_is_wrong_stands_at_its_field() {
        let mut problems = Problems::default();
        assert_eq!(PostalAddress::parse(typed("Lindelaan", "", "", "12", ""), "NL", &mut problems), None);
        let fields: Vec<_> = problems.0.iter().map(|p| (p.field, p.message.key)).collect();
        assert_eq!(
            fields,
            [
                ("house_number", "house-number-missing"),
                ("city", "city-missing"),
                ("address_postcode", "postcode-wrong")
            ]
        );
        let mut problems = Problems::default();
        assert!(PostalAddress::parse(typed("MG Road", "", "", "560001", "Bengaluru"), "IN", &mut problems).is_some());
    }
}
