//! Class lists, the next school year, emergency sheets, and the day on which something ends (C047, C053).

use axum::http::StatusCode;
use people::{EdgeId, GuardianId, StudentId, edge};
use school::{GroupId, enrolment, group};
use sea_orm::{ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, QueryFilter as _, Set};
use store::Role;
use testkit::{Answer, Browser, School};

async fn get(browser: &mut Browser, school: &School, path: &str) -> Answer {
    browser.get(&school.at(path)).await.unwrap()
}

async fn post(browser: &mut Browser, school: &School, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(&school.at(path), &fields).await.unwrap()
}

fn field(name: impl Into<String>, value: impl Into<String>) -> (String, String) {
    (name.into(), value.into())
}

fn rows(school: &School, student: StudentId) -> Vec<enrolment::Model> {
    let own = enrolment::Entity::find().filter(enrolment::Column::StudentId.eq(student));
    school.arrange(|work| Ok(own.all(work.db())?)).unwrap()
}

/// The student's one running enrolment.
fn running(school: &School, student: StudentId) -> enrolment::Model {
    let rows = rows(school, student);
    let mut running = rows.into_iter().filter(|row| row.until.is_none());
    let row = running.next().unwrap();
    assert!(running.next().is_none());
    row
}

fn roll(school: &School, student: StudentId, number: &str) -> (String, String) {
    field(format!("roll/{}", running(school, student).id), number)
}

fn named(school: &School, name: &str) -> group::Model {
    let own = group::Entity::find().filter(group::Column::Name.eq(name)).filter(group::Column::EndedOn.is_null());
    school.arrange(|work| Ok(own.one(work.db())?)).unwrap().unwrap()
}

const TODAY: &str = "2026-11-02";

#[tokio::test]
async fn roll_numbers_are_given_in_one_form_and_stand_on_the_list() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let class = school.group("3A").unwrap();
    let [ada, bob] = ["Ada Zed", "Bob Abel"].map(|name| school.student(name, Some(class)).unwrap());
    let mut office = school.desk(Role::Office).unwrap();
    let form = [roll(&school, ada, "1"), roll(&school, bob, "٢")];
    let sent = post(&mut office, &school, &format!("/groups/{class}/roll"), &form).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert_eq!(running(&school, ada).roll_number, Some(1));
    assert_eq!(running(&school, bob).roll_number, Some(2));
    let page = get(&mut office, &school, &format!("/groups/{class}")).await;
    assert!(page.body.find("Ada Zed").unwrap() < page.body.find("Bob Abel").unwrap(), "by roll number");
    let swap = [roll(&school, ada, "2"), roll(&school, bob, "1")];
    post(&mut office, &school, &format!("/groups/{class}/roll"), &swap).await;
    assert_eq!(running(&school, ada).roll_number, Some(2), "two who swap are not in each other's way");
    post(&mut office, &school, &format!("/groups/{class}/roll/by-name"), &[]).await;
    assert_eq!(running(&school, bob).roll_number, Some(1));
    let history = get(&mut office, &school, &format!("/students/{ada}")).await;
    assert!(history.shows("Roll number") && history.shows("Desk office"), "the history says who did it");
}

#[tokio::test]
async fn a_wrong_roll_number_names_its_row_and_the_form_keeps_what_was_typed() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let class = school.group("3A").unwrap();
    let [ada, bob] = ["Ada Zed", "Bob Abel"].map(|name| school.student(name, Some(class)).unwrap());
    let mut office = school.desk(Role::Office).unwrap();
    for (numbers, words) in [(["7", "7"], "have the same roll number, 7"), (["7", "many"], "Bob Abel: enter")] {
        let form = [roll(&school, ada, numbers[0]), roll(&school, bob, numbers[1])];
        let page = post(&mut office, &school, &format!("/groups/{class}/roll"), &form).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.shows(words) && page.shows(&format!("value=\"{}\"", numbers[1])), "{}", page.body);
        assert_eq!(running(&school, ada).roll_number, None, "nothing is stored");
    }
}

