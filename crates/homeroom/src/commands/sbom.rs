//! `homeroom sbom`: what this binary was built of.

use super::Output;
use super::screen::{Screen as _, Terminal};

/// Made by the build, from the `Cargo.lock` that it obeyed.
pub const BILL: &str = include_str!(concat!(env!("OUT_DIR"), "/sbom.json"));

/// It is JSON either way.
pub fn run(output: Output) {
    Terminal::new(output).print(&BILL);
}
