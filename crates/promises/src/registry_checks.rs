//! Checks.
pub const CHECKS: &[(&str, crate::Check)] = &[];
