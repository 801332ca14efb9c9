//! The administrator's list of providers.

use askama::Template;
use axum::extract::Path;
use kernel::{Error, Problems};
use site::{Cx, Fault, Field, Form, FormView, Result, Say};

use crate::acts::{CHANGE, CREATE, REMOVE, SEE, SEE_PROVIDER};
use crate::provider::{self, Details, Model, ProviderId};

struct Line {
    name: String,
    issuer: String,
    href: String,
}

#[derive(Template)]
#[template(path = "providers.html")]
struct ProvidersView<'a> {
    lines: Vec<Line>,
    redirect: String,
    form: FormView,
    remove: Option<String>,
    back: Option<String>,
    say: &'a Say,
}

fn form(cx: &Cx, path: &str, values: &Form, problems: &Problems, is_new: bool) -> FormView {
    let preset = |word: &str| (word.to_owned(), cx.say.say(&format!("provider-preset-{word}")));
    let secret = Field::kind("client_secret", "password").autocomplete("off").hint();
    let fields = vec![
        Field::text("provider_name").required().hint(),
        Field::choice("preset", ["other", "google", "microsoft"].map(preset).to_vec()),
        Field::text("provider_issuer").hint(),
        Field::text("domain").hint(),
        Field::text("client_id").required(),
        if is_new { secret.required() } else { secret },
        Field::tick("for_staff"),
        Field::tick("for_guardians"),
        Field::tick("trusts_factor").hint(),
    ];
    FormView::new(cx, path, if is_new { "providers-add" } else { "providers-save" }, values, problems, fields)
}

async fn list(cx: &Cx, values: &Form, problems: &Problems) -> Result {
    let rows = cx.read(SEE.on(()), |read, _| provider::list(read)).await?;
    let line =
        |row: Model| Line { href: cx.href(&format!("/providers/{}", row.id)), name: row.name, issuer: row.issuer };
    let view = ProvidersView {
        lines: rows.into_iter().map(line).collect(),
        redirect: cx.url("/oidc/callback"),
        form: form(cx, "/providers", values, problems, true),
        remove: None,
        back: None,
        say: &cx.say,
    };
    if problems.0.is_empty() { cx.page("providers-title", &view) } else { cx.page_again("providers-title", &view) }
}

pub async fn list_providers(cx: Cx) -> Result {
    list(&cx, &Form::default().set("for_staff", "yes"), &Problems::default()).await
}

pub async fn create_provider(cx: Cx, form: Form) -> Result {
    cx.read(SEE.on(()), |_, _| Ok(())).await?;
    let details = match Details::parse(&form, true, !cx.house.is_secure()) {
        Ok(details) => details,
        Err(problems) => return list(&cx, &form, &problems).await,
    };
    match cx.write(CREATE.on(()), move |work, school| provider::create(work, school, details)).await {
        Ok(()) => Ok(cx.done("/providers", "done-provider-kept")),
        Err(Fault(Error::Invalid(problems))) => list(&cx, &form, &problems).await,
        Err(other) => Err(other),
    }
}

fn one(cx: &Cx, id: ProviderId, values: &Form, problems: &Problems) -> Result {
    let view = ProvidersView {
        lines: Vec::new(),
        redirect: cx.url("/oidc/callback"),
        form: form(cx, &format!("/providers/{id}"), values, problems, false),
        remove: Some(cx.href(&format!("/providers/{id}/remove"))),
        back: Some(cx.href("/providers")),
        say: &cx.say,
    };
    if problems.0.is_empty() { cx.page("providers-title", &view) } else { cx.page_again("providers-title", &view) }
}

pub async fn edit_provider(cx: Cx, Path((_, provider)): Path<(String, String)>) -> Result {
    let id: ProviderId = provider.parse()?;
    let row = cx.read(SEE_PROVIDER.on(id), provider::find).await?;
    let yes = |on: bool| if on { "yes" } else { "" };
    let values = Form::default()
        .set("provider_name", row.name)
        .set("provider_issuer", row.issuer)
        .set("domain", row.domain)
        .set("client_id", row.client_id)
        .set("for_staff", yes(row.for_staff))
        .set("for_guardians", yes(row.for_guardians))
        .set("trusts_factor", yes(row.trusts_factor));
    one(&cx, id, &values, &Problems::default())
}

pub async fn change_provider(cx: Cx, Path((_, provider)): Path<(String, String)>, form: Form) -> Result {
    let id: ProviderId = provider.parse()?;
    cx.read(SEE_PROVIDER.on(id), |_, _| Ok(())).await?;
    let details = match Details::parse(&form, false, !cx.house.is_secure()) {
        Ok(details) => details,
        Err(problems) => return one(&cx, id, &form, &problems),
    };
    match cx.write(CHANGE.on(id), move |work, allowed| provider::change(work, allowed, details)).await {
        Ok(()) => Ok(cx.done("/providers", "done-provider-kept")),
        Err(Fault(Error::Invalid(problems))) => one(&cx, id, &form, &problems),
        Err(other) => Err(other),
    }
}

pub async fn remove_provider(cx: Cx, Path((_, provider)): Path<(String, String)>) -> Result {
    let id: ProviderId = provider.parse()?;
    cx.write(REMOVE.on(id), provider::remove).await?;
    Ok(cx.done("/providers", "done-provider-removed"))
}
