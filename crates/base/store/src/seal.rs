//! Sealed fields: what even a reader of the rows shall not read. Each value is sealed once more, with a key made from the
//! school's own, and bound to school, table, column, row and the epoch of that key: moved anywhere else it does not open.
//! It is opened inside a unit of work only, and what is personal leaves an entry in the audit chain before the answer.
//!
//! Which columns are sealed stands in the file itself, so that whatever gives the file another key, or another id, seals
//! them anew without knowing a module. Decision 23.

mod column;

use kernel::{Error, Random, Result};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, Query};
use sea_orm::{DatabaseConnection, Set};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

pub use column::{Field, Kind, Sealed};

use crate::DatabaseId;
use crate::driver::sqlite::{self, Shared};
use crate::keys::DataKey;
use crate::migrate::{Migration, Schema, bytes, id, key_text, table, text};
use crate::watch::{Frame, Register};

/// How every sealed value begins.
const FORMAT: u8 = 2;
const EPOCH: usize = 4;
/// The column that names a row, nearly everywhere.
const KEY: &str = "id";

/// A column that holds sealed values.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "sealed_column")]
#[declared(whose = Nobody, purpose = Operation, basis = Contract, kept = School)]
pub struct Model {
    /// `account.totp_sealed`.
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a table and a column")]
    pub name: String,
    #[plain("the column that names a row")]
    pub key: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

mod look_up {
    use registry::Declared;
    use sea_orm::entity::prelude::*;

    /// What keyed hashes are made with; sealed, so that it stays when the school is given another key. One row.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
    #[sea_orm(table_name = "sealed_secret")]
    #[declared(whose = Nobody, purpose = Operation, basis = Contract, kept = School)]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        #[plain("a random identifier")]
        pub id: Uuid,
        #[plain("a random secret, sealed")]
        pub secret: Vec<u8>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) fn declarations() -> [registry::Declaration; 2] {
    [Model::DECLARATION, look_up::Model::DECLARATION]
}

pub(crate) const MIGRATION: Migration = Migration { name: "store/0008_sealed", up: own_tables };

fn own_tables(schema: &Schema) -> Result<()> {
    schema.create(&table("sealed_column", vec![key_text("name"), text("key")]))?;
    schema.create(&table("sealed_secret", vec![id(), bytes("secret")]))?;
    schema.sealed("sealed_secret", "secret")?;
    let (id, secret) = (uuid::Uuid::nil(), schema.random.bytes::<32>());
    let place = Place { table: "sealed_secret", column: "secret", row: id };
    let row = look_up::ActiveModel { id: Set(id), secret: Set(schema.seals.seal(schema.random, &place, &secret)?) };
    look_up::Entity::insert(row).exec_without_returning(schema.db)?;
    Ok(())
}

/// Where a value lies in its school.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    pub table: &'a str,
    pub column: &'a str,
    pub row: Uuid,
}

/// What seals and opens the fields of one database, under one of its keys.
pub(crate) struct Seals {
    database: DatabaseId,
    key: DataKey,
    epoch: u32,
    /// As fields were sealed before: bound to table and row alone.
    before: DataKey,
}

impl Seals {
    pub fn new(database: DatabaseId, key: &DataKey) -> Self {
        let mut digest = Sha256::new();
        digest.update(b"homeroom sealed field 1");
        digest.update(key.bytes());
        let before = DataKey::of(Zeroizing::new(digest.finalize().into()));
        let own = DataKey::derived("homeroom sealed field 2", &[key.bytes()]);
        Self { database, key: own, epoch: key.epoch(), before }
    }

    fn bound(&self, place: &Place, epoch: u32) -> Vec<u8> {
        let Place { table, column, row } = place;
        format!("homeroom sealed field 2 {} {table} {column} {row} {epoch}", self.database).into_bytes()
    }

    pub fn seal(&self, random: &Random, place: &Place, plain: &[u8]) -> Result<Vec<u8>> {
        let sealed = self.key.seal(random, &self.bound(place, self.epoch), plain)?;
        Ok([&[FORMAT][..], &self.epoch.to_be_bytes(), &sealed].concat())
    }

