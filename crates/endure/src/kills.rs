//! The server killed (SIGKILL) at random moments under fifty writers: in the middle of requests, commits, mails and
//! its own start. After each: nothing that was answered is lost, nothing is corrupt, the audit chains verify; at the
//! end every mail has arrived, and none under two names.

use std::path::Path;
use std::time::{Duration, Instant};

use kernel::{Error, Random, Result};
use store::audit::Head;
use tokio::runtime::Runtime;

use crate::ground::Ground;
use crate::look;
use crate::mails::Mails;
use crate::server::Server;
use crate::table::Table;
use crate::writers::Writers;

const WRITERS: usize = 50;
/// Of so many kills one comes while the server starts.
const IN_START: u32 = 8;
/// Under load for so long at most, milliseconds: long enough for a debug build to answer.
const LONGEST: u64 = 800;

struct Killing<'a> {
    program: &'a Path,
    ground: Ground,
    smtp: String,
    runtime: Runtime,
    writers: Writers,
    head: Option<Head>,
}

fn up_to(random: &Random, limit: u64) -> u64 {
    u64::from(u32::from_be_bytes(random.bytes())) % limit.max(1)
}

/// Kills in one folder: what is in it grows with each, and so does each look at all of it.
const IN_ONE_FOLDER: u32 = 50;

/// What came of the kills so far.
#[derive(Default)]
struct Tally {
    kills: u32,
    changes: usize,
    unanswered: usize,
    mails: usize,
    again: u32,
    twice: usize,
}

pub fn run(program: &Path, kills: u32, minutes: u64, random: &Random, table: &mut Table) -> Result<()> {
    let (begun, limit) = (Instant::now(), Duration::from_secs(minutes * 60));
    let (mut tally, mut fault) = (Tally::default(), None);
    while tally.kills < kills && begun.elapsed() < limit && fault.is_none() {
        let goal = kills.min(tally.kills + IN_ONE_FOLDER);
        fault = in_a_folder(program, goal, || begun.elapsed() < limit, random, &mut tally)?;
        eprintln!("{} kills, {} s", tally.kills, begun.elapsed().as_secs());
    }
    let each = begun.elapsed().as_millis() / u128::from(tally.kills.max(1));
    table.add(
        "killed under 50 writers",
        tally.kills,
        format!(
            "{} answered changes, 0 lost; {} without an answer; 0 corrupt files; the audit chains verify each time; {} mails arrived, {} again under the same Message-ID, {} under two; {each} ms for each kill with its look",
            tally.changes, tally.unanswered, tally.mails, tally.again, tally.twice
        ),
        fault,
    );
    if tally.kills < kills {
        eprintln!("{} of {kills} kills fitted into {minutes} minutes", tally.kills);
    }
    Ok(())
}

/// Kills until there are `goal` of them; the first fault.
fn in_a_folder(
    program: &Path,
    goal: u32,
    has_time: impl Fn() -> bool,
    random: &Random,
    tally: &mut Tally,
) -> Result<Option<String>> {
    let (mails, smtp) = Mails::listen()?;
    let runtime = Runtime::new().map_err(Error::internal)?;
    let ground = Ground::new(1, WRITERS)?;
    let mut killing = Killing { program, ground, smtp, runtime, writers: Writers::default(), head: None };
    let mut fault = None;
    while tally.kills < goal && has_time() && fault.is_none() {
        let is_start = tally.kills % IN_START == IN_START - 1;
        let kill = if is_start { killing.in_start(random) } else { killing.under_load(random) };
        tally.kills += 1;
        fault = kill.and_then(|()| killing.look()).err().map(|error| format!("after kill {}: {error}", tally.kills));
    }
    let fault = fault.or(killing.settle(&mails).err().map(|error| error.to_string()));
    let acknowledged = killing.writers.lock();
    tally.changes += acknowledged.surnames.len() + acknowledged.invitations;
    tally.unanswered += acknowledged.unanswered;
    tally.mails += mails.ids().len();
    tally.again += mails.again();
    tally.twice += mails.twice();
    Ok(fault)
}

impl Killing<'_> {
    fn start(&self) -> Result<Server> {
        Server::start(self.program, &self.ground.data, &self.smtp)
    }

    fn under_load(&self, random: &Random) -> Result<()> {
        let mut server = self.start()?;
        let url = server.ready()?;
        let moment = Duration::from_millis(20 + up_to(random, LONGEST));
        let (writers, seats) = (self.writers.clone(), &self.ground.seats);
        self.runtime.block_on(async {
            let writing = writers.write(&url, seats, Duration::from_secs(20));
            let killing = async {
                tokio::time::sleep(moment).await;
                server.kill()
            };
            let (written, killed) = tokio::join!(writing, killing);
            written.and(killed)
        })?;
        let refused = self.writers.lock().refused.pop();
        refused.map_or(Ok(()), |said| Err(Error::Internal(format!("a writer was refused: {said}"))))
    }

    fn in_start(&self, random: &Random) -> Result<()> {
        let server = self.start()?;
        std::thread::sleep(Duration::from_millis(up_to(random, 150)));
        server.kill()
    }

    /// Everything answered so far is there.
    fn look(&mut self) -> Result<()> {
        let seen = look::over(&self.ground.data, self.ground.school()?, self.head.as_ref())?;
        let acknowledged = self.writers.lock();
        if let Some(lost) = acknowledged.surnames.iter().find(|name| !seen.surnames.contains(*name)) {
            return Err(Error::Internal(format!("the answered change {lost} is lost")));
        }
        if seen.mails.len() < acknowledged.invitations {
            return Err(Error::Internal("a mail of an answered change is lost".to_owned()));
        }
        // One was made before anybody wrote here, by hand.
        if seen.entries + 1 != seen.students {
            let (entries, students) = (seen.entries, seen.students);
            return Err(Error::Internal(format!("{students} students, but {entries} entries of who made them")));
        }
        drop(acknowledged);
        self.head = seen.head;
        Ok(())
    }

    /// A last start that nobody kills: what waits is sent.
    fn settle(&self, mails: &Mails) -> Result<()> {
        let mut server = self.start()?;
        server.ready()?;
        let (mut before, mut quiet) = (mails.ids().len(), 0);
        while quiet < 6 {
            std::thread::sleep(Duration::from_millis(500));
            quiet = if mails.ids().len() == before { quiet + 1 } else { 0 };
            before = mails.ids().len();
        }
        server.kill()?;
        let seen = look::over(&self.ground.data, self.ground.school()?, self.head.as_ref())?;
        if let Some((id, state)) = seen.mails.iter().find(|(_, state)| *state != "sent") {
            return Err(Error::Internal(format!("the mail {id} is {state}")));
        }
        let came = mails.ids();
        if let Some(lost) = seen.mails.keys().find(|id| !came.contains(*id)) {
            return Err(Error::Internal(format!("the mail {lost} is noted as sent and never came")));
        }
        if mails.twice() > 0 {
            return Err(Error::Internal(format!("{} mails came under two names", mails.twice())));
        }
        Ok(())
    }
}
