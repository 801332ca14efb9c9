//! The installation's own notice (C023): what is kept of its hosts, who have accounts outside any school. A
//! school's families are in the school's notice.

use askama::Template;
use registry::Basis;
use site::{Cx, Result, Say};

use crate::SEE_NOTICE;

struct ActivityView {
    purpose: String,
    whose: String,
    basis: String,
    categories: String,
}

#[derive(Template)]
#[template(path = "installation_notice.html")]
struct NoticeView<'a> {
    version: String,
    activities: Vec<ActivityView>,
    say: &'a Say,
}

/// No edition speaks for hosts: what it declares for a school's families is, for them, their contract.
fn basis(declared: Basis) -> Basis {
    if declared == Basis::Edition { Basis::Contract } else { declared }
}

pub async fn notice(cx: Cx) -> Result {
    cx.read(SEE_NOTICE.on(()), |_, _| Ok(())).await?;
    let say = &cx.say;
    let activities = registry::activities(&cx.house.control_declarations)
        .into_iter()
        .map(|activity| ActivityView {
            purpose: say.say(&format!("purpose-{}", activity.purpose.word())),
            whose: say.say(&format!("subject-{}", activity.whose.word())),
            basis: say.say(&format!("basis-{}", basis(activity.basis).word())),
            categories: say.list(activity.categories.iter().map(|c| say.say(&format!("category-{}", c.word())))),
        })
        .collect();
    let view = NoticeView { version: say.one("notice-version", "version", &cx.notice_version()?), activities, say };
    cx.page("notice-title", &view)
}
