//! Keys: one master, and under it one data key per database, wrapped and kept apart from the data (C004).
//!
//! `master` says where the master comes from, `rewrap` puts another in its place, `school` gives a school another data
//! key, `destroy` ends one for good, and `certificate` says so under the installation's signature. Decision 22.

mod certificate;
mod destroy;
mod master;
mod rewrap;
mod school;

use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use kernel::{Error, Random, Result};
use parking_lot::{Mutex, RwLock};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

pub use certificate::{Certificate, State, Statement, Verdict, public_key_in};
pub use destroy::Destroyed;
pub(crate) use master::parse;
pub use master::{MasterSource, VARIABLE};
pub use rewrap::Rotated;
pub use school::NewKey;

const NONCE: usize = 24;

/// A database's raw 256-bit key. Never printed.
pub struct DataKey {
    bytes: Zeroizing<[u8; 32]>,
    /// How often the database was given another key.
    epoch: u32,
}

impl DataKey {
    pub fn new(random: &Random) -> Self {
        Self::of(Zeroizing::new(random.bytes()))
    }

    pub(crate) fn of(bytes: Zeroizing<[u8; 32]>) -> Self {
        Self { bytes, epoch: 0 }
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let mut key = Zeroizing::new([0; 32]);
        (bytes.len() == key.len()).then(|| key.copy_from_slice(bytes))?;
        Some(Self::of(key))
    }

    fn in_epoch(self, epoch: u32) -> Self {
        Self { epoch, ..self }
    }

    /// A key that only who has all of `from` can make; `of` says what for.
    pub(crate) fn derived(of: &str, from: &[&[u8]]) -> Self {
        let mut digest = Sha256::new();
        for part in std::iter::once(of.as_bytes()).chain(from.iter().copied()) {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
        Self::of(Zeroizing::new(digest.finalize().into()))
    }

    /// Seals `plain` for the place that `bound` names: at another place it does not open.
    pub(crate) fn seal(&self, random: &Random, bound: &[u8], plain: &[u8]) -> Result<Vec<u8>> {
        self.seal_with(random.bytes(), bound, plain)
    }

    /// The same with a nonce of the caller's, who sees to it that none comes twice.
    pub(crate) fn seal_with(&self, nonce: [u8; NONCE], bound: &[u8], plain: &[u8]) -> Result<Vec<u8>> {
        let sealed = self
            .cipher()
            .encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: bound })
            .map_err(|_| Error::Internal("something could not be sealed".to_owned()))?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Opens what [`DataKey::seal`] made for this place; nothing where key, place or bytes are others.
    pub(crate) fn open(&self, bound: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE)?;
        let nonce: [u8; NONCE] = nonce.try_into().ok()?;
        let plain = self.cipher().decrypt(&XNonce::from(nonce), Payload { msg: sealed, aad: bound }).ok()?;
        Some(Zeroizing::new(plain))
    }

    pub(crate) fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.bytes().into())
    }

    pub(crate) fn hex(&self) -> Zeroizing<String> {
        Zeroizing::new(hex::encode(*self.bytes))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.bytes
    }

    pub(crate) fn epoch(&self) -> u32 {
        self.epoch
    }

    /// What stands for the key where the key itself must not: nobody gets back from it.
    pub(crate) fn digest(&self) -> String {
        Self::derived("homeroom key digest 1", &[self.bytes()]).hex().to_string()
    }

    fn is(&self, other: &Self) -> bool {
        self.digest() == other.digest()
    }
}

/// The folder of wrapped keys and the master that opens them.
pub struct KeyRing {
    root: PathBuf,
    folder: PathBuf,
    source: MasterSource,
    masters: RwLock<Masters>,
    /// Whoever makes, destroys or wraps keys does it alone; whoever reads one does not wait for them.
    changing: Mutex<()>,
    /// A key was made or destroyed that the recovery kit does not know of yet.
    pub(crate) changed: AtomicBool,
}

struct Masters {
    /// Wraps the keys.
    inner: DataKey,
    /// The one that the holder gives; another than `inner` until they put the new one in its place.
    given: DataKey,
}

