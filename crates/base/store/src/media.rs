//! Bytes of a school that lie beside its database: pictures and papers. Each lies sealed in a folder or a bucket; the
//! row that opens it is in the school's own database, and another table says whose it is (`media_id`).
//!
//! - **Addressed by content, per school.** A keyed digest of the bytes ([`Model::content`]) and the school's data key
//!   make the file's key and its address. The same picture is kept once in a school; in two schools its addresses have
//!   nothing in common, and who sees addresses cannot test for a known picture.
//! - **Erased with its row.** Without the digest in the row the file opens no more, whoever kept a copy of it. A row
//!   that nothing refers to goes in the same transaction as what referred to it ([`Context::erase`]), its file after
//!   the commit; what a crash left, and what was staged and never referred to, [`SWEEP`] finds.
//! - **File before row.** [`Context::stage`] lays the file down, then the unit of work refers to it ([`keep`]): a kill
//!   in between leaves a file that opens for nobody.

use std::collections::{BTreeSet, HashMap};
use std::io::{Read as _, Write as _};
use std::sync::Arc;

use kernel::clock::{DAY, HOUR};
use kernel::{Error, Found as _, Result, Timestamp};
use parking_lot::Mutex;
use place::Place;
use registry::{Declared, Purpose};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, Query};
use sea_orm::{IntoActiveModel as _, QuerySelect as _};
use sha2::{Digest as _, Sha256};

use crate::backup::sealed::{Opening, Sealing};
use crate::keys::DataKey;
use crate::migrate::{Migration, Schema, at, bytes, id, index, integer, maybe, table, text};
use crate::refer::holders;
use crate::schools::Schools;
use crate::{Act, Context, Database, DatabaseId, Job, Read, Role, Work};

kernel::id!(
    /// A picture or paper of a school.
    MediaId
);

/// Columns of this name refer to a row here: `licence_scan.media_id`.
pub const REFERRED_AS: &str = "media_id";

/// What a file must have: the table that refers to it says whose it is, and why it is kept.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "media")]
#[declared(whose = Nobody, purpose = Operation, basis = Edition, kept = School)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: MediaId,
    #[plain("when it came")]
    pub at: Timestamp,
    #[plain("a kind of file")]
    pub media_type: String,
    #[plain("a number of bytes")]
    pub length: i64,
    /// Of a picture, in points; 0 of another paper.
    #[plain("a size")]
    pub width: i64,
    #[plain("a size")]
    pub height: i64,
    /// A keyed digest of the bytes, from which the file's key and address are made.
    #[plain("opens a file of which another table says whose it is")]
    pub content: Vec<u8>,
    /// The same of its small picture, where there is one.
    #[plain("opens a file of which another table says whose it is")]
    pub small: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

pub(crate) const MIGRATION: Migration = Migration { name: "store/0007_media", up: own_table };

fn own_table(schema: &Schema) -> Result<()> {
    let mut columns = vec![id(), at("at"), text("media_type"), integer("length"), integer("width")];
    columns.extend([integer("height"), bytes("content"), maybe(bytes("small"))]);
    schema.create(&table("media", columns))?;
    schema.index(&index("media", &["content"]))?;
    schema.index(&index("media", &["small"]))
}

/// What is to be kept, looked at and made ready by who takes it in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plain {
    pub media_type: &'static str,
    pub whole: Vec<u8>,
    pub small: Option<Vec<u8>>,
    pub width: u32,
    pub height: u32,
}

/// Where the media of a school lie, and which of them are being taken in.
#[derive(Debug)]
pub(crate) struct Beside {
    place: Place,
    /// Addresses whose row is on its way, and how many rows: nobody takes these away.
    staged: Arc<Mutex<HashMap<String, usize>>>,
}

impl Beside {
    pub fn new(place: Place) -> Self {
        Self { place, staged: Arc::default() }
    }
}

impl Schools {
    /// Where the media of this house lie: beside each school's database where nobody said otherwise.
    pub(crate) fn media_place(&self) -> Place {
        self.media.get().cloned().unwrap_or_else(|| Place::Folder(self.folder.schools()))
    }
}

/// Where the media of a school lie in a place.
pub(crate) fn under(id: DatabaseId) -> String {
    format!("{id}/media")
}

/// The name of a file in the school's part.
pub(crate) fn address(own: &DataKey, content: &[u8]) -> String {
    hex::encode(DataKey::derived("homeroom media address 1", &[own.bytes(), content]).bytes())
}

fn file_key(own: &DataKey, content: &[u8]) -> DataKey {
    DataKey::derived("homeroom media file 1", &[own.bytes(), content])
}

/// Before the pieces of a file nothing stands in the clear; they are bound to this.
const HEAD: &[u8] = b"homeroom media 1";

/// Files that lie there sealed, for a unit of work to refer to. Dropped without one, they are swept.
#[derive(Debug)]
pub struct Staged {
    media_type: &'static str,
    length: i64,
    size: (u32, u32),
    content: Vec<u8>,
    small: Option<Vec<u8>>,
    held: Vec<Held>,
}

