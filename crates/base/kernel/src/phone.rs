//! A phone number in E.164 (C013).

use crate::Message;
use crate::text::ascii_digits;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PhoneNumber(String);

impl PhoneNumber {
    /// Reads a number as people write it; one without a country code is taken as of `country`
    /// (ISO 3166 alpha-2). Errors: `phone-not-a-number`.
    pub fn parse(text: &str, country: &str) -> Result<Self, Message> {
        let wrong = || Message::from("phone-not-a-number");
        let text = ascii_digits(text).replace("(0)", "");
        if text.chars().any(char::is_alphabetic) {
            return Err(wrong());
        }
        let international = text.trim_start().starts_with('+');
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let full = if international {
            digits
        } else if let Some(rest) = digits.strip_prefix("00") {
            rest.to_owned()
        } else {
            let (code, trunk) = dialling(country).ok_or_else(wrong)?;
            format!("{code}{}", digits.strip_prefix(trunk).filter(|_| !trunk.is_empty()).unwrap_or(&digits))
        };
        if (8..=15).contains(&full.len()) && !full.starts_with('0') {
            Ok(Self(format!("+{full}")))
        } else {
            Err(wrong())
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Country calling code and national trunk prefix (ITU-T E.164 Annex, E.123).
fn dialling(country: &str) -> Option<(&'static str, &'static str)> {
    Some(match country {
        "NL" => ("31", "0"),
        "BE" => ("32", "0"),
        "DE" => ("49", "0"),
        "FR" => ("33", "0"),
        "GB" => ("44", "0"),
        "EE" => ("372", ""),
        "IN" => ("91", "0"),
        "US" | "CA" => ("1", "1"),
        "AE" => ("971", "0"),
        "SA" => ("966", "0"),
        "EG" => ("20", "0"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_become_e164() {
        for (text, country, full) in [
            ("06-12 34 56 78", "NL", "+31612345678"),
            ("+31 (0)6 12345678", "EE", "+31612345678"),
            ("0031612345678", "NL", "+31612345678"),
            ("5123 4567", "EE", "+37251234567"),
            ("٠٩٨٧٦٥٤٣٢١٠", "IN", "+919876543210"),
        ] {
            assert_eq!(PhoneNumber::parse(text, country).unwrap().as_str(), full);
        }
        for wrong in ["", "12", "none", "0612345678901234567"] {
            assert!(PhoneNumber::parse(wrong, "NL").is_err(), "{wrong}");
        }
    }
}
