//! The demo's school: founded, filled through the importer, with an account for every role.

use accounts::account::{self, Standing};
use accounts::login;
use installation::found::{self, Draft, Plan};
use kernel::{EmailAddress, Error, Result};
use people::{agreement, edge, guardian, household, staff, student};
use registry::Purpose;
use roster::delivery::{Rules, store_roster};
use school::teaching;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use serde_json::json;
use site::House;
use store::{Act, Actor, Context, Read, Role, Work};
use uuid::Uuid;

use super::conferences;
use super::papers;
use super::people::generate;
use crate::commands::school::enter;

/// How the short names of the demo's schools begin.
pub(super) const SLUG: &str = "demo-";

pub struct DemoSchool {
    pub name: String,
    pub edition: String,
    pub slug: String,
    pub accounts: Vec<DemoAccount>,
}

pub struct DemoAccount {
    pub role: &'static str,
    pub name: String,
    pub id: Uuid,
}

impl DemoSchool {
    pub fn enter(&self, url: &str, account: &DemoAccount) -> String {
        format!("{url}/s/{}/demo/enter/{}", self.slug, account.id)
    }

    /// The line that `--json` prints when the demo is ready.
    pub fn json(&self, url: &str) -> serde_json::Value {
        let accounts: Vec<_> = self
            .accounts
            .iter()
            .map(|a| json!({ "role": a.role, "name": a.name, "enter": self.enter(url, a) }))
            .collect();
        json!({ "url": url, "schools": [{ "name": self.name, "edition": self.edition, "slug": self.slug, "accounts": accounts }] })
    }
}

/// A believable name for the country's demo school.
fn name(country: &str) -> &'static str {
    match country {
        "NL" | "BE" => "De Kastanje",
        "EE" => "Toominga Kool",
        "IN" => "Neem Tree Public School",
        "AE" | "EG" | "SA" => "مدرسة النخيل",
        _ => "Maple Hill",
    }
}

/// What the country's schools call the evenings on which parents talk to teachers.
fn evening(country: &str) -> &'static str {
    match country {
        "NL" | "BE" => "Tienminutengesprekken",
        "EE" => "Arenguvestlused",
        "AE" | "EG" | "SA" => "لقاءات أولياء الأمور",
        _ => "Parent-teacher conversations",
    }
}

/// Founds and fills the school, or finds the one of an earlier start.
pub fn make(house: &House, edition: &str, country: Option<&str>, students: usize) -> Result<DemoSchool> {
    let rules = house.edition(edition)?;
    let country = country.unwrap_or(&rules.place.jurisdiction).to_uppercase();
    let slug = format!("{SLUG}{edition}");
    if installation::entry::find(&house.schools, &slug)?.is_none() {
        let draft = Draft {
            name: name(&country),
            slug: &slug,
            edition,
            country: &country,
            language: "",
            admin_name: "Demo Administrator",
            admin_email: "administrator@example.org",
        };
        let plan = Plan::parse(&draft, &house.editions).map_err(Error::Invalid)?;
        found::found(&house.schools, &Actor::Shell, &plan)?;
        papers::host(&house.schools)?;
        let (_, context) = enter(house, &slug).map_err(|failure| Error::Internal(failure.error))?;
        fill(&context, &Rules::of(rules, &country), students)?;
        if rules.modules.on.iter().any(|module| module == "conferences") {
            let name = evening(&country);
            context.write(MAKE.on(()), |work, _| conferences::plan(work, &country, name))?;
        }
    }
    let (entry, context) = enter(house, &slug).map_err(|failure| Error::Internal(failure.error))?;
    let accounts = context.read(LIST.on(()), |read, _| accounts(read))?;
    Ok(DemoSchool { name: entry.name, edition: entry.edition, slug, accounts })
}

/// Invented people are written down for everything at once.
static MAKE: Act<()> = Act::write_school("demo.make", Purpose::ALL, &[Role::Shell]);
/// The accounts that the door offers.
static LIST: Act<()> = Act::read_school("demo.list", Purpose::ALL, &[Role::Shell]).quiet();

fn fill(context: &Context, rules: &Rules, students: usize) -> Result<()> {
    let roster = generate(&rules.country, students, 2026, context.clock.now().date());
    context.write(MAKE.on(()), |work, school| {
        agreement::accept(work, school, "Demo Administrator")?;
        let setting = rules.setting(&context.random);
        store_roster(work, school, &roster, &setting)?;
        papers::file(work, school, &rules.country)?;
        call_order(work)?;
        people_with_accounts(work)
    })
}

