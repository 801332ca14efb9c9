//! Schema of this crate; forward only.

use kernel::Result;
use sea_orm::sea_query::{Alias, ConditionalStatement as _, Expr, ExprTrait as _};
use store::Migration;
use store::migrate::{Schema, at, date, id, index, integer, maybe, part_of, table, text, unique, uuid};

pub fn migrations() -> Vec<Migration> {
    vec![Migration { name: "conferences/0001_rounds", up: rounds }]
}

fn rounds(schema: &Schema) -> Result<()> {
    schema.create(&table(
        "round",
        vec![
            id(),
            text("name"),
            text("zone"),
            at("opens_at"),
            at("closes_at"),
            integer("slot_minutes"),
            integer("travel_minutes"),
            text("state"),
        ],
    ))?;

    let mut window =
        table("round_window", vec![id(), uuid("round_id"), date("day"), integer("from"), integer("until")]);
    schema.create(window.foreign_key(&mut part_of("round_id", "round")))?;
    schema.index(&unique("round_window", &["round_id", "day", "from"]))?;

    let mut participant = table("participant", vec![id(), uuid("round_id"), uuid("staff_id"), maybe(text("room"))]);
    participant.foreign_key(&mut part_of("round_id", "round")).foreign_key(&mut part_of("staff_id", "staff"));
    schema.create(&participant)?;
    schema.index(&unique("participant", &["round_id", "staff_id"]))?;
    schema.index(&index("participant", &["staff_id"]))?;

    let mut pause = table("pause", vec![id(), uuid("participant_id"), at("start")]);
    schema.create(pause.foreign_key(&mut part_of("participant_id", "participant")))?;
    schema.index(&unique("pause", &["participant_id", "start"]))?;

    appointments(schema)
}

/// The three unique indexes are what makes a double booking impossible, whichever way it comes.
fn appointments(schema: &Schema) -> Result<()> {
    let mut appointment = table(
        "appointment",
        vec![
            id(),
            uuid("round_id"),
            uuid("staff_id"),
            uuid("student_id"),
            maybe(uuid("guardian_id")),
            uuid("family"),
            at("start"),
            integer("minutes"),
            text("state"),
            maybe(text("reason")),
            at("booked_at"),
            maybe(at("cancelled_at")),
        ],
    );
    appointment
        .foreign_key(&mut part_of("round_id", "round"))
        .foreign_key(&mut part_of("staff_id", "staff"))
        .foreign_key(&mut part_of("student_id", "student"))
        .foreign_key(&mut part_of("guardian_id", "guardian"));
    schema.create(&appointment)?;
    let stands = || Expr::col(Alias::new("state")).eq("booked");
    for columns in [&["staff_id", "start"][..], &["family", "start"], &["round_id", "staff_id", "student_id", "family"]]
    {
        schema.index(unique("appointment", columns).and_where(stands()))?;
    }
    schema.index(&index("appointment", &["round_id"]))?;
    schema.index(&index("appointment", &["student_id"]))
}
