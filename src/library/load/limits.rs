//! How much is read: what a machine has memory for.

use crate::brief::Amount;

/// Limits on what is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file.
    pub file: u64,
    /// Bytes in all.
    pub total: u64,
    /// Number of files.
    pub files: usize,
    /// Records in all files: events, claims, actors, sources and the like.
    pub records: usize,
    /// References, names and tags in all files.
    pub references: usize,
    /// Folders below the one that is named.
    pub depth: usize,
}

/// Bytes of memory that every machine is taken to have at least.
const LITTLE: u64 = 128 << 20;
/// Bytes of memory beyond which nobody reads more: every item has a number of 32 bits.
const PLENTY: u64 = 1 << 40;
/// The longest file: a place in one is a number of 32 bits.
const LONGEST: u64 = 1 << 30;
/// What is taken for the memory of a machine that does not tell.
const UNKNOWN: u64 = 4 << 30;
/// Bytes that a record takes, with its part of the index; `cargo bench --bench performance` measures it.
const RECORD: u64 = 2_794;
/// Bytes that a reference, name or tag takes.
const REFERENCE: u64 = 250;
/// References for each record.
const REFERENCES: u64 = 6;

impl Limits {
    /// Those of a machine with so much memory.
    #[must_use]
    pub fn with_memory(bytes: u64) -> Self {
        let bytes = bytes.clamp(LITTLE, PLENTY);
        // Half of the memory, so that the machine has some for itself and for what is on the screen.
        let records = bytes / 2 / (RECORD + REFERENCES * REFERENCE);
        let total = bytes / 16;
        let count = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        Self {
            file: (total / 8).min(LONGEST),
            total,
            files: 100_000,
            records: count(records),
            references: count(records * REFERENCES),
            depth: 4,
        }
    }

    /// Whether less than a fifth of them is left: that is told, before anything is refused.
    pub(super) fn is_near(self, amount: Amount, bytes: u64) -> bool {
        let near = |held: usize, most: usize| held > most - most / 5;
        near(amount.records, self.records)
            || near(amount.references, self.references)
            || bytes > self.total - self.total / 5
    }

    pub(super) fn hold(self, amount: Amount) -> bool {
        amount.records <= self.records && amount.references <= self.references
    }
}

impl Default for Limits {
    /// Those of this machine.
    fn default() -> Self {
        Self::with_memory(memory())
    }
}

/// Bytes of memory that this machine has.
#[cfg(target_os = "linux")]
fn memory() -> u64 {
    let system = rustix::system::sysinfo();
    let unit = u64::from(system.mem_unit);
    match system.totalram.saturating_mul(unit) {
        0 => UNKNOWN,
        bytes => bytes,
    }
}

/// Bytes of memory that this machine has.
#[cfg(not(target_os = "linux"))]
fn memory() -> u64 {
    UNKNOWN
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_reads_what_it_has_memory_for() {
        let usual = Limits::with_memory(8 << 30);
        assert_eq!((usual.file, usual.total), (64 << 20, 512 << 20));
        assert!((1_000_000..1_010_000).contains(&usual.records), "{usual:?}");
        assert_eq!(usual.references, usual.records * 6);
        for gib in [1, 2, 64, 512] {
            let limits = Limits::with_memory(gib << 30);
            let in_proportion = u64::try_from(usual.records).unwrap() * gib / 8;
            assert!(u64::try_from(limits.records).unwrap().abs_diff(in_proportion) < 100);
            assert_eq!(limits.total, gib << 26);
            assert!(limits.file <= 1 << 30);
        }
        // What is numbered has numbers enough.
        assert!(Limits::with_memory(u64::MAX).records < 1 << 28);
        // Nobody has so little; a brief opens all the same.
        assert!(Limits::with_memory(0).records > 15_000);
    }
}
