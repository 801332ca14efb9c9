//! Keys that change while schools go on, and that nothing brings back (C004). Where something could be cut off, the
//! folder is copied after each thing that was done to a file, and every copy is opened: as if the power had gone then.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use kernel::Error;
use store::backup::{Target, newest_kit};
use store::keys::MasterSource;

use super::backup::{back_up, bring_back, newest, settings};
use super::sealed::{note, notes, open_with_notes};
use super::*;

pub(super) fn copy_all(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_all(&entry.path(), &to);
        } else if entry.file_type().unwrap().is_file() {
            fs::copy(entry.path(), &to).unwrap();
        }
    }
}

/// The folder as it was after each step.
pub(super) struct Snapshots {
    of: PathBuf,
    kept: TempDir,
    names: Vec<String>,
}

impl Snapshots {
    pub(super) fn new(of: &Path) -> Self {
        Self { of: of.to_owned(), kept: tempfile::tempdir().unwrap(), names: Vec::new() }
    }

    pub(super) fn take(&mut self, step: &str) {
        copy_all(&self.of, &self.kept.path().join(self.names.len().to_string()));
        self.names.push(step.to_owned());
    }

    pub(super) fn each(&self, look: impl Fn(&Path, &str)) {
        assert!(self.names.len() > 5, "{:?}", self.names);
        for (n, name) in self.names.iter().enumerate() {
            look(&self.kept.path().join(n.to_string()), &format!("{n}: {name}"));
        }
    }
}

pub(super) fn master(folder: &Path) -> String {
    fs::read_to_string(folder.join("master.key")).unwrap()
}

pub(super) fn leftovers(folder: &Path) -> Vec<String> {
    fn look(folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.display().to_string();
            if path.is_dir() && !name.ends_with("keys.next") {
                look(&path, found);
            } else if name.contains(".next") || name.contains("master.old") {
                found.push(name);
            }
        }
    }
    let mut found = Vec::new();
    look(folder, &mut found);
    found
}

pub(super) fn all_names(folder: &Path, ids: &[DatabaseId], at: &str) {
    let schools = open(folder).unwrap_or_else(|error| panic!("{at}: {error}"));
    for id in ids {
        let read = schools.get(*id).and_then(|database| names(&shell(&schools, database)));
        assert_eq!(read.unwrap_or_else(|error| panic!("{at}: {error}")).len(), 200, "{at}");
    }
    assert_eq!(leftovers(folder), Vec::<String>::new(), "{at}");
}

pub(super) fn with(folder: &Path, source: &MasterSource) -> Result<Schools> {
    let random = Random::System;
    let folder = DataFolder::open_with(folder, source, &random)?;
    let migrations = vec![Migration { name: "test/0001_pupils", up: pupils }];
    let clock = Clock::manual(Timestamp(1_793_610_000_000));
    let schools = Schools::new(folder, clock, random, migrations, Vec::new(), Register::default());
    schools.control()?;
    Ok(schools)
}

pub(super) fn refused<T>(result: Result<T>, says: &str) {
    let error = result.map(|_| ()).unwrap_err().to_string();
    assert!(error.contains(says), "{error}");
}

// --- where the master comes from ---

#[cfg(unix)]
#[test]
fn a_master_that_others_may_read_or_own_is_refused() {
    use std::os::unix::fs::PermissionsExt as _;
    let (folder, ids) = two_schools();
    let file = folder.path().join("master.key");
    for mode in [0o640, 0o604, 0o660, 0o644] {
        fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
        refused(open(folder.path()), "chmod 600");
        refused(open(folder.path()), &format!("{mode:04o}"));
    }
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    all_names(folder.path(), &ids, "its owner's alone");
    if std::os::unix::fs::chown(&file, Some(4321), None).is_ok() {
        refused(open(folder.path()), "belongs to another account (number 4321)");
    } else {
        println!("skipped: this account may give no file away");
    }
}

