//! `homeroom serve`: opens the doors, builds the house, and ends without losing anything.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use doors::{Handle, plain, proxy};
use kernel::{Clock, Error, Result};
use notify::{Gateway, Mailer, Senders, sms};
use site::House;
use site::build::Built;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

use super::backup::Places;
use super::inside::{Owner, Sends};
use super::screen::{Screen as _, Terminal};
use super::{Data, Output, open};
use crate::failure::Failure;
use crate::serving::clock::Clock as Clockwork;
use crate::serving::{Doors, NetworkArgs, metrics, status};

/// How long mail that is on its way may still take when the server ends.
const LAST_MAIL: Duration = Duration::from_secs(5);

/// How often pages that stand open are told what other processes wrote: within two seconds with room to spare.
const HEARING: Duration = Duration::from_millis(400);

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
    /// Where schools are put that are founded in the browser: sqlite: for the data folder, or
    /// postgres://login@host/database.
    #[arg(long, env = "HOMEROOM_LOCATION", default_value = "sqlite:")]
    location: String,
    #[command(flatten)]
    network: NetworkArgs,
    #[command(flatten)]
    mail: Mail,
    #[command(flatten)]
    backups: Places,
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
    #[arg(id = "sms_url", long = "sms-url", env = "HOMEROOM_SMS_URL")]
    url: Option<String>,
    /// Account at the gateway.
    #[arg(
        id = "sms_account",
        long = "sms-account",
        env = "HOMEROOM_SMS_ACCOUNT",
        default_value = "",
        hide_default_value = true
    )]
    account: String,
    /// The account's secret; better in the environment or the settings file, where no other account sees it.
    #[arg(
        id = "sms_secret",
        long = "sms-secret",
        env = "HOMEROOM_SMS_SECRET",
        default_value = "",
        hide_default_value = true,
        hide_env_values = true
    )]
    secret: String,
    /// Sender of text messages: a number such as +31612345678, or a name that the gateway allows.
    #[arg(
        id = "sms_from",
        long = "sms-from",
        env = "HOMEROOM_SMS_FROM",
        default_value = "",
        hide_default_value = true
    )]
    from: String,
    /// A host, besides api.twilio.com, that text messages may be handed to.
    #[arg(id = "sms_hosts", long = "sms-hosts", env = "HOMEROOM_SMS_HOSTS", value_delimiter = ',')]
    hosts: Vec<String>,
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
        let Some(url) = self.url.clone() else { return Ok(None) };
        let settings = sms::Settings {
            url,
            account: self.account.clone(),
            secret: self.secret.clone(),
            from: self.from.clone(),
            hosts: self.hosts.clone(),
        };
        Gateway::new(&settings).map(Some)
    }
}

/// Listens before anything is built, so that links carry the real port.
pub async fn bind(listen: SocketAddr) -> Result<(TcpListener, String)> {
    let listener = listen_at(listen, "--listen").await?;
    let bound = listener.local_addr().map_err(Error::internal)?;
    let host = if bound.ip().is_loopback() { "localhost".to_owned() } else { bound.ip().to_string() };
    Ok((listener, format!("http://{host}:{}", bound.port())))
}

async fn listen_at(address: SocketAddr, flag: &str) -> Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|e| {
        Error::Internal(format!("cannot listen on {address} ({e}). Stop what uses it, or choose another with {flag}."))
    })
}

/// Opens every door that was asked for, and says at which address people come in.
async fn open_doors(args: &ServeArgs) -> Result<(Doors, String), Failure> {
    let network = &args.network;
    let (main, local) = bind(args.listen).await?;
    let tls = network.tls.open(&args.data.data, &Clock::System)?;
    if network.redirect_from.is_some() && tls.is_none() {
        return Err(Failure::usage("--redirect-from sends on to TLS: name --tls-cert and --tls-key, or --acme-domain"));
    }
    let port = main.local_addr().map_err(Error::internal)?.port();
    let secure = local.replacen("http://", "https://", 1);
    let at_domain = network.tls.domain().map(|domain| match port {
        443 => format!("https://{domain}"),
        port => format!("https://{domain}:{port}"),
    });
    let url = match (&args.url, &tls) {
        (Some(url), _) => url.trim_end_matches('/').to_owned(),
        (None, Some(_)) => at_domain.unwrap_or(secure),
        (None, None) => local,
    };
    let mut doors = Doors::plain(main);
    if let Some(address) = network.redirect_from {
        doors.plain = Some(listen_at(address, "--redirect-from").await?);
    }
    if let Some(address) = network.metrics {
        metrics::only_here(address)?;
        doors.metrics = Some(listen_at(address, "--metrics").await?);
    }
    doors.tls = tls;
    doors.trusted.clone_from(&network.trusted_proxy);
    doors.max_connections = network.max_connections;
    Ok((doors, url))
}

