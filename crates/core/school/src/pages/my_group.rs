//! A teacher's own group: names, and nothing that belongs to the office (C025, C039, C040).

use askama::Template;
use axum::extract::Path;
use people::StudentId;
use people::student::{self, Filter};
use site::{Cx, Form, Result, Say};
use store::Read;

use super::listing::{self, Pages};
use crate::{GroupId, acts, enrolment, group};

#[derive(Template)]
#[template(path = "my_group.html")]
struct MyGroupView<'a> {
    say: &'a Say,
    icons: &'static str,
    base: String,
    name: String,
    count: String,
    students: Vec<(StudentId, String)>,
    pages: Option<Pages>,
}

pub async fn see_group(cx: Cx, Path((_, group)): Path<(String, String)>, form: Form) -> Result {
    let id: GroupId = group.parse()?;
    let paging = listing::paging(&form);
    let (group, page) = cx
        .read(acts::SEE_OWN_GROUP.on(id), move |read: &Read, group| {
            let among = Some(enrolment::students_of(read, group.id()));
            let filter = Filter { among, ..Filter::default() };
            let page = student::names(read, read.visible(&acts::SEE_TAUGHT_STUDENT)?, &filter, paging)?;
            Ok((group::find(read, group)?, page))
        })
        .await?;
    let view = MyGroupView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        base: cx.href(""),
        name: group.name.clone(),
        count: cx.say.count("students-count", page.total),
        pages: Pages::of(&cx, &format!("/my/groups/{id}"), &form, &[], &page),
        students: page.rows.iter().map(|student| (student.id, student.name().full())).collect(),
    };
    cx.page_named(group.name, &view)
}