/// Keeps a file that has no row yet from being swept.
#[derive(Debug)]
pub(crate) struct Held {
    address: String,
    among: Arc<Mutex<HashMap<String, usize>>>,
}

impl Held {
    fn new(address: String, among: &Arc<Mutex<HashMap<String, usize>>>) -> Self {
        *among.lock().entry(address.clone()).or_default() += 1;
        Self { address, among: Arc::clone(among) }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut among = self.among.lock();
        if let Some(count) = among.get_mut(&self.address) {
            *count -= 1;
            if *count == 0 {
                among.remove(&self.address);
            }
        }
    }
}

/// Which of the two a reader wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Whole,
    /// The whole where there is no small one.
    Small,
}

impl Context {
    /// Lays a file down, sealed, for a unit of work to refer to. Slow: outside of one.
    pub fn stage(&self, plain: &Plain) -> Result<Staged> {
        let mut held = Vec::new();
        let content = self.lay_down(&plain.whole, &mut held)?;
        let small = plain.small.as_ref().map(|small| self.lay_down(small, &mut held)).transpose()?;
        Ok(Staged {
            media_type: plain.media_type,
            length: i64::try_from(plain.whole.len()).map_err(Error::internal)?,
            size: (plain.width, plain.height),
            content,
            small,
            held,
        })
    }

    fn lay_down(&self, plain: &[u8], held: &mut Vec<Held>) -> Result<Vec<u8>> {
        let (own, beside) = (self.database.media_key(), &self.database.beside);
        let digest = Sha256::digest(plain);
        let content = DataKey::derived("homeroom media content 1", &[own.bytes(), &digest]).bytes().to_vec();
        let address = address(own, &content);
        let mut sealing = Sealing::new(Vec::with_capacity(plain.len() + 64), &file_key(own, &content), HEAD);
        let sealed = sealing.write_all(plain).and_then(|()| sealing.finish()).map_err(Error::internal)?;
        // Held first: whoever sweeps now leaves it, whoever has swept it is not in the way.
        held.push(Held::new(address.clone(), &beside.staged));
        let name = format!("{}/{address}", under(self.database.id));
        if beside.place.length(&name)? != Some(sealed.len() as u64) {
            beside.place.put(&name, sealed)?;
        }
        Ok(content)
    }

    /// The plain bytes of a file, read piece by piece. Slow: outside of a unit of work. `NotFound`, and a word in the
    /// log, where the file is gone.
    pub fn open_media(&self, media: &Model, part: Part) -> Result<Box<dyn std::io::Read + Send>> {
        let content = media.small.as_ref().filter(|_| part == Part::Small).unwrap_or(&media.content);
        let (own, school) = (self.database.media_key(), self.database.id);
        let name = format!("{}/{}", under(school), address(own, content));
        let Some(file) = self.database.beside.place.open(&name)? else {
            tracing::error!(media = %media.id, %school, "a file is missing beside its database: bring it back from a backup");
            return Err(Error::NotFound);
        };
        Ok(Box::new(Opening::new(file, &file_key(own, content), HEAD).map_err(Error::internal)?))
    }

    /// All the bytes of a file, for what has to hold them at once: an export.
    pub fn media_bytes(&self, media: &Model) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.open_media(media, Part::Whole)?.read_to_end(&mut bytes).map_err(Error::internal)?;
        Ok(bytes)
    }

    /// Takes the files of rows away that went, unless another row needs them or is about to. What fails is found by
    /// the sweep.
    pub(crate) fn take_away(&self, gone: &[Vec<u8>]) {
        if gone.is_empty() {
            return;
        }
        let all = || gone.iter().map(|content| address(self.database.media_key(), content)).collect();
        let done = self.take_away_now(Some(gone.to_vec()), all);
        if let Err(error) = done {
            tracing::error!(school = %self.database.id, %error, "files of what was erased could not be removed; they open no more, and the sweep tries again");
        }
    }

    /// Removes those of `addresses` that no row needs; only rows `among` these contents can, where it is known. Nobody
    /// stages meanwhile.
    fn take_away_now(&self, among: Option<Vec<Vec<u8>>>, addresses: impl FnOnce() -> Vec<String>) -> Result<()> {
        let (beside, own) = (&self.database.beside, self.database.media_key());
        let house = self.as_actor(crate::Actor::Job(SWEEP.name));
        let under = under(self.database.id);
        let take = |read: &Read| {
            let staged = beside.staged.lock();
            let needed = contents(read, among)?;
            let needed: BTreeSet<String> = needed.iter().map(|content| address(own, content)).collect();
            let goes = |address: &String| !needed.contains(address) && !staged.contains_key(address);
            let mut going = addresses().into_iter().filter(goes);
            going.try_for_each(|address| beside.place.remove(&format!("{under}/{address}")))
        };
        if self.database.is_shared() {
            // What another process has staged is not known here; but it refers to nothing meanwhile, and looks first.
            house.write(CLEAR.on(()), |work, _| take(work))
        } else {
            house.read(LOOK.on(()), |read, _| take(read))
        }
    }
}

