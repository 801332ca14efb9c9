//! Many schools in one process: what stays open, who is looked at, and when again.

use kernel::clock::{HOUR, MINUTE};
use store::handles::KEPT_OPEN;
use store::jobs;
use store::outbox::{self, Channel, Mail};
use store::{Actor, Job};

use super::*;

static WORK: Act<()> = Act::write_school("test.work", &[Purpose::Operation], &[Role::Job]).quiet();

const MAILS: &[Channel] = &[Channel::Mail];

fn nothing(_: &Context) -> Result<()> {
    Ok(())
}

const OFTEN: Job = Job { name: "test.often", every: MINUTE, run: nothing };
const DAILY: Job = Job { name: "test.daily", every: 24 * HOUR, run: nothing };

#[test]
fn only_so_many_stay_open_and_one_in_use_is_never_opened_twice() {
    let folder = tempfile::tempdir().unwrap();
    let schools = open(folder.path()).unwrap();
    let first = schools.create().unwrap();
    let ids: Vec<DatabaseId> = (0..KEPT_OPEN + 3).map(|_| schools.create().unwrap().id).collect();
    assert_eq!(schools.openness().open, KEPT_OPEN + 1, "those kept, and the one in hand");
    assert!(Arc::ptr_eq(&first, &schools.get(first.id).unwrap()), "put aside, but still in use");
    drop(first);
    let opened = schools.openness().opened;
    schools.get(ids[0]).unwrap();
    assert_eq!(schools.openness().opened, opened + 1, "the oldest was closed");
    let busy = *ids.last().unwrap();
    schools.visit(ids[1]).unwrap();
    assert!(schools.openness().open <= KEPT_OPEN, "a visit leaves nothing open");
    let opened = schools.openness().opened;
    schools.get(busy).unwrap();
    assert_eq!(schools.openness().opened, opened, "and pushes nobody out");
}

#[test]
fn a_change_by_somebody_asks_for_a_look_and_a_jobs_own_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let schools = open(folder.path()).unwrap();
    let context = shell(&schools, schools.create().unwrap());
    let id = context.database.id;
    assert!(schools.stirred.take().contains(&id), "a new school is looked at");
    context.as_actor(Actor::Job("test.often")).write(WORK.on(()), |_, _| Ok(())).unwrap();
    names(&context).unwrap();
    assert!(schools.stirred.take().is_empty());
    write_down(&context, "Ada").unwrap();
    assert!(schools.stirred.take().contains(&id));
}

#[test]
fn a_quiet_school_is_looked_at_hourly_and_one_with_changes_when_its_jobs_want() {
    let folder = tempfile::tempdir().unwrap();
    let schools = open(folder.path()).unwrap();
    let context = shell(&schools, schools.create().unwrap());
    let jobs = [OFTEN, DAILY];
    let now = context.clock.now();
    let mail = |sends: &[Channel]| jobs::mail(&context, sends).unwrap().next;
    let next = |stirred, sends: &[Channel]| jobs::next_due(&context, &jobs, stirred, mail(sends)).unwrap().0 - now.0;
    jobs::run_due(&context, &jobs).unwrap();
    assert_eq!((next(true, MAILS), next(false, MAILS)), (MINUTE, HOUR));
    assert_eq!(jobs::next_due(&context, &[DAILY], true, mail(MAILS)).unwrap().0 - now.0, 24 * HOUR);
    let letter = Mail { to: "a@example.org".to_owned(), subject: "s".to_owned(), body: "b".to_owned() };
    context.write(TOUCH.on(()), |work, _| outbox::queue(work, letter)).unwrap();
    assert_eq!((next(true, MAILS), next(true, &[])), (0, MINUTE), "mail counts where mail is sent");
    assert_eq!(jobs::mail(&context, MAILS).unwrap().waiting, 1);
}
