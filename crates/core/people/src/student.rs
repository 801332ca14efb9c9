//! A student: pupil, child or learner, whatever the edition calls them (C039–C042, C047).

use chrono::NaiveDate;
use kernel::{Error, Found as _, Language, PersonName, Result};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, PaginatorTrait, QueryOrder, QuerySelect, Set};
use store::query::{self, Page, Paging, matches};
use store::{Allowed, Read, Visible, Whole, Work};

use crate::{HouseholdId, agreement, history};

kernel::id!(StudentId);
store::noun!(StudentId, "student", entity);
use self as entity;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "student")]
#[declared(whose = Student, purpose = Administration, basis = Edition, kept = StudentRecord)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: StudentId,
    /// The delivering system's own key; what makes a re-import find the same child (C060).
    #[data(Identifier, purpose = [Import, Administration])]
    pub key: Option<String>,
    #[data(Name, purpose = [Administration, Teaching, FamilyContact, ChildSafety, SignIn])]
    pub call_name: String,
    #[data(Name, purpose = [Administration, Teaching, FamilyContact, ChildSafety, SignIn])]
    pub infix: String,
    #[data(Name, purpose = [Administration, Teaching, FamilyContact, ChildSafety, SignIn])]
    pub surname: String,
    #[data(Name, purpose = [Administration, Teaching, FamilyContact, ChildSafety])]
    pub sort_key: String,
    #[data(Name, purpose = [Administration, Teaching, FamilyContact, ChildSafety])]
    pub search_key: String,
    /// Admission number, unique in the school.
    #[data(Identifier, purpose = [Administration, FamilyContact])]
    pub number: Option<String>,
    #[data(Birth, purpose = [Administration, FamilyContact])]
    pub born: Option<NaiveDate>,
    #[data(Address, purpose = [FamilyContact, Administration])]
    pub postcode: Option<String>,
    #[data(Contact, purpose = [Communication, FamilyContact, Administration])]
    pub email: Option<String>,
    #[data(Education, purpose = [Administration, Teaching, FamilyContact])]
    pub enrolled_on: NaiveDate,
    /// The day of leaving; the retention clock starts here (C047, C144). Who has left signs in no more.
    #[data(Education, purpose = [Administration, Teaching, FamilyContact, Access])]
    pub left_on: Option<NaiveDate>,
    /// On which basis the school uses the record: `public_task`, `contract`, `attested` (C106).
    #[plain("a word of the edition")]
    pub basis: String,
    #[data(Relationship, purpose = [FamilyContact, Administration])]
    pub household_id: Option<HouseholdId>,
    /// The office put the child there; an import leaves it (C051).
    #[plain("how the household was decided")]
    pub household_by_hand: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

named!(Model);

/// A student by name: all that a list for teachers and families reads.
#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "Entity")]
pub struct Named {
    pub id: StudentId,
    pub call_name: String,
    pub infix: String,
    pub surname: String,
    pub left_on: Option<NaiveDate>,
}

named!(Named);

/// What a family and the learner read of the record.
#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "Entity")]
pub struct Known {
    #[sea_orm(nested)]
    pub named: Named,
    pub number: Option<String>,
    pub born: Option<NaiveDate>,
    pub email: Option<String>,
    pub enrolled_on: NaiveDate,
}

/// What the office writes down about a student.
#[derive(Clone, Debug, PartialEq)]
pub struct Details {
    pub name: PersonName,
    pub number: Option<String>,
    pub born: Option<NaiveDate>,
    pub postcode: Option<String>,
    pub email: Option<String>,
}

/// A new student, enrolled from `from`. 409 before the agreement is accepted (C007) and for a number that
/// another student has.
pub fn create(
    work: &Work,
    _school: Allowed<Whole>,
    details: Details,
    key: Option<String>,
    from: NaiveDate,
    basis: &str,
) -> Result<StudentId> {
    agreement::required(work)?;
    let row = new_row(work.language, StudentId(work.uuid()), details, key, from, basis);
    let id = row.id;
    Entity::insert(row.into_active_model()).exec_without_returning(work.db()).map_err(number_taken)?;
    Ok(id)
}

/// A row as [`create`] makes it, for imports that insert hundreds at once.
pub fn new_row(
    language: Language,
    id: StudentId,
    details: Details,
    key: Option<String>,
    from: NaiveDate,
    basis: &str,
) -> Model {
    Model {
        id,
        key,
        sort_key: details.name.sort_key(language),
        search_key: details.name.search_key(),
        call_name: details.name.call,
        infix: details.name.infix,
        surname: details.name.surname,
        number: details.number,
        born: details.born,
        postcode: details.postcode,
        email: details.email,
        enrolled_on: from,
        left_on: None,
        basis: basis.to_owned(),
        household_id: None,
        household_by_hand: false,
    }
}

/// Another student of this school has the admission number.
fn number_taken(error: impl Into<Error>) -> Error {
    match error.into() {
        Error::Conflict(_) => Error::invalid("number", "student-number-taken"),
        other => other,
    }
}

pub fn find(read: &Read, student: Allowed<StudentId>) -> Result<Model> {
    Entity::find_by_id(student.id()).one(read.db())?.found()
}

