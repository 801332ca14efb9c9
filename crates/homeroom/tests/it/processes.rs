//! Two servers on one installation whose rows lie on PostgreSQL: the real binary, killed in the middle of its work.

use std::path::Path;
use std::time::{Duration, Instant};

use kernel::Clock;
use reqwest::{Client, StatusCode, header, redirect};
use store::Role;

use super::shell::{Server, json};
use crate::crash_mail::{self, MAILS};

/// A person's browser, whichever server answers.
struct Person {
    client: Client,
    cookie: String,
}

impl Person {
    async fn get(&self, server: &Server, path: &str) -> (StatusCode, String) {
        let answer = self.client.get(format!("{}{path}", url(server))).header(header::COOKIE, &self.cookie);
        let answer = answer.send().await.unwrap();
        (answer.status(), answer.text().await.unwrap())
    }

    async fn post(&self, server: &Server, path: &str, form: &[(&str, &str)]) -> StatusCode {
        let order = self.client.post(format!("{}{path}", url(server))).header(header::COOKIE, &self.cookie);
        order.header("sec-fetch-site", "same-origin").form(form).send().await.unwrap().status()
    }
}

fn url(server: &Server) -> &str {
    server.ready["url"].as_str().unwrap()
}

fn serve(data: &Path, control: &str, smtp: &str) -> Server {
    let data = data.to_str().unwrap();
    let words = ["serve", "--json", "--listen", "127.0.0.1:0", "--data", data, "--control", control, "--smtp", smtp];
    Server::start(Path::new(data), &words)
}

/// Waits until it is so; a machine that is busy takes its time.
async fn soon(what: &str, seconds: u64, mut is_so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < Duration::from_secs(seconds), "{what}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn two_servers_are_one_house_and_when_one_is_killed_nothing_is_lost() {
    let Some(there) = super::elsewhere::address() else { return };
    let test = testkit::Test::at(
        homeroom::modules::all(),
        homeroom::editions::all().unwrap(),
        homeroom::modules::door(),
        Some(there.as_str()),
    )
    .unwrap();
    // The binary goes by the machine's clock.
    test.clock.advance(Clock::System.now().0 - test.clock.now().0);
    let school = test.school("Kastanje", "school").unwrap();
    let office = school.desk(Role::Office).unwrap();
    let cookie = school.cookie_name();
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = Client::builder().redirect(redirect::Policy::none()).timeout(Duration::from_secs(20)).build().unwrap();
    let person = Person { client, cookie: format!("{cookie}={}; lang=en", office.cookie(cookie).unwrap()) };
    let child = school.student("Kim Zed", None).unwrap();
    let guardian = school.guardian("Eva Zed", &[child]).unwrap();
    crash_mail::queue(&school);
    let at = |path: &str| format!("/s/kastanje{path}");
    let data = test.folder().to_owned();
    drop((school, office, test.built));
    let moved = json(&data, &["move-control", "--to", &there, "--data", data.to_str().unwrap(), "--json"]);
    assert!(moved["rows"].as_u64().unwrap() > 5, "{moved}");

    let (taken, smtp) = crash_mail::listen();
    let first = serve(&data, &there, &smtp);
    taken.lock().unwrap().victim = Some(first.id());
    let second = serve(&data, &there, &smtp);
    // The first works for the house, is killed by its first mail, and the second sends the others.
    soon("the mails", 60, || taken.lock().unwrap().mails.len() == MAILS).await;
    assert_eq!(first.ended(), None, "killed in the middle of a mail");
    let (mut again, mut names) = (0, Vec::new());
    for ids in taken.lock().unwrap().mails.values() {
        again += ids.len() - 1;
        names.push(ids[0].clone());
        assert!(ids.iter().all(|id| *id == ids[0]), "the same mail under two names");
    }
    assert!(again <= 2, "only what was under way comes again, not {again} of {MAILS}");

    let first = serve(&data, &there, &smtp);
    for server in [&first, &second] {
        assert_eq!(person.get(server, &at("/students")).await.0, StatusCode::OK, "one sign-in for both");
    }
    let household = [("household_name", "Zed, Elm Street")];
    let (_, before) = person.get(&second, &at("/households")).await;
    assert!(!before.contains("Elm Street"));
    assert_eq!(person.post(&first, &at("/households/new"), &household).await, StatusCode::SEE_OTHER);
    assert!(person.get(&second, &at("/households")).await.1.contains("Elm Street"), "at the next request");
    // A message that is written where nobody sends goes out all the same, once.
    let sent = taken.lock().unwrap().mails.len();
    let invited = person.post(&first, &at(&format!("/guardians/{guardian}/invite")), &[]).await;
    assert!(invited.is_redirection() || invited.is_success(), "{invited}");
    soon("the invitation", 20, || taken.lock().unwrap().mails.len() > sent).await;
    tokio::time::sleep(Duration::from_millis(2_500)).await;
    assert_eq!(taken.lock().unwrap().mails.values().map(Vec::len).sum::<usize>(), sent + again + 1, "once");
    let shown = json(&data, &["school", "list", "--data", data.to_str().unwrap(), "--control", &there, "--json"]);
    assert!(shown.to_string().contains("kastanje"), "a command is answered by one of them: {shown}");

    assert_eq!(person.post(&second, &at("/sign-out"), &[]).await, StatusCode::SEE_OTHER);
    let (status, _) = person.get(&first, &at("/students")).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "signed out at the one is signed out at the other");
    let out =
        json(&data, &["audit", "verify", "kastanje", "--data", data.to_str().unwrap(), "--control", &there, "--json"]);
    assert!(out["fault"].is_null(), "{out}");
}
