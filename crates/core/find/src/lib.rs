//! Going, finding and doing from one field: the page behind the palette that opens with Ctrl+K. It lists the
//! pages of one's menu, what one can begin, and the people and groups that one may see, by name only.
//! It knows no page of its own: modules say what can be begun ([`site::Module::deeds`]).

mod acts;
mod page;

use site::{Module, NavItem, Routes};
use store::Role;

pub fn module() -> Module {
    const FIND: &[&str] = &["find.open", "find.students", "find.guardians", "find.staff", "find.groups"];
    Module {
        name: "find",
        acts: acts::infos(),
        routes: Routes::new().get("/find", &["find.open"], page::open).post("/find", FIND, page::find),
        locales: site::locales!(),
        deeds: deeds(),
        ..Module::default()
    }
}

/// What everybody can do who is signed in.
fn deeds() -> Vec<NavItem> {
    const EVERYBODY: &[Role] =
        &[Role::Administrator, Role::Office, Role::Teacher, Role::Guardian, Role::Student, Role::Dpo];
    let item = |order, words, icon, path| NavItem { words, icon, path, roles: EVERYBODY, order };
    vec![item(200, "account-title", "user", "/account"), item(201, "footer-privacy", "shield", "/privacy/")]
}
