//! Everything one can do with parent evenings, and who may (C026, C032, C055, C056).

use people::StudentId;
use registry::Purpose;
use store::{Act, Role, Rule};

use crate::{AppointmentId, ParticipantId, RoundId, appointment, offer, round};

/// Families and teachers read names and times.
const FAMILY: &[Purpose] = &[Purpose::FamilyContact];
/// The office plans with the records of staff and groups.
const PLANNING: &[Purpose] = &[Purpose::FamilyContact, Purpose::Administration, Purpose::Teaching];

/// The desk that prepares the rounds.
pub const DESK: &[Role] = &[Role::Administrator, Role::Office];

/// The desk, and an operator whom the school lets look.
pub const DESK_READS: &[Role] = &[Role::Administrator, Role::Office, Role::Support];

const ROUNDS: &[Rule<RoundId>] = &[Rule::any(Role::Administrator), Rule::any(Role::Office)];
const PARTICIPANTS: &[Rule<ParticipantId>] = &[Rule::any(Role::Administrator), Rule::any(Role::Office)];
const STUDENTS: &[Rule<StudentId>] = &[Rule::any(Role::Administrator), Rule::any(Role::Office)];
/// An operator reads what the office reads, while the school lets them look (C031).
const ROUNDS_READ: &[Rule<RoundId>] =
    &[Rule::any(Role::Administrator), Rule::any(Role::Office), Rule::any(Role::Support)];
const PARTICIPANTS_READ: &[Rule<ParticipantId>] =
    &[Rule::any(Role::Administrator), Rule::any(Role::Office), Rule::any(Role::Support)];
const APPOINTMENTS_READ: &[Rule<AppointmentId>] =
    &[Rule::any(Role::Administrator), Rule::any(Role::Office), Rule::any(Role::Support)];
const APPOINTMENTS: &[Rule<AppointmentId>] = &[Rule::any(Role::Administrator), Rule::any(Role::Office)];

// --- the office ---

pub static SEE_ROUND: Act<RoundId> = Act::read("conferences.see", PLANNING, ROUNDS_READ);
pub static CREATE_ROUND: Act<()> = Act::write_school("conferences.create", PLANNING, DESK);
pub static CHANGE_ROUND: Act<RoundId> = Act::write("conferences.change", PLANNING, ROUNDS);
pub static SEE_TEACHER: Act<ParticipantId> = Act::read("conferences.see_teacher", PLANNING, PARTICIPANTS_READ);
pub static CHANGE_TEACHER: Act<ParticipantId> = Act::write("conferences.change_teacher", PLANNING, PARTICIPANTS);
pub static BOOK_FOR: Act<(ParticipantId, StudentId)> =
    Act::write_both("conferences.book_for", PLANNING, PARTICIPANTS, STUDENTS);
pub static SEE_APPOINTMENT: Act<AppointmentId> = Act::read("conferences.see_appointment", PLANNING, APPOINTMENTS_READ);
pub static CANCEL_FOR: Act<AppointmentId> = Act::write("conferences.cancel_for", PLANNING, APPOINTMENTS);

// --- teachers ---

pub static SEE_SCHEDULE: Act<RoundId> = Act::read(
    "conferences.schedule",
    FAMILY,
    &[Rule::new(Role::Teacher, "in which they take part", round::taking_part)],
);

// --- families ---

const OFFERED: &[Rule<RoundId>] =
    &[Rule::new(Role::Guardian, "published, with a teacher of a child they book for", round::for_family)];

/// Quiet: guardians read of their own children, which is no news to anybody.
pub static SEE_OFFER: Act<RoundId> = Act::read("conferences.offer", FAMILY, OFFERED).quiet();
pub static BOOK: Act<(StudentId, RoundId)> = Act::write_both(
    "conferences.book",
    FAMILY,
    &[Rule::new(Role::Guardian, "a child they book for", offer::own_children)],
    OFFERED,
);
pub static BOOK_PLAN: Act<RoundId> = Act::write("conferences.book_plan", FAMILY, OFFERED);
pub static CHANGE_OWN: Act<AppointmentId> =
    Act::write("conferences.change_own", FAMILY, &[Rule::new(Role::Guardian, "their own", appointment::own)]);

pub fn infos() -> Vec<store::ActInfo> {
    vec![
        SEE_ROUND.info(),
        CREATE_ROUND.info(),
        CHANGE_ROUND.info(),
        SEE_TEACHER.info(),
        CHANGE_TEACHER.info(),
        BOOK_FOR.info(),
        SEE_APPOINTMENT.info(),
        CANCEL_FOR.info(),
        SEE_SCHEDULE.info(),
        SEE_OFFER.info(),
        BOOK.info(),
        BOOK_PLAN.info(),
        CHANGE_OWN.info(),
    ]
}
