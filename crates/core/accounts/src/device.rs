//! Browsers that an account has signed in with, so that its owner hears of one that is new (C076). A browser
//! is known by a mark in a cookie of its own, not by its name: names change with every update, and a stranger
//! may have the same. The mark opens nothing.

use kernel::clock::DAY;
use kernel::{Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, Set};
use store::Work;

use crate::account::AccountId;
use crate::session::fingerprint;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "account_device")]
#[declared(whose = User, purpose = Security, basis = LegitimateInterest, kept = Account)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    #[data(Identifier)]
    pub account_id: AccountId,
    /// SHA-256 of the cookie.
    #[data(Device)]
    pub mark_hash: String,
    #[data(Activity)]
    pub last_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// How long a browser that does not sign in is remembered: as long as browsers keep a cookie.
pub const REMEMBERED: i64 = 400 * DAY;

/// A browser at the end of a sign-in.
pub struct Met {
    /// What its cookie shall hold.
    pub mark: String,
    /// The account has signed in before, and never with this browser.
    pub is_new: bool,
}

/// Meets the browser that brought `mark`, and remembers it. One browser has one mark for all the accounts that
/// sign in with it.
pub fn meet(work: &Work, account: AccountId, mark: Option<&str>) -> Result<Met> {
    let brought = mark.filter(|mark| mark.len() == 64 && mark.bytes().all(|b| b.is_ascii_hexdigit()));
    let mark = brought.map_or_else(|| work.random().token(), str::to_owned);
    let mark_hash = fingerprint(&mark);
    let known = Entity::find().filter(Column::AccountId.eq(account)).all(work.db())?;
    if let Some(row) = known.iter().find(|row| row.mark_hash == mark_hash) {
        Entity::update(ActiveModel { id: Set(row.id), last_at: Set(work.now), ..Default::default() })
            .exec(work.db())?;
        return Ok(Met { mark, is_new: false });
    }
    let row = Model { id: work.uuid(), account_id: account, mark_hash, last_at: work.now };
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(Met { mark, is_new: !known.is_empty() })
}

/// Forgets browsers that have not come for so long that they have forgotten too.
pub(crate) fn forget(work: &Work) -> Result<()> {
    Entity::delete_many().filter(Column::LastAt.lt(work.now.plus(-REMEMBERED))).exec(work.db())?;
    Ok(())
}
