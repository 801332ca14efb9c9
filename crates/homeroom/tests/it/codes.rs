//! Signing in with one-time codes by mail and phone (C013–C015).

use accounts::account::{self, Standing};
use accounts::{AccountId, factor};
use axum::http::StatusCode;
use kernel::Random;
use kernel::clock::{HOUR, MINUTE, SECOND};
use people::GuardianId;
use sea_orm::{ActiveModelTrait as _, Set};
use store::outbox::{self, Channel};
use store::{Role, security};
use testkit::{Answer, Browser, School};

use crate::numbers::{self, guardian, of, school};
use crate::raw;

const PASSWORD: &str = "correct horse battery";
const NUMBER: &str = "+31612345678";

fn account(school: &School, standing: &Standing, email: Option<&str>) -> AccountId {
    numbers::account(school, standing, email, PASSWORD)
}

/// A guardian with this number on record, who has proven it.
fn parent(school: &School, number: &str) -> (GuardianId, AccountId) {
    let pat = guardian(school, "Pat Parent", Some(number));
    let id = account(school, &of(pat), None);
    school.arrange(|work| accounts::number::set(work, &account::find(work, id)?, number)).unwrap();
    (pat, id)
}

/// Every text that waits for a number or an address, newest first.
fn texts(school: &School, to: &str) -> Vec<String> {
    let all = school.arrange(|work| outbox::newest(work, 500)).unwrap();
    all.into_iter().filter(|row| row.recipient == to && row.state == "waiting").map(|row| row.body).collect()
}

fn code_in(text: &str) -> String {
    let digits = text.split(|c: char| !c.is_ascii_digit()).find(|part| part.len() == 6);
    digits.unwrap_or_else(|| panic!("no code in {text}")).to_owned()
}

fn newest_code(school: &School, to: &str) -> String {
    code_in(texts(school, to).first().unwrap())
}

async fn asks(school: &School, login: &str) -> (Browser, Answer) {
    // What is sent in one millisecond has no order.
    school.advance(SECOND);
    let mut browser = school.visitor();
    let answer = browser.post(&school.at("/sign-in/send"), &[("login", login)]).await.unwrap();
    (browser, answer)
}

async fn types(browser: &mut Browser, school: &School, code: &str) -> Answer {
    browser.post(&school.at("/sign-in/sent"), &[("one_time", code)]).await.unwrap()
}

async fn is_in(browser: &mut Browser, school: &School) -> bool {
    browser.get(&school.at("/account")).await.unwrap().status == StatusCode::OK
}

/// A code that is certainly not this one.
fn another(code: &str) -> &'static str {
    if code == "000000" { "000001" } else { "000000" }
}

