//! One click to a whole evening: a compact plan across all children and the chosen teachers, which the
//! guardian reads and accepts, or leaves.

use askama::Template;
use axum::extract::Path;
use kernel::clock::MINUTE;
use kernel::{Error, Message, Timestamp};
use people::StudentId;
use site::{Cx, Fault, Form, Result, Say};

use super::family::{again, correct};
use super::words::moment;
use crate::offer::{self, Ask, Line, Offer};
use crate::plan::{self, Plan, Setting};
use crate::{ParticipantId, RoundId, acts};

#[derive(Template)]
#[template(path = "conf_proposal.html")]
struct ProposalView<'a> {
    say: &'a Say,
    round: String,
    name: String,
    rows: Vec<Row>,
    unmet: Vec<(String, String)>,
}

struct Row {
    /// Of the hidden field: `take/STUDENT/PARTICIPANT`.
    field: String,
    start: i64,
    moment: String,
    child: String,
    teacher: String,
    room: String,
}

/// Plans what was ticked, `want/STUDENT/PARTICIPANT`, or everything that is open if nothing was; nothing is
/// booked yet.
pub async fn propose(cx: Cx, Path((_, round)): Path<(String, String)>, form: Form) -> Result {
    let id: RoundId = round.parse()?;
    let offer = cx.read(acts::SEE_OFFER.on(id), offer::find).await?;
    let wanted = wanted(&offer, &form);
    if wanted.len() > plan::LIMIT {
        return too_many(&cx, id).await;
    }
    let (talks, setting, zone) = (talks(&offer, &wanted), setting(&offer), offer.round.zone());
    let plan = cx.off_thread(move || Ok(plan::propose(&talks, &setting, |at| zone.day(at)))).await?;
    cx.page("conf-proposal-title", &view(&cx, &offer, &wanted, plan))
}

async fn too_many(cx: &Cx, id: RoundId) -> Result {
    correct(cx, id, &Message::from("conf-choose-some").with("limit", plan::LIMIT)).await
}

/// The ticked lines of this family that have no appointment yet.
fn wanted(offer: &Offer, form: &Form) -> Vec<Line> {
    let is_any = form.under("want/").next().is_some();
    let is_ticked = |line: &&Line| !is_any || form.is(&format!("want/{}/{}", line.student, line.participant.id));
    let is_booked =
        |line: &&Line| offer.own.iter().any(|row| row.student_id == line.student && row.staff_id == line.staff.id);
    offer.lines.iter().filter(is_ticked).filter(|line| !is_booked(line)).cloned().collect()
}

fn talks(offer: &Offer, wanted: &[Line]) -> Vec<Vec<Timestamp>> {
    wanted.iter().map(|line| offer.free.get(&line.staff.id).cloned().unwrap_or_default()).collect()
}

fn setting(offer: &Offer) -> Setting {
    Setting {
        length: offer.round.slot_minutes * MINUTE,
        gap: offer.round.travel_minutes * MINUTE,
        booked: offer.own.iter().map(|row| (row.start, row.end())).collect(),
    }
}

fn view<'a>(cx: &'a Cx, offer: &Offer, wanted: &[Line], plan: Plan) -> ProposalView<'a> {
    let child = |id: StudentId| offer.children.iter().find(|child| child.id == id);
    let name = |line: &Line| child(line.student).map(|child| child.name().full()).unwrap_or_default();
    let mut placed: Vec<(Timestamp, &Line)> = Vec::new();
    let mut unmet = Vec::new();
    for (line, start) in wanted.iter().zip(plan) {
        match start {
            Some(start) => placed.push((start, line)),
            None => unmet.push((line.staff.name().full(), name(line))),
        }
    }
    placed.sort_by_key(|(start, _)| *start);
    let row = |(start, line): (Timestamp, &Line)| Row {
        field: format!("take/{}/{}", line.student, line.participant.id),
        start: start.0,
        moment: moment(&cx.say, offer.round.zone(), start),
        child: name(line),
        teacher: line.staff.name().full(),
        room: line.participant.room.clone().unwrap_or_default(),
    };
    ProposalView {
        say: &cx.say,
        round: cx.href(&format!("/family/conferences/{}", offer.round.id)),
        name: offer.round.name.clone(),
        rows: placed.into_iter().map(row).collect(),
        unmet,
    }
}

/// Books the plan as it was shown, all of it or nothing.
pub async fn accept(cx: Cx, Path((_, round)): Path<(String, String)>, form: Form) -> Result {
    let id: RoundId = round.parse()?;
    let asks = form.under("take/").map(ask).collect::<kernel::Result<Vec<Ask>>>()?;
    if asks.is_empty() || asks.len() > plan::LIMIT {
        return too_many(&cx, id).await;
    }
    match cx.write(acts::BOOK_PLAN.on(id), move |work, round| offer::book_all(work, round, &asks)).await {
        Ok(()) => Ok(cx.done(&format!("/family/conferences/{id}/plan"), "done-plan-booked")),
        Err(Fault(Error::Conflict(message))) => again(&cx, id, &message, None).await,
        Err(fault) => Err(fault),
    }
}

/// `STUDENT/PARTICIPANT` and the beginning.
fn ask((ids, start): (&str, &str)) -> kernel::Result<Ask> {
    let (student, participant) = ids.split_once('/').ok_or(Error::NotFound)?;
    let participant: ParticipantId = participant.parse()?;
    let start = start.parse().map(Timestamp).map_err(|_| Error::NotFound)?;
    Ok(Ask { student: student.parse()?, participant, start })
}
