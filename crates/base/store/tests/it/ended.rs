//! A school that is ended for good: its keys, and the certificate that says so (C004).

use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

use kernel::Error;
use store::backup::{Target, newest_kit, sets};
use store::keys::{Certificate, MasterSource, State};

use super::backup::{back_up, newest, settings};
use super::keys::*;
use super::*;

#[test]
fn a_destroyed_school_is_unreadable_by_every_path_and_the_other_serves_on() {
    let (folder, [first, second]) = two_schools();
    let beside = tempfile::tempdir().unwrap();
    let schools = open(folder.path()).unwrap();
    back_up(&schools, beside.path(), &[first, second]);
    schools.rotate_school(first, &mut |_| {}).unwrap();
    schools.clock.advance(kernel::clock::MINUTE);
    back_up(&schools, beside.path(), &[first, second]);
    let places = settings(beside.path());
    // What somebody kept of everything but the master.
    let kept = tempfile::tempdir().unwrap();
    for name in ["keys", "schools"] {
        copy_all(&folder.path().join(name), &kept.path().join(name));
    }
    copy_all(&beside.path().join("kit"), &kept.path().join("kit"));
    let (held, other) = (shell(&schools, schools.get(first).unwrap()), shell(&schools, schools.get(second).unwrap()));
    let file = schools.file(first);
    let destroyed = schools.destroy_school(first, "oak", &places.to, &mut |_| {}).unwrap();
    assert!(matches!(names(&held), Err(Error::NotFound)), "also for whoever had it open");
    assert!(matches!(write_down(&held, "Eve"), Err(Error::NotFound)));
    assert!(schools.get(first).is_err() && schools.visit(first).is_err() && !file.exists());
    assert_eq!(names(&other).unwrap().len(), 200);
    for set in sets(&places.to[0]).unwrap() {
        assert!(schools.folder.pages_of(&set, first, &schools.random).is_err());
        schools.folder.pages_of(&set, second, &schools.random).unwrap();
    }
    schools.deliver_kit(&places.kit_to).unwrap();
    drop((held, other, schools));
    // The kept files are put back, under the master of now.
    copy_all(&kept.path().join("schools"), &folder.path().join("schools"));
    for entry in fs::read_dir(kept.path().join("keys")).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if name.contains(&first.to_string()) {
            fs::copy(entry.path(), folder.path().join("keys").join(name)).unwrap();
        }
    }
    let schools = open(folder.path()).unwrap();
    refused(schools.get(first), "does not fit the master key");
    let set = newest(&places.to[0]);
    assert!(schools.folder.pages_of(&set, first, &schools.random).is_err(), "nor with the kept key of it");
    assert_eq!(names(&shell(&schools, schools.get(second).unwrap())).unwrap().len(), 200);
    drop(schools);
    let laid = newest_kit(&[Target::Folder(kept.path().join("kit"))])
        .unwrap()
        .unwrap()
        .lay_out(kept.path(), &master(folder.path()));
    refused(laid, "does not open with this master key");
    // The paper about it.
    let text = fs::read_to_string(&destroyed.certificate).unwrap();
    let verdict = Certificate::verify(&text, None).unwrap();
    let statement = verdict.statement;
    assert_eq!((statement.school.as_str(), statement.database, statement.state), ("oak", first.0, State::Final));
    assert_eq!(statement.keys.len(), 3, "its own, the one of its pictures, and the one before: {:?}", statement.keys);
    assert_eq!(statement.backups.len(), 4, "two moments at two places: {:?}", statement.backups);
    assert_ne!(statement.master.old, statement.master.new);
    for (what, to) in [("oak", "elm"), ("\"final\"", "\"pending\""), ("open no more", "open on")] {
        let forged = text.replacen(what, to, 1);
        assert_ne!(forged, text);
        refused(Certificate::verify(&forged, None), "something in it was changed");
    }
    let own = store::keys::public_key_in(folder.path()).unwrap();
    assert_eq!(Certificate::verify(&text, Some(&own)).unwrap().is_known, Some(true));
    assert_eq!(Certificate::verify(&text, Some(&"ab".repeat(32))).unwrap().is_known, Some(false));
    refused(Certificate::verify("{}", None), "no certificate");
}

#[test]
fn a_destruction_that_is_cut_off_goes_on_or_is_undone() {
    let (folder, [first, second]) = two_schools();
    let mut snapshots = Snapshots::new(folder.path());
    let schools = open(folder.path()).unwrap();
    schools.destroy_school(first, "oak", &[], &mut |step| snapshots.take(step)).unwrap();
    let again = schools.destroy_school(first, "oak", &[], &mut |_| {}).unwrap();
    assert_eq!(again.statement.database, first.0, "asked again it shows its certificate");
    drop(schools);
    let (undone, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    snapshots.each(|copy, at| {
        all_names(copy, &[second], at);
        let schools = open(copy).unwrap();
        let certificate = copy.join("certificates").join(format!("{first}.json"));
        if schools.keys().has(first.0) {
            assert_eq!(names(&shell(&schools, schools.get(first).unwrap())).unwrap().len(), 200, "{at}");
            assert!(!certificate.exists(), "{at}");
            undone.fetch_add(1, Ordering::Relaxed);
        } else {
            assert!(schools.get(first).is_err() && !schools.file(first).exists(), "{at}");
            Certificate::verify(&fs::read_to_string(certificate).unwrap(), None).unwrap();
            done.fetch_add(1, Ordering::Relaxed);
        }
    });
    let (undone, done) = (undone.into_inner(), done.into_inner());
    assert!(undone >= 5 && done >= 6, "{undone} {done}");
}

#[test]
fn a_certificate_waits_for_the_holder_of_the_old_master() {
    let folder = tempfile::tempdir().unwrap();
    let place = tempfile::tempdir().unwrap();
    let service = place.path().join("key");
    fs::write(&service, "5e".repeat(32)).unwrap();
    let source = MasterSource::new(None, Some(&format!("cat {}", service.display()))).unwrap();
    let schools = with(folder.path(), &source).unwrap();
    let (first, second) = (schools.create().unwrap().id, schools.create().unwrap().id);
    let destroyed = schools.destroy_school(first, "oak", &[], &mut |_| {}).unwrap();
    let state = || {
        let text = fs::read_to_string(&destroyed.certificate).unwrap();
        Certificate::verify(&text, None).unwrap().statement
    };
    assert_eq!((state().state, state().confirmed_at), (State::Pending, None));
    refused(schools.confirm_master(), "still gives the old master");
    assert!(state().state == State::Pending && schools.get(first).is_err() && schools.get(second).is_ok());
    fs::write(&service, destroyed.for_holder.unwrap().as_str()).unwrap();
    assert_eq!(schools.confirm_master().unwrap(), std::slice::from_ref(&destroyed.certificate));
    assert_eq!(state().state, State::Final);
    assert!(state().confirmed_at.is_some());
    drop(schools);
    assert!(with(folder.path(), &source).unwrap().get(second).is_ok());
}
