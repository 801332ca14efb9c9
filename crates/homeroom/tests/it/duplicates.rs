//! One person on record twice: found, made one, and made two again; and who is two people is left alone.

use accounts::{AccountId, account, session};
use axum::http::StatusCode;
use chrono::NaiveDate;
use conferences::appointment;
use duplicates::MergeId;
use duplicates::journal;
use duplicates::kind::{Kind, Pair};
use duplicates::rule::RULES;
use kernel::clock::{DAY, HOUR};
use people::demographics::{self, Record};
use people::{edge, guardian, history, student};
use roster::delivery::{self, Rules};
use roster::rows::SourceFile;
use school::{enrolment, profile};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, QueryFilter as _, QueryOrder as _,
    Set,
};
use store::{Role, Work};
use testkit::{Answer, Browser, School, Test};
use uuid::Uuid;

use crate::{raw, world};

/// The school without histories, journals, logs and what was mailed.
fn state(school: &School) -> Vec<(String, Vec<String>)> {
    let mut state = raw::state(&school.context);
    const BOOKS: [&str; 4] = ["history", "duplicate_merge", "outbox", "account_notice"];
    state.retain(|(table, _)| !BOOKS.contains(&table.as_str()));
    state
}

/// Merges with the first or the second record and each field's value from `from`.
async fn merge(desk: &mut Browser, school: &School, pair: Pair, stays: &str, from: &str) -> Answer {
    let mut fields = vec![("stays", stays)];
    fields.extend(pair.kind.fields().iter().map(|field| (field.name, from)));
    desk.post(&school.at(&format!("/duplicates/{pair}")), &fields).await.unwrap()
}

fn newest(school: &School) -> MergeId {
    let newest = journal::Entity::find().order_by_desc(journal::Column::At).order_by_desc(journal::Column::Id);
    school.arrange(|work| Ok(newest.one(work.db())?.unwrap().id)).unwrap()
}

async fn undo(desk: &mut Browser, school: &School) -> Answer {
    desk.post(&school.at(&format!("/duplicates/merges/{}/undo", newest(school))), &[]).await.unwrap()
}

fn import(test: &Test, school: &School, text: &str) {
    let rules = Rules::of(test.house().edition("school").unwrap(), &school.entry.country);
    let files = vec![SourceFile { name: "p.csv".to_owned(), bytes: text.as_bytes().to_vec() }];
    delivery::import(&school.context, files, &rules, true).unwrap();
}

fn pupils(school: &School, call: &str) -> Vec<student::Model> {
    let find = student::Entity::find().filter(student::Column::CallName.eq(call)).order_by_asc(student::Column::Id);
    school.arrange(|work| Ok(find.all(work.db())?)).unwrap()
}

fn set_student(work: &Work, row: student::ActiveModel) -> kernel::Result<()> {
    student::Entity::update(row).exec(work.db())?;
    Ok(())
}

#[tokio::test]
async fn a_child_that_an_import_brought_twice_is_found_and_made_one() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    const ROWS: &str = "1,Zoë,Tree,2016-05-04,5A\nX9,Zoe,Tree,2016-05-04,5A\n";
    import(&test, &school, &format!("student id,first name,last name,date of birth,class\n{ROWS}"));
    let (one, other) = (pupils(&school, "Zoë").remove(0), pupils(&school, "Zoe").remove(0));
    let mut desk = school.desk(Role::Office).unwrap();
    let list = desk.get(&school.at("/duplicates")).await.unwrap();
    assert!(list.shows("75 of 100") && list.shows("Same date of birth"), "{}", list.body);
    let pair = Pair::new(Kind::Student, one.id.0, other.id.0);
    let page = desk.get(&school.at(&format!("/duplicates/{pair}"))).await.unwrap();
    assert!(page.shows("Zoë Tree") && page.shows("Zoe Tree"), "{}", page.body);
    let left_open = desk.post(&school.at(&format!("/duplicates/{pair}")), &[("stays", "first")]).await.unwrap();
    assert_eq!(left_open.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(left_open.shows("Choose which value stays."));
    let done = merge(&mut desk, &school, pair, "first", "second").await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let all = school.arrange(|work| Ok(student::Entity::find().all(work.db())?)).unwrap();
    assert_eq!(all.len(), 1);
    let (kept, name) = if pair.first == one.id.0 { (one.id, "Zoe") } else { (other.id, "Zoë") };
    assert_eq!((all[0].id, all[0].call_name.as_str()), (kept, name));
    let places = school.arrange(|work| Ok(enrolment::Entity::find().all(work.db())?)).unwrap();
    assert_eq!(places.len(), 1, "nobody is in one group twice");
    assert!(!desk.get(&school.at("/duplicates")).await.unwrap().shows("75 of 100"));
}

