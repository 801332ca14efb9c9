//! rusqlite with SQLCipher behind the ORM's proxy hook.

use std::collections::{BTreeMap, HashMap};
use std::ops::Deref;
use std::path::Path;
use std::sync::Arc;

use kernel::{Error, Result};
use parking_lot::Mutex;
use rusqlite::config::DbConfig;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::types::{ToSqlOutput, Value as Cell, ValueRef};
use rusqlite::{Column, Connection, OpenFlags, ToSql};
use sea_orm::{
    Database as Orm, DatabaseConnection, DbBackend, DbErr, ProxyDatabaseTrait, ProxyExecResult, ProxyRow, RuntimeErr,
    Statement, Value,
};

use crate::keys::DataKey;
use crate::memory::{self, Memory, Moment};
use crate::observe;
use crate::watch::{Frame, Touched};

pub(crate) type Shared = Arc<Mutex<Opened>>;

/// Statements remembered with what they touch; beyond it all are forgotten and asked anew.
const REMEMBERED: usize = 1_000;

/// Memory of all open files together, bytes: each may cache 8 MB, but not a thousand of them at once.
const CACHES: i64 = 192 << 20;

/// An open connection, and what each statement it prepared touches.
pub(crate) struct Opened {
    sqlite: Connection,
    /// Filled by the engine while it prepares a statement.
    seen: Arc<Mutex<Touched>>,
    known: HashMap<String, Known>,
}

/// A statement that was prepared before.
#[derive(Clone)]
struct Known {
    touched: Arc<Touched>,
    columns: Arc<[(String, Kind)]>,
}

impl Deref for Opened {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        &self.sqlite
    }
}

impl Opened {
    fn new(sqlite: Connection) -> rusqlite::Result<Self> {
        let seen: Arc<Mutex<Touched>> = Arc::default();
        let noting = Arc::clone(&seen);
        sqlite.authorizer(Some(move |context: AuthContext<'_>| {
            // What the store itself looks at during an erasure is no act's reading.
            if context.accessor.is_some_and(|trigger| trigger.starts_with(observe::OWN)) {
                return Authorization::Allow;
            }
            note(&mut noting.lock(), &context.action);
            Authorization::Allow
        }))?;
        Ok(Self { sqlite, seen, known: HashMap::new() })
    }

    /// Both books of them: a statement that is prepared already would say nothing of what it touches.
    fn forget_statements(&mut self) {
        self.known.clear();
        self.sqlite.flush_prepared_statement_cache();
    }

    /// What the statement touches and answers with, as the engine says when it prepares it for the first time.
    fn known(&mut self, sql: &str, frame: &Frame) -> rusqlite::Result<Known> {
        if let Some(known) = self.known.get(sql) {
            return Ok(known.clone());
        }
        if self.known.len() >= REMEMBERED {
            self.forget_statements();
        }
        *self.seen.lock() = Touched::default();
        let prepared = self.sqlite.prepare_cached(sql)?;
        let mut touched = std::mem::take(&mut *self.seen.lock());
        frame.learn(&mut touched);
        let column = |column: &Column<'_>| (column.name().to_owned(), Kind::declared(column.decl_type()));
        let columns = prepared.columns().iter().map(column).collect();
        drop(prepared);
        let known = Known { touched: Arc::new(touched), columns };
        self.known.insert(sql.to_owned(), known.clone());
        Ok(known)
    }
}

fn note(seen: &mut Touched, action: &AuthAction<'_>) {
    if let AuthAction::Read { table_name, .. } = action {
        seen.tables.insert((*table_name).to_owned());
    }
    match action {
        // An empty name stands for the row itself, as in `count(*)`; ROWID is its place in the file.
        AuthAction::Read { table_name, column_name } if !column_name.is_empty() && *column_name != "ROWID" => {
            seen.reads.insert(((*table_name).to_owned(), (*column_name).to_owned()));
        }
        AuthAction::Insert { table_name } | AuthAction::Update { table_name, .. } => {
            seen.writes.insert((*table_name).to_owned());
        }
        AuthAction::Delete { table_name } => {
            seen.removes.insert((*table_name).to_owned());
        }
        _ => {}
    }
}

