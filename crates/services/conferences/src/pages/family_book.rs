//! A family books a time, moves it, gives it back.

use axum::extract::Path;
use kernel::{Error, Problems};
use people::StudentId;
use site::{Cx, Fault, Form, Result};

use super::family::again;
use super::words::{start, text};
use crate::offer::{self, Ask};
use crate::{AppointmentId, ParticipantId, RoundId, acts};

pub async fn book(cx: Cx, Path((_, round)): Path<(String, String)>, form: Form) -> Result {
    let id: RoundId = round.parse()?;
    let student: StudentId = form.get("student").parse()?;
    let participant: ParticipantId = form.get("participant").parse()?;
    let ask = Ask { student, participant, start: start(&form)? };
    match cx.write(acts::BOOK.on((student, id)), move |work, both| offer::book(work, both, ask)).await {
        Ok(()) => Ok(cx.done(&format!("/family/conferences/{id}"), "done-booked")),
        Err(Fault(Error::Conflict(message))) => again(&cx, id, &message, Some(ask)).await,
        Err(fault) => Err(fault),
    }
}

/// Another time of the same teacher. If that one is lost, the old one stays.
pub async fn change(cx: Cx, Path((_, appointment)): Path<(String, String)>, form: Form) -> Result {
    let id: AppointmentId = appointment.parse()?;
    let start = start(&form)?;
    let moved =
        cx.write(acts::CHANGE_OWN.on(id), move |work, appointment| offer::change(work, appointment, start)).await;
    shown(&cx, moved, &form, "done-moved").await
}

pub async fn cancel(cx: Cx, Path((_, appointment)): Path<(String, String)>, form: Form) -> Result {
    let id: AppointmentId = appointment.parse()?;
    let mut problems = Problems::default();
    let reason = text(&form, "cancel_reason", &mut problems);
    problems.check()?;
    let cancelled =
        cx.write(acts::CHANGE_OWN.on(id), move |work, appointment| offer::cancel(work, appointment, reason)).await;
    shown(&cx, cancelled, &form, "done-cancelled").await
}

/// Back to the round; with the reason if it did not go.
async fn shown(cx: &Cx, round: Result<RoundId>, form: &Form, done: &str) -> Result {
    match round {
        Ok(round) => Ok(cx.done(&format!("/family/conferences/{round}"), done)),
        Err(Fault(Error::Conflict(message))) => again(cx, form.get("round").parse()?, &message, None).await,
        Err(fault) => Err(fault),
    }
}
