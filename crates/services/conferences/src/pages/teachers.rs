//! Who takes part in a round: all teachers, those of a group, or one by one.

use askama::Template;
use axum::extract::Path;
use kernel::{Error, Problems};
use people::staff;
use school::group;
use site::{Cx, Field, Form, FormView, Result, Say};
use store::Read;
use store::query::Paging;

use super::form_page::{Crumb, crumbs};
use super::words::sorted;
use crate::participant::{self, Chosen, Named};
use crate::{ParticipantId, RoundId, acts, round};

#[derive(Template)]
#[template(path = "conf_teachers.html")]
struct TeachersView<'a> {
    say: &'a Say,
    icons: &'static str,
    crumbs: Vec<Crumb>,
    base: String,
    round: String,
    rows: Vec<Row>,
    form: FormView,
}

struct Row {
    id: ParticipantId,
    name: String,
    room: String,
}

pub async fn see_teachers(cx: Cx, Path((_, round)): Path<(String, String)>) -> Result {
    page(&cx, round.parse()?, &Form::default(), &Problems::default()).await
}

pub async fn add_teachers(cx: Cx, Path((_, round)): Path<(String, String)>, form: Form) -> Result {
    let id: RoundId = round.parse()?;
    match sorted(add(&cx, id, &form).await)? {
        Ok(()) => Ok(cx.done(&format!("/conferences/{id}/teachers"), "done-teachers-added")),
        Err(problems) => page(&cx, id, &form, &problems).await,
    }
}

async fn add(cx: &Cx, id: RoundId, form: &Form) -> Result<()> {
    let chosen = chosen(form.get("chosen_teachers"))?;
    cx.write(acts::CHANGE_ROUND.on(id), move |work, round| participant::add(work, round, chosen)).await?;
    Ok(())
}

/// `all`, `group:ID` or `staff:ID`.
fn chosen(text: &str) -> kernel::Result<Chosen> {
    match text.split_once(':') {
        None if text == "all" => Ok(Chosen::All),
        Some(("group", id)) => Ok(Chosen::Group(id.parse()?)),
        Some(("staff", id)) => Ok(Chosen::One(id.parse()?)),
        _ => Err(Error::invalid("chosen_teachers", "choice-missing")),
    }
}

async fn page(cx: &Cx, id: RoundId, form: &Form, problems: &Problems) -> Result {
    let (round, named, groups, people) = cx
        .read(acts::SEE_ROUND.on(id), |read: &Read, round| {
            let groups = group::list(read, read.visible(&school::acts::SEE_GROUP)?)?;
            let all = Paging { page: 1, size: 2000 };
            let people = staff::list(read, read.visible(&school::acts::SEE_STAFF)?, "", all)?.rows;
            Ok((round::find(read, round)?, participant::named(read, round.id())?, groups, people))
        })
        .await?;
    let mut options =
        vec![(String::new(), cx.say.say("conf-choose")), ("all".to_owned(), cx.say.say("conf-teachers-all"))];
    options.extend(
        groups
            .into_iter()
            .map(|group| (format!("group:{}", group.id), cx.say.one("conf-teachers-of", "name", &group.name))),
    );
    let is_new = |person: &&staff::Model| !named.iter().any(|one| one.staff.id == person.id);
    let new = people.iter().filter(is_new).filter(|person| person.left_on.is_none());
    options.extend(new.map(|person| (format!("staff:{}", person.id), person.name().full())));
    let path = format!("/conferences/{id}/teachers");
    let fields = vec![Field::choice("chosen_teachers", options).why("participant", "staff_id")];
    let view = TeachersView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        crumbs: crumbs(cx, Some((&round.name, id))),
        base: cx.href(""),
        round: cx.href(&format!("/conferences/{id}")),
        rows: named.into_iter().map(row).collect(),
        form: FormView::new(cx, &path, "conf-teachers-add", form, problems, fields),
    };
    let key = "conf-teachers-title";
    if problems.0.is_empty() { cx.page(key, &view) } else { cx.page_again(key, &view) }
}

fn row(one: Named) -> Row {
    Row { id: one.participant.id, name: one.staff.name().full(), room: one.participant.room.unwrap_or_default() }
}
