//! What is declared against what is stored, shown and asked (C095, C097, C140, C153, C176).

use std::collections::BTreeSet;

use kernel::{Error, Result};
use registry::{Data, Edition, Kept, Period};
use serde_json::Value;
use testkit::School;

use crate::ground::{Ground, holds, schema};
use crate::page::{attribute, tags, text};
use crate::world::World;
use crate::{Check, Outcome, all, matrix, part};

pub const CHECKS: &[(&str, Check)] = &[("C140", c140), ("C153", c153), ("C176", c176)];

/// The store's own ledger of schema steps; it names no person.
const UNDECLARED: [&str; 1] = ["migration"];

/// `table.column` of the live store.
pub fn stored(school: &School) -> Result<BTreeSet<String>> {
    let tables = schema(&school.context)?.into_iter().filter(|(table, _)| !UNDECLARED.contains(&table.as_str()));
    Ok(tables.flat_map(|(table, columns)| columns.into_iter().map(move |column| format!("{table}.{column}"))).collect())
}

/// `table.column` of the declarations, all or only the personal ones.
pub fn declared(ground: &Ground, only_personal: bool) -> BTreeSet<String> {
    let declarations = &ground.test.house().declarations;
    let all = declarations.iter().flat_map(|d| d.columns.iter().map(move |column| (d.table, column)));
    all.filter(|(_, column)| !only_personal || matches!(column.data, Data::Personal(_)))
        .map(|(table, column)| format!("{table}.{}", column.name))
        .collect()
}

pub fn records(ground: &Ground, school: &School) -> Result<Value> {
    let body = ground.visitor().page(&school.at("/privacy/records.json"))?.body;
    serde_json::from_str(&body).map_err(Error::internal)
}

fn c140(ground: &Ground) -> Outcome {
    let school = ground.school("Alpha")?;
    let mut seat = ground.visitor();
    let notice = text(&seat.page(&school.at("/privacy/"))?.body);
    // It follows the institution's country, not the edition's; this school is Dutch.
    let authority = "Autoriteit Persoonsgegevens";
    holds(notice.contains(authority), "the notice does not name the authority")?;
    holds(notice.contains("first@example.org"), "the notice has no contact")?;
    part(
        format!("the notice, linked in the footer, names the school's address and {authority}"),
        "a desk of its own for privacy, replies to requests, and an authority that follows the country, not the edition",
    )
}

fn iso(period: Period) -> String {
    match period.parts() {
        (n, "hours") => format!("PT{n}H"),
        (n, "days") => format!("P{n}D"),
        (n, "months") => format!("P{n}M"),
        (n, _) => format!("P{n}Y"),
    }
}

/// A period as the English page says it.
fn words(period: Period) -> String {
    let (n, unit) = period.parts();
    if n == 1 { format!("{n} {}", unit.trim_end_matches('s')) } else { format!("{n} {unit}") }
}

fn published(ground: &Ground, edition: &Edition) -> Result<usize> {
    let school = ground.test.school(&format!("Of {}", edition.name), &edition.name)?;
    let page = ground.visitor().page(&school.at("/privacy/retention"))?.body;
    let rows: Vec<String> = page.split("<tr><th scope=\"row\">").skip(1).map(text).collect();
    holds(rows.len() == Kept::ALL.len(), format!("{}: {} classes are published", edition.name, rows.len()))?;
    for (kept, row) in Kept::ALL.iter().zip(&rows) {
        let expected = edition.period(*kept).map(words);
        holds(
            expected.as_ref().is_none_or(|words| row.contains(words.as_str())),
            format!("{}: {} is published as {row}", edition.name, kept.word()),
        )?;
    }
    let record = records(ground, &school)?;
    for row in record.pointer("/activities").and_then(Value::as_array).into_iter().flatten() {
        let kept = Kept::ALL.iter().find(|kept| row.get("kept").and_then(Value::as_str) == Some(kept.word()));
        let expected = kept.and_then(|kept| edition.period(*kept)).map(iso);
        holds(
            row.get("period").and_then(Value::as_str) == expected.as_deref(),
            format!("{}: another period in {row}", edition.name),
        )?;
    }
    Ok(rows.len())
}