    pub fn open(&self, place: &Place, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        let broken = || {
            let Place { table, column, row } = place;
            Error::Internal(format!("{table}.{column} of {row} does not open: it was changed, or moved from elsewhere"))
        };
        let (head, sealed) = sealed.split_at_checked(1 + EPOCH).ok_or_else(broken)?;
        let (format, epoch) = head.split_first().ok_or_else(broken)?;
        let epoch = u32::from_be_bytes(epoch.try_into().map_err(|_| broken())?);
        if *format != FORMAT || epoch != self.epoch {
            return Err(broken());
        }
        self.key.open(&self.bound(place, epoch), sealed).ok_or_else(broken)
    }
}

impl Schema<'_> {
    /// Says that a column holds sealed values: a new one, or one that nothing was written into.
    pub fn sealed(&self, table: &'static str, column: &'static str) -> Result<()> {
        self.sealed_by(table, column, KEY)
    }

    fn sealed_by(&self, table: &'static str, column: &'static str, key: &'static str) -> Result<()> {
        let row = ActiveModel { name: Set(format!("{table}.{column}")), key: Set(key.to_owned()) };
        Entity::insert(row).exec_without_returning(self.db)?;
        Ok(())
    }

    /// The same for a column of bytes that the release before sealed for table and row alone: seals them anew. What was
    /// text then is JSON of a text now.
    pub fn seal_anew(&self, table: &'static str, column: &'static str) -> Result<()> {
        self.seal_anew_by(table, column, KEY)
    }

    /// The same where another column than `id` names the row.
    pub(crate) fn seal_anew_by(&self, table: &'static str, column: &'static str, key: &'static str) -> Result<()> {
        self.sealed_by(table, column, key)?;
        for (row, value) in values(self.db, table, key, column)? {
            let bound = format!("{table} {row}");
            let Value::Bytes(Some(sealed)) = value else { continue };
            let plain = self.seals.before.open(bound.as_bytes(), &sealed).ok_or_else(|| {
                Error::Internal(format!("{table}.{column} of {row} does not open: restore the last backup"))
            })?;
            let text = std::str::from_utf8(&plain).map_err(Error::internal)?;
            self.write_sealed(table, key, column, row, text)?;
        }
        Ok(())
    }

    /// Moves the texts of `from` sealed into `to`, both of one table, and empties `from`.
    pub fn seal_texts(&self, table: &'static str, from: &'static str, to: &'static str) -> Result<()> {
        self.sealed(table, to)?;
        for (row, value) in values(self.db, table, KEY, from)? {
            if let Value::String(Some(text)) = value {
                self.write_sealed(table, KEY, to, row, &text)?;
                set(self.db, table, KEY, from, row, Value::String(None))?;
            }
        }
        Ok(())
    }

    fn write_sealed(&self, table: &str, key: &str, column: &str, row: Uuid, text: &str) -> Result<()> {
        let json = Zeroizing::new(serde_json::to_vec(text).map_err(Error::internal)?);
        let sealed = self.seals.seal(self.random, &Place { table, column, row }, &json)?;
        set(self.db, table, key, column, row, Value::Bytes(Some(sealed)))
    }
}

/// What stands in a column, by rows; nothing is left out.
fn values(db: &DatabaseConnection, table: &str, key: &str, column: &str) -> Result<Vec<(Uuid, Value)>> {
    let query = Query::select()
        .columns([Alias::new(key), Alias::new(column)])
        .from(Alias::new(table))
        .and_where(Expr::col(Alias::new(column)).is_not_null())
        .to_owned();
    let wrong = || Error::Internal(format!("{table}.{key} is no id, and sealed columns need one"));
    let mut found = Vec::new();
    for row in db.query_all(&query)? {
        let row = row.try_as_proxy_row().ok_or_else(wrong)?;
        let Some(Value::Uuid(Some(id))) = row.values.get(key) else { return Err(wrong()) };
        found.push((*id, row.values.get(column).cloned().ok_or_else(wrong)?));
    }
    Ok(found)
}

