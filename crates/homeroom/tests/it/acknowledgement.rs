//! The privacy notice is acknowledged on joining, and again when it says something else (C023).

use accounts::account::{self, AccountId, Standing};
use accounts::acknowledgement;
use accounts::session::{self, Start};
use axum::http::StatusCode;
use sea_orm::EntityTrait as _;
use store::Role;
use testkit::{Browser, School};

fn rows(school: &School) -> Vec<(AccountId, String, kernel::Timestamp)> {
    let all = school.arrange(|work| Ok(acknowledgement::Entity::find().all(work.db())?)).unwrap();
    all.into_iter().map(|row| (row.account_id, row.notice, row.at)).collect()
}

/// A browser of somebody who has acknowledged this version, or none.
fn browser(school: &School, notice: Option<&str>) -> Browser {
    let standing = Standing { roles: vec![Role::Office], ..Standing::default() };
    let token = school
        .arrange(|work| {
            let id = account::create(work, "Olga Office", None, None, &standing)?;
            if let Some(notice) = notice {
                acknowledgement::note(work, id, notice)?;
            }
            session::begin(work, id, Start::Password, "test browser")
        })
        .unwrap();
    school.visitor().with_cookie(school.cookie_name(), &token)
}

#[tokio::test]
async fn joining_notes_the_version_and_the_time() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let path = school.at(&format!("/invite/{}", school.first));
    let fields = [("email", "first@example.org"), ("password", "correct horse battery"), ("terms", "yes")];
    let mut visitor = school.visitor();
    assert_eq!(visitor.post(&path, &fields[..2]).await.unwrap().status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(rows(&school).is_empty());
    assert_eq!(visitor.post(&path, &fields).await.unwrap().status, StatusCode::SEE_OTHER);
    let [(_, version, at)] = &rows(&school)[..] else { panic!("one row") };
    assert_eq!((version, *at), (&school.notice, school.context.clock.now()));
    let notice = visitor.get(&school.at("/privacy/")).await.unwrap();
    assert!(notice.shows(version), "the page shows what was acknowledged");
}

#[tokio::test]
async fn a_version_not_acknowledged_comes_before_everything_else() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let first = school.at("/account/notice");
    for before in [None, Some("0123456789")] {
        let mut browser = browser(&school, before);
        // What is acknowledged in one millisecond has no order.
        school.context.clock.advance(kernel::clock::SECOND);
        for path in ["/", "/students", "/account"] {
            let answer = browser.get(&school.at(path)).await.unwrap();
            assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, first.as_str()), "{path}");
        }
        assert_eq!(browser.get(&school.at("/privacy/")).await.unwrap().status, StatusCode::OK);
        assert_eq!(browser.get(&first).await.unwrap().status, StatusCode::OK);
        assert_eq!(browser.post(&first, &[]).await.unwrap().status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(browser.get(&school.at("/students")).await.unwrap().location(), first);
        assert_eq!(browser.post(&first, &[("terms", "yes")]).await.unwrap().location(), school.at("/"));
        let answer = browser.get(&school.at("/students")).await.unwrap();
        assert_eq!((answer.status, answer.location()), (StatusCode::OK, ""));
    }
    assert_eq!(rows(&school).iter().filter(|(_, version, _)| *version == school.notice).count(), 2);
    assert_eq!(rows(&school).len(), 3, "the earlier one stays");
}

#[tokio::test]
async fn each_edition_says_something_else_and_so_does_the_installation() {
    let test = crate::house();
    let mut versions: Vec<String> = ["school", "nursery", "academy", "conferences", "coding-school"]
        .map(|edition| test.school(edition, edition).unwrap().notice)
        .to_vec();
    let page = test.visitor().get("/privacy/").await.unwrap();
    assert_eq!(page.status, StatusCode::OK);
    versions.push(test.house().control_notice_version.clone());
    assert!(page.shows(&versions[5]));
    versions.sort();
    versions.dedup();
    assert_eq!(versions.len(), 6);
}
