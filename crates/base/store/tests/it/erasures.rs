//! What was erased stays so, whatever is restored (C151).

use std::fs;

use kernel::clock::{DAY, HOUR};
use store::backup::{Kit, sets};
use store::ledger::Step;
use store::migrate::{date, index, maybe, part_of, uuid};

use super::backup::{back_up, bring_back, newest, settings};
use super::*;

pub(super) static ERASE: Act<()> = Act::write_school("test.erase", &[Purpose::Operation], &[Role::Shell]);

fn tables(schema: &Schema) -> Result<()> {
    let (id_, words) = (id, text);
    schema.create(&table("child", vec![id_(), words("name"), maybe(words("nick")), date("born")]))?;
    let mut mark = table("mark", vec![id_(), uuid("child_id"), words("words")]);
    schema.create(mark.foreign_key(&mut part_of("child_id", "child")))?;
    schema.index(&index("mark", &["child_id"]))?;
    schema.create(&table("setting", vec![store::migrate::key_text("name"), words("value")]))
}

pub(super) fn house(data: &Path) -> Result<Schools> {
    let random = Random::seeded(5);
    let folder = DataFolder::open(data, &random)?;
    let migrations = vec![Migration { name: "test/0001_tables", up: tables }];
    let clock = Clock::manual(Timestamp(1_793_610_000_000));
    let schools = Schools::new(folder, clock, random, migrations, Vec::new(), Register::default());
    schools.control()?;
    Ok(schools)
}

fn sql(context: &Context, sql: &str) {
    context.write(KEEP.on(()), |work, _| run(work.db(), sql)).unwrap();
}

fn erase(context: &Context, sql: &str) {
    context.erase(ERASE.on(()), |work, _| run(work.db(), sql)).unwrap();
}

fn lines(context: &Context, sql: &str) -> Vec<String> {
    context
        .read(LOOK.on(()), |read, _| {
            let rows = read.db().query_all_raw(Statement::from_string(DbBackend::Sqlite, sql))?;
            Ok(rows.into_iter().map(|row| row.try_get::<String>("", "line").unwrap()).collect())
        })
        .unwrap()
}

fn left(context: &Context, word: &str) -> usize {
    let pages = context.read(LOOK.on(()), |_, school| context.database.pages(school)).unwrap();
    pages.windows(word.len()).filter(|window| *window == word.as_bytes()).count()
}

const ADA: &str = "X'01010101010101010101010101010101'";
const BEN: &str = "X'02020202020202020202020202020202'";

fn two_children(context: &Context) {
    for (id, name) in [(ADA, "Canary Ada"), (BEN, "Steady Ben")] {
        sql(context, &format!("INSERT INTO child VALUES ({id}, '{name}', 'nick of {name}', '2016-05-04')"));
        sql(context, &format!("INSERT INTO mark VALUES (randomblob(16), {id}, 'a mark of {name}')"));
    }
    sql(context, "INSERT INTO setting VALUES ('canary setting', 'kept canary')");
}

struct Scene {
    data: TempDir,
    beside: TempDir,
    id: DatabaseId,
}

