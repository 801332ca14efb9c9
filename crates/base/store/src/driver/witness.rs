//! What a statement touches, asked where nobody's data are: an empty file in memory with the same schema. SQLite names
//! the columns of each statement that it prepares; PostgreSQL does not (C095). Statements of the query builder read
//! alike to both. It also answers what is asked of the schema itself, so that this is asked in one language.

use std::sync::Arc;

use kernel::{Random, Result, Timestamp};
use parking_lot::Mutex;
use sea_orm::{DbErr, ProxyDatabaseTrait as _, ProxyRow, Statement};

use super::sqlite;
use crate::DatabaseId;
use crate::keys::DataKey;
use crate::migrate::{self, Migration};
use crate::observe::{self, Table};
use crate::seal::Seals;
use crate::watch::{Frame, Register, Touched};

pub(crate) struct Witness {
    file: sqlite::Shared,
    house: Arc<Frame>,
}

impl Witness {
    /// One for all databases of these migrations.
    pub fn new(migrations: &[Migration], register: &Arc<Register>) -> Result<Self> {
        let house = Frame::house(Arc::clone(register));
        let file = sqlite::open_in_memory()?;
        // Of what is sealed here nobody keeps the key.
        let random = Random::System;
        let seals = Seals::new(DatabaseId(uuid::Uuid::nil()), &DataKey::new(&random));
        migrate::run(&sqlite::orm(&file, &house)?, migrations, Timestamp(0), &seals, &random)?;
        Ok(Self { file, house })
    }

    /// What the statement touches, as the engine says when it prepares it for the first time.
    pub fn touched(&self, sql: &str) -> Result<Arc<Touched>, DbErr> {
        if is_of_schema(sql) {
            return Ok(Arc::new(Touched { writes: ["sqlite_master".to_owned()].into(), ..Touched::default() }));
        }
        sqlite::touched(&self.file, sql, &self.house)
    }

    /// The answer to a question about no table but those of the schema.
    pub fn answer(&self, statement: Statement) -> Result<Vec<ProxyRow>, DbErr> {
        sqlite::Driver::new(&self.file, &self.house, None).query(statement)
    }

    /// Every table of the modules.
    pub fn tables(&self) -> Result<Vec<Table>> {
        observe::tables(&self.file.lock()).map_err(kernel::Error::internal)
    }

    /// The empty file itself, for what copies a schema.
    pub fn file(&self) -> &Mutex<sqlite::Opened> {
        &self.file
    }
}

/// Whether the statement makes or changes a table: here they are all made already.
fn is_of_schema(sql: &str) -> bool {
    ["CREATE ", "ALTER ", "DROP "].iter().any(|word| sql.starts_with(word))
}

/// Whether a statement that touches this can be answered without anybody's data.
pub(crate) fn knows(touched: &Touched) -> bool {
    let of_schema = |table: &String| table == "sqlite_master" || table.starts_with("pragma_");
    touched.writes.is_empty() && touched.removes.is_empty() && touched.tables.iter().all(of_schema)
}
