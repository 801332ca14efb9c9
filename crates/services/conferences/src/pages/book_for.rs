//! The office books for a family, by hand.

use axum::extract::Path;
use kernel::{Error, Problems, Timestamp};
use people::{GuardianId, StudentId};
use site::{Cx, Fault, Field, Form, FormView, Result};
use store::{Allowed, Read};

use super::form_page::{FormPage, crumbs};
use super::words::{moment, sorted};
use crate::offer::{self, Party};
use crate::{ParticipantId, RoundId, acts, participant, round, slots};

pub async fn choose_family(cx: Cx, Path((_, participant)): Path<(String, String)>, form: Form) -> Result {
    page(&cx, participant.parse()?, &form, &Problems::default()).await
}

pub async fn book(cx: Cx, Path((_, participant)): Path<(String, String)>, form: Form) -> Result {
    let id: ParticipantId = participant.parse()?;
    match sorted(book_one(&cx, id, &form).await)? {
        Ok(round) => Ok(cx.done(&format!("/conferences/{round}"), "done-booked")),
        Err(problems) => page(&cx, id, &form, &problems).await,
    }
}

/// `who` is the student's id and the guardian's, if one comes: `ID:ID`.
async fn book_one(cx: &Cx, id: ParticipantId, form: &Form) -> Result<RoundId> {
    let (student, guardian) =
        form.get("booked_for").split_once(':').ok_or_else(|| Error::invalid("booked_for", "choice-missing"))?;
    let student: StudentId = student.parse()?;
    let guardian: Option<GuardianId> = if guardian.is_empty() { None } else { Some(guardian.parse()?) };
    let start = form.get("book_start").parse().map(Timestamp);
    let start = start.map_err(|_| Error::invalid("book_start", "choice-missing"))?;
    let booked = cx
        .write(acts::BOOK_FOR.on((id, student)), move |work, both| offer::book_for(work, both, guardian, start))
        .await;
    match booked {
        // What a form can mend is said on the form.
        Err(Fault(Error::Conflict(message))) => Err(Fault(Error::invalid("booked_for", message))),
        other => other,
    }
}

/// What the page shows, as it was read.
struct Seen {
    round: round::Model,
    teacher: String,
    free: Vec<Timestamp>,
    parties: Vec<Party>,
}

fn look(read: &Read, id: Allowed<ParticipantId>) -> kernel::Result<Seen> {
    let participant = participant::find(read, id)?;
    let round = round::of(read, participant.round_id)?;
    let teacher = participant::person(read, &participant)?.name().full();
    let free = slots::free(read, &round, std::slice::from_ref(&participant))?;
    let free = free.into_values().next().unwrap_or_default();
    Ok(Seen { round, teacher, free, parties: offer::parties(read, &participant)? })
}

async fn page(cx: &Cx, id: ParticipantId, form: &Form, problems: &Problems) -> Result {
    let Seen { round, teacher, free, parties } = cx.read(acts::SEE_TEACHER.on(id), look).await?;
    let choose = (String::new(), cx.say.say("conf-choose"));
    let time = |at: &Timestamp| (at.0.to_string(), moment(&cx.say, round.zone(), *at));
    let times = std::iter::once(choose.clone()).chain(free.iter().map(time)).collect();
    let families = std::iter::once(choose).chain(parties.iter().map(|party| option(cx, party))).collect();
    let fields = vec![
        Field::choice("book_start", times).why("appointment", "start"),
        Field::choice("booked_for", families).why("appointment", "student_id"),
    ];
    let path = format!("/participants/{id}/book");
    let view = FormView::new(cx, &path, "conf-book", form, problems, fields);
    FormPage::new(cx, "conf-book-title", crumbs(cx, Some((&round.name, round.id))), view)
        .saying(cx.say.one("conf-book-text", "teacher", &teacher))
        .show(cx, problems)
}

fn option(cx: &Cx, party: &Party) -> (String, String) {
    let child = party.student.name().full();
    match &party.guardian {
        Some(guardian) => {
            let words = cx.say.with("conf-party", &[("child", &child), ("guardian", &guardian.name().full())]);
            (format!("{}:{}", party.student.id, guardian.id), words)
        }
        None => (format!("{}:", party.student.id), cx.say.one("conf-party-alone", "child", &child)),
    }
}
