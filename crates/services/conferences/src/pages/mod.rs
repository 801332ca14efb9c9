//! One file per screen: its handlers, its form, its view. This page lists the routes with their acts.

mod form_page;
mod words;

mod days;
mod overview;
mod round_form;
mod rounds;

mod teacher;
mod teachers;

mod book_for;
mod cancel_for;
mod missing;
mod print;

mod own;

mod family;
mod family_book;
mod family_plan;
mod proposal;

use site::Routes;

pub fn routes() -> Routes {
    office().merge(teachers()).merge(families())
}

fn office() -> Routes {
    const SEE: &[&str] = &["conferences.see"];
    const CHANGE: &[&str] = &["conferences.change", "conferences.see"];
    const TEACHER: &[&str] = &["conferences.change_teacher", "conferences.see_teacher"];
    const BOOK: &[&str] = &["conferences.book_for", "conferences.see_teacher"];
    const CANCEL: &[&str] = &["conferences.cancel_for", "conferences.see_appointment"];
    Routes::new()
        .get("/conferences", SEE, rounds::list_rounds)
        .get("/conferences/new", SEE, round_form::new_round)
        .post("/conferences/new", &["conferences.create", "conferences.see"], round_form::create_round)
        .get("/conferences/{round}", SEE, overview::see_round)
        .get("/conferences/{round}/live", SEE, overview::listen)
        .get("/conferences/{round}/edit", SEE, round_form::edit_round)
        .post("/conferences/{round}/edit", CHANGE, round_form::change_round)
        .post("/conferences/{round}/publish", CHANGE, overview::publish)
        .get("/conferences/{round}/days", SEE, days::see_days)
        .post("/conferences/{round}/days", CHANGE, days::add_hours)
        .post("/conferences/{round}/days/remove", CHANGE, days::remove_hours)
        .get("/conferences/{round}/teachers", SEE, teachers::see_teachers)
        .post("/conferences/{round}/teachers", CHANGE, teachers::add_teachers)
        .get("/conferences/{round}/missing", SEE, missing::see_missing)
        .get("/conferences/{round}/print", SEE, print::teacher_sheets)
        .get("/conferences/{round}/doors", SEE, print::door_list)
        .get("/conferences/{round}/print.pdf", SEE, print::teacher_sheets_pdf)
        .get("/conferences/{round}/doors.pdf", SEE, print::door_list_pdf)
        .get("/participants/{participant}", &["conferences.see_teacher"], teacher::see_teacher)
        .post("/participants/{participant}", TEACHER, teacher::change_teacher)
        .post("/participants/{participant}/remove", TEACHER, teacher::remove_teacher)
        .get("/participants/{participant}/book", &["conferences.see_teacher"], book_for::choose_family)
        .post("/participants/{participant}/book", BOOK, book_for::book)
        .get("/appointments/{appointment}", &["conferences.see_appointment"], cancel_for::ask)
        .post("/appointments/{appointment}", CANCEL, cancel_for::cancel)
}

fn teachers() -> Routes {
    const OWN: &[&str] = &["conferences.schedule"];
    Routes::new()
        .get("/my/conferences", OWN, own::list_rounds)
        .get("/my/conferences/{round}", OWN, own::see_schedule)
        .get("/my/conferences/{round}/live", OWN, own::listen)
        .get("/my/conferences/{round}/calendar.ics", OWN, own::calendar)
}

fn families() -> Routes {
    const OFFER: &[&str] = &["conferences.offer"];
    const BOOK: &[&str] = &["conferences.book", "conferences.offer"];
    const PLAN: &[&str] = &["conferences.book_plan", "conferences.offer"];
    const OWN: &[&str] = &["conferences.change_own", "conferences.offer"];
    Routes::new()
        .get("/family/conferences", OFFER, family::list_rounds)
        .get("/family/conferences/{round}", OFFER, family::see_round)
        .post("/family/conferences/{round}/book", BOOK, family_book::book)
        .get("/family/conferences/{round}/proposal", OFFER, proposal::propose)
        .post("/family/conferences/{round}/proposal", PLAN, proposal::accept)
        .get("/family/conferences/{round}/plan", OFFER, family_plan::see_plan)
        .get("/family/conferences/{round}/calendar.ics", OFFER, family_plan::calendar)
        .post("/family/appointments/{appointment}/move", OWN, family_book::change)
        .post("/family/appointments/{appointment}/cancel", OWN, family_book::cancel)
}
