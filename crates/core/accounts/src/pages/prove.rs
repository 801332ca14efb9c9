//! Proving the number and the address that codes go to: a code is sent there, and only whoever reads it there can
//! type it here (C013).

use askama::Template;
use kernel::{Error, Message, PhoneNumber, Problems};
use site::{Cx, Fault, Field, Form, FormView, Page, Result, Say};
use store::outbox::{self, Channel};

use super::one_time::{Typing, must_send_by, problems_of, sent_view, wording};
use super::own::{self, Own, load, password_field, words};
use super::sign_in::place;
use crate::account::{self, AccountId};
use crate::acts::{CHANGE_OWN, SEE_OWN};
use crate::code::{self, Asked, Wording};
use crate::notice::{self, What};
use crate::{cooling, email_change, number};

const PROVING: Typing = Typing {
    text: "prove-text",
    path: "/account/prove",
    again: "/account/prove/again",
    back: ("/account", "letter-back"),
};

/// What the account page says of codes.
#[derive(Template)]
#[template(path = "account_codes.html")]
pub(super) struct CodesView<'a> {
    /// This school sends codes by phone.
    by_phone: bool,
    /// The proven number.
    number: Option<String>,
    /// The address and whether it is proven, where this school sends codes by mail.
    address: Option<(String, bool)>,
    set_number: String,
    prove_address: String,
    say: &'a Say,
}

impl<'a> CodesView<'a> {
    /// None where neither is sent.
    pub fn of(cx: &'a Cx, own: &Own) -> Option<Self> {
        let by_phone = must_send_by(cx, Channel::Sms).is_ok();
        let by_mail = must_send_by(cx, Channel::Mail).is_ok();
        let address = own.account.email.clone().filter(|_| by_mail);
        let address = address.map(|address| (address, own.account.email_proven_at.is_some()));
        (by_phone || address.is_some()).then(|| Self {
            by_phone,
            number: own.code_number.clone(),
            address,
            set_number: cx.href("/account/number"),
            prove_address: cx.href("/account/address"),
            say: &cx.say,
        })
    }
}

#[derive(Template)]
#[template(path = "number.html")]
struct NumberView<'a> {
    form: FormView,
    remove: Option<FormView>,
    back: String,
    say: &'a Say,
}

fn number_view<'a>(cx: &'a Cx, own: &Own, form: &Form, problems: &Problems) -> NumberView<'a> {
    let mobile = Field::kind("mobile", "tel").autocomplete("tel").required().hint().why("account", "phone");
    let fields = std::iter::once(mobile).chain(password_field(own, "password")).collect();
    let (of_remove, of_form) = problems.0.iter().cloned().partition(|problem| problem.field == "old_password");
    let remove = own.code_number.is_some().then(|| {
        let fields = password_field(own, "old_password").into_iter().collect();
        let path = "/account/number/remove";
        FormView::new(cx, path, "number-remove", &Form::default(), &Problems(of_remove), fields).danger()
    });
    NumberView {
        form: FormView::new(cx, "/account/number", "number-button", form, &Problems(of_form), fields),
        remove,
        back: cx.href("/account"),
        say: &cx.say,
    }
}

pub async fn show_number(cx: Cx) -> Result {
    must_send_by(&cx, Channel::Sms)?;
    let own = load(&cx).await?;
    let known = own.code_number.clone().or_else(|| own.number.clone()).unwrap_or_default();
    let form = Form::default().set("mobile", known);
    cx.page("number-title", &number_view(&cx, &own, &form, &Problems::default()))
}