pub async fn run(args: ServeArgs) -> Result<(), Failure> {
    let mut screen = Terminal::new(args.output);
    let (doors, url) = open_doors(&args).await?;
    let bound = |listener: &Option<TcpListener>| listener.as_ref().and_then(|l| l.local_addr().ok());
    let (plain, figures) = (bound(&doors.plain), bound(&doors.metrics));
    let (senders, backups) = (args.mail.senders()?, args.backups.settings(&args.data)?);
    let built = open(&args.data, url)?;
    let server = Server::with(doors, built, senders, args.data.config);
    let house = Arc::clone(&server.built.house);
    let _ = house.schools.backups.set(backups);
    let _ = house.schools.home.set(args.location.parse()?);
    let link = installation::found::first_operator(&house.schools)?
        .map(|token| format!("{}/operator/invite/{token}", house.url));
    if args.output.json {
        let at = |address: Option<SocketAddr>| address.map(|address| address.to_string());
        screen.print(&serde_json::json!({
            "url": house.url, "first_operator": link, "redirect_from": at(plain), "metrics": at(figures),
        }));
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

/// A house with its doors: the network's, the shell's, the watcher's.
pub struct Server {
    pub built: Built,
    doors: Doors,
    #[cfg(unix)]
    commands: Option<std::os::unix::net::UnixListener>,
    senders: Senders,
    /// The settings file that was read.
    config: Option<PathBuf>,
}

impl Server {
    /// From here on commands that find the folder owned wait for this server instead of being refused.
    pub fn new(listener: TcpListener, built: Built, senders: Senders, config: Option<PathBuf>) -> Self {
        Self::with(Doors::plain(listener), built, senders, config)
    }

    pub fn with(doors: Doors, built: Built, senders: Senders, config: Option<PathBuf>) -> Self {
        Self {
            #[cfg(unix)]
            commands: super::socket::listen(&built.house),
            doors,
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
        let doors = self.doors;
        if let Some(tls) = &doors.tls {
            let _ = house.certificate.set(tls.term.clone());
        }
        let clock = Clockwork::new(Arc::clone(&house), self.built.jobs, self.senders);
        let ticking = tokio::spawn(Arc::clone(&clock).run());
        let hearing = house.schools.folder.is_shared().then(|| tokio::spawn(hear(Arc::clone(&house))));
        let known = status::Known { mails: sends.mail };
        let _ = house.status.set(Arc::new(move |house| status::look(house, &known)));
        let mut router = proxy::behind(self.built.router, doors.trusted);
        let handle = Handle::new();
        let room = Arc::new(Semaphore::new(doors.max_connections));
        let mut beside = Vec::new();
        if let Some(listener) = doors.metrics {
            let figures = metrics::Figures::new(Arc::clone(&house), Arc::clone(&clock))?;
            router = metrics::counted(router);
            let few = Arc::new(Semaphore::new(8));
            beside.push(tokio::spawn(doors::serve(listener, figures.router(), None, few, handle.clone())));
        }
        if let Some(listener) = doors.plain {
            let sending_on = plain::router(&house.url, Arc::clone(&house.catalogue));
            beside.push(tokio::spawn(doors::serve(listener, sending_on, None, Arc::clone(&room), handle.clone())));
        }
        let stopping = handle.clone();
        tokio::spawn(async move {
            stop().await;
            stopping.graceful_shutdown(Some(doors::GRACE));
        });
        let config = doors.tls.as_ref().map(|tls| tls.config.clone());
        let fresh = doors.tls.map(|tls| tls.keep_fresh(house.schools.clock.clone()));
        doors::serve(doors.main, router, config, room, handle).await?;
        ticking.abort();
        if let Some(hearing) = hearing {
            hearing.abort();
        }
        clock.last(LAST_MAIL).await;
        if let Some(fresh) = fresh {
            fresh.abort();
        }
        for door in beside {
            door.abort();
        }
        #[cfg(unix)]
        if let Some(answering) = answering {
            answering.abort();
            let _ = std::fs::remove_file(house.schools.folder.socket());
        }
        house.schools.flush()
    }
}

/// Pages that stand open hear of what other processes write.
async fn hear(house: Arc<House>) {
    let mut every = tokio::time::interval(HEARING);
    every.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        every.tick().await;
        let house = Arc::clone(&house);
        if let Err(error) = tokio::task::spawn_blocking(move || house.schools.hear_for_watchers()).await {
            tracing::error!(%error, "what other processes wrote could not be heard");
        }
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
