//! Lists stand in the order of the school's language, also in a school that a release before this one founded.

use kernel::Language;
use store::{Role, sorting};

use crate::house;

fn order(page: &str, names: &[&str]) -> Vec<usize> {
    names
        .iter()
        .map(|name| page.find(&format!("{name}</bdi>")).unwrap_or_else(|| panic!("{name} is not listed")))
        .collect()
}

#[tokio::test]
async fn a_school_that_learns_its_language_sorts_everybody_anew() {
    let test = house();
    let school = test.school("Kastan", "school").unwrap();
    for name in ["Ada Zimm", "Ada Õun", "Ada Wolf", "Ada Šmidt", "Ada Tamm"] {
        school.student(name, None).unwrap();
    }
    for name in ["10A", "9B"] {
        school.group(name).unwrap();
    }
    let mut office = school.desk(Role::Office).unwrap();
    let page = office.get(&school.at("/students")).await.unwrap().body;
    let latin = order(&page, &["Õun", "Šmidt", "Tamm", "Wolf", "Zimm"]);
    assert!(latin.is_sorted(), "the school began in a language that puts them so");

    school.arrange(|work| sorting::choose(work, Language::Et, true)).unwrap();
    school.context.read_switches().unwrap();
    school.advance(60_000);
    school.run_due().unwrap();
    assert!(!school.arrange(|work| sorting::is_stale(work)).unwrap(), "no key of the other language is left");
    let page = office.get(&school.at("/students")).await.unwrap().body;
    let estonian = order(&page, &["Šmidt", "Zimm", "Tamm", "Wolf", "Õun"]);
    assert!(estonian.is_sorted(), "{estonian:?}");
    let groups = office.get(&school.at("/groups")).await.unwrap().body;
    assert!(order(&groups, &["9B", "10A"]).is_sorted(), "class 9 before class 10");
}
