//! Modules that a school does without: their tables take no writes, their pages are not there (C097).

use std::collections::BTreeSet;

use kernel::{Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{DatabaseConnection, Set};

use crate::migrate::{Migration, Schema, at, key_text, table};
use crate::{Context, Work};

/// A row for each module that is switched off; what it stored stays until its retention ends.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "module_off")]
#[declared(whose = Nobody, purpose = Operation, basis = Edition, kept = School)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a module's name")]
    pub module: String,
    #[plain("when the school switched it off")]
    pub since: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

pub(crate) const MIGRATION: Migration = Migration { name: "store/0002_module_off", up: own_table };

fn own_table(schema: &Schema) -> Result<()> {
    schema.create(&table("module_off", vec![key_text("module"), at("since")]))
}

/// What an open school knows without asking: this table's rows, and the language of its names.
pub(crate) const TABLES: [&str; 2] = ["module_off", "sorting"];

pub(crate) fn off(db: &DatabaseConnection) -> Result<BTreeSet<String>> {
    Ok(Entity::find().all(db)?.into_iter().map(|row| row.module).collect())
}

/// Switches a module on or off for this school; counts from [`Context::read_switches`] on.
pub fn set(work: &Work, module: &str, on: bool) -> Result<()> {
    if on {
        Entity::delete_by_id(module.to_owned()).exec(work.db())?;
    } else {
        let row = ActiveModel { module: Set(module.to_owned()), since: Set(work.now) };
        Entity::insert(row)
            .on_conflict(OnConflict::column(Column::Module).do_nothing().to_owned())
            .exec_without_returning(work.db())?;
    }
    Ok(())
}

impl Context {
    /// Learns anew which modules of this school are switched off, after a change was committed.
    pub fn read_switches(&self) -> Result<()> {
        self.database.read_switches()
    }
}
