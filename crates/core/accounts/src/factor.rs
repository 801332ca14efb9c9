//! The second factor: time-based codes (RFC 6238) and ten recovery codes for the day the phone is lost (C017).

use kernel::{Error, Random, Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, Set};
use sha2::{Digest, Sha256};
use store::{Field, Read, Work};
use totp_rs::{Builder, Secret, Totp};

use crate::account::{self, AccountId};
use crate::passkey;

/// A recovery code.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "recovery_code")]
#[declared(whose = User, purpose = SignIn, basis = Contract, kept = Account)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    #[data(Identifier)]
    pub account_id: AccountId,
    #[data(Credential)]
    pub hash: String,
    #[data(Activity)]
    pub used_at: Option<Timestamp>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

const RECOVERY_CODES: usize = 10;

/// The secret that an account shares with an app. The house opens it to check a code; nobody reads it.
static SHARED: Field<String> = Field::secret("account", "totp_sealed");

/// A fresh shared secret, base32 as authenticator apps take it.
pub fn new_secret(random: &Random) -> String {
    Secret::from(random.bytes::<20>().to_vec()).to_base32()
}

/// Whether a form brought back a secret as [`new_secret`] makes them.
pub fn is_secret(text: &str) -> bool {
    text.len() == 32 && Secret::try_from_base32(text).is_ok()
}

fn totp(secret: &str, account_name: &str, issuer: &str) -> Result<Totp> {
    let secret =
        Secret::try_from_base32(secret).map_err(|_| Error::Internal("a stored secret is damaged".to_owned()))?;
    // A colon would split the label (Key URI format).
    let plain = |text: &str| text.replace(':', " ");
    Builder::new()
        .with_secret(secret)
        .with_account_name(plain(account_name))
        .with_issuer(Some(plain(issuer)))
        .build()
        .map_err(Error::internal)
}

/// The `otpauth:` address for a QR code.
pub fn address(secret: &str, account_name: &str, issuer: &str) -> Result<String> {
    totp(secret, account_name, issuer)?.to_url().map_err(Error::internal)
}

/// The QR code of [`address`] as SVG, black on white in either theme.
pub fn picture(address: &str) -> Result<String> {
    let code = qrcode::QrCode::new(address.as_bytes()).map_err(Error::internal)?;
    Ok(code.render::<qrcode::render::svg::Color>().min_dimensions(200, 200).quiet_zone(true).build())
}

/// The time step that `code` belongs to now, one step of drift either way; none if it is wrong.
pub fn step(secret: &str, code: &str, now: Timestamp) -> Result<Option<i64>> {
    let digits: String = kernel::text::ascii_digits(code).chars().filter(char::is_ascii_digit).collect();
    let seconds = u64::try_from(now.0 / 1000).unwrap_or_default();
    Ok(totp(secret, "account", "Homeroom")?.check(&digits, seconds).and_then(|step| i64::try_from(step).ok()))
}

/// Turns the second factor on and gives the recovery codes, shown once.
pub fn enable(work: &Work, account: AccountId, secret: String, step: i64) -> Result<Vec<String>> {
    let row = account::ActiveModel {
        id: Set(account),
        totp_sealed: Set(Some(SHARED.seal(work, account.0, &secret)?)),
        totp_step: Set(Some(step)),
        ..Default::default()
    };
    account::update(work, row)?;
    renew_codes(work, account)
}

/// Replaces the recovery codes.
pub fn renew_codes(work: &Work, account: AccountId) -> Result<Vec<String>> {
    Entity::delete_many().filter(Column::AccountId.eq(account)).exec(work.db())?;
    let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| work.random().code(10)).collect();
    let rows = codes.iter().map(|code| {
        Model { id: work.uuid(), account_id: account, hash: hash(account, code), used_at: None }.into_active_model()
    });
    Entity::insert_many(rows).exec_without_returning(work.db())?;
    Ok(codes)
}

/// Whether a password or a one-time code alone is not enough: an app or a passkey is set up.
pub fn is_set_up(read: &Read, account: &account::Model) -> Result<bool> {
    Ok(account.totp_sealed.is_some() || passkey::has(read, account.id)?)
}

/// Removes the recovery codes, with the last second factor.
pub(crate) fn forget_codes(work: &Work, account: AccountId) -> Result<()> {
    Entity::delete_many().filter(Column::AccountId.eq(account)).exec(work.db())?;
    Ok(())
}

/// Takes a code from the app, or a recovery code, once (C014's rule for codes). False if it does not fit.
pub fn use_code(work: &Work, account: &account::Model, code: &str) -> Result<bool> {
    let step = match &account.totp_sealed {
        Some(sealed) => step(&SHARED.open(work, account.id.0, sealed)?, code, work.now)?,
        None => None,
    };
    if let Some(step) = step {
        let fresh = account.totp_step.is_none_or(|last| step > last);
        if fresh {
            account::update(
                work,
                account::ActiveModel { id: Set(account.id), totp_step: Set(Some(step)), ..Default::default() },
            )?;
        }
        return Ok(fresh);
    }
    let spent = Entity::update_many()
        .set(ActiveModel { used_at: Set(Some(work.now)), ..Default::default() })
        .filter(Column::AccountId.eq(account.id))
        .filter(Column::Hash.eq(hash(account.id, code)))
        .filter(Column::UsedAt.is_null())
        .exec(work.db())?;
    Ok(spent.rows_affected == 1)
}

/// Recovery codes not used yet.
pub fn codes_left(read: &Read, account: AccountId) -> Result<u64> {
    use sea_orm::PaginatorTrait as _;
    Ok(Entity::find().filter(Column::AccountId.eq(account)).filter(Column::UsedAt.is_null()).count(read.db())?)
}

/// Turns the app off. 403 for roles that must have a second factor, where it is the last (C017).
pub fn disable(work: &Work, account: AccountId) -> Result<()> {
    let row = account::find(work, account)?;
    if !passkey::has(work, account)? {
        if account::roles(work, &row)?.iter().any(|role| role.needs_second_factor()) {
            return Err(Error::Forbidden);
        }
        forget_codes(work, account)?;
    }
    account::update(
        work,
        account::ActiveModel { id: Set(account), totp_sealed: Set(None), totp_step: Set(None), ..Default::default() },
    )
}

/// 46 random bits need no slow hash; the account salts it.
fn hash(account: AccountId, code: &str) -> String {
    let plain: String = code.to_uppercase().chars().filter(char::is_ascii_alphanumeric).collect();
    let digest = Sha256::digest(format!("recovery {account} {plain}"));
    hex::encode(digest)
}
