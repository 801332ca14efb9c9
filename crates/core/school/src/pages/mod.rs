//! One file per screen: its handlers, its form, its view. This page lists the routes with their acts.

mod edge_lines;
pub mod fields;
pub mod form_page;
mod history;
mod listing;
mod logo;

mod home;
mod tasks;

mod student;
mod student_form;
mod student_leave;
mod student_move;
mod student_place;
mod students;

mod address;
mod edge;
mod guardian;
mod guardian_add;
mod guardian_edit;
mod guardians;

mod emergency;
mod group;
mod groups;
mod promotion;

mod staff;
mod staff_form;
mod staff_leave;
mod staff_list;

mod household;
mod households;

mod agreement;
mod contact;
mod institution;
mod institution_export;
mod licence;
mod licence_form;
mod modules;
pub(crate) mod statistics;

mod child;
mod me;
mod my_group;
mod my_student;

use site::Routes;

pub fn routes() -> Routes {
    const HOME: &[&str] =
        &["school.arrive", "tasks.see", "school.counts", "teacher.group", "family.child", "student.self"];
    Routes::new()
        .get("/", HOME, home::home)
        .post("/tasks/{task}/done", &["tasks.tick_off"], tasks::tick_off)
        .merge(students())
        .merge(guardians())
        .merge(groups())
        .merge(staff())
        .merge(institution())
        .merge(addresses())
        .get("/my/groups/{group}", &["teacher.group", "teacher.student"], my_group::see_group)
        .get("/my/students/{student}", &["teacher.student"], my_student::see_student)
        .get("/children/{student}", &["family.child"], child::see_child)
        .get("/me", &["student.self"], me::see_oneself)
}

fn students() -> Routes {
    const CREATE: &[&str] = &["students.create", "students.move", "groups.see"];
    const MOVE: &[&str] = &["students.move", "students.see", "groups.see"];
    const PLACE: &[&str] = &["students.place", "households.place", "students.see", "households.see"];
    Routes::new()
        .get("/students", &["students.see", "groups.see"], students::list_students)
        .get("/students/new", &["groups.see"], student_form::new_student)
        .post("/students/new", CREATE, student_form::create_student)
        .get("/students/{student}", &["students.see"], student::see_student)
        .get("/students/{student}/edit", &["students.see"], student_form::edit_student)
        .post("/students/{student}/edit", &["students.change", "students.see"], student_form::change_student)
        .get("/students/{student}/move", &["students.see", "groups.see"], student_move::choose_group)
        .post("/students/{student}/move", MOVE, student_move::move_student)
        .get("/students/{student}/leave", &["students.see"], student_leave::ask_leave)
        .post("/students/{student}/leave", &["students.leave", "students.see"], student_leave::leave)
        .get("/students/{student}/place", &["students.see", "households.see"], student_place::choose_household)
        .post("/students/{student}/place", PLACE, student_place::place_student)
        .get("/students/{student}/emergency", &["students.see"], emergency::ask_order)
        .post("/students/{student}/emergency", &["students.order_contacts", "students.see"], emergency::order_contacts)
        .get("/students/{student}/guardians", &["students.see"], guardian_add::new_guardian)
        .post("/students/{student}/guardians", &["guardians.add", "students.see"], guardian_add::add_guardian)
}

fn guardians() -> Routes {
    Routes::new()
        .get("/guardians", &["guardians.see"], guardians::list_guardians)
        .get("/guardians/{guardian}", &["guardians.see"], guardian::see_guardian)
        .get("/guardians/{guardian}/edit", &["guardians.see"], guardian_edit::edit_guardian)
        .post("/guardians/{guardian}/edit", &["guardians.change", "guardians.see"], guardian_edit::change_guardian)
        .get("/edges/{edge}", &["edges.see"], edge::edit_edge)
        .post("/edges/{edge}", &["edges.change", "edges.see"], edge::change_edge)
        .get("/edges/{edge}/unlink", &["edges.see"], edge::ask_unlink)
        .post("/edges/{edge}/unlink", &["edges.unlink"], edge::unlink)
        .get("/households", &["households.see"], households::list_households)
        .get("/households/new", &["institution.see"], household::new_household)
        .post("/households/new", &["households.create", "institution.see"], household::create_household)
        .get("/households/{household}", &["households.see", "students.see"], household::see_household)
        .post("/households/{household}/members", &["households.place"], household::add_member)
}

fn addresses() -> Routes {
    Routes::new()
        .get("/guardians/{guardian}/address", &["guardians.see"], address::edit_guardian)
        .post("/guardians/{guardian}/address", &["guardians.address", "guardians.see"], address::change_guardian)
        .get("/households/{household}/address", &["households.see"], address::edit_household)
        .post("/households/{household}/address", &["households.address", "households.see"], address::change_household)
        .get("/staff/{staff}/address", &["staff.see"], address::edit_staff)
        .post("/staff/{staff}/address", &["staff.address", "staff.see"], address::change_staff)
}

