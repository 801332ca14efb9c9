//! Chance as a parameter (law 5): keys, tokens, ids and codes come from the [`Random`] one was given.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use uuid::{Builder, Uuid};

use crate::Timestamp;

/// A source of random bytes: the operating system's, or a seeded one for tests and the demo.
#[derive(Clone)]
pub enum Random {
    System,
    Seeded(Arc<Mutex<ChaCha20Rng>>),
}

/// Letters and digits that nobody mixes up on paper: no 0/O, 1/I/L, 5/S, 2/Z, U/V.
const CODE_ALPHABET: &[u8; 24] = b"346789ABCDEFGHJKMNPQRTWX";

impl Random {
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Arc::new(Mutex::new(ChaCha20Rng::seed_from_u64(seed))))
    }

    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        match self {
            #[expect(clippy::expect_used, reason = "a machine without randomness can keep no promise; stop")]
            Self::System => getrandom::fill(&mut bytes).expect("the operating system gives random bytes"),
            Self::Seeded(rng) => rng.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut bytes),
        }
        bytes
    }

    /// A UUID v7: sorts by time, tells nothing else.
    pub fn uuid(&self, now: Timestamp) -> Uuid {
        let millis = u64::try_from(now.0).unwrap_or_default();
        Builder::from_unix_timestamp_millis(millis, &self.bytes()).into_uuid()
    }

    /// `len` characters that survive handwriting, about 4.6 bits each.
    pub fn code(&self, len: usize) -> String {
        let alphabet = CODE_ALPHABET.len();
        let mut code = String::with_capacity(len);
        while code.len() < len {
            for byte in self.bytes::<32>() {
                // 240 = 10 × 24: bytes above would favour the first letters.
                if byte < 240 && code.len() < len {
                    code.push(CODE_ALPHABET.get(usize::from(byte) % alphabet).copied().map_or('X', char::from));
                }
            }
        }
        code
    }

    /// `len` decimal digits, each as likely as the others.
    pub fn digits(&self, len: usize) -> String {
        let mut digits = String::with_capacity(len);
        while digits.len() < len {
            for byte in self.bytes::<32>() {
                // 250 = 25 × 10: bytes above would favour the first digits.
                if byte < 250 && digits.len() < len {
                    digits.push(char::from(b'0' + byte % 10));
                }
            }
        }
        digits
    }

    /// 32 random bytes as URL-safe text: session tokens and one-time links.
    pub fn token(&self) -> String {
        self.bytes::<32>().iter().fold(String::with_capacity(64), |mut text, byte| {
            use fmt::Write as _;
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

impl fmt::Debug for Random {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::System => "Random::System",
            Self::Seeded(_) => "Random::Seeded",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_codes() {
        assert_eq!(Random::seeded(7).code(10), Random::seeded(7).code(10));
        assert_ne!(Random::seeded(7).code(10), Random::seeded(8).code(10));
    }

    #[test]
    fn every_digit_is_about_as_likely() {
        let digits = Random::seeded(1).digits(10_000);
        for digit in '0'..='9' {
            let n = digits.chars().filter(|c| *c == digit).count();
            assert!((850..1150).contains(&n), "{digit} came {n} times");
        }
    }

    #[test]
    fn ids_sort_by_time() {
        let random = Random::seeded(1);
        assert!(random.uuid(Timestamp(1_000)) < random.uuid(Timestamp(2_000)));
    }
}
