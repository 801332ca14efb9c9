//! Data are read for declared purposes only, and what a school does without is neither asked nor kept
//! (C095, C097).

use kernel::{Error, Result};
use registry::Purpose;
use store::{Act, Context, Role};
use testkit::School;

use crate::ground::{Ground, dump, expect_status, hits, holds, look, rows, tamper};
use crate::page::{attribute, tags};
use crate::registry_checks::{declared, stored};
use crate::{Check, Outcome, all};

pub const CHECKS: &[(&str, Check)] = &[("C095", c095), ("C097", c097)];

/// What the compiler says of an undeclared column; the tests of every build reproduce it word by word.
const BUILD_RECORD: &str = include_str!("../../base/registry/tests/compile_fail/undeclared_column.stderr");

static FOR_TEACHING: Act<()> = Act::read_school("promises.teaching", &[Purpose::Teaching], &[Role::Shell]).quiet();
static FOR_OFFICE: Act<()> = Act::read_school("promises.office", &[Purpose::Administration], &[Role::Shell]).quiet();

fn read_as(context: &Context, act: &'static Act<()>, sql: &str) -> Result<Vec<String>> {
    context.read(act.on(()), |read, _| rows(read.db(), sql))
}

/// Whether it was refused for want of a purpose, naming act and column.
fn refused(answer: &Result<Vec<String>>, act: &str, column: &str) -> bool {
    matches!(answer, Err(Error::Internal(text)) if text.contains(act) && text.contains(column))
}

fn c095(ground: &Ground) -> Outcome {
    let school = ground.school("Alpha")?;
    school.student("Ada Dam", None)?;
    let (stored, declared) = (stored(&school)?, declared(ground, false));
    holds(
        stored == declared,
        format!("stored or declared alone: {:?}", stored.symmetric_difference(&declared).collect::<Vec<_>>()),
    )?;
    let record_is_there = BUILD_RECORD.contains("is not declared");
    holds(record_is_there, "the build has no record of an undeclared column that does not compile")?;

    let born = "SELECT born AS line FROM student";
    let hidden = "SELECT call_name AS line FROM student WHERE born IS NOT NULL";
    holds(read_as(&school.context, &FOR_OFFICE, born)?.len() == 1, "a declared purpose does not open the column")?;
    for sql in [born, hidden] {
        let answer = read_as(&school.context, &FOR_TEACHING, sql);
        holds(refused(&answer, "promises.teaching", "student.born"), format!("`{sql}` ran without a purpose"))?;
    }
    tamper(&school.context, &["ALTER TABLE student ADD COLUMN diary text".to_owned()])?;
    let diary = read_as(&school.context, &FOR_OFFICE, "SELECT diary AS line FROM student");
    // On PostgreSQL a column that no migration made is not even known to whoever watches.
    let unknown = !school.context.database.is_in_file() && matches!(&diary, Err(Error::Internal(_)));
    holds(unknown || refused(&diary, "promises.office", "student.diary"), "an undeclared column is read")?;

    running(ground, &school, born)?;
    all(format!(
        "{} live columns, each declared; a birth date opens to administration and is refused to teaching, in a list and in a condition; an undeclared column is refused at run time and does not compile; a running house notes the same read in its security log",
        stored.len()
    ))
}

/// The same read in a house as it runs: it answers, and the security log says what was wrong.
fn running(ground: &Ground, school: &School, sql: &str) -> Result<()> {
    let register = &ground.test.house().schools.register;
    register.be_strict(false);
    // Its line in the server's log is not for whoever asks for proof.
    let silence = tracing::subscriber::NoSubscriber::default();
    let answer = tracing::subscriber::with_default(silence, || read_as(&school.context, &FOR_TEACHING, sql));
    register.be_strict(true);
    holds(answer?.len() == 1, "a running house does not answer")?;
    let noted = look(&school.context, "SELECT detail AS line FROM security_log WHERE event = 'purpose'")?;
    holds(
        noted == ["promises.teaching reads student.born"],
        format!("the security log says {noted:?} of a read without a purpose"),
    )
}

fn c097(ground: &Ground) -> Outcome {
    let school = ground.school("Alpha")?;
    let mut admin = ground.seat(school.desk(Role::Administrator)?);
    let file = "nummer;voornaam;achternaam\n1;Canaria;Dam\n".as_bytes();
    let sends = |admin: &mut crate::ground::Seat| admin.upload(&school.at("/roster"), "file.csv", file);
    let asks = |admin: &mut crate::ground::Seat| -> Result<bool> {
        let home = admin.page(&school.at("/"))?.body;
        Ok(tags(&home, "a").any(|tag| attribute(tag, "href") == Some(school.at("/roster").as_str())))
    };
    holds(asks(&mut admin)?, "a module that is on is not in the menu")?;
    expect_status(&sends(&mut admin)?, 303, "a file for a module that is on")?;
    holds(hits(&dump(&school.context, &[])?, "Canaria") > 0, "a module that is on stores nothing")?;
    tamper(&school.context, &["DELETE FROM delivery_file".to_owned(), "DELETE FROM delivery".to_owned()])?;

    admin.sends(&school.at("/modules"), &[("module", "roster"), ("switch", "off")])?;
    holds(!asks(&mut admin)?, "a module that is off is in the menu")?;
    expect_status(&admin.get(&school.at("/roster"))?, 404, "the page of a module that is off")?;
    expect_status(&sends(&mut admin)?, 422, "a file for a module that is off")?;
    closed_below(&school)?;
    holds(hits(&dump(&school.context, &[])?, "Canaria") == 0, "a module that is off has stored something")?;

    admin.sends(&school.at("/modules"), &[("module", "roster"), ("switch", "on")])?;
    expect_status(&sends(&mut admin)?, 303, "a file for a module that is on again")?;
    let mut office = ground.seat(school.desk(Role::Office)?);
    let switch = office.post(&school.at("/modules"), &[("module", "roster"), ("switch", "off")])?;
    expect_status(&switch, 403, "a switch at the office's hand")?;
    all(
        "with the import switched off its menu and page are gone, a file is refused with 422, its tables take no row from any code, nothing was stored; on again it works; the office cannot switch",
    )
}

/// Under the pages too: the tables of a module that is off take no row, whoever writes.
fn closed_below(school: &School) -> Result<()> {
    let insert = "INSERT INTO roster_mapping SELECT * FROM roster_mapping WHERE 0 = 1".to_owned();
    let direct = tamper(&school.context, &[insert]);
    holds(matches!(direct, Err(Error::Invalid(_))), format!("a closed table answers {direct:?}"))
}
