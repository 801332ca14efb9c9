//! Fresh recovery codes for the day the phone is lost: asked for with the password or a code from the app,
//! shown once, the old ones dead (C017, C076).

use askama::Template;
use kernel::Problems;
use site::{Cx, Field, Form, FormView, Page, Result, Say};

use super::own;
use crate::acts::CHANGE_OWN;
use crate::factor;
use crate::notice::{self, What};

/// The codes, this once.
#[derive(Template)]
#[template(path = "recovery.html")]
pub(super) struct RecoveryView<'a> {
    place: String,
    codes: Vec<String>,
    home: String,
    say: &'a Say,
}

impl<'a> RecoveryView<'a> {
    pub fn new(cx: &'a Cx, codes: Vec<String>, home: &str) -> Self {
        Self { place: super::sign_in::place(cx), codes, home: cx.href(home), say: &cx.say }
    }
}

#[derive(Template)]
#[template(path = "recovery_ask.html")]
struct AskView<'a> {
    form: FormView,
    back: String,
    say: &'a Say,
}

fn view<'a>(cx: &'a Cx, problems: &Problems) -> AskView<'a> {
    let field = Field::kind("proof", "password").autocomplete("current-password").required().hint();
    let path = "/account/second-factor/codes";
    AskView {
        form: FormView::new(cx, path, "codes-button", &Form::default(), problems, vec![field]),
        back: cx.href("/account"),
        say: &cx.say,
    }
}

pub async fn ask(cx: Cx) -> Result {
    let own = own::load(&cx).await?;
    if !own.has_factor() {
        return Ok(to_setting_up(&cx));
    }
    cx.page("codes-title", &view(&cx, &Problems::default()))
}

/// Where no second factor is set up there are no codes to renew.
fn to_setting_up(cx: &Cx) -> Page {
    cx.go("/account/second-factor")
}

pub async fn renew(cx: Cx, form: Form) -> Result {
    let own = own::load(&cx).await?;
    if !own.has_factor() {
        return Ok(to_setting_up(&cx));
    }
    if !own::is_proven(&cx, &own, form.get("proof")).await? {
        let mut problems = Problems::default();
        problems.add("proof", "proof-wrong");
        return cx.page_again("codes-title", &view(&cx, &problems));
    }
    let words = own::words(&cx, &own.account, What::Codes);
    let codes = cx
        .write(CHANGE_OWN.on(()), move |work, _| {
            notice::tell(work, &own.account, What::Codes, words)?;
            factor::renew_codes(work, own.account.id)
        })
        .await?;
    cx.page("recovery-title", &RecoveryView::new(&cx, codes, "/account"))
}
