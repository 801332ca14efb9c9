//! Everything one can do with the people and groups of a school, and who may (C024–C030, C032).

use people::{ContactId, EdgeId, GuardianId, HouseholdId, LicenceId, StaffId, StudentId, edge};
use registry::Purpose;
use store::{Act, Read, Role, Rule};

use crate::{GroupId, enrolment, group};

/// The office keeps the record for all that the school does with it; the first word goes to the audit trail.
const ADMIN: &[Purpose] =
    &[Purpose::Administration, Purpose::Teaching, Purpose::FamilyContact, Purpose::ChildSafety, Purpose::Communication];
const FAMILY: &[Purpose] =
    &[Purpose::FamilyContact, Purpose::Administration, Purpose::ChildSafety, Purpose::Communication];
const TEACHING: &[Purpose] = &[Purpose::Teaching, Purpose::Administration];
/// A teacher reads names, groups and whom to call.
const TAUGHT_FOR: &[Purpose] = &[Purpose::Teaching, Purpose::ChildSafety];
/// A family and a learner read the record that is about them.
const OWN: &[Purpose] = &[Purpose::FamilyContact];
const SAFETY: &[Purpose] = &[Purpose::ChildSafety];
const ANSWERING: &[Purpose] = &[Purpose::Accountability];

/// The desk that keeps the records.
const DESK: &[Role] = &[Role::Administrator, Role::Office];
/// Who reads them: the desk, and an operator while the school lets them look (C031). Exports, scans and emergency
/// sheets, which leave on paper, stay with the desk.
const DESK_READS: &[Role] = &[Role::Administrator, Role::Office, Role::Support];

const EVERYBODY: &[Role] = &[Role::Visitor, Role::Operator, Role::Account, Role::Support];

const STUDENTS_OF_DESK: [Rule<StudentId>; 2] = [Rule::any(Role::Administrator), Rule::any(Role::Office)];
const STUDENTS_READ: &[Rule<StudentId>] =
    &[Rule::any(Role::Administrator), Rule::any(Role::Office), Rule::any(Role::Support)];
pub const TAUGHT: Rule<StudentId> = Rule::new(Role::Teacher, "of their groups", students_taught);
pub const OWN_CHILDREN: Rule<StudentId> = Rule::new(Role::Guardian, "their own children", edge::own_children);
pub const ONESELF: Rule<StudentId> = Rule::new(Role::Student, "oneself", edge::oneself);

fn students_taught(read: &Read) -> sea_orm::Condition {
    enrolment::students_in(read, group::taught_by_actor(read))
}

// --- the office ---

pub static SEE_STUDENT: Act<StudentId> = Act::read("students.see", ADMIN, STUDENTS_READ);
pub static CREATE_STUDENT: Act<()> = Act::write_school("students.create", ADMIN, DESK);
pub static CHANGE_STUDENT: Act<StudentId> = Act::write("students.change", ADMIN, &STUDENTS_OF_DESK);
pub static MOVE_STUDENT: Act<(StudentId, GroupId)> =
    Act::write_both("students.move", TEACHING, &STUDENTS_OF_DESK, GROUPS_OF_DESK);
pub static LEAVE_STUDENT: Act<StudentId> = Act::write("students.leave", ADMIN, &STUDENTS_OF_DESK);
pub static PLACE_STUDENT: Act<StudentId> = Act::write("students.place", FAMILY, &STUDENTS_OF_DESK);
/// Whom to call first, and who is no emergency contact (C053).
pub static ORDER_CONTACTS: Act<StudentId> = Act::write("students.order_contacts", FAMILY, &STUDENTS_OF_DESK);

const GROUPS_OF_DESK: &[Rule<GroupId>] = &[Rule::any(Role::Administrator), Rule::any(Role::Office)];
const GROUPS_READ: &[Rule<GroupId>] =
    &[Rule::any(Role::Administrator), Rule::any(Role::Office), Rule::any(Role::Support)];
