//! What a merging moved and removed, so that it can be taken back within thirty days. Sealed in a file that is
//! encrypted already: the journal is a second copy of somebody's data, and nobody reads it but the undoing.

use kernel::clock::DAY;
use kernel::{Error, Found as _, Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel as _, QueryOrder as _};
use serde::{Deserialize, Serialize};
use store::migrate::{Schema, at, bytes, id, index, table, text, uuid};
use store::rows::{Cell, Cells, Table};
use store::{Allowed, Context, Field, Read, Sealed, Work};

use crate::acts::FORGET;
use crate::kind::Kind;

/// How long a merging can be undone.
pub const WAITS: i64 = 30 * DAY;

kernel::id!(MergeId);
store::noun!(MergeId, "merge", entity);
use self as entity;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "duplicate_merge")]
#[declared(whose = Student, purpose = Administration, basis = Edition, kept = StudentRecord)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: MergeId,
    #[plain("a kind of record")]
    pub kind: String,
    #[data(Identifier)]
    pub survivor: Uuid,
    #[data(Identifier)]
    pub removed: Uuid,
    #[data(Activity, whose = User)]
    pub at: Timestamp,
    /// Who merged.
    #[data(Identifier, whose = User)]
    pub account: Uuid,
    /// [`Entries`], sealed for this row.
    #[data(Identifier)]
    pub sealed: Sealed<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

pub(crate) fn sealed(schema: &Schema) -> Result<()> {
    schema.seal_anew("duplicate_merge", "sealed")
}

pub(crate) fn merges(schema: &Schema) -> Result<()> {
    let mut merge = table("duplicate_merge", vec![id(), text("kind"), uuid("survivor"), uuid("removed"), at("at")]);
    schema.create(merge.col(uuid("account")).col(bytes("sealed")))?;
    schema.index(&index("duplicate_merge", &["at"]))
}

/// Fields of a row: before, after.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Changed {
    pub table: String,
    pub key: Uuid,
    pub fields: Vec<(String, Cell, Cell)>,
}

/// A row that was added or taken away, whole.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Whole {
    pub table: String,
    pub row: Cells,
}

/// Everything one merging did, in its order.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Entries {
    pub changed: Vec<Changed>,
    pub removed: Vec<Whole>,
    pub added: Vec<Whole>,
}

impl Entries {
    /// Changes a row and notes each field that differs.
    pub fn change(&mut self, work: &Work, table: &Table, before: &Cells, cells: &Cells) -> Result<()> {
        let key = before.get(&table.key).and_then(Cell::id).found()?;
        table.change(work, key, cells)?;
        let mut after = before.clone();
        after.extend(cells.clone());
        self.note(table, before, &after)
    }

    /// Notes how a row differs from what it was.
    pub fn note(&mut self, table: &Table, before: &Cells, after: &Cells) -> Result<()> {
        let key = before.get(&table.key).and_then(Cell::id).found()?;
        let differs = |(name, old): (&String, &Cell)| {
            let new = after.get(name).cloned().unwrap_or(Cell::Nothing);
            (new != *old).then(|| (name.clone(), old.clone(), new))
        };
        let fields: Vec<_> = before.iter().filter_map(differs).collect();
        if !fields.is_empty() {
            self.changed.push(Changed { table: table.name.clone(), key, fields });
        }
        Ok(())
    }

    /// Takes a row away and keeps it here.
    pub fn remove(&mut self, work: &Work, table: &Table, row: Cells) -> Result<()> {
        let key = row.get(&table.key).and_then(Cell::id).found()?;
        table.remove(work, key)?;
        self.removed.push(Whole { table: table.name.clone(), row });
        Ok(())
    }

    pub fn add(&mut self, work: &Work, table: &Table, row: Cells) -> Result<()> {
        table.insert(work, &row)?;
        self.added.push(Whole { table: table.name.clone(), row });
        Ok(())
    }
}

/// Opened by the undoing alone.
static ENTRIES: Field<String> = Field::secret("duplicate_merge", "sealed");

/// Writes the journal of a merging, in its own transaction.
pub fn write(work: &Work, kind: Kind, survivor: Uuid, removed: Uuid, entries: &Entries) -> Result<MergeId> {
    let id = MergeId(work.uuid());
    let plain = serde_json::to_string(entries).map_err(Error::internal)?;
    let row = Model {
        id,
        kind: kind.word().to_owned(),
        survivor,
        removed,
        at: work.now,
        account: work.actor.account(),
        sealed: ENTRIES.seal(work, id.0, &plain)?,
    };
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(id)
}

/// The merging with what it did; 404 once it can no longer be undone.
pub fn find(read: &Read, merge: Allowed<MergeId>) -> Result<(Model, Entries)> {
    let row = Entity::find_by_id(merge.id()).filter(Column::At.gt(read.now.plus(-WAITS))).one(read.db())?.found()?;
    let plain = ENTRIES.open(read, row.id.0, &row.sealed)?;
    let entries = serde_json::from_str(&plain).map_err(Error::internal)?;
    Ok((row, entries))
}

/// What can still be undone, the newest first.
pub fn list(read: &Read) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::At.gt(read.now.plus(-WAITS)))
        .order_by_desc(Column::At)
        .order_by_desc(Column::Id)
        .all(read.db())?)
}

/// The job that forgets how to undo what is older than thirty days.
pub(crate) fn forget(context: &Context) -> Result<()> {
    context.sweep(FORGET.on(()), |work, _| {
        Entity::delete_many().filter(Column::At.lte(work.now.plus(-WAITS))).exec(work.db())?;
        Ok(())
    })
}
