//! A school moves to another place: its rows are copied and compared, then one step says where it lies. Before that
//! step it is fully here, after it fully there. Who writes meanwhile waits, or is told 503 and when to try again. What was
//! here is kept until somebody says that all is well.
//!
//! A school's file in the data folder always counts: the control database is asked only where there is none. So a file
//! that is renamed is the one step, and one that a restore has put there is what the school is from then on.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kernel::{Error, Result};
use serde::Serialize;

use crate::backup::Digests;
use crate::database::{Database, DatabaseId};
use crate::driver::{Place, schema};
use crate::keys::make_folder;
use crate::location::Location;
use crate::schools::{Schools, of_one_process};

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
        let _alone = self.folder.alone()?;
        if *to == Location::Folder && self.folder.is_shared() {
            return Err(of_one_process());
        }
        let from = self.location(id)?;
        let moved = self.move_across(&self.get(id)?, &from, to)?;
        self.replace(&moved.1);
        Ok(moved.0)
    }

    /// Moves the control database; whoever starts next has to be told where it lies.
    ///
    /// # Errors
    /// As for [`Schools::move_to`], and where another process is at work.
    pub fn move_control(&self, to: &Location) -> Result<Moved> {
        let _alone = self.folder.alone()?;
        let (control, from) = (self.control()?, &self.folder.control);
        if let Place::Schema(place) = self.place(control.id, to)? {
            let refused = |words: &str| Err(Error::Internal(format!("{words}; nothing was changed")));
            if self.folder.is_shared() {
                return refused("it lies on PostgreSQL already: take it back first, with --to sqlite:");
            }
            if schema::exists(&place.pool, &place.name)? {
                return refused(
                    "a control database lies there, of this installation or another: name another place beside it, \
                     with ?homeroom=NAME at the end of the address",
                );
            }
            if let Some(id) = self.in_files()? {
                return refused(&format!(
                    "the school {id} lies in a file, which one process alone may use: move it first, with homeroom \
                     school move"
                ));
            }
        }
        Ok(self.move_across(&control, from, to)?.0)
    }

    /// A school that lies in a file, if one does.
    fn in_files(&self) -> Result<Option<String>> {
        let Ok(folders) = fs::read_dir(self.folder.schools()) else { return Ok(None) };
        for folder in folders {
            let folder = folder.map_err(Error::internal)?;
            if folder.path().join("school.db").exists() {
                return Ok(Some(folder.file_name().to_string_lossy().into_owned()));
            }
        }
        Ok(None)
    }

    fn move_across(&self, here: &Arc<Database>, from: &Location, to: &Location) -> Result<(Moved, Arc<Database>)> {
        if from == to {
            return Err(Error::Internal(format!("it lies at {} already", to.shown())));
        }
        here.flush()?;
        // In this process nobody else writes while the turn is held, in another nobody while the change is open.
        let turn = here.alone()?;
        turn.connection()?.settle()?;
        turn.connection()?.begin_change()?;
        let moved = self.copy_across(here, from, to);
        if let Ok((_, there)) = &moved {
            here.continue_at(Arc::clone(there));
        }
        turn.connection()?.roll_back()?;
        drop(turn);
        moved
    }

    fn copy_across(&self, here: &Arc<Database>, from: &Location, to: &Location) -> Result<(Moved, Arc<Database>)> {
        let id = here.id;
        let file = self.folder.file(id);
        let (snapshot, arriving) = (here.snapshot()?, file.with_extension("arriving"));
        let place = match self.place(id, to)? {
            Place::File(_) => Place::File(arriving.clone()),
            place @ Place::Schema(_) => place,
        };
        clear(&place)?;
        let (there, copied) = match &place {
            Place::File(arriving) => {
                arriving.parent().map_or(Ok(()), make_folder)?;
                let copied = here.copy_into_file(&snapshot, arriving)?;
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
        let there = match to {
            Location::Folder => {
                // Closed first: what its log holds is in the file then.
                drop(there);
                // A log that was left here belongs to another file.
                clear(&Place::File(file.clone()))?;
                fs::rename(&arriving, &file).and_then(|()| settle(&file)).map_err(Error::internal)?;
                self.open_there(id, Place::File(file))?
            }
            Location::Postgres(_) => {
                if !id.0.is_nil() {
                    self.lies_at(id, to)?;
                }
                if *from == Location::Folder {
                    fs::rename(&file, left_behind(&file)).and_then(|()| settle(&file)).map_err(Error::internal)?;
                    clear(&Place::File(file))?;
                }
                there
            }
        };
        let rows = arrived.values().map(|(rows, _)| rows).sum();
        Ok((Moved { tables: arrived.len(), rows, from: from.shown(), to: to.shown() }, there))
    }

    /// What was left behind by a move, if anything is.
    pub fn left_behind(&self, id: DatabaseId) -> Option<PathBuf> {
        Some(left_behind(&self.folder.file(id))).filter(|file| file.exists())
    }

    /// Removes what a move left behind: nobody can go back to it then. `from` is the database that it left.
    pub fn confirm_move(&self, id: DatabaseId, from: Option<&Location>) -> Result<()> {
        let lies_at = self.location(id)?;
        if lies_at == Location::Folder {
            self.lies_at(id, &Location::Folder)?;
        } else if let Some(file) = self.left_behind(id) {
            clear(&Place::File(file))?;
        }
        match from {
            Some(from) if *from != lies_at => {
                let here = self.get(id)?;
                let turn = here.alone()?;
                turn.connection()?.begin_change()?;
                let cleared = self.place(id, from).and_then(|place| clear(&place));
                turn.connection()?.roll_back()?;
                cleared
            }
            _ => Ok(()),
        }
    }
}

/// What a move that broke off has left where this one is going.
fn clear(place: &Place) -> Result<()> {
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
        Place::Schema(place) if schema::exists(&place.pool, &place.name)? => schema::remove(&place.pool, &place.name),
        Place::Schema(_) => Ok(()),
    }
}

/// Brings a new name to the disk.
fn settle(file: &Path) -> std::io::Result<()> {
    file.parent().map_or(Ok(()), |folder| fs::File::open(folder)?.sync_all())
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
