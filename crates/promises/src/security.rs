//! Files at rest and the audit chain (C155, C156, C157).

use std::fs;
use std::path::Path;

use kernel::clock::{DAY, HOUR};
use kernel::{Error, Result};
use site::RouteInfo;
use store::audit::Head;
use store::backup::sets;
use store::heads::SignedHead;
use store::{Context, DataFolder, Register, Role, Schools};
use testkit::raw;

use crate::backups;
use crate::ground::{Ground, Seat, broken_pages, dump, files_below, files_with, hits, holds, look, schema, tamper};
use crate::matrix;
use crate::world::World;
use crate::{Check, HOST, Outcome, Seen, all};

pub const CHECKS: &[(&str, Check)] = &[("C155", c155), ("C156", c156), ("C157", c157)];

/// The data folder opened after the house has stopped.
fn reopen(folder: &Path, ground: &Ground) -> Result<Schools> {
    let random = kernel::Random::seeded(13);
    let data = DataFolder::open(folder, &random)?;
    Ok(Schools::new(data, ground.test.clock.clone(), random, Vec::new(), Vec::new(), Register::default()))
}

fn c155(ground: &Ground) -> Outcome {
    let test = ground.house()?;
    let world = World::of(test.school("Alpha", &ground.edition().name)?)?;
    let mut office = ground.seat(world.school.desk(Role::Office)?);
    office.upload(&world.at("/roster"), "l.csv", b"Leerlingnummer;Roepnaam;Achternaam\n1;Ada;Zqwaiting\n")?;
    office.sends(&world.at(&format!("/guardians/{}/invite", world.a.guardian)), &[])?;
    let places = backups::settings(test.folder());
    let _ = test.house().schools.backups.set(places.clone());
    let mut admin = ground.seat(world.school.desk(Role::Administrator)?);
    let person = backups::contact(&mut admin, &world.school, "Zqerased")?;
    admin.sends(&format!("{person}/remove"), &[])?;
    backups::minute(&test)?;
    let rows = dump(&world.school.context, &[])?;
    let mut words: Vec<String> = world.marks().into_iter().map(str::to_owned).collect();
    words.push("Zqwaiting".to_owned());
    holds(words.iter().all(|word| hits(&rows, word) > 0), "a canary is not stored at all")?;
    // Shorter names could stand in random bytes by chance.
    words.extend(schema(&world.school.context)?.into_iter().map(|(table, _)| table).filter(|table| table.len() > 6));
    words.extend(["CREATE TABLE".to_owned(), "SQLite format".to_owned()]);
    let (id, file, folder) =
        (world.school.entry.id, test.house().schools.file(world.school.entry.id), test.folder().to_owned());
    let in_files = world.school.context.database.is_in_file();
    let open = silent_files(&folder, &words)?;
    drop((office, admin, world));
    // The house stops; its folder stays until the rest of `test` goes.
    drop(test.built);
    let stopped = silent_files(&folder, &words)?;
    let control = folder.join("control.txt");
    fs::write(&control, &rows).map_err(Error::internal)?;
    holds(silent_files(&folder, &words).is_err(), "the search finds nothing even in plain text")?;
    fs::remove_file(&control).map_err(Error::internal)?;
    let set = places.to.first().map(sets).transpose()?.and_then(|mut all| all.pop()).ok_or(Error::NotFound)?;
    if !in_files {
        let data = DataFolder::open(&folder, &kernel::Random::seeded(13))?;
        let flipped = backups::flips_are_refused(&data, &set)?;
        return Ok(Seen::Host(
            format!(
                "{open} files of the folder while running and {stopped} after stopping, backups, recovery kit and ledger of erasures among them, hold none of {} canaries and table names; a bit flipped in {flipped} places of a backup: it does not restore",
                words.len()
            ),
            HOST,
        ));
    }
    reopen(&folder, ground)?.get(id)?;
    let pages = flip(ground, &folder, &file, id)?;
    let data = DataFolder::open(&folder, &kernel::Random::seeded(13))?;
    let flipped = backups::flips_are_refused(&data, &set)?;
    all(format!(
        "{open} files while running and {stopped} after stopping, backups, recovery kit and ledger of erasures among them, hold none of {} canaries and table names; a bit flipped in the first page: not opened; in each of {} others: found by the page's seal; in {flipped} places of a backup: it does not restore",
        words.len(),
        pages - 1
    ))
}

fn silent_files(folder: &Path, words: &[String]) -> Result<usize> {
    for word in words {
        let telling = files_with(folder, word)?;
        holds(telling.is_empty(), format!("{word} stands in {} raw files", telling.len()))?;
    }
    Ok(files_below(folder)?.len())
}

