//! The palette: everybody finds what is theirs, by name, and nobody else's.

use axum::http::StatusCode;
use store::Role;
use testkit::{Answer, Browser, School};

use crate::house;

async fn finds(browser: &mut Browser, school: &School, text: &str) -> Answer {
    browser.post(&school.at("/find"), &[("q", text), ("part", "yes")]).await.unwrap()
}

#[tokio::test]
async fn each_role_finds_its_own_people_and_nobody_elses() {
    let test = house();
    let school = test.school("Kastanje", "school").unwrap();
    let (first, second) = (school.group("5A").unwrap(), school.group("5B").unwrap());
    let own = school.student("Mila Vondel", Some(first)).unwrap();
    let other = school.student("Milou Vondeling", Some(second)).unwrap();
    let guardian = school.guardian("Mina Vondel", &[own]).unwrap();
    let teacher = school.staff("Milan Vos", &[first]).unwrap();
    let elsewhere = test.school("Linde", "school").unwrap();
    elsewhere.student("Milo Elsewhere", None).unwrap();

    let mut office = school.desk(Role::Office).unwrap();
    let all = finds(&mut office, &school, "mil").await;
    for (name, path) in [
        ("Mila Vondel", format!("/students/{own}")),
        ("Milou Vondeling", format!("/students/{other}")),
        ("Milan Vos", format!("/staff/{teacher}")),
    ] {
        assert!(all.shows(name) && all.body.contains(&school.at(&path)), "{name}");
    }
    assert!(!all.shows("Milo Elsewhere"), "another school's student");
    assert!(
        finds(&mut office, &school, "vondel mina").await.body.contains(&school.at(&format!("/guardians/{guardian}")))
    );

    let taught = finds(&mut school.as_teacher(teacher).unwrap(), &school, "mil").await;
    assert!(taught.body.contains(&school.at(&format!("/my/students/{own}"))));
    assert!(!taught.shows("Milou") && !taught.shows("Milan Vos"), "not of the group; the staff list is the desk's");
    let family = finds(&mut school.as_guardian(guardian).unwrap(), &school, "mi").await;
    assert!(family.body.contains(&school.at(&format!("/children/{own}"))));
    assert!(!family.shows("Milou") && !family.shows("Mina"));
    let learner = finds(&mut school.as_student(other).unwrap(), &school, "mil").await;
    assert!(learner.shows("Milou Vondeling") && !learner.shows("Mila Vondel"));
}

#[tokio::test]
async fn pages_and_what_can_be_begun_are_found_by_their_words() {
    let test = house();
    let school = test.school("Kastanje", "school").unwrap();
    let mut office = school.desk(Role::Office).unwrap();
    let found = finds(&mut office, &school, "hou").await;
    assert!(found.body.contains(&school.at("/households")) && found.body.contains(&school.at("/households/new")));
    let whole = office.post(&school.at("/find"), &[("q", "hou")]).await.unwrap();
    assert!(whole.shows("<h1>") && whole.shows("hou"), "without a script the same stands in a page of its own");
    assert!(finds(&mut office, &school, "zzz").await.shows("Nothing by that name"));
    let mut student = school.as_student(school.student("Kim Eigen", None).unwrap()).unwrap();
    assert!(!finds(&mut student, &school, "hou").await.shows("households"), "the desk's pages are the desk's");
    let opened = student.get(&school.at("/find")).await.unwrap();
    assert!(opened.status == StatusCode::OK && opened.body.contains(&school.at("/account")));
    assert_eq!(school.visitor().get(&school.at("/find")).await.unwrap().status, StatusCode::SEE_OTHER);
}
