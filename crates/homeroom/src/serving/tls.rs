//! Which certificate the server shows, as the command line and the settings file say it.

use std::path::{Path, PathBuf};

use clap::Args;
use doors::certificate::Files;
use doors::tls::{Authority, Tls};
use kernel::Clock;

use crate::failure::Failure;

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

impl TlsArgs {
    /// The name that people reach it by, where that is known.
    pub fn domain(&self) -> Option<&str> {
        self.acme_domain.first().map(String::as_str)
    }

    /// `data` keeps what the authority gave, readable by this account alone. None without a certificate.
    pub fn open(&self, data: &Path, clock: &Clock) -> Result<Option<Tls>, Failure> {
        self.check()?;
        let usage = |error: kernel::Error| Failure::usage(error.to_string());
        if let (Some(chain), Some(key)) = (&self.tls_cert, &self.tls_key) {
            let files = Files { chain: chain.clone(), key: key.clone() };
            return Tls::of_files(files, clock.now()).map(Some).map_err(usage);
        }
        if self.acme_domain.is_empty() {
            return Ok(None);
        }
        let folder = data.join("acme");
        store::keys::make_folder(&folder)?;
        let authority = Authority {
            directory: self.acme_directory.clone(),
            domains: self.acme_domain.clone(),
            contact: self.acme_contact.clone().unwrap_or_default(),
            root: self.acme_root.clone(),
        };
        Tls::of_authority(&authority, folder).map(Some).map_err(usage)
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
}
