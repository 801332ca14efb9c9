//! The undo journal: what an import added, changed and took away, written in its own transaction and erased after a
//! day. Of an added row only its id and a fingerprint stand here, of a changed one the fields that changed.

use std::collections::HashMap;

use ::people::{demographics, edge, guardian, staff, student};
use kernel::clock::DAY;
use kernel::{Error, Result};
use registry::Declared;
use school::{enrolment, group, teaching};
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QuerySelect, QueryTrait as _};
use serde::{Deserialize, Serialize};
use store::migrate::{Schema, bytes, id, index, part_of, table, text, uuid};
use store::{Context, Read, Work};

use super::cells::{self, Cell, Cells};
use crate::ImportId;
use crate::acts::FORGET;
use crate::import;
use crate::plan::Plan;

/// How long an import can be undone.
pub const WAITS: i64 = DAY;

/// Ids in one query.
const CHUNK: usize = 500;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "roster_undo")]
#[declared(whose = Student, purpose = Import, basis = Edition, kept = ImportFile)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    #[plain("a random identifier")]
    pub import_id: ImportId,
    /// Which kind of record: [`Kind::word`].
    #[plain("a kind of record")]
    pub kind: String,
    /// `added`, `changed`, `removed`; after the undoing `left`.
    #[plain("what happened to the records")]
    pub what: String,
    /// Ids with fingerprints, or fields before and after; read and written whole.
    #[data(Identifier)]
    pub rows: Vec<u8>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

pub(crate) fn undo(schema: &Schema) -> Result<()> {
    let columns = vec![id(), uuid("import_id"), text("kind"), text("what"), bytes("rows")];
    schema.create(table("roster_undo", columns).foreign_key(&mut part_of("import_id", "roster_import")))?;
    schema.index(&index("roster_undo", &["import_id"]))
}

/// A kind of record that imports touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Household,
    Student,
    Demographics,
    Guardian,
    Edge,
    Staff,
    Group,
    Enrolment,
    Teaching,
}

impl Kind {
    pub fn word(self) -> &'static str {
        match self {
            Self::Household => "household",
            Self::Student => "student",
            Self::Demographics => "demographics",
            Self::Guardian => "guardian",
            Self::Edge => "edge",
            Self::Staff => "staff",
            Self::Group => "group",
            Self::Enrolment => "enrolment",
            Self::Teaching => "teaching",
        }
    }
}

/// A record whose fields changed: before, after.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Changed {
    pub id: Uuid,
    pub fields: Vec<(String, Cell, Cell)>,
}

/// The journal of one import; of none for a roster that was made, not read.
#[derive(Clone, Copy)]
pub(crate) struct Journal<'a> {
    pub work: &'a Work<'a>,
    pub import: Option<ImportId>,
}

impl Journal<'_> {
    /// Notes rows that are being added.
    pub fn added<E>(&self, kind: Kind, rows: &[E::Model]) -> Result<()>
    where
        E: EntityTrait,
        E::Model: ModelTrait<Entity = E>,
    {
        if self.import.is_none() {
            return Ok(());
        }
        let mut bytes = Vec::with_capacity(rows.len() * 24);
        for row in rows {
            bytes.extend(cells::id::<E>(row)?.as_bytes());
            bytes.extend(cells::fingerprint::<E>(row).to_le_bytes());
        }
        self.write(kind, "added", bytes)
    }

    fn write(&self, kind: Kind, what: &str, rows: Vec<u8>) -> Result<()> {
        let Some(import_id) = self.import.filter(|_| !rows.is_empty()) else { return Ok(()) };
        let (kind, what) = (kind.word().to_owned(), what.to_owned());
        let row = Model { id: self.work.uuid(), import_id, kind, what, rows };
        Entity::insert(row.into_active_model()).exec_without_returning(self.work.db())?;
        Ok(())
    }

    pub(super) fn write_json(&self, kind: Kind, what: &str, rows: &[impl Serialize]) -> Result<()> {
        for chunk in rows.chunks(CHUNK) {
            self.write(kind, what, serde_json::to_vec(chunk).map_err(Error::internal)?)?;
        }
        Ok(())
    }
}

/// Ids and fingerprints of added rows.
pub(super) fn parse_added(bytes: &[u8]) -> Vec<(Uuid, u64)> {
    let one = |record: &[u8]| {
        let (id, print) = record.split_first_chunk::<16>()?;
        Some((Uuid::from_bytes(*id), u64::from_le_bytes(*print.first_chunk::<8>()?)))
    };
    bytes.chunks_exact(24).filter_map(one).collect()
}

pub(super) fn rows(read: &Read, import: ImportId, kind: Kind, what: &str) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::ImportId.eq(import))
        .filter(Column::Kind.eq(kind.word()))
        .filter(Column::What.eq(what))
        .all(read.db())?)
}

/// The rows a plan will touch, as they are before it is carried out.
pub(crate) struct Before {
    sets: Vec<(Kind, Scope, HashMap<Uuid, Cells>)>,
}

/// Which rows: by their own ids, or by the ids of what they belong to.
#[derive(Clone)]
enum Scope {
    Own(Vec<Uuid>),
    /// Of these people, of these groups.
    Places(Vec<Uuid>, Vec<Uuid>),
}

