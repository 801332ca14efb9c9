//! The socket in the data folder: a command asks the server that owns the folder, and shows what it answers.
//!
//! The question is a JSON line with the parsed command and the lengths of its files, then the files' bytes.
//! The answer is JSON lines: what to print, how far the work is, and how it ended. Only the account that owns
//! the folder gets in, by the file's mode and by what the system says of the caller; such an account could open
//! the folder itself, so the socket gives nobody a power they had not.

use std::fmt::Display;
use std::io::{BufRead as _, BufReader, ErrorKind, Read as _, Write as _};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::{Error, Result};
use roster::rows::SourceFile;
use serde::{Deserialize, Serialize};
use site::House;
use store::DataFolder;
use tokio::sync::Semaphore;

use super::inside::{Inside, Owner};
use super::screen::{Screen, Terminal};
use crate::failure::Failure;

/// A caller that says nothing for so long is left.
const QUESTION: Duration = Duration::from_secs(10);
/// A caller that reads nothing for so long is left: somebody may leaf through the answer.
const READING: Duration = Duration::from_mins(10);
/// Longest question without its files, bytes.
const LINE_LIMIT: u64 = 64 << 10;
/// All files of one question, bytes.
const FILES_LIMIT: u64 = 1 << 30;
/// Commands at work at once; the next waits for one to end.
const AT_ONCE: usize = 4;

#[derive(Serialize, Deserialize)]
struct Question<C> {
    command: C,
    /// Name and length of each file that follows the line.
    files: Vec<(String, u64)>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Answer {
    Print(String),
    Progress {
        what: String,
        done: u64,
        of: u64,
    },
    /// A file for whoever asked, in Base64.
    File(String),
    /// The last line.
    End(Option<Failure>),
}

// --- the command's side ---

/// The server at work in `folder`, if there is one. What a server that died left behind is none.
pub fn connect(folder: &Path) -> Result<Option<UnixStream>, Failure> {
    match UnixStream::connect(DataFolder::socket_in(folder)) {
        Ok(stream) => Ok(Some(stream)),
        Err(error) if error.kind() == ErrorKind::PermissionDenied => Err(Failure::fault(format!(
            "{} belongs to another account: run this as the account that runs Homeroom",
            folder.display()
        ))),
        Err(_) => Ok(None),
    }
}

/// Has the server run the command, and shows what it says.
pub fn ask(stream: UnixStream, command: &Inside, files: &[SourceFile], screen: &mut Terminal) -> Result<(), Failure> {
    // A server that refuses early stops listening; its answer says why.
    let _ = put(&stream, command, files);
    for line in BufReader::new(stream).lines() {
        let answer = line.ok().and_then(|line| serde_json::from_str(&line).ok());
        match answer {
            Some(Answer::Print(text)) => screen.print(&text),
            Some(Answer::Progress { what, done, of }) => screen.progress(&what, done, of),
            Some(Answer::File(text)) => {
                let bytes = STANDARD.decode(text).map_err(|_| Failure::fault("the running server broke off"))?;
                screen.deliver(&bytes)?;
            }
            Some(Answer::End(None)) => return Ok(()),
            Some(Answer::End(Some(failure))) => return Err(failure),
            None => break,
        }
    }
    Err(Failure::fault("the running server gave no answer to the end: see what it logged"))
}

fn put(mut stream: &UnixStream, command: &Inside, files: &[SourceFile]) -> std::io::Result<()> {
    let lengths = files.iter().map(|file| (file.name.clone(), file.bytes.len() as u64)).collect();
    let mut line = serde_json::to_vec(&Question { command, files: lengths })?;
    line.push(b'\n');
    stream.write_all(&line)?;
    files.iter().try_for_each(|file| stream.write_all(&file.bytes))
}

// --- the server's side ---

/// Opens the socket of a house. Without one (a path too long for a socket) the server serves all the same.
pub fn listen(house: &House) -> Option<UnixListener> {
    let folder = &house.schools.folder;
    let path = folder.socket();
    if folder.is_shared() {
        // Another process answers for all of us; what one that was killed has left answers nobody.
        if UnixStream::connect(&path).is_ok() {
            return None;
        }
        let _ = std::fs::remove_file(&path);
    }
    let opened = UnixListener::bind(&path).and_then(|listener| {
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600))?;
        listener.set_nonblocking(true)?;
        Ok(listener)
    });
    opened
        .inspect_err(|error| {
            tracing::warn!(%error, "no socket in the data folder: commands will be refused while this server runs");
        })
        .ok()
}

