//! What is stored, as a test looks at it beneath the entities; alike for both engines.

use sea_orm::{ProxyRow, QueryResult, Value};
use store::Context;
use uuid::Uuid;

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

/// Whether schools of this process are put into files.
pub fn is_in_files() -> bool {
    std::env::var_os(super::ELSEWHERE).is_none()
}
