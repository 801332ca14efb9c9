//! What is stored, as a test looks at it beneath the entities; alike for both engines.

use kernel::Result;
use registry::Purpose;
use sea_orm::{ConnectionTrait as _, DbBackend, ProxyRow, QueryResult, Statement, Value};
use store::{Act, Context, Role};
use uuid::Uuid;

/// Sees every column, for whatever it is declared.
static EVERYTHING: Act<()> = Act::read_school("testkit.everything", Purpose::ALL, &[Role::Shell]).quiet();

/// The cells of a row in the order of the columns' names.
pub fn cells(row: &QueryResult) -> Vec<Value> {
    row.try_as_proxy_row().map_or_else(Vec::new, |row: &ProxyRow| row.values.values().cloned().collect())
}

/// A cell as SQL writes it; ids and bytes in hexadecimal.
pub fn literal(value: &Value) -> String {
    match value {
        Value::String(Some(text)) => format!("'{}'", text.replace('\'', "''")),
        Value::Uuid(Some(id)) => format!("X'{}'", hex::encode_upper(id.as_bytes())),
        Value::Bytes(Some(bytes)) => format!("X'{}'", hex::encode_upper(bytes)),
        Value::ChronoDate(Some(day)) => format!("'{day}'"),
        _ => text(value),
    }
}

/// A cell in plain text; ids and bytes in lower-case hexadecimal, nothing as a dash.
pub fn text(value: &Value) -> String {
    match value {
        Value::String(Some(text)) => text.clone(),
        Value::Uuid(Some(id)) => id.simple().to_string(),
        Value::Bytes(Some(bytes)) => hex::encode(bytes),
        Value::BigInt(Some(number)) => number.to_string(),
        Value::Double(Some(number)) => number.to_string(),
        Value::Bool(Some(flag)) => i64::from(*flag).to_string(),
        Value::ChronoDate(Some(day)) => day.to_string(),
        _ => "-".to_owned(),
    }
}

/// An id as a statement of our own writes it.
pub fn id(context: &Context, id: Uuid) -> String {
    if context.database.is_in_file() { format!("X'{}'", id.simple()) } else { format!("'{id}'") }
}

/// Statements that write every row of a table again as it is now.
pub fn inserts(context: &Context, table: &str) -> Result<Vec<String>> {
    let in_file = context.database.is_in_file();
    let cell = |value: &Value| match value {
        Value::Uuid(Some(id)) if !in_file => format!("'{id}'"),
        Value::Bytes(Some(bytes)) if !in_file => format!("'\\x{}'", hex::encode(bytes)),
        Value::Bool(Some(flag)) => flag.to_string(),
        value if *value == value.as_null() => "NULL".to_owned(),
        value => literal(value),
    };
    let rows = context.read(EVERYTHING.on(()), |read, _| {
        Ok(read.db().query_all_raw(Statement::from_string(DbBackend::Sqlite, format!("SELECT * FROM {table}")))?)
    })?;
    Ok(rows
        .chunks(100)
        .map(|rows| {
            let names = rows.first().and_then(QueryResult::try_as_proxy_row).map(|row| row.values.keys());
            let names: Vec<&str> = names.into_iter().flatten().map(String::as_str).collect();
            let row = |row| format!("({})", cells(row).iter().map(cell).collect::<Vec<_>>().join(", "));
            let rows: Vec<String> = rows.iter().map(row).collect();
            format!("INSERT INTO {table} ({}) VALUES {}", names.join(", "), rows.join(", "))
        })
        .collect())
}

/// Whether schools of this process are put into files.
pub fn is_in_files() -> bool {
    std::env::var_os(super::ELSEWHERE).is_none()
}
