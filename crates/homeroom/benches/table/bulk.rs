//! What a school of a gigabyte costs to keep: its backup and its move beside a copy of its file, and old rows that go
//! while somebody works.

use std::fs::{self, File};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use installation::entry;
use registry::Purpose;
use sea_orm::{ConnectionTrait as _, Statement, Value};
use store::backup::{Access, Settings, Wanted};
use store::{Act, Actor, Context, Location, Role, anchor};

use crate::Size;
use crate::line::{Goal, Line, Unit};
use crate::scene::Scene;

/// Not audited: nothing but the rows grows.
static FILL: Act<()> = Act::write_school("bench.fill", &[Purpose::Operation], &[Role::Shell]).quiet();

/// Older than any edition keeps a security log.
const YEARS_AGO: i64 = 1_000_000_000_000;

/// Letters of a row's text where the file is to be large.
const WIDE: i64 = 1_000;

/// A backup, checked by restoring it, and a move there and back.
pub fn keeping(size: Size) -> Vec<Line> {
    let scene = Scene::new(30);
    let context = context(&scene);
    fill(&context, size.of(1_000_000, 2_000), WIDE, context.clock.now().0);
    let schools = &scene.house.schools;
    let file = schools.file(scene.entry.id);
    context.database.flush().expect("the log is in the file");
    let copied = copied(&file, scene.here());
    eprintln!("keeping: {} MB", fs::metadata(&file).expect("a file").len() >> 20);
    let to = scene.here().join("backups").display().to_string();
    let settings = Settings::new(&[to], &[], "02:30", &Access::default()).expect("settings");
    let backed_up = timed(|| {
        let made = schools.back_up(&settings, &[Wanted { id: scene.entry.id, days: 7 }], &mut |_, _| {});
        assert!(made.expect("a backup").problems.is_empty());
    });
    let line = |what, took: Duration, times| Line {
        what,
        unit: Unit::Seconds,
        ours: took.as_secs_f64(),
        limit: Some(copied.as_secs_f64()),
        goal: Goal::Times(times),
    };
    let mut lines = vec![line("a backup of 1 GB, beside a copy of the file", backed_up, 2.0)];
    let Ok(server) = std::env::var("HOMEROOM_TEST_POSTGRES") else {
        eprintln!("keeping: HOMEROOM_TEST_POSTGRES names no server, so the move is left out");
        return lines;
    };
    let there: Location = format!("{server}?homeroom=bench{}", std::process::id()).parse().expect("an address");
    drop(context);
    let moving = |to: &Location| timed(|| drop(schools.move_to(scene.entry.id, to).expect("a move")));
    lines.push(line("its move to PostgreSQL", moving(&there), 5.0));
    lines.push(line("and back", moving(&Location::Folder), 5.0));
    schools.confirm_move(scene.entry.id, Some(&there)).expect("nothing is left");
    lines
}

/// A fifth of the security log is too old, while changes of one row go on.
pub fn deletion(size: Size) -> Vec<Line> {
    let scene = Scene::new(30);
    let context = context(&scene);
    let old = size.of(2_000_000, 20_000);
    // Each in a millisecond of its own, as they come.
    fill(&context, old, 16, YEARS_AGO);
    fill(&context, 4 * old, 16, context.clock.now().0);
    // What filling has left in the log is not what is measured.
    context.sweep(FILL.on(()), |_, _| Ok(())).expect("the log is in the file");
    let is_done = AtomicBool::new(false);
    let (took, longest) = std::thread::scope(|threads| {
        let foreground = threads.spawn(|| {
            let mut longest = Duration::ZERO;
            while !is_done.load(Ordering::Relaxed) {
                longest = longest.max(timed(|| fill(&context, 1, 16, context.clock.now().0)));
                std::thread::sleep(Duration::from_millis(5));
            }
            longest
        });
        let job = context.as_actor(Actor::Job(anchor::SHORTENING.name));
        let took = timed(|| (anchor::SHORTENING.run)(&job).expect("the old rows go"));
        is_done.store(true, Ordering::Relaxed);
        (took, foreground.join().expect("changes go on"))
    });
    let fixed = |what, unit, ours, most| Line { what, unit, ours, limit: None, goal: Goal::AtMost(most) };
    let seconds = took.as_secs_f64() * 2_000_000.0 / old as f64;
    vec![
        fixed("2,000,000 of 10,000,000 old rows go", Unit::Seconds, seconds, 10.0),
        fixed("the longest that a change waits meanwhile", Unit::Millis, longest.as_secs_f64() * 1e3, 60.0),
    ]
}

fn timed(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

fn context(scene: &Scene) -> Context {
    let own = entry::own_context(&scene.house.schools).expect("the installation");
    Context { database: scene.house.schools.get(scene.entry.id).expect("the school"), actor: Actor::Shell, ..own }
}

/// Rows of the security log from a moment on, each with so many letters. Their ids follow the time, as the store's do.
fn fill(context: &Context, rows: usize, letters: i64, at: i64) {
    const ADD: &str = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1) \
                       INSERT INTO security_log (id, at, event, detail, outcome) \
                       SELECT CAST(unhex(printf('%012x', $2 + i)) || randomblob(10) AS BLOB), $2 + i, 'bench', hex(randomblob($3)), 'noted' FROM n";
    let values: [Value; 3] = [i64::try_from(rows).expect("a number").into(), at.into(), (letters / 2).into()];
    let add = |work: &store::Work| {
        let db = work.db();
        db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), ADD, values))?;
        Ok(())
    };
    context.write(FILL.on(()), |work, _| add(work)).expect("rows");
}

/// How long the machine takes for the bare bytes, on the disk; once to warm up.
fn copied(file: &Path, here: &Path) -> Duration {
    let copy = here.join("copy");
    let once = || {
        fs::copy(file, &copy).and_then(|_| File::open(&copy)?.sync_all()).expect("a copy");
        fs::remove_file(&copy).expect("it goes");
    };
    once();
    timed(once)
}