/// Opens or creates an encrypted file. A wrong key is only noticed at the first read, so one is done here.
pub(crate) fn open(path: &Path, key: &DataKey, read_only: bool) -> Result<Shared> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(|error| unopened(path, &error))?;
    let unlock =
        zeroize::Zeroizing::new(format!("PRAGMA cipher_log_level = NONE; PRAGMA key = \"x'{}'\";", *key.hex()));
    connection.execute_batch(&unlock).map_err(|error| unopened(path, &error))?;
    connection
        .query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get::<_, i64>(0))
        .map_err(|error| unopened(path, &error))?;
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;
             PRAGMA busy_timeout = 5000; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000;",
        )
        .map_err(|error| unopened(path, &error))?;
    // Of the whole process, said anew at each opening: beyond it, pages that nobody reads are given up first.
    connection
        .query_row(&format!("PRAGMA soft_heap_limit = {CACHES}"), [], |row| row.get::<_, i64>(0))
        .map_err(|error| unopened(path, &error))?;
    if read_only {
        connection.execute_batch("PRAGMA query_only = ON").map_err(|error| unopened(path, &error))?;
    }
    connection.set_prepared_statement_cache_capacity(128);
    // Plans do not depend on the values of a query; else every statement is prepared anew for each of its uses.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(|error| unopened(path, &error))?;
    Ok(Arc::new(Mutex::new(Opened::new(connection).map_err(|error| unopened(path, &error))?)))
}

/// Opens or creates a file that nobody else knows of yet: one to be filled, checked, and thrown away if it fails.
/// No log stands beside it, and it is on the disk only after [`settle`].
pub(crate) fn open_apart(path: &Path, key: &DataKey) -> Result<Shared> {
    let connection = Connection::open(path).map_err(|error| unopened(path, &error))?;
    let unlock =
        zeroize::Zeroizing::new(format!("PRAGMA cipher_log_level = NONE; PRAGMA key = \"x'{}'\";", *key.hex()));
    let prepare = "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA secure_delete = ON; \
                   PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;";
    connection
        .execute_batch(&unlock)
        .and_then(|()| connection.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get::<_, i64>(0)))
        .and_then(|_| connection.execute_batch(prepare))
        .and_then(|()| Opened::new(connection))
        .map(|opened| Arc::new(Mutex::new(opened)))
        .map_err(|error| unopened(path, &error))
}

/// An empty file that is nowhere, for a schema and no data.
pub(crate) fn open_in_memory() -> Result<Shared> {
    let opened = Connection::open_in_memory().and_then(|connection| {
        connection.execute_batch("PRAGMA foreign_keys = ON")?;
        Opened::new(connection)
    });
    opened.map(|opened| Arc::new(Mutex::new(opened))).map_err(Error::internal)
}

/// What the statement touches.
pub(crate) fn touched(connection: &Shared, sql: &str, frame: &Frame) -> Result<Arc<Touched>, DbErr> {
    let mut open = connection.lock();
    open.known(sql, frame).map(|known| known.touched).map_err(failed)
}

/// Runs statements that answer nothing.
pub(crate) fn run(connection: &Shared, sql: &str) -> Result<()> {
    connection.lock().execute_batch(sql).map_err(|error| match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => Error::Busy,
        _ if is_full(&error) => {
            Error::Internal("the disk is full: free some space; nothing of this change was kept".to_owned())
        }
        _ => Error::internal(error),
    })
}

/// Whether somebody has begun to make tables in the file.
pub(super) fn has_tables(open: &Opened) -> Result<bool> {
    let ledger = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'migration'";
    open.query_row(ledger, [], |row| row.get::<_, i64>(0))
        .map(|count| count > 0)
        .map_err(|error| failed_in(open, error).into())
}

/// Brings a file that was closed to the disk.
pub(crate) fn settle(path: &Path) -> Result<()> {
    std::fs::File::open(path).and_then(|file| file.sync_all()).map_err(Error::internal)
}

/// Writes a closed file under another key.
pub(crate) fn change_key(path: &Path, from: &DataKey, to: &DataKey) -> Result<()> {
    let open = open(path, from, false)?;
    let rekey = zeroize::Zeroizing::new(format!("PRAGMA rekey = \"x'{}'\";", *to.hex()));
    open.lock().execute_batch(&rekey).map_err(|error| unopened(path, &error))
}

