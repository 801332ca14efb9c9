//! Parent evenings as families have them: they book, they meet no other family, and a time has one winner
//! (C055, C056, C079).

use axum::http::StatusCode;
use conferences::{AppointmentId, appointment};
use kernel::clock::DAY;
use people::edge;
use sea_orm::{ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, QueryFilter as _, Set};
use store::Role;

use crate::evening::evening;

#[tokio::test]
async fn families_meet_only_their_own() {
    let own = evening();
    let (mut parent, mut stranger) = (own.parent(), own.stranger());
    let page = parent.get(&own.family()).await.unwrap();
    assert!(page.shows("Kim Ownchild") && page.shows("Lou Ownchild") && page.shows("Tec Gym"));
    assert!(!page.shows("Strange") && !page.shows("Quiet"));
    assert_eq!(own.books(&mut parent, own.other.0, 0, 0).await.status, StatusCode::NOT_FOUND, "a foreign child");
    assert_eq!(
        own.books(&mut parent, own.children[0], 1, 0).await.status,
        StatusCode::NOT_FOUND,
        "not a teacher of Kim"
    );
    assert_eq!(own.books(&mut parent, own.children[0], 0, 0).await.status, StatusCode::SEE_OTHER);
    let mine = own.standing()[0].id;
    for order in ["move", "cancel"] {
        let path = own.school.at(&format!("/family/appointments/{mine}/{order}"));
        let form = [("start", own.times[3].to_string()), ("round", own.round.to_string())];
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(stranger.post(&path, &form).await.unwrap().status, StatusCode::NOT_FOUND, "{order}");
        assert_eq!(parent.post(&path, &form).await.unwrap().status, StatusCode::SEE_OTHER, "{order} of one's own");
    }
    assert!(own.standing().is_empty());
    let theirs = stranger.get(&own.family()).await.unwrap();
    assert!(theirs.shows("Max Strange") && !theirs.shows("Ownchild") && !theirs.shows("Teb Zwart"));

    let elsewhere = own.test.school("Linde", "conferences").unwrap();
    let teacher = elsewhere.staff("Ted Elsewhere", &[elsewhere.group("1A").unwrap()]).unwrap();
    let foreign = elsewhere.round("Elsewhere", &[teacher]).unwrap();
    let path = own.school.at(&format!("/family/conferences/{foreign}"));
    assert_eq!(parent.get(&path).await.unwrap().status, StatusCode::NOT_FOUND, "a round of another school");
}

#[tokio::test]
async fn of_many_who_ask_at_once_one_gets_the_time() {
    let own = evening();
    let mut families = Vec::new();
    for n in 0..12 {
        let child = own.school.student(&format!("Kid{n} Rush"), Some(own.groups[0])).unwrap();
        let guardian = own.school.guardian(&format!("Par{n} Rush"), &[child]).unwrap();
        families.push((child, own.school.as_guardian(guardian).unwrap()));
    }
    let place = own.place(0).to_string();
    let mut asked = tokio::task::JoinSet::new();
    for (child, mut browser) in families {
        let (path, place, start) = (format!("{}/book", own.family()), place.clone(), own.times[4].to_string());
        asked.spawn(async move {
            let child = child.to_string();
            let form = [("student", child.as_str()), ("participant", &place), ("start", &start)];
            browser.post(&path, &form).await.unwrap()
        });
    }
    let answers = asked.join_all().await;
    let winners = answers.iter().filter(|answer| answer.status == StatusCode::SEE_OTHER).count();
    assert_eq!(winners, 1);
    for lost in answers.iter().filter(|answer| answer.status != StatusCode::SEE_OTHER) {
        assert_eq!(lost.status, StatusCode::CONFLICT);
        assert!(lost.shows("a moment faster") && lost.shows("Free and near it:"), "{}", lost.body);
        let near = lost.body.split("Free and near it:").nth(1).unwrap().split("</form>").next().unwrap();
        assert_eq!(near.matches("<button").count(), 3, "the next three are offered");
    }
    assert_eq!(own.standing().len(), 1);
}

