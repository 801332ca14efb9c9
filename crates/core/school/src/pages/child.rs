//! A guardian's own child: the record, the groups and their teachers, and who else is a guardian, by name
//! only (C026, C052).

use askama::Template;
use axum::extract::Path;
use people::{StudentId, edge, guardian, staff, student};
use site::{Cx, Result, Say};
use store::{Allowed, Read};

use super::edge_lines::{relationship, rights};
use crate::profile::{self, Shown};
use crate::{acts, group, teaching};

#[derive(Template)]
#[template(path = "child.html")]
struct ChildView<'a> {
    say: &'a Say,
    icons: &'static str,
    base: String,
    id: StudentId,
    name: String,
    facts: Vec<(String, String)>,
    groups: Vec<GroupCard>,
    relationship: String,
    rights: Vec<String>,
    others: Vec<String>,
}

/// A group with its teachers' names and official addresses.
pub struct GroupCard {
    pub name: String,
    pub teachers: Vec<Teacher>,
}

/// A teacher, with what they show of themselves to the reader (C178).
pub struct Teacher {
    pub name: String,
    pub email: Option<String>,
    pub called: Option<String>,
    pub bio: Option<String>,
    /// Under the school.
    pub picture: Option<String>,
    pub initials: String,
}

/// What families and students see of a record.
pub struct Known {
    pub student: student::Known,
    pub groups: Vec<GroupCard>,
    pub guardians: Vec<(edge::Model, guardian::Named)>,
}

pub fn find(read: &Read, allowed: Allowed<StudentId>) -> kernel::Result<Known> {
    let groups = group::of_student(read, allowed.id())?;
    let staff = teaching::staff_of_groups(read, &groups)?;
    let people: Vec<_> = staff.iter().map(|(_, person)| person.id.0).collect();
    let profiles = profile::shown(read, &read.visible(&profile::SEE)?, &people)?;
    let card = |group: group::Model| GroupCard {
        teachers: staff
            .iter()
            .zip(&profiles)
            .filter(|((id, _), _)| *id == group.id)
            .map(|((_, person), shown)| teacher(person, shown))
            .collect(),
        name: group.name,
    };
    Ok(Known {
        student: student::known(read, allowed)?,
        groups: groups.into_iter().map(card).collect(),
        guardians: edge::named_guardians_of(read, allowed)?,
    })
}

fn teacher(person: &staff::Official, shown: &Shown) -> Teacher {
    let name = person.name();
    Teacher {
        initials: name.initials(),
        name: name.full(),
        email: person.email.clone(),
        called: shown.name.clone(),
        bio: shown.bio.clone(),
        picture: shown.picture.map(|id| format!("/profiles/{id}")),
    }
}

pub async fn see_child(cx: Cx, Path((_, student)): Path<(String, String)>) -> Result {
    let id: StudentId = student.parse()?;
    let known = cx.read(acts::SEE_OWN_CHILD.on(id), find).await?;
    let own = cx.person()?.guardian;
    let (mine, others): (Vec<_>, Vec<_>) = known.guardians.iter().partition(|(_, guardian)| Some(guardian.id.0) == own);
    let name = known.student.named.name().full();
    let view = ChildView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        base: cx.href(""),
        id,
        name: name.clone(),
        facts: facts(&cx, &known.student),
        relationship: mine.first().map(|(edge, _)| relationship(&cx, &edge.relationship)).unwrap_or_default(),
        rights: mine.first().map(|(edge, _)| rights(&cx, edge)).unwrap_or_default(),
        others: others.iter().map(|(_, guardian)| guardian.name().full()).collect(),
        groups: known.groups,
    };
    cx.page_named(name, &view)
}

/// Number, birth date and the days of coming and leaving.
pub fn facts(cx: &Cx, student: &student::Known) -> Vec<(String, String)> {
    let all = [
        ("field-number", student.number.clone()),
        ("field-born", student.born.map(|day| cx.say.date(day))),
        ("field-enrolled-on", Some(cx.say.date(student.enrolled_on))),
        ("field-left-on", student.named.left_on.map(|day| cx.say.date(day))),
    ];
    all.into_iter().filter_map(|(key, value)| Some((cx.say.say(key), value?))).collect()
}
