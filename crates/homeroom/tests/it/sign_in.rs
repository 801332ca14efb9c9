//! The doors: passwords, second factors, invitations, sessions (C012–C019, C023).

use accounts::account::{self, Standing};
use accounts::{acknowledgement, factor, invitation, password};
use axum::http::StatusCode;
use kernel::clock::{DAY, HOUR, MINUTE};
use kernel::{EmailAddress, Random};
use store::Role;
use testkit::{Answer, Browser, School, Test};

const PASSWORD: &str = "correct horse battery";

fn school() -> (Test, School) {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    (test, school)
}

/// An account with [`PASSWORD`].
fn account(school: &School, email: &str, standing: &Standing) -> accounts::AccountId {
    let hash = password::hash(PASSWORD, &Random::seeded(3)).unwrap();
    let email = EmailAddress::parse(email).unwrap();
    school
        .arrange(|work| {
            let id = account::create(work, "Ada Example", Some(&email), Some(hash), standing)?;
            acknowledgement::note(work, id, &school.notice)?;
            Ok(id)
        })
        .unwrap()
}

fn office(school: &School) -> Standing {
    Standing {
        staff: Some(school.staff("Olga Office", &[]).unwrap().0),
        roles: vec![Role::Office],
        ..Standing::default()
    }
}

/// Turns the factor on; gives its secret and the recovery codes.
fn with_factor(school: &School, id: accounts::AccountId) -> (String, Vec<String>) {
    let secret = factor::new_secret(&Random::seeded(11));
    let codes = school.arrange(|work| factor::enable(work, id, secret.clone(), 0)).unwrap();
    (secret, codes)
}

/// What the authenticator app shows now.
pub fn code(school: &School, secret: &str) -> String {
    let secret = totp_rs::Secret::try_from_base32(secret).unwrap();
    let totp = totp_rs::Builder::new()
        .with_secret(secret)
        .with_account_name("a")
        .with_issuer(Some("Homeroom"))
        .build()
        .unwrap();
    let seconds = u64::try_from(school.context.clock.now().0 / 1000).unwrap();
    totp.generate(seconds).to_string()
}

async fn enters(browser: &mut Browser, school: &School, email: &str, password: &str) -> Answer {
    browser.post(&school.at("/sign-in"), &[("login", email), ("password", password)]).await.unwrap()
}

async fn types(browser: &mut Browser, school: &School, code: &str) -> Answer {
    browser.post(&school.at("/sign-in/code"), &[("code", code)]).await.unwrap()
}

async fn status(browser: &mut Browser, school: &School, path: &str) -> StatusCode {
    browser.get(&school.at(path)).await.unwrap().status
}

/// Whether the session opens the account's own page.
async fn is_in(browser: &mut Browser, school: &School) -> bool {
    status(browser, school, "/account").await == StatusCode::OK
}

#[tokio::test]
async fn the_right_password_opens_the_first_page() {
    let (_test, school) = school();
    account(&school, "ada@example.org", &office(&school));
    let mut browser = school.visitor();
    let answer = enters(&mut browser, &school, "Ada@Example.org", PASSWORD).await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, school.at("/").as_str()));
    let cookie = answer.headers["set-cookie"].to_str().unwrap();
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/s/kastanje/"),
        "{cookie}"
    );
    assert_eq!(status(&mut browser, &school, "/students").await, StatusCode::OK);
}

#[tokio::test]
async fn a_wrong_password_answers_alike_whether_the_address_is_known_or_not() {
    let (_test, school) = school();
    account(&school, "ada@example.org", &office(&school));
    let known = enters(&mut school.visitor(), &school, "ada@example.org", "wrong horse battery").await;
    let unknown = enters(&mut school.visitor(), &school, "eve@example.org", "wrong horse battery").await;
    assert_eq!((known.status, unknown.status), (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::UNPROCESSABLE_ENTITY));
    assert_eq!(known.body.replace("ada@example.org", "X"), unknown.body.replace("eve@example.org", "X"));
    assert!(known.shows("ada@example.org") && !known.shows("wrong horse battery"));
}

