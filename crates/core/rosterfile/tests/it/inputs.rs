//! Real files that none of us wrote, read in place. The tests of the whole house include this file too.

use std::path::{Path, PathBuf};

/// The folder of real files, or nothing, said aloud, where there is none.
pub fn inputs(folder: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|above| above.join("../shared/inputs"));
    let root = std::env::var_os("HOMEROOM_INPUTS").map(PathBuf::from).or_else(|| beside().find(|path| path.is_dir()));
    let path = root.unwrap_or_default().join(folder);
    if path.is_dir() {
        return Some(path);
    }
    println!("skipped: {} is not here", path.display());
    None
}

/// All files below a folder, sorted.
pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files_below(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}
