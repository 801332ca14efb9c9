use super::super::{Options, read as read_files};
use crate::rows::{DropReason, Fault, Gender, Refusal, Roster, SourceFile};

fn options() -> Options {
    Options {
        country: "NL".to_owned(),
        keep_gender: true,
        keep_nationality: false,
        today: "2026-01-01".parse().unwrap(),
        mapping: None,
    }
}

fn read(body: &str) -> Result<Roster, Refusal> {
    read_files(
        &[SourceFile { name: "e.xml".to_owned(), bytes: format!("<EDEX>{body}</EDEX>").into_bytes() }],
        &options(),
    )
}

#[test]
fn a_pupil_is_read_and_the_citizen_number_is_not() {
    let roster = read(
        "<school><schooljaar>2023-2024</schooljaar><xsdversie>2.1</xsdversie></school>
        <leerlingen><leerling key='1'><achternaam>Hof</achternaam><voorvoegsel>van 't</voorvoegsel><voornamen>Gerard</voornamen>
        <geboortedatum>2006-06-21</geboortedatum><geslacht>2</geslacht><groep key='g'/><land>MA</land><bsn>111222333</bsn><postcodenl>1234 ab</postcodenl>
        </leerling></leerlingen><groepen><groep key='g'><naam>4A</naam><jaargroep>4</jaargroep></groep></groepen>",
    )
    .unwrap();
    let student = &roster.students[0];
    assert_eq!((student.name.call_name.as_str(), student.name.infix.as_str()), ("Gerard", "van 't"));
    assert_eq!(
        (student.gender, student.postcode.as_deref(), student.groups.as_slice()),
        (Some(Gender::Female), Some("1234AB"), ["g".to_owned()].as_slice())
    );
    assert_eq!(roster.groups[0].level, "4");
    let forbidden: Vec<_> = roster
        .dropped_columns
        .iter()
        .filter(|column| column.why == DropReason::Forbidden)
        .map(|column| (column.column.as_str(), column.rows))
        .collect();
    assert_eq!(forbidden, [("bsn", 1), ("land", 1)]);
    assert_eq!((roster.format.as_str(), roster.problems), ("EdeXML 2.1", vec![]));
}

#[test]
fn files_beyond_the_schema_are_read_all_the_same() {
    let roster = read(
        "<school><schooljaar>2026-2027</schooljaar><xsdversie>2.1</xsdversie></school><leerlingen><leerling key='1'><roepnaam>Ada</roepnaam><nieuw>x</nieuw>
        <toevoegingen><blok xmlns:xsi='x' xsi:type='LeverancierType'><burgerservicenummer>111222333</burgerservicenummer></blok></toevoegingen></leerling></leerlingen>",
    )
    .unwrap();
    assert_eq!(roster.students.len(), 1);
    let faults: Vec<_> = roster.problems.iter().map(|problem| (&problem.fault, problem.fatal)).collect();
    let beyond = |what: &str| Fault::BeyondSchema(what.to_owned());
    assert_eq!(faults, [(&beyond("nieuw"), false), (&beyond("LeverancierType"), false), (&beyond("2026-2027"), false)]);
    assert!(
        roster
            .dropped_columns
            .iter()
            .any(|column| column.column.ends_with("burgerservicenummer") && column.why == DropReason::Forbidden)
    );
}

#[test]
fn faults_are_reported_by_row_and_element() {
    let roster = read(
        "\n<leerlingen>\n<leerling key='1'><roepnaam>Ada</roepnaam><geboortedatum>2030-01-01</geboortedatum><groep key='nowhere'/><postcodenl>12</postcodenl></leerling>
<leerling key='1'><roepnaam>Bob</roepnaam></leerling>\n<leerling key='3'><geslacht>1</geslacht></leerling>\n<leerling><roepnaam>Cleo</roepnaam></leerling></leerlingen>",
    )
    .unwrap();
    let found: Vec<_> = roster
        .problems
        .iter()
        .map(|problem| (problem.place.row, problem.place.column.as_deref(), problem.fatal))
        .collect();
    let expected = [
        (3, Some("geboortedatum"), false),
        (3, Some("groep"), false),
        (3, Some("postcodenl"), false),
        (4, None, true),
        (5, None, true),
        (6, Some("key"), true),
    ];
    assert_eq!(found, expected);
    assert_eq!(roster.students.len(), 1);
}
