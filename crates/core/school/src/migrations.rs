//! Schema of this crate; forward only.

use kernel::Result;
use store::Migration;
use store::migrate::{
    Schema, bytes, date, flag, id, index, integer, key_uuid, maybe, part_of, table, text, unique, uuid,
};

pub fn migrations() -> Vec<Migration> {
    vec![
        Migration { name: "school/0001_groups", up: groups },
        Migration { name: "school/0002_class_lists", up: class_lists },
        Migration { name: "school/0003_profiles", up: profiles },
    ]
}

/// What people say of themselves, part by part (C178).
fn profiles(schema: &Schema) -> Result<()> {
    let part = table("profile_part", vec![id(), uuid("person"), text("part"), text("text"), text("audience")]);
    schema.create(&part)?;
    schema.index(&unique("profile_part", &["person", "part"]))?;
    let mut picture = table("profile_picture", vec![key_uuid("part_id"), bytes("bytes")]);
    schema.create(picture.foreign_key(&mut part_of("part_id", "profile_part")))
}

/// Roll numbers, unique in their group; groups that begin later and groups that ended for good (C047).
fn class_lists(schema: &Schema) -> Result<()> {
    schema.add("enrolment", maybe(integer("roll_number")))?;
    schema.index(&unique("enrolment", &["group_id", "roll_number"]))?;
    schema.add("study_group", maybe(date("starts_on")))?;
    schema.add("study_group", flag("closed").default(false).to_owned())
}

fn groups(schema: &Schema) -> Result<()> {
    schema.create(&table(
        "study_group",
        vec![
            id(),
            maybe(text("key")),
            text("name"),
            text("sort_key"),
            text("level"),
            text("year"),
            maybe(date("ended_on")),
        ],
    ))?;
    schema.index(&unique("study_group", &["year", "key"]))?;
    for (name, other) in [("enrolment", "student"), ("teaching", "staff")] {
        let column = if other == "student" { "student_id" } else { "staff_id" };
        let mut link = table(name, vec![id(), uuid(column), uuid("group_id"), date("from"), maybe(date("until"))]);
        link.foreign_key(&mut part_of(column, other)).foreign_key(&mut part_of("group_id", "study_group"));
        schema.create(&link)?;
        schema.index(&index(name, &[column]))?;
        schema.index(&index(name, &["group_id"]))?;
    }
    Ok(())
}
