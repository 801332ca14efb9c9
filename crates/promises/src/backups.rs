//! Backups: daily, somewhere else, for seven days, and without anybody who was erased (C149, C150, C151).

use std::fs;
use std::path::{Path, PathBuf};

use installation::{backups, entry};
use kernel::clock::{DAY, HOUR, MINUTE};
use kernel::{Error, Random, Result};
use store::backup::{Set, Settings, Target, Wish, sets};
use store::{Actor, Context, DataFolder, DatabaseId, Role};
use testkit::{School, Test};

use crate::ground::{Ground, Seat, dump, files_below, hits, hits_in_pages, holds, look};
use crate::record_of_processing::operator;
use crate::tenancy::reopen;
use crate::{Check, Outcome, all, part};

pub const CHECKS: &[(&str, Check)] = &[("C149", c149), ("C150", c150), ("C151", c151)];

const CANARY: &str = "Zqbackupcanary";

/// Two places for backups and one for the kit, all below `folder`.
pub fn settings(folder: &Path) -> Settings {
    let place = |name: &str| Target::Folder(folder.join(name));
    Settings { to: vec![place("external"), place("second")], kit_to: vec![place("kit")], at: 150 }
}

/// The clock's own door to the installation's database.
fn clock(test: &Test) -> Result<Context> {
    Ok(entry::own_context(&test.house().schools)?.as_actor(Actor::Job("installation.clock")))
}

/// What the server's clock does each minute.
pub fn minute(test: &Test) -> Result<()> {
    backups::each_minute(&clock(test)?, test.house())
}

/// A contact person with this surname, written down and removed on the administrator's pages.
pub fn contact(seat: &mut Seat, school: &School, surname: &str) -> Result<String> {
    let fields =
        [("call_name", "Zq"), ("surname", surname), ("function", "general"), ("email", "zqcontact@example.org")];
    seat.sends(&school.at("/institution/contacts/new"), &fields)?;
    let ids = look(&school.context, "SELECT id AS line FROM contact_person")?;
    let id = ids.first().and_then(|id| id.parse::<uuid::Uuid>().ok()).ok_or(Error::NotFound)?;
    Ok(school.at(&format!("/institution/contacts/{id}")))
}

/// How often the canary stands in the decrypted pages of this school in a set.
fn hits_in(test: &Test, set: &Set, id: DatabaseId) -> Result<usize> {
    let pages = test.house().schools.folder.pages_of(set, id, &Random::seeded(23))?;
    Ok(pages.windows(CANARY.len()).filter(|window| *window == CANARY.as_bytes()).count())
}

fn c149(ground: &Ground) -> Outcome {
    let (test, beside) = (ground.house()?, tempfile::tempdir().map_err(Error::internal)?);
    let school = test.school("Alpha", &ground.edition().name)?;
    let days = ground.edition().termination.backup_days;
    let places = settings(beside.path());
    let _ = test.house().schools.backups.set(places.clone());
    let mut seat = ground.seat(school.desk(Role::Administrator)?);
    let person = contact(&mut seat, &school, CANARY)?;
    minute(&test)?;
    let retained =
        || -> Result<Vec<Set>> { places.to.iter().map(sets).collect::<Result<Vec<_>>>().map(|all| all.concat()) };
    let mut before = 0;
    for set in retained()? {
        before += hits_in(&test, &set, school.entry.id)?;
    }
    holds(before > 0, "the backup does not hold the canary, so the check shows nothing")?;
    seat.sends(&format!("{person}/remove"), &[])?;
    holds(hits(&dump(&school.context, &[])?, CANARY) == 0, "the canary still stands in the school")?;
    for _ in 0..days {
        test.clock.advance(DAY);
        minute(&test)?;
    }
    let retained = retained()?;
    holds(!retained.is_empty(), "no backup is retained")?;
    for set in &retained {
        holds(hits_in(&test, set, school.entry.id)? == 0, format!("{} still yields the canary", set.name))?;
    }
    let kept = files_below(&test.house().schools.folder.upgrades()).unwrap_or_default();
    holds(kept.is_empty(), "a copy from before an upgrade is kept")?;
    all(format!(
        "the canary stood {before} times in the decrypted pages of the backups; erased, and {days} days later {} retained backups at 2 places were each decrypted: 0 hits",
        retained.len()
    ))
}

