//! A member of staff with a group, with dates: what a teacher's rights hang on (C025, C038).

use chrono::NaiveDate;
use kernel::Result;
use people::{StaffId, staff};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, IntoActiveModel, QueryOrder, QuerySelect, QueryTrait, Set};
use store::{Allowed, Read, Work};

use crate::GroupId;

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
    Condition::any().add(Column::Until.is_null()).add(Column::Until.gt(read.today))
}

pub fn new_row(id: Uuid, staff: StaffId, group: GroupId, from: NaiveDate) -> Model {
    Model { id, staff_id: staff, group_id: group, from, until: None }
}

/// Assigns the group; the teacher sees it from the next request.
pub fn assign(work: &Work, staff: Allowed<StaffId>, group: Allowed<GroupId>) -> Result<()> {
    let known = Entity::find()
        .filter(Column::StaffId.eq(staff.id()))
        .filter(Column::GroupId.eq(group.id()))
        .filter(current(work))
        .one(work.db())?;
    if known.is_none() {
        let row = new_row(work.uuid(), staff.id(), group.id(), work.today);
        Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    }
    Ok(())
}

/// Takes the group away; the teacher's next request for its students is 404 (C025).
pub fn unassign(work: &Work, staff: Allowed<StaffId>, group: Allowed<GroupId>) -> Result<()> {
    end(work, staff.id(), group.id())
}

/// [`unassign`] for imports.
pub fn end(work: &Work, staff: StaffId, group: GroupId) -> Result<()> {
    Entity::update_many()
        .set(ActiveModel { until: Set(Some(work.today)), ..Default::default() })
        .filter(Column::StaffId.eq(staff))
        .filter(Column::GroupId.eq(group))
        .filter(current(work))
        .exec(work.db())?;
    Ok(())
}

/// Who teaches the group today, by name.
pub fn staff_of(read: &Read, group: GroupId) -> Result<Vec<staff::Model>> {
    let assigned = Entity::find()
        .select_only()
        .column(Column::StaffId)
        .filter(Column::GroupId.eq(group))
        .filter(current(read))
        .into_query();
    Ok(staff::Entity::find()
        .filter(staff::Column::Id.in_subquery(assigned))
        .order_by_asc(staff::Column::SortKey)
        .all(read.db())?)
}

/// Who teaches each of the groups today, by name.
pub fn staff_of_groups(read: &Read, groups: &[GroupId]) -> Result<Vec<(GroupId, staff::Official)>> {
    let assigned =
        Entity::find().filter(Column::GroupId.is_in(groups.iter().copied())).filter(current(read)).all(read.db())?;
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
