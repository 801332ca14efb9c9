//! The institution: what is saved comes back, what is deleted is gone from every page of the file, and a
//! licence's end reminds once (C001, C002).

use kernel::clock::{DAY, HOUR};
use kernel::{Error, Result};
use serde_json::Value;
use store::{Actor, Context, Role};
use testkit::School;

use crate::ground::{Ground, Seat, dump, expect_status, hits, hits_in_pages, holds, look};
use crate::tenancy::reopen;
use crate::{Check, Outcome, all, all_or_host, page};

pub const CHECKS: &[(&str, Check)] = &[("C001", c001), ("C002", c002)];

/// Field, what is typed, what is stored and shown, where the export has it.
const INSTITUTION: [(&str, &str, &str, &str); 8] = [
    ("trade_name", "Zqtrade School", "Zqtrade School", "trade_name"),
    ("institution_email", "zqoffice@example.org", "zqoffice@example.org", "email"),
    ("institution_phone", "+31201234567", "+31201234567", "phone"),
    ("street", "Zqstreet 1", "Zqstreet 1", "street"),
    ("institution_postcode", "1234 AB", "1234AB", "postcode"),
    ("town", "Zqtown", "Zqtown", "town"),
    ("latitude", "52.090737", "52.090737", "latitude"),
    ("longitude", "5.12142", "5.12142", "longitude"),
];

const CONTACT: [(&str, &str, &str); 9] = [
    ("function", "officer", "Data-protection officer"),
    ("call_name", "Zqcall", "Zqcall"),
    ("infix", "zqvan", "zqvan"),
    ("surname", "Zqsurname", "Zqsurname"),
    ("street", "Zqlane 7", "Zqlane 7"),
    ("postcode", "9876 ZQ", "9876ZQ"),
    ("town", "Zqville", "Zqville"),
    ("email", "zqperson@example.org", "zqperson@example.org"),
    ("phone", "+31207654321", "+31207654321"),
];

/// Words of the contact person that stand nowhere else.
const CANARIES: [&str; 7] = ["Zqcall", "Zqsurname", "Zqlane", "9876ZQ", "Zqville", "zqperson", "31207654321"];

fn typed(changes: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let changed = |name: &str| changes.iter().find(|(n, _)| *n == name).map(|(_, value)| *value);
    INSTITUTION.iter().map(|(name, value, ..)| (*name, changed(name).unwrap_or(value))).collect()
}

fn export(seat: &mut Seat, school: &School) -> Result<Value> {
    let answer = seat.page(&school.at("/institution/export"))?;
    let header = |name: &str| answer.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    holds(header("content-type") == "application/json", "the export is no JSON")?;
    holds(header("content-disposition").starts_with("attachment;"), "the export is no download")?;
    serde_json::from_str(&answer.body).map_err(Error::internal)
}

/// A value of the export as text.
fn text(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}

fn c001(ground: &Ground) -> Outcome {
    let school = ground.school("Alpha")?;
    let path = school.at("/institution");
    let mut seat = ground.seat(school.desk(Role::Administrator)?);
    seat.sends(&path, &typed(&[]))?;
    let contact: Vec<(&str, &str)> = CONTACT.iter().map(|(name, value, _)| (*name, *value)).collect();
    seat.sends(&school.at("/institution/contacts/new"), &contact)?;
    let shown = seat.page(&path)?.body;
    let exported = export(&mut seat, &school)?;
    for (name, _, kept, key) in INSTITUTION {
        holds(page::value(&shown, name) == Some(kept), format!("{name} does not come back as it was saved"))?;
        let there = text(exported.pointer(&format!("/institution/{key}")));
        holds(there == kept, format!("the export has {key} = {there}"))?;
    }
    let words = page::text(&shown);
    for (name, given, kept) in CONTACT {
        holds(words.contains(kept), format!("the page does not show the contact person's {name}"))?;
        let there = text(exported.pointer(&format!("/contact_persons/0/{name}")));
        let expected = if name == "function" { given } else { kept };
        holds(there == expected, format!("the export has the contact person's {name} = {there}"))?;
    }
    let trail = look(&school.context, "SELECT act AS line FROM audit WHERE act = 'institution.export'")?;
    holds(trail.len() == 1, "the export is not in the chain when the file is there")?;
    expect_status(
        &ground.seat(school.desk(Role::Office)?).get(&school.at("/institution/export"))?,
        403,
        "the export for the office",
    )?;
    for (field, wrong) in [("latitude", "90.1"), ("latitude", "-91"), ("longitude", "180.5"), ("longitude", "east")] {
        expect_status(&seat.post(&path, &typed(&[(field, wrong)]))?, 422, &format!("{field} = {wrong}"))?;
    }
    let found = forgotten(&mut seat, &school)?;
    all_or_host(
        &school.context,
        format!(
            "8 fields of the institution and 9 of a contact person come back from the page and from the export (in the chain first, 403 for the office); 4 places off the map are 422; 7 canaries of the contact person: {found} hits in the decrypted pages before, 0 after it is deleted, in rows, unused pages and log"
        ),
    )
}

/// Deletes the one contact person. Gives how often its words stood in the file before.
fn forgotten(seat: &mut Seat, school: &School) -> Result<usize> {
    let mut found = 0;
    let before = dump(&school.context, &[])?;
    for canary in CANARIES {
        let there = hits_in_pages(&school.context, canary)?;
        holds(hits(&before, canary) > 0 && there > 0, format!("{canary} was not even stored"))?;
        found += there;
    }
    let is_in_file = school.context.database.is_in_file();
    holds(!is_in_file || school.context.database.log_size() > 0, "there was no log to look at")?;
    let ids = look(&school.context, "SELECT id AS line FROM contact_person")?;
    let id = ids.first().and_then(|id| id.parse::<uuid::Uuid>().ok()).ok_or(Error::NotFound)?;
    seat.sends(&school.at(&format!("/institution/contacts/{id}/remove")), &[])?;
    holds(school.context.database.log_size() == 0, "the log still holds what was before")?;
    let after = dump(&school.context, &[])?.to_lowercase();
    for canary in CANARIES {
        holds(hits(&after, &canary.to_lowercase()) == 0, format!("{canary} still stands in a row"))?;
        let left = hits_in_pages(&school.context, canary)?;
        holds(left == 0, format!("{canary} still stands {left} times in the pages of the file"))?;
    }
    Ok(found)
}

