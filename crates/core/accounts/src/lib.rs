//! Ways in: accounts, passwords, second factors, invitations and sessions. The same tables and pages serve
//! a school's people and, in the control database, the installation's operators.
//!
//! An account says whom it stands for (staff, guardian, student) and which desks it may sit at; what those
//! roles may is not decided here. Clauses C006, C011–C019, C023, C052, C076, C110.

pub mod account;
pub mod acknowledgement;
pub mod acts;
pub mod code;
pub mod cooling;
pub mod device;
pub mod email_change;
pub mod factor;
pub mod identify;
pub mod invitation;
pub mod link;
pub mod login;
mod measures;
mod migrations;
pub mod notice;
pub mod number;
mod pages;
pub mod passkey;
pub mod password;
pub mod session;
pub mod setting;

pub use account::AccountId;
pub use identify::{identify, identify_operator, names};
pub use pages::{entering, passkeys};

use site::Module;

pub fn module() -> Module {
    Module {
        optional: false,
        name: "accounts",
        migrations: migrations::migrations(),
        control_migrations: migrations::migrations(),
        declarations: declarations(),
        control_declarations: declarations(),
        acts: acts::infos(),
        routes: pages::routes(),
        root_routes: pages::operator_routes(),
        locales: site::locales!(),
        jobs: vec![
            store::Job { name: "accounts.forget", every: kernel::clock::HOUR, run: session::forget },
            store::Job { name: "accounts.tell", every: kernel::clock::MINUTE, run: notice::tell_numbers },
        ],
        measures: measures::all(),
        settings: Some(pages::settings::of_account),
        ..Module::default()
    }
}

fn declarations() -> Vec<registry::Declaration> {
    vec![
        account::Model::DECLARATION,
        account::role::Model::DECLARATION,
        factor::Model::DECLARATION,
        session::Model::DECLARATION,
        invitation::Model::DECLARATION,
        device::Model::DECLARATION,
        notice::Model::DECLARATION,
        acknowledgement::Model::DECLARATION,
        code::Model::DECLARATION,
        passkey::Model::DECLARATION,
        passkey::challenge::Model::DECLARATION,
        link::Model::DECLARATION,
        link::code::Model::DECLARATION,
        setting::Model::DECLARATION,
        email_change::Model::DECLARATION,
    ]
}
