//! Signing in with a one-time code instead of a password: ask for it, type it (C013–C015).

use askama::Template;
use kernel::clock::MINUTE;
use kernel::{Error, Message, Problems};
use registry::Method;
use site::{Cx, Fault, Field, Form, FormView, Page, Result};
use store::Work;
use store::outbox::Channel;

use super::sign_in::{first_factor, place};
use crate::acts::{ENTER, SEE_DOOR};
use crate::code::{self, Asked, GOOD, Wording};
use crate::login::{self, Login};
use crate::{account, cooling};

const SEND: &str = "/sign-in/send";
const SENT: &str = "/sign-in/sent";

/// Whether the edition sends codes this way. Operators have none: their role demands a second factor anyway.
fn is_sent_by(cx: &Cx, channel: Channel) -> bool {
    let method = match channel {
        Channel::Mail => Method::CodeMail,
        Channel::Sms => Method::CodeSms,
    };
    cx.edition().is_ok_and(|edition| edition.signin.allows(method))
}

pub(super) fn is_offered(cx: &Cx) -> bool {
    is_sent_by(cx, Channel::Mail) || is_sent_by(cx, Channel::Sms)
}

fn must_be_offered(cx: &Cx) -> Result<()> {
    if is_offered(cx) { Ok(()) } else { Err(Fault(Error::NotFound)) }
}

pub(super) fn must_send_by(cx: &Cx, channel: Channel) -> Result<()> {
    if is_sent_by(cx, channel) { Ok(()) } else { Err(Fault(Error::NotFound)) }
}

#[derive(Template)]
#[template(path = "send_code.html")]
struct SendView {
    title: String,
    text: String,
    form: FormView,
    back: (String, String),
}

/// The field asks for what the edition sends codes to.
fn login_field(cx: &Cx) -> &'static str {
    match (is_sent_by(cx, Channel::Mail), is_sent_by(cx, Channel::Sms)) {
        (true, false) => "email",
        (false, true) => "mobile",
        (true, true) | (false, false) => "login",
    }
}

fn send_view(cx: &Cx, form: &Form, problems: &Problems) -> SendView {
    let field = Field::text(login_field(cx)).autocomplete("username").required();
    SendView {
        title: cx.say.say("send-code-title"),
        text: cx.say.count("send-code-text", GOOD / MINUTE),
        form: FormView::new(cx, SEND, "send-code-button", form, problems, vec![field]),
        back: (cx.href("/sign-in"), cx.say.say("send-code-back")),
    }
}

pub async fn ask(cx: Cx) -> Result {
    must_be_offered(&cx)?;
    if cx.account().is_ok() {
        return Ok(cx.go("/"));
    }
    cx.page("send-code-title", &send_view(&cx, &Form::default(), &Problems::default()))
}

/// Sends a code to whoever signs in so. The answer is the same for whoever does not (C015).
pub async fn send(cx: Cx, form: Form) -> Result {
    must_be_offered(&cx)?;
    if cx.account().is_ok() {
        return Ok(cx.go("/"));
    }
    let country = cx.school()?.country.clone();
    let login = Login::parse(form.get(login_field(&cx)), Some(&country));
    let Some(login) = login.filter(|login| is_sent_by(&cx, login.channel())) else {
        let mut problems = Problems::default();
        problems.add(login_field(&cx), "send-code-unreadable");
        return cx.page_again("send-code-title", &send_view(&cx, &form, &problems));
    };
    let token = cx.house.schools.random.token();
    let (own, browser) = (cx.clone(), token.clone());
    let words = wording(&cx, login.channel());
    let sent = cx
        .write(ENTER.on(()), move |work, _| {
            let found = login::of_code(work, &login)?;
            ask_for(work, &own, &browser, &login, found, words)
        })
        .await;
    match sent {
        Ok(()) => Ok(cx.with_session(cx.go(SENT), &token, GOOD / 1000)),
        Err(Fault(Error::Conflict(message))) => {
            let mut problems = Problems::default();
            problems.add(login_field(&cx), message);
            cx.page_again("send-code-title", &send_view(&cx, &form, &problems))
        }
        Err(other) => Err(other),
    }
}

