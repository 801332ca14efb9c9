//! A member of staff with a group, with dates: what a teacher's rights hang on (C025, C038).

use chrono::NaiveDate;
use kernel::Result;
use people::{StaffId, staff};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, IntoActiveModel, QueryOrder, Set};
use store::{Allowed, Read, Work};

use crate::days::{self, Standing};
use crate::{GroupId, group};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "teaching")]
#[declared(whose = Staff, purpose = [Teaching, Administration, FamilyContact, Access], basis = Contract, kept = StaffRecord)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    #[data(Employment)]
    pub staff_id: StaffId,
    #[data(Employment)]
    pub group_id: GroupId,
    #[data(Employment)]
    pub from: NaiveDate,
    #[data(Employment)]
    pub until: Option<NaiveDate>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// Assignments in force today.
pub fn current(read: &Read) -> Condition {
    days::in_force(Column::From, Column::Until, read.today)
}

pub fn new_row(id: Uuid, staff: StaffId, group: GroupId, from: NaiveDate) -> Model {
    Model { id, staff_id: staff, group_id: group, from, until: None }
}

/// Assigns the group; the teacher sees it from the next request. 409 for a group that is over.
pub fn assign(work: &Work, staff: Allowed<StaffId>, group: Allowed<GroupId>) -> Result<()> {
    let group = group::writable(work, group.id())?;
    let known = Entity::find()
        .filter(Column::StaffId.eq(staff.id()))
        .filter(Column::GroupId.eq(group.id))
        .filter(current(work))
        .one(work.db())?;
    if known.is_none() {
        let row = Model { until: group.ended_on, ..new_row(work.uuid(), staff.id(), group.id, work.today) };
        Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    }
    Ok(())
}

/// Takes the group away; the teacher's next request for its students is 404 (C025). 409 for a group that is
/// over: it has no teacher any more.
pub fn unassign(work: &Work, staff: Allowed<StaffId>, group: Allowed<GroupId>) -> Result<()> {
    let group = group::writable(work, group.id())?;
    end(work, staff.id(), group.id)
}

/// [`unassign`] for imports.
pub fn end(work: &Work, staff: StaffId, group: GroupId) -> Result<()> {
    let one = Condition::all().add(Column::StaffId.eq(staff)).add(Column::GroupId.eq(group));
    end_on(work, one, work.today)
}

/// Ends every assignment of somebody who leaves on `day`.
pub fn leave(work: &Work, staff: StaffId, day: NaiveDate) -> Result<()> {
    end_on(work, Condition::all().add(Column::StaffId.eq(staff)), day)
}

/// Ends every assignment of these groups on `day`.
pub(crate) fn end_of_groups(work: &Work, groups: &[GroupId], day: NaiveDate) -> Result<()> {
    end_on(work, Condition::all().add(Column::GroupId.is_in(groups.iter().copied())), day)
}

fn end_on(work: &Work, among: Condition, day: NaiveDate) -> Result<()> {
    Entity::update_many()
        .set(ActiveModel { until: Set(Some(day)), ..Default::default() })
        .filter(among)
        .filter(days::not_over(Column::Until, day))
        .exec(work.db())?;
    Ok(())
}

/// Who teaches each of the groups, by name; of those that are over, who taught it to the end.
pub fn staff_of_groups(read: &Read, groups: &[group::Model]) -> Result<Vec<(GroupId, staff::Official)>> {
    let mut assigned =
        Entity::find().filter(Column::GroupId.is_in(groups.iter().map(|group| group.id))).all(read.db())?;
    assigned.retain(|row| {
        let group = groups.iter().find(|group| group.id == row.group_id);
        group.is_some_and(|group| days::standing(group, row.from, row.until, read.today) == Standing::In)
    });
    let people: Vec<staff::Official> = staff::Entity::find()
        .filter(staff::Column::Id.is_in(assigned.iter().map(|row| row.staff_id)))
        .order_by_asc(staff::Column::SortKey)
        .into_partial_model()
        .all(read.db())?;
    Ok(people
        .into_iter()
        .flat_map(|person| {
            let taught = assigned.iter().filter(|row| row.staff_id == person.id).map(|row| row.group_id);
            taught.map(|group| (group, person.clone())).collect::<Vec<_>>()
        })
        .collect())
}
