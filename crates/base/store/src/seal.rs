//! Sealed fields: what even a reader of the rows shall not read (a provider's secret, the other end of a
//! link). Opened only by the running house, with a key made from the database's own.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use kernel::{Error, Result};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::Context;

const NONCE: usize = 24;

impl Context {
    /// Seals `plain` for the place that `bound` names, such as `account_link` and the row's id: moved to
    /// another place it does not open.
    pub fn seal(&self, bound: &str, plain: &str) -> Result<Vec<u8>> {
        let nonce: [u8; NONCE] = self.random.bytes();
        let sealed = self
            .sealer()
            .encrypt(&XNonce::from(nonce), Payload { msg: plain.as_bytes(), aad: bound.as_bytes() })
            .map_err(|_| Error::Internal("a field could not be sealed".to_owned()))?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Opens what [`Context::seal`] made in this database for this place.
    pub fn unseal(&self, bound: &str, sealed: &[u8]) -> Result<Zeroizing<String>> {
        let broken = || Error::Internal("a sealed field does not open".to_owned());
        let (nonce, sealed) = sealed.split_at_checked(NONCE).ok_or_else(broken)?;
        let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| broken())?;
        let plain = self
            .sealer()
            .decrypt(&XNonce::from(nonce), Payload { msg: sealed, aad: bound.as_bytes() })
            .map_err(|_| broken())?;
        Ok(Zeroizing::new(String::from_utf8(plain).map_err(|_| broken())?))
    }

    fn sealer(&self) -> XChaCha20Poly1305 {
        let mut digest = Sha256::new();
        digest.update(b"homeroom sealed field 1");
        digest.update(self.database.key().bytes());
        let key: Zeroizing<[u8; 32]> = Zeroizing::new(digest.finalize().into());
        XChaCha20Poly1305::new((&*key).into())
    }
}
