//! The emergency sheet of a class, to be printed and taken along; and the order in which a child's contacts
//! are called (C053).

use askama::Template;
use axum::extract::Path;
use kernel::text::ascii_digits;
use people::edge::{self, Linked, Safety};
use people::guardian::Callable;
use people::{EdgeId, StudentId, institution, student};
use site::form::{WhyView, why_of};
use site::{Cx, Form, Result, Say};
use store::{Allowed, Read, Role};

use super::edge_lines::relationship;
use super::fields::RowError;
use super::form_page::Crumb;
use crate::{GroupId, acts, enrolment, group};

#[derive(Template)]
#[template(path = "emergency_sheet.html")]
struct SheetView<'a> {
    say: &'a Say,
    icons: &'static str,
    crumbs: Vec<Crumb>,
    name: String,
    made: String,
    /// Who keeps the sheet and where: it leaves the house on paper.
    head: Vec<String>,
    /// Narrowed to those who go on a trip.
    is_trip: bool,
    all: String,
    /// Everybody in the group: field, name, goes along.
    choices: Vec<(String, String, bool)>,
    children: Vec<Child>,
    /// The browser was asked to keep this page for a day.
    keeps: bool,
}

struct Child {
    name: String,
    contacts: Vec<Contact>,
}

struct Contact {
    name: String,
    relationship: String,
    phone: Option<String>,
}

/// Exactly the designated contacts of exactly who is in the group today. Guardians whom a court's order keeps
/// away are not on it: [`edge::emergency_contacts`] leaves them out. For a trip, only those who go along. Who asks
/// for it (`keep=yes`) has the sheet on the phone for a day, also without a network.
pub async fn see_sheet(cx: Cx, Path((_, group)): Path<(String, String)>, form: Form) -> Result {
    let id: GroupId = group.parse()?;
    let (group, children, contacts, head) = cx
        .read(acts::SEE_EMERGENCY_SHEET.on(id), |read: &Read, allowed| {
            let group = group::find(read, allowed)?;
            let children = enrolment::members(read, allowed.id())?;
            let ids: Vec<StudentId> = children.iter().map(|child| child.id).collect();
            Ok((group, children, edge::emergency_contacts(read, &ids)?, institution::find(read)?))
        })
        .await?;
    let desk = cx.actor().is(Role::Administrator) || cx.actor().is(Role::Office);
    let path = if desk { format!("/groups/{id}") } else { format!("/my/groups/{id}") };
    let goes = |child: &student::Named| form.is(&goes_field(child.id));
    let is_trip = children.iter().any(goes);
    let view = SheetView {
        is_trip,
        keeps: form.is("keep"),
        head: head.letterhead(),
        all: cx.href(&format!("/groups/{id}/emergency")),
        choices: children.iter().map(|child| (goes_field(child.id), child.name().full(), goes(child))).collect(),
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        crumbs: vec![Crumb::new(&cx, group.name.clone(), &path)],
        made: cx.say.one("emergency-made", "date", &cx.say.date(cx.now().date())),
        children: children
            .iter()
            .filter(|child| !is_trip || goes(child))
            .map(|child| row(&cx, child, &contacts))
            .collect(),
        name: group.name,
    };
    let page = cx.page(if is_trip { "emergency-trip-title" } else { "emergency-title" }, &view)?;
    // On a trip there may be no network, and a child falls all the same.
    Ok(if form.is("keep") { cx.kept_offline(page) } else { page })
}

/// The tick box of one who may go on the trip.
fn goes_field(child: StudentId) -> String {
    format!("goes-{child}")
}

fn row(cx: &Cx, child: &student::Named, contacts: &[(Safety, Callable)]) -> Child {
    let own = contacts.iter().filter(|(edge, _)| edge.student_id == child.id);
    Child {
        name: child.name().full(),
        contacts: own
            .map(|(edge, guardian)| Contact {
                name: guardian.named.name().full(),
                relationship: relationship(cx, &edge.relationship),
                phone: guardian.phone.clone(),
            })
            .collect(),
    }
}

