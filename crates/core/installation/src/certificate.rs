//! Operators are told once of a TLS certificate that ends soon, and see on the status page how long it lasts (C124).

use std::sync::Arc;

use accounts::account;
use kernel::clock::DAY;
use kernel::{Language, Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel as _, QuerySelect as _};
use site::{Finding, House, Say};
use store::migrate::{Schema, at, key_integer, table};
use store::outbox::{self, Mail};
use store::{Context, Migration, Work};

use crate::acts::WARN;

/// A certificate that ends within this time ends soon.
pub const WARNING: i64 = 21 * DAY;

/// The end of the server's certificate, if it comes soon.
pub fn ending(house: &House, now: Timestamp) -> Option<Timestamp> {
    let ends_at = house.certificate.get()?.ends_at()?;
    (ends_at <= now.plus(WARNING)).then_some(ends_at)
}

/// TLS of the server's own, at a proxy, or none; and how long the certificate lasts.
pub fn finding(house: &House, now: Timestamp) -> Finding {
    let Some(term) = house.certificate.get() else {
        return if house.is_secure() {
            Finding::good("status-proxy")
        } else {
            Finding::wrong("status-no-tls", "status-no-tls-fix")
        };
    };
    let Some(ends_at) = term.ends_at() else {
        return Finding::wrong("status-no-certificate", "status-no-certificate-fix");
    };
    let finding = match ending(house, now) {
        Some(_) => Finding::wrong("status-certificate", "status-certificate-fix"),
        None => Finding::good("status-certificate"),
    };
    finding.with("day", ends_at.date()).with("n", (ends_at.0 - now.0).max(0) / DAY)
}

/// A certificate that operators were told of, known by its end.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "certificate_warning")]
#[declared(whose = Nobody, purpose = Operation, basis = Contract, kept = School)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("when a certificate ends")]
    pub ends_at: Timestamp,
    #[plain("when operators were told")]
    pub told_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

pub fn migrations() -> Vec<Migration> {
    vec![Migration { name: "installation/0004_certificate", up: warning }]
}

fn warning(schema: &Schema) -> Result<()> {
    schema.create(&table("certificate_warning", vec![key_integer("ends_at"), at("told_at")]))
}

/// Mails every operator that the certificate ends at `ends_at`, unless they were told of this one.
pub fn warn(control: &Context, house: &House, ends_at: Timestamp) -> Result<()> {
    let place = house.url.trim_start_matches("https://").to_owned();
    control.write(WARN.on(()), |work, _| {
        if Entity::find_by_id(ends_at).one(work.db())?.is_some() {
            return Ok(());
        }
        tell_operators(work, house, |say| {
            let day = say.date(ends_at.date());
            let subject = say.one("mail-certificate-subject", "place", &place);
            (subject, say.with("mail-certificate", &[("place", &place), ("day", &day)]))
        })?;
        let row = Model { ends_at, told_at: work.now };
        Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
        Ok(())
    })
}

/// Mails every operator who has an address, each in the own language: subject and body.
pub(crate) fn tell_operators(work: &Work, house: &House, words: impl Fn(&Say) -> (String, String)) -> Result<()> {
    let operators: Vec<(Option<String>, Option<String>)> = account::Entity::find()
        .filter(account::Column::EndedAt.is_null())
        .select_only()
        .columns([account::Column::Email, account::Column::Language])
        .into_tuple()
        .all(work.db())?;
    for (email, language) in operators {
        let Some(to) = email else { continue };
        let language = language.as_deref().and_then(Language::parse).unwrap_or(Language::En);
        let (subject, body) = words(&Say::new(Arc::clone(&house.catalogue), language));
        outbox::queue(work, Mail { to, subject, body })?;
    }
    Ok(())
}
