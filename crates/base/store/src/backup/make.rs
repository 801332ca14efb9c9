//! Makes a set: every database of the installation, each checked by restoring it, then at every target. A set stands
//! under its name only when it is whole; what a crash leaves is called a part, and counts for nothing.

use std::fs;
use std::io::{BufWriter, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use kernel::{Error, Result, Timestamp};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::restore::{Head, file_key, file_name};
use super::sealed::Sealing;
use super::{MAKING, Settings, Target, keep, unusable};
use crate::keys::make_folder;
use crate::schools::Schools;
use crate::{Database, DatabaseId};

/// A database to be backed up, and for how many days.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    pub id: DatabaseId,
    pub days: i64,
}

/// A database in a set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    pub database: DatabaseId,
    pub rows: u64,
    pub bytes: u64,
    /// Of the file as it lies there, hexadecimal.
    pub sha256: String,
    /// The key of its day.
    pub day: String,
    /// Addresses of the files that lie beside the database.
    pub media: Vec<String>,
}

/// What came of it. With problems it is no good backup; what did succeed is there all the same.
#[derive(Clone, Debug, Serialize)]
pub struct Made {
    pub name: String,
    pub at: Timestamp,
    pub files: Vec<File>,
    /// Places where the set stands now.
    pub targets: usize,
    pub problems: Vec<String>,
}

impl Schools {
    /// Backs these databases up to every target and checks each by restoring it; then ends what was kept long enough.
    ///
    /// # Errors
    /// Only where nothing could be made at all; else the problems say what is missing.
    pub fn back_up(&self, settings: &Settings, wanted: &[Wanted], tell: &mut dyn FnMut(u64, u64)) -> Result<Made> {
        let _one_at_a_time = (self.making.lock(), self.folder.take_turn("homeroom.making")?);
        if settings.to.is_empty() {
            return Err(Error::Internal("no place for backups is named: set backup.to, or --backup-to".to_owned()));
        }
        // Made in the first folder among them; where all are buckets, on this machine, from where it is sent.
        let first = settings.to.iter().find(|target| target.folder().is_some());
        let making = self.folder.root().join(MAKING);
        let here = first.and_then(Target::folder).unwrap_or(&making);
        let at = self.clock.now();
        let mut made = Made { name: keep::name(at), at, files: Vec::new(), targets: 0, problems: Vec::new() };
        settings.to.iter().for_each(keep::clear_parts);
        for wanted in wanted {
            let key = keep::day_key(at.date(), wanted.days);
            if !self.folder.keys.has_named(&key) {
                self.folder.keys.create_named(&key, &self.random)?;
            }
        }
        // Without the kit of this day's key the backup would help nobody on another machine.
        let kit = self.deliver_kit(&settings.kit_to).or_else(|error| {
            made.problems.push(error.to_string());
            self.deliver_kit(&[])
        })?;
        let part = keep::part(here, &made.name);
        make_folder(here)?;
        make_folder(&part)?;
        for (n, one) in wanted.iter().enumerate() {
            tell(n as u64, wanted.len() as u64);
            match self.back_up_one(*one, at, &part) {
                Ok(file) => made.files.push(file),
                Err(error) => made.problems.push(error.to_string()),
            }
        }
        let longest = wanted.iter().map(|wanted| wanted.days).max().unwrap_or_default();
        keep::write_manifest(self, &part, at, kit, keep::day_key(at.date(), longest), &made.files)?;
        stand(&part, here, &made.name)?;
        for target in &settings.to {
            if let Err(error) = self.bring_media(&made.files, target) {
                made.problems.push(error.to_string());
            }
            let brought = if Some(target) == first { Ok(()) } else { copy(&here.join(&made.name), target, &made) };
            match brought {
                Ok(()) => made.targets += 1,
                Err(error) => made.problems.push(error.to_string()),
            }
        }
        if first.is_none() {
            let _ = fs::remove_dir_all(&making);
        }
        if let Err(error) = self.expire_backups(&settings.to).and_then(|_| self.deliver_kit(&settings.kit_to)) {
            made.problems.push(error.to_string());
        }
        Ok(made)
    }

