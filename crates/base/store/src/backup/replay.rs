//! Erases again what was erased since a backup was made, before anybody can look (C151). Doing it twice does no more
//! than doing it once.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use kernel::{Error, Result, Timestamp};
use registry::Purpose;
use rusqlite::types::Value;
use rusqlite::{Connection, ErrorCode};
use serde::Serialize;

use crate::audit::{self, Entry};
use crate::driver::sqlite::{self, Shared};
use crate::ledger::{Ledger, Step};
use crate::observe::{self, Column, Key, Table, quoted};
use crate::watch::{Frame, Register};
use crate::{Act, Actor, Role};

/// Stands in the chain of a school that was restored.
pub static RESTORE: Act<()> = Act::write_school("store.restore", &[Purpose::Operation], &[Role::Shell]);

/// What was done again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Replayed {
    /// Rows that were erased again; those that went with them are not counted.
    pub rows: u64,
    /// Values that were emptied: what stands there now is not in the ledger.
    pub values: u64,
    /// References that were turned again.
    pub references: u64,
    /// Messages that waited then and may have been sent since: they are not sent again.
    pub messages: u64,
}

/// Does `steps` in a file that nobody uses yet, and writes into its chain that it was restored.
pub(super) fn replay(open: &Shared, steps: &[Step], ledger: &Ledger, now: Timestamp) -> Result<Replayed> {
    let mut done = Replayed::default();
    {
        let open = open.lock();
        open.execute_batch("PRAGMA foreign_keys = ON; BEGIN").map_err(Error::internal)?;
        let tables: BTreeMap<String, Table> = observe::tables(&open)
            .map_err(Error::internal)?
            .into_iter()
            .map(|table| (table.name.clone(), table))
            .collect();
        let mut replay = Replay { open: &open, ledger, tables: &tables, digests: HashMap::new() };
        replay.run(steps, &mut done).map_err(Error::internal)?;
        if tables.contains_key("outbox") {
            const KEEP: &str = "UPDATE outbox SET state = 'failed', error = 'restored from a backup: it may have been sent before' \
                                WHERE state = 'waiting'";
            done.messages = open.execute(KEEP, []).map_err(Error::internal)? as u64;
        }
    }
    let house = Frame::house(Arc::new(Register::default()));
    let entry = Entry::new(&Actor::Shell, RESTORE.name, RESTORE.purpose(), None, now);
    audit::append(&sqlite::orm(open, &house)?, &[entry])?;
    open.lock().execute_batch("COMMIT; PRAGMA foreign_keys = OFF").map_err(Error::internal)?;
    Ok(done)
}

struct Replay<'a> {
    open: &'a Connection,
    ledger: &'a Ledger,
    tables: &'a BTreeMap<String, Table>,
    /// Places of rows by the digest of their key, of tables where the ledger names them so.
    digests: HashMap<String, HashMap<String, i64>>,
}

