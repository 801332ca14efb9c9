//! Cells of one kind each: text, postcode, e-mail address, gender, nationality, relationship.

use unicode_normalization::UnicodeNormalization;

use crate::rows::Gender;

/// The longest part of a name, in characters.
pub(crate) const NAME_LIMIT: usize = 100;
/// The longest key, in characters: EdeXML's own limit.
pub(crate) const KEY_LIMIT: usize = 256;

/// Text as people see it: composed, single spaces, no control or direction characters.
pub(crate) fn clean(text: &str) -> String {
    let text = unwrapped(text.trim());
    if text.is_ascii() && !text.contains("  ") && !text.bytes().any(|byte| byte.is_ascii_control()) {
        return text.to_owned();
    }
    let mut cleaned = String::with_capacity(text.len());
    for character in text.nfc() {
        if character.is_whitespace() || character.is_control() {
            if !cleaned.ends_with(' ') {
                cleaned.push(' ');
            }
        } else if !is_invisible(character) {
            cleaned.push(character);
        }
    }
    cleaned.trim().to_owned()
}

/// Spreadsheets keep leading zeros by writing `="00123"`.
fn unwrapped(text: &str) -> &str {
    text.strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'))
        .filter(|inner| !inner.contains('"'))
        .unwrap_or(text)
}

fn is_invisible(character: char) -> bool {
    matches!(character, '\u{FEFF}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{AD}')
}

/// Text for comparison: lower case, without accents, words apart by one space.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.nfkd().filter(|character| !is_accent(*character)).flat_map(char::to_lowercase) {
        if character.is_alphanumeric() || is_mark(character) {
            folded.push(fold_arabic(character));
        } else if !folded.ends_with(' ') && !folded.is_empty() {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Accents of Latin, Greek and Cyrillic, and the vowel marks Arabic may leave out.
fn is_accent(character: char) -> bool {
    matches!(character, '\u{0300}'..='\u{036F}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{0640}')
}

/// Vowel signs that belong to the letters of Indian scripts.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{0900}'..='\u{0DFF}')
}

fn fold_arabic(character: char) -> char {
    match character {
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        other => other,
    }
}

/// The postcode as the country writes it (C042): Dutch `1234AB`, Belgian `1000`, others in capitals.
pub(crate) fn postcode(text: &str, country: &str) -> Option<String> {
    let upper = clean(text).to_uppercase();
    match country {
        "NL" => {
            let code: String = upper.chars().filter(|character| !character.is_whitespace()).collect();
            is_dutch_postcode(&code).then_some(code)
        }
        "BE" => {
            let code = upper.strip_prefix("B-").unwrap_or(&upper).trim();
            let is_code = code.len() == 4 && code.bytes().all(|byte| byte.is_ascii_digit()) && !code.starts_with('0');
            is_code.then(|| code.to_owned())
        }
        _ => {
            let allowed = |character: char| character.is_alphanumeric() || matches!(character, ' ' | '-');
            (!upper.is_empty() && upper.chars().count() <= 12 && upper.chars().all(allowed)).then_some(upper)
        }
    }
}

fn is_dutch_postcode(code: &str) -> bool {
    let (Some(digits), Some(letters)) = (code.get(..4), code.get(4..)) else { return false };
    code.len() == 6
        && !digits.starts_with('0')
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && letters.bytes().all(|byte| byte.is_ascii_uppercase())
        && !matches!(letters, "SA" | "SD" | "SS")
}

/// An address with one `@` and a domain that has a dot. Not a proof that it exists.
pub(crate) fn email(text: &str) -> Option<String> {
    let text = clean(text);
    let text = text.strip_prefix("mailto:").unwrap_or(&text);
    let (local, domain) = text.split_once('@')?;
    let is_plain = |part: &str| {
        !part.is_empty()
            && !part.contains(|c: char| c.is_whitespace() || matches!(c, '@' | ',' | ';' | '<' | '>' | '"'))
    };
    let has_dot =
        domain.split_once('.').is_some_and(|(name, end)| !name.is_empty() && !end.is_empty() && !end.ends_with('.'));
    (is_plain(local) && is_plain(domain) && has_dot && text.len() <= 254).then(|| text.to_owned())
}

