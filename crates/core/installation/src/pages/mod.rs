//! The installation's own screens.

pub mod found;
pub mod home;
pub mod host;
pub mod schools;
pub mod status;