/// Sends a code to the new number. Until it is typed here the old one stays.
pub async fn ask_number(cx: Cx, form: Form) -> Result {
    must_send_by(&cx, Channel::Sms)?;
    let own = load(&cx).await?;
    let country = cx.school()?.country.clone();
    let mut problems = Problems::default();
    let number = problems.take("mobile", PhoneNumber::parse(form.get("mobile"), &country));
    if !is_allowed(&cx, &own, form.get("password")).await? {
        problems.add("password", "password-wrong");
    }
    let Some(number) = number.filter(|_| problems.0.is_empty()) else {
        return cx.page_again("number-title", &number_view(&cx, &own, &form, &problems));
    };
    match send(&cx, own.account.id, Channel::Sms, number.as_str().to_owned()).await {
        Ok(()) => Ok(cx.go("/account/prove")),
        Err(Fault(Error::Conflict(message))) => {
            problems.add("mobile", message);
            cx.page_again("number-title", &number_view(&cx, &own, &form, &problems))
        }
        Err(other) => Err(other),
    }
}

/// The password once more before the ways in change; who signs in without one has none to give.
pub(super) async fn is_allowed(cx: &Cx, own: &Own, password: &str) -> Result<bool> {
    Ok(own.account.password.is_none() || own::is_owners(cx, own, password).await?)
}

/// Sends a code to the address of the account.
pub async fn ask_address(cx: Cx) -> Result<Page> {
    must_send_by(&cx, Channel::Mail)?;
    let own = load(&cx).await?;
    let Some(address) = own.account.email.clone() else { return Err(Fault(Error::NotFound)) };
    send(&cx, own.account.id, Channel::Mail, address).await?;
    Ok(cx.go("/account/prove"))
}

async fn send(cx: &Cx, account: AccountId, channel: Channel, to: String) -> Result<()> {
    let (token, words) = (cx.token()?, wording(cx, channel));
    let own = cx.clone();
    cx.write(CHANGE_OWN.on(()), move |work, _| {
        let network = own.network();
        let asked = Asked {
            account: Some(account),
            to: Some(to.clone()),
            channel,
            proves: Some(to.clone()),
            network: network.as_deref(),
        };
        code::ask(work, &token, asked, &to, words)?;
        let row = account::find(work, account)?;
        cooling::note(work, Some(&row), code::method(channel), "proof sent", network.as_deref())
    })
    .await
}

/// Seconds until another code can be asked for; none proves anything if no proof is under way.
async fn waits(cx: &Cx) -> Result<Option<i64>> {
    let (token, now) = (cx.token()?, cx.now());
    let last = cx.read(SEE_OWN.on(()), move |read, _| code::find_last(read, &token)).await?;
    Ok(last.and_then(|row| row.wait(now)))
}

pub async fn show(cx: Cx) -> Result {
    cx.account()?;
    let wait = waits(&cx).await?;
    cx.page("sent-code-title", &sent_view(&cx, &PROVING, wait, &Problems::default()))
}

/// Takes the code that came to the number or address; from then on codes that sign in go there, and to no other
/// number (C013). The owner is told at the address, and at the number before.
pub async fn submit(cx: Cx, form: Form) -> Result {
    let own = load(&cx).await?;
    let wait = waits(&cx).await?;
    let mut problems = Problems::default();
    let Some(code) = code::read(form.get("one_time")) else {
        problems.add("one_time", "one-time-unreadable");
        return cx.page_again("sent-code-title", &sent_view(&cx, &PROVING, wait, &problems));
    };
    let (token, network) = (cx.token()?, cx.network());
    let told = words(&cx, &own.account, What::CodeNumber);
    let before = cx.say.one("mail-sms-number", "place", &place(&cx));
    let taken = cx
        .write(CHANGE_OWN.on(()), move |work, _| {
            let used = code::take(work, &token, &code, network.as_deref())?;
            let own_row = |row: &code::Model| row.account_id == Some(own.account.id);
            let Some(row) = used.filter(own_row) else { return Ok(None) };
            let (channel, Some(to)) = (row.channel(), row.proves) else { return Ok(None) };
            cooling::note(work, Some(&own.account), code::method(channel), "proven", network.as_deref())?;
            match channel {
                Channel::Mail => prove_address(work, &own.account, &to)?,
                Channel::Sms => {
                    number::set(work, &own.account, &to)?;
                    if let Some(old) = own.account.phone.as_ref().filter(|old| **old != to) {
                        outbox::queue_text(work, old, before)?;
                    }
                    notice::tell(work, &own.account, What::CodeNumber, told)?;
                }
            }
            Ok(Some(channel))
        })
        .await;
    match taken {
        Ok(Some(Channel::Sms)) => Ok(cx.done("/account", "done-number")),
        Ok(Some(Channel::Mail)) => Ok(cx.done("/account", "done-address")),
        Ok(None) => {
            problems.add("one_time", "one-time-wrong");
            cx.page_refused("sent-code-title", &sent_view(&cx, &PROVING, wait, &problems))
        }
        Err(Fault(Error::Invalid(_))) => {
            problems.add("one_time", "number-taken");
            cx.page_again("sent-code-title", &sent_view(&cx, &PROVING, wait, &problems))
        }
        Err(other) => Err(other),
    }
}

