//! Backups: consistent while written to, refused when damaged, kept for their days and then gone.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use kernel::clock::DAY;
use store::backup::{Made, Set, Settings, Target, Wanted, Wish, sets};

use super::*;

const DAYS: i64 = 7;

pub fn settings(folder: &Path) -> Settings {
    let place = |name: &str| Target::Folder(folder.join(name));
    Settings { to: vec![place("backups"), place("elsewhere")], kit_to: vec![place("kit")], at: 0 }
}

pub fn wanted(ids: &[DatabaseId]) -> Vec<Wanted> {
    let all = ids.iter().copied().chain([DatabaseId(uuid::Uuid::nil())]);
    all.map(|id| Wanted { id, days: DAYS }).collect()
}

pub fn back_up(schools: &Schools, beside: &Path, ids: &[DatabaseId]) -> Made {
    let made = schools.back_up(&settings(beside), &wanted(ids), &mut |_, _| {}).unwrap();
    assert!(made.problems.is_empty(), "{:?}", made.problems);
    made
}

pub fn newest(target: &Target) -> Set {
    sets(target).unwrap().pop().unwrap()
}

pub fn bring_back(data: &Path, set: &Set, ids: &[DatabaseId]) -> Result<Vec<store::backup::Brought>> {
    let folder = DataFolder::open(data, &Random::seeded(9))?;
    let wish = Wish { only: Some(ids.to_vec()), in_place: true, ..Wish::default() };
    folder.bring_back(set, &wish, set.at, &mut |_, _| {})
}

fn school_file(set: &Set, id: DatabaseId) -> PathBuf {
    set.folder().unwrap().join(format!("{id}.backup"))
}