#[tokio::test]
async fn five_wrong_passwords_cool_the_account_for_a_quarter_of_an_hour() {
    let (_test, school) = school();
    account(&school, "ada@example.org", &office(&school));
    let mut browser = school.visitor();
    for _ in 0..5 {
        enters(&mut browser, &school, "ada@example.org", "wrong horse battery").await;
    }
    let cooling = enters(&mut browser, &school, "ada@example.org", PASSWORD).await;
    assert_eq!(cooling.status, StatusCode::UNPROCESSABLE_ENTITY);
    school.advance(14 * MINUTE);
    assert_eq!(
        enters(&mut browser, &school, "ada@example.org", PASSWORD).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    school.advance(MINUTE);
    assert_eq!(enters(&mut browser, &school, "ada@example.org", PASSWORD).await.status, StatusCode::SEE_OTHER);
    assert!(is_in(&mut browser, &school).await);
}

#[tokio::test]
async fn four_wrong_passwords_and_a_right_one_count_from_nought() {
    let (_test, school) = school();
    account(&school, "ada@example.org", &office(&school));
    for _ in 0..2 {
        for _ in 0..4 {
            enters(&mut school.visitor(), &school, "ada@example.org", "wrong horse battery").await;
        }
        let answer = enters(&mut school.visitor(), &school, "ada@example.org", PASSWORD).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn a_password_alone_is_no_session_where_a_factor_is_set_up() {
    let (_test, school) = school();
    let id = account(&school, "ada@example.org", &office(&school));
    let (secret, _) = with_factor(&school, id);
    let mut browser = school.visitor();
    let answer = enters(&mut browser, &school, "ada@example.org", PASSWORD).await;
    assert_eq!(answer.location(), school.at("/sign-in/code"));
    for path in ["/account", "/students", "/account/second-factor"] {
        let answer = browser.get(&school.at(path)).await.unwrap();
        assert_eq!(
            (answer.status, answer.location()),
            (StatusCode::SEE_OTHER, school.at("/sign-in").as_str()),
            "{path}"
        );
    }
    assert_eq!(types(&mut browser, &school, &code(&school, &secret)).await.location(), school.at("/"));
    assert!(is_in(&mut browser, &school).await);
}

#[tokio::test]
async fn a_code_works_once() {
    let (_test, school) = school();
    let id = account(&school, "ada@example.org", &office(&school));
    let (secret, _) = with_factor(&school, id);
    let now = code(&school, &secret);
    for expected in [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY] {
        let mut browser = school.visitor();
        enters(&mut browser, &school, "ada@example.org", PASSWORD).await;
        assert_eq!(types(&mut browser, &school, &now).await.status, expected);
        assert_eq!(is_in(&mut browser, &school).await, expected == StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn a_recovery_code_works_once() {
    let (_test, school) = school();
    let id = account(&school, "ada@example.org", &office(&school));
    let (_, codes) = with_factor(&school, id);
    assert_eq!(codes.len(), 10);
    for (recovery, expected) in [(0, true), (0, false), (1, true)] {
        let mut browser = school.visitor();
        enters(&mut browser, &school, "ada@example.org", PASSWORD).await;
        types(&mut browser, &school, &codes[recovery]).await;
        assert_eq!(is_in(&mut browser, &school).await, expected);
    }
}

#[tokio::test]
async fn five_wrong_codes_end_the_sign_in() {
    let (_test, school) = school();
    let id = account(&school, "ada@example.org", &office(&school));
    let (secret, _) = with_factor(&school, id);
    let mut browser = school.visitor();
    enters(&mut browser, &school, "ada@example.org", PASSWORD).await;
    for _ in 0..5 {
        assert_eq!(types(&mut browser, &school, "not-a-code").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(types(&mut browser, &school, &code(&school, &secret)).await.location(), school.at("/sign-in"));
    assert!(!is_in(&mut browser, &school).await);
}

#[tokio::test]
async fn an_administrator_without_a_factor_reaches_nothing_but_setting_it_up() {
    let (test, school) = school();
    account(&school, "ada@example.org", &Standing { roles: vec![Role::Administrator], ..Standing::default() });
    let mut browser = school.visitor();
    enters(&mut browser, &school, "ada@example.org", PASSWORD).await;
    for route in test.built.school_routes.iter().filter(|route| !route.path.contains('{')) {
        let free = route.path.ends_with("/sign-out")
            || route.path.starts_with("/privacy")
            || route.path == "/account/second-factor"
            // A passkey is a second factor too.
            || route.path.starts_with("/account/second-factor/passkeys");
        if free {
            continue;
        }
        let path = school.at(route.path);
        let answer =
            if route.method == "GET" { browser.get(&path).await } else { browser.post(&path, &[]).await }.unwrap();
        let expected = (StatusCode::SEE_OTHER, school.at("/account/second-factor"));
        assert_eq!((answer.status, answer.location().to_owned()), expected, "{} {}", route.method, route.path);
    }
    let trail = browser.get(&school.at("/privacy/trail")).await.unwrap();
    assert_eq!(trail.status, StatusCode::FORBIDDEN);
    assert_eq!(status(&mut browser, &school, "/account/second-factor").await, StatusCode::OK);
}

#[tokio::test]
async fn setting_up_the_factor_opens_the_school_and_shows_ten_codes() {
    let (_test, school) = school();
    account(&school, "ada@example.org", &Standing { roles: vec![Role::Administrator], ..Standing::default() });
    let mut browser = school.visitor();
    enters(&mut browser, &school, "ada@example.org", PASSWORD).await;
    let page = browser.get(&school.at("/account/second-factor")).await.unwrap().body;
    let secret = page.split("name=\"secret\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let path = school.at("/account/second-factor");
    let wrong = browser.post(&path, &[("secret", &secret), ("code", "000000")]).await.unwrap();
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let before = browser.clone();
    let right = browser.post(&path, &[("secret", &secret), ("code", &code(&school, &secret))]).await.unwrap();
    assert_eq!(right.status, StatusCode::OK, "{}", right.body);
    assert_eq!(status(&mut browser, &school, "/institution").await, StatusCode::OK);
    assert!(!is_in(&mut before.clone(), &school).await, "the session from before the factor still stands");
}

#[tokio::test]
async fn an_administrators_factor_cannot_be_turned_off() {
    let (_test, school) = school();
    let id = account(&school, "ada@example.org", &Standing { roles: vec![Role::Administrator], ..Standing::default() });
    let (secret, _) = with_factor(&school, id);
    let mut browser = school.visitor();
    enters(&mut browser, &school, "ada@example.org", PASSWORD).await;
    types(&mut browser, &school, &code(&school, &secret)).await;
    let answer = browser.post(&school.at("/account/second-factor/off"), &[("password", PASSWORD)]).await.unwrap();
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(school.arrange(|work| account::find(work, id)).unwrap().totp_sealed.is_some());
}

#[tokio::test]
async fn a_teacher_may_turn_the_factor_off_with_the_password_only() {
    let (_test, school) = school();
    let id = account(&school, "ada@example.org", &office(&school));
    let (secret, _) = with_factor(&school, id);
    let mut browser = school.visitor();
    enters(&mut browser, &school, "ada@example.org", PASSWORD).await;
    types(&mut browser, &school, &code(&school, &secret)).await;
    let off = school.at("/account/second-factor/off");
    let wrong = browser.post(&off, &[("password", "wrong horse battery")]).await.unwrap();
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(browser.post(&off, &[("password", PASSWORD)]).await.unwrap().status, StatusCode::SEE_OTHER);
    assert!(school.arrange(|work| account::find(work, id)).unwrap().totp_sealed.is_none());
}

#[tokio::test]
async fn a_made_up_secret_is_refused_in_words() {
    let (_test, school) = school();
    account(&school, "ada@example.org", &office(&school));
    let mut browser = school.visitor();
    enters(&mut browser, &school, "ada@example.org", PASSWORD).await;
    for secret in ["", "A", "not base 32!", "AAAA"] {
        let answer = browser
            .post(&school.at("/account/second-factor"), &[("secret", secret), ("code", "000000")])
            .await
            .unwrap();
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{secret:?}");
    }
}

#[tokio::test]
async fn a_session_of_staff_ends_after_half_an_hour_without_use() {
    let (_test, school) = school();
    let teacher = school.staff("Tea Teacher", &[]).unwrap();
    for role in [Role::Teacher, Role::Administrator, Role::Office, Role::Dpo] {
        let browser = if role == Role::Teacher { school.as_teacher(teacher) } else { school.desk(role) };
        let mut browser = browser.unwrap();
        school.advance(29 * MINUTE);
        assert!(is_in(&mut browser, &school).await);
        school.advance(31 * MINUTE);
        assert!(!is_in(&mut browser, &school).await, "{role}");
    }
}

#[tokio::test]
async fn a_familys_session_ends_after_two_hours_without_use() {
    let (_test, school) = school();
    let guardian = school.guardian("Pat Parent", &[]).unwrap();
    let mut browser = school.as_guardian(guardian).unwrap();
    school.advance(119 * MINUTE);
    assert!(is_in(&mut browser, &school).await);
    school.advance(121 * MINUTE);
    assert!(!is_in(&mut browser, &school).await);
}

#[tokio::test]
async fn a_session_in_use_ends_after_twelve_hours() {
    let (_test, school) = school();
    let mut browser = school.desk(Role::Administrator).unwrap();
    for _ in 0..35 {
        school.advance(20 * MINUTE);
        assert!(is_in(&mut browser, &school).await);
    }
    school.advance(20 * MINUTE);
    assert!(!is_in(&mut browser, &school).await);
}

#[tokio::test]
async fn ending_another_session_kills_its_token() {
    let (_test, school) = school();
    account(&school, "ada@example.org", &office(&school));
    let (mut phone, mut desk) = (school.visitor(), school.visitor());
    enters(&mut phone, &school, "ada@example.org", PASSWORD).await;
    enters(&mut desk, &school, "ada@example.org", PASSWORD).await;
    let page = desk.get(&school.at("/account")).await.unwrap().body;
    let session = page.split("name=\"session\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let end = desk.post(&school.at("/account/sessions/end"), &[("session", &session)]).await.unwrap();
    assert_eq!(end.status, StatusCode::SEE_OTHER);
    assert!(is_in(&mut desk, &school).await);
    assert!(!is_in(&mut phone, &school).await);
}

#[tokio::test]
async fn nobody_ends_a_session_of_another_account() {
    let (_test, school) = school();
    let mut other = school.desk(Role::Office).unwrap();
    let token = other.cookie(school.cookie_name()).unwrap().to_owned();
    let theirs = school.arrange(|work| accounts::session::find_by_token(work, &token)).unwrap().unwrap();
    let mut browser = school.desk(Role::Administrator).unwrap();
    let end = browser.post(&school.at("/account/sessions/end"), &[("session", &theirs.id.to_string())]).await.unwrap();
    assert_eq!(end.status, StatusCode::NOT_FOUND);
    assert!(is_in(&mut other, &school).await);
}

#[tokio::test]
async fn signing_out_kills_the_token_and_clears_the_browser() {
    let (_test, school) = school();
    let mut browser = school.desk(Role::Office).unwrap();
    let mut stolen = browser.clone();
    let answer = browser.post(&school.at("/sign-out"), &[]).await.unwrap();
    assert!(answer.headers["clear-site-data"].to_str().unwrap().contains("cache"));
    assert_eq!(browser.cookie(school.cookie_name()), None);
    assert!(!is_in(&mut stolen, &school).await);
}

#[tokio::test]
async fn a_changed_password_ends_the_other_sessions_and_tells_the_owner() {
    let (_test, school) = school();
    account(&school, "ada@example.org", &office(&school));
    let (mut phone, mut desk) = (school.visitor(), school.visitor());
    enters(&mut phone, &school, "ada@example.org", PASSWORD).await;
    enters(&mut desk, &school, "ada@example.org", PASSWORD).await;
    let fields = [("old_password", PASSWORD), ("password", "another fine battery")];
    assert_eq!(desk.post(&school.at("/account/password"), &fields).await.unwrap().status, StatusCode::SEE_OTHER);
    assert!(is_in(&mut desk, &school).await);
    assert!(!is_in(&mut phone, &school).await);
    let mails = school.arrange(|work| store::outbox::newest(work, 10)).unwrap();
    assert!(mails.iter().any(|mail| mail.recipient == "ada@example.org"));
    assert_eq!(enters(&mut phone, &school, "ada@example.org", PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_changed_role_counts_at_the_next_request() {
    let (_test, school) = school();
    let id = account(&school, "ada@example.org", &office(&school));
    let mut browser = school.visitor();
    enters(&mut browser, &school, "ada@example.org", PASSWORD).await;
    assert_eq!(status(&mut browser, &school, "/students").await, StatusCode::OK);
    school.arrange(|work| account::take_role(work, id, Role::Office)).unwrap();
    assert_eq!(status(&mut browser, &school, "/students").await, StatusCode::FORBIDDEN);
    school.arrange(|work| account::give_role(work, id, Role::Office)).unwrap();
    assert_eq!(status(&mut browser, &school, "/students").await, StatusCode::OK);
    school.arrange(|work| account::end(work, id)).unwrap();
    assert!(!is_in(&mut browser, &school).await);
}

fn accepting(password: &str) -> [(&str, &str); 3] {
    [("email", "first@example.org"), ("password", password), ("terms", "yes")]
}

#[tokio::test]
async fn an_invitation_works_once() {
    let (_test, school) = school();
    let path = school.at(&format!("/invite/{}", school.first));
    let mut first = school.visitor();
    assert_eq!(first.get(&path).await.unwrap().status, StatusCode::OK);
    assert_eq!(first.post(&path, &accepting(PASSWORD)).await.unwrap().status, StatusCode::SEE_OTHER);
    let mut second = school.visitor();
    assert_eq!(second.get(&path).await.unwrap().status, StatusCode::NOT_FOUND);
    assert_eq!(second.post(&path, &accepting(PASSWORD)).await.unwrap().status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_invitation_stands_for_two_weeks() {
    let (_test, school) = school();
    let path = school.at(&format!("/invite/{}", school.first));
    school.advance(14 * DAY - HOUR);
    assert_eq!(school.visitor().get(&path).await.unwrap().status, StatusCode::OK);
    school.advance(HOUR);
    assert_eq!(school.visitor().get(&path).await.unwrap().status, StatusCode::NOT_FOUND);
    assert_eq!(school.visitor().post(&path, &accepting(PASSWORD)).await.unwrap().status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_second_invitation_of_a_person_ends_the_first() {
    let (_test, school) = school();
    let guardian = school.guardian("Pat Parent", &[]).unwrap();
    let standing = Standing { guardian: Some(guardian.0), ..Standing::default() };
    let invite =
        || school.arrange(|work| invitation::create(work, "Pat Parent", "", &standing, invitation::STANDS)).unwrap();
    let (first, second) = (invite(), invite());
    let mut visitor = school.visitor();
    assert_eq!(status(&mut visitor, &school, &format!("/invite/{}", first.token)).await, StatusCode::NOT_FOUND);
    let typed = visitor.post(&school.at("/invite"), &[("code", &second.code.to_lowercase())]).await.unwrap();
    assert_eq!(typed.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_common_password_is_refused_and_the_address_stays() {
    let (_test, school) = school();
    let path = school.at(&format!("/invite/{}", school.first));
    let fields = [("email", "typed.by.hand@example.org"), ("password", "Password1!"), ("terms", "yes")];
    let answer = school.visitor().post(&path, &fields).await.unwrap();
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.shows("typed.by.hand@example.org") && !answer.shows("Password1!"));
    assert_eq!(school.visitor().post(&path, &accepting(PASSWORD)).await.unwrap().status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn an_invitation_asks_for_the_notice_to_be_read() {
    let (_test, school) = school();
    let path = school.at(&format!("/invite/{}", school.first));
    let answer = school.visitor().post(&path, &accepting(PASSWORD)[..2]).await.unwrap();
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_form_of_another_site_is_refused() {
    let (_test, school) = school();
    let mut browser = school.desk(Role::Office).unwrap();
    let path = school.at("/groups/new");
    for site in ["cross-site", "same-site"] {
        let answer = browser.post_from_elsewhere(&path, site, &[("group_name", "Forged")]).await.unwrap();
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{site}");
    }
    let own = browser.post_from_elsewhere(&path, "same-origin", &[("group_name", "Own")]).await.unwrap();
    assert_eq!(own.status, StatusCode::SEE_OTHER);
    assert_eq!(crate::raw::count(&school.context, "study_group"), 1);
}

#[tokio::test]
async fn choosing_a_language_leads_back_to_this_site_only() {
    let (test, _school) = school();
    for back in ["//evil.example", "/\\evil.example", "https://evil.example", "/\t/evil.example"] {
        let answer = test.visitor().post("/preferences", &[("back", back), ("lang", "nl")]).await.unwrap();
        assert_eq!(answer.location(), "/", "{back:?}");
    }
}
