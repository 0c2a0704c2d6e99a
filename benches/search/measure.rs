//! A size of corpus typed through: our search and its peers in turn, key by key.

use super::corpus::{library, script};
use super::frizbee::Frizbee;
use super::peers::{FuzzyMatcher, Nucleo};
use super::times::Times;
use attache::search::{Index, Searcher};
use std::time::{Duration, Instant};

/// Hits kept of each search.
const KEPT: usize = 100;
/// Rows that a large screen shows of them.
const SHOWN: usize = 30;

/// Which peers are asked: all of them take minutes over a million records.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Size {
    Small,
    Large,
    Huge,
}

impl Size {
    fn of(records: usize) -> Self {
        match records {
            ..5_000 => Self::Small,
            5_000..500_000 => Self::Large,
            _ => Self::Huge,
        }
    }
}

/// What came of a size.
pub(crate) struct Measured {
    pub(crate) records: usize,
    pub(crate) bare: bool,
    keys: usize,
    pub(crate) build: Duration,
    pub(crate) words: usize,
    pub(crate) memory: (usize, usize),
    ours: Times,
    ours_all: Times,
    frizbee: Times,
    frizbee_two: Times,
    nucleo: Times,
    nucleo_two: Times,
    fuzzy: Times,
}

/// Types the script through a corpus of about so many records.
pub(crate) fn measure(records: usize, bare: bool) -> Measured {
    let (library, texts) = library(records, bare);
    let started = Instant::now();
    let index = Index::new(&library);
    let build = started.elapsed();
    let keys = script(&library);
    let size = Size::of(texts.len());
    let nucleo = (size != Size::Huge).then(|| Nucleo::new(&texts));
    let memory = (index.memory(), nucleo.as_ref().map_or(0, Nucleo::memory));
    let mut measured = Measured {
        records: texts.len(),
        bare,
        keys: keys.len(),
        build,
        words: index.words(),
        memory,
        ours: Times::default(),
        ours_all: Times::default(),
        frizbee: Times::default(),
        frizbee_two: Times::default(),
        nucleo: Times::default(),
        nucleo_two: Times::default(),
        fuzzy: Times::default(),
    };
    // Small sizes are typed more often.
    let rounds = (40_000 / texts.len()).clamp(2, 12);
    for _ in 0..rounds {
        let (mut ours, mut ours_all) = (Searcher::default(), Searcher::default());
        for (number, key) in keys.iter().enumerate() {
            measured.ours.measure(number, || {
                let mut found = ours.search(&index, &library, key, KEPT);
                let shown = found.hits.len().min(SHOWN);
                ours.explain(&index, &library, &mut found.hits[..shown]);
                std::hint::black_box(&found);
            });
            measured.ours_all.measure(number, || {
                let mut found = ours_all.search(&index, &library, key, KEPT);
                ours_all.explain(&index, &library, &mut found.hits);
                std::hint::black_box(&found);
            });
            if size != Size::Huge {
                measured.frizbee.measure(number, || Frizbee::search(&texts, key, KEPT, 1));
            }
            if size != Size::Small {
                measured.frizbee_two.measure(number, || Frizbee::search(&texts, key, KEPT, 2));
            }
            match (size, &nucleo) {
                (Size::Small, Some(nucleo)) => {
                    measured.nucleo.measure(number, || nucleo.search(key, KEPT, 1));
                    measured.fuzzy.measure(number, || FuzzyMatcher::search(&texts, key, KEPT));
                }
                (Size::Large, Some(nucleo)) => {
                    measured.nucleo_two.measure(number, || nucleo.search(key, KEPT, 2));
                }
                _ => {}
            }
        }
    }
    measured
}

/// A ratio of one run with what it should be at most.
pub(crate) struct Row {
    pub(crate) number: &'static str,
    pub(crate) name: &'static str,
    pub(crate) ratio: f64,
    pub(crate) target: f64,
}

impl Measured {
    /// Prints how long each engine took.
    pub(crate) fn print(&self) {
        let what = if self.bare { "titles" } else { "full texts" };
        println!(
            "\n{} records, {what}: {} keys, {} words, built in {:.1} ms, at rest {} B a record",
            self.records,
            self.keys,
            self.words,
            self.build.as_secs_f64() * 1e3,
            self.memory.0 / self.records.max(1),
        );
        for (name, times) in [
            ("ours, 30 rows explained", &self.ours),
            ("ours, all 100 explained", &self.ours_all),
            ("frizbee", &self.frizbee),
            ("frizbee, 2 threads", &self.frizbee_two),
            ("nucleo-matcher", &self.nucleo),
            ("nucleo-matcher, 2 threads", &self.nucleo_two),
            ("fuzzy-matcher", &self.fuzzy),
        ] {
            if let Some(line) = times.line() {
                println!("  {name:26} {line}");
            }
        }
    }

    /// The rows of the table that this size has; `before` is the next smaller one.
    pub(crate) fn rows(&self, before: Option<&Self>) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut row = |number, name, ratio, target| {
            rows.push(Row { number, name, ratio, target });
        };
        let ratio = |peer: &Times| self.ours.total() / peer.total();
        let memory = self.memory.0 as f64 / self.memory.1 as f64;
        match (self.bare, self.records) {
            (false, ..5_000) => {
                row("1", "500 full texts / frizbee", ratio(&self.frizbee), 0.6);
                row("3a", "500 full texts / nucleo-matcher", ratio(&self.nucleo), 0.06);
                row("3b", "500 full texts / fuzzy-matcher", ratio(&self.fuzzy), 0.05);
            }
            (true, ..5_000) => row("2", "500 titles / frizbee", ratio(&self.frizbee), 1.0),
            (false, ..50_000) => {
                row("4a", "10k full / frizbee", ratio(&self.frizbee), 0.05);
                row("4b", "10k full / nucleo on 2 threads", ratio(&self.nucleo_two), 0.008);
            }
            (false, ..500_000) => {
                row("5a", "100k full / frizbee on 2 threads", ratio(&self.frizbee_two), 0.015);
                row("5b", "100k full / nucleo on 2 threads", ratio(&self.nucleo_two), 0.001);
                let keys = self.ours.percentile(100) / self.frizbee.percentile(50);
                row("7", "worst key of ours / median key of frizbee", keys, 0.05);
                if let Some(before) = before {
                    let growth = self.ours.percentile(50) / before.ours.percentile(50);
                    row("8", "our p50 at 100k / at 10k", growth, 2.0);
                }
                row("9a", "memory / nucleo, full", memory, 0.45);
            }
            (true, _) => {
                row("6", "100k titles / frizbee on 2 threads", ratio(&self.frizbee_two), 0.07);
                row("9b", "memory / nucleo, titles", memory, 1.1);
            }
            (false, _) => {
                let p50 = self.ours.percentile(50) / self.frizbee_two.percentile(50);
                row("10", "1M full: p50 / frizbee on 2 threads", p50, 0.005);
            }
        }
        rows
    }
}
