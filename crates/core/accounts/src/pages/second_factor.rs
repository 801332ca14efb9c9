//! Setting up the second factor: scan, type one code, keep the recovery codes (C017).

use askama::Template;
use kernel::{Error, Problems};
use site::{Cx, Fault, Field, Form, FormView, Result, Say};
use store::Role;

use super::own::{Own, is_owners, is_proven, load, words};
use super::passkeys;
use super::recovery::RecoveryView;
use super::sign_in::{COOKIE_SECONDS, place};
use crate::acts::CHANGE_OWN;
use crate::factor;
use crate::notice::{self, What};
use crate::session::{self, Start};

#[derive(Template)]
#[template(path = "second_factor.html")]
struct FactorView<'a> {
    /// SVG of the address as a QR code; made here from our own text.
    picture: String,
    secret: String,
    form: FormView,
    required: bool,
    /// Where a passkey can be set up instead.
    passkeys: Option<String>,
    say: &'a Say,
}

fn view<'a>(cx: &'a Cx, own: &Own, secret: &str, problems: &Problems) -> Result<FactorView<'a>> {
    let account = &own.account;
    let address = factor::address(secret, account.email.as_ref().unwrap_or(&account.name), &place(cx))?;
    let code = Field::text("code").autocomplete("one-time-code").numeric().required().hint();
    // Whoever finds a page open may not add an app to what guards the account already.
    let proof = own.has_factor().then(|| Field::kind("proof", "password").required().hint());
    Ok(FactorView {
        picture: factor::picture(&address)?,
        secret: secret
            .as_bytes()
            .chunks(4)
            .map(|four| String::from_utf8_lossy(four).into_owned())
            .collect::<Vec<_>>()
            .join(" "),
        form: FormView::new(
            cx,
            "/account/second-factor",
            "factor-button",
            &Form::default(),
            problems,
            std::iter::once(code).chain(proof).collect(),
        )
        .hidden("secret", secret),
        required: cx.actor().roles() == [Role::Account],
        passkeys: passkeys::is_offered(cx).then(|| cx.href(passkeys::PASSKEYS)),
        say: &cx.say,
    })
}

pub async fn show(cx: Cx) -> Result {
    let own = load(&cx).await?;
    let secret = factor::new_secret(&cx.house.schools.random);
    cx.page("factor-title", &view(&cx, &own, &secret, &Problems::default())?)
}

/// Takes the first code as proof that the app holds the secret; a new session with the factor replaces the old.
pub async fn enable(cx: Cx, form: Form) -> Result {
    let own = load(&cx).await?;
    if own.account.totp_sealed.is_some() {
        return Err(Fault(Error::Conflict("factor-exists".into())));
    }
    let secret = form.get("secret").to_owned();
    if !factor::is_secret(&secret) {
        return Err(Fault(Error::invalid("secret", "code-wrong")));
    }
    let Some(step) = factor::step(&secret, form.get("code"), cx.now())? else {
        let mut problems = Problems::default();
        problems.add("code", "code-wrong");
        return cx.page_again("factor-title", &view(&cx, &own, &secret, &problems)?);
    };
    if own.has_factor() && !is_proven(&cx, &own, form.get("proof")).await? {
        let mut problems = Problems::default();
        problems.add("proof", "proof-wrong");
        return cx.page_again("factor-title", &view(&cx, &own, &secret, &problems)?);
    }
    let account = own.account;
    let words = words(&cx, &account, What::FactorOn);
    let agent = cx.agent.clone();
    let (codes, token) = cx
        .write(CHANGE_OWN.on(()), move |work, _| {
            let codes = factor::enable(work, account.id, secret, step)?;
            session::end_all(work, account.id, None)?;
            notice::tell(work, &account, What::FactorOn, words)?;
            Ok((codes, session::begin(work, account.id, Start::SecondFactor, &agent)?))
        })
        .await?;
    let page = cx.page("recovery-title", &RecoveryView::new(&cx, codes, "/"))?;
    Ok(cx.with_session(page, &token, COOKIE_SECONDS))
}

/// Turns it off, where no role demands it; the password is asked again.
pub async fn disable(cx: Cx, form: Form) -> Result {
    let own = load(&cx).await?;
    if !is_owners(&cx, &own, form.get("password")).await? {
        return Err(Fault(Error::invalid("password", "password-wrong")));
    }
    let words = words(&cx, &own.account, What::FactorOff);
    cx.write(CHANGE_OWN.on(()), move |work, _| {
        factor::disable(work, own.account.id)?;
        notice::tell(work, &own.account, What::FactorOff, words)
    })
    .await?;
    Ok(cx.done("/account", "done-factor-off"))
}
