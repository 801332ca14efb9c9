//! The installation: which schools live here, who operates it, and how a school is founded. Its database
//! holds no family (law 1); an operator sees no school's content (C031).

pub mod acts;
pub mod backups;
pub mod certificate;
pub mod due;
pub mod entry;
pub mod found;
pub mod host;
mod pages;

use kernel::Result;
use site::{Host, House, Module, Routes, SchoolEntry};
use store::DatabaseId;

pub fn module() -> Module {
    Module {
        name: "installation",
        control_migrations: entry::migrations()
            .into_iter()
            .chain(host::migrations())
            .chain(due::migrations())
            .chain(certificate::migrations())
            .chain(backups::migrations())
            .collect(),
        control_declarations: vec![
            entry::Model::DECLARATION,
            host::Model::DECLARATION,
            due::Model::DECLARATION,
            due::program::Model::DECLARATION,
            certificate::Model::DECLARATION,
        ]
        .into_iter()
        .chain(backups::declarations())
        .collect(),
        acts: acts::infos().into_iter().chain(store::security::acts()).collect(),
        jobs: vec![store::security::SHORTENING],
        root_routes: Routes::new()
            .get("/", &["installation.arrive"], pages::home::show)
            .get("/operator/", &["installation.see_schools"], pages::schools::show)
            .get("/operator/found", &["installation.found"], pages::found::show)
            .post("/operator/found", &["installation.found"], pages::found::submit)
            .get("/operator/status", &["installation.see_status"], pages::status::show)
            .get("/operator/host", &["installation.see_host"], pages::host::show)
            .post("/operator/host", &["installation.see_host", "installation.change_host"], pages::host::submit),
        locales: site::locales!(),
        ..Module::default()
    }
}

/// The school that a slug names, for the site's door.
pub fn find_school(house: &House, slug: &str) -> Result<Option<SchoolEntry>> {
    entry::find(&house.schools, slug)
}

/// The school that a database belongs to, for the site's door.
pub fn school_of(house: &House, id: DatabaseId) -> Result<Option<SchoolEntry>> {
    entry::of_database(&house.schools, id)
}

/// Writes down that a school has work to do now, for the site's door.
pub fn remember(house: &House, id: DatabaseId) -> Result<()> {
    due::remember(&house.schools, id)
}

/// Who hosts this installation, for the site's door.
pub fn find_host(house: &House) -> Result<Option<Host>> {
    host::find_in(&house.schools)
}
