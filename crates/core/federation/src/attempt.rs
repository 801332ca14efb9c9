//! A way to a provider and back: bound to the browser that began it, good for ten minutes, once.
//!
//! The browser keeps one secret in a cookie; state, nonce and the PKCE verifier are made from it, and the row knows
//! only its digest. So nothing in the database finishes anybody's sign-in, and a state of another browser, another
//! school or another time fits nothing.

use accounts::account::AccountId;
use accounts::session::fingerprint;
use kernel::clock::MINUTE;
use kernel::{Result, Timestamp};
use registry::Declared;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;
use store::{Context, Work};

use crate::acts::FORGET;
use crate::provider::ProviderId;

/// How long the way may take.
pub const STANDS: i64 = 10 * MINUTE;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "federation_attempt")]
#[declared(whose = User, purpose = SignIn, basis = Contract, kept = Session)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    #[plain("the provider it leads to")]
    pub provider_id: ProviderId,
    #[data(Device)]
    pub browser_hash: String,
    /// Who links the provider while signed in; none for a sign-in.
    #[data(Identifier)]
    pub account_id: Option<AccountId>,
    #[data(Activity)]
    pub created_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// What the browser's secret gives.
#[derive(Clone, Debug)]
pub struct Secrets {
    pub browser: String,
}

impl Secrets {
    pub fn state(&self) -> String {
        fingerprint(&format!("state {}", self.browser))
    }

    pub fn nonce(&self) -> String {
        fingerprint(&format!("nonce {}", self.browser))
    }

    /// 64 characters of the unreserved set (RFC 7636, section 4.1).
    pub fn verifier(&self) -> String {
        fingerprint(&format!("verifier {}", self.browser))
    }
}

/// Begins a way to the provider.
pub fn begin(work: &Work, provider: ProviderId, account: Option<AccountId>) -> Result<Secrets> {
    let secrets = Secrets { browser: work.random().token() };
    let row = Model {
        id: work.uuid(),
        provider_id: provider,
        browser_hash: fingerprint(&secrets.browser),
        account_id: account,
        created_at: work.now,
    };
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(secrets)
}

/// The attempt that this browser began, used up by asking; nothing if there is none, it is too old, or `state` is
/// another's.
pub fn finish(work: &Work, secrets: &Secrets, state: &str) -> Result<Option<Model>> {
    let found = Entity::find().filter(Column::BrowserHash.eq(fingerprint(&secrets.browser))).one(work.db())?;
    let Some(row) = found else { return Ok(None) };
    Entity::delete_by_id(row.id).exec(work.db())?;
    let in_time = work.now < row.created_at.plus(STANDS);
    Ok((in_time && secrets.state() == state).then_some(row))
}

/// The job that forgets what was never finished.
pub(crate) fn forget(context: &Context) -> Result<()> {
    context.write(FORGET.on(()), |work, _| {
        Entity::delete_many().filter(Column::CreatedAt.lt(work.now.plus(-STANDS))).exec(work.db())?;
        Ok(())
    })
}
