//! Is this still right? What is held of a guardian and their children on one page, with two buttons (C164).

use askama::Template;
use site::{Cx, Form, Result, Say};

use super::sections::{Section, sections};
use crate::{acts, check};

#[derive(Template)]
#[template(path = "check.html")]
struct CheckView<'a> {
    say: &'a Say,
    base: String,
    is_open: bool,
    sections: Vec<Section>,
}

pub async fn see_check(cx: Cx) -> Result {
    let open = cx.list(&acts::SEE_CHECK, check::open).await?;
    let view = CheckView { say: &cx.say, base: cx.href(""), is_open: open.is_some(), sections: sections(&cx).await? };
    cx.page("check-title", &view)
}

/// All right, or something to change: either answers the question; a second answer finds none open.
pub async fn answer_check(cx: Cx, form: Form) -> Result {
    let is_right = form.get("answer") != "change";
    let Some(open) = cx.list(&acts::SEE_CHECK, check::open).await? else { return Ok(cx.go("/own/check")) };
    cx.write(acts::ANSWER_CHECK.on(open.id), move |work, check| check::answer(work, check, is_right)).await?;
    if is_right { Ok(cx.done("/", "done-check-right")) } else { Ok(cx.done("/own", "done-check-change")) }
}
