//! Checks on the text of the project itself, each with what to do about it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sha2::{Digest, Sha256};

/// Lines of a source file; migrations and lists of names may be longer.
const FILE_LIMIT: usize = 500;

pub fn run() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    let mut faults = Vec::new();
    let files = files(root);
    for file in &files {
        let Ok(text) = fs::read_to_string(file) else { continue };
        let name = file.strip_prefix(root).unwrap_or(file).display().to_string();
        sizes(&name, &text, &mut faults);
        words(&name, &text, &mut faults);
        templates(&name, &text, &mut faults);
        styles(&name, &text, &mut faults);
    }
    vendored(root, &mut faults);
    locales(root, &files, &mut faults);
    for fault in &faults {
        eprintln!("tidy: {fault}");
    }
    eprintln!("tidy: {} files read, {} faults", files.len(), faults.len());
    if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Every text of ours: what is built, vendored by a package client or downloaded is left out.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return found };
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !["target", ".git", "node_modules", "shots", "data"].contains(&name.as_str()) {
                found.extend(files(&path));
            }
        } else if ["rs", "html", "css", "ftl", "toml", "mjs", "md"]
            .iter()
            .any(|ending| name.ends_with(&format!(".{ending}")))
        {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn sizes(name: &str, text: &str, faults: &mut Vec<String>) {
    let lines = text.lines().count();
    if name.ends_with(".rs") && lines > FILE_LIMIT && !name.contains("/migrations") {
        faults.push(format!("{name}: {lines} lines; split it by noun at {FILE_LIMIT}"));
    }
}

/// Words that promise work for later: do it, or write it where people look for it.
fn words(name: &str, text: &str, faults: &mut Vec<String>) {
    let later = ["TO", "FIX"].map(|start| format!("{start}{}", if start == "TO" { "DO" } else { "ME" }));
    for (line, words) in text.lines().enumerate() {
        if later.iter().any(|word| words.contains(word.as_str())) {
            faults.push(format!("{name}:{}: do it now, or write it in CHANGELOG.md under what is missing", line + 1));
        }
    }
}

/// The policy of every page allows no inline script or style, and no other origin.
fn templates(name: &str, text: &str, faults: &mut Vec<String>) {
    if !name.ends_with(".html") {
        return;
    }
    for wrong in ["style=\"", "<script>", "onclick=", "http://", "https://", "<style"] {
        if text.contains(wrong) {
            faults.push(format!("{name}: `{wrong}` would be blocked by the page's own policy"));
        }
    }
}

/// Left and right turn around in Arabic.
fn styles(name: &str, text: &str, faults: &mut Vec<String>) {
    if !name.ends_with(".css") {
        return;
    }
    for (line, rule) in text.lines().enumerate() {
        let rule = rule.trim();
        let physical = [
            "margin-left",
            "margin-right",
            "padding-left",
            "padding-right",
            "left:",
            "right:",
            "text-align: left",
            "text-align: right",
        ];
        if physical.iter().any(|word| rule.starts_with(word)) || rule.contains("!important") {
            faults.push(format!("{name}:{}: use a logical property, and no force: {rule}", line + 1));
        }
    }
}

/// Every vendored file is as its row says.
fn vendored(root: &Path, faults: &mut Vec<String>) {
    let Ok(text) = fs::read_to_string(root.join("assets/vendor.toml")) else {
        return faults.push("assets/vendor.toml is missing".to_owned());
    };
    let table: toml::Table = match text.parse() {
        Ok(table) => table,
        Err(error) => return faults.push(format!("assets/vendor.toml: {error}")),
    };
    let packages = table.get("package").and_then(toml::Value::as_array).cloned().unwrap_or_default();
    for file in packages.iter().filter_map(|p| p.get("file")).filter_map(toml::Value::as_array).flatten() {
        let word = |key: &str| file.get(key).and_then(toml::Value::as_str).unwrap_or_default();
        match fs::read(root.join("assets").join(word("path"))) {
            Ok(bytes) if hex::encode(Sha256::digest(&bytes)) == word("sha256") => {}
            Ok(_) => faults.push(format!("assets/{} is not what vendor.toml says: vendor it again", word("path"))),
            Err(error) => faults.push(format!("assets/{}: {error}", word("path"))),
        }
    }
}

/// The five files of each module hold the same keys.
fn locales(root: &Path, files: &[PathBuf], faults: &mut Vec<String>) {
    for english in files.iter().filter(|f| f.ends_with("locales/en.ftl")) {
        let keys = |path: &Path| -> Vec<String> {
            let text = fs::read_to_string(path).unwrap_or_default();
            let mut keys: Vec<String> = text
                .lines()
                .filter_map(|line| line.split_once(" ="))
                .map(|(key, _)| key.to_owned())
                .filter(|key| key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'))
                .collect();
            keys.sort();
            keys
        };
        let wanted = keys(english);
        for language in ["nl", "et", "ar", "hi"] {
            let other = english.with_file_name(format!("{language}.ftl"));
            let there = keys(&other);
            let name = other.strip_prefix(root).unwrap_or(&other).display().to_string();
            for missing in wanted.iter().filter(|key| !there.contains(key)) {
                faults.push(format!("{name}: {missing} is missing"));
            }
            for extra in there.iter().filter(|key| !wanted.contains(key)) {
                faults.push(format!("{name}: {extra} is in no English file"));
            }
        }
    }
}
