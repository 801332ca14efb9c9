//! The installation's own backups: once a day or when somebody asks, each kept as long as its school's edition says;
//! and operators are told the same day when one is missing or could not be checked (C149, C150).

use kernel::clock::{DAY, HOUR, MINUTE};
use kernel::{Result, Timestamp};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel as _, QueryOrder as _, Set};
use site::{Finding, House};
use store::backup::{Made, Settings, Wanted};
use store::migrate::{Schema, at, integer, key_integer, maybe, table, text};
use store::{Context, DatabaseId, Migration, Read};

use crate::acts::{BACK_UP, SEE_BACKUPS, WARN};
use crate::{certificate, entry};

/// One that failed is tried again after this long.
const AGAIN: i64 = HOUR;
/// A day's backup that has not ended well so long after its time is missing.
const PATIENCE: i64 = 2 * HOUR;
/// How long the installation's own database is kept where no school says otherwise, days.
const KEPT: i64 = 7;

/// One run, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "backup_run")]
#[declared(whose = Nobody, purpose = Operation, basis = Contract, kept = School)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("when a backup began")]
    pub begun_at: Timestamp,
    /// None while it runs, and for ever if the program ended in the middle.
    #[plain("when a backup ended")]
    pub ended_at: Option<Timestamp>,
    #[plain("a number of databases")]
    pub databases: i64,
    #[plain("a number of bytes")]
    pub bytes: i64,
    /// Empty if all went well: written, checked, at every place.
    #[plain("what went wrong, with files and ids")]
    pub problem: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl Model {
    fn is_good(&self) -> bool {
        self.ended_at.is_some() && self.problem.is_empty()
    }
}

mod told {
    use kernel::Timestamp;
    use registry::Declared;
    use sea_orm::entity::prelude::*;

