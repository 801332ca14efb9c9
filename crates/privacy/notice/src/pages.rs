//! The screens of this module.

use askama::Template;
use axum::Json;
use axum::response::IntoResponse as _;
use people::institution;
use registry::{Activity, Category, Edition, Kept};
use serde::Serialize;
use site::form::basis_word;
use site::{Cx, Result, Say};
use store::{audit, security};

use crate::{SEE_NOTICE, SEE_TRAIL};

struct ActivityView {
    /// The fragment that "why we ask" links to.
    anchor: String,
    purpose: String,
    whose: String,
    basis: String,
    categories: String,
    period: String,
    columns: String,
}

fn activities(cx: &Cx, edition: &Edition) -> Vec<ActivityView> {
    registry::activities(&cx.house.declarations).into_iter().map(|activity| view(&cx.say, edition, &activity)).collect()
}

fn view(say: &Say, edition: &Edition, activity: &Activity) -> ActivityView {
    ActivityView {
        anchor: format!("{}-{}", activity.purpose.word(), activity.whose.word()),
        purpose: say.say(&format!("purpose-{}", activity.purpose.word())),
        whose: say.say(&format!("subject-{}", activity.whose.word())),
        basis: say.say(&format!("basis-{}", basis_word(Some(edition), activity.basis))),
        categories: joined(say, &activity.categories),
        period: period(say, edition, activity.kept),
        columns: activity.columns.join(", "),
    }
}

/// Kinds of data in words, with the language's own comma.
pub fn joined(say: &Say, categories: &[Category]) -> String {
    let words: Vec<String> = categories.iter().map(|c| say.say(&format!("category-{}", c.word()))).collect();
    words.join(if say.language == kernel::Language::Ar { "، " } else { ", " })
}

fn period(say: &Say, edition: &Edition, kept: Kept) -> String {
    edition.period(kept).map_or_else(|| say.say("retention-school"), |period| say.period(period))
}

#[derive(Template)]
#[template(path = "notice.html")]
struct NoticeView<'a> {
    institution: institution::Model,
    controller: String,
    /// What people acknowledge (C023).
    version: String,
    activities: Vec<ActivityView>,
    material: String,
    rights: String,
    authority: &'a str,
    records: String,
    retention: String,
    say: &'a Say,
}

/// Where one may complain: it follows the institution's country (C140).
fn authority(country: &str) -> Option<&'static str> {
    Some(match country {
        "NL" => "Autoriteit Persoonsgegevens",
        "BE" => "Gegevensbeschermingsautoriteit",
        "EE" => "Andmekaitse Inspektsioon",
        "DE" => "Bundesbeauftragte für den Datenschutz und die Informationsfreiheit",
        "FR" => "Commission nationale de l'informatique et des libertés",
        "GB" => "Information Commissioner's Office",
        "IN" => "Data Protection Board of India",
        "US" => "Federal Trade Commission",
        "CA" => "Office of the Privacy Commissioner of Canada",
        _ => return None,
    })
}

pub async fn notice(cx: Cx) -> Result {
    let institution = cx.read(SEE_NOTICE.on(()), |read, _| institution::find(read)).await?;
    let edition = cx.edition()?;
    let view = NoticeView {
        version: cx.say.one("notice-version", "version", &cx.notice_version()?),
        controller: cx.say.one("notice-controller", "name", &institution.trade_name),
        institution,
        activities: activities(&cx, edition),
        material: cx.say.one("notice-change", "period", &cx.say.period(edition.notice.material_days.period())),
        rights: cx.say.count("notice-rights", edition.notice.rights_days),
        authority: authority(&cx.school()?.country).unwrap_or(&edition.place.authority),
        records: cx.href("/privacy/records"),
        retention: cx.href("/privacy/retention"),
        say: &cx.say,
    };
    cx.page("notice-title", &view)
}

#[derive(Template)]
#[template(path = "records.html")]
struct RecordsView<'a> {
    activities: Vec<ActivityView>,
    json: String,
    say: &'a Say,
}