/// Every child has somebody to call: the guardians, one after the other.
fn call_order(work: &Work) -> Result<()> {
    let edges =
        edge::Entity::find().order_by_asc(edge::Column::StudentId).order_by_asc(edge::Column::Id).all(work.db())?;
    for family in edges.chunk_by(|one, next| one.student_id == next.student_id) {
        for (place, edge) in (1..).zip(family) {
            let row = edge::ActiveModel { id: Set(edge.id), emergency_order: Set(Some(place)), ..Default::default() };
            edge::Entity::update(row).exec(work.db())?;
        }
    }
    Ok(())
}

/// One account for each role, chosen so that every rule shows: a guardian of several children, one of
/// separated parents, a teacher with a class.
fn people_with_accounts(work: &Work) -> Result<()> {
    let desk = |name: &str, role: Role| -> Result<()> {
        let email = EmailAddress::parse(&format!("{role}@example.org")).map_err(|m| Error::Internal(m.to_string()))?;
        account::create(work, name, Some(&email), None, &Standing { roles: vec![role], ..Standing::default() })?;
        Ok(())
    };
    let staff = staff::Entity::find().order_by_asc(staff::Column::SortKey).limit(4).all(work.db())?;
    let name_of =
        |index: usize, fallback: &str| staff.get(index).map_or_else(|| fallback.to_owned(), |row| row.name().full());
    desk(&name_of(0, "Demo Administrator"), Role::Administrator)?;
    desk(&name_of(1, "Demo Office"), Role::Office)?;
    desk(&name_of(2, "Demo Data Protection"), Role::Dpo)?;
    if let Some(teacher) = a_teacher(work)? {
        person(
            work,
            &teacher.name().full(),
            "teacher",
            Standing { staff: Some(teacher.id.0), roles: vec![Role::Teacher], ..Standing::default() },
        )?;
    }
    for (index, guardian) in some_guardians(work)?.into_iter().enumerate() {
        let standing = Standing { guardian: Some(guardian.id.0), ..Standing::default() };
        person(work, &guardian.name().full(), &format!("guardian{}", index + 1), standing)?;
    }
    if let Some(student) = student::Entity::find().order_by_asc(student::Column::Born).one(work.db())? {
        let standing = Standing { student: Some(student.id.0), ..Standing::default() };
        person(work, &student.name().full(), "student", standing)?;
    }
    Ok(())
}

fn person(work: &Work, name: &str, mailbox: &str, standing: Standing) -> Result<()> {
    let email = EmailAddress::parse(&format!("{mailbox}@example.org")).map_err(|m| Error::Internal(m.to_string()))?;
    let id = account::create(work, name, Some(&email), None, &standing)?;
    // So that codes can be tried: the open outbox shows them.
    account::prove_email(work, id)?;
    let Some(number) = login::number(work, &standing)? else { return Ok(()) };
    match accounts::number::set(work, &account::find(work, id)?, &number) {
        // Somebody of the same household has it.
        Err(Error::Invalid(_)) => Ok(()),
        proven => proven,
    }
}

fn a_teacher(read: &Read) -> Result<Option<staff::Model>> {
    let Some(link) = teaching::Entity::find().order_by_asc(teaching::Column::Id).one(read.db())? else {
        return Ok(None);
    };
    Ok(staff::Entity::find_by_id(link.staff_id).one(read.db())?)
}

/// A guardian with at least two children, and one whose children live in another household than theirs.
fn some_guardians(read: &Read) -> Result<Vec<guardian::Model>> {
    let counts: Vec<(people::GuardianId, i64)> = edge::Entity::find()
        .select_only()
        .column(edge::Column::GuardianId)
        .column_as(edge::Column::Id.count(), "n")
        .group_by(edge::Column::GuardianId)
        .order_by_desc(edge::Column::Id.count())
        .order_by_asc(edge::Column::GuardianId)
        .limit(3)
        .into_tuple()
        .all(read.db())?;
    let ids: Vec<_> = counts.into_iter().map(|(id, _)| id).collect();
    Ok(guardian::Entity::find()
        .filter(guardian::Column::Id.is_in(ids))
        .order_by_asc(guardian::Column::SortKey)
        .all(read.db())?)
}

fn accounts(read: &Read) -> Result<Vec<DemoAccount>> {
    let rows = account::Entity::find()
        .order_by_asc(account::Column::CreatedAt)
        .order_by_asc(account::Column::Id)
        .all(read.db())?;
    let mut accounts = Vec::new();
    for row in rows {
        let roles = account::roles(read, &row)?;
        let role = roles.first().map_or("visitor", |role| role.word());
        accounts.push(DemoAccount { role, name: row.name, id: row.id.0 });
    }
    Ok(accounts)
}

/// How many children and households the demo shows on its door.
pub fn counts(read: &Read) -> Result<(u64, u64)> {
    let students = student::Entity::find().select_only().column(student::Column::Id).count(read.db())?;
    let households = household::Entity::find().select_only().column(household::Column::Id).count(read.db())?;
    Ok((students, households))
}
