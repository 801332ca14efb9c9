//! Licences of the institution: what it is allowed to do, by whom, until when, with a scan of the paper (C002).
//! The scan lies in the school's encrypted database, in a table of its own so that lists do not carry it.

use chrono::{Days, NaiveDate};
use kernel::{Found as _, Result};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect, Set};
use store::{Allowed, Read, Role, Visible, Whole, Work};
use tasks::Wanted;

kernel::id!(LicenceId);
store::noun!(LicenceId, "licence", entity);
use self as entity;

/// The kind of task that a licence's end makes.
pub const ENDS: &str = "licence-ends";
/// How long before its end somebody is reminded: time to have it renewed.
pub const REMIND_DAYS: u64 = 30;
/// Largest scan, in bytes.
pub const SCAN_LIMIT: usize = 5 << 20;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "licence")]
#[declared(whose = Nobody, purpose = Administration, basis = LegalObligation, kept = School)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: LicenceId,
    #[plain("what a legal body may do")]
    pub kind: String,
    #[plain("the number of a legal body's licence")]
    pub number: String,
    #[plain("an authority")]
    pub issuer: String,
    /// The last day it counts; none where it has no end.
    #[plain("the end of a legal body's licence")]
    pub valid_until: Option<NaiveDate>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// What it is called: its kind and number.
    pub fn name(&self) -> String {
        format!("{} {}", self.kind, self.number)
    }
}

/// The paper, as it was scanned.
pub mod scan {
    use registry::Declared;
    use sea_orm::entity::prelude::*;

    use super::LicenceId;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
    #[sea_orm(table_name = "licence_scan")]
    #[declared(whose = Contact, purpose = Administration, basis = LegalObligation, kept = School)]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        #[plain("a random identifier")]
        pub licence_id: LicenceId,
        #[plain("a kind of file")]
        pub media_type: String,
        /// Whatever stands on the paper, such as who signed it.
        #[data(Name)]
        pub bytes: Vec<u8>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// A file that was looked at and may be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    pub media_type: &'static str,
    pub bytes: Vec<u8>,
}

