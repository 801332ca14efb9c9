//! An import that takes its time: seen, stopped, interrupted; and the others of the school meanwhile.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use axum::http::StatusCode;
use kernel::clock::MINUTE;
use roster::delivery::{self, Rules};
use roster::import::State;
use roster::rows::SourceFile;
use roster::{import, run};
use sea_orm::EntityTrait as _;
use store::Role;
use testkit::{School, Test};

use crate::raw;

const PUPILS: &str = "student id,first name,last name,class\n1,Ida,Tree,5A\n2,Ben,Tree,5A\n";

fn pupils() -> Vec<SourceFile> {
    vec![SourceFile { name: "pupils.csv".to_owned(), bytes: PUPILS.as_bytes().to_vec() }]
}

fn rules(test: &Test, school: &School) -> Rules {
    Rules::of(test.house().edition("school").unwrap(), &school.entry.country)
}

fn journal(school: &School) -> Vec<import::Model> {
    school.arrange(|work| Ok(import::Entity::find().all(work.db())?)).unwrap()
}

/// Somebody else's change that keeps the writer until told to let go.
struct Holding {
    let_go: Sender<()>,
    thread: JoinHandle<()>,
}

impl Holding {
    fn of(school: &School) -> Self {
        let context = school.context.clone();
        let (let_go, told): (_, Receiver<()>) = channel();
        let (holds, held) = channel();
        let thread = std::thread::spawn(move || {
            let change = context.write(accounts::acts::FOUND.on(()), |_, _| {
                holds.send(()).unwrap();
                let _ = told.recv();
                Ok(())
            });
            change.unwrap();
        });
        held.recv().unwrap();
        Self { let_go, thread }
    }

    fn end(self) {
        self.let_go.send(()).unwrap();
        self.thread.join().unwrap();
    }
}

#[tokio::test]
async fn an_applied_upload_stands_in_the_journal_with_who_when_what_and_how_many() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let mut office = school.desk(Role::Office).unwrap();
    let upload = office.upload(&school.at("/roster"), &[("pupils.csv", PUPILS.as_bytes())]).await.unwrap();
    assert!(journal(&school).is_empty(), "nothing is written down before the yes");
    office.post(&format!("{}/apply", upload.location()), &[]).await.unwrap();
    let [row] = journal(&school).try_into().unwrap();
    assert_eq!(
        (row.state(&school.context), row.counts().students.added, row.files.as_str()),
        (State::Done, 2, "pupils.csv")
    );
    assert_eq!((row.who.as_str(), row.digests.len()), ("Desk office", 64));
    assert_eq!((row.at, row.ended_at), (test.clock.now(), Some(test.clock.now())));
    let page = office.get(&school.at("/roster")).await.unwrap();
    assert!(
        page.shows("Earlier imports") && page.shows("Desk office") && page.shows("pupils.csv") && page.shows("Stored")
    );
    let page = office.get(&school.at(&format!("/roster/imports/{}", row.id))).await.unwrap();
    assert!(page.shows(&row.digests) && !page.headers.contains_key("refresh"));
}

#[tokio::test]
async fn a_long_import_shows_how_far_it_is_and_stops_without_a_trace() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let mut office = school.desk(Role::Office).unwrap();
    let before = raw::state(&school.context);
    let upload = office.upload(&school.at("/roster"), &[("pupils.csv", PUPILS.as_bytes())]).await.unwrap();
    // The journal's line is written, then somebody else has the writer: the import waits for it.
    let context = school.context.clone();
    let id = upload.location().rsplit('/').next().unwrap().parse().unwrap();
    let run = run::begin(&context, id, rules(&test, &school), "Desk office").unwrap();
    let holding = Holding::of(&school);
    let import = run.id;
    let work = std::thread::spawn(move || run.carry_out(&context));
    let page = school.at(&format!("/roster/imports/{import}"));
    let shown = office.get(&page).await.unwrap();
    assert_eq!((shown.status, shown.headers["refresh"].to_str().unwrap()), (StatusCode::OK, "2"));
    assert!(shown.shows("Running"));
    let still = office.get(&format!("{page}?still=yes")).await.unwrap();
    assert!(!still.headers.contains_key("refresh"), "who reads slowly can keep the page still");
    assert_eq!(
        office.get(upload.location()).await.unwrap().location(),
        page,
        "the preview leads to the running import"
    );
    let second = office.post(&format!("{}/apply", upload.location()), &[]).await.unwrap();
    assert_eq!(second.status, StatusCode::CONFLICT, "one import at a time");
    let stop = office.post(&format!("{page}/stop"), &[]).await.unwrap();
    assert_eq!(stop.location(), page);
    holding.end();
    assert!(work.join().unwrap().is_err());
    assert_eq!(journal(&school)[0].state(&school.context), State::Cancelled);
    assert_eq!(raw::state(&school.context), before, "nothing of it is left, the upload included");
    assert!(office.get(&page).await.unwrap().shows("Stopped. Nothing was stored."));
    assert!(
        !delivery::import(&school.context, pupils(), &rules(&test, &school), true).unwrap().is_empty,
        "the next one runs"
    );
}

