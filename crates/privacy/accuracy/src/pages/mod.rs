//! One file per screen.

mod check;
mod checks;
mod decide;
mod outcome;
mod own;
mod own_change;
mod proposals;
mod propose;
mod sections;

use site::Routes;

const SEE: &[&str] = &["own.arrive", "own.guardian", "own.staff", "own.student", "own.proposal", "own.check"];
const CHECK: &[&str] = &["own.arrive", "own.guardian", "own.staff", "own.student", "own.check", "own.answer_check"];

pub fn routes() -> Routes {
    Routes::new()
        .get("/own", SEE, own::see_own)
        .get("/own/guardian", &["own.guardian"], own_change::edit_guardian)
        .post("/own/guardian", &["own.guardian", "own.change_guardian"], own_change::change_guardian)
        .get("/own/staff", &["own.staff"], own_change::edit_staff)
        .post("/own/staff", &["own.staff", "own.change_staff"], own_change::change_staff)
        .get("/own/student", &["own.student"], own_change::edit_student)
        .post("/own/student", &["own.student", "own.change_student"], own_change::change_student)
        .get("/own/guardian/propose", &["own.guardian"], propose::ask_guardian)
        .post("/own/guardian/propose", &["own.guardian", "own.propose_guardian"], propose::propose_guardian)
        .get("/own/staff/propose", &["own.staff"], propose::ask_staff)
        .post("/own/staff/propose", &["own.staff", "own.propose_staff"], propose::propose_staff)
        .get("/own/students/{student}/propose", &["own.student"], propose::ask_student)
        .post("/own/students/{student}/propose", &["own.student", "own.propose_student"], propose::propose_student)
        .get("/own/proposals/{proposal}", &["own.proposal"], outcome::see_outcome)
        .get("/own/check", CHECK, check::see_check)
        .post("/own/check", CHECK, check::answer_check)
        .get("/proposals", &["proposals.see"], proposals::list_proposals)
        .get("/proposals/{proposal}", &["proposals.see"], decide::see_proposal)
        .post("/proposals/{proposal}", &["proposals.see", "proposals.decide"], decide::decide)
        .get("/checks", &["checks.see"], checks::list_checks)
        .post("/checks", &["checks.see", "checks.plan"], checks::plan_checks)
}
