//! Contact persons of the institution: whom one writes to, in which matter (C001). Their rows are their own,
//! without a history, so that removing one leaves nothing.

use kernel::{Found as _, PersonName, Result};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder, Set};
use store::{Allowed, Read, Visible, Whole, Work};

kernel::id!(ContactId);
store::noun!(ContactId, "contact", entity);
use self as entity;

/// In general.
pub const GENERAL: &str = "general";
/// The data-protection officer (GDPR Art. 37).
pub const OFFICER: &str = "officer";
/// Of an institution outside the Union (GDPR Art. 27).
pub const REPRESENTATIVE: &str = "representative";
/// What a contact person is asked about.
pub const FUNCTIONS: &[&str] = &[GENERAL, OFFICER, REPRESENTATIVE, "finance", "safety", "technical"];

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "contact_person")]
#[declared(whose = Contact, purpose = [Administration, Accountability], basis = LegitimateInterest, kept = School)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: ContactId,
    /// One of [`FUNCTIONS`].
    #[data(Employment)]
    pub function: String,
    #[data(Name)]
    pub call_name: String,
    #[data(Name)]
    pub infix: String,
    #[data(Name)]
    pub surname: String,
    #[data(Name)]
    pub sort_key: String,
    #[data(Address)]
    pub street: Option<String>,
    #[data(Address)]
    pub postcode: Option<String>,
    #[data(Address)]
    pub town: Option<String>,
    #[data(Contact)]
    pub email: Option<String>,
    #[data(Contact)]
    pub phone: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

named!(Model);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    pub function: String,
    pub name: PersonName,
    pub street: Option<String>,
    pub postcode: Option<String>,
    pub town: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
}

fn row(work: &Work, id: ContactId, details: Details) -> Model {
    Model {
        id,
        function: details.function,
        sort_key: details.name.sort_key(work.language),
        call_name: details.name.call,
        infix: details.name.infix,
        surname: details.name.surname,
        street: details.street,
        postcode: details.postcode,
        town: details.town,
        email: details.email,
        phone: details.phone,
    }
}

pub fn create(work: &Work, _school: Allowed<Whole>, details: Details) -> Result<ContactId> {
    let id = ContactId(work.uuid());
    Entity::insert(row(work, id, details).into_active_model()).exec_without_returning(work.db())?;
    Ok(id)
}

pub fn find(read: &Read, contact: Allowed<ContactId>) -> Result<Model> {
    Entity::find_by_id(contact.id()).one(read.db())?.found()
}

/// Replaces every field.
pub fn change(work: &Work, contact: Allowed<ContactId>, details: Details) -> Result<()> {
    let mut changed = row(work, contact.id(), details).into_active_model().reset_all();
    changed.id = Set(contact.id());
    Entity::update(changed).exec(work.db())?;
    Ok(())
}

/// Removes the row; call it where the log is emptied afterwards (`Cx::erase`).
pub fn remove(work: &Work, contact: Allowed<ContactId>) -> Result<()> {
    Entity::delete_by_id(contact.id()).exec(work.db())?;
    Ok(())
}

/// Contact persons by name.
pub fn list(read: &Read, visible: Visible<ContactId>) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(visible.condition())
        .order_by_asc(Column::SortKey)
        .order_by_asc(Column::Id)
        .all(read.db())?)
}

/// All of them, for the institution's export.
pub fn all(read: &Read, _school: Allowed<Whole>) -> Result<Vec<Model>> {
    Ok(Entity::find().order_by_asc(Column::SortKey).order_by_asc(Column::Id).all(read.db())?)
}

/// Those whom the public pages must name: the officer and the representative (GDPR Art. 13(1), 30(1)(a)).
pub fn published(read: &Read) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::Function.is_in([OFFICER, REPRESENTATIVE]))
        .order_by_asc(Column::SortKey)
        .all(read.db())?)
}
