//! The institution: its trade name, how to reach it and where it stands (C001). One row.

use kernel::{Error, Problems, Result};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, Set};
use store::{Allowed, Read, Whole, Work};

kernel::id!(InstitutionId);

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "institution")]
#[declared(whose = Nobody, purpose = [Administration, Accountability], basis = Contract, kept = School)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: InstitutionId,
    #[plain("the name of a legal body")]
    pub trade_name: String,
    #[plain("the institution's own address")]
    pub email: String,
    #[plain("the institution's own number")]
    pub phone: String,
    #[plain("where the institution stands")]
    pub street: String,
    #[plain("where the institution stands")]
    pub postcode: String,
    #[plain("where the institution stands")]
    pub town: String,
    #[plain("where the institution stands")]
    pub country: String,
    /// Millionths of a degree, north positive.
    #[plain("where the institution stands")]
    pub latitude: Option<i64>,
    /// Millionths of a degree, east positive.
    #[plain("where the institution stands")]
    pub longitude: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Whether people can reach the institution: address, number and town are known (C001).
    pub fn is_complete(&self) -> bool {
        [&self.trade_name, &self.email, &self.phone, &self.street, &self.town].iter().all(|part| !part.is_empty())
    }
}

impl Model {
    /// What heads a sheet on paper: the name, where it stands, and the number to call.
    pub fn letterhead(&self) -> Vec<String> {
        let place = [&self.postcode, &self.town].map(String::as_str).join(" ");
        let lines = [self.trade_name.as_str(), &self.street, place.trim(), &self.phone];
        lines.into_iter().filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    /// Where a letter goes that did not arrive, in the one small line above the address.
    pub fn back_to(&self) -> String {
        let place = [&self.postcode, &self.town].map(String::as_str).join(" ");
        let parts = [self.trade_name.as_str(), &self.street, place.trim()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// Millionths of a degree as people write degrees: `52.090737`.
pub fn in_degrees(millionths: i64) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let size = millionths.unsigned_abs();
    let text = format!("{sign}{}.{:06}", size / 1_000_000, size % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Reads degrees as people write them, into millionths. Empty is nothing; out of range is a problem.
pub fn degrees(problems: &mut Problems, field: &'static str, text: &str, limit: i32) -> Option<i64> {
    if text.trim().is_empty() {
        return None;
    }
    match text.trim().replace(',', ".").parse::<f64>() {
        Ok(degrees) if degrees.abs() <= f64::from(limit) => {
            #[expect(clippy::cast_possible_truncation, reason = "at most 180 million")]
            let millionths = (degrees * 1e6).round() as i64;
            Some(millionths)
        }
        _ => {
            problems.add(field, kernel::Message::from("degrees-out-of-range").with("limit", limit));
            None
        }
    }
}

pub fn find(read: &Read) -> Result<Model> {
    Entity::find().one(read.db())?.ok_or(Error::NotFound)
}

/// The founding row.
pub fn create(work: &Work, _school: Allowed<Whole>, trade_name: &str, country: &str, email: &str) -> Result<()> {
    let row = Model {
        id: InstitutionId(work.uuid()),
        trade_name: trade_name.to_owned(),
        email: email.to_owned(),
        phone: String::new(),
        street: String::new(),
        postcode: String::new(),
        town: String::new(),
        country: country.to_owned(),
        latitude: None,
        longitude: None,
    };
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(())
}

/// Replaces every field of the one row.
pub fn change(work: &Work, _school: Allowed<Whole>, changed: Model) -> Result<()> {
    let id = find(work)?.id;
    let mut row = Model { id, ..changed }.into_active_model().reset_all();
    row.id = Set(id);
    Entity::update(row).exec(work.db())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_are_written_as_they_were_typed() {
        let mut problems = Problems::default();
        for typed in ["52.090737", "-0.5", "5", "-180"] {
            let millionths = degrees(&mut problems, "longitude", typed, 180).unwrap();
            assert_eq!(in_degrees(millionths), typed);
        }
        assert!(problems.0.is_empty());
    }
}
