//! The next school year: every class goes on as its successor, leaves, or stays open; children go with their
//! class, repeat the year or leave (C047). Nothing is stored before the office applies the whole of it, in one
//! transaction; from then on the old class lists can only be read.

mod names;

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use kernel::{Error, Result};
use people::{StudentId, agreement, student};
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder};
use store::{Allowed, Read, Whole, Work};

use crate::{GroupId, days, enrolment, group};

pub use names::next_year;

/// Rows per statement; SQLite takes 32,766 values in one.
const CHUNK: usize = 200;

/// What becomes of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// It ends, and goes on next year under this name and level. Groups of one new name become one.
    Moves { name: String, level: String },
    /// It ends, and so does school for those in it.
    Leaves,
    /// It runs on as it is.
    Stays,
}

/// What becomes of a child otherwise than of the class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exception {
    /// Once more the same class, next year's.
    Repeats,
    Leaves,
}

/// What the office decided.
#[derive(Clone, Debug)]
pub struct Plan {
    pub first_day: NaiveDate,
    /// Groups that are not named stay.
    pub ways: Vec<(GroupId, Way)>,
    pub exceptions: HashMap<StudentId, Exception>,
}

/// What becomes of one child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Going {
    Along,
    Repeats,
    LeavesSchool,
    /// The group ends for the child, who goes on in another.
    LeavesGroup,
}

/// One group with what becomes of it and of everybody in it.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub group: group::Model,
    pub way: Way,
    pub children: Vec<(student::Model, Going)>,
}

impl Sheet {
    pub fn count(&self, going: Going) -> usize {
        self.children.iter().filter(|(_, other)| *other == going).count()
    }
}

/// Groups that may be promoted: begun, and no end in sight.
pub fn open(read: &Read, _school: Allowed<Whole>) -> Result<Vec<group::Model>> {
    let groups = group::Entity::find()
        .filter(group::Column::EndedOn.is_null())
        .order_by_asc(group::Column::SortKey)
        .all(read.db())?;
    Ok(groups.into_iter().filter(|group| !group.is_coming(read.today)).collect())
}

/// What the house proposes: each class one year on, the highest leaves, what has no number stays, and so does
/// what is of the next year already.
pub fn propose(groups: Vec<group::Model>, today: NaiveDate) -> Vec<(group::Model, Way)> {
    let this_year = group::year_of(today);
    let is_class = |group: &group::Model| group.year <= this_year && names::number(&group.name).is_some();
    let years: HashSet<i64> = groups.iter().filter(|group| is_class(group)).filter_map(names::year_of_study).collect();
    // Where all classes are of one year, nothing says that it is the last.
    let last = years.iter().max().filter(|_| years.len() > 1);
    groups
        .into_iter()
        .map(|group| {
            let way = if !is_class(&group) {
                Way::Stays
            } else if names::year_of_study(&group).as_ref() == last {
                Way::Leaves
            } else {
                Way::Moves { name: names::raised(&group.name), level: names::raised(&group.level) }
            };
            (group, way)
        })
        .collect()
}

