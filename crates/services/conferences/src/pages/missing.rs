//! Who has not booked yet, group by group.

use askama::Template;
use axum::extract::Path;
use school::GroupId;
use site::{Cx, Form, Result, Say};
use store::Read;

use super::form_page::{Crumb, crumbs};
use crate::schedule::{self, Progress};
use crate::{RoundId, acts, round};

#[derive(Template)]
#[template(path = "conf_missing.html")]
struct MissingView<'a> {
    say: &'a Say,
    crumbs: Vec<Crumb>,
    rows: Vec<Row>,
    chosen: Option<Chosen>,
}

struct Row {
    name: String,
    href: String,
    booked: usize,
    missing: usize,
}

/// The group that was opened, with the names.
struct Chosen {
    name: String,
    students: Vec<String>,
}

/// `?group=` opens one group.
pub async fn see_missing(cx: Cx, Path((_, round)): Path<(String, String)>, form: Form) -> Result {
    let id: RoundId = round.parse()?;
    let group: Option<GroupId> = form.some("group").and_then(|text| text.parse().ok());
    let (round, progress, names) = cx
        .read(acts::SEE_ROUND.on(id), move |read: &Read, id| {
            let round = round::find(read, id)?;
            let names = group.map(|group| schedule::missing(read, &round, group)).transpose()?.unwrap_or_default();
            Ok((round.clone(), schedule::progress(read, &round)?, names))
        })
        .await?;
    let opened = progress.iter().find(|one| Some(one.group.id) == group);
    let view = MissingView {
        say: &cx.say,
        crumbs: crumbs(&cx, Some((&round.name, id))),
        chosen: opened.map(|one| Chosen {
            name: one.group.name.clone(),
            students: names.iter().map(|student| student.name().full()).collect(),
        }),
        rows: progress.iter().map(|one| row(&cx, id, one)).collect(),
    };
    cx.page("conf-missing-title", &view)
}

fn row(cx: &Cx, id: RoundId, one: &Progress) -> Row {
    Row {
        name: one.group.name.clone(),
        href: cx.href(&format!("/conferences/{id}/missing?group={}", one.group.id)),
        booked: one.booked,
        missing: one.students - one.booked,
    }
}
