//! OneRoster into a school and out of it again: what goes out comes back as the same people (C057, C059, C060).

use std::collections::BTreeSet;

use axum::http::StatusCode;
use people::demographics::Keeps;
use people::{edge, guardian, staff, student};
use proptest::prelude::*;
use roster::delivery::{self, Rules};
use roster::rows::SourceFile;
use roster::{Report, export};
use school::{enrolment, group, teaching};
use sea_orm::EntityTrait as _;
use store::Role;
use testkit::{School, Test};

const USERS: &str = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName,email,agentSourcedIds\n\
    s1,,,true,o,student,u,Ida,Tree,,\"g1,g2\"\ns2,,,true,o,student,u,Ben,Tree,,g1\ng1,,,true,o,parent,u,Anna,Tree,anna@example.org,\"s1,s2\"\n\
    g2,,,true,o,guardian,u,Piet,Oak,,s1\nt1,,,true,o,teacher,u,Bob,Bush,,\n";
const CLASSES: &str = "sourcedId,status,dateLastModified,title,termSourcedIds\nc1,,,5A,\nc2,,,5B,\n";
const ENROLLMENTS: &str = "sourcedId,status,dateLastModified,classSourcedId,userSourcedId,role\n\
    e1,,,c1,s1,student\ne2,,,c1,s2,student\ne3,,,c1,t1,teacher\n";

fn manifest(mode: &str) -> String {
    format!("propertyName,value\noneroster.version,1.1\nfile.users,{mode}\nfile.enrollments,{mode}\n")
}

fn files(tables: &[(&str, String)]) -> Vec<SourceFile> {
    tables
        .iter()
        .map(|(name, text)| SourceFile { name: (*name).to_owned(), bytes: text.clone().into_bytes() })
        .collect()
}

fn whole() -> Vec<SourceFile> {
    files(&[
        ("manifest.csv", manifest("bulk")),
        ("users.csv", USERS.to_owned()),
        ("classes.csv", CLASSES.to_owned()),
        ("enrollments.csv", ENROLLMENTS.to_owned()),
    ])
}

fn import(test: &Test, school: &School, files: Vec<SourceFile>) -> Report {
    let rules = Rules::of(test.house().edition("school").unwrap(), &school.entry.country);
    delivery::import(&school.context, files, &rules, true).unwrap()
}

fn keeps(test: &Test) -> Keeps {
    Keeps::of(test.house().edition("school").unwrap(), true)
}

fn archive(test: &Test, school: &School) -> Vec<SourceFile> {
    let bytes = export::one_roster(&school.context, keeps(test)).unwrap();
    vec![SourceFile { name: "school.zip".to_owned(), bytes }]
}

/// Everybody by name: students with groups and guardians, staff with groups, groups.
fn everybody(school: &School) -> BTreeSet<String> {
    school
        .arrange(|work| {
            let db = work.db();
            let students = student::Entity::find().all(db)?;
            let (guardians, staff) = (guardian::Entity::find().all(db)?, staff::Entity::find().all(db)?);
            let (groups, edges) = (group::Entity::find().all(db)?, edge::Entity::find().all(db)?);
            let group =
                |id| groups.iter().find(|g| g.id == id).map(|g| (g.name.clone(), g.level.clone(), g.year.clone()));
            let mut found = BTreeSet::new();
            for row in &students {
                let beside: BTreeSet<_> = edges
                    .iter()
                    .filter(|e| e.student_id == row.id)
                    .filter_map(|e| guardians.iter().find(|g| g.id == e.guardian_id))
                    .map(|g| (g.name(), g.email.clone(), g.phone.clone()))
                    .map(|all| format!("{all:?}"))
                    .collect();
                found.insert(format!("student {:?} {:?} {:?} {beside:?}", row.name(), row.number, row.born));
            }
            found.extend(staff.iter().map(|s| format!("staff {:?} {:?} {:?}", s.name(), s.employee_id, s.phone)));
            found.extend(groups.iter().filter(|g| g.ended_on.is_none()).map(|g| format!("group {:?}", group(g.id))));
            for row in enrolment::Entity::find().all(db)?.iter().filter(|row| row.until.is_none()) {
                let student = students.iter().find(|s| s.id == row.student_id).map(student::Model::name);
                found.insert(format!("in {student:?} {:?}", group(row.group_id)));
            }
            for row in teaching::Entity::find().all(db)?.iter().filter(|row| row.until.is_none()) {
                let person = staff.iter().find(|s| s.id == row.staff_id).map(staff::Model::name);
                found.insert(format!("teaches {person:?} {:?}", group(row.group_id)));
            }
            Ok(found)
        })
        .unwrap()
}

