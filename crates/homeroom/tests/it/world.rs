//! Two schools of the same shape, whose people have surnames found nowhere else.

use accounts::account::{self, Standing};
use accounts::email_change;
use accounts::invitation;
use accuracy::ProposalId;
use accuracy::proposal::{self, Wish};
use conferences::{ParticipantId, RoundId, appointment, participant, round, window};
use kernel::{EmailAddress, Result};
use people::contact::GENERAL;
use people::correction::Subject;
use people::{
    ContactId, EdgeId, GuardianId, HouseholdId, LicenceId, StaffId, StudentId, contact, edge, guardian, household,
    licence, logo, staff, student,
};
use roster::delivery::Rules;
use roster::rows::SourceFile;
use roster::{DeliveryId, ImportId, delivery, run};
use school::profile::{self, ProfilePartId};
use school::{GroupId, enrolment, group, teaching};
use sea_orm::{ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, QueryFilter as _, Set};
use store::{Role, Work};
use tasks::TaskId;
use testkit::{Browser, School, Test};
use uuid::Uuid;

use crate::twice;

/// Whose id stands in a path or a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The first child of 5A, its guardian, its teacher.
    Own,
    /// Another child of 5A, of another household.
    SameGroup,
    /// A child of 5B.
    OtherGroup,
    OtherSchool,
    Nobody,
    Malformed,
}

impl Relation {
    pub const ALL: [Self; 6] =
        [Self::Own, Self::SameGroup, Self::OtherGroup, Self::OtherSchool, Self::Nobody, Self::Malformed];

    pub fn is_in_this_school(self) -> bool {
        matches!(self, Self::Own | Self::SameGroup | Self::OtherGroup)
    }
}

/// One family with everything around it.
#[derive(Clone, Debug)]
pub struct Family {
    pub student: StudentId,
    pub guardian: GuardianId,
    pub edge: EdgeId,
    pub household: HouseholdId,
    pub group: GroupId,
    pub staff: StaffId,
    /// With the teacher in it: one for 5A, one for 5B.
    pub round: RoundId,
    pub window: Uuid,
    pub participant: ParticipantId,
    /// The first, second or third time of the round.
    pub appointment: appointment::Model,
    pub canaries: Vec<String>,
    /// The teacher's picture, shown to families.
    pub picture: ProfilePartId,
    /// What the guardian asks the office to correct.
    pub proposal: ProposalId,
    /// Contact that only the desk and the guardian may read.
    pub contact: String,
}

pub struct World {
    pub school: School,
    /// First of 5A, second of 5A, one of 5B.
    pub families: [Family; 3],
    pub staff_canaries: [String; 2],
    pub delivery: DeliveryId,
    pub import: ImportId,
    pub papers: Papers,
    /// A support grant that was asked for.
    pub grant: support::GrantId,
    pub provider: federation::ProviderId,
    /// Two records that were made one.
    pub merge: duplicates::MergeId,
    /// Two records of one child.
    pub twice: [StudentId; 2],
}

/// What an administrator keeps of the institution.
#[derive(Clone, Copy, Debug)]
pub struct Papers {
    pub contact: ContactId,
    pub licence: LicenceId,
    pub task: TaskId,
    pub logo: media::MediaId,
}

const NOBODY: &str = "018f0000-0000-7000-8000-00000000dead";
const MALFORMED: &str = "not-an-id'--";

