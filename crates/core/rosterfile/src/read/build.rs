//! Gathers people and groups from all files of a delivery, joins them by key, and keeps the lists of
//! what was dropped and what is wrong.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hasher as _};

use super::Options;
use super::values::{KEY_LIMIT, NAME_LIMIT, fold};
use crate::rows::{
    DropReason, DroppedColumn, Fault, GroupRow, GuardianRow, NameRow, Place, Problem, Roster, StaffRow, StudentRow,
};

/// Nobody reads more; a file that is wrong in every row must not fill the memory.
const MAX_PROBLEMS: usize = 10_000;

/// A roster in the making, with its indexes.
pub(crate) struct Build {
    pub options: Options,
    pub roster: Roster,
    /// The delivery lists its groups, so that a key nobody listed is a fault.
    pub groups_listed: bool,
    groups: HashMap<String, usize>,
    groups_by_name: HashMap<String, usize>,
    students: HashMap<String, usize>,
    numbers: HashMap<String, usize>,
    /// By a digest of the name: a school of a hundred thousand would hold each name twice.
    students_by_name: HashMap<u64, Vec<usize>>,
    staff: HashMap<String, usize>,
    codes: HashMap<String, usize>,
    staff_by_name: HashMap<String, usize>,
    /// Digests of child, person and contact.
    guardians: HashSet<[u64; 2]>,
    dropped: HashMap<(String, String), usize>,
    beyond: HashSet<String>,
}

impl Build {
    pub fn new(options: &Options) -> Self {
        Self {
            options: options.clone(),
            roster: Roster::default(),
            groups_listed: false,
            groups: HashMap::new(),
            groups_by_name: HashMap::new(),
            students: HashMap::new(),
            numbers: HashMap::new(),
            students_by_name: HashMap::new(),
            staff: HashMap::new(),
            codes: HashMap::new(),
            staff_by_name: HashMap::new(),
            guardians: HashSet::new(),
            dropped: HashMap::new(),
            beyond: HashSet::new(),
        }
    }

    pub fn finish(self) -> Roster {
        self.roster
    }

    /// Several formats in one delivery are named together.
    pub fn format(&mut self, format: &str) {
        if self.roster.format.is_empty() {
            format.clone_into(&mut self.roster.format);
        } else if !self.roster.format.split(" + ").any(|known| known == format) {
            self.roster.format = format!("{} + {format}", self.roster.format);
        }
    }

    pub fn problem(&mut self, place: &Place, column: Option<&str>, fault: Fault, fatal: bool) {
        if self.roster.problems.len() >= MAX_PROBLEMS {
            return;
        }
        let column = column.map(str::to_owned).or_else(|| place.column.clone());
        self.roster.problems.push(Problem { place: Place { column, ..place.clone() }, fault, fatal });
    }

    /// Says once for each thing that the schema does not know it.
    pub fn beyond_schema(&mut self, place: &Place, what: &str) {
        if self.beyond.insert(what.to_owned()) {
            self.problem(place, Some(what), Fault::BeyondSchema(what.to_owned()), false);
        }
    }

    /// Counts one row that held something in a column that is not kept.
    pub fn drop_column(&mut self, file: &str, column: &str, why: DropReason, rows: u64) {
        let key = (file.to_owned(), column.to_owned());
        if let Some(known) = self.dropped.get(&key).and_then(|at| self.roster.dropped_columns.get_mut(*at)) {
            known.rows += rows;
        } else {
            self.dropped.insert(key, self.roster.dropped_columns.len());
            self.roster.dropped_columns.push(DroppedColumn {
                file: file.to_owned(),
                column: column.to_owned(),
                rows,
                why,
            });
        }
    }

    /// Adds a group. The same key and name twice is one group; the same key with another name a fault.
    pub fn add_group(&mut self, group: GroupRow) {
        if self.is_too_long(&[&group.name], NAME_LIMIT, &group.place)
            || self.is_too_long(&[&group.key], KEY_LIMIT, &group.place)
        {
            return;
        }
        if group.name.is_empty() || group.key.is_empty() {
            self.problem(&group.place, None, Fault::Missing("group"), true);
            return;
        }
        if let Some(first) = self.groups.get(&group.key).and_then(|at| self.roster.groups.get_mut(*at)) {
            if first.name == group.name {
                if first.level.is_empty() {
                    first.level = group.level;
                }
            } else {
                let fault = Fault::DuplicateKey { key: group.key, first_row: first.place.row };
                self.problem(&group.place, None, fault, true);
            }
            return;
        }
        let at = self.roster.groups.len();
        self.groups.insert(group.key.clone(), at);
        self.groups_by_name.entry(fold(&group.name)).or_insert(at);
        self.roster.groups.push(group);
    }

