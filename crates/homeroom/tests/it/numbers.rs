//! Signing in by the mobile number on one's record, and living without e-mail (C052).

use accounts::account::{self, Standing};
use accounts::{AccountId, acknowledgement, factor, invitation, password};
use axum::http::StatusCode;
use kernel::clock::MINUTE;
use kernel::{EmailAddress, Random};
use people::{GuardianId, guardian};
use sea_orm::{ActiveModelTrait as _, Set};
use store::Role;
use testkit::{Answer, Browser, School, Test};

const PASSWORD: &str = "correct horse battery";
const OTHER: &str = "another fine battery";

pub fn school() -> (Test, School) {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    (test, school)
}

/// A guardian with this number on record, or none, and no address.
pub fn guardian<'a>(school: &School, name: &str, number: impl Into<Option<&'a str>>) -> GuardianId {
    let id = school.guardian(name, &[]).unwrap();
    let phone = number.into().map(str::to_owned);
    let row = guardian::ActiveModel { id: Set(id), email: Set(None), phone: Set(phone), ..Default::default() };
    school.arrange(|work| Ok(row.update(work.db())?)).unwrap();
    id
}

/// An account with this password.
pub fn account(school: &School, standing: &Standing, email: Option<&str>, password: &str) -> AccountId {
    let hash = password::hash(password, &Random::seeded(3)).unwrap();
    let email = email.map(|email| EmailAddress::parse(email).unwrap());
    school
        .arrange(|work| {
            let id = account::create(work, "Pat Parent", email.as_ref(), Some(hash), standing)?;
            acknowledgement::note(work, id, &school.notice)?;
            Ok(id)
        })
        .unwrap()
}

pub fn of(guardian: GuardianId) -> Standing {
    Standing { guardian: Some(guardian.0), ..Standing::default() }
}

async fn enters(school: &School, login: &str, password: &str) -> (Browser, Answer) {
    let mut browser = school.visitor();
    let answer = browser.post(&school.at("/sign-in"), &[("login", login), ("password", password)]).await.unwrap();
    (browser, answer)
}

async fn is_in(browser: &mut Browser, school: &School) -> bool {
    browser.get(&school.at("/account")).await.unwrap().status == StatusCode::OK
}

/// The office writes another number on the guardian's record.
async fn renumber(school: &School, guardian: GuardianId, email: &str, number: &str) {
    let mut office = school.desk(Role::Office).unwrap();
    let fields = [("call_name", "Pat"), ("surname", "Parent"), ("email", email), ("phone", number)];
    let done = office.post(&school.at(&format!("/guardians/{guardian}/edit")), &fields).await.unwrap();
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
}

fn mails(school: &School, subject: &str) -> Vec<String> {
    let all = school.arrange(|work| store::outbox::newest(work, 50)).unwrap();
    all.into_iter().filter(|mail| mail.subject.contains(subject)).map(|mail| mail.recipient).collect()
}

