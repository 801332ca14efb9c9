//! The privacy notice, the record of processing and the retention table of a school: made from the
//! declarations and the edition, never written by hand (law 3; C095, C096, C140, C153, C176). And the audit
//! trail, for those who may read it.
//!
//! Knows no other module but accounts, to send the log's head to who wants it: it reads what they declare.

pub mod head;
mod head_pages;
mod installation;
mod pages;
mod record;
mod record_pages;

use registry::Purpose;
use site::{Module, NavItem, Routes};
use store::{Act, Role};

const OFFICERS: &[Role] = &[Role::Dpo, Role::Administrator];
const EVERYBODY: &[Role] = &[Role::Visitor, Role::Account, Role::Operator, Role::Support];

/// Quiet: rules and periods, nobody's data.
pub static SEE_NOTICE: Act<()> = Act::read_school("privacy.notice", &[Purpose::Accountability], EVERYBODY).quiet();
pub static SEE_SECURITY_LOG: Act<()> = Act::read_school("privacy.security_log", &[Purpose::Security], OFFICERS);
pub static SEE_TRAIL: Act<()> = Act::read_school("privacy.trail", &[Purpose::Accountability], OFFICERS);

/// The signed head of the trail, for whoever may read the trail.
pub static SEE_HEAD: Act<()> = Act::read_school("privacy.see_head", &[Purpose::Accountability], OFFICERS);
/// Quiet: who asks what the log proves reads no entry of it.
pub static CHECK_HEAD: Act<()> = Act::read_school("privacy.check_head", &[Purpose::Accountability], OFFICERS).quiet();
pub static WISH_HEAD: Act<()> = Act::write_school("privacy.wish_head", &[Purpose::Accountability], OFFICERS);
/// Quiet: the daily mail is in the outbox.
pub static TELL_HEADS: Act<()> = Act::write_school(
    "privacy.tell_heads",
    &[Purpose::Accountability, Purpose::SignIn, Purpose::Communication],
    &[Role::Job],
)
.quiet();

pub fn module() -> Module {
    const NOTICE: &[&str] = &["privacy.notice"];
    Module {
        name: "notice",
        migrations: head::migrations(),
        declarations: vec![head::Model::DECLARATION],
        acts: vec![
            SEE_NOTICE.info(),
            SEE_TRAIL.info(),
            SEE_SECURITY_LOG.info(),
            SEE_HEAD.info(),
            CHECK_HEAD.info(),
            WISH_HEAD.info(),
            TELL_HEADS.info(),
        ],
        jobs: vec![head::DELIVERY, store::anchor::SHORTENING],
        routes: Routes::new()
            .get("/privacy/", NOTICE, pages::notice)
            .get("/privacy/records", NOTICE, record_pages::records)
            .get("/privacy/records.json", NOTICE, record_pages::records_json)
            .get("/privacy/retention", NOTICE, pages::retention)
            .get("/privacy/trail", &["privacy.trail", "privacy.security_log"], pages::trail)
            .get("/privacy/trail/head", &["privacy.see_head"], head_pages::download)
            .post("/privacy/trail/mail", &["privacy.wish_head"], head_pages::wish)
            .get("/privacy/trail/check", &["privacy.check_head"], head_pages::ask)
            .post("/privacy/trail/check", &["privacy.check_head"], head_pages::check),
        root_routes: Routes::new().get("/privacy/", NOTICE, installation::notice),
        locales: site::locales!(),
        nav: vec![NavItem { words: "nav-trail", icon: "shield", path: "/privacy/trail", roles: OFFICERS, order: 90 }],
        ..Module::default()
    }
}
