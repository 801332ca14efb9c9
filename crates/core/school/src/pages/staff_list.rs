//! The office's list of staff.

use askama::Template;
use people::{StaffId, staff};
use site::{Cx, Form, Result, Say};

use super::listing::{self, Pages};
use crate::acts;

#[derive(Template)]
#[template(path = "staff_list.html")]
struct StaffListView<'a> {
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
    id: StaffId,
    name: String,
    title: String,
    email: String,
    phone: String,
    left: bool,
}

pub async fn list_staff(cx: Cx, form: Form) -> Result {
    let (text, paging) = (form.get("q").to_owned(), listing::paging(&form));
    let page = cx.list(&acts::SEE_STAFF, move |read, visible| staff::list(read, visible, &text, paging)).await?;
    let today = cx.now().date();
    let view = StaffListView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        base: cx.href(""),
        count: cx.say.count("staff-count", page.total),
        text: form.get("q"),
        narrowed: form.some("q").is_some(),
        pages: Pages::of(&cx, "/staff", &form, &["q"], &page),
        rows: page
            .rows
            .into_iter()
            .map(|person| Row {
                id: person.id,
                name: person.name().full(),
                left: person.left_on.is_some_and(|day| day <= today),
                title: person.title.unwrap_or_default(),
                email: person.email.unwrap_or_default(),
                phone: person.phone.unwrap_or_default(),
            })
            .collect(),
    };
    cx.page("staff-title", &view)
}
