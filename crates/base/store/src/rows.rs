//! Rows of any table as names and values, for what must reach records of modules that nobody here knows: the
//! schema itself says which columns can hold an id, what is unique, and what points where.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kernel::{Error, Found as _, Result};
use sea_orm::sea_query::{Alias, Condition, Expr, ExprTrait as _, Query, SimpleExpr};
use sea_orm::{ConnectionTrait as _, Statement, Value};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::seal::{self, Place};
use crate::{Read, Work};

/// A value of a column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Cell {
    Nothing,
    Text(String),
    Id(Uuid),
    Number(i64),
    Real(f64),
    Flag(bool),
    Day(NaiveDate),
    Bytes(Vec<u8>),
}

/// A row: every column with its value.
pub type Cells = BTreeMap<String, Cell>;

impl Cell {
    fn of(value: &Value) -> Result<Self> {
        Ok(match value {
            Value::String(Some(text)) => Self::Text(text.clone()),
            Value::Uuid(Some(id)) => Self::Id(*id),
            Value::BigInt(Some(number)) => Self::Number(*number),
            Value::Double(Some(number)) => Self::Real(*number),
            Value::Bool(Some(flag)) => Self::Flag(*flag),
            Value::ChronoDate(Some(day)) => Self::Day(*day),
            Value::Bytes(Some(bytes)) => Self::Bytes(bytes.clone()),
            Value::Json(Some(json)) => Self::Text(json.to_string()),
            Value::String(None)
            | Value::Uuid(None)
            | Value::BigInt(None)
            | Value::Double(None)
            | Value::Bool(None)
            | Value::ChronoDate(None)
            | Value::Bytes(None)
            | Value::Json(None) => Self::Nothing,
            other => return Err(Error::Internal(format!("a value of a kind that no table has: {other:?}"))),
        })
    }

    fn value(&self) -> Value {
        match self {
            Self::Nothing => Value::String(None),
            Self::Text(text) => Value::String(Some(text.clone())),
            Self::Id(id) => Value::Uuid(Some(*id)),
            Self::Number(number) => Value::BigInt(Some(*number)),
            Self::Real(number) => Value::Double(Some(*number)),
            Self::Flag(flag) => Value::Bool(Some(*flag)),
            Self::Day(day) => Value::ChronoDate(Some(*day)),
            Self::Bytes(bytes) => Value::Bytes(Some(bytes.clone())),
        }
    }

    /// As a person reads it; empty for bytes.
    pub fn text(&self) -> String {
        match self {
            Self::Nothing | Self::Bytes(_) => String::new(),
            Self::Text(text) => text.clone(),
            Self::Id(id) => id.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Real(number) => number.to_string(),
            Self::Flag(flag) => flag.to_string(),
            Self::Day(day) => day.to_string(),
        }
    }

    /// The id, if it is one.
    pub fn id(&self) -> Option<Uuid> {
        if let Self::Id(id) = self { Some(*id) } else { None }
    }
}

/// Columns that together are unique, for the rows that the condition covers.
#[derive(Clone, Debug)]
pub struct Unique {
    pub columns: Vec<String>,
    /// As its migration wrote it; none for all rows.
    only: Option<String>,
}

/// A table as the schema describes it.
#[derive(Clone, Debug)]
pub struct Table {
    pub name: String,
    /// The column of the key; tables without one, or with one that is no id, are left out.
    pub key: String,
    /// Columns that hold ids, the key among them.
    pub ids: Vec<String>,
    pub uniques: Vec<Unique>,
    /// Columns that point to the key of another table.
    pub parents: Vec<(String, String)>,
    /// Columns whose values are sealed for their row.
    pub sealed: Vec<String>,
}

