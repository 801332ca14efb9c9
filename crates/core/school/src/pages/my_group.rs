//! A teacher's own group: names and roll numbers, and nothing that belongs to the office (C025, C039, C040,
//! C047).

use askama::Template;
use axum::extract::Path;
use people::StudentId;
use people::student::Named;
use site::{Cx, Result, Say};
use store::Read;

use crate::days::Standing;
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

pub async fn see_group(cx: Cx, Path((_, group)): Path<(String, String)>) -> Result {
    let id: GroupId = group.parse()?;
    let (group, listed, profiles) = cx
        .read(acts::SEE_OWN_GROUP.on(id), move |read: &Read, allowed| {
            let group = group::find(read, allowed)?;
            let mut listed =
                enrolment::list_of(read, &group, read.visible(&acts::SEE_TAUGHT_STUDENT)?, |named: &Named| named.id)?;
            listed.retain(|line| line.standing == Standing::In);
            let people: Vec<_> = listed.iter().map(|line| line.student.id.0).collect();
            let profiles = profile::shown(read, &read.visible(&profile::SEE)?, &people)?;
            Ok((group, listed, profiles))
        })
        .await?;
    let view = MyGroupView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        base: cx.href(""),
        id,
        name: group.name.clone(),
        count: cx.say.count("students-count", listed.len()),
        students: listed
            .iter()
            .zip(profiles)
            .map(|(line, shown)| {
                let name = line.student.name();
                Line {
                    id: line.student.id,
                    roll: line.enrolment.roll_number.map(|n| n.to_string()).unwrap_or_default(),
                    initials: name.initials(),
                    name: name.full(),
                    called: shown.name,
                    picture: shown.picture.map(|id| cx.href(&format!("/profiles/{id}"))),
                }
            })
            .collect(),
    };
    cx.page_named(group.name, &view)
}
