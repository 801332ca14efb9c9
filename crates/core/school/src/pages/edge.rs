//! What a guardian is to a student, and may: rights, place among the emergency contacts, and a court's
//! order (C052, C053, C056).

use axum::extract::Path;
use kernel::Problems;
use people::edge::{self, Model};
use people::{EdgeId, StudentId};
use site::{Cx, Field, Form, FormView, Result};
use store::{Allowed, Work};

use super::fields::Reading;
use super::form_page::{Crumb, FormPage, sorted};
use super::guardian_add::{RELATIONSHIPS, relationship_field};
use crate::acts;

pub async fn edit_edge(cx: Cx, Path((_, edge)): Path<(String, String)>) -> Result {
    page(&cx, edge.parse()?, None, &Problems::default()).await
}

/// Replaces the rights; what an order takes away is gone at the guardian's next request (C056).
pub async fn change_edge(cx: Cx, Path((_, edge)): Path<(String, String)>, form: Form) -> Result {
    let edge: EdgeId = edge.parse()?;
    match sorted(change(&cx, edge, &form).await)? {
        Ok(student) => Ok(cx.done(&format!("/students/{student}"), "done-edge-changed")),
        Err(problems) => page(&cx, edge, Some(form), &problems).await,
    }
}

async fn change(cx: &Cx, edge: EdgeId, form: &Form) -> Result<StudentId> {
    let form = form.clone();
    cx.write(acts::CHANGE_EDGE.on(edge), move |work: &Work, edge: Allowed<EdgeId>| {
        let before = edge::find(work, edge)?;
        let student = before.student_id;
        edge::change(work, edge, changed(&form, before)?)?;
        Ok(student)
    })
    .await
}

/// The edge as the form wants it.
fn changed(form: &Form, before: Model) -> kernel::Result<Model> {
    let mut reading = Reading::new(form);
    let typed = form.some("emergency_order").map(|text| kernel::text::ascii_digits(text).parse::<i64>());
    let order = typed.and_then(|n| n.ok().filter(|n| (1..=9).contains(n)));
    let changed = Model {
        relationship: reading.choice("relationship", RELATIONSHIPS).unwrap_or_default(),
        sees: form.is("sees"),
        books: form.is("books"),
        pays: form.is("pays"),
        picks_up: form.is("picks_up"),
        emergency_order: order,
        restricted_from: reading.day("restricted_from"),
        ..before
    };
    if form.some("emergency_order").is_some() && order.is_none() {
        reading.problems.add("emergency_order", "emergency-order-wrong");
    }
    reading.problems.check()?;
    Ok(changed)
}

fn filled(edge: &Model) -> Form {
    let tick = |form: Form, name: &str, yes: bool| if yes { form.set(name, "yes") } else { form };
    let mut form = Form::default()
        .set("relationship", &edge.relationship)
        .set("emergency_order", edge.emergency_order.map(|n| n.to_string()).unwrap_or_default())
        .set("restricted_from", edge.restricted_from.map(|day| day.to_string()).unwrap_or_default());
    for (name, yes) in [("sees", edge.sees), ("books", edge.books), ("pays", edge.pays), ("picks_up", edge.picks_up)] {
        form = tick(form, name, yes);
    }
    form
}

async fn page(cx: &Cx, id: EdgeId, typed: Option<Form>, problems: &Problems) -> Result {
    let (edge, student, guardian) = cx.read(acts::SEE_EDGE.on(id), edge::sides).await?;
    let form = typed.unwrap_or_else(|| filled(&edge));
    let fields = vec![
        relationship_field(cx),
        Field::tick("sees").why("edge", "sees"),
        Field::tick("books").why("edge", "books"),
        Field::tick("pays").why("edge", "pays"),
        Field::tick("picks_up").why("edge", "picks_up"),
        Field::text("emergency_order").numeric().hint().why("edge", "emergency_order"),
        Field::kind("restricted_from", "date").hint().why("edge", "restricted_from"),
    ];
    let (child, name) = (student.name().full(), guardian.name().full());
    let view = FormView::new(cx, &format!("/edges/{id}"), "form-save", &form, problems, fields);
    FormPage::new(cx, "edges-title", view)
        .under(vec![
            Crumb::new(cx, child.clone(), &format!("/students/{}", student.id)),
            Crumb::new(cx, name.clone(), &format!("/guardians/{}", guardian.id)),
        ])
        .about(cx.say.with("edges-between", &[("guardian", &name), ("child", &child)]))
        .show(cx, problems)
}

pub async fn ask_unlink(cx: Cx, Path((_, edge)): Path<(String, String)>) -> Result {
    let id: EdgeId = edge.parse()?;
    let (_, student, guardian) = cx.read(acts::SEE_EDGE.on(id), edge::sides).await?;
    let (child, name) = (student.name().full(), guardian.name().full());
    let problems = Problems::default();
    let view =
        FormView::new(&cx, &format!("/edges/{id}/unlink"), "edges-unlink", &Form::default(), &problems, Vec::new());
    FormPage::new(&cx, "edges-unlink-title", view.danger())
        .under(vec![
            Crumb::new(&cx, child.clone(), &format!("/students/{}", student.id)),
            Crumb::new(&cx, name.clone(), &format!("/guardians/{}", guardian.id)),
        ])
        .saying(cx.say.with("edges-unlink-text", &[("guardian", &name), ("child", &child)]))
        .show(&cx, &problems)
}

/// Ends the link; the guardian sees nothing of the student from the next request (C026).
pub async fn unlink(cx: Cx, Path((_, edge)): Path<(String, String)>) -> Result {
    let edge: EdgeId = edge.parse()?;
    let student = cx
        .write(acts::UNLINK.on(edge), |work: &Work, edge: Allowed<EdgeId>| {
            let student = edge::find(work, edge)?.student_id;
            edge::unlink(work, edge)?;
            Ok(student)
        })
        .await?;
    Ok(cx.done(&format!("/students/{student}"), "done-edge-unlinked"))
}
