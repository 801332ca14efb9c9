//! The operator's list of schools: names and editions, nothing of their content.

use askama::Template;
use site::{Cx, Result, Say};

use crate::acts::SEE_SCHOOLS;
use crate::entry;

#[derive(Template)]
#[template(path = "installation_schools.html")]
struct SchoolsView<'a> {
    rows: Vec<(String, String, String, String, String)>,
    found: String,
    host: String,
    status: String,
    say: &'a Say,
}

pub async fn show(cx: Cx) -> Result {
    let rows = cx.read(SEE_SCHOOLS.on(()), |read, _| entry::list(read)).await?;
    let view = SchoolsView {
        rows: rows
            .into_iter()
            .map(|row| {
                let edition = cx.say.say(&format!("edition-{}", row.edition));
                let support = cx.href(&format!("/support/{}", row.slug));
                (row.name, format!("/s/{}/", row.slug), edition, cx.say.date(row.founded_at.date()), support)
            })
            .collect(),
        found: cx.href("/found"),
        host: cx.href("/host"),
        status: cx.href("/status"),
        say: &cx.say,
    };
    cx.page("installation-schools-title", &view)
}
