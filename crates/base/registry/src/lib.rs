//! What personal data there is, why, on which basis and for how long: the words, the declarations made
//! with them beside each column, and the editions that give them their numbers (law 3, C095, C096).
//!
//! From here come the notice, the record of processing, "why we ask", the retention table. Nothing here
//! reads or writes data.

mod edition;
mod version;

pub use edition::{
    Ages, Edition, EditionError, GenderUse, Keep, MaterialNotice, Method, Notice, Own, OwnField, Period, Place, Roster,
    SignIn, Termination, Words,
};
pub use registry_derive::Declared;
pub use version::notice_version;

use std::collections::BTreeMap;

use serde::Serialize;

/// Makes a closed list of words, each with its lower-case form for files and translation keys.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub enum $name { $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)* }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }
    };
}

words! {
    /// Whose data a table or column is about.
    Subject {
        Student = "student",
        Guardian = "guardian",
        Staff = "staff",
        /// Anybody with an account: staff, guardians, students.
        User = "user",
        Operator = "operator",
        /// The institution's contact persons.
        Contact = "contact",
        /// Tables without persons; every column is plain.
        Nobody = "nobody",
    }
}

words! {
    /// What kind of data it is.
    Category {
        /// Numbers and keys that point to a person.
        Identifier = "identifier",
        Name = "name",
        Birth = "birth",
        Gender = "gender",
        Nationality = "nationality",
        /// Where somebody lives, also in part.
        Address = "address",
        /// Where somebody can be reached.
        Contact = "contact",
        /// Who is whose guardian, teacher, household.
        Relationship = "relationship",
        /// Enrolment, groups, years.
        Education = "education",
        Employment = "employment",
        /// Proof of who signs in; hashes and sealed secrets only.
        Credential = "credential",
        /// Device, browser, network.
        Device = "device",
        /// What somebody did, and when.
        Activity = "activity",
        /// What was sent to whom.
        Message = "message",
        /// A court's or the school's restriction.
        Restriction = "restriction",
    }
}

words! {
    /// Why it is processed.
    Purpose {
        Administration = "administration",
        Teaching = "teaching",
        FamilyContact = "family-contact",
        ChildSafety = "child-safety",
        SignIn = "sign-in",
        Security = "security",
        Accountability = "accountability",
        Communication = "communication",
        Import = "import",
        Operation = "operation",
        /// Deciding who may see what: read along with every act (C032).
        Access = "access",
        /// Counts of groups, never of one person (C041).
        Statistics = "statistics",
    }
}

/// Several purposes at once: what a column is declared for, what an act is done for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Purposes(u32);

impl Purposes {
    pub const NONE: Self = Self(0);
    pub const ALL: Self = Self(u32::MAX);

    pub const fn of(list: &[Purpose]) -> Self {
        let mut bits = 0;
        let mut next = list;
        while let [purpose, rest @ ..] = next {
            bits |= 1 << *purpose as u32;
            next = rest;
        }
        Self(bits)
    }

    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether one of them is in both.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

words! {
    /// The legal basis (C098; GDPR Art. 6(1)).
    Basis {
        /// What the edition declares for imported records: public task, contract, or attested (C106).
        Edition = "edition",
        Contract = "contract",
        LegalObligation = "legal-obligation",
        LegitimateInterest = "legitimate-interest",
        Consent = "consent",
    }
}

words! {
    /// How long it is kept: a class whose period the edition gives.
    Kept {
        /// From disenrolment (C144).
        StudentRecord = "student_record",
        /// From the end of the last edge to a student.
        GuardianRecord = "guardian_record",
        /// From the end of employment.
        StaffRecord = "staff_record",
        /// From the end of the account.
        Account = "account",
        Session = "session",
        SecurityLog = "security_log",
        Audit = "audit",
        ImportFile = "import_file",
        Outbox = "outbox",
        /// As long as the school is here; then with the school (C147).
        School = "school",
    }
}

/// One column's place in the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Personal {
    pub whose: Subject,
    pub category: Category,
    /// What it may be read for; the first is the one that forms and notices name.
    pub purposes: &'static [Purpose],
    pub basis: Basis,
    pub kept: Kept,
}

impl Personal {
    /// Why it is asked for.
    pub fn purpose(&self) -> Purpose {
        self.purposes.first().copied().unwrap_or(Purpose::Administration)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Data {
    Personal(Personal),
    /// Says nothing about anybody, for this reason.
    Plain(&'static str),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    pub name: &'static str,
    pub data: Data,
}

/// What one table holds, column by column, in the entity's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Declaration {
    pub table: &'static str,
    pub whose: Subject,
    pub columns: &'static [Column],
}

impl Declaration {
    /// The declared personal data of one column; `None` if it is plain or unknown.
    pub fn personal(&self, column: &str) -> Option<Personal> {
        self.columns.iter().find(|c| c.name == column).and_then(|c| match c.data {
            Data::Personal(personal) => Some(personal),
            Data::Plain(_) => None,
        })
    }
}

/// Somebody outside the school to whom a module hands data of one activity (GDPR Art. 30(1)(d)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// Translation key: `recipient-mail-server`.
    pub words: &'static str,
    pub purpose: Purpose,
    pub whose: Subject,
}

/// One row of the record of processing activities (GDPR Art. 30): the columns that share subject,
/// purpose, basis and period. A column with two purposes stands in two rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Activity {
    pub purpose: Purpose,
    pub whose: Subject,
    pub basis: Basis,
    pub kept: Kept,
    pub categories: Vec<Category>,
    /// `table.column`.
    pub columns: Vec<String>,
}

/// The record of processing, made from the declarations and nothing else (C096).
pub fn activities(declarations: &[Declaration]) -> Vec<Activity> {
    let mut rows: BTreeMap<(Purpose, Subject, Basis, Kept), Activity> = BTreeMap::new();
    for declaration in declarations {
        for column in declaration.columns {
            let Data::Personal(p) = column.data else { continue };
            for purpose in p.purposes.iter().copied() {
                let row = rows.entry((purpose, p.whose, p.basis, p.kept)).or_insert_with(|| Activity {
                    purpose,
                    whose: p.whose,
                    basis: p.basis,
                    kept: p.kept,
                    categories: Vec::new(),
                    columns: Vec::new(),
                });
                if !row.categories.contains(&p.category) {
                    row.categories.push(p.category);
                }
                row.columns.push(format!("{}.{}", declaration.table, column.name));
            }
        }
    }
    rows.into_values().collect()
}