fn c153(ground: &Ground) -> Outcome {
    let mut classes = 0;
    let editions: Vec<Edition> = ground.test.house().editions.values().cloned().collect();
    for edition in &editions {
        classes += published(ground, edition)?;
    }
    part(
        format!(
            "{classes} published periods of {} editions, on the page and in the record, equal the edition's file",
            editions.len()
        ),
        "the enforcement from the same file (privacy/retention; ended sessions are forgotten after 30 days in every edition), policy.json",
    )
}

/// Fields that compare or choose and collect nothing: signing in, a code, a search, a language.
const COLLECT_NOTHING: [&str; 16] = [
    "login",
    "one_time",
    "proof",
    "link_code",
    "provider",
    "q",
    "lang",
    "theme",
    "language",
    "code",
    "old_password",
    "standing",
    "back",
    "session",
    "head",
    "head_file",
];

fn c176(ground: &Ground) -> Outcome {
    let world = World::new(ground, "Alpha")?;
    let records = ground.visitor().page(&world.at("/privacy/records"))?.body;
    let anchors: BTreeSet<&str> = tags(&records, "tr").filter_map(|tag| attribute(tag, "id")).collect();
    let link = format!("{}#", world.at("/privacy/records"));
    let (mut asked, mut bare) = (0, BTreeSet::new());
    for (_, mut seat) in world.seats(ground)? {
        for route in ground.test.built.school_routes.iter().filter(|route| route.method == "GET") {
            let path = matrix::path(route, &world.a).replace(&world.a.token, &world.school.first);
            let answer = seat.get(&world.at(&path))?;
            if !answer.status.is_success() || route.path == "/sign-in" {
                continue;
            }
            for field in fields(&answer.body) {
                if let Some(fragment) = field.html.split(link.as_str()).nth(1).and_then(|rest| rest.split('"').next()) {
                    holds(
                        anchors.contains(fragment),
                        format!("{}: {} links to no row: {fragment}", route.path, field.name),
                    )?;
                    asked += 1;
                } else if !COLLECT_NOTHING.contains(&field.name) && !says_nothing_of_anybody(field.name) {
                    bare.insert(format!("{} on {}", field.name, route.path));
                }
            }
        }
    }
    holds(asked > 0, "no form was found")?;
    let shown = format!(
        "{asked} fields of all roles' forms link to an existing row of the record (sign-in, codes and searches compare and collect nothing)"
    );
    if bare.is_empty() {
        all(shown)
    } else {
        part(shown, format!("a link at {}", bare.into_iter().collect::<Vec<_>>().join(", ")))
    }
}

/// Fields about the institution, a group or an evening, declared as plain.
fn says_nothing_of_anybody(name: &str) -> bool {
    let plain = [
        "round_name",
        "round_zone",
        "opens_at",
        "closes_at",
        "slot_minutes",
        "travel_minutes",
        "conf_day",
        "conf_from",
        "conf_until",
        "trade_name",
        "institution_email",
        "institution_phone",
        "street",
        "institution_postcode",
        "town",
        "latitude",
        "longitude",
        "licence_kind",
        "licence_number",
        "issuer",
        "valid_until",
        "scan_goes",
        "logo",
        "logo_words",
        "group_name",
        "level",
        "ended_on",
        "first_day",
        "terms",
        "provider_name",
        "preset",
        "provider_issuer",
        "domain",
        "client_id",
        "client_secret",
        "for_staff",
        "for_guardians",
        "trusts_factor",
        "hours",
    ];
    plain.contains(&name) || name.starts_with("map/")
}

struct FieldSeen<'a> {
    name: &'a str,
    /// From its tag to the end of its block.
    html: &'a str,
}

/// The fields that a person fills in, each with what stands in its block.
fn fields(html: &str) -> Vec<FieldSeen<'_>> {
    let blocks = html.split("<div class=\"field").skip(1);
    blocks
        .filter_map(|block| {
            let end = block.find("<div class=\"actions\"").unwrap_or(block.len());
            let block = block.get(..end)?;
            let tag = ["input", "select", "textarea"].iter().find_map(|kind| tags(block, kind).next())?;
            Some(FieldSeen { name: attribute(tag, "name")?, html: block })
        })
        .collect()
}
