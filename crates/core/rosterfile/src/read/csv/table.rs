//! A table out of a text: separator, heading row, rows with their lines.

use ::csv::{ReaderBuilder, StringRecord};

use super::super::LIMIT_MIB;
use super::super::text::Decoded;
use super::super::values::clean;
use super::headings::{Verdict, recognise};
use crate::rows::{DropReason, Refusal};

const SEPARATORS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// The widest table read; what is to the right of it makes a row ragged.
const MAX_COLUMNS: usize = 500;

/// The longest table read, in records.
const MAX_ROWS: usize = 500_000;

/// How many records the separator and the heading are looked for in.
const HEAD: usize = 20;

/// A file in rows and columns.
#[derive(Debug)]
pub(crate) struct Table {
    pub file: String,
    pub encoding: String,
    pub separator: char,
    pub headings: Vec<String>,
    pub rows: Vec<Row>,
    pub odd_lines: Vec<u64>,
}

/// A record, with the line of the file it begins on.
#[derive(Debug)]
pub(crate) struct Row {
    pub line: u64,
    /// Where its text begins.
    start: usize,
    cells: StringRecord,
}

impl Row {
    /// A cell, empty where the row is too short.
    pub fn cell(&self, at: usize) -> &str {
        self.cells.get(at).unwrap_or_default()
    }

    /// Cells up to the last that holds something.
    pub fn used(&self) -> usize {
        (1..).zip(&self.cells).filter(|(_, cell)| !cell.trim().is_empty()).map(|(count, _)| count).last().unwrap_or(0)
    }

    pub fn len(&self) -> usize {
        self.cells.len()
    }
}

impl Table {
    /// Parses a text. What is no table has one column nobody knows; only too many rows are refused.
    pub fn parse(file: &str, decoded: Decoded) -> Result<Table, Refusal> {
        let (text, hint, skipped) = separator_hint(&decoded.text);
        let separator = hint.unwrap_or_else(|| find_separator(text));
        let mut rows = records(text, separator, true, MAX_ROWS + 1);
        if rows.iter().any(has_swallowed_lines) {
            rows = records(text, separator, false, MAX_ROWS + 1);
        }
        if rows.len() > MAX_ROWS {
            return Err(Refusal::TooLarge { file: file.to_owned(), limit_mib: LIMIT_MIB });
        }
        let at = heading_row(&rows);
        let mut rows = rows.into_iter().skip(at);
        let headings = rows.next().map(|row| headings(&row)).unwrap_or_default();
        let rows = rows
            .filter(|row| row.used() > 0)
            .map(|row| Row { line: row.line + skipped, ..mended(row, text, separator, headings.len()) })
            .collect();
        Ok(Table {
            file: file.to_owned(),
            encoding: decoded.encoding,
            separator: char::from(separator),
            headings,
            rows,
            odd_lines: decoded.odd_lines,
        })
    }
}

/// A trailing separator makes a heading without a name, which is no column.
fn headings(row: &Row) -> Vec<String> {
    row.cells.iter().take(row.used().min(MAX_COLUMNS)).map(clean).collect()
}

/// Spreadsheets write `sep=;` before the heading.
fn separator_hint(text: &str) -> (&str, Option<u8>, u64) {
    let Some(rest) = text.strip_prefix("sep=").or_else(|| text.strip_prefix("SEP=")) else { return (text, None, 0) };
    let mut characters = rest.chars();
    let separator = characters
        .next()
        .filter(char::is_ascii)
        .and_then(|found| u8::try_from(found).ok())
        .filter(|found| SEPARATORS.contains(found));
    let rest = characters.as_str();
    match (separator, rest.split_once('\n')) {
        (Some(separator), Some((end, table))) if end.trim().is_empty() => (table, Some(separator), 1),
        _ => (text, None, 0),
    }
}

/// The separator under which most headings are known, then most rows agree, then most columns are.
fn find_separator(text: &str) -> u8 {
    let score = |separator: u8| {
        let rows = records(text, separator, true, HEAD);
        let known = rows.get(heading_row(&rows)).map_or(0, known_headings);
        let width = rows.get(heading_row(&rows)).map_or(0, Row::len);
        let agree = rows.iter().filter(|row| row.len() == width).count();
        if width < 2 { (known, 0, 0) } else { (known, agree * 100 / rows.len().max(1), width) }
    };
    SEPARATORS.into_iter().rev().max_by_key(|separator| score(*separator)).unwrap_or(b',')
}

