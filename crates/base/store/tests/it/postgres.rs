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

fn pupil(context: &Context, name: &str) -> Result<()> {
    let id = context.random.uuid(context.clock.now());
    say(context, &format!("INSERT INTO pupil (id, name) VALUES ('{id}', '{name}')"))
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
