//! Licences of the institution: what it is allowed to do, by whom, until when, with a scan of the paper (C002).
//! The scan is a file beside the school's database; its row stands apart, so that lists do not carry it.

use chrono::{Days, NaiveDate};
use kernel::{Found as _, Result};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect, Set};
use store::media::{self, Staged};
use store::{Allowed, Read, Role, Visible, Whole, Work};
use tasks::Wanted;

kernel::id!(LicenceId);
store::noun!(LicenceId, "licence", entity);
use self as entity;

/// The kind of task that a licence's end makes.
pub const ENDS: &str = "licence-ends";
/// How long before its end somebody is reminded: time to have it renewed.
pub const REMIND_DAYS: u64 = 30;

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

/// The paper, as it was scanned: which file it is.
pub mod scan {
    use registry::Declared;
    use sea_orm::entity::prelude::*;
    use store::media::MediaId;

    use super::LicenceId;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
    #[sea_orm(table_name = "licence_scan")]
    #[declared(whose = Contact, purpose = Administration, basis = LegalObligation, kept = School)]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        #[plain("a random identifier")]
        pub licence_id: LicenceId,
        /// Whatever stands on the paper, such as who signed it.
        #[data(Name)]
        pub media_id: MediaId,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    pub kind: String,
    pub number: String,
    pub issuer: String,
    pub valid_until: Option<NaiveDate>,
}

/// What becomes of the scan when a licence is changed.
#[derive(Debug)]
pub enum Paper {
    Stays,
    Goes,
    Comes(Staged),
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
        Paper::Comes(staged) => {
            scan::Entity::delete_by_id(licence).exec(work.db())?;
            let row = scan::Model { licence_id: licence, media_id: media::keep(work, staged)? };
            scan::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
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

/// The file of a licence's scan; `NotFound` without one.
pub fn scan(read: &Read, licence: Allowed<LicenceId>) -> Result<media::Model> {
    media::find(read, scan::Entity::find_by_id(licence.id()).one(read.db())?.found()?.media_id)
}

/// All licences with the files of their scans, for the institution's export.
pub fn all(read: &Read, _school: Allowed<Whole>) -> Result<Vec<(Model, Option<media::Model>)>> {
    let licences = Entity::find().order_by_asc(Column::Id).all(read.db())?;
    let scans = scan::Entity::find().all(read.db())?;
    let file = |id: LicenceId| scans.iter().find(|scan| scan.licence_id == id).map(|scan| scan.media_id);
    licences
        .into_iter()
        .map(|licence| Ok((file(licence.id).map(|id| media::find(read, id)).transpose()?, licence)))
        .map(|found| found.map(|(scan, licence)| (licence, scan)))
        .collect()
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
