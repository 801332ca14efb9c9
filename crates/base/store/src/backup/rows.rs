//! A database as a stream of its rows: one snapshot, read while others write, of what is stored and of nothing that
//! was freed. Pages of an encrypted file do not compress, and no plain file ever lies on the disk; so rows are read
//! through the engine, and what comes back is written through it.

use std::collections::BTreeMap;
use std::io::{BufReader, PipeReader, Read, Write};
use std::path::Path;
use std::sync::Arc;

use kernel::{Error, Result};
use rusqlite::Connection;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::DatabaseId;
use crate::audit;
use crate::database::Database;
use crate::driver::sqlite::{self, Shared};
use crate::driver::witness::Witness;
use crate::driver::{Connection as DriverConnection, Place};
use crate::keys::DataKey;
use crate::observe::quoted;
use crate::watch::{Frame, Register};

/// What stands before the rows.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Preface {
    pub database: DatabaseId,
    /// Erasures up to here are done in these rows.
    pub ledger: u64,
    version: i64,
    application: i64,
    /// In the order in which they were made.
    pub tables: Vec<Layout>,
    /// Indexes and whatever else hangs on tables: written after the rows.
    others: Vec<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Layout {
    pub name: String,
    sql: String,
    pub columns: Vec<String>,
}

/// Rows of each table, after the rows: what was written must be what is read.
pub(super) type Counts = BTreeMap<String, u64>;

pub(super) const ROW: u8 = 1;
pub(super) const END: u8 = 0;

/// One state of a database, as somebody reads it while others write.
pub(crate) struct Snapshot {
    reader: DriverConnection,
    /// Erasures up to here are done in it.
    ledger: u64,
    /// The schema, where it is not the one of this program.
    schema: Option<Witness>,
}

impl Snapshot {
    /// The same of a database whose schema is another than this program's.
    pub fn of_schema(self, schema: Witness) -> Self {
        Self { schema: Some(schema), ..self }
    }
}

impl Database {
    /// Writes every row to `out`. The writer is stopped only for the moment in which the snapshot begins: what was
    /// acknowledged before is in it, and the ledger's place fits it.
    pub(super) fn write_rows(&self, out: &mut (impl Write + Send)) -> Result<Counts> {
        let snapshot = {
            let turn = self.alone()?;
            turn.connection()?.begin_change()?;
            let snapshot = self.snapshot();
            turn.connection()?.roll_back()?;
            snapshot?
        };
        self.write_snapshot(&snapshot, out)
    }

    /// Begins a snapshot. The caller keeps every writer away.
    pub(crate) fn snapshot(&self) -> Result<Snapshot> {
        let reader = self.place().open(&self.key(), true)?;
        reader.begin_look()?;
        // It begins with the first look, not before.
        reader.has_tables()?;
        Ok(Snapshot { reader, ledger: self.ledger.head()?.0, schema: None })
    }

    pub(crate) fn write_snapshot(&self, snapshot: &Snapshot, out: &mut (impl Write + Send)) -> Result<Counts> {
        let counts = match (&snapshot.reader, self.place()) {
            (DriverConnection::Schema(seat), Place::Schema(place)) => {
                let schema = snapshot.schema.as_ref().unwrap_or(&place.witness);
                let preface = preface(&schema.file().lock(), self.id, snapshot.ledger).map_err(fault)?;
                put_json(out, &preface)?;
                super::schema::write_tables(&mut seat.lock(), &preface, out)?
            }
            (DriverConnection::File(file), _) => {
                let open = file.lock();
                let preface = preface(&open, self.id, snapshot.ledger).map_err(fault)?;
                put_json(out, &preface)?;
                let write = |table: &Layout| Ok((table.name.clone(), write_table(&open, table, out)?));
                preface.tables.iter().map(write).collect::<Result<Counts>>()?
            }
            (DriverConnection::Schema(_), Place::File(_)) => Counts::new(),
        };
        put_json(out, &counts)?;
        Ok(counts)
    }

    /// Gives the stream of rows to `take` while it is written.
    pub(crate) fn streaming<R: Send>(
        &self,
        snapshot: &Snapshot,
        take: impl FnOnce(PipeReader) -> Result<R> + Send,
    ) -> Result<R> {
        let (from, mut into) = std::io::pipe().map_err(Error::internal)?;
        std::thread::scope(|threads| {
            let taken = threads.spawn(move || take(from));
            let written = self.write_snapshot(snapshot, &mut into);
            drop(into);
            let taken = taken.join().map_err(|_| Error::Internal("rows could not be taken over".to_owned()))?;
            // Who stops taking breaks the pipe: its reason is the one that counts.
            taken.and_then(|taken| written.map(|_| taken))
        })
    }

