//! That a school's data can be read no more, in writing: a statement, signed (Ed25519) with a key that belongs to the
//! installation and lies wrapped among its keys. Whoever keeps the installation's public key can check it anywhere.

use std::fs;
use std::path::{Path, PathBuf};

use kernel::{Error, Random, Result, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{KeyRing, make_folder, unreadable, write_secret};
use crate::signing::{Signer, is_signed};

/// The folder in the data folder.
const FOLDER: &str = "certificates";
/// The file with the public key.
const PUBLIC: &str = "installation.pub";
const KIND: &str = "homeroom deletion certificate 1";

/// What is certified. What was signed is its kind, a line break, and these fields in this order, as JSON without spaces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    kind: String,
    pub state: State,
    pub says: String,
    /// The database's id, and the school's short name.
    pub database: Uuid,
    pub school: String,
    pub destroyed_at: String,
    /// When the holder of the master said that the old one is destroyed.
    pub confirmed_at: Option<String>,
    pub keys: Vec<EndedKey>,
    /// Backups that hold the school and open no more.
    pub backups: Vec<EndedBackup>,
    /// Recovery kits up to this number are sealed with the old master.
    pub kits_up_to: u64,
    pub master: Masters,
    /// The PostgreSQL database that its rows lay in; they were in no file of ours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows_at: Option<String>,
    /// The public key that this is signed with, hexadecimal.
    pub installation: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    Final,
    /// The holder of the old master has not said yet that it is destroyed.
    Pending,
}

/// A key that was destroyed, by a digest that does not tell the key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndedKey {
    pub name: String,
    pub digest: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndedBackup {
    pub place: String,
    pub backup: String,
    /// Of the file as it lay there, hexadecimal.
    pub sha256: String,
}

/// Masters by digests that do not tell them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Masters {
    /// `file`, `environment` or `command`.
    pub held: String,
    pub old: String,
    pub new: String,
}

/// What a destruction is to certify.
pub(super) struct Draft {
    pub database: Uuid,
    pub school: String,
    pub at: Timestamp,
    pub keys: Vec<EndedKey>,
    pub backups: Vec<EndedBackup>,
    pub kits_up_to: u64,
    pub master: Masters,
    pub is_pending: bool,
    pub rows_at: Option<String>,
}

impl Draft {
    pub fn statement(self, installation: String) -> Statement {
        let state = if self.is_pending { State::Pending } else { State::Final };
        Statement {
            kind: KIND.to_owned(),
            state,
            says: says(state, self.rows_at.is_some()),
            database: self.database,
            school: self.school,
            destroyed_at: self.at.to_string(),
            confirmed_at: None,
            keys: self.keys,
            backups: self.backups,
            kits_up_to: self.kits_up_to,
            master: self.master,
            rows_at: self.rows_at,
            installation,
        }
    }
}

fn says(state: State, is_on_postgres: bool) -> String {
    let of_keys = match state {
        State::Final => {
            "The keys of this school were destroyed, and the master key that had wrapped them. Its database, the backups \
             named here, and every copy of either that was kept elsewhere open no more. The keys of the other schools \
             were wrapped under a new master key before. Copies of the old master key that its holder made are the \
             holder's to destroy; without one, nobody opens anything of this school again."
        }
        State::Pending => {
            "The keys of this school were destroyed here, and the keys of the other schools wrapped under a new master \
             key. The old master key is held outside this installation: until its holder has destroyed it and said so, a \
             kept copy of the wrapped keys could be opened with it."
        }
    };
    let of_rows = " Its rows lay on PostgreSQL, where the volume's encryption is the host's: its schema was dropped there. \
                   Fields of special categories, pictures and papers were sealed with the keys that are gone; other rows \
                   that the host of that database kept, in copies of the volume or its write-ahead log, are the host's to \
                   destroy.";
    format!("{of_keys}{}", if is_on_postgres { of_rows } else { "" })
}

/// A statement with its signature, hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    pub statement: Statement,
    pub signature: String,
}

/// What a look at a certificate found: it is whole, and this is who signed it.
#[derive(Clone, Debug, Serialize)]
pub struct Verdict {
    pub statement: Statement,
    /// Whether the public key is the one that was expected; none where nobody said which.
    pub is_known: Option<bool>,
}

