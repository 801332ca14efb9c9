//! What a field was before: kept with the record it belongs to, and erased with it.

use kernel::{Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect};
use store::{Read, Work};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "history")]
#[declared(whose = Student, purpose = [Accountability, Administration, FamilyContact], basis = Edition, kept = StudentRecord)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    #[data(Activity)]
    pub at: Timestamp,
    #[data(Identifier, whose = User)]
    pub account: Uuid,
    #[plain("a kind of record")]
    pub kind: String,
    #[data(Identifier)]
    pub object: Uuid,
    #[plain("a field's name")]
    pub field: String,
    #[data(Name)]
    pub before: String,
    #[data(Name)]
    pub after: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// Notes each pair that differs: field, old, new.
pub fn note(work: &Work, kind: &str, object: Uuid, pairs: &[(&str, String, String)]) -> Result<()> {
    let rows: Vec<ActiveModel> = pairs
        .iter()
        .filter(|(_, before, after)| before != after)
        .map(|(field, before, after)| {
            Model {
                id: work.uuid(),
                at: work.now,
                account: work.actor.account(),
                kind: kind.to_owned(),
                object,
                field: (*field).to_owned(),
                before: before.clone(),
                after: after.clone(),
            }
            .into_active_model()
        })
        .collect();
    if !rows.is_empty() {
        Entity::insert_many(rows).exec_without_returning(work.db())?;
    }
    Ok(())
}

/// Changes of one record, newest first.
pub fn list(read: &Read, object: Uuid) -> Result<Vec<Model>> {
    Ok(Entity::find().filter(Column::Object.eq(object)).order_by_desc(Column::At).limit(50).all(read.db())?)
}
