//! The people of a school and what they are to each other: the institution with its contact persons and
//! licences, staff, students, guardians
//! with their edges to students, households, and the history of their records.
//!
//! A household is a view for signing in, never a copy of a child. Who may see whom is not decided here:
//! rules that need groups live in `school`, one floor up.
//!
//! Clauses C001, C002, C007, C035, C039–C042, C047, C051–C053, C055, C056, C077, C127.

/// Gives a row with the three parts of a name the name itself.
macro_rules! named {
    ($row:ident) => {
        impl $row {
            pub fn name(&self) -> kernel::PersonName {
                kernel::PersonName {
                    call: self.call_name.clone(),
                    infix: self.infix.clone(),
                    surname: self.surname.clone(),
                }
            }
        }
    };
}

pub mod address;
pub mod agreement;
pub mod contact;
pub mod correction;
pub mod demographics;
pub mod edge;
pub mod former_key;
pub mod guardian;
pub mod history;
pub mod household;
pub mod institution;
pub mod licence;
pub mod logo;
mod migrations;
pub mod sorting;
pub mod staff;
pub mod student;

pub use contact::ContactId;
pub use edge::EdgeId;
pub use guardian::GuardianId;
pub use household::HouseholdId;
pub use institution::InstitutionId;
pub use licence::LicenceId;
pub use staff::StaffId;
pub use student::StudentId;

pub use migrations::migrations;

/// What this crate's tables hold about whom.
pub fn declarations() -> Vec<registry::Declaration> {
    vec![
        institution::Model::DECLARATION,
        contact::Model::DECLARATION,
        licence::Model::DECLARATION,
        licence::scan::Model::DECLARATION,
        logo::Model::DECLARATION,
        agreement::Model::DECLARATION,
        staff::Model::DECLARATION,
        student::Model::DECLARATION,
        guardian::Model::DECLARATION,
        edge::Model::DECLARATION,
        household::Model::DECLARATION,
        history::Model::DECLARATION,
        former_key::Model::DECLARATION,
        address::guardian::Model::DECLARATION,
        address::household::Model::DECLARATION,
        address::staff::Model::DECLARATION,
    ]
}
