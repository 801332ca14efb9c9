//! Live pages: a change is told to who may see it, and the telling says nothing.

use std::time::Duration;

use axum::body::{Body, BodyDataStream};
use axum::http::{Request, StatusCode, header};
use store::Role;
use testkit::Browser;
use tokio_stream::StreamExt as _;
use tower::ServiceExt as _;

use crate::evening::evening;

/// Opens the stream as the browser's person.
async fn listen(router: &axum::Router, browser: &Browser, cookie: &str, path: &str) -> (StatusCode, BodyDataStream) {
    let jar = format!("{cookie}={}", browser.cookie(cookie).unwrap());
    let request = Request::get(path).header(header::COOKIE, jar).body(Body::empty()).unwrap();
    let answer = router.clone().oneshot(request).await.unwrap();
    (answer.status(), answer.into_body().into_data_stream())
}

async fn next(stream: &mut BodyDataStream) -> Option<String> {
    let told = tokio::time::timeout(Duration::from_secs(5), stream.next()).await.ok()??;
    Some(String::from_utf8_lossy(&told.unwrap()).into_owned())
}

#[tokio::test]
async fn a_booking_is_told_to_the_office_at_once_and_says_no_more_than_that() {
    let own = evening();
    let office = own.school.desk(Role::Office).unwrap();
    let path = own.school.at(&format!("/conferences/{}/live", own.round));
    let (status, mut told) = listen(&own.test.built.router, &office, own.school.cookie_name(), &path).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(own.books(&mut own.parent(), own.children[0], 0, 0).await.status, StatusCode::SEE_OTHER);
    let event = next(&mut told).await.expect("an event within five seconds");
    // Without a line of data a browser drops the event (HTML, 9.2.6).
    assert!(event.starts_with("event: changed\ndata: now") && !event.contains("Kim"), "{event}");
}

#[tokio::test]
async fn who_may_not_see_the_page_may_not_listen_either() {
    let own = evening();
    let path = own.school.at(&format!("/conferences/{}/live", own.round));
    let (status, _) = listen(&own.test.built.router, &own.parent(), own.school.cookie_name(), &path).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
}