impl Scene {
    /// A school with two children, backed up before `change`.
    fn after(change: impl FnOnce(&Context)) -> Self {
        let (data, beside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let schools = house(data.path()).unwrap();
        let context = shell(&schools, schools.create().unwrap());
        let id = context.database.id;
        two_children(&context);
        back_up(&schools, beside.path(), &[id]);
        schools.clock.advance(DAY);
        change(&context);
        Self { data, beside, id }
    }

    fn restored(&self) -> (Schools, Context, store::backup::Replayed) {
        let set = newest(&settings(self.beside.path()).to[0]);
        let brought = bring_back(self.data.path(), &set, &[self.id]).unwrap();
        let schools = house(self.data.path()).unwrap();
        let context = shell(&schools, schools.get(self.id).unwrap());
        (schools, context, brought[0].replayed)
    }
}

#[test]
fn a_row_that_was_erased_and_what_went_with_it_does_not_come_back() {
    let scene = Scene::after(|context| erase(context, &format!("DELETE FROM child WHERE id = {ADA}")));
    let (schools, context, replayed) = scene.restored();
    let steps = schools.folder.ledger.erased_after(0, scene.id).unwrap();
    let gone = |name: &str| steps.iter().any(|step| matches!(step, Step::Row { table, .. } if table == name));
    assert!(gone("child") && gone("mark"), "{steps:?}");
    assert_eq!(left(&context, "Canary Ada"), 0);
    assert_eq!(lines(&context, "SELECT name AS line FROM child"), ["Steady Ben"]);
    assert_eq!(lines(&context, "SELECT words AS line FROM mark"), ["a mark of Steady Ben"]);
    assert!(replayed.rows >= 1, "{replayed:?}");
    assert!(context.database.verify_audit(None).unwrap().fault.is_none());
    drop((context, schools));
    let (_schools, context, again) = scene.restored();
    assert_eq!((left(&context, "Canary Ada"), again), (0, replayed), "the same again");
}

#[test]
fn a_value_that_was_replaced_or_emptied_does_not_come_back() {
    let scene = Scene::after(|context| {
        erase(context, &format!("UPDATE child SET name = 'New', nick = NULL, born = '2017-01-01' WHERE id = {ADA}"));
    });
    let (_schools, context, replayed) = scene.restored();
    assert_eq!(left(&context, "nick of Canary Ada"), 0);
    let row = "SELECT '[' || name || '|' || coalesce(nick, '-') || '|' || born || ']' AS line FROM child ORDER BY id";
    assert_eq!(lines(&context, row), ["[|-|1970-01-01]", "[Steady Ben|nick of Steady Ben|2016-05-04]"]);
    assert_eq!((replayed.values, replayed.rows), (3, 0), "what stayed was left alone");
}

#[test]
fn a_row_with_a_word_for_a_key_is_found_by_its_digest() {
    let scene = Scene::after(|context| erase(context, "DELETE FROM setting WHERE name = 'canary setting'"));
    let (_schools, context, _) = scene.restored();
    assert_eq!(left(&context, "canary setting"), 0);
    let ledger = fs::read(scene.data.path().join("erasures.log")).unwrap();
    assert!(!ledger.is_empty() && !ledger.windows(7).any(|part| part == b"setting"), "the ledger tells a table");
}

#[test]
fn a_merge_turns_references_again_and_loses_nothing_of_who_stays() {
    let scene = Scene::after(|context| {
        let merge = |work: &store::Work<'_>| {
            run(work.db(), &format!("UPDATE mark SET child_id = {BEN} WHERE child_id = {ADA}"))?;
            run(work.db(), &format!("UPDATE child SET nick = 'chosen' WHERE id = {BEN}"))?;
            run(work.db(), &format!("DELETE FROM child WHERE id = {ADA}"))
        };
        context.erase_rows(ERASE.on(()), |work, _| merge(work)).unwrap();
    });
    let (_schools, context, replayed) = scene.restored();
    assert_eq!(lines(&context, "SELECT name || ' ' || nick AS line FROM child"), ["Steady Ben nick of Steady Ben"]);
    let marks = lines(&context, "SELECT words AS line FROM mark ORDER BY words");
    assert_eq!(marks, ["a mark of Canary Ada", "a mark of Steady Ben"], "{replayed:?}");
}

#[test]
fn a_row_that_an_undo_brought_back_is_not_erased_again() {
    let scene = Scene::after(|context| {
        context
            .erase_rows(ERASE.on(()), |work, _| run(work.db(), &format!("DELETE FROM child WHERE id = {ADA}")))
            .unwrap();
        let back = format!("INSERT INTO child VALUES ({ADA}, 'Canary Ada', NULL, '2016-05-04')");
        context.erase_rows(ERASE.on(()), |work, _| run(work.db(), &back)).unwrap();
    });
    let (_schools, context, _) = scene.restored();
    assert_eq!(lines(&context, "SELECT name AS line FROM child ORDER BY id"), ["Canary Ada", "Steady Ben"]);
}

#[test]
fn an_erasure_that_failed_is_not_done_by_a_restore() {
    let scene = Scene::after(|context| {
        let failed: Result<()> = context.erase(ERASE.on(()), |work, _| {
            run(work.db(), &format!("DELETE FROM child WHERE id = {ADA}"))?;
            Err(kernel::Error::NotFound)
        });
        assert!(failed.is_err());
        assert_eq!(lines(context, "SELECT name AS line FROM child").len(), 2);
        sql(context, "UPDATE child SET nick = 'after'");
    });
    let (_schools, context, replayed) = scene.restored();
    assert_eq!(lines(&context, "SELECT name AS line FROM child").len(), 2, "{replayed:?}");
}

