//! Who may bring a roster in.

use store::{Act, ActInfo, Role, Rule};

use crate::DeliveryId;

const DESK: &[Role] = &[Role::Administrator, Role::Office, Role::Shell];
const DELIVERIES: &[Rule<DeliveryId>] =
    &[Rule::any(Role::Administrator), Rule::any(Role::Office), Rule::any(Role::Shell)];

/// Deliveries that wait; their names and times only.
pub static SEE: Act<()> = Act::read_school("roster.see", "import", DESK).quiet();
pub static DELIVER: Act<()> = Act::write_school("roster.deliver", "import", DESK);
pub static PREVIEW: Act<DeliveryId> = Act::read("roster.preview", "import", DELIVERIES);
pub static APPLY: Act<()> = Act::write_school("roster.apply", "import", DESK);
pub static FORGET: Act<()> = Act::write_school("roster.forget", "import", &[Role::Job]).quiet();

pub fn infos() -> Vec<ActInfo> {
    vec![SEE.info(), DELIVER.info(), PREVIEW.info(), APPLY.info(), FORGET.info()]
}
