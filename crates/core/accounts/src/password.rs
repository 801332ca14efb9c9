//! Passwords: what is taken, how it is kept (C012). Hashing is slow on purpose and done outside any
//! transaction, on threads that give way to pages.

use std::cell::RefCell;

use argon2::password_hash::PasswordHasher as _;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use kernel::{Error, Message, Random, Result};
use site::Cx;
use subtle::ConstantTimeEq as _;

/// Passwords that everybody tries first; one a line, lower case.
const COMMON: &str = include_str!("common.txt");

pub const SHORTEST: usize = 8;
pub const LONGEST: usize = 128;

/// Takes a password of 8 to 128 characters that is not on the list of common ones, is no run of one
/// character, and does not merely repeat the account's address or number. Nothing else is demanded (NIST
/// SP 800-63B).
pub fn check(password: &str, email: &str, number: Option<&str>) -> Result<(), Message> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(Message::from("password-short").with("n", SHORTEST));
    }
    if length > LONGEST {
        return Err(Message::from("password-long").with("n", LONGEST));
    }
    let lower = password.to_lowercase();
    let mailbox = email.split('@').next().unwrap_or_default().to_lowercase();
    let first = lower.chars().next();
    let repeats_one = lower.chars().all(|c| first == Some(c));
    let stem = lower.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_ascii_punctuation());
    let is_common = COMMON.lines().any(|common| common == lower || (common.len() >= 5 && common == stem));
    if is_common
        || number.is_some_and(|number| repeats_number(&lower, number))
        || repeats_one
        || lower == email.to_lowercase()
        || (mailbox.len() > 3 && stem == mailbox)
    {
        return Err("password-common".into());
    }
    Ok(())
}

/// The number as people write it, with or without the code of its country.
fn repeats_number(password: &str, number: &str) -> bool {
    let typed = kernel::text::ascii_digits(password);
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    !typed.chars().any(char::is_alphabetic) && number.ends_with(digits.trim_start_matches('0'))
}

/// Argon2id with 19 MiB, two passes and one lane (OWASP's first choice), as a PHC string.
pub fn hash(password: &str, random: &Random) -> Result<String> {
    let salt: [u8; 16] = random.bytes();
    let hash = Argon2::default()
        .hash_password_with_salt(password.as_bytes(), &salt)
        .map_err(|e| Error::Internal(format!("hashing failed: {e}")))?;
    Ok(hash.to_string())
}

/// Whether the password fits. Without a hash the same work is done, so that an unknown address answers no
/// sooner than a known one (C015).
pub fn verify(password: &str, hash: Option<&str>) -> bool {
    const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGhhcyB0aGlz$\
        Z0cKYm0zLbB1oZ2H6yq9Qe7CwW3xqkTg8rJ5cJ0sYxE";
    fits(password, hash.unwrap_or(NOBODY)) && hash.is_some()
}

thread_local! {
    /// A worker's 19 MiB: asked from the system for each hash anew, they cost a good part of its time.
    static MEMORY: RefCell<Vec<Block>> = const { RefCell::new(Vec::new()) };
}

/// Whether the password gives this hash, with the work that the hash itself names.
fn fits(password: &str, hash: &str) -> bool {
    let Ok(kept) = PasswordHash::new(hash) else { return false };
    let (Ok(algorithm), Ok(params)) = (Algorithm::try_from(kept.algorithm.as_str()), Params::try_from(&kept)) else {
        return false;
    };
    let version = kept.version.and_then(|version| Version::try_from(version).ok()).unwrap_or_default();
    let (Some(salt), Some(expected)) = (kept.salt, kept.hash) else { return false };
    let mut out = vec![0; expected.len()];
    let hashed = MEMORY.with_borrow_mut(|memory| {
        memory.resize(params.block_count(), Block::default());
        Argon2::new(algorithm, version, params).hash_password_into_with_memory(
            password.as_bytes(),
            &salt,
            &mut out,
            memory,
        )
    });
    hashed.is_ok() && bool::from(out.ct_eq(expected.as_bytes()))
}

/// [`hash`] in its turn.
pub async fn hash_in_turn(cx: &Cx, password: &str) -> site::Result<String> {
    let (password, random) = (password.to_owned(), cx.house.schools.random.clone());
    Ok(cx.house.hashing.run(move || hash(&password, &random)).await??)
}

/// [`verify`] in its turn.
pub async fn verify_in_turn(cx: &Cx, password: &str, hash: Option<String>) -> site::Result<bool> {
    Ok(verify_each(cx, password, vec![hash]).await? == [true])
}

/// [`verify`] for each of these.
pub async fn verify_each(cx: &Cx, password: &str, hashes: Vec<Option<String>>) -> site::Result<Vec<bool>> {
    let password = password.to_owned();
    let verify_all = move || hashes.iter().map(|hash| verify(&password, hash.as_deref())).collect();
    Ok(cx.house.hashing.run(verify_all).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_and_short_passwords_are_refused() {
        for wrong in ["short", "password", "Password1!", "welkom01", "aaaaaaaaaa", "ada.lovelace1", "qwertyuiop"] {
            assert!(check(wrong, "ada.lovelace@example.org", None).is_err(), "{wrong}");
        }
        assert!(check("correct horse battery", "ada@example.org", None).is_ok());
        assert!(check("पासवर्ड-लंबा है", "ada@example.org", None).is_ok());
    }

    #[test]
    fn ones_own_number_is_no_password() {
        for wrong in ["0612345678", "+31 6 12345678", "06-12345678", "٠٦١٢٣٤٥٦٧٨"] {
            assert!(check(wrong, "", Some("+31612345678")).is_err(), "{wrong}");
        }
        assert!(check("0687654321", "", Some("+31612345678")).is_ok());
        assert!(check("boot 0612345678", "", Some("+31612345678")).is_ok());
    }

    #[test]
    fn a_hash_fits_only_its_password() {
        let kept = hash("correct horse", &Random::seeded(1)).unwrap();
        assert!(kept.starts_with("$argon2id$"));
        assert!(verify("correct horse", Some(&kept)));
        assert!(!verify("correct horsf", Some(&kept)));
        assert!(!verify("correct horse", None));
    }
}