#[test]
fn a_master_from_the_environment_or_a_command_is_never_written_down() {
    let key = "5e".repeat(32);
    let by_command = format!("[\"printf\", \"{key}\"]");
    let sources = [
        MasterSource::new(Some(key.clone()), None).unwrap(),
        MasterSource::new(None, Some(&by_command)).unwrap(),
        MasterSource::new(None, Some(&format!("echo {key}"))).unwrap(),
    ];
    let folder = tempfile::tempdir().unwrap();
    let id = {
        let schools = with(folder.path(), &sources[0]).unwrap();
        let database = schools.create().unwrap();
        write_down(&shell(&schools, Arc::clone(&database)), "Ada").unwrap();
        database.id
    };
    for source in &sources {
        let schools = with(folder.path(), source).unwrap();
        assert_eq!(names(&shell(&schools, schools.get(id).unwrap())).unwrap(), ["Ada"]);
    }
    let written = Command::new("grep").args(["-rl", &key]).arg(folder.path()).output().unwrap();
    assert!(written.stdout.is_empty(), "{written:?}");
    refused(with(folder.path(), &MasterSource::File), "master.key is missing");
    refused(
        with(folder.path(), &MasterSource::new(Some("ab".repeat(32)), None).unwrap()),
        "does not fit the master key",
    );
    refused(with(folder.path(), &MasterSource::new(Some("short".to_owned()), None).unwrap()), "64 hexadecimal digits");
    refused(MasterSource::new(Some(key.clone()), Some("echo")), "keep one of them");
    fs::write(folder.path().join("master.key"), &key).unwrap();
    refused(with(folder.path(), &sources[0]), "Keep one");
}

#[test]
fn a_key_service_that_fails_is_named_and_nothing_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let cases = [
        ("false", "failed (exit status: 1)"),
        ("/nowhere/at/all", "cannot be run"),
        ("echo nothing", "64 hexadecimal digits"),
        ("true", "64 hexadecimal digits"),
        (r#"["sh", "-c", "exec >&-; sleep 9"]"#, "does not end after its answer"),
        ("[\"a", "begins as a list"),
    ];
    for (command, says) in cases {
        refused(MasterSource::new(None, Some(command)).and_then(|source| with(folder.path(), &source)), says);
        assert!(!folder.path().join("master.key").exists() && !folder.path().join("keys").exists(), "{command}");
    }
    // Its words are no shell's.
    refused(MasterSource::new(None, Some("echo $HOME")).and_then(|s| with(folder.path(), &s)), "hexadecimal");
}

// --- another master ---

#[test]
fn another_master_is_put_in_place_while_a_school_is_written_to() {
    let (folder, ids) = two_schools();
    let before = master(folder.path());
    let schools = open(folder.path()).unwrap();
    let context = shell(&schools, schools.get(ids[0]).unwrap());
    let (stop, written) = (AtomicBool::new(false), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !stop.load(Ordering::Relaxed) {
                write_down(&context, "Written meanwhile").unwrap();
                written.fetch_add(1, Ordering::SeqCst);
            }
        });
        for _ in 0..5 {
            let rotated = schools.rotate_master(&mut |_| {}).unwrap();
            assert!(rotated.keys >= 4 && rotated.for_holder.is_none(), "{}", rotated.keys);
        }
        stop.store(true, Ordering::Relaxed);
    });
    let made = schools.create().unwrap();
    assert!(written.load(Ordering::SeqCst) > 0);
    assert_ne!(master(folder.path()), before);
    let id = made.id;
    drop((made, context, schools));
    let schools = open(folder.path()).unwrap();
    let all = names(&shell(&schools, schools.get(ids[0]).unwrap())).unwrap();
    assert_eq!(all.len(), 200 + written.load(Ordering::SeqCst));
    assert!(schools.get(ids[1]).is_ok() && schools.get(id).is_ok());
    drop(schools);
    fs::write(folder.path().join("master.key"), before).unwrap();
    refused(open(folder.path()), "does not fit the master key");
}

