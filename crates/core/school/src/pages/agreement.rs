//! The processing agreement: what the school answers for, what the platform answers for (C007). Without it
//! no child's record can be written.

use askama::Template;
use people::agreement;
use site::{Cx, Result, Say};
use store::{Role, Work};

use crate::acts;

/// How many clauses each side has in the messages.
const SCHOOL_CLAUSES: usize = 5;
const PLATFORM_CLAUSES: usize = 6;

#[derive(Template)]
#[template(path = "agreement.html")]
struct AgreementView<'a> {
    say: &'a Say,
    icons: &'static str,
    action: String,
    version: String,
    school: Vec<String>,
    platform: Vec<String>,
    accepted: Option<String>,
    may_accept: bool,
}

pub async fn see_agreement(cx: Cx) -> Result {
    let accepted = cx.read(acts::SEE_AGREEMENT.on(()), |read, _| agreement::find(read)).await?;
    let clauses = |side: &str, n: usize| (1..=n).map(|i| cx.say.say(&format!("agreement-{side}-{i}"))).collect();
    let view = AgreementView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        action: cx.href("/agreement"),
        version: cx.say.one("agreement-version", "version", agreement::VERSION),
        school: clauses("school", SCHOOL_CLAUSES),
        platform: clauses("platform", PLATFORM_CLAUSES),
        may_accept: accepted.is_none() && cx.actor().is(Role::Administrator),
        accepted: accepted.map(|row| {
            cx.say.with("agreement-accepted", &[("name", &row.accepted_by), ("date", &cx.say.moment(row.at))])
        }),
    };
    cx.page("agreement-title", &view)
}

/// Accepts the version in force for the school. A second acceptance changes nothing.
pub async fn accept_agreement(cx: Cx) -> Result {
    let by = cx.name.clone().unwrap_or_default();
    cx.write(acts::ACCEPT_AGREEMENT.on(()), move |work: &Work, school| agreement::accept(work, school, &by)).await?;
    Ok(cx.done("/agreement", "done-agreement-accepted"))
}