    /// The key of a group by its key or its name.
    pub fn group_key(&self, reference: &str) -> Option<String> {
        let at = self.groups.get(reference).or_else(|| self.groups_by_name.get(&fold(reference)))?;
        self.roster.groups.get(*at).map(|group| group.key.clone())
    }

    /// The key of the group with this name, which is created where it does not exist.
    pub fn group_named(&mut self, name: &str, level: &str, place: &Place) -> Option<String> {
        if let Some(known) = self.group_key(name) {
            if let Some(group) = self.groups.get(&known).and_then(|at| self.roster.groups.get_mut(*at))
                && group.level.is_empty()
            {
                level.clone_into(&mut group.level);
            }
            return Some(known);
        }
        self.add_group(GroupRow {
            key: name.to_owned(),
            name: name.to_owned(),
            level: level.to_owned(),
            place: place.clone(),
            ..GroupRow::default()
        });
        self.group_key(name)
    }

    /// Adds a student, or what is new about one that is already there: the same key and name is the
    /// same child. Answers with the key under which the child stands.
    pub fn add_student(&mut self, student: StudentRow) -> Option<String> {
        if !self.has_name(&student.name, &student.place) || self.is_too_long(&[&student.key], KEY_LIMIT, &student.place)
        {
            return None;
        }
        if let Some(at) = self.students.get(&student.key).copied() {
            return self.merge_student(at, student);
        }
        let at = self.roster.students.len();
        self.students.insert(student.key.clone(), at);
        if let Some(number) = student.number.as_ref().filter(|number| **number != student.key) {
            self.numbers.entry(number.clone()).or_insert(at);
        }
        self.students_by_name.entry(digest(&name_key(&student.name))).or_insert_with(|| Vec::with_capacity(1)).push(at);
        let key = student.key.clone();
        let mut student = student;
        student.groups.shrink_to_fit();
        self.roster.students.push(student);
        Some(key)
    }

    fn merge_student(&mut self, at: usize, student: StudentRow) -> Option<String> {
        let first = self.roster.students.get_mut(at)?;
        if name_key(&first.name) != name_key(&student.name) {
            let fault = Fault::DuplicateKey { key: student.key, first_row: first.place.row };
            self.problem(&student.place, None, fault, true);
            return None;
        }
        let before = first.groups.len();
        for group in student.groups {
            if !first.groups.contains(&group) {
                first.groups.push(group);
            }
        }
        first.born = first.born.or(student.born);
        first.email = first.email.take().or(student.email);
        first.postcode = first.postcode.take().or(student.postcode);
        let (key, first_row, grew) = (first.key.clone(), first.place.row, first.groups.len() > before);
        if !grew && first.place.file == student.place.file {
            self.problem(&student.place, None, Fault::DuplicateKey { key: key.clone(), first_row }, false);
        }
        Some(key)
    }

    /// Whether a student, a member of staff or a group stands here under exactly this key.
    pub fn has_student(&self, key: &str) -> bool {
        self.students.contains_key(key)
    }

    pub fn has_staff(&self, key: &str) -> bool {
        self.staff.contains_key(key)
    }

    pub fn has_group(&self, key: &str) -> bool {
        self.groups.contains_key(key)
    }

    /// The student under exactly this key, to be completed from another table.
    pub fn student_mut(&mut self, key: &str) -> Option<&mut StudentRow> {
        self.students.get(key).and_then(|at| self.roster.students.get_mut(*at))
    }

    /// A student by key, number, or the only one of that name and day of birth.
    pub fn student_key(&self, reference: &str) -> Option<String> {
        let at = self.students.get(reference).or_else(|| self.numbers.get(reference))?;
        self.roster.students.get(*at).map(|student| student.key.clone())
    }

