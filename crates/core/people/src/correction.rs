//! Corrections that were granted: a field of a record gets its right value, and the wrong one leaves the
//! record with its history; it stands only in the request (C127; GDPR Art. 16).

use std::collections::HashMap;

use chrono::NaiveDate;
use kernel::{Error, Found as _, PersonName, Result};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use store::{Read, Work};
use uuid::Uuid;

use crate::{GuardianId, StaffId, StudentId, guardian, history, staff, student};

/// Whose record it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Guardian(GuardianId),
    Staff(StaffId),
    Student(StudentId),
}

impl Subject {
    /// `guardian`, `staff`, `student`; as the history and a stored request have it.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Guardian(_) => "guardian",
            Self::Staff(_) => "staff",
            Self::Student(_) => "student",
        }
    }

    pub fn uuid(self) -> Uuid {
        match self {
            Self::Guardian(id) => id.0,
            Self::Staff(id) => id.0,
            Self::Student(id) => id.0,
        }
    }

    pub fn parse(kind: &str, id: Uuid) -> Result<Self> {
        match kind {
            "guardian" => Ok(Self::Guardian(GuardianId(id))),
            "staff" => Ok(Self::Staff(StaffId(id))),
            "student" => Ok(Self::Student(StudentId(id))),
            other => Err(Error::Internal(format!("no record is a {other}"))),
        }
    }

    /// The fields of the record that can be corrected, in the order of its form.
    pub fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Guardian(_) => &["call_name", "infix", "surname", "email", "phone"],
            Self::Staff(_) => &["call_name", "infix", "surname", "title", "employee_id", "email", "phone"],
            Self::Student(_) => &["call_name", "infix", "surname", "number", "born", "postcode", "email"],
        }
    }
}

/// The record's name and its fields as text, in the order of [`Subject::fields`]. The caller's act covers it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    pub name: PersonName,
    pub values: Vec<(&'static str, String)>,
}

impl Facts {
    pub fn get(&self, field: &str) -> &str {
        self.values.iter().find(|(name, _)| *name == field).map_or("", |(_, value)| value)
    }
}

fn with_name(name: PersonName, rest: impl IntoIterator<Item = (&'static str, Option<String>)>) -> Facts {
    let parts = [("call_name", &name.call), ("infix", &name.infix), ("surname", &name.surname)];
    let mut values: Vec<_> = parts.map(|(field, part)| (field, part.clone())).to_vec();
    values.extend(rest.into_iter().map(|(field, value)| (field, value.unwrap_or_default())));
    Facts { name, values }
}

impl From<guardian::Model> for Facts {
    fn from(row: guardian::Model) -> Self {
        with_name(row.name(), [("email", row.email), ("phone", row.phone)])
    }
}

impl From<staff::Model> for Facts {
    fn from(row: staff::Model) -> Self {
        let rest =
            [("title", row.title.clone()), ("employee_id", row.employee_id.clone()), ("email", row.email.clone())];
        with_name(row.name(), rest.into_iter().chain([("phone", row.phone)]))
    }
}

impl From<student::Model> for Facts {
    fn from(row: student::Model) -> Self {
        let born = row.born.map(|day| day.to_string());
        let name = row.name();
        with_name(name, [("number", row.number), ("born", born), ("postcode", row.postcode), ("email", row.email)])
    }
}

/// What the record says now.
pub fn facts(read: &Read, subject: Subject) -> Result<Facts> {
    Ok(match subject {
        Subject::Guardian(id) => guardian::Entity::find_by_id(id).one(read.db())?.found()?.into(),
        Subject::Staff(id) => staff::Entity::find_by_id(id).one(read.db())?.found()?.into(),
        Subject::Student(id) => student::Entity::find_by_id(id).one(read.db())?.found()?.into(),
    })
}

/// The names of these records, of those that are there.
pub fn names(read: &Read, subjects: &[Subject]) -> Result<HashMap<Uuid, String>> {
    let guardians = subjects.iter().filter_map(|s| if let Subject::Guardian(id) = s { Some(*id) } else { None });
    let staff = subjects.iter().filter_map(|s| if let Subject::Staff(id) = s { Some(*id) } else { None });
    let students = subjects.iter().filter_map(|s| if let Subject::Student(id) = s { Some(*id) } else { None });
    let guardians: Vec<guardian::Named> =
        guardian::Entity::find().filter(guardian::Column::Id.is_in(guardians)).into_partial_model().all(read.db())?;
    let staff: Vec<staff::Official> =
        staff::Entity::find().filter(staff::Column::Id.is_in(staff)).into_partial_model().all(read.db())?;
    let students: Vec<student::Named> =
        student::Entity::find().filter(student::Column::Id.is_in(students)).into_partial_model().all(read.db())?;
    let guardians = guardians.into_iter().map(|row| (row.id.0, row.name().full()));
    let staff = staff.into_iter().map(|row| (row.id.0, row.name().full()));
    let students = students.into_iter().map(|row| (row.id.0, row.name().full()));
    Ok(guardians.chain(staff).chain(students).collect())
}

/// Gives the fields their right values. What was wrong leaves the record and every line of its history; the
/// history says that it was corrected, and to what.
pub fn apply(work: &Work, subject: Subject, changes: &[(&str, String)]) -> Result<()> {
    let before = facts(work, subject)?;
    change(work, subject, changes, &before)?;
    let after = facts(work, subject)?;
    let forget = |field, old: &str, new: &str| {
        if old == new { Ok(()) } else { history::forget_value(work, subject.uuid(), field, old) }
    };
    for (field, old) in &before.values {
        forget(field, old, after.get(field))?;
    }
    forget("name", &before.name.full(), &after.name.full())
}

/// Changes fields of one's own record, with their history like any other change.
pub fn change_own(work: &Work, subject: Subject, changes: &[(&str, String)]) -> Result<()> {
    change(work, subject, changes, &facts(work, subject)?)
}

fn change(work: &Work, subject: Subject, changes: &[(&str, String)], before: &Facts) -> Result<()> {
    let value = |field: &str| {
        let changed = changes.iter().find(|(name, _)| *name == field).map(|(_, value)| value.as_str());
        changed.unwrap_or_else(|| before.get(field)).to_owned()
    };
    let some = |field: &str| Some(value(field)).filter(|text| !text.is_empty());
    let name = PersonName::parse(&value("call_name"), &value("infix"), &value("surname"))
        .map_err(|message| Error::invalid("call_name", message))?;
    match subject {
        Subject::Guardian(id) => {
            let row = guardian::Entity::find_by_id(id).one(work.db())?.found()?;
            guardian::change_row(work, row, guardian::Details { name, email: some("email"), phone: some("phone") })
        }
        Subject::Staff(id) => {
            let row = staff::Entity::find_by_id(id).one(work.db())?.found()?;
            let details = staff::Details {
                name,
                employee_id: some("employee_id"),
                title: some("title"),
                email: some("email"),
                phone: some("phone"),
            };
            staff::change_row(work, row, details)
        }
        Subject::Student(id) => {
            let row = student::Entity::find_by_id(id).one(work.db())?.found()?;
            let born = some("born").map(|day| day.parse::<NaiveDate>()).transpose();
            let details = student::Details {
                name,
                number: some("number"),
                born: born.map_err(|_| Error::invalid("born", "date-wrong"))?,
                postcode: some("postcode"),
                email: some("email"),
            };
            student::change_row(work, row, details)
        }
    }
}
