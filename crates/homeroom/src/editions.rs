//! The five editions, in the binary.

use std::collections::BTreeMap;

use kernel::{Error, Result};
use registry::Edition;

const FILES: [(&str, &str); 5] = [
    ("editions/nursery.toml", include_str!("../../../editions/nursery.toml")),
    ("editions/coding-school.toml", include_str!("../../../editions/coding-school.toml")),
    ("editions/conferences.toml", include_str!("../../../editions/conferences.toml")),
    ("editions/school.toml", include_str!("../../../editions/school.toml")),
    ("editions/academy.toml", include_str!("../../../editions/academy.toml")),
];

/// Reads and checks them all; a contradiction is named with its line.
pub fn all() -> Result<BTreeMap<String, Edition>> {
    FILES
        .into_iter()
        .map(|(file, text)| {
            let edition = Edition::parse(file, text).map_err(Error::internal)?;
            Ok((edition.name.clone(), edition))
        })
        .collect()
}
