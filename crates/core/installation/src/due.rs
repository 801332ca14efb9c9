//! When each school has to be looked at next: its next job, its next message. Kept here so that the clock asks
//! one file each second, and not ten thousand; also after a crash, since a school is called due here before the
//! change is kept that makes the work (`store::stirred`). What is written here may be early, never late.

use std::collections::HashSet;

use kernel::{Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{OnConflict, Query};
use sea_orm::{IntoActiveModel as _, NotSet, QueryOrder, QuerySelect, Set};
use store::migrate::{Schema, at, index, integer, key_text, key_uuid, maybe, table};
use store::{Actor, DatabaseId, Migration, PROMISED, Read, Schools, Stirred, Work};

use crate::acts::PLAN;
use crate::entry;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "school_due")]
#[declared(whose = Nobody, purpose = Operation, basis = Contract, kept = School)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub school_id: DatabaseId,
    #[plain("when there is work to do")]
    pub due_at: Timestamp,
    /// Until when no plan but this row's says when: a process that this one cannot ask is at work there.
    #[plain("until when somebody is at work")]
    pub busy_until: Option<Timestamp>,
    /// At the last look.
    #[plain("a number of messages and jobs that were given up")]
    pub given_up: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

pub fn migrations() -> Vec<Migration> {
    vec![
        Migration { name: "installation/0003_due", up: due },
        Migration { name: "installation/0006_given_up", up: program_and_given_up },
        Migration { name: "installation/0007_busy", up: busy },
    ]
}

fn program_and_given_up(schema: &Schema) -> Result<()> {
    schema.add("school_due", maybe(integer("given_up")))?;
    schema.create(&table("clock_program", vec![key_text("program"), at("since")]))
}

fn busy(schema: &Schema) -> Result<()> {
    schema.add("school_due", maybe(at("busy_until")))
}

/// The program whose jobs are planned here.
pub(crate) mod program {
    use kernel::Timestamp;
    use registry::Declared;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
    #[sea_orm(table_name = "clock_program")]
    #[declared(whose = Nobody, purpose = Operation, basis = Contract, kept = School)]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        #[plain("the name of a release")]
        pub program: String,
        #[plain("when it began")]
        pub since: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

fn due(schema: &Schema) -> Result<()> {
    schema.create(&table("school_due", vec![key_uuid("school_id"), at("due_at")]))?;
    schema.index(&index("school_due", &["due_at"]))
}

/// After an upgrade every school is looked at once, some at a time: `program` may bring jobs that nobody has planned,
/// and migrates so in the background. Else only who was never looked at.
pub fn begin(work: &Work, program: &str) -> Result<()> {
    let known = program::Entity::find_by_id(program.to_owned()).one(work.db())?.is_some();
    if !known {
        Entity::delete_many().exec(work.db())?;
        program::Entity::delete_many().exec(work.db())?;
        let row = program::Model { program: program.to_owned(), since: work.now };
        program::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    }
    let planned = Query::select().column(Column::SchoolId).from(Entity).to_owned();
    let mut schools = Query::select();
    schools
        .column(entry::Column::Id)
        .expr(Expr::val(0_i64))
        .from(entry::Entity)
        .and_where(entry::Column::Id.not_in_subquery(planned));
    let mut new = Query::insert();
    new.into_table(Entity)
        .columns([Column::SchoolId, Column::DueAt])
        .select_from(schools)
        .map_err(kernel::Error::internal)?;
    work.db().execute(&new)?;
    Ok(())
}

/// Writes down that this school has work to do now, and that somebody is at work there.
pub fn remember(schools: &Schools, id: DatabaseId) -> Result<()> {
    let control = entry::own_context(schools)?.as_actor(Actor::Job("installation.remember"));
    control.write(PLAN.on(()), |work, _| {
        let busy_until = schools.folder.is_shared().then(|| work.now.plus(PROMISED));
        let row =
            ActiveModel { school_id: Set(id), due_at: Set(work.now), busy_until: Set(busy_until), given_up: NotSet };
        let both = [Column::DueAt, Column::BusyUntil];
        Entity::insert(row)
            .on_conflict(OnConflict::column(Column::SchoolId).update_columns(both).to_owned())
            .exec_without_returning(work.db())?;
        Ok(())
    })
}

/// Schools whose time has come, the longest waiting first, and whether another process may be at work there.
pub fn list(read: &Read, limit: u64) -> Result<Vec<(DatabaseId, bool)>> {
    let waiting = Entity::find().filter(Column::DueAt.lte(read.now)).order_by_asc(Column::DueAt).limit(limit);
    let is_busy = |row: &Model| row.busy_until.is_some_and(|until| until > read.now);
    Ok(waiting.all(read.db())?.iter().map(|row| (row.school_id, is_busy(row))).collect())
}

/// Schools of this installation.
pub fn count(read: &Read) -> Result<u64> {
    Ok(entry::Entity::find().count(read.db())?)
}

/// What was given up in all schools, as far as they were looked at.
pub fn given_up(read: &Read) -> Result<i64> {
    let counts: Vec<Option<i64>> = Entity::find().select_only().column(Column::GivenUp).into_tuple().all(read.db())?;
    Ok(counts.into_iter().flatten().sum())
}

/// When a school is to be looked at next, and what it has given up.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub school: DatabaseId,
    pub at: Timestamp,
    pub given_up: u64,
}

/// Notes when each of these schools is to be looked at next. Whoever is written to meanwhile stays due.
pub fn plan(work: &Work, next: &[Plan], stirred: &Stirred) -> Result<()> {
    let of_these = Column::SchoolId.is_in(next.iter().map(|plan| plan.school));
    let busy = Entity::find().select_only().column(Column::SchoolId).filter(of_these);
    let busy: HashSet<DatabaseId> =
        busy.filter(Column::BusyUntil.gt(work.now)).into_tuple().all(work.db())?.into_iter().collect();
    let rows: Vec<ActiveModel> = next
        .iter()
        .filter(|plan| !stirred.is_promised(plan.school) && !busy.contains(&plan.school))
        .map(|plan| ActiveModel {
            school_id: Set(plan.school),
            due_at: Set(plan.at),
            busy_until: NotSet,
            given_up: Set(Some(i64::try_from(plan.given_up).unwrap_or(i64::MAX))),
        })
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    let both = [Column::DueAt, Column::GivenUp];
    Entity::insert_many(rows)
        .on_conflict(OnConflict::column(Column::SchoolId).update_columns(both).to_owned())
        .exec_without_returning(work.db())?;
    Ok(())
}
