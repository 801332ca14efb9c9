//! What somebody sees who has only the files (C003, C004).

use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;

use super::*;

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn no_file_shows_a_name_or_a_table() {
    let folder = tempfile::tempdir().unwrap();
    let schools = open(folder.path()).unwrap();
    let context = shell(&schools, schools.create().unwrap());
    write_down(&context, "Canary Surname").unwrap();
    // Open, with its write-ahead log, and closed.
    for round in ["open", "closed"] {
        let files = files(folder.path());
        assert!(files.len() >= 5, "{files:?}");
        assert!(round == "closed" || files.iter().any(|file| file.to_string_lossy().ends_with("-wal")), "{files:?}");
        for file in files {
            let bytes = fs::read(&file).unwrap();
            for word in ["Canary", "Surname", "pupil", "security_log", "migration", "CREATE TABLE", "SQLite format"] {
                assert!(!holds(&bytes, word), "{round}: {} shows {word}", file.display());
            }
        }
        if round == "open" {
            context.database.flush().unwrap();
        }
    }
    drop((context, schools));
    let closed = files(folder.path());
    assert!(closed.iter().all(|file| !holds(&fs::read(file).unwrap(), "Canary")));
}

#[test]
fn the_same_rows_in_two_schools_share_no_bytes() {
    let (folder, ids) = two_schools();
    let blocks = ids.map(|id| {
        let bytes = fs::read(folder.path().join("schools").join(id.to_string()).join("school.db")).unwrap();
        assert!(bytes.len() > 16 * 1024);
        bytes.chunks(16).map(<[u8]>::to_vec).collect::<HashSet<_>>()
    });
    let shared = blocks[0].intersection(&blocks[1]).count();
    assert_eq!(shared, 0);
}

#[test]
fn no_key_is_stored_beside_what_it_opens() {
    let (folder, ids) = two_schools();
    let master = fs::read_to_string(folder.path().join("master.key")).unwrap();
    for id in ids {
        let beside: Vec<_> = files(&folder.path().join("schools").join(id.to_string()));
        assert!(beside.iter().all(|file| file.to_string_lossy().contains("school.db")), "{beside:?}");
        let wrapped = fs::read_to_string(folder.path().join("keys").join(format!("{id}.key"))).unwrap();
        assert!(!wrapped.contains(master.trim()));
    }
}
