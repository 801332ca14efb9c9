//! The days of a round with their hours.

use askama::Template;
use axum::extract::Path;
use chrono::{NaiveDate, NaiveTime, Timelike as _};
use kernel::text::ascii_digits;
use kernel::{Error, Message, Problems};
use site::{Cx, Field, Form, FormView, Result, Say};
use store::Read;
use uuid::Uuid;

use super::form_page::{Crumb, crumbs};
use super::words::{self, sorted};
use crate::window::{self, Hours};
use crate::{RoundId, acts, round};

#[derive(Template)]
#[template(path = "conf_days.html")]
struct DaysView<'a> {
    say: &'a Say,
    crumbs: Vec<Crumb>,
    base: String,
    rows: Vec<Row>,
    form: FormView,
}

struct Row {
    id: Uuid,
    day: String,
    hours: String,
    count: String,
}

pub async fn see_days(cx: Cx, Path((_, round)): Path<(String, String)>) -> Result {
    page(&cx, round.parse()?, &Form::default(), &Problems::default()).await
}

pub async fn add_hours(cx: Cx, Path((_, round)): Path<(String, String)>, form: Form) -> Result {
    let id: RoundId = round.parse()?;
    match sorted(add(&cx, id, &form).await)? {
        Ok(()) => Ok(cx.done(&format!("/conferences/{id}/days"), "done-hours-added")),
        Err(problems) => page(&cx, id, &form, &problems).await,
    }
}

async fn add(cx: &Cx, id: RoundId, form: &Form) -> Result<()> {
    let form = form.clone();
    cx.write(acts::CHANGE_ROUND.on(id), move |work, round| window::add(work, round, hours(&form)?)).await
}

pub async fn remove_hours(cx: Cx, Path((_, round)): Path<(String, String)>, form: Form) -> Result {
    let id: RoundId = round.parse()?;
    let window: Uuid = form.get("window").parse().map_err(|_| Error::NotFound)?;
    cx.write(acts::CHANGE_ROUND.on(id), move |work, round| window::remove(work, round, window)).await?;
    Ok(cx.done(&format!("/conferences/{id}/days"), "done-hours-removed"))
}

fn hours(form: &Form) -> kernel::Result<Hours> {
    let mut problems = Problems::default();
    let typed = |field| ascii_digits(form.get(field)).trim().to_owned();
    let day = typed("conf_day").parse::<NaiveDate>().map_err(|_| Message::from("date-wrong"));
    let day = problems.take("conf_day", day);
    let from = minute(&typed("conf_from"), "conf_from", &mut problems);
    let until = minute(&typed("conf_until"), "conf_until", &mut problems);
    if let (Some(from), Some(until)) = (from, until)
        && until <= from
    {
        problems.add("conf_until", "conf-until-early");
    }
    problems.check()?;
    Ok(Hours { day: day.unwrap_or_default(), from: from.unwrap_or_default(), until: until.unwrap_or_default() })
}

/// Minutes after midnight.
fn minute(typed: &str, field: &'static str, problems: &mut Problems) -> Option<i64> {
    let time = ["%H:%M", "%H:%M:%S"].iter().find_map(|shape| NaiveTime::parse_from_str(typed, shape).ok());
    let minutes = time.map(|time| i64::from(time.num_seconds_from_midnight() / 60));
    problems.take(field, minutes.ok_or(Message::from("conf-time-wrong")))
}

async fn page(cx: &Cx, id: RoundId, form: &Form, problems: &Problems) -> Result {
    let (round, windows) = cx
        .read(acts::SEE_ROUND.on(id), |read: &Read, round| {
            Ok((round::find(read, round)?, window::of_round(read, round.id())?))
        })
        .await?;
    let fields = vec![
        Field::kind("conf_day", "date").required(),
        Field::kind("conf_from", "time").required(),
        Field::kind("conf_until", "time").required().hint(),
    ];
    let path = format!("/conferences/{id}/days");
    let view = DaysView {
        say: &cx.say,
        crumbs: crumbs(cx, Some((&round.name, id))),
        base: cx.href(&format!("/conferences/{id}")),
        rows: windows.into_iter().map(|window| row(cx, &round, window)).collect(),
        form: FormView::new(cx, &path, "conf-hours-add", form, problems, fields),
    };
    if problems.0.is_empty() { cx.page("conf-days-title", &view) } else { cx.page_again("conf-days-title", &view) }
}

fn row(cx: &Cx, round: &round::Model, window: window::Model) -> Row {
    let clock = |wall: chrono::NaiveDateTime| wall.format("%H:%M").to_string();
    let (id, day) = (window.id, words::day(&cx.say, window.day));
    let hours = format!("{}–{}", clock(window.opens()), clock(window.closes()));
    let count = crate::slots::cut(&[window], round.zone(), round.slot_minutes).len();
    Row { id, day, hours, count: cx.say.count("conf-times", count) }
}
