//! Passkeys: added, used alone and after the password, refused, removed (C017). What a browser does with them is in
//! `tests/browser/passkeys.mjs`.

use accounts::account::{self, Standing};
use accounts::{AccountId, acknowledgement, passkey, password};
use axum::http::StatusCode;
use installation::found;
use kernel::clock::{MINUTE, SECOND};
use kernel::{EmailAddress, Random};
use store::{Role, outbox, security};
use testkit::{Answer, Browser, School, Test};

use crate::sign_in;
use crate::soft_key::SoftKey;

const PASSWORD: &str = "correct horse battery";
const ADA: &str = "ada@example.org";
const PASSKEYS: &str = "/account/second-factor/passkeys";

fn school() -> (Test, School) {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    (test, school)
}

fn account(school: &School, email: &str, role: Role) -> AccountId {
    let hash = password::hash(PASSWORD, &Random::seeded(3)).unwrap();
    let email = EmailAddress::parse(email).unwrap();
    let standing = Standing { roles: vec![role], ..Standing::default() };
    school
        .arrange(|work| {
            let id = account::create(work, "Ada Example", Some(&email), Some(hash), &standing)?;
            acknowledgement::note(work, id, &school.notice)?;
            Ok(id)
        })
        .unwrap()
}

async fn enters(school: &School, email: &str) -> (Browser, Answer) {
    let mut browser = school.visitor();
    let fields = [("login", email), ("password", PASSWORD)];
    let answer = browser.post(&school.at("/sign-in"), &fields).await.unwrap();
    (browser, answer)
}

/// Adds this key under the path of its page.
async fn adds(browser: &mut Browser, page: &str, key: &mut SoftKey, name: &str) -> Answer {
    let fields = [("passkey_name", name), ("password", PASSWORD)];
    let asked = browser.post(&format!("{page}/begin"), &fields).await.unwrap();
    let made = key.made(&asked.body);
    browser.post(page, &[("passkey_name", name), ("credential", &made)]).await.unwrap()
}

/// The account's owner, signed in with a first passkey.
async fn with_passkey(school: &School, role: Role) -> (AccountId, Browser, SoftKey) {
    let id = account(school, ADA, role);
    let (mut browser, _) = enters(school, ADA).await;
    let mut key = SoftKey::new(1);
    let added = adds(&mut browser, &school.at(PASSKEYS), &mut key, "my phone").await;
    assert_eq!(added.body.matches("<li class=\"code\"").count(), 10, "{}", added.body);
    (id, browser, key)
}

/// What the door asks a browser with; an answer goes to the same path.
async fn asked_at_door(browser: &mut Browser, school: &School) -> String {
    let asked = browser.post(&school.at("/sign-in/passkey/begin"), &[]).await.unwrap();
    assert_eq!(asked.status, StatusCode::OK);
    asked.body
}

async fn answers(browser: &mut Browser, school: &School, answer: &str) -> Answer {
    browser.post(&school.at("/sign-in/passkey"), &[("credential", answer)]).await.unwrap()
}

async fn is_in(browser: &mut Browser, school: &School) -> bool {
    browser.get(&school.at("/account")).await.unwrap().status == StatusCode::OK
}

#[tokio::test]
async fn a_passkey_alone_is_both_factors() {
    let (_test, school) = school();
    let (_, mut owner, mut key) = with_passkey(&school, Role::Administrator).await;
    assert_eq!(owner.get(&school.at("/students")).await.unwrap().status, StatusCode::OK, "adding it was the factor");
    let page = owner.get(&school.at("/account")).await.unwrap();
    assert!(page.shows("my phone") && page.shows("not used yet") && page.shows("A passkey was added"));
    let mut browser = school.visitor();
    let asked = asked_at_door(&mut browser, &school).await;
    assert!(!asked.contains("allowCredentials\":[{"), "nobody is named before they have answered");
    assert_eq!(answers(&mut browser, &school, &key.used(&asked)).await.location(), school.at("/"));
    assert_eq!(browser.get(&school.at("/students")).await.unwrap().status, StatusCode::OK);
    assert!(browser.get(&school.at("/account")).await.unwrap().shows("last used"));
    let log = school.arrange(|work| security::newest(work, 5)).unwrap();
    assert!(log.iter().any(|row| row.detail == "passkey" && row.outcome == "in"));
}