#[tokio::test]
async fn the_database_holds_no_roll_number_twice_in_a_class_but_in_two_classes() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let [one, two] = ["3A", "3B"].map(|name| school.group(name).unwrap());
    let students = [("Ada Zed", one), ("Bob Abel", one), ("Cor Coen", two)];
    let [ada, bob, cor] = students.map(|(name, group)| school.student(name, Some(group)).unwrap());
    let set = |student: StudentId| {
        let id = running(&school, student).id;
        school.arrange(|work| {
            enrolment::ActiveModel { id: Set(id), roll_number: Set(Some(5)), ..Default::default() }
                .update(work.db())?;
            Ok(())
        })
    };
    set(ada).unwrap();
    set(cor).unwrap();
    assert!(matches!(set(bob), Err(kernel::Error::Conflict(_))));
}

#[tokio::test]
async fn who_has_left_the_class_gives_the_roll_number_back() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let [one, two] = ["3A", "3B"].map(|name| school.group(name).unwrap());
    let [ada, bob] = ["Ada Zed", "Bob Abel"].map(|name| school.student(name, Some(one)).unwrap());
    let mut office = school.desk(Role::Office).unwrap();
    let by_name = format!("/groups/{one}/roll/by-name");
    post(&mut office, &school, &by_name, &[]).await;
    post(&mut office, &school, &format!("/students/{bob}/move"), &[field("group", two.to_string())]).await;
    assert_eq!(post(&mut office, &school, &by_name, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(running(&school, ada).roll_number, Some(1));
    let page = get(&mut office, &school, &format!("/groups/{one}")).await;
    assert!(page.shows("No longer in it") && page.shows("Bob Abel"));
}

/// Three classes, a choir and a teacher; the form that takes them to the next year on `day`.
struct Year {
    school: School,
    third: GroupId,
    eighth: GroupId,
    choir: GroupId,
    ada: StudentId,
    bob: StudentId,
    old: StudentId,
    office: Browser,
    teacher: Browser,
}

fn a_year(test: &testkit::Test) -> Year {
    let school = test.school("Kastanje", "school").unwrap();
    let [third, eighth, choir] = ["3A", "8B", "Choir"].map(|name| school.group(name).unwrap());
    let [ada, bob] = ["Ada Zed", "Bob Abel"].map(|name| school.student(name, Some(third)).unwrap());
    let old = school.student("Old Hand", Some(eighth)).unwrap();
    let teacher = school.staff("Tea Teacher", &[third]).unwrap();
    let (office, teacher) = (school.desk(Role::Office).unwrap(), school.as_teacher(teacher).unwrap());
    Year { school, third, eighth, choir, ada, bob, old, office, teacher }
}

impl Year {
    fn form(&self, day: &str) -> Vec<(String, String)> {
        vec![
            field("first_day", day),
            field(format!("way/{}", self.third), "moves"),
            field(format!("name/{}", self.third), "4A"),
            field(format!("level/{}", self.third), "4"),
            field(format!("way/{}", self.eighth), "leaves"),
            field(format!("way/{}", self.choir), "stays"),
        ]
    }
}

#[tokio::test]
async fn the_next_year_is_proposed_previewed_and_applied_at_once() {
    let test = crate::house();
    let mut year = a_year(&test);
    let proposal = get(&mut year.office, &year.school, "/groups/next-year").await;
    assert!(proposal.shows("value=\"4A\"") && proposal.shows("2027-08-01"), "{}", proposal.body);
    let before = crate::raw::state(&year.school.context);
    let mut form = year.form(TODAY);
    let preview = post(&mut year.office, &year.school, "/groups/next-year", &form).await;
    assert_eq!(preview.status, StatusCode::OK);
    assert!(preview.shows("3A becomes 4A") && preview.shows("8B ends") && preview.shows("Bob Abel"));
    let enrolments = |state: &[(String, Vec<String>)]| {
        state.iter().filter(|(table, _)| table == "enrolment" || table == "study_group").cloned().collect::<Vec<_>>()
    };
    assert_eq!(enrolments(&crate::raw::state(&year.school.context)), enrolments(&before), "a look changes nothing");
    form.push(field(format!("child/{}", year.bob), "repeats"));
    let done = post(&mut year.office, &year.school, "/groups/next-year/apply", &form).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let next = named(&year.school, "4A");
    assert_eq!((next.year.as_str(), next.level.as_str()), ("2027-2028", "4"));
    assert_eq!(running(&year.school, year.ada).group_id, next.id);
    assert_eq!(running(&year.school, year.bob).group_id, named(&year.school, "3A").id, "repeats in next year's 3A");
    let left = get(&mut year.office, &year.school, &format!("/students/{}", year.old)).await;
    assert!(left.shows("Left on 2 November 2026") && left.shows("Kept until") && left.shows("2 November 2029"));
    assert!(rows(&year.school, year.old).iter().all(|row| row.until.is_some()));
    let list = get(&mut year.office, &year.school, "/groups").await;
    assert!(list.shows("Choir") && list.shows("4A") && !list.shows("8B"));
    assert!(get(&mut year.office, &year.school, "/groups?year=2026-2027").await.shows("8B"));
}

#[tokio::test]
async fn an_old_class_list_can_be_read_and_not_be_changed() {
    let test = crate::house();
    let mut year = a_year(&test);
    let (third, ada) = (year.third, year.ada);
    let enrolment = running(&year.school, ada).id;
    assert_eq!(get(&mut year.teacher, &year.school, &format!("/my/groups/{third}")).await.status, StatusCode::OK);
    let form = year.form(TODAY);
    post(&mut year.office, &year.school, "/groups/next-year/apply", &form).await;
    let page = get(&mut year.office, &year.school, &format!("/groups/{third}")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.shows("Ada Zed") && page.shows("Tea Teacher") && !page.shows("name=\"roll/"), "{}", page.body);
    assert_eq!(
        get(&mut year.teacher, &year.school, &format!("/my/groups/{third}")).await.status,
        StatusCode::NOT_FOUND,
        "teaching ended with the class"
    );
    let staff = year.school.staff("New Teacher", &[]).unwrap();
    let here = field("group", third.to_string());
    let writes = [
        (format!("/students/{ada}/move"), vec![here.clone()]),
        (format!("/groups/{third}/roll"), vec![field(format!("roll/{enrolment}"), "1")]),
        (format!("/groups/{third}/roll/by-name"), vec![]),
        (format!("/groups/{third}/end"), vec![field("ended_on", TODAY)]),
        (format!("/staff/{staff}/groups"), vec![here.clone()]),
        (format!("/staff/{staff}/groups/{third}/end"), vec![]),
        ("/students/new".to_owned(), vec![field("call_name", "Nova"), here]),
    ];
    let before = crate::raw::count(&year.school.context, "student");
    for (path, form) in writes {
        let answer = post(&mut year.office, &year.school, &path, &form).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{path}");
        assert!(answer.shows("3A is over"), "{path}: {}", answer.body);
    }
    assert_eq!(crate::raw::count(&year.school.context, "student"), before);
    let next = named(&year.school, "4A").id;
    let by_name = post(&mut year.office, &year.school, &format!("/groups/{next}/roll/by-name"), &[]).await;
    assert_eq!(by_name.status, StatusCode::SEE_OTHER, "the new list can be changed");
}

#[tokio::test]
async fn a_year_that_begins_later_changes_nothing_until_then() {
    let test = crate::house();
    let mut year = a_year(&test);
    let form = year.form("2026-11-05");
    post(&mut year.office, &year.school, "/groups/next-year/apply", &form).await;
    let next = named(&year.school, "4A").id;
    let own = format!("/my/groups/{}", year.third);
    assert!(get(&mut year.teacher, &year.school, &own).await.shows("Ada Zed"));
    assert!(get(&mut year.office, &year.school, &format!("/groups/{next}")).await.shows("Starts on 5 November 2026"));
    let late = year.school.student("Late Comer", None).unwrap();
    let third = field("group", year.third.to_string());
    post(&mut year.office, &year.school, &format!("/students/{late}/move"), &[third]).await;
    assert_eq!(
        rows(&year.school, late)[0].until.unwrap().to_string(),
        "2026-11-05",
        "who comes now ends with the class"
    );
    test.clock.advance(3 * kernel::clock::DAY);
    let mut office = year.school.desk(Role::Office).unwrap();
    let list = get(&mut office, &year.school, &format!("/groups/{next}")).await;
    assert!(list.shows("Ada Zed") && list.shows("Enrolled") && !list.shows("Starts on"));
    assert!(get(&mut office, &year.school, &format!("/groups/{}", year.third)).await.shows("can only be read"));
}

#[tokio::test]
async fn a_first_day_that_has_been_or_a_class_without_a_name_is_422_and_keeps_what_was_typed() {
    let test = crate::house();
    let mut year = a_year(&test);
    let mut form = year.form("2026-11-01");
    let page = post(&mut year.office, &year.school, "/groups/next-year", &form).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.shows("today or later") && page.shows("value=\"2026-11-01\"") && page.shows("value=\"4A\""));
    form = year.form(TODAY);
    form[2].1.clear();
    let page = post(&mut year.office, &year.school, "/groups/next-year/apply", &form).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.shows("3A: enter the new name"), "{}", page.body);
}

