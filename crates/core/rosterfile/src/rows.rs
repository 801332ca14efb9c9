//! What a roster file says, before anybody compares it with the school: rows with their places, and
//! what is wrong with them. Every reader (EdeXML, CSV) ends here, and so does the demo's generator.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One uploaded file, whole in memory. Its name is only used in messages.
#[derive(Clone, Debug)]
pub struct SourceFile {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The people and groups of one delivery, joined across its files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Roster {
    /// The format as shown to people: `EdeXML 2.1`, `CSV`.
    pub format: String,
    /// The school year as the file names it, `2025-2026`, where it does.
    pub year: Option<String>,
    pub groups: Vec<GroupRow>,
    pub staff: Vec<StaffRow>,
    pub students: Vec<StudentRow>,
    /// One row per guardian and child: the edge with its person. The importer joins the persons.
    pub guardians: Vec<GuardianRow>,
    /// Columns or elements that held something and were not kept (C059).
    pub dropped_columns: Vec<DroppedColumn>,
    pub problems: Vec<Problem>,
    /// The delivery says only what changed since the last one: nobody goes for not being named.
    pub changes: Option<Changes>,
}

/// What a delivery of changes says beside the rows it carries. Keys may stand for records of earlier deliveries.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// People who are to go, whatever they are.
    pub gone_people: Vec<(String, Place)>,
    /// Groups that are over.
    pub gone_groups: Vec<(String, Place)>,
    /// Who comes into a group or goes out of it.
    pub memberships: Vec<Membership>,
    /// Edges of which one side is not in this delivery: student, guardian.
    pub edges: Vec<(String, String, Place)>,
    /// People whose role only an earlier delivery told, each with a phone.
    pub unsorted: Vec<(StudentRow, Option<String>)>,
    /// Students all of whose guardians this delivery names.
    pub whole_families: BTreeSet<String>,
}

/// Somebody in a group, by keys.
#[derive(Clone, Debug, PartialEq)]
pub struct Membership {
    pub person: String,
    pub group: String,
    pub teaches: bool,
    /// It ends.
    pub ends: bool,
    pub place: Place,
}

/// A name in the parts schools keep. `infix` is the Dutch tussenvoegsel: `van der`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NameRow {
    pub call_name: String,
    pub infix: String,
    pub surname: String,
}

