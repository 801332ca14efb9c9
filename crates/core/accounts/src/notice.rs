//! What the owner of an account is told: a changed credential, a new browser, guessing (C076). Mailed where
//! there is an address; kept for the account page in any case, and whoever has no address is led there at
//! the next sign-in until they have read it.

use std::sync::Arc;

use kernel::clock::DAY;
use kernel::{Result, Timestamp};
use people::{guardian, history, institution, staff};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{Condition, IntoActiveModel, QueryOrder, QuerySelect, QueryTrait, Set};
use site::{Catalogue, Say};
use store::outbox::{self, Mail};
use store::{Context, Read, Work};

use crate::account::{self, AccountId};
use crate::{acts, email_change};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "account_notice")]
#[declared(whose = User, purpose = Security, basis = LegitimateInterest, kept = Account)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    #[data(Identifier)]
    pub account_id: AccountId,
    #[data(Activity)]
    pub at: Timestamp,
    /// The word of a [`What`].
    #[data(Activity)]
    pub what: String,
    /// When it was mailed, or read on the account page; none while nobody has been told.
    #[data(Activity)]
    pub told_at: Option<Timestamp>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// What happened, as a word, a line on the account page and a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Password,
    /// Another address to sign in with (C011).
    Email,
    FactorOn,
    FactorOff,
    Codes,
    NewBrowser,
    Number,
    /// The password was right, and five second factors wrong.
    Guessed,
    /// The owner proved another number for codes, or took it away (C013).
    CodeNumber,
    CodeNumberOff,
    PasskeyOn,
    PasskeyOff,
    /// A passkey's counter went back: somebody may have a copy of it.
    PasskeyCopied,
    /// Linked with an account at another school, or no longer (C006).
    Linked,
    Unlinked,
    /// Another provider signs in, or no longer does.
    ProviderOn,
    ProviderOff,
    /// It was one of two of the same person, whose records were made one.
    Ended,
}

impl What {
    pub const ALL: [Self; 18] = [
        Self::Password,
        Self::Email,
        Self::FactorOn,
        Self::FactorOff,
        Self::Codes,
        Self::NewBrowser,
        Self::Number,
        Self::Guessed,
        Self::CodeNumber,
        Self::CodeNumberOff,
        Self::PasskeyOn,
        Self::PasskeyOff,
        Self::PasskeyCopied,
        Self::Linked,
        Self::Unlinked,
        Self::ProviderOn,
        Self::ProviderOff,
        Self::Ended,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Email => "email",
            Self::FactorOn => "factor-on",
            Self::FactorOff => "factor-off",
            Self::Codes => "codes",
            Self::NewBrowser => "new-browser",
            Self::Number => "number",
            Self::Guessed => "guessed",
            Self::CodeNumber => "code-number",
            Self::CodeNumberOff => "code-number-off",
            Self::PasskeyOn => "passkey-on",
            Self::PasskeyOff => "passkey-off",
            Self::PasskeyCopied => "passkey-copied",
            Self::Linked => "linked",
            Self::Unlinked => "unlinked",
            Self::ProviderOn => "provider-on",
            Self::ProviderOff => "provider-off",
            Self::Ended => "ended",
        }
    }

    /// Translation keys of the mail's subject and text.
    fn mail(self) -> (&'static str, &'static str) {
        const CHANGED: &str = "mail-changed-subject";
        match self {
            Self::Password => (CHANGED, "mail-password-changed"),
            Self::Email => (CHANGED, "mail-email-changed"),
            Self::FactorOn => (CHANGED, "mail-factor-on"),
            Self::FactorOff => (CHANGED, "mail-factor-off"),
            Self::Codes => (CHANGED, "mail-codes-renewed"),
            Self::NewBrowser => ("mail-new-device-subject", "mail-new-device"),
            Self::Number => (CHANGED, "mail-number-changed"),
            Self::Guessed => ("mail-guessed-subject", "mail-guessed"),
            Self::CodeNumber => (CHANGED, "mail-code-number"),
            Self::CodeNumberOff => (CHANGED, "mail-code-number-off"),
            Self::PasskeyOn => (CHANGED, "mail-passkey-on"),
            Self::PasskeyOff => (CHANGED, "mail-passkey-off"),
            Self::PasskeyCopied => ("mail-passkey-copied-subject", "mail-passkey-copied"),
            Self::Linked => (CHANGED, "mail-linked"),
            Self::Unlinked => (CHANGED, "mail-unlinked"),
            Self::ProviderOn => (CHANGED, "mail-provider-on"),
            Self::ProviderOff => (CHANGED, "mail-provider-off"),
            Self::Ended => ("mail-ended-subject", "mail-ended"),
        }
    }
}