#[tokio::test]
async fn with_a_passkey_the_password_alone_is_no_session() {
    let (_test, school) = school();
    let (_, _, mut key) = with_passkey(&school, Role::Office).await;
    let (mut browser, answer) = enters(&school, ADA).await;
    assert_eq!(answer.location(), school.at("/sign-in/code"));
    assert!(!is_in(&mut browser, &school).await);
    assert!(browser.get(&school.at("/sign-in/code")).await.unwrap().shows("data-passkey=\"get\""));
    let begin = school.at("/sign-in/code/passkey/begin");
    let asked = browser.post(&begin, &[]).await.unwrap().body;
    let mut stranger = SoftKey::new(2);
    let path = school.at("/sign-in/code/passkey");
    let wrong = browser.post(&path, &[("credential", &stranger.used(&asked))]).await.unwrap();
    assert_eq!(wrong.status, StatusCode::UNAUTHORIZED);
    let asked = browser.post(&begin, &[]).await.unwrap().body;
    let entered = browser.post(&path, &[("credential", &key.used(&asked))]).await.unwrap();
    assert_eq!(entered.location(), school.at("/"));
    assert!(is_in(&mut browser, &school).await);
}

#[tokio::test]
async fn the_first_passkey_brings_recovery_codes_and_ends_other_sessions() {
    let (_test, school) = school();
    let id = account(&school, ADA, Role::Office);
    let (mut elsewhere, _) = enters(&school, ADA).await;
    let (mut browser, _) = enters(&school, ADA).await;
    let shown = adds(&mut browser, &school.at(PASSKEYS), &mut SoftKey::new(1), "my phone").await;
    assert!(!is_in(&mut elsewhere, &school).await && is_in(&mut browser, &school).await);
    let code = shown.body.split("<li class=\"code\" dir=\"ltr\">").nth(1).unwrap().split('<').next().unwrap();
    let (mut lost, _) = enters(&school, ADA).await;
    let entered = lost.post(&school.at("/sign-in/code"), &[("code", code)]).await.unwrap();
    assert_eq!(entered.location(), school.at("/"), "a code for the day the phone is lost");
    let second = adds(&mut browser, &school.at(PASSKEYS), &mut SoftKey::new(2), "my laptop").await;
    assert!(second.location().ends_with("done=done-passkey-added"), "{}", second.body);
    assert!(is_in(&mut lost, &school).await, "the second ends nothing");
    assert_eq!(school.arrange(|work| passkey::list(work, id)).unwrap().len(), 2);
    let told = school.arrange(|work| outbox::newest(work, 50)).unwrap();
    assert_eq!(told.iter().filter(|mail| mail.body.contains("a passkey was added")).count(), 2);
}

