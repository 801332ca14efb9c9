//! Values of the ORM as PostgreSQL's parameters, and its columns as values.

use std::collections::BTreeMap;
use std::error::Error as Fault;

use chrono::NaiveDate;
use postgres::Row;
use postgres::types::private::BytesMut;
use postgres::types::{IsNull, ToSql, Type};
use sea_orm::{DbErr, ProxyRow, Statement, Value};
use uuid::Uuid;

/// The parameters of a statement, each to be written as the type that the server gave its place.
pub(super) fn parameters(statement: &Statement) -> Vec<Bound<'_>> {
    statement.values.iter().flat_map(|values| values.0.iter().map(Bound)).collect()
}

#[derive(Debug)]
pub(super) struct Bound<'a>(&'a Value);

type Written = Result<IsNull, Box<dyn Fault + Sync + Send>>;

impl ToSql for Bound<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Written {
        match self.0 {
            Value::Bool(Some(flag)) if *ty == Type::BOOL => flag.to_sql(ty, out),
            Value::Bool(Some(flag)) => whole(i64::from(*flag), ty, out),
            Value::Int(Some(n)) => whole(i64::from(*n), ty, out),
            Value::BigInt(Some(n)) => whole(*n, ty, out),
            Value::Unsigned(Some(n)) => whole(i64::from(*n), ty, out),
            // LIMIT and OFFSET come unsigned; no list is longer than i64.
            Value::BigUnsigned(Some(n)) => whole(i64::try_from(*n).unwrap_or(i64::MAX), ty, out),
            Value::Double(Some(n)) if *ty == Type::TEXT => n.to_string().to_sql(ty, out),
            Value::Double(Some(n)) => n.to_sql(ty, out),
            Value::String(Some(text)) => text.to_sql(ty, out),
            Value::Char(Some(letter)) => letter.to_string().to_sql(ty, out),
            Value::Bytes(Some(bytes)) => bytes.to_sql(ty, out),
            Value::Uuid(Some(id)) if *ty == Type::UUID => id.to_sql(ty, out),
            Value::ChronoDate(Some(day)) if *ty == Type::DATE => day.to_sql(ty, out),
            Value::Json(Some(json)) if [Type::JSON, Type::JSONB].contains(ty) => json.to_sql(ty, out),
            // Where nothing says what stands there, as in a list of constants, it is read as text.
            Value::Uuid(Some(id)) if *ty == Type::TEXT => id.to_string().to_sql(ty, out),
            Value::ChronoDate(Some(day)) if *ty == Type::TEXT => day.to_string().to_sql(ty, out),
            Value::Json(Some(json)) if *ty == Type::TEXT => json.to_string().to_sql(ty, out),
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
            | Value::Json(None) => Ok(IsNull::Yes),
            other => Err(format!("a value that does not fit a column of type {ty}: {other:?}").into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    postgres::types::to_sql_checked!();
}

fn whole(n: i64, ty: &Type, out: &mut BytesMut) -> Written {
    match *ty {
        Type::INT4 => i32::try_from(n)?.to_sql(ty, out),
        Type::INT2 => i16::try_from(n)?.to_sql(ty, out),
        Type::BOOL => (n != 0).to_sql(ty, out),
        Type::TEXT => n.to_string().to_sql(ty, out),
        #[expect(clippy::cast_precision_loss, reason = "a number in a column of reals is meant as a real")]
        Type::FLOAT8 => (n as f64).to_sql(ty, out),
        _ => n.to_sql(&Type::INT8, out),
    }
}

/// A row as the ORM reads it: integers are `i64`, nothing keeps the type of its column.
pub(super) fn decode(row: &Row) -> Result<ProxyRow, DbErr> {
    let mut values = BTreeMap::new();
    for (index, column) in row.columns().iter().enumerate() {
        let value = match *column.type_() {
            Type::UUID => Value::Uuid(cell::<Uuid>(row, index)?),
            Type::DATE => Value::ChronoDate(cell::<NaiveDate>(row, index)?),
            Type::BOOL => Value::Bool(cell(row, index)?),
            Type::INT8 => Value::BigInt(cell(row, index)?),
            Type::INT4 => Value::BigInt(cell::<i32>(row, index)?.map(i64::from)),
            Type::INT2 => Value::BigInt(cell::<i16>(row, index)?.map(i64::from)),
            Type::FLOAT8 => Value::Double(cell(row, index)?),
            Type::BYTEA => Value::Bytes(cell(row, index)?),
            Type::JSON | Type::JSONB => Value::Json(cell::<serde_json::Value>(row, index)?.map(Box::new)),
            Type::TEXT | Type::VARCHAR | Type::NAME | Type::BPCHAR => Value::String(cell(row, index)?),
            ref other => return Err(DbErr::Type(format!("{} is of type {other}", column.name()))),
        };
        values.insert(column.name().to_owned(), value);
    }
    Ok(ProxyRow::new(values))
}

fn cell<'a, T: postgres::types::FromSql<'a>>(row: &'a Row, index: usize) -> Result<Option<T>, DbErr> {
    row.try_get(index).map_err(|_| DbErr::Type("a stored value cannot be read".to_owned()))
}
