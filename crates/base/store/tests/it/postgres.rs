//! The other engine: a school in a schema of its own. These need a server, which the test command starts; without one
//! they say so and pass.

use sea_orm::{ConnectionTrait as _, DbBackend, Statement};
use store::{Context, DataFolder, DatabaseId, Location, Migration, Register, Schools};

use super::*;

/// A house whose schools have ids that nobody else on the server has.
fn house(folder: &Path) -> Option<(Schools, Location)> {
    let Ok(url) = std::env::var("HOMEROOM_TEST_POSTGRES") else {
        eprintln!("skipped: HOMEROOM_TEST_POSTGRES names no server");
        return None;
    };
    let random = Random::System;
    let folder = DataFolder::open(folder, &random).unwrap();
    let migrations = vec![Migration { name: "test/0001_pupils", up: pupils }];
    let clock = Clock::manual(Timestamp(1_793_610_000_000));
    let schools = Schools::new(folder, clock, random, migrations, Vec::new(), Register::default());
    Some((schools, url.parse().unwrap()))
}

fn school(schools: &Schools, location: &Location) -> (DatabaseId, Context) {
    let database = schools.create_at(location).unwrap();
    (database.id, shell(schools, database))
}

fn say(context: &Context, sql: &str) -> Result<()> {
    context.write(TOUCH.on(()), |work, _| {
        work.db().execute_raw(Statement::from_string(DbBackend::Postgres, sql))?;
        Ok(())
    })
}

pub(super) fn pupil(context: &Context, name: &str) -> Result<()> {
    let id = context.random.uuid(context.clock.now());
    context.write(TOUCH.on(()), |work, _| {
        let values = [id.into(), name.into()];
        let db = work.db();
        let add = "INSERT INTO pupil (id, name) VALUES ($1, $2)";
        db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), add, values))?;
        Ok(())
    })
}

#[test]
fn a_school_is_founded_written_read_closed_opened_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let Some((schools, location)) = house(folder.path()) else { return };
    let (id, context) = school(&schools, &location);
    pupil(&context, "Ada").unwrap();
    pupil(&context, "Bo").unwrap();
    assert_eq!(names(&context).unwrap(), ["Ada", "Bo"]);
    let verdict = context.database.verify_audit(None).unwrap();
    assert!(verdict.fault.is_none(), "{verdict:?}");
    drop(context);
    schools.flush().unwrap();
    drop(schools);
    let (schools, _) = house(folder.path()).unwrap();
    let context = shell(&schools, schools.get(id).unwrap());
    assert_eq!(names(&context).unwrap(), ["Ada", "Bo"]);
    drop(context);
    schools.discard(id).unwrap();
    assert!(schools.get(id).is_err());
}

/// Two schools on one server, and what one asks of the other.
#[test]
fn a_transaction_of_one_school_cannot_read_another_by_asking_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let Some((schools, location)) = house(folder.path()) else { return };
    let ((a, in_a), (b, in_b)) = (school(&schools, &location), school(&schools, &location));
    pupil(&in_a, "Canary A").unwrap();
    pupil(&in_b, "Canary B").unwrap();
    // What the witness cannot read is refused before it reaches the server: another schema, another role.
    let other = format!("s_{}", a.0.simple());
    let asked = [
        format!("INSERT INTO pupil (id, name) SELECT id, name FROM {other}.pupil"),
        format!("SET ROLE {other}"),
        "RESET ROLE".to_owned(),
        format!("SET search_path TO {other}"),
        format!("GRANT USAGE ON SCHEMA {other} TO PUBLIC"),
        "SELECT set_config('role', 'postgres', false)".to_owned(),
    ];
    for asked in asked {
        assert!(say(&in_b, &asked).is_err(), "{asked}");
    }
    assert_eq!(names(&in_b).unwrap(), ["Canary B"]);
    // And what reaches the server, with the login's own connection, is refused there: as the login, as the school.
    let mut login =
        ::postgres::Client::connect(&std::env::var("HOMEROOM_TEST_POSTGRES").unwrap(), ::postgres::NoTls).unwrap();
    let all = format!("SELECT name FROM {other}.pupil");
    let fault = |error: ::postgres::Error| error.as_db_error().unwrap().message().to_owned();
    assert_eq!(login.query(&all, &[]).map_err(fault).unwrap_err(), format!("permission denied for schema {other}"));
    login.batch_execute(&format!("BEGIN; SET LOCAL ROLE s_{}", b.0.simple())).unwrap();
    assert_eq!(login.query(&all, &[]).map_err(fault).unwrap_err(), format!("permission denied for schema {other}"));
    drop(login);
    for id in [a, b] {
        schools.discard(id).unwrap();
    }
}