#[test]
fn a_whole_delivery_is_stored_and_the_same_again_changes_nothing() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let report = import(&test, &school, whole());
    assert_eq!((report.students.added, report.guardians.added, report.staff.added, report.groups.added), (2, 2, 1, 2));
    assert!(import(&test, &school, whole()).is_empty);
    let found = everybody(&school);
    assert!(found.iter().any(|line| line.starts_with("in ") && line.contains("Ida")), "{found:?}");
}

#[test]
fn a_delivery_of_changes_lets_nobody_go_but_whom_it_names() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    import(&test, &school, whole());
    let head = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName,email,agentSourcedIds\n";
    let changes = files(&[
        ("manifest.csv", manifest("delta")),
        (
            "users.csv",
            format!(
                "{head}s2,tobedeleted,2026-01-01,true,o,student,u,Ben,Tree,,\ng2,tobedeleted,,true,o,guardian,u,Piet,Oak,,\n\
                 s3,active,,true,o,student,u,Cas,Tree,,g1\ng1,active,,true,o,,u,Anna,Forest,,\n"
            ),
        ),
        (
            "enrollments.csv",
            "sourcedId,status,classSourcedId,userSourcedId,role\ne1,tobedeleted,c1,s1,student\ne4,active,c2,s1,student\n\
             e5,active,c2,s3,student\ne9,active,c9,s1,student\n"
                .to_owned(),
        ),
    ]);
    let report = import(&test, &school, changes.clone());
    assert_eq!((report.students.added, report.students.leaving, report.groups.leaving), (1, 1, 0));
    assert_eq!(report.problems.len(), 1, "{:?}", report.problems);
    assert_eq!((report.problems[0].file.as_str(), report.problems[0].row), ("enrollments.csv", 5));
    let found = everybody(&school);
    let is = |start: &str, name: &str, rest: &str| {
        found.iter().any(|line| line.starts_with(start) && line.contains(name) && line.contains(rest))
    };
    assert!(is("in", "Ida", "5B") && !is("in", "Ida", "5A") && is("in", "Cas", "5B") && !is("in", "Ben", "5"));
    assert!(
        is("student", "Cas", "Forest") && is("student", "Ida", "Forest") && !is("student", "Ida", "Piet"),
        "{found:?}"
    );
    assert!(is("teaches", "Bob", "5A"));
    let again = import(&test, &school, changes);
    assert!(again.students.changed == 0 && again.students.added == 0 && again.guardians.changed == 0, "{again:?}");
}

#[test]
fn a_guardian_who_goes_by_name_and_is_left_out_beside_the_child_goes_once() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    import(&test, &school, whole());
    let head = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName,email,agentSourcedIds\n";
    let users = "s1,active,,true,o,student,u,Ida,Tree,,g1\ng2,tobedeleted,,true,o,guardian,u,Piet,Oak,,\n";
    let manifest = "propertyName,value\noneroster.version,1.1\nfile.users,delta\n".to_owned();
    let changes = files(&[("manifest.csv", manifest), ("users.csv", format!("{head}{users}"))]);
    assert_eq!(import(&test, &school, changes).guardians.leaving, 1);
    assert!(everybody(&school).iter().any(|line| line.contains("Ida") && !line.contains("Piet")));
}

