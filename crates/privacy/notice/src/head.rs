//! Who is sent the signed head of the audit log each day (C157). Kept elsewhere, in a mailbox, it is what nobody who
//! has the log can change.

use std::sync::Arc;

use accounts::account::{self, AccountId};
use kernel::clock::DAY;
use kernel::{Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel as _, QuerySelect as _};
use site::{Catalogue, Say};
use store::heads::SignedHead;
use store::migrate::{Schema, at, key_uuid, part_of, table};
use store::outbox::{self, Mail};
use store::{Context, Job, Migration, Read, Role, Work};

use crate::TELL_HEADS;

/// Somebody who wants it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "audit_head_reader")]
#[declared(whose = User, purpose = Accountability, basis = Contract, kept = Account)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[data(Identifier)]
    pub account_id: AccountId,
    #[data(Activity)]
    pub since: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

pub fn migrations() -> Vec<Migration> {
    vec![Migration { name: "notice/0001_heads", up: readers }]
}

fn readers(schema: &Schema) -> Result<()> {
    let mut readers = table("audit_head_reader", vec![key_uuid("account_id"), at("since")]);
    readers.foreign_key(&mut part_of("account_id", "account"));
    schema.create(&readers)
}

pub fn is_wanted(read: &Read, account: AccountId) -> Result<bool> {
    Ok(Entity::find_by_id(account).one(read.db())?.is_some())
}

/// Asks for the daily mail; a second wish changes nothing.
pub fn want(work: &Work, account: AccountId) -> Result<()> {
    if !is_wanted(work, account)? {
        let row = Model { account_id: account, since: work.now };
        Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    }
    Ok(())
}

pub fn want_no_more(work: &Work, account: AccountId) -> Result<()> {
    Entity::delete_by_id(account).exec(work.db())?;
    Ok(())
}

pub const DELIVERY: Job = Job { name: "notice.heads", every: DAY, run: deliver };

fn deliver(context: &Context) -> Result<()> {
    context.write(TELL_HEADS.on(()), |work, _| {
        let readers = readers_now(work)?;
        let Some(head) = context.signed_head(work)?.filter(|_| !readers.is_empty()) else { return Ok(()) };
        let locales = site::locales!();
        let catalogue = Arc::new(Catalogue::new(&locales)?);
        for (to, language) in readers {
            let say = Say::new(Arc::clone(&catalogue), language.unwrap_or(work.language));
            outbox::queue(work, mail(&say, to, &head))?;
        }
        Ok(())
    })
}

fn mail(say: &Say, to: String, head: &SignedHead) -> Mail {
    let day = say.date(head.at.date());
    Mail { to, subject: say.one("mail-head-subject", "day", &day), body: format!("{}\n\n{head}", say.say("mail-head")) }
}

/// Those who want it, have an address, and may still read the trail.
fn readers_now(read: &Read) -> Result<Vec<(String, Option<kernel::Language>)>> {
    let wanted: Vec<AccountId> = Entity::find().select_only().column(Column::AccountId).into_tuple().all(read.db())?;
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let desks = [Role::Administrator, Role::Dpo].map(Role::word);
    let seated: Vec<AccountId> = account::role::Entity::find()
        .filter(account::role::Column::AccountId.is_in(wanted))
        .filter(account::role::Column::Role.is_in(desks))
        .select_only()
        .column(account::role::Column::AccountId)
        .into_tuple()
        .all(read.db())?;
    let rows = account::Entity::find()
        .filter(account::Column::Id.is_in(seated))
        .filter(account::Column::EndedAt.is_null())
        .all(read.db())?;
    Ok(rows.into_iter().filter_map(|row| row.email.clone().map(|to| (to, row.language()))).collect())
}
