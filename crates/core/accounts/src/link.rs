//! Linked accounts: one person at two schools, who said so after signing in to both (C006).
//!
//! Two schools are two databases that know nothing of each other, and a link changes nothing about that: each
//! side keeps a row that only its owner's page opens. What it points to is sealed, so neither school's records,
//! exports or trail show a trace of the other. A link opens nothing: the other school asks for its own sign-in.

use kernel::clock::MINUTE;
use kernel::{Found as _, Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder, Set};
use store::{Field, Read, Sealed, Work};

use crate::account::AccountId;
use crate::session::fingerprint;

/// How long a code waits to be typed at the other school.
pub const STANDS: i64 = 10 * MINUTE;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "account_link")]
#[declared(whose = User, purpose = SignIn, basis = Consent, kept = Account)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    #[data(Identifier)]
    pub account_id: AccountId,
    /// Finds this side when the other one unlinks; a digest that differs on the two sides.
    #[data(Credential)]
    pub side_hash: String,
    /// The other school and the secret of the pair, sealed.
    #[data(Relationship)]
    pub sealed: Sealed<String>,
    #[data(Activity)]
    pub since: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// A code that its owner carries to the other school.
pub mod code {
    use kernel::Timestamp;
    use registry::Declared;
    use sea_orm::entity::prelude::*;

    use crate::account::AccountId;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
    #[sea_orm(table_name = "link_code")]
    #[declared(whose = User, purpose = SignIn, basis = Consent, kept = Session)]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        #[plain("a random identifier")]
        pub id: Uuid,
        #[data(Identifier)]
        pub account_id: AccountId,
        #[data(Credential)]
        pub hash: String,
        #[data(Activity)]
        pub created_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// The other end, as the house opens it for the owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    pub slug: String,
    /// Known to both sides and to nobody else.
    pub pair: String,
}

/// A fresh code for this account; an earlier one ends. Shown once, with the school's short name before it.
pub fn new_code(work: &Work, account: AccountId) -> Result<String> {
    code::Entity::delete_many().filter(code::Column::AccountId.eq(account)).exec(work.db())?;
    let code = work.random().code(12);
    let row =
        code::Model { id: work.uuid(), account_id: account, hash: fingerprint(&plain(&code)), created_at: work.now };
    code::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(code)
}

/// What was typed: the school and the code, if it reads so.
pub fn parse(typed: &str) -> Option<(String, String)> {
    let (slug, code) = typed.trim().split_once('.')?;
    let code = plain(code);
    (code.len() == 12 && !slug.is_empty()).then(|| (slug.trim().to_lowercase(), code))
}

fn plain(code: &str) -> String {
    kernel::text::ascii_digits(code).to_uppercase().chars().filter(char::is_ascii_alphanumeric).collect()
}

/// Takes a code, once and in time: whose it is.
pub fn spend_code(work: &Work, typed: &str) -> Result<AccountId> {
    let row = code::Entity::find().filter(code::Column::Hash.eq(fingerprint(typed))).one(work.db())?.found()?;
    code::Entity::delete_by_id(row.id).exec(work.db())?;
    if work.now < row.created_at.plus(STANDS) { Ok(row.account_id) } else { Err(kernel::Error::NotFound) }
}

/// What finds the side of the pair that lies at `slug`.
fn side(pair: &str, slug: &str) -> String {
    fingerprint(&format!("{pair} {slug}"))
}

/// Opened for its owner alone, and about nobody else.
static OTHER: Field<String> = Field::secret("account_link", "sealed");

/// Keeps this side of a link: at the school `here`, to `other`. A second link to the same school replaces the first.
pub fn create(work: &Work, account: AccountId, here: &str, other: &Other) -> Result<()> {
    for (row, known) in list(work, account)? {
        if known.slug == other.slug {
            Entity::delete_by_id(row.id).exec(work.db())?;
        }
    }
    let id = work.uuid();
    let row = Model {
        id,
        account_id: account,
        side_hash: side(&other.pair, here),
        sealed: OTHER.seal(work, id, &format!("{} {}", other.slug, other.pair))?,
        since: work.now,
    };
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(())
}

/// The owner's links, opened.
pub fn list(read: &Read, account: AccountId) -> Result<Vec<(Model, Other)>> {
    let rows = Entity::find().filter(Column::AccountId.eq(account)).order_by_asc(Column::Since).all(read.db())?;
    rows.into_iter()
        .map(|row| {
            let opened = OTHER.open(read, row.id, &row.sealed)?;
            let (slug, pair) = opened.split_once(' ').found()?;
            let other = Other { slug: slug.to_owned(), pair: pair.to_owned() };
            Ok((row, other))
        })
        .collect()
}

/// How many links an account has, and since when the newest stands.
pub fn newest(read: &Read, account: AccountId) -> Result<(u64, Option<Timestamp>)> {
    let rows = Entity::find().filter(Column::AccountId.eq(account)).order_by_desc(Column::Since).all(read.db())?;
    Ok((rows.len().try_into().unwrap_or_default(), rows.first().map(|row| row.since)))
}

/// Takes the owner's own side away, and says what the other one is.
pub fn remove(work: &Work, account: AccountId, link: Uuid) -> Result<Other> {
    let mut own = list(work, account)?.into_iter();
    let (row, other) = own.find(|(row, _)| row.id == link).found()?;
    Entity::delete_by_id(row.id).exec(work.db())?;
    Ok(other)
}

/// Takes the side at `here` away because the other one was; whose it was, if it still stood.
pub fn remove_side(work: &Work, here: &str, pair: &str) -> Result<Option<AccountId>> {
    let Some(row) = Entity::find().filter(Column::SideHash.eq(side(pair, here))).one(work.db())? else {
        return Ok(None);
    };
    Entity::delete_by_id(row.id).exec(work.db())?;
    Ok(Some(row.account_id))
}

/// Forgets codes that nobody typed in time.
pub(crate) fn forget(work: &Work) -> Result<()> {
    code::Entity::delete_many().filter(code::Column::CreatedAt.lt(work.now.plus(-STANDS))).exec(work.db())?;
    Ok(())
}

#[expect(unused_imports, reason = "the derive macros name it")]
use Set as _;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let expected = Some(("linde".to_owned(), "ABCD2345EFGH".to_owned()));
        for typed in ["linde.ABCD-2345-EFGH", " Linde.abcd 2345 efgh ", "linde.ABCD2345EFGH"] {
            assert_eq!(parse(typed), expected, "{typed}");
        }
        for typed in ["", "linde", "ABCD-2345-EFGH", ".ABCD2345EFGH", "linde.ABCD"] {
            assert_eq!(parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn the_two_sides_of_a_pair_have_nothing_in_common() {
        assert_ne!(side("pair", "kastanje"), side("pair", "linde"));
    }
}