#[tokio::test]
async fn twins_score_low_say_so_and_stay_apart_once_somebody_said_it() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let ida = school.student("Ida Tree", None).unwrap();
    let ben = school.student("Ben Tree", None).unwrap();
    let mut desk = school.desk(Role::Office).unwrap();
    let list = desk.get(&school.at("/duplicates")).await.unwrap();
    assert!(list.shows("40 of 100") && list.shows("brother, sister or twin"), "{}", list.body);
    let pair = Pair::new(Kind::Student, ida.0, ben.0);
    let path = school.at(&format!("/duplicates/{pair}/apart"));
    for _ in 0..2 {
        assert_eq!(desk.post(&path, &[]).await.unwrap().status, StatusCode::SEE_OTHER);
    }
    assert!(desk.get(&school.at("/duplicates")).await.unwrap().shows("Nobody seems to be on record twice."));
    assert_eq!(raw::count(&school.context, "duplicate_apart"), 1);
}

#[tokio::test]
async fn a_courts_order_on_either_record_stays_and_no_right_is_won() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let child = school.student("Ida Tree", None).unwrap();
    let kept = school.guardian("Pat Moon", &[child]).unwrap();
    let gone = school.guardian("Pat Moon", &[child]).unwrap();
    let day = NaiveDate::from_ymd_opt(2026, 1, 2);
    let of = |guardian| edge::Entity::find().filter(edge::Column::GuardianId.eq(guardian));
    school
        .arrange(|work| {
            let id = of(gone).one(work.db())?.unwrap().id;
            let row =
                edge::ActiveModel { id: Set(id), restricted_from: Set(day), sees: Set(false), ..Default::default() };
            row.update(work.db())?;
            Ok(())
        })
        .unwrap();
    let mut parent = school.as_guardian(kept).unwrap();
    let child_page = school.at(&format!("/children/{child}"));
    assert_eq!(parent.get(&child_page).await.unwrap().status, StatusCode::OK);
    let mut desk = school.desk(Role::Office).unwrap();
    let before = state(&school);
    let done = merge(&mut desk, &school, Pair::new(Kind::Guardian, kept.0, gone.0), "first", "first").await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let edges = school.arrange(|work| Ok(edge::Entity::find().all(work.db())?)).unwrap();
    assert_eq!(edges.len(), 1);
    assert_eq!((edges[0].restricted_from, edges[0].sees, edges[0].books), (day, false, true));
    assert_eq!(parent.get(&child_page).await.unwrap().status, StatusCode::NOT_FOUND);
    assert_eq!(undo(&mut desk, &school).await.status, StatusCode::SEE_OTHER);
    assert_eq!(state(&school), before);
    assert_eq!(parent.get(&child_page).await.unwrap().status, StatusCode::OK);
}

