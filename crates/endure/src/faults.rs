//! One file system call after another goes wrong: an error of the device, half of the bytes, no space from there on, the
//! process killed in the middle of it. For each, the real program does a commit, a backup, a restore, a rotation or a
//! move; then the folder is looked at, and the same command is given again. The school is as it was or as it was to be,
//! nothing else; what was said to be done is done; and the second time it gets done.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use homeroom::commands::{self, Data};
use kernel::{Error, Random, Result};
use store::backup::{Target, sets};
use store::{DataFolder, DatabaseId, Location};
use tempfile::TempDir;

use crate::ground::{Ground, copy};
use crate::look;
use crate::table::Table;

const SHIM: &str = include_str!("faults.c");
/// What goes wrong, and whether only where a file grows.
const KINDS: [(&str, bool); 4] = [("fail", false), ("short", true), ("full", true), ("kill", false)];
/// What is said of a school beside who is in it.
const MOVED: &str = "(on PostgreSQL)";
const BACKED_UP: &str = "(backed up again)";
const MOMENT: Duration = Duration::from_millis(250);
const ROSTER: &str = "student id,first name,last name,class\n1,Ida,Alder,5A\n2,Ben,Birch,5A\n3,Uma,Cedar,5B\n";

/// What a command is given: words, in which `@/` is below the folder of this trial and `{}` its PostgreSQL database.
type Words = Vec<String>;

/// A command whose calls go wrong, one after another.
struct Operation {
    what: &'static str,
    words: Words,
    /// The folder that it begins with.
    from: PathBuf,
    before: BTreeSet<String>,
    after: BTreeSet<String>,
    /// A second try is told that it is done already, or that there is a folder now: what it is given then.
    again: Option<Words>,
    /// Where the school is afterwards, below the trial's folder.
    data: &'static str,
}

/// How often a fault left the school as it was, or found it done.
#[derive(Default)]
struct Tally {
    calls: usize,
    faults: AtomicUsize,
    undone: AtomicUsize,
    done: AtomicUsize,
    fault: Mutex<Option<String>>,
}

struct Trials<'a> {
    program: &'a Path,
    shim: PathBuf,
    school: DatabaseId,
    postgres: Option<&'a str>,
    databases: AtomicUsize,
    /// Faults of each kind in one operation, at most.
    most: usize,
    random: &'a Random,
}

pub fn run(program: &Path, most: usize, postgres: Option<&str>, random: &Random, table: &mut Table) -> Result<()> {
    let scratch = tempfile::tempdir().map_err(Error::internal)?;
    let shim = scratch.path().join("faults.so");
    if let Err(why) = build(&shim) {
        table.add("one call of the file system went wrong", 0, format!("skipped: {why}"), None);
        return Ok(());
    }
    let ground = Ground::new(1, 1)?;
    let trials = Trials {
        program,
        shim,
        school: ground.school()?,
        postgres,
        databases: AtomicUsize::new(0),
        most: most.max(1),
        random,
    };
    for operation in operations(&trials, &ground, scratch.path())? {
        let tally = trials.all(&operation)?;
        let count = |of: &AtomicUsize| of.load(Ordering::Relaxed);
        table.add(
            &format!("a call went wrong in {}", operation.what),
            count(&tally.faults),
            format!(
                "of {} calls: {}; nothing in between, and each was done by the second try",
                tally.calls,
                if operation.before == operation.after {
                    "the school is there each time, whole".to_owned()
                } else {
                    format!("{} times as it was, {} times done", count(&tally.undone), count(&tally.done))
                }
            ),
            tally.fault.into_inner().unwrap_or_default(),
        );
    }
    if postgres.is_none() {
        table.add("a call went wrong in a move", 0, "skipped: no PostgreSQL is at hand".to_owned(), None);
    }
    Ok(())
}