fn c150(ground: &Ground) -> Outcome {
    let (test, beside) = (&ground.test, tempfile::tempdir().map_err(Error::internal)?);
    let school = ground.school("Alpha")?;
    let places = settings(beside.path());
    let _ = test.house().schools.backups.set(places.clone());
    let all_good = || -> Result<usize> {
        let newest = places.to.iter().map(sets).collect::<Result<Vec<_>>>()?;
        let folder = &test.house().schools.folder;
        for set in newest.iter().filter_map(|all| all.last()) {
            let drilled = folder.drill(set, &Random::seeded(29), &mut |_, _| {})?;
            holds(drilled.len() == 2 && drilled.iter().all(Result::is_ok), format!("{} does not restore", set.name))?;
        }
        Ok(newest.first().map_or(0, Vec::len))
    };
    minute(test)?;
    let first = places.to.first().map(sets).transpose()?.and_then(|mut all| all.pop()).ok_or(Error::NotFound)?;
    let aside = beside.path().join("aside");
    copy(&first.folder().ok_or(Error::NotFound)?, &aside.join(&first.name))?;
    test.clock.advance(DAY);
    minute(test)?;
    holds(all_good()? == 2, "24 hours later there is no new backup that restores")?;
    for _ in 0..7 {
        test.clock.advance(DAY);
        minute(test)?;
    }
    let kept = ground.edition().termination.backup_days;
    for target in &places.to {
        let left = sets(target)?;
        holds(
            left.len() == usize::try_from(kept).unwrap_or(0),
            format!("{} backups are kept at {target}", left.len()),
        )?;
        holds(left.iter().all(|set| set.name != first.name), "the oldest is not unlinked")?;
    }
    let old = sets(&Target::Folder(aside))?.pop().ok_or(Error::NotFound)?;
    let refused = hits_in(test, &old, school.entry.id);
    holds(refused.is_err_and(|error| error.to_string().contains("opens no more")), "a copy kept aside still opens")?;
    is_told(ground, &places)?;
    all(format!(
        "a backup a day at 2 places outside the data folder, each restored and looked over; a place that cannot be written: the status page says so and the operator has one mail the same day; after 8 days {kept} remain, the oldest is unlinked and its key destroyed: a copy of it that was kept aside opens no more"
    ))
}

/// The next day's backup cannot be stored: operators hear of it that day, once.
fn is_told(ground: &Ground, places: &Settings) -> Result<()> {
    let (test, control) = (&ground.test, entry::own_context(&ground.test.house().schools)?);
    let mails = || look(&control, "SELECT recipient AS line FROM outbox WHERE subject LIKE '%backup%'");
    let is_wrong = || {
        let found = test.house().status.get().map(|look| look(test.house())).unwrap_or_default();
        found.iter().any(|finding| finding.what == "status-backup" && finding.fix.is_some())
    };
    holds(mails()?.is_empty() && !is_wrong(), "operators are told of a backup that is there")?;
    let second = places.to.get(1).and_then(Target::folder).ok_or(Error::NotFound)?;
    let away = second.with_extension("away");
    fs::rename(second, &away).and_then(|()| fs::write(second, "in the way")).map_err(Error::internal)?;
    test.clock.advance(DAY);
    let mut seat = operator(ground)?;
    minute(test)?;
    holds(is_wrong(), "the status page is content on the day of a missing backup")?;
    let fix = seat.page("/operator/status")?;
    holds(fix.shows("homeroom backup"), "the status page does not say what to do")?;
    holds(mails()?.len() == 1, format!("{} mails on the day of a missing backup", mails()?.len()))?;
    test.clock.advance(HOUR + MINUTE);
    minute(test)?;
    holds(mails()?.len() == 1, "operators are mailed twice of one day")?;
    fs::remove_file(second).and_then(|()| fs::rename(&away, second)).map_err(Error::internal)?;
    test.clock.advance(HOUR + MINUTE);
    minute(test)?;
    holds(!is_wrong(), "the status page does not see that the backup was made up for")?;
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).map_err(Error::internal)?;
    for file in files_below(from)? {
        fs::copy(&file, to.join(file.file_name().unwrap_or_default())).map_err(Error::internal)?;
    }
    Ok(())
}

