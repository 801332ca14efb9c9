//! One proposal before the office: each field old and new, what the record says now, and an answer to each
//! (C127). What changed since it was proposed is shown as a conflict.

use std::sync::Arc;

use askama::Template;
use axum::extract::Path;
use kernel::Problems;
use people::correction::Subject;
use school::pages::form_page::sorted;
use site::form::{WhyView, why_of};
use site::{Cx, Form, Result, Say};

use super::sections::{label, worded};
use crate::proposal::{self, ACCEPTED, Answer, OPEN, OTHER, REFUSED, Telling, Whole};
use crate::{ProposalId, acts};

#[derive(Template)]
#[template(path = "proposal.html")]
struct ProposalView<'a> {
    say: &'a Say,
    base: String,
    name: String,
    /// The record's own page.
    record: Option<String>,
    by: String,
    at: String,
    reason: String,
    action: String,
    errors: Vec<String>,
    lines: Vec<Line>,
    is_open: bool,
}

/// One field, as both the office and who asked read it.
pub struct Line {
    pub field: String,
    pub label: String,
    pub before: String,
    pub after: String,
    /// What the record says now, where it is neither.
    pub moved: Option<String>,
    /// The record's value now, sent along so that nothing newer is overwritten unseen.
    pub seen: String,
    pub is_open: bool,
    pub is_accepted: bool,
    pub state: String,
    pub answer: String,
    pub choice: String,
    /// Why the answer's words are asked for (C176).
    pub why: Option<WhyView>,
}

pub fn lines(cx: &Cx, whole: &Whole, form: &Form) -> Vec<Line> {
    let shown = |field: &str, value: &str| {
        if value.is_empty() { cx.say.say("history-nothing") } else { worded(cx, field, value) }
    };
    let line = |row: &proposal::field::Model| {
        let now = whole.now.as_ref().map(|facts| facts.get(&row.field).to_owned());
        let is_moved = row.state == OPEN && row.field != OTHER && now.as_ref().is_some_and(|now| *now != row.before);
        let now = now.unwrap_or_default();
        Line {
            label: if row.field == OTHER { cx.say.say("field-other") } else { label(cx, &row.field) },
            before: shown(&row.field, &row.before),
            after: shown(&row.field, &row.after),
            moved: is_moved.then(|| shown(&row.field, &now)),
            seen: now,
            is_open: row.state == OPEN,
            is_accepted: row.state == ACCEPTED,
            state: state(cx, &row.state),
            answer: if form.has(&format!("words/{}", row.field)) {
                form.get(&format!("words/{}", row.field)).to_owned()
            } else {
                row.answer.clone()
            },
            choice: form.get(&format!("answer/{}", row.field)).to_owned(),
            field: row.field.clone(),
            why: why_of(cx, "proposal_field", "answer"),
        }
    };
    whole.fields.iter().map(line).collect()
}

fn state(cx: &Cx, word: &str) -> String {
    match word {
        ACCEPTED => cx.say.say("proposal-accepted"),
        REFUSED => cx.say.say("proposal-refused"),
        _ => cx.say.say("proposal-open"),
    }
}

pub async fn see_proposal(cx: Cx, Path((_, id)): Path<(String, String)>) -> Result {
    page(&cx, id.parse()?, &Form::default(), &Problems::default()).await
}

async fn page(cx: &Cx, id: ProposalId, form: &Form, problems: &Problems) -> Result {
    let whole = cx.read(acts::SEE_PROPOSAL.on(id), proposal::find).await?;
    let names = cx.names_of(vec![whole.proposal.account]).await?;
    let name = whole.now.as_ref().map_or_else(|| cx.say.say("proposal-record-gone"), |facts| facts.name.full());
    let record = match whole.proposal.subject()? {
        Subject::Guardian(id) => format!("/guardians/{id}"),
        Subject::Staff(id) => format!("/staff/{id}"),
        Subject::Student(id) => format!("/students/{id}"),
    };
    let view = ProposalView {
        say: &cx.say,
        base: cx.href(""),
        record: whole.now.is_some().then(|| cx.href(&record)),
        name: name.clone(),
        by: names.get(&whole.proposal.account).cloned().unwrap_or_else(|| cx.say.say("history-by-gone")),
        at: cx.say.moment(whole.proposal.at),
        reason: whole.proposal.reason.clone(),
        action: cx.href(&format!("/proposals/{id}")),
        errors: problems.0.iter().map(|problem| cx.say.message(&problem.message)).collect(),
        lines: lines(cx, &whole, form),
        is_open: whole.proposal.decided_at.is_none(),
    };
    if problems.0.is_empty() { cx.page("proposal-title", &view) } else { cx.page_again("proposal-title", &view) }
}

/// Answers the fields that were chosen. What is accepted is in the record when this page is left.
pub async fn decide(cx: Cx, Path((_, id)): Path<(String, String)>, form: Form) -> Result {
    let id: ProposalId = id.parse()?;
    let answers: Vec<Answer> = form
        .under("answer/")
        .filter(|(_, choice)| matches!(*choice, "accept" | "refuse"))
        .map(|(field, choice)| Answer {
            field: field.to_owned(),
            accepts: choice == "accept",
            words: form.get(&format!("words/{field}")).trim().chars().take(1_000).collect(),
            seen: form.get(&format!("seen/{field}")).to_owned(),
        })
        .collect();
    let mail = Telling {
        catalogue: Arc::clone(&cx.house.catalogue),
        place: cx.school()?.name.clone(),
        url: cx.url(&format!("/own/proposals/{id}")),
    };
    let decided = cx.write(acts::DECIDE.on(id), move |work, id| proposal::decide(work, id, answers, &mail)).await;
    match sorted(decided)? {
        Ok(()) => Ok(cx.done(&format!("/proposals/{id}"), "done-proposal-answered")),
        Err(problems) => page(&cx, id, &form, &problems).await,
    }
}
