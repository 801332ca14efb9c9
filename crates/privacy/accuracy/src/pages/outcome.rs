//! What became of one's own proposal, field by field (C127).

use askama::Template;
use axum::extract::Path;
use site::{Cx, Form, Result, Say};

use super::decide::{Line, lines};
use crate::{ProposalId, acts, proposal};

#[derive(Template)]
#[template(path = "outcome.html")]
struct OutcomeView<'a> {
    say: &'a Say,
    base: String,
    at: String,
    reason: String,
    lines: Vec<Line>,
}

pub async fn see_outcome(cx: Cx, Path((_, id)): Path<(String, String)>) -> Result {
    let id: ProposalId = id.parse()?;
    let whole = cx.read(acts::SEE_OWN_PROPOSAL.on(id), proposal::find_own).await?;
    let view = OutcomeView {
        say: &cx.say,
        base: cx.href(""),
        at: cx.say.moment(whole.proposal.at),
        reason: whole.proposal.reason.clone(),
        lines: lines(&cx, &whole, &Form::default()),
    };
    cx.page("proposal-title", &view)
}
