//! One guardian: contact, children with what the guardian may for each, and the way to an account.

use askama::Template;
use axum::extract::Path;
use people::{EdgeId, GuardianId, StudentId, edge, guardian, history, student};
use site::{Cx, Result, Say};
use store::Read;

use super::history::{Change, changes};
use super::student::{relationship, rights};
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
    has_email: bool,
    children: Vec<ChildLine>,
    changes: Vec<Change>,
}

struct ChildLine {
    edge: EdgeId,
    student: StudentId,
    name: String,
    relationship: String,
    rights: Vec<String>,
    emergency: Option<String>,
    restricted: Option<String>,
}

pub async fn see_guardian(cx: Cx, Path((_, guardian)): Path<(String, String)>) -> Result {
    let id: GuardianId = guardian.parse()?;
    let (guardian, children, history) = cx
        .read(acts::SEE_GUARDIAN.on(id), |read: &Read, id| {
            Ok((guardian::find(read, id)?, edge::students_of(read, id)?, history::list(read, id.id().0)?))
        })
        .await?;
    let name = guardian.name().full();
    let facts = [("field-phone", guardian.phone), ("field-email", guardian.email)];
    let view = GuardianView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        base: cx.href(""),
        id,
        name: name.clone(),
        has_email: facts.iter().any(|(key, value)| *key == "field-email" && value.is_some()),
        facts: facts.into_iter().filter_map(|(key, value)| Some((cx.say.say(key), value?))).collect(),
        children: children.iter().map(|(edge, student)| child_line(&cx, edge, student)).collect(),
        changes: changes(&cx, history),
    };
    cx.page_named(name, &view)
}

fn child_line(cx: &Cx, edge: &edge::Model, student: &student::Model) -> ChildLine {
    ChildLine {
        edge: edge.id,
        student: student.id,
        name: student.name().full(),
        relationship: relationship(cx, &edge.relationship),
        rights: rights(cx, edge),
        emergency: edge.emergency_order.map(|n| cx.say.count("edges-emergency", n)),
        restricted: edge.restricted_from.map(|day| cx.say.one("edges-restricted", "date", &cx.say.date(day))),
    }
}
