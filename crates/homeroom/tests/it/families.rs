//! Who meets whom: guardians, teachers, co-guardians (C025, C026, C039, C040, C052, C056).

use axum::http::StatusCode;
use people::demographics::{self, Record};
use people::{GuardianId, StudentId, edge, guardian, student};
use roster::delivery::{self, Rules};
use roster::rows::SourceFile;
use school::teaching;
use sea_orm::{ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, QueryFilter as _, Set};
use store::Role;
use testkit::{Browser, School};

async fn status(browser: &mut Browser, school: &School, path: &str) -> StatusCode {
    browser.get(&school.at(path)).await.unwrap().status
}

fn edge_of(school: &School, student: StudentId, guardian: GuardianId) -> edge::Model {
    school
        .arrange(|work| {
            let pair = edge::Column::StudentId.eq(student).and(edge::Column::GuardianId.eq(guardian));
            Ok(edge::Entity::find().filter(pair).one(work.db())?.unwrap())
        })
        .unwrap()
}

use sea_orm::sea_query::ExprTrait as _;

#[tokio::test]
async fn a_guardian_sees_own_children_and_never_others() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let own = school.student("Kim Ownchild", None).unwrap();
    let sibling = school.student("Lou Ownsibling", None).unwrap();
    let other = school.student("Max Otherchild", None).unwrap();
    let guardian = school.guardian("Pat Parent", &[own, sibling]).unwrap();
    school.guardian("Quin Quiet", &[other]).unwrap();
    let mut browser = school.as_guardian(guardian).unwrap();
    let home = browser.get(&school.at("/")).await.unwrap();
    assert!(home.shows("Ownchild") && home.shows("Ownsibling") && !home.shows("Otherchild"));
    assert_eq!(status(&mut browser, &school, &format!("/children/{own}")).await, StatusCode::OK);
    assert_eq!(status(&mut browser, &school, &format!("/children/{sibling}")).await, StatusCode::OK);
    assert_eq!(status(&mut browser, &school, &format!("/children/{other}")).await, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_court_order_counts_at_the_next_request() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let child = school.student("Kim Ownchild", None).unwrap();
    let guardian = school.guardian("Pat Parent", &[child]).unwrap();
    let mut browser = school.as_guardian(guardian).unwrap();
    let path = format!("/children/{child}");
    assert_eq!(status(&mut browser, &school, &path).await, StatusCode::OK);
    let edge = edge_of(&school, child, guardian).id;
    let mut office = school.desk(Role::Office).unwrap();
    let order = |day| [("relationship", "father"), ("sees", "yes"), ("restricted_from", day)];
    let tomorrow = office.post(&school.at(&format!("/edges/{edge}")), &order("2026-11-03")).await.unwrap();
    assert_eq!(tomorrow.status, StatusCode::SEE_OTHER);
    assert_eq!(status(&mut browser, &school, &path).await, StatusCode::OK);
    office.post(&school.at(&format!("/edges/{edge}")), &order("2026-11-02")).await.unwrap();
    assert_eq!(status(&mut browser, &school, &path).await, StatusCode::NOT_FOUND);
    assert!(!browser.get(&school.at("/")).await.unwrap().shows("Ownchild"));
}

#[tokio::test]
async fn no_import_lifts_a_court_order() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let import = |guardians: &str| {
        let file = |name: &str, text: &str| SourceFile { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
        let files = vec![
            file("students.csv", "student id,first name,last name,class\n1,Kim,Ownchild,5A\n"),
            file("guardians.csv", guardians),
        ];
        let rules = Rules::of(test.house().edition("school").unwrap(), "NL");
        delivery::import(&school.context, files, &rules, true).unwrap()
    };
    const BOTH: &str =
        "student id,first name,last name,email\n1,Pat,Parent,pat@example.org\n1,Sam,Second,sam@example.org\n";
    import(BOTH);
    let (child, pat) = school
        .arrange(|work| {
            let child = student::Entity::find().one(work.db())?.unwrap().id;
            let pat =
                guardian::Entity::find().filter(guardian::Column::Surname.eq("Parent")).one(work.db())?.unwrap().id;
            Ok((child, pat))
        })
        .unwrap();
    let mut browser = school.as_guardian(pat).unwrap();
    let path = format!("/children/{child}");
    assert_eq!(status(&mut browser, &school, &path).await, StatusCode::OK);
    let edge = edge_of(&school, child, pat);
    school
        .arrange(|work| {
            let row =
                edge::ActiveModel { id: Set(edge.id), restricted_from: Set(Some(work.today)), ..Default::default() };
            row.update(work.db())?;
            Ok(())
        })
        .unwrap();
    let moved = "student id,first name,last name,email\n1,Pat,Parent,new@example.org\n1,Sam,Second,sam@example.org\n";
    for delivery in [BOTH, "student id,first name,last name,email\n1,Sam,Second,sam@example.org\n", BOTH, moved] {
        import(delivery);
        assert_eq!(status(&mut browser, &school, &path).await, StatusCode::NOT_FOUND);
    }
    assert!(edge_of(&school, child, pat).restricted_from.is_some());
    let guardians = school.arrange(|work| Ok(guardian::Entity::find().all(work.db())?)).unwrap();
    assert_eq!(guardians.len(), 2, "a new address makes no second record");
}

