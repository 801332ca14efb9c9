//! One group: who is in it and who teaches it.

use askama::Template;
use axum::extract::Path;
use people::student::{self, Filter};
use people::{StaffId, StudentId};
use site::{Cx, Form, Result, Say};
use store::Read;

use super::listing::{self, Pages};
use crate::{GroupId, acts, enrolment, group, teaching};

#[derive(Template)]
#[template(path = "group.html")]
struct GroupView<'a> {
    say: &'a Say,
    icons: &'static str,
    base: String,
    name: String,
    facts: Vec<(String, String)>,
    count: String,
    students: Vec<(StudentId, String, String)>,
    teachers: Vec<(StaffId, String)>,
    pages: Option<Pages>,
}

pub async fn see_group(cx: Cx, Path((_, group)): Path<(String, String)>, form: Form) -> Result {
    let id: GroupId = group.parse()?;
    let paging = listing::paging(&form);
    let (group, page, staff) = cx
        .read(acts::SEE_GROUP.on(id), move |read: &Read, group| {
            let among = Some(enrolment::students_of(read, group.id()));
            let filter = Filter { among, ..Filter::default() };
            let page = student::list(read, read.visible(&acts::SEE_STUDENT)?, &filter, paging)?;
            Ok((group::find(read, group)?, page, teaching::staff_of(read, group.id())?))
        })
        .await?;
    let facts = [("field-level", group.level), ("groups-year", group.year)];
    let view = GroupView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        base: cx.href(""),
        name: group.name.clone(),
        facts: facts
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(key, value)| (cx.say.say(key), value))
            .collect(),
        count: cx.say.count("students-count", page.total),
        pages: Pages::of(&cx, &format!("/groups/{id}"), &form, &[], &page),
        students: page.rows.iter().map(|s| (s.id, s.name().full(), s.number.clone().unwrap_or_default())).collect(),
        teachers: staff.iter().map(|s| (s.id, s.name().full())).collect(),
    };
    cx.page_named(group.name, &view)
}
