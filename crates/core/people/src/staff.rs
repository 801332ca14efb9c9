//! Somebody who works at the school (C035). Colleagues see official contact only.

use chrono::NaiveDate;
use kernel::{Error, Found as _, Language, PersonName, Result};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect, Set};
use store::query::{self, Page, Paging, matches};
use store::{Allowed, Read, Visible, Whole, Work};

use crate::history;

kernel::id!(StaffId);
store::noun!(StaffId, "staff", entity);
use self as entity;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "staff")]
#[declared(whose = Staff, purpose = Administration, basis = Contract, kept = StaffRecord)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: StaffId,
    /// What a re-import finds the same person by.
    #[data(Identifier, purpose = [Import, Administration])]
    pub key: Option<String>,
    #[data(Name, purpose = [Administration, Teaching, FamilyContact, SignIn])]
    pub call_name: String,
    #[data(Name, purpose = [Administration, Teaching, FamilyContact, SignIn])]
    pub infix: String,
    #[data(Name, purpose = [Administration, Teaching, FamilyContact, SignIn])]
    pub surname: String,
    #[data(Name, purpose = [Administration, Teaching, FamilyContact])]
    pub sort_key: String,
    #[data(Name)]
    pub search_key: String,
    #[data(Employment)]
    pub employee_id: Option<String>,
    #[data(Employment)]
    pub title: Option<String>,
    /// Official contact.
    #[data(Contact, purpose = [Communication, Administration, Teaching, FamilyContact, SignIn])]
    pub email: Option<String>,
    #[data(Contact, purpose = [Communication, Administration, SignIn])]
    pub phone: Option<String>,
    /// Who has left signs in no more.
    #[data(Employment, purpose = [Administration, Access])]
    pub left_on: Option<NaiveDate>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

named!(Model);

/// A member of staff as families and learners read them: name and official address (C035).
#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "Entity")]
pub struct Official {
    pub id: StaffId,
    pub call_name: String,
    pub infix: String,
    pub surname: String,
    pub sort_key: String,
    pub email: Option<String>,
}

named!(Official);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    pub name: PersonName,
    pub employee_id: Option<String>,
    pub title: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
}

pub fn new_row(language: Language, id: StaffId, details: Details, key: Option<String>) -> Model {
    Model {
        id,
        key,
        sort_key: details.name.sort_key(language),
        search_key: details.name.search_key(),
        call_name: details.name.call,
        infix: details.name.infix,
        surname: details.name.surname,
        employee_id: details.employee_id,
        title: details.title,
        email: details.email,
        phone: details.phone,
        left_on: None,
    }
}

pub fn create(work: &Work, _school: Allowed<Whole>, details: Details) -> Result<StaffId> {
    let row = new_row(work.language, StaffId(work.uuid()), details, None);
    let id = row.id;
    Entity::insert(row.into_active_model()).exec_without_returning(work.db()).map_err(employee_id_taken)?;
    Ok(id)
}

/// Another member of staff has the employee id.
fn employee_id_taken(error: impl Into<Error>) -> Error {
    match error.into() {
        Error::Conflict(_) => Error::invalid("employee_id", "employee-id-taken"),
        other => other,
    }
}

pub fn find(read: &Read, staff: Allowed<StaffId>) -> Result<Model> {
    Entity::find_by_id(staff.id()).one(read.db())?.found()
}

/// The last day of employment, for whoever decides about sign-in.
pub fn left_on(read: &Read, staff: StaffId) -> Result<Option<NaiveDate>> {
    let day: Option<Option<NaiveDate>> =
        Entity::find_by_id(staff).select_only().column(Column::LeftOn).into_tuple().one(read.db())?;
    Ok(day.flatten())
}

pub fn change(work: &Work, staff: Allowed<StaffId>, details: Details) -> Result<()> {
    change_row(work, find(work, staff)?, details)
}

/// [`change`] for a row already read under the same act. The title's history keeps its dates (C035).
pub fn change_row(work: &Work, before: Model, details: Details) -> Result<()> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    history::note(
        work,
        "staff",
        before.id.0,
        &[
            ("name", before.name().full(), details.name.full()),
            ("employee_id", text(&before.employee_id), text(&details.employee_id)),
            ("title", text(&before.title), text(&details.title)),
            ("email", text(&before.email), text(&details.email)),
            ("phone", text(&before.phone), text(&details.phone)),
        ],
    )?;
    let mut row = before.into_active_model();
    row.sort_key = Set(details.name.sort_key(work.language));
    row.search_key = Set(details.name.search_key());
    row.call_name = Set(details.name.call);
    row.infix = Set(details.name.infix);
    row.surname = Set(details.name.surname);
    row.employee_id = Set(details.employee_id);
    row.title = Set(details.title);
    row.email = Set(details.email);
    row.phone = Set(details.phone);
    Entity::update(row).exec(work.db()).map_err(employee_id_taken)?;
    Ok(())
}

/// Sets or lifts the day of leaving, with its history. From that day the person's desks bring no role (C016).
pub fn leave(work: &Work, staff: Allowed<StaffId>, day: Option<NaiveDate>) -> Result<()> {
    let before = find(work, staff)?;
    let word = |d: Option<NaiveDate>| d.map(|d| d.to_string()).unwrap_or_default();
    history::note(work, "staff", before.id.0, &[("left_on", word(before.left_on), word(day))])?;
    let mut row = before.into_active_model();
    row.left_on = Set(day);
    Entity::update(row).exec(work.db())?;
    Ok(())
}

/// Staff who have not left.
pub fn here(read: &Read) -> sea_orm::Condition {
    sea_orm::Condition::any().add(Column::LeftOn.is_null()).add(Column::LeftOn.gt(read.today))
}

/// The first `limit` of that name who have not left, as others read them.
pub fn names(read: &Read, visible: Visible<StaffId>, text: &str, limit: u64) -> Result<Vec<Official>> {
    let query = Entity::find().filter(visible.condition()).filter(here(read)).filter(matches(Column::SearchKey, text));
    Ok(query.order_by_asc(Column::SortKey).limit(limit).into_partial_model().all(read.db())?)
}

/// One page of staff by name.
pub fn list(read: &Read, visible: Visible<StaffId>, text: &str, paging: Paging) -> Result<Page<Model>> {
    let query = Entity::find().filter(visible.condition()).filter(matches(Column::SearchKey, text));
    query::page(read.db(), query, [Column::SortKey, Column::Id], paging)
}

/// Everybody's name, for an export of the whole school.
pub fn all_names(read: &Read) -> Result<std::collections::HashMap<StaffId, String>> {
    let rows: Vec<Official> = Entity::find().into_partial_model().all(read.db())?;
    Ok(rows.into_iter().map(|row| (row.id, row.name().full())).collect())
}