/// A student by name, for pages that need no more.
pub fn named(read: &Read, student: Allowed<StudentId>) -> Result<Named> {
    Entity::find_by_id(student.id()).into_partial_model().one(read.db())?.found()
}

/// What a family and the learner read.
pub fn known(read: &Read, student: Allowed<StudentId>) -> Result<Known> {
    Entity::find_by_id(student.id()).into_partial_model().one(read.db())?.found()
}

/// The day the student left or leaves, for whoever decides about sign-in.
pub fn left_on(read: &Read, student: StudentId) -> Result<Option<NaiveDate>> {
    let day: Option<Option<NaiveDate>> =
        Entity::find_by_id(student).select_only().column(Column::LeftOn).into_tuple().one(read.db())?;
    Ok(day.flatten())
}

/// Replaces the details and notes what they were.
pub fn change(work: &Work, student: Allowed<StudentId>, details: Details) -> Result<()> {
    agreement::required(work)?;
    let before = find(work, student)?;
    change_row(work, before, details)
}

/// [`change`] for a row already read under the same act.
pub fn change_row(work: &Work, before: Model, details: Details) -> Result<()> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let day = |value: &Option<NaiveDate>| value.map(|d| d.to_string()).unwrap_or_default();
    history::note(
        work,
        "student",
        before.id.0,
        &[
            ("name", before.name().full(), details.name.full()),
            ("number", text(&before.number), text(&details.number)),
            ("born", day(&before.born), day(&details.born)),
            ("postcode", text(&before.postcode), text(&details.postcode)),
            ("email", text(&before.email), text(&details.email)),
        ],
    )?;
    let mut row = before.into_active_model();
    row.sort_key = Set(details.name.sort_key(work.language));
    row.search_key = Set(details.name.search_key());
    row.call_name = Set(details.name.call);
    row.infix = Set(details.name.infix);
    row.surname = Set(details.name.surname);
    row.number = Set(details.number);
    row.born = Set(details.born);
    row.postcode = Set(details.postcode);
    row.email = Set(details.email);
    Entity::update(row).exec(work.db()).map_err(number_taken)?;
    Ok(())
}

/// Sets or lifts the day of leaving, with its history.
pub fn leave_row(work: &Work, before: Model, day: Option<NaiveDate>) -> Result<()> {
    let word = |d: Option<NaiveDate>| d.map(|d| d.to_string()).unwrap_or_default();
    history::note(work, "student", before.id.0, &[("left_on", word(before.left_on), word(day))])?;
    let mut row = before.into_active_model();
    row.left_on = Set(day);
    Entity::update(row).exec(work.db())?;
    Ok(())
}

/// Puts the student into a household by the office's hand; imports leave it alone from then on (C051). The
/// history holds the households' ids: their names are looked up when it is read.
pub fn place(work: &Work, student: Allowed<StudentId>, household: Option<HouseholdId>) -> Result<()> {
    let before = find(work, student)?;
    let word = |id: Option<HouseholdId>| id.map(|id| id.to_string()).unwrap_or_default();
    let pair = (history::HOUSEHOLD, word(before.household_id), word(household));
    history::note(work, "student", before.id.0, &[pair])?;
    let mut row = before.into_active_model();
    row.household_id = Set(household);
    row.household_by_hand = Set(true);
    Entity::update(row).exec(work.db())?;
    Ok(())
}

/// Which students a list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    #[default]
    Here,
    Left,
    All,
}

/// What a list is narrowed by.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub text: String,
    pub standing: Standing,
    /// Only these rows: students of a group, say.
    pub among: Option<sea_orm::Condition>,
}

/// One page of the students that the actor may see, by name.
pub fn list(read: &Read, visible: Visible<StudentId>, filter: &Filter, paging: Paging) -> Result<Page<Model>> {
    query::page(read.db(), selected(read, visible, filter), [Column::SortKey, Column::Id], paging)
}

/// The same by name only.
pub fn names(read: &Read, visible: Visible<StudentId>, filter: &Filter, paging: Paging) -> Result<Page<Named>> {
    let query = selected(read, visible, filter).order_by_asc(Column::SortKey).order_by_asc(Column::Id);
    let total = query.clone().select_only().column(Column::Id).count(read.db())?;
    let rows = query.offset(paging.offset()).limit(paging.size).into_partial_model().all(read.db())?;
    Ok(Page { rows, total, paging })
}

fn selected(read: &Read, visible: Visible<StudentId>, filter: &Filter) -> Select<Entity> {
    let mut query = Entity::find().filter(visible.condition()).filter(matches(Column::SearchKey, &filter.text));
    query = match filter.standing {
        Standing::Here => query.filter(here(read)),
        Standing::Left => query.filter(Column::LeftOn.lte(read.today)),
        Standing::All => query,
    };
    if let Some(among) = &filter.among {
        query = query.filter(among.clone());
    }
    query
}

/// Whether anybody was ever written down: an empty list of who is here may mean that all have left.
pub fn any_known(read: &Read, visible: Visible<StudentId>) -> Result<bool> {
    Ok(Entity::find().filter(visible.condition()).one(read.db())?.is_some())
}

/// Students who have not left.
pub fn here(read: &Read) -> sea_orm::Condition {
    sea_orm::Condition::any().add(Column::LeftOn.is_null()).add(Column::LeftOn.gt(read.today))
}