fn groups() -> Routes {
    const PREVIEW: &[&str] = &["groups.preview_promotion"];
    const NUMBER: &[&str] = &["groups.number", "groups.see", "students.see"];
    Routes::new()
        .get("/groups", &["groups.see"], groups::list_groups)
        .get("/groups/new", &["institution.see"], groups::new_group)
        .post("/groups/new", &["groups.create", "institution.see"], groups::create_group)
        .get("/groups/next-year", PREVIEW, promotion::propose)
        .post("/groups/next-year", PREVIEW, promotion::preview)
        .post("/groups/next-year/apply", &["groups.promote", "groups.preview_promotion"], promotion::apply)
        .get("/groups/{group}", &["groups.see", "students.see"], group::see_group)
        .post("/groups/{group}/roll", NUMBER, group::number_group)
        .post("/groups/{group}/roll/by-name", &["groups.number"], group::number_by_name)
        .get("/groups/{group}/emergency", &["groups.emergency"], emergency::see_sheet)
        .get("/groups/{group}/end", &["groups.see"], group::ask_end)
        .post("/groups/{group}/end", &["groups.end", "groups.see"], group::end_group)
}

fn staff() -> Routes {
    Routes::new()
        .get("/staff", &["staff.see"], staff_list::list_staff)
        .get("/staff/new", &["institution.see"], staff_form::new_staff)
        .post("/staff/new", &["staff.create", "institution.see"], staff_form::create_staff)
        .get("/staff/{staff}", &["staff.see", "groups.see"], staff::see_staff)
        .get("/staff/{staff}/edit", &["staff.see"], staff_form::edit_staff)
        .post("/staff/{staff}/edit", &["staff.change", "staff.see"], staff_form::change_staff)
        .get("/staff/{staff}/leave", &["staff.see"], staff_leave::ask_leave)
        .post("/staff/{staff}/leave", &["staff.leave", "staff.see"], staff_leave::leave)
        .post("/staff/{staff}/groups", &["staff.assign", "staff.see", "groups.see"], staff::assign_group)
        .post("/staff/{staff}/groups/{group}/end", &["staff.assign"], staff::end_group)
}

fn institution() -> Routes {
    const SEE: &[&str] = &["institution.see", "institution.see_logo", "contacts.see", "licences.see"];
    const CHANGE: &[&str] =
        &["institution.change", "institution.see", "institution.see_logo", "contacts.see", "licences.see"];
    Routes::new()
        .get("/institution", SEE, institution::see_institution)
        .post("/institution", CHANGE, institution::change_institution)
        .get("/institution/export", &["institution.export"], institution_export::export_institution)
        .merge(contacts())
        .merge(licences())
        .merge(logo())
        .get("/modules", &["modules.see"], modules::list_modules)
        .post("/modules", &["modules.switch"], modules::switch_module)
        .get("/agreement", &["agreement.see"], agreement::see_agreement)
        .post("/agreement", &["agreement.accept"], agreement::accept_agreement)
}

fn logo() -> Routes {
    const SEE: &[&str] = &["institution.prepare", "institution.see_logo"];
    const CHANGE: &[&str] = &["institution.change", "institution.prepare", "institution.see_logo"];
    Routes::new()
        .get("/institution/logo", SEE, logo::edit_logo)
        .post("/institution/logo", CHANGE, logo::change_logo)
        .post("/institution/logo/remove", &["institution.change"], logo::remove_logo)
        .get("/logo/{media}", &["institution.see_logo"], logo::see_logo)
}

fn contacts() -> Routes {
    const EDIT: &[&str] = &["institution.prepare", "contacts.see"];
    const CHANGE: &[&str] = &["contacts.change", "institution.prepare", "contacts.see"];
    const CREATE: &[&str] = &["contacts.create", "institution.prepare"];
    Routes::new()
        .get("/institution/contacts/new", &["institution.prepare"], contact::new_contact)
        .post("/institution/contacts/new", CREATE, contact::create_contact)
        .get("/institution/contacts/{contact}", EDIT, contact::edit_contact)
        .post("/institution/contacts/{contact}", CHANGE, contact::change_contact)
        .get("/institution/contacts/{contact}/remove", EDIT, contact::ask_remove)
        .post("/institution/contacts/{contact}/remove", &["contacts.remove"], contact::remove_contact)
}

fn licences() -> Routes {
    const EDIT: &[&str] = &["institution.prepare", "licences.see"];
    const CHANGE: &[&str] = &["licences.change", "institution.prepare", "licences.see"];
    const CREATE: &[&str] = &["licences.create", "institution.prepare"];
    Routes::new()
        .get("/institution/licences/new", &["institution.prepare"], licence_form::new_licence)
        .post("/institution/licences/new", CREATE, licence_form::create_licence)
        .get("/institution/licences/{licence}", EDIT, licence_form::edit_licence)
        .post("/institution/licences/{licence}", CHANGE, licence_form::change_licence)
        .get("/institution/licences/{licence}/remove", EDIT, licence::ask_remove)
        .post("/institution/licences/{licence}/remove", &["licences.remove"], licence::remove_licence)
        .get("/institution/licences/{licence}/scan", &["licences.scan"], licence::see_scan)
}