/// Whatever way a row comes: the database itself refuses it.
#[test]
fn the_database_refuses_a_double_booking() {
    let own = evening();
    own.booked(own.children[0], own.guardian, 0, 2);
    let first = own.standing()[0].clone();
    let insert = |row: appointment::Model| {
        own.school.arrange(|work| {
            let row = appointment::Model { id: AppointmentId(work.uuid()), ..row };
            Ok(appointment::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?)
        })
    };
    let another = appointment::Model { student_id: own.other.0, family: own.other.1.0, ..first.clone() };
    let elsewhere = appointment::Model { staff_id: own.teachers[2], ..first.clone() };
    let again = appointment::Model { start: kernel::Timestamp(own.times[5]), ..first.clone() };
    for (row, what) in [(&another, "one teacher"), (&elsewhere, "one family"), (&again, "one conversation")] {
        assert!(insert(row.clone()).unwrap_err().to_string().contains("already-exists"), "{what}");
    }
    let cancelled = appointment::Model { state: appointment::CANCELLED.to_owned(), ..another.clone() };
    insert(cancelled).unwrap();
    own.school
        .arrange(|work| {
            let row = appointment::ActiveModel {
                id: Set(first.id),
                state: Set(appointment::CANCELLED.to_owned()),
                ..Default::default()
            };
            Ok(row.update(work.db())?)
        })
        .unwrap();
    insert(another).unwrap();
}

#[tokio::test]
async fn booking_is_open_between_two_moments_of_the_clock() {
    let own = evening();
    let mut parent = own.parent();
    own.school.advance(7 * DAY - 1);
    let mut parent_later = own.parent();
    assert_eq!(own.books(&mut parent_later, own.children[0], 0, 0).await.status, StatusCode::SEE_OTHER);
    let mine = own.standing()[0].id;
    own.school.advance(1);
    parent = if parent.get(&own.family()).await.unwrap().status == StatusCode::OK { parent } else { own.parent() };
    let late = own.books(&mut parent, own.children[1], 1, 1).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.shows("Booking has closed. To change something, call the school’s office."));
    for order in ["move", "cancel"] {
        let path = own.school.at(&format!("/family/appointments/{mine}/{order}"));
        let form = [("start", own.times[3].to_string()), ("round", own.round.to_string())];
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let late = parent.post(&path, &form).await.unwrap();
        assert_eq!(late.status, StatusCode::CONFLICT, "{order}");
        assert!(late.shows("Booking has closed."), "{order}");
    }
    let page = parent.get(&own.family()).await.unwrap();
    assert!(page.shows("Booking closed on") && !page.shows("name=\"start\""), "nothing to press any more");
    assert!(page.shows("18:00"), "the own appointment stays to be seen");
}