pub static SEE_GROUP: Act<GroupId> = Act::read("groups.see", TEACHING, GROUPS_READ);
pub static CREATE_GROUP: Act<()> = Act::write_school("groups.create", TEACHING, DESK);
pub static NUMBER_GROUP: Act<GroupId> = Act::write("groups.number", TEACHING, GROUPS_OF_DESK);
pub static END_GROUP: Act<GroupId> = Act::write("groups.end", TEACHING, GROUPS_OF_DESK);
/// What the next school year would change; nothing is stored.
pub static PREVIEW_PROMOTION: Act<()> = Act::read_school("groups.preview_promotion", TEACHING, DESK);
pub static PROMOTE: Act<()> = Act::write_school("groups.promote", TEACHING, DESK);

pub const OWN_GROUP: Rule<GroupId> = Rule::new(Role::Teacher, "their own", group::taught);
/// Strict: phone numbers of a whole class leave on paper, so the entry is on disk before the sheet is shown.
pub static SEE_EMERGENCY_SHEET: Act<GroupId> =
    Act::read("groups.emergency", SAFETY, &[Rule::any(Role::Administrator), Rule::any(Role::Office), OWN_GROUP])
        .strict();

const STAFF_OF_DESK: &[Rule<StaffId>] = &[Rule::any(Role::Administrator), Rule::any(Role::Office)];
const STAFF_READ: &[Rule<StaffId>] =
    &[Rule::any(Role::Administrator), Rule::any(Role::Office), Rule::any(Role::Support)];
pub static SEE_STAFF: Act<StaffId> = Act::read("staff.see", ADMIN, STAFF_READ);
pub static CREATE_STAFF: Act<()> = Act::write_school("staff.create", ADMIN, DESK);
pub static CHANGE_STAFF: Act<StaffId> = Act::write("staff.change", ADMIN, STAFF_OF_DESK);
/// Takes every desk away, so it is for who gives them.
pub static LEAVE_STAFF: Act<StaffId> = Act::write("staff.leave", ADMIN, &[Rule::any(Role::Administrator)]);
pub static ASSIGN_GROUP: Act<(StaffId, GroupId)> =
    Act::write_both("staff.assign", TEACHING, STAFF_OF_DESK, GROUPS_OF_DESK);

const GUARDIANS_OF_DESK: &[Rule<GuardianId>] = &[Rule::any(Role::Administrator), Rule::any(Role::Office)];
const GUARDIANS_READ: &[Rule<GuardianId>] =
    &[Rule::any(Role::Administrator), Rule::any(Role::Office), Rule::any(Role::Support)];
pub static SEE_GUARDIAN: Act<GuardianId> = Act::read("guardians.see", FAMILY, GUARDIANS_READ);
pub static CHANGE_GUARDIAN: Act<GuardianId> = Act::write("guardians.change", FAMILY, GUARDIANS_OF_DESK);
pub static ADD_GUARDIAN: Act<StudentId> = Act::write("guardians.add", FAMILY, &STUDENTS_OF_DESK);

const EDGES_OF_DESK: &[Rule<EdgeId>] = &[Rule::any(Role::Administrator), Rule::any(Role::Office)];
const EDGES_READ: &[Rule<EdgeId>] =
    &[Rule::any(Role::Administrator), Rule::any(Role::Office), Rule::any(Role::Support)];
pub static SEE_EDGE: Act<EdgeId> = Act::read("edges.see", FAMILY, EDGES_READ);
pub static CHANGE_EDGE: Act<EdgeId> = Act::write("edges.change", FAMILY, EDGES_OF_DESK);
pub static UNLINK: Act<EdgeId> = Act::write("edges.unlink", FAMILY, EDGES_OF_DESK);

const HOUSEHOLDS_OF_DESK: &[Rule<HouseholdId>] = &[Rule::any(Role::Administrator), Rule::any(Role::Office)];
const HOUSEHOLDS_READ: &[Rule<HouseholdId>] =
    &[Rule::any(Role::Administrator), Rule::any(Role::Office), Rule::any(Role::Support)];
pub static SEE_HOUSEHOLD: Act<HouseholdId> = Act::read("households.see", FAMILY, HOUSEHOLDS_READ);

/// Where letters go (C077).
pub static ADDRESS_GUARDIAN: Act<GuardianId> = Act::write("guardians.address", FAMILY, GUARDIANS_OF_DESK);
pub static ADDRESS_HOUSEHOLD: Act<HouseholdId> = Act::write("households.address", FAMILY, HOUSEHOLDS_OF_DESK);
pub static ADDRESS_STAFF: Act<StaffId> = Act::write("staff.address", ADMIN, STAFF_OF_DESK);

