//! Passkeys: adding one, removing one, and signing in with one, alone or after the password (C017). A small script
//! carries the browser's answer into an ordinary form; without it the other ways in remain.

use askama::Template;
use axum::response::IntoResponse as _;
use axum::{Json, http::StatusCode};
use kernel::{Error, Problems};
use registry::Method;
use serde_json::json;
use site::{Cx, Fault, Field, Form, FormView, Page, Result, Say, assets};
use webauthn_rs::prelude::{PublicKeyCredential, RegisterPublicKeyCredential, Webauthn};

use super::own::{self, Own, password_field, words};
use super::prove::is_allowed;
use super::recovery::RecoveryView;
use super::sign_in::{COOKIE_SECONDS, enter, place, refused_code};
use crate::account;
use crate::acts::{CHANGE_OWN, ENTER, SEE_DOOR};
use crate::notice::{self, What};
use crate::passkey::{self, Answered, Model};
use crate::session::{self, Start};
use crate::{cooling, factor};

pub(super) const PASSKEYS: &str = "/account/second-factor/passkeys";

/// The relying party, where passkeys are offered: by the edition, and at a domain.
pub fn party(cx: &Cx) -> Option<Webauthn> {
    let allowed = cx.school.is_none() || cx.edition().is_ok_and(|e| e.signin.allows(Method::Passkey));
    if allowed { passkey::relying_party(&cx.house.url, &place(cx)) } else { None }
}

pub(super) fn is_offered(cx: &Cx) -> bool {
    party(cx).is_some()
}

fn must_offer(cx: &Cx) -> Result<Webauthn> {
    party(cx).ok_or(Fault(Error::NotFound))
}

/// A button that asks the browser for a passkey; the script shows it where the browser has any.
#[derive(Template)]
#[template(path = "passkey_button.html")]
pub struct PasskeyButton {
    action: String,
    begin: String,
    words: String,
    failed: String,
    script: &'static str,
}

impl PasskeyButton {
    /// Its answer goes to `path`, which asks for it at `path/begin`; none where passkeys are not offered.
    pub fn at(cx: &Cx, path: &str) -> Option<Self> {
        party(cx)?;
        Some(Self {
            action: cx.href(path),
            begin: cx.href(&format!("{path}/begin")),
            words: cx.say.say("passkey-use"),
            failed: cx.say.say("passkey-failed"),
            script: assets::PASSKEY.path(),
        })
    }

    /// On the door, for whoever has one.
    pub fn for_entry(cx: &Cx) -> Option<Self> {
        Self::at(cx, "/sign-in/passkey")
    }

    /// After the password.
    pub fn for_second_factor(cx: &Cx) -> Option<Self> {
        Self::at(cx, "/sign-in/code/passkey")
    }
}

struct PasskeyLine {
    name: String,
    since: String,
    last: String,
}

fn line(cx: &Cx, row: &Model) -> PasskeyLine {
    PasskeyLine {
        name: row.name.clone(),
        since: cx.say.one("passkey-since", "when", &cx.say.moment(row.created_at)),
        last: match row.used_at {
            Some(at) => cx.say.one("account-last", "when", &cx.say.moment(at)),
            None => cx.say.say("passkey-unused"),
        },
    }
}

/// What the account page says of passkeys.
#[derive(Template)]
#[template(path = "account_passkeys.html")]
pub(super) struct PasskeysCard<'a> {
    lines: Vec<PasskeyLine>,
    manage: String,
    say: &'a Say,
}

impl<'a> PasskeysCard<'a> {
    pub fn of(cx: &'a Cx, own: &Own) -> Option<Self> {
        party(cx)?;
        let lines = own.passkeys.iter().map(|row| line(cx, row)).collect();
        Some(Self { lines, manage: cx.href(PASSKEYS), say: &cx.say })
    }
}

#[derive(Template)]
#[template(path = "passkeys.html")]
struct PasskeysView<'a> {
    lines: Vec<PasskeyLine>,
    add: FormView,
    begin: String,
    script: &'static str,
    remove: Option<FormView>,
    back: String,
    say: &'a Say,
}

fn view<'a>(cx: &'a Cx, own: &Own, form: &Form, problems: &Problems) -> PasskeysView<'a> {
    let (of_remove, of_add): (Vec<_>, Vec<_>) =
        problems.0.iter().cloned().partition(|problem| problem.field == "old_password");
    let name = Field::text("passkey_name").autocomplete("off").required().hint().why("passkey", "name");
    let fields = std::iter::once(name).chain(password_field(own, "password")).collect();
    let named = own.passkeys.iter().map(|row| (row.id.to_string(), row.name.clone())).collect();
    let removed = std::iter::once(Field::choice("passkey", named)).chain(password_field(own, "old_password"));
    PasskeysView {
        lines: own.passkeys.iter().map(|row| line(cx, row)).collect(),
        add: FormView::new(cx, PASSKEYS, "passkey-add", form, &Problems(of_add), fields).hidden("credential", ""),
        begin: cx.href(&format!("{PASSKEYS}/begin")),
        script: assets::PASSKEY.path(),
        remove: (!own.passkeys.is_empty()).then(|| {
            let path = format!("{PASSKEYS}/remove");
            let fields = removed.collect();
            FormView::new(cx, &path, "passkey-remove", form, &Problems(of_remove), fields).danger()
        }),
        back: cx.href("/account"),
        say: &cx.say,
    }
}

