//! What stands between the house and the network: TLS, the limits of connections, proxies, the clock, figures,
//! and an end that loses nothing.

pub mod certificate;
pub mod clock;
pub mod connections;
pub mod metrics;
pub mod plain;
pub mod proxy;
pub mod status;
pub mod tls;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum_server::Handle;
use axum_server::accept::DefaultAcceptor;
use axum_server::tls_rustls::{RustlsAcceptor, RustlsConfig};
use clap::Args;
use kernel::{Error, Result};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

use connections::Bounded;
use proxy::Network;
use tls::{Tls, TlsArgs};

/// How long requests have to end when the server is told to stop.
pub const GRACE: Duration = Duration::from_secs(20);

#[derive(Args, Clone, Default)]
pub struct NetworkArgs {
    #[command(flatten)]
    pub tls: TlsArgs,
    /// Address where plain HTTP is sent on to TLS, such as 0.0.0.0:80.
    #[arg(long, env = "HOMEROOM_REDIRECT_FROM", value_name = "ADDRESS")]
    pub redirect_from: Option<SocketAddr>,
    /// Networks of proxies whose X-Forwarded-For is believed; several with commas.
    #[arg(long, env = "HOMEROOM_TRUSTED_PROXY", value_name = "NETWORK", value_delimiter = ',')]
    pub trusted_proxy: Vec<Network>,
    /// Address of this machine where figures are shown to Prometheus, such as 127.0.0.1:9464.
    #[arg(long, env = "HOMEROOM_METRICS", value_name = "ADDRESS")]
    pub metrics: Option<SocketAddr>,
    /// Connections at once; the next is not taken.
    #[arg(long, env = "HOMEROOM_MAX_CONNECTIONS", default_value_t = 20_000)]
    pub max_connections: usize,
}

/// A listener for each of the server's doors, bound before anything is built.
pub struct Doors {
    pub main: TcpListener,
    pub tls: Option<Tls>,
    pub plain: Option<TcpListener>,
    pub metrics: Option<TcpListener>,
    pub trusted: Vec<Network>,
    pub max_connections: usize,
}

impl Doors {
    /// One door without TLS: for a demo, and behind a proxy.
    pub fn plain(main: TcpListener) -> Self {
        Self { main, tls: None, plain: None, metrics: None, trusted: Vec::new(), max_connections: 20_000 }
    }
}

/// Serves until `handle` is told to stop, and the requests under way have ended or [`GRACE`] is over.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    tls: Option<RustlsConfig>,
    room: Arc<Semaphore>,
    handle: Handle<SocketAddr>,
) -> Result<()> {
    let listener = listener.into_std().map_err(Error::internal)?;
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let mut server = axum_server::from_tcp(listener).map_err(Error::internal)?.handle(handle);
    connections::limit(&mut server);
    let served = match tls {
        Some(config) => {
            let acceptor = RustlsAcceptor::new(config).handshake_timeout(Duration::from_secs(10));
            server.acceptor(Bounded::new(acceptor, room)).serve(service).await
        }
        None => server.acceptor(Bounded::new(DefaultAcceptor::new(), room)).serve(service).await,
    };
    served.map_err(Error::internal)
}