/// Flips one bit in every page in turn; gives how many pages there are.
fn flip(ground: &Ground, folder: &Path, file: &Path, id: store::DatabaseId) -> Result<usize> {
    const PAGE: usize = 4_096;
    let whole = fs::read(file).map_err(Error::internal)?;
    for start in (0..whole.len()).step_by(PAGE) {
        let mut broken = whole.clone();
        if let Some(byte) = broken.get_mut(start + PAGE / 2) {
            *byte ^= 1;
        }
        fs::write(file, &broken).map_err(Error::internal)?;
        let noticed = match reopen(folder, ground)?.get(id) {
            Err(_) => true,
            Ok(database) if start > 0 => broken_pages(&shell(ground, database))? > 0,
            Ok(_) => false,
        };
        holds(noticed, format!("a bit flipped in page {} goes unnoticed", start / PAGE + 1))?;
    }
    fs::write(file, &whole).map_err(Error::internal)?;
    let restored = reopen(folder, ground)?.get(id)?;
    holds(broken_pages(&shell(ground, restored))? == 0, "the untouched file is called broken")?;
    Ok(whole.len() / PAGE)
}

fn shell(ground: &Ground, database: std::sync::Arc<store::Database>) -> Context {
    Context {
        database,
        actor: store::Actor::Shell,
        clock: ground.test.clock.clone(),
        random: kernel::Random::seeded(17),
        network: None,
    }
}

const LINE: &str = "act AS a, roles AS b, purpose AS c, object AS d, outcome AS e";

/// Entries after `place`.
fn entries(context: &Context, place: usize) -> Result<Vec<String>> {
    context.database.flush()?;
    look(context, &format!("SELECT {LINE} FROM audit WHERE place > {place} ORDER BY place"))
}

fn c156(ground: &Ground) -> Outcome {
    let world = World::new(ground, "Alpha")?;
    let context = &world.school.context;
    let mut seats: Vec<(&str, Seat)> = world.seats(ground)?;
    let mut place = entries(context, 0)?.len();
    let (mut noted, mut refused, mut turned_away) = (0, 0, events(context)?);
    let routes =
        ground.test.built.school_routes.iter().filter(|route| route.method == "GET" && route.path.contains('{'));
    for route in routes.filter(|route| !route.path.contains("{token}") && !route.path.contains("{delivery}")) {
        for (role, seat) in &mut seats {
            let answer = matrix::ask(seat, route, &world, &world.a)?;
            let new = entries(context, place)?;
            place += new.len();
            // What a rule refuses is not done, so it is no link of the chain: it has one event of its own.
            let mut told = events(context)?;
            let before = std::mem::replace(&mut turned_away, told.clone());
            for old in &before {
                told.iter().position(|new| new == old).map(|at| told.swap_remove(at));
            }
            // Of a part that the school does without there is no page to be refused.
            let due = usize::from(is_there(ground, route) && matches!(answer.status.as_u16(), 403 | 404));
            let right = |line: &String| {
                route.acts.iter().any(|act| line.starts_with(act)) && (!line.ends_with('-') || *role == "visitor")
            };
            holds(
                told.len() == due && told.iter().all(right),
                format!("{role}, GET {}: {}, and the security log tells {told:?}", route.path, answer.status),
            )?;
            // Their own, and their own children's, is no reading of somebody else.
            let quiet = !answer.status.is_success()
                || [
                    "family.child",
                    "conferences.offer",
                    "own.student",
                    "own.guardian",
                    "own.staff",
                    "own.proposal",
                    "profiles.see",
                ]
                .iter()
                .any(|act| route.acts.contains(act));
            // An entry names one record; a page about two has two.
            let about = if route.path.contains("{pair}") { 2 } else { 1 };
            let due = if quiet { 0 } else { about };
            holds(new.len() == due, format!("{role}, GET {}: {} entries", route.path, new.len()))?;
            noted += new.len();
            refused += usize::from(!answer.status.is_success());
            for line in new {
                let complete = route.acts.iter().any(|act| line.starts_with(act))
                    && line.contains(*role)
                    && line.ends_with("done")
                    && !line.contains(" - ");
                holds(complete, format!("an entry says too little: {line}"))?;
            }
        }
    }
    let mut office = ground.seat(world.school.desk(Role::Office)?);
    place = entries(context, 0)?.len();
    office.sends(&world.at(&format!("/students/{}/leave", world.a.student)), &[("left_on", "2026-11-02")])?;
    holds(entries(context, place)?.len() == 1, "a change leaves not one entry")?;
    let chain =
        look(context, "SELECT act || roles || purpose || coalesce(kind, '') || outcome AS line FROM audit")?.concat();
    holds(world.marks().iter().all(|mark| !chain.contains(mark)), "the chain holds content")?;
    all(format!(
        "{noted} reads of somebody else's record: one entry each with act, role, object, purpose, time; a change: one; \
         {refused} refused: none in the chain, one event each in the security log; 0 canaries in the chain"
    ))
}

