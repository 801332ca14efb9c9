//! Units of work: whole or not at all, and the next one works (law 2).

use std::panic::{AssertUnwindSafe, catch_unwind};

use kernel::Error;

use super::*;

fn school() -> (TempDir, Schools, Context) {
    let folder = tempfile::tempdir().unwrap();
    let schools = open(folder.path()).unwrap();
    let context = shell(&schools, schools.create().unwrap());
    (folder, schools, context)
}

fn entries(context: &Context) -> i64 {
    context.database.verify_audit(None).unwrap().entries
}

#[test]
fn a_write_that_panics_leaves_nothing_and_the_next_one_works() {
    let (_folder, _schools, context) = school();
    let before = entries(&context);
    for _ in 0..6 {
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            context.write(KEEP.on(()), |work, _| -> Result<()> {
                run(work.db(), "INSERT INTO pupil VALUES (randomblob(16), 'Half')")?;
                panic!("in the middle")
            })
        }));
        assert!(outcome.is_err());
    }
    assert_eq!(entries(&context), before);
    write_down(&context, "Whole").unwrap();
    assert_eq!(names(&context).unwrap(), ["Whole"]);
    assert_eq!(entries(&context), before + 1);
}

#[test]
fn a_write_that_fails_leaves_nothing() {
    let (_folder, _schools, context) = school();
    let failed = context.write(KEEP.on(()), |work, _| {
        run(work.db(), "INSERT INTO pupil VALUES (randomblob(16), 'Half')")?;
        Err::<(), _>(Error::NotFound)
    });
    assert!(matches!(failed, Err(Error::NotFound)));
    assert!(names(&context).unwrap().is_empty());
}

/// Readers are few: one that panics must come back.
#[test]
fn reads_that_panic_do_not_use_the_readers_up() {
    let (_folder, _schools, context) = school();
    write_down(&context, "Whole").unwrap();
    for _ in 0..20 {
        let outcome =
            catch_unwind(AssertUnwindSafe(|| context.read(LOOK.on(()), |_, _| -> Result<()> { panic!("on a page") })));
        assert!(outcome.is_err());
    }
    let (told, answer) = std::sync::mpsc::channel();
    std::thread::spawn(move || told.send(names(&context).unwrap()));
    let names = answer.recv_timeout(std::time::Duration::from_secs(10)).expect("the readers are used up");
    assert_eq!(names, ["Whole"]);
}

#[test]
fn a_reader_cannot_write() {
    let (_folder, _schools, context) = school();
    let tried = context.read(LOOK.on(()), |read, _| run(read.db(), "INSERT INTO pupil VALUES (randomblob(16), 'Sly')"));
    assert!(tried.is_err());
    assert!(names(&context).unwrap().is_empty());
}

#[test]
fn an_act_is_refused_to_whoever_it_does_not_name() {
    let (_folder, _schools, context) = school();
    let visitor = context.as_actor(Actor::Visitor);
    assert!(matches!(write_down(&visitor, "Sly"), Err(Error::SignedOut)));
    let job = context.as_actor(Actor::Job("test.job"));
    assert!(matches!(write_down(&job, "Sly"), Err(Error::Forbidden)));
    assert!(names(&context).unwrap().is_empty());
    let log = context.read(LOOK.on(()), |read, _| store::security::newest(read, 10)).unwrap();
    assert!(log.iter().any(|row| row.event == "refused" && row.detail == "test.keep" && row.outcome == "forbidden"));
}

#[test]
fn a_read_is_in_the_chain_after_the_next_commit() {
    let (_folder, _schools, context) = school();
    let before = entries(&context);
    names(&context).unwrap();
    context.database.flush().unwrap();
    assert_eq!(entries(&context), before + 1);
}

#[test]
fn eight_threads_lose_no_write_and_no_entry() {
    let (_folder, _schools, context) = school();
    let before = entries(&context);
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let context = context.clone();
            scope.spawn(move || {
                for n in 0..10 {
                    write_down(&context, &format!("Pupil {thread} {n}")).unwrap();
                    names(&context).unwrap();
                }
            });
        }
    });
    context.database.flush().unwrap();
    let verdict = context.database.verify_audit(None).unwrap();
    assert_eq!((verdict.entries, verdict.fault), (before + 160, None));
    assert_eq!(names(&context).unwrap().len(), 80);
}
