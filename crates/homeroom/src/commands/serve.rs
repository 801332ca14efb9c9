//! `homeroom serve`: the server, its clock tick, its mail.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use installation::entry;
use kernel::{Error, Result};
use notify::Mailer;
use site::House;
use site::build::Built;
use store::{Context, Job};
use tokio::net::TcpListener;

use super::{Data, open, print};

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
    /// Print one JSON line when ready.
    #[arg(long)]
    json: bool,
}

#[derive(Args, Clone)]
pub struct Mail {
    /// Mail server, smtp://user:secret@host:port or smtps://…; without one, mail waits in the outbox.
    #[arg(long, env = "HOMEROOM_SMTP")]
    pub smtp: Option<String>,
    /// Sender of mails.
    #[arg(long, env = "HOMEROOM_MAIL_FROM", default_value = "homeroom@localhost.localdomain")]
    pub mail_from: String,
}

impl Mail {
    pub fn mailer(&self) -> Result<Option<Mailer>> {
        self.smtp.as_deref().map(|url| Mailer::new(url, &self.mail_from)).transpose()
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

pub async fn run(args: ServeArgs) -> Result<()> {
    let (listener, local) = bind(args.listen).await?;
    let built = open(&args.data.data, false, args.url.unwrap_or(local))?;
    let mailer = args.mail.mailer()?;
    let house = Arc::clone(&built.house);
    let link = installation::found::first_operator(&house.schools)?
        .map(|token| format!("{}/operator/invite/{token}", house.url));
    if args.json {
        print(serde_json::json!({ "url": house.url, "first_operator": link }));
    } else {
        print(format_args!("Homeroom is at {}", house.url));
        if let Some(link) = link {
            print(format_args!("No operator yet. Open this link within 30 minutes to become the first:\n\n  {link}\n"));
        }
    }
    serve(listener, built, mailer).await
}

/// Serves until told to stop, then finishes what runs and writes what waits.
pub async fn serve(listener: TcpListener, built: Built, mailer: Option<Mailer>) -> Result<()> {
    let house = Arc::clone(&built.house);
    let ticking = tokio::spawn(tick(Arc::clone(&house), built.jobs, mailer));
    let service = built.router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stop()).await.map_err(Error::internal)?;
    ticking.abort();
    house.schools.flush()
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

/// Every second: read entries to disk, due jobs, due mail.
async fn tick(house: Arc<House>, jobs: Vec<Job>, mailer: Option<Mailer>) {
    let jobs: Arc<[Job]> = jobs.into();
    let mut every = tokio::time::interval(Duration::from_secs(1));
    every.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        every.tick().await;
        let (own, jobs) = (Arc::clone(&house), Arc::clone(&jobs));
        let worked = tokio::task::spawn_blocking(move || work(&own, &jobs)).await;
        match worked {
            Ok(Ok(contexts)) => {
                if let Some(mailer) = &mailer {
                    for context in contexts {
                        if let Err(error) = mailer.send_due(&context).await {
                            tracing::error!(school = %context.database.id, %error, "mail could not be sent");
                        }
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
    for context in &contexts {
        store::jobs::run_due(context, jobs)?;
    }
    contexts.push(control);
    Ok(contexts)
}