#[test]
fn without_a_ledger_that_can_be_written_nothing_is_erased() {
    let (data, beside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let schools = house(data.path()).unwrap();
    let context = shell(&schools, schools.create().unwrap());
    two_children(&context);
    erase(&context, &format!("UPDATE child SET nick = NULL WHERE id = {BEN}"));
    back_up(&schools, beside.path(), &[context.database.id]);
    drop((context, schools));
    let file = data.path().join("erasures.log");
    let whole = fs::read(&file).unwrap();
    let mut changed = whole.clone();
    changed[60] = if changed[60] == b'a' { b'b' } else { b'a' };
    fs::write(&file, changed).unwrap();
    let id = DatabaseId(
        fs::read_dir(data.path().join("schools"))
            .unwrap()
            .next()
            .unwrap()
            .unwrap()
            .file_name()
            .to_string_lossy()
            .parse()
            .unwrap(),
    );
    let refused = bring_back(data.path(), &newest(&settings(beside.path()).to[0]), &[id]).unwrap_err().to_string();
    assert!(refused.contains("erasures.log") && refused.contains("was changed"), "{refused}");
    fs::write(&file, [&whole[..], b"00ff"].concat()).unwrap();
    drop(house(data.path()).unwrap());
    assert_eq!(fs::read(&file).unwrap(), whole, "a line that a crash cut off is taken away");
    bring_back(data.path(), &newest(&settings(beside.path()).to[0]), &[id]).unwrap();
}

#[test]
fn fifty_restores_bring_back_nobody() {
    let (data, beside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let schools = house(data.path()).unwrap();
    let context = shell(&schools, schools.create().unwrap());
    let id = context.database.id;
    two_children(&context);
    for n in 0..60 {
        sql(&context, &format!("INSERT INTO child VALUES (randomblob(16), 'Canary {n:02}', NULL, '2016-05-04')"));
    }
    let mut gone = Vec::new();
    for day in 0..6 {
        back_up(&schools, beside.path(), &[id]);
        for n in (day * 8)..(day * 8 + 8) {
            erase(&context, &format!("DELETE FROM child WHERE name = 'Canary {n:02}'"));
            gone.push(format!("Canary {n:02}"));
        }
        schools.clock.advance(DAY);
    }
    drop((context, schools));
    let all = sets(&settings(beside.path()).to[0]).unwrap();
    assert_eq!(all.len(), 6);
    for n in 0..50 {
        bring_back(data.path(), &all[(n * 5) % 6], &[id]).unwrap();
        let schools = house(data.path()).unwrap();
        let context = shell(&schools, schools.get(id).unwrap());
        let pages = context.read(LOOK.on(()), |_, school| context.database.pages(school)).unwrap();
        let risen =
            gone.iter().filter(|name| pages.windows(name.len()).any(|window| window == name.as_bytes())).count();
        assert_eq!(risen, 0, "restore {n}");
        assert_eq!(lines(&context, "SELECT name AS line FROM child").len(), 14, "restore {n}");
    }
}

#[test]
fn a_new_machine_goes_on_from_backup_kit_and_master_key() {
    let scene = Scene::after(|context| erase(context, &format!("DELETE FROM child WHERE id = {ADA}")));
    let places = settings(scene.beside.path());
    let old = Kit::at(&places.kit_to[0]).unwrap();
    let schools = house(scene.data.path()).unwrap();
    schools.clock.advance(HOUR);
    let newer = schools.deliver_kit(&places.kit_to).unwrap();
    assert!(newer > old.number, "an erasure makes a new kit");
    assert_eq!(schools.deliver_kit(&places.kit_to).unwrap(), newer, "and nothing makes none");
    drop(schools);
    let master = fs::read_to_string(scene.data.path().join("master.key")).unwrap();
    let set = newest(&places.to[1]);
    let kit = Kit::at(&places.kit_to[0]).unwrap();
    let other = tempfile::tempdir().unwrap();
    let wrong = kit.lay_out(other.path(), &"ab".repeat(32)).unwrap_err().to_string();
    assert!(wrong.contains("master key"), "{wrong}");
    kit.lay_out(other.path(), &master).unwrap();
    bring_back(other.path(), &set, &[DatabaseId(uuid::Uuid::nil()), scene.id]).unwrap();
    let schools = house(other.path()).unwrap();
    let context = shell(&schools, schools.get(scene.id).unwrap());
    assert_eq!((left(&context, "Canary Ada"), lines(&context, "SELECT name AS line FROM child").len()), (0, 1));
    let ours = schools.deliver_kit(&places.kit_to).unwrap();
    assert!(ours > newer);
    drop((context, schools));
    let behind = house(scene.data.path()).unwrap();
    let refused = behind.deliver_kit(&places.kit_to).unwrap_err().to_string();
    assert!(refused.contains("left alone") && !behind.kit_is_delivered(), "{refused}");
    assert_eq!(Kit::at(&places.kit_to[0]).unwrap().number, ours);
}