/// A school named `name`, every surname of it beginning with `mark`.
pub fn found(test: &Test, name: &str, mark: &str) -> World {
    let school = test.school(name, "school").unwrap();
    let groups = [school.group("5A").unwrap(), school.group("5B").unwrap()];
    let staff_canaries = [format!("{mark}Teacherone"), format!("{mark}Teachertwo")];
    let staff = [
        school.staff(&format!("Tea {}", staff_canaries[0]), &[groups[0]]).unwrap(),
        school.staff(&format!("Teb {}", staff_canaries[1]), &[groups[1]]).unwrap(),
    ];
    let rounds = [0, 1].map(|n| school.round("Evening", &[staff[n]]).unwrap());
    let pictures = staff.map(|person| {
        let keep = |work: &Work| {
            profile::keep_picture(work, person.0, vec![0xff, 0xd8, 0xff], profile::FAMILIES)?;
            Ok(profile::parts(work, person.0)?[0].id)
        };
        school.arrange(keep).unwrap()
    });
    let families = [("Alpha", 0), ("Bravo", 0), ("Charlie", 1)].map(|(family, of)| {
        let (child, parent) = (format!("{mark}Child{family}"), format!("{mark}Parent{family}"));
        let student = school.student(&format!("Kim {child}"), Some(groups[of])).unwrap();
        let guardian = school.guardian(&format!("Pat {parent}"), &[student]).unwrap();
        let contact = format!("{}.reach@example.org", parent.to_lowercase());
        let home = format!("{mark}Home{family}");
        let (edge, household) = school
            .arrange(|work| {
                let person = guardian::ActiveModel {
                    id: Set(guardian),
                    email: Set(Some(contact.clone())),
                    ..Default::default()
                };
                person.update(work.db())?;
                let home = household::new_row(HouseholdId(work.uuid()), &home, Some("1234AB"));
                let household = home.id;
                household::Entity::insert(home.into_active_model()).exec_without_returning(work.db())?;
                let child =
                    student::ActiveModel { id: Set(student), household_id: Set(Some(household)), ..Default::default() };
                child.update(work.db())?;
                let edge = edge::Entity::find().filter(edge::Column::StudentId.eq(student)).one(work.db())?.unwrap();
                Ok((edge.id, household))
            })
            .unwrap();
        let wish = Wish { other: "custody".to_owned(), reason: "moved".to_owned(), ..Wish::default() };
        let proposal =
            school.arrange(|work| proposal::propose(work, Subject::Student(student), guardian.0, wish, 30)).unwrap();
        Family {
            picture: pictures[of],
            proposal,
            student,
            guardian,
            edge,
            household,
            group: groups[of],
            staff: staff[of],
            round: rounds[of],
            window: school.arrange(|work| Ok(window::of_round(work, rounds[of])?[0].id)).unwrap(),
            participant: school.participant(rounds[of], staff[of]).unwrap(),
            appointment: booked(&school, rounds[of], staff[of], student, guardian, of_times(family)),
            canaries: vec![child, parent, home],
            contact,
        }
    });
    let delivery = deliver(&school);
    let import = import(test, &school);
    let papers = file(&school, mark);
    let (grant, provider) = (ask_support(&school), add_provider(&school));
    let (merge, twice) = (twice::made_one(&school), twice::written(&school));
    World { school, families, staff_canaries, delivery, import, papers, grant, provider, merge, twice }
}

/// An import of no files that is done: a line of the journal.
fn import(test: &Test, school: &School) -> ImportId {
    let rules = Rules::of(test.house().edition("school").unwrap(), &school.entry.country);
    let run = run::begin_files(&school.context, Vec::new(), rules).unwrap();
    let id = run.id;
    drop(run.carry_out(&school.context));
    id
}

