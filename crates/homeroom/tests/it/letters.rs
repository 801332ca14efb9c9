//! Letters with a code as PDF: one, and those of a whole group (C052, C077). Read back by poppler, as a desk would.

use std::process::Command;

use accounts::{account, invitation};
use axum::http::StatusCode;
use chrono::NaiveDate;
use kernel::PostalAddress;
use people::{GuardianId, address, edge};
use sea_orm::{ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, Set};
use store::Role;
use testkit::{Answer, Browser, School};

use crate::numbers::{of, school};

/// The pages of an answer that is a PDF to keep.
pub fn pages(answer: &Answer, file: &str) -> Vec<String> {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert_eq!(answer.headers["content-type"], "application/pdf");
    assert_eq!(answer.headers["content-disposition"], format!("attachment; filename=\"{file}\""));
    assert_eq!(answer.headers["cache-control"], "no-store");
    assert_eq!(answer.headers["x-content-type-options"], "nosniff");
    let kept = tempfile::NamedTempFile::with_suffix(".pdf").unwrap();
    std::fs::write(kept.path(), &answer.bytes).unwrap();
    let read = |tool: &str, words: &[&str]| {
        let output =
            Command::new(tool).args(words).output().unwrap_or_else(|_| panic!("install poppler-utils: {tool}"));
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let path = kept.path().to_str().unwrap();
    let info = read("pdfinfo", &[path]);
    assert!(info.contains("(A4)") && read("pdfinfo", &["-meta", path]).contains("pdfuaid:part"), "{info}");
    let is_mark = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let text: String = read("pdftotext", &["-layout", path, "-"]).chars().filter(|c| !is_mark(*c)).collect();
    text.split('\u{c}').filter(|page| !page.trim().is_empty()).map(str::to_owned).collect()
}

/// What is typed to make the account: three groups of four.
fn code(page: &str) -> &str {
    let is_code = |word: &&str| {
        let groups: Vec<&str> = word.split('-').collect();
        let is_group =
            |group: &&str| group.len() == 4 && group.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        groups.len() == 3 && groups.iter().all(is_group)
    };
    // Beside a word of Arabic the reader leaves no space.
    let mut words = page.split(|c: char| !c.is_ascii_uppercase() && !c.is_ascii_digit() && c != '-');
    words.find(is_code).unwrap_or_else(|| panic!("no code on\n{page}"))
}

async fn is_good(school: &School, code: &str) -> bool {
    school.visitor().post(&school.at("/invite"), &[("code", code)]).await.unwrap().status == StatusCode::SEE_OTHER
}

fn lives(school: &School, guardian: GuardianId, street: &str) {
    let home = PostalAddress {
        street: street.to_owned(),
        number: "12".to_owned(),
        postcode: "1234AB".to_owned(),
        city: "Utrecht".to_owned(),
        country: school.entry.country.clone(),
        ..PostalAddress::default()
    };
    school.arrange(|work| address::guardian::set(work, guardian, Some(home))).unwrap();
}

/// Invitations of guardians; the founding made the first administrator's.
fn made(school: &School) -> u64 {
    let guardians = invitation::Entity::find().filter(invitation::Column::GuardianId.is_not_null());
    school.arrange(|work| Ok(guardians.count(work.db())?)).unwrap()
}

async fn asks(browser: &mut Browser, path: &str, language: &str) -> Answer {
    browser.post(path, &[("language", language), ("as", "pdf")]).await.unwrap()
}

#[tokio::test]
async fn a_letter_comes_as_pdf_in_the_language_that_the_office_chose() {
    let (_test, school) = school();
    let mut office = school.desk(Role::Office).unwrap();
    let mut earlier: Option<String> = None;
    for (language, name, words) in [
        ("en", "Zoë #Brien*", "Type this code"),
        ("nl", "Joëlle van’t_Hoff", "Vul deze code in"),
        ("et", "Õnne $Žukova", "Sisestage see kood"),
        ("ar", "محمد الأحمد", "اكتب هذا الرمز"),
        ("hi", "कृष्णा क्षत्रिय", "यह कोड लिखें"),
    ] {
        let pat = school.guardian(name, &[]).unwrap();
        lives(&school, pat, "Lindelaan");
        let person = school.at(&format!("/guardians/{pat}"));
        let form = office.get(&person).await.unwrap();
        let preset = format!("<option value=\"{0}\" lang=\"{0}\" selected>", school.entry.language.code());
        assert!(form.shows("name=\"as\" value=\"pdf\"") && form.shows(&preset));
        let letter = pages(&asks(&mut office, &format!("{person}/letter"), language).await, "letter.pdf");
        assert_eq!(letter.len(), 1);
        // The reader guesses spaces between the letters of Devanagari.
        let packed = |text: &str| text.split_whitespace().collect::<String>();
        for wanted in [name, words, "Lindelaan 12", "1234 AB", "/invite", "Kastanje"] {
            assert!(packed(&letter[0]).contains(&packed(wanted)), "{language}: {wanted} is not in\n{}", letter[0]);
        }
        assert!(is_good(&school, code(&letter[0])).await, "{language}");
        assert_ne!(earlier.as_deref(), Some(code(&letter[0])));
        earlier = Some(code(&letter[0]).to_owned());
    }
}

#[tokio::test]
async fn a_second_letter_ends_the_first_and_neither_is_kept_in_clear() {
    let (_test, school) = school();
    let pat = school.guardian("Pat Parent", &[]).unwrap();
    let mut office = school.desk(Role::Office).unwrap();
    let path = school.at(&format!("/guardians/{pat}/letter"));
    let first = pages(&asks(&mut office, &path, "").await, "letter.pdf");
    let page = office.post(&path, &[("language", "ar")]).await.unwrap();
    assert!(page.shows("<article class=\"card letter\" lang=\"ar\" dir=\"rtl\">") && page.shows(">Back<"));
    let second = page.body.split("class=\"code\" dir=\"ltr\">").nth(1).unwrap().split('<').next().unwrap();
    assert!(!is_good(&school, code(&first[0])).await && is_good(&school, second).await);
    let mut rows = school.arrange(|work| Ok(invitation::Entity::find().all(work.db())?)).unwrap();
    rows.retain(|row| row.guardian_id.is_some());
    let bare = second.replace('-', "");
    assert!(rows.len() == 1 && !format!("{rows:?}").contains(&bare) && !format!("{rows:?}").contains(second));
}

#[tokio::test]
async fn a_member_of_staff_gets_one_too_with_the_desks_that_were_chosen() {
    let (_test, school) = school();
    let tea = school.staff("Tea Teacher", &[]).unwrap();
    let path = school.at(&format!("/staff/{tea}/letter"));
    let mut office = school.desk(Role::Office).unwrap();
    assert_eq!(asks(&mut office, &path, "en").await.status, StatusCode::FORBIDDEN);
    let mut admin = school.desk(Role::Administrator).unwrap();
    let letter = admin.post(&path, &[("as", "pdf"), ("dpo", "yes"), ("language", "en")]).await.unwrap();
    let letter = pages(&letter, "letter.pdf");
    assert!(letter[0].contains("Tea Teacher") && is_good(&school, code(&letter[0])).await);
    let invited = invitation::Entity::find().filter(invitation::Column::StaffId.is_not_null());
    let row = school.arrange(|work| Ok(invited.one(work.db())?.unwrap())).unwrap();
    assert_eq!((row.staff_id, row.roles.as_str()), (Some(tea.0), "dpo"));
}

#[tokio::test]
async fn a_name_that_the_fonts_do_not_have_comes_as_a_page_and_apart_from_its_class() {
    let (_test, school) = school();
    let group = school.group("5A").unwrap();
    let child = school.student("Kim Child", Some(group)).unwrap();
    let wong = school.guardian("李 Wong", &[child]).unwrap();
    let mut office = school.desk(Role::Office).unwrap();
    let page = asks(&mut office, &school.at(&format!("/guardians/{wong}/letter")), "en").await;
    assert!(page.shows("Print this page instead") && page.shows("class=\"code\""));
    let at = school.at(&format!("/groups/{group}/letters"));
    let listed = office.get(&at).await.unwrap();
    assert!(
        listed.shows("one by one") && listed.shows(&format!("/guardians/{wong}")) && !listed.shows("Make the letters")
    );
    assert_eq!(office.post(&at, &[]).await.unwrap().location(), at);
}

#[tokio::test]
async fn every_family_of_a_group_without_an_account_gets_a_page_of_its_own() {
    let (_test, school) = school();
    let groups = [school.group("5A").unwrap(), school.group("5B").unwrap()];
    let children =
        ["Ann One", "Bob Two", "Cat Three", "Dan Four"].map(|name| school.student(name, Some(groups[0])).unwrap());
    let elsewhere = school.student("Eve Five", Some(groups[1])).unwrap();
    let both = school.guardian("Both Children", &children[..2]).unwrap();
    let plain = school.guardian("Plain Parent", &[children[2]]).unwrap();
    let joined = school.guardian("Joined Parent", &[children[2]]).unwrap();
    let kept_away = school.guardian("Kept Away", &[children[3]]).unwrap();
    school.guardian("Other Class", &[elsewhere]).unwrap();
    lives(&school, both, "Kastanjelaan");
    school.as_guardian(joined).unwrap();
    restrict(&school, kept_away);
    let earlier =
        school.arrange(|work| invitation::create(work, "Plain Parent", "", &of(plain), invitation::STANDS)).unwrap();
    let mut office = school.desk(Role::Office).unwrap();
    let list = office.get(&school.at(&format!("/groups/{}", groups[0]))).await.unwrap();
    let at = school.at(&format!("/groups/{}/letters", groups[0]));
    assert!(list.shows(&at));
    let asked = office.get(&at).await.unwrap();
    assert!(asked.shows("2 guardians have no account yet") && asked.shows("For one of them no address is recorded"));
    let letters = pages(&office.post(&at, &[("language", "nl")]).await.unwrap(), "letters.pdf");
    assert_eq!(letters.len(), 2, "{letters:?}");
    let whole = letters.concat();
    assert!(!whole.contains("Joined") && !whole.contains("Kept Away") && !whole.contains("Other Class"));
    let (of_both, of_plain) =
        if letters[0].contains("Both") { (&letters[0], &letters[1]) } else { (&letters[1], &letters[0]) };
    assert!(of_both.contains("Kastanjelaan 12") && of_both.contains("Vul deze code in") && !of_both.contains("Plain"));
    assert!(of_plain.contains("Plain Parent") && !of_plain.contains("Kastanjelaan"));
    assert_ne!(code(of_both), code(of_plain));
    assert!(is_good(&school, code(of_both)).await && is_good(&school, code(of_plain)).await);
    assert!(!is_good(&school, &earlier.code).await, "an earlier code ends");
    let named = |id: GuardianId| invitation::Entity::find().filter(invitation::Column::GuardianId.eq(id.0));
    school
        .arrange(|work| {
            assert_eq!((named(both).count(work.db())?, named(plain).count(work.db())?), (1, 1));
            assert_eq!((named(joined).count(work.db())?, named(kept_away).count(work.db())?), (0, 0));
            Ok(())
        })
        .unwrap();
    let entries = school.arrange(|work| store::audit::newest(work, 20, None)).unwrap();
    let written: Vec<_> = entries.iter().filter(|entry| entry.act == "accounts.invite_guardian").collect();
    assert_eq!(written.len(), 2, "one entry for each guardian");
    assert_eq!(school.context.database.verify_audit(None).unwrap().fault, None);
}

/// A court's order keeps the guardian from the child.
fn restrict(school: &School, guardian: GuardianId) {
    school
        .arrange(|work| {
            let row = edge::Entity::find().filter(edge::Column::GuardianId.eq(guardian)).one(work.db())?.unwrap();
            let from = Set(NaiveDate::from_ymd_opt(2020, 1, 1));
            edge::ActiveModel { id: Set(row.id), restricted_from: from, ..Default::default() }.update(work.db())?;
            Ok(())
        })
        .unwrap();
}

#[tokio::test]
async fn nobody_but_the_own_school_s_desk_makes_letters() {
    let test = crate::house();
    let (one, other) = (test.school("Kastanje", "school").unwrap(), test.school("Eik", "school").unwrap());
    let group = one.group("5A").unwrap();
    let child = one.student("Kim Child", Some(group)).unwrap();
    let pat = one.guardian("Pat Parent", &[child]).unwrap();
    let teacher = one.staff("Tea Teacher", &[group]).unwrap();
    let paths = [format!("/groups/{group}/letters"), format!("/guardians/{pat}/letter")];
    for path in &paths {
        let inside = [
            (one.as_teacher(teacher).unwrap(), StatusCode::FORBIDDEN),
            (one.as_guardian(pat).unwrap(), StatusCode::FORBIDDEN),
            (one.desk(Role::Dpo).unwrap(), StatusCode::FORBIDDEN),
            (one.visitor(), StatusCode::SEE_OTHER),
        ];
        for (mut who, status) in inside {
            let answer = asks(&mut who, &one.at(path), "en").await;
            assert_eq!(answer.status, status, "{path}");
            assert!(!answer.body.starts_with("%PDF"));
        }
        let mut stranger = other.desk(Role::Administrator).unwrap();
        assert_eq!(asks(&mut stranger, &other.at(path), "en").await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(made(&one), 0);
}

#[tokio::test]
async fn all_letters_or_none_if_one_guardian_is_not_covered() {
    let (_test, school) = school();
    let pat = school.guardian("Pat Parent", &[]).unwrap();
    let nobody = GuardianId(uuid::Uuid::from_u128(7));
    let desk = store::Person {
        account: uuid::Uuid::from_u128(1),
        session: uuid::Uuid::from_u128(2),
        staff: None,
        guardian: None,
        student: None,
        roles: vec![Role::Office],
    };
    let desk = school.context.as_actor(store::Actor::Person(desk));
    let write = |ids: &[GuardianId]| {
        desk.write_all(&accounts::acts::INVITE_GUARDIAN, ids, |work, allowed| {
            assert_eq!(allowed.len(), ids.len());
            let named: Vec<_> = allowed.iter().map(|id| (id.id(), "Pat".to_owned())).collect();
            invitation::create_for_guardians(work, &named, invitation::STANDS)
        })
    };
    assert!(matches!(write(&[pat, nobody]), Err(kernel::Error::NotFound)));
    assert_eq!(made(&school), 0);
    assert_eq!(write(&[pat]).unwrap().len(), 1);
}

/// Prints how fast a class comes; unoptimised, the typesetter is some ten times slower than in a release.
#[tokio::test]
async fn a_whole_class_comes_as_one_file_with_a_code_for_each() {
    const LETTERS: usize = 30;
    let (_test, school) = school();
    let group = school.group("First day").unwrap();
    for n in 0..LETTERS {
        let child = school.student(&format!("Child{n} Family"), Some(group)).unwrap();
        lives(&school, school.guardian(&format!("Parent{n} Family"), &[child]).unwrap(), "Lindelaan");
    }
    let mut office = school.desk(Role::Office).unwrap();
    let begun = std::time::Instant::now();
    let answer = office.post(&school.at(&format!("/groups/{group}/letters")), &[]).await.unwrap();
    let (spent, bytes) = (begun.elapsed(), answer.bytes.len());
    println!("{LETTERS} letters in {spent:?}, {} bytes each", bytes / LETTERS);
    let letters = pages(&answer, "letters.pdf");
    assert_eq!(letters.len(), LETTERS);
    let codes: std::collections::HashSet<&str> = letters.iter().map(|letter| code(letter)).collect();
    assert_eq!(codes.len(), LETTERS, "a code twice");
    let with_account = school.arrange(|work| Ok(account::Entity::find().count(work.db())?)).unwrap();
    assert_eq!(with_account, 1, "the desk alone");
}
