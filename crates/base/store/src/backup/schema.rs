//! The same stream of rows for a school on PostgreSQL: read out of its schema, poured into one. A stream does not say
//! which engine it came from, so what was saved on one can be brought back on the other.

use std::collections::BTreeSet;
use std::io::{Read, Write};

use kernel::{Error, Result};
use postgres::binary_copy::BinaryCopyInWriter;
use postgres::fallible_iterator::FallibleIterator as _;
use postgres::types::{ToSql, Type};
use postgres::{Client, Row};
use rusqlite::types::ValueRef;
use uuid::Uuid;

use super::rows::{Cell, Counts, Digests, END, Layout, Preface, ROW, Stream, put_value, unwritten};
use crate::database::Database;
use crate::driver::Connection;
use crate::driver::pool::waiting;
use crate::driver::postgres::{Seat, worded};
use crate::observe::quoted;

impl Database {
    /// Puts the rows of a stream in the place of those that are here.
    pub(crate) fn pour(&self, from: impl Read + Send) -> Result<Digests> {
        let writer = self.alone()?;
        let Connection::Schema(seat) = writer.connection()? else {
            return Err(Error::Internal(format!("{} lies in a file", self.id)));
        };
        let mut seat = seat.lock();
        let seat: &mut Seat = &mut seat;
        seat.begin_change()?;
        match waiting(|| pour_into(seat.client()?, from)) {
            Ok(digests) => seat.commit(&BTreeSet::new()).map(|()| digests),
            Err(error) => {
                let _ = seat.roll_back();
                Err(error)
            }
        }
    }
}

/// Every row of the open look, as a file would hold it.
pub(super) fn write_tables(seat: &mut Seat, preface: &Preface, out: &mut (impl Write + Send)) -> Result<Counts> {
    let mut counts = Counts::new();
    for table in &preface.tables {
        let count = waiting(|| write_table(seat.client()?, table, out))?;
        counts.insert(table.name.clone(), count);
    }
    Ok(counts)
}

fn columns(table: &Layout) -> String {
    table.columns.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ")
}

fn write_table(client: &mut Client, table: &Layout, out: &mut (impl Write + Send)) -> Result<u64> {
    let (columns, name) = (columns(table), quoted(&table.name));
    let fault = |error: postgres::Error| worded(&error);
    let no_parameters: [&(dyn ToSql + Sync); 0] = [];
    let mut rows =
        client.query_raw(&format!("SELECT {columns} FROM {name} ORDER BY 1"), no_parameters).map_err(fault)?;
    let mut count = 0_u64;
    while let Some(row) = rows.next().map_err(fault)? {
        count += 1;
        out.write_all(&[ROW]).map_err(unwritten)?;
        put_value(out, ValueRef::Integer(i64::try_from(count).unwrap_or(i64::MAX))).map_err(unwritten)?;
        for index in 0..row.len() {
            put_cell(out, &row, index)?;
        }
    }
    out.write_all(&[END]).map_err(unwritten)?;
    Ok(count)
}

/// A value as a file would hold it.
fn put_cell(out: &mut (impl Write + Send), row: &Row, index: usize) -> Result<()> {
    let Some(column) = row.columns().get(index) else { return Ok(()) };
    let fault = |error: postgres::Error| worded(&error);
    let put =
        |out: &mut _, value: Option<ValueRef<'_>>| put_value(out, value.unwrap_or(ValueRef::Null)).map_err(unwritten);
    match *column.type_() {
        Type::UUID => {
            let id: Option<Uuid> = row.try_get(index).map_err(fault)?;
            put(out, id.as_ref().map(|id| ValueRef::Blob(id.as_bytes())))
        }
        Type::DATE => {
            let day: Option<chrono::NaiveDate> = row.try_get(index).map_err(fault)?;
            let text = day.map(|day| day.format("%Y-%m-%d").to_string());
            put(out, text.as_ref().map(|text| ValueRef::Text(text.as_bytes())))
        }
        Type::BOOL => {
            let flag: Option<bool> = row.try_get(index).map_err(fault)?;
            put(out, flag.map(|flag| ValueRef::Integer(flag.into())))
        }
        Type::INT8 => put(out, row.try_get::<_, Option<i64>>(index).map_err(fault)?.map(ValueRef::Integer)),
        Type::FLOAT8 => put(out, row.try_get::<_, Option<f64>>(index).map_err(fault)?.map(ValueRef::Real)),
        Type::BYTEA => put(out, row.try_get::<_, Option<&[u8]>>(index).map_err(fault)?.map(ValueRef::Blob)),
        _ => {
            let text: Option<&str> = row.try_get(index).map_err(fault)?;
            put(out, text.map(|text| ValueRef::Text(text.as_bytes())))
        }
    }
}

