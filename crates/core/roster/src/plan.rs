//! What a delivery would change: the difference between its rows and the school, as rows to insert and
//! changes to make. Nothing is stored here; a dry run and the real run make the same plan.

mod changes;
mod former;
mod groups;
mod guardians;
mod households;
mod people;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use ::people::demographics::{self, Record};
use ::people::{HouseholdId, StaffId, StudentId, edge, guardian, household, staff, student};
use chrono::NaiveDate;
use kernel::{Language, Random, Result, Timestamp};
use registry::GenderUse;
use school::{GroupId, enrolment, group, teaching};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use store::{Progress, Read};

use crate::apply::Storing;
use crate::rows::{Problem, Roster};
use crate::run::go_on;

/// How many of a kind come, change and go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    pub added: u64,
    pub changed: u64,
    pub leaving: u64,
}

/// One field of one record, before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    pub field: &'static str,
    pub before: String,
    pub after: String,
}

/// A line of the preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// `students`, `guardians`, `staff`, `groups`.
    pub kind: &'static str,
    /// `added`, `changed`, `leaving`.
    pub what: &'static str,
    pub name: String,
    pub changes: Vec<FieldChange>,
}

/// How many of the file's guardians have a mail address, and can sign in with it: an address opens one account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reach {
    pub all: u64,
    pub with_mail: u64,
    pub can_sign_in: u64,
}

/// Lines kept of one plan: nobody reads more, and a large school has hundreds of thousands.
const LINES: usize = 1_000;

/// Everything one delivery would do.
#[derive(Default)]
pub struct Plan {
    pub students: Tally,
    pub guardians: Tally,
    pub staff: Tally,
    pub groups: Tally,
    /// Households that would be made.
    pub households: u64,
    /// The first of them; the tallies are whole.
    pub lines: Vec<Line>,
    /// How many lines there are beyond those kept.
    pub more: u64,
    /// What only the school's country could tell: phones, addresses.
    pub problems: Vec<Problem>,
    pub reach: Reach,

    /// Rows that were stored while the plan was made.
    pub(crate) stored: u64,
    /// A new number still belongs to somebody who gives it up: whatever hangs on such a row waits with it.
    pub(crate) holds_back: bool,
    pub(crate) new_households: Vec<household::Model>,
    pub(crate) new_students: Vec<student::Model>,
    pub(crate) changed_students: Vec<(student::Model, student::Details)>,
    /// What a gender is kept for.
    pub(crate) gender: GenderUse,
    pub(crate) new_demographics: Vec<demographics::Model>,
    pub(crate) changed_demographics: Vec<(StudentId, Record)>,
    pub(crate) left_students: Vec<(student::Model, Option<NaiveDate>)>,
    pub(crate) moved_households: Vec<(StudentId, HouseholdId)>,
    pub(crate) new_guardians: Vec<guardian::Model>,
    pub(crate) changed_guardians: Vec<(guardian::Model, guardian::Details)>,
    pub(crate) new_edges: Vec<edge::Model>,
    pub(crate) ended_edges: Vec<edge::EdgeId>,
    pub(crate) new_staff: Vec<staff::Model>,
    pub(crate) changed_staff: Vec<(staff::Model, staff::Details)>,
    pub(crate) left_staff: Vec<(StaffId, Option<NaiveDate>)>,
    pub(crate) new_groups: Vec<group::Model>,
    pub(crate) changed_groups: Vec<group::Model>,
    pub(crate) ended_groups: Vec<GroupId>,
    pub(crate) new_enrolments: Vec<enrolment::Model>,
    pub(crate) ended_enrolments: Vec<(StudentId, GroupId)>,
    pub(crate) new_teachings: Vec<teaching::Model>,
    pub(crate) ended_teachings: Vec<(StaffId, GroupId)>,
}