/// What `plan` would do, by group and child. 409 if a group of it ended meanwhile.
pub fn work_out(read: &Read, school: Allowed<Whole>, plan: &Plan) -> Result<Vec<Sheet>> {
    let groups = open(read, school)?;
    if plan.ways.iter().any(|(id, _)| groups.iter().all(|group| group.id != *id)) {
        return Err(Error::Conflict("promotion-moved".into()));
    }
    let decided = |group: group::Model| {
        let way = plan.ways.iter().find(|(id, _)| *id == group.id).map_or(Way::Stays, |(_, way)| way.clone());
        (group, way)
    };
    let ending: Vec<(group::Model, Way)> = groups.into_iter().map(decided).collect();
    let ids = ending.iter().filter(|(_, way)| *way != Way::Stays).map(|(group, _)| group.id);
    let rows = enrolment::Entity::find()
        .filter(enrolment::Column::GroupId.is_in(ids))
        .filter(days::in_force(enrolment::Column::From, enrolment::Column::Until, plan.first_day))
        .all(read.db())?;
    let students = student::Entity::find()
        .filter(student::Column::Id.is_in(rows.iter().map(|row| row.student_id)))
        .order_by_asc(student::Column::SortKey)
        .all(read.db())?;
    let goes_on: HashSet<StudentId> = rows
        .iter()
        .filter(|row| ending.iter().any(|(group, way)| group.id == row.group_id && matches!(way, Way::Moves { .. })))
        .map(|row| row.student_id)
        .collect();
    let sheet = |(group, way): (group::Model, Way)| {
        let own: HashSet<StudentId> = rows.iter().filter(|r| r.group_id == group.id).map(|r| r.student_id).collect();
        let children = students.iter().filter(|child| own.contains(&child.id)).map(|child| {
            let going = going(&way, plan.exceptions.get(&child.id).copied(), goes_on.contains(&child.id));
            (child.clone(), going)
        });
        Sheet { children: children.collect(), group, way }
    };
    Ok(ending.into_iter().map(sheet).collect())
}

/// A child leaves the school with the class only if no other class of theirs goes on.
fn going(way: &Way, exception: Option<Exception>, goes_on_elsewhere: bool) -> Going {
    match (exception, way) {
        (Some(Exception::Repeats), _) => Going::Repeats,
        (None, Way::Leaves) if goes_on_elsewhere => Going::LeavesGroup,
        (Some(Exception::Leaves), _) | (None, Way::Leaves) => Going::LeavesSchool,
        (None, Way::Moves { .. } | Way::Stays) => Going::Along,
    }
}

/// Carries the plan out: next year's groups, the children in them, the old groups ended with their teachers.
/// 422 for a first day that has been.
pub fn promote(work: &Work, school: Allowed<Whole>, plan: &Plan) -> Result<()> {
    agreement::required(work)?;
    if plan.first_day < work.today {
        return Err(Error::invalid("first_day", "date-in-past"));
    }
    let sheets = work_out(work, school, plan)?;
    let mut next = NextYear { groups: group::Entity::find().all(work.db())? };
    let mut places: Vec<(StudentId, GroupId)> = Vec::new();
    let mut leaving: Vec<student::Model> = Vec::new();
    for sheet in sheets.iter().filter(|sheet| sheet.way != Way::Stays) {
        for (child, going) in &sheet.children {
            match (going, &sheet.way) {
                (Going::Along, Way::Moves { name, level }) => {
                    places.push((child.id, next.find_or_make(work, &sheet.group, name, level, plan.first_day)?));
                }
                (Going::Repeats, _) => {
                    let (name, level) = (&sheet.group.name, &sheet.group.level);
                    places.push((child.id, next.find_or_make(work, &sheet.group, name, level, plan.first_day)?));
                }
                (Going::LeavesSchool, _) => leaving.push(child.clone()),
                (Going::LeavesGroup | Going::Along, _) => {}
            }
        }
        if let Way::Moves { name, level } = &sheet.way {
            // An empty class goes on too.
            next.find_or_make(work, &sheet.group, name, level, plan.first_day)?;
        }
    }
    let ended: Vec<GroupId> = sheets.iter().filter(|s| s.way != Way::Stays).map(|sheet| sheet.group.id).collect();
    group::close(work, &ended, plan.first_day)?;
    leave(work, leaving, plan.first_day)?;
    place(work, places, plan.first_day)
}

fn leave(work: &Work, mut leaving: Vec<student::Model>, day: NaiveDate) -> Result<()> {
    leaving.sort_by_key(|child| child.id);
    leaving.dedup_by_key(|child| child.id);
    for child in leaving {
        enrolment::leave(work, child.id, day)?;
        student::leave_row(work, child, Some(day))?;
    }
    Ok(())
}

