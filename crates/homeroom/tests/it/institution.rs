//! The institution's contact persons, licences, export and tasks, as an administrator meets them (C001, C002).

use axum::http::StatusCode;
use kernel::clock::{DAY, HOUR};
use store::Role;
use testkit::{Answer, Browser, School};

use crate::raw;

const NEW_LICENCE: &str = "/institution/licences/new";

fn id_of(school: &School, table: &str) -> String {
    let sql = format!("SELECT id AS n FROM \"{table}\"");
    let hex = raw::look(&school.context, |db| raw::texts(db, &sql)).pop().unwrap();
    hex.parse::<uuid::Uuid>().unwrap().to_string()
}

async fn sends_licence(browser: &mut Browser, path: &str, until: &str, paper: Option<&[u8]>) -> Answer {
    let fields =
        [("licence_kind", "Fire safety"), ("licence_number", "F-17"), ("issuer", "The town"), ("valid_until", until)];
    let files: Vec<(&str, &[u8])> = vec![paper.map_or(("", &b""[..]), |bytes| ("paper.pdf", bytes))];
    browser.post_with_files(path, &fields, "scan", &files).await.unwrap()
}

/// A licence that ends in so many days, and the administrator who wrote it down.
async fn with_a_licence(days: i64) -> (testkit::Test, School, Browser) {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let mut browser = school.desk(Role::Administrator).unwrap();
    let until = test.clock.now().plus(days * DAY).date().to_string();
    let answer = sends_licence(&mut browser, &school.at(NEW_LICENCE), &until, Some(b"%PDF-1.7 paper")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    (test, school, browser)
}

async fn home(browser: &mut Browser, school: &School) -> String {
    browser.get(&school.at("/")).await.unwrap().body
}

#[tokio::test]
async fn a_contact_person_whom_nobody_can_reach_is_asked_for_again_and_keeps_what_was_typed() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let mut browser = school.desk(Role::Administrator).unwrap();
    let path = school.at("/institution/contacts/new");
    let typed = [("function", "officer"), ("call_name", "Mira"), ("surname", "Sharma")];
    let answer = browser.post(&path, &typed).await.unwrap();
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.shows("Enter an e-mail address, a phone number or an address."));
    assert!(answer.shows("value=\"Sharma\"") && answer.shows("value=\"officer\" selected"));
    let unknown = [("function", "king"), ("call_name", "Mira"), ("email", "mira@example.org")];
    assert_eq!(browser.post(&path, &unknown).await.unwrap().status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(raw::count(&school.context, "contact_person"), 0);
}

#[tokio::test]
async fn the_page_asks_for_an_officer_until_one_is_named_and_the_notice_names_them() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let mut browser = school.desk(Role::Administrator).unwrap();
    let page = school.at("/institution");
    assert!(browser.get(&page).await.unwrap().shows("No data-protection officer is named"));
    let officer = [("function", "officer"), ("call_name", "Mira"), ("email", "mira@example.org")];
    browser.post(&school.at("/institution/contacts/new"), &officer).await.unwrap();
    assert!(!browser.get(&page).await.unwrap().shows("No data-protection officer is named"));
    let notice = test.visitor().get(&school.at("/privacy/")).await.unwrap();
    assert!(notice.shows("Data-protection officer: <bdi>Mira</bdi>, <bdi>mira@example.org</bdi>"));
}

#[tokio::test]
async fn a_contact_person_who_is_corrected_leaves_nothing_of_the_wrong_name() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let mut browser = school.desk(Role::Administrator).unwrap();
    let person = |name: &'static str| [("function", "general"), ("call_name", name), ("phone", "0612345678")];
    browser.post(&school.at("/institution/contacts/new"), &person("Wrongcanary")).await.unwrap();
    let path = school.at(&format!("/institution/contacts/{}", id_of(&school, "contact_person")));
    assert!(browser.get(&path).await.unwrap().shows("Wrongcanary"));
    let answer = browser.post(&path, &person("Righted")).await.unwrap();
    assert_eq!(answer.location(), school.at("/institution?done=done-contact-changed"));
    assert_eq!(raw::holds(&school.context, "Wrongcanary"), None);
    assert_eq!(raw::holds(&school.context, "Righted").as_deref(), Some("contact_person"));
}

