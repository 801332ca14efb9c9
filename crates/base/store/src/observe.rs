//! What an erasure takes away, seen by the engine itself: no module says it, so none can forget it.
//!
//! While an erasing change runs, temporary triggers note the keys of rows that go (those too that go with another
//! row) and the personal columns whose value changes. They note ids, never content; they live in memory and are gone
//! before the commit. A table gets its triggers before the first statement that writes it: the engine says which
//! tables those are when it prepares the statement.

use std::collections::BTreeMap;

use kernel::{Error, Result};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use crate::ledger::{Ledger, Step};
use crate::watch::Register;

/// How the names of the triggers begin.
pub(crate) const OWN: &str = "erasure_";

/// Books of the store that are no erasure's business: the chain is only added to, the others the clock shortens.
const APART: [&str; 4] = ["audit", "migration", "job", "security_log"];

/// What counts as erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Erases {
    /// Rows that go, and personal values that are replaced or emptied.
    Values,
    /// Rows that go. What stays was put in order: references are turned, rows may come back.
    Rows,
}

/// A table as the triggers need it.
pub(crate) struct Table {
    pub name: String,
    pub columns: Vec<Column>,
}

pub(crate) struct Column {
    pub name: String,
    /// Lower case.
    pub kind: String,
    pub can_be_empty: bool,
    /// Its place in the key, from 1; 0 outside.
    pub in_key: i64,
}

/// How a row is named in the ledger.
pub(crate) enum Key<'a> {
    /// By its one column, an id or a number.
    Plain(&'a str),
    /// By these columns, whose values might tell something: only a digest is kept.
    Digest(Vec<&'a str>),
}

impl Table {
    pub fn key(&self) -> Key<'_> {
        let mut parts: Vec<&Column> = self.columns.iter().filter(|column| column.in_key > 0).collect();
        parts.sort_by_key(|column| column.in_key);
        match parts.as_slice() {
            [one] if one.is_id() || one.kind.contains("int") => Key::Plain(&one.name),
            [] => Key::Digest(self.columns.iter().map(|column| column.name.as_str()).collect()),
            several => Key::Digest(several.iter().map(|column| column.name.as_str()).collect()),
        }
    }

    /// The columns that name a row, in order.
    pub fn key_columns(&self) -> Vec<&str> {
        match self.key() {
            Key::Plain(column) => vec![column],
            Key::Digest(columns) => columns,
        }
    }

    pub fn has_plain_key(&self) -> bool {
        matches!(self.key(), Key::Plain(_))
    }
}

impl Column {
    pub fn is_id(&self) -> bool {
        self.kind.starts_with("uuid")
    }
}

impl Key<'_> {
    /// The key as an expression over the columns that `of` stands before.
    pub fn expression(&self, of: &str) -> String {
        match self {
            Self::Plain(column) => format!("{of}{}", quoted(column)),
            Self::Digest(columns) => {
                let parts: Vec<String> =
                    columns.iter().map(|column| format!("quote({of}{})", quoted(column))).collect();
                parts.join(" || ' ' || ")
            }
        }
    }
}

/// `"name"`, as SQL reads it.
pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn text(value: &str) -> String {
    format!("'{}'", value.replace('\'', "''"))
}

/// Every table of the modules, as the schema has it now.
pub(crate) fn tables(open: &Connection) -> rusqlite::Result<Vec<Table>> {
    const COLUMNS: &str = "SELECT m.name, c.name, lower(c.type), c.\"notnull\", c.pk FROM main.sqlite_master AS m \
                           JOIN pragma_table_info(m.name) AS c WHERE m.type = 'table' ORDER BY m.name, c.cid";
    let mut statement = open.prepare(COLUMNS)?;
    let mut rows = statement.query([])?;
    let mut tables: BTreeMap<String, Vec<Column>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let table: String = row.get(0)?;
        if !is_looked_at(&table) {
            continue;
        }
        let column = column(row, 1)?;
        tables.entry(table).or_default().push(column);
    }
    Ok(tables.into_iter().map(|(name, columns)| Table { name, columns }).collect())
}

/// Begins to look at these tables. The caller holds the transaction; if it is rolled back, so is this.
pub(crate) fn watch(open: &Connection, register: &Register, erases: Erases, tables: &[String]) -> rusqlite::Result<()> {
    let mut sql = format!("CREATE TEMP TABLE IF NOT EXISTS {OWN}seen (what TEXT, tbl TEXT, key, col TEXT, value);");
    for table in tables.iter().filter(|name| is_looked_at(name)) {
        const COLUMNS: &str = "SELECT name, lower(type), \"notnull\", pk FROM pragma_table_info(?1) ORDER BY cid";
        let mut statement = open.prepare_cached(COLUMNS)?;
        let columns = statement.query_map([table], |row| column(row, 0))?.collect::<rusqlite::Result<Vec<_>>>()?;
        sql.push_str(&triggers(&Table { name: table.clone(), columns }, register, erases));
    }
    open.execute_batch(&sql)
}

