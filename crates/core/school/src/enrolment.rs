//! A student in a group, with dates (C047).

use chrono::NaiveDate;
use kernel::Result;
use people::{StudentId, student};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, IntoActiveModel, QuerySelect, QueryTrait, Set};
use store::{Allowed, Read, Work};

use crate::GroupId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "enrolment")]
#[declared(whose = Student, purpose = [Teaching, Administration, FamilyContact, Access], basis = Edition, kept = StudentRecord)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    #[data(Education)]
    pub student_id: StudentId,
    #[data(Education)]
    pub group_id: GroupId,
    #[data(Education)]
    pub from: NaiveDate,
    /// The first day on which the student is no longer in the group.
    #[data(Education)]
    pub until: Option<NaiveDate>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// Enrolments in force today.
pub fn current(read: &Read) -> Condition {
    Condition::any().add(Column::Until.is_null()).add(Column::Until.gt(read.today))
}

pub fn new_row(id: Uuid, student: StudentId, group: GroupId, from: NaiveDate) -> Model {
    Model { id, student_id: student, group_id: group, from, until: None }
}

/// Puts the student into the group from today. Being there already changes nothing.
pub fn enrol(work: &Work, student: Allowed<StudentId>, group: Allowed<GroupId>) -> Result<()> {
    people::agreement::required(work)?;
    let known = Entity::find()
        .filter(Column::StudentId.eq(student.id()))
        .filter(Column::GroupId.eq(group.id()))
        .filter(current(work))
        .one(work.db())?;
    if known.is_none() {
        let row = new_row(work.uuid(), student.id(), group.id(), work.today);
        Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    }
    Ok(())
}

/// Ends every enrolment of the student that runs today, except in `keep`.
pub fn end_others(work: &Work, student: StudentId, keep: Option<GroupId>) -> Result<()> {
    let mut running = Entity::update_many()
        .set(ActiveModel { until: Set(Some(work.today)), ..Default::default() })
        .filter(Column::StudentId.eq(student))
        .filter(current(work));
    if let Some(group) = keep {
        running = running.filter(Column::GroupId.ne(group));
    }
    running.exec(work.db())?;
    Ok(())
}

/// Ends every running enrolment on the day the student leaves; lifts nothing when the leaving is lifted.
pub fn leave(work: &Work, student: Allowed<StudentId>, day: NaiveDate) -> Result<()> {
    Entity::update_many()
        .set(ActiveModel { until: Set(Some(day)), ..Default::default() })
        .filter(Column::StudentId.eq(student.id()))
        .filter(current(work))
        .exec(work.db())?;
    Ok(())
}

/// Ends the student's enrolment in one group.
pub fn end(work: &Work, student: StudentId, group: GroupId) -> Result<()> {
    Entity::update_many()
        .set(ActiveModel { until: Set(Some(work.today)), ..Default::default() })
        .filter(Column::StudentId.eq(student))
        .filter(Column::GroupId.eq(group))
        .filter(current(work))
        .exec(work.db())?;
    Ok(())
}

/// How many are in each group today.
pub fn counts(read: &Read) -> Result<Vec<(GroupId, i64)>> {
    Ok(Entity::find()
        .select_only()
        .column(Column::GroupId)
        .column_as(Column::Id.count(), "n")
        .filter(current(read))
        .group_by(Column::GroupId)
        .into_tuple()
        .all(read.db())?)
}

/// Rows of `student` that are in one of the groups of the subquery today.
pub fn students_in(read: &Read, groups: sea_orm::sea_query::SelectStatement) -> Condition {
    let enrolled = Entity::find()
        .select_only()
        .column(Column::StudentId)
        .filter(Column::GroupId.in_subquery(groups))
        .filter(current(read))
        .into_query();
    Condition::all().add(student::Column::Id.in_subquery(enrolled))
}

/// Rows of `student` that are in this group today.
pub fn students_of(read: &Read, group: GroupId) -> Condition {
    let enrolled = Entity::find()
        .select_only()
        .column(Column::StudentId)
        .filter(Column::GroupId.eq(group))
        .filter(current(read))
        .into_query();
    Condition::all().add(student::Column::Id.in_subquery(enrolled))
}
