//! Which version of the privacy notice an account has acknowledged, and when (C023).

use kernel::{Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder};
use store::{Read, Work};

use crate::account::AccountId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "acknowledgement")]
#[declared(whose = User, purpose = [Accountability, SignIn], basis = LegalObligation, kept = Account)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    #[data(Identifier)]
    pub account_id: AccountId,
    /// The version that stood on the notice.
    #[plain("the version of a text")]
    pub notice: String,
    #[data(Activity)]
    pub at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// Notes that the account has acknowledged this version now. Earlier ones stay.
pub fn note(work: &Work, account: AccountId, notice: &str) -> Result<()> {
    let row = Model { id: work.uuid(), account_id: account, notice: notice.to_owned(), at: work.now };
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(())
}

/// The version acknowledged last, and when.
pub fn last(read: &Read, account: AccountId) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::AccountId.eq(account))
        .order_by_desc(Column::At)
        .order_by_desc(Column::Id)
        .one(read.db())?)
}

/// Whether this version is the one that the account acknowledged last.
pub fn is_current(read: &Read, account: AccountId, notice: &str) -> Result<bool> {
    Ok(last(read, account)?.is_some_and(|row| row.notice == notice))
}