/// Asks for a code in this browser's name. An account or a network that cools gets none, and nobody is told.
fn ask_for(
    work: &Work,
    cx: &Cx,
    token: &str,
    login: &Login,
    found: Option<(account::Model, String)>,
    words: Wording,
) -> kernel::Result<()> {
    let network = cx.network();
    let cools = cooling::is_network_cooling(work, network.as_deref())?;
    let awake = found.as_ref().filter(|(account, _)| !cools && !cooling::is_cooling(account, work.now));
    let channel = login.channel();
    let asked = Asked {
        account: awake.map(|(account, _)| account.id),
        to: awake.map(|(_, to)| to.clone()),
        channel,
        proves: None,
        network: network.as_deref(),
    };
    let outcome = match (&found, awake) {
        (_, Some(_)) => "sent",
        (Some(_), None) => "cooling",
        (None, None) => "unknown",
    };
    code::ask(work, token, asked, login.key(), words)?;
    cooling::note(work, found.as_ref().map(|(account, _)| account), code::method(channel), outcome, network.as_deref())
}

/// The message around a code: the school's name and nobody's. A text message ends with the line by which a
/// browser fills the code in on this site only (origin-bound one-time codes, WICG).
pub(super) fn wording(cx: &Cx, channel: Channel) -> Wording {
    let (say, place) = (cx.say.clone(), place(cx));
    let host = cx.house.url.split("://").nth(1).unwrap_or_default();
    let host = host.split([':', '/']).next().unwrap_or_default().to_owned();
    let minutes = (GOOD / MINUTE).to_string();
    Box::new(move |code| {
        let values = [("code", code), ("place", place.as_str()), ("n", minutes.as_str())];
        match channel {
            Channel::Mail => (say.one("mail-code-subject", "place", &place), say.with("mail-code", &values)),
            Channel::Sms => (String::new(), format!("{}\n\n@{host} #{code}", say.with("mail-code-sms", &values))),
        }
    })
}

#[derive(Template)]
#[template(path = "sent_code.html")]
pub(super) struct SentView {
    title: String,
    text: String,
    form: FormView,
    /// Address and words of the order for another code, and the wait before it.
    again: (String, String),
    wait: Option<String>,
    problem: Option<String>,
    back: (String, String),
}

/// Where a code is typed and asked for anew; the same page signs in and proves a number.
pub(super) struct Typing {
    pub text: &'static str,
    pub path: &'static str,
    pub again: &'static str,
    pub back: (&'static str, &'static str),
}

const SIGNING_IN: Typing =
    Typing { text: "sent-code-text", path: SENT, again: "/sign-in/sent/again", back: (SEND, "sent-code-other") };

pub(super) fn sent_view(cx: &Cx, typing: &Typing, wait: Option<i64>, problems: &Problems) -> SentView {
    let field = Field::text("one_time").autocomplete("one-time-code").numeric().required().hint();
    let text = problems.0.iter().find(|problem| problem.field == "again");
    let of_field = Problems(problems.0.iter().filter(|problem| problem.field != "again").cloned().collect());
    SentView {
        title: cx.say.say("sent-code-title"),
        text: cx.say.count(typing.text, GOOD / MINUTE),
        form: FormView::new(cx, typing.path, "sent-code-button", &Form::default(), &of_field, vec![field]),
        again: (cx.href(typing.again), cx.say.say("sent-code-again")),
        wait: wait.map(|seconds| cx.say.count("sent-code-wait", seconds)),
        problem: text.map(|problem| cx.say.message(&problem.message)),
        back: (cx.href(typing.back.0), cx.say.say(typing.back.1)),
    }
}

/// Seconds until this browser may ask again.
async fn waits(cx: &Cx) -> Result<Option<i64>> {
    let Ok(token) = cx.token() else { return Ok(None) };
    let now = cx.now();
    cx.read(SEE_DOOR.on(()), move |read, _| Ok(code::find_last(read, &token)?.and_then(|row| row.wait(now)))).await
}

pub async fn show(cx: Cx) -> Result {
    must_be_offered(&cx)?;
    let wait = waits(&cx).await?;
    cx.page("sent-code-title", &sent_view(&cx, &SIGNING_IN, wait, &Problems::default()))
}