#[derive(Template)]
#[template(path = "emergency_order.html")]
struct OrderView<'a> {
    say: &'a Say,
    icons: &'static str,
    crumbs: Vec<Crumb>,
    action: String,
    name: String,
    errors: Vec<RowError>,
    why: Option<WhyView>,
    lines: Vec<OrderLine>,
}

struct OrderLine {
    field: String,
    name: String,
    relationship: String,
    phone: Option<String>,
    place: String,
    restricted: Option<String>,
    error: Option<String>,
}

pub async fn ask_order(cx: Cx, Path((_, student)): Path<(String, String)>) -> Result {
    page(&cx, student.parse()?, &Form::default(), Vec::new()).await
}

/// The whole order at once: 1 is called first, an empty place is nobody to call.
pub async fn order_contacts(cx: Cx, Path((_, student)): Path<(String, String)>, form: Form) -> Result {
    let id: StudentId = student.parse()?;
    let (_, guardians) = cx.read(acts::SEE_STUDENT.on(id), find).await?;
    let places = match read_places(&cx, &form, &guardians) {
        Ok(places) => places,
        Err(errors) => return page(&cx, id, &form, errors).await,
    };
    cx.write(acts::ORDER_CONTACTS.on(id), move |work, student| edge::order(work, student, &places)).await?;
    Ok(cx.done(&format!("/students/{id}"), "done-contacts-ordered"))
}

fn find(read: &Read, student: Allowed<StudentId>) -> kernel::Result<(student::Model, Vec<Linked>)> {
    Ok((student::find(read, student)?, edge::guardians_of(read, student)?))
}

fn field(edge: EdgeId) -> String {
    format!("place/{edge}")
}

fn read_places(
    cx: &Cx,
    form: &Form,
    guardians: &[Linked],
) -> std::result::Result<Vec<(EdgeId, Option<i64>)>, Vec<RowError>> {
    let mut errors = Vec::new();
    let mut places: Vec<(EdgeId, Option<i64>)> = Vec::new();
    for link in guardians.iter().filter(|link| form.has(&field(link.edge.id))) {
        let id = link.edge.id;
        let name = link.guardian.name().full();
        let mut wrong = |key: &str| errors.push(RowError { anchor: field(id), text: cx.say.one(key, "name", &name) });
        let typed = ascii_digits(form.get(&field(id)).trim());
        let place = typed.parse::<i64>().ok().filter(|n| (1..=9).contains(n));
        if !typed.is_empty() && place.is_none() {
            wrong("emergency-place-wrong");
        } else if place.is_some() && places.iter().any(|(_, other)| *other == place) {
            wrong("emergency-place-twice");
        }
        places.push((id, place));
    }
    if errors.is_empty() { Ok(places) } else { Err(errors) }
}

async fn page(cx: &Cx, id: StudentId, form: &Form, errors: Vec<RowError>) -> Result {
    let (student, guardians) = cx.read(acts::SEE_STUDENT.on(id), find).await?;
    let name = student.name().full();
    let path = format!("/students/{id}");
    let view = OrderView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        crumbs: vec![Crumb::key(cx, "students-title", "/students"), Crumb::new(cx, name.clone(), &path)],
        action: cx.href(&format!("{path}/emergency")),
        lines: guardians.iter().map(|link| order_line(cx, link, form, &errors)).collect(),
        name,
        errors,
        why: why_of(cx, "edge", "emergency_order"),
    };
    let title = "emergency-order-title";
    if view.errors.is_empty() { cx.page(title, &view) } else { cx.page_again(title, &view) }
}

fn order_line(cx: &Cx, link: &Linked, form: &Form, errors: &[RowError]) -> OrderLine {
    let field = field(link.edge.id);
    let stored = link.edge.emergency_order.map(|n| n.to_string()).unwrap_or_default();
    OrderLine {
        name: link.guardian.name().full(),
        relationship: relationship(cx, &link.edge.relationship),
        phone: link.guardian.phone.clone(),
        place: if form.has(&field) { form.get(&field).to_owned() } else { stored },
        restricted: link.edge.restricted_from.map(|day| cx.say.one("edges-restricted", "date", &cx.say.date(day))),
        error: errors.iter().find(|error| error.anchor == field).map(|error| error.text.clone()),
        field,
    }
}