/// Kinds of scan by their first bytes, whatever the file is called.
const KINDS: [(&[u8], &str); 3] =
    [(b"%PDF-", "application/pdf"), (b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png")];

impl Scan {
    /// Takes a PDF, JPEG or PNG. Errors: `scan-too-large`, `scan-wrong-kind`.
    pub fn parse(bytes: Vec<u8>) -> Result<Self, kernel::Message> {
        if bytes.len() > SCAN_LIMIT {
            return Err("scan-too-large".into());
        }
        let kind = KINDS.iter().find(|(first, _)| bytes.starts_with(first));
        kind.map(|(_, media_type)| Self { media_type, bytes }).ok_or_else(|| "scan-wrong-kind".into())
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    pub kind: String,
    pub number: String,
    pub issuer: String,
    pub valid_until: Option<NaiveDate>,
}

/// What becomes of the scan when a licence is changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paper {
    Stays,
    Goes,
    Comes(Scan),
}

fn row(id: LicenceId, details: Details) -> Model {
    Model { id, kind: details.kind, number: details.number, issuer: details.issuer, valid_until: details.valid_until }
}

pub fn create(work: &Work, _school: Allowed<Whole>, details: Details, paper: Paper) -> Result<LicenceId> {
    let id = LicenceId(work.uuid());
    Entity::insert(row(id, details).into_active_model()).exec_without_returning(work.db())?;
    keep(work, id, paper)?;
    Ok(id)
}

pub fn find(read: &Read, licence: Allowed<LicenceId>) -> Result<Model> {
    Entity::find_by_id(licence.id()).one(read.db())?.found()
}

/// Replaces every field. Another end takes back the reminder of the old one.
pub fn change(work: &Work, licence: Allowed<LicenceId>, details: Details, paper: Paper) -> Result<()> {
    let before = find(work, licence)?;
    if before.valid_until != details.valid_until {
        tasks::withdraw(work, ENDS, before.id.0)?;
    }
    let mut changed = row(before.id, details).into_active_model().reset_all();
    changed.id = Set(before.id);
    Entity::update(changed).exec(work.db())?;
    keep(work, before.id, paper)
}

/// Removes the licence, its scan and what reminds of it.
pub fn remove(work: &Work, licence: Allowed<LicenceId>) -> Result<()> {
    tasks::withdraw(work, ENDS, licence.id().0)?;
    Entity::delete_by_id(licence.id()).exec(work.db())?;
    Ok(())
}

fn keep(work: &Work, licence: LicenceId, paper: Paper) -> Result<()> {
    match paper {
        Paper::Stays => {}
        Paper::Goes => {
            scan::Entity::delete_by_id(licence).exec(work.db())?;
        }
        Paper::Comes(scan) => {
            let row = scan::Model { licence_id: licence, media_type: scan.media_type.to_owned(), bytes: scan.bytes };
            scan::Entity::insert(row.into_active_model())
                .on_conflict(
                    OnConflict::column(scan::Column::LicenceId)
                        .update_columns([scan::Column::MediaType, scan::Column::Bytes])
                        .to_owned(),
                )
                .exec_without_returning(work.db())?;
        }
    }
    Ok(())
}

/// A licence as lists show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub licence: Model,
    pub has_scan: bool,
}

/// Licences, the first to end first, those without an end last.
pub fn list(read: &Read, visible: Visible<LicenceId>) -> Result<Vec<Listed>> {
    let rows = Entity::find().filter(visible.condition()).order_by_asc(Column::Kind).order_by_asc(Column::Id);
    let mut rows = rows.all(read.db())?;
    rows.sort_by_key(|licence| licence.valid_until.unwrap_or(NaiveDate::MAX));
    let scanned = scanned(read)?;
    Ok(rows.into_iter().map(|licence| Listed { has_scan: scanned.contains(&licence.id), licence }).collect())
}

fn scanned(read: &Read) -> Result<Vec<LicenceId>> {
    Ok(scan::Entity::find().select_only().column(scan::Column::LicenceId).into_tuple().all(read.db())?)
}

pub fn has_scan(read: &Read, licence: Allowed<LicenceId>) -> Result<bool> {
    Ok(scanned(read)?.contains(&licence.id()))
}

/// The scan of a licence; `NotFound` without one.
pub fn scan(read: &Read, licence: Allowed<LicenceId>) -> Result<scan::Model> {
    scan::Entity::find_by_id(licence.id()).one(read.db())?.found()
}

/// All licences with their scans, for the institution's export.
pub fn all(read: &Read, _school: Allowed<Whole>) -> Result<Vec<(Model, Option<scan::Model>)>> {
    let licences = Entity::find().order_by_asc(Column::Id).all(read.db())?;
    let mut scans = scan::Entity::find().all(read.db())?;
    Ok(licences
        .into_iter()
        .map(|licence| {
            let place = scans.iter().position(|scan| scan.licence_id == licence.id);
            (licence, place.map(|place| scans.swap_remove(place)))
        })
        .collect())
}

/// What the licences of tasks are called.
pub fn names(read: &Read, ids: &[Uuid]) -> Result<Vec<(Uuid, String)>> {
    let rows = Entity::find().filter(Column::Id.is_in(ids.iter().copied())).all(read.db())?;
    Ok(rows.into_iter().map(|licence| (licence.id.0, licence.name())).collect())
}

/// Plans a task for each licence that ends within [`REMIND_DAYS`]: one for each licence and end, however
/// often this runs.
pub fn remind(work: &Work) -> Result<()> {
    let horizon = work.today.checked_add_days(Days::new(REMIND_DAYS)).unwrap_or(work.today);
    let ending = Entity::find().filter(Column::ValidUntil.lte(horizon)).all(work.db())?;
    let wanted = ending.into_iter().filter_map(|licence| {
        Some(Wanted {
            kind: ENDS,
            subject: licence.id.0,
            path: format!("/institution/licences/{}", licence.id),
            role: Role::Administrator,
            due_on: licence.valid_until?,
        })
    });
    tasks::plan(work, wanted.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scan_is_known_by_what_is_in_it() {
        let kind = |bytes: &[u8]| Scan::parse(bytes.to_vec()).map(|scan| scan.media_type).map_err(|error| error.key);
        assert_eq!(kind(b"%PDF-1.7 ..."), Ok("application/pdf"));
        assert_eq!(kind(b"\xff\xd8\xff\xe0"), Ok("image/jpeg"));
        assert_eq!(kind(b"\x89PNG\r\n\x1a\nIHDR"), Ok("image/png"));
        for wrong in [&b""[..], b"<html>", b"<svg xmlns=", b" %PDF-1.7", b"GIF89a", b"PK\x03\x04"] {
            assert_eq!(kind(wrong), Err("scan-wrong-kind"));
        }
        let mut large = b"%PDF-".to_vec();
        large.resize(SCAN_LIMIT, 0);
        assert!(kind(&large).is_ok());
        large.push(0);
        assert_eq!(kind(&large), Err("scan-too-large"));
    }
}
