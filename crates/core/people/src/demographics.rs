//! Gender and nationality, apart from the record that teachers and families read (C039–C041). A school may do
//! without (C097); an edition may keep the gender for counting only.

use kernel::Result;
use registry::{Declared, Edition, GenderUse};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{IntoActiveModel, QuerySelect};
use store::migrate::{Schema, key_uuid, maybe, part_of, table, text};
use store::{Allowed, Migration, Read, Work};

use crate::{StudentId, agreement, history};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "demographics")]
#[declared(whose = Student, purpose = [Administration, Statistics], basis = Edition, kept = StudentRecord)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[data(Identifier)]
    pub student_id: StudentId,
    /// `female`, `male`, `other`.
    #[data(Gender)]
    pub gender: Option<String>,
    #[data(Nationality, purpose = Administration)]
    pub nationality: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

pub const GENDERS: &[&str] = &["female", "male", "other"];

/// Its table; declared by the module that a school switches on or off.
pub const MIGRATION: Migration = Migration { name: "demographics/0001_demographics", up: own_table };

fn own_table(schema: &Schema) -> Result<()> {
    let columns = vec![key_uuid("student_id"), maybe(text("gender")), maybe(text("nationality"))];
    schema.create(table("demographics", columns).foreign_key(&mut part_of("student_id", "student")))
}

/// What is recorded of one student.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    pub gender: Option<String>,
    pub nationality: Option<String>,
}

impl Record {
    pub fn is_empty(&self) -> bool {
        self == &Self::default()
    }

    pub fn row(self, student: StudentId) -> Model {
        Model { student_id: student, gender: self.gender, nationality: self.nationality }
    }
}

impl From<Model> for Record {
    fn from(row: Model) -> Self {
        Self { gender: row.gender, nationality: row.nationality }
    }
}

/// What a school keeps of them: what its edition does, unless the school does without (C097).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keeps {
    pub gender: GenderUse,
    pub nationality: bool,
}

impl Keeps {
    /// `uses`: the module is on.
    pub fn of(edition: &Edition, uses: bool) -> Self {
        let all = Self { gender: edition.roster.gender, nationality: edition.roster.keep_nationality };
        if uses { all } else { Self::default() }
    }
}

/// What a page may show: where the gender is for counting, it is not among it.
pub fn shown(read: &Read, student: Allowed<StudentId>, gender: GenderUse) -> Result<Record> {
    if gender == GenderUse::Administration {
        return Ok(Entity::find_by_id(student.id()).one(read.db())?.map(Record::from).unwrap_or_default());
    }
    let nationality: Option<Option<String>> =
        Entity::find_by_id(student.id()).select_only().column(Column::Nationality).into_tuple().one(read.db())?;
    Ok(Record { gender: None, nationality: nationality.flatten() })
}

/// What is recorded of a new student, if anything.
pub fn create(work: &Work, student: StudentId, record: Record) -> Result<()> {
    agreement::required(work)?;
    if !record.is_empty() {
        Entity::insert(record.row(student).into_active_model()).exec_without_returning(work.db())?;
    }
    Ok(())
}

/// Makes a new record of the one before. The history notes what may be shown and nothing else.
pub fn change(work: &Work, student: StudentId, gender: GenderUse, renew: impl FnOnce(Record) -> Record) -> Result<()> {
    agreement::required(work)?;
    let before = Entity::find_by_id(student).one(work.db())?.map(Record::from).unwrap_or_default();
    let new = renew(before.clone());
    if new == before {
        return Ok(());
    }
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let mut pairs = vec![("nationality", text(&before.nationality), text(&new.nationality))];
    if gender == GenderUse::Administration {
        pairs.push(("gender", text(&before.gender), text(&new.gender)));
    }
    history::note(work, "student", student.0, &pairs)?;
    Entity::insert(new.row(student).into_active_model())
        .on_conflict(
            OnConflict::column(Column::StudentId).update_columns([Column::Gender, Column::Nationality]).to_owned(),
        )
        .exec_without_returning(work.db())?;
    Ok(())
}
