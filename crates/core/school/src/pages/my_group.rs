//! A teacher's own group: names and roll numbers, and nothing that belongs to the office (C025, C039, C040,
//! C047).

use std::sync::Arc;

use askama::Template;
use axum::extract::Path;
use kernel::Found as _;
use people::StudentId;
use people::student::Named;
use site::{Cx, Result, Say};
use store::{Allowed, Read};

use crate::days::Standing;
use crate::enrolment::Listed;
use crate::profile::Shown;
use crate::{GroupId, acts, enrolment, group, profile};

#[derive(Template)]
#[template(path = "my_group.html")]
struct MyGroupView<'a> {
    say: &'a Say,
    icons: &'static str,
    base: String,
    id: GroupId,
    name: String,
    count: String,
    students: Vec<Line>,
}

struct Line {
    id: StudentId,
    roll: String,
    name: String,
    /// What the student shows to staff (C178).
    called: Option<String>,
    picture: Option<String>,
    initials: String,
}

struct Found {
    name: String,
    listed: Vec<Listed<Named>>,
    /// In the order of `listed`.
    profiles: Vec<Shown>,
}

fn find(read: &Read, allowed: Allowed<GroupId>) -> kernel::Result<Found> {
    let group = group::find(read, allowed)?;
    let visible = read.visible(&acts::SEE_TAUGHT_STUDENT)?;
    let mut listed = enrolment::list_of(read, &group, visible, |named: &Named| named.id)?;
    listed.retain(|line| line.standing == Standing::In);
    let people: Vec<_> = listed.iter().map(|line| line.student.id.0).collect();
    let profiles = profile::shown(read, &read.visible(&profile::SEE)?, &people)?;
    Ok(Found { name: group.name, listed, profiles })
}

pub async fn see_group(cx: Cx, Path((_, group)): Path<(String, String)>) -> Result {
    let id: GroupId = group.parse()?;
    // Opened before every lesson, and changed a few times a year.
    let look = |read: &Read, allowed| Ok(Some(Arc::new(find(read, allowed)?)));
    let found = cx.read_again(acts::SEE_OWN_GROUP.on(id), "", look).await?.found()?;
    let view = MyGroupView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        base: cx.href(""),
        id,
        name: found.name.clone(),
        count: cx.say.count("students-count", found.listed.len()),
        students: found
            .listed
            .iter()
            .zip(&found.profiles)
            .map(|(line, shown)| {
                let name = line.student.name();
                Line {
                    id: line.student.id,
                    roll: line.enrolment.roll_number.map(|n| n.to_string()).unwrap_or_default(),
                    initials: name.initials(),
                    name: name.full(),
                    called: shown.name.clone(),
                    picture: shown.picture.map(|id| cx.href(&format!("/profiles/{id}"))),
                }
            })
            .collect(),
    };
    cx.page_named(found.name.clone(), &view)
}
