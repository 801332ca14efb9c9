//! What a field was before: kept with the record it belongs to, and erased with it.

use kernel::{Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect, Set};
use store::{Read, Work};

use crate::{HouseholdId, household};

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

/// The field whose values are ids of households.
pub const HOUSEHOLD: &str = "household";

/// Stands in the history where a wrong value was, after its correction was granted (C127).
pub const CORRECTED: &str = "*";

/// Takes a wrong value out of every line about this field of this record.
pub(crate) fn forget_value(work: &Work, object: Uuid, field: &str, value: &str) -> Result<()> {
    if value.is_empty() {
        return Ok(());
    }
    let before = ActiveModel { before: Set(CORRECTED.to_owned()), ..Default::default() };
    let after = ActiveModel { after: Set(CORRECTED.to_owned()), ..Default::default() };
    for (column, blank) in [(Column::Before, before), (Column::After, after)] {
        Entity::update_many()
            .set(blank)
            .filter(Column::Object.eq(object))
            .filter(Column::Field.eq(field))
            .filter(column.eq(value))
            .exec(work.db())?;
    }
    Ok(())
}

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

/// Forgets what these records were before: they go.
pub fn forget(work: &Work, objects: &[Uuid]) -> Result<()> {
    Entity::delete_many().filter(Column::Object.is_in(objects.iter().copied())).exec(work.db())?;
    Ok(())
}

/// Changes of one record, newest first. Households stand there by name.
pub fn list(read: &Read, object: Uuid) -> Result<Vec<Model>> {
    let mut rows = Entity::find()
        .filter(Column::Object.eq(object))
        .order_by_desc(Column::At)
        .order_by_desc(Column::Id)
        .limit(50)
        .all(read.db())?;
    name_households(read, &mut rows)?;
    Ok(rows)
}

fn name_households(read: &Read, rows: &mut [Model]) -> Result<()> {
    let named: Vec<&mut String> = rows
        .iter_mut()
        .filter(|row| row.field == HOUSEHOLD)
        .flat_map(|row| [&mut row.before, &mut row.after])
        .filter(|value| !value.is_empty())
        .collect();
    if named.is_empty() {
        return Ok(());
    }
    let ids: Vec<HouseholdId> = named.iter().filter_map(|id| id.parse().ok()).collect();
    let known = household::Entity::find().filter(household::Column::Id.is_in(ids)).all(read.db())?;
    for value in named {
        let name = known.iter().find(|row| row.id.to_string() == *value).map(|row| row.name.clone());
        *value = name.unwrap_or_default();
    }
    Ok(())
}

/// Whether somebody was moved out of this household, as far as the history remembers.
pub fn remembers_household(read: &Read, household: HouseholdId) -> Result<bool> {
    let left = Entity::find().filter(Column::Field.eq(HOUSEHOLD)).filter(Column::Before.eq(household.to_string()));
    Ok(left.one(read.db())?.is_some())
}
