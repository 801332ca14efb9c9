//! The groups of the school, and writing down a new one.

use askama::Template;
use kernel::Problems;
use site::{Cx, Field, Form, FormView, Result, Say};
use store::Read;

use super::fields::Reading;
use super::form_page::{Crumb, FormPage, sorted};
use crate::{GroupId, acts, enrolment, group, teaching};

#[derive(Template)]
#[template(path = "groups.html")]
struct GroupsView<'a> {
    say: &'a Say,
    icons: &'static str,
    base: String,
    count: String,
    /// Years to choose from, and whether it is the one shown.
    years: Vec<(String, bool)>,
    rows: Vec<Row>,
}

struct Row {
    id: GroupId,
    name: String,
    level: String,
    year: String,
    students: i64,
    teachers: String,
    /// Over, or yet to come.
    standing: Option<String>,
}

/// Every group that is not over, or all of one school year; a school has some dozens, so they stand on one
/// page.
pub async fn list_groups(cx: Cx, form: Form) -> Result {
    let chosen = form.get("year").to_owned();
    let year = chosen.clone();
    let (groups, counts, staff, years) = cx
        .list(&acts::SEE_GROUP, move |read: &Read, visible| {
            let groups = match year.as_str() {
                "" => group::list(read, visible)?,
                year => group::list_of_year(read, visible, year)?,
            };
            let years = group::years(read, read.visible(&acts::SEE_GROUP)?)?;
            let (counts, staff) = (enrolment::counts(read, &groups)?, teaching::staff_of_groups(read, &groups)?);
            Ok((groups, counts, staff, years))
        })
        .await?;
    let teachers = |id: GroupId| -> Vec<String> {
        staff.iter().filter(|(group, _)| *group == id).map(|(_, s)| s.name().full()).collect()
    };
    let rows: Vec<Row> = groups
        .into_iter()
        .map(|group| Row {
            students: counts.iter().find(|(id, _)| *id == group.id).map_or(0, |(_, n)| *n),
            teachers: teachers(group.id).join(cx.say.comma()),
            standing: standing(&cx, &group),
            id: group.id,
            name: group.name,
            level: group.level,
            year: group.year,
        })
        .collect();
    let view = GroupsView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        base: cx.href(""),
        count: cx.say.count("groups-count", rows.len()),
        years: years.into_iter().map(|year| (year.clone(), year == chosen)).collect(),
        rows,
    };
    cx.page("groups-title", &view)
}

fn standing(cx: &Cx, group: &group::Model) -> Option<String> {
    let today = cx.now().date();
    let on = |key: &str, day| cx.say.one(key, "date", &cx.say.date(day));
    let coming = group.starts_on.filter(|_| group.is_coming(today)).map(|day| on("groups-from", day));
    coming.or_else(|| group.ended_on.map(|day| on("groups-until", day)))
}

pub async fn new_group(cx: Cx) -> Result {
    page(&cx, &Form::default(), &Problems::default()).await
}

pub async fn create_group(cx: Cx, form: Form) -> Result {
    match sorted(create(&cx, &form).await)? {
        Ok(id) => Ok(cx.done(&format!("/groups/{id}"), "done-group-created")),
        Err(problems) => page(&cx, &form, &problems).await,
    }
}

async fn create(cx: &Cx, form: &Form) -> Result<GroupId> {
    let mut reading = Reading::new(form);
    let name = reading.needed("group_name");
    let level = reading.text("level").unwrap_or_default();
    reading.problems.check()?;
    cx.write(acts::CREATE_GROUP.on(()), move |work, school| group::create(work, school, &name, &level)).await
}

async fn page(cx: &Cx, form: &Form, problems: &Problems) -> Result {
    cx.read(acts::SEE_INSTITUTION.on(()), |_, _| Ok(())).await?;
    let fields = vec![Field::text("group_name").required(), Field::text("level").hint()];
    let view = FormView::new(cx, "/groups/new", "groups-create", form, problems, fields);
    FormPage::new(cx, "groups-new-title", view)
        .under(vec![Crumb::key(cx, "groups-title", "/groups")])
        .show(cx, problems)
}
