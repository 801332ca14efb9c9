//! Connections to one PostgreSQL database, lent to one transaction of one school at a time. The login has no rights of
//! its own: each transaction says whose role and whose tables it uses, and that ends with it.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use kernel::{Error, Result};
use parking_lot::{Condvar, Mutex};
use postgres::config::SslMode;
use postgres::{Client, Config, NoTls, Statement};
use rustls::{ClientConfig, RootCertStore};
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio_postgres_rustls::MakeRustlsConnect;

/// Connections at once; whoever comes then waits a moment for one.
const CONNECTIONS: usize = 32;
const PATIENCE: Duration = Duration::from_secs(3);
/// Statements remembered by one connection; beyond it all are forgotten.
const REMEMBERED: usize = 500;

pub(crate) struct Pool {
    config: Config,
    /// How the names of schemas begin.
    pub prefix: String,
    inner: Mutex<Inner>,
    freed: Condvar,
}

#[derive(Default)]
struct Inner {
    idle: Vec<Lent>,
    open: usize,
}

/// A connection that is lent, with the statements it has prepared.
pub(crate) struct Lent {
    /// Always there, but for the moment in which it is closed.
    client: Option<Client>,
    statements: HashMap<String, Statement>,
}

impl Lent {
    /// Lends the connection to something that waits for the server.
    pub fn ask<R: Send>(
        &mut self,
        work: impl FnOnce(&mut Client) -> Result<R, postgres::Error> + Send,
    ) -> Result<R, postgres::Error> {
        // Nobody sees the moment in which it is not there.
        let client = self.client.as_mut().ok_or_else(postgres::Error::__private_api_timeout)?;
        waiting(|| work(client))
    }

    pub fn client(&mut self) -> Option<&mut Client> {
        self.client.as_mut()
    }

    pub fn statement(&mut self, sql: &str) -> Result<Statement, postgres::Error> {
        if let Some(known) = self.statements.get(sql) {
            return Ok(known.clone());
        }
        if self.statements.len() >= REMEMBERED {
            self.statements.clear();
        }
        let statement = self.ask(|client| client.prepare(sql))?;
        self.statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }

    /// What `*` stands for may be something else now.
    pub fn forget_statements(&mut self) {
        self.statements.clear();
    }

    pub fn is_closed(&self) -> bool {
        self.client.as_ref().is_none_or(Client::is_closed)
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        self.statements.clear();
        if let Some(client) = self.client.take() {
            // Closing waits for the server, which a thread of the web server may not do.
            std::thread::spawn(move || drop(client));
        }
    }
}

impl Pool {
    /// A pool for `postgres://login@host/database`; connects when it is needed. `homeroom=…` among the address's words
    /// is ours: how the names of schemas begin.
    pub fn new(url: &str) -> Result<Arc<Self>> {
        let (url, prefix) = without_prefix(url);
        if prefix.is_empty()
            || prefix.len() > 20
            || !prefix.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        {
            return Err(Error::Internal(
                "homeroom=… in an address is up to 20 lower-case letters and digits".to_owned(),
            ));
        }
        let mut config: Config = url.parse().map_err(|error| {
            Error::Internal(format!(
                "this is no address of a PostgreSQL database ({error}): postgres://login@host/database"
            ))
        })?;
        config.application_name("homeroom").connect_timeout(Duration::from_secs(5)).keepalives(true);
        Ok(Arc::new(Self { config, prefix, inner: Mutex::default(), freed: Condvar::new() }))
    }

    pub(crate) fn take(&self) -> Result<Lent> {
        let mut inner = self.inner.lock();
        loop {
            while let Some(lent) = inner.idle.pop() {
                if !lent.is_closed() {
                    return Ok(lent);
                }
                inner.open -= 1;
            }
            if inner.open < CONNECTIONS {
                inner.open += 1;
                drop(inner);
                return self.connect().inspect_err(|_| self.lost());
            }
            if self.freed.wait_for(&mut inner, PATIENCE).timed_out() {
                return Err(Error::Busy);
            }
        }
    }

