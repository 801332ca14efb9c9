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
    /// None where there are too many to choose from: then the name is typed.
    groups: Option<Vec<Choice>>,
    class: &'a str,
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
    /// All groups, to choose from, if they are few.
    groups: Option<Vec<group::Model>>,
    /// Somebody was written down, if nobody is here.
    known: bool,
}

/// Groups in a list to choose from; a school of more types the name.
const CHOICES: usize = 200;

pub async fn list_students(cx: Cx, form: Form) -> Result {
    let standing = standing(form.get("standing"));
    let chosen: Option<GroupId> = form.some("group").map(str::parse).transpose()?;
    let class = form.some("class").map(str::to_owned);
    let (text, paging) = (form.get("q").to_owned(), listing::paging(&form));
    let found = cx
        .list(&acts::SEE_STUDENT, move |read: &Read, visible| {
            let among = match (chosen, class) {
                (Some(group), _) => Some(vec![group]),
                (None, Some(name)) => Some(group::called(read, read.visible(&acts::SEE_GROUP)?, &name)?),
                (None, None) => None,
            };
            let among = among.map(|groups| enrolment::students_of(read, &groups));
            let page = student::list(read, visible, &Filter { text, standing, among }, paging)?;
            let ids: Vec<_> = page.rows.iter().map(|student| student.id).collect();
            let enrolled = group::of_students(read, &ids)?;
            let known = page.total > 0 || student::any_known(read, read.visible(&acts::SEE_STUDENT)?)?;
            let groups = group::list_of_few(read, read.visible(&acts::SEE_GROUP)?, CHOICES)?;
            Ok(Found { page, enrolled, groups, known })
        })
        .await?;
    let view = StudentsView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        base: cx.href(""),
        count: cx.say.count("students-count", found.page.total),
        text: form.get("q"),
        standings: standings(&cx, standing),
        groups: found.groups.map(|groups| {
            let is_chosen = |id: &str| chosen.is_some_and(|group| group.to_string() == id);
            let options = group_options(&cx, groups).into_iter();
            options.map(|(id, words)| choice(id.clone(), words, is_chosen(&id))).collect()
        }),
        class: form.get("class"),
        all_left: found.known,
        narrowed: ["q", "group", "class"].iter().any(|field| form.some(field).is_some()) || standing != Standing::Here,
        pages: Pages::of(&cx, "/students", &form, &["q", "standing", "group", "class"], &found.page),
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
