//! When a school asks its families whether their data still hold, and how long it waits (C164).

use chrono::{Datelike, Days, NaiveDate};
use kernel::Result;
use registry::Declared;
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;
use store::{Allowed, Read, Whole, Work};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "data_check_plan")]
#[declared(whose = Nobody, purpose = Administration, basis = LegalObligation, kept = School)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    #[plain("a month of the year")]
    pub month: i64,
    #[plain("a day of the month")]
    pub day: i64,
    #[plain("a number of weeks")]
    pub weeks: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// Two weeks into a year that begins in September, and four weeks to answer, until a school says otherwise.
const USUAL: (i64, i64, i64) = (9, 15, 4);

/// The longest time to answer, in weeks.
pub const LONGEST: i64 = 26;

pub fn find(read: &Read) -> Result<Model> {
    let (month, day, weeks) = USUAL;
    Ok(Entity::find().one(read.db())?.unwrap_or(Model { id: Uuid::nil(), month, day, weeks }))
}

pub fn set(work: &Work, _school: Allowed<Whole>, month: i64, day: i64, weeks: i64) -> Result<()> {
    Entity::delete_many().exec(work.db())?;
    let row = Model { id: work.uuid(), month, day, weeks };
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(())
}

impl Model {
    /// The day of asking in the school year that `today` falls in; years begin in August.
    pub fn asks_on(&self, today: NaiveDate) -> Option<NaiveDate> {
        let start = if today.month() >= 8 { today.year() } else { today.year() - 1 };
        let year = if self.month >= 8 { start } else { start + 1 };
        let (month, day) = (u32::try_from(self.month).ok()?, u32::try_from(self.day).ok()?);
        NaiveDate::from_ymd_opt(year, month, day).or_else(|| NaiveDate::from_ymd_opt(year, month, 28))
    }

    /// The last day to answer.
    pub fn due_on(&self, asked: NaiveDate) -> NaiveDate {
        asked.checked_add_days(Days::new(7 * u64::try_from(self.weeks).unwrap_or(4))).unwrap_or(asked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_asking_is_in_the_running_school_year() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        let plan = |month, day| Model { id: Uuid::nil(), month, day, weeks: 4 };
        assert_eq!(plan(9, 15).asks_on(day(2026, 11, 2)), Some(day(2026, 9, 15)));
        assert_eq!(plan(9, 15).asks_on(day(2027, 7, 31)), Some(day(2026, 9, 15)));
        assert_eq!(plan(9, 15).asks_on(day(2027, 8, 1)), Some(day(2027, 9, 15)));
        assert_eq!(plan(2, 29).asks_on(day(2026, 11, 2)), Some(day(2027, 2, 28)));
        assert_eq!(plan(9, 15).due_on(day(2026, 9, 15)), day(2026, 10, 13));
    }
}
