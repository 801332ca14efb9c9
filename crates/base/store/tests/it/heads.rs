//! Signed heads that a school keeps, and a log that is shortened by age (C144, C157).

use kernel::clock::{DAY, SECOND};
use registry::{Kept, Period};
use store::anchor::{BATCH, SHORTENING};
use store::around::Answers;
use store::audit::{Broken, Head};
use store::heads::{SignedHead, Unproven};
use store::{Schools, jobs};

use super::*;

/// A school whose log is kept for 30 days, with so many entries of today.
fn school(entries: i64) -> (TempDir, Schools, Context) {
    let folder = tempfile::tempdir().unwrap();
    let schools = open(folder.path()).unwrap();
    keep_for_a_month(&schools);
    let context = shell(&schools, schools.create().unwrap());
    write(&schools, &context, entries);
    (folder, schools, context)
}

fn keep_for_a_month(schools: &Schools) {
    let period = |_, kept| Ok(matches!(kept, Kept::Audit | Kept::SecurityLog).then_some(Period::Days(30)));
    schools.folder.around.answer(Answers { period: Box::new(period), remember: Box::new(|_| Ok(())) });
}

fn write(schools: &Schools, context: &Context, entries: i64) {
    for _ in 0..entries {
        schools.clock.advance(SECOND);
        names(context).unwrap();
    }
    context.database.flush().unwrap();
}

fn signed(context: &Context) -> SignedHead {
    context.read(LOOK.on(()), |read, _| context.signed_head(read)).unwrap().unwrap()
}

fn tamper(context: &Context, statements: &str) {
    context.write(TOUCH.on(()), |work, _| statements.split(';').try_for_each(|sql| run(work.db(), sql))).unwrap();
}

fn fault(context: &Context, head: Option<&Head>) -> Option<Broken> {
    context.database.verify_audit(head).unwrap().fault
}

fn count(context: &Context) -> usize {
    let all = "SELECT CAST(place AS TEXT) AS n FROM audit";
    context
        .read(LOOK.on(()), |read, _| Ok(read.db().query_all_raw(Statement::from_string(DbBackend::Sqlite, all))?.len()))
        .unwrap()
}

#[test]
fn a_head_comes_back_whole_out_of_a_mail() {
    let (_folder, _schools, context) = school(5);
    let head = signed(&context);
    let text = head.to_string();
    assert!(text.lines().all(|line| line.len() < 78), "{text}");
    let quoted: String = text.lines().map(|line| format!("> {line}\r\n")).collect();
    for mail in [text.clone(), format!("Dear Ada,\n\n{text}\nKind regards"), format!("On Monday:\r\n{quoted}> --\r\n")]
    {
        assert_eq!(mail.parse::<SignedHead>().unwrap(), head, "{mail}");
    }
    let public = context.database.around.signer.public();
    assert_eq!(head.check(context.database.id, &public), Ok(()));
    assert_eq!(fault(&context, Some(&head.head)), None);
    for broken in ["", "homeroom audit head 1", &text[..text.len() - 2], &text.replace("place", "plaice")] {
        assert!(broken.parse::<SignedHead>().is_err(), "{broken}");
    }
}

#[test]
fn a_head_that_was_changed_proves_nothing() {
    let (_folder, schools, context) = school(5);
    let head = signed(&context);
    let (id, public) = (context.database.id, context.database.around.signer.public());
    let other = shell(&schools, schools.create().unwrap());
    assert_eq!(head.check(other.database.id, &public), Err(Unproven::OtherSchool));
    let text = head.to_string();
    let place = format!("place {}", head.head.place);
    let changes = [
        text.replace(&place, "place 1"),
        text.replace(&head.head.hash, &"0".repeat(64)),
        text.replace("at 20", "at 21"),
        text.lines()
            .rev()
            .take(1)
            .fold(text.clone(), |text, last| text.replace(last, &format!("signature {}", "0".repeat(64)))),
    ];
    for changed in changes {
        let verdict = changed.parse::<SignedHead>().map(|head| head.check(id, &public));
        assert!(matches!(verdict, Err(_) | Ok(Err(Unproven::Changed))), "{changed}");
    }
    assert_eq!(head.check(id, &[7; 32]), Err(Unproven::OtherKey));
}

/// Fifty old entries and fifty new ones; the job has run.
fn shortened() -> (TempDir, Schools, Context) {
    let (folder, schools, context) = school(50);
    schools.clock.advance(31 * DAY);
    write(&schools, &context, 50);
    jobs::run_due(&context, &[SHORTENING]).unwrap();
    (folder, schools, context)
}

