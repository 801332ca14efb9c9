//! TLS with a certificate from files, taken anew when they change or on SIGHUP, or from an ACME authority
//! (RFC 8555) that checks this very listener (tls-alpn-01, RFC 8737).

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum_server::tls_rustls::RustlsConfig;
use clap::Args;
use kernel::{Clock, Error, Result};
use rustls::{ClientConfig, RootCertStore};
use rustls_acme::caches::DirCache;
use rustls_acme::{AcmeConfig, AcmeState, EventOk};
use tokio::task::JoinHandle;

use super::certificate::{self, Files, Term};
use crate::failure::Failure;

/// How often the files are looked at.
const LOOK: Duration = Duration::from_secs(20);
/// The authority when none is named.
const LETS_ENCRYPT: &str = "https://acme-v02.api.letsencrypt.org/directory";

#[derive(Args, Clone, Default)]
pub struct TlsArgs {
    /// Certificate chain (PEM) for TLS; taken anew when it changes.
    #[arg(long, env = "HOMEROOM_TLS_CERT", value_name = "FILE")]
    pub tls_cert: Option<PathBuf>,
    /// Private key (PEM) of the certificate.
    #[arg(long, env = "HOMEROOM_TLS_KEY", value_name = "FILE")]
    pub tls_key: Option<PathBuf>,
    /// Name to fetch a certificate for, by ACME; several with commas.
    #[arg(long, env = "HOMEROOM_ACME_DOMAIN", value_name = "NAME", value_delimiter = ',')]
    pub acme_domain: Vec<String>,
    /// Mail address that the authority may write to.
    #[arg(long, env = "HOMEROOM_ACME_CONTACT", value_name = "ADDRESS")]
    pub acme_contact: Option<String>,
    /// The authority's directory; without it, Let's Encrypt.
    #[arg(long, env = "HOMEROOM_ACME_DIRECTORY", value_name = "URL")]
    pub acme_directory: Option<String>,
    /// Certificate (PEM) that the authority's own TLS is trusted by; for an authority in the house.
    #[arg(long, env = "HOMEROOM_ACME_ROOT", value_name = "FILE")]
    pub acme_root: Option<PathBuf>,
}

/// How this server speaks TLS, and what keeps its certificate fresh.
pub struct Tls {
    pub config: RustlsConfig,
    pub term: Term,
    fresh: Fresh,
}

enum Fresh {
    Files(Files),
    Acme(Box<AcmeState<std::io::Error>>, PathBuf),
}

impl TlsArgs {
    /// Whether this server speaks TLS at all.
    pub fn is_on(&self) -> bool {
        self.tls_cert.is_some() || !self.acme_domain.is_empty()
    }

    /// The name that people reach it by, where that is known.
    pub fn domain(&self) -> Option<&str> {
        self.acme_domain.first().map(String::as_str)
    }

    /// `data` keeps what the authority gave, readable by this account alone.
    pub fn open(&self, data: &std::path::Path, clock: &Clock) -> Result<Option<Tls>, Failure> {
        self.check()?;
        if let (Some(chain), Some(key)) = (&self.tls_cert, &self.tls_key) {
            let files = Files { chain: chain.clone(), key: key.clone() };
            let (config, ends_at) = files.read(clock.now()).map_err(|error| Failure::usage(error.to_string()))?;
            let term = Term::default();
            term.set(ends_at);
            let config = RustlsConfig::from_config(Arc::new(config));
            return Ok(Some(Tls { config, term, fresh: Fresh::Files(files) }));
        }
        if self.acme_domain.is_empty() {
            return Ok(None);
        }
        let folder = data.join("acme");
        store::keys::make_folder(&folder)?;
        let state = self.acme(&folder)?;
        let mut config = certificate::config()?.with_no_client_auth().with_cert_resolver(state.resolver());
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec(), b"acme-tls/1".to_vec()];
        let config = RustlsConfig::from_config(Arc::new(config));
        Ok(Some(Tls { config, term: Term::default(), fresh: Fresh::Acme(Box::new(state), folder) }))
    }

    /// What belongs together; not left to the command line's reader, which does not count what a file says.
    fn check(&self) -> Result<(), Failure> {
        let fault = match (&self.tls_cert, &self.tls_key, self.acme_domain.is_empty(), &self.acme_contact) {
            (Some(_), None, ..) | (None, Some(_), ..) => "--tls-cert and --tls-key go together: name both",
            (Some(_), _, false, _) => "name either --tls-cert or --acme-domain: one certificate is shown",
            (_, _, false, None) => "--acme-domain needs --acme-contact, an address the authority may write to",
            _ => return Ok(()),
        };
        Err(Failure::usage(fault))
    }

    fn acme(&self, folder: &std::path::Path) -> Result<AcmeState<std::io::Error>, Failure> {
        let contact = self.acme_contact.clone().unwrap_or_default();
        let directory = self.acme_directory.as_deref().unwrap_or(LETS_ENCRYPT);
        let plan = AcmeConfig::new(&self.acme_domain).contact_push(format!("mailto:{contact}")).directory(directory);
        let plan = match &self.acme_root {
            None => plan,
            Some(file) => plan.client_tls_config(Arc::new(trusting(file)?)),
        };
        Ok(plan.cache(DirCache::new(folder.to_owned())).state())
    }
}

