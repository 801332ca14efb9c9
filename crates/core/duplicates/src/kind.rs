//! Whose records are compared, which fields one chooses from, and how a pair of them is named in an address.

use std::fmt;
use std::str::FromStr;

use kernel::Error;
use uuid::Uuid;

/// A kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Student,
    Guardian,
    Staff,
}

/// Something that one reads as one field, with its columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    pub name: &'static str,
    pub columns: &'static [&'static str],
}

const fn field(name: &'static str, columns: &'static [&'static str]) -> Field {
    Field { name, columns }
}

const NAME: Field = field("name", &["call_name", "infix", "surname", "sort_key", "search_key"]);
const EMAIL: Field = field("email", &["email"]);
const PHONE: Field = field("phone", &["phone"]);
const LEFT: Field = field("left_on", &["left_on"]);

impl Kind {
    pub const ALL: [Self; 3] = [Self::Student, Self::Guardian, Self::Staff];

    /// The word in addresses and in the history; the table has the same.
    pub fn word(self) -> &'static str {
        match self {
            Self::Student => "student",
            Self::Guardian => "guardian",
            Self::Staff => "staff",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The column by which an account says that it stands for such a person.
    pub fn column(self) -> &'static str {
        match self {
            Self::Student => "student_id",
            Self::Guardian => "guardian_id",
            Self::Staff => "staff_id",
        }
    }

    /// The fields in the order of the record's form.
    pub fn fields(self) -> &'static [Field] {
        const STUDENT: &[Field] = &[
            NAME,
            field("number", &["number"]),
            field("born", &["born"]),
            field("postcode", &["postcode"]),
            EMAIL,
            field("household", &["household_id", "household_by_hand"]),
            LEFT,
        ];
        const STAFF: &[Field] =
            &[NAME, field("employee_id", &["employee_id"]), field("title", &["title"]), EMAIL, PHONE, LEFT];
        match self {
            Self::Student => STUDENT,
            Self::Guardian => &[NAME, EMAIL, PHONE],
            Self::Staff => STAFF,
        }
    }
}

/// Two records of one kind, the older first (ids begin with their time).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair {
    pub kind: Kind,
    pub first: Uuid,
    pub second: Uuid,
}

impl Pair {
    pub fn new(kind: Kind, one: Uuid, other: Uuid) -> Self {
        Self { kind, first: one.min(other), second: one.max(other) }
    }
}

impl fmt::Display for Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.kind.word(), self.first, self.second)
    }
}

impl FromStr for Pair {
    type Err = Error;

    /// `student.ID.ID`. Anything else is not found, and so is a record beside itself.
    fn from_str(text: &str) -> Result<Self, Error> {
        let mut parts = text.split('.');
        let (kind, one, other) = (parts.next(), parts.next(), parts.next());
        let kind = kind.and_then(Kind::parse).ok_or(Error::NotFound)?;
        let id = |part: Option<&str>| part.and_then(|text| Uuid::parse_str(text).ok()).ok_or(Error::NotFound);
        let (one, other) = (id(one)?, id(other)?);
        if one == other || parts.next().is_some() { Err(Error::NotFound) } else { Ok(Self::new(kind, one, other)) }
    }
}
