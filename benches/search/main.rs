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
mod peers;
mod times;

use attache::search::{Index, Searcher};
use corpus::{library, script};
use frizbee::Frizbee;
use peers::{FuzzyMatcher, Nucleo};
use std::time::{Duration, Instant};
use times::Times;

/// Hits kept of each search.
const KEPT: usize = 100;
/// Rows that a large screen shows of them.
const SHOWN: usize = 30;

fn main() {
    let mut sizes =
        vec![(500, false), (500, true), (10_000, false), (100_000, false), (100_000, true)];
    if std::env::args().any(|argument| argument == "--million") {
        sizes.push((1_000_000, false));
    }
    let mut before = None;
    for (records, bare) in sizes {
        let measured = measure(records, bare);
        measured.print(before.as_ref());
        if !bare {
            before = Some(measured);
        }
    }
}

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

struct Measured {
    records: usize,
    bare: bool,
    keys: usize,
    build: Duration,
    words: usize,
    memory: (usize, usize),
    ours: Times,
    ours_all: Times,
    frizbee: Times,
    frizbee_two: Times,
    nucleo: Times,
    nucleo_two: Times,
    fuzzy: Times,
}

fn measure(records: usize, bare: bool) -> Measured {
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

impl Measured {
    /// Prints the rows of the table.
    fn print(&self, before: Option<&Self>) {
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
        let row = |name: &str, ratio: f64, target: f64| {
            let met = if ratio <= target { "met" } else { "MISSED" };
            println!("  {name:50} {ratio:8.4}  target {target:6.3}  {met}");
        };
        let ratio = |peer: &Times| self.ours.total() / peer.total();
        match (self.bare, self.records) {
            (false, ..5_000) => {
                row("1  500 full texts / frizbee", ratio(&self.frizbee), 0.6);
                row("3a 500 full texts / nucleo-matcher", ratio(&self.nucleo), 0.06);
                row("3b 500 full texts / fuzzy-matcher", ratio(&self.fuzzy), 0.05);
            }
            (true, ..5_000) => row("2  500 titles / frizbee", ratio(&self.frizbee), 1.0),
            (false, ..50_000) => {
                row("4a 10k full / frizbee", ratio(&self.frizbee), 0.05);
                row("4b 10k full / nucleo on 2 threads", ratio(&self.nucleo_two), 0.008);
            }
            (false, ..500_000) => {
                row("5a 100k full / frizbee on 2 threads", ratio(&self.frizbee_two), 0.015);
                row("5b 100k full / nucleo on 2 threads", ratio(&self.nucleo_two), 0.001);
                let keys = self.ours.percentile(100) / self.frizbee.percentile(50);
                row("7  worst key of ours / median key of frizbee", keys, 0.05);
                if let Some(before) = before {
                    let growth = self.ours.percentile(50) / before.ours.percentile(50);
                    row("8  our p50 at 100k / at 10k", growth, 2.0);
                }
                row("9a memory / nucleo, full", self.memory.0 as f64 / self.memory.1 as f64, 0.45);
            }
            (true, _) => {
                row("6  100k titles / frizbee on 2 threads", ratio(&self.frizbee_two), 0.07);
                row("9b memory / nucleo, titles", self.memory.0 as f64 / self.memory.1 as f64, 1.1);
            }
            (false, _) => {
                let p50 = self.ours.percentile(50) / self.frizbee_two.percentile(50);
                row("10 1M full: p50 / frizbee on 2 threads", p50, 0.005);
            }
        }
    }
}
