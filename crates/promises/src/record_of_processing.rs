//! The record of processing: it equals the database, and every field of Article 30 is filled, for the school
//! as controller and for the host as processor (C096).

use std::collections::BTreeSet;

use accounts::account::{self, Standing};
use accounts::acknowledgement;
use accounts::session::{self, Start};
use kernel::{EmailAddress, Error, Result};
use serde_json::Value;
use store::Role;
use testkit::School;

use crate::ground::{Ground, Seat, expect_status, holds};
use crate::page;
use crate::registry_checks::{declared, records, stored};
use crate::{Check, Outcome, all};

pub const CHECKS: &[(&str, Check)] = &[("C096", c096)];

/// Whether a value says something, all the way down.
fn is_filled(value: &Value) -> bool {
    match value {
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => !items.is_empty() && items.iter().all(is_filled),
        Value::Object(fields) => !fields.is_empty() && fields.values().all(is_filled),
        Value::Null => false,
        Value::Bool(_) | Value::Number(_) => true,
    }
}

/// What Article 30 asks of a record, and where ours puts it.
const ARTICLE_30: [(&str, &str); 16] = [
    ("/controller/name", "1(a) name of the controller"),
    ("/controller/address", "1(a) address of the controller"),
    ("/controller/email", "1(a) contact of the controller"),
    ("/controller/joint_controllers", "1(a) joint controllers"),
    ("/controller/representative", "1(a) representative"),
    ("/controller/data_protection_officer", "1(a) data-protection officer"),
    ("/transfers/to_third_countries", "1(e) transfers"),
    ("/transfers/territory", "1(e) where the data stay"),
    ("/time_limits", "1(f) time limits"),
    ("/security", "1(g) measures of security"),
    ("/processor/name", "2(a) name of the processor"),
    ("/processor/contact", "2(a) contact of the processor"),
    ("/processor/data_protection_officer", "2(a) the processor's officer"),
    ("/processor/on_behalf_of", "2(a) on whose behalf"),
    ("/processor/categories_of_processing", "2(b) categories of processing"),
    ("/processor/security", "2(d) measures of security"),
];

/// What an activity's row must say: Article 30(1)(b) to (d) and (f), and the basis.
const ROW: [&str; 8] = [
    "purpose",
    "whose",
    "categories",
    "basis_in_force",
    "columns",
    "time_limit",
    "recipients/inside",
    "recipients/outside",
];

fn c096(ground: &Ground) -> Outcome {
    let school = ground.school("Alpha")?;
    let unsaid = records(ground, &school)?;
    let none = unsaid.pointer("/controller/data_protection_officer").and_then(Value::as_str);
    holds(none == Some("None is named."), "a school without an officer has one in its record")?;
    said(ground, &school)?;
    let record = records(ground, &school)?;
    for (place, words) in ARTICLE_30 {
        holds(record.pointer(place).is_some_and(is_filled), format!("Article 30({words}) is empty at {place}"))?;
    }
    let texts = [
        ("/controller/name", "Zqschool"),
        ("/controller/address", "Zqstreet 1, 1234AB, Zqtown, NL"),
        ("/controller/email", "zqoffice@example.org"),
        ("/controller/data_protection_officer/0/name", "Zqofficer One"),
        ("/controller/data_protection_officer/0/contact/0", "zqofficer@example.org"),
        ("/controller/representative/0/name", "Zqrepresentative Two"),
        ("/processor/name", "Zqhost"),
        ("/processor/contact/0", "Zqlane 3, Zqcity"),
        ("/processor/contact/1", "zqhost@example.org"),
        ("/processor/data_protection_officer", "Zqhostofficer"),
        ("/processor/on_behalf_of", "Zqschool"),
    ];
    let page = page::text(&ground.visitor().page(&school.at("/privacy/records"))?.body);
    for (place, expected) in texts {
        let there = record.pointer(place).and_then(Value::as_str);
        holds(there == Some(expected), format!("{place} is {there:?}, not {expected}"))?;
        holds(page.contains(expected), format!("the page does not show {expected}"))?;
    }
    let (columns, rows) = equals_the_database(ground, &school, &record)?;
    let measures = enforced(ground, &record, &page)?;
    all(format!(
        "{columns} personal columns in {rows} rows, with the plain ones together the live schema; purpose, subjects, categories, basis, time limit, recipients inside and outside in each row; the other 16 places of Article 30(1) and (2) filled, on the page as in the JSON, as the school and the host wrote them; {measures} measures with the numbers in force; without an officer the record says so"
    ))
}

