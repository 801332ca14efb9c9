//! The same people again: who is found though name and address changed, who is never taken for somebody else, and
//! that a delivery stored leaves nothing to store (C056, C060).

use std::collections::BTreeMap;

use people::{GuardianId, edge, guardian, student};
use proptest::prelude::*;
use roster::Report;
use roster::delivery::{self, Rules};
use roster::plan::{self, Setting};
use roster::rows::{GroupRow, GuardianRow, NameRow, Place, Roster, SourceFile, StaffRow, StudentRow};
use sea_orm::{ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, QueryFilter as _, Set};
use testkit::{School, Test};

const HEAD: &str = "student id,first name,last name,email,phone\n";

/// Imports one or two children, and what `rows` say of their guardians.
fn import(test: &Test, school: &School, rows: &str) -> Report {
    let file = |name: &str, text: &str| SourceFile { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
    let files = vec![
        file("students.csv", "student id,first name,last name,class\n1,Kim,Own,5A\n2,Lou,Own,5A\n"),
        file("guardians.csv", &format!("{HEAD}{rows}")),
    ];
    let rules = Rules::of(test.house().edition("school").unwrap(), "NL");
    let report = delivery::import(&school.context, files.clone(), &rules, true).unwrap();
    let again = delivery::import(&school.context, files, &rules, false).unwrap();
    assert!(again.is_empty, "{rows}: {again:?}");
    report
}

/// Names beside the first child, with their ids.
fn beside(school: &School, number: &str) -> BTreeMap<String, GuardianId> {
    school
        .arrange(|work| {
            let child = student::Entity::find().filter(student::Column::Number.eq(number)).one(work.db())?.unwrap();
            let edges = edge::Entity::find().filter(edge::Column::StudentId.eq(child.id)).all(work.db())?;
            let ids = edges.iter().map(|edge| edge.guardian_id);
            let people = guardian::Entity::find().filter(guardian::Column::Id.is_in(ids)).all(work.db())?;
            Ok(people.into_iter().map(|g| (g.name().full(), g.id)).collect())
        })
        .unwrap()
}

/// A court's order against this guardian.
fn restrict(school: &School, guardian: GuardianId) {
    school
        .arrange(|work| {
            for edge in edge::Entity::find().filter(edge::Column::GuardianId.eq(guardian)).all(work.db())? {
                let mut row = edge.into_active_model();
                row.restricted_from = Set(Some(work.today));
                row.update(work.db())?;
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_new_name_and_a_new_address_together_are_the_same_person_by_the_phone() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    import(&test, &school, "1,Ann,Old,ann@old.example,0612345678\n1,Bob,Own,bob@example.org,0687654321\n");
    let ann = beside(&school, "1")["Ann Old"];
    restrict(&school, ann);
    let report =
        import(&test, &school, "1,Anna,New,anna@new.example,+31 6 12345678\n1,Bob,Own,bob@example.org,0687654321\n");
    assert_eq!((report.guardians.added, report.guardians.changed, report.guardians.leaving), (0, 1, 0));
    assert_eq!(beside(&school, "1")["Anna New"], ann, "the order stays with the person");
}

#[test]
fn a_new_name_and_a_new_phone_together_are_the_same_person_by_the_mail() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    import(&test, &school, "1,Ann,Old,ann@example.org,0612345678\n");
    let ann = beside(&school, "1")["Ann Old"];
    import(&test, &school, "1,Anna,New,Ann@Example.org,0600000000\n");
    assert_eq!(beside(&school, "1"), BTreeMap::from([("Anna New".to_owned(), ann)]));
}

#[test]
fn two_parents_of_one_phone_stay_two() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let report = import(&test, &school, "1,Ann,Own,,0612345678\n1,Bob,Own,,0612345678\n");
    assert_eq!(report.guardians.added, 2);
    let before = beside(&school, "1");
    // One of them is named anew: the phone is both's and tells nobody apart.
    let report = import(&test, &school, "1,Ann,Own,,0612345678\n1,Rob,Other,,0612345678\n");
    assert_eq!((report.guardians.added, report.guardians.leaving), (1, 1));
    let after = beside(&school, "1");
    assert_eq!(after["Ann Own"], before["Ann Own"]);
    assert_ne!(after["Rob Other"], before["Bob Own"]);
}

#[test]
fn a_second_parent_who_shares_the_phone_is_not_the_first_renamed() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    import(&test, &school, "1,Ann,Own,,0612345678\n");
    let ann = beside(&school, "1")["Ann Own"];
    let report = import(&test, &school, "1,Bob,Own,,0612345678\n1,Ann,Own,,0612345678\n");
    assert_eq!((report.guardians.added, report.guardians.changed), (1, 0));
    let after = beside(&school, "1");
    assert_eq!((after.len(), after["Ann Own"]), (2, ann));
}

/// Found by made rosters: a key whose person has another name now, and the old name beside the old child without it.
#[test]
fn who_is_named_anew_by_their_key_leaves_the_old_name_to_somebody_else() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let child = |key: &str| StudentRow {
        key: key.to_owned(),
        name: name("Kim", "Own"),
        number: Some(key.to_owned()),
        ..StudentRow::default()
    };
    let guardian = |key: Option<&str>, child: &str, surname: &str| GuardianRow {
        key: key.map(str::to_owned),
        student: child.to_owned(),
        name: name("Ann", surname),
        relationship: "guardian".to_owned(),
        email: None,
        phone: None,
        place: Place::default(),
    };
    let store = |guardians: Vec<GuardianRow>| {
        let roster = Roster {
            format: "made".to_owned(),
            students: vec![child("1"), child("2")],
            guardians,
            ..Roster::default()
        };
        let setting = setting(&school);
        school
            .context
            .write(roster::acts::APPLY.on(()), |work, whole| delivery::store_roster(work, whole, &roster, &setting))
            .unwrap();
        let again = school.context.read(roster::acts::COMPARE.on(()), |read, _| plan::make(read, &roster, &setting));
        assert!(again.unwrap().is_empty());
    };
    store(vec![guardian(Some("g1"), "1", "Bush")]);
    let ann = beside(&school, "1")["Ann Bush"];
    store(vec![guardian(None, "1", "Bush"), guardian(Some("g1"), "2", "Tree")]);
    assert_eq!(beside(&school, "2"), BTreeMap::from([("Ann Tree".to_owned(), ann)]));
    assert_ne!(beside(&school, "1")["Ann Bush"], ann);
}