/// The words of a mail, made before the transaction.
pub struct Words {
    pub subject: String,
    pub body: String,
    /// For an address that nobody has shown to be the owner's: it names nobody (C011).
    bare: String,
}

/// `url` leads to the account page.
pub fn words(say: &Say, what: What, name: &str, place: &str, url: &str) -> Words {
    let (subject, body) = what.mail();
    Words {
        subject: say.one(subject, "place", place),
        body: say.with(body, &[("name", name), ("place", place), ("url", url)]),
        bare: say.one("mail-told-bare", "place", place),
    }
}

/// Tells the owner, by mail to the address the account has before the change.
pub fn tell(work: &Work, account: &account::Model, what: What, words: Words) -> Result<()> {
    let addresses: Vec<String> = account.email.iter().cloned().collect();
    keep(work, work.uuid(), account, what, &addresses, &words)
}

fn keep(
    work: &Work,
    id: Uuid,
    account: &account::Model,
    what: What,
    addresses: &[String],
    words: &Words,
) -> Result<()> {
    let is_unproven = email_change::is_unproven(work, account)?;
    let unproven = account.email.as_ref().filter(|_| is_unproven);
    let told_at = (!addresses.is_empty()).then_some(work.now);
    let row = Model { id, account_id: account.id, at: work.now, what: what.word().to_owned(), told_at };
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    for to in addresses {
        let body = if unproven == Some(to) { &words.bare } else { &words.body };
        outbox::queue(work, Mail { to: to.clone(), subject: words.subject.clone(), body: body.clone() })?;
    }
    Ok(())
}

/// The newest notices of an account.
pub fn list(read: &Read, account: AccountId) -> Result<Vec<Model>> {
    Ok(Entity::find().filter(Column::AccountId.eq(account)).order_by_desc(Column::At).limit(20).all(read.db())?)
}

/// When the newest notice of one of these kinds was written: since when what it tells of stands.
pub fn newest(read: &Read, account: AccountId, whats: &[What]) -> Result<Option<Timestamp>> {
    let row = Entity::find()
        .filter(Column::AccountId.eq(account))
        .filter(Column::What.is_in(whats.iter().map(|what| what.word())))
        .order_by_desc(Column::At)
        .one(read.db())?;
    Ok(row.map(|row| row.at))
}

/// Whether something waits to be read.
pub fn waits(read: &Read, account: AccountId) -> Result<bool> {
    let untold = Entity::find().filter(Column::AccountId.eq(account)).filter(Column::ToldAt.is_null());
    Ok(untold.one(read.db())?.is_some())
}

/// The owner has read them all.
pub fn read_all(work: &Work, account: AccountId) -> Result<()> {
    Entity::update_many()
        .set(ActiveModel { told_at: Set(Some(work.now)), ..Default::default() })
        .filter(Column::AccountId.eq(account))
        .filter(Column::ToldAt.is_null())
        .exec(work.db())?;
    Ok(())
}

/// How far back the job looks for what it has not told yet: longer than a server stands still.
const LOOKS_BACK: i64 = 30 * DAY;

