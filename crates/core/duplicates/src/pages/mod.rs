//! One file per screen.

pub mod list;
pub mod merge;
pub mod pair;

use crate::kind::Kind;

/// Where a record is shown.
fn path(kind: Kind, id: uuid::Uuid) -> String {
    match kind {
        Kind::Student => format!("/students/{id}"),
        Kind::Guardian => format!("/guardians/{id}"),
        Kind::Staff => format!("/staff/{id}"),
    }
}

/// What a table holds, in the words of a page: `duplicates-thing-WORD`.
fn thing(table: &str) -> &'static str {
    match table {
        "student" | "guardian" | "staff" => "record",
        "enrolment" | "teaching" => "groups",
        "edge" => "links",
        "account" => "account",
        "appointment" => "appointments",
        _ => "other",
    }
}
