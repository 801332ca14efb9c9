//! A folder as a place. What is being written has a name of its own until it is whole and on the disk.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use kernel::{Error, Result, Timestamp};

use crate::Entry;

/// What is being written ends so, and counts for nothing.
const PART: &str = ".part";

/// A place that cannot be written or read, with what the system said.
pub fn unusable(path: &Path, error: &io::Error) -> Error {
    let words = format!("{} cannot be used ({error}): give Homeroom access to it, or free space there", path.display());
    if error.kind() == ErrorKind::StorageFull { Error::Unsaved(words) } else { Error::Internal(words) }
}

pub(crate) fn put(path: &Path, from: &mut dyn Read) -> Result<()> {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let folder = path.parent().unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let part = folder.join(format!("{name}.{}-{count}{PART}", std::process::id()));
    let written = make(folder).and_then(|()| write(&part, path, from)).and_then(|()| File::open(folder)?.sync_all());
    written.map_err(|error| {
        let _ = fs::remove_file(&part);
        unusable(path, &error)
    })
}

fn write(part: &Path, path: &Path, from: &mut dyn Read) -> io::Result<()> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut to = options.open(part)?;
    io::copy(from, &mut to)?;
    to.sync_all()?;
    fs::rename(part, path)
}

/// Makes a folder, and those above it, that only their owner may look into.
fn make(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)
}

/// Nothing where the system says that there is nothing.
fn if_there<T>(path: &Path, found: io::Result<T>) -> Result<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unusable(path, &error)),
    }
}

pub(crate) fn open(path: &Path) -> Result<Option<Box<dyn Read + Send>>> {
    Ok(if_there(path, File::open(path))?.map(|file| Box::new(file) as Box<dyn Read + Send>))
}

pub(crate) fn length(path: &Path) -> Result<Option<u64>> {
    Ok(if_there(path, fs::metadata(path))?.filter(fs::Metadata::is_file).map(|meta| meta.len()))
}

pub(crate) fn list(root: &Path, under: &str) -> Result<Vec<Entry>> {
    let (mut all, mut folders) = (Vec::new(), vec![root.join(under)]);
    while let Some(folder) = folders.pop() {
        let Some(entries) = if_there(&folder, fs::read_dir(&folder))? else { continue };
        for entry in entries {
            let path = entry.map_err(|e| unusable(&folder, &e))?.path();
            let Some(meta) = if_there(&path, fs::metadata(&path))? else { continue };
            if meta.is_dir() {
                folders.push(path);
            } else if let Some(name) = name_in(root, &path).filter(|name| !name.ends_with(PART)) {
                all.push(Entry { name, length: meta.len() });
            }
        }
    }
    Ok(all)
}

fn name_in(root: &Path, path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.strip_prefix(root).ok()?.iter().map(std::ffi::OsStr::to_str).collect();
    Some(parts?.join("/"))
}

pub(crate) fn parts(folder: &Path) -> Result<Vec<String>> {
    let Some(entries) = if_there(folder, fs::read_dir(folder))? else { return Ok(Vec::new()) };
    let mut all = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|e| unusable(folder, &e))?;
        if entry.path().is_dir() {
            all.extend(entry.file_name().to_str().map(str::to_owned));
        }
    }
    all.sort();
    Ok(all)
}

/// The folders above go with the last that lay in them.
pub(crate) fn remove(root: &Path, name: &str) -> Result<()> {
    let path = root.join(name);
    if_there(&path, fs::remove_file(&path))?;
    let mut above = path.parent();
    while let Some(folder) = above.filter(|folder| *folder != root && fs::remove_dir(folder).is_ok()) {
        above = folder.parent();
    }
    Ok(())
}

pub(crate) fn remove_all(folder: &Path) -> Result<()> {
    if_there(folder, fs::remove_dir_all(folder)).map(|_| ())
}

/// Takes away what attempts have left under `folder` that broke off before `before`.
pub fn clear_parts(folder: &Path, before: Timestamp) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let changed = entry.metadata().and_then(|meta| meta.modified()).ok();
        let since = changed.and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
        let at = since.and_then(|since| i64::try_from(since.as_millis()).ok());
        if path.to_string_lossy().ends_with(PART) && path.is_file() && at.is_some_and(|at| at < before.0) {
            let _ = fs::remove_file(path);
        }
    }
}