    pub fn student_called(&self, name: &NameRow, born: Option<chrono::NaiveDate>) -> Option<String> {
        let wanted = name_key(name);
        let named = self.students_by_name.get(&digest(&wanted))?;
        let mut found = named
            .iter()
            .filter_map(|at| self.roster.students.get(*at))
            .filter(|student| name_key(&student.name) == wanted)
            .filter(|student| born.is_none() || student.born.is_none() || student.born == born);
        let first = found.next()?;
        found.next().is_none().then(|| first.key.clone())
    }

    pub fn put_student_in(&mut self, student: &str, group: &str) {
        if let Some(student) = self.students.get(student).and_then(|at| self.roster.students.get_mut(*at))
            && !student.groups.iter().any(|known| known == group)
        {
            student.groups.push(group.to_owned());
        }
    }

    /// Adds a member of staff; the same key and name twice is one person.
    pub fn add_staff(&mut self, person: StaffRow) -> Option<String> {
        if !self.has_name(&person.name, &person.place) || self.is_too_long(&[&person.key], KEY_LIMIT, &person.place) {
            return None;
        }
        if let Some(first) = self.staff.get(&person.key).and_then(|at| self.roster.staff.get_mut(*at)) {
            if name_key(&first.name) == name_key(&person.name) {
                for group in person.groups {
                    if !first.groups.contains(&group) {
                        first.groups.push(group);
                    }
                }
                return Some(person.key);
            }
            let fault = Fault::DuplicateKey { key: person.key, first_row: first.place.row };
            self.problem(&person.place, None, fault, true);
            return None;
        }
        let at = self.roster.staff.len();
        self.staff.insert(person.key.clone(), at);
        if let Some(code) = &person.employee_id {
            self.codes.entry(code.clone()).or_insert(at);
        }
        self.staff_by_name.entry(name_key(&person.name)).or_insert(at);
        let key = person.key.clone();
        self.roster.staff.push(person);
        Some(key)
    }

    /// A member of staff by key, code or name.
    pub fn staff_key(&self, reference: &str, name: &NameRow) -> Option<String> {
        let at = self
            .staff
            .get(reference)
            .or_else(|| self.codes.get(reference))
            .or_else(|| self.staff_by_name.get(&name_key(name)))?;
        self.roster.staff.get(*at).map(|person| person.key.clone())
    }

    pub fn put_staff_in(&mut self, person: &str, group: &str) {
        if let Some(person) = self.staff.get(person).and_then(|at| self.roster.staff.get_mut(*at))
            && !person.groups.iter().any(|known| known == group)
        {
            person.groups.push(group.to_owned());
        }
    }

    /// Adds the edge of a guardian and a child, once.
    pub fn add_guardian(&mut self, guardian: GuardianRow) {
        if !self.has_name(&guardian.name, &guardian.place) {
            return;
        }
        let person = guardian.key.clone().unwrap_or_else(|| name_key(&guardian.name));
        let contact = format!(
            "{}|{}",
            guardian.email.as_deref().unwrap_or_default(),
            guardian.phone.as_deref().unwrap_or_default()
        );
        let edge = (&guardian.student, &person, &contact);
        if self.guardians.insert([digest(&edge), digest(&(edge, "again"))]) {
            self.roster.guardians.push(guardian);
        }
    }

    fn has_name(&mut self, name: &NameRow, place: &Place) -> bool {
        if name.surname.is_empty() && name.call_name.is_empty() {
            self.problem(place, None, Fault::Missing("surname"), true);
            return false;
        }
        !self.is_too_long(&[&name.call_name, &name.infix, &name.surname], NAME_LIMIT, place)
    }

    fn is_too_long(&mut self, texts: &[&str], limit: usize, place: &Place) -> bool {
        let length = texts.iter().map(|text| text.chars().count()).max().unwrap_or_default();
        if length > limit {
            self.problem(place, None, Fault::TooLong { length, limit }, true);
        }
        length > limit
    }
}

/// A number for comparing what is too long to be kept twice.
fn digest(what: &impl std::hash::Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}

/// A name for comparison.
pub(crate) fn name_key(name: &NameRow) -> String {
    let whole = format!("{} {} {}", name.call_name, name.infix, name.surname);
    let folded = fold(&whole);
    // A name of signs only folds to nothing; it is still a name.
    if folded.is_empty() { whole } else { folded }
}
