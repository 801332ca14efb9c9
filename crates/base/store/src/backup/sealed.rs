//! A stream in sealed pieces. Each piece is bound to the head of its file and to its place, the last one says that it
//! is the last: nothing can be changed, moved, taken out or cut off unnoticed.

use std::io::{self, Read, Write};

use chacha20poly1305::aead::{Aead as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use sha2::{Digest as _, Sha256};

use crate::keys::DataKey;

/// Plain bytes in a piece.
const PIECE: usize = 64 << 10;
const TAG: usize = 16;

/// The key belongs to one file, so a counter is a nonce that never comes twice.
fn nonce(place: u64, is_last: bool) -> XNonce {
    let mut nonce = [0; 24];
    nonce.iter_mut().zip(place.to_be_bytes()).for_each(|(to, from)| *to = from);
    if let Some(last) = nonce.last_mut() {
        *last = u8::from(is_last);
    }
    XNonce::from(nonce)
}

fn bound(head: &[u8]) -> Vec<u8> {
    Sha256::digest(head).to_vec()
}

pub struct Sealing<W: Write> {
    out: W,
    cipher: XChaCha20Poly1305,
    bound: Vec<u8>,
    waiting: Vec<u8>,
    place: u64,
}

impl<W: Write> Sealing<W> {
    /// `head` is what stands before the pieces, in the clear.
    pub fn new(out: W, key: &DataKey, head: &[u8]) -> Self {
        Self { out, cipher: key.cipher(), bound: bound(head), waiting: Vec::with_capacity(PIECE), place: 0 }
    }

    fn put(&mut self, is_last: bool) -> io::Result<()> {
        let piece = Payload { msg: &self.waiting, aad: &self.bound };
        let sealed = self.cipher.encrypt(&nonce(self.place, is_last), piece).map_err(io::Error::other)?;
        self.out.write_all(&sealed)?;
        self.waiting.clear();
        self.place += 1;
        Ok(())
    }

    /// Writes the last piece. Without it the stream counts as cut off.
    pub fn finish(mut self) -> io::Result<W> {
        self.put(true)?;
        Ok(self.out)
    }
}

impl<W: Write> Write for Sealing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.waiting.len() == PIECE {
            self.put(false)?;
        }
        let room = PIECE - self.waiting.len();
        let taken = bytes.get(..room.min(bytes.len())).unwrap_or_default();
        self.waiting.extend_from_slice(taken);
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

pub struct Opening<R: Read> {
    from: R,
    cipher: XChaCha20Poly1305,
    bound: Vec<u8>,
    next: Vec<u8>,
    plain: Vec<u8>,
    read: usize,
    place: u64,
    ended: bool,
}

impl<R: Read> Opening<R> {
    pub fn new(mut from: R, key: &DataKey, head: &[u8]) -> io::Result<Self> {
        let next = take(&mut from)?;
        let (cipher, bound) = (key.cipher(), bound(head));
        Ok(Self { from, cipher, bound, next, plain: Vec::new(), read: 0, place: 0, ended: false })
    }

    fn open_next(&mut self) -> io::Result<()> {
        let after = take(&mut self.from)?;
        let is_last = after.is_empty();
        let sealed = std::mem::replace(&mut self.next, after);
        let piece = Payload { msg: &sealed, aad: &self.bound };
        self.plain = self
            .cipher
            .decrypt(&nonce(self.place, is_last), piece)
            .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "a piece does not fit its seal"))?;
        (self.read, self.ended) = (0, is_last);
        self.place += 1;
        Ok(())
    }
}

/// The next sealed piece, shorter only at the end.
fn take(from: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut piece = Vec::with_capacity(PIECE + TAG);
    from.take((PIECE + TAG) as u64).read_to_end(&mut piece)?;
    Ok(piece)
}

impl<R: Read> Read for Opening<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.read == self.plain.len() && !self.ended {
            self.open_next()?;
        }
        let left = self.plain.get(self.read..).unwrap_or_default();
        let n = left.len().min(into.len());
        if let (Some(to), Some(from)) = (into.get_mut(..n), left.get(..n)) {
            to.copy_from_slice(from);
        }
        self.read += n;
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use kernel::Random;

    use super::*;

    fn sealed(plain: &[u8], key: &DataKey) -> Vec<u8> {
        let mut sealing = Sealing::new(Vec::new(), key, b"head");
        sealing.write_all(plain).unwrap();
        sealing.finish().unwrap()
    }

    fn opened(sealed: &[u8], key: &DataKey) -> io::Result<Vec<u8>> {
        let mut plain = Vec::new();
        Opening::new(sealed, key, b"head")?.read_to_end(&mut plain)?;
        Ok(plain)
    }

    #[test]
    fn what_was_sealed_opens_at_every_length() {
        let key = DataKey::new(&Random::seeded(1));
        for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 7] {
            let plain: Vec<u8> = (0..length).map(|n| u8::try_from(n % 251).unwrap()).collect();
            assert_eq!(opened(&sealed(&plain, &key), &key).unwrap(), plain, "{length}");
        }
    }

    #[test]
    fn what_is_cut_off_moved_flipped_or_of_another_key_does_not_open() {
        let random = Random::seeded(1);
        let (key, other) = (DataKey::new(&random), DataKey::new(&random));
        let whole = sealed(&vec![7; 2 * PIECE + 100], &key);
        assert!(opened(&whole, &other).is_err());
        for length in [0, 10, PIECE + TAG, 2 * (PIECE + TAG), whole.len() - 1] {
            assert!(opened(&whole[..length], &key).is_err(), "{length}");
        }
        for at in [0, PIECE + TAG, whole.len() - 1] {
            let mut flipped = whole.clone();
            flipped[at] ^= 1;
            assert!(opened(&flipped, &key).is_err(), "{at}");
        }
        let mut moved = whole.clone();
        moved.rotate_left(PIECE + TAG);
        assert!(opened(&moved, &key).is_err());
        let mut plain = Vec::new();
        let read = Opening::new(whole.as_slice(), &key, b"another head").unwrap().read_to_end(&mut plain);
        assert!(read.is_err());
    }
}
