//! Moving a student to another group. The old groups end today, or when a group of the coming year
//! begins; the history of both stays (C047).

use axum::extract::Path;
use kernel::Problems;
use people::{StudentId, student};
use site::{Cx, Field, Form, FormView, Result};
use store::Read;

use super::fields::{group_options, must_choose};
use super::form_page::{Crumb, FormPage, sorted};
use crate::{GroupId, acts, enrolment, group};

pub async fn choose_group(cx: Cx, Path((_, student)): Path<(String, String)>) -> Result {
    page(&cx, student.parse()?, Form::default(), &Problems::default()).await
}

pub async fn move_student(cx: Cx, Path((_, student)): Path<(String, String)>, form: Form) -> Result {
    let student: StudentId = student.parse()?;
    match sorted(enrol(&cx, student, &form).await)? {
        Ok(()) => Ok(cx.done(&format!("/students/{student}"), "done-student-moved")),
        Err(problems) => page(&cx, student, form, &problems).await,
    }
}

async fn enrol(cx: &Cx, student: StudentId, form: &Form) -> Result<()> {
    let group: GroupId = must_choose(form, "group")?;
    cx.write(acts::MOVE_STUDENT.on((student, group)), |work, (student, group)| {
        let day = enrolment::enrol(work, student, group)?;
        enrolment::end_others(work, student.id(), group.id(), day)
    })
    .await
}

async fn page(cx: &Cx, id: StudentId, form: Form, problems: &Problems) -> Result {
    let (student, now, groups) = cx
        .read(acts::SEE_STUDENT.on(id), |read: &Read, student| {
            let groups = group::list(read, read.visible(&acts::SEE_GROUP)?)?;
            Ok((student::find(read, student)?, group::of_student(read, student.id())?, groups))
        })
        .await?;
    let name = student.name().full();
    let path = format!("/students/{id}");
    let form = match (form.some("group"), now.first()) {
        (None, Some(current)) => form.set("group", current.id.to_string()),
        _ => form,
    };
    let fields = vec![Field::choice("group", group_options(cx, groups)).why("enrolment", "group_id")];
    let view = FormView::new(cx, &format!("{path}/move"), "students-move", &form, problems, fields);
    FormPage::new(cx, "students-move-title", view)
        .under(vec![Crumb::key(cx, "students-title", "/students"), Crumb::new(cx, name.clone(), &path)])
        .about(name)
        .saying(cx.say.say("students-move-text"))
        .show(cx, problems)
}
