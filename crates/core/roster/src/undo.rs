//! Undoing an import within a day: what it changed is put back in one transaction. Whatever somebody has changed or
//! used since then is left as it is and listed, with the reason: an account that was opened, an appointment, a place
//! in a group that the office gave.

mod cells;
mod journal;

use std::collections::{HashMap, HashSet};

use ::people::{demographics, edge, guardian, history, household, staff, student};
use kernel::{Error, Result};
use school::{enrolment, group, teaching};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Iterable as _, PrimaryKeyToColumn};
use serde::{Deserialize, Serialize};
use store::{Allowed, Context, Progress, Read, Work, referring};

use crate::ImportId;
use crate::acts::UNDO;
use crate::import;
use crate::run::go_on;
use cells::{Cell, Cells};
use journal::Changed;

pub(crate) use journal::{Before, Journal, forget, undo as migration};
pub use journal::{Entity, Kind, Model, WAITS};

/// A record that was left as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    pub kind: Kind,
    pub id: Uuid,
    /// `changed`, `account`, `appointment`, `linked`, `used`, `taken`.
    pub why: String,
}

/// Whether this import can still be undone.
pub fn is_open(read: &Read, row: &import::Model) -> Result<bool> {
    if row.state != "done" || row.at.plus(WAITS) <= read.now {
        return Ok(false);
    }
    let journal = Entity::find().filter(journal::Column::ImportId.eq(row.id)).filter(journal::Column::What.ne("left"));
    Ok(journal.one(read.db())?.is_some())
}

/// What was left when it was undone.
pub fn left(read: &Read, import: ImportId) -> Result<Vec<Left>> {
    let rows = Entity::find().filter(journal::Column::ImportId.eq(import)).filter(journal::Column::What.eq("left"));
    let mut left = Vec::new();
    for row in rows.all(read.db())? {
        left.extend(serde_json::from_slice::<Vec<Left>>(&row.rows).map_err(Error::internal)?);
    }
    Ok(left)
}

/// Undoes an import; says what was left. 409 when it is too late, was undone, or another import runs.
pub fn undo(context: &Context, import: ImportId) -> Result<Vec<Left>> {
    let long = context.database.begin_long(import.0).ok_or_else(|| Error::Conflict("roster-already-running".into()))?;
    context.erase_rows(UNDO.on(import), |work, allowed| put_back(work, allowed, &long.progress))
}

fn put_back(work: &Work, import: Allowed<ImportId>, progress: &Progress) -> Result<Vec<Left>> {
    let row = import::find(work, import)?;
    if !is_open(work, &row)? {
        return Err(Error::Conflict("roster-undo-late".into()));
    }
    progress.begin("undoing", 0);
    let mut undoing = Undoing { work, import: row.id, progress, left: Vec::new() };
    // First what points to others, then those, so that nothing is taken from under anybody.
    undoing.added::<teaching::Entity>(Kind::Teaching, None)?;
    undoing.added::<enrolment::Entity>(Kind::Enrolment, None)?;
    undoing.added::<edge::Entity>(Kind::Edge, None)?;
    undoing.added::<demographics::Entity>(Kind::Demographics, None)?;
    undoing.added::<student::Entity>(Kind::Student, Some("student_id"))?;
    undoing.added::<guardian::Entity>(Kind::Guardian, Some("guardian_id"))?;
    undoing.added::<staff::Entity>(Kind::Staff, Some("staff_id"))?;
    undoing.changed::<student::Entity>(Kind::Student, Some(student::Column::Number))?;
    undoing.changed::<demographics::Entity>(Kind::Demographics, None)?;
    undoing.changed::<guardian::Entity>(Kind::Guardian, None)?;
    undoing.changed::<staff::Entity>(Kind::Staff, Some(staff::Column::EmployeeId))?;
    undoing.changed::<group::Entity>(Kind::Group, None)?;
    undoing.changed::<enrolment::Entity>(Kind::Enrolment, None)?;
    undoing.changed::<teaching::Entity>(Kind::Teaching, None)?;
    undoing.removed::<enrolment::Entity>(Kind::Enrolment, "group_id")?;
    undoing.removed::<edge::Entity>(Kind::Edge, "guardian_id")?;
    undoing.added::<group::Entity>(Kind::Group, Some("group_id"))?;
    undoing.added::<household::Entity>(Kind::Household, Some("household_id"))?;
    let shown = |left: &Left| matches!(left.kind, Kind::Student | Kind::Guardian | Kind::Staff | Kind::Group);
    let left: Vec<Left> = undoing.left.into_iter().filter(shown).collect();
    Entity::delete_many().filter(journal::Column::ImportId.eq(row.id)).exec(work.db())?;
    Journal { work, import: Some(row.id) }.write_json(Kind::Student, "left", &left)?;
    import::undone(work, row.id)?;
    Ok(left)
}

