//! All databases of one installation: which there are, where they lie, which are open.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::SystemTime;

use kernel::{Clock, Error, Random, Result};
use parking_lot::{Mutex, RwLock};
use uuid::Uuid;

use crate::database::{Database, DatabaseId, InHouse};
use crate::driver::news::News;
use crate::driver::postgres::Place as SchemaPlace;
use crate::driver::witness::Witness;
use crate::driver::{Place, Pool, schema, sqlite};
use crate::folder::DataFolder;
use crate::handles::{Handles, Openness};
use crate::keys::{DataKey, make_folder};
use crate::lead::Lead;
use crate::location::{self, Location};
use crate::migrate::Migration;
use crate::seal::{self, Seals};
use crate::stirred::Stirred;
use crate::watch::Register;
use crate::{Actor, Context, anchor, backup, media, outbox, own_tables, security, sorting, switch};

/// The control database, and the schools that are open now.
pub struct Schools {
    pub folder: DataFolder,
    pub clock: Clock,
    pub random: Random,
    migrations: Vec<Migration>,
    control_migrations: Vec<Migration>,
    /// What may be read for what, and which modules are closed (C095, C097).
    pub register: Arc<Register>,
    control: Mutex<Option<Arc<Database>>>,
    pub(crate) open: Handles,
    /// Where new schools are put if nobody says; the data folder unless set.
    pub home: OnceLock<Location>,
    /// Schools that lie elsewhere, once they were asked for.
    elsewhere: RwLock<Option<HashMap<DatabaseId, Location>>>,
    pools: Mutex<HashMap<String, Arc<Pool>>>,
    /// What statements of schools on PostgreSQL touch.
    witness: Mutex<Option<Arc<Witness>>>,
    /// Which of several processes this is.
    process: Uuid,
    pub(crate) lead: Lead,
    /// Written to since the clock's last look.
    pub stirred: Arc<Stirred>,
    /// Where backups go; unset where nobody said.
    pub backups: OnceLock<backup::Settings>,
    /// Where pictures and papers lie; beside each school's database where nobody said otherwise.
    pub media: OnceLock<place::Place>,
    /// One backup is made at a time, and one kit.
    pub(crate) making: Mutex<()>,
    pub(crate) kits: Mutex<()>,
    /// Of the folder, as the last kit has it.
    pub(crate) kit_stamp: Mutex<Option<(u64, SystemTime)>>,
}

impl Schools {
    pub fn new(
        folder: DataFolder,
        clock: Clock,
        random: Random,
        migrations: Vec<Migration>,
        control_migrations: Vec<Migration>,
        register: Register,
    ) -> Self {
        let with_own = |mut more: Vec<Migration>| {
            // Another house's list has them already.
            more.retain(|migration| !migration.name.starts_with("store/"));
            more.splice(
                0..0,
                [
                    own_tables::MIGRATION,
                    switch::MIGRATION,
                    security::MIGRATION,
                    outbox::UNTIL,
                    sorting::MIGRATION,
                    media::MIGRATION,
                    anchor::MIGRATION,
                    outbox::UNDELIVERED,
                    seal::MIGRATION,
                ],
            );
            more
        };
        let (stirred, process) = if folder.is_shared() {
            (Stirred::shared(), random.uuid(clock.now()))
        } else {
            (Stirred::default(), Uuid::nil())
        };
        Self {
            folder,
            clock,
            random,
            migrations: with_own(migrations),
            control_migrations: [with_own(control_migrations), vec![location::MIGRATION, location::SEALED]].concat(),
            register: Arc::new(register),
            control: Mutex::default(),
            open: Handles::default(),
            home: OnceLock::new(),
            elsewhere: RwLock::default(),
            pools: Mutex::default(),
            witness: Mutex::default(),
            process,
            lead: Lead::default(),
            stirred: Arc::new(stirred),
            backups: OnceLock::new(),
            media: OnceLock::new(),
            making: Mutex::default(),
            kits: Mutex::default(),
            kit_stamp: Mutex::default(),
        }
    }

