//! The installation's signature (Ed25519, RFC 8032): on heads of audit chains, so that what a school keeps proves who
//! said it (C157), and on certificates of destroyed keys (C004). The key lies wrapped among the others in `keys/`.
//!
//! Whoever signs begins the bytes with a line that says what they are, so that a signature under one kind of text
//! is none under another.

use kernel::{Error, Random, Result};
use parking_lot::Mutex;
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair as _, UnparsedPublicKey};

use crate::Schools;
use crate::keys::KeyRing;

const KEY: &str = "signing";

/// Two that ask at once get one key.
static MAKING: Mutex<()> = Mutex::new(());

/// Signs for the installation.
pub struct Signer(Ed25519KeyPair);

impl Signer {
    /// Opens the key, or makes it where there is none yet.
    pub fn open(keys: &KeyRing, random: &Random) -> Result<Self> {
        let _alone = MAKING.lock();
        let key = if keys.has_named(KEY) { keys.get_named(KEY)? } else { keys.create_named(KEY, random)? };
        let pair = Ed25519KeyPair::from_seed_unchecked(key.bytes())
            .map_err(|_| Error::Internal("the signing key is of no use".to_owned()))?;
        Ok(Self(pair))
    }

    pub fn sign(&self, bytes: &[u8]) -> [u8; 64] {
        let mut signature = [0; 64];
        signature.copy_from_slice(self.0.sign(bytes).as_ref());
        signature
    }

    /// What everybody may know, and needs to check a signature.
    pub fn public(&self) -> [u8; 32] {
        let mut public = [0; 32];
        public.copy_from_slice(self.0.public_key().as_ref());
        public
    }
}

/// Whether who has the other half of `public` signed exactly these bytes.
pub fn is_signed(public: &[u8; 32], bytes: &[u8], signature: &[u8]) -> bool {
    UnparsedPublicKey::new(&ED25519, public).verify(bytes, signature).is_ok()
}

/// A public key as heads and certificates show it: 64 hexadecimal digits.
pub fn public_key(text: &str) -> Option<[u8; 32]> {
    let mut key = [0; 32];
    hex::decode_to_slice(text.trim(), &mut key).ok().map(|()| key)
}

impl Schools {
    /// The installation's signature; see [`Signer`].
    pub fn signer(&self) -> Result<Signer> {
        Signer::open(&self.folder.keys, &self.random)
    }
}
