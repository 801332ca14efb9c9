//! Households by address and surname (C051).

use std::collections::HashMap;

use ::people::{HouseholdId, StudentId, household, student};

use super::Maker;
use super::people::name;
use crate::rows::Roster;

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
}
