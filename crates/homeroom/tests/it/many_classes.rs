//! A school of more classes than anybody chooses from.

use school::{GroupId, group};
use sea_orm::{EntityTrait as _, IntoActiveModel as _};
use store::Role;

#[tokio::test]
async fn beyond_two_hundred_classes_the_name_is_typed() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let first = school.group("5A").unwrap();
    school.student("Ida Tree", Some(first)).unwrap();
    school.student("Ben Bush", None).unwrap();
    let mut office = school.desk(Role::Office).unwrap();
    let few = office.get(&school.at("/students")).await.unwrap();
    assert!(few.shows("<select id=\"group\"") && !few.shows("name=\"class\""));
    school
        .arrange(|work| {
            for n in 0..200 {
                let id = GroupId(work.uuid());
                let row =
                    group::new_row(work.language, id, None, &format!("Class {n}"), "", &group::year_of(work.today));
                group::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
            }
            Ok(())
        })
        .unwrap();
    let many = office.get(&school.at("/students")).await.unwrap();
    assert!(many.shows("name=\"class\"") && !many.shows("<select id=\"group\""));
    assert!(many.shows("Ida") && many.shows("Ben") && many.shows("2 students"));
    let own = office.get(&school.at("/students?class=5A")).await.unwrap();
    assert!(own.shows("Ida") && !own.shows("Ben") && own.shows("value=\"5A\"") && own.shows("1 student"));
    let nobody = office.get(&school.at("/students?class=9Z")).await.unwrap();
    assert!(!nobody.shows("Ida") && !nobody.shows("Ben"), "a class that nobody knows has nobody in it");
    // The number follows whoever comes next.
    school.student("Cas Leaf", Some(first)).unwrap();
    assert!(office.get(&school.at("/students?class=5A")).await.unwrap().shows("2 students"));
}