impl Plan {
    /// Whether the school already is as the file says.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
            && self.stored == 0
            && self.new_enrolments.is_empty()
            && self.ended_enrolments.is_empty()
            && self.new_teachings.is_empty()
            && self.ended_teachings.is_empty()
            && self.new_edges.is_empty()
            && self.ended_edges.is_empty()
            && self.moved_households.is_empty()
            && self.changed_demographics.is_empty()
            && self.households == 0
    }

    /// How many new rows wait to be stored.
    fn fresh(&self) -> usize {
        self.new_households.len()
            + self.new_students.len()
            + self.new_demographics.len()
            + self.new_guardians.len()
            + self.new_edges.len()
            + self.new_staff.len()
            + self.new_groups.len()
            + self.new_enrolments.len()
            + self.new_teachings.len()
    }

    /// How many rows it writes.
    pub(crate) fn rows(&self) -> u64 {
        let lengths = [
            self.new_households.len(),
            self.new_students.len(),
            self.changed_students.len(),
            self.new_demographics.len(),
            self.changed_demographics.len(),
            self.left_students.len(),
            self.moved_households.len(),
            self.new_guardians.len(),
            self.changed_guardians.len(),
            self.new_edges.len(),
            self.ended_edges.len(),
            self.new_staff.len(),
            self.changed_staff.len(),
            self.left_staff.len(),
            self.new_groups.len(),
            self.changed_groups.len(),
            self.ended_groups.len(),
            self.new_enrolments.len(),
            self.ended_enrolments.len(),
            self.new_teachings.len(),
            self.ended_teachings.len(),
        ];
        lengths.iter().sum::<usize>() as u64
    }

    fn line(&mut self, kind: &'static str, what: &'static str, name: String, changes: Vec<FieldChange>) {
        let tally = match kind {
            "students" => &mut self.students,
            "guardians" => &mut self.guardians,
            "staff" => &mut self.staff,
            _ => &mut self.groups,
        };
        match what {
            "added" => tally.added += 1,
            "changed" => tally.changed += 1,
            _ => tally.leaving += 1,
        }
        if self.lines.len() < LINES {
            self.lines.push(Line { kind, what, name, changes });
        } else {
            self.more += 1;
        }
    }
}

/// What the plan needs to know of the school and the hour.
pub struct Setting<'a> {
    /// ISO 3166 alpha-2, for phones and postcodes.
    pub country: &'a str,
    /// The edition's basis for imported children (C106).
    pub basis: &'a str,
    /// What a gender is kept for.
    pub gender: GenderUse,
    pub random: &'a Random,
}

/// The school as it is, keyed for comparing.
struct Now {
    today: NaiveDate,
    /// In which the school sorts names.
    language: Language,
    at: Timestamp,
    year: String,
    students: Vec<student::Model>,
    demographics: HashMap<StudentId, Record>,
    guardians: Vec<guardian::Model>,
    staff: Vec<staff::Model>,
    groups: Vec<group::Model>,
    households: Vec<household::Model>,
    edges: Vec<edge::Model>,
    enrolments: Vec<enrolment::Model>,
    teachings: Vec<teaching::Model>,
    meant: former::Meant,
}

impl Now {
    fn load(read: &Read, roster: &Roster) -> Result<Self> {
        let db = read.db();
        let students = student::Entity::find().all(db)?;
        let guardians = guardian::Entity::find().all(db)?;
        let staff = staff::Entity::find().all(db)?;
        let meant = former::Meant::load(read, roster, &students, &staff, &guardians)?;
        Ok(Self {
            meant,
            today: read.today,
            language: read.language,
            at: read.now,
            year: roster.year.clone().unwrap_or_else(|| group::year_of(read.today)),
            students,
            demographics: demographics::Entity::find()
                .all(db)?
                .into_iter()
                .map(|row| (row.student_id, Record::from(row)))
                .collect(),
            guardians,
            staff,
            groups: group::Entity::find().all(db)?,
            households: household::Entity::find().all(db)?,
            edges: edge::Entity::find().all(db)?,
            enrolments: enrolment::Entity::find().filter(enrolment::current(read)).all(db)?,
            teachings: teaching::Entity::find().filter(teaching::current(read)).all(db)?,
        })
    }
}

/// Ids that the file's own keys stand for, old and new.
#[derive(Default)]
struct Known {
    groups: HashMap<String, GroupId>,
    students: HashMap<String, StudentId>,
    staff: HashMap<String, StaffId>,
}

/// Compares `roster` with the school. Needs the school as a whole: the caller holds the import's act.
pub fn make(read: &Read, roster: &Roster, setting: &Setting) -> Result<Plan> {
    make_watched(read, Cow::Borrowed(roster), setting, None, &Progress::default())
}