/// Whether the edition has the part of the house that this page belongs to.
fn is_there(ground: &Ground, route: &RouteInfo) -> bool {
    let is_off = |act: &&str| {
        let module = act.split('.').next().unwrap_or_default();
        ground.test.house().optional.contains_key(module) && !ground.edition().modules.on.iter().any(|on| on == module)
    };
    !route.acts.iter().any(is_off)
}

/// What was refused: act and outcome, and whether it says to whom.
fn events(context: &Context) -> Result<Vec<String>> {
    look(
        context,
        "SELECT detail AS a, outcome AS b, CASE WHEN account IS NULL THEN '-' ELSE 'known' END AS c \
         FROM security_log WHERE event = 'refused'",
    )
}

/// What an intruder with the key could do at a place of the chain.
fn attacks(place: i64) -> [(&'static str, Vec<String>); 5] {
    let next = place + 1;
    [
        ("edit", vec![format!("UPDATE audit SET act = act || 'x' WHERE place = {place}")]),
        ("delete", vec![format!("DELETE FROM audit WHERE place = {place}")]),
        (
            "reorder",
            vec![
                format!("UPDATE audit SET place = -1 WHERE place = {place}"),
                format!("UPDATE audit SET place = {place} WHERE place = {next}"),
                format!("UPDATE audit SET place = {next} WHERE place = -1"),
            ],
        ),
        (
            "insert",
            vec![
                format!("UPDATE audit SET place = -place - 1 WHERE place >= {place}"),
                "UPDATE audit SET place = -place WHERE place < 0".to_owned(),
                format!(
                    "INSERT INTO audit SELECT {place}, at, account, roles, act, purpose, kind, object, outcome, hash FROM audit WHERE place = {next}"
                ),
            ],
        ),
        ("truncate", vec![format!("DELETE FROM audit WHERE place >= {place}")]),
    ]
}

/// A chain of `length` entries with its head.
fn chain(context: &Context, length: usize) -> Result<Head> {
    static NOTE: store::Act<()> =
        store::Act::read_school("promises.note", &[registry::Purpose::Accountability], &[Role::Shell]);
    while look(context, "SELECT CAST(place AS TEXT) AS line FROM audit")?.len() < length {
        for _ in 0..length {
            context.read(NOTE.on(()), |_, _| Ok(()))?;
        }
        context.database.flush()?;
        tamper(context, &[format!("DELETE FROM audit WHERE place > {length}")])?;
    }
    context.database.audit_head()?.ok_or_else(|| Error::Internal("the chain is empty".to_owned()))
}

/// A chain as it was, its anchor too, to mend it from; and the head that was kept.
struct Kept {
    restore: Vec<String>,
    head: Head,
}

impl Kept {
    fn of(context: &Context, head: Head) -> Result<Self> {
        let empty = ["DELETE FROM audit", "DELETE FROM audit_anchor"].map(str::to_owned).to_vec();
        let restore = [empty, raw::inserts(context, "audit")?, raw::inserts(context, "audit_anchor")?].concat();
        Ok(Self { restore, head })
    }

    fn attack(&self, context: &Context, name: &str, statements: Vec<String>) -> Result<()> {
        tamper(context, &[self.restore.clone(), statements].concat())?;
        let verdict = context.database.verify_audit(Some(&self.head))?;
        holds(verdict.fault.is_some(), format!("{name} goes unnoticed"))
    }

    /// Attacks the chain at these places and expects each to be noticed; gives how many were made.
    fn attack_at(&self, context: &Context, places: impl Iterator<Item = i64>) -> Result<usize> {
        let mut made = 0;
        for place in places {
            for (name, statements) in attacks(place) {
                self.attack(context, &format!("{name} at entry {place}"), statements)?;
                made += 1;
            }
        }
        self.is_whole_again(context)?;
        Ok(made)
    }

    fn is_whole_again(&self, context: &Context) -> Result<()> {
        tamper(context, &self.restore)?;
        let verdict = context.database.verify_audit(Some(&self.head))?;
        holds(verdict.fault.is_none(), "the untouched chain is called broken")
    }
}

/// A chain of some thousand entries whose older half went by age, with its head: it begins at an anchor. Gives the
/// place of the first entry that is left, too.
fn anchored(ground: &Ground, school: &testkit::School, length: usize) -> Result<(Head, i64)> {
    static NOTE: store::Act<()> =
        store::Act::read_school("promises.note", &[registry::Purpose::Accountability], &[Role::Shell]);
    let context = &school.context;
    for half in 0..2 {
        for _ in 0..length {
            context.read_again(NOTE.on(()), "", |_, _| Ok(Some(())))?;
        }
        context.database.flush()?;
        if half == 0 {
            let span = ground.edition().period(registry::Kept::Audit).ok_or(Error::NotFound)?;
            ground.test.clock.advance(span.rough_hours() * HOUR + 40 * DAY);
        }
    }
    school.run_due()?;
    let verdict = context.database.verify_audit(None)?;
    holds(verdict.fault.is_none(), "a log that was shortened by age is called broken")?;
    holds(verdict.removed >= i64::try_from(length).unwrap_or(i64::MAX), "nothing went by age")?;
    let head = context.database.audit_head()?.ok_or_else(|| Error::Internal("the chain is empty".to_owned()))?;
    Ok((head, verdict.removed + 1))
}

/// What an intruder with the key could do to make a cut look like age.
fn false_anchors(context: &Context, kept: &Kept, first: i64) -> Result<usize> {
    let further = first + 10;
    let cut = format!("DELETE FROM audit WHERE place <= {further}");
    let moved =
        format!("UPDATE audit_anchor SET place = {further}, hash = (SELECT hash FROM audit WHERE place = {further})");
    let attacks: [(&str, Vec<String>); 5] = [
        ("a front cut off", vec![cut.clone()]),
        ("a front cut off under a false anchor", vec![moved, cut]),
        ("an anchor taken away", vec!["DELETE FROM audit_anchor".to_owned()]),
        ("an anchor of another time", vec!["UPDATE audit_anchor SET at = at + 1".to_owned()]),
        ("an anchor with another signature", vec!["UPDATE audit_anchor SET signature = hash".to_owned()]),
    ];
    let made = attacks.len();
    for (name, statements) in attacks {
        kept.attack(context, name, statements)?;
    }
    kept.is_whole_again(context)?;
    Ok(made)
}

fn c157(ground: &Ground) -> Outcome {
    let (short, long) = (ground.school("Alpha")?, ground.school("Beta")?);
    let kept = Kept::of(&short.context, chain(&short.context, 100)?)?;
    kept.is_whole_again(&short.context)?;
    let everywhere = kept.attack_at(&short.context, 1..=100)?;
    // A build without optimisation takes some of the places, so that a test run stays a test run.
    let step = if cfg!(debug_assertions) { 40 } else { 1 };
    let kept = Kept::of(&long.context, chain(&long.context, 1_000)?)?;
    let picked = kept.attack_at(&long.context, (1..=1_000).step_by(step).chain([2, 999, 1_000]))?;
    let aged = ground.school("Gamma")?;
    let (head, first) = anchored(ground, &aged, 1_000)?;
    let (kept, last) = (Kept::of(&aged.context, head)?, first + 999);
    let behind = kept.attack_at(&aged.context, (first..=last).step_by(step).chain([first + 1, last]))?;
    let anchors = false_anchors(&aged.context, &kept, first)?;
    signed_heads(ground, &aged)?;
    all(format!(
        "edited, deleted, swapped, inserted, cut off: at every place of 100 entries ({everywhere} attacks), along 1,000 ({picked}) and along 1,000 behind an anchor, after older ones went by age ({behind}); {anchors} false anchors; each noticed against the kept head; untouched, all are whole. The head as it is handed out is signed, and a changed one is refused"
    ))
}

/// The head that a school is given proves its chain; changed, or another school's, it proves nothing.
fn signed_heads(ground: &Ground, school: &testkit::School) -> Result<()> {
    let mut officer = ground.seat(school.desk(Role::Dpo)?);
    let text = officer.page(&school.at("/privacy/trail/head"))?.body;
    let head: SignedHead = text.parse()?;
    let public = school.context.database.around.signer.public();
    holds(head.check(school.entry.id, &public).is_ok(), "the head that is handed out is not signed")?;
    holds(school.context.database.verify_audit(Some(&head.head))?.fault.is_none(), "the head is not of this chain")?;
    let forged: SignedHead = text.replace(&format!("place {}", head.head.place), "place 1").parse()?;
    holds(forged.check(school.entry.id, &public).is_err(), "a changed head counts")
}
