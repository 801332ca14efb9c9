//! Households by address and surname (C051), guardians joined to persons, and their edges (C052, C056).

use std::collections::{HashMap, HashSet};

use ::people::{EdgeId, GuardianId, HouseholdId, StudentId, edge, guardian, household, student};
use kernel::text::fold;

use super::people::name;
use super::{Maker, Now, differences, text};
use crate::rows::{GuardianRow, Roster};

impl Maker<'_> {
    /// Proposes a household for every student of the file whom the office has not placed by hand.
    pub(super) fn households(&mut self, roster: &Roster) {
        let mut by_key: HashMap<String, HouseholdId> =
            self.now.households.iter().filter_map(|h| h.match_key.clone().map(|key| (key, h.id))).collect();
        let before: HashMap<StudentId, &student::Model> = self.now.students.iter().map(|s| (s.id, s)).collect();
        let mut placed = Vec::new();
        for row in &roster.students {
            let Some(student) = self.known.students.get(&row.key).copied() else { continue };
            let known = before.get(&student);
            if known.is_some_and(|s| s.household_by_hand) {
                continue;
            }
            let (surname, postcode) = (row.name.surname.as_str(), row.postcode.as_deref());
            let current = known.and_then(|s| s.household_id);
            let household = match household::match_key(surname, postcode) {
                Some(key) => match by_key.get(&key) {
                    Some(id) => *id,
                    None => {
                        let id = self.new_household(surname, postcode);
                        by_key.insert(key, id);
                        id
                    }
                },
                // Without an address nobody can be put together; a household of one, made once.
                None if current.is_some() => continue,
                None => self.new_household(&name(&row.name).full(), None),
            };
            if current != Some(household) {
                placed.push((student, household));
            }
        }
        let placed: HashMap<StudentId, HouseholdId> = placed.into_iter().collect();
        for fresh in &mut self.plan.new_students {
            fresh.household_id = placed.get(&fresh.id).copied();
        }
        self.plan.moved_households = placed.into_iter().filter(|(student, _)| before.contains_key(student)).collect();
    }

    fn new_household(&mut self, surname: &str, postcode: Option<&str>) -> HouseholdId {
        let id = HouseholdId(self.uuid());
        self.plan.new_households.push(household::new_row(id, surname, postcode));
        self.plan.households += 1;
        id
    }

    pub(super) fn guardians(&mut self, roster: &Roster) {
        let by_key: HashMap<&str, &guardian::Model> =
            self.now.guardians.iter().filter_map(|g| g.key.as_deref().map(|key| (key, g))).collect();
        let edges: HashSet<(StudentId, GuardianId)> =
            self.now.edges.iter().map(|e| (e.student_id, e.guardian_id)).collect();
        let mut wanted = HashSet::new();
        let mut listed = HashSet::new();
        for row in &roster.guardians {
            let Some(student) = self.known.students.get(&row.student).copied() else { continue };
            listed.insert(student);
            let guardian = self.guardian(row, student, &by_key);
            if wanted.insert((student, guardian)) && !edges.contains(&(student, guardian)) {
                let id = EdgeId(self.uuid());
                self.plan.new_edges.push(edge::new_row(id, student, guardian, &row.relationship, "import"));
            }
        }
        // Only what an import linked, only for children whose guardians this file names, and never an edge
        // under a court's order: its restriction would be forgotten with it (C056).
        let over = self.now.edges.iter().filter(|e| {
            e.source == "import"
                && e.restricted_from.is_none()
                && listed.contains(&e.student_id)
                && !wanted.contains(&(e.student_id, e.guardian_id))
        });
        let over: Vec<_> = over.cloned().collect();
        for gone in over {
            self.plan.ended_edges.push(gone.id);
            let who = self.now.guardians.iter().find(|g| g.id == gone.guardian_id);
            let who = who.map(|g| g.name().full()).unwrap_or_default();
            self.plan.line("guardians", "leaving", who, Vec::new());
        }
    }

    /// The person of a row: known from before, met earlier in this file, or new.
    fn guardian(
        &mut self,
        row: &GuardianRow,
        student: StudentId,
        by_key: &HashMap<&str, &guardian::Model>,
    ) -> GuardianId {
        let email = self.email(row.email.as_deref(), &row.place);
        let phone = self.phone(row.phone.as_deref(), &row.place);
        let key = person_key(row, email.as_deref(), phone.as_deref());
        if let Some(id) = self.known.guardians.get(&key) {
            return *id;
        }
        self.plan.reachable.1 += 1;
        self.plan.reachable.0 += u64::from(email.is_some());
        let details = guardian::Details { name: name(&row.name), email, phone };
        let known = by_key.get(key.as_str()).copied().or_else(|| beside_child(self.now, student, &details));
        let Some(known) = known else {
            let id = GuardianId(self.uuid());
            self.known.guardians.insert(key.clone(), id);
            self.plan.line("guardians", "added", details.name.full(), Vec::new());
            self.plan.new_guardians.push(guardian::new_row(id, details, Some(key)));
            return id;
        };
        self.known.guardians.insert(key, known.id);
        // What the file does not carry stays as the family or the office wrote it.
        let details = guardian::Details {
            email: details.email.or_else(|| known.email.clone()),
            phone: details.phone.or_else(|| known.phone.clone()),
            name: details.name,
        };
        let changes = differences([
            ("name", known.name().full(), details.name.full()),
            ("email", text(&known.email), text(&details.email)),
            ("phone", text(&known.phone), text(&details.phone)),
        ]);
        if !changes.is_empty() {
            self.plan.line("guardians", "changed", details.name.full(), changes);
            self.plan.changed_guardians.push((known.clone(), details));
        }
        known.id
    }
}

/// Somebody of the same name beside the same child is the same person with a new address: otherwise a court's
/// order would stay with the old record (C056).
fn beside_child<'a>(now: &'a Now, student: StudentId, details: &guardian::Details) -> Option<&'a guardian::Model> {
    let name = details.name.search_key();
    let linked = now.edges.iter().filter(|e| e.student_id == student);
    let mut people = linked.filter_map(|e| now.guardians.iter().find(|g| g.id == e.guardian_id));
    people.find(|g| g.search_key == name)
}

/// What makes two rows the same person: the file's key; else name with mail or phone; else the name beside
/// the same child.
fn person_key(row: &GuardianRow, email: Option<&str>, phone: Option<&str>) -> String {
    if let Some(key) = &row.key {
        return format!("key {key}");
    }
    let who = fold(&name(&row.name).full());
    match (email, phone) {
        (Some(email), _) => format!("mail {} {who}", email.to_lowercase()),
        (None, Some(phone)) => format!("phone {phone} {who}"),
        (None, None) => format!("child {} {who}", row.student),
    }
}
