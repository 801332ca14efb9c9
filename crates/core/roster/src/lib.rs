//! Rosters: what a school's administration system delivers, read, compared with the school, shown, and only
//! then stored. Reading (`rosterfile`) knows no database; comparing (`plan`) stores nothing; `apply` is one
//! transaction, which `run` announces, shows, stops and writes into the journal (`import`). The browser and the
//! shell go the same way.
//!
//! Clauses C042, C051, C057–C060, C062.

pub mod acts;
mod apply;
pub mod delivery;
pub mod export;
pub mod fault;
pub mod import;
mod pages;
pub mod plan;
pub mod report;
pub mod run;
pub mod undo;

use registry::Edition;
use site::{House, Module, NavItem, Routes, Say};
use store::Role;

pub use delivery::DeliveryId;
pub use import::ImportId;
pub use report::Report;
pub use rosterfile::{read, rows};

pub fn module() -> Module {
    Module {
        name: "roster",
        optional: true,
        migrations: delivery::migrations(),
        declarations: vec![
            delivery::Model::DECLARATION,
            delivery::file::Model::DECLARATION,
            delivery::mapping::Model::DECLARATION,
            import::Model::DECLARATION,
            undo::Model::DECLARATION,
        ],
        acts: acts::infos(),
        routes: Routes::new()
            .get("/roster", &["roster.see"], pages::upload::show)
            .get("/roster/export", &["roster.export"], pages::export::one_roster)
            .post("/roster", &["roster.see", "roster.deliver"], pages::upload::submit)
            .get("/roster/{delivery}", &["roster.see", "roster.preview"], pages::preview::show)
            .post("/roster/{delivery}/mapping", &["roster.preview", "roster.deliver"], pages::preview::map)
            .post(
                "/roster/{delivery}/apply",
                &["roster.preview", "roster.apply", "roster.journal"],
                pages::preview::apply,
            )
            .post("/roster/{delivery}/cancel", &["roster.preview", "roster.deliver"], pages::preview::cancel)
            .get("/roster/imports/{import}", &["roster.see_import", "roster.see_left"], pages::import::show)
            .post("/roster/imports/{import}/undo", &["roster.see_import", "roster.undo"], pages::import::undo)
            .post("/roster/imports/{import}/stop", &["roster.see_import", "roster.stop"], pages::import::stop),
        locales: site::locales!(),
        jobs: vec![
            store::Job { name: "roster.forget", every: kernel::clock::HOUR, run: delivery::forget },
            store::Job { name: "roster.forget_undo", every: kernel::clock::HOUR, run: undo::forget },
        ],
        nav: vec![NavItem {
            words: "nav-roster",
            icon: "upload",
            path: "/roster",
            roles: &[Role::Administrator, Role::Office],
            order: 60,
        }],
        measures: vec![uploads, undoing],
        ..Module::default()
    }
}

/// How long an upload waits, for the record of processing.
fn uploads(say: &Say, _: &House, _: &Edition) -> String {
    say.count("measure-uploads", delivery::WAITS / kernel::clock::HOUR)
}

/// How long an import can be undone, for the record of processing.
fn undoing(say: &Say, _: &House, _: &Edition) -> String {
    say.count("measure-undo", undo::WAITS / kernel::clock::HOUR)
}
