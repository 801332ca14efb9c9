//! Everything that is set for who is signed in, on one page: what it is now, since when, and where to change it
//! (C110). Each module says what it sets; these are the account's own.

use askama::Template;
use kernel::{Language, Problems};
use site::{Cx, Field, Form, FormView, Page, Result, Say, Setting};
use store::Read;

use crate::account::{self, AccountId};
use crate::acts::{CHANGE_OWN, SEE_SETTINGS};
use crate::notice::{self, What};
use crate::{acknowledgement, factor, link, login, session, setting};

struct Line {
    words: String,
    value: String,
    since: String,
    href: String,
}

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsView<'a> {
    lines: Vec<Line>,
    language: FormView,
    /// Colours of this browser: the choices, each with its words and whether it stands.
    themes: Vec<(&'static str, String, bool)>,
    preferences: &'static str,
    here: String,
    end_all: String,
    say: &'a Say,
}

pub async fn show(cx: Cx) -> Result {
    cx.account()?;
    let own = cx.clone();
    let look = move |read: &Read, _| {
        let of_each = own.house.settings.iter().map(|settings| settings(&own, read));
        Ok(of_each.collect::<kernel::Result<Vec<_>>>()?.into_iter().flatten().collect::<Vec<_>>())
    };
    let settings = cx.read(SEE_SETTINGS.on(()), look).await?;
    let line = |setting: Setting| Line {
        since: cx.say.moment(setting.since),
        href: cx.href(&setting.href),
        words: setting.words,
        value: setting.value,
    };
    let theme = cx.theme().unwrap_or("auto");
    let languages = Language::ALL.map(|l| (l.code().to_owned(), l.own_name().to_owned())).to_vec();
    let chosen = Form::default().set("language", cx.say.language().code());
    let fields = vec![Field::choice("language", languages)];
    let view = SettingsView {
        lines: settings.into_iter().map(line).collect(),
        language: FormView::new(
            &cx,
            "/account/language",
            "account-language-button",
            &chosen,
            &Problems::default(),
            fields,
        ),
        themes: ["auto", "light", "dark"].map(|word| (word, theme_word(&cx, word), word == theme)).to_vec(),
        preferences: "/preferences",
        here: cx.href("/settings"),
        end_all: cx.href("/account/sessions/end-all"),
        say: &cx.say,
    };
    cx.page("settings-title", &view)
}

fn theme_word(cx: &Cx, theme: &str) -> String {
    cx.say.say(&format!("theme-{theme}"))
}

/// What changes how the account proves itself a second time.
const FACTOR: &[What] = &[What::FactorOn, What::FactorOff, What::PasskeyOn, What::PasskeyOff, What::Codes];

/// What an account sets, or has set for it.
pub(crate) fn of_account(cx: &Cx, read: &Read) -> kernel::Result<Vec<Setting>> {
    let account = account::find(read, AccountId(read.actor.account()))?;
    let (id, begun) = (account.id, account.created_at);
    let told = |whats: &[What]| Ok::<_, kernel::Error>(notice::newest(read, id, whats)?.unwrap_or(begun));
    let language = setting::since(read, id, setting::LANGUAGE)?.max(cx.chosen().language).unwrap_or(begun);
    let theme = cx.chosen().theme.unwrap_or(begun);
    let acknowledged = acknowledgement::last(read, id)?;
    let sessions = session::list(read, id)?;
    let has_factor = factor::is_set_up(read, &account)?;
    let on_or_off = |on: bool| cx.say.say(if on { "setting-on" } else { "setting-off" });
    let mut settings = vec![
        line(cx, "language", cx.say.language().own_name().to_owned(), language, "/account"),
        line(cx, "theme", theme_word(cx, cx.theme().unwrap_or("auto")), theme, "/settings"),
    ];
    if let Some(email) = &account.email {
        settings.push(line(cx, "email", email.clone(), told(&[What::Email])?, "/account/email"));
        settings.push(line(cx, "mails", cx.say.say("setting-mails-always"), begun, "/account"));
    }
    if let Some(number) = login::number(read, &account.standing())? {
        settings.push(line(cx, "number", number, told(&[What::Number])?, "/account"));
    }
    if let Some(number) = login::proven_number(read, &account)? {
        let since = told(&[What::CodeNumber, What::CodeNumberOff])?;
        settings.push(line(cx, "code-number", number, since, "/account/number"));
    }
    let codes = cx.say.count("account-codes-left", factor::codes_left(read, id)?);
    let factor = if has_factor { format!("{}. {codes}", on_or_off(true)) } else { on_or_off(false) };
    settings.push(line(cx, "password", on_or_off(account.password.is_some()), told(&[What::Password])?, "/account"));
    settings.push(line(cx, "factor", factor, told(FACTOR)?, "/account"));
    if let Some(row) = acknowledged {
        settings.push(line(cx, "notice", row.notice, row.at, "/privacy/"));
    }
    let first = sessions.iter().map(|row| row.created_at).min().unwrap_or(begun);
    settings.push(line(
        cx,
        "sessions",
        cx.say.count("setting-sessions-count", sessions.len() as u64),
        first,
        "/account",
    ));
    if cx.school.is_some() {
        let (links, newest) = link::newest(read, id)?;
        let since = told(&[What::Linked, What::Unlinked])?.max(newest.unwrap_or(begun));
        settings.push(line(cx, "links", cx.say.count("setting-links-count", links), since, "/account/links"));
    }
    Ok(settings)
}

fn line(cx: &Cx, what: &str, value: String, since: kernel::Timestamp, href: &str) -> Setting {
    Setting { words: cx.say.say(&format!("setting-{what}")), value, since, href: href.to_owned() }
}

/// Ends every session of this account, this one too, and clears the browser. Accounts at other schools are other
/// accounts: they stay signed in, and the page says so.
pub async fn end_all_sessions(cx: Cx) -> Result<Page> {
    let account = AccountId(cx.account()?);
    cx.write(CHANGE_OWN.on(()), move |work, _| session::end_all(work, account, None)).await?;
    Ok(cx.without_session(cx.done("/sign-in", "done-signed-out-everywhere")))
}
