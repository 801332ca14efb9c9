//! Since when a choice stands that has no other witness: one row for each choice and account (C110).

use kernel::{Result, Timestamp};
use registry::Declared;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;
use store::{Read, Work};

use crate::account::AccountId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "account_setting")]
#[declared(whose = User, purpose = SignIn, basis = Contract, kept = Account)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    #[data(Identifier)]
    pub account_id: AccountId,
    #[plain("the name of a choice")]
    pub name: String,
    #[data(Activity)]
    pub since: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

pub const LANGUAGE: &str = "language";

/// Notes that a choice was made now.
pub fn note(work: &Work, account: AccountId, name: &str) -> Result<()> {
    Entity::delete_many().filter(Column::AccountId.eq(account)).filter(Column::Name.eq(name)).exec(work.db())?;
    let row = Model { id: work.uuid(), account_id: account, name: name.to_owned(), since: work.now };
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(())
}

/// When a choice was made; none if it still is as it was at first.
pub fn since(read: &Read, account: AccountId, name: &str) -> Result<Option<Timestamp>> {
    let row = Entity::find().filter(Column::AccountId.eq(account)).filter(Column::Name.eq(name)).one(read.db())?;
    Ok(row.map(|row| row.since))
}
