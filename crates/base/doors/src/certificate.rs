//! What this server shows to prove who it is: read from files or fetched by ACME, looked over, and never silently
//! run out (C124).

use std::path::{Path, PathBuf};
use std::sync::Arc;

use kernel::{Error, Result, Timestamp};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _};

/// The files of a certificate that somebody else renews.
#[derive(Clone, Debug)]
pub struct Files {
    pub chain: PathBuf,
    pub key: PathBuf,
}

impl Files {
    /// What TLS needs of the two files, and when the certificate ends. Each fault in words.
    pub fn read(&self, now: Timestamp) -> Result<(ServerConfig, Timestamp)> {
        let chain = certificates(&self.chain)?;
        let key = PrivateKeyDer::from_pem_file(&self.key).map_err(|e| {
            wrong(&self.key, &format!("holds no private key that can be read ({e})"), "name the PEM file of the key")
        })?;
        let ends_at = ends_at(&self.chain, &chain)?;
        if ends_at <= now {
            return Err(wrong(&self.chain, &format!("ended on {}", ends_at.date()), "renew the certificate"));
        }
        let config = config()?.with_no_client_auth().with_single_cert(chain, key).map_err(|e| {
            wrong(&self.key, &format!("does not belong to {} ({e})", self.chain.display()), "name the pair")
        })?;
        Ok((speaking_http(config), ends_at))
    }

    /// When either file was last written: a renewed certificate is taken within a minute.
    pub fn changed(&self) -> Option<(std::time::SystemTime, std::time::SystemTime)> {
        let at = |path: &Path| std::fs::metadata(path).and_then(|meta| meta.modified()).ok();
        Some((at(&self.chain)?, at(&self.key)?))
    }
}

/// TLS 1.3 and 1.2; below, the handshake fails.
pub(super) fn config() -> Result<rustls::ConfigBuilder<ServerConfig, rustls::WantsVerifier>> {
    ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_protocol_versions(&[&rustls::version::TLS13, &rustls::version::TLS12])
        .map_err(Error::internal)
}

/// HTTP/2, else HTTP/1.1.
pub(super) fn speaking_http(mut config: ServerConfig) -> ServerConfig {
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    config
}

pub(super) fn certificates(file: &Path) -> Result<Vec<CertificateDer<'static>>> {
    let unreadable = |e: &dyn std::fmt::Display| {
        wrong(
            file,
            &format!("cannot be read as certificates ({e})"),
            "name a PEM file that Homeroom's account may read",
        )
    };
    let chain: Vec<_> = CertificateDer::pem_file_iter(file).and_then(Iterator::collect).map_err(|e| unreadable(&e))?;
    if chain.is_empty() { Err(unreadable(&"there is none in it")) } else { Ok(chain) }
}

/// The end of the first certificate, the server's own.
pub(super) fn ends_at(file: &Path, chain: &[CertificateDer<'_>]) -> Result<Timestamp> {
    let own = chain.first().and_then(|own| x509_parser::parse_x509_certificate(own).ok());
    let (_, own) = own.ok_or_else(|| wrong(file, "holds no X.509 certificate", "name the PEM file of the chain"))?;
    Ok(Timestamp(own.validity().not_after.timestamp().saturating_mul(1_000)))
}

fn wrong(file: &Path, what: &str, fix: &str) -> Error {
    Error::Internal(format!("{} {what}: {fix}", file.display()))
}
