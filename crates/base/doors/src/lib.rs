//! The doors of a house: TLS and its certificate, plain HTTP that leads there, proxies, the limits of connections.
//! Knows how bytes come in and go out (C124); neither the command line, nor who comes, nor what they ask.

pub mod certificate;
mod connections;
pub mod plain;
pub mod proxy;
pub mod tls;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::{Extension, Router};
use axum_server::accept::DefaultAcceptor;
use axum_server::tls_rustls::{RustlsAcceptor, RustlsConfig};
use kernel::{Error, Result};
use site::OverTls;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

use connections::Bounded;

/// Tells servers to stop, and waits for them.
pub type Handle = axum_server::Handle<SocketAddr>;

/// How long requests have to end when the server is told to stop.
pub const GRACE: Duration = Duration::from_secs(20);

/// Serves until `handle` is told to stop, and the requests under way have ended or [`GRACE`] is over. Each
/// connection takes a place of `room`; without one it is closed. With `tls`, requests say that they came over it.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    tls: Option<RustlsConfig>,
    room: Arc<Semaphore>,
    handle: Handle,
) -> Result<()> {
    let listener = listener.into_std().map_err(Error::internal)?;
    let router = if tls.is_some() { router.layer(Extension(OverTls)) } else { router };
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