    /// Writes the rows into a new file at `to`, under the same key.
    pub(crate) fn copy_into_file(&self, snapshot: &Snapshot, to: &Path) -> Result<Digests> {
        let digests = self.streaming(snapshot, |from| {
            let loaded = load(from, to, &self.key()).map_err(Error::internal)?;
            loaded.check().map(|_| loaded.digests)
        })?;
        sqlite::settle(to)?;
        Ok(digests)
    }

    /// What the rows of each table come to.
    pub(crate) fn digests(&self, snapshot: &Snapshot) -> Result<Digests> {
        self.streaming(snapshot, |from| digests(from).map_err(Error::internal))
    }
}

/// Of each table: how many rows, and a digest of their values that does not depend on their order.
pub(crate) type Digests = BTreeMap<String, (u64, [u8; 32])>;

fn digests(from: impl Read) -> Result<Digests, std::io::Error> {
    let mut stream = Stream::open(from)?;
    for table in stream.preface.tables.clone() {
        while stream.row(&table)?.is_some() {}
    }
    let counts = stream.counts();
    stream.finish(&counts)?;
    Ok(stream.digests)
}

fn fault(error: rusqlite::Error) -> Error {
    Error::internal(error)
}

pub(super) fn unwritten(error: std::io::Error) -> Error {
    Error::Internal(format!("the backup cannot be written ({error})"))
}

pub(super) fn preface(open: &Connection, database: DatabaseId, ledger: u64) -> rusqlite::Result<Preface> {
    const OBJECTS: &str = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid";
    let (mut tables, mut others) = (Vec::new(), Vec::new());
    let mut statement = open.prepare(OBJECTS)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (kind, name, sql): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        if name.starts_with("sqlite_") {
            continue;
        }
        if kind == "table" {
            let mut columns = open.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
            let columns = columns.query_map([&name], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
            tables.push(Layout { name, sql, columns });
        } else {
            others.push(sql);
        }
    }
    let number = |pragma: &str| open.query_row(pragma, [], |row| row.get(0));
    Ok(Preface {
        database,
        ledger,
        version: number("PRAGMA user_version")?,
        application: number("PRAGMA application_id")?,
        tables,
        others,
    })
}

fn write_table(open: &Connection, table: &Layout, out: &mut impl Write) -> Result<u64> {
    let columns: Vec<String> = table.columns.iter().map(|name| quoted(name)).collect();
    let all = format!("SELECT rowid, {} FROM {} ORDER BY rowid", columns.join(", "), quoted(&table.name));
    let mut statement = open.prepare(&all).map_err(fault)?;
    let mut rows = statement.query([]).map_err(fault)?;
    let mut count = 0;
    while let Some(row) = rows.next().map_err(fault)? {
        out.write_all(&[ROW]).map_err(unwritten)?;
        for index in 0..=columns.len() {
            put_value(out, row.get_ref(index).map_err(fault)?).map_err(unwritten)?;
        }
        count += 1;
    }
    out.write_all(&[END]).map_err(unwritten)?;
    Ok(count)
}

pub(super) fn put_value(out: &mut impl Write, value: ValueRef<'_>) -> std::io::Result<()> {
    let mut long = |kind: u8, bytes: &[u8]| {
        out.write_all(&[kind])?;
        out.write_all(&(bytes.len() as u64).to_le_bytes())?;
        out.write_all(bytes)
    };
    match value {
        ValueRef::Text(bytes) => long(3, bytes),
        ValueRef::Blob(bytes) => long(4, bytes),
        ValueRef::Null => out.write_all(&[0]),
        ValueRef::Integer(number) => {
            out.write_all(&[1])?;
            out.write_all(&number.to_le_bytes())
        }
        ValueRef::Real(number) => {
            out.write_all(&[2])?;
            out.write_all(&number.to_le_bytes())
        }
    }
}