pub async fn show(cx: Cx) -> Result {
    must_offer(&cx)?;
    let own = own::load(&cx).await?;
    cx.page("passkeys-title", &view(&cx, &own, &Form::default(), &Problems::default()))
}

/// What the script is told instead of a challenge.
fn told(cx: &Cx, key: &str) -> Page {
    (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "error": cx.say.say(key) }))).into_response()
}

/// Asks the browser for a new passkey, once the password is given again.
pub async fn begin_adding(cx: Cx, form: Form) -> Result {
    let party = must_offer(&cx)?;
    let own = own::load(&cx).await?;
    if form.some("passkey_name").is_none() {
        return Ok(told(&cx, "passkey-name-missing"));
    }
    if !is_allowed(&cx, &own, form.get("password")).await? {
        return Ok(told(&cx, "password-wrong"));
    }
    let (token, place) = (cx.token()?, place(&cx));
    let begun = cx
        .write(CHANGE_OWN.on(()), move |work, _| {
            passkey::begin_registration(work, &party, &own.account, &place, &token)
        })
        .await;
    match begun {
        Ok(options) => Ok(Json(options).into_response()),
        Err(Fault(Error::Conflict(message))) => Ok(told(&cx, message.key)),
        Err(other) => Err(other),
    }
}

/// Adds the passkey. The first second factor of an account brings recovery codes, ends the other sessions and
/// replaces this one, as an authenticator app does.
pub async fn add(cx: Cx, form: Form) -> Result {
    let party = must_offer(&cx)?;
    let own = own::load(&cx).await?;
    let name: String = kernel::text::clean(form.get("passkey_name")).chars().take(60).collect();
    let answer: Option<RegisterPublicKeyCredential> = serde_json::from_str(form.get("credential")).ok();
    let Some(answer) = answer.filter(|_| !name.is_empty()) else { return not_added(&cx, &own, &form) };
    let told = words(&cx, &own.account, What::PasskeyOn);
    let (token, agent, account) = (cx.token()?, cx.agent.clone(), own.account.clone());
    let is_first = !own.has_factor();
    let added = cx
        .write(CHANGE_OWN.on(()), move |work, _| {
            if !passkey::finish_registration(work, &party, account.id, &token, &name, &answer)? {
                return Ok(None);
            }
            notice::tell(work, &account, What::PasskeyOn, told)?;
            if !is_first {
                return Ok(Some(None));
            }
            let codes = factor::renew_codes(work, account.id)?;
            session::end_all(work, account.id, None)?;
            Ok(Some(Some((codes, session::begin(work, account.id, Start::SecondFactor, &agent)?))))
        })
        .await?;
    match added {
        None => not_added(&cx, &own, &form),
        Some(None) => Ok(cx.done(PASSKEYS, "done-passkey-added")),
        Some(Some((codes, token))) => {
            let page = cx.page("recovery-title", &RecoveryView::new(&cx, codes, "/"))?;
            Ok(cx.with_session(page, &token, COOKIE_SECONDS))
        }
    }
}

fn not_added(cx: &Cx, own: &Own, form: &Form) -> Result {
    let mut problems = Problems::default();
    problems.add("passkey_name", "passkey-not-added");
    cx.page_again("passkeys-title", &view(cx, own, form, &problems))
}

/// Removes a passkey; the password is asked again and the owner told.
pub async fn remove(cx: Cx, form: Form) -> Result {
    must_offer(&cx)?;
    let own = own::load(&cx).await?;
    if !is_allowed(&cx, &own, form.get("old_password")).await? {
        let mut problems = Problems::default();
        problems.add("old_password", "password-wrong");
        return cx.page_again("passkeys-title", &view(&cx, &own, &form, &problems));
    }
    let id = form.get("passkey").parse().map_err(|_| Error::NotFound)?;
    let told = words(&cx, &own.account, What::PasskeyOff);
    cx.write(CHANGE_OWN.on(()), move |work, _| {
        passkey::remove(work, &own.account, id)?;
        notice::tell(work, &own.account, What::PasskeyOff, told)
    })
    .await?;
    Ok(cx.done(PASSKEYS, "done-passkey-removed"))
}

