//! Households by address and surname (C051).

use std::collections::HashMap;

use ::people::{HouseholdId, StudentId, household, student};
use kernel::Result;

use super::Maker;
use super::people::name;
use crate::rows::{Roster, StudentRow};

impl Maker<'_> {
    /// The household of a student who is new.
    pub(super) fn household_of(&mut self, row: &StudentRow) -> HouseholdId {
        let (surname, postcode) = (row.name.surname.as_str(), row.postcode.as_deref());
        match household::match_key(surname, postcode) {
            Some(key) => self.household_by(key, surname, postcode),
            // Without an address nobody can be put together; a household of one, made once.
            None => self.new_household(&name(&row.name).full(), None),
        }
    }

    fn household_by(&mut self, key: String, surname: &str, postcode: Option<&str>) -> HouseholdId {
        if let Some(known) = self.households.get(&key) {
            return *known;
        }
        let id = self.new_household(surname, postcode);
        self.households.insert(key, id);
        id
    }

    /// Proposes a household for every student the school knew whom the office has not placed by hand.
    pub(super) fn households(&mut self, roster: &Roster) -> Result<()> {
        let before: HashMap<StudentId, &student::Model> = self.now.students.iter().map(|s| (s.id, s)).collect();
        let mut moved = HashMap::new();
        for row in &roster.students {
            let known = self.known.students.get(&row.key).and_then(|id| before.get(id)).copied();
            // Whom an export named by the own id is as the office made them: nothing new is said of the address.
            let is_ours = |known: &&student::Model| known.household_by_hand || row.key == known.id.to_string();
            let Some(known) = known.filter(|known| !is_ours(known)) else { continue };
            let (surname, postcode) = (row.name.surname.as_str(), row.postcode.as_deref());
            let household = match household::match_key(surname, postcode) {
                Some(key) => self.household_by(key, surname, postcode),
                None if known.household_id.is_some() => continue,
                None => self.household_of(row),
            };
            if known.household_id != Some(household) {
                moved.insert(known.id, household);
            }
        }
        self.plan.moved_households = moved.into_iter().collect();
        Ok(())
    }

    fn new_household(&mut self, surname: &str, postcode: Option<&str>) -> HouseholdId {
        let id = HouseholdId(self.uuid());
        self.plan.new_households.push(household::new_row(id, surname, postcode));
        self.plan.households += 1;
        id
    }
}
