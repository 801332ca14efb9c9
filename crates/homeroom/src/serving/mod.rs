//! What the server is told of its doors, and what goes on beside them: the clock, figures, how it is.

pub mod clock;
pub mod metrics;
pub mod status;
pub mod tls;

use std::net::SocketAddr;

use clap::Args;
use doors::proxy::Network;
use doors::tls::Tls;
use tokio::net::TcpListener;

use tls::TlsArgs;

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
