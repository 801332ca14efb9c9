//! Chance for the demo: the same seed makes the same school, on every machine and in every release.

/// A splitmix64 generator (Steele, Lea and Flood, 2014). For believable data, never for secrets.
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, but not including, `limit`; 0 where the limit is 0.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        let drawn = usize::try_from(self.next() >> 33).unwrap_or_default();
        drawn.checked_rem(limit).unwrap_or_default()
    }

    /// Whether something happens that happens `share` times in a thousand.
    pub(super) fn happens(&mut self, share: usize) -> bool {
        self.below(1000) < share
    }

    /// One of a list; the type's empty value where the list is empty.
    pub(super) fn pick<T: Copy + Default>(&mut self, list: &[T]) -> T {
        list.get(self.below(list.len())).copied().unwrap_or_default()
    }
}