    /// What a school's tables are made by, to open the same folder elsewhere.
    pub fn migrations(&self) -> Vec<Migration> {
        self.migrations.clone()
    }

    /// The installation's own database; holds no family (law 1).
    pub fn control(&self) -> Result<Arc<Database>> {
        let mut control = self.control.lock();
        if let Some(open) = &*control {
            return Ok(Arc::clone(open));
        }
        let id = DatabaseId(Uuid::nil());
        let place = self.place(id, &self.folder.control)?;
        let opened = match (is_there(&place)?, self.folder.keys.has(id.0)) {
            (false, true) => return Err(missing(&place)),
            (false, false) => {
                if let Place::Schema(place) = &place {
                    schema::create(&place.pool, &place.name)?;
                }
                self.make(id, place, &self.control_migrations)?
            }
            (true, _) => {
                let key = self.folder.keys.get(id.0)?;
                self.open_at(id, place, key, &self.control_migrations)?
            }
        };
        let opened = Arc::new(opened);
        *control = Some(Arc::clone(&opened));
        self.folder.opening.lock().take();
        Ok(opened)
    }

    /// Where new schools are put if nobody says: where the settings say, else beside the control database.
    pub fn home(&self) -> &Location {
        self.home.get().filter(|home| **home != Location::Folder).unwrap_or(&self.folder.control)
    }

    /// Makes an empty, migrated school with a key of its own, where new schools are put.
    pub fn create(&self) -> Result<Arc<Database>> {
        self.create_at(self.home())
    }

    /// The same at a place that is named.
    pub fn create_at(&self, location: &Location) -> Result<Arc<Database>> {
        let id = DatabaseId(self.random.uuid(self.clock.now()));
        let place = self.place(id, location)?;
        match &place {
            Place::File(_) if self.folder.is_shared() => return Err(of_one_process()),
            Place::File(file) => file.parent().map_or(Ok(()), make_folder)?,
            Place::Schema(place) => schema::create(&place.pool, &place.name)?,
        }
        let made = self.make(id, place, &self.migrations).and_then(|made| {
            if *location != Location::Folder {
                self.lies_at(id, location)?;
            }
            Ok(Arc::new(made))
        })?;
        self.open.keep(&made);
        self.stirred.note(id);
        Ok(made)
    }

    /// What makes the tables of a school, or those of the control database.
    fn migrations_of(&self, id: DatabaseId) -> &[Migration] {
        if id.0.is_nil() { &self.control_migrations } else { &self.migrations }
    }

    /// Where a database of this location has its rows.
    pub(crate) fn place(&self, id: DatabaseId, location: &Location) -> Result<Place> {
        let Location::Postgres(url) = location else { return Ok(Place::File(self.folder.file(id))) };
        let witness = if id.0.is_nil() {
            Arc::new(Witness::new(&self.control_migrations, &self.register)?)
        } else {
            self.witness()?
        };
        let pool = self.pool(url)?;
        let name = schema::Name::of(&pool.prefix, id);
        let news = self.folder.is_shared().then(|| News::new(self.process));
        Ok(Place::Schema(Arc::new(SchemaPlace { pool, name, witness, news })))
    }

    fn pool(&self, url: &str) -> Result<Arc<Pool>> {
        let mut pools = self.pools.lock();
        if let Some(pool) = pools.get(url) {
            return Ok(Arc::clone(pool));
        }
        let pool = Pool::new(url)?;
        pools.insert(url.to_owned(), Arc::clone(&pool));
        Ok(pool)
    }

    fn witness(&self) -> Result<Arc<Witness>> {
        let mut witness = self.witness.lock();
        if let Some(known) = &*witness {
            return Ok(Arc::clone(known));
        }
        let made = Arc::new(Witness::new(&self.migrations, &self.register)?);
        *witness = Some(Arc::clone(&made));
        Ok(made)
    }