/// How many rows each table holds, and the end of the audit chain: whether two files hold the same.
pub(crate) fn contents(open: &Connection) -> Result<Vec<(String, i64)>> {
    let fault = |error: rusqlite::Error| Error::internal(error);
    let names = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name";
    let mut statement = open.prepare(names).map_err(fault)?;
    let names: Vec<String> = statement.query_map([], |row| row.get(0)).and_then(Iterator::collect).map_err(fault)?;
    let mut contents = Vec::new();
    for name in names {
        let count = format!("SELECT count(*) FROM {}", observe::quoted(&name));
        let rows = open.query_row(&count, [], |row| row.get(0)).map_err(fault)?;
        if name == "audit" {
            let last = "SELECT coalesce((SELECT hex(hash) FROM audit ORDER BY place DESC LIMIT 1), '')";
            contents.push((open.query_row(last, [], |row| row.get(0)).map_err(fault)?, rows));
        }
        contents.push((name, rows));
    }
    Ok(contents)
}

/// The same of a file that nobody uses, once every page of it was looked at.
pub(crate) fn contents_of(path: &Path, key: &DataKey) -> Result<Vec<(String, i64)>> {
    let open = open_apart(path, key)?;
    let open = open.lock();
    let whole: String =
        open.query_row("PRAGMA integrity_check", [], |row| row.get(0)).map_err(|error| unopened(path, &error))?;
    if whole == "ok" {
        contents(&open)
    } else {
        Err(Error::Internal(format!("{} is not whole: {whole}", path.display())))
    }
}

/// Says what is the matter with a file in words that help its host.
fn unopened(path: &Path, error: &rusqlite::Error) -> Error {
    use rusqlite::ErrorCode;
    let file = path.display();
    if is_full(error) {
        return Error::Internal(format!("{file}: the disk is full. Free some space; nothing was lost."));
    }
    Error::Internal(match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => format!(
            "{file} cannot be opened: its key does not fit or the file is damaged. Put back the key file that \
             belongs to it, or restore the last backup; nothing was changed."
        ),
        Some(ErrorCode::DatabaseCorrupt) => {
            format!("{file} is damaged. Restore the last backup; nothing was changed.")
        }
        Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
            format!("{file} cannot be written: give the account that runs Homeroom write access to its folder.")
        }
        _ => format!("{file}: {error}"),
    })
}

/// No space left: for the data, or for the index that SQLite keeps beside them.
pub(crate) fn is_full(error: &rusqlite::Error) -> bool {
    const INDEX: i32 = rusqlite::ffi::SQLITE_IOERR_SHMSIZE;
    error.sqlite_error().is_some_and(|e| e.code == rusqlite::ErrorCode::DiskFull || e.extended_code == INDEX)
}

/// The ORM's handle on an open connection; cheap, made anew for each unit of work.
pub(crate) fn orm(connection: &Shared, frame: &Arc<Frame>) -> Result<DatabaseConnection> {
    connect(Driver::new(connection, frame, None))
}

/// The same for a look that began at `since`: what was counted before is not counted again.
pub(crate) fn orm_to_look(
    connection: &Shared,
    frame: &Arc<Frame>,
    memory: &Arc<Memory>,
    since: Moment,
) -> Result<DatabaseConnection> {
    connect(Driver::new(connection, frame, Some((Arc::clone(memory), since))))
}

fn connect(driver: Driver) -> Result<DatabaseConnection> {
    Ok(Orm::connect_proxy(DbBackend::Sqlite, Arc::new(Box::new(driver)))?)
}

pub(super) struct Driver {
    connection: Shared,
    frame: Arc<Frame>,
    memory: Option<(Arc<Memory>, Moment)>,
}

impl std::fmt::Debug for Driver {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Driver").field("frame", &self.frame).finish_non_exhaustive()
    }
}

impl Driver {
    pub fn new(connection: &Shared, frame: &Arc<Frame>, memory: Option<(Arc<Memory>, Moment)>) -> Self {
        Self { connection: Arc::clone(connection), frame: Arc::clone(frame), memory }
    }

