//! The office's list of students: search, standing, group, fifty to a page.

use askama::Template;
use people::StudentId;
use people::student::{self, Filter, Standing};
use site::{Cx, Form, Result, Say};
use store::Read;
use store::query::Page;

use super::fields::group_options;
use super::listing::{self, Pages};
use crate::{GroupId, acts, enrolment, group};

#[derive(Template)]
#[template(path = "students.html")]
struct StudentsView<'a> {
    say: &'a Say,
    icons: &'static str,
    base: String,
    count: String,
    text: &'a str,
    standings: Vec<Choice>,
    groups: Vec<Choice>,
    narrowed: bool,
    /// Of an empty list: not because nobody ever was here.
    all_left: bool,
    rows: Vec<Row>,
    pages: Option<Pages>,
}

struct Choice {
    value: String,
    words: String,
    chosen: bool,
}

struct Row {
    id: StudentId,
    name: String,
    number: String,
    groups: String,
    born: String,
    left: bool,
}

struct Found {
    page: Page<student::Model>,
    /// Groups of the students on this page.
    enrolled: Vec<(StudentId, group::Model)>,
    /// All groups, to choose from.
    groups: Vec<group::Model>,
    /// Somebody was written down, if nobody is here.
    known: bool,
}

pub async fn list_students(cx: Cx, form: Form) -> Result {
    let standing = standing(form.get("standing"));
    let chosen: Option<GroupId> = form.some("group").map(str::parse).transpose()?;
    let (text, paging) = (form.get("q").to_owned(), listing::paging(&form));
    let found = cx
        .list(&acts::SEE_STUDENT, move |read: &Read, visible| {
            let among = chosen.map(|group| enrolment::students_of(read, group));
            let page = student::list(read, visible, &Filter { text, standing, among }, paging)?;
            let ids: Vec<_> = page.rows.iter().map(|student| student.id).collect();
            let enrolled = group::of_students(read, &ids)?;
            let known = page.total > 0 || student::any_known(read, read.visible(&acts::SEE_STUDENT)?)?;
            Ok(Found { enrolled, groups: group::list(read, read.visible(&acts::SEE_GROUP)?)?, known, page })
        })
        .await?;
    let view = StudentsView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        base: cx.href(""),
        count: cx.say.count("students-count", found.page.total),
        text: form.get("q"),
        standings: standings(&cx, standing),
        groups: group_options(&cx, found.groups)
            .iter()
            .map(|(id, words)| choice(id.clone(), words.clone(), chosen.is_some_and(|group| group.to_string() == *id)))
            .collect(),
        all_left: found.known,
        narrowed: form.some("q").is_some() || chosen.is_some() || standing != Standing::Here,
        pages: Pages::of(&cx, "/students", &form, &["q", "standing", "group"], &found.page),
        rows: found.page.rows.iter().map(|student| row(&cx, student, &found.enrolled)).collect(),
    };
    cx.page("students-title", &view)
}

fn row(cx: &Cx, student: &student::Model, enrolled: &[(StudentId, group::Model)]) -> Row {
    let groups: Vec<_> = enrolled.iter().filter(|(id, _)| *id == student.id).map(|(_, g)| g.name.as_str()).collect();
    Row {
        id: student.id,
        name: student.name().full(),
        number: student.number.clone().unwrap_or_default(),
        groups: groups.join(cx.say.comma()),
        born: student.born.map(|day| cx.say.date(day)).unwrap_or_default(),
        left: student.left_on.is_some_and(|day| day <= cx.now().date()),
    }
}

fn standing(word: &str) -> Standing {
    match word {
        "left" => Standing::Left,
        "all" => Standing::All,
        _ => Standing::Here,
    }
}

fn standings(cx: &Cx, now: Standing) -> Vec<Choice> {
    [("here", Standing::Here), ("left", Standing::Left), ("all", Standing::All)]
        .map(|(word, standing)| {
            choice(word.to_owned(), cx.say.say(&format!("students-standing-{word}")), standing == now)
        })
        .into()
}

fn choice(value: String, words: String, chosen: bool) -> Choice {
    Choice { value, words, chosen }
}
