//! Gender and nationality by import: kept apart, with their history where they may be shown (C040, C041, C097).

use roster::delivery::{self, Rules};
use roster::rows::SourceFile;
use testkit::{School, Test};

use crate::raw;

fn import(test: &Test, school: &School, gender: &str) {
    let text = format!("student id,first name,last name,gender\n1,Kim,Own,{gender}\n");
    let files = vec![SourceFile { name: "students.csv".to_owned(), bytes: text.into_bytes() }];
    let edition = test.house().edition(&school.entry.edition).unwrap();
    let rules = Rules::of(edition, "NL").within(&school.context.database);
    delivery::import(&school.context, files, &rules, true).unwrap();
}

fn column(school: &School, sql: &str) -> Vec<String> {
    raw::look(&school.context, |db| raw::texts(db, sql))
}

const GENDERS: &str = "SELECT coalesce(gender, '') AS n FROM demographics";
const CHANGES: &str = "SELECT field || ' ' || before || ' ' || after AS n FROM history";

#[test]
fn a_change_is_noted_where_the_office_may_read_it() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    import(&test, &school, "F");
    assert_eq!((column(&school, GENDERS), column(&school, CHANGES)), (vec!["female".to_owned()], vec![]));
    import(&test, &school, "M");
    assert_eq!(column(&school, GENDERS), ["male"]);
    assert_eq!(column(&school, CHANGES), ["gender female male"]);
}

#[test]
fn what_is_for_counting_changes_without_a_word() {
    let test = crate::house();
    let school = test.school("Kastanje", "academy").unwrap();
    import(&test, &school, "F");
    import(&test, &school, "M");
    assert_eq!((column(&school, GENDERS), column(&school, CHANGES)), (vec!["male".to_owned()], vec![]));
}

#[tokio::test]
async fn a_school_that_does_without_drops_the_column() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let off = [("module", "demographics"), ("switch", "off")];
    let mut administrator = school.desk(store::Role::Administrator).unwrap();
    administrator.post(&school.at("/modules"), &off).await.unwrap();
    import(&test, &school, "F");
    assert_eq!(column(&school, "SELECT call_name AS n FROM student"), ["Kim"]);
    assert_eq!(column(&school, GENDERS), Vec::<String>::new());
}