#[test]
fn what_is_too_old_goes_and_the_rest_can_be_checked_still() {
    let (_folder, schools, context) = school(50);
    let old = context.database.audit_head().unwrap().unwrap();
    schools.clock.advance(29 * DAY);
    jobs::run_due(&context, &[SHORTENING]).unwrap();
    assert_eq!(context.database.verify_audit(Some(&old)).unwrap().removed, 0, "nothing is old enough");
    schools.clock.advance(2 * DAY);
    write(&schools, &context, 50);
    let new = context.database.audit_head().unwrap().unwrap();
    jobs::run_due(&context, &[SHORTENING]).unwrap();
    let verdict = context.database.verify_audit(Some(&new)).unwrap();
    assert_eq!((verdict.fault, verdict.removed), (None, 50), "{verdict:?}");
    assert!(verdict.entries > 100 && count(&context) < 60, "{verdict:?}");
    assert_eq!(fault(&context, Some(&old)), None, "the head of the last entry that went is the anchor itself");
    let older = Head { place: 20, hash: old.hash };
    assert!(
        matches!(fault(&context, Some(&older)), Some(Broken::Older(50, _))),
        "and an older one is said to be older"
    );
    // Nothing more is old, and nothing more goes.
    schools.clock.advance(2 * DAY);
    jobs::run_due(&context, &[SHORTENING]).unwrap();
    assert_eq!(context.database.verify_audit(None).unwrap().removed, 50);
    // Later everything is, but the entry that tells of it.
    schools.clock.advance(400 * DAY);
    jobs::run_due(&context, &[SHORTENING]).unwrap();
    let verdict = context.database.verify_audit(None).unwrap();
    assert_eq!((verdict.fault, count(&context)), (None, 1), "{verdict:?}");
    write(&schools, &context, 3);
    assert_eq!(fault(&context, None), None, "and the chain goes on from there");
}

#[test]
fn a_long_log_goes_in_batches() {
    let (_folder, schools, context) = school(10);
    let many = BATCH * 2 + 100;
    for _ in 0..many {
        // Remembered, so that it costs no look; noted each time.
        context.read_again(LOOK.on(()), "", |_, _| Ok(Some(()))).unwrap();
    }
    context.database.flush().unwrap();
    schools.clock.advance(31 * DAY);
    jobs::run_due(&context, &[SHORTENING]).unwrap();
    let verdict = context.database.verify_audit(None).unwrap();
    assert_eq!((verdict.fault, verdict.removed), (None, many + 10));
    assert_eq!(count(&context), 3, "one entry tells of each batch");
}

#[test]
fn a_front_that_was_cut_off_is_found_whatever_stands_in_its_place() {
    let (_folder, _schools, context) = shortened();
    let head = signed(&context).head;
    tamper(&context, "CREATE TABLE copy AS SELECT * FROM audit;CREATE TABLE kept AS SELECT * FROM audit_anchor");
    let restore = "DELETE FROM audit;INSERT INTO audit SELECT * FROM copy;DELETE FROM audit_anchor;\
                   INSERT INTO audit_anchor SELECT * FROM kept";
    let attacks = [
        ("no anchor", "DELETE FROM audit_anchor"),
        ("a front cut further", "DELETE FROM audit WHERE place <= 60"),
        ("an anchor moved up", "UPDATE audit_anchor SET place = 60;DELETE FROM audit WHERE place <= 60"),
        (
            "an anchor made of the entry that stands there",
            "UPDATE audit_anchor SET place = 60, hash = (SELECT hash FROM audit WHERE place = 60);\
             DELETE FROM audit WHERE place <= 60",
        ),
        ("an anchor of another time", "UPDATE audit_anchor SET at = at + 1"),
        ("an anchor that says less went", "UPDATE audit_anchor SET removed = 1"),
        ("an anchor without a signature", "UPDATE audit_anchor SET signature = zeroblob(64)"),
        ("an anchor of nothing", "UPDATE audit_anchor SET hash = zeroblob(32)"),
        ("no entry that tells of it", "DELETE FROM audit WHERE act = 'store.shorten_audit'"),
        ("an end cut off", "DELETE FROM audit WHERE place > 90"),
    ];
    for (what, statements) in attacks {
        tamper(&context, &format!("{restore};{statements}"));
        assert!(fault(&context, Some(&head)).is_some(), "{what}");
    }
    tamper(&context, restore);
    assert_eq!(fault(&context, Some(&head)), None, "mended, it is whole");
}

#[test]
fn an_anchor_of_another_school_or_installation_does_not_count() {
    let (_folder, schools, context) = shortened();
    let verdict = context.database.verify_audit_telling(None, [7; 32], &mut |_, _| {}).unwrap();
    assert_eq!(verdict.fault, Some(Broken::Anchor));
    let copy = schools.duplicate(context.database.id).unwrap();
    let copy = shell(&schools, schools.get(copy).unwrap());
    assert_eq!(fault(&copy, None), Some(Broken::Anchor), "the same content under another school's name");
    assert_eq!(fault(&context, None), None);
}

#[test]
fn old_events_of_the_security_log_go_too() {
    let (_folder, schools, context) = school(1);
    let refused = context.as_actor(Actor::Job("test.other"));
    assert!(refused.write(KEEP.on(()), |_, _| Ok(())).is_err(), "which is written down");
    tamper(
        &context,
        "INSERT INTO security_log (id, at, event, detail, outcome) VALUES (randomblob(16), 1000, 'old', '', '');\
         INSERT INTO security_log (id, at, event, detail, outcome) VALUES (randomblob(16), 2000, 'old', '', '')",
    );
    schools.clock.advance(DAY);
    jobs::run_due(&context, &[SHORTENING]).unwrap();
    let left = context
        .read(LOOK.on(()), |read, _| {
            let all = Statement::from_string(DbBackend::Sqlite, "SELECT event AS n FROM security_log");
            Ok(read.db().query_all_raw(all)?.into_iter().map(|row| row.try_get::<String>("", "n").unwrap()).collect())
        })
        .map(|events: Vec<String>| (events.iter().filter(|event| *event == "old").count(), events.len()))
        .unwrap();
    assert_eq!(left.0, 0);
    assert!(left.1 > 0, "what is young stays");
}
