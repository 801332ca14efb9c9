//! The recovery kit: the wrapped keys and the ledger of erasures, in one file at places of its own. With it, a backup
//! and the master key, another machine goes on; without the master key it opens nothing.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::sync::atomic::Ordering;

use kernel::{Error, Result, Timestamp};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{LAYING_OUT, Target, unusable};
use crate::folder::DataFolder;
use crate::keys::{self, DataKey, MasterSource, make_folder, settle_folder, unreadable, write_secret};
use crate::ledger;
use crate::schools::Schools;

const FILE: &str = "homeroom.kit";
/// What the data folder knows of the last kit.
const NUMBER: &str = "kit.number";
const USE: &str = "homeroom recovery kit 1";

/// A kit as it lies at a target: its number in the clear, the rest sealed with the master key.
#[derive(Clone, Debug)]
pub struct Kit {
    pub number: u64,
    pub at: Timestamp,
    /// Where it was read.
    pub place: String,
    head: Vec<u8>,
    sealed: Vec<u8>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Latest {
    kit: u64,
    at: Timestamp,
    /// Of all that the kit holds.
    digest: String,
}

#[derive(Serialize, Deserialize)]
struct Head {
    kit: u64,
    at: Timestamp,
}

#[derive(Serialize, Deserialize)]
struct Content {
    keys: BTreeMap<String, String>,
    ledger: String,
}

impl DataFolder {
    /// The number of the newest kit that was made here; 0 before the first.
    pub fn kit_number(&self) -> Result<u64> {
        Ok(read_number(self.root())?.kit)
    }

    /// Goes on after kit `known`, which this folder does not have: the next one made here is younger.
    pub fn go_on_after_kit(&self, known: u64) -> Result<()> {
        let latest = read_number(self.root())?;
        if latest.kit >= known { Ok(()) } else { write_number(self.root(), &Latest { kit: known, ..latest }) }
    }
}

fn read_number(root: &Path) -> Result<Latest> {
    let file = root.join(NUMBER);
    if !file.exists() {
        return Ok(Latest { kit: 0, at: Timestamp(0), digest: String::new() });
    }
    let text = fs::read_to_string(&file).map_err(|e| unreadable(&file, &e))?;
    serde_json::from_str(&text).map_err(|_| Error::Internal(format!("{} is damaged: put back a copy", file.display())))
}

fn write_number(root: &Path, latest: &Latest) -> Result<()> {
    write_secret(&root.join(NUMBER), &serde_json::to_string(latest).map_err(Error::internal)?)
}

impl Schools {
    /// Makes the kit anew if a key or the ledger changed since, and brings it to every target that has not the newest;
    /// gives its number. Cheap while nothing changed.
    pub fn deliver_kit(&self, targets: &[Target]) -> Result<u64> {
        let (keys, ledger) = (&self.folder.keys, &self.folder.ledger);
        let changed = [keys.changed.swap(false, Ordering::SeqCst), ledger.changed.swap(false, Ordering::SeqCst)];
        // What another process has changed shows in the folder alone.
        let stamp = self.folder.stamp();
        let is_known = !self.folder.is_shared() || *self.kit_stamp.lock() == stamp;
        if changed == [false, false] && is_known {
            return self.folder.kit_number();
        }
        let made = self.make_kit(targets);
        if made.is_err() || targets.is_empty() {
            keys.changed.store(true, Ordering::SeqCst);
        } else {
            *self.kit_stamp.lock() = stamp;
        }
        made
    }

    /// Whether every place has the newest kit, as far as is known: of several processes the working one knows, and is
    /// believed.
    pub fn kit_is_delivered(&self) -> bool {
        if !matches!(self.leads(), Ok(true)) {
            return true;
        }
        !self.folder.keys.changed.load(Ordering::SeqCst) && !self.folder.ledger.changed.load(Ordering::SeqCst)
    }

    fn make_kit(&self, targets: &[Target]) -> Result<u64> {
        let (_one_at_a_time, root) = (self.kits.lock(), self.folder.root());
        let _among_all = self.folder.take_turn("homeroom.kit")?;
        let (place, tag) = self.folder.ledger.head()?;
        let keys = self.folder.keys.wrapped()?;
        let mut digest = Sha256::new();
        for (name, text) in &keys {
            digest.update(name);
            digest.update([0]);
            digest.update(text);
            digest.update([0]);
        }
        digest.update(place.to_be_bytes());
        digest.update(tag);
        let digest = hex::encode(digest.finalize());
        let mut latest = read_number(root)?;
        if latest.digest != digest {
            latest = Latest { kit: latest.kit + 1, at: self.clock.now(), digest };
            write_number(root, &latest)?;
        }
        if targets.is_empty() {
            return Ok(latest.kit);
        }
        let file = root.join(ledger::FILE);
        let ledger = fs::read_to_string(&file).map_err(|e| unreadable(&file, &e))?;
        let sealed = self.seal(&latest, &Content { keys, ledger })?;
        for target in targets {
            put(target, latest.kit, &sealed)?;
        }
        Ok(latest.kit)
    }