/// The job that tells of changed numbers, whoever changed them: the office, or an import. It reads the
/// history that every change of a record leaves; a notice has the id of its change, so each is told once.
pub(crate) fn tell_numbers(context: &Context) -> Result<()> {
    context.write(acts::TELL.on(()), |work, _| {
        let accounts = account::Entity::find()
            .filter(
                Condition::any()
                    .add(account::Column::GuardianId.in_subquery(changed(work)))
                    .add(account::Column::StaffId.in_subquery(changed(work))),
            )
            .filter(account::Column::EndedAt.is_null())
            .all(work.db())?;
        if accounts.is_empty() {
            return Ok(());
        }
        let changes = untold(work, &["phone"]).all(work.db())?;
        let addresses = Addresses::of(work)?;
        let place = institution::find(work)?.trade_name;
        let locales = site::locales!();
        let catalogue = Arc::new(Catalogue::new(&locales)?);
        for change in &changes {
            let is_theirs = |account: &&account::Model| {
                account.created_at <= change.at
                    && [account.guardian_id, account.staff_id].contains(&Some(change.object))
            };
            for (place_in_line, account) in accounts.iter().filter(is_theirs).enumerate() {
                let id = if place_in_line == 0 { change.id } else { work.uuid() };
                let say = Say::new(Arc::clone(&catalogue), account.language().unwrap_or(work.language));
                let words = words(&say, What::Number, &account.name, &place, "");
                keep(work, id, account, What::Number, &addresses.of_owner(account, change), &words)?;
            }
        }
        Ok(())
    })
}

/// Changes of these fields that no notice tells of yet.
fn untold(work: &Work, fields: &[&str]) -> Select<history::Entity> {
    let told = Entity::find().select_only().column(Column::Id).into_query();
    history::Entity::find()
        .filter(history::Column::Field.is_in(fields.iter().copied()))
        .filter(history::Column::Kind.is_in(["guardian", "staff"]))
        .filter(history::Column::At.gt(work.now.plus(-LOOKS_BACK)))
        .filter(history::Column::Id.not_in_subquery(told))
}

/// Ids of the people whose number changed.
fn changed(work: &Work) -> SelectStatement {
    untold(work, &["phone"]).select_only().column(history::Column::Object).into_query()
}

/// The mail addresses of the people whose number changed: what their records have, and had.
struct Addresses {
    now: Vec<(Uuid, String)>,
    before: Vec<history::Model>,
}

impl Addresses {
    fn of(work: &Work) -> Result<Self> {
        let guardians =
            guardian::Entity::find().filter(guardian::Column::Id.in_subquery(changed(work))).all(work.db())?;
        let staff = staff::Entity::find().filter(staff::Column::Id.in_subquery(changed(work))).all(work.db())?;
        let of_guardians = guardians.into_iter().filter_map(|row| Some((row.id.0, row.email?)));
        let of_staff = staff.into_iter().filter_map(|row| Some((row.id.0, row.email?)));
        let before = untold(work, &["email"]).all(work.db())?;
        Ok(Self { now: of_guardians.chain(of_staff).collect(), before })
    }

    /// The account's address, the record's, and the one the record had if both changed in one breath.
    fn of_owner(&self, account: &account::Model, change: &history::Model) -> Vec<String> {
        let now = self.now.iter().filter(|(id, _)| *id == change.object).map(|(_, email)| email.clone());
        let together = |other: &&history::Model| other.object == change.object && other.at == change.at;
        // A correction that was granted leaves a mark in the place of the wrong value.
        let before = self.before.iter().filter(together).map(|other| other.before.clone());
        let before = before.filter(|old| old != history::CORRECTED);
        let mut all: Vec<String> = account.email.iter().cloned().chain(now).chain(before).collect();
        all.retain(|address| !address.is_empty());
        all.sort_by_key(|address| address.to_lowercase());
        all.dedup_by_key(|address| address.to_lowercase());
        all
    }
}
