//! A mail server that takes everything and remembers what came (RFC 5321, as far as one client needs it).

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use kernel::{Error, Result};

#[derive(Default)]
struct Taken {
    /// How often each Message-ID came.
    times: BTreeMap<String, u32>,
    /// Under which Message-IDs each text came. A text holds a one-time link, so no two mails are alike.
    names: BTreeMap<String, BTreeSet<String>>,
}

#[derive(Clone, Default)]
pub struct Mails(Arc<Mutex<Taken>>);

impl Mails {
    /// Listens until the process ends: itself, and its address.
    pub fn listen() -> Result<(Self, String)> {
        let mails = Self::default();
        let listener = TcpListener::bind("127.0.0.1:0").map_err(Error::internal)?;
        let url = format!("smtp://{}", listener.local_addr().map_err(Error::internal)?);
        let own = mails.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let own = own.clone();
                std::thread::spawn(move || own.talk(&stream));
            }
        });
        Ok((mails, url))
    }

    fn lock(&self) -> MutexGuard<'_, Taken> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Message-IDs that came.
    pub fn ids(&self) -> BTreeSet<String> {
        self.lock().times.keys().cloned().collect()
    }

    /// Mails that came again under the same Message-ID, which their readers' programs show once.
    pub fn again(&self) -> u32 {
        self.lock().times.values().map(|times| times - 1).sum()
    }

    /// Mails that came under two names: sent twice in earnest.
    pub fn twice(&self) -> usize {
        self.lock().names.values().filter(|names| names.len() > 1).count()
    }

    fn talk(&self, stream: &TcpStream) -> Option<()> {
        let mut reader = BufReader::new(stream.try_clone().ok()?);
        let mut to = stream;
        let mut say = |line: &str| to.write_all(format!("{line}\r\n").as_bytes()).ok();
        say("220 here")?;
        loop {
            match read(&mut reader)?.split_whitespace().next().unwrap_or_default().to_ascii_uppercase().as_str() {
                "DATA" => {
                    say("354 go on")?;
                    let mut text = String::new();
                    loop {
                        let line = read(&mut reader)?;
                        if line.trim_end() == "." {
                            break;
                        }
                        text.push_str(&line);
                    }
                    self.take(&text);
                    say("250 taken")?;
                }
                "QUIT" => return say("221 bye"),
                _ => say("250 yes")?,
            }
        }
    }

    fn take(&self, text: &str) {
        let name = text.lines().find_map(|line| line.strip_prefix("Message-ID: <"));
        let id = name.and_then(|name| name.split('@').next()).unwrap_or("none").to_owned();
        let body = text.split_once("\r\n\r\n").map_or(text, |(_, body)| body).to_owned();
        let mut taken = self.lock();
        *taken.times.entry(id.clone()).or_default() += 1;
        taken.names.entry(body).or_default().insert(id);
    }
}

fn read(reader: &mut impl std::io::BufRead) -> Option<String> {
    let mut line = String::new();
    reader.read_line(&mut line).ok().filter(|read| *read > 0)?;
    Some(line)
}