#[tokio::test]
async fn no_import_opens_a_class_again_that_the_office_ended() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let mut office = school.desk(Role::Office).unwrap();
    let file = b"Leerlingnummer;Roepnaam;Achternaam;Klas\n1;Ada;Byron;3A\n".as_slice();
    let import = async |office: &mut Browser| {
        let came = office.upload(&school.at("/roster"), &[("l.csv", file)]).await.unwrap();
        office.post(&format!("{}/apply", came.location()), &[]).await.unwrap()
    };
    assert_eq!(import(&mut office).await.status, StatusCode::SEE_OTHER);
    let class = named(&school, "3A").id;
    let ended = post(&mut office, &school, &format!("/groups/{class}/end"), &[field("ended_on", TODAY)]).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER);
    let again = import(&mut office).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(again.shows("3A is over"));
}

fn edge_of(school: &School, guardian: GuardianId) -> EdgeId {
    let own = edge::Entity::find().filter(edge::Column::GuardianId.eq(guardian));
    school.arrange(|work| Ok(own.one(work.db())?)).unwrap().unwrap().id
}

#[tokio::test]
async fn the_emergency_contacts_are_put_in_order_in_one_form() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let class = school.group("3A").unwrap();
    let ada = school.student("Ada Zed", Some(class)).unwrap();
    let [one, two] = ["Pat One", "Sam Two"].map(|name| edge_of(&school, school.guardian(name, &[ada]).unwrap()));
    let path = format!("/students/{ada}/emergency");
    let mut office = school.desk(Role::Office).unwrap();
    let twice = [field(format!("place/{one}"), "1"), field(format!("place/{two}"), "1")];
    let page = post(&mut office, &school, &path, &twice).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.shows("Sam Two: this place is taken"));
    let order = [field(format!("place/{one}"), "2"), field(format!("place/{two}"), "1")];
    assert_eq!(post(&mut office, &school, &path, &order).await.status, StatusCode::SEE_OTHER);
    let sheet = get(&mut office, &school, &format!("/groups/{class}/emergency")).await;
    assert!(sheet.body.find("Sam Two").unwrap() < sheet.body.find("Pat One").unwrap());
    let none = [field(format!("place/{one}"), ""), field(format!("place/{two}"), "1")];
    post(&mut office, &school, &path, &none).await;
    let sheet = get(&mut office, &school, &format!("/groups/{class}/emergency")).await;
    assert!(sheet.shows("Sam Two") && !sheet.shows("Pat One"));
}