/// The address is proven if it still is the account's.
fn prove_address(work: &store::Work, account: &account::Model, to: &str) -> kernel::Result<()> {
    let now = account::find(work, account.id)?;
    if now.email.as_deref() != Some(to) {
        return Err(Error::NotFound);
    }
    if email_change::is_unproven(work, &now)? {
        email_change::give_up(work, now.id)?;
    }
    account::prove_email(work, now.id)
}

pub async fn again(cx: Cx) -> Result<Page> {
    let account = AccountId(cx.account()?);
    let token = cx.token()?;
    let own = cx.clone();
    let words: [Wording; 2] = [wording(&cx, Channel::Mail), wording(&cx, Channel::Sms)];
    let sent = cx
        .write(CHANGE_OWN.on(()), move |work, _| {
            let last = code::find_last(work, &token)?.filter(|row| row.account_id == Some(account));
            let Some(last) = last.filter(|row| row.proves.is_some()) else { return Err(Error::NotFound) };
            if let Some(seconds) = last.wait(work.now) {
                return Err(Error::invalid("again", Message::from("sent-code-too-soon").with("n", seconds)));
            }
            let (channel, network, [by_mail, by_phone]) = (last.channel(), own.network(), words);
            let words = match channel {
                Channel::Mail => by_mail,
                Channel::Sms => by_phone,
            };
            let (to, proves) = (last.proves.clone(), last.proves.clone());
            let asked = Asked { account: Some(account), to, channel, proves, network: network.as_deref() };
            code::ask_hashed(work, &token, asked, &last.asked_hash, words)
        })
        .await;
    match sent {
        Ok(()) => Ok(cx.done("/account/prove", "done-code-sent")),
        Err(Fault(Error::NotFound)) => Ok(cx.go("/account")),
        Err(Fault(error)) => {
            let wait = waits(&cx).await?;
            cx.page_again("sent-code-title", &sent_view(&cx, &PROVING, wait, &problems_of(error)?))
        }
    }
}

/// Codes no longer go to the number; the password is asked again and the owner told.
pub async fn remove_number(cx: Cx, form: Form) -> Result {
    must_send_by(&cx, Channel::Sms)?;
    let own = load(&cx).await?;
    if !is_allowed(&cx, &own, form.get("old_password")).await? {
        let mut problems = Problems::default();
        problems.add("old_password", "password-wrong");
        return cx.page_again("number-title", &number_view(&cx, &own, &Form::default(), &problems));
    }
    let told = words(&cx, &own.account, What::CodeNumberOff);
    cx.write(CHANGE_OWN.on(()), move |work, _| {
        number::remove(work, own.account.id)?;
        notice::tell(work, &own.account, What::CodeNumberOff, told)
    })
    .await?;
    Ok(cx.done("/account", "done-number-removed"))
}
