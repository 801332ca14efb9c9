//! Acknowledging a privacy notice whose version is new to the account (C023); nothing else opens before.

use askama::Template;
use kernel::Problems;
use site::{Cx, Field, Form, FormView, Result, Say};

use crate::account::AccountId;
use crate::acknowledgement;
use crate::acts::{CHANGE_OWN, SEE_OWN};

#[derive(Template)]
#[template(path = "acknowledge.html")]
struct AcknowledgeView<'a> {
    notice: String,
    form: FormView,
    say: &'a Say,
}

fn view<'a>(cx: &'a Cx, problems: &Problems) -> AcknowledgeView<'a> {
    let fields = vec![Field::tick("terms").required()];
    AcknowledgeView {
        notice: cx.notice_href(),
        form: FormView::new(cx, "/account/notice", "acknowledge-button", &Form::default(), problems, fields),
        say: &cx.say,
    }
}

pub async fn show(cx: Cx) -> Result {
    cx.account()?;
    cx.read(SEE_OWN.on(()), |_, _| Ok(())).await?;
    cx.page("acknowledge-title", &view(&cx, &Problems::default()))
}

pub async fn submit(cx: Cx, form: Form) -> Result {
    let account = AccountId(cx.account()?);
    if !form.is("terms") {
        let mut problems = Problems::default();
        problems.add("terms", "terms-unticked");
        return cx.page_again("acknowledge-title", &view(&cx, &problems));
    }
    let version = cx.notice_version()?;
    cx.write(CHANGE_OWN.on(()), move |work, _| acknowledgement::note(work, account, &version)).await?;
    Ok(cx.go("/"))
}
