//! The clock knows who has work to do, also after a crash, and opens nobody else (decision 27).

use std::sync::Arc;
use std::time::Duration;

use homeroom::serving::clock::Clock;
use installation::{acts, due, entry};
use kernel::clock::{HOUR, MINUTE, SECOND};
use notify::Senders;
use store::outbox::{self, Mail};
use store::{Actor, DatabaseId};
use testkit::{School, Test};

/// Who is due by the control database.
fn listed(test: &Test) -> Vec<DatabaseId> {
    let control = entry::own_context(&test.house().schools).unwrap().as_actor(Actor::Job("test.clock"));
    let due = control.read(acts::SEE_DUE.on(()), |read, _| due::list(read, 100)).unwrap();
    due.into_iter().map(|(school, _)| school).collect()
}

fn clock(test: &Test) -> Arc<Clock> {
    Clock::new(Arc::clone(test.house()), test.built.jobs.clone(), Senders::default())
}

async fn look(clock: &Arc<Clock>) {
    clock.last(Duration::ZERO).await;
}

/// Two schools that rest: looked at, quiet for some minutes, and planned.
async fn resting(test: &Test) -> [School; 2] {
    let schools = ["Kastanje", "Linde"].map(|name| test.school(name, "school").unwrap());
    let clock = clock(test);
    for _ in 0..3 {
        look(&clock).await;
        test.clock.advance(61 * SECOND);
    }
    look(&clock).await;
    assert_eq!(listed(test), [], "all that was due is done");
    schools
}

fn mail() -> Mail {
    Mail { to: "ada@example.org".to_owned(), subject: "S".to_owned(), body: "B".to_owned() }
}

#[tokio::test]
async fn a_resting_school_is_called_due_before_its_change_is_kept() {
    let test = crate::house();
    let [school, other] = resting(&test).await;
    let seen = school.arrange(|work| {
        outbox::queue(work, mail())?;
        Ok(listed(&test))
    });
    assert_eq!(seen.unwrap(), [school.entry.id], "before the commit, and only this one");
    let failed: kernel::Result<()> = other.arrange(|_| Err(kernel::Error::NotFound));
    assert!(failed.is_err());
    assert_eq!(listed(&test).len(), 2, "early is harmless");
}

#[tokio::test]
async fn after_a_crash_the_school_with_work_is_looked_at_and_the_others_stay_closed() {
    let test = crate::house();
    let [school, other] = resting(&test).await;
    school.arrange(|work| outbox::queue(work, mail())).unwrap();
    let schools = &test.house().schools;
    // What was in memory is gone.
    schools.stirred.take();
    let (own, others) = (school.context.database.units(), other.context.database.units());
    look(&clock(&test)).await;
    assert!(school.context.database.units() > own, "it is looked at");
    assert_eq!(other.context.database.units(), others, "nobody else is");
}

#[tokio::test]
async fn a_school_at_work_stays_due_and_costs_no_further_note() {
    let test = crate::house();
    let [school, _other] = resting(&test).await;
    let clock = clock(&test);
    let control = test.house().schools.control().unwrap();
    school.arrange(|work| outbox::queue(work, mail())).unwrap();
    for _ in 0..5 {
        look(&clock).await;
        let before = control.units();
        school.arrange(|work| outbox::queue(work, mail())).unwrap();
        assert_eq!(control.units(), before, "one note is enough while people are at work");
        assert_eq!(listed(&test), [school.entry.id], "due all the while");
        test.clock.advance(20 * SECOND);
    }
    let mut planned = false;
    for _ in 0..4 {
        test.clock.advance(MINUTE);
        look(&clock).await;
        planned |= listed(&test).is_empty();
    }
    assert!(planned, "and planned again when it rests");
}

#[tokio::test]
async fn an_upgrade_looks_at_every_school_once() {
    let test = crate::house();
    let schools = resting(&test).await;
    let control = entry::own_context(&test.house().schools).unwrap().as_actor(Actor::Job("test.clock"));
    let begin = |program: &str| control.write(acts::PLAN.on(()), |work, _| due::begin(work, program)).unwrap();
    begin("another release");
    assert_eq!(listed(&test).len(), schools.len());
    test.clock.advance(HOUR);
    let later: Vec<_> = schools
        .iter()
        .map(|school| due::Plan { school: school.entry.id, at: test.clock.now().plus(HOUR), given_up: 0 })
        .collect();
    let stirred = store::Stirred::default();
    control.write(acts::PLAN.on(()), |work, _| due::plan(work, &later, &stirred)).unwrap();
    begin("another release");
    assert_eq!(listed(&test), [], "the same release looks at nobody without need");
}
