//! Rosters in and out of the school: what a file says, read without a database.

pub mod read;
pub mod rows;