fn is_looked_at(table: &str) -> bool {
    !table.starts_with("sqlite_") && !APART.contains(&table)
}

fn column(row: &Row<'_>, from: usize) -> rusqlite::Result<Column> {
    let not_null: bool = row.get(from + 2)?;
    Ok(Column { name: row.get(from)?, kind: row.get(from + 1)?, can_be_empty: !not_null, in_key: row.get(from + 3)? })
}

fn triggers(table: &Table, register: &Register, erases: Erases) -> String {
    let (name, quoted_name, key) = (text(&table.name), quoted(&table.name), table.key());
    let (old, new) = (key.expression("OLD."), key.expression("NEW."));
    let named = |what: &str| quoted(&format!("{OWN}{what}_{}", table.name));
    let seen = format!("{OWN}seen");
    let mut sql = format!(
        "CREATE TEMP TRIGGER {} AFTER DELETE ON main.{quoted_name} BEGIN INSERT INTO {seen} VALUES ('row', {name}, {old}, NULL, NULL); END;",
        named("row")
    );
    let mut body = format!("INSERT INTO {seen} SELECT 'row', {name}, {old}, NULL, NULL WHERE {old} IS NOT {new};");
    for column in table.columns.iter().filter(|column| column.in_key == 0) {
        let (cell, word) = (quoted(&column.name), text(&column.name));
        let (what, value) = if column.is_id() {
            ("turned", format!("NEW.{cell}"))
        } else if erases == Erases::Values && register.may_be_personal(&table.name, &column.name) {
            ("emptied", "NULL".to_owned())
        } else {
            continue;
        };
        body.push_str(&format!(
            "INSERT INTO {seen} SELECT '{what}', {name}, {new}, {word}, {value} WHERE OLD.{cell} IS NOT NEW.{cell};"
        ));
    }
    sql.push_str(&format!(
        "CREATE TEMP TRIGGER {} AFTER UPDATE ON main.{quoted_name} BEGIN {body} END;",
        named("value")
    ));
    if erases == Erases::Rows {
        sql.push_str(&format!(
            "CREATE TEMP TRIGGER {} AFTER INSERT ON main.{quoted_name} BEGIN INSERT INTO {seen} VALUES ('back', {name}, {new}, NULL, NULL); END;",
            named("back")
        ));
    }
    sql
}

/// Ends the look: what was seen, in order.
pub(crate) fn end(open: &Connection, ledger: &Ledger) -> Result<Vec<Step>> {
    let steps = seen(open, ledger).map_err(Error::internal)?;
    let triggers: Vec<String> = {
        let mut statement = open
            .prepare(
                "SELECT name FROM temp.sqlite_master WHERE type = 'trigger' AND name LIKE 'erasure\\_%' ESCAPE '\\'",
            )
            .map_err(Error::internal)?;
        let names = statement.query_map([], |row| row.get(0)).map_err(Error::internal)?;
        names.collect::<rusqlite::Result<_>>().map_err(Error::internal)?
    };
    let mut sql = String::new();
    for name in triggers {
        sql.push_str(&format!("DROP TRIGGER temp.{};", quoted(&name)));
    }
    sql.push_str(&format!("DROP TABLE temp.{OWN}seen;"));
    open.execute_batch(&sql).map_err(Error::internal)?;
    Ok(steps)
}

fn seen(open: &Connection, ledger: &Ledger) -> rusqlite::Result<Vec<Step>> {
    let mut statement = open.prepare(&format!("SELECT what, tbl, key, col, value FROM {OWN}seen ORDER BY rowid"))?;
    let mut rows = statement.query([])?;
    let mut steps = Vec::new();
    while let Some(row) = rows.next()? {
        let (what, table): (String, String) = (row.get(0)?, row.get(1)?);
        let key = match row.get_ref(2)? {
            ValueRef::Blob(id) => format!("x{}", hex::encode(id)),
            ValueRef::Integer(number) => format!("n{number}"),
            ValueRef::Text(text) => format!("d{}", ledger.digest(&table, &String::from_utf8_lossy(text))),
            ValueRef::Null | ValueRef::Real(_) => continue,
        };
        let column: Option<String> = row.get(3)?;
        let to = if let ValueRef::Blob(id) = row.get_ref(4)? { Some(hex::encode(id)) } else { None };
        let step = match (what.as_str(), column) {
            ("row", _) => Step::Row { table, key },
            ("back", _) => Step::Back { table, key },
            ("emptied", Some(column)) => Step::Emptied { table, key, column },
            (_, Some(column)) => Step::Turned { table, key, column, to },
            (_, None) => continue,
        };
        if steps.last() != Some(&step) {
            steps.push(step);
        }
    }
    Ok(steps)
}