    pub(crate) fn give_back(&self, lent: Lent) {
        if lent.is_closed() {
            self.lost();
            return;
        }
        self.inner.lock().idle.push(lent);
        self.freed.notify_one();
    }

    /// For a connection that is in nobody knows which state.
    pub(crate) fn throw_away(&self, lent: Lent) {
        drop(lent);
        self.lost();
    }

    fn lost(&self) {
        self.inner.lock().open -= 1;
        self.freed.notify_one();
    }

    fn connect(&self) -> Result<Lent> {
        let client = waiting(|| self.connect_checked())?;
        Ok(Lent { client: Some(client), statements: HashMap::new() })
    }

    fn connect_checked(&self) -> Result<Client> {
        let connected = if self.config.get_ssl_mode() == SslMode::Require {
            self.config.connect(tls()?)
        } else {
            self.config.connect(NoTls)
        };
        let mut client = connected.map_err(|error| unreachable(&error))?;
        check(&mut client)?;
        Ok(client)
    }
}

fn without_prefix(url: &str) -> (String, String) {
    let Some((address, words)) = url.split_once('?') else { return (url.to_owned(), "s".to_owned()) };
    let (own, others): (Vec<&str>, Vec<&str>) = words.split('&').partition(|word| word.starts_with("homeroom="));
    let prefix = own.first().and_then(|word| word.strip_prefix("homeroom=")).unwrap_or("s").to_owned();
    let others = if others.is_empty() { String::new() } else { format!("?{}", others.join("&")) };
    (format!("{address}{others}"), prefix)
}

/// Runs what waits for the server where a thread may wait: the client has a small runtime of its own, which cannot run
/// on a thread that is driving another.
pub(crate) fn waiting<R: Send>(work: impl FnOnce() -> R + Send) -> R {
    match Handle::try_current().map(|handle| handle.runtime_flavor()) {
        // As tests are: their one thread is driving it.
        Ok(RuntimeFlavor::CurrentThread) => std::thread::scope(|threads| match threads.spawn(work).join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        }),
        Ok(_) => tokio::task::block_in_place(work),
        Err(_) => work(),
    }
}

fn tls() -> Result<MakeRustlsConnect> {
    let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(Error::internal)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

fn unreachable(error: &postgres::Error) -> Error {
    let reason = error.as_db_error().map_or_else(|| error.to_string(), |fault| fault.message().to_owned());
    Error::Internal(format!(
        "the PostgreSQL server cannot be used ({reason}). Start it, or mend its address; nothing was changed."
    ))
}

/// Refuses a database that would sort, decode or keep otherwise than a file does, and a login that could do more than
/// take the role of a school.
fn check(client: &mut Client) -> Result<()> {
    const ASKED: &str = "SELECT d.datcollate, pg_encoding_to_char(d.encoding), r.rolsuper, r.rolinherit, \
                         current_setting('synchronous_commit'), current_setting('fsync'), r.rolname \
                         FROM pg_database AS d, pg_roles AS r \
                         WHERE d.datname = current_database() AND r.rolname = session_user";
    let row = client.query_one(ASKED, &[]).map_err(|error| unreachable(&error))?;
    let text = |index: usize| row.try_get::<_, String>(index).unwrap_or_default();
    let flag = |index: usize| row.try_get::<_, bool>(index).unwrap_or(true);
    let refused = |words: String| Err(Error::Internal(format!("{words}; see docs/operators/outgrowing.md")));
    let collation = text(0).to_lowercase();
    if !["c", "posix", "c.utf-8", "c.utf8"].contains(&collation.as_str()) || text(1) != "UTF8" {
        return refused(format!(
            "this database sorts by {} and stores {}: make it with ENCODING 'UTF8' LC_COLLATE 'C' TEMPLATE template0",
            text(0),
            text(1)
        ));
    }
    if flag(2) || flag(3) {
        return refused(format!(
            "the login {} has rights of its own: make it NOSUPERUSER NOINHERIT, so that it can do nothing outside a school's role",
            text(6)
        ));
    }
    if text(4) == "off" {
        return refused("synchronous_commit is off for this login: what was acknowledged could be lost".to_owned());
    }
    Ok(())
}
