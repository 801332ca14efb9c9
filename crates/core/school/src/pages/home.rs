//! The first page: what each role needs, one section after the other.

use askama::Template;
use kernel::{Error, Result as Kernel};
use people::{agreement, institution, staff, student};
use site::{Cx, Fault, Result, Say};
use store::query::Paging;
use store::{Actor, Allowed, Read, Role, Whole};

use super::tasks::{ToDo, to_do};
use crate::counts::{self, Counts};
use crate::{GroupId, acts, enrolment, group, teaching};

#[derive(Template)]
#[template(path = "home.html")]
struct HomeView<'a> {
    say: &'a Say,
    icons: &'static str,
    base: String,
    greeting: String,
    to_do: Vec<ToDo>,
    desk: Option<Desk>,
    groups: Option<Vec<GroupLine>>,
    children: Option<Vec<Child>>,
    oneself: Option<Child>,
    is_officer: bool,
}

struct Desk {
    /// The school takes rosters in.
    imports: bool,
    tiles: Vec<Tile>,
    needs: Vec<Need>,
}

struct Tile {
    number: u64,
    words: String,
    path: &'static str,
}

struct Need {
    words: String,
    text: String,
    path: &'static str,
    button: String,
}

struct GroupLine {
    id: GroupId,
    name: String,
    students: String,
}

struct Child {
    path: String,
    name: String,
    initials: String,
    left: Option<String>,
    groups: Vec<Taught>,
}

struct Taught {
    name: String,
    teachers: Vec<String>,
}

/// Leads everybody to what is theirs; who is not signed in goes to the door.
pub async fn home(cx: Cx) -> Result {
    cx.read(acts::ARRIVE.on(()), |_, _| Ok(())).await?;
    if matches!(cx.actor(), Actor::Visitor) {
        return Err(Fault(Error::SignedOut));
    }
    let is = |role| cx.actor().is(role);
    let view = HomeView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        base: cx.href(""),
        greeting: cx.say.one("home-greeting", "name", cx.name.as_deref().unwrap_or_default()),
        to_do: to_do(&cx).await?,
        desk: if is(Role::Administrator) || is(Role::Office) || is(Role::Support) {
            Some(desk(&cx).await?)
        } else {
            None
        },
        groups: if is(Role::Teacher) { Some(own_groups(&cx).await?) } else { None },
        children: if is(Role::Guardian) { Some(own_children(&cx).await?) } else { None },
        oneself: if is(Role::Student) { oneself(&cx).await? } else { None },
        is_officer: is(Role::Dpo),
    };
    cx.page("home-title", &view)
}

/// The numbers of the office and what waits for it.
async fn desk(cx: &Cx) -> Result<Desk> {
    let look = |read: &Read, school: Allowed<Whole>| {
        let accepted = agreement::find(read)?.is_some();
        Ok((counts::counts(read, school)?, accepted, institution::find(read)?.is_complete()))
    };
    let (counts, accepted, complete) = cx.read(acts::SEE_COUNTS.on(()), look).await?;
    let administrator = cx.actor().is(Role::Administrator);
    let mut needs = Vec::new();
    if !accepted {
        needs.push(need(cx, "agreement", if administrator { "/agreement" } else { "" }));
    }
    if counts.known == 0 && cx.uses("roster") {
        needs.push(need(cx, "roster", "/roster"));
    }
    if !complete {
        needs.push(need(cx, "institution", if administrator { "/institution" } else { "" }));
    }
    Ok(Desk { imports: cx.uses("roster"), tiles: tiles(cx, counts), needs })
}

fn need(cx: &Cx, what: &str, path: &'static str) -> Need {
    let word = |part: &str| cx.say.say(&format!("home-need-{what}{part}"));
    Need { words: word(""), text: word("-text"), button: word("-button"), path }
}

fn tiles(cx: &Cx, counts: Counts) -> Vec<Tile> {
    let tile = |number, key, path| Tile { number, words: cx.say.count(key, number), path };
    vec![
        tile(counts.students, "home-tile-students", "/students"),
        tile(counts.groups, "home-tile-groups", "/groups"),
        tile(counts.guardians, "home-tile-guardians", "/guardians"),
        tile(counts.staff, "home-tile-staff", "/staff"),
    ]
}

async fn own_groups(cx: &Cx) -> Result<Vec<GroupLine>> {
    let (groups, counts) = cx
        .list(&acts::SEE_OWN_GROUP, |read, visible| {
            let groups = group::list(read, visible)?;
            let counts = enrolment::counts(read, &groups)?;
            Ok((groups, counts))
        })
        .await?;
    let count = |id: GroupId| counts.iter().find(|(group, _)| *group == id).map_or(0, |(_, n)| *n);
    let line = |group: group::Model| GroupLine {
        students: cx.say.count("students-count", count(group.id)),
        id: group.id,
        name: group.name,
    };
    Ok(groups.into_iter().map(line).collect())
}

/// A guardian's own children, those who have left too, as long as their record is kept.
async fn own_children(cx: &Cx) -> Result<Vec<Child>> {
    let look = |read: &Read, visible| {
        let filter = student::Filter { standing: student::Standing::All, ..student::Filter::default() };
        let rows = student::names(read, visible, &filter, Paging::page(None))?.rows;
        with_teachers(read, rows)
    };
    let found = cx.list(&acts::SEE_OWN_CHILD, look).await?;
    Ok(found
        .into_iter()
        .map(|(student, groups)| child(cx, format!("/children/{}", student.id), &student, groups))
        .collect())
}

async fn oneself(cx: &Cx) -> Result<Option<Child>> {
    let look = |read: &Read, visible| {
        let filter = student::Filter { standing: student::Standing::All, ..student::Filter::default() };
        let rows = student::names(read, visible, &filter, Paging::page(None))?.rows;
        with_teachers(read, rows)
    };
    let found = cx.list(&acts::SEE_ONESELF, look).await?;
    Ok(found.into_iter().next().map(|(student, groups)| child(cx, "/me".to_owned(), &student, groups)))
}

fn child(cx: &Cx, path: String, student: &student::Named, groups: Vec<Taught>) -> Child {
    let name = student.name();
    let left = student.left_on.filter(|day| *day <= cx.now().date());
    Child {
        path,
        initials: name.initials(),
        name: name.full(),
        left: left.map(|day| cx.say.one("students-left-on", "date", &cx.say.date(day))),
        groups,
    }
}

/// Students with their groups and who teaches them.
fn with_teachers(read: &Read, students: Vec<student::Named>) -> Kernel<Vec<(student::Named, Vec<Taught>)>> {
    let ids: Vec<_> = students.iter().map(|student| student.id).collect();
    let enrolled = group::of_students(read, &ids)?;
    let groups: Vec<_> = enrolled.iter().map(|(_, group)| group.clone()).collect();
    let staff = teaching::staff_of_groups(read, &groups)?;
    let taught = |group: &group::Model| Taught {
        name: group.name.clone(),
        teachers: staff
            .iter()
            .filter(|(id, _)| *id == group.id)
            .map(|(_, s): &(_, staff::Official)| s.name().full())
            .collect(),
    };
    Ok(students
        .into_iter()
        .map(|student| {
            let own = enrolled.iter().filter(|(id, _)| *id == student.id).map(|(_, group)| taught(group)).collect();
            (student, own)
        })
        .collect())
}
