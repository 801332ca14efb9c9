//! One guardian: contact, children with what the guardian may for each, and the way to an account.

use askama::Template;
use axum::extract::Path;
use kernel::Language;
use people::{GuardianId, address, edge, guardian, history};
use site::{Cx, Result, Say};
use store::Read;

use super::edge_lines::EdgeLine;
use super::history::{Change, changes};
use crate::acts;

#[derive(Template)]
#[template(path = "guardian.html")]
struct GuardianView<'a> {
    say: &'a Say,
    icons: &'static str,
    base: String,
    id: GuardianId,
    name: String,
    facts: Vec<(String, String)>,
    address: Vec<String>,
    has_email: bool,
    /// What the school speaks, for a letter.
    spoken: Language,
    edges: Vec<EdgeLine>,
    changes: Vec<Change>,
}

pub async fn see_guardian(cx: Cx, Path((_, guardian)): Path<(String, String)>) -> Result {
    let id: GuardianId = guardian.parse()?;
    let (guardian, address, children, history) = cx
        .read(acts::SEE_GUARDIAN.on(id), |read: &Read, id| {
            let address = address::guardian::find(read, id.id())?;
            Ok((guardian::find(read, id)?, address, edge::students_of(read, id)?, history::list(read, id.id().0)?))
        })
        .await?;
    let name = guardian.name().full();
    let facts = [("field-phone", guardian.phone), ("field-email", guardian.email)];
    let home = &cx.school()?.country;
    let view = GuardianView {
        address: address.map(|address| address.lines(home)).unwrap_or_default(),
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        base: cx.href(""),
        id,
        name: name.clone(),
        spoken: cx.school()?.language,
        has_email: facts.iter().any(|(key, value)| *key == "field-email" && value.is_some()),
        facts: facts.into_iter().filter_map(|(key, value)| Some((cx.say.say(key), value?))).collect(),
        edges: children.iter().map(|(edge, student)| EdgeLine::to_student(&cx, edge, student)).collect(),
        changes: changes(&cx, history).await?,
    };
    cx.page_named(name, &view)
}
