//! The institution: its trade name, how to reach it and where it stands (C001). One row.

use kernel::{Error, Problems, Result};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, Set};
use store::{Allowed, Read, Whole, Work};

kernel::id!(InstitutionId);

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "institution")]
#[declared(whose = Contact, purpose = [Administration, Accountability], basis = Contract, kept = School)]
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
    #[data(Name)]
    pub contact_name: String,
    #[data(Contact)]
    pub contact_email: String,
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
        contact_name: String::new(),
        contact_email: String::new(),
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
