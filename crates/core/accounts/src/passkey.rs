//! Passkeys (WebAuthn): a key that stays with the person's device and signs this site's challenge. It asks for the
//! person's finger, face or PIN, so that one passkey counts as both factors (C017).
//!
//! The relying party is the installation's domain. What a browser was asked with waits here for five minutes, for
//! one answer, from the browser whose cookie it was made for. The challenges come from the library's own chance:
//! nothing that is repeated depends on them.

use kernel::clock::MINUTE;
use kernel::{Error, Found as _, Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder, Set};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use store::{Read, Work};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyAuthentication, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Webauthn, WebauthnBuilder, WebauthnError,
};

use crate::account::{self, AccountId};
use crate::session::fingerprint;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "passkey")]
#[declared(whose = User, purpose = SignIn, basis = Contract, kept = Account)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    #[data(Identifier)]
    pub account_id: AccountId,
    /// As its owner calls it: "my phone".
    #[data(Device)]
    pub name: String,
    /// In hexadecimal digits; unique in the school.
    #[data(Credential)]
    pub credential_id: String,
    /// The public key with its counter, as the library writes it.
    #[data(Credential)]
    pub public_key: String,
    #[data(Activity)]
    pub created_at: Timestamp,
    #[data(Activity)]
    pub used_at: Option<Timestamp>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// What a browser was asked with.
pub mod challenge {
    use kernel::Timestamp;
    use registry::Declared;
    use sea_orm::entity::prelude::*;