#[tokio::test]
async fn undoing_puts_back_every_byte_with_all_that_hung_on_both() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let elsewhere = test.school("Linde", "school").unwrap();
    elsewhere.student("Ida Tree", None).unwrap();
    let groups = [school.group("5A").unwrap(), school.group("5B").unwrap()];
    let kept = school.student("Ida Tree", Some(groups[0])).unwrap();
    school.advance(HOUR);
    let gone = school.student("Ida Treesecret", Some(groups[1])).unwrap();
    let parent = school.guardian("Pat Tree", &[kept, gone]).unwrap();
    let teacher = school.staff("Tea Cher", &[groups[1]]).unwrap();
    let round = school.round("Evening", &[teacher]).unwrap();
    let start = school.times(round).unwrap()[0];
    school.appointment(round, teacher, gone, parent, start).unwrap();
    school
        .arrange(|work| {
            profile::keep_picture(work, kept.0, vec![1, 2, 3], profile::FAMILIES)?;
            profile::keep_picture(work, gone.0, vec![4, 5, 6], profile::FAMILIES)?;
            history::note(work, "student", gone.0, &[("postcode", "1234AB".to_owned(), String::new())])?;
            set_student(
                work,
                student::ActiveModel { id: Set(gone), number: Set(Some("S77".to_owned())), ..Default::default() },
            )
        })
        .unwrap();
    let mut pupil = school.as_student(gone).unwrap();
    let mut desk = school.desk(Role::Office).unwrap();
    let (before, other) = (state(&school), raw::state(&elsewhere.context));
    let pair = Pair::new(Kind::Student, kept.0, gone.0);
    let page = desk.get(&school.at(&format!("/duplicates/{pair}"))).await.unwrap();
    assert!(page.shows("S77") && page.shows("Appointments"), "{}", page.body);
    let done = merge(&mut desk, &school, pair, "first", "first").await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    assert!(desk.get(done.location()).await.unwrap().shows("Undo: make two records again"));
    for (table, rows) in raw::state(&school.context) {
        let hex = gone.0.simple().to_string().to_uppercase();
        let points = rows.iter().any(|row| row.contains(&hex));
        assert!(!points || table == "duplicate_merge", "{table} still points to the record that went");
    }
    let find = history::Entity::find().filter(history::Column::Field.eq("postcode"));
    let line = school.arrange(|work| Ok(find.one(work.db())?.unwrap())).unwrap();
    assert_eq!(line.object, kept.0, "the history goes along");
    assert_eq!(pupil.get(&school.at("/me")).await.unwrap().status, StatusCode::OK, "the account moved");
    assert_eq!(raw::holds(&school.context, "Treesecret"), None, "the journal is sealed");
    assert_eq!(undo(&mut desk, &school).await.status, StatusCode::SEE_OTHER);
    assert_eq!(state(&school), before);
    assert_eq!(raw::state(&elsewhere.context), other, "another school is untouched");
    assert_eq!(raw::count(&school.context, "duplicate_merge"), 0);
}

/// Rows in every module: the moves are the schema's, so nothing is left behind and everything comes back.
#[tokio::test]
async fn whatever_a_module_keeps_moves_and_comes_back() {
    let test = crate::house();
    let world = world::found(&test, "Kastanje", "m");
    let school = &world.school;
    let [first, second, third] = &world.families;
    school.as_guardian(second.guardian).unwrap();
    school
        .arrange(|work| {
            profile::keep_picture(work, second.guardian.0, vec![1, 2], profile::FAMILIES)?;
            demographics::Entity::insert(
                Record { nationality: Some("NL".to_owned()), ..Record::default() }
                    .row(second.student)
                    .into_active_model(),
            )
            .exec_without_returning(work.db())?;
            // Both teachers were promised to somebody at one time: that is for people to decide.
            let id = third.appointment.id;
            let row =
                appointment::ActiveModel { id: Set(id), state: Set("cancelled".to_owned()), ..Default::default() };
            row.update(work.db())?;
            Ok(())
        })
        .unwrap();
    // After the one that the world comes with.
    school.advance(HOUR);
    let mut desk = school.desk(Role::Administrator).unwrap();
    for (kind, stays, goes) in [
        (Kind::Student, first.student.0, second.student.0),
        (Kind::Guardian, first.guardian.0, second.guardian.0),
        (Kind::Staff, first.staff.0, third.staff.0),
    ] {
        let before = state(school);
        let pair = Pair::new(kind, stays, goes);
        let kept = if pair.first == stays { "first" } else { "second" };
        let done = merge(&mut desk, school, pair, kept, kept).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{kind:?} {}", done.body);
        let hex = goes.simple().to_string().to_uppercase();
        for (table, rows) in state(school) {
            assert!(!rows.iter().any(|row| row.contains(&hex)), "{table} still points to the {kind:?} that went");
        }
        assert_eq!(undo(&mut desk, school).await.status, StatusCode::SEE_OTHER, "{kind:?}");
        for ((table, before), (_, after)) in before.iter().zip(&state(school)) {
            assert_eq!(after, before, "{kind:?} {table}");
        }
    }
}

