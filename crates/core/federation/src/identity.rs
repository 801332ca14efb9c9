//! An account's link with somebody at a provider: issuer and subject, which never change there (OpenID Connect
//! Core 1.0, section 2), unlike an address.

use accounts::account::{self, AccountId};
use kernel::{Error, Found as _, Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder, Set};
use store::{Read, Role, Work};

use crate::oidc::Proven;
use crate::provider::{self, ProviderId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "federated_identity")]
#[declared(whose = User, purpose = SignIn, basis = Contract, kept = Account)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    #[data(Identifier)]
    pub account_id: AccountId,
    #[plain("the provider it is at")]
    pub provider_id: ProviderId,
    #[plain("a provider's address")]
    pub issuer: String,
    #[data(Identifier)]
    pub subject: String,
    #[data(Activity)]
    pub since: Timestamp,
    #[data(Activity)]
    pub last_at: Option<Timestamp>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// Who came back from a provider, here.
#[derive(Clone, Debug)]
pub enum Match {
    /// Linked before.
    Known(account::Model),
    /// The same address, verified there and here; to be linked now.
    Address(account::Model),
    /// Nobody here, or nobody who may use this provider.
    Nobody,
}

/// Finds the account; never makes one.
pub fn find(read: &Read, provider: &provider::Model, proven: &Proven) -> Result<Match> {
    let linked = Entity::find()
        .filter(Column::Issuer.eq(&provider.issuer))
        .filter(Column::Subject.eq(&proven.subject))
        .one(read.db())?;
    let (account, is_linked) = match linked {
        Some(row) => (account::find(read, row.account_id).ok(), true),
        None => (by_address(read, proven)?, false),
    };
    match account {
        Some(account) if may_use(read, provider, &account)? => {
            Ok(if is_linked { Match::Known(account) } else { Match::Address(account) })
        }
        _ => Ok(Match::Nobody),
    }
}

/// The account whose address the provider has verified, if it was proven here too.
fn by_address(read: &Read, proven: &Proven) -> Result<Option<account::Model>> {
    let Some(email) = &proven.verified_email else { return Ok(None) };
    Ok(account::Entity::find()
        .filter(account::Column::EmailKey.eq(email.to_lowercase()))
        .filter(account::Column::EmailProvenAt.is_not_null())
        .filter(account::Column::EndedAt.is_null())
        .one(read.db())?)
}

/// Whether the school lets this account sign in with this provider.
pub fn may_use(read: &Read, provider: &provider::Model, account: &account::Model) -> Result<bool> {
    let roles = account::roles(read, account)?;
    let is_staff = roles.iter().any(|role| !matches!(role, Role::Guardian | Role::Student));
    let is_guardian = roles.contains(&Role::Guardian);
    Ok((is_staff && provider.for_staff) || (is_guardian && !is_staff && provider.for_guardians))
}

/// Links them. Somebody at a provider is linked with one account of a school.
pub fn link(work: &Work, account: AccountId, provider: &provider::Model, subject: &str) -> Result<()> {
    let row = Model {
        id: work.uuid(),
        account_id: account,
        provider_id: provider.id,
        issuer: provider.issuer.clone(),
        subject: subject.to_owned(),
        since: work.now,
        last_at: None,
    };
    let taken = |error: DbErr| match Error::from(error) {
        Error::Conflict(_) => Error::invalid("provider", "provider-linked-elsewhere"),
        other => other,
    };
    Entity::insert(row.into_active_model()).exec_without_returning(work.db()).map_err(taken)?;
    Ok(())
}

/// Notes a sign-in.
pub fn used(work: &Work, provider: &provider::Model, subject: &str) -> Result<()> {
    Entity::update_many()
        .set(ActiveModel { last_at: Set(Some(work.now)), ..Default::default() })
        .filter(Column::Issuer.eq(&provider.issuer))
        .filter(Column::Subject.eq(subject))
        .exec(work.db())?;
    Ok(())
}

/// An account's own links, with the names of the providers.
pub fn of_account(read: &Read, account: AccountId) -> Result<Vec<(Model, String)>> {
    let rows = Entity::find().filter(Column::AccountId.eq(account)).order_by_asc(Column::Since).all(read.db())?;
    let providers = provider::list(read)?;
    let name = |row: &Model| {
        providers.iter().find(|p| p.id == row.provider_id).map_or_else(|| row.issuer.clone(), |p| p.name.clone())
    };
    Ok(rows.into_iter().map(|row| (row.clone(), name(&row))).collect())
}

/// Ends one of the account's own links.
pub fn remove(work: &Work, account: AccountId, link: Uuid) -> Result<()> {
    let row = Entity::find_by_id(link).filter(Column::AccountId.eq(account)).one(work.db())?.found()?;
    Entity::delete_by_id(row.id).exec(work.db())?;
    Ok(())
}

pub(crate) fn remove_of(work: &Work, provider: ProviderId) -> Result<()> {
    Entity::delete_many().filter(Column::ProviderId.eq(provider)).exec(work.db())?;
    Ok(())
}
