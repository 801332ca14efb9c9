//! The edge between a guardian and a student: what this person is to this child, and may (C052, C053, C056).

use chrono::NaiveDate;
use kernel::{Found as _, Result};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{Condition, IntoActiveModel, PartialModelTrait, QueryOrder, QuerySelect, QueryTrait, Set};
use store::{Allowed, Read, Work};

use crate::{GuardianId, StudentId, guardian, history, student};

kernel::id!(EdgeId);
store::noun!(EdgeId, "edge", entity);
use self as entity;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "edge")]
#[declared(whose = Guardian, purpose = FamilyContact, basis = Edition, kept = GuardianRecord)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: EdgeId,
    #[data(Relationship, purpose = [FamilyContact, Access])]
    pub student_id: StudentId,
    #[data(Relationship, purpose = [FamilyContact, Access])]
    pub guardian_id: GuardianId,
    /// `mother`, `father`, `guardian`, `other`, or empty.
    #[data(Relationship, purpose = [FamilyContact, ChildSafety])]
    pub relationship: String,
    #[data(Relationship, purpose = [FamilyContact, Access])]
    pub sees: bool,
    #[data(Relationship)]
    pub books: bool,
    #[data(Relationship)]
    pub pays: bool,
    #[data(Relationship, purpose = [FamilyContact, ChildSafety])]
    pub picks_up: bool,
    /// Place among the emergency contacts, from 1; none is no emergency contact.
    #[data(Relationship, purpose = [ChildSafety, FamilyContact])]
    pub emergency_order: Option<i64>,
    /// From this day a court's order keeps the guardian from the child; no import lifts it (C056).
    #[data(Restriction, purpose = [ChildSafety, FamilyContact, Access], basis = LegalObligation)]
    pub restricted_from: Option<NaiveDate>,
    /// `import` or `office`: an import ends only what an import began.
    #[plain("where the edge came from")]
    pub source: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// A fresh edge: sees, books and picks up, until the office says otherwise.
pub fn new_row(id: EdgeId, student: StudentId, guardian: GuardianId, relationship: &str, source: &str) -> Model {
    Model {
        id,
        student_id: student,
        guardian_id: guardian,
        relationship: relationship.to_owned(),
        sees: true,
        books: true,
        pays: false,
        picks_up: true,
        emergency_order: None,
        restricted_from: None,
        source: source.to_owned(),
    }
}

impl Model {
    /// Whether a court's order keeps the guardian from the child on `day` (C056).
    pub fn is_restricted(&self, day: NaiveDate) -> bool {
        self.restricted_from.is_some_and(|from| from <= day)
    }
}

pub fn find(read: &Read, edge: Allowed<EdgeId>) -> Result<Model> {
    Entity::find_by_id(edge.id()).one(read.db())?.found()
}

/// The edge with the two it is between.
pub fn sides(read: &Read, edge: Allowed<EdgeId>) -> Result<(Model, student::Model, guardian::Model)> {
    let edge = find(read, edge)?;
    let student = student::Entity::find_by_id(edge.student_id).one(read.db())?.found()?;
    let guardian = guardian::Entity::find_by_id(edge.guardian_id).one(read.db())?.found()?;
    Ok((edge, student, guardian))
}

/// Replaces rights, order and restriction, with their history on the student.
pub fn change(work: &Work, edge: Allowed<EdgeId>, changed: Model) -> Result<()> {
    let before = find(work, edge)?;
    let yes = |flag: bool| if flag { "yes" } else { "no" }.to_owned();
    let day = |day: Option<NaiveDate>| day.map(|d| d.to_string()).unwrap_or_default();
    let order = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
    history::note(
        work,
        "edge",
        before.student_id.0,
        &[
            ("relationship", before.relationship.clone(), changed.relationship.clone()),
            ("sees", yes(before.sees), yes(changed.sees)),
            ("books", yes(before.books), yes(changed.books)),
            ("pays", yes(before.pays), yes(changed.pays)),
            ("picks_up", yes(before.picks_up), yes(changed.picks_up)),
            ("emergency_order", order(before.emergency_order), order(changed.emergency_order)),
            ("restricted_from", day(before.restricted_from), day(changed.restricted_from)),
        ],
    )?;
    let kept = Model {
        id: before.id,
        student_id: before.student_id,
        guardian_id: before.guardian_id,
        source: before.source,
        ..changed
    };
    Entity::update(kept.into_active_model().reset_all()).exec(work.db())?;
    Ok(())
}