    /// Where a school lies: in its file, if there is one.
    pub fn location(&self, id: DatabaseId) -> Result<Location> {
        if self.folder.file(id).exists() {
            return Ok(Location::Folder);
        }
        // Another process may have founded one meanwhile.
        if let Some(elsewhere) = self.elsewhere.read().as_ref().filter(|_| !self.folder.is_shared()) {
            return Ok(elsewhere.get(&id).cloned().unwrap_or(Location::Folder));
        }
        let known = location::all(&self.shell()?)?;
        let found = known.get(&id).cloned().unwrap_or(Location::Folder);
        *self.elsewhere.write() = Some(known);
        Ok(found)
    }

    /// Says where a school lies from now on.
    pub(crate) fn lies_at(&self, id: DatabaseId, location: &Location) -> Result<()> {
        location::set(&self.shell()?, id, location)?;
        *self.elsewhere.write() = None;
        Ok(())
    }

    /// The house's own door to the control database.
    fn shell(&self) -> Result<Context> {
        let (clock, random) = (self.clock.clone(), self.random.clone());
        Ok(Context { database: self.control()?, actor: Actor::Shell, clock, random, network: None })
    }

    /// A school with the content of another and a key of its own: how very many are made to measure with.
    pub fn duplicate(&self, template: DatabaseId) -> Result<DatabaseId> {
        let id = DatabaseId(self.random.uuid(self.clock.now()));
        let file = self.folder.file(id);
        if let Some(parent) = file.parent() {
            make_folder(parent)?;
        }
        self.visit(template)?.copy_to(&file)?;
        let key = self.folder.keys.create(id.0, &self.random)?;
        let old = self.folder.keys.get(template.0)?;
        sqlite::change_key(&file, &old, &key)?;
        seal::reseal_file(&file, &Seals::new(template, &old), &Seals::new(id, &key), &key, &self.random)?;
        Ok(id)
    }

    /// A new database with its key, or neither: a key without its file reads as a file that was lost.
    fn make(&self, id: DatabaseId, place: Place, migrations: &[Migration]) -> Result<Database> {
        let key = self.folder.keys.create(id.0, &self.random)?;
        self.open_at(id, place.clone(), key, migrations).inspect_err(|_| {
            match place {
                Place::File(file) => {
                    for end in ["", "-wal", "-shm"] {
                        let _ = fs::remove_file(format!("{}{end}", file.display()));
                    }
                }
                Place::Schema(place) => {
                    let _ = schema::remove(&place.pool, &place.name);
                }
            }
            let _ = self.folder.keys.destroy(id.0);
        })
    }

    /// A school's database, opened and migrated if it was not; it stays open while it is used more than others.
    pub fn get(&self, id: DatabaseId) -> Result<Arc<Database>> {
        self.open.get(id, || self.open_school(id))
    }

    /// The same for a look of the house itself, which shall not push out a school that people use.
    pub fn visit(&self, id: DatabaseId) -> Result<Arc<Database>> {
        self.open.visit(id, || self.open_school(id))
    }

    pub(crate) fn open_school(&self, id: DatabaseId) -> Result<Database> {
        let place = self.place(id, &self.location(id)?)?;
        match &place {
            Place::File(file) if !file.parent().is_some_and(Path::is_dir) => return Err(Error::NotFound),
            place if !is_there(place)? => return Err(missing(place)),
            Place::File(_) if self.folder.is_shared() => return Err(of_one_process()),
            Place::File(_) | Place::Schema(_) => {}
        }
        self.settle_key(id, &place)?;
        let key = self.folder.keys.get(id.0)?;
        self.open_at(id, place, key, &self.migrations)
    }

    /// A database at a place where it does not lie yet.
    pub(crate) fn open_there(&self, id: DatabaseId, place: Place) -> Result<Arc<Database>> {
        self.open_at(id, place, self.folder.keys.get(id.0)?, self.migrations_of(id)).map(Arc::new)
    }