    fn seal(&self, latest: &Latest, content: &Content) -> Result<Vec<u8>> {
        let head = serde_json::to_vec(&Head { kit: latest.kit, at: latest.at }).map_err(Error::internal)?;
        let plain = serde_json::to_vec(content).map_err(Error::internal)?;
        let sealed = self.folder.keys.derived(USE).seal(&self.random, &head, &plain)?;
        Ok([head.as_slice(), b"\n", &sealed].concat())
    }
}

/// Replaces the kit at a target, whole or not at all. A younger one stays: whoever put an old copy of the data folder
/// back would lose the newest keys and erasures with it.
fn put(target: &Target, number: u64, kit: &[u8]) -> Result<()> {
    if let Some(there) = Kit::at(target).ok().filter(|there| there.number > number) {
        return Err(Error::Internal(format!(
            "{} is kit {}, younger than kit {number} of this data folder, and was left alone: this folder is an older \
             copy. Bring it up to date with homeroom restore, or take that kit away if it belongs to another installation.",
            there.place, there.number
        )));
    }
    target.put(FILE, kit.to_vec())
}

impl Kit {
    /// Reads a kit, named by its file or its folder.
    pub fn read(path: &Path) -> Result<Self> {
        let file = if path.is_dir() { path.join(FILE) } else { path.to_owned() };
        let text = fs::read(&file).map_err(|e| unreadable(&file, &e))?;
        Self::parse(file.display().to_string(), &text)
    }

    /// The kit of a place; a folder may be named by the kit's own file.
    pub fn at(target: &Target) -> Result<Self> {
        if let Some(folder) = target.folder() {
            return Self::read(folder);
        }
        let mut text = Vec::new();
        let file = target.open(FILE)?;
        let mut file = file.ok_or_else(|| Error::Internal(format!("{target} holds no recovery kit")))?;
        file.read_to_end(&mut text).map_err(|e| Error::Internal(format!("{target} cannot be read: {e}")))?;
        Self::parse(format!("{target}/{FILE}"), &text)
    }

    fn parse(place: String, text: &[u8]) -> Result<Self> {
        let none = || Error::Internal(format!("{place} is no recovery kit"));
        let line = text.iter().position(|byte| *byte == b'\n').ok_or_else(none)?;
        let head: Head = serde_json::from_slice(text.get(..line).unwrap_or_default()).map_err(|_| none())?;
        let (sealed, plain) = (text.get(line + 1..).unwrap_or_default().to_vec(), text.get(..line).unwrap_or_default());
        Ok(Self { number: head.kit, at: head.at, head: plain.to_vec(), sealed, place })
    }

    /// Lays keys and ledger out in a new data folder, with the master key that they belong to.
    pub fn lay_out(&self, root: &Path, master: &str) -> Result<()> {
        self.lay_out_under(root, &keys::parse(master, "the master key that was given")?)?;
        write_secret(&root.join("master.key"), master.trim())?;
        is_laid_out(root)
    }

    /// The same where somebody else holds the master key.
    pub fn lay_out_for(&self, root: &Path, master: &MasterSource) -> Result<()> {
        self.lay_out_under(root, &master.fetch(root)?)?;
        is_laid_out(root)
    }

    fn lay_out_under(&self, root: &Path, master: &DataKey) -> Result<()> {
        let unfit = || {
            Error::Internal(format!(
                "{} does not open with this master key, or is damaged: give the two that belong together",
                self.place
            ))
        };
        let plain = DataKey::derived(USE, &[master.bytes()]).open(&self.head, &self.sealed).ok_or_else(unfit)?;
        let content: Content = serde_json::from_slice(&plain).map_err(|_| unfit())?;
        // Without the whole ledger somebody would come back: until the end the folder is nobody's.
        write_secret(&root.join(LAYING_OUT), &self.number.to_string())?;
        settle_folder(root)?;
        let folder = root.join("keys");
        make_folder(&folder)?;
        for (name, text) in &content.keys {
            if !name.chars().all(|c| c.is_ascii_alphanumeric() || ".-".contains(c)) {
                return Err(unfit());
            }
            write_secret(&folder.join(format!("{name}.key")), text)?;
        }
        write_secret(&root.join(ledger::FILE), &content.ledger)?;
        // The next kit made here must be younger than this one.
        write_number(root, &Latest { kit: self.number, at: self.at, digest: String::new() })
    }
}

fn is_laid_out(root: &Path) -> Result<()> {
    settle_folder(&root.join("keys"))?;
    settle_folder(root)?;
    let begun = root.join(LAYING_OUT);
    fs::remove_file(&begun).map_err(|e| unusable(&begun, &e))
}

/// The newest kit of these places; none where no place is named.
pub fn newest_kit(places: &[Target]) -> Result<Option<Kit>> {
    let mut kits = places.iter().map(Kit::at).collect::<Result<Vec<_>>>()?;
    kits.sort_by_key(|kit| kit.number);
    Ok(kits.pop())
}
