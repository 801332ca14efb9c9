//! One-time codes by mail and phone (C013–C015): six digits, good for ten minutes, once, and in the browser that
//! asked for them.
//!
//! A code is kept as a hash whose key is the asking browser's cookie, which is stored nowhere: neither a stolen
//! database nor another browser can test a guess. Asking for somebody unknown leaves the same rows behind as
//! asking for somebody known, one of them for nobody, so that neither the answer nor its time tells them apart.

use hmac::{Hmac, KeyInit as _, Mac as _};
use kernel::clock::{HOUR, MINUTE, SECOND};
use kernel::{Error, Message, Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder, Set};
use sha2::Sha256;
use store::outbox::{self, Brief, Channel};
use store::{Read, Work};
use subtle::ConstantTimeEq as _;

use crate::account::{self, AccountId};
use crate::cooling;
use crate::session::{GUESSES, fingerprint};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "sign_in_code")]
#[declared(whose = User, purpose = [SignIn, Security], basis = Contract, kept = Session)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    /// None if nobody signs in so: nothing was sent, and no code fits.
    #[data(Identifier)]
    pub account_id: Option<AccountId>,
    /// SHA-256 of the cookie that asked.
    #[data(Credential)]
    pub token_hash: String,
    /// HMAC of the code, keyed with that cookie.
    #[data(Credential)]
    pub code_hash: String,
    /// SHA-256 of the number or address that was asked for, to limit how often.
    #[data(Contact)]
    pub asked_hash: String,
    #[plain("the channel's name")]
    pub channel: String,
    /// The number or address that its owner is proving; none for a code that signs in.
    #[data(Contact)]
    pub proves: Option<String>,
    #[data(Device)]
    pub network: Option<String>,
    #[data(Activity)]
    pub created_at: Timestamp,
    #[data(Activity)]
    pub guesses: i64,
    /// When it was used, guessed at too often, or followed by a newer one.
    #[data(Activity)]
    pub ended_at: Option<Timestamp>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// How long a code is good.
pub const GOOD: i64 = 10 * MINUTE;
/// Before another can be asked for.
pub const PAUSE: i64 = MINUTE;
/// Codes for one number or address, and for one account's proofs, within [`WINDOW`].
const OF_ONE: u64 = 5;
/// Codes that one network may ask for within [`WINDOW`]: more than a full computer room needs.
const OF_NETWORK: u64 = 300;
const WINDOW: i64 = HOUR;
const DIGITS: usize = 6;

/// What is asked for.
pub struct Asked<'a> {
    /// None if nobody signs in so, or not now.
    pub account: Option<AccountId>,
    /// Where the code goes, if anywhere.
    pub to: Option<String>,
    pub channel: Channel,
    /// The number or address that is to be proven.
    pub proves: Option<String>,
    pub network: Option<&'a str>,
}

/// Subject and text of the message around a code.
pub type Wording = Box<dyn FnOnce(&str) -> (String, String) + Send>;

/// Makes a code for the browser that holds `token` and queues it. Its earlier ones end. `login` is what was typed
/// as it was understood: `+31612345678`, `ada@example.org`.
pub fn ask(work: &Work, token: &str, asked: Asked, login: &str, words: Wording) -> Result<()> {
    ask_hashed(work, token, asked, &fingerprint(&format!("asked for {login}")), words)
}

/// The same for another code for whom the last was asked: `asked_hash` is of that row.
pub fn ask_hashed(work: &Work, token: &str, asked: Asked, asked_hash: &str, words: Wording) -> Result<()> {
    limit(work, &asked, asked_hash)?;
    end_earlier(work, token)?;
    let id = work.uuid();
    let code = work.random().digits(DIGITS);
    let row = Model {
        id,
        account_id: asked.account,
        token_hash: fingerprint(token),
        code_hash: keyed(token, id, &code)?,
        asked_hash: asked_hash.to_owned(),
        channel: asked.channel.word().to_owned(),
        proves: asked.proves,
        network: asked.network.map(str::to_owned),
        created_at: work.now,
        guesses: 0,
        ended_at: None,
    };
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    let (subject, body) = words(&code);
    let until = work.now.plus(GOOD);
    outbox::queue_brief(work, Brief { channel: asked.channel, to: asked.to, subject, body, until })
}

/// The hour's limits; the same for whoever is unknown.
fn limit(read: &Read, asked: &Asked, asked_hash: &str) -> Result<()> {
    let lately = || Entity::find().filter(Column::CreatedAt.gt(read.now.plus(-WINDOW)));
    let of_one = lately().filter(Column::AskedHash.eq(asked_hash)).count(read.db())?;
    let of_network = match asked.network {
        Some(network) => lately().filter(Column::Network.eq(network)).count(read.db())?,
        None => 0,
    };
    let of_account = match (asked.account, &asked.proves) {
        (Some(account), Some(_)) => {
            let own = lately().filter(Column::AccountId.eq(account)).filter(Column::Proves.is_not_null());
            own.count(read.db())?
        }
        _ => 0,
    };
    if of_one >= OF_ONE || of_account >= OF_ONE || of_network >= OF_NETWORK { Err(too_many()) } else { Ok(()) }
}

fn too_many() -> Error {
    Error::Conflict(Message::from("code-too-many").with("n", OF_ONE))
}

fn end_earlier(work: &Work, token: &str) -> Result<()> {
    Entity::update_many()
        .set(ActiveModel { ended_at: Set(Some(work.now)), ..Default::default() })
        .filter(Column::TokenHash.eq(fingerprint(token)))
        .filter(Column::EndedAt.is_null())
        .exec(work.db())?;
    Ok(())
}

