//! The next school year in three steps: what becomes of each class, a look at every child, and the yes (C047).

use std::collections::HashMap;

use askama::Template;
use chrono::{Datelike as _, NaiveDate};
use people::StudentId;
use site::{Cx, Form, Result, Say};
use store::{Allowed, Read, Whole};

use super::fields::{Reading, RowError};
use super::form_page::{Crumb, sorted};
use crate::promotion::{self, Exception, Going, Plan, Sheet, Way};
use crate::{GroupId, acts, enrolment, group};

const WAYS: [&str; 3] = ["moves", "leaves", "stays"];
const EXCEPTIONS: [&str; 3] = ["along", "repeats", "leaves"];
/// Longest name of a class, in characters.
const NAME_LIMIT: usize = 200;

#[derive(Template)]
#[template(path = "promotion.html")]
struct ProposalView<'a> {
    say: &'a Say,
    icons: &'static str,
    crumbs: Vec<Crumb>,
    action: String,
    errors: Vec<RowError>,
    first_day: String,
    first_day_error: Option<String>,
    rows: Vec<Row>,
    /// Children who were decided already, to be sent along.
    hidden: Vec<(String, String)>,
}

struct Row {
    id: GroupId,
    name: String,
    year: String,
    students: i64,
    ways: Vec<Choice>,
    next_name: String,
    next_level: String,
    error: Option<String>,
}

struct Choice {
    value: &'static str,
    words: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "promotion_preview.html")]
struct PreviewView<'a> {
    say: &'a Say,
    icons: &'static str,
    crumbs: Vec<Crumb>,
    action: String,
    first_day: String,
    counts: Vec<(usize, String)>,
    /// Everything that was decided, to be sent once more.
    hidden: Vec<(String, String)>,
    sheets: Vec<SheetView>,
    stays: Vec<String>,
}

struct SheetView {
    title: String,
    summary: String,
    children: Vec<ChildView>,
}

struct ChildView {
    id: StudentId,
    name: String,
    choices: Vec<Choice>,
}

pub async fn propose(cx: Cx) -> Result {
    page(&cx, &Form::default(), Vec::new(), None).await
}

/// Shows what would happen; nothing is stored. `again` goes back to the classes with what was typed.
pub async fn preview(cx: Cx, form: Form) -> Result {
    if form.is("again") {
        return page(&cx, &form, Vec::new(), None).await;
    }
    let plan = match plan(&cx, &form).await? {
        Ok(plan) => plan,
        Err((errors, first_day)) => return page(&cx, &form, errors, first_day).await,
    };
    let (first_day, asked) = (plan.first_day, plan);
    let sheets =
        cx.read(acts::PREVIEW_PROMOTION.on(()), move |read, school| promotion::work_out(read, school, &asked)).await?;
    preview_page(&cx, &form, first_day, &sheets)
}

/// Carries out what the preview showed, in one transaction.
pub async fn apply(cx: Cx, form: Form) -> Result {
    let plan = match plan(&cx, &form).await? {
        Ok(plan) => plan,
        Err((errors, first_day)) => return page(&cx, &form, errors, first_day).await,
    };
    let promote = move |work: &store::Work, school| promotion::promote(work, school, &plan);
    match sorted(cx.write(acts::PROMOTE.on(()), promote).await)? {
        Ok(()) => Ok(cx.done("/groups", "done-promoted")),
        Err(problems) => {
            let words = problems.0.iter().map(|problem| cx.say.message(&problem.message)).collect();
            page(&cx, &form, Vec::new(), Some(words)).await
        }
    }
}

type Wrong = (Vec<RowError>, Option<String>);

