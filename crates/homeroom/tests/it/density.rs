//! Very many schools in one process: what is not used costs disk and nothing else.
//!
//! `HOMEROOM_DENSITY=10000 cargo nextest run --release -p homeroom density --no-capture` is the measurement;
//! without it, more schools than are kept open at once.

use std::path::Path;
use std::time::{Duration, Instant};

use homeroom::{commands, demo};
use installation::entry;
use kernel::Timestamp;
use registry::Purpose;
use sea_orm::{EntityTrait as _, IntoActiveModel as _};
use store::handles::KEPT_OPEN;
use store::{Act, Role};

use super::shell::Server;

static REGISTER: Act<()> = Act::write_school("test.register", &[Purpose::Operation], &[Role::Shell]).quiet();

/// A data folder with `how_many` schools: one that was made, and copies of it, each with a key of its own.
fn folder(here: &Path, how_many: usize) {
    let house = commands::open_demo(&here.join("data"), "http://localhost".to_owned(), false).unwrap().house;
    demo::make(&house, "school", None, 5).unwrap();
    let control = entry::own_context(&house.schools).unwrap();
    let first = control.write(REGISTER.on(()), |work, _| Ok(entry::Entity::find().one(work.db())?.unwrap())).unwrap();
    let copies: Vec<_> = (1..how_many).map(|n| (n, house.schools.duplicate(first.id).unwrap())).collect();
    control
        .write(REGISTER.on(()), |work, _| {
            for (n, id) in &copies {
                let row = entry::Model {
                    id: *id,
                    slug: format!("demo-{n}"),
                    name: format!("School {n}"),
                    founded_at: Timestamp(0),
                    ..first.clone()
                };
                entry::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
            }
            Ok(())
        })
        .unwrap();
}

struct Watcher {
    client: reqwest::Client,
    url: String,
    metrics: String,
}

impl Watcher {
    async fn visit(&self, school: usize) -> Duration {
        let slug = if school == 0 { "demo-school".to_owned() } else { format!("demo-{school}") };
        let begun = Instant::now();
        let answer = self.client.get(format!("{}/s/{slug}/sign-in", self.url)).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{slug}");
        answer.text().await.unwrap();
        begun.elapsed()
    }

    async fn figure(&self, name: &str) -> u64 {
        let text = self.client.get(&self.metrics).send().await.unwrap().text().await.unwrap();
        let line = text.lines().find(|line| line.starts_with(&format!("homeroom_{name} "))).unwrap();
        let value: f64 = line.split(' ').nth(1).unwrap().parse().unwrap();
        value as u64
    }
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

#[tokio::test]
async fn what_is_not_used_costs_disk_and_nothing_else() {
    let how_many: usize = std::env::var("HOMEROOM_DENSITY").map_or(KEPT_OPEN + 60, |n| n.parse().unwrap());
    let here = tempfile::tempdir().unwrap();
    folder(here.path(), how_many);
    let begun = Instant::now();
    let server =
        Server::start(here.path(), &["serve", "--json", "--listen", "127.0.0.1:0", "--metrics", "127.0.0.1:0"]);
    let started = begun.elapsed();
    let watcher = Watcher {
        client: super::serving::plain_client(),
        url: server.ready["url"].as_str().unwrap().to_owned(),
        metrics: format!("http://{}/metrics", server.ready["metrics"].as_str().unwrap()),
    };
    let at_rest = watcher.figure("memory_bytes").await;
    // The round after the start looks at every school once and keeps none of them open.
    let begun = Instant::now();
    while watcher.figure("schools_opened_total").await < how_many as u64 {
        assert!(begun.elapsed().as_secs() < 60 + how_many as u64 / 10, "the round does not end");
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    let round = begun.elapsed();
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert!(watcher.figure("schools_open").await <= 1, "a school that nobody uses stays open");
    let opened = watcher.figure("schools_opened_total").await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!(watcher.figure("schools_opened_total").await, opened, "an idle server opens schools");
    // Everybody once, and then as people do: few schools very often, many seldom.
    let mut cold = Vec::new();
    for school in 0..how_many {
        cold.push(watcher.visit(school).await);
    }
    let all_seen = watcher.figure("memory_bytes").await;
    let mut hot = Vec::new();
    for n in 0..800_usize {
        let share = (n * 7_919 % 10_007) as f64 / 10_007.0;
        let school = ((how_many as f64).powf(share) - 1.0) as usize;
        let took = watcher.visit(school.min(how_many - 1)).await;
        if school < 3 {
            hot.push(took);
        }
    }
    let used = watcher.figure("memory_bytes").await;
    let (open, hot, cold) = (watcher.figure("schools_open").await, middle(hot), middle(cold));
    eprintln!(
        "{how_many} schools: started in {started:?}, round {round:?}, at rest {} MB, all seen {} MB, after traffic {} MB, \
         {open} open, hot {hot:?}, cold {cold:?}",
        at_rest >> 20,
        all_seen >> 20,
        used >> 20
    );
    assert!(open <= KEPT_OPEN as u64, "{open} schools are open");
    assert!(used < 400 << 20, "{} MB", used >> 20);
    drop(server);
}
