//! One person on record twice: found, put beside each other, made one, and made two again within thirty days.
//!
//! Finding (`likely`) knows no database beyond reading names; merging (`merge`) and its undoing (`undo`) know
//! no module: they ask the schema what points at a record, and `rule` says what happens where two rows would
//! stand in one place. What was done stands sealed in `journal` until the thirty days are over.

pub mod acts;
pub mod apart;
pub mod journal;
pub mod kind;
pub mod likely;
pub mod merge;
mod pages;
pub mod rule;
mod sound;
pub mod undo;

use registry::Edition;
use site::{House, Module, NavItem, Routes, Say};
use store::{Migration, Role};

pub use journal::MergeId;

pub fn module() -> Module {
    const COMPARE: &[&str] =
        &["duplicates.compare_students", "duplicates.compare_guardians", "duplicates.compare_staff"];
    const MERGE: &[&str] = &[
        "duplicates.compare_students",
        "duplicates.compare_guardians",
        "duplicates.compare_staff",
        "duplicates.merge_students",
        "duplicates.merge_guardians",
        "duplicates.merge_staff",
    ];
    const PART: &[&str] = &["duplicates.part_students", "duplicates.part_guardians", "duplicates.part_staff"];
    Module {
        name: "duplicates",
        migrations: vec![
            Migration { name: "duplicates/0001_apart", up: apart::apart },
            Migration { name: "duplicates/0002_merges", up: journal::merges },
            Migration { name: "duplicates/0003_sealed", up: journal::sealed },
        ],
        declarations: vec![apart::Model::DECLARATION, journal::Model::DECLARATION],
        acts: acts::infos(),
        routes: Routes::new()
            .get("/duplicates", &["duplicates.see"], pages::list::show)
            .get("/duplicates/{pair}", COMPARE, pages::pair::show)
            .post("/duplicates/{pair}", MERGE, pages::pair::merge)
            .post("/duplicates/{pair}/apart", PART, pages::pair::part)
            .get("/duplicates/merges/{merge}", &["duplicates.see_merge"], pages::merge::show)
            .post("/duplicates/merges/{merge}/undo", &["duplicates.see_merge", "duplicates.undo"], pages::merge::undo),
        locales: site::locales!(),
        jobs: vec![store::Job { name: "duplicates.forget", every: kernel::clock::HOUR, run: journal::forget }],
        deeds: vec![NavItem {
            words: "duplicates-title",
            icon: "users",
            path: "/duplicates",
            roles: &[Role::Administrator, Role::Office],
            order: 61,
        }],
        measures: vec![undoing],
        ..Module::default()
    }
}

/// How long a merging can be undone, for the record of processing.
fn undoing(say: &Say, _: &House, _: &Edition) -> String {
    say.count("measure-duplicates", journal::WAITS / kernel::clock::DAY)
}