impl Certificate {
    /// Reads a certificate and checks its signature; `expected` is the installation's public key, hexadecimal.
    ///
    /// # Errors
    /// What was changed, or is no certificate.
    pub fn verify(text: &str, expected: Option<&str>) -> Result<Verdict> {
        let refused = |what: &str| Error::Internal(format!("this is no certificate of a Homeroom: {what}"));
        let Self { statement, signature } =
            serde_json::from_str(text).map_err(|e| refused(&format!("it does not read as one ({e})")))?;
        if statement.kind != KIND {
            return Err(refused("it is of another kind"));
        }
        let bytes = |hexadecimal: &str| hex::decode(hexadecimal).ok();
        let key: Option<[u8; 32]> = bytes(&statement.installation).and_then(|bytes| bytes.try_into().ok());
        let signature = bytes(&signature);
        let (Some(key), Some(signature)) = (key, signature) else {
            return Err(refused("its signature is no signature"));
        };
        if !is_signed(&key, &signed(&statement)?, &signature) {
            return Err(refused("its signature does not fit: something in it was changed"));
        }
        let is_known = expected.map(|expected| expected.trim().eq_ignore_ascii_case(&statement.installation));
        Ok(Verdict { statement, is_known })
    }
}

/// The public key of the installation whose data folder this is, once it has one.
pub fn public_key_in(data: &Path) -> Option<String> {
    fs::read_to_string(data.join(FOLDER).join(PUBLIC)).ok().map(|text| text.trim().to_owned())
}

impl KeyRing {
    /// The public key of this installation, made at the first asking.
    pub fn public_key(&self, random: &Random) -> Result<String> {
        let public = hex::encode(Signer::open(self, random)?.public());
        let folder = self.root.join(FOLDER);
        make_folder(&folder)?;
        if !folder.join(PUBLIC).exists() {
            write_secret(&folder.join(PUBLIC), &public)?;
        }
        Ok(public)
    }

    /// Signs a statement and keeps it; gives its file. A later one about the same school takes its place.
    pub(super) fn certify(&self, statement: Statement) -> Result<PathBuf> {
        // The key was made before anything was destroyed.
        let signature = hex::encode(Signer::open(self, &Random::System)?.sign(&signed(&statement)?));
        let file = certificate_of(&self.root, statement.database);
        make_folder(&self.root.join(FOLDER))?;
        let text = serde_json::to_string_pretty(&Certificate { statement, signature }).map_err(Error::internal)?;
        write_secret(&file, &text)?;
        Ok(file)
    }

    /// The certificates that waited for the holder of the master, made final.
    pub(super) fn confirm_certificates(&self, now: Timestamp) -> Result<Vec<PathBuf>> {
        let mut confirmed = Vec::new();
        for mut statement in pending(&self.root)? {
            statement.state = State::Final;
            statement.says = says(State::Final, statement.rows_at.is_some());
            statement.confirmed_at = Some(now.to_string());
            confirmed.push(self.certify(statement)?);
        }
        Ok(confirmed)
    }
}

/// What is signed: a line that says what it is, and the statement.
fn signed(statement: &Statement) -> Result<Vec<u8>> {
    let json = serde_json::to_vec(statement).map_err(Error::internal)?;
    Ok([KIND.as_bytes(), b"\n", &json].concat())
}

/// Where the certificate about a school lies.
pub(super) fn certificate_of(root: &Path, database: Uuid) -> PathBuf {
    root.join(FOLDER).join(format!("{database}.json"))
}

pub(super) fn read(file: &Path) -> Result<Statement> {
    let text = fs::read_to_string(file).map_err(|e| unreadable(file, &e))?;
    Ok(Certificate::verify(&text, None)?.statement)
}

pub(super) fn any_pending(root: &Path) -> Result<bool> {
    Ok(!pending(root)?.is_empty())
}

fn pending(root: &Path) -> Result<Vec<Statement>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root.join(FOLDER)).into_iter().flatten().flatten() {
        let file = entry.path();
        if file.extension().is_some_and(|ending| ending == "json") {
            let statement = read(&file)?;
            if statement.state == State::Pending {
                found.push(statement);
            }
        }
    }
    Ok(found)
}
