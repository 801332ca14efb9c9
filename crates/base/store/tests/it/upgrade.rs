//! From release to release: a copy first, nothing half done, and no way back by accident.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use store::migrate::maybe;

use super::*;

fn nicknames(schema: &Schema) -> Result<()> {
    schema.add("pupil", maybe(text("nickname")))
}

/// Half of a step, and then the power goes.
fn power_cut(schema: &Schema) -> Result<()> {
    schema.add("pupil", maybe(text("nickname")))?;
    std::process::abort()
}

fn next_release(folder: &Path, step: fn(&Schema) -> Result<()>) -> Result<Schools> {
    let random = Random::seeded(6);
    let folder = DataFolder::open(folder, &random)?;
    let migrations =
        vec![Migration { name: "test/0001_pupils", up: pupils }, Migration { name: "test/0002_nicknames", up: step }];
    let clock = Clock::manual(Timestamp(1_793_620_000_000));
    let schools = Schools::new(folder, clock, random, migrations, Vec::new(), Register::default());
    schools.control()?;
    Ok(schools)
}

fn copies(folder: &Path) -> Vec<PathBuf> {
    let kept = folder.join("before-upgrade").join(env!("CARGO_PKG_VERSION"));
    let mut found: Vec<_> = fs::read_dir(kept).map(|all| all.map(|e| e.unwrap().path()).collect()).unwrap_or_default();
    found.sort();
    found
}

fn school_file(folder: &Path, id: DatabaseId) -> PathBuf {
    folder.join("schools").join(id.to_string()).join("school.db")
}

#[test]
fn before_a_file_is_migrated_a_copy_is_kept_that_the_release_before_opens() {
    let (folder, [first, second]) = two_schools();
    let schools = next_release(folder.path(), nicknames).unwrap();
    assert!(copies(folder.path()).is_empty(), "only what is migrated is copied");
    assert_eq!(names(&shell(&schools, schools.get(first).unwrap())).unwrap().len(), 200);
    let kept = copies(folder.path());
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].file_name().unwrap().to_string_lossy(), format!("{first}.db"));
    assert!(!fs::read(&kept[0]).unwrap().windows(6).any(|part| part == b"Canary"), "the copy is as secret as the file");
    schools.get(second).unwrap();
    drop(schools);
    fs::copy(&kept[0], school_file(folder.path(), first)).unwrap();
    let schools = open(folder.path()).unwrap();
    assert_eq!(names(&shell(&schools, schools.get(first).unwrap())).unwrap().len(), 200);
}

#[test]
fn a_copy_of_an_older_upgrade_gives_way_to_the_newest() {
    let (folder, [first, _]) = two_schools();
    let older = folder.path().join("before-upgrade/0.0.9");
    fs::create_dir_all(&older).unwrap();
    fs::write(older.join(format!("{first}.db")), "old").unwrap();
    next_release(folder.path(), nicknames).unwrap().get(first).unwrap();
    assert_eq!(copies(folder.path()).len(), 1);
    assert!(!older.exists());
}

#[test]
fn a_file_of_a_newer_release_is_refused_and_left_alone() {
    let (folder, [first, second]) = two_schools();
    next_release(folder.path(), nicknames).unwrap().get(first).unwrap();
    let before = fs::read(school_file(folder.path(), first)).unwrap();
    let schools = open(folder.path()).unwrap();
    let error = schools.get(first).map(|_| ()).unwrap_err().to_string();
    assert!(error.contains("newer Homeroom") && error.contains("test/0002_nicknames"), "{error}");
    assert!(schools.get(second).is_ok(), "the school that was not migrated opens");
    drop(schools);
    assert!(fs::read(school_file(folder.path(), first)).unwrap() == before, "the file was changed");
}

#[test]
fn without_room_for_the_copy_nothing_is_migrated() {
    let (folder, [first, _]) = two_schools();
    fs::write(folder.path().join("before-upgrade"), "in the way").unwrap();
    let schools = next_release(folder.path(), nicknames).unwrap();
    let error = schools.get(first).map(|_| ()).unwrap_err().to_string();
    assert!(error.contains("before-upgrade"), "{error}");
    drop(schools);
    let schools = open(folder.path()).unwrap();
    assert_eq!(names(&shell(&schools, schools.get(first).unwrap())).unwrap().len(), 200);
}

/// The child of the next test: it dies in the middle of a migration.
#[test]
fn dies_in_the_middle() {
    let (Ok(folder), Ok(id)) = (std::env::var("DIES_IN"), std::env::var("DIES_WITH")) else { return };
    let schools = next_release(Path::new(&folder), power_cut).unwrap();
    let _ = schools.get(DatabaseId(id.parse().unwrap()));
    unreachable!("the power was cut");
}

#[test]
fn a_crash_in_the_middle_of_a_migration_leaves_the_file_readable_and_the_next_start_goes_on() {
    let (folder, [first, _]) = two_schools();
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["upgrade::dies_in_the_middle", "--exact", "--nocapture"]);
    let output = child.env("DIES_IN", folder.path()).env("DIES_WITH", first.0.to_string()).output().unwrap();
    assert!(!output.status.success() && output.status.code().is_none(), "it was to be killed: {output:?}");
    let schools = open(folder.path()).unwrap();
    assert_eq!(names(&shell(&schools, schools.get(first).unwrap())).unwrap().len(), 200, "the old release reads it");
    drop(schools);
    let schools = next_release(folder.path(), nicknames).unwrap();
    let context = shell(&schools, schools.get(first).unwrap());
    context.write(KEEP.on(()), |work, _| run(work.db(), "UPDATE pupil SET nickname = 'Pip'")).unwrap();
    assert_eq!(names(&context).unwrap().len(), 200);
}