/// `Err` where the word is not known, `Ok(None)` where the file says that it does not say.
pub(crate) fn gender(text: &str) -> Result<Option<Gender>, ()> {
    let known = match fold(text).as_str() {
        "" | "0" | "9" | "6" | "u" | "unknown" | "onbekend" | "unbekannt" | "inconnu" | "desconocido"
        | "not specified" | "ohne angabe" => None,
        "f" | "w" | "v" | "2" | "4" | "female" | "girl" | "woman" | "vrouw" | "vrouwelijk" | "meisje" | "weiblich"
        | "madchen" | "fille" | "feminin" | "femme" | "femenino" | "mujer" | "nina" | "n" | "naine" | "tudruk"
        | "انثي" | "بنت" | "महिला" | "लडकी" | "स्त्री" => Some(Gender::Female),
        "m" | "1" | "3" | "male" | "boy" | "man" | "mannelijk" | "jongen" | "mannlich" | "junge" | "garcon"
        | "masculin" | "homme" | "masculino" | "hombre" | "nino" | "h" | "mees" | "poiss" | "ذكر" | "ولد" | "पुरुष"
        | "लडका" => Some(Gender::Male),
        "x" | "d" | "o" | "5" | "other" | "anders" | "overig" | "divers" | "nonbinary" | "non binary" | "autre"
        | "otro" | "muu" | "अन्य" => Some(Gender::Other),
        _ => return Err(()),
    };
    Ok(known)
}

/// Countries as rosters name them: code, code of three letters, then words.
const COUNTRIES: [(&str, &[&str]); 28] = [
    ("NL", &["nld", "netherlands", "nederland", "nederlandse", "nederlands", "dutch", "niederlande"]),
    ("BE", &["bel", "belgium", "belgie", "belgische", "belg", "belgian", "belgique", "belge", "belgien"]),
    ("DE", &["deu", "germany", "duitsland", "duitse", "german", "deutschland", "deutsch", "allemagne"]),
    ("FR", &["fra", "france", "frankrijk", "franse", "french", "frankreich", "francaise", "francais"]),
    ("GB", &["gbr", "uk", "united kingdom", "british", "britse", "great britain"]),
    ("IE", &["irl", "ireland", "irish"]),
    ("US", &["usa", "united states", "american", "amerikaanse"]),
    ("ES", &["esp", "spain", "spanje", "spaanse", "spanish", "espana", "espanola", "spanien"]),
    ("PT", &["prt", "portugal", "portuguese", "portugese"]),
    ("IT", &["ita", "italy", "italie", "italiaanse", "italian"]),
    ("PL", &["pol", "poland", "polen", "poolse", "polish", "polnisch"]),
    ("EE", &["est", "estonia", "eesti", "estonian"]),
    ("RU", &["rus", "russia", "rusland", "russian"]),
    ("UA", &["ukr", "ukraine", "oekraine", "oekraiense", "ukrainian"]),
    ("TR", &["tur", "turkey", "turkije", "turkse", "turkish", "turkei"]),
    ("MA", &["mar", "morocco", "marokko", "marokkaanse", "moroccan"]),
    ("SR", &["sur", "suriname", "surinaamse", "surinamese"]),
    ("SY", &["syr", "syria", "syrie", "syrische", "syrian", "syrien"]),
    ("IN", &["ind", "india", "indian", "indische", "भारतीय", "भारत", "indien"]),
    ("PK", &["pak", "pakistan", "pakistani"]),
    ("PH", &["phl", "philippines", "filipino"]),
    ("AE", &["are", "uae", "united arab emirates", "emirati", "اماراتي"]),
    ("SA", &["sau", "saudi arabia", "saudi", "سعودي"]),
    ("EG", &["egy", "egypt", "egyptian", "مصري"]),
    ("JO", &["jor", "jordan", "jordanian", "اردني"]),
    ("CN", &["chn", "china", "chinese", "chinees"]),
    ("MX", &["mex", "mexico", "mexican", "mexicana"]),
    ("CD", &["cod", "dr congo", "congolese", "congolaise"]),
];

/// The country code where it can be recognised, else the words as written.
pub(crate) fn nationality(text: &str) -> String {
    let cleaned = clean(text);
    if cleaned.len() == 2
        && cleaned.bytes().all(|byte| byte.is_ascii_alphabetic())
        && !cleaned.eq_ignore_ascii_case("uk")
    {
        return cleaned.to_ascii_uppercase();
    }
    let folded = fold(&cleaned);
    COUNTRIES.iter().find(|(_, words)| words.contains(&folded.as_str())).map_or(cleaned, |(code, _)| (*code).to_owned())
}

