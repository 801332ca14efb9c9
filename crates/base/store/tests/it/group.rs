//! Changes that wait for each other end in one commit, and each stands or falls alone.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

use kernel::Error;

use super::*;

fn school() -> (TempDir, Schools, Context) {
    let folder = tempfile::tempdir().unwrap();
    let schools = open(folder.path()).unwrap();
    let context = shell(&schools, schools.create().unwrap());
    (folder, schools, context)
}

/// A change that has the writer until it is let go.
struct Holder {
    go: Sender<()>,
    thread: JoinHandle<Result<()>>,
}

impl Holder {
    fn begin(context: &Context) -> Self {
        let (context, (go, wait), (told, begun)) = (context.clone(), mpsc::channel(), mpsc::channel());
        let thread = thread::spawn(move || {
            context.write(KEEP.on(()), |work, _| {
                told.send(()).unwrap();
                wait.recv().unwrap();
                run(work.db(), "INSERT INTO pupil VALUES (randomblob(16), 'Holder')")
            })
        });
        begun.recv().unwrap();
        Self { go, thread }
    }

    fn end(self) -> Result<()> {
        self.go.send(()).unwrap();
        self.thread.join().unwrap()
    }
}

/// Starts `change` and comes back when it waits for its turn.
fn queue<R: Send + 'static>(context: &Context, change: impl FnOnce(&Context) -> R + Send + 'static) -> JoinHandle<R> {
    let before = context.database.queued();
    let own = context.clone();
    let thread = thread::spawn(move || change(&own));
    while context.database.queued() == before {
        thread::yield_now();
    }
    thread
}

#[test]
fn those_who_wait_together_are_committed_together() {
    let (_folder, _schools, context) = school();
    let before = context.database.verify_audit(None).unwrap().entries;
    let mut commits = context.database.watch();
    let holder = Holder::begin(&context);
    let waiting: Vec<_> = (0..20).map(|n| queue(&context, move |own| write_down(own, &format!("{n:02}")))).collect();
    holder.end().unwrap();
    for change in waiting {
        change.join().unwrap().unwrap();
    }
    assert_eq!(names(&context).unwrap().len(), 21);
    let mut seen = 0;
    while commits.try_recv().is_ok() {
        seen += 1;
    }
    assert_eq!(seen, 1, "one commit for all of them");
    let verdict = context.database.verify_audit(None).unwrap();
    assert_eq!((verdict.entries, verdict.fault), (before + 21, None));
}

#[test]
fn one_that_fails_or_panics_undoes_only_itself() {
    let (_folder, _schools, context) = school();
    let holder = Holder::begin(&context);
    let good = queue(&context, |own| write_down(own, "Good"));
    let failing = queue(&context, |own| {
        own.write(KEEP.on(()), |work, _| {
            run(work.db(), "INSERT INTO pupil VALUES (randomblob(16), 'Failed')")?;
            Err::<(), _>(Error::NotFound)
        })
    });
    let panicking = queue(&context, |own| {
        catch_unwind(AssertUnwindSafe(|| {
            own.write(KEEP.on(()), |work, _| -> Result<()> {
                run(work.db(), "INSERT INTO pupil VALUES (randomblob(16), 'Panicked')")?;
                panic!("in the middle")
            })
        }))
    });
    let refused = queue(&context, run_wrong);
    let last = queue(&context, |own| write_down(own, "Last"));
    holder.end().unwrap();
    good.join().unwrap().unwrap();
    assert!(matches!(failing.join().unwrap(), Err(Error::NotFound)));
    assert!(panicking.join().unwrap().is_err());
    assert!(refused.join().unwrap().is_err());
    last.join().unwrap().unwrap();
    assert_eq!(names(&context).unwrap(), ["Good", "Holder", "Last"]);
    assert_eq!(context.database.verify_audit(None).unwrap().fault, None);
}

/// A statement that the engine refuses.
fn run_wrong(context: &Context) -> Result<()> {
    context.write(KEEP.on(()), |work, _| run(work.db(), "INSERT INTO pupil VALUES (NULL, NULL)"))
}

#[test]
fn a_last_one_that_fails_still_commits_those_before_it() {
    let (_folder, _schools, context) = school();
    let holder = Holder::begin(&context);
    let failing = queue(&context, run_wrong);
    holder.end().unwrap();
    assert!(failing.join().unwrap().is_err());
    assert_eq!(names(&context).unwrap(), ["Holder"]);
}

#[test]
fn a_commit_that_fails_keeps_nothing_of_anybody() {
    let (_folder, _schools, context) = school();
    let child = "CREATE TABLE child (parent BLOB REFERENCES pupil(id) DEFERRABLE INITIALLY DEFERRED)";
    context.write(TOUCH.on(()), |work, _| run(work.db(), child)).unwrap();
    let before = context.database.verify_audit(None).unwrap();
    let holder = Holder::begin(&context);
    let good = queue(&context, |own| write_down(own, "Good"));
    let orphan =
        queue(&context, |own| own.write(KEEP.on(()), |work, _| run(work.db(), "INSERT INTO child VALUES (x'00')")));
    assert!(matches!(holder.end(), Err(Error::Unsaved(_))));
    assert!(matches!(good.join().unwrap(), Err(Error::Unsaved(_))));
    assert!(matches!(orphan.join().unwrap(), Err(Error::Unsaved(_))));
    assert!(names(&context).unwrap().is_empty());
    assert_eq!(context.database.verify_audit(None).unwrap().head, before.head);
    write_down(&context, "After").unwrap();
    assert_eq!(names(&context).unwrap(), ["After"]);
}

/// Three seconds, since that is how long a change waits.
#[test]
fn who_waits_too_long_is_told_and_leaves_nothing_open() {
    let (_folder, _schools, context) = school();
    let holder = Holder::begin(&context);
    let impatient = queue(&context, |own| write_down(own, "Impatient"));
    assert!(matches!(impatient.join().unwrap(), Err(Error::Busy)));
    holder.end().unwrap();
    assert_eq!(names(&context).unwrap(), ["Holder"]);
}

#[test]
fn a_queue_that_is_full_says_so_at_once() {
    let (_folder, _schools, context) = school();
    let holder = Holder::begin(&context);
    let waiting: Vec<_> = (0..256).map(|n| queue(&context, move |own| write_down(own, &format!("{n}")))).collect();
    assert!(matches!(write_down(&context, "One too many"), Err(Error::Busy)));
    holder.end().unwrap();
    let kept = waiting.into_iter().filter_map(|change| change.join().unwrap().ok()).count();
    let names = names(&context).unwrap();
    assert_eq!(names.len(), kept + 1, "everybody who was told so is kept, and nobody else");
    assert!(!names.iter().any(|name| name == "One too many"));
}

#[test]
fn nobody_waits_for_the_end_of_a_long_change() {
    let (_folder, _schools, context) = school();
    let holder = Holder::begin(&context);
    let (told, begun) = mpsc::channel();
    let (go, wait) = mpsc::channel::<()>();
    let long = context.database.begin_long(uuid::Uuid::nil()).unwrap();
    let import = queue(&context, move |own| {
        own.write(KEEP.on(()), |_, _| {
            told.send(()).unwrap();
            wait.recv().unwrap();
            Ok(())
        })
    });
    holder.end().unwrap();
    begun.recv().unwrap();
    assert_eq!(names(&context).unwrap(), ["Holder"], "it was committed though the import waited");
    go.send(()).unwrap();
    import.join().unwrap().unwrap();
    drop(long);
}