/// A class, stem group, course or section. Students and staff refer to it by `key`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GroupRow {
    /// The file's own key; where it has none, the name.
    pub key: String,
    pub name: String,
    /// The year of study as the file words it: `3`, `Grade 9`, `EF`. Empty where unknown.
    pub level: String,
    /// The group's own school year, where the file tells it apart from the delivery's.
    pub year: Option<String>,
    pub place: Place,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StudentRow {
    /// The file's own stable key (EdeXML `key`, student number, OneRoster `sourcedId`).
    pub key: String,
    pub name: NameRow,
    /// Admission or student number, as printed; leading zeros kept.
    pub number: Option<String>,
    pub born: Option<NaiveDate>,
    pub gender: Option<Gender>,
    /// ISO 3166 alpha-2 where it could be recognised, else as written.
    pub nationality: Option<String>,
    /// Normalised for the school's country: Dutch `1234AB` (C042).
    pub postcode: Option<String>,
    pub email: Option<String>,
    /// Keys of `GroupRow`s.
    pub groups: Vec<String>,
    pub place: Place,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Gender {
    Female,
    Male,
    Other,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GuardianRow {
    /// The file's key of the person, where it has one: the same key is the same person.
    pub key: Option<String>,
    /// Key of the `StudentRow`.
    pub student: String,
    pub name: NameRow,
    /// `mother`, `father`, `guardian`, `other`, or empty where the file does not say.
    pub relationship: String,
    pub email: Option<String>,
    /// As written, without judgement; the importer normalises to E.164.
    pub phone: Option<String>,
    pub place: Place,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StaffRow {
    pub key: String,
    pub name: NameRow,
    pub employee_id: Option<String>,
    pub title: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    /// Keys of the groups taught or mentored.
    pub groups: Vec<String>,
    pub place: Place,
}

/// Where something stands in the delivery: what a person needs to find it again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Place {
    pub file: String,
    /// Line of the record in its file, from 1, counting the header.
    pub row: u64,
    /// The column's own heading or the XML element, where one is to blame.
    pub column: Option<String>,
}

/// A column that may not be kept, with how many rows held a value. Never the value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DroppedColumn {
    pub file: String,
    pub column: String,
    pub rows: u64,
    pub why: DropReason,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DropReason {
    /// May never be kept: BSN, PGN, Aadhaar, password, ethnicity, religion, national origin.
    Forbidden,
    /// The school's edition declares no purpose for it (gender, nationality, …).
    NotDeclared,
    /// Nobody here knows the column; it can be mapped by hand.
    Unknown,
}

/// Something wrong with one row or cell. The row is left out only where `fatal`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub place: Place,
    pub fault: Fault,
    pub fatal: bool,
}

/// What is wrong, in a form each language can word. Values are quoted only where the field may be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A required cell is empty: what is missing, `surname`.
    Missing(&'static str),
    NotADate(String),
    DateInFuture(String),
    NotAPostcode(String),
    NotAnEmail(String),
    NotAPhone(String),
    NotAGender(String),
    /// The same key stands twice; holds the first row's number.
    DuplicateKey {
        key: String,
        first_row: u64,
    },
    /// Somebody else has this number already.
    NumberTaken(String),
    /// Somebody new beside a child with a court's order against a guardian whom the file does not name.
    MaybeUnderOrder(String),
    /// A row points to a group, student or person that the delivery does not hold.
    UnknownGroup(String),
    UnknownStudent(String),
    /// A row points to somebody whom neither the delivery nor the school holds.
    UnknownPerson(String),
    /// A role, type or status that the format does not know.
    UnknownRole(String),
    /// It begins on a later day: the delivery of that day brings it.
    NotYet(String),
    /// A guardian who stands beside no child.
    NoChild,
    /// A whole delivery without the manifest that says so.
    NoManifest,
    /// More or fewer cells than the heading: found, expected.
    Ragged {
        found: usize,
        expected: usize,
    },
    /// A cell could not be read in the file's encoding.
    BadEncoding,
    /// A cell begins as a spreadsheet formula; kept as text.
    Formula,
    /// The schema does not know the school year or this element; read all the same.
    BeyondSchema(String),
    /// Longer than can be kept: length, limit in characters.
    TooLong {
        length: usize,
        limit: usize,
    },
}

/// Why a delivery is refused as a whole. Nothing of it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    Empty {
        file: String,
    },
    TooLarge {
        file: String,
        limit_mib: usize,
    },
    /// A document type or entity declaration (C058).
    Doctype {
        file: String,
        line: u64,
    },
    BrokenXml {
        file: String,
        line: u64,
        reason: String,
    },
    /// XML, but not EdeXML: the root element found.
    NotEdexml {
        file: String,
        root: String,
    },
    /// Neither text we can decode nor a format we know.
    NotText {
        file: String,
    },
    /// A zip archive that is not opened: `broken`, `encrypted`, `nested`, `many`, `bomb`, `large`.
    Archive {
        file: String,
        why: &'static str,
    },
    /// The manifest of a OneRoster delivery promises a file that is not there.
    Promised {
        file: String,
        missing: String,
    },
    /// A version of OneRoster that is not read.
    Version {
        file: String,
        version: String,
    },
    /// A table of a known format lacks a column without which its rows mean nothing.
    NoColumn {
        file: String,
        column: String,
    },
    /// The keys are citizen numbers, which may not be kept (C059).
    ForbiddenKey {
        file: String,
        column: String,
    },
    /// No column could be recognised as the people's names; the headings found.
    NoHeader {
        file: String,
        headings: Vec<String>,
    },
}
