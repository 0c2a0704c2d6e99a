//! The hash of what is not kept: of archived copies, on a disk or in a pack.

use crate::library::seal::hexadecimal;
use sha2::{Digest, Sha256};
use std::io::{self, Read};

/// SHA-256 of all that a reader gives, as `sha256sum` prints it.
///
/// # Errors
///
/// It gives no more.
pub(super) fn hash(from: &mut impl Read) -> io::Result<String> {
    let mut digest = Sha256::new();
    let mut buffer = vec![0; 64 << 10];
    loop {
        let count = from.read(&mut buffer)?;
        if count == 0 {
            return Ok(hexadecimal(&digest.finalize()));
        }
        // A reader never says more than it was given room for.
        digest.update(buffer.get(..count).unwrap_or_default());
    }
}
