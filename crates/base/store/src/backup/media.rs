//! Pictures and papers in backups. They lie sealed already, under keys that are made from rows of the database; so a
//! place keeps each file once, for all the sets that know of it, and it goes with the last of them. When the row is gone
//! from the school and from every set, a file that somebody kept opens no more (C149).

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;

use kernel::{Error, Result};
use rusqlite::Connection;

use super::Target;
use super::make::File;
use super::restore::Brought;
use crate::DatabaseId;
use crate::keys::DataKey;
use crate::media::{self, REFERRED_AS};
use crate::observe::quoted;
use crate::schools::Schools;

/// The part of a place where they lie.
const POOL: &str = "media";

fn pool(id: DatabaseId) -> String {
    format!("{POOL}/{id}")
}

/// What lies there, by address.
fn there(place: &Target, under: &str) -> Result<BTreeMap<String, u64>> {
    let address = |name: &str| Some(name.rsplit_once('/')?.1.to_owned());
    Ok(place.list(under)?.into_iter().filter_map(|entry| Some((address(&entry.name)?, entry.length))).collect())
}

fn carry(from: &Target, name: &str, to: &Target, new_name: &str) -> Result<bool> {
    let Some(mut file) = from.open(name)? else { return Ok(false) };
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(|e| Error::Internal(format!("{from}/{name} cannot be read ({e})")))?;
    to.put(new_name, bytes)?;
    Ok(true)
}

impl Schools {
    /// Brings the files that these databases need to a target that has not got them.
    ///
    /// # Errors
    /// Also where a file is missing beside its database, if its row is still there.
    pub(super) fn bring_media(&self, files: &[File], target: &Target) -> Result<()> {
        let own = self.media_place();
        for file in files.iter().filter(|file| !file.media.is_empty()) {
            let (under, pool) = (media::under(file.database), pool(file.database));
            let (here, there) = (there(&own, &under)?, there(target, &pool)?);
            let mut missing = Vec::new();
            for address in &file.media {
                let is_there = there.get(address).is_some_and(|is| here.get(address).is_none_or(|was| was == is));
                if !is_there && !carry(&own, &format!("{under}/{address}"), target, &format!("{pool}/{address}"))? {
                    missing.push(address);
                }
            }
            if missing.is_empty() {
                continue;
            }
            // What was erased in the meantime is missed by nobody.
            let needed = media::needed(&*self.visit(file.database)?)?;
            let missing = missing.into_iter().filter(|address| needed.contains(*address)).count();
            if missing > 0 {
                return Err(Error::Internal(format!(
                    "{own}/{under}: {missing} pictures or papers are missing, and so in the backup: bring them back \
                     from an older one"
                )));
            }
        }
        Ok(())
    }
}

/// Takes away from a place what none of these databases of sets needs.
pub(super) fn keep_only<'a>(target: &Target, files: impl Iterator<Item = &'a File>) -> Result<()> {
    let needed: BTreeSet<String> =
        files.flat_map(|file| file.media.iter().map(|address| format!("{}/{address}", pool(file.database)))).collect();
    target
        .list(POOL)?
        .iter()
        .filter(|entry| !needed.contains(&entry.name))
        .try_for_each(|entry| target.remove(&entry.name))
}

/// The addresses that rows of a restored database need; rows that nothing refers to any more go before.
pub(super) fn addresses(open: &Connection, own: &DataKey) -> Result<Vec<String>> {
    let look = || -> rusqlite::Result<Vec<Vec<u8>>> {
        const HOLDERS: &str = "SELECT m.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c \
                               WHERE m.type = 'table' AND c.name = ?1";
        if !open.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'media'")?.exists([])? {
            return Ok(Vec::new());
        }
        let mut holders = open.prepare(HOLDERS)?;
        let holders: Vec<String> = holders.query_map([REFERRED_AS], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let mut lonely = "DELETE FROM media WHERE true".to_owned();
        for holder in &holders {
            lonely.push_str(&format!(
                " AND id NOT IN (SELECT {REFERRED_AS} FROM {} WHERE {REFERRED_AS} IS NOT NULL)",
                quoted(holder)
            ));
        }
        open.execute(&lonely, [])?;
        let mut contents =
            open.prepare("SELECT content FROM media UNION SELECT small FROM media WHERE small IS NOT NULL")?;
        contents.query_map([], |row| row.get(0))?.collect()
    };
    Ok(look().map_err(Error::internal)?.iter().map(|content| media::address(own, content)).collect())
}

/// Brings the files of a restored database from the backup to where they belong; gives how many are not to be had.
pub(super) fn fetch(brought: &Brought, from: &Target, to: &Target) -> Result<usize> {
    let (under, pool) = (media::under(brought.database), pool(brought.database));
    let here = if brought.media.is_empty() { BTreeMap::new() } else { there(to, &under)? };
    let mut missing = 0;
    for address in brought.media.iter().filter(|address| !here.contains_key(*address)) {
        if !carry(from, &format!("{pool}/{address}"), to, &format!("{under}/{address}"))? {
            missing += 1;
        }
    }
    Ok(missing)
}

/// Whether a place has the files of a database that was restored apart.
pub(super) fn are_there(brought: &Brought, place: &Target) -> Result<()> {
    if brought.media.is_empty() {
        return Ok(());
    }
    let there = there(place, &pool(brought.database))?;
    match brought.media.iter().filter(|address| !there.contains_key(*address)).count() {
        0 => Ok(()),
        missing => Err(Error::Internal(format!(
            "{place}: {missing} pictures or papers of {} are missing: make a new backup, or bring them from another place",
            brought.database
        ))),
    }
}
