//! Students and staff: who comes, what changes, who leaves (C057, C060).

use std::collections::{HashMap, HashSet};

use ::people::demographics::Record;
use ::people::{StaffId, StudentId, staff, student};
use kernel::{EmailAddress, PersonName, PhoneNumber, Result};
use registry::GenderUse;

use super::{FieldChange, Maker, differences, text};
use crate::rows::{Fault, Gender, NameRow, Place, Problem, Roster, StudentRow};

impl Maker<'_> {
    pub(super) fn students(&mut self, roster: &Roster) -> Result<()> {
        let by_key: HashMap<&str, &student::Model> =
            self.now.students.iter().filter_map(|s| s.key.as_deref().map(|key| (key, s))).collect();
        let by_number: HashMap<&str, &student::Model> =
            self.now.students.iter().filter_map(|s| s.number.as_deref().map(|number| (number, s))).collect();
        let by_id: HashMap<StudentId, &student::Model> = self.now.students.iter().map(|s| (s.id, s)).collect();
        let mut seen = HashSet::new();
        let mut rows = Vec::with_capacity(roster.students.len());
        for row in &roster.students {
            // A student entered by hand is found again by the number and keeps their history.
            let by_number =
                || row.number.as_deref().and_then(|number| by_number.get(number)).filter(|known| known.key.is_none());
            // An export writes the own id of whoever has no key.
            let by_id = || row.key.parse().ok().and_then(|id: StudentId| by_id.get(&id));
            let known = by_key.get(row.key.as_str()).or_else(by_id).or_else(by_number);
            let known = known.copied().filter(|known| seen.insert(known.id));
            rows.push((row, known));
        }
        let others = self.now.students.iter().filter(|s| !seen.contains(&s.id));
        let mut numbers: HashSet<String> = others.filter_map(|s| s.number.clone()).collect();
        for (row, known) in rows {
            let mut details = student_details(row);
            if let Some(known) = known {
                // What the file does not carry, the office may have written: it stays.
                details.number = details.number.or_else(|| known.number.clone());
                details.born = details.born.or(known.born);
                details.postcode = details.postcode.or_else(|| known.postcode.clone());
                details.email = details.email.or_else(|| known.email.clone());
            }
            details.number = self.own_number(details.number, &mut numbers, &row.place);
            let Some(known) = known else {
                let id = StudentId(self.uuid());
                self.known.students.insert(row.key.clone(), id);
                self.plan.line("students", "added", details.name.full(), Vec::new());
                let record = record_of(row);
                if !record.is_empty() {
                    self.plan.new_demographics.push(record.row(id));
                }
                let fresh = student::new_row(
                    self.now.language,
                    id,
                    details,
                    Some(row.key.clone()),
                    self.now.today,
                    self.setting.basis,
                );
                let household_id = Some(self.household_of(row));
                self.plan.new_students.push(student::Model { household_id, ..fresh });
                self.done()?;
                continue;
            };
            self.known.students.insert(row.key.clone(), known.id);
            self.student_again(known, details, record_of(row));
            self.done()?;
        }
        if !roster.students.is_empty() && roster.changes.is_none() {
            for gone in
                self.now.students.iter().filter(|s| s.key.is_some() && s.left_on.is_none() && !seen.contains(&s.id))
            {
                self.plan.left_students.push((gone.clone(), Some(self.now.today)));
                self.plan.line("students", "leaving", gone.name().full(), Vec::new());
            }
        }
        Ok(())
    }

    fn student_again(&mut self, known: &student::Model, details: student::Details, record: Record) {
        let mut changes = student_changes(known, &details);
        let details_differ = !changes.is_empty();
        let before = self.now.demographics.get(&known.id).cloned().unwrap_or_default();
        let record = Record {
            gender: record.gender.or_else(|| before.gender.clone()),
            nationality: record.nationality.or_else(|| before.nationality.clone()),
        };
        // A gender that is for counting is stored and shown to nobody (C041).
        if self.setting.gender == GenderUse::Administration {
            changes.extend(differences([("gender", text(&before.gender), text(&record.gender))]));
        }
        changes.extend(differences([("nationality", text(&before.nationality), text(&record.nationality))]));
        if record != before {
            self.plan.changed_demographics.push((known.id, record));
        }
        // A day of leaving that the office set ahead stays.
        if let Some(day) = known.left_on.filter(|day| *day <= self.now.today) {
            changes.push(FieldChange { field: "left_on", before: day.to_string(), after: String::new() });
            self.plan.left_students.push((known.clone(), None));
        }
        if !changes.is_empty() {
            self.plan.line("students", "changed", details.name.full(), changes);
        }
        if details_differ {
            // The row is changed after its day of leaving was lifted.
            let known = student::Model { left_on: None, ..known.clone() };
            self.plan.changed_students.push((known, details));
        }
    }

    pub(super) fn staff(&mut self, roster: &Roster) -> Result<()> {
        let by_key: HashMap<&str, &staff::Model> =
            self.now.staff.iter().filter_map(|s| s.key.as_deref().map(|key| (key, s))).collect();
        let by_own_id: HashMap<StaffId, &staff::Model> = self.now.staff.iter().map(|s| (s.id, s)).collect();
        let by_id: HashMap<&str, &staff::Model> = self
            .now
            .staff
            .iter()
            .filter(|s| s.key.is_none())
            .filter_map(|s| s.employee_id.as_deref().map(|id| (id, s)))
            .collect();
        let mut seen = HashSet::new();
        let mut rows = Vec::with_capacity(roster.staff.len());
        for row in &roster.staff {
            let by_id = || row.employee_id.as_deref().and_then(|id| by_id.get(id));
            let own_id = || row.key.parse().ok().and_then(|id: StaffId| by_own_id.get(&id));
            let known = by_key
                .get(row.key.as_str())
                .or_else(own_id)
                .or_else(by_id)
                .copied()
                .filter(|known| seen.insert(known.id));
            rows.push((row, known));
        }
        let others = self.now.staff.iter().filter(|s| !seen.contains(&s.id));
        let mut numbers: HashSet<String> = others.filter_map(|s| s.employee_id.clone()).collect();
        for (row, known) in rows {
            // What the file does not carry, the office may have written: it stays.
            let number = row.employee_id.clone().or_else(|| known.and_then(|known| known.employee_id.clone()));
            let details = staff::Details {
                name: name(&row.name),
                employee_id: self.own_number(number, &mut numbers, &row.place),
                title: row.title.clone(),
                email: self.email(row.email.as_deref(), &row.place),
                phone: self.phone(row.phone.as_deref(), &row.place),
            };
            let Some(known) = known else {
                let id = StaffId(self.uuid());
                self.known.staff.insert(row.key.clone(), id);
                self.plan.line("staff", "added", details.name.full(), Vec::new());
                self.plan.new_staff.push(staff::new_row(self.now.language, id, details, Some(row.key.clone())));
                continue;
            };
            self.known.staff.insert(row.key.clone(), known.id);
            self.staff_again(known, details);
        }
        if !roster.staff.is_empty() && roster.changes.is_none() {
            for gone in
                self.now.staff.iter().filter(|s| s.key.is_some() && s.left_on.is_none() && !seen.contains(&s.id))
            {
                self.plan.left_staff.push((gone.id, Some(self.now.today)));
                self.plan.line("staff", "leaving", gone.name().full(), Vec::new());
            }
        }
        Ok(())
    }

    fn staff_again(&mut self, known: &staff::Model, details: staff::Details) {
        let details = staff::Details {
            employee_id: details.employee_id,
            title: details.title.or_else(|| known.title.clone()),
            email: details.email.or_else(|| known.email.clone()),
            phone: details.phone.or_else(|| known.phone.clone()),
            name: details.name,
        };
        let mut changes = differences([
            ("name", known.name().full(), details.name.full()),
            ("employee_id", text(&known.employee_id), text(&details.employee_id)),
            ("title", text(&known.title), text(&details.title)),
            ("email", text(&known.email), text(&details.email)),
            ("phone", text(&known.phone), text(&details.phone)),
        ]);
        let details_differ = !changes.is_empty();
        if let Some(day) = known.left_on.filter(|day| *day <= self.now.today) {
            changes.push(FieldChange { field: "left_on", before: day.to_string(), after: String::new() });
            self.plan.left_staff.push((known.id, None));
        }
        if !changes.is_empty() {
            self.plan.line("staff", "changed", details.name.full(), changes);
        }
        if details_differ {
            self.plan.changed_staff.push((staff::Model { left_on: None, ..known.clone() }, details));
        }
    }

    /// A number that nobody else will have: a second use is a fault of its row, not of the whole delivery.
    fn own_number(&mut self, number: Option<String>, taken: &mut HashSet<String>, place: &Place) -> Option<String> {
        let number = number?;
        if taken.insert(number.clone()) { Some(number) } else { self.fault(place, Fault::NumberTaken(number)) }
    }

    pub(super) fn email(&mut self, written: Option<&str>, place: &Place) -> Option<String> {
        let written = written.filter(|text| !text.is_empty())?;
        match EmailAddress::parse(written) {
            Ok(email) => Some(email.as_str().to_owned()),
            Err(_) => self.fault(place, Fault::NotAnEmail(written.to_owned())),
        }
    }

    pub(super) fn phone(&mut self, written: Option<&str>, place: &Place) -> Option<String> {
        let written = written.filter(|text| !text.is_empty())?;
        match PhoneNumber::parse(written, self.setting.country) {
            Ok(phone) => Some(phone.as_str().to_owned()),
            Err(_) => self.fault(place, Fault::NotAPhone(written.to_owned())),
        }
    }

    pub(super) fn fault(&mut self, place: &Place, fault: Fault) -> Option<String> {
        self.plan.problems.push(Problem { place: place.clone(), fault, fatal: false });
        None
    }
}

pub(super) fn name(row: &NameRow) -> PersonName {
    PersonName { call: row.call_name.clone(), infix: row.infix.clone(), surname: row.surname.clone() }
}

fn student_details(row: &StudentRow) -> student::Details {
    student::Details {
        name: name(&row.name),
        number: row.number.clone(),
        born: row.born,
        postcode: row.postcode.clone(),
        email: row.email.clone(),
    }
}

fn record_of(row: &StudentRow) -> Record {
    let word = |gender| match gender {
        Gender::Female => "female",
        Gender::Male => "male",
        Gender::Other => "other",
    };
    Record { gender: row.gender.map(|gender| word(gender).to_owned()), nationality: row.nationality.clone() }
}

fn student_changes(known: &student::Model, details: &student::Details) -> Vec<FieldChange> {
    let day = |day: Option<chrono::NaiveDate>| day.map(|d| d.to_string()).unwrap_or_default();
    differences([
        ("name", known.name().full(), details.name.full()),
        ("number", text(&known.number), text(&details.number)),
        ("born", day(known.born), day(details.born)),
        ("postcode", text(&known.postcode), text(&details.postcode)),
        ("email", text(&known.email), text(&details.email)),
    ])
}
