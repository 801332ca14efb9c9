//! What people say of themselves: how to be called, a few words, a picture, how they like to be reached; each
//! part with those who may see it (C178). The rule needs groups, so the noun lives here; its screens are in
//! `core/profile`.

use kernel::{Message, Result};
use people::{edge, student};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{Condition, IntoActiveModel, QuerySelect, QueryTrait, Set};
use store::{Act, Allowed, Read, Role, Rule, Visible, Work};

use crate::{enrolment, teaching};

kernel::id!(ProfilePartId);
store::noun!(ProfilePartId, "part", entity);
use self as entity;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "profile_part")]
#[declared(whose = User, purpose = [Communication, Teaching, FamilyContact], basis = LegitimateInterest, kept = Account)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: ProfilePartId,
    /// The member of staff, guardian or student whose it is.
    #[data(Identifier, purpose = [Communication, Teaching, FamilyContact, Access])]
    pub person: Uuid,
    /// One of [`PARTS`].
    #[plain("which part of a profile it is")]
    pub part: String,
    /// Empty for a picture.
    #[data(Name)]
    pub text: String,
    /// One of [`AUDIENCES`].
    #[data(Relationship, purpose = [Communication, Teaching, FamilyContact, Access])]
    pub audience: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// The bytes of a picture, apart so that lists never read them: 256 × 256, re-encoded, without metadata.
pub mod picture {
    use registry::Declared;
    use sea_orm::entity::prelude::*;

    use super::ProfilePartId;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
    #[sea_orm(table_name = "profile_picture")]
    #[declared(whose = User, purpose = [Communication, Teaching, FamilyContact], basis = LegitimateInterest, kept = Account)]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        #[data(Identifier)]
        pub part_id: ProfilePartId,
        /// JPEG.
        #[data(Identifier)]
        pub bytes: Vec<u8>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// How to be called.
pub const NAME: &str = "name";
/// A few words about oneself.
pub const BIO: &str = "bio";
pub const PICTURE: &str = "picture";
/// How one likes to be reached; for the school's staff.
pub const REACH: &str = "reach";
pub const PARTS: &[&str] = &[NAME, BIO, PICTURE, REACH];

pub const NOBODY: &str = "nobody";
pub const STAFF: &str = "staff";
/// Staff, and the families and learners of one's groups.
pub const FAMILIES: &str = "families";
pub const AUDIENCES: &[&str] = &[NOBODY, STAFF, FAMILIES];

/// Longest text about oneself, in characters.
pub const BIO_LIMIT: usize = 500;
pub const NAME_LIMIT: usize = 60;

/// Plain text of at most `limit` characters; lines stay lines.
pub fn plain(text: &str, limit: usize) -> Result<String, Message> {
    let lines: Vec<String> = text.lines().map(kernel::text::clean).collect();
    let text = lines.join("\n").trim().to_owned();
    if text.chars().count() > limit { Err(Message::from("text-too-long").with("limit", limit)) } else { Ok(text) }
}

const READING: &[registry::Purpose] = &[registry::Purpose::Communication];

/// Quiet: people show themselves to exactly these.
pub static SEE: Act<ProfilePartId> = Act::read(
    "profiles.see",
    READING,
    &[
        Rule::new(Role::Account, "one's own", own),
        Rule::new(Role::Administrator, "shown to staff", |_| shown_to_staff()),
        Rule::new(Role::Office, "shown to staff", |_| shown_to_staff()),
        Rule::new(Role::Teacher, "shown to staff", |_| shown_to_staff()),
        Rule::new(Role::Guardian, "shown to families, of their children's groups", |read| {
            of_groups(read, edge::children_of_actor(read))
        }),
        Rule::new(Role::Student, "shown to families, of their groups", |read| of_groups(read, oneself(read))),
    ],
)
.quiet();

/// The persons that the account stands for.
pub fn persons(read: &Read) -> Vec<Uuid> {
    let person = read.actor.person();
    person.map(|person| [person.staff, person.guardian, person.student]).into_iter().flatten().flatten().collect()
}

pub fn own(read: &Read) -> Condition {
    Condition::all().add(Column::Person.is_in(persons(read)))
}

fn shown_to_staff() -> Condition {
    Condition::all().add(Column::Audience.is_in([STAFF, FAMILIES]))
}

fn oneself(read: &Read) -> SelectStatement {
    student::Entity::find().select_only().column(student::Column::Id).filter(edge::oneself(read)).into_query()
}

/// Parts shown to families by those who teach, learn or have a child in the groups where these students are.
fn of_groups(read: &Read, students: SelectStatement) -> Condition {
    let groups = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::GroupId)
        .filter(enrolment::Column::StudentId.in_subquery(students))
        .filter(enrolment::current(read))
        .into_query();
    let teachers = teaching::Entity::find()
        .select_only()
        .column(teaching::Column::StaffId)
        .filter(teaching::Column::GroupId.in_subquery(groups.clone()))
        .filter(teaching::current(read))
        .into_query();
    let learners = enrolment::Entity::find()
        .select_only()
        .column(enrolment::Column::StudentId)
        .filter(enrolment::Column::GroupId.in_subquery(groups))
        .filter(enrolment::current(read))
        .into_query();
    let guardians = edge::Entity::find()
        .select_only()
        .column(edge::Column::GuardianId)
        .filter(edge::Column::StudentId.in_subquery(learners.clone()))
        .filter(edge::sees(read))
        .into_query();
    let met = Condition::any()
        .add(Column::Person.in_subquery(teachers))
        .add(Column::Person.in_subquery(learners))
        .add(Column::Person.in_subquery(guardians));
    Condition::all().add(Column::Audience.eq(FAMILIES)).add(met)
}

