//! The one way XML comes in: no document type, no entities but the five predefined, no deep nesting.
//! Hands out the records of a three-level document (root, section, record) one by one.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::rows::{Refusal, SourceFile};

const MAX_DEPTH: usize = 64;
/// A school of a thousand has some thirty thousand elements.
const MAX_ELEMENTS: usize = 2_000_000;
const MAX_NAME: usize = 100;
const MAX_ATTRIBUTES: usize = 50;

/// An element of the third level with all that stands below it.
#[derive(Debug, Default)]
pub(crate) struct Record {
    /// Section and element: `leerlingen/leerling`.
    pub path: String,
    pub line: u64,
    pub attributes: Vec<(String, String)>,
    pub text: String,
    pub leaves: Vec<Leaf>,
}

/// An element below a record.
#[derive(Debug, Default)]
pub(crate) struct Leaf {
    /// From the record down: `samengestelde_groepen/samengestelde_groep`.
    pub path: String,
    pub line: u64,
    pub attributes: Vec<(String, String)>,
    pub text: String,
}

/// Reads a document, gives each record to `take`, and answers with nothing: either all was well-formed
/// or the delivery is refused. The root must be called `root`.
pub(crate) fn records(file: &SourceFile, root: &str, take: &mut dyn FnMut(Record)) -> Result<(), Refusal> {
    let text = decode(file)?;
    let mut walk = Walk {
        file: &file.name,
        text: &text,
        root,
        line: 1,
        counted: 0,
        open: Vec::new(),
        record: None,
        rooted: false,
        elements: 0,
    };
    walk.run(take)
}

struct Walk<'a> {
    file: &'a str,
    text: &'a str,
    root: &'a str,
    line: u64,
    counted: usize,
    /// Names of the open elements, with the leaf each fills from the fourth level on.
    open: Vec<(String, usize)>,
    record: Option<Record>,
    rooted: bool,
    elements: usize,
}

