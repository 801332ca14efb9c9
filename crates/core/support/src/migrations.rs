//! Schema of this crate; forward only.

use kernel::Result;
use store::Migration;
use store::migrate::{Schema, at, flag, id, index, integer, maybe, part_of, table, text, uuid};

pub fn migrations() -> Vec<Migration> {
    vec![Migration { name: "support/0001_grants", up: grants }]
}

fn grants(schema: &Schema) -> Result<()> {
    schema.create(&table(
        "support_grant",
        vec![
            id(),
            maybe(uuid("operator")),
            text("operator_name"),
            text("reason"),
            integer("hours"),
            maybe(at("asked_at")),
            maybe(uuid("granted_by")),
            maybe(at("granted_at")),
            maybe(at("ends_at")),
            maybe(at("used_at")),
            maybe(at("ended_at")),
            flag("end_told"),
        ],
    ))?;
    let mut visit = table(
        "support_visit",
        vec![id(), uuid("grant_id"), uuid("operator"), uuid("session"), at("began_at"), at("until")],
    );
    visit.foreign_key(&mut part_of("grant_id", "support_grant"));
    schema.create(&visit)?;
    schema.index(&index("support_visit", &["session"]))
}
