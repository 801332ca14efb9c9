//! A disk that fills up under fifty writers: who is not stored is told so, nothing answered is lost, and it goes on
//! when there is space again, without a restart. On a small disk of its own; where none can be mounted it says so.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use kernel::{Error, Result};
use tokio::runtime::Runtime;

use crate::ground::{Ground, copy};
use crate::look;
use crate::mails::Mails;
use crate::server::Server;
use crate::table::Table;
use crate::writers::Writers;

/// A busy machine may take so long to answer.
const PATIENCE: Duration = Duration::from_mins(1);
const WHAT: &str = "disk full under 50 writers";

/// A disk in memory, gone with the value.
struct Disk(tempfile::TempDir);

impl Disk {
    fn mount() -> Result<Option<Self>> {
        let place = tempfile::tempdir().map_err(Error::internal)?;
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=24m", "tmpfs"]).arg(place.path()).output();
        Ok(mounted.is_ok_and(|output| output.status.success()).then_some(Self(place)))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.path()).status();
    }
}

pub fn run(program: &Path, table: &mut Table) -> Result<()> {
    let Some(disk) = Disk::mount()? else {
        table.add(WHAT, 0, "skipped: this account may mount no disk".to_owned(), None);
        return Ok(());
    };
    let ground = Ground::new(1, 50)?;
    let data = disk.path().join("data");
    copy(&ground.data, &data)?;
    let (_mails, smtp) = Mails::listen()?;
    let runtime = Runtime::new().map_err(Error::internal)?;
    let writers = Writers::default();
    let mut server = Server::start(program, &data, &smtp)?;
    let url = server.ready()?;
    // Writes until so many more are answered, or the patience ends.
    let write_more = |more: usize| {
        let (begun, goal) = (Instant::now(), writers.lock().surnames.len() + more);
        while writers.lock().surnames.len() < goal && begun.elapsed() < PATIENCE {
            runtime.block_on(writers.write(&url, &ground.seats, Duration::from_secs(4)))?;
            writers.lock().refused.clear();
        }
        Ok::<(), Error>(())
    };
    write_more(20)?;
    let before = writers.lock().surnames.len();
    let ballast = disk.path().join("ballast");
    fill(&ballast)?;
    let filled = Instant::now();
    let (mut refused, waited) = (Vec::new(), writers.lock().told_to_wait);
    while refused.is_empty() && writers.lock().told_to_wait == waited && filled.elapsed() < PATIENCE {
        runtime.block_on(writers.write(&url, &ground.seats, Duration::from_secs(4)))?;
        refused = std::mem::take(&mut writers.lock().refused);
    }
    let during = writers.lock().surnames.len();
    let told = refused.len() + writers.lock().told_to_wait - waited;
    fs::remove_file(&ballast).map_err(Error::internal)?;
    write_more(1)?;
    let after = writers.lock().surnames.len();
    server.kill()?;
    let seen = look::over(&data, ground.school()?, None);
    let lost = seen.map(|seen| writers.lock().surnames.iter().filter(|name| !seen.surnames.contains(*name)).count());
    let fault = match lost {
        Err(error) => Some(error.to_string()),
        Ok(lost) if lost > 0 => Some(format!("{lost} answered changes are lost")),
        Ok(_) if told == 0 => Some("the disk never filled".to_owned()),
        Ok(_) if refused.iter().any(|said| !said.starts_with("500")) => refused.first().cloned(),
        Ok(_) if after <= during => Some("nothing could be stored after there was space again".to_owned()),
        Ok(_) => None,
    };
    table.add(
        WHAT,
        1,
        format!(
            "{before} changes before, {} until it was full, {told} told so, {} after space was made, without a restart; 0 lost",
            during - before,
            after - during
        ),
        fault,
    );
    Ok(())
}

/// Takes all the space there is.
fn fill(ballast: &Path) -> Result<()> {
    let mut file = fs::File::create(ballast).map_err(Error::internal)?;
    while file.write_all(&[1; 4096]).is_ok() {}
    Ok(())
}
