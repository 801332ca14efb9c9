//! Ten thousand schools in one process: what is not used costs disk and nothing else.

use std::time::{Duration, Instant};

use reqwest::Client;

use crate::line::{Goal, Line, Unit};
use crate::scene::{Scene, Server};
use crate::{Size, load, machine};

const STARTS: usize = 5;

pub fn measure(size: Size) -> Vec<Line> {
    let schools = size.of(10_000, 200);
    let mut alone = Scene::new(5).serve();
    // At its middle: the first start after a build reads the program from the disk.
    let start_of_one = middle((0..STARTS).map(|_| alone.restart()).collect());
    std::thread::sleep(Duration::from_secs(2));
    let rest = machine::memory(alone.server.pid());
    drop(alone);
    let scene = Scene::new(5);
    scene.duplicate(schools - 1);
    let mut stage = scene.serve();
    let start_of_all = middle((0..STARTS).map(|_| stage.restart()).collect());
    let (cold, warm) = load::runtime().block_on(tour(&stage.server, schools));
    let used = machine::memory(stage.server.pid());
    let millis = |time: Duration| time.as_secs_f64() * 1e3;
    eprintln!("density: {schools} schools, start with one {start_of_one:?}");
    vec![
        fixed("memory at rest, one school", Unit::Megabytes, rest, 60.0),
        fixed("memory after a visit to each of 10,000 schools", Unit::Megabytes, used, 400.0),
        fixed("start with 10,000 schools", Unit::Millis, millis(start_of_all), 150.0),
        Line {
            what: "start with 10,000 schools, beside with one",
            unit: Unit::Millis,
            ours: millis(start_of_all),
            limit: Some(millis(start_of_one)),
            goal: Goal::Times(1.5),
        },
        Line {
            what: "first page of a school that was closed, beside the second",
            unit: Unit::Millis,
            ours: millis(cold),
            limit: Some(millis(warm)),
            goal: Goal::More(5.0),
        },
    ]
}

fn fixed(what: &'static str, unit: Unit, ours: f64, most: f64) -> Line {
    Line { what, unit, ours, limit: None, goal: Goal::AtMost(most) }
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// Visits every school once, and then again at once: the middle of both.
async fn tour(server: &Server, schools: usize) -> (Duration, Duration) {
    let client = load::client();
    looked_at_all(server, schools, &client).await;
    let (mut cold, mut warm) = (Vec::new(), Vec::new());
    for school in 1..schools {
        let door = server.page(&format!("/s/demo-{school}/sign-in"), "");
        cold.push(door.ask(&client).await);
        warm.push(door.ask(&client).await);
    }
    (middle(cold), middle(warm))
}

/// A new program's clock looks at each school once and keeps none of them open: waits until it opens no more.
async fn looked_at_all(server: &Server, schools: usize, client: &Client) {
    let metrics = format!("http://{}/metrics", server.ready["metrics"].as_str().expect("an address"));
    let begun = Instant::now();
    let mut before = None;
    while begun.elapsed() < Duration::from_secs(60 + schools as u64 / 10) {
        tokio::time::sleep(Duration::from_secs(4)).await;
        let text = client.get(&metrics).send().await.expect("figures").text().await.expect("figures");
        let line = text.lines().find_map(|line| line.strip_prefix("homeroom_schools_opened_total "));
        let opened: Option<f64> = line.and_then(|n| n.parse().ok());
        if opened.is_some() && opened == before {
            return;
        }
        before = opened;
    }
    panic!("the round after the start does not end");
}
