//! A group: class, section, room or cohort of one school year.

use chrono::{Datelike, NaiveDate};
use kernel::Language;
use kernel::{Error, Found as _, Message, Result};
use people::StaffId;
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{Condition, IntoActiveModel, QueryOrder, QuerySelect, QueryTrait, Set};
use store::{Allowed, Read, Visible, Whole, Work};

use crate::{days, enrolment, teaching};

kernel::id!(GroupId);
store::noun!(GroupId, "group", entity);
use self as entity;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "study_group")]
#[declared(whose = Nobody, purpose = Teaching, basis = Edition, kept = School)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: GroupId,
    /// The delivering system's key within its year.
    #[plain("a key of a group")]
    pub key: Option<String>,
    #[plain("a group's name")]
    pub name: String,
    #[plain("a group's name")]
    pub sort_key: String,
    #[plain("a year of study")]
    pub level: String,
    /// `2026-2027`.
    #[plain("a school year")]
    pub year: String,
    /// The first day, where it is known: none is a group that was there from the start.
    #[plain("when a group begins")]
    pub starts_on: Option<NaiveDate>,
    /// The first day on which nobody is in it any more; from then on its list can only be read (C047).
    #[plain("when a group ended")]
    pub ended_on: Option<NaiveDate>,
    /// The office ended it: no import opens it again.
    #[plain("whether the office ended a group")]
    pub closed: bool,
}

impl Model {
    pub fn is_over(&self, day: NaiveDate) -> bool {
        self.ended_on.is_some_and(|end| end <= day)
    }

