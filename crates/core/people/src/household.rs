//! A household: who signs in together. A view over students, never a copy of one (C051, C055).

use kernel::text::fold;
use kernel::{Found as _, Result};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder};
use store::query::{self, Page, Paging, matches};
use store::{Allowed, Read, Visible, Whole, Work};

use crate::{StudentId, history, student};

kernel::id!(HouseholdId);
store::noun!(HouseholdId, "household", entity);
use self as entity;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "household")]
#[declared(whose = Student, purpose = [FamilyContact, Administration], basis = Edition, kept = StudentRecord)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: HouseholdId,
    /// As shown: `Van der Berg, 1234AB`.
    #[data(Name)]
    pub name: String,
    #[data(Name)]
    pub sort_key: String,
    /// Postcode and folded surname of the children it was proposed for; none if made by hand.
    #[data(Address)]
    pub match_key: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// What puts children of one address and surname together; none without a postcode or a surname.
pub fn match_key(surname: &str, postcode: Option<&str>) -> Option<String> {
    let postcode = postcode.filter(|code| !code.is_empty())?;
    if surname.is_empty() { None } else { Some(format!("{postcode} {}", fold(surname))) }
}

pub fn new_row(id: HouseholdId, surname: &str, postcode: Option<&str>) -> Model {
    let name = postcode.map_or_else(|| surname.to_owned(), |code| format!("{surname}, {code}"));
    Model { id, sort_key: fold(&name), name, match_key: match_key(surname, postcode) }
}

/// A household of its own, made by hand.
pub fn create(work: &Work, _school: Allowed<Whole>, name: &str) -> Result<HouseholdId> {
    let id = HouseholdId(work.uuid());
    let row = Model { id, name: name.to_owned(), sort_key: fold(name), match_key: None };
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(id)
}

/// A household of its own for one student, named after the student, who is put into it by hand (C051).
pub fn create_for(work: &Work, student: Allowed<StudentId>) -> Result<HouseholdId> {
    let child = student::find(work, student)?;
    let surname = if child.surname.is_empty() { &child.call_name } else { &child.surname };
    let row = Model { match_key: None, ..new_row(HouseholdId(work.uuid()), surname, child.postcode.as_deref()) };
    let id = row.id;
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    student::place(work, student, Some(id))?;
    Ok(id)
}

pub fn find(read: &Read, household: Allowed<HouseholdId>) -> Result<Model> {
    Entity::find_by_id(household.id()).one(read.db())?.found()
}

/// The household of a student who was already let through.
pub fn of_student(read: &Read, household: HouseholdId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(household).one(read.db())?)
}

/// Whether children were ever in it: an import makes households for children, the office empty ones.
pub fn was_lived_in(read: &Read, household: &Model) -> Result<bool> {
    Ok(household.match_key.is_some() || history::remembers_household(read, household.id)?)
}

/// The children of a household, by name.
pub fn members(read: &Read, household: HouseholdId) -> Result<Vec<student::Model>> {
    Ok(student::Entity::find()
        .filter(student::Column::HouseholdId.eq(household))
        .order_by_asc(student::Column::SortKey)
        .all(read.db())?)
}

pub fn list(read: &Read, visible: Visible<HouseholdId>, text: &str, paging: Paging) -> Result<Page<Model>> {
    let query = Entity::find().filter(visible.condition()).filter(matches(Column::SortKey, text));
    query::page(read.db(), query, [Column::SortKey, Column::Id], paging)
}

/// Every household's name, for an export of the whole school.
pub fn all_names(read: &Read) -> Result<std::collections::HashMap<HouseholdId, String>> {
    Ok(Entity::find().all(read.db())?.into_iter().map(|row| (row.id, row.name)).collect())
}
