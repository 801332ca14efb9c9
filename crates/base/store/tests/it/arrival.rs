//! What was restored takes its place as one, also where it is cut off; and a new folder is nobody's before its keys and
//! its ledger are there (C151).

use std::fs;

use store::backup::{LAYING_OUT, Target, newest_kit};

use super::backup::{back_up, bring_back, newest, settings};
use super::keys::{copy_all, master};
use super::*;

/// Two schools with a backup, in each somebody who came later, and a restore of both that has taken place.
fn restored() -> (TempDir, TempDir, [DatabaseId; 2]) {
    let (data, ids) = two_schools();
    let beside = tempfile::tempdir().unwrap();
    let schools = open(data.path()).unwrap();
    back_up(&schools, beside.path(), &ids);
    for id in ids {
        write_down(&shell(&schools, schools.get(id).unwrap()), "Written After It").unwrap();
    }
    drop(schools);
    bring_back(data.path(), &newest(&settings(beside.path()).to[0]), &ids).unwrap();
    (data, beside, ids)
}

fn pupils_of(folder: &Path, id: DatabaseId) -> usize {
    let schools = open(folder).unwrap();
    let context = shell(&schools, schools.get(id).unwrap());
    assert!(context.database.verify_audit(None).unwrap().fault.is_none());
    names(&context).unwrap().len()
}

#[test]
fn a_restore_that_is_cut_off_between_two_schools_is_finished_by_whoever_opens_the_folder() {
    let (data, _beside, ids) = restored();
    // As if the second had not taken its place yet: the file waits apart, and the old one stands with a log beside it.
    let file = |id: DatabaseId| data.path().join("schools").join(id.to_string()).join("school.db");
    let aside = fs::read_dir(data.path().join("replaced")).unwrap().next().unwrap().unwrap().path();
    fs::rename(file(ids[1]), data.path().join("restoring").join(format!("{}.db", ids[1]))).unwrap();
    fs::rename(aside.join(format!("{}.db", ids[1])), file(ids[1])).unwrap();
    fs::write(file(ids[1]).with_extension("db-wal"), "a log that belongs to the file of before").unwrap();
    let folder = DataFolder::open(data.path(), &Random::System).unwrap();
    assert_eq!(folder.restored().unwrap(), ids, "until somebody lets them in");
    assert_eq!(fs::read(aside.join(format!("{}.db-wal", ids[1]))).unwrap().len(), 40, "and is kept with it");
    drop(folder);
    assert_eq!(ids.map(|id| pupils_of(data.path(), id)), [200, 200]);
    let folder = DataFolder::open(data.path(), &Random::System).unwrap();
    folder.is_let_in().unwrap();
    assert!(folder.restored().unwrap().is_empty() && !data.path().join("restoring").exists());
}

#[test]
fn a_restore_that_is_cut_off_before_all_is_there_changes_nothing() {
    let (data, beside, ids) = restored();
    let folder = DataFolder::open(data.path(), &Random::System).unwrap();
    folder.is_let_in().unwrap();
    drop(folder);
    let schools = open(data.path()).unwrap();
    write_down(&shell(&schools, schools.get(ids[0]).unwrap()), "Written After It").unwrap();
    drop(schools);
    let apart = data.path().join("restoring");
    fs::create_dir(&apart).unwrap();
    fs::write(apart.join(format!("{}.db", ids[0])), "half of a file").unwrap();
    assert_eq!(ids.map(|id| pupils_of(data.path(), id)), [201, 200]);
    assert!(!apart.exists());
    bring_back(data.path(), &newest(&settings(beside.path()).to[0]), &ids).unwrap();
    assert_eq!(ids.map(|id| pupils_of(data.path(), id)), [200, 200]);
}

#[test]
fn a_new_folder_whose_keys_are_half_there_opens_for_nobody() {
    let (data, beside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let schools = open(data.path()).unwrap();
    schools.create().unwrap();
    schools.deliver_kit(&settings(beside.path()).kit_to).unwrap();
    drop(schools);
    let kit = newest_kit(&[Target::Folder(beside.path().join("kit"))]).unwrap().unwrap();
    let new = beside.path().join("new");
    fs::create_dir(&new).unwrap();
    kit.lay_out(&new, &master(data.path())).unwrap();
    assert!(DataFolder::is_one(&new) && !new.join(LAYING_OUT).exists());
    let half = beside.path().join("half");
    copy_all(&new, &half);
    fs::write(half.join(LAYING_OUT), "1").unwrap();
    assert!(!DataFolder::is_one(&half) && DataFolder::is_half_laid_out(&half));
    let error = DataFolder::open(&half, &Random::System).err().unwrap().to_string();
    assert!(error.contains("give the same command again"), "{error}");
}