/// One connection serves every school: whatever the one before did, the next finds its own rows and no other's.
#[test]
fn no_role_and_no_path_leaks_from_one_school_to_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let Some((schools, location)) = house(folder.path()) else { return };
    let all: Vec<_> = (0..4).map(|_| school(&schools, &location)).collect();
    for round in 0..30 {
        let (n, (_, context)) = (round % 4, &all[round % 4]);
        pupil(context, &format!("pupil of {n}")).unwrap();
        match round % 5 {
            // A change that fails, one that panics in the middle, a statement that the server refuses.
            0 => assert!(context.write(TOUCH.on(()), |_, _| -> Result<()> { Err(kernel::Error::NotFound) }).is_err()),
            1 => {
                let panics = || context.write(TOUCH.on(()), |_, _| -> Result<()> { panic!("a fault") });
                assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(panics)).is_err());
            }
            2 => assert!(say(context, "INSERT INTO pupil (id, name) VALUES ('no id', 'x')").is_err()),
            3 => assert!(say(context, "SELECT 1; SET search_path TO public").is_err()),
            _ => {}
        }
        for (n, (_, context)) in all.iter().enumerate() {
            let own = format!("pupil of {n}");
            assert!(names(context).unwrap().iter().all(|name| *name == own), "round {round}");
        }
    }
    for (id, context) in all {
        assert!(context.database.verify_audit(None).unwrap().fault.is_none());
        assert!(names(&context).unwrap().len() >= 7);
        drop(context);
        schools.discard(id).unwrap();
    }
}

/// Every row across and back again, while somebody writes all the time.
#[test]
fn a_school_moves_there_and_back_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let Some((schools, location)) = house(folder.path()) else { return };
    let database = schools.create_at(&Location::Folder).unwrap();
    let id = database.id;
    let context = shell(&schools, database);
    for n in 0..50 {
        pupil(&context, &format!("before {n:02}")).unwrap();
    }
    let stop = std::sync::atomic::AtomicBool::new(false);
    let written = std::thread::scope(|threads| {
        // With the handle from before the moves, as a request has it that is at work meanwhile.
        let writer = threads.spawn(|| {
            let mut written = Vec::new();
            while !stop.load(std::sync::atomic::Ordering::SeqCst) {
                let name = format!("meanwhile {:05}", written.len());
                match pupil(&context, &name) {
                    Ok(()) => written.push(name),
                    Err(kernel::Error::Busy) => {}
                    Err(other) => panic!("{other}"),
                }
            }
            written
        });
        let there = schools.move_to(id, &location);
        let left = schools.left_behind(id);
        std::thread::sleep(std::time::Duration::from_millis(200));
        let back = schools.move_to(id, &Location::Folder);
        stop.store(true, std::sync::atomic::Ordering::SeqCst);
        let written = writer.join().unwrap();
        assert!(there.unwrap().rows >= 50 && left.is_some());
        back.unwrap();
        written
    });
    assert!(written.len() > 10, "{} while it moved", written.len());
    let now = shell(&schools, schools.get(id).unwrap());
    let all = names(&now).unwrap();
    assert_eq!(all.len(), 50 + written.len(), "none is lost, none is there twice");
    assert!(written.iter().all(|name| all.contains(name)));
    assert!(now.database.verify_audit(None).unwrap().fault.is_none());
    schools.confirm_move(id, Some(&location)).unwrap();
    schools.discard(id).unwrap();
}