/// A contact person, a licence with its scan that ends soon, and the task about it.
fn file(school: &School, mark: &str) -> Papers {
    let details = licence::Details {
        kind: "Fire safety".to_owned(),
        number: "17".to_owned(),
        issuer: "The town".to_owned(),
        valid_until: chrono::NaiveDate::from_ymd_opt(2026, 11, 20),
    };
    let stage = |bytes: &[u8]| school.context.stage(&media::paper(bytes.to_vec()).unwrap()).unwrap();
    let (scan, sign) = (stage(b"%PDF-1.7 a paper"), stage(b"%PDF-1.7 a sign"));
    let person = contact::Details {
        function: GENERAL.to_owned(),
        name: kernel::PersonName::parse("Con", "", &format!("{mark}Contact")).unwrap(),
        street: None,
        postcode: None,
        town: None,
        email: Some("contact@example.org".to_owned()),
        phone: None,
    };
    let found = |work: &Work, whole| {
        logo::change(work, whole, Some(sign), String::new())?;
        let logo = logo::find(work)?.unwrap().media_id;
        let licence = licence::create(work, whole, details, licence::Paper::Comes(scan))?;
        let contact = contact::create(work, whole, person)?;
        licence::remind(work)?;
        let task = tasks::Entity::find().filter(tasks::Column::Subject.eq(licence)).one(work.db())?.unwrap().id;
        Ok(Papers { contact, licence, task, logo })
    };
    school.context.write(testkit::ARRANGE.on(()), found).unwrap()
}

/// An operator's request.
fn ask_support(school: &School) -> support::GrantId {
    let wish = support::grant::Wish { operator: None, reason: "why".to_owned(), hours: 4 };
    school.context.write(testkit::ARRANGE.on(()), |work, whole| Ok(support::grant::ask(work, whole, wish)?.id)).unwrap()
}

/// A provider that nobody can reach.
fn add_provider(school: &School) -> federation::ProviderId {
    let details = federation::provider::Details {
        name: "Elsewhere".to_owned(),
        issuer: "http://127.0.0.1:9".to_owned(),
        client_id: school.context.random.code(6),
        secret: Some("sealed".to_owned()),
        for_staff: true,
        for_guardians: true,
        domain: String::new(),
        trusts_factor: false,
    };
    let create = |work: &Work, whole| {
        federation::provider::create(work, whole, details)?;
        Ok(federation::provider::list(work)?[0].id)
    };
    school.context.write(testkit::ARRANGE.on(()), create).unwrap()
}

/// Each family of a round has a time of its own.
fn of_times(family: &str) -> usize {
    usize::from(family == "Bravo")
}

fn booked(
    school: &School,
    round: RoundId,
    staff: StaffId,
    student: StudentId,
    guardian: GuardianId,
    nth: usize,
) -> appointment::Model {
    let start = school.times(round).unwrap()[nth];
    let id = school.appointment(round, staff, student, guardian, start).unwrap();
    school.arrange(|work| Ok(appointment::Entity::find_by_id(id).one(work.db())?.unwrap())).unwrap()
}

/// An upload that waits.
pub fn deliver(school: &School) -> DeliveryId {
    let csv = "id,first name,last name,class\n77,Ida,Imported,5C\n";
    let file = SourceFile { name: "students.csv".to_owned(), bytes: csv.as_bytes().to_vec() };
    school.context.write(testkit::ARRANGE.on(()), |work, whole| delivery::create(work, whole, vec![file])).unwrap()
}

impl World {
    /// Everything that names a person of this school.
    pub fn canaries(&self) -> Vec<String> {
        let families = self.families.iter().flat_map(|family| family.canaries.iter().chain([&family.contact]));
        families.chain(&self.staff_canaries).cloned().collect()
    }

    /// A browser of each role; the teacher has 5A, guardian and student are of the first family.
    pub fn browser(&self, role: Role) -> Browser {
        let first = &self.families[0];
        let browser = match role {
            Role::Visitor => Ok(self.school.visitor()),
            Role::Teacher => self.school.as_teacher(first.staff),
            Role::Guardian => self.school.as_guardian(first.guardian),
            Role::Student => self.school.as_student(first.student),
            desk => self.school.desk(desk),
        };
        browser.unwrap()
    }

    pub fn family(&self, relation: Relation) -> &Family {
        match relation {
            Relation::SameGroup => &self.families[1],
            Relation::OtherGroup => &self.families[2],
            _ => &self.families[0],
        }
    }

