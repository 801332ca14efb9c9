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

pub fn run(program: &Path, kills: u32, minutes: u64, random: &Random, table: &mut Table) -> Result<()> {
    let (mails, smtp) = Mails::listen()?;
    let runtime = Runtime::new().map_err(Error::internal)?;
    let ground = Ground::new(1, WRITERS)?;
    let mut killing = Killing { program, ground, smtp, runtime, writers: Writers::default(), head: None };
    let begun = Instant::now();
    let (mut done, mut fault) = (0, None);
    while done < kills && begun.elapsed() < Duration::from_secs(minutes * 60) && fault.is_none() {
        let kill = if done % IN_START == IN_START - 1 { killing.in_start(random) } else { killing.under_load(random) };
        fault = kill.and_then(|()| killing.look()).err().map(|error| format!("after kill {}: {error}", done + 1));
        done += 1;
        if done % 20 == 0 {
            eprintln!("{done} kills, {} s", begun.elapsed().as_secs());
        }
    }
    let fault = fault.or(killing.settle(&mails).err().map(|error| error.to_string()));
    let acknowledged = killing.writers.lock();
    let (changes, unanswered) = (acknowledged.surnames.len() + acknowledged.invitations, acknowledged.unanswered);
    let each = begun.elapsed().as_millis() / u128::from(done.max(1));
    table.add(
        "killed under 50 writers",
        done,
        format!(
            "{changes} answered changes, 0 lost; {unanswered} without an answer; 0 corrupt files; the audit chains verify each time; {} mails arrived, {} again under the same Message-ID, {} under two; {each} ms for each kill with its look",
            mails.ids().len(),
            mails.again(),
            mails.twice()
        ),
        fault,
    );
    if done < kills {
        eprintln!("{done} of {kills} kills fitted into {minutes} minutes");
    }
    Ok(())
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
