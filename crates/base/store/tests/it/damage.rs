//! Keys and files that are missing, swapped or damaged: a clear error that names the file, and nothing changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use super::*;

/// Every file with its bytes; SQLite's own helpers come and go.
fn snapshot(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.to_string_lossy().into_owned();
        if path.is_dir() {
            found.extend(snapshot(&path));
        } else if !name.ends_with("-wal") && !name.ends_with("-shm") {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}

fn school_file(folder: &Path, id: DatabaseId) -> PathBuf {
    folder.join("schools").join(id.to_string()).join("school.db")
}

fn key_file(folder: &Path, id: DatabaseId) -> PathBuf {
    folder.join("keys").join(format!("{id}.key"))
}

/// Opening must fail, name `file`, and leave every file as it was.
fn fails_naming(folder: &Path, id: DatabaseId, file: &Path) -> String {
    let before = snapshot(folder);
    let error = open(folder).and_then(|schools| schools.get(id).map(|_| ())).unwrap_err().to_string();
    assert!(error.contains(&file.display().to_string()), "{error}");
    assert!(snapshot(folder) == before, "files were changed: {error}");
    error
}

#[test]
fn what_was_written_is_there_after_a_restart() {
    let (folder, [first, second]) = two_schools();
    let schools = open(folder.path()).unwrap();
    for id in [first, second] {
        assert_eq!(names(&shell(&schools, schools.get(id).unwrap())).unwrap().len(), 200);
    }
}

#[test]
fn a_key_of_another_school_opens_nothing() {
    let (folder, [first, second]) = two_schools();
    fs::copy(key_file(folder.path(), second), key_file(folder.path(), first)).unwrap();
    let error = fails_naming(folder.path(), first, &key_file(folder.path(), first));
    assert!(error.contains("does not fit"), "{error}");
}

#[test]
fn a_file_of_another_school_is_not_opened() {
    let (folder, [first, second]) = two_schools();
    fs::copy(school_file(folder.path(), second), school_file(folder.path(), first)).unwrap();
    let error = fails_naming(folder.path(), first, &school_file(folder.path(), first));
    assert!(error.contains("key does not fit"), "{error}");
}

#[test]
fn a_missing_key_is_named() {
    let (folder, [first, _]) = two_schools();
    fs::remove_file(key_file(folder.path(), first)).unwrap();
    fails_naming(folder.path(), first, &key_file(folder.path(), first));
}

#[test]
fn a_broken_key_is_named() {
    for text in ["", "1", "1 zz zz", "1 00 00", "garbage of every kind"] {
        let (folder, [first, _]) = two_schools();
        fs::write(key_file(folder.path(), first), text).unwrap();
        fails_naming(folder.path(), first, &key_file(folder.path(), first));
    }
}

#[test]
fn a_missing_master_key_is_named_and_none_is_made() {
    let (folder, [first, _]) = two_schools();
    let master = folder.path().join("master.key");
    fs::remove_file(&master).unwrap();
    let error = fails_naming(folder.path(), first, &master);
    assert!(error.contains("nothing was changed") && !master.exists(), "{error}");
}

#[test]
fn a_house_that_lost_all_its_keys_makes_no_new_ones() {
    for kept in ["control.db", "schools"] {
        let (folder, _) = two_schools();
        fs::remove_file(folder.path().join("master.key")).unwrap();
        fs::remove_dir_all(folder.path().join("keys")).unwrap();
        for other in fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()) {
            if !other.ends_with(kept) {
                fs::remove_file(&other).or_else(|_| fs::remove_dir_all(&other)).unwrap();
            }
        }
        let error = open(folder.path()).map(|_| ()).unwrap_err().to_string();
        assert!(error.contains("master.key is missing") && error.contains("nothing was changed"), "{error}");
        let mut left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        let mut expected = [kept, "homeroom.lock"];
        expected.sort_unstable();
        assert_eq!(left, expected, "no key was made");
    }
}