impl KeyRing {
    /// Opens the ring; makes the master key in an empty data folder. With databases but no master key it
    /// refuses: a new master would open nothing. A change of the master that was cut off is finished, or undone.
    pub fn open(data: &Path, source: &MasterSource, random: &Random) -> Result<Self> {
        rewrap::recover(data)?;
        let folder = data.join("keys");
        let given = match source {
            MasterSource::File => Self::of_file(data, random)?,
            _ => source.fetch(data)?,
        };
        make_folder(&folder)?;
        let masters = master::behind(&folder, given)?;
        let ring = Self {
            root: data.to_owned(),
            folder,
            source: source.clone(),
            masters: RwLock::new(masters),
            changing: Mutex::default(),
            changed: AtomicBool::new(true),
        };
        school::recover(&ring)?;
        ring.finish_change(&mut |_| {})?;
        Ok(ring)
    }

    fn of_file(data: &Path, random: &Random) -> Result<DataKey> {
        let file = data.join(master::FILE);
        if !file.exists() {
            // Keys and databases may have been lost together or apart: either says that a master was here.
            let is_new = is_empty(&data.join("keys"))? && is_empty(&data.join("schools"))?;
            if !is_new || data.join("control.db").exists() {
                return Err(Error::Internal(format!(
                    "{} is missing, and without it no school here can be opened. Put the file back from where \
                     you keep it, or name the key service that holds the key; nothing was changed.",
                    file.display()
                )));
            }
            write_secret(&file, &DataKey::new(random).hex())?;
        }
        MasterSource::File.fetch(data)
    }

    fn file(&self, name: &str) -> PathBuf {
        file_in(&self.folder, name)
    }

    /// Makes and stores a key for a new database.
    pub fn create(&self, id: Uuid, random: &Random) -> Result<DataKey> {
        self.create_named(&id.to_string(), random)
    }

    /// The same for what is no database: the ledger of erasures, a day's backups.
    pub(crate) fn create_named(&self, name: &str, random: &Random) -> Result<DataKey> {
        let key = DataKey::new(random);
        let _alone = self.changing.lock();
        self.put(name, &key, random)?;
        Ok(key)
    }

    /// Whoever calls is alone.
    fn put(&self, name: &str, key: &DataKey, random: &Random) -> Result<()> {
        write_secret(&self.file(name), &wrap(&self.masters.read().inner, name, key, random)?)?;
        self.changed.store(true, Ordering::Relaxed);
        Ok(())
    }

    /// Whether a key was made for a database.
    pub fn has(&self, id: Uuid) -> bool {
        self.has_named(&id.to_string())
    }

    pub(crate) fn has_named(&self, name: &str) -> bool {
        self.file(name).exists()
    }

    /// Unwraps the key of a database.
    pub fn get(&self, id: Uuid) -> Result<DataKey> {
        self.get_named(&id.to_string())
    }

    pub(crate) fn get_named(&self, name: &str) -> Result<DataKey> {
        let masters = self.masters.read();
        let file = self.file(name);
        let text = fs::read_to_string(&file).map_err(|e| unreadable(&file, &e))?;
        unwrap(&masters.inner, name, &text).ok_or_else(|| unfit(&file))
    }

    /// Forgets a database's key: what was written with it can be read by nobody who holds only this ring.
    pub fn destroy(&self, id: Uuid) -> Result<()> {
        self.destroy_named(&id.to_string())
    }

    pub(crate) fn destroy_named(&self, name: &str) -> Result<()> {
        let _alone = self.changing.lock();
        self.changed.store(true, Ordering::Relaxed);
        wipe(&self.file(name))
    }

    /// Every key by its name, wrapped as it lies there.
    pub(crate) fn wrapped(&self) -> Result<BTreeMap<String, String>> {
        let _as_one = self.masters.read();
        let mut all = BTreeMap::new();
        for entry in fs::read_dir(&self.folder).map_err(|e| unreadable(&self.folder, &e))? {
            let path = entry.map_err(Error::internal)?.path();
            let name = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".key"));
            if let Some(name) = name {
                all.insert(name.to_owned(), fs::read_to_string(&path).map_err(|e| unreadable(&path, &e))?);
            }
        }
        Ok(all)
    }

    /// A key made from the master's for another use than wrapping: from the one that its holder has in hand.
    pub(crate) fn derived(&self, of: &str) -> DataKey {
        DataKey::derived(of, &[self.masters.read().given.bytes()])
    }
}