pub async fn records(cx: Cx) -> Result {
    cx.read(SEE_NOTICE.on(()), |_, _| Ok(())).await?;
    let view = RecordsView {
        activities: activities(&cx, cx.edition()?),
        json: cx.href("/privacy/records.json"),
        say: &cx.say,
    };
    cx.page("records-title", &view)
}

#[derive(Serialize)]
struct RecordJson {
    #[serde(flatten)]
    activity: Activity,
    /// The basis after the edition's choice.
    basis_in_force: String,
    /// ISO 8601 duration; none where it ends with the school.
    period: Option<String>,
}

pub async fn records_json(cx: Cx) -> Result {
    cx.read(SEE_NOTICE.on(()), |_, _| Ok(())).await?;
    let edition = cx.edition()?;
    let rows: Vec<RecordJson> = registry::activities(&cx.house.declarations)
        .into_iter()
        .map(|activity| RecordJson {
            basis_in_force: basis_word(Some(edition), activity.basis),
            period: edition.period(activity.kept).map(iso),
            activity,
        })
        .collect();
    Ok(Json(serde_json::json!({ "controller": cx.school()?.name, "activities": rows })).into_response())
}

fn iso(period: registry::Period) -> String {
    match period {
        registry::Period::Hours(n) => format!("PT{n}H"),
        registry::Period::Days(n) => format!("P{n}D"),
        registry::Period::Months(n) => format!("P{n}M"),
        registry::Period::Years(n) => format!("P{n}Y"),
    }
}

#[derive(Template)]
#[template(path = "retention.html")]
struct RetentionView<'a> {
    rows: Vec<(String, String)>,
    say: &'a Say,
}

pub async fn retention(cx: Cx) -> Result {
    cx.read(SEE_NOTICE.on(()), |_, _| Ok(())).await?;
    let edition = cx.edition()?;
    let rows = Kept::ALL
        .iter()
        .map(|kept| {
            (cx.say.say(&format!("kept-class-{}", kept.word().replace('_', "-"))), period(&cx.say, edition, *kept))
        })
        .collect();
    cx.page("retention-title", &RetentionView { rows, say: &cx.say })
}

struct Line {
    when: String,
    who: String,
    act: String,
    purpose: String,
    object: String,
}

#[derive(Template)]
#[template(path = "trail.html")]
struct TrailView<'a> {
    head: String,
    lines: Vec<Line>,
    events: Vec<Line>,
    say: &'a Say,
}

/// The newest entries of the chain and of the security log. Ids only: the trail holds no content.
pub async fn trail(cx: Cx) -> Result {
    let (entries, events) =
        cx.read(SEE_TRAIL.on(()), |read, _| Ok((audit::newest(read, 100, None)?, security::newest(read, 50)?))).await?;
    let say = &cx.say;
    let short = |id: &str| id.chars().rev().take(8).collect::<Vec<_>>().into_iter().rev().collect::<String>();
    let view = TrailView {
        head: entries.first().map(|e| e.place.to_string()).unwrap_or_default(),
        lines: entries
            .iter()
            .map(|e| Line {
                when: say.moment(e.at),
                who: format!("{} {}", roles(say, &e.roles), short(&e.account.to_string())),
                act: e.act.clone(),
                purpose: say.say(&format!("purpose-{}", e.purpose)),
                object: e
                    .object
                    .map(|id| format!("{} {}", e.kind.as_deref().unwrap_or_default(), short(&id.to_string())))
                    .unwrap_or_default(),
            })
            .collect(),
        events: events
            .iter()
            .map(|e| Line {
                when: say.moment(e.at),
                who: e.account.map(|id| short(&id.to_string())).unwrap_or_default(),
                act: format!("{}: {}", e.event, e.detail),
                purpose: e.outcome.clone(),
                object: e.network.clone().unwrap_or_default(),
            })
            .collect(),
        say,
    };
    cx.page("trail-title", &view)
}

fn roles(say: &Say, words: &str) -> String {
    words
        .split(' ')
        .filter(|w| !w.is_empty())
        .map(|word| say.say(&format!("role-{word}")))
        .collect::<Vec<_>>()
        .join(", ")
}
