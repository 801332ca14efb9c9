//! Sessions: listed, ended by their owner, ended by time (C018, C019).

use accounts::account::{self, AccountId, Standing};
use accounts::acknowledgement;
use accounts::session::{self, Start};
use kernel::clock::{HOUR, MINUTE};
use kernel::{EmailAddress, Error, Result};
use store::Role;
use testkit::School;

use crate::ground::{Ground, Seat, expect_status, holds, is_signed_out};
use crate::page::{attribute, tags, text};
use crate::{Check, Outcome, all};

pub const CHECKS: &[(&str, Check)] = &[("C018", c018), ("C019", c019)];

const PHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1";
const LAPTOP: &str = "Mozilla/5.0 (Windows NT 10.0; Win64) Firefox/140.0";

/// An account of the office.
fn account(school: &School) -> Result<AccountId> {
    let email = EmailAddress::parse("zq@example.org").map_err(|m| Error::Internal(m.to_string()))?;
    let standing = Standing { roles: vec![Role::Office], staff: None, ..Standing::default() };
    school.arrange(|work| {
        let id = account::create(work, "Zq Person", Some(&email), None, &standing)?;
        acknowledgement::note(work, id, &school.notice)?;
        Ok(id)
    })
}

/// A session of the account on a device.
fn device<'g>(ground: &'g Ground, school: &School, account: AccountId, agent: &str) -> Result<Seat<'g>> {
    let token = school.arrange(|work| session::begin(work, account, Start::Password, agent))?;
    Ok(ground.seat(ground.test.visitor().with_cookie(school.cookie_name(), &token)))
}

fn c018(ground: &Ground) -> Outcome {
    let school = ground.school("Alpha")?;
    let account = account(&school)?;
    let mut laptop = device(ground, &school, account, LAPTOP)?;
    ground.test.clock.advance(2 * MINUTE);
    let mut phone = device(ground, &school, account, PHONE)?;
    let path = school.at("/account");
    phone.page(&path)?;
    let list = laptop.page(&path)?;
    let words = text(&list.body);
    for expected in ["Firefox, Windows", "Safari, iPhone", "since", "last used", "09:00", "09:02"] {
        holds(words.contains(expected), format!("the list of sessions does not show {expected}"))?;
    }
    let other = tags(&list.body, "input").find(|tag| attribute(tag, "name") == Some("session"));
    let id = other.and_then(|tag| attribute(tag, "value")).unwrap_or_default().to_owned();
    laptop.sends(&school.at("/account/sessions/end"), &[("session", &id)])?;
    holds(is_signed_out(&phone.get(&path)?), "an ended session still opens pages")?;
    laptop.page(&path)?;
    let mut replay = laptop.clone();
    let out = laptop.sends(&school.at("/sign-out"), &[])?;
    holds(out.headers.contains_key("clear-site-data"), "signing out leaves the browser's cache")?;
    holds(is_signed_out(&replay.get(&path)?), "the token works after signing out")?;
    all(
        "two devices listed with browser, system, start and last use; one ended by the other, one signed out: both tokens are sent to the sign-in when replayed; Clear-Site-Data is sent",
    )
}

fn c019(ground: &Ground) -> Outcome {
    let school = ground.school("Alpha")?;
    let limits = &ground.edition().signin;
    let path = school.at("/account");
    let parent = school.guardian("Zq Parent", &[])?;
    let enter =
        |kind: &str| if kind == "staff" { school.desk(Role::Administrator) } else { school.as_guardian(parent) };
    for (kind, minutes) in [("staff", limits.idle_minutes_staff), ("family", limits.idle_minutes_family)] {
        let mut seat = ground.seat(enter(kind)?);
        seat.page(&path)?;
        ground.test.clock.advance(minutes * MINUTE - 1);
        seat.page(&path)?;
        ground.test.clock.advance(minutes * MINUTE + 1);
        holds(is_signed_out(&seat.get(&path)?), format!("a {kind} session outlives {minutes} idle minutes"))?;
        let mut busy = ground.seat(enter(kind)?);
        let step = (minutes - 1) * MINUTE;
        let mut age = 0;
        while age + step < limits.absolute_hours * HOUR {
            ground.test.clock.advance(step);
            age += step;
            expect_status(&busy.get(&path)?, 200, &format!("a {kind} session in use"))?;
        }
        ground.test.clock.advance(limits.absolute_hours * HOUR - age);
        holds(is_signed_out(&busy.get(&path)?), format!("a {kind} session outlives {} hours", limits.absolute_hours))?;
    }
    all(format!(
        "idle: alive a millisecond before, over a millisecond after {} (staff) and {} (families) minutes; in steady use over at {} hours",
        limits.idle_minutes_staff, limits.idle_minutes_family, limits.absolute_hours
    ))
}