/// What an erasure takes away stands in the ledger alike, whichever engine saw it: rows, what goes with them, values,
/// references, keys that are only digested.
#[test]
fn both_engines_see_the_same_erasure() {
    let folder = tempfile::tempdir().unwrap();
    if house(folder.path()).is_none() {
        return;
    }
    let schools = super::erasures::house(folder.path()).unwrap();
    let url = format!("{}?homeroom=x{}", std::env::var("HOMEROOM_TEST_POSTGRES").unwrap(), std::process::id());
    let ids = [Location::Folder, url.parse().unwrap()].map(|location| {
        let context = shell(&schools, schools.create_at(&location).unwrap());
        let id = |n: u8| match location {
            Location::Folder => format!("X'{}'", format!("{n:02x}").repeat(16)),
            Location::Postgres(_) => format!("'{}'", uuid::Uuid::from_bytes([n; 16])),
        };
        let (ada, ben, mark, other) = (id(1), id(2), id(3), id(4));
        for made in [
            format!(
                "INSERT INTO child VALUES ({ada}, 'Ada', 'nick', '2016-05-04'), ({ben}, 'Ben', NULL, '2016-05-05')"
            ),
            format!("INSERT INTO mark VALUES ({mark}, {ada}, 'one'), ({other}, {ben}, 'two')"),
            "INSERT INTO setting VALUES ('a key''s name', 'x'), ('other', 'y')".to_owned(),
        ] {
            say(&context, &made).unwrap();
        }
        // Nothing of this is an erasure.
        say(&context, "UPDATE child SET name = 'Adah' WHERE nick = 'nick'").unwrap();
        let erase = |sql: String| {
            context
                .erase(super::erasures::ERASE.on(()), |work, _| {
                    work.db().execute_raw(Statement::from_string(DbBackend::Postgres, sql))?;
                    Ok(())
                })
                .unwrap();
        };
        erase(format!("UPDATE mark SET child_id = {ben} WHERE id = {mark}"));
        erase(format!("UPDATE child SET nick = NULL, born = '2017-01-01' WHERE id = {ada}"));
        erase("DELETE FROM setting WHERE value = 'x'".to_owned());
        erase(format!("DELETE FROM child WHERE id = {ben}"));
        // Refused after all: nothing of it is kept.
        let failed = context.erase(super::erasures::ERASE.on(()), |work, _| -> Result<()> {
            work.db().execute_raw(Statement::from_string(DbBackend::Postgres, "DELETE FROM child"))?;
            Err(kernel::Error::NotFound)
        });
        assert!(failed.is_err());
        context.database.id
    });
    let [file, there] = ids.map(|id| schools.folder.ledger.erased_after(0, id).unwrap());
    assert!(file.len() >= 7, "{file:#?}");
    let sorted = |steps: Vec<store::ledger::Step>| {
        let mut lines: Vec<String> = steps.iter().map(|step| format!("{step:?}")).collect();
        lines.sort();
        lines
    };
    assert_eq!(sorted(file), sorted(there));
    schools.discard(ids[1]).unwrap();
}