fn set(db: &DatabaseConnection, table: &str, key: &str, column: &str, row: Uuid, value: Value) -> Result<()> {
    let mut query = Query::update();
    query.table(Alias::new(table)).value(Alias::new(column), value).and_where(Expr::col(Alias::new(key)).eq(row));
    db.execute(&query)?;
    Ok(())
}

/// The sealed columns of a table.
pub(crate) fn columns_of(db: &DatabaseConnection) -> Result<Vec<(String, String)>> {
    let names = Entity::find().all(db)?.into_iter().map(|row| row.name);
    Ok(names
        .filter_map(|name| name.split_once('.').map(|(table, column)| (table.to_owned(), column.to_owned())))
        .collect())
}

// --- under another key, or in another school ---

/// Opens every sealed field with `from` and seals it with `to`; gives their number. One transaction.
pub(crate) fn reseal(open: &Shared, from: &Seals, to: &Seals, random: &Random) -> Result<u64> {
    let db = sqlite::orm(open, &Frame::house(std::sync::Arc::new(Register::default())))?;
    let ledger = "SELECT name AS n FROM sqlite_master WHERE type = 'table' AND name = 'sealed_column'";
    let statement = sea_orm::Statement::from_string(db.get_database_backend(), ledger);
    // A file of a release that sealed nothing this way.
    if db.query_one_raw(statement)?.is_none() {
        return Ok(0);
    }
    sqlite::run(open, "BEGIN IMMEDIATE")?;
    let done = reseal_all(&db, from, to, random);
    sqlite::run(open, if done.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
    done
}

/// The same in a transaction that is open.
pub(crate) fn reseal_all(db: &DatabaseConnection, from: &Seals, to: &Seals, random: &Random) -> Result<u64> {
    let mut count = 0;
    for Model { name, key } in Entity::find().all(db)? {
        let Some((table, column)) = name.split_once('.') else { continue };
        for (row, value) in values(db, table, &key, column)? {
            let Value::Bytes(Some(sealed)) = value else { continue };
            let place = Place { table, column, row };
            let plain = from.open(&place, &sealed)?;
            set(db, table, &key, column, row, Value::Bytes(Some(to.seal(random, &place, &plain)?)))?;
            count += 1;
        }
    }
    Ok(count)
}

/// The same in a file that nobody uses, open under `key`.
pub(crate) fn reseal_file(
    path: &std::path::Path,
    from: &Seals,
    to: &Seals,
    key: &DataKey,
    random: &Random,
) -> Result<u64> {
    reseal(&sqlite::open_apart(path, key)?, from, to, random)
}

/// The epoch of the key that the fields of a school are sealed with, as its first sealed value tells.
pub(crate) fn epoch_of(db: &DatabaseConnection) -> Result<u32> {
    let lost = || Error::Internal("the secret of keyed hashes is missing".to_owned());
    let row = look_up::Entity::find_by_id(uuid::Uuid::nil()).one(db)?.ok_or_else(lost)?;
    let epoch = row.secret.get(1..=EPOCH).and_then(|bytes| bytes.try_into().ok()).ok_or_else(lost)?;
    Ok(u32::from_be_bytes(epoch))
}

/// What stands for `text` where the text itself must not, for look-ups: the same in this school for ever, and nothing
/// outside it. `of` says what the text is, so that equal texts of two kinds do not meet.
pub fn keyed(read: &crate::Read, of: &str, text: &str) -> Result<Vec<u8>> {
    let nil = uuid::Uuid::nil();
    let row = look_up::Entity::find_by_id(nil).one(read.db())?;
    let row = row.ok_or_else(|| Error::Internal("the secret of keyed hashes is missing".to_owned()))?;
    let place = Place { table: "sealed_secret", column: "secret", row: nil };
    let secret = read.seals().open(&place, &row.secret)?;
    Ok(DataKey::derived("homeroom keyed hash 1", &[&secret, of.as_bytes(), text.as_bytes()]).bytes().to_vec())
}
