//! To the provider and back.

use accounts::account::{self, AccountId};
use accounts::cooling;
use accounts::entering::{enter, first_factor, place};
use accounts::notice::{self, What};
use accounts::session::Start;
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Redirect};
use kernel::{Error, Result as Kernel};
use site::{Cx, Fault, Page, Result, Say};
use store::{Read, Work};

use crate::acts::ENTER;
use crate::attempt::{self, Secrets};
use crate::identity::{self, Match};
use crate::oidc::{Asker, Proven};
use crate::provider::{self, Model, ProviderId};

/// The cookie that binds the way to the browser.
const COOKIE: &str = ".oidc";

/// The provider with what it takes to ask it.
pub(super) fn asker(cx: &Cx, (provider, secret): (Model, String)) -> Asker {
    let redirect = cx.url("/oidc/callback");
    Asker { secret, provider, redirect, may_plain: !cx.house.is_secure(), now: cx.now() }
}

/// A provider with its secret.
pub(super) fn with_secret(read: &Read, provider: Model) -> Kernel<(Model, String)> {
    let secret = provider::secret(read, &provider)?;
    Ok((provider, secret))
}

/// Keeps the way's secret in the browser.
pub(super) fn bound(cx: &Cx, page: Page, secrets: &Secrets) -> Page {
    cx.with_passing(page, COOKIE, &secrets.browser, attempt::STANDS / kernel::clock::SECOND)
}

/// Sends the browser to the provider.
pub async fn leave(cx: Cx, Path((_, provider)): Path<(String, String)>) -> Result<Page> {
    let id: ProviderId = provider.parse()?;
    let (provider, secrets) = cx
        .write(ENTER.on(()), move |work, _| {
            let provider = with_secret(work, provider::at_door(work, id)?)?;
            Ok((provider, attempt::begin(work, id, None)?))
        })
        .await?;
    match asker(&cx, provider).address(&secrets).await {
        Ok(address) => Ok(bound(&cx, Redirect::to(&address).into_response(), &secrets)),
        Err(failure) => failed(&cx, &failure.to_string()).await,
    }
}

#[derive(Template)]
#[template(path = "oidc_failed.html")]
struct FailedView<'a> {
    text: String,
    door: String,
    say: &'a Say,
}

/// Says in words what went wrong; the security log has the word for it.
async fn failed(cx: &Cx, why: &str) -> Result<Page> {
    let (network, outcome) = (cx.network(), why.to_owned());
    cx.write(ENTER.on(()), move |work, _| cooling::note(work, None, "provider", &outcome, network.as_deref())).await?;
    let view = FailedView { text: cx.say.say(&format!("oidc-failed-{why}")), door: cx.href("/sign-in"), say: &cx.say };
    cx.page_again("oidc-failed-title", &view)
}

/// What the provider sends along.
#[derive(serde::Deserialize)]
pub struct Answer {
    #[serde(default)]
    state: String,
    code: Option<String>,
    /// The issuer names itself (RFC 9207).
    iss: Option<String>,
}

/// Back from the provider. The attempt is used up first, whatever comes of it.
pub async fn come_back(cx: Cx, headers: HeaderMap, Query(answer): Query<Answer>) -> Result<Page> {
    let secrets = Secrets { browser: cx.passing(&headers, COOKIE).unwrap_or_default() };
    let (own, state) = (secrets.clone(), answer.state.clone());
    let begun = cx
        .write(ENTER.on(()), move |work, _| match attempt::finish(work, &own, &state)? {
            Some(row) => Ok(Some((with_secret(work, provider::at_door(work, row.provider_id)?)?, row.account_id))),
            None => Ok(None),
        })
        .await?;
    let Some(((provider, secret), linking)) = begun else { return failed(&cx, "state").await };
    if answer.iss.as_ref().is_some_and(|issuer| *issuer != provider.issuer) {
        return failed(&cx, "token").await;
    }
    let Some(code) = answer.code else { return failed(&cx, "refused").await };
    let page = match asker(&cx, (provider.clone(), secret)).prove(&secrets, code).await {
        Ok(proven) => match linking {
            Some(account) => link(&cx, account, provider, proven).await?,
            None => let_in(&cx, provider, proven).await?,
        },
        Err(failure) => failed(&cx, &failure.to_string()).await?,
    };
    Ok(cx.with_passing(page, COOKIE, "", 0))
}

/// Links the provider with the account that asked for it, if it is still the one signed in here.
async fn link(cx: &Cx, account: AccountId, provider: Model, proven: Proven) -> Result<Page> {
    if cx.account().ok() != Some(account.0) {
        return failed(cx, "state").await;
    }
    let own = cx.clone();
    let linked = cx
        .write(ENTER.on(()), move |work, _| {
            let account = account::find(work, account)?;
            if !identity::may_use(work, &provider, &account)? {
                return Ok(false);
            }
            keep(&own, work, &account, &provider, &proven)?;
            Ok(true)
        })
        .await;
    match linked {
        Ok(true) => Ok(cx.done("/account/providers", "done-provider-linked")),
        Ok(false) => failed(cx, "nobody").await,
        Err(Fault(Error::Invalid(_))) => failed(cx, "elsewhere").await,
        Err(other) => Err(other),
    }
}

/// Links and tells the owner.
fn keep(cx: &Cx, work: &Work, account: &account::Model, provider: &Model, proven: &Proven) -> Kernel<()> {
    identity::link(work, account.id, provider, &proven.subject)?;
    let url = cx.url("/account");
    let words = notice::words(&cx.say, What::ProviderOn, &account.name, &place(cx), &url);
    notice::tell(work, account, What::ProviderOn, words)
}

/// Begins a session for who came back, if they are somebody here; the second factor follows where one is set up,
/// unless the school lets the provider's count.
async fn let_in(cx: &Cx, provider: Model, proven: Proven) -> Result<Page> {
    let own = cx.clone();
    let trusts = provider.trusts_factor && proven.has_factor;
    let found = cx
        .write(ENTER.on(()), move |work, _| {
            let account = match identity::find(work, &provider, &proven)? {
                Match::Known(account) => account,
                Match::Address(account) => {
                    keep(&own, work, &account, &provider, &proven)?;
                    account
                }
                Match::Nobody => return Ok(None),
            };
            if cooling::is_cooling(&account, work.now) {
                return Ok(None);
            }
            identity::used(work, &provider, &proven.subject)?;
            cooling::note(work, Some(&account), "provider", "proven", own.network().as_deref())?;
            Ok(Some(account))
        })
        .await?;
    let Some(account) = found else { return failed(cx, "nobody").await };
    if !trusts {
        return first_factor(cx, account, "provider").await;
    }
    let entered = enter(cx, account, Start::SecondFactor, "provider").await?;
    let next = entered.first_page(cx);
    Ok(entered.seat(cx, next))
}