/// `mother`, `father`, `guardian` or `other`; empty where the file does not say.
pub(crate) fn relationship(text: &str) -> &'static str {
    match fold(text).as_str() {
        "" => "",
        "mother" | "moeder" | "mutter" | "mere" | "madre" | "ema" | "mom" | "mum" | "mama" | "m" | "ام" | "الام"
        | "والده" | "الوالده" | "माता" | "मा" => "mother",
        "father" | "vader" | "vater" | "pere" | "padre" | "isa" | "dad" | "papa" | "v" | "f" | "اب" | "الاب"
        | "والد" | "الوالد" | "पिता" => "father",
        "guardian"
        | "parent"
        | "ouder"
        | "verzorger"
        | "voogd"
        | "eltern"
        | "vormund"
        | "sorgeberechtigt"
        | "erziehungsberechtigt"
        | "tuteur"
        | "tutor"
        | "legal guardian"
        | "parent guardian"
        | "lapsevanem"
        | "eestkostja"
        | "ولي الامر"
        | "अभिभावक" => "guardian",
        _ => "other",
    }
}

/// Whether a spreadsheet would run the cell. Phone numbers, negative numbers and dashes are not meant.
pub(crate) fn is_formula(text: &str) -> bool {
    let text = text.trim();
    if unwrapped(text) != text {
        return false;
    }
    let Some(rest) = text.strip_prefix(['=', '+', '-', '@']) else { return false };
    let is_number = rest
        .chars()
        .all(|character| character.is_ascii_digit() || matches!(character, ' ' | '(' | ')' | '-' | '.' | ',' | '/'));
    rest.chars().any(char::is_alphanumeric) && !(is_number && text.starts_with(['+', '-']))
}

/// The check digit test of Dutch citizen and education numbers.
pub(crate) fn is_citizen_number(text: &str) -> bool {
    let digits: Vec<u32> = text.chars().filter_map(|character| character.to_digit(10)).collect();
    if digits.len() != 9 || text.chars().count() != 9 {
        return false;
    }
    let sum: u32 = digits.iter().zip((2_u32..=9).rev()).map(|(digit, weight)| digit * weight).sum();
    let last = digits.last().copied().unwrap_or_default();
    sum > 0 && (sum % 11 == last || (sum + 11 - 5) % 11 == last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcodes_are_normalised_for_the_country() {
        for (text, country, expected) in [
            ("1234 ab", "NL", Some("1234AB")),
            ("1234AB", "NL", Some("1234AB")),
            (" 1234  Ab ", "NL", Some("1234AB")),
            ("0123AB", "NL", None),
            ("1234SS", "NL", None),
            ("12345", "NL", None),
            ("1234é", "NL", None),
            ("9000", "BE", Some("9000")),
            ("B-9000", "BE", Some("9000")),
            ("0900", "BE", None),
            ("sw1a 1aa", "GB", Some("SW1A 1AA")),
            ("98052-1234", "US", Some("98052-1234")),
            ("see remarks <b>", "US", None),
        ] {
            assert_eq!(postcode(text, country).as_deref(), expected, "{text} {country}");
        }
    }

    #[test]
    fn formulas_are_told_from_numbers() {
        for (text, expected) in [
            ("=1+1", true),
            ("@SUM(1+9)*cmd|' /C calc'!A0", true),
            ("-cmd", true),
            ("+A1", true),
            ("+31 6 1234 5678", false),
            ("-12.5", false),
            ("-", false),
            ("--", false),
            ("=\"00123\"", false),
            ("Ada", false),
            ("", false),
            ("=10+20+cmd|' /C calc'!A0", true),
        ] {
            assert_eq!(is_formula(text), expected, "{text}");
        }
    }

    #[test]
    fn addresses_need_a_name_and_a_domain() {
        for (text, expected) in [
            ("a@b.nl", true),
            (" a.b+c@d.e.org ", true),
            ("a@b", false),
            ("a b@c.nl", false),
            ("a@b.nl; c@d.nl", false),
            ("@b.nl", false),
            ("a@.nl", false),
        ] {
            assert_eq!(email(text).is_some(), expected, "{text}");
        }
    }

    #[test]
    fn text_is_cleaned_and_folded() {
        assert_eq!(clean("  Zoe\u{308}\t van\u{202E} Dam\u{0} "), "Zoë van Dam");
        assert_eq!(clean("=\"00123\""), "00123");
        assert_eq!(fold("Geburts-Datum (Schüler)"), "geburts datum schuler");
        assert_eq!(fold("الاسم الأوّل"), "الاسم الاول");
    }

    #[test]
    fn citizen_numbers_pass_their_own_test() {
        for (text, expected) in
            [("111222333", true), ("123456782", true), ("123456789", false), ("000000000", false), ("12345", false)]
        {
            assert_eq!(is_citizen_number(text), expected, "{text}");
        }
    }
}
