//! One's own account: password, language, second factor and the sessions that stand (C018).

use askama::Template;
use kernel::{Error, Language, Problems};
use site::{Cx, Fault, Field, Form, FormView, Result, Say};
use store::outbox::{self, Mail};
use store::sea_orm::Set;

use super::sign_in::place;
use crate::account::{self, AccountId};
use crate::acts::{CHANGE_OWN, SEE_OWN};
use crate::{factor, password, session};

struct SessionView {
    id: String,
    device: String,
    since: String,
    last: String,
    own: bool,
}

#[derive(Template)]
#[template(path = "account.html")]
struct AccountView<'a> {
    name: String,
    email: String,
    has_factor: bool,
    may_remove: bool,
    codes_left: String,
    sessions: Vec<SessionView>,
    end: String,
    end_others: String,
    factor: String,
    factor_off: String,
    password: FormView,
    language: FormView,
    say: &'a Say,
}

struct Own {
    account: account::Model,
    sessions: Vec<session::Model>,
    current: Option<session::Model>,
    codes: u64,
    must_have: bool,
}

async fn load(cx: &Cx) -> Result<Own> {
    let id = AccountId(cx.account()?);
    let token = cx.token()?;
    cx.read(SEE_OWN.on(()), move |read, _| {
        let account = account::find(read, id)?;
        let roles = account::roles(read, &account)?;
        Ok(Own {
            sessions: session::list(read, id)?,
            current: session::find_by_token(read, &token)?,
            codes: factor::codes_left(read, id)?,
            must_have: roles.iter().any(|role| role.needs_second_factor()),
            account,
        })
    })
    .await
}

fn view<'a>(cx: &'a Cx, own: &Own, problems: &Problems) -> AccountView<'a> {
    let passwords = vec![
        Field::kind("old_password", "password").autocomplete("current-password").required(),
        Field::kind("password", "password").autocomplete("new-password").required().hint().why("account", "password"),
    ];
    let languages = Language::ALL.map(|l| (l.code().to_owned(), l.own_name().to_owned())).to_vec();
    let chosen = Form::default()
        .set("language", own.account.language.clone().unwrap_or_else(|| cx.say.language.code().to_owned()));
    AccountView {
        name: own.account.name.clone(),
        email: own.account.email.clone(),
        has_factor: own.account.totp_secret.is_some(),
        may_remove: !own.must_have,
        codes_left: cx.say.count("account-codes-left", own.codes),
        sessions: own
            .sessions
            .iter()
            .map(|s| SessionView {
                id: s.id.to_string(),
                device: device(&s.agent, &cx.say),
                since: cx.say.moment(s.created_at),
                last: cx.say.moment(s.last_at),
                own: own.current.as_ref().is_some_and(|current| current.id == s.id),
            })
            .collect(),
        end: cx.href("/account/sessions/end"),
        end_others: cx.href("/account/sessions/end-others"),
        factor: cx.href("/account/second-factor"),
        factor_off: cx.href("/account/second-factor/off"),
        password: FormView::new(
            cx,
            "/account/password",
            "account-password-button",
            &Form::default(),
            problems,
            passwords,
        ),
        language: FormView::new(
            cx,
            "/account/language",
            "account-language-button",
            &chosen,
            &Problems::default(),
            vec![Field::choice("language", languages)],
        ),
        say: &cx.say,
    }
}

/// Browser and system in words, from the few that matter; the rest as sent.
fn device(agent: &str, say: &Say) -> String {
    let browsers = [("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];
    let systems = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ];
    let find =
        |list: &[(&str, &'static str)]| list.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, word)| *word);
    match (find(&browsers), find(&systems)) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => say.say("account-device-unknown"),
    }
}

pub async fn show(cx: Cx) -> Result {
    let own = load(&cx).await?;
    cx.page("account-title", &view(&cx, &own, &Problems::default()))
}

/// Changes the password, ends the other sessions, and tells the owner (C076).
pub async fn change_password(cx: Cx, form: Form) -> Result {
    let own = load(&cx).await?;
    let mut problems = Problems::default();
    if !password::verify_in_turn(&cx, form.get("old_password"), own.account.password.clone()).await? {
        problems.add("old_password", "password-wrong");
    }
    problems.take("password", password::check(form.get("password"), &own.account.email));
    if !problems.0.is_empty() {
        return cx.page_again("account-title", &view(&cx, &own, &problems));
    }
    let hash = password::hash_in_turn(&cx, form.get("password")).await?;
    let mail = changed_mail(&cx, &own.account, "mail-password-changed");
    let keep = own.current.map(|session| session.id);
    cx.write(CHANGE_OWN.on(()), move |work, _| {
        account::set_password(work, own.account.id, hash)?;
        session::end_all(work, own.account.id, keep)?;
        outbox::queue(work, mail)
    })
    .await?;
    Ok(cx.done("/account", "done-password"))
}

/// The notice of a changed credential, to the address that was known before.
pub(super) fn changed_mail(cx: &Cx, account: &account::Model, key: &str) -> Mail {
    Mail {
        to: account.email.clone(),
        subject: cx.say.one("mail-changed-subject", "place", &place(cx)),
        body: cx.say.with(key, &[("name", &account.name), ("place", &place(cx)), ("url", &cx.url("/account"))]),
    }
}

pub async fn change_language(cx: Cx, form: Form) -> Result {
    let account = AccountId(cx.account()?);
    let Some(language) = Language::parse(form.get("language")) else { return Err(Fault(Error::NotFound)) };
    cx.write(CHANGE_OWN.on(()), move |work, _| {
        let row = account::ActiveModel {
            id: Set(account),
            language: Set(Some(language.code().to_owned())),
            ..Default::default()
        };
        account::update(work, row)
    })
    .await?;
    Ok(cx.done("/account", "done-language"))
}

pub async fn end_session(cx: Cx, form: Form) -> Result {
    let account = AccountId(cx.account()?);
    let session = form.get("session").parse().map_err(|_| Error::NotFound)?;
    cx.write(CHANGE_OWN.on(()), move |work, _| session::end(work, account, session)).await?;
    Ok(cx.done("/account", "done-session-ended"))
}

pub async fn end_other_sessions(cx: Cx) -> Result {
    let own = load(&cx).await?;
    let keep = own.current.map(|session| session.id);
    cx.write(CHANGE_OWN.on(()), move |work, _| session::end_all(work, own.account.id, keep)).await?;
    Ok(cx.done("/account", "done-session-ended"))
}
