//! What guessing leads to: second factors, networks, open pages (C015), and fresh recovery codes (C017).

use accounts::account::{self, Standing};
use accounts::{AccountId, acknowledgement, factor, password};
use axum::http::StatusCode;
use kernel::clock::{DAY, MINUTE};
use kernel::{EmailAddress, Random};
use store::Role;
use store::security::{self, Event};
use testkit::{Answer, Browser, School, Test};

const PASSWORD: &str = "correct horse battery";
const ADA: &str = "ada@example.org";

/// An account of the office with a second factor; gives its secret and codes.
fn school() -> (Test, School, AccountId, String, Vec<String>) {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let hash = password::hash(PASSWORD, &Random::seeded(3)).unwrap();
    let standing = Standing { roles: vec![Role::Office], ..Standing::default() };
    let secret = factor::new_secret(&Random::seeded(11));
    let (id, codes) = school
        .arrange(|work| {
            let email = EmailAddress::parse(ADA).map_err(|m| kernel::Error::Internal(m.to_string()))?;
            let id = account::create(work, "Ada Example", Some(&email), Some(hash), &standing)?;
            acknowledgement::note(work, id, &school.notice)?;
            Ok((id, factor::enable(work, id, secret.clone(), 0)?))
        })
        .unwrap();
    (test, school, id, secret, codes)
}

fn code(school: &School, secret: &str) -> String {
    let secret = totp_rs::Secret::try_from_base32(secret).unwrap();
    let app = totp_rs::Builder::new().with_secret(secret).with_account_name("a").build().unwrap();
    app.generate(u64::try_from(school.context.clock.now().0 / 1000).unwrap()).to_string()
}

async fn enters(school: &School, password: &str) -> (Browser, Answer) {
    let mut browser = school.visitor();
    let answer = browser.post(&school.at("/sign-in"), &[("login", ADA), ("password", password)]).await.unwrap();
    (browser, answer)
}

async fn types(browser: &mut Browser, school: &School, code: &str) -> Answer {
    browser.post(&school.at("/sign-in/code"), &[("code", code)]).await.unwrap()
}

async fn is_in(browser: &mut Browser, school: &School) -> bool {
    browser.get(&school.at("/account")).await.unwrap().status == StatusCode::OK
}

/// Signed in with both.
async fn inside(school: &School, code: &str) -> Browser {
    let (mut browser, _) = enters(school, PASSWORD).await;
    assert_eq!(types(&mut browser, school, code).await.location(), school.at("/"));
    browser
}

fn mails(school: &School) -> Vec<(String, String)> {
    let all = school.arrange(|work| store::outbox::newest(work, 50)).unwrap();
    all.into_iter().map(|mail| (mail.recipient, mail.subject)).collect()
}

