//! Deliveries: nothing before the yes, nothing forbidden after it, nobody deleted (C042, C051, C057–C062).

use std::path::Path;

use axum::http::StatusCode;
use kernel::clock::{DAY, HOUR};
use kernel::{Error, Result};
use people::{StudentId, student};
use roster::Report;
use roster::delivery::{self, Rules};
use roster::plan::Tally;
use roster::rows::SourceFile;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use store::Role;
use testkit::{School, Test};

use crate::inputs::{files_below, inputs};
use crate::raw;

/// A citizen number that passes the eleven-test.
const BSN: &str = "123456782";

const PUPILS: &str = "student id,first name,last name,postcode,class,bsn\n\
    1,Ida,Tree,1234AB,5A,123456782\n\
    2,Ben,Tree,1234AB,5A,\n\
    3,Cas,Bush,2345BC,5B,\n";

const EDEXML: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<EDEX xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="EDEXML.structuur.xsd">
  <school><schooljaar>2026-2027</schooljaar><brincode>99ZZ</brincode><xsdversie>1.03</xsdversie></school>
  <groepen><groep key="g7"><naam>Zeven</naam><jaargroep>7</jaargroep></groep></groepen>
  <leerlingen>
    <leerling key="1001"><achternaam>Dijk</achternaam><voorvoegsel>van</voorvoegsel><roepnaam>Sanne</roepnaam>
      <geboortedatum>2015-02-28</geboortedatum><geslacht>2</geslacht><groep key="g7"/>
      <onderwijsnummer>123456782</onderwijsnummer><postcodenl>1234AB</postcodenl></leerling>
    <leerling key="1002"><roepnaam>Noor</roepnaam><groep key="g7"/></leerling>
  </leerlingen>
  <leerkrachten><leerkracht key="L1"><achternaam>Visser</achternaam><voorletters-1>A</voorletters-1>
    <groepen><groep key="g7"/></groepen></leerkracht></leerkrachten>
</EDEX>"#;

fn csv(text: &str) -> Vec<SourceFile> {
    vec![SourceFile { name: "pupils.csv".to_owned(), bytes: text.as_bytes().to_vec() }]
}

fn import(test: &Test, school: &School, files: Vec<SourceFile>, stores: bool) -> Result<Report> {
    let rules = Rules::of(test.house().edition("school").unwrap(), &school.entry.country);
    delivery::import(&school.context, files, &rules, stores)
}

fn added(n: u64) -> Tally {
    Tally { added: n, ..Tally::default() }
}

fn pupil(school: &School, call_name: &str) -> student::Model {
    let find = student::Entity::find().filter(student::Column::CallName.eq(call_name));
    school.arrange(|work| Ok(find.one(work.db())?.unwrap())).unwrap()
}

#[tokio::test]
async fn an_upload_stores_nobody_until_it_is_applied() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let mut office = school.desk(Role::Office).unwrap();
    let upload = office.upload(&school.at("/roster"), &[("pupils.csv", PUPILS.as_bytes())]).await.unwrap();
    assert_eq!(upload.status, StatusCode::SEE_OTHER);
    let preview = upload.location().to_owned();
    let page = office.get(&preview).await.unwrap();
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.shows("Ida Tree") && !page.shows(BSN), "the preview names who comes, and no citizen number");
    for table in ["student", "study_group", "household", "enrolment"] {
        assert_eq!(raw::count(&school.context, table), 0, "{table}");
    }
    let apply = office.post(&format!("{preview}/apply"), &[]).await.unwrap();
    assert_eq!(apply.status, StatusCode::SEE_OTHER);
    for (table, rows) in
        [("student", 3), ("study_group", 2), ("household", 2), ("enrolment", 3), ("delivery", 0), ("delivery_file", 0)]
    {
        assert_eq!(raw::count(&school.context, table), rows, "{table}");
    }
    assert_eq!(office.get(&preview).await.unwrap().status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_cancelled_upload_is_gone_at_once() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let mut office = school.desk(Role::Office).unwrap();
    let upload = office.upload(&school.at("/roster"), &[("pupils.csv", PUPILS.as_bytes())]).await.unwrap();
    office.post(&format!("{}/cancel", upload.location()), &[]).await.unwrap();
    assert_eq!(raw::count(&school.context, "delivery_file"), 0);
    assert_eq!(raw::holds(&school.context, BSN), None);
    assert_eq!(raw::count(&school.context, "student"), 0);
}

#[test]
fn a_dry_run_counts_and_stores_nothing() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let report = import(&test, &school, csv(PUPILS), false).unwrap();
    assert_eq!((report.students, report.groups, report.households), (added(3), added(2), 2));
    assert!(!report.is_empty);
    assert_eq!(raw::count(&school.context, "student"), 0);
}

