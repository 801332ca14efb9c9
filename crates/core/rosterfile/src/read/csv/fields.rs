//! What a column can be filled into, and what these fields are called in a mapping.

/// A field of a person, a group or a reference between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Field {
    /// The row's own key.
    Key,
    /// Student or admission number, as printed.
    Number,
    /// The student or user a row refers to.
    Reference,
    /// The second person of a relationship.
    Related,
    CallName,
    Infix,
    Surname,
    FullName,
    Born,
    Gender,
    Nationality,
    Postcode,
    Email,
    Phone,
    Level,
    /// A group by its name.
    Group,
    /// A group by its key.
    GroupKey,
    /// A part of a level: the `A` of grade 7.
    Section,
    /// A teacher of the row's group, by name or code.
    Mentor,
    EmployeeId,
    Title,
    Role,
    Relationship,
    Guardian(Slot, Part),
}

/// Which of a student's guardians a column speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Slot {
    First,
    Second,
    Third,
    Fourth,
    Father,
    Mother,
}

/// What it says of the guardian.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    Key,
    Name,
    CallName,
    Infix,
    Surname,
    Relationship,
    Phone,
    Email,
}

pub(crate) const SLOTS: [(Slot, &str); 6] = [
    (Slot::First, "guardian1"),
    (Slot::Second, "guardian2"),
    (Slot::Third, "guardian3"),
    (Slot::Fourth, "guardian4"),
    (Slot::Father, "father"),
    (Slot::Mother, "mother"),
];

const PARTS: [(Part, &str); 8] = [
    (Part::Key, "key"),
    (Part::Name, "full_name"),
    (Part::CallName, "call_name"),
    (Part::Infix, "infix"),
    (Part::Surname, "surname"),
    (Part::Relationship, "relationship"),
    (Part::Phone, "phone"),
    (Part::Email, "email"),
];

const PLAIN: [(Field, &str); 23] = [
    (Field::Key, "key"),
    (Field::Number, "number"),
    (Field::Reference, "reference"),
    (Field::Related, "related"),
    (Field::CallName, "call_name"),
    (Field::Infix, "infix"),
    (Field::Surname, "surname"),
    (Field::FullName, "full_name"),
    (Field::Born, "born"),
    (Field::Gender, "gender"),
    (Field::Nationality, "nationality"),
    (Field::Postcode, "postcode"),
    (Field::Email, "email"),
    (Field::Phone, "phone"),
    (Field::Level, "level"),
    (Field::Group, "group"),
    (Field::GroupKey, "group_key"),
    (Field::Section, "section"),
    (Field::Mentor, "mentor"),
    (Field::EmployeeId, "employee_id"),
    (Field::Title, "title"),
    (Field::Role, "role"),
    (Field::Relationship, "relationship"),
];

impl Field {
    /// The name in a mapping: `call_name`, `guardian2.email`.
    pub fn name(self) -> String {
        if let Field::Guardian(slot, part) = self {
            let slot = SLOTS.iter().find(|(known, _)| *known == slot).map_or("", |(_, name)| name);
            let part = PARTS.iter().find(|(known, _)| *known == part).map_or("", |(_, name)| name);
            return format!("{slot}.{part}");
        }
        PLAIN.iter().find(|(known, _)| *known == self).map_or_else(String::new, |(_, name)| (*name).to_owned())
    }

    pub fn parse(name: &str) -> Option<Field> {
        if let Some((slot, part)) = name.split_once('.') {
            let slot = SLOTS.iter().find(|(_, known)| *known == slot)?.0;
            let part = PARTS.iter().find(|(_, known)| *known == part)?.0;
            return Some(Field::Guardian(slot, part));
        }
        PLAIN.iter().find(|(_, known)| *known == name).map(|(field, _)| *field)
    }

    /// Part of a person's name.
    pub fn is_name(self) -> bool {
        matches!(self, Field::CallName | Field::Surname | Field::FullName)
    }
}

pub(crate) fn field_names() -> Vec<String> {
    let guardians =
        SLOTS.iter().flat_map(|(slot, _)| PARTS.iter().map(|(part, _)| Field::Guardian(*slot, *part).name()));
    PLAIN.iter().map(|(field, _)| field.name()).chain(guardians).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_parsed_back() {
        for name in field_names() {
            assert_eq!(Field::parse(&name).map(Field::name), Some(name));
        }
    }
}