/// Refers to a staged file: one row, for the column `media_id` of one other.
///
/// # Errors
/// [`Error::Busy`] where another process has swept it since it was staged: it is to be staged anew.
pub fn keep(work: &Work, staged: Staged) -> Result<MediaId> {
    let database = work.database();
    for held in staged.held.iter().filter(|_| database.is_shared()) {
        let name = format!("{}/{}", under(database.id), held.address);
        database.beside.place.length(&name)?.ok_or(Error::Busy)?;
    }
    let row = Model {
        id: MediaId(work.uuid()),
        at: work.now,
        media_type: staged.media_type.to_owned(),
        length: staged.length,
        width: staged.size.0.into(),
        height: staged.size.1.into(),
        content: staged.content,
        small: staged.small,
    };
    let id = row.id;
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    work.hold(staged.held);
    Ok(id)
}

/// The row of a file; who asks has been allowed to see what refers to it.
pub fn find(read: &Read, media: MediaId) -> Result<Model> {
    Entity::find_by_id(media).one(read.db())?.found()
}

/// The addresses that rows of a database need.
pub(crate) fn needed(database: &Database) -> Result<BTreeSet<String>> {
    let rows = database.reading(&database.house(), |db| Ok(Entity::find().all(db)?))?;
    let contents = rows.into_iter().flat_map(|row| [Some(row.content), row.small]).flatten();
    Ok(contents.map(|content| address(database.media_key(), &content)).collect())
}

/// Every digest that a row holds, or those of rows that hold one `among` these.
fn contents(read: &Read, among: Option<Vec<Vec<u8>>>) -> Result<Vec<Vec<u8>>> {
    let mut rows = Entity::find().select_only().column(Column::Content).column(Column::Small);
    if let Some(among) = among {
        rows = rows.filter(Column::Content.is_in(among.clone()).or(Column::Small.is_in(among)));
    }
    let rows: Vec<(Vec<u8>, Option<Vec<u8>>)> = rows.into_tuple().all(read.db())?;
    Ok(rows.into_iter().flat_map(|(content, small)| [Some(content), small]).flatten().collect())
}

/// Removes the rows that nothing refers to; gives what their files were.
pub(crate) fn let_go(work: &Work) -> Result<Vec<Vec<u8>>> {
    if Entity::find().select_only().column(Column::Id).into_tuple::<MediaId>().one(work.db())?.is_none() {
        return Ok(Vec::new());
    }
    let mut lonely = Entity::find();
    for holder in holders(work, REFERRED_AS)? {
        let mut referring = Query::select();
        referring.column(Alias::new(REFERRED_AS)).from(Alias::new(&holder));
        referring.and_where(Expr::col(Alias::new(REFERRED_AS)).is_not_null());
        lonely = lonely.filter(Column::Id.not_in_subquery(referring.clone()));
    }
    let lonely = lonely.all(work.db())?;
    if lonely.is_empty() {
        return Ok(Vec::new());
    }
    Entity::delete_many().filter(Column::Id.is_in(lonely.iter().map(|row| row.id))).exec(work.db())?;
    Ok(lonely.into_iter().flat_map(|row| [Some(row.content), row.small]).flatten().collect())
}

static LOOK: Act<()> = Act::read_school("store.see_media", &[Purpose::Operation], &[Role::Job]).quiet();
static CLEAR: Act<()> = Act::write_school("store.sweep_media", &[Purpose::Operation], &[Role::Job]).quiet();

/// Once a day: rows that nothing refers to, files without a row, uploads that broke off.
pub const SWEEP: Job = Job { name: "store.sweep_media", every: DAY, run: sweep };

/// Removes what nothing refers to, and says in the log which files are missing.
fn sweep(context: &Context) -> Result<()> {
    context.sweep(CLEAR.on(()), |_, _| Ok(()))?;
    let (beside, own) = (&context.database.beside, context.database.media_key());
    let under = under(context.database.id);
    if let Some(folder) = beside.place.folder() {
        place::clear_parts(&folder.join(&under), context.clock.now().plus(-HOUR));
    }
    let there: BTreeSet<String> = beside
        .place
        .list(&under)?
        .into_iter()
        .filter_map(|entry| Some(entry.name.rsplit_once('/')?.1.to_owned()))
        .collect();
    context.take_away_now(None, || there.iter().cloned().collect())?;
    let rows = context.read(LOOK.on(()), |read, _| contents(read, None))?;
    let missing = rows.iter().filter(|content| !there.contains(&address(own, content))).count();
    if missing > 0 {
        tracing::error!(school = %context.database.id, missing, "files are missing beside the database: bring them back from a backup");
    }
    Ok(())
}
