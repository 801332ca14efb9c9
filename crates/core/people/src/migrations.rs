//! Schema of this crate; forward only.

use kernel::Result;
use store::Migration;
use store::migrate::{
    Schema, at, date, flag, id, index, integer, key_uuid, maybe, part_of, refers_to, table, text, unique, uuid,
};

pub fn migrations() -> Vec<Migration> {
    vec![
        Migration { name: "people/0001_people", up: people },
        Migration { name: "people/0002_institution", up: institution },
        Migration { name: "people/0003_addresses", up: addresses },
        Migration { name: "people/0004_former_keys", up: former_keys },
        Migration { name: "people/0005_logo", up: logo },
    ]
}

/// Where letters go (C077).
fn addresses(schema: &Schema) -> Result<()> {
    for (name, key, owner) in [
        ("guardian_address", "guardian_id", "guardian"),
        ("household_address", "household_id", "household"),
        ("staff_address", "staff_id", "staff"),
    ] {
        let mut address = table(name, vec![key_uuid(key)]);
        for part in ["street", "number", "addition", "postcode", "city", "country"] {
            address.col(text(part));
        }
        schema.create(address.foreign_key(&mut part_of(key, owner)))?;
    }
    Ok(())
}

/// Keys by which an import finds records that were made one with another (C060).
fn former_keys(schema: &Schema) -> Result<()> {
    let columns = vec![id(), text("kind"), text("field"), text("key"), uuid("person")];
    schema.create(&table("former_key", columns))?;
    schema.index(&unique("former_key", &["kind", "field", "key"]))?;
    schema.index(&index("former_key", &["person"]))
}

fn institution(schema: &Schema) -> Result<()> {
    let mut contact = table("contact_person", vec![id(), text("function"), text("call_name"), text("infix")]);
    contact.col(text("surname")).col(text("sort_key"));
    for name in ["street", "postcode", "town", "email", "phone"] {
        contact.col(maybe(text(name)));
    }
    schema.create(&contact)?;
    let mut licence = table("licence", vec![id(), text("kind"), text("number"), text("issuer")]);
    schema.create(licence.col(maybe(date("valid_until"))))?;
    let mut scan = table("licence_scan", vec![key_uuid("licence_id"), uuid("media_id")]);
    scan.foreign_key(&mut part_of("licence_id", "licence")).foreign_key(&mut refers_to("media_id", "media"));
    schema.create(&scan)?;
    schema.index(&index("licence_scan", &["media_id"]))
}

fn logo(schema: &Schema) -> Result<()> {
    let mut logo = table("institution_logo", vec![key_uuid("institution_id"), uuid("media_id"), text("words")]);
    logo.foreign_key(&mut part_of("institution_id", "institution"));
    schema.create(logo.foreign_key(&mut refers_to("media_id", "media")))
}

fn people(schema: &Schema) -> Result<()> {
    let mut institution =
        table("institution", vec![id(), text("trade_name"), text("email"), text("phone"), text("street")]);
    for name in ["postcode", "town", "country"] {
        institution.col(text(name));
    }
    institution.col(maybe(integer("latitude"))).col(maybe(integer("longitude")));
    schema.create(&institution)?;
    schema.create(&table("agreement", vec![id(), text("version"), at("at"), uuid("account"), text("accepted_by")]))?;

    schema.create(&table("household", vec![id(), text("name"), text("sort_key"), maybe(text("match_key"))]))?;
    schema.index(&index("household", &["match_key"]))?;

    let name = || {
        vec![
            id(),
            maybe(text("key")),
            text("call_name"),
            text("infix"),
            text("surname"),
            text("sort_key"),
            text("search_key"),
        ]
    };
    let mut student = table("student", name());
    student
        .col(maybe(text("number")))
        .col(maybe(date("born")))
        .col(maybe(text("postcode")))
        .col(maybe(text("email")))
        .col(date("enrolled_on"))
        .col(maybe(date("left_on")))
        .col(text("basis"))
        .col(maybe(uuid("household_id")))
        .col(flag("household_by_hand"));
    schema.create(&student)?;
    schema.index(&unique("student", &["number"]))?;
    schema.index(&unique("student", &["key"]))?;
    schema.index(&index("student", &["sort_key"]))?;
    schema.index(&index("student", &["household_id"]))?;

    let mut guardian = table("guardian", name());
    guardian.col(maybe(text("email"))).col(maybe(text("phone")));
    schema.create(&guardian)?;
    schema.index(&unique("guardian", &["key"]))?;
    schema.index(&index("guardian", &["sort_key"]))?;

    let mut staff = table("staff", name());
    staff
        .col(maybe(text("employee_id")))
        .col(maybe(text("title")))
        .col(maybe(text("email")))
        .col(maybe(text("phone")))
        .col(maybe(date("left_on")));
    schema.create(&staff)?;
    schema.index(&unique("staff", &["employee_id"]))?;
    schema.index(&unique("staff", &["key"]))?;
    schema.index(&index("staff", &["sort_key"]))?;

    let mut edge = table("edge", vec![id(), uuid("student_id"), uuid("guardian_id"), text("relationship")]);
    for right in ["sees", "books", "pays", "picks_up"] {
        edge.col(flag(right));
    }
    edge.col(maybe(integer("emergency_order"))).col(maybe(date("restricted_from"))).col(text("source"));
    edge.foreign_key(&mut part_of("student_id", "student")).foreign_key(&mut part_of("guardian_id", "guardian"));
    schema.create(&edge)?;
    schema.index(&unique("edge", &["student_id", "guardian_id"]))?;
    schema.index(&index("edge", &["guardian_id"]))?;

    schema.create(&table(
        "history",
        vec![
            id(),
            at("at"),
            uuid("account"),
            text("kind"),
            uuid("object"),
            text("field"),
            text("before"),
            text("after"),
        ],
    ))?;
    schema.index(&index("history", &["object"]))?;
    schema.index(&index("history", &["at"]))
}