/// The plan as the form has it, or what is wrong with rows and with the first day.
async fn plan(cx: &Cx, form: &Form) -> Result<std::result::Result<Plan, Wrong>> {
    let names = cx.read(acts::PREVIEW_PROMOTION.on(()), open).await?;
    let mut reading = Reading::new(form);
    let first_day = reading.coming_day("first_day", cx.now().date());
    let day_error = reading.problems.0.first().map(|problem| cx.say.message(&problem.message));
    let mut errors = Vec::new();
    let mut ways = Vec::new();
    for (id, word) in form.under("way/") {
        let id: GroupId = id.parse()?;
        let way = match word {
            "moves" => {
                let name = kernel::text::clean(form.get(&format!("name/{id}")));
                let level = kernel::text::clean(form.get(&format!("level/{id}")));
                if name.is_empty() || name.chars().count() > NAME_LIMIT || level.chars().count() > NAME_LIMIT {
                    let old = names.iter().find(|(group, _)| group.id == id).map(|(group, _)| group.name.clone());
                    let text = cx.say.one("promotion-name-missing", "name", &old.unwrap_or_default());
                    errors.push(RowError { anchor: format!("name/{id}"), text });
                }
                Way::Moves { name, level }
            }
            "leaves" => Way::Leaves,
            _ => Way::Stays,
        };
        ways.push((id, way));
    }
    if !errors.is_empty() || day_error.is_some() {
        return Ok(Err((errors, day_error)));
    }
    Ok(Ok(Plan { first_day, ways, exceptions: exceptions(form) }))
}

fn exceptions(form: &Form) -> HashMap<StudentId, Exception> {
    let exception = |word: &str| match word {
        "repeats" => Some(Exception::Repeats),
        "leaves" => Some(Exception::Leaves),
        _ => None,
    };
    form.under("child/").filter_map(|(id, word)| Some((id.parse().ok()?, exception(word)?))).collect()
}

/// The groups of the proposal, with how many are in each.
fn open(read: &Read, school: Allowed<Whole>) -> kernel::Result<Vec<(group::Model, i64)>> {
    let groups = promotion::open(read, school)?;
    let counts = enrolment::counts(read, &groups)?;
    let count = |id: GroupId| counts.iter().find(|(group, _)| *group == id).map_or(0, |(_, n)| *n);
    Ok(groups.into_iter().map(|group| (group.clone(), count(group.id))).collect())
}

/// The first of August that comes, or today where it is one.
fn next_first_day(today: NaiveDate) -> NaiveDate {
    let year = if (today.month(), today.day()) > (8, 1) { today.year() + 1 } else { today.year() };
    NaiveDate::from_ymd_opt(year, 8, 1).unwrap_or(today)
}

async fn page(cx: &Cx, form: &Form, mut errors: Vec<RowError>, first_day_error: Option<String>) -> Result {
    let groups = cx.read(acts::PREVIEW_PROMOTION.on(()), open).await?;
    let today = cx.now().date();
    let counts: HashMap<GroupId, i64> = groups.iter().map(|(group, n)| (group.id, *n)).collect();
    let proposed = promotion::propose(groups.into_iter().map(|(group, _)| group).collect(), today);
    let rows = proposed
        .into_iter()
        .map(|(group, way)| row(cx, form, &errors, counts.get(&group.id).copied().unwrap_or(0), group, way))
        .collect();
    if let Some(text) = &first_day_error {
        errors.insert(0, RowError { anchor: "first_day".to_owned(), text: text.clone() });
    }
    let first_day =
        if form.has("first_day") { form.get("first_day").to_owned() } else { next_first_day(today).to_string() };
    let view = ProposalView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        crumbs: vec![Crumb::key(cx, "groups-title", "/groups")],
        action: cx.href("/groups/next-year"),
        errors,
        first_day,
        first_day_error,
        rows,
        hidden: sent(form, "child/").collect(),
    };
    let title = "promotion-title";
    if view.errors.is_empty() { cx.page(title, &view) } else { cx.page_again(title, &view) }
}

