//! Parent evenings as the office plans and mends them, and as teachers have them.

use axum::http::StatusCode;
use kernel::clock::DAY;
use store::Role;

use crate::evening::evening;

#[tokio::test]
async fn the_office_plans_an_evening_from_an_empty_form_to_families() {
    let own = evening();
    let mut office = own.school.desk(Role::Office).unwrap();
    let at = |path: &str| own.school.at(path);
    let empty = [("round_name", ""), ("opens_at", "soon"), ("closes_at", ""), ("slot_minutes", "0")];
    let wrong = office.post(&at("/conferences/new"), &empty).await.unwrap();
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.shows("Fill in this field.") && wrong.shows("Enter a day and a time.") && wrong.shows("from 5 to 120")
    );
    assert!(wrong.shows("Choose one from the list."), "no zone was chosen");
    let details = [
        ("round_name", "Spring <talks>"),
        ("opens_at", "2026-11-02T09:00"),
        ("closes_at", "2026-11-02T08:00"),
        ("slot_minutes", "١٥"),
        ("travel_minutes", "5"),
        ("round_zone", "Europe/Amsterdam"),
    ];
    let backwards = office.post(&at("/conferences/new"), &details).await.unwrap();
    assert_eq!(backwards.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        backwards.shows("must close after it opens") && backwards.shows("Spring &#60;talks&#62;"),
        "keeps the text"
    );
    let mut good = details.to_vec();
    good[2].1 = "2026-11-20T20:00";
    let made = office.post(&at("/conferences/new"), &good).await.unwrap();
    assert_eq!(made.status, StatusCode::SEE_OTHER);
    let days = made.location().split('?').next().unwrap().to_owned();
    let round = days.trim_end_matches("/days").to_owned();
    let early = office.post(&format!("{round}/publish"), &[("state", "published")]).await.unwrap();
    assert_eq!(early.status, StatusCode::CONFLICT);
    assert!(early.shows("at least one day and one teacher"));
    let hours = |from, until| [("conf_day", "2026-11-24"), ("conf_from", from), ("conf_until", until)];
    for (from, until, words) in
        [("20:00", "19:00", "must come after"), ("late", "19:00", "such as 18:30"), ("25:00", "26:00", "such as 18:30")]
    {
        let wrong = office.post(&days, &hours(from, until)).await.unwrap();
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{from}");
        assert!(wrong.shows(words), "{from}");
    }
    assert_eq!(office.post(&days, &hours("18:00", "19:30")).await.unwrap().status, StatusCode::SEE_OTHER);
    let overlap = office.post(&days, &hours("19:00", "20:00")).await.unwrap();
    assert!(overlap.status == StatusCode::UNPROCESSABLE_ENTITY && overlap.shows("overlap others"));
    assert_eq!(office.post(&days, &hours("19:45", "20:30")).await.unwrap().status, StatusCode::SEE_OTHER);
    let group = format!("group:{}", own.groups[0]);
    let added = office.post(&format!("{round}/teachers"), &[("chosen_teachers", &group)]).await.unwrap();
    assert_eq!(added.status, StatusCode::SEE_OTHER);
    let list = office.get(&format!("{round}/teachers")).await.unwrap();
    assert!(list.shows("2 teachers"));
    office.post(&format!("{round}/publish"), &[("state", "published")]).await.unwrap();
    let grid = office.get(&round).await.unwrap();
    assert!(grid.shows(">18:15<") && grid.shows(">20:15<") && !grid.shows(">19:30<"), "the break stays empty");
    let family = own.parent().get(&round.replace("/conferences/", "/family/conferences/")).await.unwrap();
    assert_eq!(family.status, StatusCode::OK);
    assert!(family.shows("Tea Wit") && family.shows("20:15") && !family.shows("Teb Zwart"));
}

#[tokio::test]
async fn what_families_have_booked_is_not_moved_under_them() {
    let own = evening();
    own.booked(own.children[0], own.guardian, 0, 0);
    let mut office = own.school.desk(Role::Office).unwrap();
    let days = format!("{}/days", own.desk());
    let hours = [("conf_day", "2026-11-24"), ("conf_from", "18:00"), ("conf_until", "19:00")];
    let longer = [
        ("round_name", "Autumn"),
        ("opens_at", "2026-11-02T09:00"),
        ("closes_at", "2026-11-09T09:00"),
        ("slot_minutes", "15"),
        ("travel_minutes", "5"),
        ("round_zone", "Europe/Amsterdam"),
    ];
    let place = own.school.at(&format!("/participants/{}", own.place(0)));
    let pause = [(format!("pause/{}", own.times[0]), "yes".to_owned())];
    let pause: Vec<(&str, &str)> = pause.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    for (path, form) in [
        (days, &hours[..]),
        (format!("{}/edit", own.desk()), &longer[..]),
        (place.clone(), &pause[..]),
        (format!("{place}/remove"), &[]),
    ] {
        let refused = office.post(&path, form).await.unwrap();
        assert_eq!(refused.status, StatusCode::CONFLICT, "{path}");
        assert!(refused.shows("first"), "{path} says what to do");
    }
    let mine = own.standing()[0].id;
    let ask = office.get(&own.school.at(&format!("/appointments/{mine}"))).await.unwrap();
    assert!(ask.shows("Kim Ownchild") && ask.shows("Tea Wit"));
    let cancel = own.school.at(&format!("/appointments/{mine}"));
    office.post(&cancel, &[("cancel_reason", "The teacher is ill")]).await.unwrap();
    assert!(own.standing().is_empty());
    assert_eq!(office.post(&format!("{place}/remove"), &[]).await.unwrap().status, StatusCode::SEE_OTHER);
    assert!(!own.parent().get(&own.family()).await.unwrap().shows("Tea Wit"));
}

