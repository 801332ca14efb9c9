//! Another master in the place of the old one, while schools go on. Every key is wrapped anew beside the old ones; one
//! file then says that all of them are there, and from that moment the change happens: whatever is cut off before it is
//! undone at the next start, whatever after it is finished. The old master's file is overwritten at the end.
//!
//! A master that somebody else holds cannot be replaced from here. The keys lie under the new one all the same, and a
//! bridge, the new master wrapped under the old one, opens it until its holder gives the new one.

use std::fs;
use std::path::{Path, PathBuf};

use kernel::{Error, Random, Result};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::certificate::{self, Statement};
use super::master::{self, BRIDGE};
use super::{
    DataKey, KeyRing, file_in, make_folder, settle_folder, unfit, unreadable, unwrap, wipe, wrap, write_secret,
};
use crate::Schools;

/// The keys as they will be.
const NEXT: &str = "keys.next";
/// All of them are there.
const COMPLETE: &str = "complete";
const NEW: &str = "master.next";
const OLD: &str = "master.old";

/// What a change of the master does besides; kept in the file that says that it happens.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Plan {
    pub outside: bool,
    /// Keys that go with the old master.
    pub destroyed: Vec<String>,
    /// Whose files go.
    pub school: Option<Uuid>,
    pub certificate: Option<Statement>,
}

/// What came of it.
pub struct Rotated {
    /// Keys that were wrapped anew.
    pub keys: usize,
    /// What stands for the new master.
    pub master: String,
    /// The new master itself, where somebody else is to keep it.
    pub for_holder: Option<Zeroizing<String>>,
}

impl Schools {
    /// Puts another master in the place of the old one and destroys that. `step` hears of each thing that was done to
    /// a file.
    pub fn rotate_master(&self, step: &mut dyn FnMut(&str)) -> Result<Rotated> {
        let _alone = self.folder.alone()?;
        let _no_kit_meanwhile = self.kits.lock();
        let keys = &self.folder.keys;
        keys.change_master(DataKey::new(&self.random), Plan::default(), &self.random, step)
    }
}

impl KeyRing {
    pub(super) fn change_master(
        &self,
        new: DataKey,
        plan: Plan,
        random: &Random,
        step: &mut dyn FnMut(&str),
    ) -> Result<Rotated> {
        let _alone = self.changing.lock();
        if self.waits_for_holder() {
            return Err(Error::Internal(
                "the last new master key is not in its place yet: give it to its holder, then homeroom keys confirm; \
                 nothing was changed"
                    .to_owned(),
            ));
        }
        let plan = Plan { outside: self.source.is_outside(), ..plan };
        undo(&self.root)?;
        let keys = self.stage(&new, &plan, random, step).inspect_err(|_| drop(undo(&self.root)))?;
        // From here on it happens.
        let mut masters = self.masters.write();
        self.changed.store(true, std::sync::atomic::Ordering::SeqCst);
        move_over(&self.root, step).map_err(|error| {
            Error::Internal(format!(
                "{error}. The change of the master key is begun: start Homeroom again to finish it"
            ))
        })?;
        let (master, hex) = (new.digest(), new.hex());
        if !plan.outside {
            masters.given = new.again();
        }
        masters.inner = new;
        drop(masters);
        self.finish_change(step)?;
        Ok(Rotated { keys, master, for_holder: plan.outside.then_some(hex) })
    }

    /// Writes everything that the change needs beside what is in use.
    fn stage(&self, new: &DataKey, plan: &Plan, random: &Random, step: &mut dyn FnMut(&str)) -> Result<usize> {
        let next = self.root.join(NEXT);
        if !plan.outside {
            write_secret(&self.root.join(NEW), &new.hex())?;
            step("the new master is written");
        }
        make_folder(&next)?;
        step("a folder for the keys is made");
        let all = self.wrapped()?;
        let masters = self.masters.read();
        let mut keys = 0;
        for (name, text) in all.iter().filter(|(name, _)| *name != BRIDGE && !plan.destroyed.contains(name)) {
            // One whose destruction was cut off.
            if text.bytes().all(|byte| byte == b'0') {
                continue;
            }
            let key = unwrap(&masters.inner, name, text).ok_or_else(|| unfit(&self.file(name)))?;
            write_secret(&file_in(&next, name), &wrap(new, name, &key, random)?)?;
            step("a key is wrapped anew");
            keys += 1;
        }
        if plan.outside {
            master::put_bridge(&next, &masters.given, new, random)?;
            step("the bridge is written");
        }
        settle_folder(&next)?;
        settle_folder(&self.root)?;
        write_secret(&next.join(COMPLETE), &serde_json::to_string(plan).map_err(Error::internal)?)?;
        settle_folder(&next)?;
        step("the change begins");
        Ok(keys)
    }

