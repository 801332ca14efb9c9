//! Numbers as the reader's language writes them: `12,345`, `12.345`, `12 345`, `१२,३४५` (CLDR, by ICU).
//!
//! Digits are always those that the house stores and prints elsewhere, 0 to 9: a roll number, a telephone number
//! and a count on one page should not be in three scripts.

use fluent_bundle::FluentValue;
use fluent_bundle::memoizer::MemoizerKind;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::Locale;
use intl_memoizer::Memoizable;
use unic_langid::LanguageIdentifier;

struct Grouped(DecimalFormatter);

impl Memoizable for Grouped {
    type Args = ();
    type Error = ();

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, ()> {
        let locale: Locale = format!("{language}-u-nu-latn").parse().map_err(drop)?;
        DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default()).map(Self).map_err(drop)
    }
}

/// For [`fluent_bundle::bundle::FluentBundle::set_formatter`]: whole numbers only, anything else as it was.
pub fn format<M: MemoizerKind>(value: &FluentValue, intl: &M) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    if !number.options.use_grouping || number.value.fract() != 0.0 || number.value.abs() > 9e15 {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "it is whole and in range")]
    let whole = number.value as i64;
    intl.with_try_get_threadsafe::<Grouped, _, _>((), |grouped| grouped.0.format_to_string(&Decimal::from(whole))).ok()
}
