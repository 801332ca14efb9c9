//! The processing agreement: who answers for what between school and platform, accepted before the first
//! child is written (C007).

use kernel::{Error, Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect};
use store::{Allowed, Read, Whole, Work};

/// The version in force; its text is the message `agreement-text`.
pub const VERSION: &str = "2026-11";

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "agreement")]
#[declared(whose = Staff, purpose = [Accountability, Administration], basis = LegalObligation, kept = School)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    #[plain("the text's version")]
    pub version: String,
    #[data(Activity)]
    pub at: Timestamp,
    #[data(Identifier)]
    pub account: Uuid,
    #[data(Name)]
    pub accepted_by: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// The acceptance of the version in force.
pub fn find(read: &Read) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::Version.eq(VERSION)).order_by_asc(Column::At).one(read.db())?)
}

/// Records that the school accepts the version in force. A second acceptance changes nothing.
pub fn accept(work: &Work, _school: Allowed<Whole>, by: &str) -> Result<()> {
    if find(work)?.is_some() {
        return Ok(());
    }
    let row = Model {
        id: work.uuid(),
        version: VERSION.to_owned(),
        at: work.now,
        account: work.actor.account(),
        accepted_by: by.to_owned(),
    };
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(())
}

/// Every write of a child's record begins with this: 409 until the agreement is accepted.
pub fn required(read: &Read) -> Result<()> {
    let accepted: Option<Uuid> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Version.eq(VERSION))
        .into_tuple()
        .one(read.db())?;
    if accepted.is_some() { Ok(()) } else { Err(Error::Conflict("agreement-first".into())) }
}