#[test]
fn a_brother_named_first_does_not_hide_who_the_guardian_is() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    import(&test, &school, "1,Ann,Own,ann@old.example,\n");
    let ann = beside(&school, "1")["Ann Own"];
    restrict(&school, ann);
    import(&test, &school, "2,Ann,Own,ann@new.example,\n1,Ann,Own,ann@new.example,\n");
    assert_eq!(beside(&school, "1"), BTreeMap::from([("Ann Own".to_owned(), ann)]));
    assert_eq!(beside(&school, "2"), beside(&school, "1"));
}

#[test]
fn mail_and_phone_in_one_row_and_the_phone_alone_in_another_are_one_person() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let report = import(&test, &school, "2,Ann,Own,,0612345678\n1,Ann,Own,ann@example.org,0612345678\n");
    assert_eq!((report.guardians.added, beside(&school, "1") == beside(&school, "2")), (1, true));
}

#[test]
fn a_stranger_beside_a_child_with_a_court_order_is_pointed_out() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    import(&test, &school, "1,Ann,Own,ann@example.org,0612345678\n");
    restrict(&school, beside(&school, "1")["Ann Own"]);
    let report = import(&test, &school, "1,Quite,Different,new@example.org,0600000000\n");
    let problems: Vec<_> = report.problems.iter().map(|p| (p.file.as_str(), p.row, p.reason.key)).collect();
    assert_eq!(problems, [("guardians.csv", 2, "fault-order")]);
    assert_eq!(beside(&school, "1").len(), 2, "the order's edge stays");
}

#[test]
fn the_forecast_counts_addresses_that_open_an_account() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let rows = "1,Ann,Own,both@example.org,\n1,Bob,Own,Both@example.org,\n2,Cy,Own,cy@example.org,\n2,Di,Own,,0612345678\n2,Ed,Own,broken,\n";
    let reach = import(&test, &school, rows).reach;
    assert_eq!((reach.all, reach.with_mail, reach.can_sign_in), (5, 3, 2));
    // What the file leaves out, the school still knows.
    let reach = import(&test, &school, "2,Cy,Own,,\n").reach;
    assert_eq!((reach.all, reach.can_sign_in), (1, 1));
}

#[test]
fn numbers_are_exchanged_and_a_number_of_two_is_a_fault_of_its_row() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let rules = Rules::of(test.house().edition("school").unwrap(), "NL");
    let import = |rows: &str| {
        let text = format!("sourcedId,student number,first name,last name\n{rows}");
        let files = vec![SourceFile { name: "students.csv".to_owned(), bytes: text.into_bytes() }];
        delivery::import(&school.context, files, &rules, true).unwrap()
    };
    import("a,1,Kim,Own\nb,2,Lou,Own\n");
    let report = import("a,2,Kim,Own\nb,1,Lou,Own\n");
    assert_eq!((report.students.changed, report.problems.len()), (2, 0), "{report:?}");
    let report = import("a,2,Kim,Own\nb,2,Lou,Own\n");
    assert_eq!(report.problems.iter().map(|p| p.reason.key).collect::<Vec<_>>(), ["fault-number"]);
}

// --- any roster, twice ---

fn name(call: &str, surname: &str) -> NameRow {
    NameRow { call_name: call.to_owned(), infix: String::new(), surname: surname.to_owned() }
}

