//! The groups of the school, and writing down a new one.

use askama::Template;
use kernel::Problems;
use site::{Cx, Field, Form, FormView, Result, Say};
use store::Read;

use super::fields::Reading;
use super::form_page::{Crumb, FormPage, sorted};
use crate::{GroupId, acts, group, teaching};

#[derive(Template)]
#[template(path = "groups.html")]
struct GroupsView<'a> {
    say: &'a Say,
    icons: &'static str,
    base: String,
    count: String,
    rows: Vec<Row>,
}

struct Row {
    id: GroupId,
    name: String,
    level: String,
    year: String,
    students: i64,
    teachers: String,
}

/// Every group that has not ended; a school has some dozens, so they stand on one page.
pub async fn list_groups(cx: Cx) -> Result {
    let (groups, staff) = cx
        .list(&acts::SEE_GROUP, |read: &Read, visible| {
            let groups = group::list(read, visible)?;
            let ids: Vec<_> = groups.iter().map(|counted| counted.group.id).collect();
            Ok((groups, teaching::staff_of_groups(read, &ids)?))
        })
        .await?;
    let rows: Vec<Row> = groups
        .into_iter()
        .map(|group::Counted { group, students }| {
            let teachers: Vec<_> =
                staff.iter().filter(|(id, _)| *id == group.id).map(|(_, s)| s.name().full()).collect();
            Row {
                id: group.id,
                name: group.name,
                level: group.level,
                year: group.year,
                students,
                teachers: teachers.join(", "),
            }
        })
        .collect();
    let view = GroupsView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        base: cx.href(""),
        count: cx.say.count("groups-count", rows.len()),
        rows,
    };
    cx.page("groups-title", &view)
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
