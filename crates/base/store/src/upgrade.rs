//! Before a database is brought to a newer schema a copy of it is made, readable with the same key: whoever
//! has to go back to the release before has something to go back to. One copy for each database, the last.

use std::fs;
use std::path::Path;

use kernel::{Error, Result};

use crate::Database;
use crate::driver::sqlite::Opened;
use crate::driver::witness::Witness;
use crate::keys::make_folder;

/// Copies an open database to `kept`: whole, or not at all. A copy by the same release is replaced, one by an
/// older release removed after it.
pub(crate) fn keep_copy(open: &Opened, kept: &Path) -> Result<()> {
    let copy =
        |part: &Path| open.execute("VACUUM INTO ?1", [part.to_string_lossy()]).map(drop).map_err(Error::internal);
    kept_as(kept, copy)
}

fn kept_as(kept: &Path, copy: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let Some((folder, all)) = kept.parent().and_then(|folder| Some((folder, folder.parent()?))) else {
        return Err(Error::Internal(format!("{} is no place for a copy", kept.display())));
    };
    make_folder(all)?;
    make_folder(folder)?;
    let part = kept.with_extension("part");
    let failed = |error: &dyn std::fmt::Display| {
        let _ = fs::remove_file(&part);
        Error::Internal(format!(
            "the copy before the upgrade cannot be written to {} ({error}). Free space there, or give Homeroom write \
             access; nothing was changed.",
            folder.display()
        ))
    };
    // What an attempt that broke off has left.
    let _ = fs::remove_file(&part);
    copy(&part).map_err(|e| failed(&e))?;
    fs::File::open(&part).and_then(|file| file.sync_all()).map_err(|e| failed(&e))?;
    fs::rename(&part, kept).map_err(|e| failed(&e))?;
    fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(|e| failed(&e))?;
    forget_older(all, folder, kept);
    Ok(())
}

/// The same for one that has no file: its rows, in a file of its own key.
pub(crate) fn keep_rows(database: &Database, as_it_is: Witness, kept: &Path) -> Result<()> {
    let snapshot = database.snapshot()?.of_schema(as_it_is);
    kept_as(kept, |part| database.copy_into_file(&snapshot, part).map(drop))
}

/// Copies that other releases made of the same database. What cannot be removed does no harm.
fn forget_older(all: &Path, newest: &Path, kept: &Path) {
    let (Some(name), Ok(releases)) = (kept.file_name(), fs::read_dir(all)) else { return };
    for release in releases.flatten().map(|entry| entry.path()).filter(|path| path != newest) {
        let _ = fs::remove_file(release.join(name));
        let _ = fs::remove_dir(&release);
    }
}
