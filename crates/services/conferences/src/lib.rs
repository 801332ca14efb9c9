//! Parent evenings: the office announces a round, families book conversations with their children's
//! teachers, everybody gets a schedule. One sign-in serves all children of a family (C055); a time has one
//! winner (C079).
//!
//! Not here: sending mail, and signing in. What a family may book stands on the guardian's edge to the child.
//!
//! **Time.** An appointment begins at an instant (UTC milliseconds), as everything does that happens. A
//! round's windows are what the school announces, a day and its wall clock, so they are kept as that, with
//! the round's time zone; times are cut from a window in real minutes. So no two times of one evening ever
//! overlap, also not in the night in which the clocks change.
//!
//! **Families.** An appointment belongs to who made it. Separated parents of one child each see their own,
//! and nobody's name, time or room but their own; each is told *that* the other has booked with a teacher, so
//! that parents who live together do not both come. (Where a teacher has one time taken, one can guess which.)

pub mod acts;
pub mod appointment;
pub mod calendar;
pub mod migrations;
pub mod offer;
mod pages;
pub mod participant;
pub mod pause;
pub mod plan;
pub mod round;
pub mod schedule;
pub mod slots;
pub mod window;
pub mod zone;

pub use appointment::AppointmentId;
pub use participant::ParticipantId;
pub use round::RoundId;

use site::{Module, NavItem};
use store::Role;

pub fn module() -> Module {
    Module {
        name: "conferences",
        optional: true,
        migrations: migrations::migrations(),
        declarations: vec![
            round::Model::DECLARATION,
            window::Model::DECLARATION,
            participant::Model::DECLARATION,
            pause::Model::DECLARATION,
            appointment::Model::DECLARATION,
        ],
        acts: acts::infos(),
        routes: pages::routes(),
        locales: site::locales!(),
        nav: nav(),
        deeds: vec![NavItem {
            words: "conf-new-title",
            icon: "plus",
            path: "/conferences/new",
            roles: acts::DESK,
            order: 60,
        }],
        ..Module::default()
    }
}

fn nav() -> Vec<NavItem> {
    let item = |order, words, path, roles| NavItem { words, icon: "calendar", path, roles, order };
    vec![
        item(60, "nav-conferences", "/conferences", acts::DESK_READS),
        item(15, "nav-conferences-own", "/my/conferences", &[Role::Teacher]),
        item(16, "nav-conferences-family", "/family/conferences", &[Role::Guardian]),
    ]
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_language_file_reads() {
        site::Catalogue::new(&super::module().locales).unwrap();
    }
}