    /// A day of which operators were told that its backup is missing.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
    #[sea_orm(table_name = "backup_warning")]
    #[declared(whose = Nobody, purpose = Operation, basis = Contract, kept = School)]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        #[plain("when a backup was due")]
        pub due_at: Timestamp,
        #[plain("when operators were told")]
        pub told_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub fn declarations() -> Vec<registry::Declaration> {
    vec![Model::DECLARATION, told::Model::DECLARATION]
}

pub fn migrations() -> Vec<Migration> {
    vec![Migration { name: "installation/0005_backups", up: tables }]
}

fn tables(schema: &Schema) -> Result<()> {
    schema.create(&table(
        "backup_run",
        vec![key_integer("begun_at"), maybe(at("ended_at")), integer("databases"), integer("bytes"), text("problem")],
    ))?;
    schema.create(&table("backup_warning", vec![key_integer("due_at"), at("told_at")]))
}

/// Where backups go, where somebody said so.
fn settings(house: &House) -> Option<&Settings> {
    house.schools.backups.get().filter(|settings| !settings.to.is_empty())
}

/// The last moment at which a day's backup was due.
fn due_at(settings: &Settings, now: Timestamp) -> Timestamp {
    let at = settings.at * MINUTE;
    Timestamp((now.0 - at).div_euclid(DAY) * DAY + at)
}

/// How today's backup stands.
struct Standing {
    due_at: Timestamp,
    is_done: bool,
    last: Option<Model>,
    last_good: Option<Timestamp>,
}

fn standing(read: &Read, settings: &Settings) -> Result<Standing> {
    let last = Entity::find().order_by_desc(Column::BegunAt).one(read.db())?;
    let good = Entity::find().filter(Column::EndedAt.is_not_null()).filter(Column::Problem.eq(""));
    let last_good = good.order_by_desc(Column::BegunAt).one(read.db())?.map(|row| row.begun_at);
    let due_at = due_at(settings, read.now);
    Ok(Standing { due_at, is_done: last_good.is_some_and(|at| at >= due_at), last, last_good })
}

fn standing_now(control: &Context, settings: &Settings) -> Result<Standing> {
    control.read(SEE_BACKUPS.on(()), |read, _| standing(read, settings))
}

/// What the clock does each minute: the day's backup if it is due, and a word to the operators if it is missing. May
/// take as long as a backup takes.
pub fn each_minute(control: &Context, house: &House) -> Result<()> {
    let Some(settings) = settings(house) else { return Ok(()) };
    let now = control.clock.now();
    let before = standing_now(control, settings)?;
    let waits =
        before.last.as_ref().is_some_and(|last| last.begun_at >= before.due_at && now < last.begun_at.plus(AGAIN));
    if !before.is_done && !waits {
        run(control, house, settings, &mut |_, _| {})?;
    }
    let after = standing_now(control, settings)?;
    let has_failed = after.last.as_ref().is_some_and(|last| last.begun_at >= after.due_at && !last.problem.is_empty());
    if !after.is_done && (has_failed || now >= after.due_at.plus(PATIENCE)) {
        warn(control, house, after.due_at)?;
    }
    Ok(())
}

/// Backs everything up now and notes what came of it.
pub fn run(control: &Context, house: &House, settings: &Settings, tell: &mut dyn FnMut(u64, u64)) -> Result<Made> {
    let begun_at = control.clock.now();
    let wanted = wanted(control, house)?;
    control.write(BACK_UP.on(()), |work, _| {
        let row = Model { begun_at, ended_at: None, databases: 0, bytes: 0, problem: String::new() };
        Entity::delete_by_id(begun_at).exec(work.db())?;
        Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
        Ok(())
    })?;
    let made = house.schools.back_up(settings, &wanted, tell);
    let (databases, bytes, problem) = match &made {
        Ok(made) => {
            let bytes: u64 = made.files.iter().map(|file| file.bytes).sum();
            (made.files.len(), bytes, made.problems.join("; "))
        }
        Err(error) => (0, 0, error.to_string()),
    };
    if !problem.is_empty() {
        tracing::error!(%problem, "the backup is not whole");
    }
    control.write(BACK_UP.on(()), |work, _| {
        let row = ActiveModel {
            begun_at: Set(begun_at),
            ended_at: Set(Some(control.clock.now())),
            databases: Set(i64::try_from(databases).unwrap_or(i64::MAX)),
            bytes: Set(i64::try_from(bytes).unwrap_or(i64::MAX)),
            problem: Set(problem),
        };
        Entity::update(row).exec(work.db())?;
        Ok(())
    })?;
    made
}

/// Every school, as long as its edition keeps backups; the installation's own database as long as the longest.
fn wanted(control: &Context, house: &House) -> Result<Vec<Wanted>> {
    let schools = control.read(SEE_BACKUPS.on(()), |read, _| entry::list(read))?;
    let mut wanted = Vec::with_capacity(schools.len() + 1);
    for school in schools {
        wanted.push(Wanted { id: school.id, days: house.edition(&school.edition)?.termination.backup_days });
    }
    let longest = wanted.iter().map(|one| one.days).max().unwrap_or(KEPT);
    wanted.push(Wanted { id: DatabaseId(Uuid::nil()), days: longest });
    Ok(wanted)
}

/// Mails every operator, once, that the backup which was due at `due_at` is missing.
fn warn(control: &Context, house: &House, due_at: Timestamp) -> Result<()> {
    let place = house.url.trim_start_matches("https://").to_owned();
    control.write(WARN.on(()), |work, _| {
        if told::Entity::find_by_id(due_at).one(work.db())?.is_some() {
            return Ok(());
        }
        certificate::tell_operators(work, house, |say| {
            let day = say.date(due_at.date());
            let subject = say.one("mail-backup-subject", "place", &place);
            (subject, say.with("mail-backup", &[("place", &place), ("day", &day)]))
        })?;
        let row = told::Model { due_at, told_at: work.now };
        told::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
        Ok(())
    })
}

/// How backups stand, for the status page; nothing where no place for them was named here.
pub fn findings(house: &House, now: Timestamp) -> Vec<Finding> {
    let Some(settings) = settings(house) else { return Vec::new() };
    let seen = entry::own_context(&house.schools).and_then(|control| standing_now(&control, settings));
    let Ok(standing) = seen else { return vec![Finding::wrong("status-backup-never", "status-backup-fix")] };
    let has_failed = standing.last.as_ref().is_some_and(|last| last.ended_at.is_some() && !last.is_good());
    let is_late = !standing.is_done && now >= standing.due_at.plus(PATIENCE);
    let days = standing.last_good.map(|at| (now.0 - at.0).max(0) / DAY);
    let backup = match days {
        Some(days) if !has_failed && !is_late => Finding::good("status-backup").with("n", days),
        Some(days) => Finding::wrong("status-backup", "status-backup-fix").with("n", days),
        None => Finding::wrong("status-backup-never", "status-backup-fix"),
    };
    let kit = if settings.kit_to.is_empty() {
        Finding::wrong("status-no-kit", "status-no-kit-fix")
    } else if house.schools.kit_is_delivered() {
        Finding::good("status-kit")
    } else {
        Finding::wrong("status-kit-late", "status-kit-fix")
    };
    vec![backup, kit]
}
