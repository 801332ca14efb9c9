//! What people are told about their accounts: the privacy notice they acknowledge, and changes of what they
//! sign in with (C023, C076).

use accounts::account::Standing;
use axum::http::StatusCode;
use kernel::Result;
use kernel::clock::MINUTE;
use store::sea_orm::{ActiveModelTrait as _, Set};
use store::{Context, Role};

use crate::ground::{Ground, Seat, expect_status, holds, look};
use crate::sign_in::{PASSWORD, code, invite, join, joined, set_up, sign_in, with_role};
use crate::{Check, Outcome, all, part};

pub const CHECKS: &[(&str, Check)] = &[("C023", c023), ("C076", c076)];

/// Every page that a visitor gets links to the notice; gives how many there were.
fn footers(seat: &mut Seat, paths: &[String], notice: &str) -> Result<usize> {
    let link = format!("href=\"{notice}\"");
    let mut pages = 0;
    for path in paths {
        let answer = seat.get(path)?;
        if answer.status == StatusCode::OK && answer.body.starts_with("<!doctype html>") {
            let foot = answer.body.split("<footer").nth(1).unwrap_or_default();
            holds(foot.contains(&link), format!("{path} has no link to the notice at its foot"))?;
            pages += 1;
        }
    }
    Ok(pages)
}

fn c023(ground: &Ground) -> Outcome {
    let school = ground.school("Alpha")?;
    let token = invite(&school, &with_role(Role::Office))?;
    let operator = installation::found::first_operator(&ground.test.house().schools)?.unwrap_or_default();
    let mut seat = ground.visitor();
    let got = |routes: &[site::routes::RouteInfo], under: &str, token: &str| -> Vec<String> {
        let gets = routes.iter().filter(|route| route.method == "GET");
        gets.map(|route| format!("{under}{}", route.path.replace("{token}", token))).collect()
    };
    let own = got(&ground.test.built.school_routes, &school.at(""), &token);
    let of_school = footers(&mut seat, &own, &school.at("/privacy/"))?;
    let roots = got(&ground.test.built.root_routes, "", &operator);
    let of_installation = footers(&mut seat, &roots, "/privacy/")?;
    holds(of_school >= 6 && of_installation >= 3, "hardly a page was looked at")?;

    let join_at = school.at(&format!("/invite/{token}"));
    let form = seat.page(&join_at)?.body;
    let main = form.split("<footer").next().unwrap_or_default();
    holds(main.contains(&school.at("/privacy/")), "joining shows no link to the notice beside its form")?;
    expect_status(&join(&mut seat, &join_at, "zq@example.org", PASSWORD, false)?, 422, "joining without the tick")?;
    let kept = |context: &Context| look(context, "SELECT notice || ' ' || at AS line FROM acknowledgement ORDER BY id");
    holds(kept(&school.context)?.is_empty(), "somebody who did not tick has acknowledged")?;
    expect_status(&join(&mut seat, &join_at, "zq@example.org", PASSWORD, true)?, 303, "joining with the tick")?;
    let expected = format!("{} {}", school.notice, ground.test.clock.now().0);
    holds(kept(&school.context)? == [expected.as_str()], "the row does not hold version and time")?;
    holds(seat.page(&school.at("/privacy/"))?.shows(&school.notice), "the notice does not show its version")?;

    let outdated = ["UPDATE acknowledgement SET notice = 'an earlier one'".to_owned()];
    seat.page(&school.at("/students"))?;
    crate::ground::tamper(&school.context, &outdated)?;
    let led = seat.get(&school.at("/students"))?;
    holds(led.location().ends_with("/account/notice"), "a new version is not asked to be acknowledged")?;
    school.advance(1_000);
    expect_status(&seat.post(&school.at("/account/notice"), &[])?, 422, "going on without the tick")?;
    seat.sends(&school.at("/account/notice"), &[("terms", "yes")])?;
    seat.page(&school.at("/students"))?;
    holds(kept(&school.context)?.len() == 2, "the second acknowledgement is not kept")?;

    let path = format!("/operator/invite/{operator}");
    expect_status(
        &join(&mut ground.visitor(), &path, "op@example.org", PASSWORD, false)?,
        422,
        "an operator's untick",
    )?;
    expect_status(&join(&mut ground.visitor(), &path, "op@example.org", PASSWORD, true)?, 303, "an operator's tick")?;
    let control = installation::entry::own_context(&ground.test.house().schools)?;
    holds(kept(&control)?.len() == 1, "the operator's acknowledgement is not kept")?;
    all(format!(
        "{of_school} public pages of a school and {of_installation} of the installation link to the notice at their foot, the joining form beside its tick; joining without it is 422 and leaves no row, with it the row holds version {} and the time; after another version nothing opens before the tick; for the first operator likewise",
        school.notice
    ))
}

