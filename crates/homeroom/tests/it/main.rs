//! The whole house: real router, real encrypted files, a clock that the test moves.

mod academics;
mod access;
mod acknowledgement;
#[cfg(unix)]
mod backup;
mod bill;
mod codes;
mod conferences;
mod conferences_office;
#[cfg(unix)]
mod crash_mail;
mod declarations;
#[cfg(unix)]
mod density;
mod due;
mod duplicates;
#[cfg(unix)]
mod elsewhere;
mod evening;
mod families;
mod find;
mod guessing;
mod heads;
mod import;
#[path = "../../../core/rosterfile/tests/it/inputs.rs"]
mod inputs;
mod institution;
mod kept_apart;
mod keys;
mod letters;
mod live;
mod long_import;
mod many_classes;
mod matrix;
mod matrix_evenings;
mod matrix_routes;
mod media_store;
mod numbers;
mod oidc;
mod oneroster;
mod own_data;
mod passkeys;
#[cfg(unix)]
mod processes;
mod raw;
mod same_people;
#[cfg(unix)]
mod serving;
mod settings;
mod shell;
mod sign_in;
mod sms;
#[cfg(unix)]
mod socket;
mod soft_key;
mod sorting;
mod support_visit;
mod twice;
mod undelivered;
mod undo;
mod upgrade;
mod words;
mod world;

use homeroom::{editions, modules};
use testkit::Test;

/// A house with every module.
fn house() -> Test {
    Test::new(modules::all(), editions::all().unwrap(), modules::door()).unwrap()
}
