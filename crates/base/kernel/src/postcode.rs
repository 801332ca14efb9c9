//! A postcode, normalised for its country (C042).

use crate::Message;
use crate::text::{ascii_digits, clean};

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Postcode(String);

impl Postcode {
    /// `1234 ab` becomes `1234AB` in the Netherlands. Where no form is known, upper case without
    /// spaces. Errors: `postcode-wrong`.
    pub fn parse(text: &str, country: &str) -> Result<Self, Message> {
        let code: String = ascii_digits(&clean(text)).to_uppercase().chars().filter(|c| !c.is_whitespace()).collect();
        let digits = |n: usize| code.len() == n && code.bytes().all(|b| b.is_ascii_digit());
        let right = match country {
            "NL" => is_dutch(&code),
            "BE" => digits(4) && !code.starts_with('0'),
            "EE" | "DE" | "FR" => digits(5),
            "IN" => digits(6) && !code.starts_with('0'),
            _ => (2..=12).contains(&code.chars().count()),
        };
        if right { Ok(Self(code)) } else { Err("postcode-wrong".into()) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_dutch(code: &str) -> bool {
    let (digits, letters) = code.split_at_checked(4).unwrap_or_default();
    digits.bytes().all(|b| b.is_ascii_digit())
        && !digits.starts_with('0')
        && letters.len() == 2
        && letters.bytes().all(|b| b.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcodes_are_normalised_by_country() {
        assert_eq!(Postcode::parse("1234 ab", "NL").unwrap().as_str(), "1234AB");
        assert_eq!(Postcode::parse("9000", "BE").unwrap().as_str(), "9000");
        for (wrong, country) in [("1234", "NL"), ("0123AB", "NL"), ("90000", "BE"), ("éé", "NL"), ("12345", "IN")] {
            assert!(Postcode::parse(wrong, country).is_err(), "{wrong}");
        }
    }
}
