//! What is a person's own: accounts at two schools, and every setting on one page (C006, C110).

use accounts::account::Standing;
use axum::http::StatusCode;
use kernel::{Language, Result};
use people::guardian;
use site::Say;
use store::Role;
use store::sea_orm::{ActiveModelTrait as _, Set};
use testkit::School;

use crate::ground::{Ground, Seat, dump, expect_status, hits, holds, is_signed_out, look};
use crate::sign_in::{PASSWORD, joined, set_up, sign_in, with_role};
use crate::{Check, Outcome, all};

pub const CHECKS: &[(&str, Check)] = &[("C006", c006), ("C110", c110)];

const PHONE: &str = "+31612345678";

/// A guardian with that number, who has joined.
fn parent<'g>(ground: &'g Ground, school: &School) -> Result<Seat<'g>> {
    let id = school.guardian("Zqparent Berg", &[])?;
    let row = guardian::ActiveModel { id: Set(id), phone: Set(Some(PHONE.to_owned())), ..Default::default() };
    school.arrange(|work| Ok(row.update(work.db())?))?;
    joined(ground, school, &Standing { guardian: Some(id.0), ..Standing::default() }, "zq@example.org")
}

/// Nothing that a school stores, and no page that its administrator opens, names the other.
fn no_trace(ground: &Ground, school: &School, other: &School) -> Result<usize> {
    let rows = dump(&school.context, &[])?;
    let marks = [other.entry.slug.clone(), other.entry.name.clone(), other.entry.id.to_string()];
    let admin = school.desk(Role::Administrator)?;
    let mut admin = ground.seat(admin);
    let mut pages = 0;
    for mark in &marks {
        holds(hits(&rows, mark) == 0, format!("{} stores {mark}", school.entry.slug))?;
    }
    for route in ground.test.built.school_routes.iter().filter(|r| r.method == "GET" && !r.path.contains('{')) {
        let answer = admin.get(&school.at(route.path))?;
        pages += usize::from(answer.status == StatusCode::OK);
        let met = marks.iter().find(|mark| answer.shows(mark));
        holds(met.is_none(), format!("{} of {} shows {met:?}", route.path, school.entry.slug))?;
    }
    Ok(pages)
}

fn c006(ground: &Ground) -> Outcome {
    let (alpha, beta) = (ground.school("Zqalpha")?, ground.school("Zqbeta")?);
    let mut here = parent(ground, &alpha)?;
    let mut there = parent(ground, &beta)?;
    no_trace(ground, &alpha, &beta)?;
    expect_status(&here.get(&beta.at("/account"))?, 303, "one school's session at the other")?;

    let shown = there.post(&beta.at("/account/links/code"), &[])?;
    expect_status(&shown, 200, "a code")?;
    let mark = format!("{}.", beta.entry.slug);
    let start = shown.body.find(&mark).unwrap_or_default();
    let code = shown.body[start..].split('<').next().unwrap_or_default().to_owned();
    let links = alpha.at("/account/links");
    let wrong = [("link_code", code.as_str()), ("proof", "not the password")];
    expect_status(&here.post(&links, &wrong)?, 422, "linking without proof")?;
    let right = [("link_code", code.as_str()), ("proof", PASSWORD)];
    here.sends(&links, &right)?;
    expect_status(&here.post(&links, &right)?, 422, "a code used twice")?;
    holds(here.page(&links)?.shows(&beta.entry.name), "the owner does not see the link")?;
    holds(there.page(&beta.at("/account/links"))?.shows(&alpha.entry.name), "nor on the other side")?;
    let pages = no_trace(ground, &alpha, &beta)? + no_trace(ground, &beta, &alpha)?;

    // A browser that is only at one school: the link leads to the other's door, and only its own sign-in opens it.
    let mut one = ground.visitor();
    sign_in(&mut one, &alpha, "zq@example.org", PASSWORD)?;
    one.page(&links)?;
    holds(is_signed_out(&one.get(&beta.at("/account"))?), "going over needs no sign-in there")?;
    expect_status(&sign_in(&mut one, &beta, PHONE, "not the password")?, 422, "a wrong password there")?;
    sign_in(&mut one, &beta, PHONE, PASSWORD)?;
    one.page(&beta.at("/account"))?;
    one.page(&alpha.at("/account"))?;

    let id = look(&beta.context, "SELECT id AS line FROM account_link")?.concat();
    let id = uuid::Uuid::parse_str(&id).map_err(kernel::Error::internal)?.to_string();
    there.sends(&beta.at("/account/links/end"), &[("link", &id)])?;
    for school in [&alpha, &beta] {
        holds(look(&school.context, "SELECT 'a' AS line FROM account_link")?.is_empty(), "unlinking leaves a side")?;
    }
    all(format!(
        "the same number joined at two schools: neither's rows nor {pages} pages of its administrator name the other, before and after the person links them with a code from one and a proof at the other; with a session at one the other asks for its own sign-in; unlinked from either side both rows are gone"
    ))
}