impl Walk<'_> {
    fn run(&mut self, take: &mut dyn FnMut(Record)) -> Result<(), Refusal> {
        let mut reader = Reader::from_str(self.text);
        loop {
            let start = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            self.count_lines(start);
            let event = match reader.read_event() {
                Ok(event) => event,
                Err(error) => {
                    let at = usize::try_from(reader.error_position()).unwrap_or(start);
                    return Err(self.refused_at(start.min(at), &error.to_string()));
                }
            };
            match event {
                Event::Start(start) => self.enter(&start)?,
                Event::Empty(start) => {
                    self.enter(&start)?;
                    self.leave(take);
                }
                Event::End(_) => self.leave(take),
                Event::Text(text) => self.add(&text.xml10_content())?,
                Event::CData(text) => self.add(&text.xml10_content())?,
                Event::GeneralRef(reference) => self.add_reference(&reference)?,
                Event::DocType(_) => return Err(Refusal::Doctype { file: self.file.to_owned(), line: self.line }),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
                Event::Eof => break,
            }
        }
        if !self.open.is_empty() {
            return Err(self.broken("an element is not closed"));
        }
        if !self.rooted {
            return Err(self.broken("no element"));
        }
        Ok(())
    }

    fn enter(&mut self, start: &BytesStart<'_>) -> Result<(), Refusal> {
        let name = start.local_name().as_ref().to_owned();
        if self.open.is_empty() {
            if self.rooted {
                return Err(self.broken("a second root element"));
            }
            if !name.eq_ignore_ascii_case(self.root) {
                return Err(Refusal::NotEdexml { file: self.file.to_owned(), root: name.chars().take(60).collect() });
            }
            self.rooted = true;
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(self.broken("nested too deeply"));
        }
        self.elements += 1;
        if self.elements > MAX_ELEMENTS {
            return Err(Refusal::TooLarge { file: self.file.to_owned(), limit_mib: super::LIMIT_MIB });
        }
        if name.len() > MAX_NAME {
            return Err(self.broken("an element's name is too long"));
        }
        let attributes = self.attributes(start)?;
        let mut leaf = usize::MAX;
        match self.open.len() {
            0 | 1 => {}
            2 => {
                let section = self.open.last().map_or("", |(name, _)| name);
                self.record = Some(Record {
                    path: format!("{section}/{name}"),
                    line: self.line,
                    attributes,
                    ..Record::default()
                });
            }
            _ => {
                let line = self.line;
                let above: Vec<&str> =
                    self.open.iter().skip(3).map(|(name, _)| name.as_str()).chain([name.as_str()]).collect();
                let path = above.join("/");
                if let Some(record) = &mut self.record {
                    leaf = record.leaves.len();
                    record.leaves.push(Leaf { path, line, attributes, text: String::new() });
                }
            }
        }
        self.open.push((name, leaf));
        Ok(())
    }

    fn attributes(&self, start: &BytesStart<'_>) -> Result<Vec<(String, String)>, Refusal> {
        let mut found = Vec::new();
        for attribute in start.attributes() {
            if found.len() >= MAX_ATTRIBUTES {
                return Err(self.broken("too many attributes"));
            }
            let attribute = attribute.map_err(|error| self.broken(&error.to_string()))?;
            let name = attribute.key.as_ref().to_owned();
            if name.starts_with("xmlns") {
                continue;
            }
            let value =
                attribute.normalized_value(XmlVersion::Explicit1_0).map_err(|error| self.broken(&error.to_string()))?;
            found.push((name, value.into_owned()));
        }
        Ok(found)
    }

    fn leave(&mut self, take: &mut dyn FnMut(Record)) {
        self.open.pop();
        if self.open.len() == 2
            && let Some(record) = self.record.take()
        {
            take(record);
        }
    }

    fn add(&mut self, text: &str) -> Result<(), Refusal> {
        let Some((_, leaf)) = self.open.last() else {
            let blank = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').is_empty();
            return if blank { Ok(()) } else { Err(self.broken("text outside the root element")) };
        };
        if let Some(record) = &mut self.record {
            match record.leaves.get_mut(*leaf) {
                Some(leaf) => leaf.text.push_str(text),
                None => record.text.push_str(text),
            }
        }
        Ok(())
    }

    fn add_reference(&mut self, reference: &BytesRef<'_>) -> Result<(), Refusal> {
        let resolved = match reference.as_ref() {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "apos" => '\'',
            "quot" => '"',
            _ => match reference.resolve_char_ref() {
                Ok(Some(character)) => character,
                Ok(None) => return Err(self.broken("an entity that is not declared by XML itself")),
                Err(error) => return Err(self.broken(&error.to_string())),
            },
        };
        self.add(resolved.encode_utf8(&mut [0; 4]))
    }

    fn count_lines(&mut self, position: usize) {
        let passed = self.text.as_bytes().get(self.counted..position).unwrap_or_default();
        self.line += passed.iter().map(|byte| u64::from(*byte == b'\n')).sum::<u64>();
        self.counted = position.max(self.counted);
    }

    /// Where the reader gave up: a declaration it did not like is still a declaration.
    fn refused_at(&self, position: usize, reason: &str) -> Refusal {
        let rest = self.text.as_bytes().get(position..).unwrap_or_default();
        let rest = rest.trim_ascii_start();
        let is_declaration = [b"<!DOCTYPE".as_slice(), b"<!ENTITY", b"<!ELEMENT", b"<!ATTLIST", b"<!NOTATION"]
            .iter()
            .any(|word| rest.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word)));
        if is_declaration {
            Refusal::Doctype { file: self.file.to_owned(), line: self.line }
        } else {
            self.broken(reason)
        }
    }

    fn broken(&self, reason: &str) -> Refusal {
        Refusal::BrokenXml { file: self.file.to_owned(), line: self.line, reason: reason.to_owned() }
    }
}