/// Every table of the modules whose key is an id. The store's own books are not among them: a trail or an
/// outbox is never rewritten.
pub fn tables(read: &Read) -> Result<Vec<Table>> {
    const COLUMNS: &str = "SELECT m.name AS t, c.name AS c, lower(c.type) AS k, c.pk AS p FROM sqlite_master AS m \
                           JOIN pragma_table_info(m.name) AS c WHERE m.type = 'table' ORDER BY m.name, c.cid";
    const PARENTS: &str = "SELECT m.name AS t, f.\"from\" AS c, f.\"table\" AS p FROM sqlite_master AS m \
                           JOIN pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table'";
    let own: Vec<&str> = crate::declarations().iter().map(|declaration| declaration.table).collect();
    let mut tables: BTreeMap<String, Table> = BTreeMap::new();
    for [table, column, kind, place] in texts(read, COLUMNS, ["t", "c", "k", "p"])? {
        if own.contains(&table.as_str()) || !kind.starts_with("uuid") {
            continue;
        }
        let is_key = place == "1";
        let entry = tables.entry(table.clone()).or_insert_with(|| Table {
            name: table,
            key: String::new(),
            ids: Vec::new(),
            uniques: Vec::new(),
            parents: Vec::new(),
            sealed: Vec::new(),
        });
        if is_key {
            entry.key.clone_from(&column);
        }
        entry.ids.push(column);
    }
    tables.retain(|_, table| !table.key.is_empty());
    add_uniques(read, &mut tables)?;
    for [table, column, parent] in texts(read, PARENTS, ["t", "c", "p"])? {
        if let Some(table) = tables.get_mut(&table) {
            table.parents.push((column, parent));
        }
    }
    for (table, column) in seal::columns_of(read.db())? {
        if let Some(table) = tables.get_mut(&table) {
            table.sealed.push(column);
        }
    }
    Ok(tables.into_values().collect())
}

fn add_uniques(read: &Read, tables: &mut BTreeMap<String, Table>) -> Result<()> {
    const UNIQUES: &str = "SELECT m.name AS t, i.name AS i, coalesce(x.name, '') AS c, coalesce(s.sql, '') AS s \
                           FROM sqlite_master AS m JOIN pragma_index_list(m.name) AS i \
                           JOIN pragma_index_info(i.name) AS x LEFT JOIN sqlite_master AS s \
                           ON s.type = 'index' AND s.name = i.name WHERE m.type = 'table' AND i.\"unique\" = 1 \
                           ORDER BY m.name, i.name, x.seqno";
    let mut indexes: BTreeMap<(String, String), Unique> = BTreeMap::new();
    for [table, index, column, sql] in texts(read, UNIQUES, ["t", "i", "c", "s"])? {
        let only = sql.split_once(" WHERE ").map(|(_, only)| only.to_owned());
        let unique = indexes.entry((table, index)).or_insert_with(|| Unique { columns: Vec::new(), only });
        unique.columns.push(column);
    }
    for ((table, _), unique) in indexes {
        if let Some(table) = tables.get_mut(&table) {
            table.uniques.push(unique);
        }
    }
    Ok(())
}

fn texts<const N: usize>(read: &Read, sql: &str, names: [&str; N]) -> Result<Vec<[String; N]>> {
    let db = read.db();
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let mut rows = Vec::new();
    for row in db.query_all_raw(statement)? {
        let mut texts = names.map(|_| String::new());
        for (text, name) in texts.iter_mut().zip(names) {
            let value = row.try_as_proxy_row().and_then(|row| row.values.get(name));
            *text = value.map(Cell::of).transpose()?.unwrap_or(Cell::Nothing).text();
        }
        rows.push(texts);
    }
    Ok(rows)
}

impl Table {
    /// The rows that hold `id` in `column`, in the order of their keys.
    pub fn holding(&self, read: &Read, column: &str, id: Uuid) -> Result<Vec<Cells>> {
        self.select(read, Condition::all().add(Expr::col(Alias::new(column)).eq(id)))
    }

    pub fn find(&self, read: &Read, key: Uuid) -> Result<Option<Cells>> {
        Ok(self.holding(read, &self.key, key)?.into_iter().next())
    }

    /// How many rows hold `id` in `column`.
    pub fn count(&self, read: &Read, column: &str, id: Uuid) -> Result<u64> {
        let query = Query::select()
            .expr_as(Expr::cust("COUNT(*)"), Alias::new("n"))
            .from(Alias::new(&self.name))
            .and_where(Expr::col(Alias::new(column)).eq(id))
            .to_owned();
        let row = read.db().query_one(&query)?;
        let counted: i64 = row.map(|row| row.try_get("", "n")).transpose().map_err(Error::internal)?.unwrap_or(0);
        u64::try_from(counted).map_err(Error::internal)
    }

