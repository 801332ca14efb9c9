//! The end of a school's data for good (C004): its keys, the master that had wrapped them, its files; the others go on
//! under a new master. A kept copy of its database, of a backup, of `keys/` or of a recovery kit opens nothing after.

use std::path::{Path, PathBuf};

use kernel::{Error, Result};

use super::certificate::{self, Draft, EndedBackup, EndedKey, Masters, Statement};
use super::rewrap::Plan;
use super::{DataKey, school};
use crate::backup::{Target, sets};
use crate::driver::{Place, schema};
use crate::location::Location;
use crate::media;
use crate::{DataFolder, DatabaseId, Schools};

/// What is in writing about it.
pub struct Destroyed {
    pub certificate: PathBuf,
    pub statement: Statement,
    /// The new master, where somebody else is to keep it.
    pub for_holder: Option<zeroize::Zeroizing<String>>,
}

impl Schools {
    /// Destroys the keys of a school, called `name`, with everything that could open them, and its files. `targets` are
    /// the places whose backups the certificate names; those elsewhere end as well.
    pub fn destroy_school(
        &self,
        id: DatabaseId,
        name: &str,
        targets: &[Target],
        step: &mut dyn FnMut(&str),
    ) -> Result<Destroyed> {
        let _alone = self.folder.alone()?;
        let (_no_backup, _no_kit) = (self.making.lock(), self.kits.lock());
        let keys = &self.folder.keys;
        let location = self.location(id)?;
        let certificate = certificate::certificate_of(self.folder.root(), id.0);
        if !keys.has(id.0) {
            // Only what was certified is gone over again: a key that was merely lost takes nothing along.
            let statement = certificate::read(&certificate)?;
            self.end_rows(id, &location)?;
            return Ok(Destroyed { certificate, statement, for_holder: keys.waiting_master() });
        }
        let installation = keys.public_key(&self.random)?;
        let ending = school::names_of(id.0, keys.wrapped()?.into_keys());
        let mut ended = Vec::new();
        for name in &ending {
            ended.push(EndedKey { name: name.clone(), digest: keys.get_named(name)?.digest() });
        }
        let new = DataKey::new(&self.random);
        let statement = Draft {
            database: id.0,
            school: name.to_owned(),
            at: self.clock.now(),
            keys: ended,
            backups: backups_of(&self.folder, id, targets)?,
            kits_up_to: self.folder.kit_number()?,
            master: Masters { held: keys.held().to_owned(), old: keys.master_digest(), new: new.digest() },
            is_pending: keys.source.is_outside(),
            rows_at: matches!(location, Location::Postgres(_)).then(|| location.shown()),
        }
        .statement(installation);
        let plan =
            Plan { destroyed: ending, school: Some(id.0), certificate: Some(statement.clone()), ..Plan::default() };
        let rotated = keys.change_master(new, plan, &self.random, step)?;
        self.end_rows(id, &location)?;
        Ok(Destroyed { certificate, statement, for_holder: rotated.for_holder })
    }

    /// What of a school lies outside its file, once its keys are gone: papers, and rows on PostgreSQL. Asked for the
    /// destruction again, it is gone over again.
    fn end_rows(&self, id: DatabaseId, location: &Location) -> Result<()> {
        self.close_for_good(id);
        self.stirred.forget(id);
        self.media_place().remove_all(&media::under(id))?;
        if let Place::Schema(place) = self.place(id, location)? {
            if schema::exists(&place.pool, &place.name)? {
                schema::remove(&place.pool, &place.name)?;
            }
            self.lies_at(id, &Location::Folder)?;
        }
        Ok(())
    }
}

/// Backups at these places that hold the school. A place that cannot be reached stops it: the certificate would lack it.
fn backups_of(folder: &DataFolder, id: DatabaseId, targets: &[Target]) -> Result<Vec<EndedBackup>> {
    let mut found = Vec::new();
    // A folder that is not there yet holds none.
    for target in targets.iter().filter(|target| target.folder().is_none_or(Path::exists)) {
        let sets = sets(target).map_err(|e| {
            Error::Internal(format!("{e}; nothing was destroyed, since the certificate is to name every backup"))
        })?;
        for set in sets {
            // One that does not open has ended before.
            let files = set.files(folder).unwrap_or_default();
            for file in files.into_iter().filter(|file| file.database == id) {
                found.push(EndedBackup { place: target.to_string(), backup: set.name.clone(), sha256: file.sha256 });
            }
        }
    }
    Ok(found)
}
