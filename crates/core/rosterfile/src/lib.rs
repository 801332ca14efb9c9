//! Files of rosters: what other systems deliver, read into rows with their places, and a school's rows written as
//! OneRoster. Knows files and no database; what is not kept is dropped here, at the door (C057–C059).

pub mod read;
pub mod rows;
pub mod write;
