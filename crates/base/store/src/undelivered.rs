//! What was given up: messages that no server took, and work that failed again and again. The school sees what kind it
//! was, when, how often it was tried and what kind of error it met; never whom it was for. It is tried once more, or
//! put aside for good.

use kernel::{Error, Result, Timestamp};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder as _, QuerySelect as _, Set};

use crate::{Read, Work, jobs, outbox};

const FAILED: &str = "failed";

/// One message or job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    pub what: What,
    /// When the message was written, or the job failed last.
    pub at: Timestamp,
    pub attempts: i64,
    /// The word of an [`outbox::Class`]; of a job `busy` or `fault`.
    pub fault: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// By its id, and the word of its channel.
    Message(Uuid, String),
    Job(String),
}

/// Messages that failed, but for codes: nobody waits for those any more.
fn messages() -> Select<outbox::Entity> {
    outbox::Entity::find().filter(outbox::Column::State.eq(FAILED)).filter(outbox::Column::Until.is_null())
}

fn failing() -> Select<jobs::Entity> {
    let tried = Condition::all().add(jobs::Column::FailedAt.is_not_null());
    jobs::Entity::find().filter(tried.add(jobs::Column::Attempts.gte(jobs::ATTEMPTS)))
}

/// The newest first.
pub fn list(read: &Read, limit: u64) -> Result<Vec<Lost>> {
    use outbox::Column::{At, Attempts, Channel, Fault, Id};
    // In the order of the columns' names, which is how a tuple is read.
    type Row = (Timestamp, i64, String, Option<String>, Uuid);
    let rows: Vec<Row> = messages()
        .order_by_desc(At)
        .select_only()
        .columns([At, Attempts, Channel, Fault, Id])
        .limit(limit)
        .into_tuple()
        .all(read.db())?;
    let sent = rows.into_iter().map(|(at, attempts, channel, fault, id)| Lost {
        what: What::Message(id, channel),
        at,
        attempts,
        fault: fault.unwrap_or_else(|| outbox::Class::Refused.word().to_owned()),
    });
    let worked = failing().all(read.db())?.into_iter().map(|row| Lost {
        at: row.failed_at.unwrap_or(row.next_at),
        attempts: row.attempts.unwrap_or_default(),
        fault: row.fault.unwrap_or_default(),
        what: What::Job(row.name),
    });
    let mut all: Vec<Lost> = worked.chain(sent).collect();
    all.sort_by_key(|lost| std::cmp::Reverse(lost.at));
    Ok(all)
}

pub(crate) fn count(read: &Read) -> Result<u64> {
    let sent = messages().select_only().column(outbox::Column::Id).count(read.db())?;
    Ok(sent + failing().count(read.db())?)
}

/// The message leaves, or the job runs, with the clock's next look. 404 for what was not given up.
pub fn try_again(work: &Work, what: &What) -> Result<()> {
    match what {
        What::Message(id, _) => {
            let anew = outbox::ActiveModel {
                state: Set("waiting".to_owned()),
                attempts: Set(0),
                next_at: Set(work.now),
                ..Default::default()
            };
            change_message(work, *id, anew)
        }
        What::Job(name) => change_job(work, name, jobs::ActiveModel { next_at: Set(work.now), ..Default::default() }),
    }
}

/// Nobody is told of it any more, and the message's words go. A job runs again at its next regular time: what it
/// does for people's rights is not for the school to stop.
pub fn put_aside(work: &Work, what: &What) -> Result<()> {
    match what {
        What::Message(id, _) => {
            let dropped = outbox::ActiveModel {
                state: Set("dropped".to_owned()),
                body: Set(String::new()),
                subject: Set(String::new()),
                ..Default::default()
            };
            change_message(work, *id, dropped)
        }
        What::Job(name) => {
            let forgotten = jobs::ActiveModel { failed_at: Set(None), attempts: Set(None), ..Default::default() };
            change_job(work, name, forgotten)
        }
    }
}

fn change_message(work: &Work, id: Uuid, to: outbox::ActiveModel) -> Result<()> {
    let changed = outbox::Entity::update_many()
        .set(to)
        .filter(outbox::Column::Id.eq(id))
        .filter(outbox::Column::State.eq(FAILED))
        .filter(outbox::Column::Until.is_null())
        .exec(work.db())?;
    if changed.rows_affected == 0 { Err(Error::NotFound) } else { Ok(()) }
}

fn change_job(work: &Work, name: &str, to: jobs::ActiveModel) -> Result<()> {
    let changed = jobs::Entity::update_many()
        .set(to)
        .filter(jobs::Column::Name.eq(name))
        .filter(jobs::Column::FailedAt.is_not_null())
        .exec(work.db())?;
    if changed.rows_affected == 0 { Err(Error::NotFound) } else { Ok(()) }
}
