//! A server that is killed between handing a mail over and noting it: the mail comes twice at most, each time under
//! the same Message-ID, and none is lost (law 6).

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use kernel::Clock;
use store::outbox::{self, Mail};
use testkit::School;

use crate::shell::Server;

pub const MAILS: usize = 6;

/// A mail server that takes everything, and kills who brings a mail that it has not seen before.
#[derive(Default)]
pub struct Taken {
    /// How often each text came under each Message-ID.
    pub mails: BTreeMap<String, Vec<String>>,
    /// Whom to kill; once.
    pub victim: Option<u32>,
}

pub type Shared = Arc<Mutex<Taken>>;

pub fn listen() -> (Shared, String) {
    let taken = Shared::default();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let shared = Arc::clone(&taken);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let shared = Arc::clone(&shared);
            std::thread::spawn(move || talk(stream, &shared));
        }
    });
    (taken, url)
}

/// RFC 5321, as far as one client needs it.
fn talk(stream: TcpStream, taken: &Shared) -> Option<()> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let say = |line: &str| (&stream).write_all(format!("{line}\r\n").as_bytes()).ok();
    say("220 here")?;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok().filter(|read| *read > 0)?;
        match line.split_whitespace().next()?.to_ascii_uppercase().as_str() {
            "DATA" => {
                say("354 go on")?;
                let mut text = String::new();
                loop {
                    let mut line = String::new();
                    reader.read_line(&mut line).ok().filter(|read| *read > 0)?;
                    if line.trim_end() == "." {
                        break;
                    }
                    text.push_str(&line);
                }
                take(taken, &text);
                say("250 taken")?;
            }
            "QUIT" => {
                say("221 bye")?;
                return None;
            }
            _ => {
                say("250 yes")?;
            }
        }
    }
}

fn take(taken: &Shared, text: &str) {
    let id = text.lines().find_map(|line| line.strip_prefix("Message-ID: ")).unwrap_or("none").to_owned();
    let body = text.split("\r\n\r\n").nth(1).unwrap_or_default().trim().to_owned();
    let mut taken = taken.lock().unwrap();
    let is_new = !taken.mails.contains_key(&body);
    taken.mails.entry(body).or_default().push(id);
    // The mail is taken, and nobody is left to hear it.
    if is_new && let Some(victim) = taken.victim.take() {
        let killed = Command::new("kill").args(["-KILL", &victim.to_string()]).status().unwrap();
        assert!(killed.success());
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Puts the mails into a school's outbox.
pub fn queue(school: &School) {
    school
        .arrange(|work| {
            (0..MAILS).try_for_each(|n| {
                let mail = Mail { to: format!("a{n}@example.org"), subject: "S".to_owned(), body: format!("Mail {n}") };
                outbox::queue(work, mail)
            })
        })
        .unwrap();
}

#[test]
fn a_mail_comes_twice_at_most_and_always_under_its_own_name() {
    let test = crate::house();
    // The binary goes by the machine's clock.
    test.clock.advance(Clock::System.now().0 - test.clock.now().0);
    let school = test.school("Kastanje", "school").unwrap();
    queue(&school);
    let data = test.folder().to_owned();
    drop(school);
    drop(test.built);
    let (taken, url) = listen();
    let words =
        ["serve", "--json", "--listen", "127.0.0.1:0", "--data", data.to_str().unwrap(), "--smtp", url.as_str()];
    for _ in 0..MAILS {
        let server = Server::start(&data, &words);
        taken.lock().unwrap().victim = Some(server.id());
        assert_eq!(server.ended(), None, "killed in the middle of a mail");
    }
    let server = Server::start(&data, &words);
    let begun = Instant::now();
    // All came once by then, and the last one comes again.
    while taken.lock().unwrap().mails.values().map(Vec::len).sum::<usize>() < 2 * MAILS {
        assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", taken.lock().unwrap().mails);
        std::thread::sleep(Duration::from_millis(50));
    }
    std::thread::sleep(Duration::from_millis(1_500));
    drop(server);
    let taken = taken.lock().unwrap();
    assert_eq!(taken.mails.len(), MAILS, "none is lost: {:?}", taken.mails);
    for (body, ids) in &taken.mails {
        assert_eq!(ids.len(), 2, "{body} came {} times", ids.len());
        assert_eq!(BTreeSet::from_iter(ids).len(), 1, "{body} came under two names: {ids:?}");
    }
    let all: BTreeSet<&String> = taken.mails.values().flatten().collect();
    assert_eq!(all.len(), MAILS, "each under a name of its own");
}
