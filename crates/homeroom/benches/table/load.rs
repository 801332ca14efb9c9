//! A client of its own: so many connections that each ask again as soon as they are answered.

use std::time::{Duration, Instant};

use reqwest::Client;
use tokio::runtime::Runtime;

use crate::machine;
use crate::scene::Server;

/// What came of some load on one server.
pub struct Outcome {
    /// Processor time of the server for each answer.
    pub cpu: Duration,
    /// From asking to the last byte, sorted.
    pub times: Vec<Duration>,
}

impl Outcome {
    pub fn median(&self) -> Duration {
        self.times[self.times.len() / 2]
    }

    pub fn p99(&self) -> Duration {
        self.times[(self.times.len() * 99 / 100).min(self.times.len() - 1)]
    }
}

pub fn runtime() -> Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime")
}

pub fn client() -> Client {
    let builder = Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy();
    builder.tls_certs_only([]).timeout(Duration::from_secs(120)).build().expect("a client")
}

/// A page and the cookies it is asked with.
#[derive(Clone)]
pub struct Page {
    pub url: String,
    pub cookies: String,
}

impl Page {
    /// Asks once; anything but 200 ends the run, since a refusal would be cheap.
    pub async fn ask(&self, client: &Client) -> Duration {
        let begun = Instant::now();
        let answer = client.get(&self.url).header("cookie", &self.cookies).send().await.expect("an answer");
        assert_eq!(answer.status(), 200, "{}", self.url);
        let body = answer.bytes().await.expect("a body");
        assert!(!body.is_empty());
        begun.elapsed()
    }
}

/// `connections` that ask for `page` during `time`, one after the other each.
pub async fn closed_loop(server: &Server, page: &Page, connections: usize, time: Duration) -> Outcome {
    let client = client();
    page.ask(&client).await;
    let (cpu, begun) = (machine::cpu(server.pid()), Instant::now());
    let asking = (0..connections).map(|_| {
        let (page, client) = (page.clone(), client.clone());
        tokio::spawn(async move {
            let mut times = Vec::new();
            while begun.elapsed() < time {
                times.push(page.ask(&client).await);
            }
            times
        })
    });
    let mut times = Vec::new();
    for asked in asking.collect::<Vec<_>>() {
        times.extend(asked.await.expect("asking ends"));
    }
    times.sort();
    let cpu = (machine::cpu(server.pid()) - cpu) / u32::try_from(times.len()).expect("a count");
    Outcome { cpu, times }
}

/// Somebody who looks at a page and pauses, until told to stop: the times, sorted.
pub async fn visits(page: Page, pause: Duration, mut until: tokio::sync::oneshot::Receiver<()>) -> Vec<Duration> {
    let client = client();
    page.ask(&client).await;
    let mut times = Vec::new();
    while until.try_recv().is_err() {
        times.push(page.ask(&client).await);
        tokio::time::sleep(pause).await;
    }
    times.sort();
    times
}

/// Two servers in turn, so that whatever else the machine does meets both: the middle outcome of each by CPU.
pub fn alternate(ours: (&Server, &Page), bare: (&Server, &Page), time: Duration) -> [Outcome; 2] {
    const ROUNDS: usize = 3;
    const CONNECTIONS: usize = 16;
    let runtime = runtime();
    let mut outcomes = [Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        for ((server, page), outcomes) in [ours, bare].into_iter().zip(&mut outcomes) {
            outcomes.push(runtime.block_on(closed_loop(server, page, CONNECTIONS, time)));
        }
    }
    outcomes.map(|mut all| {
        all.sort_by_key(|outcome| outcome.cpu);
        all.swap_remove(ROUNDS / 2)
    })
}
