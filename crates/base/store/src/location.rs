//! Where a school's rows lie: in a file of the data folder, or in a schema of a PostgreSQL database. Which schools are
//! elsewhere is kept, sealed, in the control database: an address may hold a password.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

use kernel::{Error, Result};
use registry::{Declared, Purpose};
use sea_orm::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;

use crate::database::DatabaseId;
use crate::migrate::{Migration, Schema, bytes, key_uuid, table};
use crate::{Act, Actor, Context, Field, Role, Sealed};

/// `postgres://login@host/database`, or the data folder.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Location {
    Folder,
    Postgres(String),
}

impl FromStr for Location {
    type Err = Error;

    /// `sqlite:` is the data folder.
    fn from_str(text: &str) -> Result<Self> {
        match text.split_once(':') {
            Some(("sqlite", "")) => Ok(Self::Folder),
            Some(("postgres" | "postgresql", _)) => Ok(Self::Postgres(text.to_owned())),
            _ => Err(Error::Internal(
                "a location is sqlite: for the data folder, or postgres://login@host/database".to_owned(),
            )),
        }
    }
}

impl Location {
    /// Without the password, for people.
    pub fn shown(&self) -> String {
        let Self::Postgres(url) = self else { return "sqlite:".to_owned() };
        match (url.split_once("://"), url.rsplit_once('@')) {
            (Some((scheme, _)), Some((before, after))) => {
                let login = before.split_once("://").map_or("", |(_, login)| login);
                format!("{scheme}://{}@{after}", login.split(':').next().unwrap_or_default())
            }
            _ => url.clone(),
        }
    }
}

impl fmt::Debug for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown())
    }
}

/// A school that lies elsewhere than in the data folder.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "location")]
#[declared(whose = Nobody, purpose = Operation, basis = Contract, kept = School)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub database: DatabaseId,
    #[plain("a sealed address of a database server")]
    pub url: Sealed<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// In the control database only.
pub(crate) const MIGRATION: Migration = Migration { name: "store/0006_location", up: own_table };

fn own_table(schema: &Schema) -> Result<()> {
    schema.create(&table("location", vec![key_uuid("database"), bytes("url")]))
}

/// The address was sealed another way in the first days of this table.
pub(crate) const SEALED: Migration = Migration { name: "store/0009_location_sealed", up: seal_addresses };

fn seal_addresses(schema: &Schema) -> Result<()> {
    schema.seal_anew_by("location", "url", "database")
}

static PLACE: Act<()> = Act::write_school("store.place", &[Purpose::Operation], &[Role::Shell]);
static FIND: Act<()> = Act::read_school("store.find_place", &[Purpose::Operation], &[Role::Shell]).quiet();

/// Where a database server is, and how Homeroom signs in to it.
static URL: Field<String> = Field::secret("location", "url");

/// Every school that is elsewhere.
pub(crate) fn all(control: &Context) -> Result<HashMap<DatabaseId, Location>> {
    let shell = control.as_actor(Actor::Shell);
    shell.read(FIND.on(()), |read, _| {
        let rows = Entity::find().all(read.db())?;
        rows.into_iter()
            .map(|row| Ok((row.database, Location::Postgres(URL.open(read, row.database.0, &row.url)?))))
            .collect()
    })
}

/// Says where a school lies from now on.
pub(crate) fn set(control: &Context, id: DatabaseId, location: &Location) -> Result<()> {
    let shell = control.as_actor(Actor::Shell);
    shell.write(PLACE.on(()), |work, _| {
        let Location::Postgres(url) = location else {
            Entity::delete_by_id(id).exec(work.db())?;
            return Ok(());
        };
        let row = ActiveModel { database: Set(id), url: Set(URL.seal(work, id.0, url)?) };
        Entity::insert(row)
            .on_conflict(OnConflict::column(Column::Database).update_column(Column::Url).to_owned())
            .exec_without_returning(work.db())?;
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_not_shown() {
        let location: Location = "postgres://homeroom:s@cret@db.example/school".parse().unwrap();
        assert_eq!(location.shown(), "postgres://homeroom@db.example/school");
        assert_eq!(format!("{location:?}"), "postgres://homeroom@db.example/school");
        assert!("mysql://x".parse::<Location>().is_err());
        assert_eq!("sqlite:".parse::<Location>().unwrap(), Location::Folder);
    }
}