#[test]
fn a_second_import_of_the_same_file_changes_nothing() {
    let test = crate::house();
    for (name, files) in [
        ("Table", csv(PUPILS)),
        ("Edex", vec![SourceFile { name: "pupils.xml".to_owned(), bytes: EDEXML.as_bytes().to_vec() }]),
    ] {
        let school = test.school(name, "school").unwrap();
        let first = import(&test, &school, files.clone(), true).unwrap();
        assert!(first.students.added > 1 && !first.is_empty, "{name}");
        let before = raw::state(&school.context);
        let again = import(&test, &school, files, true).unwrap();
        assert!(again.is_empty, "{name}: {again:?}");
        assert_eq!(again.students, Tally::default());
        assert_eq!(raw::state(&school.context), before, "{name}");
    }
}

#[test]
fn edexml_brings_pupils_groups_and_teachers() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let files = vec![SourceFile { name: "pupils.xml".to_owned(), bytes: EDEXML.as_bytes().to_vec() }];
    let report = import(&test, &school, files, true).unwrap();
    assert_eq!((report.students, report.staff, report.groups), (added(2), added(1), added(1)));
    assert_eq!(raw::count(&school.context, "teaching"), 1);
    assert_eq!(pupil(&school, "Sanne").infix, "van");
}

#[test]
fn who_is_missing_from_the_file_leaves_but_stays_on_record() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    import(&test, &school, csv(PUPILS), true).unwrap();
    let without_cas = PUPILS.lines().filter(|line| !line.contains("Cas")).collect::<Vec<_>>().join("\n");
    let report = import(&test, &school, csv(&without_cas), true).unwrap();
    assert_eq!(report.students.leaving, 1);
    assert_eq!(raw::count(&school.context, "student"), 3);
    let today = school.context.clock.now().date();
    let cas = pupil(&school, "Cas");
    assert_eq!((cas.left_on, pupil(&school, "Ida").left_on), (Some(today), None));
    school.advance(30 * DAY);
    let report = import(&test, &school, csv(PUPILS), true).unwrap();
    assert_eq!((report.students.added, report.students.changed), (0, 1));
    let back = pupil(&school, "Cas");
    assert_eq!((back.id, back.left_on), (cas.id, None));
    assert!(import(&test, &school, csv(PUPILS), false).unwrap().is_empty);
}

#[test]
fn a_household_split_by_hand_survives_the_next_import() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    import(&test, &school, csv(PUPILS), true).unwrap();
    let (ida, ben) = (pupil(&school, "Ida"), pupil(&school, "Ben"));
    assert_eq!(ida.household_id, ben.household_id);
    let office = school.desk(Role::Office).unwrap();
    split(&school, office, ben.id);
    let apart = pupil(&school, "Ben").household_id;
    assert_ne!(apart, ida.household_id);
    let again = import(&test, &school, csv(PUPILS), true).unwrap();
    assert!(again.is_empty, "{again:?}");
    assert_eq!(pupil(&school, "Ben").household_id, apart);
}

#[tokio::main(flavor = "current_thread")]
async fn split(school: &School, mut office: testkit::Browser, student: StudentId) {
    let answer = office.post(&school.at(&format!("/students/{student}/place")), &[("household", "own")]).await.unwrap();
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

#[test]
fn a_citizen_number_is_dropped_and_stands_in_no_cell() {
    let test = crate::house();
    let files = vec![SourceFile { name: "pupils.xml".to_owned(), bytes: EDEXML.as_bytes().to_vec() }];
    for (name, files) in [("Table", csv(PUPILS)), ("Edex", files)] {
        let school = test.school(name, "school").unwrap();
        let report = import(&test, &school, files, true).unwrap();
        assert!(!report.dropped_columns.is_empty(), "{name}");
        assert_eq!(raw::holds(&school.context, BSN), None, "{name}");
        assert!(raw::holds(&school.context, "1234AB").is_some(), "{name}: the search finds what is there");
        assert!(!format!("{report:?}").contains(BSN), "{name}");
        if !testkit::raw::is_in_files() {
            continue;
        }
        for file in std::fs::read_dir(test.house().schools.file(school.entry.id).parent().unwrap()).unwrap() {
            let bytes = std::fs::read(file.unwrap().path()).unwrap();
            assert!(!bytes.windows(BSN.len()).any(|window| window == BSN.as_bytes()), "{name}");
        }
    }
}

#[tokio::test]
async fn the_number_of_an_applied_upload_is_gone_with_its_file() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let mut office = school.desk(Role::Office).unwrap();
    let upload = office.upload(&school.at("/roster"), &[("pupils.csv", PUPILS.as_bytes())]).await.unwrap();
    assert!(raw::holds(&school.context, BSN).is_some(), "the file waits");
    office.post(&format!("{}/apply", upload.location()), &[]).await.unwrap();
    assert_eq!(raw::holds(&school.context, BSN), None);
}

