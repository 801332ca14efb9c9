//! The manifest: which version, and which tables come whole, as changes, or not at all.

use std::collections::HashMap;

use super::sheet::Sheet;
use super::{READ, stem};
use crate::read::build::Build;
use crate::rows::{Fault, Place, Refusal, SourceFile};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    Bulk,
    Delta,
    Absent,
}

pub(super) struct Manifest {
    /// `1.1`, `1.2`.
    pub version: String,
    modes: HashMap<String, Mode>,
}

impl Manifest {
    /// Reads it. Without one the delivery is taken as whole, and that is said.
    pub fn of(tables: &[&SourceFile], build: &mut Build) -> Result<Self, Refusal> {
        let Some(file) = tables.iter().find(|file| stem(&file.name) == "manifest") else {
            let place = Place { file: "manifest.csv".to_owned(), row: 1, column: None };
            build.problem(&place, None, Fault::NoManifest, false);
            return Ok(Self { version: implied_version(tables).to_owned(), modes: HashMap::new() });
        };
        let sheet = Sheet::open(file, &build.options.country)?;
        sheet.needs(&["propertyName", "value"])?;
        let mut manifest = Self { version: String::new(), modes: HashMap::new() };
        for row in sheet.rows() {
            let (property, value) = (row.get("propertyName"), row.get("value"));
            if property.eq_ignore_ascii_case("oneroster.version") {
                manifest.version = value;
            } else if let Some(table) = property.to_lowercase().strip_prefix("file.") {
                match value.to_lowercase().as_str() {
                    "bulk" => manifest.modes.insert(table.to_owned(), Mode::Bulk),
                    "delta" => manifest.modes.insert(table.to_owned(), Mode::Delta),
                    "absent" | "" => manifest.modes.insert(table.to_owned(), Mode::Absent),
                    _ => {
                        build.problem(&row.place(), Some("value"), Fault::UnknownRole(value), false);
                        None
                    }
                };
            }
        }
        if manifest.version.is_empty() {
            implied_version(tables).clone_into(&mut manifest.version);
        }
        if !matches!(manifest.version.as_str(), "1.0" | "1.1" | "1.2") {
            return Err(Refusal::Version { file: file.name.clone(), version: manifest.version });
        }
        let is_there = |name: &str| tables.iter().any(|table| stem(&table.name) == name);
        let missing = READ
            .into_iter()
            .find(|name| matches!(manifest.modes.get(*name), Some(Mode::Bulk | Mode::Delta)) && !is_there(name));
        match missing {
            Some(name) => Err(Refusal::Promised { file: file.name.clone(), missing: format!("{name}.csv") }),
            None => Ok(manifest),
        }
    }

    /// A table that the manifest does not name comes as the others do.
    pub fn mode(&self, table: &str) -> Mode {
        self.modes.get(table).copied().unwrap_or(if self.is_delta() { Mode::Delta } else { Mode::Bulk })
    }

    /// One table of changes makes a delivery of changes: nobody goes for not being named in it.
    pub fn is_delta(&self) -> bool {
        READ.iter().any(|name| self.modes.get(*name) == Some(&Mode::Delta))
    }
}

/// Roles in a table of their own came with 1.2.
fn implied_version(tables: &[&SourceFile]) -> &'static str {
    if tables.iter().any(|file| stem(&file.name) == "roles") { "1.2" } else { "1.1" }
}
