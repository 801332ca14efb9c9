//! Scheduled work of a school, on the injected clock (law 5).

use kernel::{Result, Timestamp};
use registry::Declared;
use sea_orm::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;

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

/// Runs every job whose time has come and plans its next run. A failing job is logged and tried again at
/// its next time; the others still run.
pub fn run_due(context: &Context, jobs: &[Job]) -> Result<()> {
    for job in jobs {
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
