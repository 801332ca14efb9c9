//! Two families, two classes and two teachers in one school, every personal field marked with a word of its
//! own, so that whatever leaks says whose it is.

use accuracy::ProposalId;
use accuracy::proposal::{self, Wish};
use conferences::{AppointmentId, ParticipantId, RoundId};
use duplicates::MergeId;
use duplicates::kind::{Kind, Pair};
use duplicates::merge::{self, Choice, Mails};
use federation::{ProviderId, provider};
use kernel::{Error, PersonName, Result};
use people::correction::Subject;
use people::demographics::{self, Record};
use people::{
    ContactId, EdgeId, GuardianId, HouseholdId, LicenceId, StaffId, StudentId, contact, edge, guardian, household,
    licence, staff, student,
};
use school::profile::{self, ProfilePartId};
use school::{GroupId, enrolment, group, teaching};
use store::media::{Plain, Staged};
use store::sea_orm::{EntityTrait as _, IntoActiveModel as _};
use store::{Role, Work};
use support::{GrantId, grant};
use tasks::TaskId;
use testkit::School;

use crate::ground::{Ground, Seat};

/// A child with all who belong to it.
pub struct Family {
    pub student: StudentId,
    pub guardian: GuardianId,
    pub edge: EdgeId,
    pub household: HouseholdId,
    pub group: GroupId,
    pub teacher: StaffId,
    /// Stands in every personal field of the student.
    pub student_mark: String,
    pub guardian_mark: String,
    pub teacher_mark: String,
    /// The logo, where the check arranges one.
    pub media: String,
    /// A waiting delivery, an import and an invitation, where the check arranges them.
    pub delivery: String,
    pub import: String,
    pub token: String,
    /// Of the institution, as the family's routes name them.
    pub contact: ContactId,
    pub licence: LicenceId,
    pub task: TaskId,
    /// A support grant that was asked for, and a provider that nobody can reach.
    pub grant: GrantId,
    pub provider: ProviderId,
    /// What the guardian proposed of the child, and the teacher's picture, shown to families.
    pub proposal: ProposalId,
    pub part: ProfilePartId,
    /// A round of parent evenings with the teacher in it, and what the guardian has booked there.
    pub round: RoundId,
    pub participant: ParticipantId,
    pub appointment: AppointmentId,
    /// The child beside the other family's, and two records that were made one.
    pub pair: Pair,
    pub merge: MergeId,
}

impl Family {
    pub fn marks(&self) -> [&str; 3] {
        [&self.student_mark, &self.guardian_mark, &self.teacher_mark]
    }

    /// The same family with ids that no record has.
    pub fn with_ids_of_nobody(&self, random: &kernel::Random) -> Self {
        let id = || random.uuid(kernel::Timestamp(0));
        Self {
            student: StudentId(id()),
            guardian: GuardianId(id()),
            edge: EdgeId(id()),
            household: HouseholdId(id()),
            group: GroupId(id()),
            teacher: StaffId(id()),
            round: RoundId(id()),
            participant: ParticipantId(id()),
            appointment: AppointmentId(id()),
            delivery: id().to_string(),
            media: id().to_string(),
            import: id().to_string(),
            token: id().to_string(),
            contact: ContactId(id()),
            licence: LicenceId(id()),
            task: TaskId(id()),
            grant: GrantId(id()),
            provider: ProviderId(id()),
            proposal: ProposalId(id()),
            part: ProfilePartId(id()),
            pair: Pair::new(Kind::Student, id(), id()),
            merge: MergeId(id()),
            student_mark: self.student_mark.clone(),
            guardian_mark: self.guardian_mark.clone(),
            teacher_mark: self.teacher_mark.clone(),
        }
    }
}

pub struct World {
    pub school: School,
    pub a: Family,
    pub b: Family,
}

impl World {
    /// A school called `name` with its two families.
    pub fn new(ground: &Ground, name: &str) -> Result<Self> {
        Self::of(ground.school(name)?)
    }

    pub fn of(school: School) -> Result<Self> {
        let slug = school.entry.slug.clone();
        let paper = Plain { media_type: "application/pdf", whole: b"%PDF-1.7".to_vec(), ..Plain::default() };
        let (first, second) = (school.context.stage(&paper)?, school.context.stage(&paper)?);
        let mut a = school.arrange(|work| family(work, &slug, "one", 1, first))?;
        let mut b = school.arrange(|work| family(work, &slug, "two", 2, second))?;
        let pair = Pair::new(Kind::Student, a.student.0, b.student.0);
        for family in [&mut a, &mut b] {
            (family.pair, family.merge) = (pair, made_one(&school)?);
            family.round = school.round("Evening", &[family.teacher])?;
            family.participant = school.participant(family.round, family.teacher)?;
            (family.grant, family.provider) = lets_in(&school)?;
        }
        let mut world = Self { school, a, b };
        (world.a.appointment, world.b.appointment) = (world.book(&world.a)?, world.book(&world.b)?);
        Ok(world)
    }