fn c151(ground: &Ground) -> Outcome {
    let (test, beside) = (ground.house()?, tempfile::tempdir().map_err(Error::internal)?);
    let school = test.school("Alpha", &ground.edition().name)?;
    let id = school.entry.id;
    let places = settings(beside.path());
    let _ = test.house().schools.backups.set(places.clone());
    let mut seat = ground.seat(school.desk(Role::Administrator)?);
    let person = contact(&mut seat, &school, CANARY)?;
    minute(&test)?;
    test.clock.advance(DAY);
    seat = ground.seat(school.desk(Role::Administrator)?);
    seat.sends(&format!("{person}/remove"), &[])?;
    let target = places.to.first().ok_or(Error::NotFound)?;
    let set = sets(target)?.pop().ok_or(Error::NotFound)?;
    holds(hits_in(&test, &set, id)? > 0, "the backup of the day before does not hold the canary")?;
    let (folder, now) = (test.folder().to_owned(), test.clock.now());
    drop((seat, school));
    drop(test.built);
    let data = DataFolder::open(&folder, &Random::seeded(31))?;
    let wish = Wish { only: Some(vec![id]), in_place: true, ..Wish::default() };
    let brought = data.bring_back(&set, &wish, now, &mut |_, _| {})?;
    drop(data);
    let replayed = brought.first().map(|one| one.replayed).ok_or(Error::NotFound)?;
    holds(replayed.rows > 0, "nothing was erased again")?;
    // Whoever opens the folder now, a server before its first request too, finds this.
    let schools = reopen(&folder, ground)?;
    let context = Context { database: schools.get(id)?, ..entry::own_context(&schools)? };
    holds(hits_in_pages(&context, CANARY)? == 0, "the canary is back in the pages of the file")?;
    holds(hits(&dump(&context, &[])?, CANARY) == 0, "the canary is back in a row")?;
    holds(context.database.verify_audit(None)?.fault.is_none(), "the restored chain is broken")?;
    part(
        format!(
            "erased on the second day, restored from the first: {} row erased again before the file took its place, 0 hits in its decrypted pages and rows, its chain whole",
            replayed.rows
        ),
        "withdrawn consents: no module keeps consents yet",
    )
}

/// Every backup below `folder` with one bit flipped, at several places: none restores. Gives how many were tried.
pub fn flips_are_refused(data: &DataFolder, set: &Set) -> Result<usize> {
    let files: Vec<PathBuf> = files_below(&set.folder().ok_or(Error::NotFound)?)?
        .into_iter()
        .filter(|file| file.extension().is_some_and(|end| end == "backup"))
        .collect();
    let mut tried = 0;
    for file in files {
        let whole = fs::read(&file).map_err(Error::internal)?;
        for at in (0..whole.len()).step_by((whole.len() / 16).max(1)) {
            let mut flipped = whole.clone();
            if let Some(byte) = flipped.get_mut(at) {
                *byte ^= 1;
            }
            fs::write(&file, flipped).map_err(Error::internal)?;
            let drilled = data.drill(set, &Random::seeded(37), &mut |_, _| {})?;
            holds(drilled.iter().any(Result::is_err), format!("a bit flipped at {at} of a backup goes unnoticed"))?;
            tried += 1;
        }
        fs::write(&file, &whole).map_err(Error::internal)?;
    }
    holds(
        data.drill(set, &Random::seeded(37), &mut |_, _| {})?.iter().all(Result::is_ok),
        "the whole backup is refused",
    )?;
    Ok(tried)
}
