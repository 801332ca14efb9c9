//! What processes that share a school's schema tell each other: each commit leaves a row that names the tables it
//! wrote. Whoever is about to look reads the rows since the last time, so that nothing which was remembered here is
//! given again after it was written elsewhere; and pages that are live hear of it.

use std::collections::BTreeSet;

use kernel::Result;
use parking_lot::Mutex;
use postgres::SimpleQueryMessage;
use uuid::Uuid;

use super::pool::Pool;
use super::postgres::worded;
use super::schema::Name;

/// Rows that are kept; who is further behind forgets all that it remembers.
const KEPT: i64 = 1_000;

/// Beside the tables of the modules; rows are in the order of the commits, since one change writes at a time.
pub(super) const TABLE: &str = "CREATE TABLE IF NOT EXISTS written (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, \
                                process uuid NOT NULL, tables text NOT NULL)";

/// One process's place among the commits of one database.
pub(crate) struct News {
    process: Uuid,
    /// The last row that was read; none before the first time.
    last: Mutex<Option<i64>>,
}

/// What others have written since the last time.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Heard {
    Tables(BTreeSet<String>),
    /// More than is kept.
    Everything,
}

impl News {
    pub fn new(process: Uuid) -> Self {
        Self { process, last: Mutex::new(None) }
    }

    /// The statement that leaves the row of a commit; the oldest goes.
    pub fn telling(&self, tables: &BTreeSet<String>) -> String {
        let tables: Vec<&str> = tables.iter().map(String::as_str).collect();
        format!(
            "WITH now AS (INSERT INTO written (process, tables) VALUES ('{}', '{}') RETURNING n) \
             DELETE FROM written WHERE n <= (SELECT n FROM now) - {KEPT}",
            self.process,
            tables.join(",").replace('\'', "''")
        )
    }

    /// What others have written since what was [`News::known`]. The first call finds nothing: nothing is remembered
    /// before it.
    pub fn hear(&self, pool: &Pool, name: &Name) -> Result<(Heard, i64)> {
        let last = *self.last.lock();
        let asked = match last {
            None => "SELECT coalesce(max(n), 0), '' FROM written".to_owned(),
            Some(last) => format!(
                "SELECT n, CASE process WHEN '{}' THEN '' ELSE tables END FROM written WHERE n > {last} ORDER BY n",
                self.process
            ),
        };
        let rows = rows(pool, name, &asked)?;
        let newest = rows.last().map_or(last.unwrap_or(0), |(newest, _)| *newest);
        if last.is_some_and(|last| newest - last >= KEPT) {
            return Ok((Heard::Everything, newest));
        }
        let tables = rows.iter().flat_map(|(_, tables)| tables.split(',')).filter(|table| !table.is_empty());
        Ok((Heard::Tables(tables.map(str::to_owned).collect()), newest))
    }

    /// All up to this row is known here now, also to whoever asks next: nobody passes it over before it counts.
    pub fn known(&self, newest: i64) {
        let mut last = self.last.lock();
        *last = Some(last.map_or(newest, |last| last.max(newest)));
    }
}

/// One question, one answer: this is asked before every look.
fn rows(pool: &Pool, name: &Name, asked: &str) -> Result<Vec<(i64, String)>> {
    let sql = format!("BEGIN READ ONLY; SET LOCAL ROLE {name}; SET LOCAL search_path TO {name}; {asked}; COMMIT");
    let mut is_last = false;
    loop {
        let mut lent = pool.take()?;
        let answer = lent.ask(|client| client.simple_query(&sql));
        let was_closed = lent.is_closed();
        if answer.is_err() && !was_closed {
            let _ = lent.ask(|client| client.batch_execute("ROLLBACK"));
        }
        pool.give_back(lent);
        match answer {
            Ok(answer) => return Ok(answer.iter().filter_map(row).collect()),
            // Only the transaction before can have lost its connection without knowing.
            Err(_) if was_closed && !is_last => is_last = true,
            Err(error) => return Err(worded(&error)),
        }
    }
}

fn row(message: &SimpleQueryMessage) -> Option<(i64, String)> {
    let SimpleQueryMessage::Row(row) = message else { return None };
    Some((row.try_get(0).ok()??.parse().ok()?, row.try_get(1).ok()??.to_owned()))
}
