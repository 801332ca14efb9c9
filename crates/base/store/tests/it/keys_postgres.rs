//! Another key for a school on PostgreSQL, and the end of one there (C004). Each is cut off after each thing that was
//! done, and the folder opened again by a house that knows nothing of it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use store::{Context, DatabaseId, Location, Schools};

use super::keys::leftovers;
use super::postgres::pupil;
use super::sealed::{note, notes, open_with_notes};
use super::*;

fn place() -> Option<Location> {
    let url = std::env::var("HOMEROOM_TEST_POSTGRES").ok();
    if url.is_none() {
        eprintln!("skipped: HOMEROOM_TEST_POSTGRES names no server");
    }
    url.map(|url| url.parse().unwrap())
}

fn school(schools: &Schools, at: &Location) -> (DatabaseId, Context) {
    let context = shell(schools, schools.create_at(at).unwrap());
    pupil(&context, "Ada").unwrap();
    note(&context, "Sees badly").unwrap();
    (context.database.id, context)
}

fn is_whole(folder: &Path, id: DatabaseId, at: &str) {
    let schools = open_with_notes(folder).unwrap_or_else(|error| panic!("{at}: {error}"));
    let context = shell(&schools, schools.get(id).unwrap_or_else(|error| panic!("{at}: {error}")));
    assert_eq!(names(&context).unwrap(), ["Ada"], "{at}");
    assert_eq!(notes(&context).unwrap_or_else(|error| panic!("{at}: {error}")), ["Sees badly"], "{at}");
    assert!(context.database.verify_audit(None).unwrap().fault.is_none(), "{at}");
    assert_eq!(leftovers(folder), Vec::<String>::new(), "{at}");
}

/// Calls `change` with something that panics at the step of that number; whether it came so far.
fn cut_off(at: usize, change: impl FnOnce(&mut dyn FnMut(&str))) -> bool {
    let mut steps = 0;
    let mut step = |_: &str| {
        steps += 1;
        assert!(steps <= at, "cut off");
    };
    catch_unwind(AssertUnwindSafe(|| change(&mut step))).is_err()
}

#[test]
fn a_school_there_gets_another_key_while_it_is_read_and_written() {
    let Some(at) = place() else { return };
    let folder = tempfile::tempdir().unwrap();
    let schools = open_with_notes(folder.path()).unwrap();
    let (id, context) = school(&schools, &at);
    for epoch in 1..=3 {
        std::thread::scope(|scope| {
            let other = context.clone();
            let changing = scope.spawn(|| schools.rotate_school(id, &mut |_| {}));
            while !changing.is_finished() {
                match notes(&other) {
                    Ok(read) => assert!(read.iter().all(|text| text == "Sees badly")),
                    Err(error) => assert!(matches!(error, kernel::Error::Busy), "{error}"),
                }
            }
            let made = changing.join().unwrap().unwrap();
            assert_eq!((made.epoch, made.resealed), (epoch, u64::from(epoch) + 1), "notes, and the secret of hashes");
        });
        note(&context, "Sees badly").unwrap();
    }
    assert_eq!(notes(&context).unwrap().len(), 4);
    schools.discard(id).unwrap();
}

#[test]
fn a_new_key_there_that_is_cut_off_goes_on_or_is_undone() {
    let Some(at) = place() else { return };
    let folder = tempfile::tempdir().unwrap();
    let (id, _) = school(&open_with_notes(folder.path()).unwrap(), &at);
    let (mut cut, mut done) = (0, 0);
    while cut_off(cut, |step| {
        let schools = open_with_notes(folder.path()).unwrap();
        done = schools.rotate_school(id, step).unwrap().epoch;
    }) {
        is_whole(folder.path(), id, &format!("cut off after {cut}"));
        cut += 1;
        assert!(cut < 30, "it never ends");
    }
    assert!(cut >= 5 && done >= 2, "{cut} {done}: from the commit on it goes on");
    is_whole(folder.path(), id, "at the end");
    open_with_notes(folder.path()).unwrap().discard(id).unwrap();
}

#[test]
fn the_end_of_a_school_there_takes_its_rows_and_says_what_it_cannot_reach() {
    let Some(at) = place() else { return };
    let folder = tempfile::tempdir().unwrap();
    let (stays, _) = school(&open_with_notes(folder.path()).unwrap(), &at);
    let (goes, _) = school(&open_with_notes(folder.path()).unwrap(), &at);
    let mut cut = 0;
    while cut_off(cut, |step| {
        let schools = open_with_notes(folder.path()).unwrap();
        let ended = schools.destroy_school(goes, "oak", &[], step).unwrap();
        assert!(ended.statement.rows_at.is_some_and(|place| place.contains("postgres")));
        assert!(ended.statement.says.contains("its schema was dropped"), "{}", ended.statement.says);
    }) {
        is_whole(folder.path(), stays, &format!("cut off after {cut}"));
        cut += 1;
        assert!(cut < 60, "it never ends");
    }
    assert!(cut > 5, "{cut}");
    let schools = open_with_notes(folder.path()).unwrap();
    assert!(schools.get(goes).is_err());
    let left = |id: DatabaseId| {
        let url = std::env::var("HOMEROOM_TEST_POSTGRES").unwrap();
        let mut login = ::postgres::Client::connect(&url, ::postgres::NoTls).unwrap();
        let name = format!("s_{}", id.0.simple());
        login.query("SELECT 1 FROM pg_namespace WHERE nspname = $1", &[&name]).unwrap().len()
    };
    assert_eq!((left(stays), left(goes)), (1, 0));
    schools.discard(stays).unwrap();
}