    /// The connection, if the act may run this statement, and what is known of the statement.
    fn watched(&self, sql: &str) -> Result<(parking_lot::MutexGuard<'_, Opened>, Known), DbErr> {
        let mut connection = self.connection.lock();
        let known = connection.known(sql, &self.frame).map_err(|e| failed_in(&connection, e))?;
        super::check(&self.frame, &known.touched, self.memory.is_some())?;
        if let Some((erases, tables)) = self.frame.unobserved(&known.touched) {
            observe::watch(&connection, self.frame.register(), erases, &tables)
                .map_err(|e| failed_in(&connection, e))?;
        }
        Ok((connection, known))
    }
}

impl ProxyDatabaseTrait for Driver {
    fn query(&self, statement: Statement) -> Result<Vec<ProxyRow>, DbErr> {
        let (connection, Known { touched, columns }) = self.watched(&statement.sql)?;
        let memory = self.memory.as_ref().filter(|_| memory::is_count(&statement));
        if let Some(known) = memory.and_then(|(memory, _)| memory.count(&statement)) {
            return Ok(known);
        }
        let mut prepared = connection.prepare_cached(&statement.sql).map_err(|e| failed_in(&connection, e))?;
        let mut rows =
            prepared.query(rusqlite::params_from_iter(bind(&statement))).map_err(|e| failed_in(&connection, e))?;
        let mut answer = Vec::new();
        while let Some(row) = rows.next().map_err(|e| failed_in(&connection, e))? {
            let mut values = BTreeMap::new();
            for (index, (name, kind)) in columns.iter().enumerate() {
                values.insert(name.clone(), decode(row.get_ref(index).map_err(failed)?, *kind)?);
            }
            answer.push(ProxyRow::new(values));
        }
        if let Some((memory, since)) = memory {
            memory.keep_count(&statement, &answer, &touched, *since);
        }
        Ok(answer)
    }

    fn execute(&self, statement: Statement) -> Result<ProxyExecResult, DbErr> {
        let (mut connection, Known { touched, .. }) = self.watched(&statement.sql)?;
        let rows = change(&connection, &statement).map_err(|e| failed_in(&connection, e))?;
        // What `*` stands for may be something else now.
        if touched.writes.contains("sqlite_master") {
            connection.forget_statements();
        }
        Ok(ProxyExecResult::new(0, rows as u64))
    }
}

fn change(connection: &Connection, statement: &Statement) -> rusqlite::Result<usize> {
    connection.prepare_cached(&statement.sql)?.execute(rusqlite::params_from_iter(bind(statement)))
}

fn failed(error: rusqlite::Error) -> DbErr {
    DbErr::Exec(RuntimeErr::Internal(error.to_string()))
}

/// A fault of the file itself names the file; any other says what SQLite says.
fn failed_in(connection: &Connection, error: rusqlite::Error) -> DbErr {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase, OutOfMemory, ReadOnly, SystemIoFailure, Unknown};
    match (error.sqlite_error_code(), connection.path()) {
        // Worded where the ORM's errors become the house's.
        _ if is_full(&error) => DbErr::Exec(RuntimeErr::Internal("database or disk is full".to_owned())),
        (Some(NotADatabase | DatabaseCorrupt), Some(path)) => DbErr::Exec(RuntimeErr::Internal(format!(
            "{path} is damaged. Restore the last backup; nothing was changed."
        ))),
        // SQLCipher reports a page whose seal does not fit so, and every statement after it without a word of its own.
        (Some(Unknown), Some(path)) if error.to_string() == "SQL logic error" => DbErr::Exec(RuntimeErr::Internal(
            format!("{path} is damaged. Restore the last backup; nothing was changed."),
        )),
        (Some(OutOfMemory), Some(path)) => DbErr::Exec(RuntimeErr::Internal(format!(
            "{path} cannot be read: a part of it is damaged, or the memory is full. Restore the last backup; nothing was changed."
        ))),
        (Some(ReadOnly | SystemIoFailure), Some(path)) => {
            DbErr::Exec(RuntimeErr::Internal(format!("{path} cannot be used ({error}); nothing was changed.")))
        }
        _ => failed(error),
    }
}

fn bind(statement: &Statement) -> impl Iterator<Item = Bound<'_>> {
    statement.values.iter().flat_map(|values| values.0.iter().map(Bound))
}