    /// The first time of the family's evening, booked anew where it was cancelled.
    pub fn book(&self, family: &Family) -> Result<AppointmentId> {
        let start = self.school.times(family.round)?.first().copied().ok_or(Error::NotFound)?;
        self.school.appointment(family.round, family.teacher, family.student, family.guardian, start)
    }

    /// Every mark of the school.
    pub fn marks(&self) -> Vec<&str> {
        self.a.marks().into_iter().chain(self.b.marks()).collect()
    }

    pub fn at(&self, path: &str) -> String {
        self.school.at(path)
    }

    /// A seat for each standing, all of family a where that means anything.
    pub fn seats<'g>(&self, ground: &'g Ground) -> Result<Vec<(&'static str, Seat<'g>)>> {
        Ok(vec![
            ("administrator", ground.seat(self.school.desk(Role::Administrator)?)),
            ("office", ground.seat(self.school.desk(Role::Office)?)),
            ("dpo", ground.seat(self.school.desk(Role::Dpo)?)),
            ("teacher", ground.seat(self.school.as_teacher(self.a.teacher)?)),
            ("guardian", ground.seat(self.school.as_guardian(self.a.guardian)?)),
            ("student", ground.seat(self.school.as_student(self.a.student)?)),
            ("visitor", ground.visitor()),
        ])
    }
}

fn family(work: &Work, slug: &str, which: &str, number: i64, scan: Staged) -> Result<Family> {
    let mark = |who: &str| format!("zq{slug}{who}{which}");
    let (student_mark, guardian_mark, teacher_mark) = (mark("pupil"), mark("parent"), mark("mentor"));
    let group = GroupId(work.uuid());
    let row = group::new_row(work.language, group, None, &format!("Class {which}"), "", &group::year_of(work.today));
    group::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    let household = HouseholdId(work.uuid());
    let row = household::new_row(household, &student_mark, Some("1234AB"));
    household::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    let student = child(work, &student_mark, household)?;
    let row = enrolment::new_row(work.uuid(), student, group, work.today);
    enrolment::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    let guardian = parent(work, &guardian_mark, number)?;
    let edge = EdgeId(work.uuid());
    let row = edge::Model { emergency_order: Some(1), ..edge::new_row(edge, student, guardian, "mother", "office") };
    edge::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    let teacher = mentor(work, &teacher_mark, number)?;
    let row = teaching::new_row(work.uuid(), teacher, group, work.today);
    teaching::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    let wish = Wish { other: "custody".to_owned(), reason: "moved".to_owned(), ..Wish::default() };
    let proposal = proposal::propose(work, Subject::Student(student), guardian.0, wish, 30)?;
    profile::keep_picture(work, teacher.0, vec![0xff, 0xd8, 0xff], profile::FAMILIES)?;
    let part = profile::parts(work, teacher.0)?.first().ok_or(Error::NotFound)?.id;
    let id = || work.uuid().to_string();
    let (delivery, import, token, media) = (id(), id(), id(), id());
    let (contact, licence, task) = papers(work, which, scan)?;
    Ok(Family {
        student,
        guardian,
        edge,
        household,
        group,
        teacher,
        student_mark,
        guardian_mark,
        teacher_mark,
        delivery,
        import,
        media,
        token,
        contact,
        licence,
        task,
        grant: GrantId(work.uuid()),
        provider: ProviderId(work.uuid()),
        proposal,
        part,
        round: RoundId(work.uuid()),
        participant: ParticipantId(work.uuid()),
        appointment: AppointmentId(work.uuid()),
        pair: Pair::new(Kind::Student, work.uuid(), work.uuid()),
        merge: MergeId(work.uuid()),
    })
}

/// A guardian of no child who was on record twice, without anybody's name.
fn made_one(school: &School) -> Result<MergeId> {
    school.context.write(testkit::ARRANGE.on(()), |work, _| {
        let (stays, goes) = (work.uuid(), work.uuid());
        for id in [stays, goes] {
            let details = guardian::Details { name: name("twice")?, email: None, phone: None };
            let row = guardian::new_row(work.language, GuardianId(id), details, None);
            guardian::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
        }
        let choice = Choice { kind: Kind::Guardian, stays, goes, taken: Vec::new() };
        merge::merge(work, &choice, Mails::new())
    })
}