/// Enrols from the first day; who is there already is not enrolled twice.
fn place(work: &Work, mut places: Vec<(StudentId, GroupId)>, day: NaiveDate) -> Result<()> {
    places.sort_unstable();
    places.dedup();
    let known = enrolment::Entity::find()
        .filter(enrolment::Column::GroupId.is_in(places.iter().map(|(_, group)| *group)))
        .filter(days::not_over(enrolment::Column::Until, day))
        .all(work.db())?;
    let known: HashSet<_> = known.into_iter().map(|row| (row.student_id, row.group_id)).collect();
    let rows: Vec<_> = places
        .into_iter()
        .filter(|place| !known.contains(place))
        .map(|(student, group)| enrolment::new_row(work.uuid(), student, group, day).into_active_model())
        .collect();
    for chunk in rows.chunks(CHUNK) {
        enrolment::Entity::insert_many(chunk.to_vec()).exec_without_returning(work.db())?;
    }
    Ok(())
}

/// Every group of the school, with those made on the way.
struct NextYear {
    groups: Vec<group::Model>,
}

impl NextYear {
    /// The group of that name in the year after `old`, made if nobody made it yet.
    fn find_or_make(
        &mut self,
        work: &Work,
        old: &group::Model,
        name: &str,
        level: &str,
        first_day: NaiveDate,
    ) -> Result<GroupId> {
        let year = next_year(&old.year, first_day);
        let known = |group: &&group::Model| group.year == year && group.name == name && group.ended_on.is_none();
        if let Some(known) = self.groups.iter().find(known) {
            return Ok(known.id);
        }
        // Where a roster knows classes by their names, its next delivery finds this one again.
        let key = old.key.as_ref().filter(|key| **key == old.name).map(|_| name.to_owned());
        let taken = key.is_some() && self.groups.iter().any(|group| group.year == year && group.key == key);
        let row = group::Model {
            starts_on: Some(first_day),
            ..group::new_row(work.language, GroupId(work.uuid()), key.filter(|_| !taken), name, level, &year)
        };
        group::Entity::insert(row.clone().into_active_model()).exec_without_returning(work.db())?;
        self.groups.push(row.clone());
        Ok(row.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(name: &str, year: &str) -> group::Model {
        group::new_row(kernel::Language::En, GroupId(Uuid::nil()), None, name, "", year)
    }

    fn proposed(names: &[&str]) -> Vec<String> {
        let today = NaiveDate::from_ymd_opt(2027, 6, 1).unwrap();
        let groups = names.iter().map(|name| class(name, "2026-2027")).collect();
        let word = |way: Way| match way {
            Way::Moves { name, .. } => name,
            Way::Leaves => "leaves".to_owned(),
            Way::Stays => "stays".to_owned(),
        };
        propose(groups, today).into_iter().map(|(_, way)| word(way)).collect()
    }

    #[test]
    fn each_class_goes_one_year_on_the_highest_leaves_and_what_has_no_number_stays() {
        assert_eq!(proposed(&["3A", "9b", "Class 10", "Choir"]), ["4A", "10b", "leaves", "stays"]);
    }

    #[test]
    fn classes_of_one_year_only_are_no_last_year() {
        assert_eq!(proposed(&["5A", "5B"]), ["6A", "6B"]);
    }

    #[test]
    fn what_is_of_the_next_year_already_stays() {
        let today = NaiveDate::from_ymd_opt(2027, 6, 1).unwrap();
        assert_eq!(propose(vec![class("4A", "2027-2028")], today)[0].1, Way::Stays);
    }

    #[test]
    fn who_has_another_class_that_goes_on_does_not_leave_the_school() {
        assert_eq!(going(&Way::Leaves, None, true), Going::LeavesGroup);
        assert_eq!(going(&Way::Leaves, None, false), Going::LeavesSchool);
        assert_eq!(going(&Way::Leaves, Some(Exception::Repeats), false), Going::Repeats);
    }
}