/// Addresses of waiting mails.
fn mails(context: &Context) -> Result<Vec<String>> {
    look(context, "SELECT recipient AS line FROM outbox ORDER BY id")
}

fn c076(ground: &Ground) -> Outcome {
    let school = ground.school("Alpha")?;
    let mut seat = joined(ground, &school, &with_role(Role::Office), "zq@example.org")?;
    let at_first = mails(&school.context)?.len();
    let new = "another zqhorse staple";
    seat.sends(&school.at("/account/password"), &[("old_password", PASSWORD), ("password", new)])?;
    let secret = set_up(ground, &mut seat, &school.at("/account/second-factor"))?;
    let renewed = seat.post(&school.at("/account/second-factor/codes"), &[("proof", new)])?;
    expect_status(&renewed, 200, "fresh recovery codes")?;
    let told = mails(&school.context)?;
    holds(
        told.len() == at_first + 3 && told.iter().all(|to| to == "zq@example.org"),
        "a changed credential is not told by mail",
    )?;
    let mut guesser = ground.visitor();
    sign_in(&mut guesser, &school, "zq@example.org", new)?;
    for _ in 0..5 {
        guesser.post(&school.at("/sign-in/code"), &[("code", "000000")])?;
    }
    holds(mails(&school.context)?.len() == told.len() + 1, "five wrong second factors are not told")?;
    ground.test.clock.advance(16 * MINUTE);
    seat.page(&school.at("/account"))?;
    holds(mails(&school.context)?.len() == told.len() + 1, "mail goes out without a cause")?;
    let now = code(&secret, ground.test.clock.now())?;
    sign_in(&mut guesser, &school, "zq@example.org", new)?;
    guesser.sends(&school.at("/sign-in/code"), &[("code", &now)])?;
    holds(mails(&school.context)?.len() == told.len() + 2, "a browser not seen before is not told")?;

    let parent = school.guardian("Zqparent Berg", &[])?;
    let row = people::guardian::ActiveModel {
        id: Set(parent),
        email: Set(Some("old@example.org".to_owned())),
        phone: Set(Some("+31612345678".to_owned())),
        ..Default::default()
    };
    school.arrange(|work| Ok(row.update(work.db())?))?;
    let standing = Standing { guardian: Some(parent.0), ..Standing::default() };
    joined(ground, &school, &standing, "own@example.org")?;
    let before = mails(&school.context)?.len();
    let mut office = ground.seat(school.desk(Role::Office)?);
    office.sends(
        &school.at(&format!("/guardians/{parent}/edit")),
        &[("call_name", "Zqparent"), ("surname", "Berg"), ("email", "new@example.org"), ("phone", "0687654321")],
    )?;
    for _ in 0..2 {
        ground.test.clock.advance(MINUTE);
        school.run_due()?;
    }
    let mut to = mails(&school.context)?.split_off(before);
    to.sort();
    holds(
        to == ["new@example.org", "old@example.org", "own@example.org"],
        format!("a changed number is told to {to:?}"),
    )?;
    part(
        "password changed, second factor set up, recovery codes renewed, five wrong second factors, a sign-in with another browser: one mail each to the known address; a number changed by the office: one mail each to the account's address, the record's old one and its new one, once",
        "notices of policy by mail, messages to the old number itself",
    )
}
