//! The record of processing on the screen and as JSON.

use askama::Template;
use axum::Json;
use axum::response::IntoResponse as _;
use people::{contact, institution};
use registry::Edition;
use site::{Cx, Result, Say};

use crate::SEE_NOTICE;
use crate::record::{Named, Record, Row, record};

/// One activity in words.
pub struct ActivityView {
    /// The fragment that "why we ask" links to.
    pub anchor: String,
    pub purpose: String,
    pub whose: String,
    pub basis: String,
    pub categories: String,
    pub period: String,
    pub columns: String,
    pub inside: String,
    pub outside: Vec<String>,
}

/// The activities of the school, for the notice and the record.
pub fn activities(cx: &Cx, edition: &Edition) -> Vec<ActivityView> {
    crate::record::rows(cx, edition).into_iter().map(|row| view(&cx.say, row)).collect()
}

fn view(say: &Say, row: Row) -> ActivityView {
    let activity = row.activity;
    ActivityView {
        anchor: format!("{}-{}", activity.purpose.word(), activity.whose.word()),
        purpose: say.say(&format!("purpose-{}", activity.purpose.word())),
        whose: say.say(&format!("subject-{}", activity.whose.word())),
        basis: say.say(&format!("basis-{}", row.basis_in_force)),
        categories: say.list(activity.categories.iter().map(|c| say.say(&format!("category-{}", c.word())))),
        period: row.time_limit,
        columns: activity.columns.join(", "),
        inside: say.list(row.recipients.inside.iter().map(|role| role_word(say, role))),
        // The first is the host, of whom the page says once that it keeps everything.
        outside: row.recipients.outside.into_iter().skip(1).collect(),
    }
}

/// A role as a recipient; whoever has an account receives what is theirs.
fn role_word(say: &Say, role: &str) -> String {
    if role == "account" { say.say("recipient-oneself") } else { say.say(&format!("role-{role}")) }
}

#[derive(Template)]
#[template(path = "records.html")]
struct RecordsView<'a> {
    record: Record,
    representative: Vec<String>,
    officer: Vec<String>,
    territory: String,
    activities: Vec<ActivityView>,
    json: String,
    retention: String,
    say: &'a Say,
}

pub async fn records(cx: Cx) -> Result {
    let record = made(&cx).await?;
    let view = RecordsView {
        representative: lines(&record.controller.representative),
        officer: lines(&record.controller.data_protection_officer),
        territory: cx.say.list(record.transfers.territory.clone()),
        activities: activities(&cx, cx.edition()?),
        json: cx.href("/privacy/records.json"),
        retention: cx.href("/privacy/retention"),
        record,
        say: &cx.say,
    };
    cx.page("records-title", &view)
}

fn lines(named: &Named) -> Vec<String> {
    match named {
        Named::Nobody(words) => vec![words.clone()],
        Named::Persons(persons) => {
            persons.iter().flat_map(|person| std::iter::once(&person.name).chain(&person.contact)).cloned().collect()
        }
    }
}

pub async fn records_json(cx: Cx) -> Result {
    Ok(Json(made(&cx).await?).into_response())
}

async fn made(cx: &Cx) -> Result<Record> {
    let look = |read: &store::Read, _| Ok((institution::find(read)?, contact::published(read)?));
    let own = cx.read(SEE_NOTICE.on(()), look).await?;
    let house = cx.house.clone();
    let host = cx.off_thread(move || (house.door.find_host)(&house)).await?;
    record(cx, own, host)
}