pub static CREATE_HOUSEHOLD: Act<()> = Act::write_school("households.create", FAMILY, DESK);
pub static PLACE_IN_HOUSEHOLD: Act<(StudentId, HouseholdId)> =
    Act::write_both("households.place", FAMILY, &STUDENTS_OF_DESK, HOUSEHOLDS_OF_DESK);

pub static SEE_INSTITUTION: Act<()> = Act::read_school("institution.see", ADMIN, DESK_READS).quiet();
pub static CHANGE_INSTITUTION: Act<()> = Act::write_school("institution.change", ADMIN, &[Role::Administrator]);
/// The sign on the door. Quiet: it is there for everybody.
pub static SEE_LOGO: Act<()> = Act::read_school("institution.see_logo", &[Purpose::Communication], EVERYBODY).quiet();
/// Counts only; nobody can be told from them (C041).
pub static SEE_STATISTICS: Act<()> =
    Act::read_school("statistics.see", &[Purpose::Statistics], &[Role::Administrator, Role::Dpo]).quiet();
pub static SEE_MODULES: Act<()> = Act::read_school("modules.see", ANSWERING, &[Role::Administrator, Role::Dpo]).quiet();
pub static SWITCH_MODULE: Act<()> = Act::write_school("modules.switch", ANSWERING, &[Role::Administrator]);
/// Quiet: the empty forms of the institution's page.
pub static PREPARE_INSTITUTION: Act<()> =
    Act::read_school("institution.prepare", ADMIN, &[Role::Administrator]).quiet();
/// Everything that is kept of the institution, to take along.
pub static EXPORT_INSTITUTION: Act<()> = Act::read_school("institution.export", ADMIN, &[Role::Administrator]).strict();

const CONTACTS_READ: &[Rule<ContactId>] =
    &[Rule::any(Role::Administrator), Rule::any(Role::Office), Rule::any(Role::Support)];
const CONTACTS_OF_ADMINISTRATOR: &[Rule<ContactId>] = &[Rule::any(Role::Administrator)];
pub static SEE_CONTACT: Act<ContactId> = Act::read("contacts.see", ADMIN, CONTACTS_READ);
pub static CREATE_CONTACT: Act<()> = Act::write_school("contacts.create", ADMIN, &[Role::Administrator]);
pub static CHANGE_CONTACT: Act<ContactId> = Act::write("contacts.change", ADMIN, CONTACTS_OF_ADMINISTRATOR);
pub static REMOVE_CONTACT: Act<ContactId> = Act::write("contacts.remove", ADMIN, CONTACTS_OF_ADMINISTRATOR);

const LICENCES_OF_DESK: &[Rule<LicenceId>] = &[Rule::any(Role::Administrator), Rule::any(Role::Office)];
const LICENCES_READ: &[Rule<LicenceId>] =
    &[Rule::any(Role::Administrator), Rule::any(Role::Office), Rule::any(Role::Support)];
const LICENCES_OF_ADMINISTRATOR: &[Rule<LicenceId>] = &[Rule::any(Role::Administrator)];
pub static SEE_LICENCE: Act<LicenceId> = Act::read("licences.see", ADMIN, LICENCES_READ);
/// The paper itself leaves the house.
pub static SEE_SCAN: Act<LicenceId> = Act::read("licences.scan", ADMIN, LICENCES_OF_DESK).strict();
pub static CREATE_LICENCE: Act<()> = Act::write_school("licences.create", ADMIN, &[Role::Administrator]);
pub static CHANGE_LICENCE: Act<LicenceId> = Act::write("licences.change", ADMIN, LICENCES_OF_ADMINISTRATOR);
pub static REMOVE_LICENCE: Act<LicenceId> = Act::write("licences.remove", ADMIN, LICENCES_OF_ADMINISTRATOR);
/// Quiet: the job that plans what a licence's end asks for.
pub static REMIND_OF_LICENCES: Act<()> = Act::write_school("licences.remind", ADMIN, &[Role::Job]).quiet();

/// Quiet: the keys that lists are sorted by hold no more than the names do.
pub static SEE_SORTING: Act<()> = Act::read_school("school.see_sorting", ADMIN, &[Role::Job]).quiet();
pub static SORT: Act<()> = Act::write_school("school.sort", ADMIN, &[Role::Job]).quiet();

