//! One member of staff: official contact, groups, and the way to an account. Giving and taking groups
//! decides what a teacher sees from the next request (C025, C038).

use askama::Template;
use axum::extract::Path;
use kernel::{Language, PostalAddress, Problems};
use people::{StaffId, address, history, staff};
use site::{Cx, Field, Form, FormView, Result, Say};
use store::{Allowed, Read, Role};

use super::fields::{group_options, must_choose};
use super::form_page::sorted;
use super::history::{Change, changes};
use crate::{GroupId, acts, group, teaching};

#[derive(Template)]
#[template(path = "staff.html")]
struct StaffView<'a> {
    say: &'a Say,
    icons: &'static str,
    base: String,
    id: StaffId,
    name: String,
    facts: Vec<(String, String)>,
    address: Vec<String>,
    has_email: bool,
    /// What the school speaks, for a letter.
    spoken: Language,
    groups: Vec<(GroupId, String)>,
    assign: Option<FormView>,
    changes: Vec<Change>,
    left: Option<String>,
    may_end: bool,
}

struct Found {
    staff: staff::Model,
    address: Option<PostalAddress>,
    groups: Vec<group::Model>,
    all: Vec<group::Model>,
    history: Vec<history::Model>,
}

pub async fn see_staff(cx: Cx, Path((_, staff)): Path<(String, String)>) -> Result {
    page(&cx, staff.parse()?, &Form::default(), &Problems::default()).await
}

async fn page(cx: &Cx, id: StaffId, form: &Form, problems: &Problems) -> Result {
    let found = cx.read(acts::SEE_STAFF.on(id), find).await?;
    let name = found.staff.name().full();
    let home = &cx.school()?.country;
    let view = StaffView {
        address: found.address.as_ref().map(|address| address.lines(home)).unwrap_or_default(),
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        base: cx.href(""),
        id,
        name: name.clone(),
        spoken: cx.school()?.language,
        has_email: found.staff.email.is_some(),
        left: found
            .staff
            .left_on
            .filter(|day| *day <= cx.now().date())
            .map(|day| cx.say.one("staff-left-on", "date", &cx.say.date(day))),
        may_end: cx.actor().is(Role::Administrator),
        facts: facts(cx, &found.staff),
        assign: assign_form(cx, &found, form, problems),
        groups: found.groups.into_iter().map(|group| (group.id, group.name)).collect(),
        changes: changes(cx, found.history).await?,
    };
    if problems.0.is_empty() { cx.page_named(name, &view) } else { cx.page_again("staff-one-title", &view) }
}

fn find(read: &Read, allowed: Allowed<StaffId>) -> kernel::Result<Found> {
    Ok(Found {
        staff: staff::find(read, allowed)?,
        address: address::staff::find(read, allowed.id())?,
        groups: group::of_staff(read, allowed.id())?,
        all: group::list(read, read.visible(&acts::SEE_GROUP)?)?,
        history: history::list(read, allowed.id().0)?,
    })
}

fn facts(cx: &Cx, staff: &staff::Model) -> Vec<(String, String)> {
    let all = [
        ("field-title", staff.title.clone()),
        ("field-employee-id", staff.employee_id.clone()),
        ("field-email", staff.email.clone()),
        ("field-phone", staff.phone.clone()),
        ("field-left-on", staff.left_on.map(|day| cx.say.date(day))),
    ];
    all.into_iter().filter_map(|(key, value)| Some((cx.say.say(key), value?))).collect()
}

/// The groups that are not the teacher's yet; no form where none is left.
fn assign_form(cx: &Cx, found: &Found, form: &Form, problems: &Problems) -> Option<FormView> {
    let own = |id: GroupId| found.groups.iter().any(|group| group.id == id);
    let others = found.all.iter().filter(|group| !own(group.id)).cloned().collect();
    let options = group_options(cx, others);
    if options.is_empty() {
        return None;
    }
    let fields = vec![Field::choice("group", options).why("teaching", "group_id")];
    Some(FormView::new(cx, &format!("/staff/{}/groups", found.staff.id), "staff-assign", form, problems, fields))
}

pub async fn assign_group(cx: Cx, Path((_, staff)): Path<(String, String)>, form: Form) -> Result {
    let staff: StaffId = staff.parse()?;
    match sorted(assign(&cx, staff, &form).await)? {
        Ok(()) => Ok(cx.done(&format!("/staff/{staff}"), "done-group-assigned")),
        Err(problems) => page(&cx, staff, &form, &problems).await,
    }
}

async fn assign(cx: &Cx, staff: StaffId, form: &Form) -> Result<()> {
    let group: GroupId = must_choose(form, "group")?;
    cx.write(acts::ASSIGN_GROUP.on((staff, group)), |work, (staff, group)| teaching::assign(work, staff, group)).await
}

/// Takes a group away.
pub async fn end_group(cx: Cx, Path((_, staff, group)): Path<(String, String, String)>) -> Result {
    let (staff, group): (StaffId, GroupId) = (staff.parse()?, group.parse()?);
    cx.write(acts::ASSIGN_GROUP.on((staff, group)), |work, (staff, group)| teaching::unassign(work, staff, group))
        .await?;
    Ok(cx.done(&format!("/staff/{staff}"), "done-group-ended"))
}
