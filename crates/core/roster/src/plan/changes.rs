//! A delivery of changes: whom and what its keys mean that earlier deliveries brought, and who goes because it says
//! so. Nobody goes for not being named.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use ::people::{EdgeId, GuardianId, StudentId, edge, guardian};
use school::enrolment;
use school::teaching;
use std::hash::Hash;

use super::{Known, Maker, Now};
use crate::rows::{Changes, Fault, GuardianRow, Place, Problem, Roster, StaffRow};

/// The ids that keys of earlier deliveries stand for. A record's own id is a key too: an export writes it where
/// there is no other.
pub(super) fn known(now: &Now) -> Known {
    let mut known = Known::default();
    for row in &now.students {
        known.students.insert(row.id.to_string(), row.id);
        known.students.extend(row.key.clone().map(|key| (key, row.id)));
    }
    for row in &now.staff {
        known.staff.insert(row.id.to_string(), row.id);
        known.staff.extend(row.key.clone().map(|key| (key, row.id)));
    }
    for row in now.groups.iter().filter(|group| !group.is_over(now.today)) {
        known.groups.insert(row.id.to_string(), row.id);
        known.groups.extend(row.key.clone().map(|key| (key, row.id)));
    }
    known
}

/// Guardians by the file's key: as a delivery of this format keyed them, by their own ids, or by the key of a record
/// that was made one with theirs.
fn guardians(now: &Now) -> HashMap<String, &guardian::Model> {
    let by_id = now.guardians.iter().map(|row| (row.id.to_string(), row));
    let by_key =
        now.guardians.iter().filter_map(|row| Some((row.key.as_deref()?.strip_prefix("key ")?.to_owned(), row)));
    let mut guardians: HashMap<_, _> = by_id.chain(by_key).collect();
    for (key, id) in &now.meant.merged_guardians {
        if let (Some(key), Some(row)) = (key.strip_prefix("key "), guardians.get(&id.to_string()).copied()) {
            guardians.entry(key.to_owned()).or_insert(row);
        }
    }
    guardians
}

fn edges_of(now: &Now) -> HashMap<GuardianId, Vec<&edge::Model>> {
    let mut edges: HashMap<_, Vec<_>> = HashMap::new();
    for edge in &now.edges {
        edges.entry(edge.guardian_id).or_default().push(edge);
    }
    edges
}

/// The roster with the people whose role the delivery leaves unsaid sorted by what the school knows them as.
pub(super) fn sorted<'r>(roster: Cow<'r, Roster>, now: &Now, problems: &mut Vec<Problem>) -> Cow<'r, Roster> {
    if roster.changes.as_ref().is_none_or(|changes| changes.unsorted.is_empty()) {
        return roster;
    }
    let (known, guardians, edges) = (known(now), guardians(now), edges_of(now));
    let mut whole = roster.into_owned();
    let unsorted = whole.changes.as_mut().map(|changes| std::mem::take(&mut changes.unsorted)).unwrap_or_default();
    for (row, phone) in &unsorted {
        let mut is_known = false;
        if known.students.contains_key(&row.key) {
            whole.students.push(row.clone());
            is_known = true;
        }
        if known.staff.contains_key(&row.key) {
            whole.staff.push(StaffRow {
                key: row.key.clone(),
                name: row.name.clone(),
                employee_id: row.number.clone(),
                email: row.email.clone(),
                phone: phone.clone(),
                place: row.place.clone(),
                ..StaffRow::default()
            });
            is_known = true;
        }
        if let Some(guardian) = guardians.get(&row.key) {
            for edge in edges.get(&guardian.id).into_iter().flatten() {
                whole.guardians.push(GuardianRow {
                    key: Some(row.key.clone()),
                    student: edge.student_id.to_string(),
                    name: row.name.clone(),
                    relationship: edge.relationship.clone(),
                    email: row.email.clone(),
                    phone: phone.clone(),
                    place: row.place.clone(),
                });
            }
            is_known = true;
        }
        if !is_known {
            problems.push(Problem { place: row.place.clone(), fault: Fault::Missing("role"), fatal: true });
        }
    }
    Cow::Owned(whole)
}

