//! A guardian: a person with edges to students (C052). What they may see of whom stands on the edge.

use kernel::{Found as _, Language, PersonName, Result};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect, Set};
use store::query::{self, Page, Paging, matches};
use store::{Allowed, Read, Visible, Work};

use crate::{EdgeId, StudentId, agreement, edge, history};

kernel::id!(GuardianId);
store::noun!(GuardianId, "guardian", entity);
use self as entity;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "guardian")]
#[declared(whose = Guardian, purpose = FamilyContact, basis = Edition, kept = GuardianRecord)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: GuardianId,
    /// What a re-import finds the same person by.
    #[data(Identifier, purpose = [Import, FamilyContact])]
    pub key: Option<String>,
    #[data(Name, purpose = [FamilyContact, Teaching, ChildSafety, SignIn])]
    pub call_name: String,
    #[data(Name, purpose = [FamilyContact, Teaching, ChildSafety, SignIn])]
    pub infix: String,
    #[data(Name, purpose = [FamilyContact, Teaching, ChildSafety, SignIn])]
    pub surname: String,
    #[data(Name, purpose = [FamilyContact, Teaching, ChildSafety])]
    pub sort_key: String,
    #[data(Name)]
    pub search_key: String,
    #[data(Contact, purpose = [FamilyContact, Communication, SignIn])]
    pub email: Option<String>,
    /// E.164.
    #[data(Contact, purpose = [FamilyContact, ChildSafety, Communication, SignIn])]
    pub phone: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

named!(Model);

/// A guardian by name: what other guardians and the child read (C052).
#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "Entity")]
pub struct Named {
    pub id: GuardianId,
    pub call_name: String,
    pub infix: String,
    pub surname: String,
}

named!(Named);

/// A guardian whom a teacher may have to call (C053).
#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "Entity")]
pub struct Callable {
    #[sea_orm(nested)]
    pub named: Named,
    pub phone: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    pub name: PersonName,
    pub email: Option<String>,
    pub phone: Option<String>,
}

pub fn new_row(language: Language, id: GuardianId, details: Details, key: Option<String>) -> Model {
    Model {
        id,
        key,
        sort_key: details.name.sort_key(language),
        search_key: details.name.search_key(),
        call_name: details.name.call,
        infix: details.name.infix,
        surname: details.name.surname,
        email: details.email,
        phone: details.phone,
    }
}

/// Writes down a guardian of this student, with the edge between them. Somebody of the same name who is
/// reached at the same mail address or phone is the same person: a brother's or sister's guardian is linked,
/// not copied.
pub fn add_to(work: &Work, student: Allowed<StudentId>, details: Details, relationship: &str) -> Result<GuardianId> {
    agreement::required(work)?;
    let id = match same_person(work, &details)? {
        Some(known) => known,
        None => create_row(work, details)?,
    };
    let linked = edge::Entity::find()
        .filter(edge::Column::StudentId.eq(student.id()))
        .filter(edge::Column::GuardianId.eq(id))
        .one(work.db())?;
    if linked.is_none() {
        let link = edge::new_row(EdgeId(work.uuid()), student.id(), id, relationship, "office");
        edge::Entity::insert(link.into_active_model()).exec_without_returning(work.db())?;
    }
    Ok(id)
}

fn create_row(work: &Work, details: Details) -> Result<GuardianId> {
    let row = new_row(work.language, GuardianId(work.uuid()), details, None);
    let id = row.id;
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(id)
}

fn same_person(read: &Read, details: &Details) -> Result<Option<GuardianId>> {
    let reached = sea_orm::Condition::any()
        .add_option(details.email.as_ref().map(|email| Column::Email.eq(email)))
        .add_option(details.phone.as_ref().map(|phone| Column::Phone.eq(phone)));
    if reached.is_empty() {
        return Ok(None);
    }
    let known =
        Entity::find().filter(Column::SearchKey.eq(details.name.search_key())).filter(reached).one(read.db())?;
    Ok(known.map(|row| row.id))
}

pub fn find(read: &Read, guardian: Allowed<GuardianId>) -> Result<Model> {
    Entity::find_by_id(guardian.id()).one(read.db())?.found()
}

pub fn change(work: &Work, guardian: Allowed<GuardianId>, details: Details) -> Result<()> {
    change_row(work, find(work, guardian)?, details)
}

/// [`change`] for a row already read under the same act.
pub fn change_row(work: &Work, before: Model, details: Details) -> Result<()> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    history::note(
        work,
        "guardian",
        before.id.0,
        &[
            ("name", before.name().full(), details.name.full()),
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
    row.email = Set(details.email);
    row.phone = Set(details.phone);
    Entity::update(row).exec(work.db())?;
    Ok(())
}

/// The first `limit` guardians of that name, by name only.
pub fn names(read: &Read, visible: Visible<GuardianId>, text: &str, limit: u64) -> Result<Vec<Named>> {
    let query = Entity::find().filter(visible.condition()).filter(matches(Column::SearchKey, text));
    Ok(query.order_by_asc(Column::SortKey).limit(limit).into_partial_model().all(read.db())?)
}

/// One page of guardians by name.
pub fn list(read: &Read, visible: Visible<GuardianId>, text: &str, paging: Paging) -> Result<Page<Model>> {
    let query = Entity::find().filter(visible.condition()).filter(matches(Column::SearchKey, text));
    query::page(read.db(), query, [Column::SortKey, Column::Id], paging)
}

/// Everybody's name, for an export of the whole school.
pub fn all_names(read: &Read) -> Result<std::collections::HashMap<GuardianId, String>> {
    let rows: Vec<Named> = Entity::find().into_partial_model().all(read.db())?;
    Ok(rows.into_iter().map(|row| (row.id, row.name().full())).collect())
}
