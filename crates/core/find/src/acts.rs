//! Who finds whom: the same people that the lists of each role show.

use people::{GuardianId, StaffId, StudentId};
use registry::Purpose;
use school::{GroupId, acts};
use store::{Act, Role, Rule};

const NAMES: &[Purpose] = &[Purpose::Administration, Purpose::Teaching, Purpose::FamilyContact];

/// Quiet: an empty field.
pub static OPEN: Act<()> = Act::read_school(
    "find.open",
    &[Purpose::Operation],
    &[Role::Administrator, Role::Office, Role::Teacher, Role::Guardian, Role::Student, Role::Dpo],
)
.quiet();

pub static STUDENTS: Act<StudentId> = Act::read(
    "find.students",
    NAMES,
    &[Rule::any(Role::Administrator), Rule::any(Role::Office), acts::TAUGHT, acts::OWN_CHILDREN, acts::ONESELF],
);
pub static GUARDIANS: Act<GuardianId> =
    Act::read("find.guardians", NAMES, &[Rule::any(Role::Administrator), Rule::any(Role::Office)]);
pub static STAFF: Act<StaffId> =
    Act::read("find.staff", NAMES, &[Rule::any(Role::Administrator), Rule::any(Role::Office)]);
pub static GROUPS: Act<GroupId> =
    Act::read("find.groups", NAMES, &[Rule::any(Role::Administrator), Rule::any(Role::Office), acts::OWN_GROUP]);

pub fn infos() -> Vec<store::ActInfo> {
    vec![OPEN.info(), STUDENTS.info(), GUARDIANS.info(), STAFF.info(), GROUPS.info()]
}
