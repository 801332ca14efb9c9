//! What the server notes of its callers, what its log says, how old it is, and what a browser makes of it
//! (C113, C116, C161, C177).

use std::io::{self, Write};
use std::net::{IpAddr, Ipv4Addr};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

use kernel::Error;
use kernel::clock::{DAY, HOUR};
use people::student;
use store::sea_orm::EntityTrait as _;
use testkit::ARRANGE;

use crate::ground::{Ground, dump, expect_status, files_below, hits, holds, look};
use crate::sign_in::{PASSWORD, joined, sign_in, with_role};
use crate::world::World;
use crate::{Check, Outcome, all, made, part};

pub const CHECKS: &[(&str, Check)] = &[("C113", c113), ("C116", c116), ("C161", c161), ("C177", c177)];

const ADDRESS: IpAddr = IpAddr::V4(Ipv4Addr::new(203, 0, 113, 57));
const AGENT: &str = "zqbrowser/7";

fn c113(ground: &Ground) -> Outcome {
    const LOG: &str = "SELECT event || '|' || detail || '|' || outcome || '|' || \
        CASE WHEN account IS NULL THEN 0 ELSE 1 END || '|' || \
        coalesce(address, '-') || '|' || coalesce(network, '-') || '|' || coalesce(device, '-') AS line \
        FROM security_log ORDER BY at, event";
    let world = World::new(ground, "Alpha")?;
    let school = &world.school;
    joined(ground, school, &with_role(store::Role::Office), "zq@example.org")?;
    let mut visitor = ground.seat(ground.test.visitor().at(ADDRESS, AGENT));
    expect_status(&sign_in(&mut visitor, school, "zq@example.org", "zqguess1")?, 422, "a wrong password")?;
    school.context.database.flush()?;
    expect_status(&sign_in(&mut visitor, school, "zq@example.org", PASSWORD)?, 303, "the right one")?;
    let mut teacher = ground.seat(school.as_teacher(world.a.teacher)?.at(ADDRESS, AGENT));
    teacher.page(&world.at(&format!("/my/students/{}", world.a.student)))?;
    expect_status(&teacher.get(&world.at(&format!("/my/students/{}", world.b.student)))?, 404, "another's child")?;
    school.context.database.flush()?;
    let rows = look(&school.context, LOG)?;
    let caller = format!("{ADDRESS}|203.0.113.0/24|{AGENT}");
    let expected = [
        format!("sign-in|password|wrong|1|{caller}"),
        format!("refused|teacher.student|not found|1|{caller}"),
        format!("request|GET|200|1|{caller}"),
        format!("request|POST|422|0|{caller}"),
    ];
    for row in &expected {
        holds(rows.contains(row), format!("the security log has no {row}: {rows:?}"))?;
    }
    let requests = rows.iter().filter(|row| row.starts_with("request|GET|200|1|")).count();
    teacher.page(&world.at(&format!("/my/students/{}", world.a.student)))?;
    // A session ends when nobody uses it for so long.
    for _ in 0..3 {
        school.advance(HOUR / 3);
        teacher.page(&world.at(&format!("/my/students/{}", world.a.student)))?;
    }
    school.context.database.flush()?;
    let after = look(&school.context, LOG)?.iter().filter(|row| row.starts_with("request|GET|200|1|")).count();
    holds((requests, after) == (1, 2), "a row does not speak for exactly one hour's requests")?;
    let elsewhere = dump(&school.context, &["security_log", "session", "account_device"])?;
    holds(hits(&elsewhere, &ADDRESS.to_string()) == 0, "the address stands in another table")?;
    holds(hits(&elsewhere, AGENT) == 0, "the device stands in another table")?;
    holds(hits(&dump(&school.context, &[])?, "zqguess1") == 0, "the typed password stands in the store")?;
    school.advance(29 * DAY);
    school.run_due()?;
    let whole = || look(&school.context, "SELECT address AS line FROM security_log WHERE address IS NOT NULL");
    holds(!whole()?.is_empty(), "the address was cut before 30 days")?;
    school.advance(DAY);
    school.run_due()?;
    holds(whole()?.is_empty(), "the address is whole after 30 days")?;
    let networks = look(&school.context, "SELECT network AS line FROM security_log WHERE network IS NOT NULL")?;
    holds(networks.iter().all(|network| network == "203.0.113.0/24") && !networks.is_empty(), "the network is lost")?;
    all(
        "a page, a failed sign-in and a refusal: a row each with time, account, method, address, device and outcome, in the security log only (a page's row speaks for an hour); the address is whole after 29 days and cut to its network after 30",
    )
}

