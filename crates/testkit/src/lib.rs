//! A running house in a temporary folder: real router, real encrypted files, a clock to move, and actors
//! who do what people do. Used by the tests and, in the shipped binary, by `homeroom prove`.
//!
//! Nothing here is faked: a browser is a cookie jar before the real router, a school is founded as any other.

mod browser;
mod evenings;
mod school;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use chrono::{TimeZone as _, Utc};
use installation::found::{self, Draft, Plan};
use kernel::{Clock, Error, Random, Result, Timestamp};
use registry::Edition;
use site::build::{self, Built};
use site::{Door, House, Module};
use store::Actor;
use tempfile::TempDir;

pub use browser::{Answer, Browser};
pub use school::{ARRANGE, School};

/// A house with its folder, which goes when the value goes.
pub struct Test {
    pub built: Built,
    pub clock: Clock,
    folder: TempDir,
}

impl Test {
    /// A house of these modules at 09:00 UTC on Monday 2 November 2026.
    pub fn new(modules: Vec<Module>, editions: BTreeMap<String, Edition>, door: Door) -> Result<Self> {
        let folder = tempfile::tempdir().map_err(Error::internal)?;
        let start = Utc.with_ymd_and_hms(2026, 11, 2, 9, 0, 0).single().map(|t| Timestamp(t.timestamp_millis()));
        let clock = Clock::manual(start.unwrap_or(Timestamp(0)));
        let built = build::build(build::Plan {
            modules,
            editions,
            door,
            folder: folder.path(),
            clock: clock.clone(),
            random: Random::seeded(7),
            demo: false,
            strict: true,
            url: "http://localhost".to_owned(),
            pseudo: false,
        })?;
        Ok(Self { built, clock, folder })
    }

    pub fn house(&self) -> &Arc<House> {
        &self.built.house
    }

    /// Where every file of the house lies.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Founds a Dutch school whose agreement is accepted; `name` becomes its slug.
    pub fn school(&self, name: &str, edition: &str) -> Result<School> {
        let school = self.empty_school(name, edition)?;
        school.accept_agreement()?;
        Ok(school)
    }

    /// Founds a school that has not accepted the agreement yet.
    pub fn empty_school(&self, name: &str, edition: &str) -> Result<School> {
        let draft = Draft {
            name,
            slug: "",
            edition,
            country: "NL",
            language: "en",
            admin_name: "First Administrator",
            admin_email: "first@example.org",
        };
        let plan = Plan::parse(&draft, &self.house().editions).map_err(Error::Invalid)?;
        let founded = found::found(&self.house().schools, &Actor::Shell, &plan)?;
        School::new(self, founded.school, founded.invitation.token)
    }

    /// A visitor without cookies.
    pub fn visitor(&self) -> Browser {
        Browser::new(self.built.router.clone())
    }
}
