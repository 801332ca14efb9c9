//! Counts of genders, in cells of ten or more and in no other way (C041). A group is shown when each of its
//! cells is large enough, and only as long as what is left over, the school without the shown groups, is large
//! enough too: otherwise subtraction would tell what the page does not.

use std::collections::BTreeMap;

use kernel::Result;
use people::{demographics, student};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use store::Read;

use crate::{GroupId, enrolment, group};

/// The smallest number of people that is shown.
pub const SMALLEST: u64 = 10;

/// How many of each gender; those whose gender is not recorded are left out, so that nobody is told apart by it.
pub type Cells = BTreeMap<String, u64>;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// None if the whole school is too small.
    pub school: Option<Cells>,
    /// Groups by name; None where a group is not shown.
    pub groups: Vec<(String, Option<Cells>)>,
}

pub fn counts(read: &Read) -> Result<Counts> {
    let here = student::Entity::find().select_only().column(student::Column::Id).filter(student::here(read));
    let rows: Vec<(String, people::StudentId)> = demographics::Entity::find()
        .select_only()
        .columns([demographics::Column::Gender, demographics::Column::StudentId])
        .filter(demographics::Column::Gender.is_not_null())
        .filter(demographics::Column::StudentId.in_subquery(sea_orm::QueryTrait::into_query(here)))
        .into_tuple()
        .all(read.db())?;
    let gender_of: BTreeMap<_, _> = rows.into_iter().map(|(gender, student)| (student, gender)).collect();
    let enrolled: Vec<(GroupId, people::StudentId)> = enrolment::Entity::find()
        .select_only()
        .columns([enrolment::Column::GroupId, enrolment::Column::StudentId])
        .filter(enrolment::current(read))
        .into_tuple()
        .all(read.db())?;
    let mut whole = Cells::new();
    for gender in gender_of.values() {
        *whole.entry(gender.clone()).or_default() += 1;
    }
    let names: Vec<(GroupId, String, String)> = group::Entity::find()
        .select_only()
        .columns([group::Column::Id, group::Column::Name, group::Column::SortKey])
        .filter(group::Column::EndedOn.is_null())
        .into_tuple()
        .all(read.db())?;
    let mut groups: Vec<(String, String, Cells)> = names
        .into_iter()
        .map(|(id, name, sort_key)| {
            let mut cells = Cells::new();
            for gender in enrolled.iter().filter(|(g, _)| *g == id).filter_map(|(_, s)| gender_of.get(s)) {
                *cells.entry(gender.clone()).or_default() += 1;
            }
            (sort_key, name, cells)
        })
        .collect();
    groups.sort();
    Ok(hidden(whole, groups.into_iter().map(|(_, name, cells)| (name, cells)).collect()))
}

fn is_large(cells: &Cells) -> bool {
    !cells.is_empty() && cells.values().all(|n| *n >= SMALLEST)
}

/// What is left of the school without the shown groups; somebody in two groups is taken away twice, which
/// only hides more.
fn rest(whole: &Cells, shown: &[&Cells]) -> Cells {
    let taken = |gender: &str| shown.iter().filter_map(|cells| cells.get(gender)).sum::<u64>();
    whole.iter().map(|(gender, n)| (gender.clone(), n.saturating_sub(taken(gender)))).filter(|(_, n)| *n > 0).collect()
}

/// Hides what is too small, and then the smallest groups until the rest is large or nobody.
fn hidden(whole: Cells, groups: Vec<(String, Cells)>) -> Counts {
    if !is_large(&whole) {
        return Counts { school: None, groups: groups.into_iter().map(|(name, _)| (name, None)).collect() };
    }
    // A group that lacks a gender of the school tells that nobody in it has it.
    let mut shown: Vec<bool> = groups.iter().map(|(_, cells)| is_large(cells) && cells.len() == whole.len()).collect();
    loop {
        let cells: Vec<&Cells> = groups.iter().zip(&shown).filter(|(_, yes)| **yes).map(|((_, c), _)| c).collect();
        let left = rest(&whole, &cells);
        if cells.is_empty() || left.is_empty() || (is_large(&left) && left.len() == whole.len()) {
            break;
        }
        let size = |at: usize| groups.get(at).map_or(0, |(_, cells)| cells.values().sum::<u64>());
        let smallest = (0..groups.len()).filter(|at| shown.get(*at) == Some(&true)).min_by_key(|at| size(*at));
        let Some(flag) = smallest.and_then(|at| shown.get_mut(at)) else { break };
        *flag = false;
    }
    let groups = groups.into_iter().zip(shown).map(|((name, cells), yes)| (name, yes.then_some(cells))).collect();
    Counts { school: Some(whole), groups }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(female: u64, male: u64) -> Cells {
        [("female", female), ("male", male)]
            .into_iter()
            .filter(|(_, n)| *n > 0)
            .map(|(g, n)| (g.to_owned(), n))
            .collect()
    }

    fn shown(whole: Cells, groups: &[Cells]) -> Vec<bool> {
        let named = groups.iter().enumerate().map(|(n, cells)| (n.to_string(), cells.clone())).collect();
        hidden(whole, named).groups.into_iter().map(|(_, cells)| cells.is_some()).collect()
    }

    #[test]
    fn large_groups_are_shown_and_small_ones_are_not() {
        assert_eq!(shown(cells(40, 40), &[cells(20, 20), cells(20, 20)]), [true, true]);
        assert_eq!(shown(cells(40, 40), &[cells(20, 20), cells(9, 20)]), [true, false]);
        assert_eq!(shown(cells(40, 0), &[cells(20, 0)]), [true]);
    }

    #[test]
    fn no_small_rest_can_be_worked_out() {
        // 31 women in all, 28 in the two groups: the three others would be known.
        assert_eq!(shown(cells(31, 40), &[cells(14, 14), cells(14, 15)]), [false, true]);
        assert_eq!(shown(cells(23, 40), &[cells(14, 14)]), [false]);
    }

    #[test]
    fn a_group_without_a_gender_of_the_school_is_not_shown() {
        assert_eq!(shown(cells(30, 40), &[cells(20, 0)]), [false]);
    }

    #[test]
    fn a_small_school_shows_nothing() {
        assert_eq!(hidden(cells(9, 30), Vec::new()).school, None);
        assert_eq!(hidden(Cells::new(), Vec::new()).school, None);
    }
}
