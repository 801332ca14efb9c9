//! A look under the entities: tables, columns and every cell as it is stored.

use registry::Purpose;
use sea_orm::{ConnectionTrait as _, DatabaseConnection, DbBackend, Statement};
use store::{Act, Actor, Context, Role};
use testkit::raw::{cells, literal, text};

/// Sees everything, as somebody with a disk editor would.
static LOOK: Act<()> = Act::read_school("test.look", Purpose::ALL, &[Role::Shell]).quiet();

/// Runs `look` on a database with the shell's authority.
pub fn look<R>(context: &Context, look: impl FnOnce(&DatabaseConnection) -> R) -> R {
    let shell = context.as_actor(Actor::Shell);
    shell.read(LOOK.on(()), |read, _| Ok(look(read.db()))).unwrap()
}

/// A statement as somebody with a disk editor would run it.
pub fn run(db: &DatabaseConnection, sql: &str) -> kernel::Result<()> {
    db.execute_raw(Statement::from_string(DbBackend::Sqlite, sql))?;
    Ok(())
}

/// The one text column `n` of each row.
pub fn texts(db: &DatabaseConnection, sql: &str) -> Vec<String> {
    let rows = db.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).unwrap();
    rows.iter().map(|row| cells(row).iter().map(text).collect()).collect()
}

/// Tables of the live schema, without SQLite's own.
pub fn tables(db: &DatabaseConnection) -> Vec<String> {
    texts(db, "SELECT name AS n FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
}

pub fn columns(db: &DatabaseConnection, table: &str) -> Vec<String> {
    texts(db, &format!("SELECT name AS n FROM pragma_table_info('{table}') ORDER BY cid"))
}

/// Every row of a table as SQL literals, in the order of the columns' names; ids and blobs in hexadecimal.
pub fn rows(db: &DatabaseConnection, table: &str) -> Vec<String> {
    let all = Statement::from_string(DbBackend::Sqlite, format!("SELECT * FROM \"{table}\""));
    let mut rows: Vec<String> = db
        .query_all_raw(all)
        .unwrap()
        .iter()
        .map(|row| cells(row).iter().map(literal).collect::<Vec<_>>().join(","))
        .collect();
    rows.sort();
    rows
}

/// Every table with its rows, but for logs, journals and sessions, which any request may touch.
pub fn state(context: &Context) -> Vec<(String, Vec<String>)> {
    const LOGS: [&str; 5] = ["audit", "security_log", "session", "job", "roster_import"];
    look(context, |db| {
        let kept = tables(db).into_iter().filter(|table| !LOGS.contains(&table.as_str()));
        kept.map(|table| (table.clone(), rows(db, &table))).collect()
    })
}

/// Whether any cell of any table holds `text`, as text or as bytes.
pub fn holds(context: &Context, text: &str) -> Option<String> {
    let hex = text.bytes().map(|byte| format!("{byte:02X}")).collect::<String>();
    look(context, |db| {
        tables(db).into_iter().find(|table| rows(db, table).iter().any(|row| row.contains(text) || row.contains(&hex)))
    })
}

/// Number of rows.
pub fn count(context: &Context, table: &str) -> usize {
    look(context, |db| rows(db, table).len())
}