    /// What is left to do when the keys are in their places: the files of a school that ended, its certificate.
    pub(super) fn finish_change(&self, step: &mut dyn FnMut(&str)) -> Result<()> {
        let next = self.root.join(NEXT);
        let Some(plan) = planned(&next)? else { return Ok(()) };
        if let Some(school) = plan.school {
            remove_files(&self.root, school, step)?;
        }
        if let Some(statement) = plan.certificate {
            self.certify(statement)?;
            step("the certificate is written");
        }
        fs::remove_file(next.join(COMPLETE)).map_err(|e| unreadable(&next, &e))?;
        step("the change has ended");
        fs::remove_dir_all(&next).map_err(|e| unreadable(&next, &e))?;
        settle_folder(&self.root)?;
        step("its folder is gone");
        Ok(())
    }

    /// The holder gives the new master now: the old one opens nothing here any more. Gives the certificates that
    /// waited for this.
    pub(super) fn confirm(&self, now: kernel::Timestamp) -> Result<Vec<PathBuf>> {
        let _alone = self.changing.lock();
        if !self.waits_for_holder() && !certificate::any_pending(&self.root)? {
            return Err(Error::Internal("no new master key waits for its holder; nothing was changed".to_owned()));
        }
        self.drop_bridge()?;
        self.confirm_certificates(now)
    }
}

impl Schools {
    /// The holder of the master says that the new one is in its place and the old one destroyed. Gives the certificates
    /// that are final now.
    pub fn confirm_master(&self) -> Result<Vec<PathBuf>> {
        let _alone = self.folder.alone()?;
        let _no_kit_meanwhile = self.kits.lock();
        self.folder.keys.confirm(self.clock.now())
    }
}

fn planned(next: &Path) -> Result<Option<Plan>> {
    let file = next.join(COMPLETE);
    if !file.exists() {
        return Ok(None);
    }
    let text = fs::read_to_string(&file).map_err(|e| unreadable(&file, &e))?;
    let damaged = |_| Error::Internal(format!("{} is damaged: put back a copy of it", file.display()));
    serde_json::from_str(&text).map(Some).map_err(damaged)
}

/// Before the master is read: goes on with a change that has begun, takes away one that has not.
pub(super) fn recover(root: &Path) -> Result<()> {
    if root.join(NEXT).join(COMPLETE).exists() { move_over(root, &mut |_| {}) } else { undo(root) }
}

fn undo(root: &Path) -> Result<()> {
    let (next, new) = (root.join(NEXT), root.join(NEW));
    if next.exists() {
        fs::remove_dir_all(&next).map_err(|e| unreadable(&next, &e))?;
    }
    if new.exists() { wipe(&new) } else { Ok(()) }
}

/// Brings keys and master to their places. Whatever is there already stays.
fn move_over(root: &Path, step: &mut dyn FnMut(&str)) -> Result<()> {
    let (next, keys) = (root.join(NEXT), root.join("keys"));
    let Some(plan) = planned(&next)? else { return Ok(()) };
    for name in &plan.destroyed {
        let file = file_in(&keys, name);
        if file.exists() {
            wipe(&file)?;
            step("a key is destroyed");
        }
    }
    for entry in fs::read_dir(&next).map_err(|e| unreadable(&next, &e))? {
        let from = entry.map_err(Error::internal)?.path();
        if let Some(name) = from.file_name().filter(|_| from.extension().is_some_and(|ending| ending == "key")) {
            let to = keys.join(name);
            fs::rename(&from, &to).map_err(|e| unreadable(&to, &e))?;
            step("a key is in its place");
        }
    }
    settle_folder(&keys)?;
    if plan.outside { Ok(()) } else { move_master(root, step) }
}

fn move_master(root: &Path, step: &mut dyn FnMut(&str)) -> Result<()> {
    let (now, new, old) = (root.join(master::FILE), root.join(NEW), root.join(OLD));
    let rename = |from: &Path, to: &Path| fs::rename(from, to).map_err(|e| unreadable(to, &e));
    if new.exists() {
        if now.exists() {
            rename(&now, &old)?;
            step("the old master is aside");
        }
        rename(&new, &now)?;
        settle_folder(root)?;
        step("the new master is in its place");
    }
    if old.exists() {
        wipe(&old)?;
        step("the old master is destroyed");
    }
    Ok(())
}

/// Every file of a school in the data folder: its own, and the copies that were put aside.
fn remove_files(root: &Path, school: Uuid, step: &mut dyn FnMut(&str)) -> Result<()> {
    let own = root.join("schools").join(school.to_string());
    if own.exists() {
        fs::remove_dir_all(&own).map_err(|e| unreadable(&own, &e))?;
        step("the school's files are gone");
    }
    for aside in ["before-upgrade", "replaced"] {
        for folder in fs::read_dir(root.join(aside)).into_iter().flatten().flatten() {
            for end in ["", "-wal", "-shm"] {
                let _ = fs::remove_file(folder.path().join(format!("{school}.db{end}")));
            }
        }
    }
    Ok(())
}