pub(super) fn put_json(out: &mut impl Write, value: &impl Serialize) -> Result<()> {
    let text = serde_json::to_vec(value).map_err(Error::internal)?;
    out.write_all(&(text.len() as u64).to_le_bytes()).and_then(|()| out.write_all(&text)).map_err(unwritten)
}

// --- back again ---

/// What a stream held, once it stands in a file.
pub(super) struct Loaded {
    pub preface: Preface,
    pub counts: Counts,
    pub digests: Digests,
    pub open: Shared,
}

/// Reads a stream into a new file at `to`. What is at fault says `InvalidData`, which the caller words.
pub(super) fn load(from: impl Read, to: &Path, key: &DataKey) -> Result<Loaded, std::io::Error> {
    let mut stream = Stream::open(from)?;
    let open = sqlite::open_apart(to, key).map_err(std::io::Error::other)?;
    let counts = fill(&open.lock(), &mut stream)?;
    Ok(Loaded { preface: stream.preface, counts, digests: stream.digests, open })
}

/// A stream as it is read: the preface, then for each of its tables the rows, then their counts.
pub(super) struct Stream<R> {
    pub preface: Preface,
    pub digests: Digests,
    from: BufReader<R>,
}

impl<R: Read> Stream<R> {
    pub fn open(from: R) -> Result<Self, std::io::Error> {
        let mut from = BufReader::with_capacity(64 << 10, from);
        Ok(Self { preface: take_json(&mut from)?, digests: Digests::new(), from })
    }

    /// The next row of the table, its place before its cells; nothing at the table's end.
    pub fn row(&mut self, table: &Layout) -> Result<Option<Vec<Cell>>, std::io::Error> {
        if !self.digests.contains_key(&table.name) {
            self.digests.insert(table.name.clone(), (0, [0; 32]));
        }
        if take::<1>(&mut self.from)? != [ROW] {
            return Ok(None);
        }
        let mut cells = Vec::with_capacity(table.columns.len() + 1);
        let mut digest = Sha256::new();
        for index in 0..=table.columns.len() {
            let cell = take_value(&mut self.from)?;
            if index > 0 {
                cell.add_to(&mut digest);
            }
            cells.push(cell);
        }
        if let Some((count, sum)) = self.digests.get_mut(&table.name) {
            *count += 1;
            add(sum, &digest.finalize().into());
        }
        Ok(Some(cells))
    }

    /// Rows of each table so far.
    pub fn counts(&self) -> Counts {
        self.digests.iter().map(|(table, (count, _))| (table.clone(), *count)).collect()
    }

    /// What was read must be what was written, and nothing may come after it.
    pub fn finish(&mut self, counts: &Counts) -> Result<(), std::io::Error> {
        let told: Counts = take_json(&mut self.from)?;
        let mut beyond = [0];
        if told == *counts && self.from.read(&mut beyond)? == 0 {
            return Ok(());
        }
        Err(invalid("the rows are not those that were counted"))
    }
}

fn fill(open: &Connection, stream: &mut Stream<impl Read>) -> Result<Counts, std::io::Error> {
    let stored = |error: rusqlite::Error| {
        let full = sqlite::is_full(&error);
        if full { std::io::Error::from(std::io::ErrorKind::StorageFull) } else { std::io::Error::other(error) }
    };
    open.execute_batch("BEGIN").map_err(stored)?;
    let mut counts = Counts::new();
    let preface = stream.preface.clone();
    for table in &preface.tables {
        open.execute_batch(&table.sql).map_err(stored)?;
        let names: Vec<String> = table.columns.iter().map(|name| quoted(name)).collect();
        let marks = vec!["?"; names.len() + 1].join(", ");
        let insert = format!("INSERT INTO {} (rowid, {}) VALUES ({marks})", quoted(&table.name), names.join(", "));
        let mut insert = open.prepare(&insert).map_err(stored)?;
        let mut count = 0;
        while let Some(cells) = stream.row(table)? {
            insert.execute(rusqlite::params_from_iter(cells)).map_err(stored)?;
            count += 1;
        }
        counts.insert(table.name.clone(), count);
    }
    for sql in &preface.others {
        open.execute_batch(sql).map_err(stored)?;
    }
    stream.finish(&counts)?;
    let numbers =
        format!("PRAGMA user_version = {}; PRAGMA application_id = {}; COMMIT", preface.version, preface.application);
    open.execute_batch(&numbers).map_err(stored)?;
    Ok(counts)
}