    /// Other rows that stand where this one would: the same values in columns that are unique.
    pub fn in_the_way(&self, read: &Read, row: &Cells) -> Result<Vec<Cells>> {
        let mut found: Vec<Cells> = Vec::new();
        for unique in &self.uniques {
            let cells: Vec<_> = unique.columns.iter().map(|name| (name, row.get(name))).collect();
            let is_empty = cells.iter().any(|(_, cell)| cell.is_none_or(|cell| *cell == Cell::Nothing));
            if is_empty || !covers(read, unique, row)? {
                continue;
            }
            let mut same = Condition::all();
            for (name, cell) in cells {
                same = same.add(Expr::col(Alias::new(name)).eq(cell.map_or(Value::String(None), Cell::value)));
            }
            if let Some(only) = &unique.only {
                same = same.add(Expr::cust(only.clone()));
            }
            for other in self.select(read, same)? {
                if other.get(&self.key) != row.get(&self.key) && !found.contains(&other) {
                    found.push(other);
                }
            }
        }
        Ok(found)
    }

    fn select(&self, read: &Read, which: Condition) -> Result<Vec<Cells>> {
        let query = Query::select()
            .expr(Expr::cust("*"))
            .from(Alias::new(&self.name))
            .cond_where(which)
            .order_by(Alias::new(&self.key), sea_orm::sea_query::Order::Asc)
            .to_owned();
        let mut rows = Vec::new();
        for row in read.db().query_all(&query)? {
            let row = row.try_as_proxy_row().ok_or_else(|| Error::Internal("a row of another driver".to_owned()))?;
            let cells: Result<Cells> =
                row.values.iter().map(|(name, value)| Ok((name.clone(), Cell::of(value)?))).collect();
            rows.push(cells?);
        }
        Ok(rows)
    }

    /// The row with another key: what is sealed in it is sealed anew for the row it becomes.
    pub fn moved(&self, work: &Work, row: &Cells, to: Uuid) -> Result<Cells> {
        let from = row.get(&self.key).and_then(Cell::id).found()?;
        let mut moved = row.clone();
        moved.insert(self.key.clone(), Cell::Id(to));
        let seals = work.seals();
        for column in &self.sealed {
            if let Some(Cell::Bytes(sealed)) = row.get(column) {
                let place = |row| Place { table: &self.name, column, row };
                let plain = seals.open(&place(from), sealed)?;
                moved.insert(column.clone(), Cell::Bytes(seals.seal(work.random(), &place(to), &plain)?));
            }
        }
        Ok(moved)
    }

    pub fn insert(&self, work: &Work, row: &Cells) -> Result<()> {
        let mut query = Query::insert();
        query.into_table(Alias::new(&self.name)).columns(row.keys().map(Alias::new));
        query.values(row.values().map(|cell| SimpleExpr::Value(cell.value()))).map_err(Error::internal)?;
        work.db().execute(&query)?;
        Ok(())
    }

    /// Sets these columns of the row with this key.
    pub fn change(&self, work: &Work, key: Uuid, cells: &Cells) -> Result<()> {
        if cells.is_empty() {
            return Ok(());
        }
        let mut query = Query::update();
        query.table(Alias::new(&self.name)).and_where(Expr::col(Alias::new(&self.key)).eq(key));
        query.values(cells.iter().map(|(name, cell)| (Alias::new(name), SimpleExpr::Value(cell.value()))));
        work.db().execute(&query)?;
        Ok(())
    }

    pub fn remove(&self, work: &Work, key: Uuid) -> Result<()> {
        let mut query = Query::delete();
        query.from_table(Alias::new(&self.name)).and_where(Expr::col(Alias::new(&self.key)).eq(key));
        work.db().execute(&query)?;
        Ok(())
    }
}

/// Whether the condition of a unique index covers the row. It is asked with the row's values in the place of
/// its columns, since the row need not be stored.
fn covers(read: &Read, unique: &Unique, row: &Cells) -> Result<bool> {
    let Some(only) = &unique.only else { return Ok(true) };
    let mut values = Query::select();
    for (name, cell) in row {
        values.expr_as(SimpleExpr::Value(cell.value()), Alias::new(name));
    }
    let asked = Query::select()
        .expr_as(Expr::val(1), Alias::new("n"))
        .from_subquery(values, Alias::new("one"))
        .and_where(Expr::cust(only.clone()))
        .to_owned();
    Ok(!read.db().query_all(&asked)?.is_empty())
}
