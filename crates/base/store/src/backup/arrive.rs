//! What was restored takes its place. One file says that all of it is whole, and which databases it is: whatever is cut
//! off before it has changed nothing, whatever is cut off after it is finished when the folder is opened next. The file
//! stays until somebody has ended the sessions that came back too ([`DataFolder::restored`]).

use std::fs;
use std::path::{Path, PathBuf};

use kernel::{Error, Result, Timestamp};
use serde::{Deserialize, Serialize};

use super::{REPLACED, RESTORING, unusable};
use crate::DatabaseId;
use crate::folder::{DataFolder, file_in};
use crate::keys::{make_folder, settle_folder, write_secret};

const COMPLETE: &str = "complete";

#[derive(Serialize, Deserialize)]
struct Plan {
    /// The folder among those that were replaced.
    aside: String,
    databases: Vec<DatabaseId>,
}

impl DataFolder {
    /// Databases that have taken their place and are not let in yet: their sessions are as they were, and time may have
    /// erased what came back.
    pub fn restored(&self) -> Result<Vec<DatabaseId>> {
        Ok(planned(self.root())?.map(|plan| plan.databases).unwrap_or_default())
    }

    /// They are let in.
    pub fn is_let_in(&self) -> Result<()> {
        let apart = self.root().join(RESTORING);
        fs::remove_dir_all(&apart).map_err(|e| unusable(&apart, &e))
    }

    /// Each file that waits apart takes its place. Those that took theirs before, and are not let in yet, are `before`.
    pub(super) fn arrive(&self, new: &[DatabaseId], before: &[DatabaseId], now: Timestamp) -> Result<()> {
        let apart = self.root().join(RESTORING);
        let aside = now.to_utc().format("%Y-%m-%dT%H-%M-%S%.3fZ").to_string();
        let databases = new.iter().chain(before.iter().filter(|id| !new.contains(id))).copied().collect();
        let plan = serde_json::to_string(&Plan { aside, databases }).map_err(Error::internal)?;
        settle_folder(&apart)?;
        write_secret(&apart.join(COMPLETE), &plan)?;
        // From here on it happens.
        settle_folder(&apart).and_then(|()| finish(self.root())).map_err(|error| {
            Error::Internal(format!("{error}. The restore is begun: start Homeroom, or restore again, to finish it"))
        })
    }
}

/// Finishes a restore that has begun, takes away one that has not.
pub(crate) fn recover(root: &Path) -> Result<()> {
    let apart = root.join(RESTORING);
    if apart.join(COMPLETE).exists() {
        return finish(root);
    }
    let _ = fs::remove_dir_all(apart);
    Ok(())
}

fn planned(root: &Path) -> Result<Option<Plan>> {
    let file = root.join(RESTORING).join(COMPLETE);
    if !file.exists() {
        return Ok(None);
    }
    let text = fs::read_to_string(&file).map_err(|e| unusable(&file, &e))?;
    serde_json::from_str(&text)
        .map(Some)
        .map_err(|_| Error::Internal(format!("{} is damaged: take it away and restore once more", file.display())))
}

fn finish(root: &Path) -> Result<()> {
    let Some(plan) = planned(root)? else { return Ok(()) };
    let aside = root.join(REPLACED).join(&plan.aside);
    plan.databases.iter().try_for_each(|id| take_place(root, *id, &aside))
}

/// What stands there is moved aside with its log, which belongs to no other file.
fn take_place(root: &Path, id: DatabaseId, aside: &Path) -> Result<()> {
    let (new, place) = (root.join(RESTORING).join(format!("{id}.db")), file_in(root, id));
    if !new.exists() {
        return Ok(());
    }
    let folder = place.parent().unwrap_or(root);
    make_folder(folder)?;
    for end in ["", "-wal", "-shm"] {
        let there = PathBuf::from(format!("{}{end}", place.display()));
        if there.exists() {
            make_folder(aside.parent().unwrap_or(root))?;
            make_folder(aside)?;
            let kept = aside.join(format!("{id}.db{end}"));
            fs::rename(&there, &kept).map_err(|e| unusable(&kept, &e))?;
        }
    }
    fs::rename(&new, &place).map_err(|e| unusable(&place, &e))?;
    settle_folder(folder)
}
