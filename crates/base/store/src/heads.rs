//! Heads of the audit chain that a school keeps elsewhere: place and hash of the last entry, signed by the
//! installation, as a few lines of text that survive a mail (C157). With one, anybody who has the chain proves that
//! nothing up to that entry was changed, removed, moved or put in; and whoever runs the installation cannot say that
//! it never said so.

use std::str::FromStr;

use chrono::SecondsFormat;
use kernel::{Error, Result, Timestamp};
use sea_orm::DatabaseConnection;
use uuid::Uuid;

use crate::audit::{self, Head};
use crate::signing::is_signed;
use crate::{Context, DatabaseId, Read};

const TITLE: &str = "homeroom audit head 1";
const SIGNATURE: &str = "signature";

/// A head with its signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedHead {
    pub school: DatabaseId,
    pub head: Head,
    /// When it was given out.
    pub at: Timestamp,
    /// The installation's public key.
    pub key: [u8; 32],
    signature: [u8; 64],
}

impl SignedHead {
    /// What is signed: the lines before the signature.
    fn text(school: DatabaseId, head: &Head, at: Timestamp, key: &[u8; 32]) -> String {
        let (at, key) = (at.to_utc().to_rfc3339_opts(SecondsFormat::Secs, true), hex::encode(key));
        format!("{TITLE}\nschool {school}\nplace {}\nhash {}\nat {at}\nkey {key}\n", head.place, head.hash)
    }

    /// Whether the owner of its key signed it as it stands.
    pub fn is_signed(&self) -> bool {
        let text = Self::text(self.school, &self.head, self.at, &self.key);
        is_signed(&self.key, text.as_bytes(), &self.signature)
    }

    /// Whether `school` at the installation with this public key gave it out.
    ///
    /// # Errors
    /// Why not.
    pub fn check(&self, school: DatabaseId, public: &[u8; 32]) -> std::result::Result<(), Unproven> {
        if self.school != school {
            Err(Unproven::OtherSchool)
        } else if !self.is_signed() {
            Err(Unproven::Changed)
        } else if self.key != *public {
            Err(Unproven::OtherKey)
        } else {
            Ok(())
        }
    }
}

/// Why a head proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unproven {
    OtherSchool,
    Changed,
    OtherKey,
}

impl std::fmt::Display for Unproven {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::OtherSchool => "this head is of another school",
            Self::Changed => "its signature does not fit: the head was changed, or no installation made it",
            Self::OtherKey => "it is signed with another key than this installation's",
        })
    }
}

impl std::fmt::Display for SignedHead {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&Self::text(self.school, &self.head, self.at, &self.key))?;
        // Two lines, since mail programs break what is longer than 78 characters.
        self.signature.chunks(32).try_for_each(|half| writeln!(f, "{SIGNATURE} {}", hex::encode(half)))
    }
}

/// Finds the head in a file or a mail: whatever stands before and after it, and marks of quoting, are passed over.
impl FromStr for SignedHead {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let none = || Error::Internal("there is no head of an audit log in this text".to_owned());
        let mut lines = text
            .lines()
            .map(|line| line.trim_start_matches(['>', ' ', '\t', '\u{feff}']).trim_end())
            .skip_while(|line| *line != TITLE);
        lines.next().ok_or_else(none)?;
        let mut value = |name: &str| {
            let line = lines.by_ref().find(|line| !line.is_empty()).ok_or_else(none)?;
            let (word, value) = line.split_once(' ').ok_or_else(none)?;
            if word == name { Ok(value.trim()) } else { Err(none()) }
        };
        let school: Uuid = value("school")?.parse().map_err(|_| none())?;
        let place = value("place")?.parse().map_err(|_| none())?;
        let hash = value("hash")?.to_lowercase();
        let at = chrono::DateTime::parse_from_rfc3339(value("at")?).map_err(|_| none())?;
        let (mut key, mut signature) = ([0; 32], [0; 64]);
        hex::decode_to_slice(value("key")?, &mut key).map_err(|_| none())?;
        for half in signature.chunks_mut(32) {
            hex::decode_to_slice(value(SIGNATURE)?, half).map_err(|_| none())?;
        }
        let at = Timestamp(at.timestamp_millis());
        Ok(Self { school: DatabaseId(school), head: Head { place, hash }, at, key, signature })
    }
}

impl Context {
    /// The head of this school's chain now, signed; none while the chain is empty. For an act that may read the trail.
    pub fn signed_head(&self, read: &Read) -> Result<Option<SignedHead>> {
        self.head_of(read.db(), read.now)
    }

    fn head_of(&self, db: &DatabaseConnection, now: Timestamp) -> Result<Option<SignedHead>> {
        let Some(head) = audit::head(db)? else { return Ok(None) };
        let (school, signer) = (self.database.id, &self.database.around.signer);
        // As the text has it: whole seconds.
        let at = Timestamp(now.0.div_euclid(1_000) * 1_000);
        let key = signer.public();
        let signature = signer.sign(SignedHead::text(school, &head, at, &key).as_bytes());
        Ok(Some(SignedHead { school, head, at, key, signature }))
    }
}
