//! TLS with a certificate from files, taken anew when they change or on SIGHUP, or from an ACME authority
//! (RFC 8555) that checks this very listener (tls-alpn-01, RFC 8737).

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum_server::tls_rustls::RustlsConfig;
use kernel::{Clock, Error, Result, Timestamp};
use rustls::{ClientConfig, RootCertStore};
use rustls_acme::caches::DirCache;
use rustls_acme::{AcmeConfig, AcmeState, EventOk};
use site::status::Term;
use tokio::task::JoinHandle;

use crate::certificate::{self, Files};

/// How often the files are looked at.
const LOOK: Duration = Duration::from_secs(20);
/// The authority when none is named.
const LETS_ENCRYPT: &str = "https://acme-v02.api.letsencrypt.org/directory";

/// Whom to fetch a certificate from, and for which names.
pub struct Authority {
    /// Without one, Let's Encrypt.
    pub directory: Option<String>,
    pub domains: Vec<String>,
    /// Mail address that the authority may write to.
    pub contact: String,
    /// Certificate (PEM) that the authority's own TLS is trusted by; for an authority in the house.
    pub root: Option<PathBuf>,
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

impl Tls {
    /// Shows the certificate of these files. Errors say which file is wrong and what to name instead.
    pub fn of_files(files: Files, now: Timestamp) -> Result<Self> {
        let (config, ends_at) = files.read(now)?;
        let term = Term::default();
        term.set(ends_at);
        Ok(Self { config: RustlsConfig::from_config(Arc::new(config)), term, fresh: Fresh::Files(files) })
    }

    /// Shows what the authority gives, kept in `folder`, which is this account's alone.
    pub fn of_authority(authority: &Authority, folder: PathBuf) -> Result<Self> {
        let state = authority.ask(&folder)?;
        let mut config = certificate::config()?.with_no_client_auth().with_cert_resolver(state.resolver());
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec(), b"acme-tls/1".to_vec()];
        let config = RustlsConfig::from_config(Arc::new(config));
        Ok(Self { config, term: Term::default(), fresh: Fresh::Acme(Box::new(state), folder) })
    }

    /// Keeps the certificate fresh until dropped.
    pub fn keep_fresh(self, clock: Clock) -> JoinHandle<()> {
        match self.fresh {
            Fresh::Files(files) => tokio::spawn(reread(files, self.config, self.term, clock)),
            Fresh::Acme(state, folder) => tokio::spawn(renew(*state, folder, self.term)),
        }
    }
}

impl Authority {
    fn ask(&self, folder: &Path) -> Result<AcmeState<std::io::Error>> {
        let directory = self.directory.as_deref().unwrap_or(LETS_ENCRYPT);
        let contact = format!("mailto:{}", self.contact);
        let plan = AcmeConfig::new(&self.domains).contact_push(contact).directory(directory);
        let plan = match &self.root {
            None => plan,
            Some(file) => plan.client_tls_config(Arc::new(trusting(file)?)),
        };
        Ok(plan.cache(DirCache::new(folder.to_owned())).state())
    }
}

fn trusting(file: &Path) -> Result<ClientConfig> {
    let mut roots = RootCertStore::empty();
    for root in certificate::certificates(file)? {
        roots.add(root).map_err(Error::internal)?;
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    Ok(builder.map_err(Error::internal)?.with_root_certificates(roots).with_no_client_auth())
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
fn own_alone(folder: &Path) {
    #[cfg(unix)]
    for file in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        use std::os::unix::fs::PermissionsExt as _;
        let _ = std::fs::set_permissions(file.path(), std::fs::Permissions::from_mode(0o600));
    }
}

/// When the longest-lasting certificate in the folder ends.
fn newest_end(folder: &Path) -> Option<Timestamp> {
    let files = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    files
        .filter_map(|file| certificate::certificates(&file).and_then(|chain| certificate::ends_at(&file, &chain)).ok())
        .max()
}