#[tokio::test]
async fn an_import_that_was_interrupted_says_so_and_has_stored_nothing() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let run = run::begin_files(&school.context, pupils(), rules(&test, &school)).unwrap();
    // The process ends in the middle: the transaction is never committed, the journal never settled.
    let cut: kernel::Result<()> = school.arrange(|work| {
        let student = people::student::new_row(
            work.language,
            people::StudentId(work.uuid()),
            people::student::Details {
                name: kernel::PersonName::parse("Half", "", "Stored").unwrap(),
                number: None,
                born: None,
                postcode: None,
                email: None,
            },
            None,
            work.today,
            "public_task",
        );
        people::student::Entity::insert(sea_orm::IntoActiveModel::into_active_model(student))
            .exec_without_returning(work.db())?;
        Err(kernel::Error::Busy)
    });
    assert!(cut.is_err());
    assert_eq!(journal(&school)[0].state(&school.context), State::Running);
    drop(run);
    assert_eq!(journal(&school)[0].state(&school.context), State::Interrupted);
    assert_eq!(raw::count(&school.context, "student"), 0);
    let mut office = school.desk(Role::Office).unwrap();
    assert!(office.get(&school.at("/roster")).await.unwrap().shows("Interrupted. Nothing was stored."));
}

#[tokio::test]
async fn a_refused_import_stands_in_the_journal_as_failed() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let files = vec![SourceFile { name: "x.xml".to_owned(), bytes: b"<!DOCTYPE a><a/>".to_vec() }];
    assert!(delivery::import(&school.context, files, &rules(&test, &school), true).is_err());
    let row = &journal(&school)[0];
    assert_eq!((row.state(&school.context), row.reason.as_str()), (State::Failed, "refused"));
    let mut office = school.desk(Role::Office).unwrap();
    let page = office.get(&school.at(&format!("/roster/imports/{}", row.id))).await.unwrap();
    assert!(page.shows("could not be read") && page.shows("the command line"));
}

#[tokio::test]
async fn during_a_long_import_pages_are_read_and_a_change_is_told_to_come_back() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let mut office = school.desk(Role::Office).unwrap();
    let long = school.context.database.begin_long(school.context.random.uuid(test.clock.now())).unwrap();
    let holding = Holding::of(&school);
    // The session's mark of use is due, and waits for no writer.
    school.advance(2 * MINUTE);
    let start = std::time::Instant::now();
    assert_eq!(office.get(&school.at("/students")).await.unwrap().status, StatusCode::OK);
    assert!(start.elapsed().as_millis() < 2_000, "a page waits for the import: {:?}", start.elapsed());
    let refused = office.post(&school.at("/groups/new"), &[("group_name", "5D")]).await.unwrap();
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(refused.headers.contains_key("retry-after"));
    let other = test.school("Linde", "school").unwrap();
    let made = other.desk(Role::Office).unwrap().post(&other.at("/groups/new"), &[("group_name", "5D")]).await.unwrap();
    assert_eq!(made.status, StatusCode::SEE_OTHER, "another school has its own writer");
    holding.end();
    drop(long);
    let made = office.post(&school.at("/groups/new"), &[("group_name", "5D")]).await.unwrap();
    assert_eq!(made.status, StatusCode::SEE_OTHER);
}

#[test]
fn a_second_import_of_a_school_waits_for_nobody() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let database = Arc::clone(&school.context.database);
    let first = database.begin_long(school.context.random.uuid(test.clock.now())).unwrap();
    let refused = run::begin_files(&school.context, pupils(), rules(&test, &school)).err();
    assert!(matches!(refused, Some(kernel::Error::Conflict(_))));
    drop(first);
    assert!(run::begin_files(&school.context, pupils(), rules(&test, &school)).is_ok());
}

/// Measures a large school: `ROSTER_LARGE=100000 cargo nextest run -p homeroom a_large_school --no-capture`.
#[test]
fn a_large_school_is_stored_and_found_unchanged() {
    let wished = std::env::var("ROSTER_LARGE").ok().and_then(|text| text.parse().ok());
    let students: usize = wished.unwrap_or(1_000);
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let mut text = String::from(
        "Leerlingnummer;Roepnaam;Achternaam;Klas;Postcode;Ouder 1 naam;Ouder 1 e-mail;Ouder 2 naam;Ouder 2 telefoon\n",
    );
    for n in 0..students {
        let second = if n % 5 < 3 { format!("Piet Dam{n};06{n:08}") } else { ";".to_owned() };
        let family = n / 2;
        text += &format!(
            "{n};Kind{n};Dam{family};{}A;{} AB;Anna Dam{family};a{family}@example.org;{second}\n",
            n / 25,
            1000 + family % 9000
        );
    }
    let files = vec![SourceFile { name: "l.csv".to_owned(), bytes: text.into_bytes() }];
    for round in ["stored", "again"] {
        let start = std::time::Instant::now();
        let report = delivery::import(&school.context, files.clone(), &rules(&test, &school), true).unwrap();
        println!("{students} students, {} guardians {round}: {:?}", report.reach.all, start.elapsed());
        assert_eq!(report.is_empty, round == "again", "{:?} {:?}", report.students, report.guardians);
    }
    assert_eq!(raw::count(&school.context, "student"), students);
}
