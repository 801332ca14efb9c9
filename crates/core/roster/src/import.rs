//! The journal of imports: who stored which files when, and what came of it. A row is written before the work
//! begins and settled when it ends; one that says `running` while nothing runs was interrupted, and nothing of it
//! was stored.

use kernel::{Error, Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect, Set};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use store::migrate::{Schema, at, id, maybe, table, text, uuid};
use store::{Allowed, Context, Read, Work};

use crate::DeliveryId;
use crate::acts::JOURNAL;
use crate::plan::Tally;
use crate::report::Report;
use crate::rows::SourceFile;

kernel::id!(
    /// One attempt to store a delivery.
    ImportId
);
store::noun!(ImportId, "import", entity);
use self as entity;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "roster_import")]
#[declared(whose = User, purpose = [Accountability, Import], basis = LegalObligation, kept = Audit)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: ImportId,
    /// The upload it stores; nil from the shell.
    #[plain("a random identifier")]
    pub delivery: Uuid,
    #[data(Activity)]
    pub at: Timestamp,
    #[data(Activity)]
    pub ended_at: Option<Timestamp>,
    #[data(Identifier)]
    pub account: Uuid,
    /// As shown at the time; empty for the shell.
    #[data(Name)]
    pub who: String,
    /// Names of the files, one a line.
    #[data(Activity)]
    pub files: String,
    /// SHA-256 of each file, one a line, as `sha256sum` prints it.
    #[plain("fingerprints of the files")]
    pub digests: String,
    /// `running`, `done`, `cancelled`, `failed`, `undone`.
    #[plain("how far it came")]
    pub state: String,
    /// Why it failed: `refused`, `conflict`, `busy`, `fault`.
    #[plain("the kind of failure")]
    pub reason: String,
    /// [`Counts`] as JSON; read and written whole.
    #[plain("how many rows of each kind changed")]
    pub counts: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// How many of a kind an import changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub students: Tally,
    pub guardians: Tally,
    pub staff: Tally,
    pub groups: Tally,
}

/// How an import stands, as somebody may be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Running,
    Done,
    Cancelled,
    /// Stored, and put back within a day.
    Undone,
    Failed,
    /// The process ended in the middle; nothing was stored.
    Interrupted,
}

impl State {
    pub fn word(self) -> &'static str {
        match self {
            State::Running => "running",
            State::Done => "done",
            State::Cancelled => "cancelled",
            State::Undone => "undone",
            State::Failed => "failed",
            State::Interrupted => "interrupted",
        }
    }
}

impl Model {
    /// What the row says, beside what runs now.
    pub fn state(&self, context: &Context) -> State {
        match self.state.as_str() {
            "done" => State::Done,
            "cancelled" => State::Cancelled,
            "undone" => State::Undone,
            "failed" => State::Failed,
            _ if context.database.long_change().is_some_and(|progress| progress.id == self.id.0) => State::Running,
            _ => State::Interrupted,
        }
    }

    pub fn counts(&self) -> Counts {
        serde_json::from_str(&self.counts).unwrap_or_default()
    }
}

pub(crate) fn imports(schema: &Schema) -> Result<()> {
    schema.create(&table(
        "roster_import",
        vec![
            id(),
            uuid("delivery"),
            at("at"),
            maybe(at("ended_at")),
            uuid("account"),
            text("who"),
            text("files"),
            text("digests"),
            text("state"),
            text("reason"),
            text("counts"),
        ],
    ))
}

/// Earlier imports, newest first.
pub fn list(read: &Read, limit: u64) -> Result<Vec<Model>> {
    Ok(Entity::find().order_by_desc(Column::At).order_by_desc(Column::Id).limit(limit).all(read.db())?)
}

pub fn find(read: &Read, import: Allowed<ImportId>) -> Result<Model> {
    Entity::find_by_id(import.id()).one(read.db())?.ok_or(Error::NotFound)
}

/// The latest attempt to store a delivery.
pub(crate) fn of(read: &Read, delivery: DeliveryId) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::Delivery.eq(delivery.0)).order_by_desc(Column::At).one(read.db())?)
}

/// Writes down that an import begins.
pub(crate) fn begin(
    work: &Work,
    id: ImportId,
    delivery: Option<DeliveryId>,
    who: &str,
    files: &[SourceFile],
) -> Result<()> {
    let lines = |line: fn(&SourceFile) -> String| files.iter().map(line).collect::<Vec<_>>().join("\n");
    let row = Model {
        id,
        delivery: delivery.map(|delivery| delivery.0).unwrap_or_default(),
        at: work.now,
        ended_at: None,
        account: work.actor.account(),
        who: who.to_owned(),
        files: lines(|file| file.name.clone()),
        digests: lines(|file| digest(&file.bytes)),
        state: "running".to_owned(),
        reason: String::new(),
        counts: String::new(),
    };
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(())
}

/// Writes down that it is stored, in the transaction that stores it.
pub(crate) fn done(work: &Work, id: ImportId, report: &Report) -> Result<()> {
    let Report { students, guardians, staff, groups, .. } = *report;
    let counts = serde_json::to_string(&Counts { students, guardians, staff, groups }).map_err(Error::internal)?;
    settle(work, id, "done", "", counts)
}

/// Writes down that it was put back; its counts stay as what it had done.
pub(crate) fn undone(work: &Work, id: ImportId) -> Result<()> {
    let row = ActiveModel { id: Set(id), state: Set("undone".to_owned()), ..Default::default() };
    Entity::update(row).exec(work.db())?;
    Ok(())
}

/// Writes down why nothing was stored.
pub(crate) fn ended(context: &Context, id: ImportId, is_stopped: bool, error: &Error) -> Result<()> {
    let (state, reason) = match error {
        _ if is_stopped => ("cancelled", ""),
        Error::Invalid(_) => ("failed", "refused"),
        Error::Conflict(_) => ("failed", "conflict"),
        Error::Busy => ("failed", "busy"),
        Error::NotFound | Error::SignedOut | Error::Forbidden | Error::Internal(_) | Error::Unsaved(_) => {
            ("failed", "fault")
        }
    };
    context.write(JOURNAL.on(()), |work, _| settle(work, id, state, reason, String::new()))
}

fn settle(work: &Work, id: ImportId, state: &str, reason: &str, counts: String) -> Result<()> {
    let row = ActiveModel {
        id: Set(id),
        ended_at: Set(Some(work.now)),
        state: Set(state.to_owned()),
        reason: Set(reason.to_owned()),
        counts: Set(counts),
        ..Default::default()
    };
    Entity::update(row).exec(work.db())?;
    Ok(())
}

fn digest(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}
