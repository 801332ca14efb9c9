//! A school in a test: people by name, and browsers signed in as them.

use ::school::{GroupId, enrolment, group, teaching};
use accounts::account::{self, Standing};
use accounts::acknowledgement;
use accounts::session::{self, Start};
use axum::Router;
use kernel::{Clock, EmailAddress, Error, PersonName, Result};
use people::{GuardianId, StaffId, StudentId, agreement, edge, guardian, staff, student};
use registry::Purpose;
use sea_orm::{EntityTrait as _, IntoActiveModel as _};
use site::SchoolEntry;
use store::{Act, Actor, Context, Role, Work};

use crate::{Browser, Test};

/// What a test does to a school by hand, for every purpose there is.
pub static ARRANGE: Act<()> = Act::write_school("testkit.arrange", Purpose::ALL, &[Role::Shell]);

pub struct School {
    pub entry: SchoolEntry,
    /// The first administrator's one-time token.
    pub first: String,
    /// The shell's door to the school, for arranging and for looking.
    pub context: Context,
    router: Router,
    clock: Clock,
    cookie: String,
    jobs: Vec<store::Job>,
    /// The version of its privacy notice.
    pub notice: String,
}

impl School {
    pub(crate) fn new(test: &Test, entry: SchoolEntry, first: String) -> Result<Self> {
        let schools = &test.house().schools;
        let context = Context {
            database: schools.get(entry.id)?,
            actor: Actor::Shell,
            clock: schools.clock.clone(),
            random: schools.random.clone(),
            network: None,
        };
        Ok(Self {
            cookie: test.house().cookie(&entry.slug),
            notice: test.house().notice_version(&entry)?,
            entry,
            first,
            context,
            router: test.built.router.clone(),
            clock: test.clock.clone(),
            jobs: test.built.jobs.clone(),
        })
    }

    /// A path of this school.
    pub fn at(&self, path: &str) -> String {
        format!("/s/{}{path}", self.entry.slug)
    }

    /// Runs the jobs that are due by the clock.
    pub fn run_due(&self) -> Result<()> {
        store::jobs::run_due(&self.context, &self.jobs)
    }

    pub fn advance(&self, millis: i64) {
        self.clock.advance(millis);
    }

    /// Arranges something with the shell's authority, in one transaction.
    pub fn arrange<R>(&self, change: impl FnOnce(&Work) -> Result<R>) -> Result<R> {
        self.context.write(ARRANGE.on(()), |work, _| change(work))
    }

    pub(crate) fn accept_agreement(&self) -> Result<()> {
        self.context.write(ARRANGE.on(()), |work, school| agreement::accept(work, school, "First Administrator"))
    }

    pub fn group(&self, name: &str) -> Result<GroupId> {
        self.arrange(|work| {
            let id = GroupId(work.uuid());
            let row = group::new_row(work.language, id, None, name, "", &group::year_of(work.today));
            group::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
            Ok(id)
        })
    }

    /// `Call Surname`, enrolled today, in a group if one is given.
    pub fn student(&self, name: &str, group: Option<GroupId>) -> Result<StudentId> {
        self.arrange(|work| {
            let id = StudentId(work.uuid());
            let details = student::Details {
                name: parts(name)?,
                number: None,
                born: chrono::NaiveDate::from_ymd_opt(2016, 5, 4),
                postcode: None,
                email: None,
            };
            let row = student::new_row(work.language, id, details, None, work.today, "public_task");
            student::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
            if let Some(group) = group {
                let row = enrolment::new_row(work.uuid(), id, group, work.today);
                enrolment::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
            }
            Ok(id)
        })
    }

    pub fn guardian(&self, name: &str, children: &[StudentId]) -> Result<GuardianId> {
        self.arrange(|work| {
            let id = GuardianId(work.uuid());
            let details = guardian::Details { name: parts(name)?, email: Some(address(name)), phone: None };
            guardian::Entity::insert(guardian::new_row(work.language, id, details, None).into_active_model())
                .exec_without_returning(work.db())?;
            for child in children {
                let row = edge::new_row(people::EdgeId(work.uuid()), *child, id, "guardian", "office");
                edge::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
            }
            Ok(id)
        })
    }

    pub fn staff(&self, name: &str, groups: &[GroupId]) -> Result<StaffId> {
        self.arrange(|work| {
            let id = StaffId(work.uuid());
            let details = staff::Details {
                name: parts(name)?,
                employee_id: None,
                title: None,
                email: Some(address(name)),
                phone: None,
            };
            staff::Entity::insert(staff::new_row(work.language, id, details, None).into_active_model())
                .exec_without_returning(work.db())?;
            for group in groups {
                let row = teaching::new_row(work.uuid(), id, *group, work.today);
                teaching::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
            }
            Ok(id)
        })
    }

    /// A browser signed in at a desk: administrator, office, dpo, with a second factor.
    pub fn desk(&self, role: Role) -> Result<Browser> {
        self.signed_in(&format!("Desk {role}"), Standing { roles: vec![role], ..Standing::default() })
    }

    pub fn as_teacher(&self, staff: StaffId) -> Result<Browser> {
        self.signed_in(
            &format!("Teacher {staff}"),
            Standing { staff: Some(staff.0), roles: vec![Role::Teacher], ..Standing::default() },
        )
    }

    pub fn as_guardian(&self, guardian: GuardianId) -> Result<Browser> {
        self.signed_in(&format!("Guardian {guardian}"), Standing { guardian: Some(guardian.0), ..Standing::default() })
    }

    pub fn as_student(&self, student: StudentId) -> Result<Browser> {
        self.signed_in(&format!("Student {student}"), Standing { student: Some(student.0), ..Standing::default() })
    }

    pub fn visitor(&self) -> Browser {
        Browser::new(self.router.clone())
    }

    /// Makes an account that has acknowledged the notice, and a session with a second factor, as if signed in
    /// a moment ago.
    pub fn signed_in(&self, name: &str, standing: Standing) -> Result<Browser> {
        let token = self.arrange(|work| {
            let unique = work.uuid();
            let email =
                EmailAddress::parse(&format!("{unique}@example.org")).map_err(|m| Error::Internal(m.to_string()))?;
            let id = account::create(work, name, Some(&email), None, &standing)?;
            acknowledgement::note(work, id, &self.notice)?;
            session::begin(work, id, Start::SecondFactor, "test browser")
        })?;
        Ok(self.visitor().with_cookie(&self.cookie, &token))
    }

    /// The name of the session cookie.
    pub fn cookie_name(&self) -> &str {
        &self.cookie
    }
}

fn parts(name: &str) -> Result<PersonName> {
    let (call, surname) = name.split_once(' ').unwrap_or((name, ""));
    PersonName::parse(call, "", surname).map_err(|m| Error::Internal(m.to_string()))
}

fn address(name: &str) -> String {
    format!("{}@example.org", kernel::text::fold(name).replace(' ', "."))
}
