//! A look into a data folder that nobody serves: is it whole, and what is in it?

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use kernel::{Clock, Error, Random, Result};
use registry::Purpose;
use sea_orm::{ConnectionTrait as _, DatabaseConnection, DbBackend, Statement};
use sha2::{Digest as _, Sha256};
use store::audit::Head;
use store::{Act, Actor, Context, DataFolder, DatabaseId, Register, Role, Schools};

/// Sees everything, as somebody with the key and a disk editor would.
static LOOK: Act<()> = Act::read_school("endure.look", Purpose::ALL, &[Role::Shell]).quiet();

/// Opens the folder as a program without modules does: it looks at the store's own books and changes nothing else.
pub fn open(data: &Path) -> Result<Schools> {
    let random = Random::System;
    let folder = DataFolder::open(data, &random)?;
    Ok(Schools::new(folder, Clock::System, random, Vec::new(), Vec::new(), Register::default()))
}

pub fn context(schools: &Schools, id: DatabaseId) -> Result<Context> {
    let database = schools.get(id)?;
    let (clock, random) = (schools.clock.clone(), schools.random.clone());
    Ok(Context { database, actor: Actor::Shell, clock, random, network: None })
}

/// The one text column `n` of each row.
pub fn texts(context: &Context, sql: &str) -> Result<Vec<String>> {
    context.read(LOOK.on(()), |read, _| rows(read.db(), sql))
}

fn rows(db: &DatabaseConnection, sql: &str) -> Result<Vec<String>> {
    let rows = db.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql))?;
    rows.into_iter().map(|row| row.try_get::<String>("", "n").map_err(Error::internal)).collect()
}

/// Pages and indices that do not fit, in words.
pub fn damage(context: &Context) -> Result<Option<String>> {
    let sealed = texts(context, "SELECT cipher_integrity_check AS n FROM pragma_cipher_integrity_check");
    // Not every build of the engine has the pragma as a table; reading every page proves the seals as well.
    let sealed = sealed.unwrap_or_default();
    let told = texts(context, "SELECT integrity_check AS n FROM pragma_integrity_check")?;
    let told = told.into_iter().filter(|line| line != "ok").chain(sealed).next();
    Ok(told)
}

/// What a school holds.
pub struct Seen {
    pub head: Option<Head>,
    pub surnames: BTreeSet<String>,
    /// Outbox rows of mails by their ids, with where they stand.
    pub mails: BTreeMap<String, String>,
    /// Entries of students that were made, and students.
    pub entries: usize,
    pub students: usize,
}

/// Looks a school over; the first fault as the error.
pub fn over(data: &Path, id: DatabaseId, kept: Option<&Head>) -> Result<Seen> {
    let schools = open(data)?;
    let control = Context { database: schools.control()?, ..context(&schools, id)? };
    let school = context(&schools, id)?;
    for (what, context) in [("the control database", &control), ("the school", &school)] {
        if let Some(fault) = damage(context)? {
            return Err(Error::Internal(format!("{what} is corrupt: {fault}")));
        }
    }
    for (context, kept) in [(&control, None), (&school, kept)] {
        if let Some(fault) = context.database.verify_audit(kept)?.fault {
            return Err(Error::Internal(format!("the audit chain is broken: {fault}")));
        }
    }
    let mails = "SELECT lower(hex(id)) || ' ' || state AS n FROM outbox WHERE channel = 'mail'";
    let split = |line: String| line.split_once(' ').map(|(id, state)| (dashed(id), state.to_owned()));
    Ok(Seen {
        head: school.database.audit_head()?,
        surnames: texts(&school, "SELECT surname AS n FROM student")?.into_iter().collect(),
        mails: texts(&school, mails)?.into_iter().filter_map(split).collect(),
        entries: texts(&school, "SELECT '' AS n FROM audit WHERE act = 'students.create'")?.len(),
        students: texts(&school, "SELECT '' AS n FROM student")?.len(),
    })
}

fn dashed(hex: &str) -> String {
    hex.parse::<uuid::Uuid>().map_or_else(|_| hex.to_owned(), |id| id.to_string())
}

/// A digest of every row of every table of a school.
pub fn digest(context: &Context) -> Result<String> {
    let mut digest = Sha256::new();
    let named = "SELECT name AS n FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
    for table in texts(context, named)? {
        let columns = texts(context, &format!("SELECT name AS n FROM pragma_table_info('{table}') ORDER BY cid"))?;
        let cells: Vec<String> = columns.iter().map(|name| format!("quote(\"{name}\")")).collect();
        digest.update(&table);
        for row in texts(context, &format!("SELECT {} AS n FROM \"{table}\" ORDER BY 1", cells.join(" || ',' || ")))? {
            digest.update(row);
            digest.update([0]);
        }
    }
    Ok(hex::encode(digest.finalize()))
}