fn trusting(file: &std::path::Path) -> Result<ClientConfig, Failure> {
    let mut roots = RootCertStore::empty();
    let refused = |error: &dyn std::fmt::Display| Failure::usage(error.to_string());
    for root in certificate::certificates(file).map_err(|e| refused(&e))? {
        roots.add(root).map_err(|e| refused(&e))?;
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    Ok(builder.map_err(Error::internal)?.with_root_certificates(roots).with_no_client_auth())
}

impl Tls {
    /// Keeps the certificate fresh until dropped.
    pub fn keep_fresh(self, clock: Clock) -> JoinHandle<()> {
        match self.fresh {
            Fresh::Files(files) => tokio::spawn(reread(files, self.config, self.term, clock)),
            Fresh::Acme(state, folder) => tokio::spawn(renew(*state, folder, self.term)),
        }
    }
}

/// A pair that cannot be used is reported, and the one in use stays.
async fn reread(files: Files, config: RustlsConfig, term: Term, clock: Clock) {
    let mut known = files.changed();
    let mut hangup = hangup();
    loop {
        let asked = tokio::select! {
            () = tokio::time::sleep(LOOK) => false,
            () = hangup.next() => true,
        };
        let now = files.changed();
        if !asked && now == known {
            continue;
        }
        known = now;
        let (own, moment) = (files.clone(), clock.now());
        match tokio::task::spawn_blocking(move || own.read(moment)).await {
            Ok(Ok((fresh, ends_at))) => {
                config.reload_from_config(Arc::new(fresh));
                term.set(ends_at);
                tracing::warn!(ends = %ends_at, "a new certificate is in use");
            }
            Ok(Err(error)) => tracing::error!(%error, "the new certificate is not used, the one before stays"),
            Err(error) => tracing::error!(%error, "the certificate could not be read"),
        }
    }
}

/// The operator's word to read the files now.
struct Hangup(#[cfg(unix)] Option<tokio::signal::unix::Signal>);

fn hangup() -> Hangup {
    #[cfg(unix)]
    return Hangup(tokio::signal::unix::signal(tokio::signal::unix::SignalKind::hangup()).ok());
    #[cfg(not(unix))]
    Hangup()
}

impl Hangup {
    async fn next(&mut self) {
        #[cfg(unix)]
        if let Some(signal) = &mut self.0
            && signal.recv().await.is_some()
        {
            return;
        }
        std::future::pending::<()>().await;
    }
}

async fn renew(mut state: AcmeState<std::io::Error>, folder: PathBuf, term: Term) {
    while let Some(event) = next(&mut state).await {
        match event {
            Ok(EventOk::AccountCacheStore) => own_alone(&folder),
            Ok(EventOk::CertCacheStore | EventOk::DeployedCachedCert | EventOk::DeployedNewCert) => {
                own_alone(&folder);
                if let Some(ends_at) = newest_end(&folder) {
                    term.set(ends_at);
                    tracing::warn!(ends = %ends_at, "a certificate of the authority is in use");
                }
            }
            Err(error) => tracing::error!(%error, "the authority gave no certificate; it is asked again"),
        }
    }
}

async fn next(state: &mut AcmeState<std::io::Error>) -> Option<rustls_acme::Event<std::io::Error, std::io::Error>> {
    use tokio_stream::StreamExt as _;
    state.next().await
}

/// Keys lie there: nobody else reads them (0600).
fn own_alone(folder: &std::path::Path) {
    #[cfg(unix)]
    for file in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        use std::os::unix::fs::PermissionsExt as _;
        let _ = std::fs::set_permissions(file.path(), std::fs::Permissions::from_mode(0o600));
    }
}

/// When the longest-lasting certificate in the folder ends.
fn newest_end(folder: &std::path::Path) -> Option<kernel::Timestamp> {
    let files = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    files
        .filter_map(|file| certificate::certificates(&file).and_then(|chain| certificate::ends_at(&file, &chain)).ok())
        .max()
}