impl crate::Schools {
    pub fn keys(&self) -> &KeyRing {
        &self.folder.keys
    }
}

fn file_in(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}.key"))
}

fn unfit(file: &Path) -> Error {
    Error::Internal(format!(
        "{} does not fit the master key, or is damaged. Put back the key file or the master that belong \
         together; nothing was changed.",
        file.display()
    ))
}

/// A key as its file holds it: the format's number, nonce, sealed bytes, and the epoch if it is not the first.
fn wrap(master: &DataKey, name: &str, key: &DataKey, random: &Random) -> Result<String> {
    let sealed = master.seal(random, &bound(name, key.epoch), key.bytes())?;
    let (nonce, sealed) = sealed.split_at_checked(NONCE).unwrap_or_default();
    let text = format!("1 {} {}", hex::encode(nonce), hex::encode(sealed));
    Ok(if key.epoch == 0 { text } else { format!("{text} {}", key.epoch) })
}

fn unwrap(master: &DataKey, name: &str, text: &str) -> Option<DataKey> {
    let mut parts = text.split_whitespace().skip(1);
    let nonce = hex::decode(parts.next()?).ok().filter(|nonce| nonce.len() == NONCE)?;
    let sealed = hex::decode(parts.next()?).ok()?;
    let epoch: u32 = parts.next().map_or(Some(0), |epoch| epoch.parse().ok())?;
    let key = master.open(&bound(name, epoch), &[nonce, sealed].concat())?;
    Some(DataKey::read(&key)?.in_epoch(epoch))
}

/// Whether a folder holds nothing, or is not there.
fn is_empty(folder: &Path) -> Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
        Err(error) => Err(unreadable(folder, &error)),
    }
}

/// A wrapped key opens only for the database it was made for.
fn bound(name: &str, epoch: u32) -> Vec<u8> {
    let text = format!("homeroom data key 1 {name}");
    if epoch == 0 { text.into_bytes() } else { format!("{text} {epoch}").into_bytes() }
}

/// Overwrites a small file and removes it.
pub(crate) fn wipe(file: &Path) -> Result<()> {
    let gone = fs::File::options().write(true).open(file).and_then(|mut open| {
        let length = usize::try_from(open.metadata()?.len()).unwrap_or_default();
        open.write_all(&vec![b'0'; length])?;
        open.sync_all()?;
        fs::remove_file(file)
    });
    gone.map_err(|e| unreadable(file, &e))
}

/// Brings to the disk which files a folder holds.
pub(crate) fn settle_folder(folder: &Path) -> Result<()> {
    fs::File::open(folder).and_then(|open| open.sync_all()).map_err(|e| unreadable(folder, &e))
}

/// Makes a folder that only its owner may look into, if it is not there yet.
pub fn make_folder(path: &Path) -> Result<()> {
    let unmade = |e: std::io::Error| {
        Error::Internal(format!("{} cannot be made ({e}): give Homeroom write access there", path.display()))
    };
    if path.is_dir() {
        return Ok(());
    }
    if let Some(above) = path.parent() {
        fs::create_dir_all(above).map_err(unmade)?;
    }
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(unmade)
}

pub(crate) fn unreadable(file: &Path, error: &std::io::Error) -> Error {
    if error.kind() == ErrorKind::NotFound {
        return Error::Internal(format!(
            "{} is missing. Put it back from where you keep a copy; nothing was changed.",
            file.display()
        ));
    }
    Error::Internal(format!("{} cannot be read: {error}", file.display()))
}

/// Writes a file only its owner may read, whole or not at all.
pub(crate) fn write_secret(file: &Path, text: &str) -> Result<()> {
    let unwritable =
        |e: std::io::Error| Error::Internal(format!("{} cannot be written ({e}); nothing was changed", file.display()));
    let part = file.with_extension("part");
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut open = options.open(&part).map_err(unwritable)?;
    open.write_all(text.as_bytes()).and_then(|()| open.sync_all()).map_err(unwritable)?;
    fs::rename(&part, file).map_err(unwritable)
}
