//! A hash of words that is quick and the same in every run (FNV-1a, 64 bits).

use std::hash::{BuildHasherDefault, Hasher};

/// For hash maps of words of the corpus; these come from briefs, of which nobody can make so many
/// that collisions are felt before the limits of loading are.
pub(in crate::search) type BuildWordHasher = BuildHasherDefault<WordHasher>;

/// Hashes words.
#[derive(Clone, Copy, Debug)]
pub(in crate::search) struct WordHasher(u64);

impl Default for WordHasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        // The low bits of the product say little of the first letters.
        self.0 ^ self.0 >> 32
    }
}

/// The hash of a word.
pub(in crate::search) fn hash(word: &str) -> u64 {
    let mut hasher = WordHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}
