//! `homeroom restore`: brings backups back, to a new folder or in place, and says what was erased again (C151). It
//! owns the folder from the first moment to the last, so no server can answer from what is half restored.

use std::path::{Path, PathBuf};

use clap::Args;
use installation::{acts, entry};
use kernel::{Error, Random, Result, Timestamp};
use serde_json::json;
use site::build::Built;
use store::backup::{Brought, Kit, LAYING_OUT, RESTORE, Set, Target, Wish, newest_kit, sets};
use store::{Actor, Context, DataFolder, DatabaseId, Location};

use super::screen::{Screen as _, Terminal};
use super::{Data, Output, open};
use crate::failure::Failure;

#[derive(Args)]
pub struct RestoreArgs {
    #[command(flatten)]
    data: Data,
    /// Folders or buckets with backups; the newest backup of them all is taken.
    #[arg(id = "backup_to", long = "from", env = "HOMEROOM_BACKUP_TO", value_name = "PLACE", value_delimiter = ',')]
    from: Vec<String>,
    /// Recovery kits, as files, folders or buckets; the newest is taken. Needed on a new machine.
    #[arg(
        id = "backup_kit_to",
        long = "kit",
        env = "HOMEROOM_BACKUP_KIT_TO",
        value_name = "FILE",
        value_delimiter = ','
    )]
    kit: Vec<String>,
    /// The file with the master key. Needed on a new machine.
    #[arg(long, value_name = "FILE")]
    master_key: Option<PathBuf>,
    /// Another backup than the newest, by its name (`homeroom backup list`).
    #[arg(long, value_name = "NAME")]
    backup: Option<String>,
    /// One school, by its short name; without it, all of them and the installation's own database.
    #[arg(long, value_name = "SCHOOL")]
    school: Option<String>,
    /// Replace what is in the data folder; what is replaced is kept aside for a week.
    #[arg(long)]
    in_place: bool,
    /// Take a recovery kit that is not the newest: its keys and erasures may lack some.
    #[arg(long)]
    accept_older_kit: bool,
    #[command(flatten)]
    output: Output,
}

pub fn run(args: &RestoreArgs) -> Result<(), Failure> {
    let mut screen = Terminal::new(args.output);
    let all = all_sets(args)?;
    let set = choose(args, &all)?;
    let needed = all.iter().map(|set| set.kit).max().unwrap_or_default();
    let root = std::path::absolute(&args.data.data).map_err(Error::internal)?;
    let is_new = !DataFolder::is_one(&root);
    if is_new {
        lay_out(args, &root, needed)?;
    } else if !args.in_place {
        return Err(Failure::refused(format!(
            "there is a Homeroom in {}. Name another folder with --data, or replace what is there with --in-place: it is kept aside",
            root.display()
        )));
    }
    let done = bring_back(args, &root, set, needed, is_new, &mut screen);
    if done.is_err() && is_new {
        clear(&root);
    }
    let brought = done?;
    told(args, &root, set, &brought, &mut screen)
}

fn all_sets(args: &RestoreArgs) -> Result<Vec<Set>, Failure> {
    if args.from.is_empty() {
        return Err(Failure::usage("name the place with the backups: --from, or backup.to in the settings file"));
    }
    let (mut all, mut fault) = (Vec::new(), None);
    for place in &args.from {
        match Target::parse(place, &args.data.s3.access()).and_then(|target| sets(&target)) {
            Ok(sets) => all.extend(sets),
            Err(error) => fault = Some(error.to_string()),
        }
    }
    all.sort_by(|a, b| a.name.cmp(&b.name));
    match (all.is_empty(), fault) {
        (true, Some(fault)) => Err(Failure::refused(fault)),
        (true, None) => Err(Failure::refused(format!("{} holds no backup", args.from.join(", ")))),
        (false, _) => Ok(all),
    }
}

fn choose<'a>(args: &RestoreArgs, all: &'a [Set]) -> Result<&'a Set, Failure> {
    let chosen = match &args.backup {
        Some(name) => all.iter().find(|set| set.name == *name),
        None => all.last(),
    };
    chosen.ok_or_else(|| Failure::refused("no backup has that name: see `homeroom backup list`"))
}

/// Lays keys and ledger out in a new folder.
fn lay_out(args: &RestoreArgs, root: &Path, needed: u64) -> Result<(), Failure> {
    let source = args.data.master()?;
    if args.kit.is_empty() || (args.master_key.is_none() && !source.is_outside()) {
        return Err(Failure::usage(
            "a new folder needs the recovery kit and the master key: name them with --kit and --master-key",
        ));
    }
    let access = args.data.s3.access();
    let places = args.kit.iter().map(|place| Target::parse(place, &access)).collect::<Result<Vec<_>>>()?;
    let kit: Kit = newest_kit(&places)?.ok_or_else(|| Failure::usage("name a recovery kit with --kit"))?;
    is_newest(args, kit.number, needed, &kit.place)?;
    let text = args.master_key.as_ref().map(|master| {
        std::fs::read_to_string(master)
            .map_err(|e| Failure::refused(format!("{} cannot be read: {e}", master.display())))
    });
    let text = text.transpose()?;
    store::keys::make_folder(root)?;
    if DataFolder::is_half_laid_out(root) {
        clear(root);
    }
    let laid = match &text {
        Some(text) => kit.lay_out(root, text),
        None => kit.lay_out_for(root, &source),
    };
    laid.map_err(|error| {
        clear(root);
        error.into()
    })
}

/// An older kit would not know the newest erasures, and so bring somebody back.
fn is_newest(args: &RestoreArgs, number: u64, needed: u64, whose: &str) -> Result<(), Failure> {
    if number >= needed || args.accept_older_kit {
        return Ok(());
    }
    Err(Failure::refused(format!(
        "{whose} is kit {number}, and the backups know of kit {needed}: what was erased since would come back. Fetch the newest kit, or say --accept-older-kit"
    )))
}

