//! A school as the installation knows it: its name, its slug, its edition, where it lives.

use kernel::{Error, Language, Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder};
use site::SchoolEntry;
use store::migrate::{Schema, at, id, table, text, unique};
use store::{Actor, Context, DatabaseId, Migration, Read, Schools, Work};

use crate::acts::FIND_SCHOOL;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "school")]
#[declared(whose = Nobody, purpose = Operation, basis = Contract, kept = School)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: DatabaseId,
    #[plain("a school's address here")]
    pub slug: String,
    #[plain("an institution's name")]
    pub name: String,
    #[plain("the name of an edition")]
    pub edition: String,
    #[plain("a country")]
    pub country: String,
    #[plain("a language")]
    pub language: String,
    #[plain("when the school was founded")]
    pub founded_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn entry(&self) -> SchoolEntry {
        SchoolEntry {
            id: self.id,
            slug: self.slug.clone(),
            name: self.name.clone(),
            edition: self.edition.clone(),
            country: self.country.clone(),
            language: Language::parse(&self.language).unwrap_or(Language::En),
        }
    }
}

pub fn migrations() -> Vec<Migration> {
    vec![Migration { name: "installation/0001_schools", up: schools }]
}

fn schools(schema: &Schema) -> Result<()> {
    schema.create(&table(
        "school",
        vec![id(), text("slug"), text("name"), text("edition"), text("country"), text("language"), at("founded_at")],
    ))?;
    schema.index(&unique("school", &["slug"]))
}

/// The house's own look into its register, with nobody's authority but its own.
pub fn own_context(schools: &Schools) -> Result<Context> {
    Ok(Context {
        database: schools.control()?,
        actor: Actor::Shell,
        clock: schools.clock.clone(),
        random: schools.random.clone(),
        network: None,
    })
}

/// The school of this short name; asked of the register once for as long as it stands as it is.
pub fn find(schools: &Schools, slug: &str) -> Result<Option<SchoolEntry>> {
    own_context(schools)?.read_again(FIND_SCHOOL.on(()), slug, |read, _| {
        Ok(Entity::find().filter(Column::Slug.eq(slug)).one(read.db())?.map(|row| row.entry()))
    })
}

/// The school that lives in this database; none for the installation's own.
pub fn of_database(schools: &Schools, id: DatabaseId) -> Result<Option<SchoolEntry>> {
    own_context(schools)?.read_again(FIND_SCHOOL.on(()), &id.to_string(), |read, _| {
        Ok(Entity::find_by_id(id).one(read.db())?.map(|row| row.entry()))
    })
}

/// All schools by name.
pub fn list(read: &Read) -> Result<Vec<Model>> {
    Ok(Entity::find().order_by_asc(Column::Name).all(read.db())?)
}

/// Takes a school out of the register that is no more, and out of what the clock looks at.
pub fn remove(work: &Work, school: DatabaseId) -> Result<()> {
    Entity::delete_by_id(school).exec(work.db())?;
    crate::due::Entity::delete_by_id(school).exec(work.db())?;
    Ok(())
}

/// Puts a school into the register; its slug must be free.
pub(crate) fn create(work: &Work, row: Model) -> Result<()> {
    let taken = |error: DbErr| match Error::from(error) {
        Error::Conflict(_) => Error::invalid("slug", "slug-taken"),
        other => other,
    };
    Entity::insert(row.into_active_model()).exec_without_returning(work.db()).map_err(taken)?;
    Ok(())
}
