//! The operator's side: asking a school, going in with a fresh second factor, leaving.

use std::collections::HashMap;
use std::sync::Arc;

use accounts::account::{self, AccountId};
use accounts::passkeys::{self, PasskeyButton};
use accounts::{cooling, factor, passkey, session};
use askama::Template;
use axum::Json;
use axum::extract::Path;
use axum::response::{IntoResponse as _, Redirect};
use kernel::{Error, Problems};
use sea_orm::prelude::Uuid;
use site::{Cx, Fault, Field, Form, FormView, Page, Result, Say, SchoolEntry};
use store::{Actor, Context};

use crate::acts::{ASK, ENTER, LEAVE, SEE_FACTORS, SEE_OWN, STEP_UP};
use crate::grant::{self, Model, State, Wish};
use crate::tell::{What, tell};
use crate::visit;

struct Line {
    reason: String,
    state: String,
    when: String,
}

#[derive(Template)]
#[template(path = "support_operator.html")]
struct OperatorView<'a> {
    school: String,
    lines: Vec<Line>,
    /// A grant runs: the way in.
    enter: Option<FormView>,
    /// The way in for who has a passkey.
    passkey: Option<PasskeyButton>,
    leave: String,
    ask: FormView,
    back: String,
    say: &'a Say,
}

type Slug = Path<HashMap<String, String>>;

/// The school, and the operator at its door: for acts that show nothing of its content.
async fn at_school(cx: &Cx, path: &Slug) -> Result<(SchoolEntry, Context)> {
    let Actor::Operator(_) = cx.actor() else { return Err(Fault(Error::SignedOut)) };
    let slug = path.get("school").cloned().unwrap_or_default();
    let (house, context) = (Arc::clone(&cx.house), cx.context());
    cx.off_thread(move || {
        let school = (house.door.find_school)(&house, &slug)?.ok_or(Error::NotFound)?;
        let database = house.schools.get(school.id)?;
        Ok((school, Context { database, ..context }))
    })
    .await
}

fn here(school: &SchoolEntry) -> String {
    format!("/support/{}", school.slug)
}

/// Both forms on one page; `problems` belong to the one whose field they name.
async fn page(cx: &Cx, school: &SchoolEntry, context: &Context, form: &Form, problems: &Problems) -> Result {
    let (door, operator) = (context.clone(), cx.account()?);
    let rows = cx.off_thread(move || door.read(SEE_OWN.on(()), |read, _| grant::of_operator(read, operator))).await?;
    let runs = rows.iter().any(|row| row.state(cx.now()) == State::Runs);
    let has_passkey =
        runs && cx.read(SEE_FACTORS.on(()), move |read, _| passkey::has(read, AccountId(operator))).await?;
    let path = format!("{}/enter", here(school));
    let of = |names: &[&str]| Problems(problems.0.iter().filter(|p| names.contains(&p.field)).cloned().collect());
    let code = Field::text("code").autocomplete("one-time-code").numeric().required().hint();
    let ask = vec![Field::text("reason").required().hint(), Field::text("hours").numeric().required().hint()];
    let view = OperatorView {
        school: school.name.clone(),
        lines: rows.iter().map(|row| line(cx, row)).collect(),
        enter: runs
            .then(|| FormView::new(cx, &path, "support-enter-button", &Form::default(), &of(&["code"]), vec![code])),
        passkey: if has_passkey { PasskeyButton::at(cx, &path) } else { None },
        leave: cx.href(&format!("{}/leave", here(school))),
        ask: FormView::new(cx, &here(school), "support-ask-button", form, &of(&["reason", "hours"]), ask),
        back: cx.href("/"),
        say: &cx.say,
    };
    let title = "support-operator-title";
    if problems.0.is_empty() { cx.page(title, &view) } else { cx.page_again(title, &view) }
}

fn line(cx: &Cx, row: &Model) -> Line {
    let state = row.state(cx.now());
    Line {
        reason: row.reason.clone(),
        state: cx.say.say(&format!("support-state-{}", state.word())),
        when: match row.end() {
            Some(end) => cx.say.one("support-until", "until", &cx.say.moment(end)),
            None => cx.say.count("support-for-hours", row.hours),
        },
    }
}