fn pour_into(client: &mut Client, from: impl Read + Send) -> Result<Digests> {
    let broken = |error: std::io::Error| Error::Internal(format!("the rows cannot be read ({error})"));
    let mut stream = Stream::open(from).map_err(broken)?;
    let tables = stream.preface.tables.clone();
    let all: Vec<String> = tables.iter().map(|table| quoted(&table.name)).collect();
    client.batch_execute(&format!("TRUNCATE {}", all.join(", "))).map_err(|error| worded(&error))?;
    for table in &tables {
        pour_table(client, table, &mut stream)?;
    }
    let counts = stream.counts();
    stream.finish(&counts).map_err(broken)?;
    Ok(stream.digests)
}

fn pour_table(client: &mut Client, table: &Layout, stream: &mut Stream<impl Read>) -> Result<()> {
    let fault = |error: postgres::Error| worded(&error);
    let (columns, name) = (columns(table), quoted(&table.name));
    let asked = client.prepare(&format!("SELECT {columns} FROM {name}")).map_err(fault)?;
    let types: Vec<Type> = asked.columns().iter().map(|column| column.type_().clone()).collect();
    let into = client.copy_in(&format!("COPY {name} ({columns}) FROM STDIN BINARY")).map_err(fault)?;
    let mut into = BinaryCopyInWriter::new(into, &types);
    let broken = |error: std::io::Error| Error::Internal(format!("the rows cannot be read ({error})"));
    while let Some(cells) = stream.row(table).map_err(broken)? {
        let values: Vec<Poured> = cells.into_iter().skip(1).map(Poured).collect();
        let by_reference: Vec<&(dyn ToSql + Sync)> = values.iter().map(|value| value as _).collect();
        into.write(&by_reference).map_err(fault)?;
    }
    into.finish().map(drop).map_err(fault)
}

/// A value of a stream on its way into a column.
#[derive(Debug)]
struct Poured(Cell);

impl ToSql for Poured {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut postgres::types::private::BytesMut,
    ) -> Result<postgres::types::IsNull, Box<dyn std::error::Error + Sync + Send>> {
        use rusqlite::types::Value;
        match (&self.0, ty) {
            (Cell::Value(Value::Null), _) => Ok(postgres::types::IsNull::Yes),
            (Cell::Value(Value::Blob(id)), &Type::UUID) => Uuid::from_slice(id)?.to_sql(ty, out),
            (Cell::Value(Value::Blob(bytes)), _) => bytes.to_sql(ty, out),
            (Cell::Value(Value::Integer(n)), &Type::BOOL) => (*n != 0).to_sql(ty, out),
            (Cell::Value(Value::Integer(n)), _) => n.to_sql(ty, out),
            (Cell::Value(Value::Real(n)), _) => n.to_sql(ty, out),
            (Cell::Text(text), &Type::DATE) => std::str::from_utf8(text)?.parse::<chrono::NaiveDate>()?.to_sql(ty, out),
            (Cell::Text(text), _) => std::str::from_utf8(text)?.to_sql(ty, out),
            (Cell::Value(Value::Text(text)), _) => text.to_sql(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    postgres::types::to_sql_checked!();
}
