//! A day of a round with the hours in which conversations are held. Two windows of one day leave a break.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use kernel::{Error, Message, Result};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder};
use store::{Allowed, Read, Work};

use crate::{RoundId, appointment};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "round_window")]
#[declared(whose = Nobody, purpose = FamilyContact, basis = Edition, kept = School)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    #[plain("a round of parent evenings")]
    pub round_id: RoundId,
    #[plain("when the school holds conversations")]
    pub day: NaiveDate,
    /// Minutes after midnight on the wall clock of the round's zone.
    #[plain("when the school holds conversations")]
    pub from: i64,
    /// The same; after `from`, on the same day.
    #[plain("when the school holds conversations")]
    pub until: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// Most windows of one round.
const LIMIT: usize = 20;

impl Model {
    pub fn opens(&self) -> NaiveDateTime {
        wall(self.day, self.from)
    }

    pub fn closes(&self) -> NaiveDateTime {
        wall(self.day, self.until)
    }
}

fn wall(day: NaiveDate, minutes: i64) -> NaiveDateTime {
    let seconds = u32::try_from(minutes.clamp(0, 24 * 60 - 1) * 60).unwrap_or_default();
    day.and_time(NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or_default())
}

pub fn of_round(read: &Read, round: RoundId) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::RoundId.eq(round))
        .order_by_asc(Column::Day)
        .order_by_asc(Column::From)
        .all(read.db())?)
}

/// What a form asks: the day, and from when until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    pub day: NaiveDate,
    pub from: i64,
    pub until: i64,
}

/// Adds hours to a round that nobody has booked in yet. They may touch others, not overlap them.
pub fn add(work: &Work, round: Allowed<RoundId>, hours: Hours) -> Result<()> {
    appointment::none_yet(work, round.id())?;
    let others = of_round(work, round.id())?;
    let overlaps = |other: &Model| other.day == hours.day && other.from < hours.until && hours.from < other.until;
    if others.iter().any(overlaps) {
        return Err(Error::invalid("conf_from", "conf-hours-overlap"));
    }
    if others.len() >= LIMIT {
        return Err(Error::invalid("conf_day", Message::from("conf-hours-many").with("limit", LIMIT)));
    }
    let Hours { day, from, until } = hours;
    let row = Model { id: work.uuid(), round_id: round.id(), day, from, until };
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(())
}

/// Takes hours out of a round that nobody has booked in yet. 422 for hours that are not of this round.
pub fn remove(work: &Work, round: Allowed<RoundId>, window: Uuid) -> Result<()> {
    let row = Entity::find_by_id(window).filter(Column::RoundId.eq(round.id())).one(work.db())?;
    let row = row.ok_or_else(|| Error::invalid("window", "choice-missing"))?;
    appointment::none_yet(work, round.id())?;
    Entity::delete_by_id(row.id).exec(work.db())?;
    Ok(())
}
