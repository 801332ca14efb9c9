//! Faults and refusals as messages: each says what to do.

use kernel::{Message, Problems};

use crate::rows::{Fault, Refusal};

/// The message of a row's fault.
pub fn message(fault: &Fault) -> Message {
    let said = |key: &'static str, value: &str| Message::from(key).with("value", value);
    match fault {
        Fault::Missing(what) => Message::from("fault-missing").with("what", what),
        Fault::NotADate(value) => said("fault-date", value),
        Fault::DateInFuture(value) => said("fault-future", value),
        Fault::NotAPostcode(value) => said("fault-postcode", value),
        Fault::NotAnEmail(value) => said("fault-email", value),
        Fault::NotAPhone(value) => said("fault-phone", value),
        Fault::NotAGender(value) => said("fault-gender", value),
        Fault::DuplicateKey { key, first_row } => said("fault-duplicate", key).with("row", first_row),
        Fault::NumberTaken(value) => said("fault-number", value),
        Fault::MaybeUnderOrder(value) => said("fault-order", value),
        Fault::UnknownGroup(value) => said("fault-group", value),
        Fault::UnknownStudent(value) => said("fault-student", value),
        Fault::UnknownPerson(value) => said("fault-person", value),
        Fault::UnknownRole(value) => said("fault-role", value),
        Fault::NotYet(value) => said("fault-later", value),
        Fault::NoChild => "fault-childless".into(),
        Fault::NoManifest => "fault-manifest".into(),
        Fault::Ragged { found, expected } => {
            Message::from("fault-ragged").with("found", found).with("expected", expected)
        }
        Fault::BadEncoding => "fault-encoding".into(),
        Fault::Formula => "fault-formula".into(),
        Fault::BeyondSchema(value) => said("fault-schema", value),
        Fault::TooLong { length, limit } => Message::from("fault-long").with("length", length).with("limit", limit),
    }
}

/// Why nothing of a delivery was read.
pub fn refusal(refusal: &Refusal) -> Problems {
    let of = |key: &'static str, file: &str| Message::from(key).with("file", file);
    let message = match refusal {
        Refusal::Empty { file } => of("refusal-empty", file),
        Refusal::TooLarge { file, limit_mib } => of("refusal-large", file).with("limit", limit_mib),
        Refusal::Doctype { file, line } => of("refusal-doctype", file).with("line", line),
        Refusal::BrokenXml { file, line, reason } => of("refusal-xml", file).with("line", line).with("reason", reason),
        Refusal::NotEdexml { file, root } => of("refusal-root", file).with("root", root),
        Refusal::NotText { file } => of("refusal-text", file),
        Refusal::Archive { file, why } => of("refusal-archive", file).with("why", why),
        Refusal::Promised { file, missing } => of("refusal-promised", file).with("missing", missing),
        Refusal::Version { file, version } => of("refusal-version", file).with("version", version),
        Refusal::NoColumn { file, column } => of("refusal-column", file).with("column", column),
        Refusal::ForbiddenKey { file, column } => of("refusal-key", file).with("column", column),
        // The headings are not repeated: a file without a heading row begins with a person.
        Refusal::NoHeader { file, .. } => of("refusal-header", file),
    };
    let mut problems = Problems::default();
    problems.add("files", message);
    problems
}
