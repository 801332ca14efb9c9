//! Several processes on one installation, its rows on PostgreSQL. Here each is a house of its own on the same folder,
//! which is all that processes share. Without a server they say so and pass.

use sea_orm::ConnectionTrait as _;
use store::keys::MasterSource;
use store::{Context, DataFolder, DatabaseId, Location, Migration, Register, Schools, switch};

use super::*;

/// Where this test's installation lies: beside those of the other tests.
fn somewhere() -> Option<Location> {
    let Ok(url) = std::env::var("HOMEROOM_TEST_POSTGRES") else {
        eprintln!("skipped: HOMEROOM_TEST_POSTGRES names no server");
        return None;
    };
    let own: u64 = u64::from_be_bytes(Random::System.bytes());
    Some(format!("{url}?homeroom=t{own:016x}").parse().unwrap())
}

fn process(folder: &Path, control: &Location) -> Result<Schools> {
    let random = Random::System;
    let folder = DataFolder::open_beside(folder, &MasterSource::File, control, &random)?;
    let migrations = vec![Migration { name: "test/0001_pupils", up: pupils }];
    let clock = Clock::manual(Timestamp(1_793_610_000_000));
    let schools = Schools::new(folder, clock, random, migrations, Vec::new(), Register::default());
    schools.control()?;
    Ok(schools)
}

/// Two processes at the same school.
struct Two {
    folder: TempDir,
    control: Location,
    a: Schools,
    b: Schools,
    school: DatabaseId,
}

impl Two {
    fn begin() -> Option<Self> {
        let control = somewhere()?;
        let folder = tempfile::tempdir().unwrap();
        let [a, b] = [(); 2].map(|()| process(folder.path(), &control).unwrap());
        let school = a.create().unwrap().id;
        Some(Self { folder, control, a, b, school })
    }

    fn doors(&self) -> [Context; 2] {
        [&self.a, &self.b].map(|schools| shell(schools, schools.get(self.school).unwrap()))
    }
}

fn pupil(context: &Context, name: &str) {
    let id = context.random.uuid(context.clock.now());
    context
        .write(TOUCH.on(()), |work, _| {
            let db = work.db();
            let add = "INSERT INTO pupil (id, name) VALUES ($1, $2)";
            db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), add, [id.into(), name.into()]))?;
            Ok(())
        })
        .unwrap();
}

static ASK: Act<()> = Act::read_school("test.ask", &[Purpose::Operation], &[Role::Shell]).quiet();

fn all(read: &store::Read) -> Vec<String> {
    let db = read.db();
    let rows =
        db.query_all_raw(Statement::from_string(db.get_database_backend(), "SELECT name FROM pupil ORDER BY name"));
    rows.unwrap().into_iter().map(|row| row.try_get::<String>("", "name").unwrap()).collect()
}

/// What is given from memory where it is remembered.
fn remembered(context: &Context) -> Vec<String> {
    context.read_again(ASK.on(()), "", |read, _| Ok(Some(all(read)))).unwrap().unwrap()
}

#[test]
fn what_one_remembers_another_has_not_written_since() {
    let Some(two) = Two::begin() else { return };
    let [a, b] = two.doors();
    assert!(remembered(&b).is_empty());
    pupil(&a, "Ada");
    assert_eq!(remembered(&b), ["Ada"], "at the next request");
    assert_eq!(remembered(&b), ["Ada"]);
    let looks = b.database.units();
    assert_eq!(remembered(&b), ["Ada"]);
    assert_eq!(b.database.units(), looks, "and it is remembered then");
    pupil(&b, "Bo");
    assert_eq!((remembered(&a).len(), remembered(&b).len()), (2, 2));
    pupil(&a, "Cy");
    for n in 0..1_100 {
        // More than is kept of others' commits, and none of them names the table.
        a.write(TOUCH.on(()), |work, _| switch::set(work, "roster", n % 2 == 0)).unwrap();
    }
    assert_eq!(remembered(&b), ["Ada", "Bo", "Cy"]);
    assert!(b.database.verify_audit(None).unwrap().fault.is_none(), "one chain, whoever wrote");
}