#[tokio::test]
async fn who_stops_working_here_loses_groups_and_desks_on_that_day() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let class = school.group("3A").unwrap();
    let staff = school.staff("Tea Teacher", &[class]).unwrap();
    let mut teacher = school.as_teacher(staff).unwrap();
    let path = format!("/staff/{staff}/leave");
    let form = [field("left_on", "2026-11-03")];
    let mut office = school.desk(Role::Office).unwrap();
    assert_eq!(post(&mut office, &school, &path, &form).await.status, StatusCode::FORBIDDEN, "the keys of the house");
    let mut administrator = school.desk(Role::Administrator).unwrap();
    assert_eq!(post(&mut administrator, &school, &path, &form).await.status, StatusCode::SEE_OTHER);
    let own = format!("/my/groups/{class}");
    assert_eq!(get(&mut teacher, &school, &own).await.status, StatusCode::OK, "still works here today");
    test.clock.advance(kernel::clock::DAY);
    let mut teacher = school.as_teacher(staff).unwrap();
    assert_eq!(get(&mut teacher, &school, &own).await.status, StatusCode::FORBIDDEN);
    let mut administrator = school.desk(Role::Administrator).unwrap();
    let page = get(&mut administrator, &school, &format!("/staff/{staff}")).await;
    assert!(page.shows("Left on 3 November 2026") && page.shows("Desk administrator"));
}