#[tokio::test]
async fn of_two_accounts_one_ends_with_its_sessions_and_its_owner_is_told() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let child = school.student("Ida Tree", None).unwrap();
    let kept = school.guardian("Pat Moon", &[child]).unwrap();
    let gone = school.guardian("Pat Moon", &[]).unwrap();
    let (mut stays, mut ends) = (school.as_guardian(kept).unwrap(), school.as_guardian(gone).unwrap());
    let mut desk = school.desk(Role::Office).unwrap();
    let pair = Pair::new(Kind::Guardian, kept.0, gone.0);
    let choice = if pair.first == kept.0 { "first" } else { "second" };
    let done = merge(&mut desk, &school, pair, choice, choice).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    assert_eq!(stays.get(&school.at("/account")).await.unwrap().status, StatusCode::OK);
    assert_eq!(ends.get(&school.at("/account")).await.unwrap().status, StatusCode::SEE_OTHER, "signed out");
    let mails = school.arrange(|work| Ok(store::outbox::Entity::find().all(work.db())?)).unwrap();
    assert!(mails.iter().any(|mail| mail.subject.contains("second account")), "{mails:?}");
    assert_eq!(undo(&mut desk, &school).await.status, StatusCode::SEE_OTHER);
    let find = account::Entity::find().filter(account::Column::GuardianId.eq(gone.0));
    let again = school.arrange(|work| Ok(find.one(work.db())?.unwrap())).unwrap();
    assert_eq!(again.ended_at, None);
    let AccountId(id) = again.id;
    let open =
        session::Entity::find().filter(session::Column::AccountId.eq(id)).filter(session::Column::EndedAt.is_null());
    assert!(school.arrange(|work| Ok(open.one(work.db())?)).unwrap().is_none(), "sessions do not come back");
}

