//! The bill of materials: every package of `Cargo.lock`, in CycloneDX 1.5. Made while building, from the file
//! that the build itself obeys, so that it cannot be of another version.

use serde_json::{Value, json};

/// The bill of the packages in this `Cargo.lock`.
pub fn of(lock: &str) -> Result<String, String> {
    let lock: toml::Table = lock.parse().map_err(|error: toml::de::Error| error.to_string())?;
    let packages = lock.get("package").and_then(toml::Value::as_array).ok_or("no package in Cargo.lock")?;
    let (own, others): (Vec<&toml::Value>, Vec<&toml::Value>) =
        packages.iter().partition(|package| package.get("source").is_none());
    let version = own.iter().find(|package| word(package, "name") == "homeroom").map(|own| word(own, "version"));
    let version = version.unwrap_or_default();
    let name_of = |reference: &str| resolve(packages, reference);
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": {
            "type": "application", "name": "homeroom", "version": version,
            "bom-ref": format!("pkg:cargo/homeroom@{version}"),
            "licenses": [{ "license": { "id": "AGPL-3.0-or-later" } }],
        } },
        "components": others.iter().map(|package| component(package)).collect::<Vec<_>>(),
        "dependencies": packages.iter().map(|package| json!({
            "ref": purl(package),
            "dependsOn": package.get("dependencies").and_then(toml::Value::as_array).into_iter().flatten()
                .filter_map(toml::Value::as_str).filter_map(name_of).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
    });
    serde_json::to_string_pretty(&bill).map_err(|error| error.to_string())
}

fn component(package: &toml::Value) -> Value {
    let mut component = json!({
        "type": "library",
        "name": word(package, "name"),
        "version": word(package, "version"),
        "purl": purl(package),
        "bom-ref": purl(package),
    });
    if let (Some(digest), Some(fields)) =
        (package.get("checksum").and_then(toml::Value::as_str), component.as_object_mut())
    {
        fields.insert("hashes".to_owned(), json!([{ "alg": "SHA-256", "content": digest }]));
    }
    component
}

/// `name`, or `name version` where there are several, as Cargo.lock refers to packages.
fn resolve(packages: &[toml::Value], reference: &str) -> Option<String> {
    let mut words = reference.split(' ');
    let (name, version) = (words.next()?, words.next());
    packages
        .iter()
        .find(|package| {
            word(package, "name") == name && version.is_none_or(|version| word(package, "version") == version)
        })
        .map(purl)
}

fn purl(package: &toml::Value) -> String {
    format!("pkg:cargo/{}@{}", word(package, "name"), word(package, "version"))
}

fn word<'a>(package: &'a toml::Value, key: &str) -> &'a str {
    package.get(key).and_then(toml::Value::as_str).unwrap_or_default()
}
