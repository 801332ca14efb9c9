//! A student in a group, with dates and a roll number (C047).

use chrono::NaiveDate;
use kernel::{Error, Result};
use people::{StudentId, history, student};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, SelectStatement};
use sea_orm::{Condition, IntoActiveModel, PartialModelTrait, QueryOrder, QuerySelect, QueryTrait, Set};
use store::{Allowed, Read, Visible, Work};

use crate::days::{self, Standing};
use crate::{GroupId, group};

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
    /// The number on the class list, unique in the group; from 1.
    #[data(Education)]
    pub roll_number: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// The highest roll number.
pub const LAST_ROLL_NUMBER: i64 = 9_999;

/// Enrolments in force today.
pub fn current(read: &Read) -> Condition {
    days::in_force(Column::From, Column::Until, read.today)
}

pub fn new_row(id: Uuid, student: StudentId, group: GroupId, from: NaiveDate) -> Model {
    Model { id, student_id: student, group_id: group, from, until: None, roll_number: None }
}

/// Puts the student into the group from today, or from its first day if that is yet to come; gives the day.
/// Being there already changes nothing. 409 for a group that is over.
pub fn enrol(work: &Work, student: Allowed<StudentId>, group: Allowed<GroupId>) -> Result<NaiveDate> {
    people::agreement::required(work)?;
    let group = group::writable(work, group.id())?;
    let from = group.starts_on.map_or(work.today, |day| Ord::max(day, work.today));
    let known = Entity::find()
        .filter(Column::StudentId.eq(student.id()))
        .filter(Column::GroupId.eq(group.id))
        .filter(days::not_over(Column::Until, work.today))
        .one(work.db())?;
    if known.is_none() {
        let row = Model { until: group.ended_on, ..new_row(work.uuid(), student.id(), group.id, from) };
        Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    }
    Ok(from)
}

/// Ends on `day` every enrolment of the student that runs then, except in `keep`.
pub fn end_others(work: &Work, student: StudentId, keep: GroupId, day: NaiveDate) -> Result<()> {
    let others = Condition::all().add(Column::StudentId.eq(student)).add(Column::GroupId.ne(keep)).add(days::in_force(
        Column::From,
        Column::Until,
        day,
    ));
    end_on(work, others, day)
}

/// Ends every enrolment on the day the student leaves; lifts nothing when the leaving is lifted.
pub fn leave(work: &Work, student: StudentId, day: NaiveDate) -> Result<()> {
    end_on(work, Condition::all().add(Column::StudentId.eq(student)), day)
}

/// Ends the student's enrolment in one group today.
pub fn end(work: &Work, student: StudentId, group: GroupId) -> Result<()> {
    let one = Condition::all().add(Column::StudentId.eq(student)).add(Column::GroupId.eq(group));
    end_on(work, one.add(current(work)), work.today)
}

/// Ends every enrolment of these groups on `day`.
pub(crate) fn end_of_groups(work: &Work, groups: &[GroupId], day: NaiveDate) -> Result<()> {
    end_on(work, Condition::all().add(Column::GroupId.is_in(groups.iter().copied())), day)
}

/// Ends what runs beyond `day`. What lies ahead and would begin no earlier never was.
fn end_on(work: &Work, among: Condition, day: NaiveDate) -> Result<()> {
    Entity::delete_many()
        .filter(among.clone())
        .filter(Column::From.gt(work.today))
        .filter(Column::From.gte(day))
        .exec(work.db())?;
    Entity::update_many()
        .set(ActiveModel { until: Set(Some(day)), ..Default::default() })
        .filter(among)
        .filter(days::not_over(Column::Until, day))
        .exec(work.db())?;
    Ok(())
}

/// How many are in each of the groups; of those that are over, how many were in it to the end.
pub fn counts(read: &Read, groups: &[group::Model]) -> Result<Vec<(GroupId, i64)>> {
    let rows = Entity::find().filter(Column::GroupId.is_in(groups.iter().map(|group| group.id))).all(read.db())?;
    let is_listed = |group: &group::Model, row: &Model| {
        let standing = days::standing(group, row.from, row.until, read.today);
        standing == Standing::In || (standing == Standing::NotYet && group.is_coming(read.today))
    };
    Ok(groups
        .iter()
        .map(|group| {
            let own = rows.iter().filter(|row| row.group_id == group.id && is_listed(group, row));
            (group.id, i64::try_from(own.count()).unwrap_or(i64::MAX))
        })
        .collect())
}

/// A line of a class list, with what its reader may know of the student.
#[derive(Clone, Debug)]
pub struct Listed<S> {
    pub enrolment: Model,
    pub student: S,
    pub standing: Standing,
}

/// The class list: who is in the group, then who will be, then who has left it; by roll number, then by name.
/// Only students whom the actor may see; `id` says which student a row of `S` is.
pub fn list_of<S: PartialModelTrait>(
    read: &Read,
    group: &group::Model,
    visible: Visible<StudentId>,
    id: fn(&S) -> StudentId,
) -> Result<Vec<Listed<S>>> {
    let rows = Entity::find().filter(Column::GroupId.eq(group.id)).order_by_desc(Column::From).all(read.db())?;
    let students: Vec<S> = student::Entity::find()
        .filter(visible.condition())
        .filter(student::Column::Id.in_subquery(ever_in(group.id)))
        .order_by_asc(student::Column::SortKey)
        .into_partial_model()
        .all(read.db())?;
    let mut listed: Vec<Listed<S>> = students
        .into_iter()
        .filter_map(|student| {
            let stands = |row: &Model| days::standing(group, row.from, row.until, read.today);
            // Who left and came back has two rows: the better one counts, then the later.
            let row = rows.iter().filter(|row| row.student_id == id(&student)).min_by_key(|row| stands(row))?;
            Some(Listed { standing: stands(row), enrolment: row.clone(), student })
        })
        .collect();
    listed.sort_by_key(|line| (line.standing, line.enrolment.roll_number.unwrap_or(i64::MAX)));
    Ok(listed)
}