    /// An id of `kind` in that relation; `other` is the other school.
    pub fn id(&self, other: &World, kind: &str, relation: Relation) -> String {
        let world = match relation {
            Relation::Nobody => return NOBODY.to_owned(),
            Relation::Malformed => return MALFORMED.replace('\'', "%27"),
            Relation::OtherSchool => other,
            _ => self,
        };
        let family = world.family(relation);
        match kind {
            "student" => family.student.to_string(),
            "guardian" => family.guardian.to_string(),
            "edge" => family.edge.to_string(),
            "household" => family.household.to_string(),
            "group" => family.group.to_string(),
            "staff" => family.staff.to_string(),
            "delivery" => world.delivery.to_string(),
            "import" => world.import.to_string(),
            "contact" => world.papers.contact.to_string(),
            "licence" => world.papers.licence.to_string(),
            "media" => world.papers.logo.to_string(),
            "task" => world.papers.task.to_string(),
            "round" => family.round.to_string(),
            "window" => family.window.to_string(),
            "participant" => family.participant.to_string(),
            "appointment" => family.appointment.id.to_string(),
            "grant" => world.grant.to_string(),
            "provider" => world.provider.to_string(),
            "pair" => world.pair(relation),
            "merge" => world.merge.to_string(),
            "token" => world.invite(),
            "part" => family.picture.to_string(),
            "proposal" => family.proposal.to_string(),
            "link" => world.link(),
            unknown => panic!("the matrix knows no id for {{{unknown}}}: add it"),
        }
    }

    /// A link to a new mail address.
    fn link(&self) -> String {
        let ask = |work: &Work| {
            let id = account::create(work, "Desk administrator", None, None, &Standing::default())?;
            let email = EmailAddress::parse(&format!("{id}@example.org")).unwrap();
            email_change::ask(work, id, &email)
        };
        self.school.arrange(ask).unwrap()
    }

    fn invite(&self) -> String {
        let standing = Standing::default();
        self.school
            .arrange(|work| Ok(invitation::create(work, "Invited", "", &standing, invitation::STANDS)?.token))
            .unwrap()
    }

    /// Puts back what an order to this path may have ended before.
    pub fn mend(&mut self, path: &str) {
        if path.starts_with("/edges/") {
            self.school.arrange(|work| self.families.iter().try_for_each(|family| mend_edge(work, family))).unwrap();
        }
        if path.starts_with("/staff/") || path.starts_with("/groups/") {
            self.school.arrange(|work| self.families.iter().try_for_each(|family| mend_group(work, family))).unwrap();
        }
        if path.starts_with("/institution/") && !self.has_papers() {
            self.papers = file(&self.school, "Again");
        }
        if path.starts_with("/tasks/") && !self.has_task() {
            self.papers = file(&self.school, "Again");
        }
        if ["/conferences", "/participants", "/appointments", "/family"].iter().any(|part| path.starts_with(part)) {
            self.mend_evenings(path);
        }
        if path.starts_with("/support/") {
            self.grant = ask_support(&self.school);
        }
        if path.starts_with("/providers/") {
            let forget = |work: &Work| Ok(federation::provider::Entity::delete_many().exec(work.db())?);
            self.school.arrange(forget).unwrap();
            self.provider = add_provider(&self.school);
        }
        self.mend_twice(path);
        if path.starts_with("/roster/") && !self.has_delivery() {
            self.delivery = deliver(&self.school);
        }
    }

    /// The task goes with its licence.
    fn has_task(&self) -> bool {
        self.school.arrange(|work| Ok(tasks::Entity::find_by_id(self.papers.task).one(work.db())?.is_some())).unwrap()
    }

    fn has_papers(&self) -> bool {
        let look = |work: &Work| {
            let contact = contact::Entity::find_by_id(self.papers.contact).one(work.db())?;
            let licence = licence::Entity::find_by_id(self.papers.licence).one(work.db())?;
            Ok(contact.is_some() && licence.is_some() && logo::find(work)?.is_some())
        };
        self.school.arrange(look).unwrap()
    }

