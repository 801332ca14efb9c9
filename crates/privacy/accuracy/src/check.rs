//! The yearly question to each guardian: is what we hold of you and your children still right? Asked once a
//! year, reminded of once, and listed for the school while unanswered (C164).

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use accounts::account;
use chrono::{Days, NaiveDate};
use kernel::{Result, Timestamp};
use people::{GuardianId, edge, guardian, institution, student};
use registry::Declared;
use school::group::year_of;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{Condition, IntoActiveModel, QueryOrder, QuerySelect, QueryTrait, Set};
use site::{Catalogue, Say};
use store::outbox::{self, Mail};
use store::{Allowed, Context, Read, Role, Visible, Work};

use crate::{acts, schedule};

kernel::id!(CheckId);
store::noun!(CheckId, "check", entity);
use self as entity;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "data_check")]
#[declared(whose = Guardian, purpose = [Administration, Accountability], basis = LegalObligation, kept = GuardianRecord)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: CheckId,
    #[data(Identifier, purpose = [Administration, Accountability, Access])]
    pub guardian_id: GuardianId,
    /// `2026-2027`.
    #[plain("a school year")]
    pub year: String,
    #[data(Activity)]
    pub asked_at: Timestamp,
    #[data(Activity)]
    pub reminded_at: Option<Timestamp>,
    #[data(Activity)]
    pub answered_at: Option<Timestamp>,
    /// `right`, `change`, or empty.
    #[data(Activity)]
    pub answer: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// The guardian's task; its words are `task-data-check`.
pub const TASK: &str = "data-check";
/// The office's task once the time to answer is over; its words are `task-data-checks-open`.
pub const LEFT: &str = "data-checks-open";
/// Who joins later in the year brings fresh data: nobody is asked later than this after the day of asking.
const ASKED_WITHIN_DAYS: u64 = 28;

/// The signed-in guardian's own questions.
pub(crate) fn of_actor(read: &Read) -> Condition {
    let guardian = read.actor.person().and_then(|person| person.guardian).unwrap_or_default();
    Condition::all().add(Column::GuardianId.eq(guardian))
}

/// The newest question of the actor that waits for an answer.
pub fn open(read: &Read, visible: Visible<CheckId>) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(visible.condition())
        .filter(Column::AnsweredAt.is_null())
        .order_by_desc(Column::AskedAt)
        .one(read.db())?)
}

/// Notes the answer; the task is done. A second answer changes nothing.
pub fn answer(work: &Work, check: Allowed<CheckId>, is_right: bool) -> Result<()> {
    let Some(row) = Entity::find_by_id(check.id()).filter(Column::AnsweredAt.is_null()).one(work.db())? else {
        return Ok(());
    };
    // Whoever answers now has no need to answer what was asked in other years.
    Entity::update_many()
        .set(ActiveModel {
            answered_at: Set(Some(work.now)),
            answer: Set(if is_right { "right" } else { "change" }.to_owned()),
            ..Default::default()
        })
        .filter(Column::GuardianId.eq(row.guardian_id))
        .filter(Column::AnsweredAt.is_null())
        .exec(work.db())?;
    tasks::withdraw(work, TASK, row.guardian_id.0)
}

/// Who has not answered this year, by name, with the day of asking; and how many were asked.
pub fn unanswered(read: &Read, visible: Visible<CheckId>) -> Result<(Vec<(guardian::Named, Model)>, usize)> {
    let year = year_of(read.today);
    let rows = Entity::find().filter(visible.condition()).filter(Column::Year.eq(year)).all(read.db())?;
    let asked = rows.len();
    let waiting: BTreeMap<GuardianId, Model> =
        rows.into_iter().filter(|row| row.answered_at.is_none()).map(|row| (row.guardian_id, row)).collect();
    let people: Vec<guardian::Named> = guardian::Entity::find()
        .filter(guardian::Column::Id.is_in(waiting.keys().copied()))
        .order_by_asc(guardian::Column::SortKey)
        .into_partial_model()
        .all(read.db())?;
    let lines = people.into_iter().filter_map(|person| Some((person.clone(), waiting.get(&person.id)?.clone())));
    Ok((lines.collect(), asked))
}

/// The job: asks on the school's day, and reminds once when the time to answer is over.
pub(crate) fn ask_and_remind(context: &Context) -> Result<()> {
    context.write(acts::ASK.on(()), |work, _| {
        let plan = schedule::find(work)?;
        let Some(day) = plan.asks_on(work.today) else { return Ok(()) };
        let last = day.checked_add_days(Days::new(ASKED_WITHIN_DAYS)).unwrap_or(day);
        let due = plan.due_on(day);
        if work.today >= day && work.today <= last {
            ask(work, due)?;
        }
        if work.today > due {
            remind(work, due)?;
        }
        Ok(())
    })
}

