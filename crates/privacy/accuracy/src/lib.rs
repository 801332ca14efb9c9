//! Data that stay right: what is kept of oneself and one's children on one page, what people change at once
//! and what they propose, the office's answer field by field, and the question every year whether all this
//! still holds (C127, C128, C164; GDPR Art. 5(1)(d), 16).
//!
//! What is not here: the records themselves (`people`), mail addresses to sign in with (`accounts`).

pub mod acts;
pub mod check;
mod migrations;
mod pages;
pub mod proposal;
pub mod schedule;

pub use check::CheckId;
pub use proposal::ProposalId;

use site::{Module, NavItem};
use store::Role;

const DESK: &[Role] = &[Role::Administrator, Role::Office];

pub fn module() -> Module {
    Module {
        name: "accuracy",
        migrations: migrations::migrations(),
        declarations: vec![
            proposal::Model::DECLARATION,
            proposal::field::Model::DECLARATION,
            check::Model::DECLARATION,
            schedule::Model::DECLARATION,
        ],
        acts: acts::infos(),
        routes: pages::routes(),
        locales: site::locales!(),
        jobs: vec![store::Job { name: "checks.ask", every: kernel::clock::HOUR, run: check::ask_and_remind }],
        nav: vec![
            NavItem {
                words: "nav-own",
                icon: "user",
                path: "/own",
                roles: &[Role::Teacher, Role::Guardian, Role::Student],
                order: 70,
            },
            NavItem { words: "nav-proposals", icon: "pencil", path: "/proposals", roles: DESK, order: 55 },
        ],
        ..Module::default()
    }
}