#[tokio::test]
async fn a_number_signs_in_however_it_is_written() {
    let (_test, school) = school();
    account(&school, &of(guardian(&school, "Pat Parent", "+31612345678")), None, PASSWORD);
    for typed in ["0612345678", "06-12 34 56 78", "+31 6 12345678", "0031612345678", "٠٦١٢٣٤٥٦٧٨", "०६१२३४५६७८"]
    {
        let (mut browser, answer) = enters(&school, typed, PASSWORD).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{typed}");
        assert!(is_in(&mut browser, &school).await, "{typed}");
    }
    let (_, wrong) = enters(&school, "0612345678", OTHER).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_new_number_ends_the_old_one_at_once() {
    let (_test, school) = school();
    let pat = guardian(&school, "Pat Parent", "+31612345678");
    account(&school, &of(pat), None, PASSWORD);
    assert_eq!(enters(&school, "0612345678", PASSWORD).await.1.status, StatusCode::SEE_OTHER);
    renumber(&school, pat, "", "0687654321").await;
    assert_eq!(enters(&school, "0612345678", PASSWORD).await.1.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(enters(&school, "0687654321", PASSWORD).await.1.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn staff_sign_in_by_their_number_too() {
    let (_test, school) = school();
    let id = school.staff("Tea Teacher", &[]).unwrap();
    let row =
        people::staff::ActiveModel { id: Set(id), phone: Set(Some("+31201234567".to_owned())), ..Default::default() };
    school.arrange(|work| Ok(row.update(work.db())?)).unwrap();
    let standing = Standing { staff: Some(id.0), roles: vec![Role::Teacher], ..Standing::default() };
    account(&school, &standing, Some("tea@example.org"), PASSWORD);
    for login in ["020 123 4567", "Tea@example.org"] {
        assert_eq!(enters(&school, login, PASSWORD).await.1.status, StatusCode::SEE_OTHER, "{login}");
    }
}

#[tokio::test]
async fn of_two_who_share_a_number_the_password_says_which() {
    let (_test, school) = school();
    let [pat, kim] = ["Pat Parent", "Kim Parent"].map(|name| guardian(&school, name, "+31612345678"));
    let first = account(&school, &of(pat), None, PASSWORD);
    let second = account(&school, &of(kim), None, OTHER);
    for (password, expected) in [(PASSWORD, first), (OTHER, second)] {
        let (browser, answer) = enters(&school, "0612345678", password).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        let token = browser.cookie(school.cookie_name()).unwrap().to_owned();
        let session = school.arrange(|work| accounts::session::find_by_token(work, &token)).unwrap().unwrap();
        assert_eq!(session.account_id, expected);
    }
}

#[tokio::test]
async fn a_number_and_a_password_that_two_have_let_nobody_in() {
    let (_test, school) = school();
    let [pat, kim] = ["Pat Parent", "Kim Parent"].map(|name| guardian(&school, name, "+31612345678"));
    account(&school, &of(pat), Some("pat@example.org"), PASSWORD);
    account(&school, &of(kim), None, PASSWORD);
    let (_, both) = enters(&school, "0612345678", PASSWORD).await;
    let (_, unknown) = enters(&school, "0699999999", PASSWORD).await;
    assert_eq!((both.status, unknown.status), (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::UNPROCESSABLE_ENTITY));
    assert_eq!(both.body.replace("0612345678", "X"), unknown.body.replace("0699999999", "X"));
    assert_eq!(enters(&school, "pat@example.org", PASSWORD).await.1.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_number_of_three_lets_nobody_in() {
    let (_test, school) = school();
    for (name, password) in [("Pat Parent", PASSWORD), ("Kim Parent", OTHER), ("Jo Parent", "a third battery")] {
        account(&school, &of(guardian(&school, name, "+31612345678")), None, password);
    }
    for password in [PASSWORD, OTHER] {
        assert_eq!(enters(&school, "0612345678", password).await.1.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn a_letter_makes_an_account_without_an_address() {
    let (_test, school) = school();
    let pat = guardian(&school, "Pat Parent", "+31612345678");
    let mut office = school.desk(Role::Office).unwrap();
    let refused = office.post(&school.at(&format!("/guardians/{pat}/invite")), &[]).await.unwrap();
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.shows("no mail can be sent") && refused.shows(&format!("/guardians/{pat}/letter")));
    let letter = office.post(&school.at(&format!("/guardians/{pat}/letter")), &[]).await.unwrap();
    let code = letter.body.split("class=\"code\" dir=\"ltr\">").nth(1).unwrap().split('<').next().unwrap();
    let mut browser = school.visitor();
    let typed = browser.post(&school.at("/invite"), &[("code", code)]).await.unwrap();
    let page = browser.get(typed.location()).await.unwrap();
    assert!(page.shows("ends in 78") && !page.shows("612345678"));
    let own = [("password", "0612345678"), ("terms", "yes")];
    assert_eq!(browser.post(typed.location(), &own).await.unwrap().status, StatusCode::UNPROCESSABLE_ENTITY);
    let made = browser.post(typed.location(), &[("password", PASSWORD), ("terms", "yes")]).await.unwrap();
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    assert!(is_in(&mut browser, &school).await);
    assert_eq!(enters(&school, "0612345678", PASSWORD).await.1.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn whoever_has_neither_number_nor_address_is_asked_for_one() {
    let (_test, school) = school();
    let pat = school.guardian("Pat Parent", &[]).unwrap();
    let secrets =
        school.arrange(|work| invitation::create(work, "Pat Parent", "", &of(pat), invitation::STANDS)).unwrap();
    let path = school.at(&format!("/invite/{}", secrets.token));
    let none = school.visitor().post(&path, &[("password", PASSWORD), ("terms", "yes")]).await.unwrap();
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("email", "pat@example.org"), ("password", PASSWORD), ("terms", "yes")];
    assert_eq!(school.visitor().post(&path, &fields).await.unwrap().status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_second_letter_gives_the_same_account_back_and_says_so() {
    let (_test, school) = school();
    let pat = guardian(&school, "Pat Parent", "+31612345678");
    let id = account(&school, &of(pat), None, PASSWORD);
    let secret = factor::new_secret(&Random::seeded(11));
    school.arrange(|work| factor::enable(work, id, secret, 0)).unwrap();
    let mut old = school.as_guardian(pat).unwrap();
    let secrets =
        school.arrange(|work| invitation::create(work, "Pat Parent", "", &of(pat), invitation::STANDS)).unwrap();
    let mut browser = school.visitor();
    let path = school.at(&format!("/invite/{}", secrets.token));
    let made = browser.post(&path, &[("password", OTHER), ("terms", "yes")]).await.unwrap();
    assert_eq!(made.location(), school.at("/sign-in/code"), "the second factor stays");
    assert!(!is_in(&mut browser, &school).await);
    assert_eq!(enters(&school, "0612345678", PASSWORD).await.1.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(enters(&school, "0612345678", OTHER).await.1.location(), school.at("/sign-in/code"));
    assert!(is_in(&mut old, &school).await, "another account of the test's stays");
    assert!(school.arrange(|work| accounts::notice::waits(work, id)).unwrap());
}

#[tokio::test]
async fn without_an_address_nothing_is_lost() {
    let (_test, school) = school();
    let pat = guardian(&school, "Pat Parent", "+31612345678");
    account(&school, &of(pat), None, PASSWORD);
    let (mut browser, answer) = enters(&school, "0612345678", PASSWORD).await;
    assert_eq!(answer.location(), school.at("/"));
    let fields = [("old_password", PASSWORD), ("password", OTHER)];
    let changed = browser.post(&school.at("/account/password"), &fields).await.unwrap();
    assert_eq!(changed.status, StatusCode::SEE_OTHER);
    renumber(&school, pat, "", "0687654321").await;
    school.advance(MINUTE);
    school.run_due().unwrap();
    assert_eq!(mails(&school, "").len(), 0);
    for _ in 0..2 {
        let (mut browser, answer) = enters(&school, "0687654321", OTHER).await;
        assert_eq!(answer.location(), school.at("/account"), "what waits comes first");
        let page = browser.get(&school.at("/account")).await.unwrap();
        assert!(page.shows("Your password was changed") && page.shows("changed your number") && page.shows(">New<"));
    }
    let (mut browser, _) = enters(&school, "0687654321", OTHER).await;
    browser.post(&school.at("/account/notices"), &[]).await.unwrap();
    let page = browser.get(&school.at("/account")).await.unwrap();
    assert!(page.shows("Your password was changed") && !page.shows(">New<"));
    assert_eq!(enters(&school, "0687654321", OTHER).await.1.location(), school.at("/"));
}

#[tokio::test]
async fn a_changed_number_is_told_once_to_the_old_and_the_new_address() {
    let (_test, school) = school();
    let pat = guardian(&school, "Pat Parent", "+31612345678");
    account(&school, &of(pat), Some("pat@example.org"), PASSWORD);
    renumber(&school, pat, "old@example.org", "0612345678").await;
    school.advance(MINUTE);
    school.run_due().unwrap();
    assert!(mails(&school, "").is_empty(), "the number has not changed");
    renumber(&school, pat, "new@example.org", "0687654321").await;
    for _ in 0..3 {
        school.advance(MINUTE);
        school.run_due().unwrap();
    }
    let mut told = mails(&school, "was changed");
    told.sort();
    assert_eq!(told, ["new@example.org", "old@example.org", "pat@example.org"]);
    let (_, answer) = enters(&school, "0687654321", PASSWORD).await;
    assert_eq!(answer.location(), school.at("/"), "the mail told it");
}