#[tokio::test]
async fn only_a_pdf_a_jpeg_or_a_png_is_taken_whatever_it_is_called() {
    let (_test, school, mut browser) = with_a_licence(90).await;
    let path = school.at(NEW_LICENCE);
    for wrong in [&b"<html><script>"[..], b"<svg xmlns='http://www.w3.org/2000/svg'>", b"PK\x03\x04", b""] {
        let answer = sends_licence(&mut browser, &path, "2027-01-01", Some(wrong)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.shows("Choose a PDF, JPEG, PNG or WebP file"));
        assert!(answer.shows("value=\"F-17\""), "the form keeps what was typed");
    }
    assert_eq!(raw::count(&school.context, "licence"), 1);
    assert_eq!(sends_licence(&mut browser, &path, "", None).await.status, StatusCode::SEE_OTHER);
    assert_eq!((raw::count(&school.context, "licence"), raw::count(&school.context, "licence_scan")), (2, 1));
}

#[tokio::test]
async fn a_scan_stays_until_it_is_taken_away_or_replaced() {
    let (_test, school, mut browser) = with_a_licence(90).await;
    let path = school.at(&format!("/institution/licences/{}", id_of(&school, "licence")));
    sends_licence(&mut browser, &path, "2027-01-01", None).await;
    let scan = browser.get(&format!("{path}/scan")).await.unwrap();
    assert_eq!(scan.body, "%PDF-1.7 paper");
    assert_eq!(scan.headers["content-disposition"], "attachment; filename=\"licence.pdf\"");
    sends_licence(&mut browser, &path, "2027-01-01", Some(&crate::media_store::photo())).await;
    assert_eq!(browser.get(&format!("{path}/scan")).await.unwrap().headers["content-type"], "image/jpeg");
    let fields = [("licence_kind", "Fire"), ("licence_number", "1"), ("issuer", "Town"), ("scan_goes", "yes")];
    browser.post(&path, &fields).await.unwrap();
    assert_eq!(browser.get(&format!("{path}/scan")).await.unwrap().status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_task_is_late_after_its_day_and_gone_when_it_is_ticked_off() {
    let (_test, school, mut browser) = with_a_licence(10).await;
    assert!(!home(&mut browser, &school).await.contains("To do"));
    school.run_due().unwrap();
    assert!(home(&mut browser, &school).await.contains("Due on 12 November 2026"));
    school.advance(11 * DAY);
    let mut browser = school.desk(Role::Administrator).unwrap();
    assert!(home(&mut browser, &school).await.contains("Overdue since 12 November 2026"));
    let done = school.at(&format!("/tasks/{}/done", id_of(&school, "task")));
    let office = school.desk(Role::Office).unwrap().post(&done, &[]).await.unwrap();
    assert_eq!(office.status, StatusCode::NOT_FOUND, "it is not the office's task");
    browser.post(&done, &[]).await.unwrap();
    school.advance(HOUR);
    school.run_due().unwrap();
    assert!(!home(&mut browser, &school).await.contains("Overdue since"));
    assert_eq!(raw::count(&school.context, "task"), 1, "ticked off, it does not come back");
}

#[tokio::test]
async fn a_renewed_licence_takes_its_reminder_back_and_gets_one_at_its_new_end() {
    let (test, school, mut browser) = with_a_licence(10).await;
    school.run_due().unwrap();
    let path = school.at(&format!("/institution/licences/{}", id_of(&school, "licence")));
    let until = test.clock.now().plus(45 * DAY).date().to_string();
    sends_licence(&mut browser, &path, &until, None).await;
    school.advance(HOUR);
    school.run_due().unwrap();
    assert_eq!(raw::count(&school.context, "task"), 0);
    school.advance(20 * DAY);
    school.run_due().unwrap();
    assert_eq!(raw::count(&school.context, "task"), 1);
    let mut browser = school.desk(Role::Administrator).unwrap();
    browser.post(&format!("{path}/remove"), &[]).await.unwrap();
    let rows = ["task", "licence", "licence_scan"].map(|table| raw::count(&school.context, table));
    assert_eq!(rows, [0, 0, 0]);
}
