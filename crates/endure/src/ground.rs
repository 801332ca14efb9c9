//! A data folder with schools in it, each with seats to write from, made in this process and then left to the real
//! server.

use std::fs;
use std::path::{Path, PathBuf};

use homeroom::{editions, modules};
use kernel::{Clock, Error, Result};
use people::GuardianId;
use store::{DatabaseId, Role};
use tempfile::TempDir;
use testkit::{School, Test};

/// Begins every canary.
pub const CANARY: &str = "Zqcanary";

/// Somebody signed in at the office of a school.
#[derive(Clone, Debug)]
pub struct Seat {
    pub school: DatabaseId,
    pub slug: String,
    /// `name=token`.
    pub cookie: String,
    /// A guardian of their own to invite.
    pub guardian: GuardianId,
    /// A student of the school, with its canary as the surname.
    pub student: String,
    pub canary: String,
}

/// A folder that goes with the value.
pub struct Ground {
    _folder: TempDir,
    pub data: PathBuf,
    pub seats: Vec<Seat>,
}

/// A word of letters for a number, as a name may have it.
pub fn letters(mut number: usize) -> String {
    let mut word = String::new();
    for _ in 0..6 {
        let letter = u8::try_from(number % 26).unwrap_or_default();
        word.insert(0, char::from(b'a' + letter));
        number /= 26;
    }
    word
}

impl Ground {
    /// So many schools with so many seats each.
    pub fn new(schools: usize, seats: usize) -> Result<Self> {
        let test = Test::new(modules::all(), all_editions()?, modules::door())?;
        // The server goes by the machine's clock.
        test.clock.advance(Clock::System.now().0 - test.clock.now().0);
        let mut all = Vec::new();
        for n in 0..schools {
            let canary = format!("{CANARY}{}", letters(n));
            let school = test.school(&format!("School {}", letters(n)), "school")?;
            let student = school.student(&format!("Ada {canary}"), None)?.to_string();
            for seat in 0..seats {
                all.push(sit(&school, seat, &student, &canary)?);
            }
        }
        let folder = tempfile::tempdir().map_err(Error::internal)?;
        let data = folder.path().join("data");
        test.house().schools.flush()?;
        let from = test.folder().to_owned();
        drop(test.built);
        copy(&from, &data)?;
        Ok(Self { _folder: folder, data, seats: all })
    }

    pub fn school(&self) -> Result<DatabaseId> {
        self.seats.first().map(|seat| seat.school).ok_or(Error::NotFound)
    }
}

pub fn all_editions() -> Result<std::collections::BTreeMap<String, registry::Edition>> {
    editions::all().map_err(|error| Error::Internal(error.to_string()))
}

fn sit(school: &School, n: usize, student: &str, canary: &str) -> Result<Seat> {
    let guardian = school.guardian(&format!("Pat {}{canary}", letters(n)), &[student.parse()?])?;
    let browser = school.desk(Role::Office)?;
    let name = school.cookie_name();
    let token = browser.cookie(name).ok_or(Error::SignedOut)?;
    Ok(Seat {
        school: school.entry.id,
        slug: school.entry.slug.clone(),
        cookie: format!("{name}={token}"),
        guardian,
        student: student.to_owned(),
        canary: canary.to_owned(),
    })
}

/// A folder with all below it; locks and sockets stay behind.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).map_err(Error::internal)?;
    for entry in fs::read_dir(from).map_err(Error::internal)? {
        let path = entry.map_err(Error::internal)?.path();
        let Some(name) = path.file_name() else { continue };
        let target = to.join(name);
        if path.is_dir() {
            copy(&path, &target)?;
        } else if path.is_file() && name != "homeroom.lock" {
            fs::copy(&path, &target).map_err(Error::internal)?;
        }
    }
    Ok(())
}