/// A request for support, and a provider of the school's, without anybody's name.
fn lets_in(school: &School) -> Result<(GrantId, ProviderId)> {
    let wish = grant::Wish { operator: None, reason: "why".to_owned(), hours: 4 };
    let details = provider::Details {
        name: "Elsewhere".to_owned(),
        issuer: "http://127.0.0.1:9".to_owned(),
        client_id: school.context.random.code(8),
        secret: Some("sealed".to_owned()),
        for_staff: true,
        for_guardians: true,
        domain: String::new(),
        trusts_factor: false,
    };
    school.context.write(testkit::ARRANGE.on(()), |work, whole| {
        let asked = grant::ask(work, whole, wish)?.id;
        provider::create(work, whole, details)?;
        let newest = provider::list(work)?.into_iter().map(|row| row.id).max_by_key(|id| id.0);
        Ok((asked, newest.ok_or(Error::NotFound)?))
    })
}

/// A contact person, a licence and a task, without anybody's name.
fn papers(work: &Work, which: &str, scan: Staged) -> Result<(ContactId, LicenceId, TaskId)> {
    let contact = contact::Model {
        id: ContactId(work.uuid()),
        function: contact::GENERAL.to_owned(),
        call_name: "Desk".to_owned(),
        infix: String::new(),
        surname: which.to_owned(),
        sort_key: which.to_owned(),
        street: None,
        postcode: None,
        town: None,
        email: Some("desk@example.org".to_owned()),
        phone: None,
    };
    let licence = licence::Model {
        id: LicenceId(work.uuid()),
        kind: "Fire safety".to_owned(),
        number: which.to_owned(),
        issuer: "The town".to_owned(),
        valid_until: Some(work.today),
    };
    let scan = licence::scan::Model { licence_id: licence.id, media_id: store::media::keep(work, scan)? };
    let task = tasks::Model {
        id: TaskId(work.uuid()),
        kind: licence::ENDS.to_owned(),
        subject: licence.id.0,
        path: format!("/institution/licences/{}", licence.id),
        role: Role::Administrator.word().to_owned(),
        due_on: work.today,
        created_at: work.now,
        done_at: None,
        done_by: None,
    };
    let ids = (contact.id, licence.id, task.id);
    contact::Entity::insert(contact.into_active_model()).exec_without_returning(work.db())?;
    licence::Entity::insert(licence.into_active_model()).exec_without_returning(work.db())?;
    licence::scan::Entity::insert(scan.into_active_model()).exec_without_returning(work.db())?;
    tasks::Entity::insert(task.into_active_model()).exec_without_returning(work.db())?;
    Ok(ids)
}

fn child(work: &Work, mark: &str, household: HouseholdId) -> Result<StudentId> {
    let id = StudentId(work.uuid());
    let details = student::Details {
        name: name(mark)?,
        number: Some(format!("{mark}number")),
        born: chrono::NaiveDate::from_ymd_opt(2015, 8, 31),
        postcode: Some("1234AB".to_owned()),
        email: Some(format!("{mark}@example.org")),
    };
    let row = student::Model {
        household_id: Some(household),
        ..student::new_row(work.language, id, details, Some(format!("{mark}key")), work.today, "public_task")
    };
    student::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    let record = Record { gender: Some("female".to_owned()), nationality: Some(format!("{mark}nation")) };
    demographics::Entity::insert(record.row(id).into_active_model()).exec_without_returning(work.db())?;
    Ok(id)
}

fn parent(work: &Work, mark: &str, number: i64) -> Result<GuardianId> {
    let id = GuardianId(work.uuid());
    let email = Some(format!("{mark}@example.org"));
    let details = guardian::Details { name: name(mark)?, email, phone: Some(format!("+3161200000{number}")) };
    let row = guardian::new_row(work.language, id, details, None);
    guardian::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(id)
}

fn mentor(work: &Work, mark: &str, number: i64) -> Result<StaffId> {
    let id = StaffId(work.uuid());
    let details = staff::Details {
        name: name(mark)?,
        employee_id: Some(format!("{mark}id")),
        title: Some(format!("{mark}title")),
        email: Some(format!("{mark}@example.org")),
        phone: Some(format!("+3161300000{number}")),
    };
    staff::Entity::insert(staff::new_row(work.language, id, details, None).into_active_model())
        .exec_without_returning(work.db())?;
    Ok(id)
}

fn name(mark: &str) -> Result<PersonName> {
    PersonName::parse(mark, "", mark).map_err(|message| Error::Internal(message.to_string()))
}
