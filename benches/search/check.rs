//! That the search has not become many times slower: `cargo test --bench search_check`, with every
//! change.
//!
//! It asks the peers that are quickly built, in the profile in which the tests are built, and fails
//! only where a ratio of one run is far from what it was; `cargo bench --bench search` has the table.

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
mod peers;
mod times;

use attache::search::{Index, Searcher};
use corpus::{library, script};
use peers::{FuzzyMatcher, Nucleo};
use std::process::ExitCode;
use times::Times;

/// Hits kept of each search, all of them explained.
const KEPT: usize = 30;
/// Rounds over the script; of each key the shortest time counts.
const ROUNDS: usize = 4;

/// The greatest ratio of memory at rest to that of nucleo-matcher.
const MOST_MEMORY: f64 = 2.0;

/// Records, whether titles alone, and the greatest ratios to nucleo-matcher and fuzzy-matcher: twice
/// the targets of the table where it has one, three times what was seen where not. Over more records
/// fuzzy-matcher takes too long.
const SIZES: &[(usize, bool, f64, Option<f64>)] =
    &[(500, false, 0.12, Some(0.1)), (500, true, 1.0, Some(0.5)), (5_000, false, 0.06, None)];

fn main() -> ExitCode {
    let mut held = true;
    for &(records, bare, to_nucleo, to_fuzzy) in SIZES {
        let (library, texts) = library(records, bare);
        let index = Index::new(&library);
        let nucleo = Nucleo::new(&texts);
        let keys = script(&library);
        let [mut ours, mut theirs, mut others] = <[Times; 3]>::default();
        for _ in 0..ROUNDS {
            let mut searcher = Searcher::default();
            for (number, key) in keys.iter().enumerate() {
                ours.measure(number, || {
                    let mut found = searcher.search(&index, &library, key, KEPT);
                    searcher.explain(&index, &library, &mut found.hits);
                    std::hint::black_box(&found);
                });
                theirs.measure(number, || nucleo.search(key, KEPT, 1));
                if to_fuzzy.is_some() {
                    others.measure(number, || FuzzyMatcher::search(&texts, key, KEPT));
                }
            }
        }
        println!("{records} records, titles alone {bare}: {}", ours.line().unwrap_or_default());
        let mut row = |what: &str, ratio: f64, most: f64| {
            println!("  {what:30} {ratio:8.4}, at most {most}");
            held &= ratio <= most;
        };
        row("time to nucleo-matcher", ours.total() / theirs.total(), to_nucleo);
        if let Some(most) = to_fuzzy {
            row("time to fuzzy-matcher", ours.total() / others.total(), most);
        }
        row(
            "memory to nucleo-matcher",
            index.memory() as f64 / nucleo.memory() as f64,
            MOST_MEMORY,
        );
    }
    if held { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
