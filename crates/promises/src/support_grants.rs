//! Operators see a school's content only while that school lets them (C031).

use axum::http::StatusCode;
use kernel::clock::{HOUR, MINUTE, SECOND};
use kernel::{Error, Result};
use store::Role;
use testkit::{School, raw};

use crate::ground::{Ground, Seat, expect_status, holds, look};
use crate::sign_in::{PASSWORD, code, join, set_up};
use crate::{Check, Outcome, all};

pub const CHECKS: &[(&str, Check)] = &[("C031", c031)];

/// An operator who has just signed in, with the secret of their second factor.
fn operator<'g>(ground: &'g Ground) -> Result<(Seat<'g>, String)> {
    let token = installation::found::first_operator(&ground.test.house().schools)?.unwrap_or_default();
    let mut seat = ground.visitor();
    let joined = join(&mut seat, &format!("/operator/invite/{token}"), "op@example.org", PASSWORD, true)?;
    expect_status(&joined, 303, "the operator joining")?;
    let secret = set_up(ground, &mut seat, "/operator/account/second-factor")?;
    seat.page("/operator/")?;
    Ok((seat, secret))
}

/// Pages that the office opens and a visitor does not: the school's content, with what is everybody's own.
fn content(ground: &Ground, school: &School, student: &str) -> Result<Vec<String>> {
    let mut office = ground.seat(school.desk(Role::Administrator)?);
    let mut visitor = ground.visitor();
    let mut paths = Vec::new();
    for route in ground.test.built.school_routes.iter().filter(|route| route.method == "GET") {
        let path = school.at(&route.path.replace("{student}", student));
        if !path.contains('{')
            && office.get(&path)?.status == StatusCode::OK
            && visitor.get(&path)?.status != StatusCode::OK
        {
            paths.push(path);
        }
    }
    Ok(paths)
}

/// Every path answers 403.
fn closed(seat: &mut Seat, paths: &[String], when: &str) -> Result<()> {
    for path in paths {
        expect_status(&seat.get(path)?, 403, &format!("{when}, GET {path} for an operator"))?;
    }
    Ok(())
}

fn newest_grant(school: &School) -> Result<String> {
    let hex = look(&school.context, "SELECT id AS line FROM support_grant ORDER BY id DESC LIMIT 1")?;
    Ok(uuid::Uuid::parse_str(&hex.concat()).map_err(Error::internal)?.to_string())
}

fn c031(ground: &Ground) -> Outcome {
    let school = ground.school("Alpha")?;
    let student = school.student("Zqkim Zqcanary", None)?.to_string();
    let record = school.at(&format!("/students/{student}"));
    let paths = content(ground, &school, &student)?;
    holds(paths.len() > 15 && paths.contains(&record), "hardly a page of content was found")?;
    let mut admin = ground.seat(school.desk(Role::Administrator)?);
    let (mut seat, secret) = operator(ground)?;
    closed(&mut seat, &paths, "without a grant")?;

    let door = format!("/operator/support/{}", school.entry.slug);
    seat.sends(&door, &[("reason", "Zqreason"), ("hours", "1")])?;
    closed(&mut seat, std::slice::from_ref(&record), "after asking")?;
    holds(admin.page(&school.at("/support"))?.shows("Zqreason"), "the school does not see the request")?;
    let grant = newest_grant(&school)?;
    admin.sends(&school.at(&format!("/support/{grant}/allow")), &[])?;
    let granted_at = ground.test.clock.now();
    closed(&mut seat, std::slice::from_ref(&record), "granted, without a fresh second factor")?;
    ground.test.clock.advance(MINUTE);
    expect_status(&seat.post(&format!("{door}/enter"), &[("code", "000000")])?, 422, "a wrong code")?;
    let fresh = code(&secret, ground.test.clock.now())?;
    seat.sends(&format!("{door}/enter"), &[("code", &fresh)])?;
    reads_and_never_writes(&school, &mut seat, &mut admin, &record, &grant)?;

    // A visit lasts an hour from the step-up; the grant ends a minute before that.
    while ground.test.clock.now().plus(20 * MINUTE) < granted_at.plus(HOUR) {
        ground.test.clock.advance(20 * MINUTE);
        seat.page(&record)?;
        admin.page(&school.at("/support"))?;
    }
    ground.test.clock.advance(granted_at.plus(HOUR - SECOND).0 - ground.test.clock.now().0);
    seat.page(&record)?;
    ground.test.clock.advance(2 * SECOND);
    closed(&mut seat, &paths, "a second after the grant's end")?;
    seat.page("/operator/")?;

    let offered = [("operator", ""), ("reason", "again"), ("hours", "72")];
    admin.sends(&school.at("/support"), &offered)?;
    let fresh = code(&secret, ground.test.clock.now())?;
    seat.sends(&format!("{door}/enter"), &[("code", &fresh)])?;
    seat.page(&record)?;
    let second = newest_grant(&school)?;
    admin.sends(&school.at(&format!("/support/{second}/end")), &[])?;
    closed(&mut seat, std::slice::from_ref(&record), "right after the school ended it")?;
    school.run_due()?;
    let mails = look(&school.context, "SELECT subject AS line FROM outbox ORDER BY id")?;
    for word in ["asks for a support grant", "was given", "is being used", "has ended"] {
        holds(mails.iter().any(|subject| subject.contains(word)), format!("no mail says that it {word}"))?;
    }
    holds(school.context.database.verify_audit(None)?.fault.is_none(), "the chain is broken")?;
    all(format!(
        "{} pages of content are 403 for a signed-in operator: without a grant, after asking, granted but without a fresh second factor, at the grant's end + 1 s and right after the school ended it; in between the record opens with a banner, a change of it is 403 and stores nothing, and each read stands in the school's chain with the grant's id, which the school reads; the administrators are mailed of request, grant, first use and end",
        paths.len()
    ))
}

/// Under the grant: the record opens with a banner and an entry; no form of it is taken.
fn reads_and_never_writes(school: &School, seat: &mut Seat, admin: &mut Seat, record: &str, grant: &str) -> Result<()> {
    let page = seat.page(record)?;
    holds(page.shows("Zqcanary"), "the record does not open under the grant")?;
    holds(page.shows("under a support grant"), "no banner says that this is a support visit")?;
    let under = format!(
        "SELECT act AS line FROM audit WHERE roles = 'support {grant}' AND object = {}",
        raw::id(&school.context, record.rsplit('/').next().unwrap_or_default().parse().map_err(Error::internal)?)
    );
    holds(look(&school.context, &under)? == ["students.see"], "the read is not in the chain with the grant's id")?;
    let before = look(&school.context, "SELECT id AS a, surname AS b FROM student ORDER BY id")?;
    let forms = [("call_name", "Changed"), ("surname", "Changed")];
    expect_status(&seat.post(&format!("{record}/edit"), &forms)?, 403, "a change under the grant")?;
    expect_status(&seat.post(&school.at("/students/new"), &forms)?, 403, "a new student under the grant")?;
    let after = look(&school.context, "SELECT id AS a, surname AS b FROM student ORDER BY id")?;
    holds(before == after, "something was written under the grant")?;
    for closed in ["/institution/export", "/privacy/trail", "/roster", "/account", "/support"] {
        expect_status(&seat.get(&school.at(closed))?, 403, &format!("{closed} under the grant"))?;
    }
    let seen = admin.page(&school.at(&format!("/support/{grant}")))?;
    holds(seen.shows("students.see"), "the school does not see what was looked at")
}
