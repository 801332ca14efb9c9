//! The privacy notice, the record of processing and the retention table of a school: made from the
//! declarations and the edition, never written by hand (law 3; C095, C096, C140, C153, C176). And the audit
//! trail, for those who may read it.
//!
//! Knows no other module: it reads what they declare.

mod installation;
mod pages;
mod record;
mod record_pages;

use registry::Purpose;
use site::{Module, NavItem, Routes};
use store::{Act, Role};

const EVERYBODY: &[Role] = &[Role::Visitor, Role::Account, Role::Operator, Role::Support];

/// Quiet: rules and periods, nobody's data.
pub static SEE_NOTICE: Act<()> = Act::read_school("privacy.notice", &[Purpose::Accountability], EVERYBODY).quiet();
pub static SEE_SECURITY_LOG: Act<()> =
    Act::read_school("privacy.security_log", &[Purpose::Security], &[Role::Dpo, Role::Administrator]);
pub static SEE_TRAIL: Act<()> =
    Act::read_school("privacy.trail", &[Purpose::Accountability], &[Role::Dpo, Role::Administrator]);

pub fn module() -> Module {
    const NOTICE: &[&str] = &["privacy.notice"];
    Module {
        name: "notice",
        acts: vec![SEE_NOTICE.info(), SEE_TRAIL.info(), SEE_SECURITY_LOG.info()],
        routes: Routes::new()
            .get("/privacy/", NOTICE, pages::notice)
            .get("/privacy/records", NOTICE, record_pages::records)
            .get("/privacy/records.json", NOTICE, record_pages::records_json)
            .get("/privacy/retention", NOTICE, pages::retention)
            .get("/privacy/trail", &["privacy.trail", "privacy.security_log"], pages::trail),
        root_routes: Routes::new().get("/privacy/", NOTICE, installation::notice),
        locales: site::locales!(),
        nav: vec![NavItem {
            words: "nav-trail",
            icon: "shield",
            path: "/privacy/trail",
            roles: &[Role::Dpo, Role::Administrator],
            order: 90,
        }],
        ..Module::default()
    }
}