/// Puts the emergency contacts of a student into an order, with its history. Edges that are not this student's
/// are left alone, and so are those that `places` does not name.
pub fn order(work: &Work, student: Allowed<StudentId>, places: &[(EdgeId, Option<i64>)]) -> Result<()> {
    let edges = Entity::find().filter(Column::StudentId.eq(student.id())).all(work.db())?;
    let word = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
    for before in edges {
        let Some((_, place)) = places.iter().find(|(id, _)| *id == before.id) else { continue };
        if *place == before.emergency_order {
            continue;
        }
        let pair = ("emergency_order", word(before.emergency_order), word(*place));
        history::note(work, "edge", before.student_id.0, &[pair])?;
        let mut row = before.into_active_model();
        row.emergency_order = Set(*place);
        Entity::update(row).exec(work.db())?;
    }
    Ok(())
}

/// Ends the link; what the guardian saw through it is gone at the next request (C026).
pub fn unlink(work: &Work, edge: Allowed<EdgeId>) -> Result<()> {
    Entity::delete_by_id(edge.id()).exec(work.db())?;
    Ok(())
}

/// Edges that let a guardian see: the right is given and no order is in force today.
pub fn sees(read: &Read) -> Condition {
    unrestricted(read).add(Column::Sees.eq(true))
}

/// Edges that let a guardian book appointments, in the same way.
pub fn books(read: &Read) -> Condition {
    unrestricted(read).add(Column::Books.eq(true))
}

fn unrestricted(read: &Read) -> Condition {
    let none = Condition::any().add(Column::RestrictedFrom.is_null()).add(Column::RestrictedFrom.gt(read.today));
    Condition::all().add(none)
}

/// Ids of the students whom the signed-in guardian sees; empty for anybody else.
pub fn children_of_actor(read: &Read) -> SelectStatement {
    linked_to_actor(read, sees(read))
}

/// Ids of the students for whom the signed-in guardian books; empty for anybody else.
pub fn booked_for_by_actor(read: &Read) -> SelectStatement {
    linked_to_actor(read, books(read))
}

fn linked_to_actor(read: &Read, edges: Condition) -> SelectStatement {
    let guardian = read.actor.person().and_then(|person| person.guardian).unwrap_or_default();
    Entity::find()
        .select_only()
        .column(Column::StudentId)
        .filter(Column::GuardianId.eq(guardian))
        .filter(edges)
        .into_query()
}

/// Rows of `student` that are the signed-in guardian's own children (C026, C027).
pub fn own_children(read: &Read) -> Condition {
    Condition::all().add(student::Column::Id.in_subquery(children_of_actor(read)))
}

/// Rows of `student` that are the signed-in student (C030).
pub fn oneself(read: &Read) -> Condition {
    let student = read.actor.person().and_then(|person| person.student).unwrap_or_default();
    Condition::all().add(student::Column::Id.eq(student))
}

/// A guardian of one student, with the edge.
#[derive(Clone, Debug)]
pub struct Linked {
    pub edge: Model,
    pub guardian: guardian::Model,
}

/// The guardians of a student, emergency contacts first in their order.
pub fn guardians_of(read: &Read, student: Allowed<StudentId>) -> Result<Vec<Linked>> {
    let edges = Entity::find().filter(Column::StudentId.eq(student.id())).all(read.db())?;
    let people = guardian::Entity::find()
        .filter(guardian::Column::Id.is_in(edges.iter().map(|edge| edge.guardian_id)))
        .order_by_asc(guardian::Column::SortKey)
        .all(read.db())?;
    let mut linked: Vec<Linked> = people
        .into_iter()
        .filter_map(|guardian| {
            let edge = edges.iter().find(|edge| edge.guardian_id == guardian.id)?.clone();
            Some(Linked { edge, guardian })
        })
        .collect();
    linked.sort_by_key(|link| link.edge.emergency_order.unwrap_or(i64::MAX));
    Ok(linked)
}

