//! The same stream of rows for a school on PostgreSQL: read out of its schema, poured into one. A stream does not say
//! which engine it came from, so what was saved on one can be brought back on the other.

use std::io::{PipeReader, Read, Write};
use std::path::Path;

use kernel::{Error, Result};
use postgres::binary_copy::BinaryCopyInWriter;
use postgres::fallible_iterator::FallibleIterator as _;
use postgres::types::{ToSql, Type};
use postgres::{Client, Row};
use rusqlite::types::ValueRef;
use uuid::Uuid;

use super::rows::load;
use super::rows::{Cell, Counts, END, Layout, ROW, Stream, preface, put_json, put_value, unwritten};
use crate::database::Database;
use crate::driver::postgres::{Place, Seat, worded};
use crate::driver::{Connection, Place as Lies};
use crate::observe::quoted;

impl Database {
    /// As [`Database::write_rows`]. Whoever writes into the school, here or in another process, waits for the moment
    /// in which the snapshot begins.
    pub(super) fn write_rows_of_schema(&self, place: &Place, out: &mut impl Write) -> Result<Counts> {
        let reader = Seat::new(self.schema()?);
        let mut reader = reader.lock();
        let ledger = {
            let writer = self.alone()?;
            let lock = writer.connection()?;
            lock.begin_change()?;
            let begun = reader.begin_look().and_then(|()| reader.run("SELECT 1"));
            let place = self.ledger.place();
            lock.roll_back()?;
            begun.map(|()| place)?
        };
        let preface = preface(&place.witness.file().lock(), self.id, ledger).map_err(Error::internal)?;
        put_json(out, &preface)?;
        let mut counts = Counts::new();
        for table in &preface.tables {
            counts.insert(table.name.clone(), write_table(reader.client()?, table, out)?);
        }
        reader.roll_back()?;
        put_json(out, &counts)?;
        Ok(counts)
    }

    /// Writes the rows into a new file at `to`, under the same key.
    pub(crate) fn copy_into_file(&self, to: &Path) -> Result<()> {
        self.streaming(|from| load(from, to, self.key()).map(drop).map_err(Error::internal))?;
        crate::driver::sqlite::settle(to)
    }

    /// Gives the stream of rows to `take` while it is written.
    pub(crate) fn streaming<R: Send>(&self, take: impl FnOnce(PipeReader) -> Result<R> + Send) -> Result<R> {
        let (from, mut into) = std::io::pipe().map_err(Error::internal)?;
        std::thread::scope(|threads| {
            let taken = threads.spawn(move || take(from));
            let written = self.write_rows(&mut into);
            drop(into);
            let taken = taken.join().map_err(|_| Error::Internal("rows could not be taken over".to_owned()))?;
            // Who stops taking breaks the pipe: its reason is the one that counts.
            taken.and_then(|taken| written.map(|_| taken))
        })
    }

    fn schema(&self) -> Result<&std::sync::Arc<Place>> {
        match self.place() {
            Lies::Schema(place) => Ok(place),
            Lies::File(_) => Err(Error::Internal(format!("{} lies in a file", self.id))),
        }
    }

    /// Puts the rows of a stream in the place of those that are here.
    pub(crate) fn pour(&self, from: impl Read) -> Result<Counts> {
        let writer = self.alone()?;
        let Connection::Schema(seat) = writer.connection()? else {
            return Err(Error::Internal(format!("{} lies in a file", self.id)));
        };
        let mut seat = seat.lock();
        seat.begin_change()?;
        let poured = pour_into(seat.client()?, from);
        match poured {
            Ok(counts) => seat.commit().map(|()| counts),
            Err(error) => {
                let _ = seat.roll_back();
                Err(error)
            }
        }
    }
}

fn columns(table: &Layout) -> String {
    table.columns.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ")
}

fn write_table(client: &mut Client, table: &Layout, out: &mut impl Write) -> Result<u64> {
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
fn put_cell(out: &mut impl Write, row: &Row, index: usize) -> Result<()> {
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
        Type::JSON | Type::JSONB => {
            let json: Option<serde_json::Value> = row.try_get(index).map_err(fault)?;
            let text = json.map(|json| json.to_string());
            put(out, text.as_ref().map(|text| ValueRef::Text(text.as_bytes())))
        }
        _ => {
            let text: Option<&str> = row.try_get(index).map_err(fault)?;
            put(out, text.map(|text| ValueRef::Text(text.as_bytes())))
        }
    }
}

fn pour_into(client: &mut Client, from: impl Read) -> Result<Counts> {
    let broken = |error: std::io::Error| Error::Internal(format!("the rows cannot be read ({error})"));
    let mut stream = Stream::open(from).map_err(broken)?;
    let tables = stream.preface.tables.clone();
    let all: Vec<String> = tables.iter().map(|table| quoted(&table.name)).collect();
    client.batch_execute(&format!("TRUNCATE {}", all.join(", "))).map_err(|error| worded(&error))?;
    let mut counts = Counts::new();
    for table in &tables {
        counts.insert(table.name.clone(), pour_table(client, table, &mut stream)?);
    }
    stream.finish(&counts).map_err(broken)?;
    Ok(counts)
}

fn pour_table(client: &mut Client, table: &Layout, stream: &mut Stream<impl Read>) -> Result<u64> {
    let fault = |error: postgres::Error| worded(&error);
    let (columns, name) = (columns(table), quoted(&table.name));
    let asked = client.prepare(&format!("SELECT {columns} FROM {name}")).map_err(fault)?;
    let types: Vec<Type> = asked.columns().iter().map(|column| column.type_().clone()).collect();
    let into = client.copy_in(&format!("COPY {name} ({columns}) FROM STDIN BINARY")).map_err(fault)?;
    let mut into = BinaryCopyInWriter::new(into, &types);
    let broken = |error: std::io::Error| Error::Internal(format!("the rows cannot be read ({error})"));
    while let Some(cells) = stream.row(table.columns.len()).map_err(broken)? {
        let values: Vec<Poured> = cells.into_iter().skip(1).map(Poured).collect();
        let by_reference: Vec<&(dyn ToSql + Sync)> = values.iter().map(|value| value as _).collect();
        into.write(&by_reference).map_err(fault)?;
    }
    into.finish().map_err(fault)
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
            (Cell::Text(text), &(Type::JSON | Type::JSONB)) => {
                serde_json::from_slice::<serde_json::Value>(text)?.to_sql(ty, out)
            }
            (Cell::Text(text), _) => std::str::from_utf8(text)?.to_sql(ty, out),
            (Cell::Value(Value::Text(text)), _) => text.to_sql(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    postgres::types::to_sql_checked!();
}
