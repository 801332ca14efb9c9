//! The order of names in a language (CLDR, by ICU): an Estonian list has `õ` after `w`, an Arabic one its own letters
//! before the Latin ones, and `Çelik` stands beside `Celik` in all of them.

use std::fmt::Write as _;
use std::sync::LazyLock;

use icu_collator::CollatorBorrowed;
use icu_collator::options::CollatorOptions;
use icu_locale_core::Locale;

use crate::Language;

static COLLATORS: LazyLock<[Option<CollatorBorrowed<'static>>; 5]> = LazyLock::new(|| Language::ALL.map(collator));

/// Numbers by their value, so that class 10 comes after class 9.
fn collator(language: Language) -> Option<CollatorBorrowed<'static>> {
    let locale: Locale = format!("{}-u-kn", language.code()).parse().ok()?;
    icu_collator::Collator::try_new(locale.into(), CollatorOptions::default()).ok()
}

/// A key that sorts by plain comparison, in any database, as `language` sorts `parts`: by the first part, then by
/// the second. Hexadecimal; of no use but for comparing keys of the same language.
pub fn sort_key(language: Language, parts: &[&str]) -> String {
    let mut key = Vec::new();
    let place = Language::ALL.iter().position(|known| *known == language).unwrap_or_default();
    for part in parts {
        match COLLATORS.get(place).and_then(Option::as_ref) {
            Some(collator) => {
                let Ok(()) = collator.write_sort_key_to(part, &mut key);
            }
            None => key.extend(crate::text::fold(part).bytes()),
        }
        // No weight is zero: what ends here comes before what goes on.
        key.push(0);
    }
    key.iter().fold(String::with_capacity(key.len() * 2), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(language: Language, names: &[&'static str]) -> Vec<&'static str> {
        let mut names = names.to_vec();
        names.sort_by_key(|name| sort_key(language, &[name]));
        names
    }

    #[test]
    fn each_language_sorts_as_its_dictionary_does() {
        let names = ["Žukov", "Zimm", "Õun", "Wolf", "Tamm", "Öpik", "Saar", "Šmidt"];
        let estonian = ["Saar", "Šmidt", "Zimm", "Žukov", "Tamm", "Wolf", "Õun", "Öpik"];
        assert_eq!(sorted(Language::Et, &names), estonian);
        assert_eq!(sorted(Language::Nl, &names), ["Öpik", "Õun", "Saar", "Šmidt", "Tamm", "Wolf", "Zimm", "Žukov"]);
        assert_eq!(sorted(Language::Ar, &["Adam", "يوسف", "أحمد", "بسمة"]), ["أحمد", "بسمة", "يوسف", "Adam"]);
        assert_eq!(sorted(Language::Hi, &["Adam", "गीता", "अमित", "कमला"]), ["अमित", "कमला", "गीता", "Adam"]);
    }

    #[test]
    fn numbers_count_and_a_shorter_name_comes_first() {
        assert_eq!(sorted(Language::En, &["10A", "9B", "9A"]), ["9A", "9B", "10A"]);
        let key = |surname, call| sort_key(Language::Nl, &[surname, call]);
        assert!(key("Berg", "Zoë") < key("Bergen", "Anna"));
    }
}
