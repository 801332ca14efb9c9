//! An edition with a mistake is refused with the line of the mistake; a column without a declaration does
//! not compile, and the message says what to write.

use registry::Edition;

const SCHOOL: &str = include_str!("../../../../editions/school.toml");

/// The edition with one text replaced; what the refusal says.
fn refusal(text: &str, by: &str) -> String {
    assert!(SCHOOL.contains(text), "{text}");
    Edition::parse("editions/ours.toml", &SCHOOL.replacen(text, by, 1)).unwrap_err().to_string()
}

/// The line that begins so, from 1.
fn line(text: &str, beginning: &str) -> usize {
    1 + text.lines().position(|line| line.starts_with(beginning)).unwrap()
}

#[test]
fn every_edition_reads() {
    for (file, text) in [
        ("nursery", include_str!("../../../../editions/nursery.toml")),
        ("coding-school", include_str!("../../../../editions/coding-school.toml")),
        ("conferences", include_str!("../../../../editions/conferences.toml")),
        ("school", SCHOOL),
        ("academy", include_str!("../../../../editions/academy.toml")),
    ] {
        assert_eq!(Edition::parse(file, text).unwrap().name, file);
    }
}

#[test]
fn an_unknown_key_is_named_with_its_line() {
    let changed = SCHOOL.replacen("absolute_hours", "forgiving_hours", 1);
    let error = Edition::parse("editions/ours.toml", &changed).unwrap_err();
    assert_eq!(error.line, line(&changed, "forgiving_hours"));
    assert!(
        error.to_string().starts_with("editions/ours.toml, line ") && error.reason.contains("forgiving_hours"),
        "{error}"
    );
}

#[test]
fn a_period_that_contradicts_a_promise_is_named_with_its_line() {
    for (key, text, by, reason) in [
        ("student_record", "student_record = { years = 3 }", "student_record = { years = 4 }", "C144"),
        ("import_file", "import_file = { hours = 24 }", "import_file = { hours = 25 }", "C062"),
        ("guardian_record", "guardian_record = { years = 3 }", "guardian_record = { months = 40 }", "student_record"),
        ("session", "session = { days = 30 }", "session = { days = 91 }", "account"),
        ("outbox", "outbox = { days = 30 }", "outbox = { days = -1 }", "negative"),
    ] {
        let error = refusal(text, by);
        assert!(error.contains(&format!("line {}:", line(SCHOOL, key))) && error.contains(reason), "{error}");
    }
}

#[test]
fn a_period_has_one_known_unit() {
    for by in ["session = { weeks = 4 }", "session = { days = 1, hours = 1 }", "session = 30", "session = \"30 days\""]
    {
        let error = refusal("session = { days = 30 }", by);
        assert!(error.contains(&format!("line {}:", line(SCHOOL, "session"))), "{by}: {error}");
    }
}

#[test]
fn a_missing_period_is_refused() {
    let error = refusal("outbox = { days = 30 }", "");
    assert!(error.contains("outbox"), "{error}");
}

#[test]
fn a_column_without_a_declaration_does_not_compile() {
    trybuild::TestCases::new().compile_fail("tests/compile_fail/*.rs");
}
