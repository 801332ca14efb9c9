//! Scheduled work of a school, on the injected clock (law 5).

use std::collections::HashMap;

use kernel::clock::{DAY, HOUR};
use kernel::{Result, Timestamp};
use registry::Declared;
use sea_orm::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;

use crate::outbox::{self, Channel};
use crate::{Act, Actor, Context, Role};

/// Work that a module wants done again and again.
#[derive(Clone, Copy)]
pub struct Job {
    /// `accounts.end_sessions`; stands in the audit trail.
    pub name: &'static str,
    /// Milliseconds between two runs.
    pub every: i64,
    /// The context's actor is this job.
    pub run: fn(&Context) -> Result<()>,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "job")]
#[declared(whose = Nobody, purpose = Operation, basis = Edition, kept = School)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("the name of a piece of work")]
    pub name: String,
    #[plain("when it is due")]
    pub next_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// Reads and moves due times. Quiet: a timetable of work, nobody's data.
static KEEP_TIME: Act<()> = Act::write_school("store.keep_time", &[registry::Purpose::Operation], &[Role::Job]).quiet();

/// Reads what waits for its time: due times of work, and of messages. Nobody's data.
static SEE_TIME: Act<()> = Act::read_school("store.see_time", &[registry::Purpose::Operation], &[Role::Job]).quiet();

/// A school where nobody has written since the last look is looked at no more often than this, whatever its jobs
/// would like: what runs more often looks for what people have just done.
const QUIET: i64 = HOUR;

/// Runs every job whose time has come and plans its next run. A failing job is logged and tried again at
/// its next time; the others still run.
pub fn run_due(context: &Context, jobs: &[Job]) -> Result<()> {
    let planned = planned(context)?;
    let now = context.clock.now();
    for job in jobs.iter().filter(|job| planned.get(job.name).is_none_or(|at| *at <= now)) {
        let own = context.as_actor(Actor::Job(job.name));
        let is_due = own.write(KEEP_TIME.on(()), |work, _| {
            let planned = Entity::find_by_id(job.name.to_owned()).one(work.db())?;
            if planned.is_some_and(|row| row.next_at > work.now) {
                return Ok(false);
            }
            let row = ActiveModel { name: Set(job.name.to_owned()), next_at: Set(work.now.plus(job.every)) };
            Entity::insert(row)
                .on_conflict(OnConflict::column(Column::Name).update_column(Column::NextAt).to_owned())
                .exec_without_returning(work.db())?;
            Ok(true)
        })?;
        if is_due && let Err(error) = (job.run)(&own) {
            tracing::error!(job = job.name, school = %context.database.id, %error, "a job failed");
        }
    }
    Ok(())
}

fn planned(context: &Context) -> Result<HashMap<String, Timestamp>> {
    context.as_actor(Actor::Job("store.clock")).read(SEE_TIME.on(()), |read, _| {
        Ok(Entity::find().all(read.db())?.into_iter().map(|row| (row.name, row.next_at)).collect())
    })
}

/// The messages of a school that wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mail {
    pub waiting: u64,
    /// When the first of those is due that can be sent.
    pub next: Option<Timestamp>,
}

pub fn mail(context: &Context, sends: &[Channel]) -> Result<Mail> {
    context.as_actor(Actor::Job("store.clock")).read(SEE_TIME.on(()), |read, _| {
        Ok(Mail { waiting: outbox::count_waiting(read)?, next: outbox::next(read, sends)? })
    })
}

/// When this school has to be looked at again, if nobody writes to it before: its next job, or its next message.
/// `stirred` says that somebody has written there since the last look, `next_mail` when a message that can be sent
/// is due.
pub fn next_due(context: &Context, jobs: &[Job], stirred: bool, next_mail: Option<Timestamp>) -> Result<Timestamp> {
    let now = context.clock.now();
    let planned = planned(context)?;
    let of_jobs = jobs.iter().map(|job| {
        let at = planned.get(job.name).copied().unwrap_or(now);
        if job.every < QUIET && !stirred { at.max(now.plus(QUIET)) } else { at }
    });
    Ok(of_jobs.chain(next_mail).min().unwrap_or_else(|| now.plus(DAY)))
}
