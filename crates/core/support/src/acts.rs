//! What can be done with support grants, and who may (C031).

use registry::Purpose;
use store::{Act, ActInfo, Role, Rule};

use crate::GrantId;

/// Who let whom look, and telling the administrators of it.
const GRANTING: &[Purpose] = &[Purpose::Accountability, Purpose::Security, Purpose::SignIn];
const SECURITY: &[Purpose] = &[Purpose::Security, Purpose::SignIn];

const GRANTS_OF_ADMINISTRATOR: &[Rule<GrantId>] = &[Rule::any(Role::Administrator)];
const GRANTS_OF_OFFICERS: &[Rule<GrantId>] = &[Rule::any(Role::Administrator), Rule::any(Role::Dpo)];

// --- the school ---

/// Grants and what was looked at under them.
/// Quiet: who may grant is asked before the form is looked at.
pub static PREPARE: Act<()> = Act::read_school("support.prepare", GRANTING, &[Role::Administrator]).quiet();
pub static SEE: Act<()> = Act::read_school("support.see", GRANTING, &[Role::Administrator, Role::Dpo]);
pub static SEE_GRANT: Act<GrantId> = Act::read("support.see_grant", GRANTING, GRANTS_OF_OFFICERS);
pub static GRANT: Act<()> = Act::write_school("support.grant", GRANTING, &[Role::Administrator]);
pub static ALLOW: Act<GrantId> = Act::write("support.allow", GRANTING, GRANTS_OF_ADMINISTRATOR);
pub static END: Act<GrantId> = Act::write("support.end", GRANTING, GRANTS_OF_ADMINISTRATOR);
/// Quiet: the job that tells of grants whose time is over; the grant's row says when that was.
pub static TELL: Act<()> = Act::write_school("support.tell", GRANTING, &[Role::Job]).quiet();

// --- the operator ---

/// Quiet: an operator's own requests, and what the school answered; no content of the school.
pub static SEE_OWN: Act<()> = Act::read_school("support.see_own", GRANTING, &[Role::Operator]).quiet();
pub static ASK: Act<()> = Act::write_school("support.ask", GRANTING, &[Role::Operator]);
pub static ENTER: Act<()> = Act::write_school("support.enter", GRANTING, &[Role::Operator]);
pub static LEAVE: Act<()> = Act::write_school("support.leave", GRANTING, &[Role::Operator]);
/// In the control database: that it is the operator, again.
pub static STEP_UP: Act<()> = Act::write_school("support.step_up", SECURITY, &[Role::Operator]);
/// Quiet: in the control database, whether the operator has a passkey to be asked for.
pub static SEE_FACTORS: Act<()> = Act::read_school("support.see_factors", SECURITY, &[Role::Operator]).quiet();
/// Quiet: who the operators are, for the school that names one of them; read by the house.
pub static OPERATORS: Act<()> = Act::read_school("support.operators", SECURITY, &[Role::Shell]).quiet();

pub fn infos() -> Vec<ActInfo> {
    vec![
        PREPARE.info(),
        SEE.info(),
        SEE_GRANT.info(),
        GRANT.info(),
        ALLOW.info(),
        END.info(),
        TELL.info(),
        SEE_OWN.info(),
        ASK.info(),
        ENTER.info(),
        LEAVE.info(),
        STEP_UP.info(),
        SEE_FACTORS.info(),
        OPERATORS.info(),
    ]
}
