//! A merging that can still be undone, and what stands in the way of it.

use askama::Template;
use axum::extract::Path;
use kernel::Found as _;
use site::{Cx, Result, Say};

use crate::MergeId;
use crate::acts::{SEE_MERGE, UNDO};
use crate::journal;
use crate::kind::Kind;
use crate::merge::{named, tables, text};
use crate::undo::{self, Blocker};

#[derive(Template)]
#[template(path = "duplicate_merge.html")]
struct MergeView<'a> {
    say: &'a Say,
    back: String,
    name: String,
    href: Option<String>,
    about: String,
    until: String,
    /// What, and why.
    blockers: Vec<(String, String)>,
    undo: String,
}

struct Look {
    row: journal::Model,
    name: Option<String>,
    blockers: Vec<Blocker>,
}

async fn look(cx: &Cx, id: MergeId) -> Result<Look> {
    cx.read(SEE_MERGE.on(id), move |read, allowed| {
        let (row, entries) = journal::find(read, allowed)?;
        let kind = Kind::parse(&row.kind).found()?;
        let survivor = named(&tables(read)?, kind.word())?.find(read, row.survivor)?;
        let name = survivor.and_then(|cells| Some(text(&cells, kind.fields().first()?)));
        Ok(Look { blockers: undo::blockers(read, &entries)?, name, row })
    })
    .await
}

async fn view(cx: &Cx, look: Look) -> Result<MergeView<'_>> {
    let say = &cx.say;
    let Look { row, name, blockers } = look;
    let who = cx.names_of(vec![row.account]).await?;
    let by = who.get(&row.account).cloned().unwrap_or_default();
    let line = |blocker: Blocker| {
        let thing = super::thing(&blocker.table);
        (say.say(&format!("duplicates-thing-{thing}")), say.say(&format!("duplicates-since-{}", blocker.why.word())))
    };
    let mut blockers: Vec<_> = blockers.into_iter().map(line).collect();
    blockers.dedup();
    Ok(MergeView {
        say,
        back: cx.href("/duplicates"),
        href: name
            .is_some()
            .then(|| Kind::parse(&row.kind))
            .flatten()
            .map(|kind| cx.href(&super::path(kind, row.survivor))),
        name: name.unwrap_or_default(),
        about: say.with("duplicates-merged-about", &[("when", &say.moment(row.at)), ("who", &by)]),
        until: say.one("duplicates-undo-until", "when", &say.moment(row.at.plus(journal::WAITS))),
        blockers,
        undo: cx.href(&format!("/duplicates/merges/{}/undo", row.id)),
    })
}

pub async fn show(cx: Cx, Path((_, merge)): Path<(String, String)>) -> Result {
    let look = look(&cx, merge.parse()?).await?;
    cx.page("duplicates-merge-title", &view(&cx, look).await?)
}

/// Makes two of the one again; where something stands in the way, the page says what.
pub async fn undo(cx: Cx, Path((_, merge)): Path<(String, String)>) -> Result {
    let id: MergeId = merge.parse()?;
    let look = look(&cx, id).await?;
    if !look.blockers.is_empty() {
        return cx.page_again("duplicates-merge-title", &view(&cx, look).await?);
    }
    cx.erase_rows(UNDO.on(id), undo::undo).await?;
    Ok(cx.done("/duplicates", "done-duplicates-undone"))
}
