//! Accepting an invitation: the person chooses a password and is in.

use askama::Template;
use axum::extract::Path;
use kernel::{EmailAddress, Error, Problems};
use site::{Cx, Fault, Field, Form, FormView, Page, Result};

use super::sign_in::{COOKIE_SECONDS, enter};
use crate::acts::{ACCEPT_INVITATION, SEE_INVITATION};
use crate::invitation::{self, Model};
use crate::session::Start;
use crate::{account, password};

#[derive(Template)]
#[template(path = "invitation.html")]
struct InvitationView {
    title: String,
    text: String,
    form: FormView,
}

fn view(cx: &Cx, secret: &str, invited: &Model, form: &Form, problems: &Problems) -> InvitationView {
    let fields = vec![
        Field::kind("email", "email").autocomplete("username").required().why("account", "email"),
        Field::kind("password", "password").autocomplete("new-password").required().hint().why("account", "password"),
        Field::tick("terms").required(),
    ];
    InvitationView {
        title: cx.say.say("invitation-title"),
        text: cx.say.one("invitation-text", "name", &invited.name),
        form: FormView::new(cx, &format!("/invite/{secret}"), "invitation-button", form, problems, fields),
    }
}

/// The last part of the path: the same page stands under a school and under the installation.
type Token = Path<std::collections::HashMap<String, String>>;

fn secret(path: &Token) -> Result<String> {
    Ok(path.get("token").cloned().ok_or(Error::NotFound)?)
}

async fn find(cx: &Cx, secret: &str) -> Result<Model> {
    let secret = secret.to_owned();
    cx.read(SEE_INVITATION.on(()), move |read, _| invitation::find(read, &secret)).await
}

pub async fn show(cx: Cx, path: Token) -> Result {
    let secret = secret(&path)?;
    let invited = find(&cx, &secret).await?;
    let form = Form::default().set("email", invited.email.clone());
    cx.page("invitation-title", &view(&cx, &secret, &invited, &form, &Problems::default()))
}

/// Makes the account and signs in. The notice must be acknowledged (C023).
pub async fn accept(cx: Cx, path: Token, form: Form) -> Result<Page> {
    let secret = secret(&path)?;
    let invited = find(&cx, &secret).await?;
    let mut problems = Problems::default();
    let email = problems.take("email", EmailAddress::parse(form.get("email")));
    problems.take("password", password::check(form.get("password"), form.get("email")));
    if !form.is("terms") {
        problems.add("terms", "terms-unticked");
    }
    let Some(email) = email.filter(|_| problems.0.is_empty()) else {
        return cx.page_again("invitation-title", &view(&cx, &secret, &invited, &form, &problems));
    };
    let hash = password::hash_in_turn(&cx, form.get("password")).await?;
    let spent = secret.clone();
    let made = cx
        .write(ACCEPT_INVITATION.on(()), move |work, _| {
            let invited = invitation::find(work, &spent)?;
            invitation::spend(work, &invited)?;
            let id = account::create(work, &invited.name, &email, Some(hash), &invited.standing())?;
            account::find(work, id)
        })
        .await;
    match made {
        Ok(account) => {
            let token = enter(&cx, account, Start::Password).await?;
            Ok(cx.with_session(cx.go("/"), &token, COOKIE_SECONDS))
        }
        Err(Fault(Error::Invalid(problems))) => {
            cx.page_again("invitation-title", &view(&cx, &secret, &invited, &form, &problems))
        }
        Err(other) => Err(other),
    }
}

fn code_view(cx: &Cx, form: &Form, problems: &Problems) -> InvitationView {
    let field = Field::text("code").autocomplete("off").required();
    InvitationView {
        title: cx.say.say("invitation-code-title"),
        text: cx.say.say("invitation-code-text"),
        form: FormView::new(cx, "/invite", "invitation-code-button", form, problems, vec![field]),
    }
}

pub async fn ask_code(cx: Cx) -> Result {
    cx.page("invitation-code-title", &code_view(&cx, &Form::default(), &Problems::default()))
}

/// The code of a letter leads to the same page as a link.
pub async fn take_code(cx: Cx, form: Form) -> Result {
    let code = form.get("code").trim().to_owned();
    match find(&cx, &code).await {
        Ok(_) => Ok(cx.go(&format!("/invite/{code}"))),
        Err(Fault(Error::NotFound)) => {
            let mut problems = Problems::default();
            problems.add("code", "invitation-code-wrong");
            cx.page_again("invitation-code-title", &code_view(&cx, &form, &problems))
        }
        Err(other) => Err(other),
    }
}
