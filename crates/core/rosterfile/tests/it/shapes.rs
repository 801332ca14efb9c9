//! Headings seen in public code (HEADERS-SEEN.md), with people of our own.

use super::*;
use rosterfile::read::{Mapping, propose};
use rosterfile::rows::{DropReason, Fault};

#[test]
fn the_dutch_list_with_a_mentor() {
    let roster = read_one("lln.csv", "Stamnummer;Roepnaam;Tussenvoegsel;Achternaam;Klas;Klassenmentor 1\n0114;Dae;;Aartsen;3HB;Houtman, Bart\n0115;Eef;van der;Aa;3HB;Houtman, Bart\n", "NL").unwrap();
    assert_eq!(counts(&roster), [2, 0, 1, 1]);
    assert_eq!((roster.students[0].key.as_str(), roster.students[1].name.infix.as_str()), ("0114", "van der"));
    assert_eq!(
        (roster.staff[0].name.surname.as_str(), roster.staff[0].groups.as_slice()),
        ("Houtman", ["3HB".to_owned()].as_slice())
    );
    let comma =
        read_one("lln.csv", "Stamnummer,Naam,Klas,Mentor\n114334,\"Aartsen, Dae\",3HB,\"Houtman, Bart\"\n", "NL")
            .unwrap();
    assert_eq!((counts(&comma), comma.students[0].name.surname.as_str()), ([1, 0, 1, 1], "Aartsen"));
}

#[test]
fn the_flemish_list_with_a_trailing_separator() {
    let text = "Instellingsnummer;Naam;Voornaam;Klas;Klascode;Klasnummer;Gebruikersnaam;Pointer;Stamnummer;\n1;Peeters;Lotte;1A;a;12;lotte.peeters;77;202401;\n1;Maes;Jan;1A;a;13;jan.maes;78;202402\n";
    let roster = read_one("informat.csv", text, "BE").unwrap();
    assert_eq!((counts(&roster), roster.problems.as_slice()), ([2, 0, 0, 1], [].as_slice()));
    let lotte = &roster.students[0];
    assert_eq!(
        (lotte.key.as_str(), lotte.name.call_name.as_str(), lotte.name.surname.as_str()),
        ("202401", "Lotte", "Peeters")
    );
}

#[test]
fn the_indian_list_with_guardians_and_short_rows() {
    let head = "First Name,Last Name,Email,Phone,Admission Number,Admission Date,Roll Number,Grade,Section,Father Name,Father Phone,Mother Name,Guardian Name,Guardian Relation,Guardian Phone,Aadhaar Number\n";
    let rows = "Asha,Rao,asha@school.in,9800000001,A1,01/06/2024,1,7,A,Ravi Rao,+91 98000 00002,Uma Rao,Om Rao,Uncle,9800000003,123412341234\n\
                Dev,Rao,dev@school.in,9800000004,A2,01/06/2024,2,7,A,Ravi Rao,+91 98000 00002,Uma Rao,Uncle,9800000003,123412341234\n\
                Mira,Rao,mira@school.in,,A3,01/06/2024,3,7,A,Ravi Rao,+91 98000 00002,Uma Rao\n";
    let roster = read_one("students.csv", &format!("{head}{rows}"), "IN").unwrap();
    assert_eq!(counts(&roster), [2, 5, 0, 1]);
    assert_eq!((roster.groups[0].name.as_str(), roster.groups[0].level.as_str()), ("7 A", "7"));
    let relations: Vec<_> = roster.guardians.iter().take(3).map(|guardian| guardian.relationship.as_str()).collect();
    assert_eq!(relations, ["other", "father", "mother"]);
    let ragged: Vec<_> =
        roster.problems.iter().map(|problem| (problem.place.row, &problem.fault, problem.fatal)).collect();
    assert_eq!(
        ragged,
        [(3, &Fault::Ragged { found: 15, expected: 16 }, true), (4, &Fault::Ragged { found: 12, expected: 16 }, false)]
    );
    assert!(!format!("{roster:?}").contains("123412341234"));
}

#[test]
fn a_list_of_guardians_joins_by_student_number() {
    let students =
        source("leerlingen.csv", "Leerlingnummer;Roepnaam;Achternaam;Klas\n1;Ada;Byron;1A\n2;Bob;Byron;1B\n");
    let guardians = source(
        "ouders.csv",
        "Leerlingnummer;Voornaam;Achternaam;Relatie;E-mail;Mobiel\n1;Anna;Milbanke;Moeder;anna@example.org;06 12345678\n2;Anna;Milbanke;Moeder;anna@example.org;06 12345678\n9;Nie;Mand;Vader;;\n",
    );
    let roster = read(&[guardians, students], &options("NL")).unwrap();
    assert_eq!(counts(&roster), [2, 2, 0, 2]);
    assert_eq!(roster.guardians[0].phone.as_deref(), Some("06 12345678"));
    assert!(
        roster.problems.iter().any(|problem| problem.fault == Fault::UnknownStudent("9".to_owned()) && problem.fatal)
    );
}

#[test]
fn guardians_in_a_table_join_pupils_in_edexml() {
    let xml =
        source("e.xml", "<EDEX><leerlingen><leerling key='7'><roepnaam>Ada</roepnaam></leerling></leerlingen></EDEX>");
    let guardians = source("ouders.csv", "Leerlingnummer,Naam,E-mail\n7,Anna Milbanke,anna@example.org\n");
    let roster = read(&[xml, guardians], &options("NL")).unwrap();
    assert_eq!((counts(&roster), roster.format.as_str()), ([1, 1, 0, 0], "EdeXML + CSV"));
}