/// Asks for any passkey of this site; a cookie ties the answer to this browser.
pub async fn begin_entry(cx: Cx) -> Result {
    let party = must_offer(&cx)?;
    if cx.account().is_ok() {
        return Ok(cx.go("/"));
    }
    let token = cx.house.schools.random.token();
    let browser = token.clone();
    let options = cx.write(ENTER.on(()), move |work, _| passkey::begin_entry(work, &party, &browser)).await?;
    Ok(cx.with_session(Json(options).into_response(), &token, COOKIE_SECONDS))
}

/// The passkey's answer in a form, if it carries one.
pub fn answer(form: &Form) -> Option<PublicKeyCredential> {
    serde_json::from_str(form.get("credential")).ok()
}

/// A passkey alone: who has it and is known to it has shown both factors.
pub async fn enter_alone(cx: Cx, form: Form) -> Result {
    let party = must_offer(&cx)?;
    let token = cx.token().unwrap_or_default();
    let own = cx.clone();
    let account = match answer(&form) {
        Some(answer) => {
            cx.write(ENTER.on(()), move |work, _| {
                let answered = passkey::finish_entry(work, &party, &token, &answer)?;
                settle(&own, work, answered)
            })
            .await?
        }
        None => None,
    };
    match account {
        Some(account) => {
            let entered = enter(&cx, account, Start::SecondFactor, "passkey").await?;
            Ok(entered.seat(&cx, entered.first_page(&cx)))
        }
        None => super::sign_in::refused_passkey(&cx).await,
    }
}

/// The sign-in that waits, or none.
fn waiting(work: &store::Work, token: &str) -> kernel::Result<(session::Model, account::Model)> {
    let waiting = session::find_waiting(work, token)?;
    let account = account::find(work, waiting.account_id)?;
    Ok((waiting, account))
}

pub async fn begin_second(cx: Cx) -> Result {
    let party = must_offer(&cx)?;
    let token = cx.token()?;
    let options = cx
        .write(ENTER.on(()), move |work, _| {
            let (_, account) = waiting(work, &token)?;
            passkey::begin_second(work, &party, &token, account.id)
        })
        .await?;
    Ok(Json(options).into_response())
}

/// A passkey after the password. A wrong one counts against this sign-in as a wrong code does.
pub async fn enter_second(cx: Cx, form: Form) -> Result {
    let party = must_offer(&cx)?;
    let token = cx.token()?;
    let (own, answer) = (cx.clone(), answer(&form));
    let taken = cx
        .write(ENTER.on(()), move |work, _| {
            let (sign_in, account) = waiting(work, &token)?;
            let answered = match &answer {
                Some(answer) => passkey::finish_second(work, &party, &token, account.id, answer)?,
                None => Answered::Wrong,
            };
            let taken = settle(&own, work, answered)?;
            match &taken {
                Some(_) => session::end(work, account.id, sign_in.id)?,
                None => session::count_guess(work, &sign_in)?,
            }
            Ok(taken)
        })
        .await;
    match taken {
        Ok(Some(account)) => {
            let entered = enter(&cx, account, Start::SecondFactor, "passkey").await?;
            Ok(entered.seat(&cx, entered.first_page(&cx)))
        }
        Ok(None) => refused_code(&cx, "passkey-failed").await,
        Err(Fault(Error::SignedOut)) => Ok(cx.go("/sign-in")),
        Err(other) => Err(other),
    }
}

/// The account that is let in. A copied key is refused, noted and told to its owner.
pub fn settle(cx: &Cx, work: &store::Work, answered: Answered) -> kernel::Result<Option<account::Model>> {
    let network = cx.network();
    let note = |account: Option<&account::Model>, outcome: &str| {
        cooling::note(work, account, "passkey", outcome, network.as_deref())
    };
    match answered {
        Answered::Fits(id) => {
            let account = account::find(work, id)?;
            if cooling::is_cooling(&account, work.now) {
                note(Some(&account), "cooling")?;
                return Ok(None);
            }
            Ok(Some(account))
        }
        Answered::Copied(id) => {
            let account = account::find(work, id)?;
            note(Some(&account), "copied")?;
            notice::tell(work, &account, What::PasskeyCopied, words(cx, &account, What::PasskeyCopied))?;
            Ok(None)
        }
        Answered::Wrong => {
            note(None, "wrong")?;
            Ok(None)
        }
    }
}

/// Of a signed-in person or a sign-in that waits: whether a passkey can be asked for.
pub(super) async fn waiting_has_passkey(cx: &Cx) -> Result<bool> {
    let Ok(token) = cx.token() else { return Ok(false) };
    cx.read(SEE_DOOR.on(()), move |read, _| match session::find_waiting(read, &token) {
        Ok(waiting) => passkey::has(read, waiting.account_id),
        Err(_) => Ok(false),
    })
    .await
}