impl Replay<'_> {
    /// First references, so that nothing is taken along that had been moved away; rows last.
    fn run(&mut self, steps: &[Step], done: &mut Replayed) -> rusqlite::Result<()> {
        let mut gone: BTreeMap<(&str, &str), bool> = BTreeMap::new();
        for step in steps {
            match step {
                Step::Turned { table, key, column, to } => {
                    let to = to.as_deref().and_then(|id| hex::decode(id).ok()).map_or(Value::Null, Value::Blob);
                    done.references += self.set(table, key, column, |_| to.clone())?;
                }
                Step::Emptied { table, key, column } => done.values += self.empty(table, key, column)?,
                Step::Row { table, key } => drop(gone.insert((table, key), true)),
                Step::Back { table, key } => drop(gone.insert((table, key), false)),
            }
        }
        for ((table, key), _) in gone.into_iter().filter(|(_, gone)| *gone) {
            done.rows += self.remove(table, key)?;
        }
        Ok(())
    }

    fn empty(&mut self, table: &str, key: &str, column: &str) -> rusqlite::Result<u64> {
        let emptied = self.set(table, key, column, nothing)?;
        if emptied > 0 || !self.is_there(table, key)? {
            return Ok(emptied);
        }
        // Where nothing may stand there, or stands there once already, the row cannot stay.
        self.remove(table, key)
    }

    /// Sets a column of a row; 0 if there is no such row, or if it may not hold this value here.
    fn set(&mut self, table: &str, key: &str, column: &str, value: impl Fn(&Column) -> Value) -> rusqlite::Result<u64> {
        let Some(known) = self.tables.get(table).and_then(|t| t.columns.iter().find(|c| c.name == column)) else {
            return Ok(0);
        };
        let Some((condition, at)) = self.place(table, key)? else { return Ok(0) };
        let sql = format!("UPDATE {} SET {} = ?1 WHERE {condition} = ?2", quoted(table), quoted(column));
        match self.open.prepare_cached(&sql)?.execute((value(known), at)) {
            Ok(changed) => Ok(changed as u64),
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => Ok(0),
            Err(error) => Err(error),
        }
    }

    fn remove(&mut self, table: &str, key: &str) -> rusqlite::Result<u64> {
        let Some((condition, at)) = self.place(table, key)? else { return Ok(0) };
        let sql = format!("DELETE FROM {} WHERE {condition} = ?1", quoted(table));
        Ok(self.open.prepare_cached(&sql)?.execute([at])? as u64)
    }

    fn is_there(&mut self, table: &str, key: &str) -> rusqlite::Result<bool> {
        let Some((condition, at)) = self.place(table, key)? else { return Ok(false) };
        let sql = format!("SELECT 1 FROM {} WHERE {condition} = ?1", quoted(table));
        self.open.prepare_cached(&sql)?.exists([at])
    }

    /// The column that names the row, and its value; none for a table or a row that is not there.
    fn place(&mut self, table: &str, key: &str) -> rusqlite::Result<Option<(String, Value)>> {
        let Some(known) = self.tables.get(table) else { return Ok(None) };
        let (Some(kind), Some(rest)) = (key.get(..1), key.get(1..)) else { return Ok(None) };
        Ok(match (kind, known.key()) {
            ("x", Key::Plain(column)) => hex::decode(rest).ok().map(|id| (quoted(column), Value::Blob(id))),
            ("n", Key::Plain(column)) => rest.parse().ok().map(|number| (quoted(column), Value::Integer(number))),
            ("d", key @ Key::Digest(_)) => {
                if !self.digests.contains_key(table) {
                    let digests = self.digest_all(table, &key)?;
                    self.digests.insert(table.to_owned(), digests);
                }
                let place = self.digests.get(table).and_then(|places| places.get(rest));
                place.map(|place| ("rowid".to_owned(), Value::Integer(*place)))
            }
            _ => None,
        })
    }

    fn digest_all(&self, table: &str, key: &Key<'_>) -> rusqlite::Result<HashMap<String, i64>> {
        let sql = format!("SELECT rowid, {} FROM {}", key.expression(""), quoted(table));
        let mut statement = self.open.prepare(&sql)?;
        let rows =
            statement.query_map([], |row| Ok((self.ledger.digest(table, &row.get::<_, String>(1)?), row.get(0)?)))?;
        rows.collect()
    }
}

/// What stands for an erased value where its column must hold something.
fn nothing(column: &Column) -> Value {
    match column.kind.as_str() {
        _ if column.can_be_empty => Value::Null,
        kind if kind.contains("blob") => Value::Blob(Vec::new()),
        kind if kind.contains("json") => Value::Text("null".to_owned()),
        kind if kind.starts_with("date") => Value::Text("1970-01-01".to_owned()),
        kind if kind.contains("int") || kind.contains("bool") => Value::Integer(0),
        kind if kind.contains("real") || kind.contains("double") => Value::Real(0.0),
        _ => Value::Text(String::new()),
    }
}
