//! What was given up, on the school's page and on the operators': tried again, or put aside for good.

use axum::http::StatusCode;
use kernel::Error;
use kernel::clock::{DAY, HOUR, MINUTE};
use notify::{Mailer, Senders};
use store::outbox::{self, Mail};
use store::{Context, Job, Role, jobs, undelivered};
use testkit::School;

fn queue(school: &School, to: &str) {
    let mail = Mail { to: to.to_owned(), subject: "Zqsubject".to_owned(), body: "Zqbody".to_owned() };
    school.arrange(|work| outbox::queue(work, mail)).unwrap();
}

fn row(school: &School) -> outbox::Model {
    school.arrange(|work| outbox::newest(work, 1)).unwrap().remove(0)
}

/// A way to a mail server that is not there.
async fn nowhere() -> Senders {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    drop(listener);
    Senders { mail: Some(Mailer::new(&url, "school@example.org").unwrap()), sms: None }
}

#[tokio::test]
async fn an_address_nobody_can_write_to_is_given_up_and_the_office_decides() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let senders = nowhere().await;
    queue(&school, "zqnobody");
    senders.send_due(&school.context).await.unwrap();
    let given_up = row(&school);
    assert_eq!((given_up.state.as_str(), given_up.attempts, given_up.fault.as_deref()), ("failed", 1, Some("address")));
    let mut office = school.desk(Role::Office).unwrap();
    let at = school.at("/undelivered");
    let page = office.get(&at).await.unwrap();
    assert!(page.shows("The address or number takes no messages") && page.shows("tried once"), "{}", page.body);
    assert!(!page.shows("zqnobody") && !page.shows("Zqsubject") && !page.shows("Zqbody"), "nobody's words");

    let name = format!("message {}", given_up.id);
    assert_eq!(office.post(&at, &[("again", &name)]).await.unwrap().status, StatusCode::SEE_OTHER);
    let waiting = row(&school);
    assert_eq!((waiting.state.as_str(), waiting.attempts, waiting.body.as_str()), ("waiting", 0, "Zqbody"));
    let twice = office.post(&at, &[("again", &name)]).await.unwrap();
    assert_eq!(twice.status, StatusCode::NOT_FOUND, "what waits was not given up");
    senders.send_due(&school.context).await.unwrap();
    assert_eq!(office.post(&at, &[("aside", &name)]).await.unwrap().status, StatusCode::SEE_OTHER);
    let dropped = row(&school);
    assert_eq!((dropped.state.as_str(), dropped.body.as_str(), dropped.subject.as_str()), ("dropped", "", ""));
    assert!(office.get(&at).await.unwrap().shows("Everything was handed over"));
    for wrong in [vec![], vec![("again", "message 7")], vec![("aside", "cake")]] {
        let answer = office.post(&at, &wrong).await.unwrap();
        let expected = if wrong.is_empty() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::NOT_FOUND };
        assert_eq!(answer.status, expected, "{wrong:?}");
    }
    let mut teacher = school.desk(Role::Teacher).unwrap();
    assert_eq!(teacher.get(&at).await.unwrap().status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_server_that_is_away_is_asked_for_a_day_with_growing_waits() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let senders = nowhere().await;
    queue(&school, "ada@example.org");
    let mut waits = Vec::new();
    while row(&school).state == "waiting" {
        senders.send_due(&school.context).await.unwrap();
        let row = row(&school);
        if row.state == "waiting" {
            let wait = row.next_at.0 - test.clock.now().0;
            assert!(
                wait <= MINUTE << row.attempts && wait >= (MINUTE << row.attempts) / 2,
                "{wait} at {}",
                row.attempts
            );
            waits.push(wait);
            school.advance(wait);
        }
    }
    assert_eq!(waits.len(), 10);
    assert!(waits.iter().all(|wait| wait % MINUTE != 0), "chance moves each: {waits:?}");
    let whole: i64 = waits.iter().sum();
    assert!((12 * HOUR..2 * DAY).contains(&whole), "{whole}");
    let given_up = row(&school);
    assert_eq!(
        (given_up.state.as_str(), given_up.attempts, given_up.fault.as_deref()),
        ("failed", 11, Some("unreachable"))
    );
    assert!(!given_up.error.unwrap().contains("ada"));
}

fn broken(_: &Context) -> kernel::Result<()> {
    Err(Error::Internal("Zqsurname has no group".to_owned()))
}

fn mended(_: &Context) -> kernel::Result<()> {
    Ok(())
}

fn job(run: fn(&Context) -> kernel::Result<()>) -> [Job; 1] {
    [Job { name: "test.tidy", every: DAY, run }]
}

fn lost(school: &School) -> Vec<undelivered::Lost> {
    school.arrange(|work| undelivered::list(work, 10)).unwrap()
}

#[tokio::test]
async fn work_that_fails_is_tried_again_soon_then_shown_and_forgotten_once_it_goes_well() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    for attempt in 1..=jobs::ATTEMPTS {
        assert!(lost(&school).is_empty(), "at {attempt}");
        jobs::run_due(&school.context, &job(broken)).unwrap();
        jobs::run_due(&school.context, &job(|_| panic!("not before its time"))).unwrap();
        school.advance(HOUR);
    }
    let mut office = school.desk(Role::Office).unwrap();
    let at = school.at("/undelivered");
    let page = office.get(&at).await.unwrap();
    assert!(page.shows("test.tidy") && page.shows("tried 5 times") && !page.shows("Zqsurname"), "{}", page.body);
    jobs::run_due(&school.context, &job(|_| panic!("given up until its next time"))).unwrap();

    office.post(&at, &[("again", "job test.tidy")]).await.unwrap();
    jobs::run_due(&school.context, &job(mended)).unwrap();
    assert!(lost(&school).is_empty(), "it went well");
    jobs::run_due(&school.context, &job(|_| panic!("a day later"))).unwrap();
    school.advance(DAY);
    for _ in 0..jobs::ATTEMPTS {
        jobs::run_due(&school.context, &job(broken)).unwrap();
        school.advance(HOUR);
    }
    assert_eq!(lost(&school).len(), 1);
    office = school.desk(Role::Office).unwrap();
    office.post(&at, &[("aside", "job test.tidy")]).await.unwrap();
    assert!(lost(&school).is_empty(), "nobody is told any more");
    school.advance(DAY);
    jobs::run_due(&school.context, &job(mended)).unwrap();
}
