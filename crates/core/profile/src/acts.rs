//! What one can do about profiles. Who sees which part is `school::profile::SEE`.

use registry::Purpose;
use store::{Act, ActInfo, Role};

const OWN: &[Purpose] = &[Purpose::Communication];

/// One's own profile; whoever is signed in and is somebody here. Quiet: it is one's own.
pub static SEE_OWN: Act<()> = Act::read_school("profiles.own", OWN, &[Role::Account]).quiet();
pub static CHANGE_OWN: Act<()> = Act::write_school("profiles.change", OWN, &[Role::Account]);

pub fn infos() -> Vec<ActInfo> {
    vec![school::profile::SEE.info(), SEE_OWN.info(), CHANGE_OWN.info()]
}