#[tokio::test]
async fn what_was_done_since_stands_in_the_way_and_is_named_and_after_thirty_days_it_is_too_late() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let mut both = [(); 2].map(|()| school.student("Ida Tree", None).unwrap());
    // As the page shows them.
    both.sort_by_key(|id| id.0);
    let [kept, gone] = both;
    let number = |id, text: Option<&str>| {
        let row = student::ActiveModel { id: Set(id), number: Set(text.map(str::to_owned)), ..Default::default() };
        school.arrange(|work| set_student(work, row)).unwrap();
    };
    number(gone, Some("S1"));
    let mut desk = school.desk(Role::Office).unwrap();
    let pair = Pair::new(Kind::Student, kept.0, gone.0);
    assert_eq!(merge(&mut desk, &school, pair, "first", "second").await.status, StatusCode::SEE_OTHER);
    number(kept, Some("S2"));
    let refused = undo(&mut desk, &school).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.shows("The record itself") && refused.shows("Changed since then"), "{}", refused.body);
    let merged = newest(&school);
    school.advance(30 * DAY + HOUR);
    school.run_due().unwrap();
    assert_eq!(raw::count(&school.context, "duplicate_merge"), 0);
    let mut desk = school.desk(Role::Office).unwrap();
    let late = desk.post(&school.at(&format!("/duplicates/merges/{merged}/undo")), &[]).await.unwrap();
    assert_eq!(late.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn colleagues_are_merged_by_an_administrator_who_does_not_end_the_own_account() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let mut both = [(); 2].map(|()| school.staff("Tea Cher", &[]).unwrap());
    both.sort_by_key(|id| id.0);
    let [one, other] = both;
    let pair = Pair::new(Kind::Staff, one.0, other.0);
    let mut office = school.desk(Role::Office).unwrap();
    let page = office.get(&school.at(&format!("/duplicates/{pair}"))).await.unwrap();
    assert!(page.shows("An administrator does that."), "{}", page.body);
    assert_eq!(merge(&mut office, &school, pair, "first", "first").await.status, StatusCode::FORBIDDEN);
    let standing = account::Standing { staff: Some(other.0), roles: vec![Role::Administrator], ..Default::default() };
    let mut head = school.signed_in("Tea", standing).unwrap();
    school.as_teacher(one).unwrap();
    let own = merge(&mut head, &school, pair, "first", "first").await;
    assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(own.shows("You are signed in with the account that would end."), "{}", own.body);
    assert_eq!(merge(&mut head, &school, pair, "second", "second").await.status, StatusCode::SEE_OTHER);
    assert_eq!(head.get(&school.at("/staff")).await.unwrap().status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_not_of_this_school_is_not_found() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let elsewhere = test.school("Linde", "school").unwrap();
    let here = school.student("Ida Tree", None).unwrap();
    let there = elsewhere.student("Ida Tree", None).unwrap();
    let parent = school.guardian("Pat Tree", &[here]).unwrap();
    let mut desk = school.desk(Role::Office).unwrap();
    let id = |id: Uuid| format!("student.{here}.{id}");
    for pair in [id(there.0), id(parent.0), id(here.0), "x".to_owned(), format!("{}.1", id(there.0))] {
        let answer = desk.get(&school.at(&format!("/duplicates/{pair}"))).await.unwrap();
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{pair}");
        let answer = desk.post(&school.at(&format!("/duplicates/{pair}/apart")), &[]).await.unwrap();
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{pair}");
    }
    let mut family = school.as_guardian(parent).unwrap();
    assert_eq!(family.get(&school.at("/duplicates")).await.unwrap().status, StatusCode::FORBIDDEN);
}

/// Imports twice what both sources deliver of a merged family, then what only the one that went does.
#[tokio::test]
async fn an_import_meets_the_one_record_by_either_key_and_brings_nobody_anew() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    const HEAD: &str = "student id,first name,last name,date of birth,class,guardian 1 name,guardian 1 email\n";
    const OLD: &str = "1,Zoë,Tree,2016-05-04,5A,Pat Tree,pat@example.org\n";
    const NEW: &str = "X9,Zoe,Tree,2016-05-04,5B,Pat Tree,tree@example.org\n";
    let both = format!("{HEAD}{OLD}{NEW}");
    import(&test, &school, &both);
    let (one, other) = (pupils(&school, "Zoë").remove(0), pupils(&school, "Zoe").remove(0));
    let guardians = || school.arrange(|work| Ok(guardian::Entity::find().all(work.db())?)).unwrap();
    let [pat, again] = <[guardian::Model; 2]>::try_from(guardians()).unwrap();
    let mut desk = school.desk(Role::Office).unwrap();
    for (pair, stays) in [
        (Pair::new(Kind::Student, one.id.0, other.id.0), if one.id < other.id { "first" } else { "second" }),
        (Pair::new(Kind::Guardian, pat.id.0, again.id.0), "first"),
    ] {
        assert_eq!(merge(&mut desk, &school, pair, stays, stays).await.status, StatusCode::SEE_OTHER);
    }
    let classes = || raw::count(&school.context, "enrolment");
    assert_eq!(classes(), 2);
    for delivered in [&both, &both, &format!("{HEAD}{NEW}"), &format!("{HEAD}{OLD}")] {
        import(&test, &school, delivered);
        let all = school.arrange(|work| Ok(student::Entity::find().all(work.db())?)).unwrap();
        assert_eq!(all.len(), 1, "{delivered}");
        assert_eq!((all[0].id, all[0].left_on), (one.id, None), "{delivered}");
        assert_eq!(guardians().len(), 1, "{delivered}");
        assert_eq!(raw::count(&school.context, "edge"), 1, "{delivered}");
    }
    assert_eq!(pupils(&school, "Zoë").len(), 1, "what is delivered of the one record is kept");
}

/// A table with a unique index over somebody's id needs a rule of its own, or merging people stops at it.
#[test]
fn every_table_that_could_hold_two_rows_of_one_person_has_its_rule() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let tables = school.arrange(|work| duplicates::merge::tables(work)).unwrap();
    let people = ["student_id", "guardian_id", "staff_id", "person", "object", "by_person", "subject"];
    for table in &tables {
        let unique = table.uniques.iter().flat_map(|unique| &unique.columns);
        let mut ids = unique.filter(|column| table.ids.contains(column));
        let of_people = ids.any(|column| people.contains(&column.as_str()));
        assert!(!of_people || RULES.iter().any(|(name, _)| *name == table.name), "{}", table.name);
    }
    for (name, _) in RULES {
        assert!(tables.iter().any(|table| table.name == *name), "{name} is no table");
    }
}