#[tokio::test]
async fn the_office_books_by_hand_and_sees_who_is_missing() {
    let own = evening();
    let alone = own.school.student("Ida Alone", Some(own.groups[0])).unwrap();
    let mut office = own.school.desk(Role::Office).unwrap();
    let missing = format!("{}/missing?group={}", own.desk(), own.groups[0]);
    let before = office.get(&missing).await.unwrap();
    assert!(before.shows("Kim Ownchild") && before.shows("Ida Alone"));
    let book = own.school.at(&format!("/participants/{}/book", own.place(0)));
    let form = office.get(&format!("{book}?book_start={}", own.times[1])).await.unwrap();
    assert!(form.shows("Kim Ownchild, with Pat Parent") && form.shows("no guardian on record"));
    assert!(!form.shows("Lou Ownchild"), "not of this teacher's class");
    own.school.advance(8 * DAY);
    let mut office = own.school.desk(Role::Office).unwrap();
    let start = own.times[1].to_string();
    let who = format!("{alone}:");
    let wrong = office.post(&book, &[("book_start", &start), ("booked_for", "")]).await.unwrap();
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let lou = format!("{}:{}", own.children[1], own.guardian);
    let wrong = office.post(&book, &[("book_start", &start), ("booked_for", &lou)]).await.unwrap();
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "not of this teacher's class");
    let done = office.post(&book, &[("book_start", &start), ("booked_for", &who)]).await.unwrap();
    assert_eq!(done.status, StatusCode::SEE_OTHER, "the office books after closing, too");
    let kim = format!("{}:{}", own.children[0], own.guardian);
    let lost = office.post(&book, &[("book_start", &start), ("booked_for", &kim)]).await.unwrap();
    assert_eq!(lost.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(lost.shows("a moment faster"));
    let after = office.get(&missing).await.unwrap();
    assert!(after.shows("Kim Ownchild") && !after.shows("Ida Alone"));
    let grid = office.get(&own.desk()).await.unwrap();
    assert!(grid.shows("Ida Alone") && grid.shows("Tea Wit"));
}

#[tokio::test]
async fn a_teacher_has_a_schedule_a_calendar_and_a_break() {
    let own = evening();
    own.booked(own.children[0], own.guardian, 0, 1);
    let mut office = own.school.desk(Role::Office).unwrap();
    let place = own.school.at(&format!("/participants/{}", own.place(0)));
    let pause = format!("pause/{}", own.times[3]);
    let saved = office.post(&place, &[("conf_room", "1.04"), (&pause, "yes")]).await.unwrap();
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let mut teacher = own.school.as_teacher(own.teachers[0]).unwrap();
    let list = teacher.get(&own.school.at("/my/conferences")).await.unwrap();
    let schedule = teacher.get(list.location()).await.unwrap();
    assert!(schedule.shows("Kim Ownchild") && schedule.shows("Pat Parent") && schedule.shows("Room 1.04"));
    assert!(schedule.shows("break"));
    let calendar = teacher.get(&format!("{}/calendar.ics", list.location())).await.unwrap();
    assert_eq!(calendar.headers["content-type"], "text/calendar; charset=utf-8");
    assert!(calendar.shows("DTSTART:20261112T171000Z") && calendar.shows("LOCATION:1.04"), "{}", calendar.body);
    let mut parent = own.parent();
    let busy = own.books(&mut parent, own.children[1], 2, 3).await;
    assert_eq!(busy.status, StatusCode::SEE_OTHER, "another teacher's break is one's own");
    let mut stranger = own.stranger();
    assert_eq!(own.books(&mut stranger, own.other.0, 0, 3).await.status, StatusCode::CONFLICT, "a break");
    let family = parent.get(&format!("{}/calendar.ics", own.family())).await.unwrap();
    assert!(family.shows("SUMMARY:Tea Wit (Kim)") && !family.shows("Ownchild"), "{}", family.body);
    let door = office.get(&format!("{}/doors", own.desk())).await.unwrap();
    assert!(door.shows("Kim O.") && !door.shows("Ownchild") && !door.shows("Parent<"), "a door says little");
    let sheets = office.get(&format!("{}/print", own.desk())).await.unwrap();
    assert!(sheets.shows("Kim Ownchild") && sheets.shows("Teb Zwart"));
    let pdf = format!("{}/print.pdf", own.desk());
    assert!(sheets.shows(&pdf));
    let on_paper = crate::letters::pages(&office.get(&pdf).await.unwrap(), "teachers.pdf");
    let wit = on_paper.iter().position(|page| page.contains("Tea Wit")).unwrap();
    let number = format!("{}/{}", wit + 1, on_paper.len());
    for wanted in ["Kim Ownchild", "Pat Parent", "1.04", "break", "18:10", &number] {
        assert!(on_paper[wit].contains(wanted), "{wanted} is not in\n{}", on_paper[wit]);
    }
    assert!(!on_paper[wit].contains("Zwart") && on_paper.concat().contains("Teb Zwart"), "a sheet for each teacher");
    let doors = office.get(&format!("{}/doors.pdf", own.desk())).await.unwrap();
    let doors = crate::letters::pages(&doors, "doors.pdf").concat();
    assert!(doors.contains("Kim O.") && !doors.contains("Ownchild") && !doors.contains("Parent"));
    assert_eq!(teacher.get(&pdf).await.unwrap().status, StatusCode::FORBIDDEN);
    let mut colleague = own.school.as_teacher(own.school.staff("Tex Other", &own.groups).unwrap()).unwrap();
    assert_eq!(colleague.get(list.location()).await.unwrap().status, StatusCode::NOT_FOUND);
}
