//! Sealed fields: what opens where, what is noted, and what seals them anew.

use store::migrate::{bytes, maybe};
use store::{Field, Sealed};

use super::*;

/// Somebody's health: the test's special field.
static NOTES: Field<String> = Field::special("health", "note");
static PINS: Field<u32> = Field::secret("health", "pin");
static OPEN: Act<()> = Act::read_school("test.open", &[Purpose::Operation], &[Role::Shell]).quiet();
static MOVE: Act<()> = Act::write_school("test.move", &[Purpose::Operation], &[Role::Shell]);

fn health(schema: &Schema) -> Result<()> {
    schema.create(&table("health", vec![id(), text("who"), maybe(bytes("note")), maybe(bytes("pin"))]))?;
    schema.sealed("health", "note")?;
    schema.sealed("health", "pin")
}

pub fn open_with_notes(folder: &Path) -> Result<Schools> {
    let random = Random::System;
    let folder = DataFolder::open(folder, &random)?;
    let migrations =
        vec![Migration { name: "test/0001_pupils", up: pupils }, Migration { name: "test/0002_health", up: health }];
    let clock = Clock::manual(Timestamp(1_793_610_000_000));
    let schools = Schools::new(folder, clock, random, migrations, Vec::new(), Register::default());
    schools.control()?;
    Ok(schools)
}

fn put(work: &store::Work, row: uuid::Uuid, note: Sealed<String>) -> Result<()> {
    let values = [row.into(), "Ada".into(), sea_orm::Value::from(note)];
    let insert = "INSERT INTO health (id, who, note) VALUES ($1, $2, $3)";
    work.db().execute_raw(Statement::from_sql_and_values(DbBackend::Sqlite, insert, values))?;
    Ok(())
}

pub fn note(context: &Context, text: &str) -> Result<uuid::Uuid> {
    context.write(KEEP.on(()), |work, _| {
        let row = work.uuid();
        put(work, row, NOTES.seal(work, row, &text.to_owned())?)?;
        Ok(row)
    })
}

fn rows(read: &store::Read) -> Result<Vec<(uuid::Uuid, Sealed<String>)>> {
    let all = Statement::from_string(DbBackend::Sqlite, "SELECT id, note FROM health WHERE note IS NOT NULL");
    let rows = read.db().query_all_raw(all)?;
    Ok(rows.into_iter().map(|row| (row.try_get("", "id").unwrap(), row.try_get("", "note").unwrap())).collect())
}

pub fn notes(context: &Context) -> Result<Vec<String>> {
    context.read(OPEN.on(()), |read, _| {
        rows(read)?.into_iter().map(|(row, sealed)| NOTES.open(read, row, &sealed)).collect()
    })
}

fn place() -> (TempDir, Schools, Context) {
    let folder = tempfile::tempdir().unwrap();
    let schools = open_with_notes(folder.path()).unwrap();
    let context = shell(&schools, schools.create().unwrap());
    (folder, schools, context)
}

fn chain(context: &Context, act: &str) -> Vec<String> {
    context
        .read(LOOK.on(()), |read, _| {
            let of = format!("SELECT coalesce(kind, '-') AS k FROM audit WHERE act = '{act}' ORDER BY place");
            let rows = read.db().query_all_raw(Statement::from_string(DbBackend::Sqlite, of))?;
            Ok(rows.into_iter().map(|row| row.try_get::<String>("", "k").unwrap()).collect())
        })
        .unwrap()
}

#[test]
fn a_value_opens_in_its_place_and_nowhere_else() {
    let (_folder, schools, context) = place();
    let row = note(&context, "Sees badly").unwrap();
    assert_eq!(notes(&context).unwrap(), ["Sees badly"]);
    let (kept, debug) = context
        .read(LOOK.on(()), |read, _| {
            let (_, sealed) = rows(read)?.remove(0);
            assert!(NOTES.open(read, uuid::Uuid::nil(), &sealed).is_err(), "another row");
            let shown = format!("{sealed:?}");
            Ok((sealed, shown))
        })
        .unwrap();
    assert_eq!(debug, "(sealed)");
    // Another column, another table.
    static PIN_AS_TEXT: Field<String> = Field::special("health", "pin");
    static ELSEWHERE: Field<String> = Field::special("pupil", "note");
    for field in [&PIN_AS_TEXT, &ELSEWHERE] {
        let opened = context.read(LOOK.on(()), |read, _| field.open(read, row, &kept));
        assert!(opened.unwrap_err().to_string().contains("does not open"));
    }
    // Another school, the same row.
    let other = shell(&schools, schools.create().unwrap());
    other.write(KEEP.on(()), |work, _| put(work, row, kept.clone())).unwrap();
    assert!(notes(&other).unwrap_err().to_string().contains("moved from elsewhere"));
    // One bit.
    let flip = "UPDATE health SET note = CAST(substr(note, 1, 40) || x'00' || substr(note, 42) AS BLOB)";
    context.write(KEEP.on(()), |work, _| run(work.db(), flip)).unwrap();
    assert!(notes(&context).is_err());
}

#[test]
fn neither_the_rows_nor_the_file_show_what_is_sealed() {
    let (_folder, schools, context) = place();
    note(&context, "Zqcanary").unwrap();
    let pages = context.read(LOOK.on(()), |read, _| Ok(format!("{:?}", rows(read)?))).unwrap();
    assert!(!pages.contains("Zqcanary"));
    let plain = context
        .read(LOOK.on(()), |read, _| {
            let all = Statement::from_string(DbBackend::Sqlite, "SELECT hex(note) AS n FROM health");
            Ok(read.db().query_all_raw(all)?.remove(0).try_get::<String>("", "n").unwrap())
        })
        .unwrap();
    assert!(!plain.contains(&hex::encode_upper("Zqcanary")));
    drop((context, schools));
}

