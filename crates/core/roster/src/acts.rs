//! Who may bring a roster in.

use registry::Purpose;
use store::{Act, ActInfo, Role, Rule};

use crate::{DeliveryId, ImportId};

/// A delivery is compared with all that a roster may bring: people, families, groups.
const COMPARING: &[Purpose] =
    &[Purpose::Import, Purpose::Administration, Purpose::Teaching, Purpose::FamilyContact, Purpose::ChildSafety];

const IMPORT: &[Purpose] = &[Purpose::Import];

const DESK: &[Role] = &[Role::Administrator, Role::Office, Role::Shell];
const DELIVERIES: &[Rule<DeliveryId>] =
    &[Rule::any(Role::Administrator), Rule::any(Role::Office), Rule::any(Role::Shell)];

const IMPORTS: &[Rule<ImportId>] = &[Rule::any(Role::Administrator), Rule::any(Role::Office), Rule::any(Role::Shell)];

/// Deliveries that wait; their names and times only.
pub static SEE: Act<()> = Act::read_school("roster.see", IMPORT, DESK).quiet();
/// The shell's dry run: compares without a delivery that waits.
pub static COMPARE: Act<()> = Act::read_school("roster.compare", COMPARING, DESK).quiet();
pub static DELIVER: Act<()> = Act::write_school("roster.deliver", IMPORT, DESK);
pub static PREVIEW: Act<DeliveryId> = Act::read("roster.preview", COMPARING, DELIVERIES);
pub static APPLY: Act<()> = Act::write_school("roster.apply", COMPARING, DESK);
/// Writes the journal's line of an import; what it stores has the entry of `roster.apply`.
pub static JOURNAL: Act<()> = Act::write_school("roster.journal", IMPORT, DESK).quiet();
/// How an import stands: numbers, and which colleague did it. Looked at every two seconds: no entry each.
pub static SEE_IMPORT: Act<ImportId> = Act::read("roster.see_import", IMPORT, IMPORTS).quiet();
/// Stops an import. A read of its line: the import holds the writer, and undoes its own work.
pub static STOP: Act<ImportId> = Act::read("roster.stop", IMPORT, IMPORTS);
/// The school's people and groups, to take along; on disk in the trail before the first byte leaves.
pub static EXPORT: Act<()> = Act::read_school("roster.export", COMPARING, &[Role::Administrator, Role::Shell]).strict();
/// To know who is in use since an import, its undoing looks wherever people are written down.
const UNDOING: &[Purpose] = &[
    Purpose::Import,
    Purpose::Administration,
    Purpose::Teaching,
    Purpose::FamilyContact,
    Purpose::ChildSafety,
    Purpose::SignIn,
    Purpose::Communication,
    Purpose::Accountability,
];

/// Puts back what an import changed, within a day.
pub static UNDO: Act<ImportId> = Act::write("roster.undo", UNDOING, IMPORTS);
/// Names whom an undoing left, to whoever may undo.
pub static SEE_LEFT: Act<ImportId> = Act::read("roster.see_left", COMPARING, IMPORTS);
pub static FORGET: Act<()> = Act::write_school("roster.forget", IMPORT, &[Role::Job]).quiet();

pub fn infos() -> Vec<ActInfo> {
    vec![
        SEE.info(),
        COMPARE.info(),
        DELIVER.info(),
        PREVIEW.info(),
        APPLY.info(),
        JOURNAL.info(),
        SEE_IMPORT.info(),
        STOP.info(),
        FORGET.info(),
        EXPORT.info(),
        UNDO.info(),
        SEE_LEFT.info(),
    ]
}
