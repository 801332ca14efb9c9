//! Sign-in: address and password, then the second factor where there is one. Password alone yields no
//! session where a second factor is set up (C017).

use askama::Template;
use kernel::clock::MINUTE;
use kernel::{EmailAddress, Error, Problems};
use site::{Cx, Fault, Field, Form, FormView, Page, Result};
use store::Work;
use store::outbox::{self, Mail};
use store::sea_orm::Set;
use store::security::{self, Event};

use crate::account::{self, Model};
use crate::acts::ENTER;
use crate::session::{self, Start};
use crate::{factor, password};

/// Wrong passwords before the account cools down, and for how long (C015).
const FAILURES: i64 = 5;
const COOLING: i64 = 15 * MINUTE;

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInView {
    form: FormView,
    title: String,
    /// For those who hold a letter with a code.
    invite: Option<(String, String)>,
}

fn view(cx: &Cx, form: &Form, problems: &Problems) -> SignInView {
    let fields = vec![
        Field::kind("email", "email").autocomplete("username").required(),
        Field::kind("password", "password").autocomplete("current-password").required(),
    ];
    SignInView {
        form: FormView::new(cx, "/sign-in", "sign-in-button", form, problems, fields),
        title: cx.say.say("sign-in-title"),
        invite: cx.school.as_ref().map(|_| (cx.href("/invite"), cx.say.say("sign-in-invited"))),
    }
}

pub async fn show(cx: Cx) -> Result {
    if cx.account().is_ok() {
        return Ok(cx.go("/"));
    }
    cx.page("sign-in-title", &view(&cx, &Form::default(), &Problems::default()))
}

/// One answer for a wrong password, an unknown address and a cooling account, after the same work.
pub async fn submit(cx: Cx, form: Form) -> Result {
    let email_key = EmailAddress::parse(form.get("email")).map(|email| email.key()).unwrap_or_default();
    let account = cx
        .write(ENTER.on(()), move |work, _| {
            let account = account::find_by_email(work, &email_key)?;
            Ok(account.filter(|row| row.cool_until.is_none_or(|until| until <= work.now)))
        })
        .await?;
    let hash = account.as_ref().and_then(|row| row.password.clone());
    let fits = password::verify_in_turn(&cx, form.get("password"), hash).await?;
    let Some(account) = account.filter(|_| fits) else {
        failed(&cx, &form).await?;
        let mut problems = Problems::default();
        problems.add("email", "sign-in-wrong");
        return cx.page_again("sign-in-title", &view(&cx, &form, &problems));
    };
    let waits = account.totp_secret.is_some();
    let token = enter(&cx, account, if waits { Start::Waiting } else { Start::Password }).await?;
    let next = if waits { cx.go("/sign-in/code") } else { cx.go("/") };
    Ok(cx.with_session(next, &token, COOKIE_SECONDS))
}

/// Cookies outlive any session's limit by little; the server decides.
pub(super) const COOKIE_SECONDS: i64 = 24 * 60 * 60;

async fn failed(cx: &Cx, form: &Form) -> Result<()> {
    let email_key = EmailAddress::parse(form.get("email")).map(|email| email.key()).unwrap_or_default();
    let network = cx.network();
    cx.write(ENTER.on(()), move |work, _| {
        let account = account::find_by_email(work, &email_key)?;
        note(work, account.as_ref(), "password", "wrong", network.as_deref())?;
        let Some(account) = account else { return Ok(()) };
        let failures = account.failures + 1;
        let cooling = (failures >= FAILURES).then(|| work.now.plus(COOLING));
        account::update(
            work,
            account::ActiveModel {
                id: Set(account.id),
                failures: Set(if cooling.is_some() { 0 } else { failures }),
                cool_until: Set(cooling.or(account.cool_until)),
                ..Default::default()
            },
        )
    })
    .await
}

fn note(
    work: &Work,
    account: Option<&Model>,
    method: &str,
    outcome: &str,
    network: Option<&str>,
) -> kernel::Result<()> {
    let event = Event { account: account.map(|row| row.id.0), event: "sign-in", detail: method, outcome, network };
    security::note(work, &event)
}

/// Begins the session; tells the owner of a browser not seen before (C076).
pub(super) async fn enter(cx: &Cx, account: Model, start: Start) -> Result<String> {
    let (network, agent) = (cx.network(), cx.agent.clone());
    let subject = cx.say.one("mail-new-device-subject", "place", &place(cx));
    let body =
        cx.say.with("mail-new-device", &[("name", &account.name), ("place", &place(cx)), ("url", &cx.url("/account"))]);
    cx.write(ENTER.on(()), move |work, _| {
        let known = session::is_known_device(work, account.id, &agent)?;
        if start != Start::Waiting {
            note(
                work,
                Some(&account),
                if start == Start::SecondFactor { "second factor" } else { "password" },
                "in",
                network.as_deref(),
            )?;
            if !known {
                outbox::queue(work, Mail { to: account.email.clone(), subject, body })?;
            }
        }
        account::update(work, account::ActiveModel { id: Set(account.id), failures: Set(0), ..Default::default() })?;
        session::begin(work, account.id, start, &agent)
    })
    .await
}

/// The school's name, or the installation's.
pub(super) fn place(cx: &Cx) -> String {
    cx.school.as_ref().map_or_else(|| "Homeroom".to_owned(), |school| school.name.clone())
}

fn code_view(cx: &Cx, problems: &Problems) -> SignInView {
    let fields = vec![Field::text("code").autocomplete("one-time-code").numeric().required().hint()];
    SignInView {
        form: FormView::new(cx, "/sign-in/code", "sign-in-code-button", &Form::default(), problems, fields),
        title: cx.say.say("sign-in-code-title"),
        invite: None,
    }
}

pub async fn show_code(cx: Cx) -> Result {
    cx.page("sign-in-code-title", &code_view(&cx, &Problems::default()))
}

pub async fn submit_code(cx: Cx, form: Form) -> Result {
    let token = cx.token()?;
    let code = form.get("code").to_owned();
    let network = cx.network();
    let account = cx
        .write(ENTER.on(()), move |work, _| {
            let waiting = session::find_waiting(work, &token)?;
            let account = account::find(work, waiting.account_id)?;
            if factor::use_code(work, &account, &code)? {
                session::end(work, account.id, waiting.id)?;
                return Ok(Some(account));
            }
            session::count_guess(work, &waiting)?;
            note(work, Some(&account), "second factor", "wrong", network.as_deref())?;
            Ok(None)
        })
        .await;
    match account {
        Ok(Some(account)) => {
            let token = enter(&cx, account, Start::SecondFactor).await?;
            Ok(cx.with_session(cx.go("/"), &token, COOKIE_SECONDS))
        }
        Ok(None) => {
            let mut problems = Problems::default();
            problems.add("code", "code-wrong");
            cx.page_again("sign-in-code-title", &code_view(&cx, &problems))
        }
        Err(Fault(Error::SignedOut)) => Ok(cx.go("/sign-in")),
        Err(other) => Err(other),
    }
}

/// Ends the session on the server and clears the browser (C018).
pub async fn sign_out(cx: Cx) -> Result<Page> {
    let (Ok(account), Ok(token)) = (cx.account(), cx.token()) else { return Ok(cx.without_session(cx.go("/sign-in"))) };
    cx.write(crate::acts::CHANGE_OWN.on(()), move |work, _| match session::find_by_token(work, &token)? {
        Some(own) => session::end(work, account::AccountId(account), own.id),
        None => Ok(()),
    })
    .await?;
    Ok(cx.without_session(cx.done("/sign-in", "done-signed-out")))
}