pub static SEE_AGREEMENT: Act<()> =
    Act::read_school("agreement.see", ANSWERING, &[Role::Administrator, Role::Dpo]).quiet();
pub static ACCEPT_AGREEMENT: Act<()> = Act::write_school("agreement.accept", ANSWERING, &[Role::Administrator]);

/// The counts on the office's first page; numbers only, nobody's record.
pub static SEE_COUNTS: Act<()> = Act::read_school("school.counts", ADMIN, DESK_READS).quiet();

// --- teachers ---

pub static SEE_OWN_GROUP: Act<GroupId> = Act::read("teacher.group", TAUGHT_FOR, &[OWN_GROUP]);
pub static SEE_TAUGHT_STUDENT: Act<StudentId> = Act::read("teacher.student", TAUGHT_FOR, &[TAUGHT]);

// --- families and learners ---

/// Quiet: guardians read of their own children, which is no news to anybody.
pub static SEE_OWN_CHILD: Act<StudentId> = Act::read("family.child", OWN, &[OWN_CHILDREN]).quiet();
/// Quiet: one's own record.
pub static SEE_ONESELF: Act<StudentId> = Act::read("student.self", OWN, &[ONESELF]).quiet();

/// Every role's first page, which leads on to what the role may.
pub static ARRIVE: Act<()> = Act::read_school(
    "school.arrive",
    &[Purpose::Operation],
    &[
        Role::Visitor,
        Role::Administrator,
        Role::Office,
        Role::Teacher,
        Role::Guardian,
        Role::Student,
        Role::Support,
        Role::Dpo,
    ],
)
.quiet();

pub fn infos() -> Vec<store::ActInfo> {
    vec![
        SEE_SORTING.info(),
        SORT.info(),
        SEE_STUDENT.info(),
        CREATE_STUDENT.info(),
        CHANGE_STUDENT.info(),
        MOVE_STUDENT.info(),
        LEAVE_STUDENT.info(),
        PLACE_STUDENT.info(),
        ORDER_CONTACTS.info(),
        SEE_GROUP.info(),
        CREATE_GROUP.info(),
        NUMBER_GROUP.info(),
        END_GROUP.info(),
        PREVIEW_PROMOTION.info(),
        PROMOTE.info(),
        SEE_EMERGENCY_SHEET.info(),
        SEE_STAFF.info(),
        CREATE_STAFF.info(),
        CHANGE_STAFF.info(),
        LEAVE_STAFF.info(),
        ASSIGN_GROUP.info(),
        SEE_GUARDIAN.info(),
        CHANGE_GUARDIAN.info(),
        ADD_GUARDIAN.info(),
        SEE_EDGE.info(),
        CHANGE_EDGE.info(),
        UNLINK.info(),
        SEE_HOUSEHOLD.info(),
        CREATE_HOUSEHOLD.info(),
        PLACE_IN_HOUSEHOLD.info(),
        ADDRESS_GUARDIAN.info(),
        ADDRESS_HOUSEHOLD.info(),
        ADDRESS_STAFF.info(),
        SEE_INSTITUTION.info(),
        CHANGE_INSTITUTION.info(),
        SEE_LOGO.info(),
        SEE_MODULES.info(),
        SWITCH_MODULE.info(),
        PREPARE_INSTITUTION.info(),
        EXPORT_INSTITUTION.info(),
        SEE_CONTACT.info(),
        CREATE_CONTACT.info(),
        CHANGE_CONTACT.info(),
        REMOVE_CONTACT.info(),
        SEE_LICENCE.info(),
        SEE_SCAN.info(),
        CREATE_LICENCE.info(),
        CHANGE_LICENCE.info(),
        REMOVE_LICENCE.info(),
        REMIND_OF_LICENCES.info(),
        SEE_AGREEMENT.info(),
        ACCEPT_AGREEMENT.info(),
        SEE_COUNTS.info(),
        SEE_OWN_GROUP.info(),
        SEE_TAUGHT_STUDENT.info(),
        SEE_OWN_CHILD.info(),
        SEE_ONESELF.info(),
        ARRIVE.info(),
    ]
}