struct Bound<'a>(&'a Value);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let owned = |cell| Ok(ToSqlOutput::Owned(cell));
        let borrowed = |cell| Ok(ToSqlOutput::Borrowed(cell));
        match self.0 {
            Value::Bool(Some(flag)) => borrowed(ValueRef::Integer(i64::from(*flag))),
            Value::Int(Some(n)) => borrowed(ValueRef::Integer(i64::from(*n))),
            Value::BigInt(Some(n)) => borrowed(ValueRef::Integer(*n)),
            Value::Unsigned(Some(n)) => borrowed(ValueRef::Integer(i64::from(*n))),
            // LIMIT and OFFSET come unsigned; no list is longer than i64.
            Value::BigUnsigned(Some(n)) => borrowed(ValueRef::Integer(i64::try_from(*n).unwrap_or(i64::MAX))),
            Value::Double(Some(n)) => borrowed(ValueRef::Real(*n)),
            Value::String(Some(text)) => borrowed(ValueRef::Text(text.as_bytes())),
            Value::Char(Some(letter)) => owned(Cell::Text(letter.to_string())),
            Value::Bytes(Some(bytes)) => borrowed(ValueRef::Blob(bytes)),
            Value::Uuid(Some(id)) => borrowed(ValueRef::Blob(id.as_bytes())),
            Value::ChronoDate(Some(day)) => owned(Cell::Text(day.format("%Y-%m-%d").to_string())),
            Value::Json(Some(json)) => owned(Cell::Text(json.to_string())),
            Value::Bool(None)
            | Value::Int(None)
            | Value::BigInt(None)
            | Value::Unsigned(None)
            | Value::BigUnsigned(None)
            | Value::Double(None)
            | Value::String(None)
            | Value::Char(None)
            | Value::Bytes(None)
            | Value::Uuid(None)
            | Value::ChronoDate(None)
            | Value::Json(None) => borrowed(ValueRef::Null),
            other => {
                let error = std::io::Error::other(format!("a column type the driver does not know: {other:?}"));
                Err(rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
            }
        }
    }
}

/// A column's type as its migration declared it; a computed column has none.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Uuid,
    Date,
    Flag,
    Json,
    Plain,
}

impl Kind {
    fn declared(declared: Option<&str>) -> Self {
        let declared = declared.unwrap_or_default().to_ascii_lowercase();
        match declared.as_str() {
            d if d.starts_with("uuid") => Self::Uuid,
            d if d.starts_with("date") => Self::Date,
            d if d.starts_with("bool") => Self::Flag,
            d if d.starts_with("json") => Self::Json,
            _ => Self::Plain,
        }
    }
}

fn decode(cell: ValueRef<'_>, kind: Kind) -> Result<Value, DbErr> {
    let wrong = |what: &str| DbErr::Type(format!("a stored {what} cannot be read"));
    Ok(match (kind, cell) {
        (Kind::Uuid, ValueRef::Blob(bytes)) => {
            Value::Uuid(Some(uuid::Uuid::from_slice(bytes).map_err(|_| wrong("id"))?))
        }
        (Kind::Uuid, ValueRef::Null) => Value::Uuid(None),
        (Kind::Date, ValueRef::Text(text)) => {
            let text = std::str::from_utf8(text).map_err(|_| wrong("date"))?;
            Value::ChronoDate(Some(text.parse().map_err(|_| wrong("date"))?))
        }
        (Kind::Date, ValueRef::Null) => Value::ChronoDate(None),
        (Kind::Flag, ValueRef::Integer(n)) => Value::Bool(Some(n != 0)),
        (Kind::Flag, ValueRef::Null) => Value::Bool(None),
        (Kind::Json, ValueRef::Text(text)) => {
            Value::Json(Some(Box::new(serde_json::from_slice(text).map_err(|_| wrong("document"))?)))
        }
        (Kind::Json, ValueRef::Null) => Value::Json(None),
        (_, ValueRef::Integer(n)) => Value::BigInt(Some(n)),
        (_, ValueRef::Real(n)) => Value::Double(Some(n)),
        (_, ValueRef::Text(text)) => {
            Value::String(Some(std::str::from_utf8(text).map_err(|_| wrong("text"))?.to_owned()))
        }
        (_, ValueRef::Blob(bytes)) => Value::Bytes(Some(bytes.to_vec())),
        (_, ValueRef::Null) => Value::String(None),
    })
}