#[tokio::test]
async fn an_unlinked_guardian_sees_nothing_at_the_next_request() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let child = school.student("Kim Ownchild", None).unwrap();
    let guardian = school.guardian("Pat Parent", &[child]).unwrap();
    let mut browser = school.as_guardian(guardian).unwrap();
    let path = format!("/children/{child}");
    assert_eq!(status(&mut browser, &school, &path).await, StatusCode::OK);
    let edge = edge_of(&school, child, guardian).id;
    let unlink =
        school.desk(Role::Office).unwrap().post(&school.at(&format!("/edges/{edge}/unlink")), &[]).await.unwrap();
    assert_eq!(unlink.status, StatusCode::SEE_OTHER);
    assert_eq!(status(&mut browser, &school, &path).await, StatusCode::NOT_FOUND);
    assert_eq!(crate::raw::count(&school.context, "student"), 1);
}

#[tokio::test]
async fn a_guardian_without_the_right_to_see_sees_nothing() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let child = school.student("Kim Ownchild", None).unwrap();
    let guardian = school.guardian("Pat Parent", &[child]).unwrap();
    let edge = edge_of(&school, child, guardian).id;
    let mut office = school.desk(Role::Office).unwrap();
    office.post(&school.at(&format!("/edges/{edge}")), &[("relationship", "father"), ("pays", "yes")]).await.unwrap();
    let mut browser = school.as_guardian(guardian).unwrap();
    assert_eq!(status(&mut browser, &school, &format!("/children/{child}")).await, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_teacher_without_the_group_sees_nothing_of_it_at_the_next_request() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let group = school.group("5A").unwrap();
    let child = school.student("Kim Taught", Some(group)).unwrap();
    let staff = school.staff("Tea Teacher", &[group]).unwrap();
    let mut browser = school.as_teacher(staff).unwrap();
    let paths = [format!("/my/groups/{group}"), format!("/my/students/{child}")];
    for path in &paths {
        assert_eq!(status(&mut browser, &school, path).await, StatusCode::OK, "{path}");
    }
    school.arrange(|work| teaching::end(work, staff, group)).unwrap();
    for path in &paths {
        assert_eq!(status(&mut browser, &school, path).await, StatusCode::NOT_FOUND, "{path}");
    }
    assert!(!browser.get(&school.at("/")).await.unwrap().shows("5A"));
}

#[tokio::test]
async fn a_teacher_loses_sight_of_a_student_who_moves_or_leaves() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let (group, next) = (school.group("5A").unwrap(), school.group("5B").unwrap());
    let moving = school.student("Kim Moving", Some(group)).unwrap();
    let leaving = school.student("Lou Leaving", Some(group)).unwrap();
    let staff = school.staff("Tea Teacher", &[group]).unwrap();
    let mut browser = school.as_teacher(staff).unwrap();
    let mut office = school.desk(Role::Office).unwrap();
    office.post(&school.at(&format!("/students/{moving}/move")), &[("group", &next.to_string())]).await.unwrap();
    office.post(&school.at(&format!("/students/{leaving}/leave")), &[("left_on", "2026-11-02")]).await.unwrap();
    for student in [moving, leaving] {
        assert_eq!(status(&mut browser, &school, &format!("/my/students/{student}")).await, StatusCode::NOT_FOUND);
    }
    let page = browser.get(&school.at(&format!("/my/groups/{group}"))).await.unwrap();
    assert!(!page.shows("Moving") && !page.shows("Leaving"));
}

#[tokio::test]
async fn guardians_do_not_read_each_others_contact() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let child = school.student("Kim Ownchild", None).unwrap();
    let pat = school.guardian("Pat Parent", &[child]).unwrap();
    let sam = school.guardian("Sam Second", &[child]).unwrap();
    school
        .arrange(|work| {
            let row = guardian::ActiveModel {
                id: Set(sam),
                email: Set(Some("canary.of.sam@example.org".to_owned())),
                phone: Set(Some("+31612349999".to_owned())),
                ..Default::default()
            };
            row.update(work.db())?;
            Ok(())
        })
        .unwrap();
    let mut browser = school.as_guardian(pat).unwrap();
    let page = browser.get(&school.at(&format!("/children/{child}"))).await.unwrap();
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.shows("Second"), "the name of a co-guardian is shown");
    assert!(!page.shows("canary.of.sam") && !page.shows("12349999"));
}

#[tokio::test]
async fn a_teacher_reads_no_birth_date_gender_or_nationality() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let group = school.group("5A").unwrap();
    let child = school.student("Kim Taught", Some(group)).unwrap();
    school
        .arrange(|work| {
            let row = student::ActiveModel {
                id: Set(child),
                born: Set(chrono::NaiveDate::from_ymd_opt(2011, 7, 23)),
                postcode: Set(Some("9876ZX".to_owned())),
                ..Default::default()
            };
            row.update(work.db())?;
            let record = Record { gender: Some("female".to_owned()), nationality: Some("Ruritania".to_owned()) };
            demographics::create(work, child, record)
        })
        .unwrap();
    let staff = school.staff("Tea Teacher", &[group]).unwrap();
    const HIDDEN: [&str; 6] = ["2011", "July", "female", "Female", "Ruritania", "9876"];
    let mut browser = school.as_teacher(staff).unwrap();
    for path in ["/".to_owned(), format!("/my/groups/{group}"), format!("/my/students/{child}")] {
        let page = browser.get(&school.at(&path)).await.unwrap();
        assert_eq!(page.status, StatusCode::OK, "{path}");
        let shown = HIDDEN.iter().find(|word| page.shows(word));
        assert_eq!(shown, None, "{path}");
    }
    let desk = school.desk(Role::Office).unwrap().get(&school.at(&format!("/students/{child}"))).await.unwrap();
    for word in ["2011", "July", "Female", "Ruritania", "9876"] {
        assert!(desk.shows(word), "the office reads {word}");
    }
}