#[test]
fn an_opening_stands_in_the_chain_before_the_answer_and_a_secret_leaves_none() {
    let (_folder, _schools, context) = place();
    let first = note(&context, "Sees badly").unwrap();
    note(&context, "Hears badly").unwrap();
    assert!(chain(&context, "test.open").is_empty());
    notes(&context).unwrap();
    assert_eq!(chain(&context, "test.open"), ["health", "health"], "written already, though the act is quiet");
    // In a change it is written with it, and each row once.
    context
        .write(MOVE.on(()), |work, _| {
            for _ in 0..3 {
                let (row, sealed) = rows(work)?.into_iter().find(|(row, _)| *row == first).unwrap();
                NOTES.open(work, row, &sealed)?;
            }
            Ok(())
        })
        .unwrap();
    assert_eq!(chain(&context, "test.move"), ["-", "health"]);
    // A change that fails keeps nothing but that it opened.
    let failed: Result<()> = context.write(MOVE.on(()), |work, _| {
        let (row, sealed) = rows(work)?.remove(0);
        NOTES.open(work, row, &sealed)?;
        Err(kernel::Error::Conflict("already-exists".into()))
    });
    assert!(failed.is_err());
    assert_eq!(chain(&context, "test.move"), ["-", "health", "health"]);
    let pin = context
        .write(KEEP.on(()), |work, _| {
            let sealed = PINS.seal(work, first, &1234)?;
            PINS.open(work, first, &sealed)
        })
        .unwrap();
    assert_eq!(pin, 1234);
    assert!(chain(&context, "test.keep").iter().all(|kind| kind == "-"));
    assert!(context.database.verify_audit(None).unwrap().fault.is_none());
}

#[test]
fn a_copy_with_another_id_opens_its_own() {
    let (_folder, schools, context) = place();
    note(&context, "Sees badly").unwrap();
    let copy = schools.duplicate(context.database.id).unwrap();
    let context = shell(&schools, schools.get(copy).unwrap());
    assert_eq!(notes(&context).unwrap(), ["Sees badly"]);
}

#[test]
fn a_keyed_hash_is_the_same_for_ever_here_and_another_elsewhere() {
    let (_folder, schools, context) = place();
    let hash = |context: &Context, of: &str, text: &str| {
        context.read(LOOK.on(()), |read, _| store::seal::keyed(read, of, text)).unwrap()
    };
    let before = hash(&context, "number", "1234");
    assert_eq!(before, hash(&context, "number", "1234"));
    assert_ne!(before, hash(&context, "number", "1235"));
    assert_ne!(before, hash(&context, "card", "1234"));
    let other = shell(&schools, schools.create().unwrap());
    assert_ne!(before, hash(&other, "number", "1234"));
    schools.rotate_school(context.database.id, &mut |_| {}).unwrap();
    assert_eq!(before, hash(&context, "number", "1234"), "also under another key");
}

#[test]
fn a_row_that_gets_another_id_takes_its_sealed_values_along() {
    let (_folder, _schools, context) = place();
    let row = note(&context, "Sees badly").unwrap();
    let to = uuid::Uuid::from_u128(7);
    context
        .write(MOVE.on(()), |work, _| {
            let tables = store::rows::tables(work)?;
            let table = tables.iter().find(|table| table.name == "health").unwrap();
            let before = table.find(work, row)?.unwrap();
            let moved = table.moved(work, &before, to)?;
            table.remove(work, row)?;
            table.insert(work, &moved)
        })
        .unwrap();
    assert_eq!(notes(&context).unwrap(), ["Sees badly"]);
}

#[test]
fn a_migration_seals_what_was_plain_and_what_was_sealed_before() {
    fn before(schema: &Schema) -> Result<()> {
        schema.create(&table("old", vec![id(), maybe(text("plain"))]))
    }
    fn after(schema: &Schema) -> Result<()> {
        schema.add("old", maybe(bytes("sealed")))?;
        schema.seal_texts("old", "plain", "sealed")
    }
    let folder = tempfile::tempdir().unwrap();
    let open = |migrations: Vec<Migration>| {
        let random = Random::System;
        let folder = DataFolder::open(folder.path(), &random).unwrap();
        let clock = Clock::manual(Timestamp(1_793_610_000_000));
        Schools::new(folder, clock, random, migrations, Vec::new(), Register::default())
    };
    let first = Migration { name: "test/0001_old", up: before };
    let id = {
        let schools = open(vec![first]);
        let context = shell(&schools, schools.create().unwrap());
        let insert = "INSERT INTO old VALUES (x'00000000000000000000000000000007', 'Zqcanary'), (randomblob(16), NULL)";
        context.write(KEEP.on(()), |work, _| run(work.db(), insert)).unwrap();
        context.database.id
    };
    let schools = open(vec![first, Migration { name: "test/0002_sealed", up: after }]);
    let context = shell(&schools, schools.get(id).unwrap());
    static OLD: Field<String> = Field::secret("old", "sealed");
    let (plain, opened) = context
        .read(LOOK.on(()), |read, _| {
            let all = Statement::from_string(DbBackend::Sqlite, "SELECT * FROM old WHERE sealed IS NOT NULL");
            let rows = read.db().query_all_raw(all)?;
            assert_eq!(rows.len(), 1);
            let row = uuid::Uuid::from_u128(7);
            let sealed = rows[0].try_get::<Sealed<String>>("", "sealed").unwrap();
            Ok((rows[0].try_get::<Option<String>>("", "plain").unwrap(), OLD.open(read, row, &sealed)?))
        })
        .unwrap();
    assert_eq!((plain, opened.as_str()), (None, "Zqcanary"));
}