/// The school and the host write down who they are.
fn said(ground: &Ground, school: &School) -> Result<()> {
    let mut seat = ground.seat(school.desk(Role::Administrator)?);
    let institution = [
        ("trade_name", "Zqschool"),
        ("institution_email", "zqoffice@example.org"),
        ("street", "Zqstreet 1"),
        ("institution_postcode", "1234AB"),
        ("town", "Zqtown"),
    ];
    seat.sends(&school.at("/institution"), &institution)?;
    for (function, call, surname) in [
        ("officer", "Zqofficer", "One"),
        ("representative", "Zqrepresentative", "Two"),
        ("finance", "Zqhidden", "Three"),
    ] {
        let email = format!("{}@example.org", call.to_lowercase());
        let person = [("function", function), ("call_name", call), ("surname", surname), ("email", &email)];
        seat.sends(&school.at("/institution/contacts/new"), &person)?;
    }
    let public = ground.visitor().page(&school.at("/privacy/records"))?;
    holds(!public.shows("Zqhidden"), "a contact person whom no law makes public is public")?;
    let host = [
        ("host_name", "Zqhost"),
        ("host_address", "Zqlane 3, Zqcity"),
        ("host_email", "zqhost@example.org"),
        ("host_officer", "Zqhostofficer"),
    ];
    expect_status(&ground.visitor().post("/operator/host", &host)?, 303, "a visitor who says who hosts")?;
    let mut operator = operator(ground)?;
    expect_status(&operator.post("/operator/host", &[("host_name", "Zqhost")])?, 422, "a host nobody can reach")?;
    operator.sends("/operator/host", &host)?;
    Ok(())
}

/// A browser signed in as an operator of the installation.
pub fn operator<'g>(ground: &'g Ground) -> Result<Seat<'g>> {
    let house = ground.test.house();
    let context = installation::entry::own_context(&house.schools)?;
    let token = context.write(accounts::acts::FOUND.on(()), |work, _| {
        let email = EmailAddress::parse("operator@example.org").map_err(|m| Error::Internal(m.to_string()))?;
        let standing = Standing { roles: vec![Role::Operator], ..Standing::default() };
        let id = account::create(work, "Operator", Some(&email), None, &standing)?;
        acknowledgement::note(work, id, &house.control_notice_version)?;
        session::begin(work, id, Start::SecondFactor, "a check")
    })?;
    let mut seat = ground.visitor();
    seat.browser = seat.browser.with_cookie(&house.cookie("operator"), &token);
    Ok(seat)
}

/// Each personal column in at least one row, no row without a column, no column that is not stored.
fn equals_the_database(ground: &Ground, school: &School, record: &Value) -> Result<(usize, usize)> {
    let rows = record.pointer("/activities").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut listed = BTreeSet::new();
    for row in &rows {
        for field in ROW {
            holds(row.pointer(&format!("/{field}")).is_some_and(is_filled), format!("{field} is empty in {row}"))?;
        }
        let columns = row.get("columns").and_then(Value::as_array).cloned().unwrap_or_default();
        listed.extend(columns.iter().filter_map(Value::as_str).map(str::to_owned));
    }
    let (stored, personal) = (stored(school)?, declared(ground, true));
    holds(
        listed == personal,
        format!("record and declarations differ: {:?}", listed.symmetric_difference(&personal).collect::<Vec<_>>()),
    )?;
    let plain: BTreeSet<String> = declared(ground, false).difference(&personal).cloned().collect();
    let covered: BTreeSet<String> = listed.union(&plain).cloned().collect();
    holds(covered == stored, "a stored column is neither in the record nor declared as saying nothing of anybody")?;
    let sees = |purpose: &str, whose: &str, role: &str| {
        let row = rows.iter().find(|row| is(row, "purpose", purpose) && is(row, "whose", whose));
        let inside = row.and_then(|row| row.pointer("/recipients/inside")).and_then(Value::as_array);
        inside.is_some_and(|roles| roles.iter().any(|word| word == role))
    };
    holds(sees("teaching", "student", "teacher"), "teachers are no recipients of what they teach by")?;
    holds(sees("family-contact", "guardian", "guardian"), "guardians are no recipients of their own contact")?;
    let orders = rows.iter().find(|row| {
        row.get("categories").and_then(Value::as_array).is_some_and(|all| all.iter().any(|word| word == "restriction"))
    });
    let readers = orders.and_then(|row| row.pointer("/recipients/inside")).map(Value::to_string);
    holds(
        readers.as_deref() == Some("[\"administrator\",\"office\"]"),
        format!("a court's order is said to be read by {readers:?}"),
    )?;
    holds(!sees("administration", "student", "dpo"), "the officer is a recipient of what no act shows them")?;
    holds(!sees("administration", "contact", "teacher"), "teachers are recipients of what no act shows them")?;
    Ok((listed.len(), rows.len()))
}

fn is(row: &Value, field: &str, word: &str) -> bool {
    row.get(field).and_then(Value::as_str) == Some(word)
}

/// The measures name the numbers of the edition that is in force. Gives how many there are.
fn enforced(ground: &Ground, record: &Value, page: &str) -> Result<usize> {
    let lines = record.pointer("/security").and_then(Value::as_array).cloned().unwrap_or_default();
    let lines: Vec<&str> = lines.iter().filter_map(Value::as_str).collect();
    holds(lines.iter().all(|line| page.contains(line)), "the page leaves out a measure")?;
    let limits = &ground.edition().signin;
    let sessions = [limits.idle_minutes_staff, limits.idle_minutes_family, limits.absolute_hours];
    let says = |line: &&str| sessions.iter().all(|n| line.contains(&n.to_string()));
    holds(lines.iter().any(says), "no measure has the edition's limits of a session")?;
    let needs = |line: &&str| line.contains("second factor") && line.contains("Administrator");
    holds(lines.iter().any(needs), "no measure names who needs a second factor")?;
    Ok(lines.len())
}
