//! The bill of materials is of this very build (C161).

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use super::shell::json;

#[test]
fn the_bill_names_every_package_of_the_lock_file_and_no_other() {
    let here = tempfile::tempdir().unwrap();
    let bill = json(here.path(), &["sbom"]);
    assert_eq!((bill["bomFormat"].as_str(), bill["specVersion"].as_str()), (Some("CycloneDX"), Some("1.5")));
    assert_eq!(bill["metadata"]["component"]["version"], env!("CARGO_PKG_VERSION"));
    let lock = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../Cargo.lock")).unwrap();
    let lock: toml::Table = lock.parse().unwrap();
    let word = |package: &toml::Value, key: &str| package.get(key).and_then(|v| v.as_str()).unwrap_or("").to_owned();
    let locked: BTreeSet<_> = lock["package"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|package| package.get("source").is_some())
        .map(|package| (word(package, "name"), word(package, "version"), word(package, "checksum")))
        .collect();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let components = bill["components"].as_array().unwrap();
    let billed: BTreeSet<_> = components
        .iter()
        .map(|part| (text(&part["name"]), text(&part["version"]), text(&part["hashes"][0]["content"])))
        .collect();
    assert!(billed.len() > 200 && billed == locked, "{:?}", billed.symmetric_difference(&locked).next());
    // Every reference leads somewhere, and no package stands there twice.
    let own: BTreeSet<String> = bill["dependencies"].as_array().unwrap().iter().map(|d| text(&d["ref"])).collect();
    let refs: BTreeSet<String> = components.iter().map(|part| text(&part["bom-ref"])).collect();
    assert_eq!(refs.len(), components.len());
    for dependency in bill["dependencies"].as_array().unwrap() {
        for on in dependency["dependsOn"].as_array().unwrap() {
            assert!(own.contains(&text(on)), "{on} is in no list");
        }
    }
}
