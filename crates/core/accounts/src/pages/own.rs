//! One's own account: what it signs in with, what it was told, password, language, second factor and the
//! sessions that stand (C018, C052, C076).

use askama::Template;
use kernel::{Error, Language, Problems};
use site::{Cx, Fault, Field, Form, FormView, Result, Say};

use super::passkeys::PasskeysCard;
use super::prove::CodesView;
use super::sign_in::place;
use crate::account::{self, AccountId};
use crate::acts::{CHANGE_OWN, SEE_OWN};
use crate::notice::{self, What, Words};
use crate::{factor, login, passkey, password, session, setting};

struct SessionView {
    id: String,
    device: String,
    since: String,
    last: String,
    own: bool,
}

struct NoticeView {
    words: String,
    when: String,
    is_new: bool,
}

#[derive(Template)]
#[template(path = "account.html")]
struct AccountView<'a> {
    name: String,
    /// What the owner signs in with, each with its label.
    logins: Vec<(String, String)>,
    notices: Vec<NoticeView>,
    has_new: bool,
    read_notices: String,
    has_factor: bool,
    /// Recovery codes go with an app and with passkeys.
    has_codes: bool,
    may_remove: bool,
    codes_left: String,
    sessions: Vec<SessionView>,
    end: String,
    end_others: String,
    factor: String,
    email: String,
    factor_off: String,
    new_codes: String,
    /// The page of every setting, and of accounts at other schools.
    settings: String,
    links: Option<String>,
    password: FormView,
    language: FormView,
    sent_codes: Option<CodesView<'a>>,
    passkeys: Option<PasskeysCard<'a>>,
    say: &'a Say,
}

pub struct Own {
    pub account: account::Model,
    pub number: Option<String>,
    pub current: Option<session::Model>,
    pub sessions: Vec<session::Model>,
    /// The number that gets codes now.
    pub code_number: Option<String>,
    pub passkeys: Vec<passkey::Model>,
    notices: Vec<notice::Model>,
    codes: u64,
    must_have: bool,
}

impl Own {
    /// An app or a passkey.
    pub fn has_factor(&self) -> bool {
        self.account.totp_sealed.is_some() || !self.passkeys.is_empty()
    }
}

pub async fn load(cx: &Cx) -> Result<Own> {
    let id = AccountId(cx.account()?);
    let token = cx.token()?;
    cx.read(SEE_OWN.on(()), move |read, _| {
        let account = account::find(read, id)?;
        let roles = account::roles(read, &account)?;
        Ok(Own {
            number: login::number(read, &account.standing())?,
            passkeys: passkey::list(read, id)?,
            code_number: login::proven_number(read, &account)?,
            sessions: session::list(read, id)?,
            current: session::find_by_token(read, &token)?,
            notices: notice::list(read, id)?,
            codes: factor::codes_left(read, id)?,
            must_have: roles.iter().any(|role| role.needs_second_factor()),
            account,
        })
    })
    .await
}

fn view<'a>(cx: &'a Cx, own: &Own, problems: &Problems) -> AccountView<'a> {
    let logins = [("field-email", own.account.email.clone()), ("field-phone", own.number.clone())];
    let notices: Vec<NoticeView> = own.notices.iter().filter_map(|row| notice_view(cx, row)).collect();
    AccountView {
        name: own.account.name.clone(),
        logins: logins.into_iter().filter_map(|(key, value)| Some((cx.say.say(key), value?))).collect(),
        has_new: notices.iter().any(|notice| notice.is_new),
        notices,
        read_notices: cx.href("/account/notices"),
        has_codes: own.has_factor(),
        has_factor: own.account.totp_sealed.is_some(),
        may_remove: !own.must_have || !own.passkeys.is_empty(),
        codes_left: cx.say.count("account-codes-left", own.codes),
        sessions: own.sessions.iter().map(|session| session_view(cx, own, session)).collect(),
        end: cx.href("/account/sessions/end"),
        end_others: cx.href("/account/sessions/end-others"),
        factor: cx.href("/account/second-factor"),
        email: cx.href("/account/email"),
        factor_off: cx.href("/account/second-factor/off"),
        new_codes: cx.href("/account/second-factor/codes"),
        settings: cx.href("/settings"),
        links: cx.school.is_some().then(|| cx.href("/account/links")),
        password: password_form(cx, problems),
        language: language_form(cx, own),
        sent_codes: CodesView::of(cx, own),
        passkeys: PasskeysCard::of(cx, own),
        say: &cx.say,
    }
}

fn session_view(cx: &Cx, own: &Own, session: &session::Model) -> SessionView {
    SessionView {
        id: session.id.to_string(),
        device: device(&session.agent, &cx.say),
        since: cx.say.moment(session.created_at),
        last: cx.say.moment(session.last_at),
        own: own.current.as_ref().is_some_and(|current| current.id == session.id),
    }
}

