//! From bytes to text: byte order marks, UTF-16 with and without one, UTF-8, the old one-byte
//! encodings, and files that two programs have written in two encodings.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::rows::{Refusal, SourceFile};

/// A file as text.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub text: String,
    pub encoding: String,
    /// Lines, from 1, that were not in the file's encoding.
    pub odd_lines: Vec<u64>,
}

/// Begins with `<` after a mark and white space, in UTF-8 or UTF-16.
pub(crate) fn is_xml(bytes: &[u8]) -> bool {
    let bytes = match Encoding::for_bom(bytes) {
        Some((_, length)) => bytes.get(length..).unwrap_or_default(),
        None => bytes,
    };
    let mut seen = bytes.iter().take(4096).filter(|byte| !matches!(byte, 0 | b' ' | b'\t' | b'\r' | b'\n'));
    seen.next() == Some(&b'<')
}

/// Reads a table's bytes as text. Refuses what is no text: archives, pictures, empty files.
pub(crate) fn decode(file: &SourceFile, country: &str) -> Result<Decoded, Refusal> {
    let bytes = file.bytes.as_slice();
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Refusal::Empty { file: file.name.clone() });
    }
    if is_known_binary(bytes) {
        return Err(Refusal::NotText { file: file.name.clone() });
    }
    let decoded = match Encoding::for_bom(bytes) {
        Some((encoding, _)) if encoding == UTF_8 => by_line(bytes.get(3..).unwrap_or_default(), country),
        Some((encoding, length)) => whole(bytes.get(length..).unwrap_or_default(), encoding),
        None => match utf16_without_mark(bytes) {
            Some(encoding) => whole(bytes, encoding),
            None => by_line(bytes, country),
        },
    };
    if decoded.text.trim().is_empty() {
        return Err(Refusal::Empty { file: file.name.clone() });
    }
    if !is_text(&decoded.text) {
        return Err(Refusal::NotText { file: file.name.clone() });
    }
    Ok(decoded)
}

/// Workbooks, documents and pictures by their first bytes.
fn is_known_binary(bytes: &[u8]) -> bool {
    const MARKS: [&[u8]; 10] = [
        b"PK\x03\x04",
        b"%PDF-",
        b"\xD0\xCF\x11\xE0",
        b"\x89PNG",
        b"\xFF\xD8\xFF",
        b"GIF8",
        b"RIFF",
        b"II*\0",
        b"MM\0*",
        b"\x1F\x8B",
    ];
    MARKS.iter().any(|mark| bytes.starts_with(mark))
}

/// No zero characters, and at most one control character in fifty.
fn is_text(text: &str) -> bool {
    let mut controls = 0_usize;
    for character in text.chars() {
        if character == '\0' {
            return false;
        }
        if character.is_ascii_control() && !matches!(character, '\t' | '\r' | '\n') || character == '\u{FFFD}' {
            controls += 1;
        }
    }
    controls * 50 <= text.len().max(50)
}

fn whole(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let text = text.into_owned();
    let odd_lines = lines_with_replacements(&text);
    Decoded { text, encoding: encoding.name().to_owned(), odd_lines }
}

fn lines_with_replacements(text: &str) -> Vec<u64> {
    if !text.contains('\u{FFFD}') {
        return Vec::new();
    }
    (1_u64..).zip(text.split('\n')).filter(|(_, line)| line.contains('\u{FFFD}')).map(|(number, _)| number).collect()
}

/// UTF-16 shows itself by the zero halves of its separators and line ends.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    if !bytes.len().is_multiple_of(2) {
        return None;
    }
    let (mut first, mut second, mut units) = (0_usize, 0_usize, 0_usize);
    for unit in bytes.chunks_exact(2).take(4096) {
        units += 1;
        first += usize::from(unit.first() == Some(&0));
        second += usize::from(unit.last() == Some(&0));
    }
    let enough = (units / 20).max(1);
    match (first >= enough, second >= enough) {
        (true, false) if second * 20 <= first => Some(UTF_16BE),
        (false, true) if first * 20 <= second => Some(UTF_16LE),
        _ => None,
    }
}

