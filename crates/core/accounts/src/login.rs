//! What somebody signs in with: an e-mail address, or the mobile number on their record *now* (C052).

use kernel::{EmailAddress, PhoneNumber, Result};
use people::{GuardianId, StaffId, guardian, staff};
use sea_orm::{ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QuerySelect as _, QueryTrait as _};
use store::Read;
use store::outbox::Channel;
use store::sea_orm::prelude::Uuid;

use crate::account::{Column, Entity, Model, Standing};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Login {
    /// Lower case.
    Email(String),
    /// E.164.
    Number(String),
}

/// People who may share one number and still sign in with it. With more, nobody does.
const SHARING: usize = 2;

impl Login {
    /// Reads what was typed; a number without a country code is of `country`. The installation has no
    /// country, so its operators have addresses only. None is neither.
    pub fn parse(typed: &str, country: Option<&str>) -> Option<Self> {
        if typed.contains('@') {
            return EmailAddress::parse(typed).ok().map(|email| Self::Email(email.key()));
        }
        PhoneNumber::parse(typed, country?).ok().map(|number| Self::Number(number.as_str().to_owned()))
    }

    /// In the one spelling that is compared.
    pub fn key(&self) -> &str {
        match self {
            Self::Email(key) | Self::Number(key) => key,
        }
    }

    /// How a code for it travels.
    pub fn channel(&self) -> Channel {
        match self {
            Self::Email(_) => Channel::Mail,
            Self::Number(_) => Channel::Sms,
        }
    }

    /// How many passwords are verified, however many accounts there are: the time taken says nothing about
    /// them (C015).
    pub fn verifications(&self) -> usize {
        match self {
            Self::Email(_) => 1,
            Self::Number(_) => SHARING,
        }
    }
}

/// The accounts that sign in so: at most one by address; by number those of the people who have it on
/// their record now, so that an old number ends when the office writes a new one.
pub fn accounts(read: &Read, login: &Login) -> Result<Vec<Model>> {
    let theirs = match login {
        Login::Email(key) => Condition::all().add(Column::EmailKey.eq(key)),
        Login::Number(number) => with_number(number),
    };
    let most = u64::try_from(SHARING + 1).unwrap_or(u64::MAX);
    let found = Entity::find().filter(theirs).filter(Column::EndedAt.is_null()).limit(most).all(read.db())?;
    Ok(if found.len() > SHARING { Vec::new() } else { found })
}

/// The account that a code for this login is for, with where the code goes: the address or number itself, which
/// the account has proven (C013). A number counts while the office has written no other on the record since
/// (C052). The look at the record is taken in any case, so that it tells nobody apart (C015).
pub fn of_code(read: &Read, login: &Login) -> Result<Option<(Model, String)>> {
    let theirs = match login {
        Login::Email(key) => Condition::all().add(Column::EmailKey.eq(key)).add(Column::EmailProvenAt.is_not_null()),
        Login::Number(number) => Condition::all().add(Column::Phone.eq(number)),
    };
    let found = Entity::find().filter(theirs).filter(Column::EndedAt.is_null()).one(read.db())?;
    let nobody = Standing { guardian: Some(Uuid::nil()), ..Standing::default() };
    let on_record = number(read, &found.as_ref().map_or(nobody, Model::standing))?;
    Ok(found.and_then(|account| {
        let to = match login {
            Login::Email(_) => account.email.clone(),
            Login::Number(_) => account.phone.clone().filter(|_| account.phone_record == on_record),
        };
        Some((account, to?))
    }))
}

/// The number that gets the account's codes now.
pub fn proven_number(read: &Read, account: &Model) -> Result<Option<String>> {
    let Some(phone) = &account.phone else { return Ok(None) };
    Ok((account.phone_record == number(read, &account.standing())?).then(|| phone.clone()))
}

fn with_number(number: &str) -> Condition {
    let guardians =
        guardian::Entity::find().select_only().column(guardian::Column::Id).filter(guardian::Column::Phone.eq(number));
    let staff = staff::Entity::find().select_only().column(staff::Column::Id).filter(staff::Column::Phone.eq(number));
    Condition::any()
        .add(Column::GuardianId.in_subquery(guardians.into_query()))
        .add(Column::StaffId.in_subquery(staff.into_query()))
}

/// The number that a person signs in with, from their record.
pub fn number(read: &Read, standing: &Standing) -> Result<Option<String>> {
    if let Some(id) = standing.guardian {
        let phone: Option<Option<String>> = guardian::Entity::find_by_id(GuardianId(id))
            .select_only()
            .column(guardian::Column::Phone)
            .into_tuple()
            .one(read.db())?;
        return Ok(phone.flatten());
    }
    let Some(id) = standing.staff else { return Ok(None) };
    let phone: Option<Option<String>> = staff::Entity::find_by_id(StaffId(id))
        .select_only()
        .column(staff::Column::Phone)
        .into_tuple()
        .one(read.db())?;
    Ok(phone.flatten())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_and_a_number_are_told_apart_in_every_script() {
        let number = |text: &str| Some(Login::Number(text.to_owned()));
        for (typed, country, expected) in [
            (" Ada@Example.org", Some("NL"), Some(Login::Email("ada@example.org".to_owned()))),
            ("06 12 34 56 78", Some("NL"), number("+31612345678")),
            ("٠٦١٢٣٤٥٦٧٨", Some("NL"), number("+31612345678")),
            ("०९८७६५४३२१०", Some("IN"), number("+919876543210")),
            ("0612345678", None, None),
            ("ada", Some("NL"), None),
            ("", Some("NL"), None),
        ] {
            assert_eq!(Login::parse(typed, country), expected, "{typed}");
        }
    }
}
