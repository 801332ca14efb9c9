//! What one can do about one's own data, and what the office does with what is proposed.

use people::{GuardianId, StaffId, StudentId, edge, guardian, staff};
use registry::Purpose;
use store::{Act, ActInfo, Read, Role, Rule};

use crate::{CheckId, ProposalId, check, proposal};

/// All that the record is kept for: it is the person's own.
const OWN: &[Purpose] =
    &[Purpose::Administration, Purpose::FamilyContact, Purpose::Communication, Purpose::Accountability];
/// One's own record as a member of staff, and one's own requests: nothing of a family is in them.
const OWN_WORK: &[Purpose] = &[Purpose::Administration, Purpose::Accountability];
/// An answer is told to who asked, at the address of the account.
const DECIDING: &[Purpose] = &[
    Purpose::Administration,
    Purpose::Accountability,
    Purpose::FamilyContact,
    Purpose::Communication,
    Purpose::SignIn,
];

const DESK: &[Role] = &[Role::Administrator, Role::Office];

const SELF_GUARDIAN: &[Rule<GuardianId>] = &[Rule::new(Role::Guardian, "oneself", own_guardian)];
const SELF_STAFF: &[Rule<StaffId>] = &[Rule::new(Role::Account, "oneself", own_staff)];
const SELF_STUDENT: &[Rule<StudentId>] = &[Rule::new(Role::Student, "oneself", edge::oneself)];
const SELF_AND_CHILDREN: &[Rule<StudentId>] = &[
    Rule::new(Role::Student, "oneself", edge::oneself),
    Rule::new(Role::Guardian, "their own children", edge::own_children),
];

fn own_guardian(read: &Read) -> sea_orm::Condition {
    use sea_orm::ColumnTrait as _;
    let own = read.actor.person().and_then(|person| person.guardian).unwrap_or_default();
    sea_orm::Condition::all().add(guardian::Column::Id.eq(own))
}

fn own_staff(read: &Read) -> sea_orm::Condition {
    use sea_orm::ColumnTrait as _;
    let own = read.actor.person().and_then(|person| person.staff).unwrap_or_default();
    sea_orm::Condition::all().add(staff::Column::Id.eq(own))
}

// Quiet: one's own record, and that of one's children.
pub static SEE_GUARDIAN: Act<GuardianId> = Act::read("own.guardian", OWN, SELF_GUARDIAN).quiet();
pub static SEE_STAFF: Act<StaffId> = Act::read("own.staff", OWN_WORK, SELF_STAFF).quiet();
pub static SEE_STUDENT: Act<StudentId> = Act::read("own.student", OWN, SELF_AND_CHILDREN).quiet();
pub static CHANGE_GUARDIAN: Act<GuardianId> = Act::write("own.change_guardian", OWN, SELF_GUARDIAN);
pub static CHANGE_STAFF: Act<StaffId> = Act::write("own.change_staff", OWN_WORK, SELF_STAFF);
pub static CHANGE_STUDENT: Act<StudentId> = Act::write("own.change_student", OWN, SELF_STUDENT);
pub static PROPOSE_GUARDIAN: Act<GuardianId> = Act::write("own.propose_guardian", OWN, SELF_GUARDIAN);
pub static PROPOSE_STAFF: Act<StaffId> = Act::write("own.propose_staff", OWN_WORK, SELF_STAFF);
pub static PROPOSE_STUDENT: Act<StudentId> = Act::write("own.propose_student", OWN, SELF_AND_CHILDREN);
/// Quiet: what oneself asked, and the answer.
pub static SEE_OWN_PROPOSAL: Act<ProposalId> =
    Act::read("own.proposal", OWN_WORK, &[Rule::new(Role::Account, "their own", proposal::asked_by_actor)]).quiet();
/// The frame of the page; it shows nobody.
pub static ARRIVE: Act<()> = Act::read_school("own.arrive", &[Purpose::Operation], &[Role::Account]).quiet();

const PROPOSALS_OF_DESK: &[Rule<ProposalId>] = &[Rule::any(Role::Administrator), Rule::any(Role::Office)];
pub static SEE_PROPOSAL: Act<ProposalId> = Act::read("proposals.see", DECIDING, PROPOSALS_OF_DESK);
pub static DECIDE: Act<ProposalId> = Act::write("proposals.decide", DECIDING, PROPOSALS_OF_DESK);

const OWN_CHECK: &[Rule<CheckId>] = &[Rule::new(Role::Guardian, "their own", check::of_actor)];
pub static SEE_CHECK: Act<CheckId> = Act::read("own.check", OWN, OWN_CHECK).quiet();
pub static ANSWER_CHECK: Act<CheckId> = Act::write("own.answer_check", OWN, OWN_CHECK);
pub static LIST_CHECKS: Act<CheckId> =
    Act::read("checks.see", DECIDING, &[Rule::any(Role::Administrator), Rule::any(Role::Office)]);
pub static PLAN_CHECKS: Act<()> = Act::write_school("checks.plan", OWN, DESK);
/// Quiet: the job that asks and reminds; each question stands in its own row.
pub static ASK: Act<()> = Act::write_school("checks.ask", DECIDING, &[Role::Job]).quiet();

pub fn infos() -> Vec<ActInfo> {
    vec![
        SEE_GUARDIAN.info(),
        SEE_STAFF.info(),
        SEE_STUDENT.info(),
        CHANGE_GUARDIAN.info(),
        CHANGE_STAFF.info(),
        CHANGE_STUDENT.info(),
        PROPOSE_GUARDIAN.info(),
        PROPOSE_STAFF.info(),
        PROPOSE_STUDENT.info(),
        SEE_OWN_PROPOSAL.info(),
        ARRIVE.info(),
        SEE_PROPOSAL.info(),
        DECIDE.info(),
        SEE_CHECK.info(),
        ANSWER_CHECK.info(),
        LIST_CHECKS.info(),
        PLAN_CHECKS.info(),
        ASK.info(),
    ]
}