fn mac(token: &str, id: Uuid, code: &str) -> Result<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(token.as_bytes()).map_err(Error::internal)?;
    mac.update(format!("one-time code {id} {code}").as_bytes());
    Ok(mac)
}

fn keyed(token: &str, id: Uuid, code: &str) -> Result<String> {
    let hash = mac(token, id, code)?.finalize().into_bytes();
    Ok(hex::encode(hash))
}

/// The code that this browser was sent last, if it has neither ended nor run out.
pub fn find_pending(read: &Read, token: &str) -> Result<Option<Model>> {
    let last = Entity::find()
        .filter(Column::TokenHash.eq(fingerprint(token)))
        .filter(Column::EndedAt.is_null())
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .one(read.db())?;
    Ok(last.filter(|row| row.is_good(read.now)))
}

/// The one this browser asked for last, whatever became of it: to ask for another.
pub fn find_last(read: &Read, token: &str) -> Result<Option<Model>> {
    let all = Entity::find().filter(Column::TokenHash.eq(fingerprint(token)));
    Ok(all.order_by_desc(Column::CreatedAt).order_by_desc(Column::Id).one(read.db())?)
}

impl Model {
    fn is_good(&self, now: Timestamp) -> bool {
        now < self.created_at.plus(GOOD)
    }

    pub fn channel(&self) -> Channel {
        if self.channel == Channel::Sms.word() { Channel::Sms } else { Channel::Mail }
    }

    /// Whole seconds until another can be asked for; none when it can be now.
    pub fn wait(&self, now: Timestamp) -> Option<i64> {
        let left = self.created_at.plus(PAUSE).0 - now.0;
        (left > 0).then(|| (left + SECOND - 1) / SECOND)
    }
}

/// The six digits of what was typed, in ASCII; none if they are not six.
pub fn read(typed: &str) -> Option<String> {
    let plain = kernel::text::ascii_digits(typed);
    let is_filler = |c: char| c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '.' | '\u{200e}' | '\u{200f}');
    let digits: String = plain.chars().filter(|c| !is_filler(*c)).collect();
    (digits.len() == DIGITS && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
}

/// Uses the code of this browser, once. A wrong one counts against it and against the account, which cools after
/// the fifth; the right one does not open an account that cools.
pub fn take(work: &Work, token: &str, code: &str, network: Option<&str>) -> Result<Option<Model>> {
    let Some(row) = find_pending(work, token)? else { return Ok(None) };
    // Looked for in any case, and counted in any case: the time of a wrong code tells nobody apart.
    let account = account::Entity::find_by_id(row.account_id.unwrap_or(AccountId(Uuid::nil())))
        .filter(account::Column::EndedAt.is_null())
        .one(work.db())?;
    let cools = account.as_ref().is_some_and(|account| cooling::is_cooling(account, work.now));
    let fits = keyed(token, row.id, code)?.as_bytes().ct_eq(row.code_hash.as_bytes()).into();
    if fits && account.is_some() && !cools {
        let used = Entity::update_many()
            .set(ActiveModel { ended_at: Set(Some(work.now)), ..Default::default() })
            .filter(Column::Id.eq(row.id))
            .filter(Column::EndedAt.is_null())
            .exec(work.db())?;
        return Ok((used.rows_affected == 1).then_some(row));
    }
    let guesses = row.guesses + 1;
    let ended_at = (guesses >= GUESSES).then_some(work.now);
    let worn = ActiveModel { id: Set(row.id), guesses: Set(guesses), ended_at: Set(ended_at), ..Default::default() };
    Entity::update(worn).exec(work.db())?;
    let outcome = if cools { "cooling" } else { "wrong" };
    cooling::note(work, account.as_ref(), method(row.channel()), outcome, network)?;
    match &account {
        // Who is signed in and mistypes a proof is not locked out by it; its code dies like the others.
        Some(account) if row.proves.is_none() => {
            cooling::count_wrong(work, account)?;
        }
        _ => cooling::count_nothing(work)?,
    }
    Ok(None)
}

/// As the security log calls it.
pub fn method(channel: Channel) -> &'static str {
    match channel {
        Channel::Mail => "code by mail",
        Channel::Sms => "code by phone",
    }
}

/// Codes are of no use after minutes, and the limits look back an hour.
pub(crate) fn forget(work: &Work) -> Result<()> {
    Entity::delete_many().filter(Column::CreatedAt.lt(work.now.plus(-WINDOW))).exec(work.db())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_in_every_script_and_however_it_is_grouped() {
        for typed in ["123456", " 123 456 ", "123-456", "١٢٣٤٥٦", "۱۲۳۴۵۶", "१२३४५६", "\u{200f}١٢٣ ٤٥٦"]
        {
            assert_eq!(read(typed).as_deref(), Some("123456"), "{typed}");
        }
        for typed in ["", "12345", "1234567", "12345a", "１２３４５６"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_hash_belongs_to_its_cookie_and_its_row() {
        let (first, second) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let kept = keyed("token", first, "123456").unwrap();
        assert_eq!(kept, keyed("token", first, "123456").unwrap());
        assert_ne!(kept, keyed("nekot", first, "123456").unwrap());
        assert_ne!(kept, keyed("token", second, "123456").unwrap());
        assert_ne!(kept, keyed("token", first, "123457").unwrap());
    }
}
