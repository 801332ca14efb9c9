//! Writes of one school at once: changes of one row, each on the disk before it is answered, beside the machine's own
//! rate of one commit after the other. On PostgreSQL too, where a server is named.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use installation::entry;
use registry::Purpose;
use rusqlite::Connection;
use sea_orm::{ConnectionTrait as _, Statement};
use store::{Act, Actor, Context, Location, Role};

use crate::Size;
use crate::line::{Goal, Line, Unit};
use crate::scene::Scene;

/// Not audited: one row is one row.
static WRITE: Act<()> = Act::write_school("bench.write", &[Purpose::Operation], &[Role::Shell]).quiet();

const WRITERS: usize = 64;

pub fn measure(size: Size) -> Vec<Line> {
    let scene = Scene::new(30);
    let each = size.of(100, 5);
    let limit = one_after_the_other(size.of(1_000, 50));
    let ours = together(&context(&scene, scene.entry.id), each);
    let mut lines = vec![line("one-row changes of 64 writers in a file, on the disk", ours, Some(limit))];
    let Ok(server) = std::env::var("HOMEROOM_TEST_POSTGRES") else {
        eprintln!("writes: HOMEROOM_TEST_POSTGRES names no server, so that row is left out");
        return lines;
    };
    let location: Location = format!("{server}?homeroom=bench{}", std::process::id()).parse().expect("an address");
    let database = scene.house.schools.create_at(&location).expect("a school");
    let id = database.id;
    let there = Context { database, ..context(&scene, scene.entry.id) };
    lines.push(line("the same on PostgreSQL", together(&there, each), None));
    drop(there);
    scene.house.schools.discard(id).expect("nothing is left");
    lines
}

fn line(what: &'static str, ours: f64, limit: Option<f64>) -> Line {
    // Without a limit there is nothing to reach: the figure is for who plans.
    let goal = if limit.is_some() { Goal::Share(5.0) } else { Goal::AtMost(f64::INFINITY) };
    Line { what, unit: Unit::EachSecond, ours, limit, goal }
}

fn context(scene: &Scene, id: store::DatabaseId) -> Context {
    let own = entry::own_context(&scene.house.schools).expect("the installation");
    Context { database: scene.house.schools.get(id).expect("the school"), actor: Actor::Shell, ..own }
}

/// Rows a second of writers that do not know of each other.
fn together(context: &Context, each: usize) -> f64 {
    let name = AtomicUsize::new(0);
    let begun = Instant::now();
    std::thread::scope(|threads| {
        for _ in 0..WRITERS {
            threads.spawn(|| {
                for _ in 0..each {
                    let name = format!("bench-{}", name.fetch_add(1, Ordering::Relaxed));
                    let change = |work: &store::Work| {
                        let add = "INSERT INTO module_off (module, since) VALUES ($1, $2)";
                        let db = work.db();
                        let values = [name.clone().into(), work.now.0.into()];
                        db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), add, values))?;
                        Ok(())
                    };
                    context.write(WRITE.on(()), |work, _| change(work)).expect("a change");
                }
            });
        }
    });
    (WRITERS * each) as f64 / begun.elapsed().as_secs_f64()
}

/// Rows a second with nothing around them: the same engine, encrypted, one commit for each.
fn one_after_the_other(rows: usize) -> f64 {
    let folder = tempfile::tempdir().expect("a folder");
    let open = Connection::open(folder.path().join("bare.db")).expect("a file");
    open.execute_batch(crate::bare::KEY).expect("a key");
    open.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE row (name TEXT PRIMARY KEY, at BIGINT)",
    )
    .expect("a table");
    let mut add = open.prepare("INSERT INTO row VALUES (?1, ?2)").expect("a statement");
    let begun = Instant::now();
    for n in 0..rows {
        add.execute((format!("bench-{n}"), 0)).expect("a row");
    }
    rows as f64 / begun.elapsed().as_secs_f64()
}
