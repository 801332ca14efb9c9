//! My data: all that the school keeps of the signed-in person and their children, what can be changed at once,
//! what can be proposed, and what became of earlier proposals (C127, C128).

use askama::Template;
use site::{Cx, Result, Say};
use store::Role;

use super::sections::{Section, sections};
use crate::{ProposalId, acts, check, proposal};

#[derive(Template)]
#[template(path = "own.html")]
struct OwnView<'a> {
    say: &'a Say,
    base: String,
    sections: Vec<Section>,
    proposals: Vec<(ProposalId, String, bool)>,
    has_check: bool,
}

pub async fn see_own(cx: Cx) -> Result {
    cx.read(acts::ARRIVE.on(()), |_, _| Ok(())).await?;
    let asked = cx.list(&acts::SEE_OWN_PROPOSAL, proposal::list).await?;
    let has_check = cx.actor().is(Role::Guardian) && cx.list(&acts::SEE_CHECK, check::open).await?.is_some();
    let view = OwnView {
        say: &cx.say,
        base: cx.href(""),
        sections: sections(&cx).await?,
        proposals: asked.into_iter().map(|row| (row.id, cx.say.moment(row.at), row.decided_at.is_some())).collect(),
        has_check,
    };
    cx.page("own-title", &view)
}