fn notice_view(cx: &Cx, row: &notice::Model) -> Option<NoticeView> {
    let what = What::ALL.into_iter().find(|what| what.word() == row.what)?;
    Some(NoticeView {
        words: cx.say.say(&format!("told-{}", what.word())),
        when: cx.say.moment(row.at),
        is_new: row.told_at.is_none(),
    })
}

fn password_form(cx: &Cx, problems: &Problems) -> FormView {
    let fields = vec![
        Field::kind("old_password", "password").autocomplete("current-password").required(),
        Field::kind("password", "password").autocomplete("new-password").required().hint().why("account", "password"),
    ];
    FormView::new(cx, "/account/password", "account-password-button", &Form::default(), problems, fields)
}

fn language_form(cx: &Cx, own: &Own) -> FormView {
    let languages = Language::ALL.map(|l| (l.code().to_owned(), l.own_name().to_owned())).to_vec();
    let chosen = Form::default()
        .set("language", own.account.language.clone().unwrap_or_else(|| cx.say.language().code().to_owned()));
    let fields = vec![Field::choice("language", languages)];
    FormView::new(cx, "/account/language", "account-language-button", &chosen, &Problems::default(), fields)
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

/// Whether the password is the owner's. Five wrong ones end this session (C015).
pub(super) async fn is_owners(cx: &Cx, own: &Own, password: &str) -> Result<bool> {
    if password::verify_in_turn(cx, password, own.account.password.clone()).await? {
        return Ok(true);
    }
    let session = own.current.clone();
    cx.write(CHANGE_OWN.on(()), move |work, _| session.map_or(Ok(()), |own| session::count_guess(work, &own))).await?;
    Ok(false)
}

/// The password once more, of who has one.
pub(super) fn password_field(own: &Own, name: &'static str) -> Option<Field> {
    own.account.password.is_some().then(|| Field::kind(name, "password").autocomplete("current-password").required())
}

/// A second factor, used up by it, or the password: that it is the owner who asks.
pub async fn is_proven(cx: &Cx, own: &Own, proof: &str) -> Result<bool> {
    let (account, code) = (own.account.clone(), proof.to_owned());
    if cx.write(CHANGE_OWN.on(()), move |work, _| factor::use_code(work, &account, &code)).await? {
        return Ok(true);
    }
    is_owners(cx, own, proof).await
}

/// Changes the password, ends the other sessions, and tells the owner (C076).
pub async fn change_password(cx: Cx, form: Form) -> Result {
    let own = load(&cx).await?;
    let mut problems = Problems::default();
    if !is_owners(&cx, &own, form.get("old_password")).await? {
        problems.add("old_password", "password-wrong");
    }
    let email = own.account.email.as_deref().unwrap_or_default();
    problems.take("password", password::check(form.get("password"), email, own.number.as_deref()));
    if !problems.0.is_empty() {
        return cx.page_again("account-title", &view(&cx, &own, &problems));
    }
    let hash = password::hash_in_turn(&cx, form.get("password")).await?;
    let words = words(&cx, &own.account, What::Password);
    let keep = own.current.map(|session| session.id);
    cx.write(CHANGE_OWN.on(()), move |work, _| {
        account::set_password(work, own.account.id, hash)?;
        session::end_all(work, own.account.id, keep)?;
        notice::tell(work, &own.account, What::Password, words)
    })
    .await?;
    Ok(cx.done("/account", "done-password"))
}

/// What the owner is told, in the words of this page's language.
pub fn words(cx: &Cx, account: &account::Model, what: What) -> Words {
    notice::words(&cx.say, what, &account.name, &place(cx), &cx.url("/account"))
}

/// The owner has read what waited.
pub async fn read_notices(cx: Cx) -> Result {
    let account = AccountId(cx.account()?);
    cx.write(CHANGE_OWN.on(()), move |work, _| notice::read_all(work, account)).await?;
    Ok(cx.go("/account"))
}

pub async fn change_language(cx: Cx, form: Form) -> Result {
    let account = AccountId(cx.account()?);
    let Some(language) = Language::parse(form.get("language")) else { return Err(Fault(Error::NotFound)) };
    cx.write(CHANGE_OWN.on(()), move |work, _| {
        account::speak(work, account, language)?;
        setting::note(work, account, setting::LANGUAGE)
    })
    .await?;
    // The language that this browser chose before, signed out, would hide the account's.
    Ok(cx.with_choice(cx.done("/account", "done-language"), "lang", language.code()))
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
    Ok(cx.done("/account", "done-sessions-ended"))
}
