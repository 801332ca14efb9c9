//! The mobile number that gets an account's codes: proven by a code that was sent there, unique in the school
//! (C013).

use kernel::{Error, Result};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, Set};
use store::Work;

use crate::account::{self, AccountId, ActiveModel, Column, Entity, Model};
use crate::login;

/// Gives the account the number that it has just proven. Whose number it was before loses it if it gets no codes
/// any more; while it does, the number stays theirs.
pub fn set(work: &Work, account: &Model, number: &str) -> Result<()> {
    let other = Entity::find().filter(Column::Phone.eq(number)).filter(Column::Id.ne(account.id)).one(work.db())?;
    if let Some(other) = other {
        if other.ended_at.is_none() && login::proven_number(work, &other)?.is_some() {
            return Err(Error::invalid("mobile", "number-taken"));
        }
        remove(work, other.id)?;
    }
    let row = ActiveModel {
        id: Set(account.id),
        phone: Set(Some(number.to_owned())),
        phone_record: Set(login::number(work, &account.standing())?),
        ..Default::default()
    };
    account::update(work, row)
}

/// From here on no code goes to the account's number.
pub fn remove(work: &Work, account: AccountId) -> Result<()> {
    let row = ActiveModel { id: Set(account), phone: Set(None), phone_record: Set(None), ..Default::default() };
    account::update(work, row)
}
