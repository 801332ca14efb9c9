//! Generated rosters read back equal, and nothing at all makes the reader panic.

use super::*;
use proptest::prelude::*;

#[derive(Clone, Debug)]
struct Child {
    call: String,
    surname: String,
    born: (i32, u32, u32),
    group: String,
}

fn children() -> impl Strategy<Value = Vec<Child>> {
    let child = (
        "[A-Z][a-zëéüöñ]{1,12}",
        "[A-Z][a-zëéüöñ]{1,12}( [A-Z][a-z;,|\"]{1,5})?",
        (1990..2020_i32, 1..=12_u32, 1..=28_u32),
        "[1-6][A-D]",
    )
        .prop_map(|(call, surname, born, group)| Child { call, surname, born, group });
    proptest::collection::vec(child, 1..30)
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

fn written(children: &[Child], separator: char, style: usize) -> String {
    let heads = [
        ["Leerlingnummer", "Roepnaam", "Achternaam", "Geboortedatum", "Klas"],
        ["Student Number", "First Name", "Last Name", "Date of Birth", "Class"],
    ];
    let mut text = heads[style % 2].map(quoted).join(&separator.to_string()) + "\r\n";
    for (number, child) in children.iter().enumerate() {
        let (year, month, day) = child.born;
        let born = [
            format!("{year}-{month:02}-{day:02}"),
            format!("{day:02}-{month:02}-{year}"),
            format!("{day}.{month}.{year}"),
            format!("{year}{month:02}{day:02}"),
        ][style % 4]
            .clone();
        let cells = [format!("{number:04}"), child.call.clone(), child.surname.clone(), born, child.group.clone()];
        text += &(cells.map(|cell| quoted(&cell)).join(&separator.to_string()) + "\r\n");
    }
    text
}

fn encoded(text: &str, encoding: usize) -> Vec<u8> {
    match encoding {
        0 => text.as_bytes().to_vec(),
        1 => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        2 => std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect(),
        3 => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        _ => text.chars().map(|character| u8::try_from(u32::from(character)).unwrap()).collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn what_is_written_is_read_back(children in children(), separator in prop::sample::select(vec![',', ';', '\t', '|']), encoding in 0..5_usize, style in 0..4_usize) {
        let roster = read(&[source("l.csv", encoded(&written(&children, separator, style), encoding))], &options("DE")).unwrap();
        let found: Vec<_> = roster.students.iter().map(|student| (student.name.call_name.clone(), student.name.surname.clone(), student.born, student.groups.clone())).collect();
        let expected: Vec<_> = children.iter().map(|child| {
            let (year, month, day) = child.born;
            (child.call.clone(), child.surname.clone(), chrono::NaiveDate::from_ymd_opt(year, month, day), vec![child.group.clone()])
        }).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600), start in prop::sample::select(vec!["", "<", "<EDEX>", "Naam;Klas\n", "\u{FEFF}"])) {
        let _ = read(&[source("x", [start.as_bytes(), &bytes].concat())], &options("NL"));
    }

    #[test]
    fn text_never_panics(cells in proptest::collection::vec("\\PC{0,12}", 1..60), width in 1..8_usize, country in "\\PC{0,3}") {
        let head = ["Naam", "Geboortedatum", "Klas", "Postcode", "Ouder 1 naam", "E-mail", "Geslacht", "Mentor"];
        let rows: Vec<String> = cells.chunks(width).map(|row| row.join(";")).collect();
        let text = format!("{}\n{}", head[..width].join(";"), rows.join("\n"));
        let _ = read(&[source("x.csv", text)], &options(&country));
    }

    #[test]
    fn broken_edexml_never_panics(parts in proptest::collection::vec(prop::sample::select(vec!["<leerlingen>", "</leerlingen>", "<leerling key='1'>", "</leerling>", "<roepnaam>A", "</roepnaam>", "<groep key='g'/>", "<!--", "-->", "&amp;", "&x;", "<![CDATA[", "]]>", "<?x?>", "<!DOCTYPE a>", "é", "<geboortedatum>é2015-01-0é</geboortedatum>"]), 0..30)) {
        let _ = read(&[source("x.xml", format!("<EDEX>{}", parts.concat()))], &options("NL"));
    }
}
