//! `homeroom serve`: the server, its clock tick, its mail.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use installation::entry;
use kernel::{Error, Result};
use notify::{Gateway, Mailer, Senders, sms};
use site::House;
use site::build::Built;
use store::{Context, Job};
use tokio::net::TcpListener;

use super::inside::{Owner, Sends};
use super::screen::{Screen as _, Terminal};
use super::{Data, Output, open};
use crate::failure::Failure;

#[derive(Args)]
pub struct ServeArgs {
    #[command(flatten)]
    data: Data,
    /// Address to listen on; port 0 takes a free one.
    #[arg(long, env = "HOMEROOM_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Where people reach this installation; needed behind a proxy.
    #[arg(long, env = "HOMEROOM_URL")]
    url: Option<String>,
    #[command(flatten)]
    mail: Mail,
    #[command(flatten)]
    output: Output,
}

#[derive(Args, Clone, Default)]
pub struct Mail {
    /// Mail server, smtp://user:secret@host:port or smtps://…; without one, mail waits in the outbox.
    #[arg(long, env = "HOMEROOM_SMTP", hide_env_values = true)]
    pub smtp: Option<String>,
    /// Sender of mails.
    #[arg(long, env = "HOMEROOM_MAIL_FROM", default_value = "homeroom@localhost.localdomain")]
    pub mail_from: String,
    #[command(flatten)]
    sms: Sms,
}

/// The SMS gateway, in the words of the settings file's part `[sms]`.
#[derive(Args, Clone, Default)]
struct Sms {
    /// SMS gateway with Twilio's Messages API, https://api.twilio.com; without one, text messages wait in the outbox.
    #[arg(long, env = "HOMEROOM_SMS_URL")]
    sms_url: Option<String>,
    /// Account at the gateway.
    #[arg(long, env = "HOMEROOM_SMS_ACCOUNT", default_value = "", hide_default_value = true)]
    sms_account: String,
    /// The account's secret; better in the environment or the settings file, where no other account sees it.
    #[arg(long, env = "HOMEROOM_SMS_SECRET", default_value = "", hide_default_value = true, hide_env_values = true)]
    sms_secret: String,
    /// Sender of text messages: a number such as +31612345678, or a name that the gateway allows.
    #[arg(long, env = "HOMEROOM_SMS_FROM", default_value = "", hide_default_value = true)]
    sms_from: String,
    /// A host, besides api.twilio.com, that text messages may be handed to.
    #[arg(long, env = "HOMEROOM_SMS_HOSTS", value_delimiter = ',')]
    sms_hosts: Vec<String>,
}

impl Mail {
    pub fn senders(&self) -> Result<Senders, Failure> {
        let usage = |error: Error| Failure::usage(error.to_string());
        Ok(Senders { mail: self.mailer().map_err(usage)?, sms: self.sms.gateway().map_err(usage)? })
    }

    fn mailer(&self) -> Result<Option<Mailer>> {
        self.smtp.as_deref().map(|url| Mailer::new(url, &self.mail_from)).transpose()
    }
}

impl Sms {
    fn gateway(&self) -> Result<Option<Gateway>> {
        let Some(url) = self.sms_url.clone() else { return Ok(None) };
        let settings = sms::Settings {
            url,
            account: self.sms_account.clone(),
            secret: self.sms_secret.clone(),
            from: self.sms_from.clone(),
            hosts: self.sms_hosts.clone(),
        };
        Gateway::new(&settings).map(Some)
    }
}

/// Listens before anything is built, so that links carry the real port.
pub async fn bind(listen: SocketAddr) -> Result<(TcpListener, String)> {
    let listener = TcpListener::bind(listen).await.map_err(|e| {
        Error::Internal(format!("cannot listen on {listen} ({e}). Stop what uses it, or choose another with --listen."))
    })?;
    let bound = listener.local_addr().map_err(Error::internal)?;
    let host = if bound.ip().is_loopback() { "localhost".to_owned() } else { bound.ip().to_string() };
    Ok((listener, format!("http://{host}:{}", bound.port())))
}