struct Undoing<'a> {
    work: &'a Work<'a>,
    import: ImportId,
    progress: &'a Progress,
    left: Vec<Left>,
}

impl Undoing<'_> {
    fn leave(&mut self, kind: Kind, id: Uuid, why: &str) {
        self.left.push(Left { kind, id, why: why.to_owned() });
    }

    /// Takes away what was added, unless it changed since then or a row elsewhere holds its id in `held_as`.
    fn added<E>(&mut self, kind: Kind, held_as: Option<&'static str>) -> Result<()>
    where
        E: EntityTrait,
        E::Model: ModelTrait<Entity = E>,
        E::PrimaryKey: PrimaryKeyToColumn<Column = E::Column>,
    {
        let key = cells::key::<E>()?;
        for row in journal::rows(self.work, self.import, kind, "added")? {
            let added = journal::parse_added(&row.rows);
            let ids: Vec<Uuid> = added.iter().map(|(id, _)| *id).collect();
            let now = E::find().filter(key.is_in(ids.iter().copied())).all(self.work.db())?;
            let mut prints = HashMap::new();
            for row in &now {
                prints.insert(cells::id::<E>(row)?, cells::fingerprint::<E>(row));
            }
            let held: HashMap<Uuid, String> = match held_as {
                Some(column) => referring(self.work, column, &ids)?.into_iter().collect(),
                None => HashMap::new(),
            };
            let mut going = Vec::new();
            for (id, print) in added {
                match (prints.get(&id), held.get(&id)) {
                    (None, _) => {}
                    (Some(_), Some(table)) => self.leave(kind, id, reason(table)),
                    (Some(now), None) if *now != print => self.leave(kind, id, "changed"),
                    (Some(_), None) => going.push(id),
                }
            }
            history::forget(self.work, &going)?;
            let gone = going.len() as u64;
            E::delete_many().filter(key.is_in(going)).exec(self.work.db())?;
            go_on(self.progress, gone)?;
        }
        Ok(())
    }

    /// Puts fields back that still are as the import left them. `own` is a column that nobody shares: those numbers
    /// are given up first, for two may have exchanged theirs.
    fn changed<E>(&mut self, kind: Kind, own: Option<E::Column>) -> Result<()>
    where
        E: EntityTrait,
        E::Model: ModelTrait<Entity = E> + IntoActiveModel<E::ActiveModel> + Clone,
        E::ActiveModel: ActiveModelTrait<Entity = E>,
        E::PrimaryKey: PrimaryKeyToColumn<Column = E::Column>,
    {
        let key = cells::key::<E>()?;
        let mut restored: Vec<E::Model> = Vec::new();
        for row in journal::rows(self.work, self.import, kind, "changed")? {
            let changed: Vec<Changed> = serde_json::from_slice(&row.rows).map_err(Error::internal)?;
            let ids: Vec<Uuid> = changed.iter().map(|one| one.id).collect();
            let mut now = HashMap::new();
            for row in E::find().filter(key.is_in(ids)).all(self.work.db())? {
                now.insert(cells::id::<E>(&row)?, row);
            }
            for one in changed {
                let Some(row) = now.remove(&one.id) else { continue };
                match with_fields::<E>(row.clone(), &one.fields)? {
                    Some(before) => {
                        self.remember(kind, one.id, &cells::cells::<E>(&row), &cells::cells::<E>(&before))?;
                        restored.push(before);
                    }
                    None => self.leave(kind, one.id, "changed"),
                }
            }
        }
        if let Some(own) = own {
            let ids = restored.iter().map(cells::id::<E>).collect::<Result<Vec<_>>>()?;
            for chunk in ids.chunks(500) {
                E::update_many()
                    .col_expr(own, Expr::value(Option::<String>::None))
                    .filter(key.is_in(chunk.iter().copied()))
                    .exec(self.work.db())?;
            }
        }
        for mut row in restored {
            if let Some(own) = own {
                let value = row.get(own);
                let is_taken = Cell::of(value.clone()) != Cell::Nothing
                    && E::find().filter(own.eq(value.clone())).one(self.work.db())?.is_some();
                if is_taken {
                    self.leave(kind, cells::id::<E>(&row)?, "taken");
                    row.try_set(own, value.as_null()).map_err(Error::internal)?;
                }
            }
            E::update(row.into_active_model().reset_all()).exec(self.work.db())?;
            go_on(self.progress, 1)?;
        }
        Ok(())
    }

    /// Adds again what was taken away, where both sides are still there and nobody has linked them since.
    fn removed<E>(&mut self, kind: Kind, other: &str) -> Result<()>
    where
        E: EntityTrait,
        E::Model: ModelTrait<Entity = E> + IntoActiveModel<E::ActiveModel>,
        E::ActiveModel: ActiveModelTrait<Entity = E>,
        E::PrimaryKey: PrimaryKeyToColumn<Column = E::Column>,
    {
        for row in journal::rows(self.work, self.import, kind, "removed")? {
            let removed: Vec<Cells> = serde_json::from_slice(&row.rows).map_err(Error::internal)?;
            for cells in removed {
                let (Some(Cell::Id(student)), Some(Cell::Id(side))) = (cells.get("student_id"), cells.get(other))
                else {
                    continue;
                };
                if !self.may_return(kind, *student, *side)? {
                    self.leave(Kind::Student, *student, "changed");
                    continue;
                }
                let mut row = <E::ActiveModel as ActiveModelTrait>::default();
                for column in E::Column::iter() {
                    if let Some(cell) = cells.get(column.as_str()).filter(|cell| **cell != Cell::Nothing) {
                        let like = sea_orm::Value::BigInt(None);
                        row.try_set(column, cell.value(&like)).map_err(Error::internal)?;
                    }
                }
                E::insert(row).exec_without_returning(self.work.db())?;
                go_on(self.progress, 1)?;
            }
        }
        Ok(())
    }

    fn may_return(&self, kind: Kind, student: Uuid, side: Uuid) -> Result<bool> {
        let db = self.work.db();
        let is_here = student::Entity::find().filter(student::Column::Id.eq(student)).one(db)?.is_some();
        let is_open = match kind {
            Kind::Edge => {
                let linked = edge::Entity::find()
                    .filter(edge::Column::StudentId.eq(student))
                    .filter(edge::Column::GuardianId.eq(side));
                guardian::Entity::find().filter(guardian::Column::Id.eq(side)).one(db)?.is_some()
                    && linked.one(db)?.is_none()
            }
            _ => group::Entity::find().filter(group::Column::Id.eq(side)).one(db)?.is_some(),
        };
        Ok(is_here && is_open)
    }

    /// The history says of people what the undoing changed, in the words it uses for every change.
    fn remember(&self, kind: Kind, id: Uuid, now: &Cells, before: &Cells) -> Result<()> {
        if !matches!(kind, Kind::Student | Kind::Guardian | Kind::Staff) {
            return Ok(());
        }
        let text = |cells: &Cells, name: &str| cells.get(name).map(Cell::text).unwrap_or_default();
        let name = |cells: &Cells| {
            let part = |name| text(cells, name);
            kernel::PersonName { call: part("call_name"), infix: part("infix"), surname: part("surname") }.full()
        };
        let mut pairs = vec![("name", name(now), name(before))];
        for field in ["number", "born", "postcode", "email", "phone", "employee_id", "title", "left_on"] {
            pairs.push((field, text(now, field), text(before, field)));
        }
        history::note(self.work, kind.word(), id, &pairs)
    }
}

/// The row with the fields as they were; nothing if one of them is not as the import left it.
fn with_fields<E>(mut row: E::Model, fields: &[(String, Cell, Cell)]) -> Result<Option<E::Model>>
where
    E: EntityTrait,
    E::Model: ModelTrait<Entity = E>,
{
    let named: HashSet<&str> = fields.iter().map(|(name, _, _)| name.as_str()).collect();
    for column in E::Column::iter().filter(|column| named.contains(column.as_str())) {
        let value = row.get(column);
        for (_, before, after) in fields.iter().filter(|(name, _, _)| name == column.as_str()) {
            if Cell::of(value.clone()) != *after {
                return Ok(None);
            }
            row.try_set(column, before.value(&value)).map_err(Error::internal)?;
        }
    }
    Ok(Some(row))
}

/// Why somebody is kept whose id stands in this table.
fn reason(table: &str) -> &'static str {
    match table {
        "account" => "account",
        "appointment" | "participant" => "appointment",
        "edge" | "enrolment" | "teaching" | "demographics" | "student" => "linked",
        _ => "used",
    }
}