fn records(text: &str, separator: u8, quoting: bool, limit: usize) -> Vec<Row> {
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .quoting(quoting)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for cells in reader.records().take(limit) {
        let Ok(cells) = cells else { continue };
        let (line, start) = cells.position().map_or((0, 0), |position| (position.line(), position.byte()));
        let start = usize::try_from(start).unwrap_or(usize::MAX);
        // The reader notes where it began to look, before the empty lines it then passed over.
        let passed =
            text.as_bytes().get(start..).unwrap_or_default().iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
        let (ends, length) = passed.fold((0, 0), |(ends, length), byte| (ends + u64::from(*byte == b'\n'), length + 1));
        rows.push(Row { line: line + ends, start: start.saturating_add(length), cells });
    }
    rows
}

/// A row of the wrong width by a stray quotation mark, as in `"StR"";"x"`, is split without regard to
/// quotes where that gives the right width.
fn mended(row: Row, text: &str, separator: u8, width: usize) -> Row {
    let is_one_line = !row.cells.iter().any(|cell| cell.contains('\n'));
    if row.len() == width || !is_one_line {
        return row;
    }
    let line = text.get(row.start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let cells: StringRecord = line.split(char::from(separator)).map(|cell| cell.trim().trim_matches('"')).collect();
    if line.contains("\"\"") && cells.len() == width { Row { cells, ..row } } else { row }
}

/// A quotation mark that nobody closed takes the lines after it into one cell.
fn has_swallowed_lines(row: &Row) -> bool {
    row.cells.iter().any(|cell| cell.len() > 1000 && cell.bytes().filter(|byte| *byte == b'\n').count() > 10)
}

/// The first record with two known headings; titles may stand above it.
fn heading_row(rows: &[Row]) -> usize {
    let head = rows.iter().take(HEAD);
    head.clone()
        .position(|row| known_headings(row) >= 2)
        .or_else(|| head.clone().position(|row| row.used() > 0))
        .unwrap_or(0)
}

fn known_headings(row: &Row) -> usize {
    row.cells
        .iter()
        .take(200)
        .filter(|cell| cell.len() < 80 && recognise(cell) != Verdict::Drop(DropReason::Unknown))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Table {
        Table::parse("f.csv", Decoded { text: text.to_owned(), encoding: "UTF-8".to_owned(), odd_lines: Vec::new() })
            .unwrap()
    }

    #[test]
    fn separators_are_found() {
        for (text, separator) in [
            ("Roepnaam;Achternaam\nAda;Lovelace, King\n", ';'),
            ("Name,Class\n\"Aartsen, Dae\",3HB\n", ','),
            ("Name\tClass\nAda\t1\n", '\t'),
            ("Name|Class\nAda|1\n", '|'),
            ("sep=;\nName;Class\nAda;1\n", ';'),
            ("Name\nAda\n", ';'),
        ] {
            assert_eq!(table(text).separator, separator, "{text}");
        }
    }

    #[test]
    fn lines_are_those_of_the_file() {
        let found = table("Leerlingen 2025\n\nNaam;Klas\n\n\"Ada\nLovelace\";1\r\n\r\nBob;2\n;\n");
        assert_eq!(found.headings, ["Naam", "Klas"]);
        assert_eq!(found.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [5, 8]);
        assert_eq!(table("sep=;\nNaam;Klas\nAda;1\n").rows.first().unwrap().line, 3);
    }

    #[test]
    fn a_stray_quote_does_not_shift_the_row() {
        let found = table("Naam;Titel;Klas\n\"Ada\";\"StR\"\";\"1A\"\n\"Bob\";\"x; y\";\"1B\"\n");
        let cells: Vec<_> = found.rows.iter().map(|row| [row.cell(0), row.cell(1), row.cell(2)]).collect();
        assert_eq!(cells, [["Ada", "StR", "1A"], ["Bob", "x; y", "1B"]]);
    }

    #[test]
    fn an_unclosed_quote_does_not_swallow_the_file() {
        let text = format!(
            "Naam;Klas\n\"Ada;1\n{}",
            "Bob Bobsen met een lange naam erbij en nog wat, zodat het opvalt, en nog veel meer;2\n".repeat(20)
        );
        assert_eq!(table(&text).rows.len(), 21);
    }
}
