//! What can be done with identity providers, and who may.

use registry::Purpose;
use store::{Act, ActInfo, Role, Rule};

use crate::ProviderId;

const SIGN_IN: &[Purpose] = &[Purpose::SignIn, Purpose::Security];
const OPERATION: &[Purpose] = &[Purpose::Operation, Purpose::SignIn];

const EVERYBODY: &[Role] = &[Role::Visitor, Role::Account];
const PROVIDERS: &[Rule<ProviderId>] = &[Rule::any(Role::Administrator)];

/// Quiet in the audit chain; sign-ins and failures stand in the security log (C113).
pub static ENTER: Act<()> = Act::write_school("federation.sign_in", SIGN_IN, EVERYBODY).quiet();
/// One's own links with providers. Quiet: one's own.
pub static SEE_OWN: Act<()> = Act::read_school("federation.see_own", SIGN_IN, &[Role::Account]).quiet();
pub static CHANGE_OWN: Act<()> = Act::write_school("federation.change_own", SIGN_IN, &[Role::Account]);

/// Quiet: names and addresses of providers are nobody's data.
pub static SEE: Act<()> = Act::read_school("providers.see", OPERATION, &[Role::Administrator]).quiet();
pub static CREATE: Act<()> = Act::write_school("providers.create", OPERATION, &[Role::Administrator]);
pub static SEE_PROVIDER: Act<ProviderId> = Act::read("providers.see_one", OPERATION, PROVIDERS);
pub static CHANGE: Act<ProviderId> = Act::write("providers.change", OPERATION, PROVIDERS);
pub static REMOVE: Act<ProviderId> = Act::write("providers.remove", OPERATION, PROVIDERS);
pub static FORGET: Act<()> = Act::write_school("federation.forget", SIGN_IN, &[Role::Job]).quiet();

pub fn infos() -> Vec<ActInfo> {
    vec![
        ENTER.info(),
        SEE_OWN.info(),
        CHANGE_OWN.info(),
        SEE.info(),
        CREATE.info(),
        SEE_PROVIDER.info(),
        CHANGE.info(),
        REMOVE.info(),
        FORGET.info(),
    ]
}
