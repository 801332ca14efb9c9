//! What an erasure leaves in the file and in the log beside it: nothing (C001, C155).

use super::*;

static ERASE: Act<()> = Act::write_school("test.erase", &[registry::Purpose::Operation], &[Role::Shell]);

const NAME: &str = "Canary of one Erased Person";

/// How often the name stands in the decrypted pages.
fn left(context: &Context) -> usize {
    let pages = context.read(LOOK.on(()), |_, school| context.database.pages(school)).unwrap();
    pages.windows(NAME.len()).filter(|window| *window == NAME.as_bytes()).count()
}

fn with_a_pupil() -> (TempDir, Context) {
    let folder = tempfile::tempdir().unwrap();
    let schools = open(folder.path()).unwrap();
    let context = shell(&schools, schools.create().unwrap());
    write_down(&context, NAME).unwrap();
    for n in 0..300 {
        write_down(&context, &format!("Somebody Else {n}")).unwrap();
    }
    (folder, context)
}

fn forget(context: &Context) {
    context.erase(ERASE.on(()), |work, _| run(work.db(), &format!("DELETE FROM pupil WHERE name = '{NAME}'"))).unwrap();
}

#[test]
fn an_erasure_leaves_no_byte_in_the_file_or_in_its_log() {
    let (_folder, context) = with_a_pupil();
    assert!(left(&context) > 0, "the pages can be read");
    assert!(context.database.log_size() > 0, "there is a log to empty");
    forget(&context);
    assert_eq!(left(&context), 0);
    assert_eq!(context.database.log_size(), 0);
    assert_eq!(names(&context).unwrap().len(), 300);
}

#[test]
fn a_log_that_somebody_still_reads_is_emptied_when_they_are_done() {
    let (_folder, context) = with_a_pupil();
    let writer = context.clone();
    context
        .read(LOOK.on(()), |read, _| {
            let all = Statement::from_string(DbBackend::Sqlite, "SELECT name FROM pupil");
            assert_eq!(read.db().query_all_raw(all)?.len(), 301);
            forget(&writer);
            Ok(())
        })
        .unwrap();
    assert!(context.database.log_size() > 0, "the reader kept the log");
    context.database.flush().unwrap();
    assert_eq!((left(&context), context.database.log_size()), (0, 0));
}