/// The library that is preloaded, by the C compiler that built the program's own C parts.
fn build(to: &Path) -> std::result::Result<(), String> {
    let mut compiler = Command::new("cc")
        .args(["-x", "c", "-", "-shared", "-fPIC", "-O1", "-o"])
        .arg(to)
        .stdin(Stdio::piped())
        .spawn()
        .map_err(|error| format!("no C compiler ({error})"))?;
    let mut source = compiler.stdin.take().ok_or("no pipe to the C compiler")?;
    source.write_all(SHIM.as_bytes()).map_err(|error| error.to_string())?;
    drop(source);
    let built = compiler.wait().map_err(|error| error.to_string())?;
    if built.success() { Ok(()) } else { Err("it does not build here".to_owned()) }
}

fn words(text: &str) -> Words {
    text.split(' ').map(str::to_owned).collect()
}

fn operations(trials: &Trials, ground: &Ground, scratch: &Path) -> Result<Vec<Operation>> {
    let slug = ground.seats.first().map(|seat| seat.slug.clone()).ok_or(Error::NotFound)?;
    let import = words(&format!("import roster.csv --school {slug} --apply --data @/data"));
    let backup = words("backup --backup-to @/backups --backup-kit-to @/kit --data @/data");
    let new = scratch.join("new");
    copy(&ground.data, &new.join("data"))?;
    fs::write(new.join("roster.csv"), ROSTER).map_err(Error::internal)?;
    // A school with a backup, and more in it than the backup holds.
    let older = scratch.join("older");
    copy(&new, &older)?;
    trials.without_fault(&older, &backup)?;
    trials.without_fault(&older, &import)?;
    let few = trials.surnames(&new.join("data"))?;
    let many = trials.surnames(&older.join("data"))?;
    let with = |mark: &str| many.iter().cloned().chain([mark.to_owned()]).collect();
    let on = |what, text: &str, from: &Path, before: &BTreeSet<String>, after: &BTreeSet<String>| Operation {
        what,
        words: words(text),
        from: from.to_owned(),
        before: before.clone(),
        after: after.clone(),
        again: None,
        data: "data",
    };
    let restore = "restore --from @/backups --in-place --data @/data";
    let elsewhere = "restore --from @/backups --kit @/kit --master-key @/data/master.key --data @/elsewhere";
    let mut all = vec![
        Operation { words: import, ..on("a commit", "", &new, &few, &many) },
        Operation { words: backup, ..on("a backup", "", &older, &many, &with(BACKED_UP)) },
        on("a restore in place", restore, &older, &many, &few),
        Operation {
            again: Some(words(&format!("{elsewhere} --in-place"))),
            data: "elsewhere",
            ..on("a restore on a new machine", elsewhere, &older, &BTreeSet::new(), &few)
        },
        on("a new key of a school", &format!("keys rotate {slug} --data @/data"), &older, &many, &many),
        on("a new master key", "keys rotate --master --data @/data", &older, &many, &many),
    ];
    if trials.postgres.is_some() {
        let there = format!("school move {slug} --to {{}} --data @/data");
        // Where it has moved, a second try is told so.
        let again = Some(words("school list --data @/data"));
        all.push(Operation { again, ..on("a move", &there, &older, &many, &with(MOVED)) });
    }
    Ok(all)
}

