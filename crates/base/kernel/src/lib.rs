//! The words everybody in the house shares: time, chance, ids, languages, errors, and the parsed types
//! that come in at the door. No I/O: whoever needs the disk or the network is another crate.
//!
//! The one outside thing named here is the ORM's value conversion, because Rust's orphan rule wants it
//! beside the type; see `value.rs` and decision 0002.

pub mod address;
pub mod clock;
pub mod collation;
pub mod email;
pub mod error;
pub mod language;
pub mod name;
pub mod phone;
pub mod postcode;
pub mod random;
pub mod text;
mod value;

pub use address::PostalAddress;
pub use clock::{Clock, Timestamp};
pub use email::EmailAddress;
pub use error::{Error, Found, Message, Problem, Problems, Result};
pub use language::{Direction, Language};
pub use name::PersonName;
pub use phone::PhoneNumber;
pub use postcode::Postcode;
pub use random::Random;

/// Used by [`id!`] alone.
#[doc(hidden)]
pub mod reexport {
    pub use sea_orm;
    pub use serde;
    pub use uuid;
}