impl Maker<'_> {
    /// People and groups of whom the delivery says that they go.
    pub(super) fn gone(&mut self, changes: &Changes) {
        let students: HashMap<_, _> =
            self.now.students.iter().filter(|row| row.left_on.is_none()).map(|row| (row.id, row)).collect();
        let staff: HashMap<_, _> =
            self.now.staff.iter().filter(|row| row.left_on.is_none()).map(|row| (row.id, row)).collect();
        let (guardians, edges) = (guardians(self.now), edges_of(self.now));
        for (key, _) in &changes.gone_people {
            if let Some(row) = self.known.students.get(key).and_then(|id| students.get(id).copied()) {
                self.plan.left_students.push((row.clone(), Some(self.now.today)));
                self.plan.line("students", "leaving", row.name().full(), Vec::new());
            }
            if let Some(row) = self.known.staff.get(key).and_then(|id| staff.get(id)) {
                self.plan.left_staff.push((row.id, Some(self.now.today)));
                self.plan.line("staff", "leaving", row.name().full(), Vec::new());
            }
            if let Some(row) = guardians.get(key) {
                let name = row.name().full();
                let is_over = |e: &&&edge::Model| e.source == "import" && e.restricted_from.is_none() && e.sees;
                for gone in edges.get(&row.id).into_iter().flatten().filter(is_over) {
                    self.plan.ended_edges.push(gone.id);
                    self.plan.line("guardians", "leaving", name.clone(), Vec::new());
                }
            }
        }
        for (key, _) in &changes.gone_groups {
            let group = self.known.groups.get(key).copied();
            let runs = |g: &&school::group::Model| Some(g.id) == group && g.ended_on.is_none();
            if let Some(row) = self.now.groups.iter().find(runs) {
                self.plan.ended_groups.push(row.id);
                self.plan.line("groups", "leaving", row.name.clone(), Vec::new());
            }
        }
    }

    /// Edges to guardians whom an earlier delivery brought.
    pub(super) fn edges_of_changes(
        &mut self,
        changes: &Changes,
        edges: &HashSet<(StudentId, GuardianId)>,
        wanted: &mut HashSet<(StudentId, GuardianId)>,
    ) {
        let guardians = guardians(self.now);
        for (student, guardian, place) in &changes.edges {
            let known = self.known.students.get(student).copied();
            let (Some(student_id), Some(row)) = (known, guardians.get(guardian)) else {
                let missing = if known.is_some() { guardian } else { student };
                self.fault(place, Fault::UnknownPerson(missing.clone()));
                continue;
            };
            if wanted.insert((student_id, row.id)) && !edges.contains(&(student_id, row.id)) {
                let edge = EdgeId(self.uuid());
                self.plan.new_edges.push(edge::new_row(edge, student_id, row.id, "", "import"));
            }
        }
    }

    /// Who comes into a group and who goes out of it.
    pub(super) fn memberships(&mut self, changes: &Changes) {
        let enrolled: HashSet<_> = self.now.enrolments.iter().map(|e| (e.student_id, e.group_id)).collect();
        let taught: HashSet<_> = self.now.teachings.iter().map(|t| (t.staff_id, t.group_id)).collect();
        let (mut students, mut staff) = (Moves::default(), Moves::default());
        for row in &changes.memberships {
            let Some(group) = self.known.groups.get(&row.group).copied() else {
                self.unknown(&row.place, Fault::UnknownGroup(row.group.clone()), row.ends);
                continue;
            };
            let is_known = match row.teaches {
                true => self.known.staff.get(&row.person).map(|id| staff.note((*id, group), row.ends)),
                false => self.known.students.get(&row.person).map(|id| students.note((*id, group), row.ends)),
            };
            if is_known.is_none() {
                self.unknown(&row.place, Fault::UnknownPerson(row.person.clone()), row.ends);
            }
        }
        for (student, group) in students.come.into_iter().filter(|pair| !enrolled.contains(pair)) {
            let row = enrolment::new_row(self.uuid(), student, group, self.now.today);
            self.plan.new_enrolments.push(enrolment::Model { until: self.end_of(group), ..row });
        }
        let leaving: HashSet<_> =
            self.plan.left_students.iter().filter(|(_, day)| day.is_some()).map(|(s, _)| s.id).collect();
        let over = enrolled.iter().filter(|pair| leaving.contains(&pair.0) || students.go.contains(*pair));
        self.plan.ended_enrolments = over.copied().collect();
        for (person, group) in staff.come.into_iter().filter(|pair| !taught.contains(pair)) {
            let row = teaching::new_row(self.uuid(), person, group, self.now.today);
            self.plan.new_teachings.push(teaching::Model { until: self.end_of(group), ..row });
        }
        self.plan.ended_teachings = taught.intersection(&staff.go).copied().collect();
    }

    /// What is unknown and was to go is gone already.
    fn unknown(&mut self, place: &Place, fault: Fault, ends: bool) {
        if !ends {
            self.plan.problems.push(Problem { place: place.clone(), fault, fatal: true });
        }
    }
}

/// Pairs that come and pairs that go; the last word on a pair counts.
struct Moves<P> {
    come: Vec<P>,
    go: HashSet<P>,
    at: HashMap<P, usize>,
}

impl<P> Default for Moves<P> {
    fn default() -> Self {
        Self { come: Vec::new(), go: HashSet::new(), at: HashMap::new() }
    }
}

impl<P: Copy + Eq + Hash> Moves<P> {
    fn note(&mut self, pair: P, ends: bool) {
        if ends {
            if self.at.remove(&pair).is_some() {
                self.come.retain(|known| *known != pair);
            }
            self.go.insert(pair);
        } else if self.at.insert(pair, self.come.len()).is_none() {
            self.go.remove(&pair);
            self.come.push(pair);
        }
    }
}