#[test]
fn a_narrowed_edge_does_not_go_out_and_does_not_end_when_the_file_comes_back() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    import(&test, &school, whole());
    let by_hand = school.student("Hand Made", None).unwrap();
    school.guardian("Mother Made", &[by_hand]).unwrap();
    school
        .arrange(|work| {
            let mut rows = edge::Entity::find().all(work.db())?.into_iter();
            let (one, other) = (rows.next().unwrap(), rows.next().unwrap());
            let today = work.today;
            edge::Entity::update(edge::ActiveModel {
                id: sea_orm::Set(one.id),
                restricted_from: sea_orm::Set(Some(today)),
                ..Default::default()
            })
            .exec(work.db())?;
            edge::Entity::update(edge::ActiveModel {
                id: sea_orm::Set(other.id),
                sees: sea_orm::Set(false),
                ..Default::default()
            })
            .exec(work.db())?;
            Ok(())
        })
        .unwrap();
    let before = everybody(&school);
    let report = import(&test, &school, archive(&test, &school));
    assert!(report.is_empty, "{report:?}");
    assert_eq!(everybody(&school), before);
    let empty = test.school("Linde", "school").unwrap();
    import(&test, &empty, archive(&test, &school));
    let edges = |school: &School| school.arrange(|work| Ok(edge::Entity::find().all(work.db())?.len())).unwrap();
    assert_eq!(edges(&empty), edges(&school) - 2, "another system would take a narrowed edge for a full one");
}

#[derive(Clone, Debug)]
struct Child {
    call: String,
    surname: String,
    class: usize,
    guardian: Option<String>,
    born: Option<u32>,
}

fn child() -> impl Strategy<Value = Child> {
    let name = prop_oneof![
        "[A-Z][a-zëéü]{0,8}([ ,'\"\n-][A-Za-z]{1,4})?",
        "[ء-ي]{2,8}( [ء-ي]{2,6})?",
        "[अ-ह][ा-ौ]?[अ-ह]{1,4}",
    ];
    (name.clone(), name.clone(), 0..3_usize, proptest::option::of(name), proptest::option::of(1..28_u32))
        .prop_map(|(call, surname, class, guardian, born)| Child { call, surname, class, guardian, born })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(12) })]

    #[test]
    fn what_goes_out_comes_back(children in proptest::collection::vec(child(), 1..12)) {
        let test = crate::house();
        let school = test.school("Kastanje", "school").unwrap();
        let cell = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let mut text = String::from("Leerlingnummer,Roepnaam,Achternaam,Geboortedatum,Klas,Ouder 1 naam,Ouder 1 e-mail\n");
        for (n, child) in children.iter().enumerate() {
            let born = child.born.map(|day| format!("2015-02-{day:02}")).unwrap_or_default();
            let class = ["5A", "\"5, B\"", "ख \"C\""][child.class];
            let mail = child.guardian.as_ref().map(|_| format!("g{}@example.org", n / 2)).unwrap_or_default();
            let guardian = child.guardian.clone().unwrap_or_default();
            text += &[format!("{n:03}"), child.call.clone(), child.surname.clone(), born, class.to_owned(), guardian, mail].map(|c| cell(&c)).join(",");
            text.push('\n');
        }
        let first = import(&test, &school, vec![SourceFile { name: "l.csv".to_owned(), bytes: text.into_bytes() }]);
        prop_assert!(first.students.added > 0);
        let taken = archive(&test, &school);
        let again = import(&test, &school, taken.clone());
        prop_assert!(again.is_empty, "{again:?}");
        let empty = test.school("Linde", "school").unwrap();
        let second = import(&test, &empty, taken.clone());
        prop_assert_eq!(second.students.added, first.students.added);
        prop_assert_eq!(everybody(&empty), everybody(&school));
        prop_assert!(import(&test, &empty, taken).is_empty);
    }
}

#[tokio::test]
async fn only_administrators_take_the_roster_along_and_the_trail_says_so() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    import(&test, &school, whole());
    let mut office = school.desk(Role::Office).unwrap();
    assert_eq!(office.get(&school.at("/roster/export")).await.unwrap().status, StatusCode::FORBIDDEN);
    assert!(!office.get(&school.at("/roster")).await.unwrap().shows("/roster/export"));
    let mut administrator = school.desk(Role::Administrator).unwrap();
    assert!(administrator.get(&school.at("/roster")).await.unwrap().shows("/roster/export"));
    let answer = administrator.get(&school.at("/roster/export")).await.unwrap();
    assert_eq!((answer.status, answer.headers["content-type"].to_str().unwrap()), (StatusCode::OK, "application/zip"));
    assert!(crate::raw::holds(&school.context, "roster.export").is_some());
}