fn one_of(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::sample::select(words).prop_map(str::to_owned)
}

fn maybe(words: &'static [&'static str]) -> impl Strategy<Value = Option<String>> {
    prop::option::of(one_of(words))
}

/// Children of few names, numbers and addresses, so that they meet.
fn students() -> impl Strategy<Value = Vec<StudentRow>> {
    let student = (
        0..8_u8,
        one_of(&["Ida", "Ben", "Kim"]),
        one_of(&["Tree", "Bush"]),
        maybe(&["1", "2", "3"]),
        maybe(&["1234AB", "2345BC"]),
        prop::collection::btree_set(one_of(&["5A", "5B", "6A"]), 0..3),
    )
        .prop_map(|(key, call, surname, number, postcode, groups)| StudentRow {
            key: format!("s{key}"),
            name: name(&call, &surname),
            number,
            postcode,
            groups: groups.into_iter().collect(),
            ..StudentRow::default()
        });
    prop::collection::vec(student, 1..8).prop_map(|mut rows| {
        let mut seen = std::collections::HashSet::new();
        rows.retain(|row| seen.insert(row.key.clone()));
        rows
    })
}

fn guardians() -> impl Strategy<Value = Vec<GuardianRow>> {
    let guardian = (
        0..8_u8,
        maybe(&["g1", "g2"]),
        one_of(&["Ann", "Bob"]),
        one_of(&["Tree", "Bush"]),
        maybe(&["a@example.org", "b@example.org", "A@example.org"]),
        maybe(&["0612345678", "+31612345678", "0687654321"]),
    )
        .prop_map(|(student, key, call, surname, email, phone)| GuardianRow {
            key,
            student: format!("s{student}"),
            name: name(&call, &surname),
            relationship: "guardian".to_owned(),
            email,
            phone,
            place: Place::default(),
        });
    prop::collection::vec(guardian, 0..10)
}

fn rosters() -> impl Strategy<Value = Roster> {
    let staff = (0..3_u8, one_of(&["Tea", "Cher"]), maybe(&["7", "8"]), maybe(&["t@example.org"])).prop_map(
        |(key, call, employee_id, email)| StaffRow {
            key: format!("t{key}"),
            name: name(&call, "Er"),
            employee_id,
            email,
            groups: vec!["5A".to_owned()],
            ..StaffRow::default()
        },
    );
    let staff = prop::collection::vec(staff, 0..3).prop_map(|mut rows| {
        let mut seen = std::collections::HashSet::new();
        rows.retain(|row| seen.insert(row.key.clone()));
        rows
    });
    let group = |name: &str| GroupRow { key: name.to_owned(), name: name.to_owned(), ..GroupRow::default() };
    (students(), guardians(), staff).prop_map(move |(students, guardians, staff)| Roster {
        format: "made".to_owned(),
        groups: ["5A", "5B", "6A"].map(group).to_vec(),
        students,
        guardians,
        staff,
        ..Roster::default()
    })
}

fn setting(school: &School) -> Setting<'_> {
    let gender = registry::GenderUse::Administration;
    Setting { country: "NL", basis: "public_task", gender, random: &school.context.random }
}

#[test]
fn a_roster_stored_leaves_nothing_to_store_and_deletes_nobody() {
    let test = crate::house();
    let count = std::cell::Cell::new(0);
    // More with ROSTER_FUZZ=1000.
    let cases = std::env::var("ROSTER_FUZZ").ok().and_then(|text| text.parse().ok()).unwrap_or(25);
    let config =
        ProptestConfig { failure_persistence: None, max_shrink_iters: 300, ..ProptestConfig::with_cases(cases) };
    proptest!(config, |(deliveries in prop::collection::vec(rosters(), 1..4))| {
        count.set(count.get() + 1);
        let school = test.school(&format!("Made {}", count.get()), "school").unwrap();
        let setting = setting(&school);
        let mut ever = std::collections::HashSet::new();
        for roster in &deliveries {
            school.context.write(roster::acts::APPLY.on(()), |work, whole| delivery::store_roster(work, whole, roster, &setting)).unwrap();
            let again = school.context.read(roster::acts::COMPARE.on(()), |read, _| plan::make(read, roster, &setting)).unwrap();
            prop_assert!(again.is_empty(), "{:?}", again.lines);
            let rows = school.arrange(|work| Ok(student::Entity::find().all(work.db())?)).unwrap();
            let here: std::collections::HashSet<_> = roster.students.iter().map(|row| row.key.clone()).collect();
            ever.extend(here.iter().cloned());
            prop_assert_eq!(rows.len(), ever.len(), "somebody is deleted or doubled");
            for row in rows {
                prop_assert_eq!(row.left_on.is_none(), here.contains(&row.key.unwrap()), "who is not named has left, who is has not");
            }
        }
    });
}