pub async fn show(cx: Cx, path: Slug) -> Result {
    let (school, context) = at_school(&cx, &path).await?;
    page(&cx, &school, &context, &Form::default().set("hours", "4"), &Problems::default()).await
}

/// Asks the school to be let in; its administrators are told.
pub async fn ask(cx: Cx, path: Slug, form: Form) -> Result {
    let (school, context) = at_school(&cx, &path).await?;
    let (reason, hours) = match grant::check(form.get("reason"), form.get("hours")) {
        Ok(checked) => checked,
        Err(problems) => return page(&cx, &school, &context, &form, &problems).await,
    };
    let operator = Some((cx.account()?, cx.name.clone().unwrap_or_default()));
    let (wish, catalogue) = (Wish { operator, reason, hours }, Arc::clone(&cx.house.catalogue));
    cx.off_thread(move || {
        context.write(ASK.on(()), |work, allowed| {
            let asked = grant::ask(work, allowed, wish)?;
            tell(work, &catalogue, What::Asked, &asked)
        })
    })
    .await?;
    Ok(cx.done(&here(&school), "done-support-asked"))
}

/// Asks the operator for one of their passkeys.
pub async fn begin(cx: Cx, path: Slug) -> Result<Page> {
    at_school(&cx, &path).await?;
    let party = passkeys::party(&cx).ok_or(Error::NotFound)?;
    let (account, token) = (AccountId(cx.account()?), cx.token()?);
    let options = cx.write(STEP_UP.on(()), move |work, _| passkey::begin_second(work, &party, &token, account)).await?;
    Ok(Json(options).into_response())
}

/// The session that is this operator's, if the code or the passkey is theirs too: a code works once, and five
/// wrong answers end the session (C015).
async fn step_up(cx: &Cx, form: &Form) -> Result<Option<Uuid>> {
    let (account, token, network) = (AccountId(cx.account()?), cx.token()?, cx.network());
    let (own, code) = (cx.clone(), form.get("code").to_owned());
    let by_passkey = passkeys::party(cx).zip(passkeys::answer(form));
    cx.write(STEP_UP.on(()), move |work, _| {
        let account = account::find(work, account)?;
        let session = session::find_by_token(work, &token)?.ok_or(Error::SignedOut)?;
        let fits = match by_passkey {
            Some((party, answer)) => {
                let answered = passkey::finish_second(work, &party, &token, account.id, &answer)?;
                passkeys::settle(&own, work, answered)?.is_some()
            }
            None => !cooling::is_cooling(&account, work.now) && factor::use_code(work, &account, &code)?,
        };
        cooling::note(work, Some(&account), "step-up", if fits { "in" } else { "wrong" }, network.as_deref())?;
        if fits {
            return Ok(Some(session.id));
        }
        session::count_guess(work, &session)?;
        Ok(None)
    })
    .await
}

/// Goes in: the second factor is asked again, then the school opens to look at.
pub async fn enter(cx: Cx, path: Slug, form: Form) -> Result<Page> {
    let (school, context) = at_school(&cx, &path).await?;
    let Some(session) = step_up(&cx, &form).await? else {
        let mut problems = Problems::default();
        problems.add("code", "code-wrong");
        return page(&cx, &school, &context, &Form::default(), &problems).await;
    };
    let (operator, catalogue) = (cx.account()?, Arc::clone(&cx.house.catalogue));
    cx.off_thread(move || {
        context.write(ENTER.on(()), |work, allowed| {
            let grant = visit::begin(work, allowed, operator, session)?;
            if grant::note_use(work, &grant)? { tell(work, &catalogue, What::Used, &grant) } else { Ok(()) }
        })
    })
    .await?;
    Ok(Redirect::to(&format!("/s/{}/", school.slug)).into_response())
}

/// Ends the visit before its time.
pub async fn leave(cx: Cx, path: Slug) -> Result<Page> {
    let (school, context) = at_school(&cx, &path).await?;
    let token = cx.token()?;
    let session = cx.write(STEP_UP.on(()), move |work, _| session::find_by_token(work, &token)).await?;
    let session = session.ok_or(Error::SignedOut)?.id;
    cx.off_thread(move || context.write(LEAVE.on(()), |work, allowed| visit::leave(work, allowed, session))).await?;
    Ok(cx.done(&here(&school), "done-support-left"))
}
