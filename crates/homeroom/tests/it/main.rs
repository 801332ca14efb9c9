//! The whole house: real router, real encrypted files, a clock that the test moves.

mod academics;
mod access;
mod acknowledgement;
mod conferences;
mod conferences_office;
mod declarations;
mod evening;
mod families;
mod guessing;
mod import;
mod institution;
mod kept_apart;
mod long_import;
mod matrix;
mod matrix_evenings;
mod matrix_routes;
mod numbers;
mod own_data;
mod raw;
mod same_people;
mod settings;
mod shell;
mod sign_in;
#[cfg(unix)]
mod socket;
mod words;
mod world;

use homeroom::{editions, modules};
use testkit::Test;

/// A house with every module.
fn house() -> Test {
    Test::new(modules::all(), editions::all().unwrap(), modules::door()).unwrap()
}
