//! A disk that is full or may not be written: a clear error, what was committed stays, and it goes on afterwards.
//! They run on a small disk of their own; where this account may not mount one, they say so and pass.

use std::fs;
use std::io::Write as _;
use std::process::Command;

use super::*;

const PAGE: usize = 4096;

/// A disk of 4 MiB in memory, gone with the value.
struct Disk(TempDir);

impl Disk {
    fn mount() -> Option<Self> {
        let place = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=4m", "tmpfs"]).arg(place.path()).output();
        match mounted {
            Ok(output) if output.status.success() => Some(Self(place)),
            Ok(output) => {
                println!("skipped: no disk can be mounted here: {}", String::from_utf8_lossy(&output.stderr).trim());
                None
            }
            Err(error) => {
                println!("skipped: no disk can be mounted here: {error}");
                None
            }
        }
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn remount(&self, how: &str) {
        let done = Command::new("mount").args(["-o", &format!("remount,{how}")]).arg(self.path()).status().unwrap();
        assert!(done.success(), "remount {how}");
    }

    /// Takes all space but `pages`, until the file is removed.
    fn fill(&self, pages: usize) -> std::path::PathBuf {
        let ballast = self.path().join("ballast");
        let mut file = fs::File::create(&ballast).unwrap();
        let mut written = 0;
        while let Ok(more) = file.write(&[1; PAGE]) {
            written += more;
        }
        file.set_len((written - pages * PAGE) as u64).unwrap();
        ballast
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.path()).status();
    }
}

#[test]
fn a_full_disk_keeps_what_was_committed_and_goes_on_when_there_is_space() {
    let Some(disk) = Disk::mount() else { return };
    let folder = disk.path().join("data");
    let ballast = disk.path().join("ballast");
    fs::write(&ballast, vec![1; 1 << 20]).unwrap();
    let schools = open(&folder).unwrap();
    let database = schools.create().unwrap();
    let id = database.id;
    let context = shell(&schools, database);

    let name = "n".repeat(PAGE);
    let mut kept = 0;
    let error = loop {
        match write_down(&context, &format!("{kept:06}{name}")) {
            Ok(()) => kept += 1,
            Err(error) => break error.to_string(),
        }
        assert!(kept < 2000, "the disk never filled");
    };
    assert!(kept > 20, "{kept}");
    assert!(error.contains("the disk is full") && error.contains("nothing of this change was kept"), "{error}");
    assert!(write_down(&context, &name).unwrap_err().to_string().contains("the disk is full"), "and it stays so");
    assert_eq!(names(&context).unwrap().len(), kept, "what is there can be read");

    // A restart on the full disk either opens or says why not.
    drop((context, schools));
    match open(&folder).and_then(|schools| names(&shell(&schools, schools.get(id)?))) {
        Ok(names) => assert_eq!(names.len(), kept),
        Err(error) => assert!(error.to_string().contains("the disk is full"), "{error}"),
    }

    fs::remove_file(ballast).unwrap();
    let schools = open(&folder).unwrap();
    let context = shell(&schools, schools.get(id).unwrap());
    write_down(&context, "last").unwrap();
    let there = names(&context).unwrap();
    let expected = (0..kept).map(|n| format!("{n:06}{name}")).chain(["last".to_owned()]);
    assert!(there.into_iter().eq(expected), "every committed row is there, and no other");
    let verdict = context.database.verify_audit(None).unwrap();
    assert!(verdict.fault.is_none() && verdict.entries > i64::try_from(kept).unwrap(), "{verdict:?}");
}

#[test]
fn writing_goes_on_without_a_restart_when_space_is_made() {
    let Some(disk) = Disk::mount() else { return };
    let schools = open(&disk.path().join("data")).unwrap();
    let context = shell(&schools, schools.create().unwrap());
    write_down(&context, "before").unwrap();
    let ballast = disk.fill(0);
    let mut name = String::from("during");
    let error = loop {
        match write_down(&context, &name) {
            Ok(()) => name.push_str(&"g".repeat(PAGE)),
            Err(error) => break error.to_string(),
        }
    };
    assert!(error.contains("the disk is full"), "{error}");
    fs::remove_file(ballast).unwrap();
    write_down(&context, "after").unwrap();
    assert!(names(&context).unwrap().contains(&"after".to_owned()));
}

#[test]
fn a_first_start_on_a_full_disk_can_be_tried_again() {
    let Some(disk) = Disk::mount() else { return };
    let mut refused = 0;
    for pages in 0..40 {
        let folder = disk.path().join(format!("house-{pages}"));
        let ballast = disk.fill(pages);
        if let Err(error) = open(&folder) {
            let error = error.to_string();
            assert!(error.contains("No space left") || error.contains("the disk is full"), "{pages}: {error}");
            refused += 1;
        }
        fs::remove_file(ballast).unwrap();
        let schools = open(&folder).unwrap_or_else(|error| panic!("{pages} pages: {error}"));
        schools.create().unwrap();
        drop(schools);
        fs::remove_dir_all(&folder).unwrap();
    }
    assert!(refused > 5, "{refused}");
}

#[test]
fn a_disk_that_is_read_only_is_named_and_nothing_is_lost() {
    let Some(disk) = Disk::mount() else { return };
    let folder = disk.path().join("data");
    let schools = open(&folder).unwrap();
    let database = schools.create().unwrap();
    let id = database.id;
    let context = shell(&schools, database);
    write_down(&context, "Ada").unwrap();
    drop((context, schools));
    disk.remount("ro");
    let error = open(&folder).map(|_| ()).unwrap_err().to_string();
    assert!(error.contains(&folder.display().to_string()) && error.contains("Read-only file system"), "{error}");
    disk.remount("rw");
    let schools = open(&folder).unwrap();
    assert_eq!(names(&shell(&schools, schools.get(id).unwrap())).unwrap(), ["Ada"]);
}
