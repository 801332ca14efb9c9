//! What a check stands on: a fresh house, seats at browsers that answer at once, and eyes that see every
//! stored row and every raw byte.

use std::fs;
use std::future::Future;
use std::path::{Path, PathBuf};

use kernel::{Error, Result};
use registry::Edition;
use registry::Purpose;
use store::sea_orm::{ConnectionTrait as _, DatabaseConnection, DbBackend, Statement};
use store::{Act, Context, Role};
use testkit::{Answer, Browser, School, Test, raw};
use tokio::runtime::{Builder, Runtime};

use crate::Make;

/// Looks at stored rows as a check may; quiet, so that looking changes nothing.
static LOOK: Act<()> = Act::read_school("promises.look", Purpose::ALL, &[Role::Shell]).quiet();
/// What an intruder would do to a file; quiet for the same reason.
static TAMPER: Act<()> = Act::write_school("promises.tamper", Purpose::ALL, &[Role::Shell]).quiet();

pub struct Ground<'a> {
    pub test: Test,
    make: Make<'a>,
    runtime: Runtime,
}

impl<'a> Ground<'a> {
    pub fn new(make: Make<'a>) -> Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build().map_err(Error::internal)?;
        let test = make()?;
        holds(!test.house().editions.is_empty(), "the house has no edition")?;
        Ok(Self { test, make, runtime })
    }

    /// One more house, for a check that has to stop it.
    pub fn house(&self) -> Result<Test> {
        (self.make)()
    }

    /// The edition that schools are founded as: `school`, or the one that is on offer.
    pub fn edition(&self) -> &Edition {
        let editions = &self.test.house().editions;
        #[expect(clippy::expect_used, reason = "a house without editions founds no school and is refused in `new`")]
        editions.get("school").or_else(|| editions.values().next()).expect("a house has an edition")
    }

    /// A school of that edition whose agreement is accepted.
    pub fn school(&self, name: &str) -> Result<School> {
        self.test.school(name, &self.edition().name)
    }

    pub fn seat(&self, browser: Browser) -> Seat<'_> {
        Seat { browser, runtime: &self.runtime }
    }

    pub fn visitor(&self) -> Seat<'_> {
        self.seat(self.test.visitor())
    }

    /// Two requests at once.
    pub fn together<T>(
        &self,
        one: impl Future<Output = Result<T>>,
        two: impl Future<Output = Result<T>>,
    ) -> Result<(T, T)> {
        let (one, two) = self.runtime.block_on(async { tokio::join!(one, two) });
        Ok((one?, two?))
    }
}

/// A browser that waits for its answer.
#[derive(Clone)]
pub struct Seat<'a> {
    pub browser: Browser,
    runtime: &'a Runtime,
}

impl Seat<'_> {
    pub fn get(&mut self, path: &str) -> Result<Answer> {
        let answer = self.browser.get(path);
        wait(self.runtime, answer)
    }

    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Result<Answer> {
        let answer = self.browser.post(path, fields);
        wait(self.runtime, answer)
    }

    pub fn upload(&mut self, path: &str, name: &str, bytes: &[u8]) -> Result<Answer> {
        let files = [(name, bytes)];
        let answer = self.browser.upload(path, &files);
        wait(self.runtime, answer)
    }

    /// Sends a form with one file in its field `named`.
    pub fn post_file(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        named: &str,
        file: (&str, &[u8]),
    ) -> Result<Answer> {
        let files = [file];
        let answer = self.browser.post_with_files(path, fields, named, &files);
        wait(self.runtime, answer)
    }

    /// Gets a page that must be there.
    pub fn page(&mut self, path: &str) -> Result<Answer> {
        let answer = self.get(path)?;
        expect_status(&answer, 200, &format!("GET {path}"))?;
        Ok(answer)
    }

    /// Sends a form that must be taken: 303.
    pub fn sends(&mut self, path: &str, fields: &[(&str, &str)]) -> Result<Answer> {
        let answer = self.post(path, fields)?;
        expect_status(&answer, 303, &format!("POST {path}"))?;
        Ok(answer)
    }
}

fn wait<T>(runtime: &Runtime, future: impl Future<Output = Result<T>>) -> Result<T> {
    runtime.block_on(future)
}

/// What must hold, else the promise is broken in these words.
pub fn holds(fact: bool, otherwise: impl Into<String>) -> Result<()> {
    if fact { Ok(()) } else { Err(Error::Internal(otherwise.into())) }
}