#[tokio::test]
async fn a_code_by_phone_signs_in_once_in_any_digits() {
    let (_test, school) = school();
    parent(&school, NUMBER);
    let (mut browser, answer) = asks(&school, "06 12 34 56 78").await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, school.at("/sign-in/sent").as_str()));
    let page = browser.get(&school.at("/sign-in/sent")).await.unwrap();
    assert!(page.shows("autocomplete=\"one-time-code\" inputmode=\"numeric\"") && page.shows("in 60 seconds"));
    let text = texts(&school, NUMBER).remove(0);
    let code = code_in(&text);
    assert!(text.ends_with(&format!("\n\n@localhost #{code}")) && text.contains("Kastanje"), "{text}");
    assert!(!text.contains("Pat") && !text.contains("Parent"), "{text}");
    let devanagari: String = code.bytes().map(|b| char::from_u32(0x966 + u32::from(b - b'0')).unwrap()).collect();
    let entered = types(&mut browser, &school, &format!(" {}-{} ", &devanagari[..9], &devanagari[9..])).await;
    assert_eq!(entered.location(), school.at("/"));
    assert!(is_in(&mut browser, &school).await);
    let mut again = browser.clone().with_cookie(school.cookie_name(), "");
    assert_eq!(types(&mut again, &school, &code).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_code_by_mail_goes_to_a_proven_address_only() {
    let (_test, school) = school();
    let pat = guardian(&school, "Pat Parent", None);
    let id = account(&school, &of(pat), Some("pat@example.org"));
    asks(&school, "pat@example.org").await;
    assert!(texts(&school, "pat@example.org").is_empty(), "nobody has proven it");
    let mut owner = school.visitor();
    owner.post(&school.at("/sign-in"), &[("login", "pat@example.org"), ("password", PASSWORD)]).await.unwrap();
    assert!(owner.get(&school.at("/account")).await.unwrap().shows("Confirm this address"));
    let sent = owner.post(&school.at("/account/address"), &[]).await.unwrap();
    assert_eq!(sent.location(), school.at("/account/prove"));
    let code = newest_code(&school, "pat@example.org");
    let wrong = owner.post(&school.at("/account/prove"), &[("one_time", another(&code))]).await.unwrap();
    assert_eq!(wrong.status, StatusCode::UNAUTHORIZED);
    let proven = owner.post(&school.at("/account/prove"), &[("one_time", &code)]).await.unwrap();
    assert!(proven.location().ends_with("done=done-address"), "{}", proven.body);
    assert!(school.arrange(|work| account::find(work, id)).unwrap().email_proven_at.is_some());
    let (mut browser, _) = asks(&school, "PAT@example.org").await;
    let code = newest_code(&school, "pat@example.org");
    assert_eq!(types(&mut browser, &school, &code).await.location(), school.at("/"));
}

#[tokio::test]
async fn an_invitation_read_in_a_mail_proves_its_address_and_a_letter_none() {
    let (_test, school) = school();
    for (mailed, by_code) in [("pat@example.org", false), ("pat@example.org", true), ("", false)] {
        let pat = guardian(&school, "Pat Parent", None);
        let made = school.arrange(|work| {
            accounts::invitation::create(work, "Pat Parent", mailed, &of(pat), accounts::invitation::STANDS)
        });
        let made = made.unwrap();
        let secret = if by_code { made.code } else { made.token };
        let email = format!("pat{}@example.org", if mailed.is_empty() { "2" } else { "" });
        let path = school.at(&format!("/invite/{secret}"));
        let fields = [("email", email.as_str()), ("password", PASSWORD), ("terms", "yes")];
        assert_eq!(school.visitor().post(&path, &fields).await.unwrap().status, StatusCode::SEE_OTHER);
        let row = school.arrange(|work| account::of_person(work, &of(pat))).unwrap().unwrap();
        assert_eq!(row.email_proven_at.is_some(), !mailed.is_empty() && !by_code);
        school.arrange(|work| account::end(work, row.id)).unwrap();
        school
            .arrange(|work| {
                Ok(account::ActiveModel { id: Set(row.id), email_key: Set(None), ..Default::default() }
                    .update(work.db())?)
            })
            .unwrap();
    }
}

#[tokio::test]
async fn a_code_belongs_to_the_browser_that_asked_and_to_ten_minutes() {
    let (_test, school) = school();
    parent(&school, NUMBER);
    let (mut asked, _) = asks(&school, NUMBER).await;
    let code = newest_code(&school, NUMBER);
    for mut other in [school.visitor(), asks(&school, "0699999999").await.0, asks(&school, "0688888888").await.0] {
        assert_eq!(types(&mut other, &school, &code).await.status, StatusCode::UNAUTHORIZED);
        assert!(!is_in(&mut other, &school).await);
    }
    school.advance(10 * MINUTE - 2 * SECOND - 1);
    let mut in_time = asked.clone();
    assert_eq!(types(&mut in_time, &school, &code).await.status, StatusCode::SEE_OTHER);
    school.advance(HOUR);
    let (mut late, _) = asks(&school, NUMBER).await;
    let code = newest_code(&school, NUMBER);
    school.advance(10 * MINUTE);
    assert_eq!(types(&mut late, &school, &code).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(types(&mut asked, &school, &code).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn of_two_uses_at_once_one_succeeds() {
    let (_test, school) = school();
    parent(&school, NUMBER);
    for _ in 0..5 {
        let (browser, _) = asks(&school, NUMBER).await;
        let code = newest_code(&school, NUMBER);
        let (mut first, mut second) = (browser.clone(), browser);
        let (one, two) = tokio::join!(types(&mut first, &school, &code), types(&mut second, &school, &code));
        let mut answers = [one.status, two.status];
        answers.sort();
        assert_eq!(answers, [StatusCode::SEE_OTHER, StatusCode::UNAUTHORIZED]);
    }
}

#[tokio::test]
async fn five_wrong_ones_kill_the_code_and_cool_the_account() {
    let (_test, school) = school();
    parent(&school, NUMBER);
    let (mut browser, _) = asks(&school, NUMBER).await;
    let code = newest_code(&school, NUMBER);
    let mut bodies = Vec::new();
    for _ in 0..5 {
        bodies.push(types(&mut browser, &school, another(&code)).await.body);
    }
    assert!(bodies.iter().all(|body| *body == bodies[0]), "the fifth is answered like the first");
    assert_eq!(types(&mut browser, &school, &code).await.status, StatusCode::UNAUTHORIZED, "dead");
    let by_password = [("login", NUMBER), ("password", PASSWORD)];
    let cooling = school.visitor().post(&school.at("/sign-in"), &by_password).await.unwrap();
    assert_eq!(cooling.status, StatusCode::UNPROCESSABLE_ENTITY, "the account cools for passwords too");
    let before = texts(&school, NUMBER).len();
    assert_eq!(asks(&school, NUMBER).await.1.location(), school.at("/sign-in/sent"));
    assert_eq!(texts(&school, NUMBER).len(), before, "and gets no code meanwhile");
    school.advance(15 * MINUTE);
    let (mut browser, _) = asks(&school, NUMBER).await;
    assert_eq!(types(&mut browser, &school, &newest_code(&school, NUMBER)).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn somebody_unknown_is_answered_like_somebody_known() {
    let (_test, school) = school();
    parent(&school, NUMBER);
    let mut seen = Vec::new();
    for login in [NUMBER, "0699999999", "nobody@example.org"] {
        let (mut browser, asked) = asks(&school, login).await;
        let page = browser.get(&school.at("/sign-in/sent")).await.unwrap();
        let wrong = types(&mut browser, &school, "000000").await;
        let soon = browser.post(&school.at("/sign-in/sent/again"), &[]).await.unwrap();
        seen.push((asked.status, asked.body, page.body, wrong.status, wrong.body, soon.status, soon.body));
    }
    assert_eq!(seen[0], seen[1]);
    assert_eq!(seen[0], seen[2]);
    let waiting = school.arrange(|work| outbox::newest(work, 50)).unwrap();
    assert_eq!(waiting.len(), 1, "one message for the one who is known");
    assert_eq!(raw::holds(&school.context, "699999999"), None, "a stranger's number is not kept");
}

#[tokio::test]
async fn another_code_can_be_asked_for_after_a_minute_and_ends_the_one_before() {
    let (_test, school) = school();
    parent(&school, NUMBER);
    let (mut browser, _) = asks(&school, NUMBER).await;
    let first = newest_code(&school, NUMBER);
    school.advance(30 * SECOND);
    let again = school.at("/sign-in/sent/again");
    let soon = browser.post(&again, &[]).await.unwrap();
    assert!(soon.status == StatusCode::UNPROCESSABLE_ENTITY && soon.shows("Wait 30 more seconds"), "{}", soon.body);
    school.advance(30 * SECOND);
    let sent = browser.post(&again, &[]).await.unwrap();
    assert!(sent.location().ends_with("done=done-code-sent"));
    let second = newest_code(&school, NUMBER);
    if first != second {
        assert_eq!(types(&mut browser, &school, &first).await.status, StatusCode::UNAUTHORIZED);
    }
    assert_eq!(types(&mut browser, &school, &second).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn five_codes_an_hour_are_enough_for_one_number_known_or_not() {
    let (_test, school) = school();
    parent(&school, NUMBER);
    for login in [NUMBER, "0699999999"] {
        for _ in 0..5 {
            assert_eq!(asks(&school, login).await.1.status, StatusCode::SEE_OTHER);
        }
        let refused = asks(&school, login).await.1;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.shows("at most 5 an hour"));
    }
    assert_eq!(texts(&school, NUMBER).len(), 5);
    school.advance(HOUR);
    assert_eq!(asks(&school, NUMBER).await.1.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_number_is_proven_before_it_gets_codes_and_the_old_one_gets_none_after() {
    let (_test, school) = school();
    let pat = guardian(&school, "Pat Parent", Some(NUMBER));
    let id = account(&school, &of(pat), Some("pat@example.org"));
    asks(&school, NUMBER).await;
    assert!(texts(&school, NUMBER).is_empty(), "a number on record is not proven");
    let mut owner = school.visitor();
    owner.post(&school.at("/sign-in"), &[("login", NUMBER), ("password", PASSWORD)]).await.unwrap();
    let page = owner.get(&school.at("/account/number")).await.unwrap();
    assert!(page.shows(NUMBER), "the number on record stands in the field");
    let path = school.at("/account/number");
    let wrong = owner.post(&path, &[("mobile", "0612345678"), ("password", "not this one")]).await.unwrap();
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for (typed, full) in [("06-12 34 56 78", NUMBER), ("٠٦٨٧٦٥٤٣٢١", "+31687654321")] {
        school.advance(SECOND);
        owner.post(&path, &[("mobile", typed), ("password", PASSWORD)]).await.unwrap();
        let code = newest_code(&school, full);
        let done = owner.post(&school.at("/account/prove"), &[("one_time", &code)]).await.unwrap();
        assert!(done.location().ends_with("done=done-number"), "{}", done.body);
        school.advance(HOUR);
        let mut signed_in = asks(&school, full).await.0;
        assert_eq!(types(&mut signed_in, &school, &newest_code(&school, full)).await.status, StatusCode::SEE_OTHER);
        owner = signed_in;
    }
    let before = texts(&school, NUMBER).len();
    asks(&school, NUMBER).await;
    assert_eq!(texts(&school, NUMBER).len(), before, "the old number gets no code");
    let told = texts(&school, NUMBER);
    assert!(told[0].contains("now go to another number") && !told[0].contains("Pat"), "{told:?}");
    let mails = texts(&school, "pat@example.org");
    assert_eq!(mails.iter().filter(|text| text.contains("a mobile number for sign-in codes was set")).count(), 2);
    assert_eq!(school.arrange(|work| account::find(work, id)).unwrap().phone.as_deref(), Some("+31687654321"));
}

#[tokio::test]
async fn a_number_is_one_accounts_in_a_school_and_freed_when_it_ends() {
    let (test, school) = school();
    let (_, first) = parent(&school, NUMBER);
    let other = test.school("Linde", "school").unwrap();
    parent(&other, NUMBER);
    let kim = account(&school, &of(guardian(&school, "Kim Parent", None)), Some("kim@example.org"));
    let mut browser = school.visitor();
    browser.post(&school.at("/sign-in"), &[("login", "kim@example.org"), ("password", PASSWORD)]).await.unwrap();
    let fields = [("mobile", NUMBER), ("password", PASSWORD)];
    browser.post(&school.at("/account/number"), &fields).await.unwrap();
    let code = newest_code(&school, NUMBER);
    let taken = browser.post(&school.at("/account/prove"), &[("one_time", &code)]).await.unwrap();
    assert!(taken.status == StatusCode::UNPROCESSABLE_ENTITY && taken.shows("gets codes on this number already"));
    school.arrange(|work| account::end(work, first)).unwrap();
    let proven = browser.post(&school.at("/account/prove"), &[("one_time", &code)]).await.unwrap();
    assert_eq!(proven.status, StatusCode::SEE_OTHER);
    assert_eq!(school.arrange(|work| account::find(work, kim)).unwrap().phone.as_deref(), Some(NUMBER));
}

#[tokio::test]
async fn the_offices_new_number_ends_codes_to_the_old_one_at_once() {
    let (_test, school) = school();
    let (pat, _) = parent(&school, NUMBER);
    let (mut browser, _) = asks(&school, NUMBER).await;
    let mut office = school.desk(Role::Office).unwrap();
    let fields = [("call_name", "Pat"), ("surname", "Parent"), ("phone", "0687654321")];
    let changed = office.post(&school.at(&format!("/guardians/{pat}/edit")), &fields).await.unwrap();
    assert_eq!(changed.status, StatusCode::SEE_OTHER);
    for number in [NUMBER, "0687654321"] {
        let before = texts(&school, NUMBER).len();
        asks(&school, number).await;
        assert_eq!(texts(&school, NUMBER).len(), before, "{number}");
    }
    assert!(texts(&school, "+31687654321").is_empty(), "the new one is not proven");
    school.advance(MINUTE);
    browser.post(&school.at("/sign-in/sent/again"), &[]).await.unwrap();
    assert_eq!(texts(&school, NUMBER).len(), 1, "nor does asking again send one");
}

#[tokio::test]
async fn a_code_is_no_second_factor() {
    let (_test, school) = school();
    let (_, id) = parent(&school, NUMBER);
    let secret = factor::new_secret(&Random::seeded(11));
    let codes = school.arrange(|work| factor::enable(work, id, secret, 0)).unwrap();
    let (mut browser, _) = asks(&school, NUMBER).await;
    let entered = types(&mut browser, &school, &newest_code(&school, NUMBER)).await;
    assert_eq!(entered.location(), school.at("/sign-in/code"));
    assert!(!is_in(&mut browser, &school).await);
    let second = browser.post(&school.at("/sign-in/code"), &[("code", &codes[0])]).await.unwrap();
    assert_eq!(second.location(), school.at("/"));

    let staff = school.staff("Olga Office", &[]).unwrap();
    let standing = Standing { staff: Some(staff.0), roles: vec![Role::Administrator], ..Standing::default() };
    let chief = account(&school, &standing, Some("olga@example.org"));
    school.arrange(|work| account::prove_email(work, chief)).unwrap();
    let (mut browser, _) = asks(&school, "olga@example.org").await;
    types(&mut browser, &school, &newest_code(&school, "olga@example.org")).await;
    let led = browser.get(&school.at("/students")).await.unwrap();
    assert_eq!(led.location(), school.at("/account/second-factor"), "the role still demands one");
}

#[tokio::test]
async fn the_security_log_says_how_and_the_outbox_forgets_the_code() {
    let (_test, school) = school();
    parent(&school, NUMBER);
    let (mut browser, _) = asks(&school, NUMBER).await;
    let code = newest_code(&school, NUMBER);
    types(&mut browser, &school, another(&code)).await;
    types(&mut browser, &school, &code).await;
    asks(&school, "0699999999").await;
    let log = school.arrange(|work| security::newest(work, 10)).unwrap();
    let outcomes: Vec<&str> = log
        .iter()
        .filter(|row| row.event == "sign-in" && row.detail == "code by phone")
        .map(|row| row.outcome.as_str())
        .collect();
    let mut sorted = outcomes.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, ["in", "sent", "unknown", "wrong"]);
    assert!(raw::holds(&school.context, &code).is_some(), "until it is over it waits to be sent");
    school.advance(10 * MINUTE);
    school.run_due().unwrap();
    assert_eq!(raw::holds(&school.context, &code), None);
    let kept = school.arrange(|work| outbox::newest(work, 10)).unwrap();
    assert_eq!(kept.iter().map(|row| row.state.as_str()).collect::<Vec<_>>(), ["expired"]);
    assert!(school.arrange(|work| outbox::due(work, Channel::Sms, 10)).unwrap().is_empty());
    school.advance(HOUR);
    school.run_due().unwrap();
    assert_eq!(raw::count(&school.context, "sign_in_code"), 0);
    assert_eq!(raw::count(&school.context, "outbox"), 1, "what was written for nobody is gone");
}

#[tokio::test]
async fn where_the_edition_sends_none_there_is_no_such_page() {
    let test = crate::house();
    let school = test.school("Kastanje", "nursery").unwrap();
    let refused = school.visitor().post(&school.at("/sign-in/send"), &[("email", NUMBER)]).await.unwrap();
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "a nursery sends codes by mail only");
    let pat = guardian(&school, "Pat Parent", Some(NUMBER));
    let mut browser = school.as_guardian(pat).unwrap();
    assert_eq!(browser.get(&school.at("/account/number")).await.unwrap().status, StatusCode::NOT_FOUND);
    assert_eq!(test.visitor().get("/operator/sign-in/send").await.unwrap().status, StatusCode::NOT_FOUND);
}