/// Ids of the students who are, were or will be in the group.
fn ever_in(group: GroupId) -> SelectStatement {
    Entity::find().select_only().column(Column::StudentId).filter(Column::GroupId.eq(group)).into_query()
}

/// Gives roll numbers, with their history. Lines that `numbers` does not name keep theirs; who has left the
/// group gives theirs back to whoever gets it now. 409 for a group that is over and for a number given twice.
pub fn number(work: &Work, group: Allowed<GroupId>, numbers: &[(Uuid, Option<i64>)]) -> Result<()> {
    let group = group::writable(work, group.id())?;
    let rows = Entity::find().filter(Column::GroupId.eq(group.id)).all(work.db())?;
    let (running, left): (Vec<Model>, Vec<Model>) =
        rows.into_iter().partition(|row| row.until.is_none_or(|day| day > work.today));
    let new = |row: &Model| numbers.iter().find(|(id, _)| *id == row.id).map(|(_, number)| *number);
    let changed: Vec<(Model, Option<i64>)> = running
        .into_iter()
        .filter_map(|row| new(&row).filter(|number| *number != row.roll_number).map(|number| (row, number)))
        .collect();
    let wanted = |row: &&Model| changed.iter().any(|(_, number)| number.is_some() && *number == row.roll_number);
    let freed = changed.iter().map(|(row, _)| row.id).chain(left.iter().filter(wanted).map(|row| row.id));
    Entity::update_many()
        .set(ActiveModel { roll_number: Set(None), ..Default::default() })
        .filter(Column::Id.is_in(freed))
        .exec(work.db())?;
    let word = |number: Option<i64>| number.map(|n| n.to_string()).unwrap_or_default();
    for (row, number) in changed {
        let pair = ("roll_number", word(row.roll_number), word(number));
        history::note(work, "enrolment", row.student_id.0, &[pair])?;
        let row = ActiveModel { id: Set(row.id), roll_number: Set(number), ..Default::default() };
        Entity::update(row).exec(work.db()).map_err(number_taken)?;
    }
    Ok(())
}

/// Somebody else in the group has the roll number.
fn number_taken(error: impl Into<Error>) -> Error {
    match error.into() {
        Error::Conflict(_) => Error::Conflict("roll-number-taken".into()),
        other => other,
    }
}

/// Numbers everybody in the group from 1, by name.
pub fn number_by_name(work: &Work, group: Allowed<GroupId>) -> Result<()> {
    let rows: Vec<Model> = Entity::find()
        .filter(Column::GroupId.eq(group.id()))
        .filter(days::not_over(Column::Until, work.today))
        .all(work.db())?;
    let students: Vec<StudentId> = student::Entity::find()
        .select_only()
        .column(student::Column::Id)
        .filter(student::Column::Id.is_in(rows.iter().map(|row| row.student_id)))
        .order_by_asc(student::Column::SortKey)
        .order_by_asc(student::Column::Id)
        .into_tuple()
        .all(work.db())?;
    let by_name = students.iter().filter_map(|id| rows.iter().find(|row| row.student_id == *id));
    let numbers: Vec<_> = by_name.zip(1..).map(|(row, number)| (row.id, Some(number))).collect();
    number(work, group, &numbers)
}

/// Rows of `student` that are in one of the groups of the subquery today. Asked of each row, by its own enrolments:
/// a teacher's look at one class need not gather everybody they teach.
pub fn students_in(read: &Read, groups: SelectStatement) -> Condition {
    let own = Expr::col((student::Entity, student::Column::Id));
    let enrolled = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Expr::col((Entity, Column::StudentId)).eq(own))
        .filter(Column::GroupId.in_subquery(groups))
        .filter(current(read))
        .into_query();
    Condition::all().add(Expr::exists(enrolled))
}

/// Who is in the group today, by name. The caller's act covers the group.
pub fn members(read: &Read, group: GroupId) -> Result<Vec<student::Named>> {
    Ok(student::Entity::find()
        .filter(students_of(read, &[group]))
        .order_by_asc(student::Column::SortKey)
        .into_partial_model()
        .all(read.db())?)
}

/// Ids of the students who are in the group today or will be.
pub fn expected_in(read: &Read, group: GroupId) -> SelectStatement {
    Entity::find()
        .select_only()
        .column(Column::StudentId)
        .filter(Column::GroupId.eq(group))
        .filter(days::not_over(Column::Until, read.today))
        .into_query()
}

/// Rows of `student` that are in one of these groups today.
pub fn students_of(read: &Read, groups: &[GroupId]) -> Condition {
    let enrolled = Entity::find()
        .select_only()
        .column(Column::StudentId)
        .filter(Column::GroupId.is_in(groups.iter().copied()))
        .filter(current(read))
        .into_query();
    Condition::all().add(student::Column::Id.in_subquery(enrolled))
}
