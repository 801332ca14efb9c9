//! Who may bring a roster in.

use registry::Purpose;
use store::{Act, ActInfo, Role, Rule};

use crate::DeliveryId;

/// A delivery is compared with all that a roster may bring: people, families, groups.
const COMPARING: &[Purpose] =
    &[Purpose::Import, Purpose::Administration, Purpose::Teaching, Purpose::FamilyContact, Purpose::ChildSafety];

const DESK: &[Role] = &[Role::Administrator, Role::Office, Role::Shell];
const DELIVERIES: &[Rule<DeliveryId>] =
    &[Rule::any(Role::Administrator), Rule::any(Role::Office), Rule::any(Role::Shell)];

/// Deliveries that wait; their names and times only.
pub static SEE: Act<()> = Act::read_school("roster.see", &[Purpose::Import], DESK).quiet();
/// The shell's dry run: compares without a delivery that waits.
pub static COMPARE: Act<()> = Act::read_school("roster.compare", COMPARING, DESK).quiet();
pub static DELIVER: Act<()> = Act::write_school("roster.deliver", &[Purpose::Import], DESK);
pub static PREVIEW: Act<DeliveryId> = Act::read("roster.preview", COMPARING, DELIVERIES);
pub static APPLY: Act<()> = Act::write_school("roster.apply", COMPARING, DESK);
pub static FORGET: Act<()> = Act::write_school("roster.forget", &[Purpose::Import], &[Role::Job]).quiet();

pub fn infos() -> Vec<ActInfo> {
    vec![SEE.info(), COMPARE.info(), DELIVER.info(), PREVIEW.info(), APPLY.info(), FORGET.info()]
}
