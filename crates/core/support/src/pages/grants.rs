//! The school's page: who was let in, who asks, and who looked at what.

use std::sync::Arc;

use accounts::account;
use askama::Template;
use axum::extract::Path;
use kernel::Problems;
use sea_orm::prelude::Uuid;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use site::{Cx, Field, Form, FormView, Result, Say};
use store::audit;

use crate::acts::{ALLOW, END, GRANT, OPERATORS, PREPARE, SEE, SEE_GRANT};
use crate::grant::{self, GrantId, Model, State, Wish};
use crate::tell::{What, tell};

/// A grant as the school reads it.
struct Line {
    who: String,
    reason: String,
    state: String,
    when: String,
    used: String,
    /// Its page with what was looked at.
    href: String,
    allow: Option<String>,
    end: Option<String>,
    is_open: bool,
}

#[derive(Template)]
#[template(path = "support.html")]
struct SupportView<'a> {
    lines: Vec<Line>,
    /// For those who may grant.
    form: Option<FormView>,
    say: &'a Say,
}

/// Names of the operators: the school may name the one it lets in.
async fn operators(cx: &Cx) -> Result<Vec<(Uuid, String)>> {
    let house = Arc::clone(&cx.house);
    cx.off_thread(move || {
        installation::entry::own_context(&house.schools)?.read(OPERATORS.on(()), |read, _| {
            let rows = account::Entity::find().filter(account::Column::EndedAt.is_null()).all(read.db())?;
            Ok(rows.into_iter().map(|row| (row.id.0, row.name)).collect())
        })
    })
    .await
}

fn line(cx: &Cx, row: &Model) -> Line {
    let state = row.state(cx.now());
    let is_administrator = cx.actor().is(store::Role::Administrator);
    let path = |verb: &str| cx.href(&format!("/support/{}{verb}", row.id));
    let moment = |at: Option<kernel::Timestamp>| at.map(|at| cx.say.moment(at)).unwrap_or_default();
    Line {
        who: if row.operator.is_some() { row.operator_name.clone() } else { cx.say.say("support-any-operator") },
        reason: row.reason.clone(),
        state: cx.say.say(&format!("support-state-{}", state.word())),
        when: match state {
            State::Asked => cx.say.count("support-for-hours", row.hours),
            State::Refused => moment(row.ended_at),
            State::Runs | State::Over => {
                cx.say.with("support-from-until", &[("from", &moment(row.granted_at)), ("until", &moment(row.end()))])
            }
        },
        used: row.used_at.map_or_else(
            || cx.say.say("support-not-used"),
            |at| cx.say.one("support-used-since", "when", &cx.say.moment(at)),
        ),
        href: path(""),
        allow: (is_administrator && state == State::Asked).then(|| path("/allow")),
        end: (is_administrator && matches!(state, State::Asked | State::Runs)).then(|| path("/end")),
        is_open: state == State::Runs,
    }
}

async fn page(cx: &Cx, form: &Form, problems: &Problems) -> Result {
    let rows = cx.read(SEE.on(()), |read, _| grant::list(read)).await?;
    let form_view = if cx.actor().is(store::Role::Administrator) {
        let named = operators(cx).await?.into_iter().map(|(id, name)| (id.to_string(), name));
        let any = (String::new(), cx.say.say("support-any-operator"));
        let fields = vec![
            Field::choice("operator", std::iter::once(any).chain(named).collect()).why("support_grant", "operator"),
            Field::text("reason").required().hint().why("support_grant", "reason"),
            Field::text("hours").numeric().required().hint(),
        ];
        Some(FormView::new(cx, "/support", "support-grant-button", form, problems, fields))
    } else {
        None
    };
    let view = SupportView { lines: rows.iter().map(|row| line(cx, row)).collect(), form: form_view, say: &cx.say };
    if problems.0.is_empty() { cx.page("support-title", &view) } else { cx.page_again("support-title", &view) }
}

pub async fn list_grants(cx: Cx) -> Result {
    page(&cx, &Form::default().set("hours", "4"), &Problems::default()).await
}

/// Lets an operator look for some hours. The administrators are told.
pub async fn grant_support(cx: Cx, form: Form) -> Result {
    // Who may not grant is refused before what they typed is looked at.
    cx.read(PREPARE.on(()), |_, _| Ok(())).await?;
    let known = operators(&cx).await?;
    let operator = known.into_iter().find(|(id, _)| form.get("operator") == id.to_string());
    let mut problems = Problems::default();
    if operator.is_none() && form.some("operator").is_some() {
        problems.add("operator", "support-operator-unknown");
    }
    let wish = match grant::check(form.get("reason"), form.get("hours")) {
        Ok((reason, hours)) if problems.0.is_empty() => Wish { operator, reason, hours },
        Ok(_) => return page(&cx, &form, &problems).await,
        Err(more) => {
            problems.0.extend(more.0);
            return page(&cx, &form, &problems).await;
        }
    };
    let catalogue = Arc::clone(&cx.house.catalogue);
    cx.write(GRANT.on(()), move |work, school| {
        let given = grant::give(work, school, wish)?;
        tell(work, &catalogue, What::Granted, &given)
    })
    .await?;
    Ok(cx.done("/support", "done-support-granted"))
}

pub async fn allow_request(cx: Cx, Path((_, grant)): Path<(String, String)>) -> Result {
    let id: GrantId = grant.parse()?;
    let catalogue = Arc::clone(&cx.house.catalogue);
    cx.write(ALLOW.on(id), move |work, allowed| {
        let given = grant::allow(work, allowed)?;
        tell(work, &catalogue, What::Granted, &given)
    })
    .await?;
    Ok(cx.done("/support", "done-support-granted"))
}

/// Ends a grant at once, or refuses a request.
pub async fn end_grant(cx: Cx, Path((_, grant)): Path<(String, String)>) -> Result {
    let id: GrantId = grant.parse()?;
    let catalogue = Arc::clone(&cx.house.catalogue);
    cx.write(END.on(id), move |work, allowed| match grant::end(work, allowed)? {
        Some(ended) if ended.granted_at.is_some() => tell(work, &catalogue, What::Ended, &ended),
        _ => Ok(()),
    })
    .await?;
    Ok(cx.done("/support", "done-support-ended"))
}

struct Looked {
    when: String,
    who: String,
    act: String,
    object: String,
}

#[derive(Template)]
#[template(path = "support_grant.html")]
struct GrantView<'a> {
    line: Line,
    looked: Vec<Looked>,
    back: String,
    say: &'a Say,
}

/// Who looked at what under this grant: the entries of the audit chain that carry its id.
pub async fn see_grant(cx: Cx, Path((_, grant)): Path<(String, String)>) -> Result {
    let id: GrantId = grant.parse()?;
    let (row, entries) = cx
        .read(SEE_GRANT.on(id), move |read, allowed| {
            Ok((grant::find(read, allowed)?, audit::of_grant(read, id.0, 500)?))
        })
        .await?;
    // Operators who have left are named too.
    let known = cx.control()?.names_of(entries.iter().map(|entry| entry.account).collect()).await?;
    let name = |account: Uuid| known.get(&account).cloned().unwrap_or_default();
    let looked = entries
        .into_iter()
        .map(|entry| Looked {
            when: cx.say.moment(entry.at),
            who: name(entry.account),
            object: entry.kind.zip(entry.object).map(|(kind, id)| format!("{kind} {id}")).unwrap_or_default(),
            act: entry.act,
        })
        .collect();
    let view = GrantView { line: line(&cx, &row), looked, back: cx.href("/support"), say: &cx.say };
    cx.page("support-grant-title", &view)
}
