//! Rows as names and values: what the undo journal keeps of them, whatever table they are of.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kernel::{Error, Result};
use sea_orm::entity::prelude::*;
use sea_orm::{Iterable as _, Value};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// A value of a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Cell {
    Nothing,
    Text(String),
    Id(Uuid),
    Number(i64),
    Flag(bool),
    Day(NaiveDate),
}

pub(super) type Cells = BTreeMap<String, Cell>;

impl Cell {
    pub fn of(value: Value) -> Self {
        match value {
            Value::String(Some(text)) => Self::Text(text),
            Value::Uuid(Some(id)) => Self::Id(id),
            Value::BigInt(Some(number)) => Self::Number(number),
            Value::Bool(Some(flag)) => Self::Flag(flag),
            Value::ChronoDate(Some(day)) => Self::Day(day),
            _ => Self::Nothing,
        }
    }

    /// The value, typed as `like` where it is none.
    pub fn value(&self, like: &Value) -> Value {
        match self {
            Self::Nothing => like.as_null(),
            Self::Text(text) => Value::String(Some(text.clone())),
            Self::Id(id) => Value::Uuid(Some(*id)),
            Self::Number(number) => Value::BigInt(Some(*number)),
            Self::Flag(flag) => Value::Bool(Some(*flag)),
            Self::Day(day) => Value::ChronoDate(Some(*day)),
        }
    }

    /// As a person reads it.
    pub fn text(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) => text.clone(),
            Self::Id(id) => id.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Flag(flag) => flag.to_string(),
            Self::Day(day) => day.to_string(),
        }
    }
}

/// The column of the key.
pub(super) fn key<E: EntityTrait>() -> Result<E::Column>
where
    E::PrimaryKey: PrimaryKeyToColumn<Column = E::Column>,
{
    let key = E::PrimaryKey::iter().next();
    key.map(PrimaryKeyToColumn::into_column).ok_or_else(|| Error::Internal("a table without a key".to_owned()))
}

/// The id of a row.
pub(super) fn id<E>(row: &E::Model) -> Result<Uuid>
where
    E: EntityTrait,
    E::Model: ModelTrait<Entity = E>,
{
    match row.get(key::<E>()?) {
        Value::Uuid(Some(id)) => Ok(id),
        _ => Err(Error::Internal("a key that is no id".to_owned())),
    }
}

pub(super) fn cells<E>(row: &E::Model) -> Cells
where
    E: EntityTrait,
    E::Model: ModelTrait<Entity = E>,
{
    E::Column::iter().map(|column| (column.as_str().to_owned(), Cell::of(row.get(column)))).collect()
}

/// A fingerprint of the row as it is: another one later means that somebody changed it. The key that it is sorted by
/// is the house's own, and written anew when the school's language is another.
pub(super) fn fingerprint<E>(row: &E::Model) -> u64
where
    E: EntityTrait,
    E::Model: ModelTrait<Entity = E>,
{
    let mut hash = Sha256::new();
    for column in E::Column::iter().filter(|column| column.as_str() != "sort_key") {
        hash.update(column.as_str());
        match row.get(column) {
            Value::String(Some(text)) => hash.update(text.as_bytes()),
            Value::Uuid(Some(id)) => hash.update(id.as_bytes()),
            Value::BigInt(Some(number)) => hash.update(number.to_le_bytes()),
            Value::Bool(Some(flag)) => hash.update([u8::from(flag)]),
            Value::ChronoDate(Some(day)) => hash.update(day.to_string()),
            _ => hash.update([0xFF]),
        }
        hash.update([0]);
    }
    let digest = hash.finalize();
    digest.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}