#[test]
fn faults_name_row_and_column() {
    let text = "Leerlingnummer;Roepnaam;Achternaam;Geboortedatum;Postcode;E-mail\n1;Ada;Byron;31-02-2015;12;ada\n2;;;01-02-2015;1234 ab;\n3;Bob;Byron;01-02-2030;;\n1;Cleo;Dam;;;\n4;Di;".to_owned() + &"x".repeat(101) + ";;;\n";
    let roster = read_one("l.csv", &text, "NL").unwrap();
    let found: Vec<_> = roster
        .problems
        .iter()
        .map(|problem| (problem.place.row, problem.place.column.as_deref().unwrap_or(""), problem.fatal))
        .collect();
    let expected = [
        (2, "Geboortedatum", false),
        (2, "Postcode", false),
        (2, "E-mail", false),
        (3, "", true),
        (4, "Geboortedatum", false),
        (5, "", true),
        (6, "", true),
    ];
    assert_eq!(found, expected);
    assert_eq!(roster.students.len(), 2);
}

#[test]
fn citizen_numbers_are_known_by_themselves() {
    let text = "Leerlingnummer;Roepnaam\n111222333;Ada\n123456782;Bob\n111222333;Cleo\n123456782;Di\n111222333;Eef\n";
    let roster = read_one("l.csv", text, "NL").unwrap();
    assert_eq!((roster.students.len(), roster.dropped_columns[0].why), (5, DropReason::Forbidden));
    assert!(!format!("{roster:?}").contains("111222333"));
}

#[test]
fn a_mapping_corrects_the_guess_but_not_the_prohibition() {
    let file = || source("l.csv", "Kind;Wie;BSN;Klas\nAda;Byron;111222333;1A\n");
    let mut options = options("NL");
    assert!(matches!(read(&[file()], &options), Err(Refusal::NoHeader { .. })));
    let chosen = [("Kind", "call_name"), ("Wie", "surname"), ("BSN", "number"), ("Klas", "-")];
    let headings = chosen.map(|(heading, field)| (heading.to_owned(), field.to_owned())).into();
    options.mapping = Some(Mapping { files: [("l.csv".to_owned(), headings)].into() });
    let roster = read(&[file()], &options).unwrap();
    assert_eq!((counts(&roster), roster.students[0].number.as_deref()), ([1, 0, 0, 0], None));
    let proposal = propose(&[file()], &options).unwrap();
    let columns: Vec<_> = proposal.files[0]
        .headings
        .iter()
        .map(|heading| (heading.field.as_deref().unwrap_or(""), heading.samples.len()))
        .collect();
    assert_eq!(columns, [("call_name", 1), ("surname", 1), ("", 0), ("", 0)]);
}

#[test]
fn a_thousand_students_take_a_blink() {
    let mut text = String::from(
        "Leerlingnummer;Roepnaam;Achternaam;Geboortedatum;Klas;Postcode;Ouder 1 naam;Ouder 1 e-mail;Ouder 2 naam;Ouder 2 telefoon\n",
    );
    for number in 0..1000 {
        let second = if number % 5 < 3 { format!("Piet Dam{number};06{number:08}") } else { ";".to_owned() };
        text.push_str(&format!("{number};Kind{number};de Vries;{:02}-{:02}-2012;{}A;1234 AB;Anna Dam{number};a{number}@example.org;{second}\n", number % 28 + 1, number % 12 + 1, number % 30));
    }
    let start = Instant::now();
    let roster = read_one("l.csv", &text, "NL").unwrap();
    println!("1,000 students: {:?}", start.elapsed());
    assert_eq!((counts(&roster), roster.problems.len()), ([1000, 1600, 0, 30], 0));
    assert!(start.elapsed() < Duration::from_millis(if cfg!(debug_assertions) { 1000 } else { 200 }));
}

#[test]
fn without_keys_namesakes_stay_apart_and_rows_of_one_child_join() {
    let roster = read_one("l.csv", "Roepnaam;Achternaam;Klas\nEmma;Jansen;1A\nEmma;Jansen;1B\n", "NL").unwrap();
    assert_eq!(roster.students.len(), 2);
    let text = "Vorname;Name;GebDat;Kursbezeichnung\nEmma;Jansen;1.2.2010;M1\nEmma;Jansen;1.2.2010;E1\n";
    let roster = read_one("l.csv", text, "DE").unwrap();
    assert_eq!((roster.students.len(), roster.students[0].groups.len(), roster.problems.len()), (1, 2, 0));
    assert_eq!(read_one("l.csv", text, "DE").unwrap(), roster);
}

#[test]
fn canvas_tables_join() {
    let files = [
        source(
            "users.csv",
            "user_id,login_id,first_name,last_name,email,status\nu1,a,Ada,Byron,ada@example.org,active\nu2,t,Tom,Teacher,tom@example.org,active\n",
        ),
        source("courses.csv", "course_id,short_name,long_name,account_id,term_id,status\nc1,M,Maths,,,active\n"),
        source("sections.csv", "section_id,course_id,name,start_date,end_date,status\ns1,c1,Maths 1,,,active\n"),
        source(
            "enrollments.csv",
            "course_id,user_id,role,section_id,status,associated_user_id\nc1,u1,student,s1,active,\nc1,u2,teacher,s1,active,\n",
        ),
    ];
    let roster = read(&files, &options("US")).unwrap();
    println!("{roster:?}");
    assert_eq!(counts(&roster), [1, 0, 1, 1]);
    assert_eq!(roster.students[0].groups, ["s1"]);
}