/// The text by its byte order mark, else by the encoding it declares, else UTF-8. Strict: bytes that
/// are not of the encoding refuse the file.
fn decode(file: &SourceFile) -> Result<String, Refusal> {
    let bytes = file.bytes.as_slice();
    let (encoding, rest) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, bytes.get(length..).unwrap_or_default()),
        None if bytes.starts_with(b"<\0") => (UTF_16LE, bytes),
        None if bytes.starts_with(b"\0<") => (UTF_16BE, bytes),
        None => (declared(bytes).unwrap_or(UTF_8), bytes),
    };
    if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(rest) {
        return Ok(text.into_owned());
    }
    let (text, _) = encoding.decode_without_bom_handling(rest);
    let before = text.split('\u{FFFD}').next().unwrap_or_default();
    let line = 1 + before.bytes().map(|byte| u64::from(byte == b'\n')).sum::<u64>();
    Err(Refusal::BrokenXml { file: file.name.clone(), line, reason: format!("not {}", encoding.name()) })
}

/// The encoding named in the XML declaration. One that cannot be, UTF-16 in bytes, is passed over.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(200))?;
    let head = String::from_utf8_lossy(head);
    let declaration = head.trim_start().strip_prefix("<?xml")?.split("?>").next()?;
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|character| matches!(character, '"' | '\''))?;
    let label = value.get(1..)?.split(quote).next()?;
    Encoding::for_label_no_replacement(label.as_bytes()).filter(|encoding| encoding.is_ascii_compatible())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<Vec<String>, Refusal> {
        let mut texts = Vec::new();
        let file = SourceFile { name: "e.xml".to_owned(), bytes: bytes.to_vec() };
        records(&file, "EDEX", &mut |record| {
            texts.extend(record.leaves.iter().map(|leaf| format!("{}:{}={}", leaf.line, leaf.path, leaf.text)));
        })?;
        Ok(texts)
    }

    #[test]
    fn records_come_with_their_leaves_and_lines() {
        let found =
            read(b"<EDEX><l>\n<x key='1'>\n<a>A &amp; &#x42;<![CDATA[<c>]]></a><b><c/></b></x></l></EDEX>").unwrap();
        assert_eq!(found, ["3:a=A & B<c>", "3:b=", "3:b/c="]);
    }

    #[test]
    fn declared_encodings_are_followed() {
        let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><EDEX><l><x><a>Zo\xEB</a></x></l></EDEX>";
        assert_eq!(read(latin).unwrap(), ["1:a=Zoë"]);
        let utf16: Vec<u8> =
            "\u{FEFF}<EDEX><l><x><a>Zoë</a></x></l></EDEX>".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(&utf16).unwrap(), ["1:a=Zoë"]);
        assert!(matches!(read(b"<EDEX>\n<a>Zo\xEB</a></EDEX>"), Err(Refusal::BrokenXml { line: 2, .. })));
    }

    #[test]
    fn declarations_are_refused_and_so_is_what_is_broken() {
        for xml in [
            "<!DOCTYPE x><EDEX/>",
            "<EDEX><!DOCTYPE x></EDEX>",
            "\n<!DOCTYPE x [<!ENTITY a",
            "<!ENTITY a \"b\">",
            "<!doctype html><p>",
        ] {
            assert!(matches!(read(xml.as_bytes()), Err(Refusal::Doctype { .. })), "{xml}: {:?}", read(xml.as_bytes()));
        }
        for xml in [
            "<EDEX>&xxe;</EDEX>",
            "<EDEX a='&x;'><b c='&x;'/></EDEX>",
            "<EDEX><a></b></EDEX>",
            "<EDEX>",
            "<EDEX/><EDEX/>",
            "<EDEX/>x",
            "<?xml?>",
            "<EDEX",
            "<EDEX>&#0;</EDEX>",
        ] {
            assert!(
                matches!(read(xml.as_bytes()), Err(Refusal::BrokenXml { .. })),
                "{xml}: {:?}",
                read(xml.as_bytes())
            );
        }
        assert!(matches!(read(b"<html/>"), Err(Refusal::NotEdexml { .. })));
        assert!(matches!(read("<EDEX>".repeat(100_000).as_bytes()), Err(Refusal::BrokenXml { .. })));
    }
}
