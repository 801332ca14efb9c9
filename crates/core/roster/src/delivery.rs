//! A delivery: uploaded files that wait for somebody's yes. They wait in the school's encrypted database,
//! never on the open disk, and are gone when applied, cancelled, or a day old (C062).

use chrono::NaiveDate;
use kernel::clock::DAY;
use kernel::{Error, Random, Result, Timestamp};
use people::demographics::Keeps;
use registry::{Declared, Edition, GenderUse};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{IntoActiveModel, QueryOrder, Set};
use store::migrate::{Schema, at, bytes, id, key_text, part_of, table, text, uuid};
use store::{Allowed, Context, Database, Migration, Read, Whole, Work};

use crate::acts::{FORGET, PREVIEW, SEE};
use crate::plan::{self, Plan, Setting};
use crate::read::{self, Mapping, Options, Proposal};
use crate::report::Report;
use crate::rows::{Refusal, Roster, SourceFile};
use crate::{fault, import, run};

pub use crate::run::store_roster;

kernel::id!(DeliveryId);
store::noun!(DeliveryId, "delivery", entity);
use self as entity;

/// How long an upload waits.
pub const WAITS: i64 = DAY;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "delivery")]
#[declared(whose = Staff, purpose = Import, basis = Edition, kept = ImportFile)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: DeliveryId,
    #[data(Activity)]
    pub at: Timestamp,
    #[data(Identifier)]
    pub account: Uuid,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// One file of a delivery, as it came.
pub mod file {
    use registry::Declared;
    use sea_orm::entity::prelude::*;

    use super::DeliveryId;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
    #[sea_orm(table_name = "delivery_file")]
    #[declared(whose = Student, purpose = Import, basis = Edition, kept = ImportFile)]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        #[plain("a random identifier")]
        pub id: Uuid,
        #[plain("a random identifier")]
        pub delivery_id: DeliveryId,
        #[plain("a file's name")]
        pub name: String,
        /// The file, whole: whatever the school put in it.
        #[data(Identifier)]
        pub bytes: Vec<u8>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Which column means what, as corrected for files of this name; remembered for the next delivery.
pub mod mapping {
    use registry::Declared;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
    #[sea_orm(table_name = "roster_mapping")]
    #[declared(whose = Nobody, purpose = Import, basis = Edition, kept = School)]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        #[plain("a file's name")]
        pub file: String,
        /// Heading to field, JSON; read and written whole.
        #[plain("headings and field names")]
        pub columns: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub fn migrations() -> Vec<Migration> {
    vec![
        Migration { name: "roster/0001_deliveries", up: deliveries },
        Migration { name: "roster/0002_imports", up: import::imports },
        Migration { name: "roster/0003_undo", up: crate::undo::migration },
    ]
}

fn deliveries(schema: &Schema) -> Result<()> {
    schema.create(&table("delivery", vec![id(), at("at"), uuid("account")]))?;
    let mut files = table("delivery_file", vec![id(), uuid("delivery_id"), text("name"), bytes("bytes")]);
    files.foreign_key(&mut part_of("delivery_id", "delivery"));
    schema.create(&files)?;
    schema.create(&table("roster_mapping", vec![key_text("file"), text("columns")]))
}

/// Keeps the files for the preview.
pub fn create(work: &Work, _school: Allowed<Whole>, files: Vec<SourceFile>) -> Result<DeliveryId> {
    let id = DeliveryId(work.uuid());
    let row = Model { id, at: work.now, account: work.actor.account() };
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    for source in files {
        let row = file::Model { id: work.uuid(), delivery_id: id, name: source.name, bytes: source.bytes };
        file::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    }
    Ok(id)
}

/// Deliveries that wait, newest first.
pub fn list(read: &Read) -> Result<Vec<Model>> {
    Ok(Entity::find().order_by_desc(Column::At).all(read.db())?)
}

/// Forgets a delivery and its files.
pub fn remove(work: &Work, delivery: DeliveryId) -> Result<()> {
    Entity::delete_by_id(delivery).exec(work.db())?;
    Ok(())
}

/// The job that forgets uploads nobody confirmed within a day (C062).
pub(crate) fn forget(context: &Context) -> Result<()> {
    context.write(FORGET.on(()), |work, _| {
        Entity::delete_many().filter(Column::At.lte(work.now.plus(-WAITS))).exec(work.db())?;
        Ok(())
    })
}

/// Remembers what the user corrected.
pub fn remember(work: &Work, mapping: &Mapping) -> Result<()> {
    for (file, columns) in &mapping.files {
        let columns = serde_json::to_string(columns).map_err(Error::internal)?;
        let row = mapping::ActiveModel { file: Set(file.clone()), columns: Set(columns) };
        mapping::Entity::insert(row)
            .on_conflict(OnConflict::column(mapping::Column::File).update_column(mapping::Column::Columns).to_owned())
            .exec_without_returning(work.db())?;
    }
    Ok(())
}

pub(crate) fn remembered(read: &Read) -> Result<Mapping> {
    let rows = mapping::Entity::find().all(read.db())?;
    let mut mapping = Mapping::default();
    for row in rows {
        mapping.files.insert(row.file, serde_json::from_str(&row.columns).map_err(Error::internal)?);
    }
    Ok(mapping)
}

/// The school's own rules for reading.
#[derive(Clone, Debug)]
pub struct Rules {
    pub country: String,
    pub keeps: Keeps,
    pub basis: String,
}

impl Rules {
    pub fn of(edition: &Edition, country: &str) -> Self {
        Self {
            country: country.to_owned(),
            keeps: Keeps::of(edition, true),
            basis: edition.roster.basis_of_children.clone(),
        }
    }

