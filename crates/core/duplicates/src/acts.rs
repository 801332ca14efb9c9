//! Who may find records that are one person, make one of them, and take that back.

use people::{GuardianId, StaffId, StudentId};
use registry::Purpose;
use store::{Act, ActInfo, Role, Rule};

use crate::MergeId;

/// Names, birthdays, numbers and contact data of everybody, side by side.
const FINDING: &[Purpose] = &[Purpose::Administration, Purpose::FamilyContact, Purpose::Communication];

/// Whatever hangs on a record is counted before, and moved or put back by the merging itself: groups, families,
/// accounts, appointments, and what modules keep that nobody here knows.
const MERGING: &[Purpose] = &[
    Purpose::Administration,
    Purpose::FamilyContact,
    Purpose::Communication,
    Purpose::Teaching,
    Purpose::ChildSafety,
    Purpose::SignIn,
    Purpose::Security,
    Purpose::Import,
    Purpose::Accountability,
    Purpose::Statistics,
];

const DESK: &[Role] = &[Role::Administrator, Role::Office];
const STUDENTS: &[Rule<StudentId>] = &[Rule::any(Role::Administrator), Rule::any(Role::Office)];
const GUARDIANS: &[Rule<GuardianId>] = &[Rule::any(Role::Administrator), Rule::any(Role::Office)];
const STAFF: &[Rule<StaffId>] = &[Rule::any(Role::Administrator), Rule::any(Role::Office)];
/// Merging colleagues may end an account with a desk: only who gives desks takes them.
const STAFF_BY_ADMINISTRATOR: &[Rule<StaffId>] = &[Rule::any(Role::Administrator)];
const MERGES: &[Rule<MergeId>] = &[Rule::any(Role::Administrator), Rule::any(Role::Office)];

pub static SEE: Act<()> = Act::read_school("duplicates.see", FINDING, DESK);

pub static COMPARE_STUDENTS: Act<(StudentId, StudentId)> =
    Act::read_both("duplicates.compare_students", MERGING, STUDENTS, STUDENTS);
pub static COMPARE_GUARDIANS: Act<(GuardianId, GuardianId)> =
    Act::read_both("duplicates.compare_guardians", MERGING, GUARDIANS, GUARDIANS);
pub static COMPARE_STAFF: Act<(StaffId, StaffId)> = Act::read_both("duplicates.compare_staff", MERGING, STAFF, STAFF);

/// Says that they are two people.
pub static PART_STUDENTS: Act<(StudentId, StudentId)> =
    Act::write_both("duplicates.part_students", FINDING, STUDENTS, STUDENTS);
pub static PART_GUARDIANS: Act<(GuardianId, GuardianId)> =
    Act::write_both("duplicates.part_guardians", FINDING, GUARDIANS, GUARDIANS);
pub static PART_STAFF: Act<(StaffId, StaffId)> = Act::write_both("duplicates.part_staff", FINDING, STAFF, STAFF);

pub static MERGE_STUDENTS: Act<(StudentId, StudentId)> =
    Act::write_both("duplicates.merge_students", MERGING, STUDENTS, STUDENTS);
pub static MERGE_GUARDIANS: Act<(GuardianId, GuardianId)> =
    Act::write_both("duplicates.merge_guardians", MERGING, GUARDIANS, GUARDIANS);
pub static MERGE_STAFF: Act<(StaffId, StaffId)> =
    Act::write_both("duplicates.merge_staff", MERGING, STAFF_BY_ADMINISTRATOR, STAFF_BY_ADMINISTRATOR);

/// What was merged, and what stands in the way of taking it back.
pub static SEE_MERGE: Act<MergeId> = Act::read("duplicates.see_merge", MERGING, MERGES);
pub static UNDO: Act<MergeId> = Act::write("duplicates.undo", MERGING, MERGES);
pub static FORGET: Act<()> = Act::write_school("duplicates.forget", FINDING, &[Role::Job]).quiet();

pub fn infos() -> Vec<ActInfo> {
    vec![
        SEE.info(),
        COMPARE_STUDENTS.info(),
        COMPARE_GUARDIANS.info(),
        COMPARE_STAFF.info(),
        PART_STUDENTS.info(),
        PART_GUARDIANS.info(),
        PART_STAFF.info(),
        MERGE_STUDENTS.info(),
        MERGE_GUARDIANS.info(),
        MERGE_STAFF.info(),
        SEE_MERGE.info(),
        UNDO.info(),
        FORGET.info(),
    ]
}
