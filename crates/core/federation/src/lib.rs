//! Sign-in through somebody else's identity provider (OpenID Connect Core 1.0; authorization code with PKCE).
//!
//! A provider proves who somebody is; it never makes anybody. Who comes back is let in only as an account that was
//! linked before (issuer and subject), or as the one whose e-mail address was verified both here and there. What a
//! role demands beyond that, the second factor, still follows. No token is stored or logged.

pub mod acts;
pub mod attempt;
pub mod identity;
mod migrations;
pub mod oidc;
mod pages;
pub mod provider;

pub use provider::ProviderId;

use site::{Module, NavItem};
use store::Role;

store::noun!(ProviderId, "provider", provider);

pub fn module() -> Module {
    Module {
        name: "federation",
        migrations: migrations::migrations(),
        declarations: vec![provider::Model::DECLARATION, identity::Model::DECLARATION, attempt::Model::DECLARATION],
        acts: acts::infos(),
        routes: pages::routes(),
        locales: site::locales!(),
        jobs: vec![store::Job { name: "federation.forget", every: kernel::clock::HOUR, run: attempt::forget }],
        nav: vec![NavItem {
            words: "nav-providers",
            icon: "settings",
            path: "/providers",
            roles: &[Role::Administrator],
            order: 93,
        }],
        settings: Some(pages::own::setting),
        ways: Some(provider::ways),
        ..Module::default()
    }
}
