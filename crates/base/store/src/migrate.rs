//! Migrations: forward only, each in its own transaction, one text for both back ends. The short words
//! here (`table`, `text`, `date` …) give the column types that the drivers decode.

use kernel::{Error, Random, Result, Timestamp};
use sea_orm::sea_query::{
    Alias, ColumnDef, ForeignKey, ForeignKeyAction, ForeignKeyCreateStatement, Index, IndexCreateStatement, IntoIden,
    Table, TableCreateStatement,
};
use sea_orm::{ConnectionTrait, DatabaseConnection, EntityTrait, Set};

use crate::seal::Seals;

/// One step of a module's schema.
#[derive(Clone, Copy)]
pub struct Migration {
    /// `people/0001_people`; the module, then the file.
    pub name: &'static str,
    pub up: fn(&Schema) -> Result<()>,
}

/// What a migration may do to the schema.
pub struct Schema<'a> {
    pub(crate) db: &'a DatabaseConnection,
    pub(crate) seals: &'a Seals,
    pub(crate) random: &'a Random,
}

impl Schema<'_> {
    pub fn create(&self, table: &TableCreateStatement) -> Result<()> {
        self.db.execute(table)?;
        Ok(())
    }

    pub fn index(&self, index: &IndexCreateStatement) -> Result<()> {
        self.db.execute(index)?;
        Ok(())
    }

    /// A new column of a table that is there. It may be empty, or has a default for the rows that are.
    pub fn add(&self, table: &'static str, column: ColumnDef) -> Result<()> {
        self.db.execute(Table::alter().table(Alias::new(table)).add_column(column))?;
        Ok(())
    }
}

mod done {
    use kernel::Timestamp;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "migration")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        pub at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Runs what has not run yet. The caller holds the write transaction.
pub(crate) fn run(
    db: &DatabaseConnection,
    migrations: &[Migration],
    now: Timestamp,
    seals: &Seals,
    random: &Random,
) -> Result<()> {
    let mut ledger = table("migration", vec![key_text("name"), at("at")]);
    db.execute(ledger.if_not_exists())?;
    let done: Vec<String> = done::Entity::find().all(db)?.into_iter().map(|row| row.name).collect();
    for migration in migrations.iter().filter(|m| !done.iter().any(|name| name == m.name)) {
        (migration.up)(&Schema { db, seals, random })
            .map_err(|e| Error::Internal(format!("migration {}: {e}", migration.name)))?;
        done::Entity::insert(done::ActiveModel { name: Set(migration.name.to_owned()), at: Set(now) })
            .exec_without_returning(db)?;
    }
    Ok(())
}

/// Those of `migrations` that have run.
pub(crate) fn done(db: &DatabaseConnection, migrations: &[Migration]) -> Result<Vec<Migration>> {
    let done: Vec<String> = done::Entity::find().all(db)?.into_iter().map(|row| row.name).collect();
    Ok(migrations.iter().filter(|m| done.iter().any(|name| name == m.name)).copied().collect())
}

/// Whether this step has been taken here. The ledger is there in every database that was ever opened.
pub(crate) fn is_done(db: &DatabaseConnection, name: &str) -> Result<bool> {
    Ok(done::Entity::find_by_id(name.to_owned()).one(db)?.is_some())
}

/// How a database stands to the migrations of this program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    New,
    Current,
    Older,
    /// Has a migration that this program does not know.
    Newer(String),
}

/// Read without a write lock.
pub(crate) fn standing(db: &DatabaseConnection, has_tables: bool, migrations: &[Migration]) -> Result<Standing> {
    if !has_tables {
        return Ok(Standing::New);
    }
    let done: Vec<String> = done::Entity::find().all(db)?.into_iter().map(|row| row.name).collect();
    // Who brings no module looks at the store's own books only, whatever modules wrote beside them.
    let knows_modules = migrations.iter().any(|m| !m.name.starts_with("store/"));
    let unknown = done.iter().find(|name| !migrations.iter().any(|m| m.name == name.as_str()));
    if let Some(unknown) = unknown.filter(|name| knows_modules || name.starts_with("store/")) {
        return Ok(Standing::Newer(unknown.clone()));
    }
    let all_done = migrations.iter().all(|m| done.iter().any(|name| name == m.name));
    Ok(if all_done { Standing::Current } else { Standing::Older })
}

pub fn table(name: &'static str, columns: Vec<ColumnDef>) -> TableCreateStatement {
    let mut table = Table::create();
    table.table(Alias::new(name));
    for column in columns {
        table.col(column);
    }
    table
}

fn column(name: &'static str) -> ColumnDef {
    ColumnDef::new(Alias::new(name))
}

pub fn id() -> ColumnDef {
    column("id").uuid().not_null().primary_key().to_owned()
}

pub fn key_text(name: &'static str) -> ColumnDef {
    column(name).text().not_null().primary_key().to_owned()
}

/// The id of another row, where there is one row for each of those.
pub fn key_uuid(name: &'static str) -> ColumnDef {
    column(name).uuid().not_null().primary_key().to_owned()
}

/// A counter that is the key: the audit chain's place numbers.
pub fn key_integer(name: &'static str) -> ColumnDef {
    column(name).big_integer().not_null().primary_key().to_owned()
}

pub fn uuid(name: &'static str) -> ColumnDef {
    column(name).uuid().not_null().to_owned()
}

pub fn text(name: &'static str) -> ColumnDef {
    column(name).text().not_null().to_owned()
}

pub fn integer(name: &'static str) -> ColumnDef {
    column(name).big_integer().not_null().to_owned()
}

pub fn flag(name: &'static str) -> ColumnDef {
    column(name).boolean().not_null().to_owned()
}

pub fn date(name: &'static str) -> ColumnDef {
    column(name).date().not_null().to_owned()
}

/// An instant in UTC milliseconds.
pub fn at(name: &'static str) -> ColumnDef {
    integer(name)
}

pub fn bytes(name: &'static str) -> ColumnDef {
    column(name).blob().not_null().to_owned()
}

/// The same column, allowed to be empty.
pub fn maybe(mut column: ColumnDef) -> ColumnDef {
    column.null().to_owned()
}

/// `column` points to a row of `table`, and goes when that row goes.
pub fn part_of(column: &'static str, table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from_col(Alias::new(column))
        .to(Alias::new(table), Alias::new("id"))
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}

/// `column` points to a row of `table`, which cannot go before it.
pub fn refers_to(column: &'static str, table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from_col(Alias::new(column)).to(Alias::new(table), Alias::new("id")).to_owned()
}

/// `<table>_<columns>_key`: the name that a violation is known by.
pub fn unique(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = named(table, columns, "key");
    index.unique().to_owned()
}

pub fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    named(table, columns, "idx")
}

fn named(table: &'static str, columns: &[&'static str], suffix: &str) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(format!("{table}_{}_{suffix}", columns.join("_"))).table(Alias::new(table).into_iden());
    for column in columns {
        index.col(Alias::new(*column));
    }
    index
}