    pub fn is_coming(&self, day: NaiveDate) -> bool {
        self.starts_on.is_some_and(|start| start > day)
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// The school year that `day` falls in, from August to July: `2026-2027`. Schools with other years name
/// theirs in the roster.
pub fn year_of(day: NaiveDate) -> String {
    let start = if day.month() >= 8 { day.year() } else { day.year() - 1 };
    format!("{start}-{}", start + 1)
}

pub fn new_row(language: Language, id: GroupId, key: Option<String>, name: &str, level: &str, year: &str) -> Model {
    Model {
        id,
        key,
        name: name.to_owned(),
        sort_key: kernel::collation::sort_key(language, &[name]),
        level: level.to_owned(),
        year: year.to_owned(),
        starts_on: None,
        ended_on: None,
        closed: false,
    }
}

pub fn create(work: &Work, _school: Allowed<Whole>, name: &str, level: &str) -> Result<GroupId> {
    let row = new_row(work.language, GroupId(work.uuid()), None, name, level, &year_of(work.today));
    let id = row.id;
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(id)
}

pub fn find(read: &Read, group: Allowed<GroupId>) -> Result<Model> {
    Entity::find_by_id(group.id()).one(read.db())?.found()
}

/// The group, if its list may still be changed; 409 once it is over (C047).
pub fn writable(read: &Read, group: GroupId) -> Result<Model> {
    let group = Entity::find_by_id(group).one(read.db())?.found()?;
    if group.is_over(read.today) {
        return Err(Error::Conflict(Message::from("groups-over").with("name", &group.name)));
    }
    Ok(group)
}

/// 409 if an import would change a group that the office ended.
pub fn open_to_import(read: &Read, groups: impl IntoIterator<Item = GroupId>) -> Result<()> {
    let closed = Entity::find()
        .filter(Column::Id.is_in(groups))
        .filter(Column::Closed.eq(true))
        .filter(Column::EndedOn.lte(read.today))
        .one(read.db())?;
    closed.map_or(Ok(()), |group| Err(Error::Conflict(Message::from("groups-over").with("name", group.name))))
}

/// Ends the groups on `day`, with who is in them and who teaches them. An import may open them again.
pub fn end(work: &Work, groups: &[GroupId], day: NaiveDate) -> Result<()> {
    Entity::update_many()
        .set(ActiveModel { ended_on: Set(Some(day)), ..Default::default() })
        .filter(Column::Id.is_in(groups.iter().copied()))
        .exec(work.db())?;
    enrolment::end_of_groups(work, groups, day)?;
    teaching::end_of_groups(work, groups, day)
}

/// [`end`] for good.
pub fn close(work: &Work, groups: &[GroupId], day: NaiveDate) -> Result<()> {
    end(work, groups, day)?;
    Entity::update_many()
        .set(ActiveModel { closed: Set(true), ..Default::default() })
        .filter(Column::Id.is_in(groups.iter().copied()))
        .exec(work.db())?;
    Ok(())
}

/// Writes the sort keys of all groups in the school's language.
pub fn sort_anew(work: &Work) -> Result<()> {
    for row in Entity::find().all(work.db())? {
        let sort_key = Set(kernel::collation::sort_key(work.language, &[&row.name]));
        Entity::update(ActiveModel { id: Set(row.id), sort_key, ..Default::default() }).exec(work.db())?;
    }
    Ok(())
}

/// Groups that are not over.
pub fn running(read: &Read) -> Condition {
    days::not_over(Column::EndedOn, read.today)
}

/// The groups that the actor may see and that are not over, by name.
pub fn list(read: &Read, visible: Visible<GroupId>) -> Result<Vec<Model>> {
    among(read, Condition::all().add(visible.condition()).add(running(read)))
}

/// The same if there are at most so many: nobody chooses among thousands.
pub fn list_of_few(read: &Read, visible: Visible<GroupId>, most: usize) -> Result<Option<Vec<Model>>> {
    let rows = Condition::all().add(visible.condition()).add(running(read));
    let ids = Entity::find().select_only().column(Column::Id).filter(rows.clone());
    let some: Vec<GroupId> = ids.limit(most as u64 + 1).into_tuple().all(read.db())?;
    if some.len() > most { Ok(None) } else { among(read, rows).map(Some) }
}

/// The groups of this name, over or not: as people type it.
pub fn called(read: &Read, visible: Visible<GroupId>, name: &str) -> Result<Vec<GroupId>> {
    let rows = Condition::all().add(visible.condition()).add(Column::Name.eq(name.trim()));
    Ok(Entity::find().select_only().column(Column::Id).filter(rows).into_tuple().all(read.db())?)
}

/// The groups of a school year that the actor may see, those that are over too, by name.
pub fn list_of_year(read: &Read, visible: Visible<GroupId>, year: &str) -> Result<Vec<Model>> {
    among(read, Condition::all().add(visible.condition()).add(Column::Year.eq(year)))
}

fn among(read: &Read, rows: Condition) -> Result<Vec<Model>> {
    Ok(Entity::find().filter(rows).order_by_asc(Column::SortKey).order_by_asc(Column::Year).all(read.db())?)
}

/// The school years that the actor's groups are of, latest first.
pub fn years(read: &Read, visible: Visible<GroupId>) -> Result<Vec<String>> {
    Ok(Entity::find()
        .select_only()
        .column(Column::Year)
        .distinct()
        .filter(visible.condition())
        .order_by_desc(Column::Year)
        .into_tuple()
        .all(read.db())?)
}

/// Groups of one student today.
pub fn of_student(read: &Read, student: people::StudentId) -> Result<Vec<Model>> {
    let enrolled = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::GroupId)
        .filter(enrolment::Column::StudentId.eq(student))
        .filter(enrolment::current(read))
        .into_query();
    Ok(Entity::find().filter(Column::Id.in_subquery(enrolled)).order_by_asc(Column::SortKey).all(read.db())?)
}

/// Groups of several students today, by name, each with its student.
pub fn of_students(read: &Read, students: &[people::StudentId]) -> Result<Vec<(people::StudentId, Model)>> {
    let enrolled = enrolment::Entity::find()
        .filter(enrolment::Column::StudentId.is_in(students.iter().copied()))
        .filter(enrolment::current(read))
        .all(read.db())?;
    let groups = Entity::find()
        .filter(Column::Id.is_in(enrolled.iter().map(|row| row.group_id)))
        .order_by_asc(Column::SortKey)
        .all(read.db())?;
    Ok(groups
        .into_iter()
        .flat_map(|group| {
            let members = enrolled.iter().filter(move |row| row.group_id == group.id);
            members.map(|row| (row.student_id, group.clone())).collect::<Vec<_>>()
        })
        .collect())
}

/// Groups of one member of staff today.
pub fn of_staff(read: &Read, staff: StaffId) -> Result<Vec<Model>> {
    let taught = teaching::Entity::find()
        .select_only()
        .column(teaching::Column::GroupId)
        .filter(teaching::Column::StaffId.eq(staff))
        .filter(teaching::current(read))
        .into_query();
    Ok(Entity::find().filter(Column::Id.in_subquery(taught)).order_by_asc(Column::SortKey).all(read.db())?)
}

/// Ids of the groups that the signed-in teacher teaches today.
pub fn taught_by_actor(read: &Read) -> SelectStatement {
    let staff = read.actor.person().and_then(|person| person.staff).unwrap_or_default();
    teaching::Entity::find()
        .select_only()
        .column(teaching::Column::GroupId)
        .filter(teaching::Column::StaffId.eq(staff))
        .filter(teaching::current(read))
        .into_query()
}

/// Rows of `study_group` that the signed-in teacher teaches (C025).
pub fn taught(read: &Read) -> Condition {
    Condition::all().add(Column::Id.in_subquery(taught_by_actor(read)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn august_begins_a_year() {
        assert_eq!(year_of(NaiveDate::from_ymd_opt(2026, 7, 31).unwrap()), "2025-2026");
        assert_eq!(year_of(NaiveDate::from_ymd_opt(2026, 8, 1).unwrap()), "2026-2027");
    }
}