    /// One database: written, read back, restored into a place apart, looked over.
    fn back_up_one(&self, wanted: Wanted, at: Timestamp, part: &Path) -> Result<File> {
        let database = if wanted.id.0.is_nil() { self.control()? } else { self.visit(wanted.id)? };
        let path = part.join(file_name(wanted.id));
        let made = self.write_file(&database, wanted, at, &path).and_then(|file| {
            let brought = self.folder.check_file(&path, &self.random)?;
            if brought.rows != file.rows {
                return Err(Error::Internal("other rows came back".to_owned()));
            }
            Ok(File { media: brought.media, ..file })
        });
        made.map_err(|error| {
            let _ = fs::remove_file(&path);
            Error::Internal(format!("{}: {error}", wanted.id))
        })
    }

    fn write_file(&self, database: &Arc<Database>, wanted: Wanted, at: Timestamp, path: &Path) -> Result<File> {
        let salt: [u8; 32] = self.random.bytes();
        let (day, epoch) = (keep::day_key(at.date(), wanted.days), self.folder.keys.get(wanted.id.0)?.epoch());
        let head = Head { database: wanted.id, day, at, salt: hex::encode(salt), epoch };
        let mut line = serde_json::to_vec(&head).map_err(Error::internal)?;
        line.push(b'\n');
        let key = file_key(&self.folder.keys, &head)?;
        let broken = |e: std::io::Error| unusable(path, &e);
        let mut file = BufWriter::new(fs::File::create_new(path).map_err(broken)?);
        file.write_all(&line).map_err(broken)?;
        let mut out = DeflateEncoder::new(Sealing::new(file, &key, &line), Compression::fast());
        let counts = database.write_rows(&mut out)?;
        let file = out.finish().and_then(Sealing::finish).map_err(broken)?;
        let file = file.into_inner().map_err(|e| broken(e.into_error()))?;
        file.sync_all().map_err(broken)?;
        let (bytes, sha256) = digest(path)?;
        Ok(File { database: wanted.id, rows: counts.values().sum(), bytes, sha256, day: head.day, media: Vec::new() })
    }
}

/// Length and digest of a file as it lies there.
pub(super) fn digest(path: &Path) -> Result<(u64, String)> {
    let broken = |e: std::io::Error| unusable(path, &e);
    let mut file = fs::File::open(path).map_err(broken)?;
    let (mut digest, mut bytes, mut buffer) = (Sha256::new(), 0, vec![0; 1 << 16]);
    loop {
        let n = file.read(&mut buffer).map_err(broken)?;
        if n == 0 {
            return Ok((bytes, hex::encode(digest.finalize())));
        }
        digest.update(buffer.get(..n).unwrap_or_default());
        bytes += n as u64;
    }
}

/// From here on the part is a set.
fn stand(part: &Path, folder: &Path, name: &str) -> Result<()> {
    let broken = |e: std::io::Error| unusable(folder, &e);
    let to: PathBuf = folder.join(name);
    fs::File::open(part).and_then(|part| part.sync_all()).map_err(broken)?;
    fs::rename(part, &to).map_err(broken)?;
    fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(broken)
}

/// Brings a set to another target. In a folder, what was written is read there; a service refuses what arrives changed,
/// since its digest is signed, and says how long it is. The manifest comes last: without it a set is none.
fn copy(set: &Path, target: &Target, made: &Made) -> Result<()> {
    let mut files = Vec::new();
    for entry in fs::read_dir(set).map_err(|e| unusable(set, &e))? {
        files.push(entry.map_err(|e| unusable(set, &e))?.path());
    }
    files.sort_by_key(|file| file.file_name().is_some_and(|name| name == keep::MANIFEST));
    let unlike = |place: &dyn std::fmt::Display| Error::Internal(format!("{place} does not read as it was written"));
    let Some(folder) = target.folder() else {
        for file in &files {
            let name = format!("{}/{}", made.name, file.file_name().unwrap_or_default().to_string_lossy());
            target.put_file(&name, file)?;
            if target.length(&name)? != fs::metadata(file).ok().map(|meta| meta.len()) {
                return Err(unlike(&format!("{target}/{name}")));
            }
        }
        return Ok(());
    };
    make_folder(folder)?;
    let part = keep::part(folder, &made.name);
    make_folder(&part)?;
    for from in &files {
        let to = part.join(from.file_name().unwrap_or_default());
        fs::copy(from, &to).and_then(|_| fs::File::open(&to)?.sync_all()).map_err(|e| unusable(&to, &e))?;
        if digest(from)? != digest(&to)? {
            return Err(unlike(&to.display()));
        }
    }
    stand(&part, folder, &made.name)
}
