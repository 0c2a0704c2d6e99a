//! The peers, each asked for its best with scores and positions.

use fuzzy_matcher::FuzzyMatcher as _;
use fuzzy_matcher::skim::SkimMatcherV2;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32String};
use std::hint::black_box;

/// nucleo-matcher, its strings made ready once.
pub(crate) struct Nucleo {
    texts: Vec<Utf32String>,
}

impl Nucleo {
    /// Makes the strings ready.
    pub(crate) fn new(texts: &[String]) -> Self {
        Self { texts: texts.iter().map(|text| Utf32String::from(text.as_str())).collect() }
    }

    /// Bytes in memory.
    pub(crate) fn memory(&self) -> usize {
        let bytes = |text: &Utf32String| match text {
            Utf32String::Ascii(text) => text.len(),
            Utf32String::Unicode(text) => text.len() * size_of::<char>(),
        };
        self.texts.iter().map(bytes).sum::<usize>() + self.texts.len() * size_of::<Utf32String>()
    }

    /// Searches on so many threads.
    pub(crate) fn search(&self, query: &str, kept: usize, threads: usize) {
        let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
        let part = self.texts.len().div_ceil(threads).max(1);
        let score = |texts: &[Utf32String], first: usize| {
            let mut matcher = Matcher::new(Config::DEFAULT);
            let scored = texts.iter().enumerate().filter_map(|(at, text)| {
                Some((pattern.score(text.slice(..), &mut matcher)?, first + at))
            });
            scored.collect::<Vec<_>>()
        };
        let mut found: Vec<(u32, usize)> = std::thread::scope(|scope| {
            let (own, others) = self.texts.split_at(part.min(self.texts.len()));
            let other = (threads > 1).then(|| scope.spawn(|| score(others, part)));
            let mut found = score(own, 0);
            if let Some(other) = other {
                found.extend(other.join().unwrap());
            }
            found
        });
        found.sort_unstable_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut places = Vec::new();
        for (_, at) in found.iter().take(kept) {
            places.clear();
            black_box(pattern.indices(self.texts[*at].slice(..), &mut matcher, &mut places));
        }
        black_box(found);
    }
}

/// fuzzy-matcher over every text.
pub(crate) struct FuzzyMatcher;

impl FuzzyMatcher {
    /// Searches.
    pub(crate) fn search(texts: &[String], query: &str, kept: usize) {
        let matcher = SkimMatcherV2::default().ignore_case();
        let scored = texts.iter().enumerate();
        let scored = scored.filter_map(|(at, text)| Some((matcher.fuzzy_match(text, query)?, at)));
        let mut found: Vec<(i64, usize)> = scored.collect();
        found.sort_unstable_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
        for (_, at) in found.iter().take(kept) {
            black_box(matcher.fuzzy_indices(&texts[*at], query));
        }
        black_box(found);
    }
}
