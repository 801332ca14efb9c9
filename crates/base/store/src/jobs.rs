//! Scheduled work of a school, on the injected clock (law 5).

use std::collections::HashMap;

use kernel::clock::{DAY, HOUR, MINUTE};
use kernel::{Error, Result, Timestamp};
use registry::Declared;
use sea_orm::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;

use crate::outbox::{self, Channel};
use crate::{Act, Actor, Context, Role, Work, undelivered};

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
    /// Runs that failed since the last that did not.
    #[plain("a counter")]
    pub attempts: Option<i64>,
    /// None again once a run has ended well, or somebody has put the failure aside.
    #[plain("when it failed")]
    pub failed_at: Option<Timestamp>,
    #[plain("a kind of error")]
    pub fault: Option<String>,
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

/// Runs that fail before a job is given up until its next regular time, and shown to the school.
pub const ATTEMPTS: i64 = 5;
/// A job that runs seldom is planned so soon again before it begins: a crash in its middle costs minutes, not a day.
const LEASE: i64 = 10 * MINUTE;

/// Runs every job whose time has come and plans its next run. A failing job is logged and tried again after a
/// doubling wait, no later than its next time; the others still run.
pub fn run_due(context: &Context, jobs: &[Job]) -> Result<()> {
    let planned = planned(context)?;
    let now = context.clock.now();
    for job in jobs.iter().filter(|job| planned.get(job.name).is_none_or(|row| row.next_at <= now)) {
        let own = context.as_actor(Actor::Job(job.name));
        let is_due = own.write(KEEP_TIME.on(()), |work, _| begin(work, job))?;
        if !is_due {
            continue;
        }
        let has_failed = planned.get(job.name).is_some_and(|row| row.attempts.is_some());
        match (job.run)(&own) {
            Ok(()) if has_failed || job.every > LEASE => own.write(KEEP_TIME.on(()), |work, _| done(work, job, now))?,
            Ok(()) => {}
            Err(error) => {
                tracing::error!(job = job.name, school = %context.database.id, %error, "a job failed");
                own.write(KEEP_TIME.on(()), |work, _| failed(work, job, &error))?;
            }
        }
    }
    Ok(())
}

fn begin(work: &Work, job: &Job) -> Result<bool> {
    let planned = Entity::find_by_id(job.name.to_owned()).one(work.db())?;
    if planned.is_some_and(|row| row.next_at > work.now) {
        return Ok(false);
    }
    let row = ActiveModel {
        name: Set(job.name.to_owned()),
        next_at: Set(work.now.plus(job.every.min(LEASE))),
        ..Default::default()
    };
    Entity::insert(row)
        .on_conflict(OnConflict::column(Column::Name).update_column(Column::NextAt).to_owned())
        .exec_without_returning(work.db())?;
    Ok(true)
}

fn done(work: &Work, job: &Job, begun: Timestamp) -> Result<()> {
    let row = ActiveModel {
        name: Set(job.name.to_owned()),
        next_at: Set(begun.plus(job.every)),
        attempts: Set(None),
        failed_at: Set(None),
        fault: Set(None),
    };
    Entity::update(row).exec(work.db())?;
    Ok(())
}

/// After [`ATTEMPTS`] the next run is the next regular one.
fn failed(work: &Work, job: &Job, error: &Error) -> Result<()> {
    let before = Entity::find_by_id(job.name.to_owned()).one(work.db())?.and_then(|row| row.attempts);
    let attempts = before.unwrap_or(0) + 1;
    let soon = outbox::backoff(work.random(), MINUTE, attempts);
    let wait = if attempts % ATTEMPTS == 0 { job.every } else { soon.min(job.every) };
    let row = ActiveModel {
        name: Set(job.name.to_owned()),
        next_at: Set(work.now.plus(wait)),
        attempts: Set(Some(attempts)),
        failed_at: Set(Some(work.now)),
        fault: Set(Some(class(error).to_owned())),
    };
    Entity::update(row).exec(work.db())?;
    Ok(())
}

/// What kind of error it was: an error's own words may name somebody.
fn class(error: &Error) -> &'static str {
    match error {
        Error::Busy | Error::Unsaved(_) => "busy",
        _ => "fault",
    }
}

fn planned(context: &Context) -> Result<HashMap<String, Model>> {
    context.as_actor(Actor::Job("store.clock")).read(SEE_TIME.on(()), |read, _| {
        Ok(Entity::find().all(read.db())?.into_iter().map(|row| (row.name.clone(), row)).collect())
    })
}

/// The messages of a school that wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mail {
    pub waiting: u64,
    /// When the first of those is due that can be sent.
    pub next: Option<Timestamp>,
    /// Messages and jobs that were given up, and that nobody has put aside.
    pub given_up: u64,
}

pub fn mail(context: &Context, sends: &[Channel]) -> Result<Mail> {
    context.as_actor(Actor::Job("store.clock")).read(SEE_TIME.on(()), |read, _| {
        Ok(Mail {
            waiting: outbox::count_waiting(read)?,
            next: outbox::next(read, sends)?,
            given_up: undelivered::count(read)?,
        })
    })
}

/// When this school has to be looked at again, if nobody writes to it before: its next job, or its next message.
/// `stirred` says that somebody has written there since the last look, `next_mail` when a message that can be sent
/// is due.
pub fn next_due(context: &Context, jobs: &[Job], stirred: bool, next_mail: Option<Timestamp>) -> Result<Timestamp> {
    let now = context.clock.now();
    let planned = planned(context)?;
    let of_jobs = jobs.iter().map(|job| {
        let at = planned.get(job.name).map_or(now, |row| row.next_at);
        if job.every < QUIET && !stirred { at.max(now.plus(QUIET)) } else { at }
    });
    Ok(of_jobs.chain(next_mail).min().unwrap_or_else(|| now.plus(DAY)))
}