#[test]
fn who_watches_a_page_hears_of_what_another_process_wrote_and_of_a_module_that_was_switched_off() {
    let Some(two) = Two::begin() else { return };
    let [a, b] = two.doors();
    let mut heard = b.database.watch();
    pupil(&a, "Ada");
    assert!(heard.try_recv().is_err(), "not before it was asked");
    two.b.hear_for_watchers();
    assert!(heard.try_recv().unwrap().contains("pupil"));
    two.b.hear_for_watchers();
    assert!(heard.try_recv().is_err(), "once");
    a.write(TOUCH.on(()), |work, _| switch::set(work, "roster", false)).unwrap();
    a.read_switches().unwrap();
    assert!(remembered(&b).contains(&"Ada".to_owned()));
    assert!(!b.database.is_on("roster"), "the next request knows");
}

#[test]
fn one_of_them_works_for_the_house_and_when_it_ends_another() {
    let Some(two) = Two::begin() else { return };
    let third = process(two.folder.path(), &two.control).unwrap();
    let leads = |schools: &Schools| schools.leads().unwrap();
    assert_eq!([&two.a, &two.b, &third].map(leads), [true, false, false]);
    assert_eq!([&two.a, &two.b, &third].map(leads), [true, false, false], "it stays so");
    drop(two.a);
    // The server notices that the connection is gone.
    let until = std::time::Instant::now() + std::time::Duration::from_secs(10);
    while !leads(&two.b) {
        assert!(std::time::Instant::now() < until, "nobody took over");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert!(!leads(&third));
}

#[test]
fn schools_founded_and_erasures_noted_by_one_are_known_to_the_other() {
    let Some(two) = Two::begin() else { return };
    let [a, b] = two.doors();
    let founded = two.b.create().unwrap().id;
    assert!(two.a.get(founded).is_ok(), "founded after the other had asked where schools lie");
    for (context, name) in [(&a, "Ada"), (&b, "Bo"), (&a, "Cy"), (&b, "Di")] {
        pupil(context, name);
        let gone = format!("DELETE FROM pupil WHERE name = '{name}'");
        context
            .erase(TOUCH.on(()), |work, _| {
                let db = work.db();
                db.execute_raw(Statement::from_string(db.get_database_backend(), gone))?;
                Ok(())
            })
            .unwrap();
    }
    let ledger = &two.b.folder.ledger;
    assert_eq!(ledger.erased_after(0, two.school).unwrap().len(), 4);
    assert_eq!(ledger.all().unwrap().iter().map(|(place, _)| *place).collect::<Vec<_>>(), [1, 2, 3, 4]);
}

#[test]
fn what_others_would_not_hear_of_is_refused_while_there_are_others() {
    let Some(two) = Two::begin() else { return };
    let says = |error: kernel::Error, words: &str| assert!(error.to_string().contains(words), "{error}");
    says(two.a.create_at(&Location::Folder).err().unwrap(), "one process alone");
    says(two.a.move_to(two.school, &Location::Folder).err().unwrap(), "other Homeroom processes");
    says(two.a.move_control(&Location::Folder).err().unwrap(), "other Homeroom processes");
    says(two.a.rotate_master(&mut |_| {}).err().unwrap(), "other Homeroom processes");
    let alone = DataFolder::open(two.folder.path(), &Random::System);
    says(alone.err().unwrap(), "another Homeroom is using");
    assert!(process(two.folder.path(), &two.control).is_ok(), "who asked in vain shares as before");
}

#[test]
fn the_control_database_moves_there_and_back() {
    let Some(there) = somewhere() else { return };
    let folder = tempfile::tempdir().unwrap();
    let here = process(folder.path(), &Location::Folder).unwrap();
    let school = here.create_at(&there).unwrap();
    pupil(&shell(&here, Arc::clone(&school)), "Ada");
    let id = school.id;
    drop(school);
    let moved = here.move_control(&there).unwrap();
    assert!(moved.tables > 5, "{moved:?}");
    drop(here);
    let shared = process(folder.path(), &there).unwrap();
    assert_eq!(remembered(&shell(&shared, shared.get(id).unwrap())), ["Ada"], "it knows where the school lies");
    assert!(shared.control().unwrap().verify_audit(None).unwrap().fault.is_none());
    shared.move_control(&Location::Folder).unwrap();
    drop(shared);
    let refused = process(folder.path(), &there).err().unwrap().to_string();
    assert!(refused.contains("homeroom move-control"), "{refused}");
    let back = process(folder.path(), &Location::Folder).unwrap();
    assert_eq!(remembered(&shell(&back, back.get(id).unwrap())), ["Ada"]);
}
