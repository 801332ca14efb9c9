//! A data folder with a school in it, people who are signed in, and the real server on it.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use accounts::account::{self, Standing};
use accounts::acknowledgement;
use accounts::session::{self, Start};
use homeroom::{commands, demo};
use installation::entry;
use kernel::{EmailAddress, Error, PersonName, Result};
use people::{StaffId, StudentId, staff, student};
use school::{GroupId, enrolment, group, teaching};
use sea_orm::{EntityTrait as _, IntoActiveModel as _};
use serde_json::Value;
use site::{House, SchoolEntry};
use store::{Actor, Context, Role, Work};
use tempfile::TempDir;
use testkit::ARRANGE;

use crate::load::Page;

/// A server that runs until the value goes.
pub struct Server {
    child: Child,
    /// The line it printed when it was ready.
    pub ready: Value,
}

impl Server {
    pub fn of(mut command: Command) -> Self {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().expect("the program starts");
        let mut line = String::new();
        let said = child.stdout.take().expect("a pipe");
        BufReader::new(said).read_line(&mut line).expect("a line");
        Self { ready: serde_json::from_str(&line).unwrap_or_else(|_| panic!("not ready: {line:?}")), child }
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    pub fn url(&self) -> String {
        // The name would ask the resolver, and IPv6 first.
        self.ready["url"].as_str().expect("an address").replace("localhost", "127.0.0.1")
    }

    /// A page of it.
    pub fn page(&self, path: &str, cookies: &str) -> Page {
        Page { url: format!("{}{path}", self.url()), cookies: format!("lang=en; {cookies}") }
    }
}

impl Server {
    fn end(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.end();
    }
}

/// The program with nothing of this machine's environment that it would listen to.
pub fn homeroom(here: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_homeroom"));
    command.current_dir(here).args(words).stdin(Stdio::null());
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("HOMEROOM_")) {
        command.env_remove(name);
    }
    command
}

/// The house on a folder, before its server runs.
pub struct Scene {
    pub house: Arc<House>,
    pub entry: SchoolEntry,
    folder: TempDir,
}

/// Who somebody is to a server: the cookie of a session.
pub type Cookie = String;

impl Scene {
    /// A school of so many students, made as the demo makes its own.
    pub fn new(students: usize) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let url = "http://localhost".to_owned();
        let house = commands::open_demo(&folder.path().join("data"), url, false).expect("a house").house;
        let made = demo::make(&house, "school", None, students).expect("a school");
        let entry = entry::find(&house.schools, &made.slug).expect("a look").expect("the school");
        Self { house, entry, folder }
    }

    /// Copies of the school, each with a key of its own: `demo-1` and so on.
    pub fn duplicate(&self, how_many: usize) {
        let copies: Vec<_> =
            (1..=how_many).map(|n| (n, self.house.schools.duplicate(self.entry.id).expect("a copy"))).collect();
        let control = entry::own_context(&self.house.schools).expect("the installation");
        let add = |work: &Work| {
            let first = entry::Entity::find_by_id(self.entry.id).one(work.db())?.expect("the first school");
            for (n, id) in &copies {
                let (slug, name) = (format!("demo-{n}"), format!("School {n}"));
                let row = entry::Model { id: *id, slug, name, ..first.clone() };
                entry::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
            }
            Ok(())
        };
        control.write(ARRANGE.on(()), |work, _| add(work)).expect("the schools are written down");
    }

    pub fn here(&self) -> &Path {
        self.folder.path()
    }

    /// Arranges something by the shell's hand.
    pub fn arrange<R>(&self, change: impl FnOnce(&Work) -> Result<R>) -> R {
        let schools = &self.house.schools;
        let context = Context {
            database: schools.get(self.entry.id).expect("the school opens"),
            actor: Actor::Shell,
            clock: schools.clock.clone(),
            random: schools.random.clone(),
            network: None,
        };
        context.write(ARRANGE.on(()), |work, _| change(work)).expect("it can be arranged")
    }

    /// Signs somebody in who is an account of its own.
    pub fn signed_in(&self, standing: &Standing) -> Cookie {
        let notice = self.house.notice_version(&self.entry).expect("a notice");
        let token = self.arrange(|work| {
            let email = address(&work.uuid().to_string())?;
            let id = account::create(work, "Somebody", Some(&email), None, standing)?;
            acknowledgement::note(work, id, &notice)?;
            session::begin(work, id, Start::SecondFactor, "bench")
        });
        format!("{}={token}", self.house.cookie(&self.entry.slug))
    }

    pub fn office(&self) -> Cookie {
        self.signed_in(&Standing { roles: vec![Role::Office], ..Standing::default() })
    }

    /// A class of so many with its teacher: the page of the class, and the teacher's cookie.
    pub fn class(&self, how_many: usize) -> (String, Cookie) {
        let (group, staff) = self.arrange(|work| {
            let (group, staff) = (GroupId(work.uuid()), StaffId(work.uuid()));
            let row = group::new_row(work.language, group, None, "Bench", "", &group::year_of(work.today));
            group::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
            let name = parts("Juf Bank")?;
            let details = staff::Details { name, employee_id: None, title: None, email: None, phone: None };
            let row = staff::new_row(work.language, staff, details, None);
            staff::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
            let row = teaching::new_row(work.uuid(), staff, group, work.today);
            teaching::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
            for n in 0..how_many {
                let student = StudentId(work.uuid());
                let name = parts(&format!("Kind{n} Boom{}", n * 7_919 % 1_201))?;
                let details = student::Details { name, number: None, born: None, postcode: None, email: None };
                let row = student::new_row(work.language, student, details, None, work.today, "public_task");
                student::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
                let row = enrolment::new_row(work.uuid(), student, group, work.today);
                enrolment::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
            }
            Ok((group, staff))
        });
        let standing = Standing { staff: Some(staff.0), roles: vec![Role::Teacher], ..Standing::default() };
        (format!("/s/{}/my/groups/{group}", self.entry.slug), self.signed_in(&standing))
    }

    /// Lets go of the folder and starts the real server on it.
    pub fn serve(self) -> Stage {
        let Self { house, entry, folder } = self;
        house.schools.flush().expect("nothing waits");
        drop(house);
        let server = Server::of(homeroom(folder.path(), &SERVE));
        Stage { server, slug: entry.slug, folder }
    }
}

const SERVE: [&str; 6] = ["serve", "--json", "--listen", "127.0.0.1:0", "--metrics", "127.0.0.1:0"];

/// The real server on its folder; both go with the value.
pub struct Stage {
    pub server: Server,
    pub slug: String,
    folder: TempDir,
}

impl Stage {
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn here(&self) -> &Path {
        self.folder.path()
    }

    /// Ends the server and starts it again: how long until it was ready.
    pub fn restart(&mut self) -> Duration {
        self.server.end();
        let begun = Instant::now();
        self.server = Server::of(homeroom(self.folder.path(), &SERVE));
        begun.elapsed()
    }
}

fn parts(name: &str) -> Result<PersonName> {
    let (call, surname) = name.split_once(' ').unwrap_or((name, ""));
    PersonName::parse(call, "", surname).map_err(|m| Error::Internal(m.to_string()))
}

pub fn address(mailbox: &str) -> Result<EmailAddress> {
    EmailAddress::parse(&format!("{mailbox}@example.org")).map_err(|m| Error::Internal(m.to_string()))
}
