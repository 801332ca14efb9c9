//! Tasks: work that a role has to do by a day, put there by a module's job or by a change, shown on that
//! role's first page and ticked off there. One for each kind, subject and day, however often it is asked for.
//!
//! What is not here: the work itself and any screen. A module that plans tasks gives each kind its words
//! (`task-KIND` in its locale files) and a page where the work is done. Clause C002.

use chrono::NaiveDate;
use kernel::{Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{Condition, IntoActiveModel, QueryOrder, QuerySelect, Set};
use store::migrate::{Schema, at, date, id, index, maybe, table, text, unique, uuid};
use store::{Act, ActInfo, Allowed, Migration, Read, Role, Rule, Visible, Work};

kernel::id!(TaskId);
store::noun!(TaskId, "task", entity);
use self as entity;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "task")]
#[declared(whose = User, purpose = Administration, basis = LegitimateInterest, kept = Audit)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: TaskId,
    /// `licence-ends`; its words are the message `task-KIND`.
    #[plain("a kind of work")]
    pub kind: String,
    /// The row that the work is about.
    #[data(Identifier)]
    pub subject: Uuid,
    /// Where the work is done, under the school.
    #[plain("a page of this site")]
    pub path: String,
    #[plain("the name of a role")]
    pub role: String,
    #[plain("a day to be ready by")]
    pub due_on: NaiveDate,
    #[plain("when the work became known")]
    pub created_at: Timestamp,
    #[data(Activity)]
    pub done_at: Option<Timestamp>,
    #[data(Identifier)]
    pub done_by: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// A task is for whoever holds its role.
const OF_ROLE: &[Rule<TaskId>] = &[
    Rule::new(Role::Administrator, "of their role and the office's", |_| {
        Condition::any().add(of(Role::Administrator)).add(of(Role::Office))
    }),
    Rule::new(Role::Office, "of their role", |_| of(Role::Office)),
    Rule::new(Role::Dpo, "of their role", |_| of(Role::Dpo)),
];

/// A guardian's tasks are about the guardian.
const SEEN: &[Rule<TaskId>] = &[
    Rule::new(Role::Administrator, "of their role and the office's", |_| {
        Condition::any().add(of(Role::Administrator)).add(of(Role::Office))
    }),
    Rule::new(Role::Office, "of their role", |_| of(Role::Office)),
    Rule::new(Role::Dpo, "of their role", |_| of(Role::Dpo)),
    Rule::new(Role::Guardian, "about themselves", |read| {
        let guardian = read.actor.person().and_then(|person| person.guardian).unwrap_or_default();
        of(Role::Guardian).add(Column::Subject.eq(guardian))
    }),
];

fn of(role: Role) -> Condition {
    Condition::all().add(Column::Role.eq(role.word()))
}

/// Quiet: what waits for one's own role; it names nobody.
pub static SEE: Act<TaskId> = Act::read("tasks.see", &[registry::Purpose::Administration], SEEN).quiet();
pub static TICK_OFF: Act<TaskId> = Act::write("tasks.tick_off", &[registry::Purpose::Administration], OF_ROLE);

pub fn infos() -> Vec<ActInfo> {
    vec![SEE.info(), TICK_OFF.info()]
}

pub fn migrations() -> Vec<Migration> {
    vec![Migration { name: "tasks/0001_tasks", up: tasks }]
}

fn tasks(schema: &Schema) -> Result<()> {
    let mut task = table("task", vec![id(), text("kind"), uuid("subject"), text("path"), text("role")]);
    task.col(date("due_on")).col(at("created_at")).col(maybe(at("done_at"))).col(maybe(uuid("done_by")));
    schema.create(&task)?;
    schema.index(&unique("task", &["kind", "subject", "due_on"]))?;
    schema.index(&index("task", &["role"]))
}

/// Work to be planned.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub kind: &'static str,
    pub subject: Uuid,
    /// Under the school: `/institution/licences/…`.
    pub path: String,
    pub role: Role,
    pub due_on: NaiveDate,
}

/// Plans what is not planned yet. The same kind, subject and day a second time changes nothing, also when
/// the first is already done.
pub fn plan(work: &Work, wanted: Vec<Wanted>) -> Result<()> {
    if wanted.is_empty() {
        return Ok(());
    }
    let rows = wanted.into_iter().map(|wanted| {
        let row = Model {
            id: TaskId(work.uuid()),
            kind: wanted.kind.to_owned(),
            subject: wanted.subject,
            path: wanted.path,
            role: wanted.role.word().to_owned(),
            due_on: wanted.due_on,
            created_at: work.now,
            done_at: None,
            done_by: None,
        };
        row.into_active_model()
    });
    Entity::insert_many(rows)
        .on_conflict(OnConflict::columns([Column::Kind, Column::Subject, Column::DueOn]).do_nothing().to_owned())
        .exec_without_returning(work.db())?;
    Ok(())
}

/// What is open, the most urgent first.
pub fn open(read: &Read, visible: Visible<TaskId>) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(visible.condition())
        .filter(Column::DoneAt.is_null())
        .order_by_asc(Column::DueOn)
        .order_by_asc(Column::Id)
        .limit(50)
        .all(read.db())?)
}

/// Ticks a task off. Who was first stays noted.
pub fn tick_off(work: &Work, task: Allowed<TaskId>) -> Result<()> {
    let row =
        ActiveModel { done_at: Set(Some(work.now)), done_by: Set(Some(work.actor.account())), ..Default::default() };
    Entity::update_many().set(row).filter(Column::Id.eq(task.id())).filter(Column::DoneAt.is_null()).exec(work.db())?;
    Ok(())
}

/// Takes back what is open about `subject`: it changed or is gone, and there is nothing to do any more.
pub fn withdraw(work: &Work, kind: &str, subject: Uuid) -> Result<()> {
    Entity::delete_many()
        .filter(Column::Kind.eq(kind))
        .filter(Column::Subject.eq(subject))
        .filter(Column::DoneAt.is_null())
        .exec(work.db())?;
    Ok(())
}
