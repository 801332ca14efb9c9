//! The field and what it finds: a page of its own, and the list alone for the palette.

use askama::Template;
use kernel::text::fold;
use people::{guardian, staff, student};
use school::group;
use site::{Cx, Form, Result, Say};
use store::query::Paging;
use store::{Read, Role};

use crate::acts;

/// More of a kind than this is no help: the name wants another letter.
const OF_A_KIND: u64 = 8;

#[derive(Template)]
#[template(path = "find.html")]
struct FindView<'a> {
    say: &'a Say,
    icons: &'static str,
    action: String,
    text: &'a str,
    list: ListView<'a>,
}

#[derive(Template)]
#[template(path = "find_list.html")]
struct ListView<'a> {
    say: &'a Say,
    icons: &'static str,
    kinds: Vec<Kind>,
    /// Said once to a screen reader.
    count: String,
}

/// Lines under one heading.
struct Kind {
    heading: String,
    icon: &'static str,
    lines: Vec<Line>,
}

struct Line {
    href: String,
    words: String,
}

/// The page before anything is typed: where one can go and what one can begin.
pub async fn open(cx: Cx) -> Result {
    cx.read(acts::OPEN.on(()), |_, _| Ok(())).await?;
    let kinds = places(&cx, "");
    cx.page("find-title", &view(&cx, "", kinds))
}

/// What was looked for; by `POST`, so that no name stands in an address. `part` asks for the list alone.
pub async fn find(cx: Cx, form: Form) -> Result {
    let text = form.get("q").trim();
    let mut kinds = places(&cx, text);
    if text.is_empty() {
        cx.read(acts::OPEN.on(()), |_, _| Ok(())).await?;
    } else {
        kinds.extend(people(&cx, text).await?);
    }
    if form.some("part").is_some() {
        return cx.part(&list(&cx, kinds));
    }
    cx.page("find-title", &view(&cx, text, kinds))
}

fn view<'a>(cx: &'a Cx, text: &'a str, kinds: Vec<Kind>) -> FindView<'a> {
    let icons = site::assets::ICONS.path();
    FindView { say: &cx.say, icons, action: cx.href("/find"), text, list: list(cx, kinds) }
}

fn list(cx: &Cx, mut kinds: Vec<Kind>) -> ListView<'_> {
    kinds.retain(|kind| !kind.lines.is_empty());
    let count = cx.say.count("find-count", kinds.iter().map(|kind| kind.lines.len()).sum::<usize>());
    ListView { say: &cx.say, icons: site::assets::ICONS.path(), kinds, count }
}

/// Pages of the menu and what one can begin, whose words begin with what was typed.
fn places(cx: &Cx, text: &str) -> Vec<Kind> {
    let lines = |items: Vec<site::layout::NavLine>| {
        let line = |item: site::layout::NavLine| Line { href: item.href, words: item.words };
        items.into_iter().map(line).filter(|line| fits(text, &line.words)).collect()
    };
    vec![
        Kind { heading: cx.say.say("find-pages"), icon: "arrow", lines: lines(cx.nav()) },
        Kind { heading: cx.say.say("find-deeds"), icon: "plus", lines: lines(cx.deeds()) },
    ]
}

async fn people(cx: &Cx, text: &str) -> Result<Vec<Kind>> {
    let is = |role| cx.actor().is(role);
    let desk = is(Role::Administrator) || is(Role::Office);
    let mut kinds = Vec::new();
    if desk || is(Role::Teacher) || is(Role::Guardian) || is(Role::Student) {
        kinds.push(students(cx, text).await?);
    }
    if desk || is(Role::Teacher) {
        kinds.push(groups(cx, text).await?);
    }
    if desk {
        kinds.push(guardians(cx, text).await?);
        kinds.push(staff(cx, text).await?);
    }
    Ok(kinds)
}

/// Each role has a page of its own about a student.
fn page_of_student(cx: &Cx) -> &'static str {
    let is = |role| cx.actor().is(role);
    if is(Role::Administrator) || is(Role::Office) {
        "/students"
    } else if is(Role::Teacher) {
        "/my/students"
    } else if is(Role::Guardian) {
        "/children"
    } else {
        "/me"
    }
}

async fn students(cx: &Cx, text: &str) -> Result<Kind> {
    let filter = student::Filter { text: text.to_owned(), ..student::Filter::default() };
    let found =
        cx.list(&acts::STUDENTS, move |read: &Read, visible| student::names(read, visible, &filter, few())).await?;
    let base = cx.href(page_of_student(cx));
    let href = |id: &dyn std::fmt::Display| if base.ends_with("/me") { base.clone() } else { format!("{base}/{id}") };
    let lines = found.rows.iter().map(|row| Line { href: href(&row.id), words: row.name().full() }).collect();
    Ok(Kind { heading: cx.say.say("nav-students"), icon: "users", lines })
}

async fn guardians(cx: &Cx, text: &str) -> Result<Kind> {
    let text = text.to_owned();
    let found =
        cx.list(&acts::GUARDIANS, move |read: &Read, visible| guardian::names(read, visible, &text, OF_A_KIND)).await?;
    let base = cx.href("/guardians");
    let lines = found.iter().map(|row| Line { href: format!("{base}/{}", row.id), words: row.name().full() }).collect();
    Ok(Kind { heading: cx.say.say("nav-guardians"), icon: "heart", lines })
}

async fn staff(cx: &Cx, text: &str) -> Result<Kind> {
    let text = text.to_owned();
    let found =
        cx.list(&acts::STAFF, move |read: &Read, visible| staff::names(read, visible, &text, OF_A_KIND)).await?;
    let base = cx.href("/staff");
    let lines = found.iter().map(|row| Line { href: format!("{base}/{}", row.id), words: row.name().full() }).collect();
    Ok(Kind { heading: cx.say.say("nav-staff"), icon: "user", lines })
}

async fn groups(cx: &Cx, text: &str) -> Result<Kind> {
    let found = cx.list(&acts::GROUPS, |read: &Read, visible| group::list(read, visible)).await?;
    let is_desk = cx.actor().is(Role::Administrator) || cx.actor().is(Role::Office);
    let base = cx.href(if is_desk { "/groups" } else { "/my/groups" });
    let lines = found
        .iter()
        .filter(|group| fits(text, &group.name))
        .take(usize::try_from(OF_A_KIND).unwrap_or(usize::MAX))
        .map(|group| Line { href: format!("{base}/{}", group.id), words: group.name.clone() })
        .collect();
    Ok(Kind { heading: cx.say.say("nav-groups"), icon: "list", lines })
}

/// Whether a word of `words` begins with each word that was typed.
fn fits(typed: &str, words: &str) -> bool {
    let words = fold(words);
    fold(typed).split(' ').all(|part| words.split(' ').any(|word| word.starts_with(part)))
}

fn few() -> Paging {
    Paging { page: 1, size: OF_A_KIND }
}