/// What this command made in a new folder, taken away again.
fn clear(root: &Path) {
    for name in
        ["master.key", "erasures.log", "kit.number", "homeroom.lock", "control.db", "control.db-wal", "control.db-shm"]
    {
        let _ = std::fs::remove_file(root.join(name));
    }
    for name in ["keys", "schools", "restoring", "replaced"] {
        let _ = std::fs::remove_dir_all(root.join(name));
    }
    let _ = std::fs::remove_file(root.join(LAYING_OUT));
}

fn bring_back(
    args: &RestoreArgs,
    root: &Path,
    set: &Set,
    needed: u64,
    is_new: bool,
    screen: &mut Terminal,
) -> Result<Vec<Brought>, Failure> {
    if args.data.control()? != Location::Folder {
        return Err(Failure::refused(
            "what is restored lies in files, which one process alone may use. Bring it back into a folder of its own \
             without `control` in the settings, and move it from there; or take this installation back first, with \
             homeroom move-control --to sqlite:. Nothing was changed.",
        ));
    }
    let mut tell = |done: u64, of: u64| screen.progress("restoring", done, of);
    let control = DatabaseId(uuid::Uuid::nil());
    let now = kernel::Clock::System.now();
    let media = args.data.media()?;
    let mut brought = Vec::new();
    if is_new || args.school.is_none() {
        let folder = DataFolder::open_with(root, &args.data.master()?, &Random::System)?;
        is_newest(args, folder.kit_number()?, needed, "the kit of this data folder")?;
        folder.go_on_after_kit(needed)?;
        let only = args.school.as_ref().map(|_| vec![control]);
        let wish = Wish { only, in_place: args.in_place, media: media.clone() };
        brought.extend(folder.bring_back(set, &wish, now, &mut tell)?);
    }
    if let Some(slug) = &args.school {
        let house = open(&at_root(args, root), String::new())?.house;
        let folder = &house.schools.folder;
        is_newest(args, folder.kit_number()?, needed, "the kit of this data folder")?;
        folder.go_on_after_kit(needed)?;
        let school = entry::find(&house.schools, slug)?
            .ok_or_else(|| Failure::refused(format!("no school here is called {slug}: see `homeroom school list`")))?;
        let wish = Wish { only: Some(vec![school.id]), in_place: args.in_place, media };
        brought.extend(folder.bring_back(set, &wish, now, &mut tell)?);
    }
    Ok(brought)
}

fn at_root(args: &RestoreArgs, root: &Path) -> Data {
    Data { data: root.to_owned(), ..args.data.clone() }
}

/// Lets in what has taken its place: ends the sessions that came back too, and does the work whose time has come, before
/// anybody is answered. Whoever opens the folder does it, also after a restore that was cut off.
pub fn let_in(built: &Built) -> Result<()> {
    let schools = &built.house.schools;
    let restored = schools.folder.restored()?;
    if restored.is_empty() {
        return Ok(());
    }
    let own = entry::own_context(schools)?;
    // What was destroyed since has no key, and nobody to let in.
    for id in restored.into_iter().filter(|id| schools.keys().has(id.0)) {
        let database = if id.0.is_nil() { schools.control()? } else { schools.get(id)? };
        let context = Context { database, ..own.clone() };
        context.write(acts::END_SESSIONS.on(()), |work, _| accounts::session::end_everybodys(work))?;
        if !id.0.is_nil() {
            // What time erases, time erases again.
            store::jobs::run_due(&context.as_actor(Actor::Job(RESTORE.name)), &built.jobs)?;
        }
    }
    schools.folder.is_let_in()
}

/// Opens what was brought back, and says what that is.
fn told(args: &RestoreArgs, root: &Path, set: &Set, brought: &[Brought], screen: &mut Terminal) -> Result<(), Failure> {
    let built = open(&at_root(args, root), String::new())?;
    let own = entry::own_context(&built.house.schools)?;
    let names = own.read(acts::SEE_SCHOOLS.on(()), |read, _| entry::list(read))?;
    let name_of = |one: &Brought| names.iter().find(|row| row.id == one.database).map(|row| row.slug.as_str());
    let rows: Vec<_> = brought.iter().map(|one| (name_of(one).unwrap_or("the installation"), one)).collect();
    say(args, set, &rows, screen);
    Ok(())
}

fn say(args: &RestoreArgs, set: &Set, rows: &[(&str, &Brought)], screen: &mut Terminal) {
    if args.output.json {
        let restored: Vec<_> = rows.iter().map(|(school, one)| json!({ "school": school, "restored": one })).collect();
        screen.print(&json!({ "backup": set.name, "restored": restored }));
        return;
    }
    screen.print(&format_args!("{}, made at {}", set.name, moment(set.at)));
    for (school, one) in rows {
        screen.print(&format_args!(
            "{school}: {} rows, {} files, an audit chain of {} entries; erased again: {} rows, {} values; references turned again: {}; messages kept back: {}",
            one.rows,
            one.media.len() - one.missing,
            one.entries,
            one.replayed.rows,
            one.replayed.values,
            one.replayed.references,
            one.replayed.messages
        ));
        if one.missing > 0 {
            screen.print(&format_args!("{school}: {} pictures or papers are not in the backup", one.missing));
        }
    }
    screen.print(
        &"Everybody is signed out. What was written after the backup is not here; start the server when you are ready.",
    );
}

fn moment(at: Timestamp) -> String {
    at.to_utc().format("%Y-%m-%d %H:%M UTC").to_string()
}
