//! Files of real systems, read in place.

use super::*;
use rosterfile::rows::DropReason;

#[test]
fn every_edexml_sample_is_read() {
    let Some(folder) = inputs("edexml/oefenweb/Test/File") else { return };
    let mut seen = 0;
    for path in files_below(&folder) {
        let roster = read_quickly(&[load(&path)]).unwrap();
        println!("{}: {} {:?} {:?} {:?}", path.display(), roster.format, roster.year, counts(&roster), roster.problems);
        println!(
            "   {:?}",
            roster.dropped_columns.iter().map(|column| (&column.column, column.rows, column.why)).collect::<Vec<_>>()
        );
        let text = std::fs::read_to_string(&path).unwrap();
        let sections = [text.matches("<leerling key").count(), 0, text.matches("<leerkracht key").count()];
        assert_eq!(counts(&roster)[..3], sections);
        assert!(roster.problems.iter().all(|problem| !problem.fatal));
        let kept = format!("{:?} {:?} {:?}", roster.students, roster.staff, roster.groups);
        for canary in ["133456785", "13345678512", "MA\"", "0,3", "2731"] {
            assert!(!kept.contains(canary), "{canary}");
        }
        seen += 1;
    }
    assert_eq!(seen, 4);
}

#[test]
fn our_sample_of_the_oldest_version_is_read() {
    let roster = read(&[source("oud.xml", include_str!("../fixtures/edexml-1.0.3.xml"))], &options("NL")).unwrap();
    assert_eq!((roster.format.as_str(), counts(&roster)), ("EdeXML 1.03", [2, 0, 1, 1]));
    assert_eq!(roster.problems, []);
    assert!(!format!("{roster:?}").contains("111222333"));
}

#[test]
fn every_folder_of_school_data_sync_is_read() {
    let Some(folder) = inputs("roster_csv/ms-sds/CSV Samples") else { return };
    let expected = [
        ("SDS Format/100 Users", Some([86, 0, 12, 28])),
        ("SDS Format/25 Users", Some([22, 0, 2, 2])),
        ("SDS Format/Min Required Attributes", None),
        ("SDS v2", Some([22, 0, 7, 4])),
        ("SDS v2.1", Some([4, 3, 2, 2])),
        ("UK Format/100 Users", Some([86, 0, 12, 28])),
        ("UK Format/25 Users", Some([22, 0, 2, 28])),
        ("UK Format/Min Required Attributes", None),
    ];
    for (name, expected) in expected {
        let files: Vec<_> = files_below(&folder.join(name)).iter().map(|path| load(path)).collect();
        let answer = read(&files, &options("US"));
        let Some(expected) = expected else {
            assert!(matches!(answer, Err(Refusal::NoHeader { .. })), "{name}: {answer:?}");
            continue;
        };
        let roster = answer.unwrap();
        tell(name, &roster);
        assert_eq!(counts(&roster), expected, "{name}");
        assert!(!format!("{roster:?}").contains("P@ssw"), "{name}");
        let passwords = roster
            .dropped_columns
            .iter()
            .filter(|column| column.column.eq_ignore_ascii_case("password"))
            .collect::<Vec<_>>();
        assert!(!passwords.is_empty() && passwords.iter().all(|column| column.why == DropReason::Forbidden), "{name}");
        assert!(roster.students.iter().all(|student| !student.groups.is_empty()), "{name}");
    }
}

#[test]
fn the_export_of_a_german_school_is_read() {
    let Some(folder) =
        inputs("roster_csv/svws-testmdbs/GOST_Abitur/Abi-Test-Daten-01/EF Blockungen/Aus DB mit Korrektur/Export")
    else {
        return;
    };
    let named = |names: &[&str]| -> Vec<SourceFile> { names.iter().map(|name| load(&folder.join(name))).collect() };
    for (names, expected) in [
        (["Schueler.txt"].as_slice(), [99, 0, 0, 1]),
        (&["Schueler.txt", "Lehrer.txt"], [99, 0, 85, 1]),
        (&["Lehrer.txt", "Klassen.txt", "Schueler.txt", "Kurse.txt", "Kursbelegung.txt"], [99, 0, 85, 83]),
    ] {
        let roster = read(&named(names), &options("DE")).unwrap();
        tell(&format!("{names:?}"), &roster);
        assert_eq!(counts(&roster), expected, "{names:?}");
        assert!(roster.students.iter().all(|student| student.born.is_some()));
    }
    let all: Vec<_> = files_below(&folder)
        .iter()
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .map(|path| load(path))
        .collect();
    let roster = read_quickly(&all).unwrap();
    println!("all: {:?} {:?}", counts(&roster), roster.problems.iter().take(5).collect::<Vec<_>>());
    assert_eq!(counts(&roster)[0], 99);
}

#[test]
fn tables_of_every_shape_are_read_or_refused() {
    for folder in ["csv", "encodings", "images", "oneroster", "names", "vcard", "roster_csv/svws-testmdbs"] {
        let Some(folder) = inputs(folder) else { continue };
        for path in files_below(&folder) {
            if std::fs::metadata(&path).unwrap().len() < 4 << 20 {
                let _ = read_quickly(&[load(&path)]);
            }
        }
    }
}

/// What was read, for who runs the test by hand.
fn tell(name: &str, roster: &Roster) {
    println!("{name}: {:?} {:?}", counts(roster), roster.problems.iter().take(5).collect::<Vec<_>>());
    let dropped = roster.dropped_columns.iter();
    println!(
        "   {:?}",
        dropped.map(|column| (&column.file, &column.column, column.rows, column.why)).collect::<Vec<_>>()
    );
}
