//! The notice, the retention table and the audit trail.

use accounts::account::AccountId;
use askama::Template;
use people::{contact, institution};
use registry::Kept;
use site::{Cx, Result, Say};
use store::{audit, security};

use crate::record::period;
use crate::record_pages::{ActivityView, activities};
use crate::{SEE_NOTICE, SEE_SECURITY_LOG, SEE_TRAIL, head};

#[derive(Template)]
#[template(path = "notice.html")]
struct NoticeView<'a> {
    institution: institution::Model,
    /// Data-protection officer and representative, each with a way to reach them.
    published: Vec<(String, String, String)>,
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
    let look = |read: &store::Read, _| Ok((institution::find(read)?, contact::published(read)?));
    let (institution, published) = cx.read(SEE_NOTICE.on(()), look).await?;
    let edition = cx.edition()?;
    let view = NoticeView {
        version: cx.say.one("notice-version", "version", &cx.notice_version()?),
        controller: cx.say.one("notice-controller", "name", &institution.trade_name),
        institution,
        published: published.into_iter().map(|contact| published_line(&cx.say, contact)).collect(),
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

/// What the person is asked about, the name, and the first way to reach them.
fn published_line(say: &Say, contact: contact::Model) -> (String, String, String) {
    let function = say.say(&format!("notice-{}", contact.function));
    let name = contact.name().full();
    (function, name, contact.email.or(contact.phone).or(contact.street).unwrap_or_default())
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
    /// The installation's public key, under which heads are signed.
    key: String,
    download: String,
    check: String,
    wish: String,
    /// Whether the daily mail comes to who looks.
    wants: bool,
    say: &'a Say,
}

/// The newest entries of the chain and of the security log. Ids only: the trail holds no content.
pub async fn trail(cx: Cx) -> Result {
    let account = AccountId(cx.account()?);
    let look = move |read: &store::Read, _| Ok((audit::newest(read, 100, None)?, head::is_wanted(read, account)?));
    let (entries, wants) = cx.read(SEE_TRAIL.on(()), look).await?;
    let events = cx.read(SEE_SECURITY_LOG.on(()), |read, _| security::newest(read, 50)).await?;
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
        key: public_key(&cx),
        download: cx.href("/privacy/trail/head"),
        check: cx.href("/privacy/trail/check"),
        wish: cx.href("/privacy/trail/mail"),
        wants,
        say,
    };
    cx.page("trail-title", &view)
}

fn public_key(cx: &Cx) -> String {
    hex::encode(cx.context().database.around.signer.public())
}

fn roles(say: &Say, words: &str) -> String {
    words
        .split(' ')
        .filter(|w| !w.is_empty())
        // Beside the word `support` stands the grant's id.
        .map(|word| match store::Role::parse(word) {
            Some(role) => say.say(&format!("role-{role}")),
            None => word.chars().skip(word.len().saturating_sub(8)).collect(),
        })
        .collect::<Vec<_>>()
        .join(", ")
}