fn row(cx: &Cx, form: &Form, errors: &[RowError], students: i64, group: group::Model, way: Way) -> Row {
    let id = group.id;
    let (word, name, level) = match way {
        Way::Moves { name, level } => ("moves", name, level),
        Way::Leaves => ("leaves", String::new(), String::new()),
        Way::Stays => ("stays", String::new(), String::new()),
    };
    let typed = |field: &str, proposed: String| {
        let field = format!("{field}/{id}");
        if form.has(&field) { form.get(&field).to_owned() } else { proposed }
    };
    let chosen = typed("way", word.to_owned());
    Row {
        ways: choices(cx, "promotion-way", &WAYS, &chosen),
        next_name: typed("name", name),
        next_level: typed("level", level),
        error: errors.iter().find(|e| e.anchor == format!("name/{id}")).map(|e| e.text.clone()),
        name: group.name,
        year: group.year,
        students,
        id,
    }
}

fn choices(cx: &Cx, prefix: &str, words: &[&'static str], chosen: &str) -> Vec<Choice> {
    let choice = |word: &&'static str| Choice {
        value: word,
        words: cx.say.say(&format!("{prefix}-{word}")),
        chosen: *word == chosen,
    };
    words.iter().map(choice).collect()
}

fn preview_page(cx: &Cx, form: &Form, first_day: NaiveDate, sheets: &[Sheet]) -> Result {
    let (stays, ending): (Vec<&Sheet>, Vec<&Sheet>) = sheets.iter().partition(|sheet| sheet.way == Way::Stays);
    let total = |going| ending.iter().map(|sheet| sheet.count(going)).sum::<usize>();
    let count = |key: &str, n: usize| (n, cx.say.count(key, n));
    let decided = ["way/", "name/", "level/"].into_iter().flat_map(|prefix| sent(form, prefix));
    let day = ("first_day".to_owned(), first_day.to_string());
    let view = PreviewView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        crumbs: vec![Crumb::key(cx, "groups-title", "/groups"), Crumb::key(cx, "promotion-title", "/groups/next-year")],
        action: cx.href("/groups/next-year"),
        first_day: cx.say.one("promotion-from", "date", &cx.say.date(first_day)),
        counts: vec![
            count("promotion-count-along", total(Going::Along)),
            count("promotion-count-repeats", total(Going::Repeats)),
            count("promotion-count-leaves", total(Going::LeavesSchool)),
            count("promotion-count-groups", ending.len()),
        ],
        hidden: decided.chain(std::iter::once(day)).collect(),
        sheets: ending.iter().map(|sheet| sheet_view(cx, form, sheet)).collect(),
        stays: stays.iter().map(|sheet| sheet.group.name.clone()).collect(),
    };
    cx.page("promotion-preview-title", &view)
}

/// Fields whose names begin so, as they were sent.
fn sent<'a>(form: &'a Form, prefix: &'static str) -> impl Iterator<Item = (String, String)> + 'a {
    form.under(prefix).map(move |(name, value)| (format!("{prefix}{name}"), value.to_owned()))
}

fn sheet_view(cx: &Cx, form: &Form, sheet: &Sheet) -> SheetView {
    let old = sheet.group.name.as_str();
    let title = match &sheet.way {
        Way::Moves { name, .. } => cx.say.with("promotion-to", &[("name", old), ("next", name)]),
        Way::Leaves | Way::Stays => cx.say.one("promotion-ends", "name", old),
    };
    let child = |(student, _): &(people::student::Model, Going)| {
        let chosen = form.some(&format!("child/{}", student.id)).unwrap_or("along").to_owned();
        ChildView {
            id: student.id,
            name: student.name().full(),
            choices: choices(cx, "promotion-child", &EXCEPTIONS, &chosen),
        }
    };
    SheetView {
        title,
        summary: cx.say.count("students-count", sheet.children.len()),
        children: sheet.children.iter().map(child).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_school_year_begins_in_august() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        assert_eq!(next_first_day(day(2026, 11, 2)), day(2027, 8, 1));
        assert_eq!(next_first_day(day(2027, 8, 1)), day(2027, 8, 1));
    }
}
