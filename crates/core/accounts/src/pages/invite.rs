//! The office invites: by mail with a link, or by a letter with a code.

use askama::Template;
use axum::extract::Path;
use kernel::{Error, Language};
use people::{GuardianId, StaffId, address, guardian, institution, staff};
use site::{Cx, Form, Result, Say};
use store::outbox::{self, Mail};
use store::{Role, Work};

use super::letter::{self, Letter};
use super::sign_in::place;
use crate::account::Standing;
use crate::acts::{INVITE_GUARDIAN, INVITE_STAFF};
use crate::invitation::{self, STANDS};

fn mail(cx: &Cx, name: &str, to: &str, token: &str) -> Mail {
    Mail {
        to: to.to_owned(),
        subject: cx.say.one("mail-invitation-subject", "place", &place(cx)),
        body: cx.say.with(
            "mail-invitation",
            &[("name", name), ("place", &place(cx)), ("url", &cx.url(&format!("/invite/{token}")))],
        ),
    }
}

fn invite(
    work: &Work,
    name: &str,
    email: &str,
    standing: &Standing,
    mail: impl FnOnce(&str) -> Mail,
) -> kernel::Result<()> {
    let secrets = invitation::create(work, name, email, standing, STANDS)?;
    outbox::queue(work, mail(&secrets.token))
}

fn id<T: std::str::FromStr<Err = Error>>(path: &Path<(String, String)>) -> Result<T> {
    Ok(path.1.parse::<T>()?)
}

#[derive(Template)]
#[template(path = "no_address.html")]
struct NoAddressView<'a> {
    letter: String,
    /// The desks that were chosen, for the letter.
    hidden: Vec<(&'static str, &'static str)>,
    spoken: Language,
    back: String,
    say: &'a Say,
}

/// The record holds no mail address: a letter is offered instead (C052).
fn no_address(cx: &Cx, person: &str, desks: &[Role]) -> Result {
    let view = NoAddressView {
        letter: cx.href(&format!("{person}/letter")),
        hidden: desks.iter().map(|role| (role.word(), "yes")).collect(),
        spoken: cx.school()?.language,
        back: cx.href(person),
        say: &cx.say,
    };
    cx.page_again("no-address-title", &view)
}

/// Mails the guardian; without an address on record it offers the letter.
pub async fn mail_guardian(cx: Cx, path: Path<(String, String)>) -> Result {
    let id: GuardianId = id(&path)?;
    let own = cx.clone();
    let mailed = cx
        .write(INVITE_GUARDIAN.on(id), move |work, allowed| {
            let row = guardian::find(work, allowed)?;
            let Some(email) = &row.email else { return Ok(false) };
            let standing = Standing { guardian: Some(row.id.0), ..Standing::default() };
            let name = row.name().full();
            invite(work, &name, email, &standing, |token| mail(&own, &name, email, token))?;
            Ok(true)
        })
        .await?;
    let person = format!("/guardians/{id}");
    if mailed { Ok(cx.done(&person, "done-invited")) } else { no_address(&cx, &person, &[]) }
}

pub async fn letter_guardian(cx: Cx, path: Path<(String, String)>, form: Form) -> Result {
    let id: GuardianId = id(&path)?;
    let (sender, letter) = cx
        .write(INVITE_GUARDIAN.on(id), move |work, allowed| {
            let name = guardian::find(work, allowed)?.name().full();
            let standing = Standing { guardian: Some(id.0), ..Standing::default() };
            let secrets = invitation::create(work, &name, "", &standing, STANDS)?;
            let address = address::guardian::find(work, id)?;
            Ok((institution::find(work)?, Letter { name, address, code: secrets.code }))
        })
        .await?;
    letter::answer(&cx, &form, &sender, letter, &format!("/guardians/{id}")).await
}

/// The desks an administrator may give; `teacher` where nothing is chosen.
fn desks(form: &Form) -> Vec<Role> {
    let chosen: Vec<Role> = [Role::Administrator, Role::Office, Role::Teacher, Role::Dpo]
        .into_iter()
        .filter(|role| form.is(role.word()))
        .collect();
    if chosen.is_empty() { vec![Role::Teacher] } else { chosen }
}

pub async fn mail_staff(cx: Cx, path: Path<(String, String)>, form: Form) -> Result {
    let id: StaffId = id(&path)?;
    let (own, desks) = (cx.clone(), desks(&form));
    let chosen = desks.clone();
    let mailed = cx
        .write(INVITE_STAFF.on(id), move |work, allowed| {
            let row = staff::find(work, allowed)?;
            let Some(email) = &row.email else { return Ok(false) };
            let standing = Standing { staff: Some(row.id.0), roles: chosen, ..Standing::default() };
            let name = row.name().full();
            invite(work, &name, email, &standing, |token| mail(&own, &name, email, token))?;
            Ok(true)
        })
        .await?;
    let person = format!("/staff/{id}");
    if mailed { Ok(cx.done(&person, "done-invited")) } else { no_address(&cx, &person, &desks) }
}

pub async fn letter_staff(cx: Cx, path: Path<(String, String)>, form: Form) -> Result {
    let id: StaffId = id(&path)?;
    let roles = desks(&form);
    let (sender, letter) = cx
        .write(INVITE_STAFF.on(id), move |work, allowed| {
            let name = staff::find(work, allowed)?.name().full();
            let standing = Standing { staff: Some(id.0), roles, ..Standing::default() };
            let secrets = invitation::create(work, &name, "", &standing, STANDS)?;
            let address = address::staff::find(work, id)?;
            Ok((institution::find(work)?, Letter { name, address, code: secrets.code }))
        })
        .await?;
    letter::answer(&cx, &form, &sender, letter, &format!("/staff/{id}")).await
}
