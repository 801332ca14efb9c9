//! Schema of this crate; forward only.

use kernel::Result;
use store::Migration;
use store::migrate::{Schema, at, id, index, integer, maybe, part_of, table, text, unique, uuid};

pub fn migrations() -> Vec<Migration> {
    vec![Migration { name: "accuracy/0001_accuracy", up: accuracy }]
}

fn accuracy(schema: &Schema) -> Result<()> {
    let mut proposal = table("proposal", vec![id(), text("kind"), uuid("object"), uuid("by_person"), uuid("account")]);
    proposal.col(at("at")).col(text("reason")).col(maybe(at("decided_at")));
    schema.create(&proposal)?;
    schema.index(&index("proposal", &["object"]))?;
    schema.index(&index("proposal", &["by_person"]))?;

    let mut field = table("proposal_field", vec![id(), uuid("proposal_id"), text("field"), text("before")]);
    field.col(text("after")).col(text("state")).col(text("answer")).col(maybe(uuid("decided_by")));
    field.foreign_key(&mut part_of("proposal_id", "proposal"));
    schema.create(&field)?;
    schema.index(&unique("proposal_field", &["proposal_id", "field"]))?;

    let mut check = table("data_check", vec![id(), uuid("guardian_id"), text("year"), at("asked_at")]);
    check.col(maybe(at("reminded_at"))).col(maybe(at("answered_at"))).col(text("answer"));
    check.foreign_key(&mut part_of("guardian_id", "guardian"));
    schema.create(&check)?;
    schema.index(&unique("data_check", &["guardian_id", "year"]))?;
    schema.create(&table("data_check_plan", vec![id(), integer("month"), integer("day"), integer("weeks")]))
}