    /// Without what the school itself switched off (C097).
    pub fn within(mut self, school: &Database) -> Self {
        if !school.is_on("demographics") {
            self.keeps = Keeps::default();
        }
        self
    }

    /// What a plan needs to know of the school.
    pub fn setting<'a>(&'a self, random: &'a Random) -> Setting<'a> {
        Setting { country: &self.country, basis: &self.basis, gender: self.keeps.gender, random }
    }

    pub(crate) fn options(&self, today: NaiveDate, mapping: Mapping) -> Options {
        Options {
            country: self.country.clone(),
            keep_gender: self.keeps.gender != GenderUse::Nothing,
            keep_nationality: self.keeps.nationality,
            today,
            mapping: Some(mapping),
        }
    }
}

/// A delivery as the preview shows it.
pub struct Preview {
    pub report: Report,
    pub plan: Plan,
    pub proposal: Proposal,
}

/// Files and the remembered mapping.
pub type Loaded = (Vec<SourceFile>, Mapping);

pub fn load(read: &Read, delivery: DeliveryId) -> Result<Loaded> {
    let rows = file::Entity::find()
        .filter(file::Column::DeliveryId.eq(delivery))
        .order_by_asc(file::Column::Name)
        .all(read.db())?;
    let files = rows.into_iter().map(|row| SourceFile { name: row.name, bytes: row.bytes }).collect();
    Ok((files, remembered(read)?))
}

/// Reads a delivery and compares it with the school; stores nothing (C057).
pub fn preview(context: &Context, delivery: DeliveryId, rules: &Rules) -> Result<Preview> {
    let (files, mapping) = context.read(PREVIEW.on(delivery), |read, allowed| load(read, allowed.id()))?;
    let options = rules.options(context.clock.now().date(), mapping);
    let proposal = read::propose(&files, &options).map_err(|refusal| refused(&refusal))?;
    let roster = read_files(&files, &options)?;
    let setting = rules.setting(&context.random);
    let plan = context.read(PREVIEW.on(delivery), |read, _| plan::make(read, &roster, &setting))?;
    Ok(Preview { report: Report::of(&roster, &plan), plan, proposal })
}

/// The shell's way: files that never wait. Without `stores` a dry run.
pub fn import(context: &Context, files: Vec<SourceFile>, rules: &Rules, stores: bool) -> Result<Report> {
    if stores {
        return run::begin_files(context, files, rules.clone())?.carry_out(context);
    }
    let mapping = context.read(SEE.on(()), |read, _| remembered(read))?;
    let roster = read_files(&files, &rules.options(context.clock.now().date(), mapping))?;
    let setting = rules.setting(&context.random);
    context.read(crate::acts::COMPARE.on(()), |read, _| {
        let plan = plan::make(read, &roster, &setting)?;
        Ok(Report::of(&roster, &plan))
    })
}

/// The rows of the files; 422 for a file refused as a whole.
pub(crate) fn read_files(files: &[SourceFile], options: &Options) -> Result<Roster> {
    read::read(files, options).map_err(|refusal| refused(&refusal))
}

fn refused(refusal: &Refusal) -> Error {
    Error::Invalid(fault::refusal(refusal))
}
