//! What is sent to break in: declarations, formulas, odd strings, broken pictures.

use super::*;
use rosterfile::rows::Fault;

#[test]
fn declarations_are_refused() {
    let Some(folder) = inputs("attack/xml-defused/xmltestdata") else { return };
    for path in files_below(&folder) {
        let text = std::fs::read_to_string(&path).unwrap();
        match read_quickly(&[load(&path)]) {
            Err(Refusal::Doctype { .. }) => assert!(text.contains("<!DOCTYPE"), "{}", path.display()),
            Err(Refusal::NotEdexml { .. }) => assert!(!text.contains("<!DOCTYPE"), "{}", path.display()),
            other => panic!("{}: {other:?}", path.display()),
        }
    }
}

#[test]
fn every_line_of_the_lists_is_answered() {
    let Some(folder) = inputs("attack") else { return };
    let text = std::fs::read_to_string(folder.join("xxe/Intruder/xxe-injection-payload-list.txt.txt")).unwrap();
    for line in text.lines() {
        let answer = read_quickly(&[source("x.xml", line)]);
        let inside = read_quickly(&[source("x.xml", format!("<EDEX>{line}</EDEX>"))]);
        if line.trim_start().to_ascii_uppercase().starts_with("<!DOCTYPE") {
            assert!(
                matches!((&answer, &inside), (Err(Refusal::Doctype { .. }), Err(Refusal::Doctype { .. }))),
                "{line}: {answer:?} {inside:?}"
            );
        }
        if line.contains("&xxe;") {
            assert!(answer.is_err() && inside.is_err(), "{line}");
        }
    }
    for block in
        text.split("\n\n").filter(|block| block.trim_start().starts_with("<?xml") && block.contains("<!DOCTYPE"))
    {
        let answer = read_quickly(&[source("x.xml", block)]);
        assert!(matches!(answer, Err(Refusal::Doctype { .. })), "{block}: {answer:?}");
    }
}

#[test]
fn formulas_are_kept_as_text_and_named() {
    let Some(folder) = inputs("attack/csv-injection/Intruder") else { return };
    let text = std::fs::read_to_string(folder.join("csv-payload.txt")).unwrap();
    for line in text.lines() {
        let cell = format!("\"{}\"", line.replace('"', "\"\""));
        let roster = read(&[source("s.csv", format!("Roepnaam,Achternaam\nAda,{cell}\n"))], &options("NL")).unwrap();
        assert_eq!(roster.students.len(), 1, "{line}");
        let named = roster.problems.iter().any(|problem| problem.fault == Fault::Formula);
        assert_eq!(named, line.starts_with(['=', '@', '+', '-']), "{line}");
    }
}

#[test]
fn naughty_strings_are_names_or_faults() {
    let Some(folder) = inputs("attack/blns/resources") else { return };
    let strings: Vec<String> = serde_json::from_slice(&std::fs::read(folder.join("blns.json")).unwrap()).unwrap();
    let mut table = String::from("Leerlingnummer,Roepnaam,Achternaam\n");
    for (number, text) in strings.iter().enumerate() {
        table.push_str(&format!("{number},\"{}\",Jansen\n", text.replace('"', "\"\"").replace('\0', "")));
        let xml = format!(
            "<EDEX><leerlingen><leerling key='1'><achternaam>{text}</achternaam></leerling></leerlingen></EDEX>"
        );
        let _ = read_quickly(&[source("n.xml", xml)]);
        let _ = read_quickly(&[source("n.csv", text.as_str())]);
    }
    let roster = read_quickly(&[source("n.csv", table)]).unwrap();
    let lost = roster.problems.iter().filter(|problem| problem.fatal).count();
    assert_eq!(roster.students.len() + lost, strings.len());
    assert!(roster.students.len() * 10 > strings.len() * 9, "{lost} of {}", strings.len());
}

#[test]
fn pictures_are_no_rosters() {
    let Some(folder) = inputs("attack/images-image-rs") else { return };
    for path in files_below(&folder) {
        let file = load(&path);
        if file.bytes.len() < 4 << 20 {
            let answer = read_quickly(&[file]);
            assert!(answer.is_err(), "{}: {answer:?}", path.display());
        }
    }
}

#[test]
fn floods_are_answered() {
    let flood = |text: String| {
        let start = Instant::now();
        drop(read(&[source("f", text)], &options("NL")));
        println!("{:?}", start.elapsed());
    };
    flood(format!("Naam{}\n", ";Klas".repeat(300_000)));
    flood(format!("Naam;Klas\n{}", "\";\n".repeat(20_000)));
    flood(format!("Leerlingnummer;Naam;Geboortedatum\n{}", "1;A B;x\n".repeat(10_000)));
    flood(format!("<EDEX><leerlingen><leerling key='1'>{}", "<a/>".repeat(300_000)));
    flood(format!("<EDEX><{0}><{0}><{0}><{0}/></{0}></{0}></{0}></EDEX>", "a".repeat(500_000)));
    flood(format!("<EDEX {}/>", (0..20_000).map(|number| format!("a{number}='' ")).collect::<String>()));
}