/// UTF-8 where it is valid. Else the old encoding the other lines look like, and line by line where
/// the file holds both.
fn by_line(bytes: &[u8], country: &str) -> Decoded {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: text.to_owned(), encoding: UTF_8.name().to_owned(), odd_lines: Vec::new() };
    }
    let mut guess = EncodingDetector::new(Iso2022JpDetection::Deny);
    let (mut modern, mut old) = (0_usize, 0_usize);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if std::str::from_utf8(line).is_err() {
            guess.feed(line, false);
            old += 1;
        } else if !line.is_ascii() {
            modern += 1;
        }
    }
    guess.feed(b"", true);
    let encoding = plausible(guess.guess(domain(country).as_deref(), Utf8Detection::Deny));
    if modern == 0 || !encoding.is_single_byte() {
        return whole(bytes, encoding);
    }
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let mut odd_lines = Vec::new();
    for (number, line) in (1_u64..).zip(bytes.split_inclusive(|byte| *byte == b'\n')) {
        let is_modern = match std::str::from_utf8(line) {
            Ok(line_text) => {
                text.push_str(line_text);
                !line.is_ascii()
            }
            Err(_) => {
                text.push_str(&encoding.decode_without_bom_handling(line).0);
                false
            }
        };
        if !line.is_ascii() && is_modern != (modern >= old) {
            odd_lines.push(number);
        }
    }
    Decoded { text, encoding: format!("UTF-8 + {}", encoding.name()), odd_lines }
}

/// A detector that has seen three bytes says odd things; what no roster is written in becomes
/// windows-1252.
fn plausible(encoding: &'static Encoding) -> &'static Encoding {
    if encoding.is_single_byte()
        || encoding.name().starts_with("GB")
        || matches!(encoding.name(), "Big5" | "Shift_JIS" | "EUC-JP" | "EUC-KR")
    {
        encoding
    } else {
        WINDOWS_1252
    }
}

/// The country's internet domain, which the detector takes as a hint; it wants lower-case ASCII.
fn domain(country: &str) -> Option<Vec<u8>> {
    let is_code = country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_code.then(|| country.to_ascii_lowercase().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> Result<Decoded, Refusal> {
        decode(&SourceFile { name: "f.csv".to_owned(), bytes: bytes.to_vec() }, "NL")
    }

    #[test]
    fn encodings_are_recognised() {
        let text = "Roepnaam;Achternaam\r\nZoë;Müller\r\nRenée;Núñez\r\n";
        let utf16 = |mark: bool, little: bool| -> Vec<u8> {
            let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
            units.flat_map(|unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
        };
        let table: [(&str, Vec<u8>); 7] = [
            ("UTF-8", text.as_bytes().to_vec()),
            ("UTF-8", [b"\xEF\xBB\xBF", text.as_bytes()].concat()),
            ("UTF-16LE", utf16(true, true)),
            ("UTF-16BE", utf16(true, false)),
            ("UTF-16LE", utf16(false, true)),
            ("UTF-16BE", utf16(false, false)),
            ("windows-1252", WINDOWS_1252.encode(text).0.into_owned()),
        ];
        for (name, bytes) in table {
            let found = decoded(&bytes).unwrap();
            assert_eq!((found.encoding.as_str(), found.text.as_str()), (name, text));
        }
    }

    #[test]
    fn a_file_in_two_encodings_is_read_line_by_line() {
        let found = decoded(b"Naam\nZo\xC3\xAB\nRen\xC3\xA9e\nZo\xEB\n").unwrap();
        assert_eq!(found.text, "Naam\nZoë\nRenée\nZoë\n");
        assert_eq!(found.odd_lines, [4]);
    }

    #[test]
    fn pictures_and_workbooks_are_no_text() {
        for bytes in [b"PK\x03\x04rest".as_slice(), b"\x89PNG\r\n\x1a\n\0\0\0", b"\0\x01\x02\x03\xFF\xFE\x80"] {
            assert!(matches!(decoded(bytes), Err(Refusal::NotText { .. })), "{bytes:?}");
        }
        assert!(matches!(decoded(b" \r\n "), Err(Refusal::Empty { .. })));
    }
}
