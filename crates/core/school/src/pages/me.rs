//! A student's own record (C030).

use askama::Template;
use people::StudentId;
use site::{Cx, Result, Say};

use super::child::{self, GroupCard};
use crate::acts;

#[derive(Template)]
#[template(path = "me.html")]
struct MeView<'a> {
    say: &'a Say,
    icons: &'static str,
    base: String,
    name: String,
    facts: Vec<(String, String)>,
    groups: Vec<GroupCard>,
    guardians: Vec<String>,
}

pub async fn see_oneself(cx: Cx) -> Result {
    // Who is no student has no id here; the act tells them so.
    let id = StudentId(cx.actor().person().and_then(|person| person.student).unwrap_or_default());
    let known = cx.read(acts::SEE_ONESELF.on(id), child::find).await?;
    let name = known.student.named.name().full();
    let mut facts = child::facts(&cx, &known.student);
    facts.extend(known.student.email.map(|email| (cx.say.say("field-email"), email)));
    let view = MeView {
        say: &cx.say,
        icons: site::assets::ICONS.path(),
        base: cx.href(""),
        name: name.clone(),
        facts,
        groups: known.groups,
        guardians: known.guardians.iter().map(|(_, guardian)| guardian.name().full()).collect(),
    };
    cx.page_named(name, &view)
}