/// The server ends our connections at any moment, as it does when it restarts: what was acknowledged is there, what was
/// not is told so, and the next change finds a new connection.
#[test]
fn a_connection_that_is_lost_loses_nothing_that_was_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let Some((schools, location)) = house(folder.path()) else { return };
    let (id, context) = school(&schools, &location);
    let superuser = std::env::var("HOMEROOM_TEST_POSTGRES").unwrap().replace("homeroom@", "postgres@");
    let mut superuser = ::postgres::Client::connect(&superuser, ::postgres::NoTls).unwrap();
    let stop = std::sync::atomic::AtomicBool::new(false);
    let (written, refused) = std::thread::scope(|threads| {
        let writers: Vec<_> = (0..4)
            .map(|writer| {
                let (context, stop) = (&context, &stop);
                threads.spawn(move || {
                    let (mut written, mut refused) = (Vec::new(), 0);
                    while !stop.load(std::sync::atomic::Ordering::SeqCst) {
                        let name = format!("{writer} {:05}", written.len() + refused);
                        match pupil(context, &name) {
                            Ok(()) => written.push(name),
                            Err(_) => refused += 1,
                        }
                    }
                    (written, refused)
                })
            })
            .collect();
        // Of the role of this school only: other tests have connections of the same login.
        let own = format!(
            "SELECT pg_terminate_backend(l.pid) FROM pg_locks AS l JOIN pg_class AS c ON c.oid = l.relation \
             JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname = 's_{}'",
            id.0.simple()
        );
        let mut ended = 0;
        while ended < 25 {
            std::thread::sleep(std::time::Duration::from_millis(15));
            ended += superuser.query(&own, &[]).unwrap().len();
        }
        stop.store(true, std::sync::atomic::Ordering::SeqCst);
        let ends: Vec<(Vec<String>, usize)> = writers.into_iter().map(|writer| writer.join().unwrap()).collect();
        let refused: usize = ends.iter().map(|(_, refused)| refused).sum();
        (ends.into_iter().flat_map(|(written, _)| written).collect::<Vec<_>>(), refused)
    });
    assert!(written.len() > 20 && refused > 0, "{} written, {refused} refused", written.len());
    let all = names(&context).unwrap();
    assert!(written.iter().all(|name| all.contains(name)), "an acknowledged change is gone");
    assert!(context.database.verify_audit(None).unwrap().fault.is_none());
    pupil(&context, "afterwards").unwrap();
    schools.discard(id).unwrap();
}

/// A newer release finds its tables older: it keeps a copy of the rows before it changes them.
#[test]
fn before_an_upgrade_the_rows_are_kept_in_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let Some((schools, location)) = house(folder.path()) else { return };
    let (id, context) = school(&schools, &location);
    pupil(&context, "Ada").unwrap();
    drop((context, schools));
    fn more(schema: &Schema) -> Result<()> {
        schema.add("pupil", store::migrate::maybe(text("nick")))
    }
    let newer = |folder: &Path| {
        let random = Random::System;
        let data = DataFolder::open(folder, &random).unwrap();
        let migrations =
            vec![Migration { name: "test/0001_pupils", up: pupils }, Migration { name: "test/0002_nick", up: more }];
        let clock = Clock::manual(Timestamp(1_793_610_000_000));
        Schools::new(data, clock, random, migrations, Vec::new(), Register::default())
    };
    let schools = newer(folder.path());
    let context = shell(&schools, schools.get(id).unwrap());
    say(&context, "UPDATE pupil SET nick = 'A' WHERE name = 'Ada'").unwrap();
    assert_eq!(names(&context).unwrap(), ["Ada"]);
    let kept = schools.folder.upgrades().join(env!("CARGO_PKG_VERSION")).join(format!("{id}.db"));
    assert!(kept.metadata().unwrap().len() > 4_096, "the copy holds something");
    drop((context, schools));
    // The release before refuses what the newer one has written.
    let (older, _) = house(folder.path()).unwrap();
    let error = older.get(id).err().unwrap().to_string();
    assert!(error.contains("newer Homeroom"), "{error}");
    drop(older);
    newer(folder.path()).discard(id).unwrap();
}

/// The same place by another spelling of its address is not taken for another: nothing of the school is removed.
#[test]
fn a_school_is_not_removed_by_another_spelling_of_where_it_lies() {
    let folder = tempfile::tempdir().unwrap();
    let Some((schools, location)) = house(folder.path()) else { return };
    let (id, context) = school(&schools, &location);
    pupil(&context, "Ada").unwrap();
    let Location::Postgres(url) = &location else { panic!("no address") };
    let other: Location = format!("{url}?connect_timeout=7").parse().unwrap();
    assert!(schools.move_to(id, &other).is_err());
    assert!(schools.confirm_move(id, Some(&other)).is_err());
    assert_eq!(names(&context).unwrap(), ["Ada"]);
    schools.discard(id).unwrap();
}
