//! EdeXML 1.0.3, 2.0 and 2.1, Dutch and Flemish (C058). No version carries guardians: they come in a
//! CSV beside it. Citizen numbers, origin and weight are dropped at the door (C059).

mod people;

use std::collections::HashSet;

use super::Options;
use super::build::Build;
use super::values::clean;
use super::xml::{self, Record};
use crate::rows::{DropReason, GroupRow, Place, Refusal, SourceFile};

/// The last school years the published schemas list: version, first year of the school year.
const LAST_YEARS: [(&str, u16); 2] = [("1.0", 2019), ("2.", 2024)];

/// Reads one EdeXML file into the delivery.
pub(crate) fn read(file: &SourceFile, options: &Options, build: &mut Build) -> Result<(), Refusal> {
    let mut records = Vec::new();
    let mut delivery = Delivery { file: &file.name, options, version: String::new(), year: None };
    xml::records(file, "EDEX", &mut |record| records.push(record))?;
    for record in records.iter().filter(|record| record.path.starts_with("school/")) {
        delivery.read_school(record, build);
    }
    for record in records.iter().filter(|record| record.path.starts_with("groepen/")) {
        delivery.read_group(record, build);
    }
    for record in &records {
        match record.path.as_str() {
            "leerlingen/leerling" => people::read_student(&delivery, record, build),
            "leerkrachten/leerkracht" => people::read_staff(&delivery, record, build),
            path if path.starts_with("school/") || path.starts_with("groepen/") || path == "vestigingen/vestiging" => {}
            path => {
                build.beyond_schema(&delivery.place(record), path);
                delivery.drop_unknown(record, build);
            }
        }
    }
    let version = if delivery.version.is_empty() { implied_version(&records) } else { &delivery.version };
    build.format(format!("EdeXML {version}").trim_end());
    if let Some((year, place)) = &delivery.year {
        check_year(year, version, place, build);
        build.roster.year.get_or_insert_with(|| year.clone());
    }
    Ok(())
}

/// One file with what its head says.
pub(crate) struct Delivery<'a> {
    pub file: &'a str,
    pub options: &'a Options,
    version: String,
    year: Option<(String, Place)>,
}

impl Delivery<'_> {
    pub fn place(&self, record: &Record) -> Place {
        Place { file: self.file.to_owned(), row: record.line, column: None }
    }

    fn read_school(&mut self, record: &Record, build: &mut Build) {
        match record.path.as_str() {
            "school/schooljaar" => {
                self.year =
                    Some((clean(&record.text), Place { column: Some("schooljaar".to_owned()), ..self.place(record) }))
            }
            "school/xsdversie" => self.version = clean(&record.text).trim_start_matches(['v', 'V']).to_owned(),
            "school/peildatum"
            | "school/brincode"
            | "school/dependancecode"
            | "school/instellingsnummer"
            | "school/schoolkey"
            | "school/aanmaakdatum"
            | "school/auteur"
            | "school/commentaar"
            | "school/toevoegingen" => {}
            path => build.beyond_schema(&self.place(record), path),
        }
    }

    fn read_group(&self, record: &Record, build: &mut Build) {
        let place = self.place(record);
        let element = record.path.rsplit('/').next().unwrap_or_default();
        if !matches!(element, "groep" | "samengestelde_groep") {
            build.beyond_schema(&place, &record.path);
            return;
        }
        build.groups_listed = true;
        let mut group = GroupRow { key: attribute(&record.attributes, "key"), place, ..GroupRow::default() };
        for leaf in &record.leaves {
            match leaf.path.as_str() {
                "naam" => group.name = clean(&leaf.text),
                "jaargroep" => group.level = clean(&leaf.text),
                "omschrijving" | "mutatiedatum" => {}
                path if path.starts_with("toevoegingen") => self.check_addition(leaf, build),
                path => build.beyond_schema(&group.place, path),
            }
        }
        if group.name.is_empty() {
            group.name.clone_from(&group.key);
        }
        build.add_group(group);
    }

    /// Vendors' blocks stand in places the schema allows, with types it does not know.
    pub fn check_addition(&self, leaf: &xml::Leaf, build: &mut Build) {
        let kind = attribute(&leaf.attributes, "type");
        if leaf.path == "toevoegingen/blok" && kind != "OpmerkingGegevensType" {
            let place = Place { file: self.file.to_owned(), row: leaf.line, column: Some("toevoegingen".to_owned()) };
            build.beyond_schema(&place, if kind.is_empty() { "toevoegingen/blok" } else { &kind });
        }
    }

    fn drop_unknown(&self, record: &Record, build: &mut Build) {
        let mut seen = HashSet::new();
        for leaf in record.leaves.iter().filter(|leaf| !leaf.text.trim().is_empty()) {
            if seen.insert(&leaf.path) {
                let why =
                    if super::csv::is_forbidden(&leaf.path) { DropReason::Forbidden } else { DropReason::Unknown };
                build.drop_column(self.file, &format!("{}/{}", record.path, leaf.path), why, 1);
            }
        }
    }
}

/// The value of an attribute by its local name, or nothing.
pub(crate) fn attribute(attributes: &[(String, String)], name: &str) -> String {
    let found = attributes.iter().find(|(key, _)| key.rsplit(':').next() == Some(name));
    found.map(|(_, value)| clean(value)).unwrap_or_default()
}

/// Files need not name their version: what only version 2 has tells it.
fn implied_version(records: &[Record]) -> &'static str {
    let is_second = records.iter().any(|record| {
        matches!(
            record.path.as_str(),
            "vestigingen/vestiging" | "groepen/samengestelde_groep" | "school/peildatum" | "school/instellingsnummer"
        ) || record.leaves.iter().any(|leaf| {
            matches!(leaf.path.as_str(), "samengestelde_groepen" | "voornamen" | "emailadres" | "bsn" | "vestiging")
        })
    });
    if is_second { "2" } else { "" }
}

fn check_year(year: &str, version: &str, place: &Place, build: &mut Build) {
    let last = LAST_YEARS.iter().find(|(prefix, _)| version.starts_with(prefix)).map_or(2024, |(_, last)| *last);
    let first = year.get(..4).and_then(|first| first.parse::<u16>().ok());
    if first.is_none_or(|first| first > last) {
        build.beyond_schema(place, year);
    }
}

#[cfg(test)]
mod tests;
