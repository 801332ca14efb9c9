//! Support grants: an operator sees a school's content only while an administrator of that school lets them, for
//! hours, to look at what the office looks at, and never to change anything (C031).
//!
//! The operator asks, or the school offers; the administrator grants and may end it at once. To go in the operator
//! proves again who they are. Every read under a grant stands in the school's audit chain with the grant's id, on
//! disk before the answer; the school sees who looked at what. What is deliberately absent: any way in without a
//! grant, and any act that writes (`store::Context::write` refuses whatever the rules say).

pub mod acts;
pub mod grant;
mod migrations;
mod pages;
mod tell;
pub mod visit;

pub use grant::GrantId;

store::noun!(GrantId, "grant", grant);
pub use visit::of_operator;

use site::{Module, NavItem};
use store::Role;

pub fn module() -> Module {
    Module {
        name: "support",
        migrations: migrations::migrations(),
        declarations: vec![grant::Model::DECLARATION, visit::Model::DECLARATION],
        acts: acts::infos(),
        routes: pages::routes(),
        root_routes: pages::operator_routes(),
        locales: site::locales!(),
        jobs: vec![store::Job { name: "support.end", every: kernel::clock::MINUTE, run: tell::ended_by_time }],
        nav: vec![NavItem {
            words: "nav-support",
            icon: "heart",
            path: "/support",
            roles: &[Role::Administrator, Role::Dpo],
            order: 92,
        }],
        ..Module::default()
    }
}