impl Before {
    pub fn of(work: &Work, plan: &Plan) -> Result<Self> {
        let mut students: Vec<Uuid> = plan.changed_students.iter().map(|(row, _)| row.id.0).collect();
        students.extend(plan.left_students.iter().map(|(row, _)| row.id.0));
        students.extend(plan.moved_households.iter().map(|(id, _)| id.0));
        let mut people: Vec<Uuid> = plan.changed_staff.iter().map(|(row, _)| row.id.0).collect();
        people.extend(plan.left_staff.iter().map(|(id, _)| id.0));
        let ended: Vec<Uuid> = plan.ended_groups.iter().map(|id| id.0).collect();
        let groups = plan.changed_groups.iter().map(|row| row.id.0).chain(ended.iter().copied()).collect();
        let enrolled = plan.ended_enrolments.iter().map(|(student, _)| student.0).collect();
        let taught = plan.ended_teachings.iter().map(|(staff, _)| staff.0).collect();
        let wanted = [
            (Kind::Student, Scope::Own(students)),
            (Kind::Demographics, Scope::Own(plan.changed_demographics.iter().map(|(id, _)| id.0).collect())),
            (Kind::Guardian, Scope::Own(plan.changed_guardians.iter().map(|(row, _)| row.id.0).collect())),
            (Kind::Edge, Scope::Own(plan.ended_edges.iter().map(|id| id.0).collect())),
            (Kind::Staff, Scope::Own(people)),
            (Kind::Group, Scope::Own(groups)),
            (Kind::Enrolment, Scope::Places(enrolled, ended.clone())),
            (Kind::Teaching, Scope::Places(taught, ended)),
        ];
        let mut sets = Vec::new();
        for (kind, scope) in wanted {
            let rows = look(work, kind, &scope)?;
            sets.push((kind, scope, rows));
        }
        Ok(Self { sets })
    }

    /// Compares with what they are now, and notes the difference.
    pub fn note(self, journal: Journal<'_>) -> Result<()> {
        for (kind, scope, before) in self.sets {
            let mut now = look(journal.work, kind, &scope)?;
            let (mut changed, mut removed) = (Vec::new(), Vec::new());
            for (id, before) in before {
                let Some(after) = now.remove(&id) else {
                    removed.push(before);
                    continue;
                };
                let fields: Vec<_> = before
                    .into_iter()
                    .filter_map(|(name, old)| {
                        let new = after.get(&name).cloned().unwrap_or(Cell::Nothing);
                        (old != new).then_some((name, old, new))
                    })
                    .collect();
                if !fields.is_empty() {
                    changed.push(Changed { id, fields });
                }
            }
            journal.write_json(kind, "changed", &changed)?;
            journal.write_json(kind, "removed", &removed)?;
            if kind == Kind::Demographics {
                let added: Vec<Uuid> = now.into_keys().collect();
                for chunk in added.chunks(CHUNK) {
                    let ids = demographics::Column::StudentId.is_in(chunk.iter().copied());
                    let rows = demographics::Entity::find().filter(ids).all(journal.work.db())?;
                    journal.added::<demographics::Entity>(kind, &rows)?;
                }
            }
        }
        Ok(())
    }
}

fn look(work: &Work, kind: Kind, scope: &Scope) -> Result<HashMap<Uuid, Cells>> {
    match (kind, scope) {
        (Kind::Student, Scope::Own(ids)) => load::<student::Entity>(work, student::Column::Id, ids),
        (Kind::Demographics, Scope::Own(ids)) => {
            load::<demographics::Entity>(work, demographics::Column::StudentId, ids)
        }
        (Kind::Guardian, Scope::Own(ids)) => load::<guardian::Entity>(work, guardian::Column::Id, ids),
        (Kind::Edge, Scope::Own(ids)) => load::<edge::Entity>(work, edge::Column::Id, ids),
        (Kind::Staff, Scope::Own(ids)) => load::<staff::Entity>(work, staff::Column::Id, ids),
        (Kind::Group, Scope::Own(ids)) => load::<group::Entity>(work, group::Column::Id, ids),
        (Kind::Enrolment, Scope::Places(people, groups)) => {
            let mut rows = load::<enrolment::Entity>(work, enrolment::Column::StudentId, people)?;
            rows.extend(load::<enrolment::Entity>(work, enrolment::Column::GroupId, groups)?);
            Ok(rows)
        }
        (Kind::Teaching, Scope::Places(people, groups)) => {
            let mut rows = load::<teaching::Entity>(work, teaching::Column::StaffId, people)?;
            rows.extend(load::<teaching::Entity>(work, teaching::Column::GroupId, groups)?);
            Ok(rows)
        }
        _ => Ok(HashMap::new()),
    }
}

fn load<E>(work: &Work, column: E::Column, ids: &[Uuid]) -> Result<HashMap<Uuid, Cells>>
where
    E: EntityTrait,
    E::Model: ModelTrait<Entity = E>,
{
    let mut rows = HashMap::new();
    for chunk in ids.chunks(CHUNK) {
        for row in E::find().filter(column.is_in(chunk.iter().copied())).all(work.db())? {
            rows.insert(cells::id::<E>(&row)?, cells::cells::<E>(&row));
        }
    }
    Ok(rows)
}

/// The job that forgets how to undo what is older than a day.
pub(crate) fn forget(context: &Context) -> Result<()> {
    context.write(FORGET.on(()), |work, _| {
        let old = import::Entity::find()
            .select_only()
            .column(import::Column::Id)
            .filter(import::Column::At.lte(work.now.plus(-WAITS)))
            .into_query();
        Entity::delete_many().filter(Column::ImportId.in_subquery(old)).exec(work.db())?;
        Ok(())
    })
}
