//! The binary: the command line and the one list of modules.

pub mod commands;
pub mod demo;
pub mod editions;
pub mod failure;
pub mod modules;
pub mod sbom;
pub mod serving;
pub mod settings;
