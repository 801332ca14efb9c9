//! One's own links with providers: linked while signed in, after proving that it is the owner; ended at will.

use accounts::account::AccountId;
use accounts::entering::{is_proven, load, words};
use accounts::notice::{self, What};
use askama::Template;
use kernel::{Error, Problems};
use site::{Cx, Field, Form, FormView, Result, Say, Setting};
use store::Read;

use super::door::{asker, bound, with_secret};
use crate::acts::{CHANGE_OWN, SEE_OWN};
use crate::{attempt, identity, provider};

struct Line {
    id: String,
    name: String,
    since: String,
}

#[derive(Template)]
#[template(path = "own_providers.html")]
struct OwnView<'a> {
    lines: Vec<Line>,
    /// Providers that this account may link.
    form: Option<FormView>,
    end: String,
    back: String,
    say: &'a Say,
}

#[derive(Template)]
#[template(path = "go_on.html")]
struct GoOnView {
    text: String,
    button: String,
    address: String,
}

/// Providers that the account may use.
fn usable(read: &Read) -> kernel::Result<Vec<provider::Model>> {
    let account = accounts::account::find(read, AccountId(read.actor.account()))?;
    let all = provider::list(read)?.into_iter();
    all.filter_map(|row| match identity::may_use(read, &row, &account) {
        Ok(true) => Some(Ok(row)),
        Ok(false) => None,
        Err(error) => Some(Err(error)),
    })
    .collect()
}

async fn page(cx: &Cx, problems: &Problems) -> Result {
    let id = AccountId(cx.account()?);
    let (links, usable) =
        cx.read(SEE_OWN.on(()), move |read, _| Ok((identity::of_account(read, id)?, usable(read)?))).await?;
    let choices: Vec<_> = usable.into_iter().map(|row| (row.id.to_string(), row.name)).collect();
    let form = (!choices.is_empty()).then(|| {
        let proof = Field::kind("proof", "password").autocomplete("current-password").required().hint();
        let fields = vec![Field::choice("provider", choices), proof];
        FormView::new(cx, "/account/providers", "own-providers-button", &Form::default(), problems, fields)
    });
    let line = |(row, name): (identity::Model, String)| Line {
        id: row.id.to_string(),
        name,
        since: cx.say.one("account-since", "when", &cx.say.moment(row.since)),
    };
    let view = OwnView {
        lines: links.into_iter().map(line).collect(),
        form,
        end: cx.href("/account/providers/end"),
        back: cx.href("/settings"),
        say: &cx.say,
    };
    if problems.0.is_empty() {
        cx.page("own-providers-title", &view)
    } else {
        cx.page_again("own-providers-title", &view)
    }
}

pub async fn show(cx: Cx) -> Result {
    page(&cx, &Problems::default()).await
}

/// Begins the way to the provider. A page leads on, since a form may not lead to another site.
pub async fn link(cx: Cx, form: Form) -> Result {
    let own = load(&cx).await?;
    let mut problems = Problems::default();
    let wanted = form.get("provider").to_owned();
    let usable = cx.read(SEE_OWN.on(()), move |read, _| usable(read)).await?;
    let Some(chosen) = usable.into_iter().find(|row| row.id.to_string() == wanted) else {
        problems.add("provider", "provider-unknown");
        return page(&cx, &problems).await;
    };
    if !is_proven(&cx, &own, form.get("proof")).await? {
        problems.add("proof", "proof-wrong");
        return page(&cx, &problems).await;
    }
    let (id, account) = (chosen.id, own.account.id);
    let name = chosen.name.clone();
    let (secrets, chosen) = cx
        .write(CHANGE_OWN.on(()), move |work, _| {
            Ok((attempt::begin(work, id, Some(account))?, with_secret(work, chosen)?))
        })
        .await?;
    let Ok(address) = asker(&cx, chosen).address(&secrets).await else {
        problems.add("provider", "oidc-failed-unreachable");
        return page(&cx, &problems).await;
    };
    let view = GoOnView {
        text: cx.say.one("go-on-text", "name", &name),
        button: cx.say.one("go-on-button", "name", &name),
        address,
    };
    Ok(bound(&cx, cx.page("own-providers-title", &view)?, &secrets))
}

/// Ends a link; the owner is told.
pub async fn unlink(cx: Cx, form: Form) -> Result {
    let own = load(&cx).await?;
    let link = form.get("link").parse().map_err(|_| Error::NotFound)?;
    let told = words(&cx, &own.account, What::ProviderOff);
    cx.write(CHANGE_OWN.on(()), move |work, _| {
        identity::remove(work, own.account.id, link)?;
        notice::tell(work, &own.account, What::ProviderOff, told)
    })
    .await?;
    Ok(cx.done("/account/providers", "done-provider-unlinked"))
}

/// The line of the page of settings (C110).
pub(crate) fn setting(cx: &Cx, read: &Read) -> kernel::Result<Vec<Setting>> {
    if cx.school.is_none() {
        return Ok(Vec::new());
    }
    let account = accounts::account::find(read, AccountId(read.actor.account()))?;
    let links = identity::of_account(read, account.id)?;
    let told = notice::newest(read, account.id, &[What::ProviderOn, What::ProviderOff])?;
    let names = links.into_iter().map(|(_, name)| name).collect::<Vec<_>>();
    let value = if names.is_empty() { cx.say.say("own-providers-none") } else { cx.say.list(names) };
    Ok(vec![Setting {
        words: cx.say.say("setting-providers"),
        value,
        since: told.unwrap_or(account.created_at),
        href: "/account/providers".to_owned(),
    }])
}