/// A code that is wrong, used, over or another browser's is answered alike: 401 (C014).
pub async fn submit(cx: Cx, form: Form) -> Result {
    must_be_offered(&cx)?;
    let wait = waits(&cx).await?;
    let mut problems = Problems::default();
    let Some(code) = code::read(form.get("one_time")) else {
        problems.add("one_time", "one-time-unreadable");
        return cx.page_again("sent-code-title", &sent_view(&cx, &SIGNING_IN, wait, &problems));
    };
    let (token, network) = (cx.token().unwrap_or_default(), cx.network());
    let taken = cx
        .write(ENTER.on(()), move |work, _| {
            let used = code::take(work, &token, &code, network.as_deref())?.filter(|row| row.proves.is_none());
            let Some(row) = used else { return Ok(None) };
            let Some(id) = row.account_id else { return Ok(None) };
            Ok(Some((account::find(work, id)?, code::method(row.channel()))))
        })
        .await?;
    if let Some((account, method)) = taken {
        return first_factor(&cx, account, method).await;
    }
    problems.add("one_time", "one-time-wrong");
    cx.page_refused("sent-code-title", &sent_view(&cx, &SIGNING_IN, wait, &problems))
}

/// Another code for the same browser and the same person, a minute after the last at the earliest.
pub async fn again(cx: Cx) -> Result<Page> {
    must_be_offered(&cx)?;
    let Ok(token) = cx.token() else { return Ok(cx.go(SEND)) };
    let (own, browser, by_phone, by_mail) =
        (cx.clone(), token.clone(), wording(&cx, Channel::Sms), wording(&cx, Channel::Mail));
    let sent = cx
        .write(ENTER.on(()), move |work, _| {
            let last = code::find_last(work, &browser)?.filter(|row| row.proves.is_none()).ok_or(Error::SignedOut)?;
            if let Some(seconds) = last.wait(work.now) {
                return Err(Error::invalid("again", Message::from("sent-code-too-soon").with("n", seconds)));
            }
            let words = match last.channel() {
                Channel::Mail => by_mail,
                Channel::Sms => by_phone,
            };
            again_for(work, &own, &browser, &last, words)
        })
        .await;
    match sent {
        Ok(()) => Ok(cx.with_session(cx.done(SENT, "done-code-sent"), &token, GOOD / 1000)),
        Err(Fault(Error::SignedOut)) => Ok(cx.go(SEND)),
        Err(Fault(error)) => {
            let wait = waits(&cx).await?;
            cx.page_again("sent-code-title", &sent_view(&cx, &SIGNING_IN, wait, &problems_of(error)?))
        }
    }
}

/// What a page says beside the order for another code.
pub(super) fn problems_of(error: Error) -> Result<Problems> {
    match error {
        Error::Invalid(problems) => Ok(problems),
        Error::Conflict(message) => {
            let mut problems = Problems::default();
            problems.add("again", message);
            Ok(problems)
        }
        other => Err(Fault(other)),
    }
}

/// The row of the last asking says for whom; somebody unknown is asked for again in the same way.
fn again_for(work: &Work, cx: &Cx, token: &str, last: &code::Model, words: Wording) -> kernel::Result<()> {
    let network = cx.network();
    let account = last.account_id.map(|id| account::find(work, id)).transpose()?;
    let awake = account.as_ref().filter(|account| !cooling::is_cooling(account, work.now));
    let channel = last.channel();
    let to = match (awake, channel) {
        (Some(account), Channel::Mail) => account.email.clone().filter(|_| account.email_proven_at.is_some()),
        (Some(account), Channel::Sms) => login::proven_number(work, account)?,
        (None, _) => None,
    };
    let outcome = if to.is_some() { "sent" } else { "unknown" };
    let account = account.as_ref().filter(|_| to.is_some());
    let account_id = account.map(|account| account.id);
    let asked = Asked { account: account_id, to, channel, proves: None, network: network.as_deref() };
    code::ask_hashed(work, token, asked, &last.asked_hash, words)?;
    cooling::note(work, account, code::method(channel), outcome, network.as_deref())
}