impl Loaded {
    /// Looks the file over: every page, every reference, every count, the audit chain. Gives the chain's entries.
    pub fn check(&self) -> Result<i64> {
        let open = self.open.lock();
        let wrong = |what: &str| Error::Internal(format!("what was restored is not whole: {what}"));
        let integrity: String = open.query_row("PRAGMA integrity_check", [], |row| row.get(0)).map_err(fault)?;
        if integrity != "ok" {
            return Err(wrong(&integrity));
        }
        let dangling = open.prepare("PRAGMA foreign_key_check").and_then(|mut all| all.exists([])).map_err(fault)?;
        if dangling {
            return Err(wrong("a row points to one that is not there"));
        }
        for (table, count) in &self.counts {
            let all = format!("SELECT count(*) FROM {}", quoted(table));
            let stored: i64 = open.query_row(&all, [], |row| row.get(0)).map_err(fault)?;
            if u64::try_from(stored).ok() != Some(*count) {
                return Err(wrong("rows are missing"));
            }
        }
        drop(open);
        if !self.counts.contains_key("audit") {
            return Ok(0);
        }
        let house = Frame::house(Arc::new(Register::default()));
        let verdict = audit::verify(&sqlite::orm(&self.open, &house)?, None, None, &mut |_, _| {})?;
        match verdict.fault {
            Some(fault) => Err(wrong(&format!("the audit chain is broken, {fault}"))),
            None => Ok(verdict.entries),
        }
    }

    pub fn rows(&self) -> u64 {
        self.counts.values().sum()
    }
}

fn invalid(words: &'static str) -> std::io::Error {
    std::io::Error::new(std::io::ErrorKind::InvalidData, words)
}

fn take<const N: usize>(from: &mut impl Read) -> Result<[u8; N], std::io::Error> {
    let mut bytes = [0; N];
    from.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn take_long(from: &mut impl Read) -> Result<Vec<u8>, std::io::Error> {
    let length = u64::from_le_bytes(take(from)?);
    let mut bytes = Vec::new();
    from.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length { Ok(bytes) } else { Err(std::io::ErrorKind::UnexpectedEof.into()) }
}

fn take_json<T: for<'a> Deserialize<'a>>(from: &mut impl Read) -> Result<T, std::io::Error> {
    serde_json::from_slice(&take_long(from)?).map_err(|_| invalid("it is not written as this release writes"))
}

/// Adds two numbers of 256 bits; what goes beyond is let go. Unlike a bitwise difference, two rows alike do not vanish.
fn add(sum: &mut [u8; 32], digest: &[u8; 32]) {
    let mut carry = 0;
    for (left, right) in sum.iter_mut().zip(digest) {
        let both = u16::from(*left) + u16::from(*right) + carry;
        let [low, high] = both.to_le_bytes();
        *left = low;
        carry = u16::from(high);
    }
}

/// A value as it was stored; text is whatever bytes it was.
#[derive(Debug)]
pub(super) enum Cell {
    Value(Value),
    Text(Vec<u8>),
}

impl Cell {
    fn add_to(&self, digest: &mut Sha256) {
        let mut add = |kind: u8, bytes: &[u8]| {
            digest.update([kind]);
            digest.update((bytes.len() as u64).to_le_bytes());
            digest.update(bytes);
        };
        match self {
            Self::Value(Value::Null) => add(0, &[]),
            Self::Value(Value::Integer(number)) => add(1, &number.to_le_bytes()),
            Self::Value(Value::Real(number)) => add(2, &number.to_le_bytes()),
            Self::Value(Value::Text(text)) => add(3, text.as_bytes()),
            Self::Text(text) => add(3, text),
            Self::Value(Value::Blob(bytes)) => add(4, bytes),
        }
    }
}

impl rusqlite::ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Value(value) => ToSqlOutput::Borrowed(value.into()),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text)),
        })
    }
}

fn take_value(from: &mut impl Read) -> Result<Cell, std::io::Error> {
    Ok(Cell::Value(match take::<1>(from)? {
        [0] => Value::Null,
        [1] => Value::Integer(i64::from_le_bytes(take(from)?)),
        [2] => Value::Real(f64::from_le_bytes(take(from)?)),
        [3] => return Ok(Cell::Text(take_long(from)?)),
        [4] => Value::Blob(take_long(from)?),
        _ => return Err(invalid("a value of no kind")),
    }))
}
