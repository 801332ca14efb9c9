//! One's accounts at other schools of this installation (C006): linked after signing in to both, by a code that
//! one school shows and the other takes; going over asks for the other school's own sign-in.

use askama::Template;
use kernel::{Error, Problems};
use site::{Cx, Fault, Field, Form, FormView, Result, Say, SchoolEntry};
use store::{Actor, Context};

use super::own::{is_proven, load, words};
use crate::account::{self, AccountId};
use crate::acts::{CHANGE_OWN, LINK, SEE_OWN};
use crate::link::{self, Other};
use crate::notice::{self, What, Words};

struct LinkLine {
    id: String,
    name: String,
    since: String,
    /// The other school's first page; without a session there it is its door.
    href: String,
}

#[derive(Template)]
#[template(path = "links.html")]
struct LinksView<'a> {
    lines: Vec<LinkLine>,
    /// A code just made.
    code: Option<String>,
    make_code: String,
    end: String,
    form: FormView,
    back: String,
    say: &'a Say,
}

async fn page(cx: &Cx, code: Option<String>, form: &Form, problems: &Problems) -> Result {
    let account = AccountId(cx.account()?);
    let links = cx.read(SEE_OWN.on(()), move |read, _| link::list(read, account)).await?;
    let mut lines = Vec::new();
    for (row, other) in links {
        let name = find_school(cx, &other.slug).await?.map(|school| school.name);
        lines.push(LinkLine {
            id: row.id.to_string(),
            name: name.unwrap_or_else(|| cx.say.say("links-gone")),
            since: cx.say.one("account-since", "when", &cx.say.moment(row.since)),
            href: format!("/s/{}/", other.slug),
        });
    }
    let fields = vec![
        Field::text("link_code").autocomplete("off").required().hint(),
        Field::kind("proof", "password").autocomplete("current-password").required().hint(),
    ];
    let view = LinksView {
        lines,
        code,
        make_code: cx.href("/account/links/code"),
        end: cx.href("/account/links/end"),
        form: FormView::new(cx, "/account/links", "links-button", form, problems, fields),
        back: cx.href("/account"),
        say: &cx.say,
    };
    if problems.0.is_empty() { cx.page("links-title", &view) } else { cx.page_again("links-title", &view) }
}

pub async fn show(cx: Cx) -> Result {
    page(&cx, None, &Form::default(), &Problems::default()).await
}

/// Shows a code to type at the other school: ten minutes, once.
pub async fn make_code(cx: Cx) -> Result {
    let (account, here) = (AccountId(cx.account()?), cx.school()?.slug.clone());
    let code = cx.write(CHANGE_OWN.on(()), move |work, _| link::new_code(work, account)).await?;
    page(&cx, Some(format!("{here}.{code}")), &Form::default(), &Problems::default()).await
}

async fn find_school(cx: &Cx, slug: &str) -> Result<Option<SchoolEntry>> {
    let (house, slug) = (std::sync::Arc::clone(&cx.house), slug.to_owned());
    cx.off_thread(move || (house.door.find_school)(&house, &slug)).await
}

/// The door of the other school, for nobody in particular: the code says whose account it is about.
async fn door(cx: &Cx, school: &SchoolEntry) -> Result<Context> {
    let (house, id, context) = (std::sync::Arc::clone(&cx.house), school.id, cx.context());
    cx.off_thread(move || Ok(Context { database: house.schools.get(id)?, actor: Actor::Visitor, ..context })).await
}

/// What the owner is told at the other school: nothing there names this one.
fn words_there(cx: &Cx, school: &SchoolEntry, account: &account::Model, what: What) -> Words {
    let url = format!("{}/s/{}/account", cx.house.url, school.slug);
    notice::words(&cx.say, what, &account.name, &school.name, &url)
}

/// Links the account here with the one there, whose code was typed. The owner of this session proves it is them;
/// the code proves that they are signed in there. Both accounts are told.
pub async fn link(cx: Cx, form: Form) -> Result {
    let own = load(&cx).await?;
    let mut problems = Problems::default();
    if !is_proven(&cx, &own, form.get("proof")).await? {
        problems.add("proof", "proof-wrong");
        return page(&cx, None, &form, &problems).await;
    }
    let here = cx.school()?.slug.clone();
    let there = match link::parse(form.get("link_code")).filter(|(slug, _)| *slug != here) {
        Some((slug, code)) => find_school(&cx, &slug).await?.map(|school| (school, code)),
        None => None,
    };
    let pair = cx.house.schools.random.token();
    let linked = match there {
        Some((school, code)) => link_there(&cx, school, code, &here, &pair).await?,
        None => None,
    };
    let Some(there) = linked else {
        let session = own.current.clone();
        cx.write(CHANGE_OWN.on(()), move |work, _| {
            session.map_or(Ok(()), |own| crate::session::count_guess(work, &own))
        })
        .await?;
        problems.add("link_code", "link-code-wrong");
        return page(&cx, None, &form, &problems).await;
    };
    let told = words(&cx, &own.account, What::Linked);
    cx.write(CHANGE_OWN.on(()), move |work, _| {
        link::create(work, own.account.id, &here, &Other { slug: there, pair })?;
        notice::tell(work, &own.account, What::Linked, told)
    })
    .await?;
    Ok(cx.done("/account/links", "done-linked"))
}

/// Spends the code at the other school and keeps that side; its slug, or nothing if the code is nobody's.
async fn link_there(cx: &Cx, school: SchoolEntry, code: String, here: &str, pair: &str) -> Result<Option<String>> {
    let context = door(cx, &school).await?;
    let (own, here, pair) = (cx.clone(), here.to_owned(), pair.to_owned());
    let linked = cx
        .off_thread(move || {
            context.write(LINK.on(()), |work, _| {
                let account = account::find(work, link::spend_code(work, &code)?)?;
                link::create(work, account.id, &school.slug, &Other { slug: here, pair })?;
                let told = words_there(&own, &school, &account, What::Linked);
                notice::tell(work, &account, What::Linked, told)?;
                Ok(school.slug.clone())
            })
        })
        .await;
    match linked {
        Ok(slug) => Ok(Some(slug)),
        Err(Fault(Error::NotFound)) => Ok(None),
        Err(other) => Err(other),
    }
}

/// Unlinks on both sides, from either.
pub async fn unlink(cx: Cx, form: Form) -> Result {
    let own = load(&cx).await?;
    let link = form.get("link").parse().map_err(|_| Error::NotFound)?;
    let told = words(&cx, &own.account, What::Unlinked);
    let other = cx
        .write(CHANGE_OWN.on(()), move |work, _| {
            let other = link::remove(work, own.account.id, link)?;
            notice::tell(work, &own.account, What::Unlinked, told)?;
            Ok(other)
        })
        .await?;
    if let Some(school) = find_school(&cx, &other.slug).await? {
        let context = door(&cx, &school).await?;
        let page = cx.clone();
        cx.off_thread(move || {
            context.write(LINK.on(()), |work, _| {
                let Some(id) = link::remove_side(work, &school.slug, &other.pair)? else { return Ok(()) };
                let account = account::find(work, id)?;
                notice::tell(work, &account, What::Unlinked, words_there(&page, &school, &account, What::Unlinked))
            })
        })
        .await?;
    }
    Ok(cx.done("/account/links", "done-unlinked"))
}