pub async fn run(args: ServeArgs) -> Result<(), Failure> {
    let mut screen = Terminal::new(args.output);
    let (listener, local) = bind(args.listen).await?;
    let senders = args.mail.senders()?;
    let built = open(&args.data.data, false, args.url.unwrap_or(local))?;
    let server = Server::new(listener, built, senders, args.data.config);
    let house = Arc::clone(&server.built.house);
    let link = installation::found::first_operator(&house.schools)?
        .map(|token| format!("{}/operator/invite/{token}", house.url));
    if args.output.json {
        screen.print(&serde_json::json!({ "url": house.url, "first_operator": link }));
    } else {
        screen.print(&format_args!("Homeroom is at {}", house.url));
        if let Some(link) = link {
            screen.print(&format_args!(
                "No operator yet. Open this link within 30 minutes to become the first:\n\n  {link}\n"
            ));
        }
    }
    Ok(server.serve().await?)
}

/// A house with its two doors, the network's and the shell's.
pub struct Server {
    pub built: Built,
    listener: TcpListener,
    #[cfg(unix)]
    commands: Option<std::os::unix::net::UnixListener>,
    senders: Senders,
    /// The settings file that was read.
    config: Option<PathBuf>,
}

impl Server {
    /// From here on commands that find the folder owned wait for this server instead of being refused.
    pub fn new(listener: TcpListener, built: Built, senders: Senders, config: Option<PathBuf>) -> Self {
        Self {
            #[cfg(unix)]
            commands: super::socket::listen(&built.house),
            listener,
            built,
            senders,
            config,
        }
    }

    /// Serves until told to stop, then finishes what runs and writes what waits.
    pub async fn serve(self) -> Result<()> {
        let house = self.built.house;
        let sends = Sends::of(&self.senders);
        let owner = Owner { house: Arc::clone(&house), config: self.config, server_sends: Some(sends) };
        #[cfg(unix)]
        let answering = self.commands.map(|commands| tokio::spawn(super::socket::serve(commands, owner)));
        let ticking = tokio::spawn(tick(Arc::clone(&house), self.built.jobs, self.senders));
        let service = self.built.router.into_make_service_with_connect_info::<SocketAddr>();
        axum::serve(self.listener, service).with_graceful_shutdown(stop()).await.map_err(Error::internal)?;
        ticking.abort();
        #[cfg(unix)]
        if let Some(answering) = answering {
            answering.abort();
            let _ = std::fs::remove_file(house.schools.folder.socket());
        }
        house.schools.flush()
    }
}

async fn stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let terminated = async {
            match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
                Ok(mut signal) => {
                    signal.recv().await;
                }
                Err(_) => std::future::pending().await,
            }
        };
        tokio::select! { _ = interrupted => {}, () = terminated => {} }
    }
    #[cfg(not(unix))]
    let _ = interrupted.await;
}

/// Every second: read entries to disk, due jobs, due messages.
async fn tick(house: Arc<House>, jobs: Vec<Job>, senders: Senders) {
    let jobs: Arc<[Job]> = jobs.into();
    let mut every = tokio::time::interval(Duration::from_secs(1));
    every.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        every.tick().await;
        let (own, jobs) = (Arc::clone(&house), Arc::clone(&jobs));
        let worked = tokio::task::spawn_blocking(move || work(&own, &jobs)).await;
        match worked {
            Ok(Ok(contexts)) => {
                for context in contexts {
                    if let Err(error) = senders.send_due(&context).await {
                        tracing::error!(school = %context.database.id, %error, "the outbox could not be sent");
                    }
                }
            }
            Ok(Err(error)) => tracing::error!(%error, "the clock tick failed"),
            Err(error) => tracing::error!(%error, "the clock tick stopped"),
        }
    }
}

/// Runs what is due in every school and in the installation; gives them for sending.
fn work(house: &House, jobs: &[Job]) -> Result<Vec<Context>> {
    house.schools.flush()?;
    let control = entry::own_context(&house.schools)?;
    let rows = control.read(installation::acts::SEE_SCHOOLS.on(()), |read, _| entry::list(read))?;
    let mut contexts = Vec::with_capacity(rows.len() + 1);
    for row in rows {
        match house.schools.get(row.id) {
            Ok(database) => contexts.push(Context { database, ..control.clone() }),
            Err(error) => tracing::error!(school = %row.id, %error, "a school cannot be opened"),
        }
    }
    // A school in the middle of a long import keeps its jobs and mail for a later tick; the others have theirs.
    contexts.retain(|context| context.database.long_change().is_none());
    for context in &contexts {
        store::jobs::run_due(context, jobs)?;
    }
    contexts.push(control);
    Ok(contexts)
}