pub fn expect_status(answer: &Answer, status: u16, what: &str) -> Result<()> {
    holds(answer.status.as_u16() == status, format!("{what} answered {}, not {status}", answer.status.as_u16()))
}

/// Whether an answer sends a page's visitor to the sign-in.
pub fn is_signed_out(answer: &Answer) -> bool {
    answer.status.as_u16() == 401 || (answer.status.as_u16() == 303 && answer.location().ends_with("/sign-in"))
}

/// A statement of our own: each row's cells in plain text, in the order of their names.
pub fn rows(db: &DatabaseConnection, sql: &str) -> Result<Vec<String>> {
    let statement = Statement::from_string(DbBackend::Sqlite, sql);
    let line = |row| raw::cells(row).iter().map(raw::text).collect::<Vec<_>>().join(" ");
    Ok(db.query_all_raw(statement)?.iter().map(line).collect())
}

/// Looks at the store as it is now; see [`rows`].
pub fn look(context: &Context, sql: &str) -> Result<Vec<String>> {
    context.read(LOOK.on(()), |read, _| rows(read.db(), sql))
}

/// Runs statements as somebody with the key would.
pub fn tamper(context: &Context, statements: &[String]) -> Result<()> {
    context.write(TAMPER.on(()), |work, _| {
        for sql in statements {
            work.db().execute_raw(Statement::from_string(DbBackend::Sqlite, sql.as_str()))?;
        }
        Ok(())
    })
}

/// Pages of the file whose seal does not fit what they hold.
pub fn broken_pages(context: &Context) -> Result<usize> {
    let check = Statement::from_string(DbBackend::Sqlite, "PRAGMA cipher_integrity_check");
    context.read(LOOK.on(()), |read, _| Ok(read.db().query_all_raw(check)?.len()))
}

/// The tables of the live store with their columns.
pub fn schema(context: &Context) -> Result<Vec<(String, Vec<String>)>> {
    let tables = look(context, "SELECT name AS line FROM sqlite_master WHERE type = 'table' ORDER BY name")?;
    tables
        .into_iter()
        .map(|table| {
            let columns = look(context, &format!("SELECT name AS line FROM pragma_table_info('{table}')"))?;
            Ok((table, columns))
        })
        .collect()
}

/// Every row of every table but those `except`, in plain text; bytes as hexadecimal digits.
pub fn dump(context: &Context, except: &[&str]) -> Result<String> {
    let mut text = String::new();
    for (table, _) in schema(context)? {
        if except.contains(&table.as_str()) {
            continue;
        }
        let all = Statement::from_string(DbBackend::Sqlite, format!("SELECT * FROM \"{table}\""));
        let row = |row: &sea_orm::QueryResult| raw::cells(row).iter().map(raw::literal).collect::<Vec<_>>().join(" ");
        let mut all: Vec<String> =
            context.read(LOOK.on(()), |read, _| Ok(read.db().query_all_raw(all)?.iter().map(row).collect()))?;
        all.sort();
        text.push_str(&format!("{table}\n{}\n", all.join("\n")));
    }
    Ok(text)
}

/// How often a word stands in the decrypted pages of the file, unused ones too, in whatever case; and nothing
/// may wait in the log beside it.
/// On PostgreSQL only rows can be looked at.
pub fn hits_in_pages(context: &Context, word: &str) -> Result<usize> {
    if !context.database.is_in_file() {
        return Ok(hits(&dump(context, &[])?.to_lowercase(), &word.to_lowercase()));
    }
    let pages = context.read(LOOK.on(()), |_, school| context.database.pages(school))?.to_ascii_lowercase();
    let word = word.to_ascii_lowercase();
    Ok(pages.windows(word.len()).filter(|window| *window == word.as_bytes()).count())
}

/// How often a word stands in a dump, as text or inside stored bytes.
pub fn hits(dump: &str, word: &str) -> usize {
    dump.matches(word).count() + dump.matches(hex::encode_upper(word).as_str()).count()
}

/// Every file below a folder.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::internal)? {
        let path = entry.map_err(Error::internal)?.path();
        if path.is_dir() {
            found.extend(files_below(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Files below `folder` whose raw bytes hold `word`.
pub fn files_with(folder: &Path, word: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for path in files_below(folder)? {
        let bytes = fs::read(&path).map_err(Error::internal)?;
        if bytes.windows(word.len()).any(|window| window == word.as_bytes()) {
            found.push(path);
        }
    }
    Ok(found)
}