#[test]
fn another_houses_master_key_opens_nothing() {
    let (folder, [first, _]) = two_schools();
    fs::write(folder.path().join("master.key"), "ab".repeat(32)).unwrap();
    let error = open(folder.path()).map(|_| ()).unwrap_err().to_string();
    assert!(error.contains("does not fit the master key"), "{error}");
    fs::write(folder.path().join("master.key"), "too short").unwrap();
    fails_naming(folder.path(), first, &folder.path().join("master.key"));
}

#[test]
fn a_missing_school_file_is_not_replaced_by_an_empty_one() {
    let (folder, [first, _]) = two_schools();
    let file = school_file(folder.path(), first);
    fs::remove_file(&file).unwrap();
    fails_naming(folder.path(), first, &file);
    assert!(!file.exists());
}

#[test]
fn a_missing_control_file_is_not_replaced_by_an_empty_one() {
    let (folder, [first, _]) = two_schools();
    let file = folder.path().join("control.db");
    fs::remove_file(&file).unwrap();
    fails_naming(folder.path(), first, &file);
    assert!(!file.exists());
}

#[test]
fn a_truncated_file_is_named() {
    let (folder, [first, _]) = two_schools();
    let file = school_file(folder.path(), first);
    let whole = fs::read(&file).unwrap();
    for length in [100, 4096, whole.len() / 2] {
        fs::write(&file, &whole[..length]).unwrap();
        let error = everything(folder.path(), first).unwrap_err().to_string();
        assert!(error.contains("school.db"), "{length}: {error}");
    }
}

/// Opens the school and reads all of it.
fn everything(folder: &Path, id: DatabaseId) -> Result<Vec<String>> {
    let schools = open(folder)?;
    names(&shell(&schools, schools.get(id)?))
}

#[test]
fn a_flipped_bit_is_never_read_as_data() {
    let (folder, [first, _]) = two_schools();
    let file = school_file(folder.path(), first);
    let whole = fs::read(&file).unwrap();
    let right = everything(folder.path(), first).unwrap();
    let mut noticed = 0;
    for page in 0..whole.len() / 4096 {
        let mut flipped = whole.clone();
        flipped[page * 4096 + 100] ^= 1;
        fs::write(&file, &flipped).unwrap();
        match everything(folder.path(), first) {
            // The page is not among those that this look needs.
            Ok(names) => assert!(names == right && page > 0, "page {page}"),
            Err(error) => {
                assert!(error.to_string().contains("school.db"), "page {page}: {error}");
                noticed += 1;
            }
        }
    }
    assert!(noticed > 2, "{noticed}");
    fs::write(&file, &whole).unwrap();
    assert_eq!(everything(folder.path(), first).unwrap(), right);
}

#[test]
fn a_second_process_is_told_to_stop_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let schools = open(folder.path()).unwrap();
    let error = open(folder.path()).map(|_| ()).unwrap_err().to_string();
    assert!(error.contains("another Homeroom") && error.contains(&folder.path().display().to_string()), "{error}");
    drop(schools);
    open(folder.path()).unwrap();
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_named() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(folder.path().join("probe"), "").is_ok() {
        println!("skipped: this account may write everywhere");
        return;
    }
    let error = open(folder.path()).map(|_| ()).unwrap_err().to_string();
    assert!(error.contains(&folder.path().display().to_string()), "{error}");
}

#[cfg(unix)]
#[test]
fn keys_are_readable_by_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let (folder, [first, _]) = two_schools();
    for file in [folder.path().join("master.key"), key_file(folder.path(), first)] {
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o077, 0, "{}", file.display());
    }
    let new = folder.path().join("new/house");
    drop(open(&new).unwrap());
    for (folder, others) in [(new.join("keys"), 0), (new.clone(), 0), (folder.path().join("new"), 0o055)] {
        assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o055, others, "{}", folder.display());
    }
}

#[test]
fn a_school_whose_key_is_destroyed_opens_no_more() {
    let (folder, [first, second]) = two_schools();
    let schools = open(folder.path()).unwrap();
    schools.get(first).unwrap();
    schools.destroy_key(first).unwrap();
    assert!(schools.get(first).is_err());
    assert!(schools.get(second).is_ok());
}
