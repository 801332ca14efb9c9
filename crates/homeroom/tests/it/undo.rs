//! An import is put back within a day; what was used or changed since then stays, and is named.

use axum::http::StatusCode;
use kernel::Error;
use kernel::clock::{DAY, HOUR};
use people::{guardian, student};
use roster::delivery::{self, Rules};
use roster::rows::SourceFile;
use roster::{ImportId, import, undo};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use store::Role;
use testkit::{School, Test};

use crate::raw;

const FIRST: &str = "student id,first name,last name,postcode,class,guardian 1 name,guardian 1 email\n\
    1,Ida,Tree,1234AB,5A,Anna Tree,anna@example.org\n2,Ben,Tree,1234AB,5A,Anna Tree,anna@example.org\n\
    3,Cas,Bush,2345BC,5B,Bea Bush,bea@example.org\n";
/// Ida moves and marries off a guardian, Ben leaves, Cas changes class and number with nobody, Dia comes.
const SECOND: &str = "student id,first name,last name,postcode,class,guardian 1 name,guardian 1 email\n\
    1,Ida,Treeman,9999ZZ,5B,New Guardian,new@example.org\n3,Cas,Bush,2345BC,5C,Bea Bush,bea.bush@example.org\n\
    4,Dia,Moon,3456CD,5C,Max Moon,max@example.org\n";

fn store(test: &Test, school: &School, text: &str) -> ImportId {
    let rules = Rules::of(test.house().edition("school").unwrap(), &school.entry.country);
    let files = vec![SourceFile { name: "p.csv".to_owned(), bytes: text.as_bytes().to_vec() }];
    delivery::import(&school.context, files, &rules, true).unwrap();
    let newest = import::Entity::find().order_by_desc(import::Column::At).order_by_desc(import::Column::Id);
    school.arrange(|work| Ok(newest.one(work.db())?.unwrap().id)).unwrap()
}

/// The school without its histories, journals and logs.
fn state(school: &School) -> Vec<(String, Vec<String>)> {
    let mut state = raw::state(&school.context);
    state.retain(|(table, _)| !matches!(table.as_str(), "history" | "roster_undo"));
    state
}

fn pupil(school: &School, name: &str) -> Option<student::Model> {
    let find = student::Entity::find().filter(student::Column::CallName.eq(name));
    school.arrange(|work| Ok(find.one(work.db())?)).unwrap()
}

#[test]
fn an_import_undone_leaves_the_school_as_it_was() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let empty = state(&school);
    let first = store(&test, &school, FIRST);
    let before = state(&school);
    school.advance(HOUR);
    let second = store(&test, &school, SECOND);
    assert_ne!(state(&school), before);
    assert_eq!(undo::undo(&school.context, second).unwrap(), []);
    assert_eq!(state(&school), before);
    assert!(matches!(undo::undo(&school.context, second), Err(Error::Conflict(_))), "once");
    assert_eq!(undo::undo(&school.context, first).unwrap(), []);
    assert_eq!(state(&school), empty);
    assert_eq!(raw::holds(&school.context, "Treeman"), None, "nothing is left of who was put back");
}

#[test]
fn who_is_used_or_changed_since_is_left_and_named() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let first = store(&test, &school, FIRST);
    let (ida, ben) = (pupil(&school, "Ida").unwrap(), pupil(&school, "Ben").unwrap());
    let find = guardian::Entity::find().filter(guardian::Column::CallName.eq("Bea"));
    let bea = school.arrange(|work| Ok(find.one(work.db())?.unwrap())).unwrap();
    // Bea opens an account, the office corrects Ida, Ben is put into a group by hand.
    let _browser = school.as_guardian(bea.id).unwrap();
    let group = school.group("Choir").unwrap();
    school
        .arrange(|work| {
            let details = student::Details {
                name: kernel::PersonName::parse("Ida", "", "Corrected").unwrap(),
                number: ida.number.clone(),
                born: None,
                postcode: None,
                email: None,
            };
            student::change_row(work, ida.clone(), details)?;
            let row = school::enrolment::new_row(work.uuid(), ben.id, group, work.today);
            school::enrolment::Entity::insert(sea_orm::IntoActiveModel::into_active_model(row))
                .exec_without_returning(work.db())?;
            Ok(())
        })
        .unwrap();
    let mut left: Vec<_> = undo::undo(&school.context, first).unwrap().into_iter().map(|l| (l.id, l.why)).collect();
    left.sort();
    let mut expected =
        [(ida.id.0, "changed".to_owned()), (ben.id.0, "linked".to_owned()), (bea.id.0, "account".to_owned())];
    expected.sort();
    assert_eq!(left, expected);
    assert!(pupil(&school, "Cas").is_none() && pupil(&school, "Ida").is_some() && pupil(&school, "Ben").is_some());
}

#[test]
fn numbers_that_were_exchanged_go_back() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let head = "key,student number,first name,last name\n";
    store(&test, &school, &format!("{head}a,1,Ida,Tree\nb,2,Ben,Tree\n"));
    let before = state(&school);
    school.advance(HOUR);
    let second = store(&test, &school, &format!("{head}a,2,Ida,Tree\nb,3,Ben,Tree\nc,1,Cas,Tree\n"));
    assert_eq!(pupil(&school, "Cas").unwrap().number.as_deref(), Some("1"), "a number given up and taken at once");
    undo::undo(&school.context, second).unwrap();
    assert_eq!(state(&school), before);
}

#[test]
fn after_a_day_nothing_is_kept_to_undo_it_with() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let first = store(&test, &school, FIRST);
    assert!(raw::count(&school.context, "roster_undo") > 0);
    school.advance(DAY - HOUR);
    school.run_due().unwrap();
    assert!(raw::count(&school.context, "roster_undo") > 0);
    school.advance(2 * HOUR);
    assert!(matches!(undo::undo(&school.context, first), Err(Error::Conflict(_))));
    school.run_due().unwrap();
    assert_eq!(raw::count(&school.context, "roster_undo"), 0);
}

#[tokio::test]
async fn the_office_undoes_an_import_on_its_page() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let first = store(&test, &school, FIRST);
    let mut office = school.desk(Role::Office).unwrap();
    let page = school.at(&format!("/roster/imports/{first}"));
    assert!(office.get(&page).await.unwrap().shows("Undo this import"));
    let find = guardian::Entity::find().filter(guardian::Column::CallName.eq("Bea"));
    let bea = school.arrange(|work| Ok(find.one(work.db())?.unwrap())).unwrap();
    let mut family = school.as_guardian(bea.id).unwrap();
    assert_eq!(family.post(&format!("{page}/undo"), &[]).await.unwrap().status, StatusCode::FORBIDDEN);
    let done = office.post(&format!("{page}/undo"), &[]).await.unwrap();
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, page.as_str()));
    let shown = office.get(&page).await.unwrap();
    assert!(
        shown.shows("Undone.") && shown.shows("Bea Bush") && shown.shows("has an account by now"),
        "{}",
        shown.body
    );
    assert!(!shown.shows("Undo this import"));
    let again = office.post(&format!("{page}/undo"), &[]).await.unwrap();
    assert_eq!((again.status, again.location()), (StatusCode::SEE_OTHER, page.as_str()), "the page says how it stands");
    let other = test.school("Linde", "school").unwrap();
    let elsewhere =
        other.desk(Role::Office).unwrap().post(&other.at(&format!("/roster/imports/{first}/undo")), &[]).await;
    assert_eq!(elsewhere.unwrap().status, StatusCode::NOT_FOUND, "an import of another school");
}