#[test]
fn what_was_acknowledged_before_a_backup_began_comes_back_while_eight_write_on() {
    let (data, beside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let schools = open(data.path()).unwrap();
    let context = shell(&schools, schools.create().unwrap());
    let id = context.database.id;
    let (stop, written) = (AtomicBool::new(false), AtomicUsize::new(0));
    let before = std::thread::scope(|scope| {
        for writer in 0..8 {
            let (context, stop, written) = (context.clone(), &stop, &written);
            scope.spawn(move || {
                for n in 0.. {
                    if stop.load(Ordering::Relaxed) {
                        break;
                    }
                    if write_down(&context, &format!("Pupil {writer} {n}")).is_ok() {
                        written.fetch_add(1, Ordering::SeqCst);
                    }
                }
            });
        }
        while written.load(Ordering::SeqCst) < 200 {
            std::thread::yield_now();
        }
        let before = names(&context).unwrap();
        back_up(&schools, beside.path(), &[id]);
        let after = written.load(Ordering::SeqCst);
        assert!(after > before.len(), "they wrote on");
        stop.store(true, Ordering::Relaxed);
        before
    });
    drop((context, schools));
    let set = newest(&settings(beside.path()).to[0]);
    let brought = bring_back(data.path(), &set, &[id]).unwrap();
    assert!(brought[0].entries >= 200, "{brought:?}");
    let schools = open(data.path()).unwrap();
    let context = shell(&schools, schools.get(id).unwrap());
    let restored = names(&context).unwrap();
    assert!(before.iter().all(|name| restored.binary_search(name).is_ok()), "an acknowledged row is missing");
    assert!(context.database.verify_audit(None).unwrap().fault.is_none());
}

#[test]
fn a_flipped_bit_a_cut_and_another_houses_key_are_refused_in_words() {
    let (data, ids) = two_schools();
    let beside = tempfile::tempdir().unwrap();
    let schools = open(data.path()).unwrap();
    back_up(&schools, beside.path(), &ids);
    drop(schools);
    let set = newest(&settings(beside.path()).to[0]);
    let file = school_file(&set, ids[0]);
    let whole = fs::read(&file).unwrap();
    let live = fs::read(school_of(data.path(), ids[0])).unwrap();
    let refused = |bytes: &[u8]| {
        fs::write(&file, bytes).unwrap();
        let folder = DataFolder::open(data.path(), &Random::seeded(9)).unwrap();
        let drilled = folder.drill(&set, &Random::seeded(3), &mut |_, _| {}).unwrap();
        assert_eq!(drilled.iter().filter(|one| one.is_err()).count(), 1);
        drop(folder);
        bring_back(data.path(), &set, &[ids[0]]).unwrap_err().to_string()
    };
    for at in (0..whole.len()).step_by(whole.len() / 25) {
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        let error = refused(&flipped);
        assert!(error.contains("damaged or cut off") && error.contains(".backup"), "{at}: {error}");
    }
    for length in [0, 10, 300, whole.len() / 2, whole.len() - 1] {
        let error = refused(&whole[..length]);
        assert!(error.contains("damaged or cut off"), "{length}: {error}");
    }
    assert_eq!(fs::read(school_of(data.path(), ids[0])).unwrap(), live, "what is there was touched");
    fs::write(&file, &whole).unwrap();
    let other = tempfile::tempdir().unwrap();
    drop(open(other.path()).unwrap());
    let error = bring_back(other.path(), &set, &[ids[0]]).unwrap_err().to_string();
    assert!(error.contains("opens no more") && error.contains("recovery kit"), "{error}");
    bring_back(data.path(), &set, &[ids[0]]).unwrap();
}

fn school_of(data: &Path, id: DatabaseId) -> PathBuf {
    data.join("schools").join(id.to_string()).join("school.db")
}

#[test]
fn nothing_is_replaced_without_a_word_and_what_is_replaced_is_kept() {
    let (data, ids) = two_schools();
    let beside = tempfile::tempdir().unwrap();
    let schools = open(data.path()).unwrap();
    back_up(&schools, beside.path(), &ids);
    write_down(&shell(&schools, schools.get(ids[0]).unwrap()), "Written After It").unwrap();
    drop(schools);
    let set = newest(&settings(beside.path()).to[1]);
    let folder = DataFolder::open(data.path(), &Random::seeded(9)).unwrap();
    let error = folder.bring_back(&set, &Wish::default(), set.at, &mut |_, _| {}).unwrap_err().to_string();
    assert!(error.contains("--in-place"), "{error}");
    let replaced = folder.replaced();
    drop(folder);
    assert!(!replaced.exists() && !data.path().join("restoring").exists());
    bring_back(data.path(), &set, &[ids[0]]).unwrap();
    let kept = fs::read_dir(&replaced).unwrap().next().unwrap().unwrap().path().join(format!("{}.db", ids[0]));
    let schools = open(data.path()).unwrap();
    assert_eq!(names(&shell(&schools, schools.get(ids[0]).unwrap())).unwrap().len(), 200);
    drop(schools);
    fs::copy(kept, school_of(data.path(), ids[0])).unwrap();
    let schools = open(data.path()).unwrap();
    assert_eq!(names(&shell(&schools, schools.get(ids[0]).unwrap())).unwrap().len(), 201, "nothing was lost");
}

#[test]
fn a_backup_is_silent_compressed_and_at_every_target() {
    let (data, ids) = two_schools();
    let beside = tempfile::tempdir().unwrap();
    let schools = open(data.path()).unwrap();
    let made = back_up(&schools, beside.path(), &ids);
    assert_eq!((made.files.len(), made.targets), (3, 2));
    let [first, second] = settings(beside.path()).to.try_into().unwrap();
    let (first, second) = (newest(&first), newest(&second));
    for id in ids {
        let bytes = fs::read(school_file(&first, id)).unwrap();
        assert_eq!(bytes, fs::read(school_file(&second, id)).unwrap());
        assert!(!bytes.windows(6).any(|part| part == b"Canary" || part == b"pupil "));
        let live = fs::metadata(school_of(data.path(), id)).unwrap().len();
        println!("{} bytes of {live}", bytes.len());
        assert!((bytes.len() as u64) < live / 3, "{} of {live}", bytes.len());
    }
}

#[test]
fn seven_days_are_kept_and_then_the_key_is_gone_and_a_copy_kept_aside_opens_no_more() {
    let (data, ids) = two_schools();
    let beside = tempfile::tempdir().unwrap();
    let schools = open(data.path()).unwrap();
    back_up(&schools, beside.path(), &ids);
    let targets = settings(beside.path()).to;
    let first = newest(&targets[0]);
    let aside = beside.path().join("aside");
    fs::create_dir(&aside).unwrap();
    let kept_aside = Target::Folder(aside.clone());
    fs::create_dir(aside.join(&first.name)).unwrap();
    for file in fs::read_dir(first.folder().unwrap()).unwrap().map(|file| file.unwrap().path()) {
        fs::copy(&file, aside.join(&first.name).join(file.file_name().unwrap())).unwrap();
    }
    for day in 1..=8 {
        schools.clock.advance(DAY);
        back_up(&schools, beside.path(), &ids);
        for target in &targets {
            assert_eq!(sets(target).unwrap().len(), usize::try_from((day + 1).min(7)).unwrap(), "day {day}");
        }
    }
    assert!(targets.iter().all(|target| sets(target).unwrap().iter().all(|set| set.name != first.name)));
    let old = newest(&kept_aside);
    drop(schools);
    let error = bring_back(data.path(), &old, &[ids[0]]).unwrap_err().to_string();
    assert!(error.contains("was destroyed"), "{error}");
    bring_back(data.path(), &newest(&targets[0]), &[ids[0]]).unwrap();
}

#[test]
fn copies_from_before_an_upgrade_and_replaced_files_end_too() {
    let (data, ids) = two_schools();
    let beside = tempfile::tempdir().unwrap();
    let [upgrade, old, young] =
        ["before-upgrade/0.0.1", "replaced/2027-01-01T00-00-00", "replaced/2027-01-20T00-00-00"]
            .map(|name| data.path().join(name));
    for folder in [&upgrade, &old, &young] {
        fs::create_dir_all(folder).unwrap();
        fs::write(folder.join(format!("{}.db", ids[0])), "a copy").unwrap();
    }
    let made = std::time::UNIX_EPOCH + std::time::Duration::from_millis(1_793_610_000_000);
    let copy = fs::File::options().write(true).open(upgrade.join(format!("{}.db", ids[0]))).unwrap();
    copy.set_modified(made).unwrap();
    fs::create_dir(data.path().join("checking")).unwrap();
    let schools = open(data.path()).unwrap();
    assert!(!data.path().join("checking").exists(), "what a crash left is taken away");
    // On 25 January 2027, by the house's clock.
    schools.clock.advance(84 * DAY);
    back_up(&schools, beside.path(), &ids);
    assert_eq!([upgrade.exists(), old.exists(), young.exists()], [false, false, true]);
}

/// The child of the next test: it backs up for ever, until it is killed.
#[test]
fn dies_while_it_backs_up() {
    let Ok(folder) = std::env::var("BACKS_UP") else { return };
    let (data, beside) = (Path::new(&folder).join("data"), Path::new(&folder).join("beside"));
    let schools = open(&data).unwrap();
    schools.clock.advance(std::env::var("AT").unwrap().parse().unwrap());
    let ids: Vec<DatabaseId> = fs::read_dir(data.join("schools"))
        .unwrap()
        .map(|entry| DatabaseId(entry.unwrap().file_name().to_string_lossy().parse().unwrap()))
        .collect();
    loop {
        back_up(&schools, &beside, &ids);
        schools.clock.advance(1_000);
    }
}

#[test]
fn a_crash_in_the_middle_leaves_no_half_backup_that_counts() {
    let (data, ids) = two_schools();
    let house = tempfile::tempdir().unwrap();
    fs::rename(data.path(), house.path().join("data")).unwrap();
    fs::create_dir(data.path()).unwrap();
    let (data, beside) = (house.path().join("data"), house.path().join("beside"));
    let targets = settings(&beside).to;
    let mut halves = 0;
    for n in 0..6_u64 {
        let parts = || {
            let all = fs::read_dir(targets[0].folder().unwrap()).into_iter().flatten();
            all.filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().ends_with(".part")).count()
        };
        let left = parts();
        let mut child = Command::new(std::env::current_exe().unwrap());
        child.args(["backup::dies_while_it_backs_up", "--exact", "--nocapture"]);
        child.env("BACKS_UP", house.path()).env("AT", (n * 1_000_000).to_string());
        let mut child = child.spawn().unwrap();
        // What the last one left is taken away first; then there is a new part.
        while left > 0 && parts() > 0 {
            std::thread::yield_now();
        }
        while parts() == 0 {
            std::thread::yield_now();
        }
        std::thread::sleep(std::time::Duration::from_millis(37 * n));
        child.kill().unwrap();
        child.wait().unwrap();
        for target in targets.iter().filter(|target| target.folder().unwrap().is_dir()) {
            halves += fs::read_dir(target.folder().unwrap()).unwrap().count() - sets(target).unwrap().len();
            for set in sets(target).unwrap() {
                let folder = DataFolder::open(&data, &Random::seeded(9)).unwrap();
                let whole = folder.drill(&set, &Random::seeded(3), &mut |_, _| {}).unwrap();
                assert_eq!(whole.len(), 3);
                assert!(whole.iter().all(std::result::Result::is_ok), "{whole:?}");
            }
        }
    }
    assert!(halves > 0, "no crash was in the middle");
    let schools = open(&data).unwrap();
    schools.clock.advance(10_000_000);
    back_up(&schools, &beside, &ids);
    for target in &targets {
        assert_eq!(
            fs::read_dir(target.folder().unwrap()).unwrap().count(),
            sets(target).unwrap().len(),
            "a part is left"
        );
    }
}

#[test]
fn a_school_that_cannot_be_read_spoils_no_other_and_is_named() {
    let (data, ids) = two_schools();
    let beside = tempfile::tempdir().unwrap();
    let file = school_of(data.path(), ids[0]);
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes.iter_mut().skip(middle).step_by(4_096).for_each(|byte| *byte ^= 1);
    fs::write(&file, bytes).unwrap();
    let schools = open(data.path()).unwrap();
    let made = schools.back_up(&settings(beside.path()), &wanted(&ids), &mut |_, _| {}).unwrap();
    assert_eq!((made.files.len(), made.problems.len()), (2, 1), "{:?}", made.problems);
    assert!(made.problems[0].contains(&ids[0].to_string()), "{:?}", made.problems);
}
