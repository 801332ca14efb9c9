//! Where bytes lie outside a database: a folder, or a bucket of an S3 service. The same few verbs for both, all of
//! them synchronous: [`Bucket`] has threads of its own for what waits for the network.
//!
//! Names are relative, with `/` between parts. What is put stands under its name whole or not at all.
//! What is deliberately absent: keys and sealing (who puts something here has sealed it), and what the bytes are.

mod bucket;
mod folder;

use std::io::Read;
use std::path::{Path, PathBuf};

use kernel::{Error, Result};

pub use bucket::{Access, Bucket};
pub use folder::{clear_parts, unusable};

/// A folder or a bucket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    Folder(PathBuf),
    Bucket(Bucket),
}

/// Something that lies there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Relative to the place.
    pub name: String,
    /// Bytes.
    pub length: u64,
}

/// How the address of a bucket begins.
pub const SCHEME: &str = "s3://";

impl Place {
    /// `s3://bucket/prefix`, or a path of this machine or of what is mounted there.
    pub fn parse(text: &str, access: &Access) -> Result<Self> {
        let text = text.trim();
        if text.starts_with(SCHEME) {
            return Bucket::open(text, access).map(Self::Bucket);
        }
        if let Some((kind, _)) = text.split_once("://") {
            return Err(Error::Internal(format!(
                "{text}: Homeroom writes to folders and to buckets (s3://BUCKET/PREFIX), not to {kind}"
            )));
        }
        if text.is_empty() {
            return Err(Error::Internal("a place has no name: write a folder, or s3://BUCKET/PREFIX".to_owned()));
        }
        std::path::absolute(text).map(Self::Folder).map_err(Error::internal)
    }

    /// Its folder, where it is one.
    pub fn folder(&self) -> Option<&Path> {
        match self {
            Self::Folder(folder) => Some(folder),
            Self::Bucket(_) => None,
        }
    }

    /// Keeps `bytes` under `name`, and replaces what is there.
    ///
    /// # Errors
    /// [`Error::Unsaved`] where a disk is full; else what the machine or the service said.
    pub fn put(&self, name: &str, bytes: Vec<u8>) -> Result<()> {
        match self {
            Self::Folder(folder) => folder::put(&folder.join(name), &mut bytes.as_slice()),
            Self::Bucket(bucket) => bucket.put(name, bytes),
        }
    }

    /// The same with the bytes of a file, of any length.
    pub fn put_file(&self, name: &str, file: &Path) -> Result<()> {
        match self {
            Self::Folder(folder) => {
                let mut from = std::fs::File::open(file).map_err(|e| unusable(file, &e))?;
                folder::put(&folder.join(name), &mut from)
            }
            Self::Bucket(bucket) => bucket.put_file(name, file),
        }
    }

    /// What lies under `name`, read piece by piece; none where nothing does.
    pub fn open(&self, name: &str) -> Result<Option<Box<dyn Read + Send>>> {
        match self {
            Self::Folder(folder) => folder::open(&folder.join(name)),
            Self::Bucket(bucket) => bucket.get(name),
        }
    }

    /// How many bytes lie under `name`; none where nothing does.
    pub fn length(&self, name: &str) -> Result<Option<u64>> {
        match self {
            Self::Folder(folder) => folder::length(&folder.join(name)),
            Self::Bucket(bucket) => bucket.length(name),
        }
    }

    /// All that lies under `under`, at any depth, in the order of names. Nothing where there is no such part.
    pub fn list(&self, under: &str) -> Result<Vec<Entry>> {
        let mut all = match self {
            Self::Folder(folder) => folder::list(folder, under)?,
            Self::Bucket(bucket) => bucket.list(under)?,
        };
        all.sort();
        Ok(all)
    }

    /// The parts right under `under` that hold something, without what comes behind them: `backup-2026-11-22…`.
    pub fn parts(&self, under: &str) -> Result<Vec<String>> {
        match self {
            Self::Folder(folder) => folder::parts(&folder.join(under)),
            Self::Bucket(bucket) => bucket.parts(under),
        }
    }

    /// Takes away what lies under `name`, if anything does.
    pub fn remove(&self, name: &str) -> Result<()> {
        match self {
            Self::Folder(folder) => folder::remove(folder, name),
            Self::Bucket(bucket) => bucket.remove(name),
        }
    }

    /// Takes away all that lies under `under`.
    pub fn remove_all(&self, under: &str) -> Result<()> {
        match self {
            Self::Folder(folder) => folder::remove_all(&folder.join(under)),
            Self::Bucket(_) => self.list(under)?.iter().try_for_each(|entry| self.remove(&entry.name)),
        }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Folder(folder) => folder.display().fmt(f),
            Self::Bucket(bucket) => bucket.fmt(f),
        }
    }
}
