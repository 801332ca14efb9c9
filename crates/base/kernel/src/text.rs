//! Text as it is searched and sorted: folded, so that `celik` finds `Çelik` on both back ends alike.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without marks above letters, spaces collapsed. Arabic and Devanagari vowel signs that
/// are letters of their own in those scripts stay.
pub fn fold(text: &str) -> String {
    let plain: String = text
        .nfkd()
        .filter(|c| !is_latin_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'ı' => 'i',
            'ł' => 'l',
            'ø' => 'o',
            'đ' => 'd',
            '’' | 'ʼ' | '`' => '\'',
            other => other,
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect()
}

/// Combining diacritical marks, and Arabic short vowels, which writers put or leave as they like.
fn is_latin_mark(c: char) -> bool {
    is_combining_mark(c) && matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// ASCII digits for Arabic-Indic, Persian and Devanagari ones: people type what their keyboard has.
pub fn ascii_digits(text: &str) -> String {
    text.chars()
        .map(|c| {
            let digit = match c {
                '\u{660}'..='\u{669}' => u32::from(c) - 0x660,
                '\u{6f0}'..='\u{6f9}' => u32::from(c) - 0x6f0,
                '\u{966}'..='\u{96f}' => u32::from(c) - 0x966,
                other => return other,
            };
            char::from_digit(digit, 10).unwrap_or(c)
        })
        .collect()
}

/// Trimmed, with control and bidi-override characters gone, so that a name cannot turn a page around.
pub fn clean(text: &str) -> String {
    let kept: String = text
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'))
        .collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_case_do_not_matter() {
        assert_eq!(fold("  ÇELİK  Ñandú "), "celik nandu");
        assert_eq!(fold("Õunapuu"), "ounapuu");
    }

    #[test]
    fn digits_of_other_scripts_are_digits() {
        assert_eq!(ascii_digits("٠١٢ ०९ 7"), "012 09 7");
    }

    #[test]
    fn a_name_cannot_turn_the_page_around() {
        assert_eq!(clean("Eve\u{202e}\u{0007} \n Ng"), "Eve Ng");
    }
}