    /// Parent evenings as they were founded; without the appointments that stand in an order's way.
    fn mend_evenings(&self, path: &str) {
        let is_free = |family: &Family| {
            let books = ["/family/conferences/{round}/book", "/family/conferences/{round}/proposal"].contains(&path);
            path.ends_with("/remove")
                || path.ends_with("/days")
                || path.ends_with("/edit")
                || (family.student == self.families[0].student && (books || path.ends_with("/book")))
        };
        self.school
            .arrange(|work| {
                appointment::Entity::delete_many().exec(work.db())?;
                for family in &self.families {
                    mend_evening(work, family)?;
                    if !is_free(family) {
                        let row = family.appointment.clone().into_active_model();
                        appointment::Entity::insert(row).exec_without_returning(work.db())?;
                    }
                }
                Ok(())
            })
            .unwrap();
    }

    /// A time that nobody has booked.
    pub fn free_time(&self) -> i64 {
        self.school.times(self.families[0].round).unwrap()[5].0
    }

    fn has_delivery(&self) -> bool {
        self.school.arrange(|work| Ok(delivery::Entity::find_by_id(self.delivery).one(work.db())?.is_some())).unwrap()
    }
}

/// The family as it was founded, and its round.
fn mend_evening(work: &Work, family: &Family) -> Result<()> {
    mend_edge(work, family)?;
    mend_group(work, family)?;
    let here = student::ActiveModel { id: Set(family.student), left_on: Set(None), ..Default::default() };
    here.update(work.db())?;
    let enrolled = enrolment::Entity::find().filter(enrolment::Column::StudentId.eq(family.student));
    if enrolled.filter(enrolment::Column::Until.is_null()).one(work.db())?.is_none() {
        let row = enrolment::new_row(work.uuid(), family.student, family.group, work.today);
        enrolment::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    }
    let state = round::ActiveModel { id: Set(family.round), state: Set("published".to_owned()), ..Default::default() };
    state.update(work.db())?;
    if window::Entity::find_by_id(family.window).one(work.db())?.is_none() {
        let day = work.today + chrono::Days::new(10);
        let row = window::Model { id: family.window, round_id: family.round, day, from: 18 * 60, until: 20 * 60 };
        window::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    }
    if participant::Entity::find_by_id(family.participant).one(work.db())?.is_none() {
        let (id, round_id, staff_id) = (family.participant, family.round, family.staff);
        let row = participant::Model { id, round_id, staff_id, room: None };
        participant::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    }
    Ok(())
}

fn mend_edge(work: &Work, family: &Family) -> Result<()> {
    if edge::Entity::find_by_id(family.edge).one(work.db())?.is_none() {
        let row = edge::new_row(family.edge, family.student, family.guardian, "guardian", "office");
        edge::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    }
    Ok(())
}

/// The group runs, the child is in it, and its teacher works here and has it.
fn mend_group(work: &Work, family: &Family) -> Result<()> {
    let open =
        group::ActiveModel { id: Set(family.group), ended_on: Set(None), closed: Set(false), ..Default::default() };
    open.update(work.db())?;
    staff::ActiveModel { id: Set(family.staff), left_on: Set(None), ..Default::default() }.update(work.db())?;
    let own = teaching::Entity::find()
        .filter(teaching::Column::StaffId.eq(family.staff))
        .filter(teaching::Column::GroupId.eq(family.group));
    if own.filter(teaching::Column::Until.is_null()).one(work.db())?.is_none() {
        let row = teaching::new_row(work.uuid(), family.staff, family.group, work.today);
        teaching::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    }
    let own = enrolment::Entity::find().filter(enrolment::Column::StudentId.eq(family.student));
    if own.filter(enrolment::Column::Until.is_null()).one(work.db())?.is_none() {
        let row = enrolment::new_row(work.uuid(), family.student, family.group, work.today);
        enrolment::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    }
    Ok(())
}