/// What one may see of somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    pub name: Option<String>,
    pub bio: Option<String>,
    pub picture: Option<ProfilePartId>,
    pub reach: Option<String>,
}

/// What the reader may see of these people, in the order given; nothing of whom shows nothing.
pub fn shown(read: &Read, visible: &Visible<ProfilePartId>, people: &[Uuid]) -> Result<Vec<Shown>> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let rows = Entity::find()
        .filter(visible.condition())
        .filter(Column::Person.is_in(people.iter().copied()))
        .all(read.db())?;
    let of = |person: &Uuid| {
        let part = |part: &str| rows.iter().find(|row| row.person == *person && row.part == part);
        let text = |word: &str| part(word).map(|row| row.text.clone()).filter(|text| !text.is_empty());
        Shown { name: text(NAME), bio: text(BIO), reach: text(REACH), picture: part(PICTURE).map(|row| row.id) }
    };
    Ok(people.iter().map(of).collect())
}

/// The parts of one's own profile.
pub fn parts(read: &Read, person: Uuid) -> Result<Vec<Model>> {
    Ok(Entity::find().filter(Column::Person.eq(person)).all(read.db())?)
}

/// Keeps one part; an empty text takes it away. A picture's bytes come with it.
pub fn keep(work: &Work, person: Uuid, part: &str, text: &str, audience: &str) -> Result<ProfilePartId> {
    let known = Entity::find().filter(Column::Person.eq(person)).filter(Column::Part.eq(part)).one(work.db())?;
    if let Some(row) = known {
        let id = row.id;
        let mut row = row.into_active_model();
        row.text = Set(text.to_owned());
        row.audience = Set(audience.to_owned());
        Entity::update(row).exec(work.db())?;
        return Ok(id);
    }
    let (part, text, audience) = (part.to_owned(), text.to_owned(), audience.to_owned());
    let row = Model { id: ProfilePartId(work.uuid()), person, part, text, audience };
    let id = row.id;
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(id)
}

/// Takes a part away, a picture with its bytes.
pub fn remove(work: &Work, person: Uuid, part: &str) -> Result<()> {
    Entity::delete_many().filter(Column::Person.eq(person)).filter(Column::Part.eq(part)).exec(work.db())?;
    Ok(())
}

/// A new picture has a new id, so that no browser shows the old one from its store.
pub fn keep_picture(work: &Work, person: Uuid, bytes: Vec<u8>, audience: &str) -> Result<()> {
    remove(work, person, PICTURE)?;
    let part_id = keep(work, person, PICTURE, "", audience)?;
    picture::Entity::insert(picture::Model { part_id, bytes }.into_active_model()).exec_without_returning(work.db())?;
    Ok(())
}

/// Another audience for the picture that is there, if there is one.
pub fn show_picture_to(work: &Work, person: Uuid, audience: &str) -> Result<()> {
    Entity::update_many()
        .set(ActiveModel { audience: Set(audience.to_owned()), ..Default::default() })
        .filter(Column::Person.eq(person))
        .filter(Column::Part.eq(PICTURE))
        .exec(work.db())?;
    Ok(())
}

/// The bytes of a picture that the reader may see.
pub fn bytes(read: &Read, part: Allowed<ProfilePartId>) -> Result<Option<Vec<u8>>> {
    Ok(picture::Entity::find_by_id(part.id()).one(read.db())?.map(|row| row.bytes))
}
