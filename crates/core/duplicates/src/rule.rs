//! What happens to a row that stood with the record that goes, where the one that stays has such a row already.

/// The rule of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The row of the record that stays is kept, the other goes.
    Keep,
    /// The same, and whichever of the two allowed less counts from now on: a court's order on either stays, and
    /// a right that one of them did not have is not won by merging (C052, C056).
    Narrow,
    /// As [`Rule::Keep`], and also without a unique index: nobody is in one group twice on one day.
    OncePerGroup,
    /// Nothing is merged before somebody has decided: two families may have been promised one time.
    Refuse,
    /// Goes in any case: an invitation to the record that goes would open the account of the one that stays.
    Drop,
}

/// Every table that can hold two such rows. A table that is not here moves its rows, and refuses where it cannot.
pub const RULES: &[(&str, Rule)] = &[
    ("edge", Rule::Narrow),
    ("enrolment", Rule::OncePerGroup),
    ("teaching", Rule::OncePerGroup),
    ("demographics", Rule::Keep),
    ("guardian_address", Rule::Keep),
    ("staff_address", Rule::Keep),
    ("profile_part", Rule::Keep),
    ("data_check", Rule::Keep),
    ("participant", Rule::Keep),
    ("task", Rule::Keep),
    ("appointment", Rule::Refuse),
    ("invitation", Rule::Drop),
];

pub fn of(table: &str) -> Rule {
    RULES.iter().find(|(name, _)| *name == table).map_or(Rule::Refuse, |(_, rule)| *rule)
}
