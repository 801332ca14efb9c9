//! One household: the children in it. Where a child belongs is changed on the child's own page (C051).

use askama::Template;
use axum::extract::Path;
use people::{HouseholdId, StudentId, household};
use site::{Cx, Result, Say};
use store::Read;

use crate::acts;

#[derive(Template)]
#[template(path = "household.html")]
struct HouseholdView<'a> {
    say: &'a Say,
    icons: &'static str,
    base: String,
    name: String,
    count: String,
    members: Vec<Member>,
}

struct Member {
    id: StudentId,
    name: String,
    left: bool,
}

pub async fn see_household(cx: Cx, Path((_, household)): Path<(String, String)>) -> Result {
    let id: HouseholdId = household.parse()?;
    let (household, members) = cx
        .read(acts::SEE_HOUSEHOLD.on(id), |read: &Read, household| {
            Ok((household::find(read, household)?, household::members(read, household.id())?))
        })
        .await?;
    let today = cx.now().date();
    let view = HouseholdView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        base: cx.href(""),
        name: household.name.clone(),
        count: cx.say.count("students-count", members.len()),
        members: members
            .iter()
            .map(|student| Member {
                id: student.id,
                name: student.name().full(),
                left: student.left_on.is_some_and(|day| day <= today),
            })
            .collect(),
    };
    cx.page_named(household.name, &view)
}