#[tokio::test]
async fn nothing_is_booked_before_it_opens_and_a_draft_is_nobodys() {
    let own = evening();
    let mut office = own.school.desk(Role::Office).unwrap();
    let details = [
        ("round_name", "Autumn"),
        ("opens_at", "2026-11-03T09:00"),
        ("closes_at", "2026-11-09T09:00"),
        ("slot_minutes", "10"),
        ("travel_minutes", "5"),
        ("round_zone", "Europe/Amsterdam"),
    ];
    assert_eq!(office.post(&format!("{}/edit", own.desk()), &details).await.unwrap().status, StatusCode::SEE_OTHER);
    let mut parent = own.parent();
    let early = own.books(&mut parent, own.children[0], 0, 0).await;
    assert_eq!(early.status, StatusCode::CONFLICT);
    assert!(early.shows("Booking is not open yet."));
    office.post(&format!("{}/publish", own.desk()), &[("state", "draft")]).await.unwrap();
    assert_eq!(parent.get(&own.family()).await.unwrap().status, StatusCode::NOT_FOUND);
    assert_eq!(own.books(&mut parent, own.children[0], 0, 0).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn only_who_may_book_for_a_child_meets_it_here() {
    let own = evening();
    let change = |change: edge::ActiveModel| {
        own.school
            .arrange(|work| {
                let both = edge::Column::StudentId.eq(own.children[0]);
                let row = edge::Entity::find().filter(both).one(work.db())?.unwrap();
                edge::ActiveModel { id: Set(row.id), ..change }.update(work.db())?;
                Ok(())
            })
            .unwrap();
    };
    let mut parent = own.parent();
    own.booked(own.children[0], own.guardian, 0, 0);
    let today = own.school.arrange(|work| Ok(work.today)).unwrap();
    let none = <edge::ActiveModel as Default>::default;
    for (shut, open) in [
        (edge::ActiveModel { books: Set(false), ..none() }, edge::ActiveModel { books: Set(true), ..none() }),
        (
            edge::ActiveModel { restricted_from: Set(Some(today)), ..none() },
            edge::ActiveModel { restricted_from: Set(None), ..none() },
        ),
    ] {
        change(shut);
        let page = parent.get(&own.family()).await.unwrap();
        assert!(!page.shows("Kim Ownchild") && page.shows("Lou Ownchild"));
        assert_eq!(own.books(&mut parent, own.children[0], 2, 3).await.status, StatusCode::NOT_FOUND);
        let calendar = parent.get(&format!("{}/calendar.ics", own.family())).await.unwrap();
        assert!(!calendar.shows("Tea Wit"), "where the child will be is gone with the right");
        let grid = own.school.desk(Role::Office).unwrap().get(&own.desk()).await.unwrap();
        assert!(grid.shows("chip-warn"), "the office is told to look");
        change(open);
        assert!(parent.get(&own.family()).await.unwrap().shows("Kim Ownchild"));
    }
}

#[tokio::test]
async fn a_family_is_at_one_place_at_a_time() {
    let own = evening();
    let mut parent = own.parent();
    assert_eq!(own.books(&mut parent, own.children[0], 0, 2).await.status, StatusCode::SEE_OTHER);
    let clash = own.books(&mut parent, own.children[1], 1, 2).await;
    assert_eq!(clash.status, StatusCode::CONFLICT);
    assert!(clash.shows("another appointment at that time"));
    let twice = own.books(&mut parent, own.children[0], 0, 5).await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
    assert!(twice.shows("already have an appointment with this teacher"));
    let odd = own.school.at(&format!("/family/conferences/{}/book", own.round));
    let (child, place) = (own.children[0].to_string(), own.place(2).to_string());
    let between = (own.times[3] + 60_000).to_string();
    let form = [("student", child.as_str()), ("participant", &place), ("start", &between)];
    let odd = parent.post(&odd, &form).await.unwrap();
    assert!(odd.status == StatusCode::CONFLICT && odd.shows("no longer offered"), "a time of nobody's");
}

#[tokio::test]
async fn a_move_that_is_lost_keeps_the_old_time() {
    let own = evening();
    let mine = own.booked(own.children[0], own.guardian, 0, 0);
    own.booked(own.other.0, own.other.1, 0, 1);
    let mut parent = own.parent();
    let path = own.school.at(&format!("/family/appointments/{mine}/move"));
    let to = |time: usize| [("start", own.times[time].to_string()), ("round", own.round.to_string())];
    for (time, status) in [(1, StatusCode::CONFLICT), (2, StatusCode::SEE_OTHER)] {
        let form = to(time);
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(parent.post(&path, &form).await.unwrap().status, status);
        let stays = own.standing().iter().find(|row| row.id == mine).unwrap().start.0;
        assert_eq!(stays, if time == 1 { own.times[0] } else { own.times[2] });
    }
    let mut stranger = own.stranger();
    assert_eq!(own.books(&mut stranger, own.other.0, 2, 0).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn an_appointment_survives_a_change_of_class() {
    let own = evening();
    own.booked(own.children[0], own.guardian, 0, 4);
    let mut office = own.school.desk(Role::Office).unwrap();
    let to = own.groups[1].to_string();
    let moved = office.post(&own.school.at(&format!("/students/{}/move", own.children[0])), &[("group", &to)]).await;
    assert_eq!(moved.unwrap().status, StatusCode::SEE_OTHER);
    let page = own.parent().get(&own.family()).await.unwrap();
    assert!(page.shows("Tea Wit") && page.shows("12 November 2026, 18:40") && page.shows("Change or cancel"));
    assert!(own.parent().get(&format!("{}/plan", own.family())).await.unwrap().shows("Tea Wit"));
}

/// Three teachers and two children: open the page, ask for a plan, accept it. Goal: 8 taps.
#[tokio::test]
async fn one_click_plans_an_evening_across_brothers_and_sisters() {
    let own = evening();
    own.booked(own.other.0, own.other.1, 0, 0);
    let mut parent = own.parent();
    let list = parent.get(&own.school.at("/family/conferences")).await.unwrap();
    assert_eq!(list.location(), own.family(), "one round opens at once");
    let page = parent.get(&own.family()).await.unwrap();
    assert!(page.body.len() < 30_000, "{} bytes", page.body.len());
    let ticked: Vec<String> = names(&page.body, "want/");
    assert_eq!(ticked.len(), 4, "Kim and Lou each with a class teacher and the gym teacher");
    let query: Vec<String> = ticked.iter().map(|name| format!("{name}=yes")).collect();
    let proposal = parent.get(&format!("{}/proposal?{}", own.family(), query.join("&"))).await.unwrap();
    assert_eq!(proposal.status, StatusCode::OK);
    assert!(own.standing().len() == 1, "nothing is booked yet");
    let takes = names(&proposal.body, "take/");
    assert_eq!(takes.len(), 4);
    let starts: Vec<String> = takes.iter().map(|name| value(&proposal.body, name)).collect();
    let form: Vec<(&str, &str)> = takes.iter().map(String::as_str).zip(starts.iter().map(String::as_str)).collect();
    let done = parent.post(&format!("{}/proposal", own.family()), &form).await.unwrap();
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let mut times: Vec<i64> =
        own.standing().iter().filter(|row| row.family == own.guardian.0).map(|row| row.start.0).collect();
    times.sort_unstable();
    assert_eq!(times, [0, 2, 4, 6].map(|n| own.times[n]), "ten minutes each and a walk between, as early as can be");
    let plan = parent.get(done.location()).await.unwrap();
    assert!(plan.shows("18:00–18:10") && plan.shows("Lou Ownchild") && plan.shows("Teb Zwart"));
    let again = parent.post(&format!("{}/proposal", own.family()), &form).await.unwrap();
    assert_eq!(again.status, StatusCode::CONFLICT, "a double click books nothing twice");
    assert_eq!(own.standing().len(), 5);
}

/// Names of fields that begin so.
fn names(html: &str, beginning: &str) -> Vec<String> {
    let quoted = format!("name=\"{beginning}");
    let rest = html.split(quoted.as_str()).skip(1);
    rest.map(|rest| format!("{beginning}{}", rest.split('"').next().unwrap())).collect()
}

fn value(html: &str, name: &str) -> String {
    let rest = html.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_plan_is_booked_whole_or_not_at_all() {
    let own = evening();
    let mut parent = own.parent();
    own.booked(own.other.0, own.other.1, 0, 0);
    let field = |child: usize, teacher: usize| format!("take/{}/{}", own.children[child], own.place(teacher));
    let (kim, lou) = (field(0, 0), field(1, 1));
    let (lost, free) = (own.times[0].to_string(), own.times[3].to_string());
    let answer = parent.post(&format!("{}/proposal", own.family()), &[(&lou, &free), (&kim, &lost)]).await.unwrap();
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert_eq!(own.standing().len(), 1);
    let foreign = format!("take/{}/{}", own.other.0, own.place(0));
    let answer = parent.post(&format!("{}/proposal", own.family()), &[(&lou, &free), (&foreign, &lost)]).await.unwrap();
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(own.standing().len(), 1);
}

#[tokio::test]
async fn separated_parents_do_not_learn_where_the_other_will_be() {
    let own = evening();
    let second = own.school.guardian("Sam Second", &[own.children[0]]).unwrap();
    own.booked(own.children[0], own.guardian, 0, 7);
    let mut other = own.school.as_guardian(second).unwrap();
    let page = other.get(&own.family()).await.unwrap();
    assert!(page.shows("Another guardian has an appointment with this teacher."));
    let when = "12 November 2026, 19:10";
    assert!(!page.shows("Pat Parent") && !page.shows(when), "neither who nor when");
    assert_eq!(own.books(&mut other, own.children[0], 0, 1).await.status, StatusCode::SEE_OTHER, "each their own");
    let mine = own.parent().get(&own.family()).await.unwrap();
    assert!(mine.shows(when) && !mine.shows("Sam Second"));
}
