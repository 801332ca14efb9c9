//! The audit chain notices every change of its past (C156, C157).

use store::Schools;
use store::audit::Head;

use super::*;

const LENGTH: i64 = 200;

/// A chain of [`LENGTH`] entries, its head, and a copy to mend it from.
fn chain() -> (TempDir, Schools, Context, Head) {
    let folder = tempfile::tempdir().unwrap();
    let schools = open(folder.path()).unwrap();
    let context = shell(&schools, schools.create().unwrap());
    for _ in 0..LENGTH {
        schools.clock.advance(1_000);
        names(&context).unwrap();
    }
    context.database.flush().unwrap();
    tamper(&context, "CREATE TABLE copy AS SELECT * FROM audit");
    let verdict = context.database.verify_audit(None).unwrap();
    assert_eq!((verdict.entries, verdict.fault), (LENGTH, None));
    let head = context.database.audit_head().unwrap().unwrap();
    assert_eq!(head.place, LENGTH);
    (folder, schools, context, head)
}

/// Runs statements with a semicolon between them.
fn tamper(context: &Context, statements: &str) {
    context.write(TOUCH.on(()), |work, _| statements.split(';').try_for_each(|sql| run(work.db(), sql))).unwrap();
}

/// The same, on the chain as it was.
fn tampered(context: &Context, statements: &str) {
    tamper(context, &format!("DELETE FROM audit;INSERT INTO audit SELECT * FROM copy;{statements}"));
}

/// At every place, `statements` must be found, and the words name where.
fn is_found_everywhere(places: impl Iterator<Item = i64>, statements: impl Fn(i64) -> String) {
    let (_folder, _schools, context, head) = chain();
    for place in places {
        tampered(&context, &statements(place));
        let verdict = context.database.verify_audit(Some(&head)).unwrap();
        assert!(verdict.fault.is_some(), "at {place}: {}", statements(place));
    }
    tampered(&context, "DELETE FROM audit WHERE place > 100000");
    assert_eq!(context.database.verify_audit(Some(&head)).unwrap().fault, None, "mended, it is whole");
}

#[test]
fn an_edited_entry_is_found_at_every_place() {
    const EDITS: [&str; 10] = [
        "at = at + 1",
        "account = randomblob(16)",
        "roles = 'office'",
        "act = 'students.see'",
        "purpose = 'teaching'",
        "kind = ''",
        "kind = '-'",
        "object = zeroblob(16)",
        "outcome = 'refused'",
        "hash = randomblob(32)",
    ];
    is_found_everywhere(1..=LENGTH, |place| {
        let edit = EDITS[usize::try_from(place).unwrap() % EDITS.len()];
        format!("UPDATE audit SET {edit} WHERE place = {place}")
    });
}

#[test]
fn a_deleted_entry_is_found_at_every_place() {
    is_found_everywhere(1..=LENGTH, |place| format!("DELETE FROM audit WHERE place = {place}"));
}

#[test]
fn a_deleted_entry_is_found_when_the_rest_moves_up() {
    is_found_everywhere(1..=LENGTH, |place| {
        format!(
            "DELETE FROM audit WHERE place = {place};UPDATE audit SET place = -place + 1 WHERE place > {place};\
             UPDATE audit SET place = -place WHERE place < 0"
        )
    });
}

#[test]
fn two_entries_that_changed_places_are_found_at_every_place() {
    is_found_everywhere(1..LENGTH, |place| {
        let next = place + 1;
        format!(
            "UPDATE audit SET place = -1 WHERE place = {place};UPDATE audit SET place = {place} WHERE place = {next};\
             UPDATE audit SET place = {next} WHERE place = -1"
        )
    });
}

#[test]
fn an_entry_put_in_is_found_at_every_place() {
    is_found_everywhere(1..=LENGTH, |place| {
        let next = place + 1;
        format!(
            "UPDATE audit SET place = -place - 1 WHERE place > {place};UPDATE audit SET place = -place WHERE place < 0;\
             INSERT INTO audit SELECT {next}, at, account, roles, act, purpose, kind, object, outcome, hash FROM audit WHERE place = {place}"
        )
    });
}

#[test]
fn an_entry_put_before_the_first_is_found() {
    is_found_everywhere([0, -1, -500].into_iter(), |place| {
        format!(
            "INSERT INTO audit SELECT {place}, at, account, roles, act, purpose, kind, object, outcome, hash FROM audit WHERE place = 1"
        )
    });
}

#[test]
fn a_chain_cut_off_anywhere_is_found_against_the_kept_head() {
    is_found_everywhere(0..LENGTH, |place| format!("DELETE FROM audit WHERE place > {place}"));
}

#[test]
fn a_chain_that_grew_still_holds_the_kept_head() {
    let (_folder, _schools, context, head) = chain();
    write_down(&context, "One More").unwrap();
    let verdict = context.database.verify_audit(Some(&head)).unwrap();
    assert_eq!((verdict.entries, verdict.fault), (LENGTH + 1, None));
    let printed: Head = head.to_string().parse().unwrap();
    assert_eq!(printed, head);
}

#[test]
fn another_schools_head_is_not_in_this_chain() {
    let (_folder, schools, context, _) = chain();
    let other = shell(&schools, schools.create().unwrap());
    write_down(&other, "Somebody").unwrap();
    let foreign = other.database.audit_head().unwrap().unwrap();
    assert!(context.database.verify_audit(Some(&foreign)).unwrap().fault.is_some());
}
