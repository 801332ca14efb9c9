//! Pairs that somebody has said are two people: they are not proposed again.

use std::collections::BTreeSet;

use kernel::{Result, Timestamp};
use registry::Declared;
use sea_orm::IntoActiveModel as _;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use store::migrate::{Schema, at, id, table, text, unique, uuid};
use store::{Read, Work};

use crate::kind::{Kind, Pair};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "duplicate_apart")]
#[declared(whose = Student, purpose = Administration, basis = Edition, kept = StudentRecord)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    #[plain("a kind of record")]
    pub kind: String,
    #[data(Identifier)]
    pub first: Uuid,
    #[data(Identifier)]
    pub second: Uuid,
    #[data(Activity, whose = User)]
    pub at: Timestamp,
    /// Who said so.
    #[data(Identifier, whose = User)]
    pub account: Uuid,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

pub(crate) fn apart(schema: &Schema) -> Result<()> {
    let columns = vec![id(), text("kind"), uuid("first"), uuid("second"), at("at"), uuid("account")];
    schema.create(&table("duplicate_apart", columns))?;
    schema.index(&unique("duplicate_apart", &["first", "second"]))
}

/// Remembers that these are two people; saying it twice changes nothing.
pub fn remember(work: &Work, pair: Pair) -> Result<()> {
    let row = Model {
        id: work.uuid(),
        kind: pair.kind.word().to_owned(),
        first: pair.first,
        second: pair.second,
        at: work.now,
        account: work.actor.account(),
    };
    Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::columns([Column::First, Column::Second]).do_nothing().to_owned())
        .exec_without_returning(work.db())?;
    Ok(())
}

pub fn all(read: &Read) -> Result<BTreeSet<Pair>> {
    let rows = Entity::find().all(read.db())?;
    Ok(rows.iter().filter_map(|row| Some(Pair::new(Kind::parse(&row.kind)?, row.first, row.second))).collect())
}
