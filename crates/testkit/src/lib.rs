//! A running house in a temporary folder: real router, real encrypted files, a clock to move, and actors
//! who do what people do. Used by the tests and, in the shipped binary, by `homeroom prove`.
//!
//! Nothing here is faked: a browser is a cookie jar before the real router, a school is founded as any other.

mod browser;
mod evenings;
pub mod raw;
mod school;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Weak};

use chrono::{TimeZone as _, Utc};
use installation::found::{self, Draft, Plan};
use kernel::{Clock, Error, Random, Result, Timestamp};
use registry::Edition;
use site::build::{self, Built};
use site::{Door, House, Module};
use store::{Actor, Location};
use tempfile::TempDir;

pub use browser::{Answer, Browser};
pub use school::{ARRANGE, School};

/// Names the PostgreSQL database where the schools of every house here are put, instead of files.
const ELSEWHERE: &str = "HOMEROOM_TEST_POSTGRES";

/// Where schools are put, if not in the folder. Each house has the same ids, so it needs names of its own there.
fn elsewhere(url: Option<&str>) -> Result<Option<Location>> {
    static HOUSES: AtomicU32 = AtomicU32::new(0);
    let Some(url) = url else { return Ok(None) };
    let house = format!("t{}x{}", std::process::id(), HOUSES.fetch_add(1, Ordering::Relaxed));
    let joint = if url.contains('?') { '&' } else { '?' };
    format!("{url}{joint}homeroom={house}").parse().map(Some)
}

/// A house with its folder, which goes when the value goes.
pub struct Test {
    _elsewhere: Elsewhere,
    pub built: Built,
    pub clock: Clock,
    folder: TempDir,
}

impl Test {
    /// A house of these modules at 09:00 UTC on Monday 2 November 2026.
    pub fn new(modules: Vec<Module>, editions: BTreeMap<String, Edition>, door: Door) -> Result<Self> {
        Self::at(modules, editions, door, std::env::var(ELSEWHERE).ok().as_deref())
    }

    /// The same with its schools at a PostgreSQL address, if one is given.
    pub fn at(
        modules: Vec<Module>,
        editions: BTreeMap<String, Edition>,
        door: Door,
        url: Option<&str>,
    ) -> Result<Self> {
        let folder = tempfile::tempdir().map_err(Error::internal)?;
        let start = Utc.with_ymd_and_hms(2026, 11, 2, 9, 0, 0).single().map(|t| Timestamp(t.timestamp_millis()));
        let clock = Clock::manual(start.unwrap_or(Timestamp(0)));
        let elsewhere = elsewhere(url)?;
        let built = build::build(build::Plan {
            modules,
            editions,
            door,
            folder: folder.path(),
            master: store::keys::MasterSource::File,
            control: store::Location::Folder,
            clock: clock.clone(),
            random: Random::seeded(7),
            demo: false,
            strict: true,
            url: "http://localhost".to_owned(),
            pseudo: false,
        })?;
        if let Some(location) = elsewhere {
            let _ = built.house.schools.home.set(location);
        }
        let elsewhere = Elsewhere(Arc::downgrade(&built.house));
        Ok(Self { _elsewhere: elsewhere, built, clock, folder })
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

/// Leaves nothing on a server that outlives the house.
struct Elsewhere(Weak<House>);

impl Drop for Elsewhere {
    fn drop(&mut self) {
        let Some(house) = self.0.upgrade() else { return };
        let schools = &house.schools;
        let all = installation::entry::own_context(schools).and_then(|control| {
            control.read(installation::acts::SEE_SCHOOLS.on(()), |read, _| installation::entry::list(read))
        });
        for school in all.unwrap_or_default() {
            if schools.location(school.id).is_ok_and(|location| location != Location::Folder) {
                let _ = schools.discard(school.id);
            }
        }
    }
}
