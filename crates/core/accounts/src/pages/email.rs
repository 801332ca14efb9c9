//! Another mail address to sign in with: asked for with the password, confirmed by a link to the new address,
//! told to both (C011). The link's mail says nothing about anybody.

use askama::Template;
use axum::extract::Path;
use kernel::{EmailAddress, Error, Problems};
use site::{Cx, Fault, Field, Form, FormView, Result, Say};
use store::outbox::{self, Mail};

use super::own::{Own, is_owners, load, words};
use super::sign_in::place;
use crate::acts::{CHANGE_OWN, CONFIRM_EMAIL, SEE_EMAIL_LINK, SEE_OWN};
use crate::notice::{self, What};
use crate::{account, email_change};

#[derive(Template)]
#[template(path = "email.html")]
struct EmailView<'a> {
    say: &'a Say,
    /// The address now.
    now: Option<String>,
    /// The one that waits.
    waiting: Option<String>,
    form: FormView,
}

async fn page(cx: &Cx, own: &Own, form: &Form, problems: &Problems) -> Result {
    let id = own.account.id;
    let waiting = cx.read(SEE_OWN.on(()), move |read, _| email_change::waiting(read, id)).await?;
    let fields = vec![
        Field::kind("email", "email").autocomplete("email").required().why("account", "email"),
        Field::kind("old_password", "password").autocomplete("current-password").required(),
    ];
    let view = EmailView {
        say: &cx.say,
        now: own.account.email.clone(),
        waiting,
        form: FormView::new(cx, "/account/email", "email-ask", form, problems, fields),
    };
    if problems.0.is_empty() { cx.page("email-title", &view) } else { cx.page_again("email-title", &view) }
}

pub async fn show(cx: Cx) -> Result {
    let own = load(&cx).await?;
    page(&cx, &own, &Form::default(), &Problems::default()).await
}

/// Mails a link to the new address; until it is opened nothing changes.
pub async fn ask(cx: Cx, form: Form) -> Result {
    let own = load(&cx).await?;
    let mut problems = Problems::default();
    let email = problems.take("email", EmailAddress::parse(form.get("email")));
    if !is_owners(&cx, &own, form.get("old_password")).await? {
        problems.add("old_password", "password-wrong");
    }
    let Some(email) = email.filter(|_| problems.0.is_empty()) else {
        return page(&cx, &own, &form, &problems).await;
    };
    let (of, id) = (cx.clone(), own.account.id);
    let asked = cx
        .write(CHANGE_OWN.on(()), move |work, _| {
            let token = email_change::ask(work, id, &email)?;
            outbox::queue(work, link(&of, &email, &token))
        })
        .await;
    match asked {
        Ok(()) => Ok(cx.done("/account/email", "done-email-asked")),
        Err(Fault(Error::Invalid(problems))) => page(&cx, &own, &form, &problems).await,
        Err(other) => Err(other),
    }
}

/// The mail with the link: no name, nothing about anybody, since nobody knows yet who reads it.
pub(super) fn link(cx: &Cx, email: &EmailAddress, token: &str) -> Mail {
    Mail {
        to: email.as_str().to_owned(),
        subject: cx.say.one("mail-email-confirm-subject", "place", &place(cx)),
        body: cx
            .say
            .with("mail-email-confirm", &[("place", &place(cx)), ("url", &cx.url(&format!("/account/email/{token}")))]),
    }
}

/// The last part of the path: the same page stands under a school and under the installation.
type Token = Path<std::collections::HashMap<String, String>>;

fn token(path: &Token) -> Result<String> {
    Ok(path.get("link").cloned().ok_or(Error::NotFound)?)
}

#[derive(Template)]
#[template(path = "email_confirm.html")]
struct ConfirmView<'a> {
    say: &'a Say,
    form: FormView,
}

/// Opening the link changes nothing yet: programs that look through mail open links too.
pub async fn ask_confirm(cx: Cx, path: Token) -> Result {
    let token = token(&path)?;
    let of = token.clone();
    cx.read(SEE_EMAIL_LINK.on(()), move |read, _| email_change::find(read, &of).map(|_| ())).await?;
    let action = format!("/account/email/{token}");
    let form = FormView::new(&cx, &action, "email-confirm-button", &Form::default(), &Problems::default(), Vec::new());
    cx.page("email-confirm-title", &ConfirmView { say: &cx.say, form })
}

/// The new address counts from now on; the old one and the new one are told.
pub async fn confirm(cx: Cx, path: Token) -> Result {
    let token = token(&path)?;
    let of = cx.clone();
    cx.write(CONFIRM_EMAIL.on(()), move |work, _| {
        let waiting = email_change::find(work, &token)?;
        let account = account::find(work, waiting.account_id)?;
        let was_own = account.email.as_deref() == Some(waiting.email.as_str());
        email_change::confirm(work, &waiting, &account)?;
        if was_own {
            return Ok(());
        }
        let said = words(&of, &account, What::Email);
        let new = Mail { to: waiting.email.clone(), subject: said.subject.clone(), body: said.body.clone() };
        notice::tell(work, &account, What::Email, said)?;
        outbox::queue(work, new)
    })
    .await?;
    let to = if cx.account().is_ok() { "/account" } else { "/sign-in" };
    Ok(cx.done(to, "done-email-changed"))
}
