//! The index of the built-in briefs as it was made with the program, so that the first key that is typed
//! after the start need not wait for it.
//!
//! `UPDATE_DOCS=1 cargo test --lib packed` writes it anew, and a test holds it equal to what is read.

use super::index::corpus::Corpus;
use crate::library::unpacked;

const INDEX: &[u8] = include_bytes!("packed/index.bin");

/// What is known of the built-in briefs alone; none where another edition of the program made it, which only
/// its makers meet.
pub(super) fn corpus() -> Option<Corpus> {
    unpacked(INDEX)
}

#[cfg(test)]
mod tests {
    use super::super::Index;
    use super::*;
    use crate::library::read_builtin;
    use crate::tests::{guard, packed};

    #[test]
    fn the_packed_index_is_that_of_the_built_in_briefs() {
        guard("search/packed/index.bin", packed(&Index::corpus(&read_builtin())));
    }

    #[test]
    fn what_is_unpacked_is_what_was_packed() {
        let bytes = packed(&Index::corpus(&read_builtin()));
        let unpacked: Corpus = unpacked(bytes).unwrap();
        assert!(packed(&unpacked) == bytes);
    }
}