const PAPER: &[u8] = b"%PDF-1.7 Zqpaper";

fn licence(number: &'static str, until: &str) -> Vec<(&'static str, String)> {
    vec![
        ("licence_kind", format!("Zqkind {number}")),
        ("licence_number", number.to_owned()),
        ("issuer", format!("Zqissuer {number}")),
        ("valid_until", until.to_owned()),
    ]
}

/// Saves a licence with its scan; gives the answer's status.
fn saved(seat: &mut Seat, school: &School, fields: &[(&str, String)], paper: &[u8]) -> Result<u16> {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let new = school.at("/institution/licences/new");
    Ok(seat.post_file(&new, &fields, "scan", ("paper.pdf", paper))?.status.as_u16())
}

/// Reminders of the licence with this number.
fn reminders(context: &Context, number: &str) -> Result<usize> {
    let sql = format!(
        "SELECT task.kind AS line FROM task JOIN licence ON licence.id = task.subject WHERE licence.number = '{number}'"
    );
    Ok(look(context, &sql)?.len())
}

fn c002(ground: &Ground) -> Outcome {
    let test = ground.house()?;
    let school = test.school("Alpha", &ground.edition().name)?;
    let mut seat = ground.seat(school.desk(Role::Administrator)?);
    let in_days = |days: i64| school.context.clock.now().plus(days * DAY).date();
    let (soon, later) = (in_days(30), in_days(90));
    let (first, second) = (licence("Zq301", &soon.to_string()), licence("Zq902", &later.to_string()));
    holds(saved(&mut seat, &school, &first, PAPER)? == 303, "a licence is not saved")?;
    holds(saved(&mut seat, &school, &second, PAPER)? == 303, "a second licence is not saved")?;
    let mut large = PAPER.to_vec();
    large.resize((5 << 20) + 1, b' ');
    for (wrong, what) in [(&b"<html>"[..], "a page"), (b"", "nothing"), (&large, "more than 5 MiB")] {
        holds(saved(&mut seat, &school, &licence("Zq3", ""), wrong)? == 422, format!("{what} is taken as a scan"))?;
    }
    let shown = seat.page(&school.at("/institution"))?.body;
    for (_, value) in first.iter().take(3).chain(second.iter().take(3)) {
        holds(page::text(&shown).contains(value.as_str()), format!("the list does not show {value}"))?;
    }
    let scans: Vec<&str> = page::tags(&shown, "a")
        .filter_map(|tag| page::attribute(tag, "href"))
        .filter(|to| to.ends_with("/scan"))
        .collect();
    holds(scans.len() == 2, "the two scans are not listed")?;
    for path in &scans {
        served(&mut seat, path)?;
    }
    // The job runs each hour, and has more than two months to do it again.
    for _ in 0..3 {
        school.run_due()?;
        school.advance(HOUR);
    }
    holds(reminders(&school.context, "Zq902")? == 0, "a licence that ends in 90 days reminds already")?;
    let mut office = ground.seat(school.desk(Role::Office)?);
    let mut home = ground.seat(school.desk(Role::Administrator)?);
    holds(home.page(&school.at("/"))?.shows("Zqkind Zq301"), "the administrator's first page has no task")?;
    holds(!office.page(&school.at("/"))?.shows("Zqkind Zq301"), "the office is asked for the administrator's task")?;
    for _ in 0..30 {
        school.advance(DAY);
        school.run_due()?;
    }
    holds(school.context.clock.now().date() >= soon, "the clock is not at the end yet")?;
    let (id, jobs, folder) = (school.entry.id, test.built.jobs.clone(), test.folder().to_owned());
    let clock = test.clock.clone();
    drop((seat, office, home, school));
    // The house goes, its folder stays until the rest of `test` goes.
    drop(test.built);
    let schools = reopen(&folder, ground)?;
    let random = schools.random.clone();
    let context = Context { database: schools.get(id)?, actor: Actor::Shell, clock, random, network: None };
    context.clock.advance(2 * HOUR);
    store::jobs::run_due(&context, &jobs)?;
    let (now, other) = (reminders(&context, "Zq301")?, reminders(&context, "Zq902")?);
    holds(now == 1, format!("{now} reminders at the end of the licence"))?;
    holds(other == 0, "the licence that goes on has a reminder")?;
    all(
        "two licences with scans list and their scans come back as downloads (a page, an empty file and 5 MiB + 1 are 422); ends in 30 d, clock to the end, job run 34 times and after a restart: 1 task, on the administrator's first page alone; the one that ends in 90 d: 0",
    )
}

/// The scan comes back as it was, as a file that no browser shows in the page.
fn served(seat: &mut Seat, path: &str) -> Result<()> {
    let answer = seat.page(path)?;
    let header = |name: &str| answer.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
    holds(answer.body.as_bytes() == PAPER, "the scan comes back changed")?;
    holds(header("content-type") == "application/pdf", "the scan is served as something else")?;
    holds(header("content-disposition").starts_with("attachment;"), "the scan opens in the page")?;
    holds(header("x-content-type-options") == "nosniff", "a browser may guess what the scan is")
}