impl Trials<'_> {
    fn command(&self, here: &Path, words: &[String]) -> Command {
        let mut command = Command::new(self.program);
        let place = here.display().to_string();
        command
            .current_dir(here)
            .args(words.iter().map(|word| word.replace("@/", &format!("{place}/"))))
            .stdin(Stdio::null());
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("HOMEROOM_")) {
            command.env_remove(name);
        }
        command
    }

    fn without_fault(&self, here: &Path, words: &[String]) -> Result<Output> {
        let output = self.command(here, words).output().map_err(Error::internal)?;
        if output.status.success() { Ok(output) } else { Err(Error::Internal(format!("{words:?}: {}", said(&output)))) }
    }

    /// With the call of that number going wrong; all calls are only counted where there is none.
    fn with_fault(&self, here: &Path, words: &[String], fault: Option<(&str, usize)>) -> Result<Output> {
        let mut command = self.command(here, words);
        command.env("LD_PRELOAD", &self.shim).env("FAULTS_UNDER", here).env("FAULTS_TALLY", tally_file(here));
        if let Some((kind, at)) = fault {
            command.env("FAULTS_KIND", kind).env("FAULTS_AT", at.to_string());
        }
        command.output().map_err(Error::internal)
    }

    /// A folder of its own for one trial, and its words.
    fn begin(&self, operation: &Operation) -> Result<(TempDir, Words)> {
        let folder = tempfile::tempdir().map_err(Error::internal)?;
        copy(&operation.from, folder.path())?;
        let n = self.databases.fetch_add(1, Ordering::Relaxed);
        let join = |url: &str| if url.contains('?') { '&' } else { '?' };
        let url = self.postgres.map(|url| format!("{url}{}homeroom=faults{n}", join(url))).unwrap_or_default();
        Ok((folder, operation.words.iter().map(|word| word.replace("{}", &url)).collect()))
    }

    fn all(&self, operation: &Operation) -> Result<Tally> {
        let (folder, words) = self.begin(operation)?;
        let counted = self.with_fault(folder.path(), &words, None)?;
        let letters = fs::read_to_string(tally_file(folder.path())).unwrap_or_default();
        if !counted.status.success() || letters.is_empty() {
            return Err(Error::Internal(format!("{}: {}", operation.what, said(&counted))));
        }
        self.tidy(folder.path(), operation)?;
        let tally = Tally { calls: letters.len(), ..Tally::default() };
        let todo = Mutex::new(self.chosen(&letters).into_iter());
        let next = || todo.lock().ok().and_then(|mut todo| todo.next());
        std::thread::scope(|scope| {
            for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
                scope.spawn(|| {
                    while let Some((kind, at)) = next() {
                        if let Err(error) = self.one(operation, kind, at, &tally)
                            && let Ok(mut fault) = tally.fault.lock()
                        {
                            let text = format!("{kind} at call {at}: {error}");
                            eprintln!("{}: {text}", operation.what);
                            fault.get_or_insert(text);
                        }
                    }
                });
            }
        });
        Ok(tally)
    }

    /// Calls all over the command, not always the same ones; all of them where so many are wanted.
    fn chosen(&self, letters: &str) -> Vec<(&'static str, usize)> {
        let mut chosen = Vec::new();
        for (kind, only_growth) in KINDS {
            let fits = |letter: u8| letter == b'g' || !only_growth;
            let places: Vec<usize> =
                letters.bytes().zip(1..).filter(|(letter, _)| fits(*letter)).map(|(_, at)| at).collect();
            let apart = places.len().div_ceil(self.most).max(1);
            let chance = usize::try_from(u32::from_be_bytes(self.random.bytes())).unwrap_or(0) % apart;
            chosen.extend(places.into_iter().skip(chance).step_by(apart).map(|at| (kind, at)));
        }
        chosen
    }

    fn one(&self, operation: &Operation, kind: &str, at: usize, tally: &Tally) -> Result<()> {
        let (folder, words) = self.begin(operation)?;
        let here = folder.path();
        let output = self.with_fault(here, &words, Some((kind, at)))?;
        let which = fs::read_to_string(tally_file(here)).unwrap_or_default();
        let told = |error: Error| {
            let call = which.replace(&here.display().to_string(), "…");
            Error::Internal(format!("{error} ({}; it said: {})", call.trim(), said(&output)))
        };
        tally.faults.fetch_add(1, Ordering::Relaxed);
        let is_done = self.look(operation, here, output.status.success()).map_err(told)?;
        let count = if is_done { &tally.done } else { &tally.undone };
        count.fetch_add(1, Ordering::Relaxed);
        let mut again = self.command(here, &words).output().map_err(Error::internal)?;
        // A database server notices a moment later that who was killed is gone.
        for _ in 0..20 {
            if again.status.success() || !said(&again).contains("in use") {
                break;
            }
            std::thread::sleep(MOMENT);
            again = self.command(here, &words).output().map_err(Error::internal)?;
        }
        if !again.status.success() {
            let refused = || told(Error::Internal(format!("the second try: {}", said(&again))));
            let other = operation.again.as_ref().ok_or_else(refused)?;
            self.without_fault(here, other).map_err(told)?;
        }
        let is_done = self.look(operation, here, true).map_err(told)?;
        self.tidy(here, operation)?;
        if is_done { Ok(()) } else { Err(told(Error::Internal("the second try did nothing".to_owned()))) }
    }

    /// Whether the school is as it was to be; an error where it is neither that nor as it was.
    fn look(&self, operation: &Operation, here: &Path, is_said: bool) -> Result<bool> {
        let data = here.join(operation.data);
        let there = if operation.data == "data" || DataFolder::is_one(&data) {
            self.surnames(&data)
        } else {
            Ok(BTreeSet::new())
        };
        // On a new machine the folder is nobody's before the restore says that it is done.
        let mut there = if operation.data == "data" || is_said { there? } else { there.unwrap_or_default() };
        let sets = backups(here)?;
        if operation.after.contains(BACKED_UP) && sets > 1 {
            there.insert(BACKED_UP.to_owned());
        }
        let fault = |what: &str| Err(Error::Internal(format!("{what}: {} students", there.len())));
        if there != operation.before && there != operation.after {
            return fault("the school is neither as it was nor as it was to be");
        }
        if is_said && there != operation.after {
            return fault("it said that it is done, and it is not");
        }
        Ok(there == operation.after)
    }

    /// Whoever is in the school, once all of it was looked over.
    fn surnames(&self, data: &Path) -> Result<BTreeSet<String>> {
        // With its modules: rows on PostgreSQL are read by what the house knows of their tables.
        let built = commands::open(&Data { data: data.to_owned(), ..Data::default() }, String::new())?;
        let schools = &built.house.schools;
        let control = schools.control()?;
        let school = look::context(schools, self.school)?;
        if schools.location(self.school)? == Location::Folder
            && let Some(damage) = look::damage(&school)?
        {
            return Err(Error::Internal(format!("the school is corrupt: {damage}")));
        }
        for database in [&control, &school.database] {
            if let Some(fault) = database.verify_audit(None)?.fault {
                return Err(Error::Internal(format!("the audit chain is broken: {fault}")));
            }
        }
        let mut there: BTreeSet<String> =
            look::texts(&school, "SELECT surname AS n FROM student")?.into_iter().collect();
        if schools.location(self.school)? != Location::Folder {
            there.insert(MOVED.to_owned());
        }
        Ok(there)
    }

    /// Takes the trial's school out of PostgreSQL again.
    fn tidy(&self, here: &Path, operation: &Operation) -> Result<()> {
        let schools = look::open(&here.join("data"))?;
        schools.control()?;
        match schools.location(self.school)? {
            Location::Postgres(_) if operation.data == "data" => schools.discard(self.school),
            Location::Postgres(_) | Location::Folder => Ok(()),
        }
    }
}

/// The number of backups; every one of them opens.
fn backups(here: &Path) -> Result<usize> {
    let place = Target::Folder(here.join("backups"));
    if !here.join("backups").exists() {
        return Ok(0);
    }
    let folder = DataFolder::open(&here.join("data"), &Random::System)?;
    let sets = sets(&place)?;
    for set in &sets {
        for brought in folder.drill(set, &Random::System, &mut |_, _| {})? {
            brought.map_err(|error| Error::Internal(format!("{}: {error}", set.name)))?;
        }
    }
    Ok(sets.len())
}

fn tally_file(here: &Path) -> PathBuf {
    here.join("tally")
}

fn said(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr);
    let last = text.lines().last().unwrap_or_default().trim();
    if last.is_empty() { output.status.to_string() } else { last.to_owned() }
}
