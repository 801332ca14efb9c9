//! One's own data: whose rows one changes, and what a court's order or another family's child shuts off.

use axum::http::StatusCode;
use people::edge;
use sea_orm::{ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, QueryFilter as _, Set};
use store::Role;

use crate::raw;

const WISH: [(&str, &str); 5] = [
    ("call_name", "Kimm"),
    ("surname", "Ownchild"),
    ("born", "2016-05-04"),
    ("reason", "A letter is missing"),
    ("other", ""),
];

#[tokio::test]
async fn a_guardian_kept_away_by_a_court_neither_reads_nor_proposes() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let child = school.student("Kim Ownchild", None).unwrap();
    let pat = school.guardian("Pat Parent", &[child]).unwrap();
    let path = school.at(&format!("/own/students/{child}/propose"));
    let mut browser = school.as_guardian(pat).unwrap();
    assert!(browser.get(&school.at("/own")).await.unwrap().shows("Ownchild"));
    assert_eq!(browser.post(&path, &WISH).await.unwrap().status, StatusCode::SEE_OTHER);
    school
        .arrange(|work| {
            let found = edge::Entity::find().filter(edge::Column::GuardianId.eq(pat)).one(work.db())?.unwrap();
            let row =
                edge::ActiveModel { id: Set(found.id), restricted_from: Set(Some(work.today)), ..Default::default() };
            row.update(work.db())?;
            Ok(())
        })
        .unwrap();
    assert_eq!(browser.get(&path).await.unwrap().status, StatusCode::NOT_FOUND);
    assert_eq!(browser.post(&path, &WISH).await.unwrap().status, StatusCode::NOT_FOUND);
    assert!(!browser.get(&school.at("/own")).await.unwrap().shows("Ownchild"));
    assert_eq!(raw::count(&school.context, "proposal"), 1);
}

#[tokio::test]
async fn one_changes_only_one_s_own_rows() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let child = school.student("Kim Ownchild", None).unwrap();
    let pat = school.guardian("Pat Parent", &[child]).unwrap();
    school.guardian("Sam Second", &[child]).unwrap();
    let others = || {
        let rows = raw::look(&school.context, |db| raw::rows(db, "guardian"));
        rows.into_iter().filter(|row| row.contains("Second")).collect::<Vec<_>>()
    };
    let before = others();
    let mut browser = school.as_guardian(pat).unwrap();
    let fields = [("phone", "0612345678"), ("guardian", "ignored"), ("call_name", "Forged")];
    assert_eq!(browser.post(&school.at("/own/guardian"), &fields).await.unwrap().status, StatusCode::SEE_OTHER);
    assert_eq!(others(), before);
    assert_eq!(raw::holds(&school.context, "Forged"), None);
    let wrong = browser.post(&school.at("/own/guardian"), &[("phone", "12")]).await.unwrap();
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.shows("value=\"12\""), "the form keeps what was typed");
}

#[tokio::test]
async fn a_guardian_does_not_read_where_the_child_lives_with_somebody_else() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let child = school.student("Kim Ownchild", None).unwrap();
    let pat = school.guardian("Pat Parent", &[child]).unwrap();
    let mut office = school.desk(Role::Office).unwrap();
    let placed = office.post(&school.at(&format!("/students/{child}/place")), &[("household", "own")]).await.unwrap();
    let home = school
        .arrange(|work| {
            let row = people::student::Entity::find_by_id(child).one(work.db())?.unwrap();
            Ok(row.household_id)
        })
        .unwrap();
    let Some(home) = home else { panic!("placing answered {}", placed.status) };
    let fields = [
        ("address_street", "Hiddenstreet"),
        ("house_number", "1"),
        ("address_postcode", "1234AB"),
        ("city", "Utrecht"),
    ];
    let kept = office.post(&school.at(&format!("/households/{home}/address")), &fields).await.unwrap();
    assert_eq!(kept.status, StatusCode::SEE_OTHER);
    let mut browser = school.as_guardian(pat).unwrap();
    for path in ["/own".to_owned(), format!("/children/{child}"), format!("/own/students/{child}/propose")] {
        let page = browser.get(&school.at(&path)).await.unwrap();
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(!page.shows("Hiddenstreet"), "{path}");
    }
    let mut oneself = school.as_student(child).unwrap();
    assert!(oneself.get(&school.at("/own")).await.unwrap().shows("Hiddenstreet"));
}