/// What the page says of one setting: its value and since when.
fn row(page: &str, words: &str) -> Option<(String, String)> {
    let line = page.split("<tr>").find(|line| line.contains(&format!("<th scope=\"row\">{words}</th>")))?;
    let mut cells = line.split("<td>").skip(1).map(|cell| cell.split("</td>").next().unwrap_or_default());
    let value = cells.next()?.replace("<bdi>", "").replace("</bdi>", "");
    Some((value, cells.next()?.to_owned()))
}

fn c110(ground: &Ground) -> Outcome {
    let school = ground.school("Alpha")?;
    let say = Say::new(std::sync::Arc::clone(&ground.test.house().catalogue), Language::En);
    let begun = say.moment(ground.test.clock.now());
    let mut seat = joined(ground, &school, &with_role(Role::Office), "zq@example.org")?;
    let settings = school.at("/settings");
    let first = seat.page(&settings)?.body;
    let names =
        ["language", "theme", "email", "mails", "password", "factor", "notice", "sessions", "links", "providers"];
    for name in names {
        let words = say.say(&format!("setting-{name}"));
        let (value, since) = row(&first, &words).unwrap_or_default();
        holds(!value.is_empty() && since == begun, format!("{words} shows {value:?} since {since:?}, not {begun}"))?;
    }
    let shown = first.matches("<th scope=\"row\">").count();
    holds(shown == names.len(), format!("{shown} settings are shown, {} are known", names.len()))?;
    let value = |page: &str, name: &str| row(page, &say.say(&format!("setting-{name}"))).unwrap_or_default();
    holds(value(&first, "notice").0 == school.notice, "the notice that was acknowledged is not shown")?;
    holds(value(&first, "factor").0 == say.say("setting-off"), "no second factor reads as one")?;

    // Each change moves its own line and no other; the session goes on in between.
    for minutes in [7, 9] {
        ground.test.clock.advance(minutes * kernel::clock::MINUTE);
    }
    let at = say.moment(ground.test.clock.now());
    seat.sends(&school.at("/account/language"), &[("language", "en")])?;
    set_up(ground, &mut seat, &school.at("/account/second-factor"))?;
    seat.sends("/preferences", &[("theme", "dark"), ("back", &settings)])?;
    let after = seat.page(&settings)?.body;
    for name in ["language", "factor", "theme"] {
        holds(value(&after, name).1 == at, format!("{name} does not say since when it was changed"))?;
    }
    holds(value(&after, "theme").0 == say.say("theme-dark"), "the colours that were chosen are not shown")?;
    for name in ["password", "email", "notice", "links"] {
        holds(value(&after, name).1 == begun, format!("{name} says it was changed"))?;
    }
    let hrefs = after.split("<td><a href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    for href in hrefs {
        seat.page(href)?;
    }

    let mut second = ground.seat(seat.browser.clone());
    seat.sends(&school.at("/account/sessions/end-all"), &[])?;
    holds(is_signed_out(&second.get(&settings)?), "signing out everywhere leaves a session")?;
    all(format!(
        "one page after sign-in shows {shown} settings ({}), each with its value, since when, and a link where it is changed; a changed language, second factor and colours show the new value and moment, the others stay; one button ends every session",
        names.join(", ")
    ))
}
