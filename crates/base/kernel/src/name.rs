//! A person's name in the parts schools keep (C010, C039).

use crate::text::{clean, fold};
use crate::{Language, Message, collation};

/// Longest part of a name that is kept, in characters.
pub const NAME_LIMIT: usize = 100;

/// Call name, infix (`van der`) and surname. A person may have only one of call name and surname.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonName {
    pub call: String,
    pub infix: String,
    pub surname: String,
}

impl PersonName {
    /// Cleans and checks the parts. Errors: `name-missing`, `name-too-long`.
    pub fn parse(call: &str, infix: &str, surname: &str) -> Result<Self, Message> {
        let name = Self { call: clean(call), infix: clean(infix), surname: clean(surname) };
        if name.call.is_empty() && name.surname.is_empty() {
            return Err("name-missing".into());
        }
        if [&name.call, &name.infix, &name.surname].iter().any(|part| part.chars().count() > NAME_LIMIT) {
            return Err(Message::from("name-too-long").with("limit", NAME_LIMIT));
        }
        Ok(name)
    }

    /// `Daan van der Berg`.
    pub fn full(&self) -> String {
        join([&self.call, &self.infix, &self.surname])
    }

    /// First letters of call name and surname, where there is no picture.
    pub fn initials(&self) -> String {
        [&self.call, &self.surname].into_iter().filter_map(|part| part.chars().next()).collect()
    }

    /// What a list is sorted by in a school of this language: the surname without its infix first.
    pub fn sort_key(&self, language: Language) -> String {
        let surname = if self.surname.is_empty() { &self.call } else { &self.surname };
        collation::sort_key(language, &[surname, &self.call, &self.infix])
    }

    /// What a search looks through.
    pub fn search_key(&self) -> String {
        fold(&self.full())
    }
}

fn join(parts: [&String; 3]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn infixes_do_not_decide_the_order() {
        let berg = PersonName::parse("Daan", "van der", "Berg").unwrap();
        let adams = PersonName::parse("Zoë", "", "Adams").unwrap();
        assert!(adams.sort_key(Language::Nl) < berg.sort_key(Language::Nl));
        assert_eq!(berg.full(), "Daan van der Berg");
    }

    #[test]
    fn a_single_name_is_a_name() {
        assert!(PersonName::parse("Sukarno", "", "").is_ok());
        assert_eq!(PersonName::parse(" ", "", "").unwrap_err().key, "name-missing");
    }
}
