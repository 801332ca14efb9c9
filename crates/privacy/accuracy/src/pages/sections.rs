//! What is kept, record by record: the signed-in person's own, and their children's.

use kernel::PostalAddress;
use people::correction::Facts;
use people::{GuardianId, HouseholdId, StaffId, StudentId, address, guardian, staff, student};
use registry::OwnField;
use sea_orm::{EntityTrait as _, QueryFilter as _, QueryOrder as _};
use site::{Cx, Result};
use store::{Read, Role};

use crate::acts;

/// One record on the page.
pub struct Section {
    /// Who this is to the reader, in words.
    pub title: String,
    pub name: String,
    pub facts: Vec<(String, String)>,
    pub address: Vec<String>,
    /// The address is among what the reader may see.
    pub has_address: bool,
    /// Where the reader changes what is theirs to change.
    pub change: Option<String>,
    pub propose: String,
}

/// Which records the signed-in person has, by id; none for a desk without a person.
#[derive(Clone, Copy, Debug, Default)]
pub struct Own {
    pub guardian: Option<GuardianId>,
    pub staff: Option<StaffId>,
    pub student: Option<StudentId>,
}

pub fn own(cx: &Cx) -> Own {
    let person = cx.actor().person();
    Own {
        guardian: person.and_then(|p| p.guardian).map(GuardianId),
        staff: person.and_then(|p| p.staff).map(StaffId),
        student: person.and_then(|p| p.student).filter(|_| cx.actor().is(Role::Student)).map(StudentId),
    }
}

/// Everything that the reader may see of themselves and their children, in that order.
pub async fn sections(cx: &Cx) -> Result<Vec<Section>> {
    let own = own(cx);
    let rules = cx.edition()?.own.clone();
    let mut all = Vec::new();
    if let Some(id) = own.guardian {
        let look = move |read: &Read, allowed| Ok((guardian::find(read, allowed)?, address::guardian::find(read, id)?));
        let (row, address) = cx.read(acts::SEE_GUARDIAN.on(id), look).await?;
        let section = section(cx, "own-oneself", row.into(), "/own/guardian/propose");
        all.push(with_address(cx, section, address)?.changed_at(cx, &rules.guardian, "/own/guardian"));
    }
    if let Some(id) = own.staff {
        let look = move |read: &Read, allowed| Ok((staff::find(read, allowed)?, address::staff::find(read, id)?));
        let (row, address) = cx.read(acts::SEE_STAFF.on(id), look).await?;
        let section = section(cx, "own-work", row.into(), "/own/staff/propose");
        all.push(with_address(cx, section, address)?.changed_at(cx, &rules.staff, "/own/staff"));
    }
    if own.student.is_some() || cx.actor().is(Role::Guardian) {
        for (row, address) in students(cx).await? {
            let (id, is_self) = (row.id, own.student == Some(row.id));
            let title = if is_self { "own-oneself" } else { "own-child" };
            let section = section(cx, title, row.into(), &format!("/own/students/{id}/propose"));
            // Where a child lives is not told to everybody who may see its record.
            all.push(if is_self {
                with_address(cx, section, address)?.changed_at(cx, &rules.student, "/own/student")
            } else {
                section
            });
        }
    }
    Ok(all)
}

async fn students(cx: &Cx) -> Result<Vec<(student::Model, Option<PostalAddress>)>> {
    let own = own(cx).student;
    let look = move |read: &Read, visible: store::Visible<StudentId>| {
        let rows = student::Entity::find()
            .filter(visible.condition())
            .order_by_asc(student::Column::SortKey)
            .all(read.db())?;
        let home: Option<HouseholdId> = rows.iter().find(|row| Some(row.id) == own).and_then(|row| row.household_id);
        let address = home.map(|id| address::household::find(read, id)).transpose()?.flatten();
        let of = |row: &student::Model| if Some(row.id) == own { address.clone() } else { None };
        Ok(rows.into_iter().map(|row| (row.clone(), of(&row))).collect())
    };
    cx.list(&acts::SEE_STUDENT, look).await
}

fn section(cx: &Cx, title: &str, facts: Facts, propose: &str) -> Section {
    let shown = facts.values.iter().filter(|(_, value)| !value.is_empty());
    Section {
        title: cx.say.say(title),
        name: facts.name.full(),
        facts: shown.map(|(field, value)| (label(cx, field), worded(cx, field, value))).collect(),
        address: Vec::new(),
        has_address: false,
        change: None,
        propose: cx.href(propose),
    }
}

fn with_address(cx: &Cx, mut section: Section, address: Option<PostalAddress>) -> Result<Section> {
    let home = &cx.school()?.country;
    section.has_address = true;
    section.address = address.map(|address| address.lines(home)).unwrap_or_default();
    Ok(section)
}

impl Section {
    /// The page of what is one's own to change, where the edition gives anything.
    fn changed_at(mut self, cx: &Cx, own: &[OwnField], path: &str) -> Self {
        self.change = (!own.is_empty()).then(|| cx.href(path));
        self
    }
}

/// The name of a field, as on the office's forms.
pub fn label(cx: &Cx, field: &str) -> String {
    cx.say.say(&format!("field-{}", field.replace('_', "-")))
}

/// A day in words; everything else as it is.
pub fn worded(cx: &Cx, field: &str, value: &str) -> String {
    match (field, value.parse()) {
        ("born", Ok(day)) => cx.say.date(day),
        _ => value.to_owned(),
    }
}
