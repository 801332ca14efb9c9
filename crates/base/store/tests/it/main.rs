//! The files of a house: what they hide, what they notice, how they fail.

mod arrival;
mod backup;
mod bucket;
mod chain;
mod damage;
#[cfg(unix)]
mod disk;
mod ended;
mod erase;
mod erasures;
mod group;
mod heads;
mod keys;
mod keys_postgres;
mod many;
mod media;
mod memory;
mod postgres;
mod processes;
#[path = "../../../place/tests/it/s3.rs"]
mod s3;
mod sealed;
mod secrecy;
mod signing;
mod upgrade;
mod work;

use std::path::Path;
use std::sync::Arc;

use kernel::{Clock, Random, Result, Timestamp};
use registry::Purpose;
use sea_orm::{ConnectionTrait as _, DatabaseConnection, DbBackend, Statement};
use store::migrate::{Schema, id, table, text};
use store::{Act, Actor, Context, DataFolder, Database, DatabaseId, Migration, Register, Role, Schools};
use tempfile::TempDir;

/// Not audited, so that a test can touch the chain without lengthening it.
static TOUCH: Act<()> = Act::write_school("test.touch", &[Purpose::Operation], &[Role::Shell]).quiet();
static KEEP: Act<()> = Act::write_school("test.keep", &[Purpose::Operation], &[Role::Shell]);
static LOOK: Act<()> = Act::read_school("test.look", &[Purpose::Operation], &[Role::Shell]);

fn pupils(schema: &Schema) -> Result<()> {
    schema.create(&table("pupil", vec![id(), text("name")]))
}

fn open(folder: &Path) -> Result<Schools> {
    let random = Random::seeded(5);
    let folder = DataFolder::open(folder, &random)?;
    let migrations = vec![Migration { name: "test/0001_pupils", up: pupils }];
    let schools = Schools::new(
        folder,
        Clock::manual(Timestamp(1_793_610_000_000)),
        random,
        migrations,
        Vec::new(),
        Register::default(),
    );
    schools.control()?;
    Ok(schools)
}

fn shell(schools: &Schools, database: Arc<Database>) -> Context {
    let (clock, random) = (schools.clock.clone(), schools.random.clone());
    Context { database, actor: Actor::Shell, clock, random, network: None }
}

fn run(db: &DatabaseConnection, sql: &str) -> Result<()> {
    db.execute_raw(Statement::from_string(DbBackend::Sqlite, sql))?;
    Ok(())
}

fn names(context: &Context) -> Result<Vec<String>> {
    context.read(LOOK.on(()), |read, _| {
        let all = Statement::from_string(DbBackend::Sqlite, "SELECT name AS n FROM pupil ORDER BY name");
        let rows = read.db().query_all_raw(all)?;
        Ok(rows.into_iter().map(|row| row.try_get::<String>("", "n").unwrap()).collect())
    })
}

fn write_down(context: &Context, name: &str) -> Result<()> {
    context
        .write(KEEP.on(()), |work, _| run(work.db(), &format!("INSERT INTO pupil VALUES (randomblob(16), '{name}')")))
}

/// Two schools with a pupil of the same name, closed again.
fn two_schools() -> (TempDir, [DatabaseId; 2]) {
    let folder = tempfile::tempdir().unwrap();
    let schools = open(folder.path()).unwrap();
    let ids = [(); 2].map(|()| {
        let database = schools.create().unwrap();
        let id = database.id;
        let context = shell(&schools, database);
        context
            .write(TOUCH.on(()), |work, _| {
                let row = |n| format!("INSERT INTO pupil VALUES (randomblob(16), 'Canary Example Surname {n}')");
                (0..200).try_for_each(|n| run(work.db(), &row(n)))
            })
            .unwrap();
        id
    });
    drop(schools);
    (folder, ids)
}