/// Answers commands until dropped.
pub async fn serve(listener: UnixListener, owner: Owner) -> Result<()> {
    let account = std::fs::metadata(owner.house.schools.folder.socket()).map_err(Error::internal)?.uid();
    let listener = tokio::net::UnixListener::from_std(listener).map_err(Error::internal)?;
    let room = Arc::new(Semaphore::new(AT_ONCE));
    loop {
        let place = Arc::clone(&room).acquire_owned().await.map_err(Error::internal)?;
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(Duration::from_millis(100)).await;
            continue;
        };
        // Between the socket's making and its mode there was a moment.
        let may = stream.peer_cred().is_ok_and(|caller| caller.uid() == account || caller.uid() == 0);
        if let (true, Ok(stream)) = (may, stream.into_std()) {
            let owner = owner.clone();
            tokio::task::spawn_blocking(move || {
                answer(stream, &owner);
                drop(place);
            });
        }
    }
}

fn answer(stream: UnixStream, owner: &Owner) {
    let ready = stream
        .set_nonblocking(false)
        .and_then(|()| stream.set_read_timeout(Some(QUESTION)))
        .and_then(|()| stream.set_write_timeout(Some(READING)));
    if ready.is_err() {
        return;
    }
    let mut caller = Caller { stream: &stream, listens: true };
    let ended = take(&stream).and_then(|(command, files)| command.perform(owner, files, &mut caller));
    caller.say(&Answer::End(ended.err()));
}

/// Reads a question and its files.
fn take(stream: &UnixStream) -> Result<(Inside, Vec<SourceFile>), Failure> {
    let broken = |_| Failure::fault("the command broke off");
    let mut reader = BufReader::new(stream);
    let mut line = Vec::new();
    (&mut reader).take(LINE_LIMIT).read_until(b'\n', &mut line).map_err(broken)?;
    let question: Question<Inside> = serde_json::from_slice(&line).map_err(|_| {
        Failure::usage(format!(
            "the running server does not know this command. It is Homeroom {}: use the same, or stop it first",
            env!("CARGO_PKG_VERSION")
        ))
    })?;
    if question.files.iter().fold(0, |sum: u64, (_, length)| sum.saturating_add(*length)) > FILES_LIMIT {
        return Err(Failure::refused("the files are larger than 1 GiB together: send fewer at once"));
    }
    let mut files = Vec::new();
    for (name, length) in question.files {
        let mut bytes = Vec::new();
        (&mut reader).take(length).read_to_end(&mut bytes).map_err(broken)?;
        if bytes.len() as u64 != length {
            return Err(Failure::fault("the command broke off"));
        }
        files.push(SourceFile { name, bytes });
    }
    Ok((question.command, files))
}

/// Whoever asked. When they hang up, the work goes on and nobody is told.
struct Caller<'a> {
    stream: &'a UnixStream,
    listens: bool,
}

impl Caller<'_> {
    fn say(&mut self, answer: &Answer) {
        if self.listens
            && let Ok(mut line) = serde_json::to_vec(answer)
        {
            line.push(b'\n');
            self.listens = self.stream.write_all(&line).is_ok();
        }
    }
}

impl Screen for Caller<'_> {
    fn print(&mut self, text: &dyn Display) {
        self.say(&Answer::Print(text.to_string()));
    }

    fn progress(&mut self, what: &str, done: u64, of: u64) {
        self.say(&Answer::Progress { what: what.to_owned(), done, of });
    }

    fn deliver(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.say(&Answer::File(STANDARD.encode(bytes)));
        Ok(())
    }
}
