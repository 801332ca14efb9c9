//! One school's schema and role on PostgreSQL: made, watched while something is erased, removed.

use std::fmt;

use kernel::{Error, Result};
use sea_orm::DbErr;
use sha2::{Digest as _, Sha256};

use super::news;
use super::pool::{Lent, Pool};
use super::postgres::{Seat, worded};
use crate::DatabaseId;
use crate::ledger::{Ledger, Step};
use crate::observe::{Erases, Table};
use crate::watch::Frame;

/// May make schemas and roles, and nothing else; the login takes it while a school is founded.
pub(crate) const FOUNDER: &str = "homeroom_founder";

/// The name of a school's schema and of its role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name(String);

impl Name {
    /// `prefix` keeps two installations apart that know the same school, such as a copy to try things with.
    pub fn of(prefix: &str, id: DatabaseId) -> Self {
        Self(format!("{prefix}_{}", id.0.simple()))
    }

    /// The number of the lock that a change of this school takes.
    pub fn lock(&self) -> i64 {
        let digest: [u8; 32] = Sha256::digest(self.0.as_bytes()).into();
        digest.first_chunk().map_or(0, |first| i64::from_be_bytes(*first))
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Makes an empty schema that only its own role can use.
pub(crate) fn create(pool: &Pool, name: &Name) -> Result<()> {
    as_founder(
        pool,
        &format!(
            "CREATE ROLE {name} NOLOGIN NOINHERIT; GRANT {name} TO {FOUNDER}; GRANT {name} TO session_user; \
             CREATE SCHEMA {name} AUTHORIZATION {name}; REVOKE {name} FROM {FOUNDER}"
        ),
    )
}

/// Removes a school's tables and its role. Not while somebody changes the school: whoever moves it holds its lock, and
/// may have named the place where it lies by another spelling of its address.
pub(crate) fn remove(pool: &Pool, name: &Name) -> Result<()> {
    let lock = name.lock();
    as_founder(
        pool,
        &format!(
            "DO $$ BEGIN IF NOT pg_try_advisory_xact_lock({lock}) THEN RAISE 'the school lies here and is in use'; \
             END IF; END $$; SET LOCAL ROLE {name}; DROP SCHEMA IF EXISTS {name} CASCADE; SET LOCAL ROLE {FOUNDER}; DROP ROLE {name}"
        ),
    )
}

fn as_founder(pool: &Pool, sql: &str) -> Result<()> {
    let mut lent = pool.take()?;
    let sql = format!("BEGIN; SET LOCAL ROLE {FOUNDER}; {sql}; COMMIT");
    let done = lent.ask(|client| client.batch_execute(&sql));
    if done.is_err() {
        let _ = lent.ask(|client| client.batch_execute("ROLLBACK"));
    }
    pool.give_back(lent);
    done.map_err(|error| worded(&error))
}

/// Whether the schema is there.
pub(crate) fn exists(pool: &Pool, name: &Name) -> Result<bool> {
    let mut lent = pool.take()?;
    let asked = "SELECT count(*) FROM pg_namespace WHERE nspname = $1";
    let found = lent.ask(|client| client.query_one(asked, &[&name.0])).map(|row| row.get::<_, i64>(0));
    pool.give_back(lent);
    found.map(|count| count == 1).map_err(|error| worded(&error))
}

/// Whether this connection holds the lock of whoever works for the house, if it was free. It is given back with the
/// connection; a machine that is gone without a word is noticed within half a minute.
pub(crate) fn lead(lent: &mut Lent, name: &Name) -> Result<bool> {
    const GONE: &str = "SET tcp_keepalives_idle TO 10; SET tcp_keepalives_interval TO 5; SET tcp_keepalives_count TO 3";
    let lock = Name(format!("{name} leads")).lock();
    lent.ask(|client| {
        client.batch_execute(GONE)?;
        client.query_one("SELECT pg_try_advisory_lock($1)", &[&lock])
    })
    .map(|row| row.get(0))
    .map_err(|error| worded(&error))
}

/// Makes the table in which processes tell each other what they wrote, where there is none yet.
pub(crate) fn tell_each_other(seat: &mut Seat) -> Result<()> {
    let asked = "SELECT to_regclass('written') IS NOT NULL";
    seat.begin_look()?;
    let has_one: Result<bool> = seat.ask(|client| client.query_one(asked, &[])).map(|row| row.get(0));
    seat.roll_back()?;
    if has_one? {
        return Ok(());
    }
    seat.begin_change()?;
    let made = seat.run(news::TABLE).and_then(|()| seat.run("COMMIT"));
    if made.is_err() {
        let _ = seat.roll_back();
    }
    made.map(|()| seat.leave())
}

/// Whether somebody has begun to make tables in the schema of the open transaction.
pub(crate) fn has_tables(seat: &mut Seat) -> Result<bool> {
    let asked = "SELECT to_regclass('migration') IS NOT NULL";
    seat.ask(|client| client.query_one(asked, &[])).map(|row| row.get(0))
}

/// What a row's change leaves behind while something is erased: the keys of rows that go, and the names of columns
/// whose value changes, with the value only where that is an id. It does nothing else, and costs nothing else.
const NOTE: &str = r"CREATE OR REPLACE FUNCTION erasure_note() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  old_row jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{}' ELSE to_jsonb(OLD) END;
  new_row jsonb := CASE WHEN TG_OP = 'DELETE' THEN '{}' ELSE to_jsonb(NEW) END;
  keys jsonb := TG_ARGV[0];
  ids jsonb := TG_ARGV[1];
  old_key jsonb := (SELECT jsonb_agg(old_row -> k) FROM jsonb_array_elements_text(keys) AS k);
  new_key jsonb := (SELECT jsonb_agg(new_row -> k) FROM jsonb_array_elements_text(keys) AS k);
  cell record;
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO pg_temp.erasure_seen (what, tbl, key) VALUES ('back', TG_TABLE_NAME, new_key);
  ELSIF TG_OP = 'DELETE' OR old_key IS DISTINCT FROM new_key THEN
    INSERT INTO pg_temp.erasure_seen (what, tbl, key) VALUES ('row', TG_TABLE_NAME, old_key);
  END IF;
  IF TG_OP = 'UPDATE' THEN
    FOR cell IN SELECT o.key AS name FROM jsonb_each(old_row) AS o
        WHERE NOT keys ? o.key AND o.value IS DISTINCT FROM new_row -> o.key LOOP
      INSERT INTO pg_temp.erasure_seen (what, tbl, key, col, value) VALUES (
        'changed', TG_TABLE_NAME, new_key, cell.name, CASE WHEN ids ? cell.name THEN new_row ->> cell.name END);
    END LOOP;
  END IF;
  RETURN NULL;
END $$";

/// Sets the watch over these tables; to be done anew whenever the schema has changed.
pub(crate) fn watch(seat: &mut Seat, tables: &[Table]) -> Result<()> {
    let mut sql = format!("{NOTE};");
    for table in tables {
        let keys: Vec<&str> = table.key_columns();
        let ids: Vec<&str> =
            table.columns.iter().filter(|column| column.is_id()).map(|column| column.name.as_str()).collect();
        let list = |names: &[&str]| serde_json::to_string(names).map_err(Error::internal);
        sql.push_str(&format!(
            "CREATE OR REPLACE TRIGGER erasure_note AFTER INSERT OR UPDATE OR DELETE ON \"{}\" FOR EACH ROW \
             WHEN (current_setting('homeroom.erases', true) = 'yes') EXECUTE FUNCTION erasure_note('{}', '{}');",
            table.name,
            list(&keys)?,
            list(&ids)?
        ));
    }
    seat.run(&sql)
}

/// From here on what the transaction takes away is written down beside it.
pub(super) fn begin_erasing(seat: &mut Seat, _: Erases) -> Result<(), DbErr> {
    const BEGIN: &str = "CREATE TEMP TABLE IF NOT EXISTS erasure_seen (n bigint GENERATED ALWAYS AS IDENTITY, \
                         what text, tbl text, key jsonb, col text, value text) ON COMMIT DROP; \
                         SET LOCAL homeroom.erases TO 'yes'";
    seat.run(BEGIN).map_err(|error| DbErr::Custom(error.to_string()))
}

/// Ends the look: what was seen, in order.
pub(super) fn end_erasing(seat: &mut Seat, frame: &Frame, ledger: &Ledger) -> Result<Vec<Step>> {
    let tables = seat.place().witness.tables()?;
    let asked = "SELECT what, tbl, key, col, value FROM pg_temp.erasure_seen ORDER BY n";
    let rows = seat.ask(|client| client.query(asked, &[]))?;
    let mut steps = Vec::new();
    for row in rows {
        let (what, name): (String, String) = (row.get(0), row.get(1));
        let Some(table) = tables.iter().find(|table| table.name == name) else { continue };
        let values: serde_json::Value = row.get(2);
        let Some(key) = key(table, &values, ledger) else { continue };
        let (column, value): (Option<String>, Option<String>) = (row.get(3), row.get(4));
        steps.extend(step(&what, table, key, column, value, frame));
    }
    steps.dedup();
    seat.run("SET LOCAL homeroom.erases TO 'no'; DROP TABLE pg_temp.erasure_seen")?;
    Ok(steps)
}

fn step(
    what: &str,
    table: &Table,
    key: String,
    column: Option<String>,
    value: Option<String>,
    frame: &Frame,
) -> Option<Step> {
    let name = table.name.clone();
    let erases = frame.erases()?;
    match (what, column) {
        ("row", _) => Some(Step::Row { table: name, key }),
        ("back", _) => (erases == Erases::Rows).then_some(Step::Back { table: name, key }),
        (_, Some(column)) => {
            let is_id = table.columns.iter().any(|known| known.name == column && known.is_id());
            if is_id {
                return Some(Step::Turned { table: name, key, column, to: value.map(|id| id.replace('-', "")) });
            }
            let is_erased = erases == Erases::Values && frame.register().may_be_personal(&name, &column);
            is_erased.then_some(Step::Emptied { table: name, key, column })
        }
        (_, None) => None,
    }
}

/// The key as the ledger names it, the same for both engines.
fn key(table: &Table, values: &serde_json::Value, ledger: &Ledger) -> Option<String> {
    let columns = table.key_columns();
    let values = values.as_array()?;
    if let (true, [value]) = (table.has_plain_key(), values.as_slice()) {
        return match value {
            serde_json::Value::String(id) => Some(format!("x{}", id.replace('-', ""))),
            serde_json::Value::Number(number) => Some(format!("n{number}")),
            _ => None,
        };
    }
    let parts: Vec<String> = columns
        .iter()
        .zip(values)
        .map(|(name, value)| quoted(table.columns.iter().find(|column| column.name == *name)?.kind.as_str(), value))
        .collect::<Option<_>>()?;
    Some(format!("d{}", ledger.digest(&table.name, &parts.join(" "))))
}

/// A value as SQLite's `quote` writes it.
fn quoted(kind: &str, value: &serde_json::Value) -> Option<String> {
    Some(match value {
        serde_json::Value::Null => "NULL".to_owned(),
        serde_json::Value::Bool(flag) => i64::from(*flag).to_string(),
        serde_json::Value::Number(number) => number.to_string(),
        serde_json::Value::String(id) if kind.starts_with("uuid") => {
            format!("X'{}'", id.replace('-', "").to_uppercase())
        }
        serde_json::Value::String(bytes) if kind.contains("blob") => {
            format!("X'{}'", bytes.strip_prefix("\\x")?.to_uppercase())
        }
        serde_json::Value::String(text) => format!("'{}'", text.replace('\'', "''")),
        serde_json::Value::Array(_) | serde_json::Value::Object(_) => {
            format!("'{}'", value.to_string().replace('\'', "''"))
        }
    })
}
