//! How long it took.

use std::time::{Duration, Instant};

/// The times of one engine: for each key the shortest of all rounds, which other work on the machine
/// disturbs least.
#[derive(Default)]
pub(crate) struct Times(Vec<Duration>);

impl Times {
    /// Does the work of a key and keeps how long it took.
    pub(crate) fn measure(&mut self, key: usize, work: impl FnOnce()) {
        let started = Instant::now();
        work();
        let took = started.elapsed();
        match self.0.get_mut(key) {
            Some(known) => *known = took.min(*known),
            None => self.0.push(took),
        }
    }

    /// Over all keys, in seconds.
    pub(crate) fn total(&self) -> f64 {
        self.0.iter().map(Duration::as_secs_f64).sum()
    }

    /// The time below which so many of a hundred keys are, in seconds.
    pub(crate) fn percentile(&self, of_hundred: usize) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort();
        let at = (sorted.len() * of_hundred / 100).min(sorted.len().saturating_sub(1));
        sorted.get(at).map_or(0.0, Duration::as_secs_f64)
    }

    /// The usual figures; `None` where nothing was measured.
    pub(crate) fn line(&self) -> Option<String> {
        let figures = format!(
            "p50 {:9.1} µs   p99 {:10.1} µs   worst {:10.1} µs",
            self.percentile(50) * 1e6,
            self.percentile(99) * 1e6,
            self.percentile(100) * 1e6
        );
        (!self.0.is_empty()).then_some(figures)
    }
}
