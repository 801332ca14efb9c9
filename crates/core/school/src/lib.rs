//! A school at work: its groups, who is in them and who teaches them, and the screens on which office,
//! teacher, family and student meet these records. Who may see whom is one table, `acts.rs`.
//!
//! Clauses C001, C007, C024–C030, C035, C039–C042, C047, C051–C056.

pub mod acts;
pub mod enrolment;
pub mod group;
mod migrations;
pub mod teaching;

pub use group::GroupId;