    use crate::account::AccountId;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
    #[sea_orm(table_name = "passkey_challenge")]
    #[declared(whose = User, purpose = SignIn, basis = Contract, kept = Session)]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        #[plain("a random identifier")]
        pub id: Uuid,
        /// None while nobody has said who they are.
        #[data(Identifier)]
        pub account_id: Option<AccountId>,
        /// SHA-256 of the cookie that asked.
        #[data(Credential)]
        pub token_hash: String,
        #[plain("what the challenge is for")]
        pub kind: String,
        #[data(Credential)]
        pub state: String,
        #[data(Activity)]
        pub created_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// How long a challenge waits for its answer.
const WAITS: i64 = 5 * MINUTE;
/// Passkeys of one account; nobody has that many devices.
const MOST: usize = 20;

/// The installation as authenticators know it; none at a bare address, which WebAuthn does not know. `name` is
/// what the device may show.
pub fn relying_party(url: &str, name: &str) -> Option<Webauthn> {
    let origin = Url::parse(url).ok()?;
    WebauthnBuilder::new(origin.domain()?, &origin).ok()?.rp_name(name).build().ok()
}

/// An account's passkeys, oldest first.
pub fn list(read: &Read, account: AccountId) -> Result<Vec<Model>> {
    Ok(Entity::find().filter(Column::AccountId.eq(account)).order_by_asc(Column::CreatedAt).all(read.db())?)
}

pub fn has(read: &Read, account: AccountId) -> Result<bool> {
    Ok(Entity::find().filter(Column::AccountId.eq(account)).count(read.db())? > 0)
}

fn damaged(error: serde_json::Error) -> Error {
    Error::Internal(format!("a stored passkey or challenge is damaged: {error}"))
}

fn keys(rows: &[Model]) -> Result<Vec<Passkey>> {
    rows.iter().map(|row| serde_json::from_str(&row.public_key).map_err(damaged)).collect()
}

/// Keeps what the browser with this cookie is asked with; what it was asked before no longer counts.
fn keep(work: &Work, token: &str, kind: &str, account: Option<AccountId>, state: &impl Serialize) -> Result<()> {
    challenge::Entity::delete_many().filter(challenge::Column::TokenHash.eq(fingerprint(token))).exec(work.db())?;
    forget(work)?;
    let row = challenge::Model {
        id: work.uuid(),
        account_id: account,
        token_hash: fingerprint(token),
        kind: kind.to_owned(),
        state: serde_json::to_string(state).map_err(damaged)?,
        created_at: work.now,
    };
    challenge::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(())
}

/// Takes the challenge of this browser, once; none if there is none, or it waited too long.
fn take<S: DeserializeOwned>(work: &Work, token: &str, kind: &str, account: Option<AccountId>) -> Result<Option<S>> {
    let of_browser = challenge::Column::TokenHash.eq(fingerprint(token));
    let row = challenge::Entity::find().filter(of_browser.clone()).one(work.db())?;
    challenge::Entity::delete_many().filter(of_browser).exec(work.db())?;
    let fitting =
        row.filter(|row| row.kind == kind && row.account_id == account && work.now < row.created_at.plus(WAITS));
    fitting.map(|row| serde_json::from_str(&row.state).map_err(damaged)).transpose()
}

/// Removes challenges that nobody may answer any more.
pub(crate) fn forget(work: &Work) -> Result<()> {
    challenge::Entity::delete_many().filter(challenge::Column::CreatedAt.lte(work.now.plus(-WAITS))).exec(work.db())?;
    Ok(())
}

const REGISTER: &str = "register";
const ENTER: &str = "enter";
const SECOND: &str = "second";

/// Asks the browser for a new passkey that names its owner itself, so that it can be used without typing who one is.
pub fn begin_registration(
    work: &Work,
    party: &Webauthn,
    account: &account::Model,
    place: &str,
    token: &str,
) -> Result<Value> {
    let known = list(work, account.id)?;
    if known.len() >= MOST {
        return Err(Error::Conflict("passkey-too-many".into()));
    }
    let others = keys(&known)?.iter().map(|key| key.cred_id().clone()).collect();
    let login = account.email.as_ref().unwrap_or(&account.name);
    let shown = format!("{}, {place}", account.name);
    let (options, state) =
        party.start_passkey_registration(account.id.0, login, &shown, Some(others)).map_err(Error::internal)?;
    keep(work, token, REGISTER, Some(account.id), &state)?;
    let mut options = serde_json::to_value(options).map_err(Error::internal)?;
    if let Some(Value::Object(wishes)) = options.pointer_mut("/publicKey/authenticatorSelection") {
        wishes.insert("residentKey".to_owned(), "required".into());
        wishes.insert("requireResidentKey".to_owned(), true.into());
    }
    Ok(options)
}

/// Adds the passkey that answers. False if it answers nothing that was asked here.
pub fn finish_registration(
    work: &Work,
    party: &Webauthn,
    account: AccountId,
    token: &str,
    name: &str,
    answer: &RegisterPublicKeyCredential,
) -> Result<bool> {
    let Some(state) = take::<PasskeyRegistration>(work, token, REGISTER, Some(account))? else { return Ok(false) };
    let Ok(key) = party.finish_passkey_registration(answer, &state) else { return Ok(false) };
    let credential_id = hex(key.cred_id().as_ref());
    if Entity::find().filter(Column::CredentialId.eq(credential_id.as_str())).one(work.db())?.is_some() {
        return Ok(false);
    }
    let row = Model {
        id: work.uuid(),
        account_id: account,
        name: name.to_owned(),
        credential_id,
        public_key: serde_json::to_string(&key).map_err(damaged)?,
        created_at: work.now,
        used_at: None,
    };
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(true)
}

fn hex(bytes: &[u8]) -> String {
    hex::encode(bytes)
}

/// Asks whoever is at the browser for any passkey of theirs.
pub fn begin_entry(work: &Work, party: &Webauthn, token: &str) -> Result<Value> {
    let (options, state) = party.start_discoverable_authentication().map_err(Error::internal)?;
    keep(work, token, ENTER, None, &state)?;
    let mut options = serde_json::to_value(options).map_err(Error::internal)?;
    // A button was pressed: the browser is to ask at once, and not to wait in the list of a field.
    if let Some(whole) = options.as_object_mut() {
        whole.remove("mediation");
    }
    Ok(options)
}

/// What an answer came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answered {
    Fits(AccountId),
    /// It answers nothing that was asked here, or is nobody's passkey.
    Wrong,
    /// The key's counter went back: somebody has a copy of it (WebAuthn, 7.2 step 22).
    Copied(AccountId),
}

