//! Writing down a round: its name, when families may book, how long a conversation is.

use axum::extract::Path;
use chrono::NaiveDateTime;
use kernel::text::ascii_digits;
use kernel::{Message, Problems, Timestamp};
use site::{Cx, Field, Form, FormView, Result};
use store::Read;

use super::form_page::{FormPage, crumbs};
use super::words::{sorted, text};
use crate::round::{self, Details};
use crate::zone::Zone;
use crate::{RoundId, acts};

/// What a browser's field for a moment sends.
const MOMENT: &str = "%Y-%m-%dT%H:%M";

pub async fn new_round(cx: Cx) -> Result {
    // The last round's choices are the likeliest.
    let last = cx.list(&acts::SEE_ROUND, round::list).await?.into_iter().next();
    let country = Zone::of_country(&cx.school()?.country).unwrap_or_default().to_owned();
    let form = Form::default()
        .set("round_zone", last.as_ref().map_or(country, |round| round.zone.clone()))
        .set("slot_minutes", last.as_ref().map_or(10, |round| round.slot_minutes).to_string())
        .set("travel_minutes", last.as_ref().map_or(5, |round| round.travel_minutes).to_string());
    show(&cx, None, &form, &Problems::default())
}

pub async fn create_round(cx: Cx, form: Form) -> Result {
    match sorted(create(&cx, &form).await)? {
        Ok(id) => Ok(cx.done(&format!("/conferences/{id}/days"), "done-round-created")),
        Err(problems) => show(&cx, None, &form, &problems),
    }
}

async fn create(cx: &Cx, form: &Form) -> Result<RoundId> {
    let details = read(form)?;
    cx.write(acts::CREATE_ROUND.on(()), move |work, school| round::create(work, school, details)).await
}

pub async fn edit_round(cx: Cx, Path((_, round)): Path<(String, String)>) -> Result {
    let round = find(&cx, round.parse()?).await?;
    show(&cx, Some(&round), &filled(&round), &Problems::default())
}

pub async fn change_round(cx: Cx, Path((_, round)): Path<(String, String)>, form: Form) -> Result {
    let id: RoundId = round.parse()?;
    match sorted(change(&cx, id, &form).await)? {
        Ok(()) => Ok(cx.done(&format!("/conferences/{id}"), "done-round-changed")),
        Err(problems) => show(&cx, Some(&find(&cx, id).await?), &form, &problems),
    }
}

async fn change(cx: &Cx, id: RoundId, form: &Form) -> Result<()> {
    let form = form.clone();
    cx.write(acts::CHANGE_ROUND.on(id), move |work, round| round::change(work, round, read(&form)?)).await
}

async fn find(cx: &Cx, id: RoundId) -> Result<round::Model> {
    cx.read(acts::SEE_ROUND.on(id), |read: &Read, round| round::find(read, round)).await
}

/// The details as the form wants them; every problem at once.
fn read(form: &Form) -> kernel::Result<Details> {
    let mut problems = Problems::default();
    let name = text(form, "round_name", &mut problems);
    if name.is_none() {
        problems.add("round_name", "text-missing");
    }
    let zone = problems.take("round_zone", Zone::parse(form.get("round_zone")));
    let opens_at = at(form, "opens_at", zone, &mut problems);
    let closes_at = at(form, "closes_at", zone, &mut problems);
    if let (Some(opens), Some(closes)) = (opens_at, closes_at)
        && closes <= opens
    {
        problems.add("closes_at", "conf-closes-early");
    }
    let slot_minutes = minutes(form, "slot_minutes", 5, 120, &mut problems);
    let travel_minutes = minutes(form, "travel_minutes", 0, 60, &mut problems);
    problems.check()?;
    Ok(Details {
        name: name.unwrap_or_default(),
        zone: zone.unwrap_or_else(Zone::utc),
        opens_at: opens_at.unwrap_or(Timestamp(0)),
        closes_at: closes_at.unwrap_or(Timestamp(0)),
        slot_minutes,
        travel_minutes,
    })
}

fn at(form: &Form, field: &'static str, zone: Option<Zone>, problems: &mut Problems) -> Option<Timestamp> {
    let typed = ascii_digits(form.get(field));
    let parsed = NaiveDateTime::parse_from_str(typed.trim(), MOMENT).map_err(|_| Message::from("conf-moment-wrong"));
    problems.take(field, parsed).map(|wall| zone.unwrap_or_else(Zone::utc).instant(wall))
}

fn minutes(form: &Form, field: &'static str, least: i64, most: i64, problems: &mut Problems) -> i64 {
    let typed = ascii_digits(form.get(field)).trim().parse().ok().filter(|n| (least..=most).contains(n));
    if typed.is_none() {
        problems.add(field, Message::from("conf-minutes-wrong").with("least", least).with("most", most));
    }
    typed.unwrap_or(least)
}

fn filled(round: &round::Model) -> Form {
    let wall = |at| round.zone().wall(at).format(MOMENT).to_string();
    Form::default()
        .set("round_name", &round.name)
        .set("round_zone", &round.zone)
        .set("opens_at", wall(round.opens_at))
        .set("closes_at", wall(round.closes_at))
        .set("slot_minutes", round.slot_minutes.to_string())
        .set("travel_minutes", round.travel_minutes.to_string())
}

fn show(cx: &Cx, round: Option<&round::Model>, form: &Form, problems: &Problems) -> Result {
    let none = (String::new(), cx.say.say("conf-zone-none"));
    let zones = Zone::all().map(|name| (name.to_owned(), name.replace('_', " ")));
    let fields = vec![
        Field::text("round_name").required().hint(),
        Field::kind("opens_at", "datetime-local").required(),
        Field::kind("closes_at", "datetime-local").required(),
        Field::text("slot_minutes").numeric().required(),
        Field::text("travel_minutes").numeric().hint().required(),
        Field::choice("round_zone", std::iter::once(none).chain(zones).collect()),
    ];
    let (path, key, button) = match round {
        Some(round) => (format!("/conferences/{}/edit", round.id), "conf-edit-title", "form-save"),
        None => ("/conferences/new".to_owned(), "conf-new-title", "conf-create"),
    };
    let view = FormView::new(cx, &path, button, form, problems, fields);
    FormPage::new(cx, key, crumbs(cx, round.map(|round| (round.name.as_str(), round.id))), view).show(cx, problems)
}
