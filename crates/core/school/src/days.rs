//! From a day until a day: when an enrolment or an assignment counts, and how it stands.

use chrono::NaiveDate;
use sea_orm::Condition;
use sea_orm::prelude::*;

use crate::group;

/// Rows that count on `day`: begun, and not over.
pub fn in_force(from: impl ColumnTrait, until: impl ColumnTrait, day: NaiveDate) -> Condition {
    Condition::all().add(from.lte(day)).add(not_over(until, day))
}

/// Rows that count on `day` or later.
pub fn not_over(until: impl ColumnTrait, day: NaiveDate) -> Condition {
    Condition::any().add(until.is_null()).add(until.gt(day))
}

/// How somebody stands to a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// In it today; of a group that is over: in it to its end.
    In,
    NotYet,
    Left,
}

/// How a span of days stands to `group` on `today`.
pub fn standing(group: &group::Model, from: NaiveDate, until: Option<NaiveDate>, today: NaiveDate) -> Standing {
    let before_the_end = |day: NaiveDate| group.ended_on.is_none_or(|end| day < end);
    match until {
        Some(day) if day <= today && (!group.is_over(today) || before_the_end(day)) => Standing::Left,
        _ if from > today => Standing::NotYet,
        _ => Standing::In,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::GroupId;

    fn day(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, d).unwrap()
    }

    #[test]
    fn who_was_in_a_class_to_its_end_still_stands_on_its_list() {
        let open = group::new_row(kernel::Language::En, GroupId(Uuid::nil()), None, "3A", "3", "2026-2027");
        let over = group::Model { ended_on: Some(day(10)), ..open.clone() };
        assert_eq!(standing(&open, day(1), None, day(10)), Standing::In);
        assert_eq!(standing(&open, day(1), Some(day(10)), day(10)), Standing::Left);
        assert_eq!(standing(&open, day(11), None, day(10)), Standing::NotYet);
        assert_eq!(standing(&over, day(1), Some(day(10)), day(12)), Standing::In);
        assert_eq!(standing(&over, day(1), Some(day(9)), day(12)), Standing::Left);
    }
}
