//! The tables that every database has had since the first release.

use kernel::Result;

use crate::migrate::{self, Migration, at, bytes, id, index, integer, key_integer, key_text, maybe, table, text, uuid};

pub(crate) const MIGRATION: Migration = Migration { name: "store/0001_store", up: own_tables };

fn own_tables(schema: &migrate::Schema) -> Result<()> {
    schema.create(&table(
        "audit",
        vec![
            key_integer("place"),
            at("at"),
            uuid("account"),
            text("roles"),
            text("act"),
            text("purpose"),
            maybe(text("kind")),
            maybe(uuid("object")),
            text("outcome"),
            bytes("hash"),
        ],
    ))?;
    schema.index(&index("audit", &["object"]))?;
    schema.create(&table(
        "security_log",
        vec![
            id(),
            at("at"),
            maybe(uuid("account")),
            text("event"),
            text("detail"),
            text("outcome"),
            maybe(text("network")),
        ],
    ))?;
    schema.index(&index("security_log", &["at"]))?;
    schema.create(&table(
        "outbox",
        vec![
            id(),
            at("at"),
            text("channel"),
            text("recipient"),
            text("subject"),
            text("body"),
            text("state"),
            integer("attempts"),
            at("next_at"),
            maybe(at("sent_at")),
            maybe(text("error")),
        ],
    ))?;
    schema.index(&index("outbox", &["state", "next_at"]))?;
    schema.create(&table("job", vec![key_text("name"), at("next_at")]))
}
