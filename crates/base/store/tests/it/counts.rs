//! A list is counted once, until somebody writes what was counted.

use sea_orm::ConnectionTrait as _;

use super::*;

fn how_many(db: &DatabaseConnection) -> i64 {
    let count = Statement::from_string(DbBackend::Sqlite, "SELECT COUNT(*) AS num_items FROM (SELECT name FROM pupil)");
    db.query_one_raw(count).unwrap().unwrap().try_get("", "num_items").unwrap()
}

fn counted(context: &Context) -> i64 {
    context.read(LOOK.on(()), |read, _| Ok(how_many(read.db()))).unwrap()
}

#[test]
fn a_count_follows_every_commit() {
    let folder = tempfile::tempdir().unwrap();
    let schools = open(folder.path()).unwrap();
    let context = shell(&schools, schools.create().unwrap());
    assert_eq!([counted(&context), counted(&context)], [0, 0]);
    write_down(&context, "Ida").unwrap();
    write_down(&context, "Ben").unwrap();
    assert_eq!([counted(&context), counted(&context)], [2, 2]);
    // Read entries are written between: they are books of another table.
    context.database.flush().unwrap();
    assert_eq!(counted(&context), 2);
    context.write(KEEP.on(()), |work, _| run(work.db(), "DELETE FROM pupil WHERE name = 'Ida'")).unwrap();
    assert_eq!(counted(&context), 1, "taking away is a change too");
}

#[test]
fn a_change_counts_what_it_has_made_and_its_undoing_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let schools = open(folder.path()).unwrap();
    let context = shell(&schools, schools.create().unwrap());
    assert_eq!(counted(&context), 0);
    let undone = context.write(KEEP.on(()), |work, _| {
        run(work.db(), "INSERT INTO pupil VALUES (randomblob(16), 'Half')")?;
        assert_eq!(how_many(work.db()), 1);
        assert_eq!(counted(&context), 0, "who looks meanwhile sees what was");
        Err::<(), _>(kernel::Error::NotFound)
    });
    assert!(undone.is_err());
    assert_eq!(counted(&context), 0);
}

#[test]
fn a_look_that_began_before_a_change_leaves_no_old_count_behind() {
    let folder = tempfile::tempdir().unwrap();
    let schools = open(folder.path()).unwrap();
    let context = shell(&schools, schools.create().unwrap());
    context
        .read(LOOK.on(()), |read, _| {
            // The look's snapshot is the first thing it reads.
            read.db().query_one_raw(Statement::from_string(DbBackend::Sqlite, "SELECT name AS n FROM pupil")).unwrap();
            write_down(&context, "Ida").unwrap();
            assert_eq!(how_many(read.db()), 0);
            Ok(())
        })
        .unwrap();
    assert_eq!(counted(&context), 1);
}