#[tokio::test]
async fn no_child_is_written_before_the_agreement() {
    let test = crate::house();
    let school = test.empty_school("Kastanje", "school").unwrap();
    assert!(matches!(import(&test, &school, csv(PUPILS), true), Err(Error::Conflict(_))));
    let mut office = school.desk(Role::Office).unwrap();
    let upload = office.upload(&school.at("/roster"), &[("pupils.csv", PUPILS.as_bytes())]).await.unwrap();
    let apply = office.post(&format!("{}/apply", upload.location()), &[]).await.unwrap();
    assert_eq!(apply.status, StatusCode::CONFLICT);
    let by_hand = office.post(&school.at("/students/new"), &[("call_name", "Ida"), ("surname", "Tree")]).await.unwrap();
    assert_eq!(by_hand.status, StatusCode::CONFLICT);
    assert_eq!(raw::count(&school.context, "student"), 0);
    let mut administrator = school.desk(Role::Administrator).unwrap();
    administrator.post(&school.at("/agreement"), &[]).await.unwrap();
    let apply = office.post(&format!("{}/apply", upload.location()), &[]).await.unwrap();
    assert_eq!((apply.status, raw::count(&school.context, "student")), (StatusCode::SEE_OTHER, 3));
}

#[tokio::test]
async fn an_upload_nobody_confirms_is_gone_after_a_day() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let mut office = school.desk(Role::Office).unwrap();
    office.upload(&school.at("/roster"), &[("pupils.csv", PUPILS.as_bytes())]).await.unwrap();
    school.advance(DAY - HOUR);
    school.run_due().unwrap();
    assert_eq!(raw::count(&school.context, "delivery_file"), 1);
    school.advance(HOUR);
    school.run_due().unwrap();
    assert_eq!((raw::count(&school.context, "delivery"), raw::count(&school.context, "delivery_file")), (0, 0));
    assert_eq!(raw::holds(&school.context, BSN), None);
}

#[tokio::test]
async fn a_file_that_is_no_roster_is_refused_in_words() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let mut office = school.desk(Role::Office).unwrap();
    for bytes in [&b""[..], b"\x00\x01\x02", b"<EDEX>", b"no,heading,here\n1,2,3\n"] {
        let upload = office.upload(&school.at("/roster"), &[("pupils.csv", bytes)]).await.unwrap();
        let answer =
            if upload.status == StatusCode::SEE_OTHER { office.get(upload.location()).await.unwrap() } else { upload };
        assert!(!answer.status.is_server_error(), "{bytes:?}: {}", answer.status);
        assert_eq!(raw::count(&school.context, "student"), 0);
    }
}

// --- files of real systems ---

fn load(path: &Path) -> SourceFile {
    SourceFile { name: path.file_name().unwrap().to_string_lossy().into_owned(), bytes: std::fs::read(path).unwrap() }
}

/// Imports, stores, and finds nothing to change the second time and in a dry run.
fn twice(test: &Test, name: &str, files: &[SourceFile]) {
    let school = test.school(name, "school").unwrap();
    let first = import(test, &school, files.to_vec(), true).unwrap();
    assert!(first.students.added > 0, "{name}: {first:?}");
    assert_eq!(raw::count(&school.context, "student") as u64, first.students.added, "{name}");
    let before = raw::state(&school.context);
    let again = import(test, &school, files.to_vec(), false).unwrap();
    assert!(
        again.is_empty,
        "{name}: {:?} {:?} {:?} {:?} {}",
        again.students, again.guardians, again.staff, again.groups, again.households
    );
    import(test, &school, files.to_vec(), true).unwrap();
    assert_eq!(raw::state(&school.context), before, "{name}");
}

#[test]
fn every_edexml_sample_imports_and_imports_again_unchanged() {
    let Some(folder) = inputs("edexml/oefenweb/Test/File") else { return };
    let test = crate::house();
    let files = files_below(&folder);
    assert_eq!(files.len(), 4);
    for (n, path) in files.iter().enumerate() {
        twice(&test, &format!("Edex {n}"), &[load(path)]);
    }
}

#[test]
fn every_folder_of_school_data_sync_imports_and_imports_again_unchanged() {
    let Some(folder) = inputs("roster_csv/ms-sds/CSV Samples") else { return };
    let test = crate::house();
    for name in [
        "SDS Format/100 Users",
        "SDS Format/25 Users",
        "SDS v2",
        "SDS v2.1",
        "UK Format/100 Users",
        "UK Format/25 Users",
    ] {
        let files: Vec<_> = files_below(&folder.join(name)).iter().map(|path| load(path)).collect();
        twice(&test, &name.replace('/', " "), &files);
    }
}

#[test]
fn the_export_of_a_german_school_imports_and_imports_again_unchanged() {
    const EXPORT: &str =
        "roster_csv/svws-testmdbs/GOST_Abitur/Abi-Test-Daten-01/EF Blockungen/Aus DB mit Korrektur/Export";
    let Some(folder) = inputs(EXPORT) else { return };
    let test = crate::house();
    for (name, files) in [
        ("Pupils", ["Schueler.txt"].as_slice()),
        ("Pupils and teachers", &["Schueler.txt", "Lehrer.txt"]),
        ("Everything", &["Lehrer.txt", "Klassen.txt", "Schueler.txt", "Kurse.txt", "Kursbelegung.txt"]),
    ] {
        twice(&test, name, &files.iter().map(|file| load(&folder.join(file))).collect::<Vec<_>>());
    }
}
