//! frizbee, apart from the other peers: it takes minutes to build.

use std::hint::black_box;

/// SIMD Smith-Waterman, words joined with AND.
pub(crate) struct Frizbee;

impl Frizbee {
    /// Searches on so many threads.
    pub(crate) fn search(texts: &[String], query: &str, kept: usize, threads: usize) {
        let config = frizbee::Config::default().casing(frizbee::CaseMatching::Ignore);
        let mut matcher = frizbee::Matcher::from_query(query, &config);
        let found = if threads == 1 {
            matcher.match_list(texts)
        } else {
            matcher.match_list_parallel(texts, threads)
        };
        for hit in found.iter().take(kept) {
            let text = &texts[hit.index as usize];
            black_box(matcher.match_one_indices(text, hit.index));
        }
        black_box(found);
    }
}