#[tokio::test]
async fn a_new_household_is_empty_until_a_child_is_put_there() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let ada = school.student("Ada Zed", None).unwrap();
    let mut office = school.desk(Role::Office).unwrap();
    let made = post(&mut office, &school, "/households/new", &[field("household_name", "Zed, Elm Street")]).await;
    let path = made.location().split('?').next().unwrap().to_owned();
    assert!(office.get(&path).await.unwrap().shows("Nobody is in this household yet"));
    assert!(office.get(&format!("{path}?q=zed")).await.unwrap().shows("Ada Zed"));
    let put = office.post(&format!("{path}/members"), &[("student", &ada.to_string())]).await.unwrap();
    assert_eq!(put.status, StatusCode::SEE_OTHER);
    assert!(office.get(&path).await.unwrap().shows("Ada Zed"));
    let history = get(&mut office, &school, &format!("/students/{ada}")).await;
    assert!(history.shows("What has changed") && history.shows("Zed, Elm Street"));
    post(&mut office, &school, &format!("/students/{ada}/place"), &[field("household", "")]).await;
    assert!(office.get(&path).await.unwrap().shows("Nobody is in this household any more"));
}

#[tokio::test]
async fn a_list_that_everybody_left_says_so() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let mut office = school.desk(Role::Office).unwrap();
    assert!(get(&mut office, &school, "/students").await.shows("is here yet"));
    let ada = school.student("Ada Zed", None).unwrap();
    post(&mut office, &school, &format!("/students/{ada}/leave"), &[field("left_on", TODAY)]).await;
    assert!(get(&mut office, &school, "/students").await.shows("everybody has left"));
}

#[tokio::test]
async fn a_change_about_two_records_leaves_an_entry_for_each() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let class = school.group("3A").unwrap();
    let ada = school.student("Ada Zed", None).unwrap();
    let mut office = school.desk(Role::Office).unwrap();
    post(&mut office, &school, &format!("/students/{ada}/move"), &[field("group", class.to_string())]).await;
    let entries = school.arrange(|work| store::audit::newest(work, 50, None)).unwrap();
    let mut about: Vec<_> =
        entries.iter().filter(|e| e.act == "students.move").map(|e| (e.kind.clone(), e.object)).collect();
    about.sort();
    let expected = [(Some("group".to_owned()), Some(class.0)), (Some("student".to_owned()), Some(ada.0))];
    assert_eq!(about, expected);
    assert_eq!(school.context.database.verify_audit(None).unwrap().fault, None);
}
