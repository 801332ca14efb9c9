//! What families, staff and learners propose, for the office: those that wait first.

use askama::Template;
use people::correction::{self, Subject};
use site::{Cx, Result, Say};
use store::{Read, Visible};

use crate::proposal;
use crate::{ProposalId, acts};

#[derive(Template)]
#[template(path = "proposals.html")]
struct ProposalsView<'a> {
    say: &'a Say,
    base: String,
    lines: Vec<Line>,
}

struct Line {
    id: ProposalId,
    name: String,
    at: String,
    is_open: bool,
}

pub async fn list_proposals(cx: Cx) -> Result {
    let look = |read: &Read, visible: Visible<ProposalId>| {
        let rows = proposal::list(read, visible)?;
        let subjects = rows.iter().map(proposal::Model::subject).collect::<kernel::Result<Vec<Subject>>>()?;
        let names = correction::names(read, &subjects)?;
        Ok((rows, names))
    };
    let (rows, names) = cx.list(&acts::SEE_PROPOSAL, look).await?;
    let view = ProposalsView {
        say: &cx.say,
        base: cx.href(""),
        lines: rows
            .into_iter()
            .map(|row| Line {
                id: row.id,
                name: names.get(&row.object).cloned().unwrap_or_else(|| cx.say.say("proposal-record-gone")),
                at: cx.say.moment(row.at),
                is_open: row.decided_at.is_none(),
            })
            .collect(),
    };
    cx.page("proposals-title", &view)
}
