//! The search against its peers, key by key, in one run: `cargo bench --bench search`.
//!
//! Every size types the same mixed script (names, typing errors, two words, dates); at each key all
//! engines are asked in turn for their best 100 with scores and positions. Ratios of one run hold;
//! absolute times move with the machine. `-- --million` adds a million records. What runs with every
//! change is `search_check`.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::wildcard_enum_match_arm,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a bench prints, counts in floating point and may stop where it stands"
)]

mod corpus;
mod frizbee;
mod measure;
mod peers;
mod times;

use measure::{Measured, measure};

fn main() {
    let mut sizes =
        vec![(500, false), (500, true), (10_000, false), (100_000, false), (100_000, true)];
    if std::env::args().any(|argument| argument == "--million") {
        sizes.push((1_000_000, false));
    }
    let mut before: Option<Measured> = None;
    for (records, bare) in sizes {
        let measured = measure(records, bare);
        measured.print();
        for row in measured.rows(before.as_ref()) {
            let met = if row.ratio <= row.target { "met" } else { "MISSED" };
            println!(
                "  {:3} {:46} {:8.4}  target {:6.3}  {met}",
                row.number, row.name, row.ratio, row.target
            );
        }
        if !bare {
            before = Some(measured);
        }
    }
}