/// Guardians of somebody who is here, who may see the record and were not asked this year.
fn to_ask(work: &Work) -> Result<Vec<GuardianId>> {
    let here = student::Entity::find().select_only().column(student::Column::Id).filter(student::here(work));
    let asked = Entity::find().select_only().column(Column::GuardianId).filter(Column::Year.eq(year_of(work.today)));
    let ids: Vec<GuardianId> = edge::Entity::find()
        .select_only()
        .column(edge::Column::GuardianId)
        .filter(edge::sees(work))
        .filter(edge::Column::StudentId.in_subquery(here.into_query()))
        .filter(edge::Column::GuardianId.not_in_subquery(asked.into_query()))
        .into_tuple()
        .all(work.db())?;
    Ok(ids.into_iter().collect::<BTreeSet<_>>().into_iter().collect())
}

/// Guardians asked with one statement: a database takes some thousand values at once, a school may have more.
const AT_ONCE: usize = 200;

fn ask(work: &Work, due_on: NaiveDate) -> Result<()> {
    let guardians = to_ask(work)?;
    if guardians.is_empty() {
        return Ok(());
    }
    let post = Post::open(work)?;
    guardians.chunks(AT_ONCE).try_for_each(|some| ask_some(work, some, due_on, &post))
}

fn ask_some(work: &Work, guardians: &[GuardianId], due_on: NaiveDate, post: &Post) -> Result<()> {
    let rows = guardians.iter().map(|guardian| {
        let row = Model {
            id: CheckId(work.uuid()),
            guardian_id: *guardian,
            year: year_of(work.today),
            asked_at: work.now,
            reminded_at: None,
            answered_at: None,
            answer: String::new(),
        };
        row.into_active_model()
    });
    Entity::insert_many(rows)
        .on_conflict(OnConflict::columns([Column::GuardianId, Column::Year]).do_nothing().to_owned())
        .exec_without_returning(work.db())?;
    let task = |guardian: &GuardianId| tasks::Wanted {
        kind: TASK,
        subject: guardian.0,
        path: "/own/check".to_owned(),
        role: Role::Guardian,
        due_on,
    };
    tasks::plan(work, guardians.iter().map(task).collect())?;
    post.mail(work, guardians, "mail-check", "mail-check-subject")
}

fn remind(work: &Work, due_on: NaiveDate) -> Result<()> {
    let late: Vec<GuardianId> = Entity::find()
        .select_only()
        .column(Column::GuardianId)
        .filter(Column::Year.eq(year_of(work.today)))
        .filter(Column::AnsweredAt.is_null())
        .filter(Column::RemindedAt.is_null())
        .into_tuple()
        .all(work.db())?;
    if late.is_empty() {
        return Ok(());
    }
    Entity::update_many()
        .set(ActiveModel { reminded_at: Set(Some(work.now)), ..Default::default() })
        .filter(Column::Year.eq(year_of(work.today)))
        .filter(Column::AnsweredAt.is_null())
        .filter(Column::RemindedAt.is_null())
        .exec(work.db())?;
    let due_on = due_on.checked_add_days(Days::new(14)).unwrap_or(due_on);
    let path = "/checks".to_owned();
    tasks::plan(work, vec![tasks::Wanted { kind: LEFT, subject: Uuid::nil(), path, role: Role::Office, due_on }])?;
    let post = Post::open(work)?;
    late.chunks(AT_ONCE).try_for_each(|some| post.mail(work, some, "mail-check-again", "mail-check-again-subject"))
}

/// What every mail of a round shares.
struct Post {
    place: String,
    catalogue: Arc<Catalogue>,
}

impl Post {
    fn open(work: &Work) -> Result<Self> {
        let locales = site::locales!();
        Ok(Self { place: institution::find(work)?.trade_name, catalogue: Arc::new(Catalogue::new(&locales)?) })
    }

    /// One mail to each who can be reached: the account's address, else the record's. It names nobody.
    fn mail(&self, work: &Work, guardians: &[GuardianId], body: &str, subject: &str) -> Result<()> {
        let accounts: HashMap<Option<Uuid>, account::Model> = account::Entity::find()
            .filter(account::Column::GuardianId.is_in(guardians.iter().copied()))
            .filter(account::Column::EndedAt.is_null())
            .all(work.db())?
            .into_iter()
            .map(|account| (account.guardian_id, account))
            .collect();
        // In the order of the columns' names, which is how a tuple is read.
        let records: Vec<(Option<String>, GuardianId)> = guardian::Entity::find()
            .select_only()
            .columns([guardian::Column::Email, guardian::Column::Id])
            .filter(guardian::Column::Id.is_in(guardians.iter().copied()))
            .into_tuple()
            .all(work.db())?;
        for (record, id) in records {
            let account = accounts.get(&Some(id.0));
            let Some(to) = account.and_then(|account| account.email.clone()).or(record) else { continue };
            let language = account.and_then(account::Model::language).unwrap_or(work.language);
            let say = Say::new(Arc::clone(&self.catalogue), language);
            let (subject, body) = (say.one(subject, "place", &self.place), say.one(body, "place", &self.place));
            outbox::queue(work, Mail { to, subject, body })?;
        }
        Ok(())
    }
}