/// [`make`], with its steps counted; ends early if the progress is stopped. With `storing`, what is new is stored as
/// it is found, so that a school of a hundred thousand is never in memory as a whole; an owned roster is let go of
/// on the way.
pub(crate) fn make_watched(
    read: &Read,
    roster: Cow<'_, Roster>,
    setting: &Setting,
    storing: Option<&Storing<'_>>,
    progress: &Progress,
) -> Result<Plan> {
    const STEPS: [Step; 8] = [
        |maker, roster| maker.groups(roster),
        |maker, roster| maker.staff(roster),
        |maker, roster| maker.students(roster),
        |maker, roster| {
            roster.changes.iter().for_each(|changes| maker.gone(changes));
            Ok(())
        },
        |maker, roster| maker.households(roster),
        |maker, roster| maker.enrolments(roster),
        |maker, roster| maker.teachings(roster),
        |maker, roster| maker.guardians(roster),
    ];
    /// After it nobody asks for the rows of students and staff any more.
    const LAST_OF_STUDENTS: usize = 6;
    progress.begin("comparing", 0);
    let now = Now::load(read, &roster)?;
    let mut plan = Plan { gender: setting.gender, ..Plan::default() };
    let mut roster = changes::sorted(now.meant.in_own_keys(roster), &now, &mut plan.problems);
    let mut known = if roster.changes.is_some() { changes::known(&now) } else { Known::default() };
    let rows = roster.students.len() + roster.guardians.len() + roster.staff.len() + roster.groups.len();
    progress.begin(if storing.is_some() { "storing" } else { "comparing" }, rows as u64);
    let mut maker = Maker::new(&now, setting, storing, &mut plan, &mut known, progress);
    for (at, step) in STEPS.into_iter().enumerate() {
        step(&mut maker, &roster)?;
        maker.store(1)?;
        go_on(progress, 0)?;
        if at == LAST_OF_STUDENTS
            && let Cow::Owned(roster) = &mut roster
        {
            (roster.students, roster.staff) = (Vec::new(), Vec::new());
        }
    }
    Ok(plan)
}

type Step = fn(&mut Maker<'_>, &Roster) -> Result<()>;

/// New rows that are stored at once.
const AT_ONCE: usize = 1_000;

/// The plan in the making.
struct Maker<'a> {
    now: &'a Now,
    setting: &'a Setting<'a>,
    storing: Option<&'a Storing<'a>>,
    plan: &'a mut Plan,
    known: &'a mut Known,
    progress: &'a Progress,
    /// Households of the school and of this plan, by what puts children together.
    households: HashMap<String, HouseholdId>,
    /// Numbers that somebody has before anything is stored.
    numbers: Numbers,
}

/// Numbers of students, and of staff.
#[derive(Default)]
pub(crate) struct Numbers {
    pub students: HashSet<String>,
    pub staff: HashSet<String>,
}

impl<'a> Maker<'a> {
    fn new(
        now: &'a Now,
        setting: &'a Setting<'a>,
        storing: Option<&'a Storing<'a>>,
        plan: &'a mut Plan,
        known: &'a mut Known,
        progress: &'a Progress,
    ) -> Self {
        let households = now.households.iter().filter_map(|h| h.match_key.clone().map(|key| (key, h.id))).collect();
        let numbers = Numbers {
            students: now.students.iter().filter_map(|row| row.number.clone()).collect(),
            staff: now.staff.iter().filter_map(|row| row.employee_id.clone()).collect(),
        };
        Self { now, setting, storing, plan, known, progress, households, numbers }
    }

    /// One more row of the file is done.
    fn done(&mut self) -> Result<()> {
        go_on(self.progress, 1)?;
        self.store(AT_ONCE)
    }

    /// Stores what is new, once it is `enough`; where nothing is stored, nothing.
    fn store(&mut self, enough: usize) -> Result<()> {
        match self.storing {
            Some(storing) if self.plan.fresh() >= enough => storing.fresh(self.plan, &self.numbers),
            _ => Ok(()),
        }
    }

    fn uuid(&self) -> Uuid {
        self.setting.random.uuid(self.now.at)
    }
}

/// The pairs that differ.
fn differences<const N: usize>(pairs: [(&'static str, String, String); N]) -> Vec<FieldChange> {
    pairs
        .into_iter()
        .filter(|(_, before, after)| before != after)
        .map(|(field, before, after)| FieldChange { field, before, after })
        .collect()
}

fn text(value: &Option<String>) -> String {
    value.clone().unwrap_or_default()
}
