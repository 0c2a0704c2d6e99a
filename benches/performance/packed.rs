//! What is gained by packing the built-in briefs into the program.

use super::asked::Asked;
use super::page::{Section, Table, millis, times};
use super::starts::packed_and_read;

const ROUNDS: usize = 50;

/// The packed briefs beside their files.
pub(crate) fn measure(_: &Asked) -> Section {
    let [packed, read] = packed_and_read(ROUNDS);
    let about = format!(
        "The library and the index of the built-in briefs as the program has them packed, beside the same briefs read \
         from\ntheir files: the shortest of {ROUNDS} times, in turn. Less is better. What is packed is unpacked as far as \
         it is\nasked for, so some of the work comes later, a little at a time."
    );
    let mut table = Table::new(&["", "packed / read", "packed", "read"]);
    for (name, packed, read) in
        [("library", packed.library, read.library), ("index", packed.index, read.index)]
    {
        table.row([name.to_owned(), times(packed, read), millis(packed), millis(read)]);
    }
    Section { title: "Start without reading", about, tables: vec![table] }
}
