//! A hundred schools under load from all of them at once, each with a canary in its records: no answer ever shows
//! another school's, whatever page is asked for, whoever's address is tried.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use kernel::{Error, Result};
use reqwest::Client;
use tokio::runtime::Runtime;

use crate::ground::{CANARY, Ground, Seat};
use crate::mails::Mails;
use crate::server::Server;
use crate::table::Table;
use crate::writers::{address, client};

#[derive(Default)]
struct Tally {
    answers: AtomicUsize,
    /// Own pages that showed the own canary: the search for it works.
    own: AtomicUsize,
    /// Attempts on another school that were turned away.
    turned_away: AtomicUsize,
}

pub fn run(program: &Path, schools: usize, seconds: u64, table: &mut Table) -> Result<()> {
    let ground = Ground::new(schools, 1)?;
    let (_mails, smtp) = Mails::listen()?;
    let runtime = Runtime::new().map_err(Error::internal)?;
    let mut server = Server::start(program, &ground.data, &smtp)?;
    let url = server.ready()?;
    let tally = Arc::new(Tally::default());
    let fault = runtime.block_on(load(&url, &ground.seats, Duration::from_secs(seconds), &tally))?;
    let count = |of: &AtomicUsize| of.load(Ordering::Relaxed);
    let fault = fault.or((count(&tally.own) < schools).then(|| "not every school saw its own canary".to_owned()));
    table.add(
        "schools under load at once",
        schools,
        format!(
            "{} answers, each searched for the canaries of the others: 0 found; {} showed their own; {} attempts on another school's records were turned away",
            count(&tally.answers),
            count(&tally.own),
            count(&tally.turned_away)
        ),
        fault,
    );
    Ok(())
}

/// The first fault, if there is one.
async fn load(url: &str, seats: &[Seat], time: Duration, tally: &Arc<Tally>) -> Result<Option<String>> {
    let client = client()?;
    let mut tasks = tokio::task::JoinSet::new();
    for (n, seat) in seats.iter().enumerate() {
        let others = [seats.get((n + 1) % seats.len()), seats.get((n + 7) % seats.len())];
        let others: Vec<Seat> = others.into_iter().flatten().filter(|other| other.slug != seat.slug).cloned().collect();
        let (client, url, seat, tally) = (client.clone(), url.to_owned(), seat.clone(), Arc::clone(tally));
        tasks.spawn(async move { visit(&client, &url, &seat, &others, n, time, &tally).await });
    }
    while let Some(done) = tasks.join_next().await {
        if let Err(fault) = done.map_err(Error::internal)? {
            return Ok(Some(fault));
        }
    }
    Ok(None)
}

/// Pages of the own school, and the same pages of another with the own session.
async fn visit(
    client: &Client,
    url: &str,
    seat: &Seat,
    others: &[Seat],
    n: usize,
    time: Duration,
    tally: &Tally,
) -> std::result::Result<(), String> {
    let begun = Instant::now();
    let mut own =
        vec!["students".to_owned(), format!("students/{}", seat.student), "guardians".to_owned(), String::new()];
    own.extend(others.iter().map(|other| format!("students?q={}", other.canary)));
    own.extend(others.iter().map(|other| format!("students/{}", other.student)));
    while begun.elapsed() < time {
        for path in &own {
            let (status, text) = ask(client, url, seat, &seat.slug, path, n).await?;
            tally.answers.fetch_add(1, Ordering::Relaxed);
            foreign(&text, seat, path)?;
            tally.own.fetch_add(usize::from(text.contains(&seat.canary) && status == 200), Ordering::Relaxed);
        }
        for other in others {
            for path in [format!("students/{}", other.student), "students".to_owned()] {
                let (status, text) = ask(client, url, seat, &other.slug, &path, n).await?;
                tally.answers.fetch_add(1, Ordering::Relaxed);
                foreign(&text, seat, &path)?;
                if status == 200 {
                    return Err(format!("{} was let in at {}/{path}", seat.slug, other.slug));
                }
                tally.turned_away.fetch_add(1, Ordering::Relaxed);
            }
        }
    }
    Ok(())
}

async fn ask(
    client: &Client,
    url: &str,
    seat: &Seat,
    slug: &str,
    path: &str,
    n: usize,
) -> std::result::Result<(u16, String), String> {
    // The session under the name that the other school's cookie has, too.
    let token = seat.cookie.split_once('=').map_or("", |(_, token)| token);
    let cookies = format!("{}; s-{slug}={token}", seat.cookie);
    let request = client.get(format!("{url}/s/{slug}/{path}")).header("x-forwarded-for", address(n + 1));
    let answer = request.header("cookie", cookies).send().await.map_err(|e| format!("no answer: {e}"))?;
    let status = answer.status().as_u16();
    if status >= 500 && status != 503 {
        return Err(format!("{slug}/{path}: {status}"));
    }
    Ok((status, answer.text().await.map_err(|e| e.to_string())?))
}

/// Any canary but the own. What was searched for stands in the search field again: that is no record.
fn foreign(text: &str, seat: &Seat, path: &str) -> std::result::Result<(), String> {
    let asked = path.split_once("q=").map(|(_, asked)| asked);
    for rest in text.split(CANARY).skip(1) {
        let canary: String = CANARY.chars().chain(rest.chars().take(6)).collect();
        let is_echo = asked == Some(canary.as_str()) && !text.contains(&format!("Ada {canary}"));
        if canary != seat.canary && !is_echo {
            return Err(format!("{} was shown {canary} at {path}", seat.slug));
        }
    }
    Ok(())
}
