//! A student as a teacher sees one: name, groups, and whom to call in an emergency (C039, C053). Guardians
//! whom a court's order keeps away are not on it.

use askama::Template;
use axum::extract::Path;
use people::guardian::Callable;
use people::{StudentId, edge, student};
use site::{Cx, Result, Say};
use store::Read;

use super::edge_lines::relationship;
use crate::{acts, group};

#[derive(Template)]
#[template(path = "my_student.html")]
struct MyStudentView<'a> {
    say: &'a Say,
    name: String,
    groups: Vec<String>,
    guardians: Vec<GuardianLine>,
}

struct GuardianLine {
    name: String,
    relationship: String,
    emergency: Option<String>,
    /// Only of emergency contacts.
    phone: Option<String>,
    picks_up: bool,
}

pub async fn see_student(cx: Cx, Path((_, student)): Path<(String, String)>) -> Result {
    let id: StudentId = student.parse()?;
    let (student, groups, guardians) = cx
        .read(acts::SEE_TAUGHT_STUDENT.on(id), |read: &Read, student| {
            let guardians = edge::callable_guardians_of(read, student)?;
            Ok((student::named(read, student)?, group::of_student(read, student.id())?, guardians))
        })
        .await?;
    let name = student.name().full();
    let view = MyStudentView {
        say: &cx.say,
        name: name.clone(),
        groups: groups.into_iter().map(|group| group.name).collect(),
        guardians: guardians.into_iter().map(|(edge, guardian)| line(&cx, &edge, guardian)).collect(),
    };
    cx.page_named(name, &view)
}

fn line(cx: &Cx, edge: &edge::Safety, guardian: Callable) -> GuardianLine {
    let order = edge.emergency_order;
    GuardianLine {
        name: guardian.named.name().full(),
        relationship: relationship(cx, &edge.relationship),
        emergency: order.map(|n| cx.say.count("edges-emergency", n)),
        phone: guardian.phone.filter(|_| order.is_some()),
        picks_up: edge.picks_up,
    }
}
