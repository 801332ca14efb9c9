//! Keys of records that were made one with another: an import that still delivers one of them means the record that
//! stayed, and brings nobody anew (C060).

use std::collections::HashMap;

use kernel::Result;
use registry::Declared;
use sea_orm::entity::prelude::*;
use store::Read;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "former_key")]
#[declared(whose = Student, purpose = [Import, Administration], basis = Edition, kept = StudentRecord)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    /// `student`, `guardian`, `staff`.
    #[plain("a kind of record")]
    pub kind: String,
    /// [`KEY`] or [`NUMBER`].
    #[plain("which field of the record it was")]
    pub field: String,
    #[data(Identifier)]
    pub key: String,
    /// The record that stayed.
    #[data(Identifier)]
    pub person: Uuid,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// The delivering system's own key, or the record's own id, which an export writes in its place.
pub const KEY: &str = "key";
/// The admission or employee number, by which an import finds whoever was entered by hand.
pub const NUMBER: &str = "number";

/// Former keys and numbers of one kind of record, each with whose it is now.
#[derive(Clone, Debug, Default)]
pub struct Former {
    pub keys: HashMap<String, Uuid>,
    pub numbers: HashMap<String, Uuid>,
}

/// All of one kind. The caller's act covers the school.
pub fn of_kind(read: &Read, kind: &str) -> Result<Former> {
    let mut former = Former::default();
    for row in Entity::find().filter(Column::Kind.eq(kind)).all(read.db())? {
        let field = if row.field == NUMBER { &mut former.numbers } else { &mut former.keys };
        field.insert(row.key, row.person);
    }
    Ok(former)
}
