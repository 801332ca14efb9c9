//! Guessing is limited (C015): five wrong passwords or second factors cool an account for a quarter of an
//! hour, and a network with very many wrong ones likewise.
//!
//! What is tried while an account or a network cools counts for nothing: nobody can keep it cold by going on.

use kernel::clock::MINUTE;
use kernel::{Result, Timestamp};
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, Set};
use store::security::{self, Event};
use store::{Read, Work};

use crate::account::{self, AccountId, Model};

/// Wrong ones before an account cools, and for how long.
const FAILURES: i64 = 5;
const COOLING: i64 = 15 * MINUTE;
/// Wrong ones from one network within [`COOLING`]: more than a full computer room mistypes.
const OF_NETWORK: u64 = 100;

pub fn is_cooling(account: &Model, now: Timestamp) -> bool {
    account.cool_until.is_some_and(|until| until > now)
}

/// Whether too much was wrong from this network lately.
pub fn is_network_cooling(read: &Read, network: Option<&str>) -> Result<bool> {
    let Some(network) = network else { return Ok(false) };
    let wrong = security::Entity::find()
        .filter(security::Column::At.gt(read.now.plus(-COOLING)))
        .filter(security::Column::Event.eq("sign-in"))
        .filter(security::Column::Outcome.eq("wrong"))
        .filter(security::Column::Network.eq(network))
        .count(read.db())?;
    Ok(wrong >= OF_NETWORK)
}

/// Counts something wrong. True if the account begins to cool with it.
pub fn count_wrong(work: &Work, account: &Model) -> Result<bool> {
    if is_cooling(account, work.now) {
        return Ok(false);
    }
    let failures = account.failures + 1;
    let cools = failures >= FAILURES;
    let row = account::ActiveModel {
        id: Set(account.id),
        failures: Set(if cools { 0 } else { failures }),
        cool_until: Set(cools.then(|| work.now.plus(COOLING))),
        ..Default::default()
    };
    account::update(work, row)?;
    Ok(cools)
}

/// Takes as long as [`count_wrong`] and counts for nobody.
pub fn count_nothing(work: &Work) -> Result<()> {
    account::Entity::update_many()
        .set(account::ActiveModel { failures: Set(0), cool_until: Set(None), ..Default::default() })
        .filter(account::Column::Id.eq(AccountId(sea_orm::prelude::Uuid::nil())))
        .exec(work.db())?;
    Ok(())
}

/// A whole sign-in, second factor included, wipes the slate. A right password alone does not: it would give
/// whoever knows it the second factor to guess without end.
pub fn forgive(work: &Work, account: AccountId) -> Result<()> {
    account::update(work, account::ActiveModel { id: Set(account), failures: Set(0), ..Default::default() })
}

/// Writes an attempt to sign in into the security log: `wrong`, `cooling`, `in`.
pub fn note(work: &Work, account: Option<&Model>, method: &str, outcome: &str, network: Option<&str>) -> Result<()> {
    let event = Event { account: account.map(|row| row.id.0), event: "sign-in", detail: method, outcome, network };
    security::note(work, &event)
}
