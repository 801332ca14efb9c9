//! The office's list of guardians.

use askama::Template;
use people::{GuardianId, guardian};
use site::{Cx, Form, Result, Say};

use super::listing::{self, Pages};
use crate::acts;

#[derive(Template)]
#[template(path = "guardians.html")]
struct GuardiansView<'a> {
    say: &'a Say,
    icons: &'static str,
    base: String,
    count: String,
    text: &'a str,
    narrowed: bool,
    rows: Vec<Row>,
    pages: Option<Pages>,
}

struct Row {
    id: GuardianId,
    name: String,
    phone: String,
    email: String,
}

pub async fn list_guardians(cx: Cx, form: Form) -> Result {
    let (text, paging) = (form.get("q").to_owned(), listing::paging(&form));
    let page = cx.list(&acts::SEE_GUARDIAN, move |read, visible| guardian::list(read, visible, &text, paging)).await?;
    let view = GuardiansView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        base: cx.href(""),
        count: cx.say.count("guardians-count", page.total),
        text: form.get("q"),
        narrowed: form.some("q").is_some(),
        pages: Pages::of(&cx, "/guardians", &form, &["q"], &page),
        rows: page.rows.into_iter().map(row).collect(),
    };
    cx.page("guardians-title", &view)
}

fn row(guardian: guardian::Model) -> Row {
    Row {
        id: guardian.id,
        name: guardian.name().full(),
        phone: guardian.phone.unwrap_or_default(),
        email: guardian.email.unwrap_or_default(),
    }
}
