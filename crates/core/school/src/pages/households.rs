//! The office's list of households: who signs in together.

use askama::Template;
use people::{HouseholdId, household};
use site::{Cx, Form, Result, Say};

use super::listing::{self, Pages};
use crate::acts;

#[derive(Template)]
#[template(path = "households.html")]
struct HouseholdsView<'a> {
    say: &'a Say,
    icons: &'static str,
    base: String,
    count: String,
    text: &'a str,
    narrowed: bool,
    rows: Vec<(HouseholdId, String)>,
    pages: Option<Pages>,
}

pub async fn list_households(cx: Cx, form: Form) -> Result {
    let (text, paging) = (form.get("q").to_owned(), listing::paging(&form));
    let page =
        cx.list(&acts::SEE_HOUSEHOLD, move |read, visible| household::list(read, visible, &text, paging)).await?;
    let view = HouseholdsView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        base: cx.href(""),
        count: cx.say.count("households-count", page.total),
        text: form.get("q"),
        narrowed: form.some("q").is_some(),
        pages: Pages::of(&cx, "/households", &form, &["q"], &page),
        rows: page.rows.into_iter().map(|household| (household.id, household.name)).collect(),
    };
    cx.page("households-title", &view)
}