#[tokio::test]
async fn wrong_codes_cool_the_account_also_over_many_sign_ins() {
    let (_test, school, _, secret, _) = school();
    for wrong in 1..=5 {
        let (mut browser, answer) = enters(&school, PASSWORD).await;
        assert_eq!(answer.location(), school.at("/sign-in/code"), "try {wrong}");
        assert_eq!(types(&mut browser, &school, "no-code").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(enters(&school, PASSWORD).await.1.status, StatusCode::UNPROCESSABLE_ENTITY, "the account cools");
    school.advance(14 * MINUTE);
    assert_eq!(enters(&school, PASSWORD).await.1.status, StatusCode::UNPROCESSABLE_ENTITY);
    school.advance(MINUTE);
    let mut browser = inside(&school, &code(&school, &secret)).await;
    assert!(is_in(&mut browser, &school).await);
    let told = mails(&school);
    assert!(told.iter().any(|(to, subject)| to == ADA && subject.contains("knows your password")), "{told:?}");
}

#[tokio::test]
async fn the_right_code_does_not_open_a_cooling_account() {
    let (_test, school, _, secret, _) = school();
    let (mut waiting, _) = enters(&school, PASSWORD).await;
    let (mut guesser, _) = enters(&school, PASSWORD).await;
    for _ in 0..5 {
        types(&mut guesser, &school, "no-code").await;
    }
    let answer = types(&mut waiting, &school, &code(&school, &secret)).await;
    assert_eq!(answer.location(), school.at("/sign-in"));
    assert!(!is_in(&mut waiting, &school).await);
}

#[tokio::test]
async fn a_stranger_who_goes_on_does_not_keep_the_account_cold() {
    let (_test, school, _, secret, _) = school();
    for _ in 0..15 {
        enters(&school, "wrong horse battery").await;
        school.advance(MINUTE);
    }
    // Five cooled it in the fifth minute; those of the next quarter count for nothing.
    school.advance(5 * MINUTE);
    let mut browser = inside(&school, &code(&school, &secret)).await;
    assert!(is_in(&mut browser, &school).await);
}

#[tokio::test]
async fn a_network_with_very_many_wrong_ones_waits() {
    let (_test, school, _, _, _) = school();
    let wrong = |network: &'static str, how_many: usize| {
        school
            .arrange(|work| {
                let (event, detail, outcome) = ("sign-in", "password", "wrong");
                let event = Event { account: None, event, detail, outcome, network: Some(network) };
                (0..how_many).try_for_each(|_| security::note(work, &event))
            })
            .unwrap();
    };
    let cools =
        |network: &str| school.arrange(|work| accounts::cooling::is_network_cooling(work, Some(network))).unwrap();
    wrong("192.0.2.0/24", 99);
    assert!(!cools("192.0.2.0/24"));
    wrong("192.0.2.0/24", 1);
    assert!(cools("192.0.2.0/24") && !cools("198.51.100.0/24"));
    school.advance(15 * MINUTE);
    assert!(!cools("192.0.2.0/24"));
}

#[tokio::test]
async fn five_wrong_passwords_on_an_open_page_end_that_session_only() {
    let (_test, school, _, _, codes) = school();
    let mut owner = inside(&school, &codes[0]).await;
    let mut thief = inside(&school, &codes[1]).await;
    let fields = [("old_password", "not this one"), ("password", "another fine battery")];
    for _ in 0..5 {
        assert_eq!(
            thief.post(&school.at("/account/password"), &fields).await.unwrap().status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
    }
    assert!(!is_in(&mut thief, &school).await);
    assert!(is_in(&mut owner, &school).await);
    assert_eq!(enters(&school, PASSWORD).await.1.location(), school.at("/sign-in/code"), "the owner is not locked out");
}

#[tokio::test]
async fn a_browser_not_seen_before_is_told_once() {
    let (_test, school, _, secret, _) = school();
    let mut known = inside(&school, &code(&school, &secret)).await;
    assert!(mails(&school).is_empty(), "the first browser is the owner's");
    // Longer than any session is kept.
    school.advance(30 * DAY);
    school.run_due().unwrap();
    for (is_new, expected) in [(false, 0), (true, 1), (false, 1)] {
        let mut browser = if is_new { school.visitor() } else { known.clone() };
        browser.post(&school.at("/sign-in"), &[("login", ADA), ("password", PASSWORD)]).await.unwrap();
        types(&mut browser, &school, &code(&school, &secret)).await;
        assert!(is_in(&mut browser, &school).await);
        assert_eq!(mails(&school).len(), expected);
        school.advance(MINUTE);
        known.post(&school.at("/sign-out"), &[]).await.unwrap();
    }
    assert!(mails(&school)[0].1.contains("New sign-in"));
}

#[tokio::test]
async fn fresh_codes_end_the_old_ones_and_are_shown_once() {
    let (_test, school, id, secret, old) = school();
    let mut browser = inside(&school, &old[0]).await;
    let path = school.at("/account/second-factor/codes");
    let wrong = browser.post(&path, &[("proof", "not this one")]).await.unwrap();
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(school.arrange(|work| factor::codes_left(work, id)).unwrap(), 9);
    let before = mails(&school).len();
    for proof in [PASSWORD.to_owned(), code(&school, &secret)] {
        let shown = browser.post(&path, &[("proof", &proof)]).await.unwrap();
        assert_eq!(shown.status, StatusCode::OK);
        assert_eq!(shown.body.matches("<li class=\"code\"").count(), 10);
        assert_eq!(school.arrange(|work| factor::codes_left(work, id)).unwrap(), 10);
    }
    assert_eq!(mails(&school).len(), before + 2);
    let shown = browser.post(&path, &[("proof", PASSWORD)]).await.unwrap();
    let fresh = shown.body.split("<li class=\"code\" dir=\"ltr\">").nth(1).unwrap().split('<').next().unwrap();
    let page = browser.get(&school.at("/account")).await.unwrap();
    assert!(page.shows("New recovery codes were made") && !page.shows(fresh));
    let (mut other, _) = enters(&school, PASSWORD).await;
    assert_eq!(types(&mut other, &school, &old[1]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(types(&mut other, &school, fresh).await.location(), school.at("/"));
}

#[tokio::test]
async fn without_a_second_factor_there_are_no_codes() {
    let (_test, school, _, _, _) = school();
    let mut browser = school.desk(Role::Office).unwrap();
    let path = school.at("/account/second-factor/codes");
    let setting_up = school.at("/account/second-factor");
    assert_eq!(browser.get(&path).await.unwrap().location(), setting_up);
    assert_eq!(browser.post(&path, &[("proof", PASSWORD)]).await.unwrap().location(), setting_up);
}
