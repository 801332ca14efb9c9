//! A school at work: its groups, who is in them and who teaches them, and the screens on which office,
//! teacher, family and student meet these records and see what they have to do. Who may see whom is one table, `acts.rs`.
//!
//! Clauses C001, C002, C007, C024–C030, C035, C039–C042, C047, C051–C056.

pub mod acts;
pub mod address_form;
pub mod counts;
pub mod days;
pub mod enrolment;
pub mod group;
mod migrations;
pub mod pages;
pub mod profile;
pub mod promotion;
pub mod statistics;
pub mod teaching;

pub use group::GroupId;

use site::{Module, NavItem};
use store::{Role, sorting};

const DESK_READS: &[Role] = &[Role::Administrator, Role::Office, Role::Support];
const EVERYBODY: &[Role] =
    &[Role::Support, Role::Administrator, Role::Office, Role::Teacher, Role::Guardian, Role::Student, Role::Dpo];

pub fn module() -> Module {
    let mut migrations = people::migrations();
    migrations.extend(tasks::migrations());
    migrations.extend(migrations::migrations());
    let mut declarations = people::declarations();
    declarations.push(tasks::Model::DECLARATION);
    declarations.extend([group::Model::DECLARATION, enrolment::Model::DECLARATION, teaching::Model::DECLARATION]);
    declarations.extend([profile::Model::DECLARATION, profile::picture::Model::DECLARATION]);
    let mut acts = acts::infos();
    acts.extend(tasks::infos());
    Module {
        name: "school",
        migrations,
        declarations,
        acts,
        routes: pages::routes(),
        locales: site::locales!(),
        jobs: vec![
            store::Job { name: "licences.remind", every: kernel::clock::HOUR, run: remind_of_licences },
            store::Job { name: "school.sort", every: kernel::clock::MINUTE, run: sort_anew },
        ],
        nav: nav(),
        deeds: deeds(),
        ..Module::default()
    }
}

/// Gender and nationality, which a school may do without (C097); the office's form asks where they are kept.
pub fn demographics() -> Module {
    Module {
        name: "demographics",
        optional: true,
        migrations: vec![people::demographics::MIGRATION],
        declarations: vec![people::demographics::Model::DECLARATION],
        acts: vec![acts::SEE_STATISTICS.info()],
        routes: site::Routes::new().get("/statistics", &["statistics.see"], pages::statistics::see_statistics),
        nav: vec![NavItem {
            words: "nav-statistics",
            icon: "list",
            path: "/statistics",
            roles: &[Role::Administrator, Role::Dpo],
            order: 60,
        }],
        ..Module::default()
    }
}

/// Plans the tasks that the ends of licences ask for (C002).
fn remind_of_licences(context: &store::Context) -> kernel::Result<()> {
    context.write(acts::REMIND_OF_LICENCES.on(()), |work, _| people::licence::remind(work))
}

/// Sorts names anew where keys of another language, or of the last release, are stored.
fn sort_anew(context: &store::Context) -> kernel::Result<()> {
    if !context.read(acts::SEE_SORTING.on(()), |read, _| sorting::is_stale(read))? {
        return Ok(());
    }
    context.write(acts::SORT.on(()), |work, _| {
        people::sorting::renew(work)?;
        group::sort_anew(work)?;
        sorting::settle(work)
    })
}

fn nav() -> Vec<NavItem> {
    let item = |order, words, icon, path, roles| NavItem { words, icon, path, roles, order };
    vec![
        item(0, "nav-home", "home", "/", EVERYBODY),
        item(10, "nav-students", "users", "/students", DESK_READS),
        item(20, "nav-groups", "list", "/groups", DESK_READS),
        item(30, "nav-guardians", "heart", "/guardians", DESK_READS),
        item(40, "nav-households", "building", "/households", DESK_READS),
        item(50, "nav-staff", "user", "/staff", DESK_READS),
        item(91, "nav-modules", "list", "/modules", &[Role::Administrator, Role::Dpo]),
        item(90, "nav-institution", "settings", "/institution", &[Role::Administrator]),
    ]
}

fn deeds() -> Vec<NavItem> {
    const DESK: &[Role] = &[Role::Administrator, Role::Office];
    let item = |order, words, path, roles| NavItem { words, icon: "plus", path, roles, order };
    vec![
        item(10, "students-new-title", "/students/new", DESK),
        item(20, "groups-new-title", "/groups/new", DESK),
        item(21, "promotion-title", "/groups/next-year", DESK),
        item(40, "households-new-title", "/households/new", DESK),
        item(50, "staff-new-title", "/staff/new", DESK),
        item(90, "contacts-new-title", "/institution/contacts/new", &[Role::Administrator]),
        item(91, "licences-new-title", "/institution/licences/new", &[Role::Administrator]),
    ]
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_language_file_reads() {
        site::Catalogue::new(&super::module().locales).unwrap();
    }

    #[test]
    fn a_line_of_the_menu_or_the_palette_leads_to_a_page() {
        let module = super::module();
        for item in module.nav.iter().chain(&module.deeds) {
            assert!(
                module.routes.list.iter().any(|route| route.method == "GET" && route.path == item.path),
                "{}",
                item.path
            );
        }
    }

    #[test]
    fn routes_name_acts_that_exist() {
        let module = super::module();
        for route in &module.routes.list {
            for act in route.acts {
                assert!(module.acts.iter().any(|info| info.name == *act), "{} names {act}", route.path);
            }
        }
    }
}