/// Whose passkey answers, without their having said who they are.
pub fn finish_entry(work: &Work, party: &Webauthn, token: &str, answer: &PublicKeyCredential) -> Result<Answered> {
    let Some(state) = take::<DiscoverableAuthentication>(work, token, ENTER, None)? else {
        return Ok(Answered::Wrong);
    };
    let Ok((owner, _)) = party.identify_discoverable_authentication(answer) else { return Ok(Answered::Wrong) };
    let Some((row, mut key)) = find(work, AccountId(owner), answer)? else { return Ok(Answered::Wrong) };
    let result = party.finish_discoverable_authentication_v2(answer, state, &key);
    conclude(work, &row, &mut key, result)
}

/// Asks the owner of a sign-in that waits for one of their passkeys.
pub fn begin_second(work: &Work, party: &Webauthn, token: &str, account: AccountId) -> Result<Value> {
    let known = keys(&list(work, account)?)?;
    if known.is_empty() {
        return Err(Error::NotFound);
    }
    let (options, state) = party.start_passkey_authentication(&known).map_err(Error::internal)?;
    keep(work, token, SECOND, Some(account), &state)?;
    serde_json::to_value(options).map_err(Error::internal)
}

pub fn finish_second(
    work: &Work,
    party: &Webauthn,
    token: &str,
    account: AccountId,
    answer: &PublicKeyCredential,
) -> Result<Answered> {
    let Some(state) = take::<PasskeyAuthentication>(work, token, SECOND, Some(account))? else {
        return Ok(Answered::Wrong);
    };
    let Some((row, mut key)) = find(work, account, answer)? else { return Ok(Answered::Wrong) };
    let result = party.finish_passkey_authentication(answer, &state);
    conclude(work, &row, &mut key, result)
}

/// The account's passkey that answers.
fn find(read: &Read, account: AccountId, answer: &PublicKeyCredential) -> Result<Option<(Model, Passkey)>> {
    let row = Entity::find()
        .filter(Column::AccountId.eq(account))
        .filter(Column::CredentialId.eq(hex(answer.get_credential_id())))
        .one(read.db())?;
    row.map(|row| {
        let key = serde_json::from_str(&row.public_key).map_err(damaged)?;
        Ok((row, key))
    })
    .transpose()
}

fn conclude(
    work: &Work,
    row: &Model,
    key: &mut Passkey,
    result: Result<webauthn_rs::prelude::AuthenticationResult, WebauthnError>,
) -> Result<Answered> {
    match result {
        Ok(result) if result.user_verified() => {
            key.update_credential(&result);
            let used = ActiveModel {
                id: Set(row.id),
                public_key: Set(serde_json::to_string(key).map_err(damaged)?),
                used_at: Set(Some(work.now)),
                ..Default::default()
            };
            Entity::update(used).exec(work.db())?;
            Ok(Answered::Fits(row.account_id))
        }
        Err(WebauthnError::CredentialPossibleCompromise) => Ok(Answered::Copied(row.account_id)),
        Ok(_) | Err(_) => Ok(Answered::Wrong),
    }
}

/// Removes one of the account's passkeys. 403 if a role demands a second factor and this is the last one (C017).
pub fn remove(work: &Work, account: &account::Model, passkey: Uuid) -> Result<()> {
    let row = Entity::find_by_id(passkey).filter(Column::AccountId.eq(account.id)).one(work.db())?.found()?;
    let is_last = account.totp_sealed.is_none() && list(work, account.id)?.len() == 1;
    if is_last && account::roles(work, account)?.iter().any(|role| role.needs_second_factor()) {
        return Err(Error::Forbidden);
    }
    Entity::delete_by_id(row.id).exec(work.db())?;
    if is_last {
        crate::factor::forget_codes(work, account.id)?;
    }
    Ok(())
}
