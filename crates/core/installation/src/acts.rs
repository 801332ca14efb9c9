//! What may be done with the installation's own database.

use registry::Purpose;
use store::{Act, ActInfo, Role};

/// Names of published schools: nobody's data.
pub static ARRIVE: Act<()> =
    Act::read_school("installation.arrive", &[Purpose::Operation], &[Role::Visitor, Role::Operator]).quiet();
pub static SEE_SCHOOLS: Act<()> = Act::read_school(
    "installation.see_schools",
    &[Purpose::Operation, Purpose::SignIn],
    &[Role::Operator, Role::Shell],
)
.quiet();
/// Quiet: which school a slug names, read at every request.
pub static FIND_SCHOOL: Act<()> =
    Act::read_school("installation.find_school", &[Purpose::Operation], &[Role::Shell]).quiet();
pub static FOUND_SCHOOL: Act<()> =
    Act::write_school("installation.found", &[Purpose::Operation], &[Role::Operator, Role::Shell]);
/// The keys of a school were destroyed: its name leaves the register.
pub static END_SCHOOL: Act<()> = Act::write_school("installation.end_school", &[Purpose::Operation], &[Role::Shell]);
pub static INVITE_OPERATOR: Act<()> =
    Act::write_school("installation.invite_operator", &[Purpose::SignIn], &[Role::Shell]);
/// Quiet: who hosts is published in every school's record of processing.
pub static SEE_HOST: Act<()> = Act::read_school(
    "installation.see_host",
    &[Purpose::Operation, Purpose::Accountability],
    &[Role::Operator, Role::Shell],
)
.quiet();
pub static CHANGE_HOST: Act<()> = Act::write_school(
    "installation.change_host",
    &[Purpose::Operation, Purpose::Accountability],
    &[Role::Operator, Role::Shell],
);
/// Quiet: which schools have work to do, asked each second.
pub static SEE_DUE: Act<()> = Act::read_school("installation.see_due", &[Purpose::Operation], &[Role::Job]).quiet();
pub static PLAN: Act<()> = Act::write_school("installation.plan", &[Purpose::Operation], &[Role::Job]).quiet();
/// Quiet: how the server is, nobody's data.
pub static SEE_STATUS: Act<()> =
    Act::read_school("installation.see_status", &[Purpose::Operation], &[Role::Operator]).quiet();
/// Who operates the installation is told when its certificate ends soon, or a backup is missing.
pub static WARN: Act<()> = Act::write_school(
    "installation.warn",
    &[Purpose::Operation, Purpose::SignIn, Purpose::Communication],
    &[Role::Job],
);
/// The day's backup, or one that an operator asked for at the shell.
pub static BACK_UP: Act<()> =
    Act::write_school("installation.back_up", &[Purpose::Operation], &[Role::Job, Role::Shell]);
/// Quiet: when backups were made, nobody's data.
pub static SEE_BACKUPS: Act<()> =
    Act::read_school("installation.see_backups", &[Purpose::Operation], &[Role::Job, Role::Shell]).quiet();
/// After a restore nobody is signed in: sessions that had ended would stand again.
pub static END_SESSIONS: Act<()> = Act::write_school(
    "installation.end_sessions",
    &[Purpose::Operation, Purpose::SignIn, Purpose::Security],
    &[Role::Shell],
);

pub fn infos() -> Vec<ActInfo> {
    vec![
        ARRIVE.info(),
        SEE_SCHOOLS.info(),
        FIND_SCHOOL.info(),
        FOUND_SCHOOL.info(),
        END_SCHOOL.info(),
        INVITE_OPERATOR.info(),
        SEE_HOST.info(),
        CHANGE_HOST.info(),
        SEE_DUE.info(),
        PLAN.info(),
        SEE_STATUS.info(),
        WARN.info(),
        BACK_UP.info(),
        SEE_BACKUPS.info(),
        END_SESSIONS.info(),
    ]
}