/// Everything that is logged on this thread.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// As a fault of the program would.
#[expect(clippy::panic, reason = "the check is about a panic")]
fn fall(words: &str) {
    panic!("{words}")
}

fn c116(ground: &Ground) -> Outcome {
    let world = World::new(ground, "Alpha")?;
    let mark = world.a.student_mark.clone();
    let before = files_below(ground.test.folder())?;
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt().json().with_writer(move || writer.clone()).finish();
    let usual = std::panic::take_hook();
    site::panics::log_places_only();
    // The panic quotes the record that was being changed, as a failed assertion would.
    let fell = tracing::subscriber::with_default(subscriber, || {
        catch_unwind(AssertUnwindSafe(|| {
            world.school.context.write(ARRANGE.on(()), |work, _| {
                let row = student::Entity::find_by_id(world.a.student).one(work.db())?;
                fall(&format!("cannot go on with {row:?}"));
                Ok(())
            })
        }))
    });
    std::panic::set_hook(usual);
    let quoted = fell.err().and_then(|panic| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
    holds(hits(&quoted, &mark) > 0, "the panic did not quote the record, so the check shows nothing")?;
    let text = log.text();
    holds(text.contains("serving.rs") && text.contains("panicked"), format!("the log does not say where: {text}"))?;
    holds(hits(&text, &mark) == 0, "the log holds the record")?;
    let after = files_below(ground.test.folder())?;
    holds(before.len() == after.len(), "a file was left by the panic")?;
    let still = look(&world.school.context, "SELECT count(*) || '' AS line FROM student")?;
    holds(still == ["2"], format!("the school does not go on after the panic: {still:?}"))?;
    all(
        "a panic in the middle of a change quotes a child's record: the log names the place in the program and has 0 hits, no dump is written, the change is undone and the school goes on",
    )
}

fn c161(ground: &Ground) -> Outcome {
    let house = ground.test.house();
    let look = house.status.get().ok_or_else(|| Error::Internal("this house has no status".to_owned()))?;
    let version = |words: &str| look(house).into_iter().find(|finding| finding.what == words);
    let now = version("status-version").ok_or_else(|| Error::Internal("no version on the status".to_owned()))?;
    let built = now.args.iter().find(|(name, _)| *name == "built").map(|(_, day)| day.clone()).unwrap_or_default();
    let day = chrono::NaiveDate::parse_from_str(&built, "%Y-%m-%d").map_err(Error::internal)?;
    let today = ground.test.clock.now().date();
    ground.test.clock.advance(((day - today).num_days() + 89) * DAY);
    let young = version("status-version").is_some_and(|finding| finding.fix.is_none());
    ground.test.clock.advance(DAY);
    let old = version("status-version").is_some_and(|finding| finding.fix == Some("status-version-fix"));
    holds(young && old, "the status does not warn from the ninetieth day")?;
    let shown = format!("the status names the version and its day ({built}), is content at 89 days and warns at 90");
    match made::advisories()? {
        Ok(checked) => all(format!("{shown}; {checked}")),
        Err(open) => part(shown, open),
    }
}

fn c177(_: &Ground) -> Outcome {
    match made::tasks()? {
        Ok(driven) => all(driven),
        Err(open) => part("each task is a browser test", open),
    }
}
