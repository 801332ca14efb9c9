//! Keys: one master, and under it one data key per database, wrapped and kept apart from the data (C004).

use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use kernel::{Error, Random, Result};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

/// A database's raw 256-bit key. Never printed.
pub struct DataKey(Zeroizing<[u8; 32]>);

impl DataKey {
    pub fn new(random: &Random) -> Self {
        Self(Zeroizing::new(random.bytes()))
    }

    /// A key that only who has all of `from` can make; `of` says what for.
    pub(crate) fn derived(of: &str, from: &[&[u8]]) -> Self {
        let mut digest = Sha256::new();
        for part in std::iter::once(of.as_bytes()).chain(from.iter().copied()) {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
        Self(Zeroizing::new(digest.finalize().into()))
    }

    pub(crate) fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(self.bytes().into())
    }

    pub(crate) fn hex(&self) -> Zeroizing<String> {
        Zeroizing::new(hex::encode(*self.0))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// The folder of wrapped keys and the master that opens them.
pub struct KeyRing {
    folder: PathBuf,
    master: Zeroizing<[u8; 32]>,
    /// A key was made or destroyed that the recovery kit does not know of yet.
    pub(crate) changed: AtomicBool,
}

impl KeyRing {
    /// Opens the ring; makes the master key in an empty data folder. With databases but no master key it
    /// refuses: a new master would open nothing.
    pub fn open(data: &Path, random: &Random) -> Result<Self> {
        let folder = data.join("keys");
        let file = data.join("master.key");
        if !file.exists() {
            // Keys and databases may have been lost together or apart: either says that a master was here.
            if !is_empty(&folder)? || !is_empty(&data.join("schools"))? || data.join("control.db").exists() {
                return Err(Error::Internal(format!(
                    "{} is missing, and without it no school here can be opened. Put the file back from where \
                     you keep it; nothing was changed.",
                    file.display()
                )));
            }
            write_secret(&file, &hex::encode(random.bytes::<32>()))?;
        }
        make_folder(&folder)?;
        let text = Zeroizing::new(fs::read_to_string(&file).map_err(|e| unreadable(&file, &e))?);
        let mut master = Zeroizing::new([0; 32]);
        hex::decode_to_slice(text.trim(), &mut *master)
            .map_err(|_| Error::Internal(format!("{} does not hold a key: 64 hexadecimal digits", file.display())))?;
        Ok(Self { folder, master, changed: AtomicBool::new(true) })
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.key"))
    }

    /// Makes and stores a key for a new database.
    pub fn create(&self, id: Uuid, random: &Random) -> Result<DataKey> {
        self.create_named(&id.to_string(), random)
    }

    /// The same for what is no database: the ledger of erasures, a day's backups.
    pub(crate) fn create_named(&self, name: &str, random: &Random) -> Result<DataKey> {
        let key = DataKey::new(random);
        let nonce: [u8; 24] = random.bytes();
        let sealed = self
            .cipher()
            .encrypt(&XNonce::from(nonce), Payload { msg: key.bytes(), aad: &bound(name) })
            .map_err(|_| Error::Internal("a key could not be wrapped".to_owned()))?;
        write_secret(&self.file(name), &format!("1 {} {}", hex::encode(nonce), hex::encode(sealed)))?;
        self.changed.store(true, Ordering::Relaxed);
        Ok(key)
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
        let file = self.file(name);
        let text = fs::read_to_string(&file).map_err(|e| unreadable(&file, &e))?;
        let broken = || {
            Error::Internal(format!(
                "{} does not fit the master key, or is damaged. Put back the key file or the master that belong \
                 together; nothing was changed.",
                file.display()
            ))
        };
        let mut parts = text.split_whitespace().skip(1).map(hex::decode);
        let (Some(Ok(nonce)), Some(Ok(sealed))) = (parts.next(), parts.next()) else { return Err(broken()) };
        let nonce: [u8; 24] = nonce.try_into().map_err(|_| broken())?;
        let opened = self
            .cipher()
            .decrypt(&XNonce::from(nonce), Payload { msg: &sealed, aad: &bound(name) })
            .map_err(|_| broken())?;
        let opened = Zeroizing::new(opened);
        let mut key = Zeroizing::new([0; 32]);
        if opened.len() != key.len() {
            return Err(broken());
        }
        key.copy_from_slice(&opened);
        Ok(DataKey(key))
    }

    /// Forgets a database's key: what was written with it can be read by nobody who holds only this ring.
    pub fn destroy(&self, id: Uuid) -> Result<()> {
        self.destroy_named(&id.to_string())
    }

    /// The wrapped key is overwritten before its file goes.
    pub(crate) fn destroy_named(&self, name: &str) -> Result<()> {
        let file = self.file(name);
        let gone = fs::File::options().write(true).open(&file).and_then(|mut open| {
            let length = usize::try_from(open.metadata()?.len()).unwrap_or_default();
            open.write_all(&vec![b'0'; length])?;
            open.sync_all()?;
            fs::remove_file(&file)
        });
        self.changed.store(true, Ordering::Relaxed);
        gone.map_err(|e| unreadable(&file, &e))
    }

    /// Every key by its name, wrapped as it lies there.
    pub(crate) fn wrapped(&self) -> Result<BTreeMap<String, String>> {
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

    /// A key made from the master's for another use than wrapping.
    pub(crate) fn derived(&self, of: &str) -> DataKey {
        DataKey::derived(of, &[self.master.as_slice()])
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&(*self.master).into())
    }
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
fn bound(name: &str) -> Vec<u8> {
    format!("homeroom data key 1 {name}").into_bytes()
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
