//! What was counted or found is known, until somebody writes what was read.

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

static ASK: Act<()> = Act::read_school("test.ask", &[Purpose::Administration], &[Role::Visitor]).quiet();

#[test]
fn a_look_is_given_again_until_one_of_its_tables_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let schools = open(folder.path()).unwrap();
    let shell = shell(&schools, schools.create().unwrap());
    let visitor = shell.as_actor(store::Actor::Visitor);
    let looks = std::cell::Cell::new(0);
    let first = |key: &str| {
        visitor
            .read_again(ASK.on(()), key, |read, _| {
                looks.set(looks.get() + 1);
                let sql =
                    Statement::from_string(DbBackend::Sqlite, "SELECT name AS n FROM pupil ORDER BY name LIMIT 1");
                Ok(read.db().query_one_raw(sql).unwrap().map(|row| row.try_get::<String>("", "n").unwrap()))
            })
            .unwrap()
    };
    assert_eq!((first("a"), first("a"), looks.get()), (None, None, 2), "nothing is not remembered");
    write_down(&shell, "Ida").unwrap();
    assert_eq!((first("a").as_deref(), first("a").as_deref(), looks.get()), (Some("Ida"), Some("Ida"), 3));
    assert_eq!((first("b").as_deref(), looks.get()), (Some("Ida"), 4), "another key is another question");
    shell.database.flush().unwrap();
    assert_eq!((first("a").as_deref(), looks.get()), (Some("Ida"), 4), "books of other tables change nothing");
    write_down(&shell, "Ben").unwrap();
    assert_eq!((first("a").as_deref(), looks.get()), (Some("Ben"), 5));
    shell.clock.advance(kernel::clock::DAY);
    assert_eq!((first("a").as_deref(), looks.get()), (Some("Ben"), 6), "another day is another question");
    assert!(visitor.read_again(KEEP_STRICTLY.on(()), "a", |_, _| Ok(Some(()))).is_err(), "an entry would be late");
}

static KEEP_STRICTLY: Act<()> = Act::read_school("test.strict", &[Purpose::Administration], &[Role::Visitor]).strict();

#[test]
fn what_is_given_again_is_asked_for_by_one_person_alone_and_noted_each_time() {
    let folder = tempfile::tempdir().unwrap();
    let schools = open(folder.path()).unwrap();
    let shell = shell(&schools, schools.create().unwrap());
    let person = |n: u128, roles: &[Role]| {
        let id = uuid::Uuid::from_u128(n);
        let roles = roles.to_vec();
        let person = store::Person { account: id, session: id, staff: None, guardian: None, student: None, roles };
        shell.as_actor(store::Actor::Person(person))
    };
    let looks = std::cell::Cell::new(0);
    let ask = |context: &Context| {
        let look = |_: &store::Read, _| {
            looks.set(looks.get() + 1);
            Ok(Some(looks.get()))
        };
        context.read_again(SEE.on(()), "", look)
    };
    let (one, other) = (person(1, &[Role::Teacher]), person(2, &[Role::Teacher]));
    let before = shell.database.verify_audit(None).unwrap().entries;
    assert_eq!((ask(&one).unwrap(), ask(&one).unwrap(), ask(&other).unwrap()), (Some(1), Some(1), Some(2)));
    assert!(ask(&person(1, &[Role::Guardian])).is_err(), "who lost the role is refused");
    shell.database.flush().unwrap();
    assert_eq!(shell.database.verify_audit(None).unwrap().entries, before + 3);
    let grant = store::Support { operator: uuid::Uuid::nil(), grant: uuid::Uuid::nil() };
    let support = shell.as_actor(store::Actor::Support(grant));
    assert_eq!(
        (ask(&support).unwrap(), ask(&support).unwrap()),
        (Some(3), Some(4)),
        "each on record before the answer"
    );
    assert_eq!(shell.database.verify_audit(None).unwrap().entries, before + 5);
}

static SEE: Act<()> = Act::read_school("test.see", &[Purpose::Administration], &[Role::Teacher, Role::Support]);
