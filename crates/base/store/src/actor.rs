//! Who asks: resolved anew at every request, so that a changed role counts at once (C016).

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What somebody is to a school. Modules that come later add theirs here and in `access.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Nobody is signed in.
    Visitor,
    /// Anybody signed in, also while a role waits for its second factor: one's own account and nothing else.
    Account,
    /// Hosts the installation; sees no school's content (C031).
    Operator,
    /// Runs one school: everything in it, nothing elsewhere (C024).
    Administrator,
    /// The school office: everybody's records, not the keys of the house.
    Office,
    /// Only assigned groups and their students (C025).
    Teacher,
    /// Only linked children (C026).
    Guardian,
    /// Own records (C030).
    Student,
    /// An operator while the school's support grant runs: reads what the office reads, writes nothing (C031).
    Support,
    /// Data-protection officer: requests, records of processing, the audit chain; no class content (C034).
    Dpo,
    /// Somebody with a shell on the machine that owns the master key.
    Shell,
    /// The school's own scheduled work.
    Job,
}

impl Role {
    pub const ALL: [Self; 12] = [
        Self::Visitor,
        Self::Account,
        Self::Operator,
        Self::Administrator,
        Self::Office,
        Self::Teacher,
        Self::Guardian,
        Self::Student,
        Self::Support,
        Self::Dpo,
        Self::Shell,
        Self::Job,
    ];

    /// The lower-case word used in files, tables and translation keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Visitor => "visitor",
            Self::Account => "account",
            Self::Operator => "operator",
            Self::Administrator => "administrator",
            Self::Office => "office",
            Self::Teacher => "teacher",
            Self::Guardian => "guardian",
            Self::Student => "student",
            Self::Support => "support",
            Self::Dpo => "dpo",
            Self::Shell => "shell",
            Self::Job => "job",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }

    /// Whether holding the role demands a second factor that cannot be removed (C017).
    pub fn needs_second_factor(self) -> bool {
        matches!(self, Self::Administrator | Self::Dpo | Self::Operator)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// A signed-in person of one school: the account, and whom it stands for there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Person {
    pub account: Uuid,
    pub session: Uuid,
    pub staff: Option<Uuid>,
    pub guardian: Option<Uuid>,
    pub student: Option<Uuid>,
    /// Roles in force for this request; those that demand a second factor are here only if it was given.
    pub roles: Vec<Role>,
}

/// An operator inside a school, as long as its grant runs (C031).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Support {
    /// The account in the control database.
    pub operator: Uuid,
    /// Stands in every audit entry of what is read under it.
    pub grant: Uuid,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    Visitor,
    Person(Person),
    /// An operator's account in the control database.
    Operator(Uuid),
    Support(Support),
    Shell,
    /// The job's name.
    Job(&'static str),
}

impl Actor {
    pub fn roles(&self) -> &[Role] {
        match self {
            Self::Visitor => &[Role::Visitor],
            Self::Person(person) => &person.roles,
            Self::Operator(_) => &[Role::Operator],
            Self::Support(_) => &[Role::Support],
            Self::Shell => &[Role::Shell],
            Self::Job(_) => &[Role::Job],
        }
    }

    pub fn person(&self) -> Option<&Person> {
        match self {
            Self::Person(person) => Some(person),
            Self::Visitor | Self::Operator(_) | Self::Support(_) | Self::Shell | Self::Job(_) => None,
        }
    }

    pub fn is(&self, role: Role) -> bool {
        self.roles().contains(&role)
    }

    /// The account for the audit trail; nil for those who have none.
    pub fn account(&self) -> Uuid {
        match self {
            Self::Person(person) => person.account,
            Self::Operator(account) => *account,
            Self::Support(support) => support.operator,
            Self::Visitor | Self::Shell | Self::Job(_) => Uuid::nil(),
        }
    }
}
