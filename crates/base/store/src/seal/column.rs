//! A sealed value as a column, and the field that it is a value of.

use std::fmt;
use std::marker::PhantomData;

use kernel::{Error, Result};
use sea_orm::sea_query::{ArrayType, ColumnType, Nullable, Value, ValueType, ValueTypeErr};
use sea_orm::{ColIdx, QueryResult, TryGetError, TryGetable};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::Place;
use crate::{Read, Work};

/// A value of `T` that only its field opens. It shows nothing of itself.
pub struct Sealed<T> {
    bytes: Vec<u8>,
    of: PhantomData<fn() -> T>,
}

impl<T> Sealed<T> {
    fn of(bytes: Vec<u8>) -> Self {
        Self { bytes, of: PhantomData }
    }
}

impl<T> Clone for Sealed<T> {
    fn clone(&self) -> Self {
        Self::of(self.bytes.clone())
    }
}

impl<T> PartialEq for Sealed<T> {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl<T> Eq for Sealed<T> {}

impl<T> fmt::Debug for Sealed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(sealed)")
    }
}

impl<T> From<Sealed<T>> for Value {
    fn from(sealed: Sealed<T>) -> Self {
        Value::Bytes(Some(sealed.bytes))
    }
}

impl<T> TryGetable for Sealed<T> {
    fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
        Vec::<u8>::try_get_by(row, index).map(Self::of)
    }
}

impl<T> ValueType for Sealed<T> {
    fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
        <Vec<u8> as ValueType>::try_from(value).map(Self::of)
    }

    fn type_name() -> String {
        "Sealed".to_owned()
    }

    fn array_type() -> ArrayType {
        ArrayType::Bytes
    }

    fn column_type() -> ColumnType {
        ColumnType::Blob
    }
}

impl<T> Nullable for Sealed<T> {
    fn null() -> Value {
        Value::Bytes(None)
    }
}

impl<T> sea_orm::IntoActiveValue<Sealed<T>> for Sealed<T> {
    fn into_active_value(self) -> sea_orm::ActiveValue<Sealed<T>> {
        sea_orm::ActiveValue::Set(self)
    }
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Somebody's health, documents, belief: every opening is in the audit chain before the answer.
    Special,
    /// A secret that the house itself works with, such as to check a code: no person sees it, so nothing is noted.
    Secret,
}

/// A sealed column by its names, which its values are bound to. The column holds the row's id in `id`.
pub struct Field<T> {
    table: &'static str,
    column: &'static str,
    kind: Kind,
    of: PhantomData<fn() -> T>,
}

impl<T: Serialize + DeserializeOwned> Field<T> {
    pub const fn special(table: &'static str, column: &'static str) -> Self {
        Self { table, column, kind: Kind::Special, of: PhantomData }
    }

    pub const fn secret(table: &'static str, column: &'static str) -> Self {
        Self { table, column, kind: Kind::Secret, of: PhantomData }
    }

    fn place(&self, row: Uuid) -> Place<'static> {
        Place { table: self.table, column: self.column, row }
    }

    /// Seals a value for this row: in another it does not open.
    pub fn seal(&self, work: &Work, row: Uuid, value: &T) -> Result<Sealed<T>> {
        let plain = Zeroizing::new(serde_json::to_vec(value).map_err(Error::internal)?);
        work.seals().seal(work.random(), &self.place(row), &plain).map(Sealed::of)
    }

    /// Opens the value of a row, as a part of the act that reads it. Of what is special, the chain says that it was
    /// opened, in this act and for this row, before anybody is answered.
    pub fn open(&self, read: &Read, row: Uuid, sealed: &Sealed<T>) -> Result<T> {
        let plain = read.seals().open(&self.place(row), &sealed.bytes)?;
        if self.kind == Kind::Special {
            read.note_opened(self.table, row);
        }
        serde_json::from_slice(&plain).map_err(|_| {
            Error::Internal(format!("{}.{} of {row} opens, and is not what it should be", self.table, self.column))
        })
    }
}
