//! How much is read: what a machine has memory for, and a bound for those that have plenty.

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
    /// Records in all files: events, claims, actors, sources and the like, some 3 KiB of memory each.
    pub records: usize,
    /// References, names and tags in all files, some 250 bytes of memory each.
    pub references: usize,
    /// Folders below the one that is named.
    pub depth: usize,
}

/// Bytes of memory from which on a machine reads as much as is read anywhere.
const PLENTY: u64 = 8 << 30;
/// What is taken for the memory of a machine that does not tell.
const UNKNOWN: u64 = 4 << 30;
/// Records that are read where there is plenty; half of the memory at the most is filled by them.
const RECORDS: u64 = 1_000_000;
/// References for each record.
const REFERENCES: usize = 6;

impl Limits {
    /// Those of a machine with so much memory.
    #[must_use]
    pub fn with_memory(bytes: u64) -> Self {
        let bytes = bytes.clamp(PLENTY / 64, PLENTY);
        let records =
            usize::try_from(RECORDS * (bytes >> 20) / (PLENTY >> 20)).unwrap_or(usize::MAX);
        let total = bytes / 16;
        Self {
            file: total / 8,
            total,
            files: 100_000,
            records,
            references: records.saturating_mul(REFERENCES),
            depth: 4,
        }
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
    fn a_machine_with_plenty_reads_as_much_as_any_and_a_small_one_its_part() {
        let plenty = Limits::with_memory(8 << 30);
        assert_eq!((plenty.file, plenty.total), (64 << 20, 512 << 20));
        assert_eq!((plenty.records, plenty.references), (1_000_000, 6_000_000));
        assert_eq!(Limits::with_memory(u64::MAX), plenty);
        let small = Limits::with_memory(1 << 30);
        assert_eq!((small.file, small.total), (8 << 20, 64 << 20));
        assert_eq!((small.records, small.references), (125_000, 750_000));
        // Nobody has so little; a brief opens all the same.
        assert!(Limits::with_memory(0).records > 15_000);
    }
}
