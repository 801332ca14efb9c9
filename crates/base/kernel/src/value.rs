//! How the shared types stand in a column, and the macro that makes an id.

use sea_orm::sea_query::{ArrayType, ColumnType, Nullable, Value, ValueType, ValueTypeErr};
use sea_orm::{ColIdx, DbErr, QueryResult, TryGetError, TryGetable};

use crate::Timestamp;

impl From<Timestamp> for Value {
    fn from(at: Timestamp) -> Self {
        Value::BigInt(Some(at.0))
    }
}

impl TryGetable for Timestamp {
    fn try_get_by<I: ColIdx>(row: &QueryResult, index: I) -> Result<Self, TryGetError> {
        i64::try_get_by(row, index).map(Self)
    }
}

impl ValueType for Timestamp {
    fn try_from(value: Value) -> Result<Self, ValueTypeErr> {
        <i64 as ValueType>::try_from(value).map(Self)
    }

    fn type_name() -> String {
        "Timestamp".to_owned()
    }

    fn array_type() -> ArrayType {
        ArrayType::BigInt
    }

    fn column_type() -> ColumnType {
        ColumnType::BigInteger
    }
}

impl Nullable for Timestamp {
    fn null() -> Value {
        Value::BigInt(None)
    }
}

impl sea_orm::TryFromU64 for Timestamp {
    fn try_from_u64(_: u64) -> Result<Self, DbErr> {
        Err(DbErr::ConvertFromU64("Timestamp"))
    }
}

/// Makes a UUID v7 behind a type of its own, usable in columns, paths and forms.
#[macro_export]
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, $crate::reexport::serde::Serialize, $crate::reexport::serde::Deserialize)]
        #[serde(crate = "kernel::reexport::serde", transparent)]
        pub struct $name(pub $crate::reexport::uuid::Uuid);

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::Error;
            /// What is not an id names nothing: `NotFound`.
            fn from_str(text: &str) -> ::std::result::Result<Self, $crate::Error> {
                text.parse().map(Self).map_err(|_| $crate::Error::NotFound)
            }
        }

        const _: () = {
            use $crate::reexport::sea_orm::{self, sea_query};
            impl From<$name> for sea_query::Value {
                fn from(id: $name) -> Self { sea_query::Value::Uuid(Some(id.0.into())) }
            }
            impl sea_orm::TryGetable for $name {
                fn try_get_by<I: sea_orm::ColIdx>(row: &sea_orm::QueryResult, index: I) -> ::std::result::Result<Self, sea_orm::TryGetError> {
                    <$crate::reexport::uuid::Uuid as sea_orm::TryGetable>::try_get_by(row, index).map(Self)
                }
            }
            impl sea_query::ValueType for $name {
                fn try_from(value: sea_query::Value) -> ::std::result::Result<Self, sea_query::ValueTypeErr> {
                    <$crate::reexport::uuid::Uuid as sea_query::ValueType>::try_from(value).map(Self)
                }
                fn type_name() -> String { stringify!($name).to_owned() }
                fn array_type() -> sea_query::ArrayType { sea_query::ArrayType::Uuid }
                fn column_type() -> sea_query::ColumnType { sea_query::ColumnType::Uuid }
            }
            impl sea_query::Nullable for $name {
                fn null() -> sea_query::Value { sea_query::Value::Uuid(None) }
            }
            impl sea_orm::TryFromU64 for $name {
                fn try_from_u64(_: u64) -> ::std::result::Result<Self, sea_orm::DbErr> {
                    Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
                }
            }
            impl sea_orm::IntoActiveValue<$name> for $name {
                fn into_active_value(self) -> sea_orm::ActiveValue<$name> { sea_orm::ActiveValue::Set(self) }
            }
        };
    };
}

impl From<DbErr> for crate::Error {
    /// A named constraint becomes a conflict that a caller may word better; the rest is ours to mend.
    fn from(error: DbErr) -> Self {
        let text = error.to_string();
        match text.split_once("UNIQUE constraint failed: ") {
            Some((_, columns)) => Self::Conflict(crate::Message::from("already-exists").with("what", columns)),
            None if text.contains("database or disk is full") => {
                Self::Internal("the disk is full: free some space; nothing of this change was kept".to_owned())
            }
            None => Self::Internal(text),
        }
    }
}
