//! A school moves to another place: its rows are copied and compared, then one commit of the control database says
//! where it lies. Before that commit it is fully here, after it fully there. Who writes meanwhile waits, or is told 503
//! and when to try again. What was here is kept until somebody says that all is well.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kernel::{Error, Result};
use serde::Serialize;

use crate::backup::Digests;
use crate::database::{Database, DatabaseId};
use crate::driver::{Place, schema};
use crate::folder::Schools;
use crate::keys::make_folder;
use crate::location::Location;

/// What a move has brought across, and compared.
#[derive(Clone, Debug, Serialize)]
pub struct Moved {
    pub tables: usize,
    pub rows: u64,
    /// Without a password.
    pub from: String,
    pub to: String,
}

impl Schools {
    /// Moves a school. What was written there before by a move that broke off is replaced.
    ///
    /// # Errors
    /// Where a row did not arrive as it was; the school is then where it was.
    pub fn move_to(&self, id: DatabaseId, to: &Location) -> Result<Moved> {
        let from = self.location(id)?;
        if from == *to {
            return Err(Error::Internal(format!("the school lies at {} already", to.shown())));
        }
        let here = self.get(id)?;
        here.flush()?;
        // In this process nobody else writes while the turn is held, in another nobody while the change is open.
        let turn = here.alone()?;
        turn.connection()?.begin_change()?;
        let moved = self.copy_across(&here, &from, to);
        if let Ok((_, there)) = &moved {
            here.continue_at(Arc::clone(there));
        }
        turn.connection()?.roll_back()?;
        drop(turn);
        let (moved, there) = moved?;
        self.replace(&there);
        Ok(moved)
    }

    fn copy_across(&self, here: &Arc<Database>, from: &Location, to: &Location) -> Result<(Moved, Arc<Database>)> {
        let id = here.id;
        let place = self.place(id, to)?;
        self.clear(&place)?;
        let snapshot = here.snapshot()?;
        let (there, copied) = match &place {
            Place::File(file) => {
                file.parent().map_or(Ok(()), make_folder)?;
                let copied = here.copy_into_file(&snapshot, file)?;
                (self.open_there(id, place)?, copied)
            }
            Place::Schema(schema) => {
                schema::create(&schema.pool, &schema.name)?;
                let there = self.open_there(id, place)?;
                let copied = here.streaming(&snapshot, |rows| there.pour(rows))?;
                (there, copied)
            }
        };
        let arrived = there.digests(&there.snapshot()?)?;
        compare(&copied, &arrived)?;
        self.keep_file(id, from)?;
        self.lies_at(id, to)?;
        let rows = arrived.values().map(|(rows, _)| rows).sum();
        Ok((Moved { tables: arrived.len(), rows, from: from.shown(), to: to.shown() }, there))
    }

    /// A file that was restored for a school that lies on PostgreSQL: its rows take the place of those there, which are
    /// kept aside in a file. Done again from the start if it breaks off.
    pub(crate) fn take_over(&self, id: DatabaseId, place: Place, file: &Path) -> Result<Database> {
        let restored = self.open_there(id, Place::File(file.to_owned()))?;
        let is_there = match &place {
            Place::Schema(schema) => schema::exists(&schema.pool, &schema.name)?,
            Place::File(_) => false,
        };
        if let (Place::Schema(schema), false) = (&place, is_there) {
            schema::create(&schema.pool, &schema.name)?;
        }
        let there = self.open_at(id, place, self.folder.keys.get(id.0)?, self.migrations())?;
        if is_there {
            let aside = self.folder.replaced().join(format!("{}", self.clock.now().0));
            make_folder(&self.folder.replaced())?;
            make_folder(&aside)?;
            there.copy_into_file(&there.snapshot()?, &aside.join(format!("{id}.db")))?;
        }
        let sent = restored.streaming(&restored.snapshot()?, |rows| there.pour(rows))?;
        compare(&sent, &there.digests(&there.snapshot()?)?)?;
        drop(restored);
        self.clear(&Place::File(file.to_owned()))?;
        Ok(there)
    }

    /// What a move that broke off has left where this one is going.
    fn clear(&self, place: &Place) -> Result<()> {
        match place {
            Place::File(file) => {
                for end in ["", "-wal", "-shm"] {
                    let left = PathBuf::from(format!("{}{end}", file.display()));
                    if left.exists() {
                        fs::remove_file(&left).map_err(Error::internal)?;
                    }
                }
                Ok(())
            }
            Place::Schema(place) if schema::exists(&place.pool, &place.name)? => {
                schema::remove(&place.pool, &place.name)
            }
            Place::Schema(_) => Ok(()),
        }
    }

    /// A file that is left behind gets another name, so that nobody takes it for one that was restored.
    fn keep_file(&self, id: DatabaseId, from: &Location) -> Result<()> {
        if *from != Location::Folder {
            return Ok(());
        }
        let file = self.folder.file(id);
        fs::rename(&file, left_behind(&file)).map_err(Error::internal)
    }

    /// What was left behind by a move, if anything is.
    pub fn left_behind(&self, id: DatabaseId) -> Option<PathBuf> {
        Some(left_behind(&self.folder.file(id))).filter(|file| file.exists())
    }

    /// Removes what a move left behind: nobody can go back to it then.
    pub fn confirm_move(&self, id: DatabaseId, from: Option<&Location>) -> Result<()> {
        let lies_at = self.location(id)?;
        if lies_at != Location::Folder
            && let Some(file) = self.left_behind(id)
        {
            fs::remove_file(file).map_err(Error::internal)?;
        }
        match from {
            Some(from) if *from != lies_at => self.clear(&self.place(id, from)?),
            _ => Ok(()),
        }
    }
}

/// `school.db` as it is called once the school lies elsewhere.
pub(crate) fn left_behind(file: &Path) -> PathBuf {
    file.with_extension("moved")
}

fn compare(sent: &Digests, arrived: &Digests) -> Result<()> {
    match sent.iter().find(|(table, digest)| arrived.get(*table) != Some(digest)) {
        None if sent.len() == arrived.len() => Ok(()),
        other => Err(Error::Internal(format!(
            "{} did not arrive as it was sent; the school is where it was",
            other.map_or("a table", |(table, _)| table.as_str())
        ))),
    }
}