#[test]
fn a_change_of_the_master_that_is_cut_off_goes_on_or_is_undone() {
    let (folder, ids) = two_schools();
    let before = master(folder.path());
    let mut snapshots = Snapshots::new(folder.path());
    let schools = with(folder.path(), &MasterSource::File).unwrap();
    schools.rotate_master(&mut |step| snapshots.take(step)).unwrap();
    drop(schools);
    let after = master(folder.path());
    let (undone, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    snapshots.each(|copy, at| {
        all_names(copy, &ids, at);
        let now = master(copy);
        assert!(now == before || now == after, "{at}");
        let count = if now == before { &undone } else { &done };
        count.fetch_add(1, Ordering::Relaxed);
        // Once more, as if nothing had been.
        let schools = open(copy).unwrap();
        schools.rotate_master(&mut |_| {}).unwrap();
        drop(schools);
        all_names(copy, &ids, at);
    });
    let (undone, done) = (undone.into_inner(), done.into_inner());
    assert!(undone >= 5 && done >= 5, "{undone} {done}");
}

#[test]
fn a_change_of_the_master_that_cannot_be_written_is_undone_at_once() {
    let (folder, ids) = two_schools();
    let before = master(folder.path());
    let schools = open(folder.path()).unwrap();
    fs::write(folder.path().join("keys").join("broken.key"), "1 00 00").unwrap();
    refused(schools.rotate_master(&mut |_| {}), "broken.key");
    assert_eq!(master(folder.path()), before);
    assert_eq!(leftovers(folder.path()), Vec::<String>::new());
    fs::remove_file(folder.path().join("keys").join("broken.key")).unwrap();
    schools.rotate_master(&mut |_| {}).unwrap();
    drop(schools);
    all_names(folder.path(), &ids, "after it was mended");
}

#[test]
fn the_kit_of_a_new_master_opens_with_it_alone() {
    let (data, beside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let schools = open(data.path()).unwrap();
    schools.create().unwrap();
    let kit_to = &settings(beside.path()).kit_to;
    let before = master(data.path());
    schools.deliver_kit(kit_to).unwrap();
    let old = beside.path().join("old.kit");
    fs::copy(beside.path().join("kit/homeroom.kit"), &old).unwrap();
    schools.rotate_master(&mut |_| {}).unwrap();
    assert!(!schools.kit_is_delivered());
    schools.deliver_kit(kit_to).unwrap();
    let lays_out = |kit: &Path, master: &str| {
        let to = tempfile::tempdir().unwrap();
        newest_kit(&[Target::Folder(kit.to_owned())]).unwrap().unwrap().lay_out(to.path(), master)
    };
    let new = beside.path().join("kit");
    lays_out(&new, &master(data.path())).unwrap();
    refused(lays_out(&new, &before), "does not open with this master key");
    refused(lays_out(&old, &master(data.path())), "does not open with this master key");
}

#[test]
fn a_master_held_outside_is_bridged_until_its_holder_confirms() {
    let folder = tempfile::tempdir().unwrap();
    let place = tempfile::tempdir().unwrap();
    let service = place.path().join("key");
    fs::write(&service, "5e".repeat(32)).unwrap();
    let source = MasterSource::new(None, Some(&format!("cat {}", service.display()))).unwrap();
    let schools = with(folder.path(), &source).unwrap();
    let id = schools.create().unwrap().id;
    write_down(&shell(&schools, schools.get(id).unwrap()), "Ada").unwrap();
    refused(schools.confirm_master(), "no new master key waits");
    let mut snapshots = Snapshots::new(folder.path());
    let rotated = schools.rotate_master(&mut |step| snapshots.take(step)).unwrap();
    let new = rotated.for_holder.unwrap().to_string();
    assert_eq!(schools.keys().waiting_master().unwrap().to_string(), new, "it can be asked for again");
    refused(schools.rotate_master(&mut |_| {}), "is not in its place yet");
    refused(schools.confirm_master(), "still gives the old master");
    let later = schools.create().unwrap().id;
    drop(schools);
    let reads = |folder: &Path, source: &MasterSource, at: &str| {
        let schools = with(folder, source).unwrap_or_else(|error| panic!("{at}: {error}"));
        assert_eq!(names(&shell(&schools, schools.get(id).unwrap())).unwrap(), ["Ada"], "{at}");
    };
    snapshots.each(|copy, at| {
        reads(copy, &source, at);
        assert_eq!(leftovers(copy), Vec::<String>::new(), "{at}");
    });
    reads(folder.path(), &source, "the old one, by the bridge");
    reads(folder.path(), &MasterSource::new(Some(new.clone()), None).unwrap(), "the new one, with the bridge there");
    fs::write(&service, &new).unwrap();
    let schools = with(folder.path(), &source).unwrap();
    assert!(schools.keys().waits_for_holder());
    assert!(schools.confirm_master().unwrap().is_empty(), "no certificate waited");
    assert!(!schools.keys().waits_for_holder() && schools.get(later).is_ok());
    drop(schools);
    reads(folder.path(), &source, "after the confirmation");
    let old = MasterSource::new(Some("5e".repeat(32)), None).unwrap();
    refused(with(folder.path(), &old), "does not fit the master key");
}

// --- another key for a school ---

#[test]
fn a_school_gets_another_key_while_it_is_read_and_written() {
    let folder = tempfile::tempdir().unwrap();
    let schools = open_with_notes(folder.path()).unwrap();
    let database = schools.create().unwrap();
    let id = database.id;
    let context = shell(&schools, database);
    note(&context, "Sees badly").unwrap();
    let (stop, written, waited) = (AtomicBool::new(false), AtomicUsize::new(0), AtomicUsize::new(0));
    let before = fs::read(schools.file(id)).unwrap();
    std::thread::scope(|scope| {
        for n in 0..3 {
            let (context, stop, written, waited) = (context.clone(), &stop, &written, &waited);
            scope.spawn(move || {
                while !stop.load(Ordering::Relaxed) {
                    let done = if n == 0 { names(&context).map(|_| ()) } else { write_down(&context, "Pupil") };
                    match done {
                        Ok(()) if n > 0 => drop(written.fetch_add(1, Ordering::SeqCst)),
                        Ok(()) => {}
                        Err(Error::Busy) => drop(waited.fetch_add(1, Ordering::SeqCst)),
                        Err(other) => panic!("{other}"),
                    }
                }
            });
        }
        for round in 1..=3 {
            let made = schools.rotate_school(id, &mut |_| {});
            if made.is_err() {
                stop.store(true, Ordering::Relaxed);
            }
            let made = made.unwrap();
            assert_eq!((made.epoch, made.resealed), (round, 2), "the note, and the secret of keyed hashes");
        }
        stop.store(true, Ordering::Relaxed);
    });
    assert!(written.load(Ordering::SeqCst) > 0, "{waited:?} were told to come again");
    assert_eq!(names(&context).unwrap().len(), written.load(Ordering::SeqCst), "through the one that was open before");
    assert_eq!(notes(&context).unwrap(), ["Sees badly"]);
    context.database.flush().unwrap();
    let fresh = schools.get(id).unwrap();
    assert!(fresh.verify_audit(None).unwrap().fault.is_none());
    drop((context, fresh, schools));
    let schools = open_with_notes(folder.path()).unwrap();
    let context = shell(&schools, schools.get(id).unwrap());
    assert_eq!(names(&context).unwrap().len(), written.load(Ordering::SeqCst));
    assert_eq!(notes(&context).unwrap(), ["Sees badly"]);
    let kept = folder.path().join("keys");
    let retired: Vec<_> = fs::read_dir(kept).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(retired.iter().filter(|name| name.starts_with("retired-")).count(), 3, "{retired:?}");
    assert_ne!(before, fs::read(schools.file(id)).unwrap());
}

#[test]
fn a_change_of_a_schools_key_that_is_cut_off_goes_on_or_is_undone() {
    let folder = tempfile::tempdir().unwrap();
    let schools = open_with_notes(folder.path()).unwrap();
    let (first, second) = (schools.create().unwrap(), schools.create().unwrap());
    for database in [&first, &second] {
        let context = shell(&schools, Arc::clone(database));
        write_down(&context, "Ada").unwrap();
        note(&context, "Sees badly").unwrap();
    }
    let mut snapshots = Snapshots::new(folder.path());
    schools.rotate_school(first.id, &mut |step| snapshots.take(step)).unwrap();
    let epochs = AtomicUsize::new(0);
    snapshots.each(|copy, at| {
        for id in [first.id, second.id] {
            let schools = open_with_notes(copy).unwrap_or_else(|error| panic!("{at}: {error}"));
            let database = schools.get(id).unwrap_or_else(|error| panic!("{at}: {error}"));
            let context = shell(&schools, database);
            assert_eq!(names(&context).unwrap(), ["Ada"], "{at}");
            assert_eq!(notes(&context).unwrap_or_else(|error| panic!("{at}: {error}")), ["Sees badly"], "{at}");
            assert!(context.database.verify_audit(None).unwrap().fault.is_none(), "{at}");
            assert_eq!(leftovers(copy), Vec::<String>::new(), "{at}");
            drop(context);
            let made = schools.rotate_school(id, &mut |_| {}).unwrap_or_else(|error| panic!("{at}: {error}"));
            if made.epoch == 2 {
                epochs.fetch_add(1, Ordering::Relaxed);
            }
            let context = shell(&schools, schools.get(id).unwrap());
            assert_eq!(notes(&context).unwrap(), ["Sees badly"], "{at}");
        }
    });
    assert!((2..=4).contains(&epochs.into_inner()), "from the rename on it goes on");
}

#[test]
fn a_backup_from_before_a_new_key_restores_until_its_days_are_over() {
    let (data, beside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let schools = open_with_notes(data.path()).unwrap();
    let context = shell(&schools, schools.create().unwrap());
    let id = context.database.id;
    write_down(&context, "Ada").unwrap();
    note(&context, "Sees badly").unwrap();
    back_up(&schools, beside.path(), &[id]);
    schools.rotate_school(id, &mut |_| {}).unwrap();
    drop((context, schools));
    let set = newest(&settings(beside.path()).to[0]);
    bring_back(data.path(), &set, &[id]).unwrap();
    let schools = open_with_notes(data.path()).unwrap();
    let context = shell(&schools, schools.get(id).unwrap());
    assert_eq!(names(&context).unwrap(), ["Ada"]);
    assert_eq!(notes(&context).unwrap(), ["Sees badly"], "sealed anew for the key that the school has now");
    drop(context);
    schools.clock.advance(kernel::clock::MINUTE);
    back_up(&schools, beside.path(), &[id]);
    schools.clock.advance(8 * kernel::clock::DAY);
    schools.expire_backups(&settings(beside.path()).to).unwrap();
    let names: Vec<_> = fs::read_dir(data.path().join("keys")).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| !name.to_string_lossy().starts_with("retired-")), "{names:?}");
    assert!(schools.get(id).is_ok());
}

#[test]
fn a_look_that_does_not_end_stops_a_new_key_and_nothing_is_changed() {
    let folder = tempfile::tempdir().unwrap();
    let schools = open_with_notes(folder.path()).unwrap();
    let context = shell(&schools, schools.create().unwrap());
    note(&context, "Sees badly").unwrap();
    let id = context.database.id;
    std::thread::scope(|scope| {
        let (begun, waits) = std::sync::mpsc::channel();
        let looking = context.clone();
        scope.spawn(move || {
            looking.read(LOOK.on(()), |_, _| {
                begun.send(()).unwrap();
                std::thread::sleep(std::time::Duration::from_secs(23));
                Ok(())
            })
        });
        waits.recv().unwrap();
        assert!(matches!(schools.rotate_school(id, &mut |_| {}), Err(Error::Busy)));
        assert_eq!(leftovers(folder.path()), Vec::<String>::new());
        assert_eq!(notes(&context).unwrap(), ["Sees badly"]);
        write_down(&context, "Ada").unwrap();
    });
    assert_eq!(schools.rotate_school(id, &mut |_| {}).unwrap().epoch, 1);
    assert_eq!(notes(&context).unwrap(), ["Sees badly"]);
}

// --- the end of a school ---