    /// From here on this is the open one.
    pub(crate) fn replace(&self, database: &Arc<Database>) {
        self.open.put_aside(database.id);
        self.open.keep(database);
    }

    fn open_at(&self, id: DatabaseId, place: Place, key: DataKey, migrations: &[Migration]) -> Result<Database> {
        let shared = InHouse {
            register: Arc::clone(&self.register),
            stirred: Arc::clone(&self.stirred),
            ledger: Arc::clone(&self.folder.ledger),
            beside: media::Beside::new(self.media_place()),
            around: Arc::clone(&self.folder.around),
            media_key: self.folder.keys.media_key(id.0)?,
            random: self.random.clone(),
        };
        let kept = self.folder.before_upgrade(id);
        Database::open(id, place, key, migrations, shared, &kept, self.clock.now())
    }

    /// How many schools are open, and how often one had to be opened.
    pub fn openness(&self) -> Openness {
        self.open.openness()
    }

    /// Closes a school and forgets its key for ever (C004). Files stay until they are removed: nobody can read them.
    /// Rows on PostgreSQL are not encrypted by us, and go.
    pub fn destroy_key(&self, id: DatabaseId) -> Result<()> {
        let place = self.place(id, &self.location(id)?)?;
        self.open.put_aside(id);
        self.folder.keys.destroy(id.0)?;
        match place {
            Place::File(_) => Ok(()),
            Place::Schema(place) => schema::remove(&place.pool, &place.name),
        }
    }

    /// Closes a school and removes its files and key: what is left of a founding that failed.
    pub fn discard(&self, id: DatabaseId) -> Result<()> {
        let place = self.place(id, &self.location(id)?)?;
        self.destroy_key(id)?;
        self.stirred.forget(id);
        self.media_place().remove_all(&media::under(id))?;
        match place {
            Place::File(file) => file.parent().map_or(Ok(()), fs::remove_dir_all).map_err(Error::internal),
            Place::Schema(_) => self.lies_at(id, &Location::Folder),
        }
    }

    /// The file of a school, for backups and for tests that look at raw bytes.
    pub fn file(&self, id: DatabaseId) -> PathBuf {
        self.folder.file(id)
    }

    /// Read entries that wait for the next commit.
    pub fn waiting_entries(&self) -> usize {
        let control = self.control.lock().clone();
        self.open.all().into_iter().chain(control).map(|database| database.waiting_entries()).sum()
    }

    /// Learns what other processes wrote in the schools that somebody watches, and tells them.
    pub fn hear_for_watchers(&self) {
        let control = self.control.lock().clone();
        for database in self.open.all().into_iter().chain(control).filter(|database| database.is_watched()) {
            if let Err(error) = database.hear() {
                tracing::warn!(school = %database.id, %error, "what other processes wrote could not be read; it is tried again");
            }
        }
    }

    /// Writes every waiting read entry of the open schools.
    pub fn flush(&self) -> Result<()> {
        let control = self.control.lock().clone();
        let flushed: Vec<Result<()>> = self.open.all().into_iter().chain(control).map(|one| one.flush()).collect();
        flushed.into_iter().collect()
    }
}

fn is_there(place: &Place) -> Result<bool> {
    match place {
        Place::File(file) => Ok(file.exists()),
        Place::Schema(place) => schema::exists(&place.pool, &place.name),
    }
}

/// A database whose key is here and whose rows are not: opening would make an empty one in its place.
fn missing(place: &Place) -> Error {
    Error::Internal(format!(
        "{} is missing. Put it back, or restore the last backup; nothing was changed.",
        place.shown()
    ))
}

pub(crate) fn of_one_process() -> Error {
    Error::Internal(
        "a school in a file is used by one process alone, and this installation is shared (`control` is on PostgreSQL): \
         take the \
         control database back with homeroom move-control --to sqlite:, and move the school"
            .to_owned(),
    )
}