#[tokio::test]
async fn an_answer_counts_once_here_and_now() {
    let (_test, school) = school();
    let (_, _, mut key) = with_passkey(&school, Role::Office).await;
    let mut browser = school.visitor();
    let asked = asked_at_door(&mut browser, &school).await;
    let answer = key.used(&asked);
    let mut other = school.visitor();
    asked_at_door(&mut other, &school).await;
    for stranger in [&mut other, &mut school.visitor()] {
        assert_eq!(answers(stranger, &school, &answer).await.status, StatusCode::UNAUTHORIZED);
        assert!(!is_in(stranger, &school).await);
    }
    let mut copy = browser.clone();
    assert_eq!(answers(&mut browser, &school, &answer).await.status, StatusCode::SEE_OTHER);
    assert_eq!(answers(&mut copy, &school, &answer).await.status, StatusCode::UNAUTHORIZED, "once");
    let mut late = school.visitor();
    let asked = asked_at_door(&mut late, &school).await;
    school.advance(5 * MINUTE);
    assert_eq!(answers(&mut late, &school, &key.used(&asked)).await.status, StatusCode::UNAUTHORIZED, "five minutes");
    let mut wrong = school.visitor();
    for nonsense in ["", "{}", "nonsense"] {
        asked_at_door(&mut wrong, &school).await;
        assert_eq!(answers(&mut wrong, &school, nonsense).await.status, StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn a_key_that_does_not_know_its_owner_or_answers_another_site_is_refused() {
    let (_test, school) = school();
    let (_, mut owner, mut key) = with_passkey(&school, Role::Office).await;
    for (verifies, origin) in [(false, "http://localhost"), (true, "http://localhost.evil.example")] {
        (key.verifies, key.origin) = (verifies, origin);
        let mut browser = school.visitor();
        let asked = asked_at_door(&mut browser, &school).await;
        assert_eq!(answers(&mut browser, &school, &key.used(&asked)).await.status, StatusCode::UNAUTHORIZED);
        let mut fresh = SoftKey::new(7);
        (fresh.verifies, fresh.origin) = (verifies, origin);
        let refused = adds(&mut owner, &school.at(PASSKEYS), &mut fresh, "another").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    (key.verifies, key.origin) = (true, "http://localhost");
    let mut browser = school.visitor();
    let asked = asked_at_door(&mut browser, &school).await;
    assert_eq!(answers(&mut browser, &school, &key.used(&asked)).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_copied_key_is_refused_noted_and_told() {
    let (_test, school) = school();
    let (id, _, mut key) = with_passkey(&school, Role::Office).await;
    let copied_at = key.counter;
    let mut browser = school.visitor();
    let asked = asked_at_door(&mut browser, &school).await;
    assert_eq!(answers(&mut browser, &school, &key.used(&asked)).await.status, StatusCode::SEE_OTHER);
    key.counter = copied_at;
    school.advance(SECOND);
    let mut thief = school.visitor();
    let asked = asked_at_door(&mut thief, &school).await;
    assert_eq!(answers(&mut thief, &school, &key.used(&asked)).await.status, StatusCode::UNAUTHORIZED);
    assert!(!is_in(&mut thief, &school).await);
    let log = school.arrange(|work| security::newest(work, 1)).unwrap().remove(0);
    assert_eq!((log.account, log.detail.as_str(), log.outcome.as_str()), (Some(id.0), "passkey", "copied"));
    let told = school.arrange(|work| outbox::newest(work, 1)).unwrap().remove(0);
    assert!(told.subject.contains("copy of your passkey"), "{}", told.subject);
}

#[tokio::test]
async fn a_passkey_is_added_only_with_the_password_and_once() {
    let (test, school) = school();
    let (_, mut owner, _) = with_passkey(&school, Role::Office).await;
    let begin = school.at(&format!("{PASSKEYS}/begin"));
    let wrong = owner.post(&begin, &[("passkey_name", "x"), ("password", "not this one")]).await.unwrap();
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.shows("This is not your password"));
    let nameless = owner.post(&begin, &[("password", PASSWORD)]).await.unwrap();
    assert!(nameless.status == StatusCode::UNPROCESSABLE_ENTITY && nameless.shows("Give the passkey a name"));
    let again = adds(&mut owner, &school.at(PASSKEYS), &mut SoftKey::new(1), "the same").await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "its id is known");
    // The same device's key in another school is another account's affair.
    let other = test.school("Linde", "school").unwrap();
    let (_, _, mut key) = with_passkey(&other, Role::Office).await;
    let mut browser = school.visitor();
    let asked = asked_at_door(&mut browser, &school).await;
    assert_eq!(answers(&mut browser, &school, &key.used(&asked)).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_passkey_is_removed_by_its_owner_with_the_password() {
    let (_test, school) = school();
    let (id, mut owner, mut key) = with_passkey(&school, Role::Office).await;
    let row = school.arrange(|work| passkey::list(work, id)).unwrap().remove(0).id.to_string();
    let path = school.at(&format!("{PASSKEYS}/remove"));
    let wrong = owner.post(&path, &[("passkey", &row), ("old_password", "not this one")]).await.unwrap();
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    account(&school, "eve@example.org", Role::Office);
    let (mut eve, _) = enters(&school, "eve@example.org").await;
    let others = eve.post(&path, &[("passkey", &row), ("old_password", PASSWORD)]).await.unwrap();
    assert_eq!(others.status, StatusCode::NOT_FOUND);
    let gone = owner.post(&path, &[("passkey", &row), ("old_password", PASSWORD)]).await.unwrap();
    assert!(gone.location().ends_with("done=done-passkey-removed"), "{}", gone.body);
    let mut browser = school.visitor();
    let asked = asked_at_door(&mut browser, &school).await;
    assert_eq!(answers(&mut browser, &school, &key.used(&asked)).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(enters(&school, ADA).await.1.location(), school.at("/"), "the password is enough again");
}

#[tokio::test]
async fn the_last_factor_of_an_administrator_stays() {
    let (_test, school) = school();
    let (id, mut owner, _) = with_passkey(&school, Role::Administrator).await;
    let row = school.arrange(|work| passkey::list(work, id)).unwrap().remove(0).id.to_string();
    let path = school.at(&format!("{PASSKEYS}/remove"));
    let fields = [("passkey", row.as_str()), ("old_password", PASSWORD)];
    assert_eq!(owner.post(&path, &fields).await.unwrap().status, StatusCode::FORBIDDEN);
    adds(&mut owner, &school.at(PASSKEYS), &mut SoftKey::new(2), "my laptop").await;
    assert_eq!(owner.post(&path, &fields).await.unwrap().status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn operators_have_passkeys_too() {
    let (test, school) = school();
    let token = found::first_operator(&test.house().schools).unwrap().unwrap();
    let mut host = test.visitor();
    let fields = [("email", "host@example.org"), ("password", PASSWORD), ("terms", "yes")];
    host.post(&format!("/operator/invite/{token}"), &fields).await.unwrap();
    assert_eq!(host.get("/operator/").await.unwrap().location(), "/operator/account/second-factor");
    let mut key = SoftKey::new(1);
    let added = adds(&mut host, "/operator/account/second-factor/passkeys", &mut key, "the host's key").await;
    assert_eq!(added.status, StatusCode::OK, "{}", added.body);
    assert_eq!(host.get("/operator/").await.unwrap().status, StatusCode::OK);
    let mut browser = test.visitor();
    let asked = browser.post("/operator/sign-in/passkey/begin", &[]).await.unwrap().body;
    let answer = key.used(&asked);
    let entered = browser.post("/operator/sign-in/passkey", &[("credential", &answer)]).await.unwrap();
    assert_eq!(entered.location(), "/operator/");
    assert_eq!(browser.get("/operator/").await.unwrap().status, StatusCode::OK);

    // Going into a school asks for it again (C031), and a key that answers something else does not count.
    let mut admin = school.desk(Role::Administrator).unwrap();
    let door = format!("/operator/support/{}", school.entry.slug);
    assert!(!browser.get(&door).await.unwrap().shows("data-passkey"), "nobody has let the operator in");
    let grant = [("operator", ""), ("reason", "look"), ("hours", "1")];
    assert_eq!(admin.post(&school.at("/support"), &grant).await.unwrap().status, StatusCode::SEE_OTHER);
    assert!(browser.get(&door).await.unwrap().shows("data-passkey=\"get\""));
    let enter = format!("{door}/enter");
    for (key, status) in [(&mut SoftKey::new(9), 422), (&mut key, 303)] {
        let asked = browser.post(&format!("{enter}/begin"), &[]).await.unwrap();
        assert_eq!(asked.status, StatusCode::OK, "{}", asked.body);
        let answer = key.used(&asked.body);
        let entered = browser.post(&enter, &[("credential", &answer)]).await.unwrap();
        assert_eq!(entered.status, status, "{}", entered.body);
    }
    assert_eq!(browser.get(&school.at("/students")).await.unwrap().status, StatusCode::OK);
}

/// A page that somebody left open is no way to make another's account one's own.
#[tokio::test]
async fn an_app_is_added_to_a_passkey_only_by_its_owner() {
    let (_test, school) = school();
    let (id, mut owner, _) = with_passkey(&school, Role::Administrator).await;
    let path = school.at("/account/second-factor");
    let page = owner.get(&path).await.unwrap().body;
    let secret =
        page.split("name=\"secret\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    for proof in ["", "not the password"] {
        let code = sign_in::code(&school, &secret);
        let refused = owner.post(&path, &[("secret", &secret), ("code", &code), ("proof", proof)]).await.unwrap();
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{proof:?}");
    }
    assert!(school.arrange(|work| account::find(work, id)).unwrap().totp_sealed.is_none());
    assert!(is_in(&mut owner, &school).await, "the owner is not thrown out");
    let code = sign_in::code(&school, &secret);
    let fields = [("secret", secret.as_str()), ("code", &code), ("proof", PASSWORD)];
    assert_eq!(owner.post(&path, &fields).await.unwrap().status, StatusCode::OK);
    assert!(school.arrange(|work| account::find(work, id)).unwrap().totp_sealed.is_some());
}