/// The guardians of a student by name, for the family and the learner: no guardian reads another's address
/// or number (C052).
pub fn named_guardians_of(read: &Read, student: Allowed<StudentId>) -> Result<Vec<(Model, guardian::Named)>> {
    let edges = Entity::find().filter(Column::StudentId.eq(student.id())).all(read.db())?;
    let people: Vec<guardian::Named> = people_of(read, edges.iter().map(|edge| edge.guardian_id))?;
    let edge_of = |id: GuardianId| edges.iter().find(|edge| edge.guardian_id == id).cloned();
    Ok(people.into_iter().filter_map(|guardian| Some((edge_of(guardian.id)?, guardian))).collect())
}

/// What a teacher reads of an edge: who may come for the child, and who is called first (C053).
#[derive(Clone, Debug, DerivePartialModel)]
#[sea_orm(entity = "Entity")]
pub struct Safety {
    pub student_id: StudentId,
    pub guardian_id: GuardianId,
    pub relationship: String,
    pub picks_up: bool,
    pub emergency_order: Option<i64>,
    pub restricted_from: Option<NaiveDate>,
}

/// The guardians of a student whom a teacher may have to call, emergency contacts first in their order.
pub fn callable_guardians_of(read: &Read, student: Allowed<StudentId>) -> Result<Vec<(Safety, guardian::Callable)>> {
    callable(read, Condition::all().add(Column::StudentId.eq(student.id())))
}

/// Whom to call for each of these students (C053): exactly the designated contacts, in their order.
pub fn emergency_contacts(read: &Read, students: &[StudentId]) -> Result<Vec<(Safety, guardian::Callable)>> {
    let of_them = Column::StudentId.is_in(students.iter().copied());
    callable(read, Condition::all().add(of_them).add(Column::EmergencyOrder.is_not_null()))
}

/// Edges with the guardian to call, in the order of the contacts, then by name. Who is kept away by a court's
/// order today is not among them, whatever their place (C056).
fn callable(read: &Read, among: Condition) -> Result<Vec<(Safety, guardian::Callable)>> {
    let edges: Vec<Safety> =
        Entity::find().filter(among).filter(unrestricted(read)).into_partial_model().all(read.db())?;
    let people: Vec<guardian::Callable> = people_of(read, edges.iter().map(|edge| edge.guardian_id))?;
    let mut linked: Vec<_> = people
        .iter()
        .flat_map(|guardian| {
            let own = edges.iter().filter(|edge| edge.guardian_id == guardian.named.id);
            own.map(|edge| (edge.clone(), guardian.clone()))
        })
        .collect();
    linked.sort_by_key(|(edge, _)| edge.emergency_order.unwrap_or(i64::MAX));
    Ok(linked)
}

fn people_of<G: PartialModelTrait>(read: &Read, ids: impl Iterator<Item = GuardianId>) -> Result<Vec<G>> {
    Ok(guardian::Entity::find()
        .filter(guardian::Column::Id.is_in(ids))
        .order_by_asc(guardian::Column::SortKey)
        .into_partial_model()
        .all(read.db())?)
}

/// The students a guardian is linked to, with the edges.
pub fn students_of(read: &Read, guardian: Allowed<GuardianId>) -> Result<Vec<(Model, student::Model)>> {
    let edges = Entity::find().filter(Column::GuardianId.eq(guardian.id())).all(read.db())?;
    let students = student::Entity::find()
        .filter(student::Column::Id.is_in(edges.iter().map(|edge| edge.student_id)))
        .order_by_asc(student::Column::SortKey)
        .all(read.db())?;
    Ok(students
        .into_iter()
        .filter_map(|student| Some((edges.iter().find(|edge| edge.student_id == student.id)?.clone(), student)))
        .collect())
}
