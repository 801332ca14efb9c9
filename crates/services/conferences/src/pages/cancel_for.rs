//! The office cancels an appointment, with a reason.

use axum::extract::Path;
use kernel::{Error, Problems};
use site::{Cx, Field, Form, FormView, Result};
use store::{Allowed, Read, Work};

use super::form_page::{FormPage, crumbs};
use super::words::{moment, sorted, text};
use crate::appointment::{self, BOOKED};
use crate::schedule::{self, Talk};
use crate::{AppointmentId, RoundId, acts, participant, round};

pub async fn ask(cx: Cx, Path((_, appointment)): Path<(String, String)>) -> Result {
    page(&cx, appointment.parse()?, &Form::default(), &Problems::default()).await
}

pub async fn cancel(cx: Cx, Path((_, appointment)): Path<(String, String)>, form: Form) -> Result {
    let id: AppointmentId = appointment.parse()?;
    match sorted(cancel_one(&cx, id, &form).await)? {
        Ok(round) => Ok(cx.done(&format!("/conferences/{round}"), "done-cancelled")),
        Err(problems) => page(&cx, id, &form, &problems).await,
    }
}

async fn cancel_one(cx: &Cx, id: AppointmentId, form: &Form) -> Result<RoundId> {
    let mut problems = Problems::default();
    let reason = text(form, "cancel_reason", &mut problems);
    problems.check()?;
    cx.write(acts::CANCEL_FOR.on(id), move |work: &Work, appointment| {
        let row = appointment::find(work, appointment)?;
        if row.state == BOOKED {
            appointment::cancel(work, appointment, reason)?;
        }
        Ok(row.round_id)
    })
    .await
}

struct Seen {
    round: round::Model,
    teacher: String,
    talk: Talk,
}

/// A cancelled appointment is not there to be cancelled again.
fn look(read: &Read, id: Allowed<AppointmentId>) -> kernel::Result<Seen> {
    let row = appointment::find(read, id)?;
    if row.state != BOOKED {
        return Err(Error::NotFound);
    }
    let round = round::of(read, row.round_id)?;
    let teachers = participant::named(read, round.id)?;
    let teacher = teachers.iter().find(|named| named.staff.id == row.staff_id);
    let teacher = teacher.map(|named| named.staff.name().full()).unwrap_or_default();
    Ok(Seen { round, teacher, talk: schedule::talk(read, row)? })
}

async fn page(cx: &Cx, id: AppointmentId, form: &Form, problems: &Problems) -> Result {
    let Seen { round, teacher, talk } = cx.read(acts::SEE_APPOINTMENT.on(id), look).await?;
    let fields = vec![Field::text("cancel_reason").hint().why("appointment", "reason")];
    let path = format!("/appointments/{id}");
    let view = FormView::new(cx, &path, "conf-cancel", form, problems, fields).danger();
    let when = moment(&cx.say, round.zone(), talk.appointment.start);
    let child = talk.student.name().full();
    let mut text = cx.say.with("conf-cancel-text", &[("child", &child), ("teacher", &teacher), ("moment", &when)]);
    if talk.is_doubtful {
        text = format!("{text} {}", cx.say.say("conf-doubtful-text"));
    }
    FormPage::new(cx, "conf-cancel-title", crumbs(cx, Some((&round.name, round.id))), view)
        .saying(text)
        .show(cx, problems)
}
