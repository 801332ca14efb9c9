//! A mail address that waits for its owner to open a link: until then the one before stays, and nothing about
//! a person is written to it (C011).

use kernel::clock::DAY;
use kernel::{EmailAddress, Error, Found as _, Result, Timestamp};
use people::correction::{self, Subject};
use people::{GuardianId, StudentId};
use registry::Declared;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;
use store::{Read, Work};

use crate::account::{self, AccountId};
use crate::session::fingerprint;

/// How long the link works.
pub const STANDS: i64 = 3 * DAY;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "email_change")]
#[declared(whose = User, purpose = [SignIn, Security], basis = Contract, kept = Account)]
pub struct Model {
    /// One address waits for each account; a second request replaces the first.
    #[sea_orm(primary_key, auto_increment = false)]
    #[data(Identifier)]
    pub account_id: AccountId,
    #[data(Contact)]
    pub email: String,
    #[data(Credential)]
    pub token_hash: String,
    #[data(Activity)]
    pub expires_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// Lets the address wait; gives the link's token, which is stored nowhere. 422 if somebody else signs in with it.
pub fn ask(work: &Work, account: AccountId, email: &EmailAddress) -> Result<String> {
    let taken = account::Entity::find()
        .filter(account::Column::EmailKey.eq(email.key()))
        .filter(account::Column::Id.ne(account))
        .one(work.db())?;
    if taken.is_some() {
        return Err(Error::invalid("email", "email-taken"));
    }
    let token = work.random().token();
    let row = Model {
        account_id: account,
        email: email.as_str().to_owned(),
        token_hash: fingerprint(&token),
        expires_at: work.now.plus(STANDS),
    };
    give_up(work, account)?;
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(token)
}

/// Nothing waits any more.
pub fn give_up(work: &Work, account: AccountId) -> Result<()> {
    Entity::delete_by_id(account).exec(work.db())?;
    Ok(())
}

/// The address that waits for this account.
pub fn waiting(read: &Read, account: AccountId) -> Result<Option<String>> {
    Ok(Entity::find_by_id(account).one(read.db())?.map(|row| row.email))
}

/// Whether nobody has shown yet that the account's own address reaches its owner: it was typed by whoever
/// accepted the invitation.
pub fn is_unproven(read: &Read, account: &account::Model) -> Result<bool> {
    if account.email_proven_at.is_some() {
        return Ok(false);
    }
    let waiting = waiting(read, account.id)?;
    Ok(waiting.is_some() && waiting == account.email)
}

/// What waits behind a link; 404 for a link that is used, over or unknown.
pub fn find(read: &Read, token: &str) -> Result<Model> {
    Entity::find()
        .filter(Column::TokenHash.eq(fingerprint(token)))
        .filter(Column::ExpiresAt.gt(read.now))
        .one(read.db())?
        .found()
}

/// Makes the waiting address the account's, and that of the guardian's or student's record, which is how the
/// school reaches them. The address on a staff record is the official one and stays.
pub fn confirm(work: &Work, waiting: &Model, account: &account::Model) -> Result<()> {
    let email = EmailAddress::parse(&waiting.email).map_err(|message| Error::invalid("email", message))?;
    give_up(work, account.id)?;
    account::readdress(work, account.id, &email)?;
    account::prove_email(work, account.id)?;
    let guardian = account.guardian_id.map(|id| Subject::Guardian(GuardianId(id)));
    let student = account.student_id.map(|id| Subject::Student(StudentId(id)));
    for subject in guardian.into_iter().chain(student) {
        correction::change_own(work, subject, &[("email", waiting.email.clone())])?;
    }
    Ok(())
}

/// Addresses that were never shown to reach anybody are forgotten with their links; one's own stays marked.
pub(crate) fn forget(work: &Work) -> Result<()> {
    let over = Entity::find().filter(Column::ExpiresAt.lte(work.now)).all(work.db())?;
    for row in over {
        let own = account::Entity::find_by_id(row.account_id).one(work.db())?.and_then(|account| account.email);
        if own.as_deref() != Some(row.email.as_str()) {
            give_up(work, row.account_id)?;
        }
    }
    Ok(())
}
