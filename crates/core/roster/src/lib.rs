//! Rosters: what a school's administration system delivers, read, compared with the school, shown, and only
//! then stored. Reading (`read`) knows no database; comparing (`plan`) stores nothing; `apply` is one
//! transaction. The browser and the shell go through the same `delivery`.
//!
//! Clauses C042, C051, C057–C060, C062.

pub mod acts;
mod apply;
pub mod delivery;
pub mod fault;
mod pages;
pub mod plan;
pub mod read;
pub mod report;
pub mod rows;

use site::{Module, NavItem, Routes};
use store::Role;

pub use delivery::DeliveryId;
pub use report::Report;

pub fn module() -> Module {
    Module {
        name: "roster",
        optional: true,
        migrations: delivery::migrations(),
        declarations: vec![
            delivery::Model::DECLARATION,
            delivery::file::Model::DECLARATION,
            delivery::mapping::Model::DECLARATION,
        ],
        acts: acts::infos(),
        routes: Routes::new()
            .get("/roster", &["roster.see"], pages::upload::show)
            .post("/roster", &["roster.see", "roster.deliver"], pages::upload::submit)
            .get("/roster/{delivery}", &["roster.see", "roster.preview"], pages::preview::show)
            .post("/roster/{delivery}/mapping", &["roster.preview", "roster.deliver"], pages::preview::map)
            .post("/roster/{delivery}/apply", &["roster.preview", "roster.apply"], pages::preview::apply)
            .post("/roster/{delivery}/cancel", &["roster.preview", "roster.deliver"], pages::preview::cancel),
        locales: site::locales!(),
        jobs: vec![store::Job { name: "roster.forget", every: kernel::clock::HOUR, run: delivery::forget }],
        nav: vec![NavItem {
            words: "nav-roster",
            icon: "upload",
            path: "/roster",
            roles: &[Role::Administrator, Role::Office],
            order: 60,
        }],
        ..Module::default()
    }
}
