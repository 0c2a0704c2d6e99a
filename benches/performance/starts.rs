//! Start without reading: the built-in briefs as they are packed, beside the same briefs read from their files.

use super::folder::all_of;
use attache::library::load::{LoadRequest, load};
use attache::search::Index;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

/// The shortest times of a library and of its index.
#[derive(Clone, Copy)]
pub(crate) struct Start {
    pub(crate) library: Duration,
    pub(crate) index: Duration,
}

impl Start {
    const NEVER: Self = Self { library: Duration::MAX, index: Duration::MAX };

    fn once(request: &LoadRequest) -> Self {
        let started = Instant::now();
        let library = load(request);
        let loaded = started.elapsed();
        let started = Instant::now();
        let index = Index::new(&library);
        let indexed = started.elapsed();
        black_box((library, index));
        Self { library: loaded, index: indexed }
    }

    fn keep(&mut self, other: Self) {
        self.library = self.library.min(other.library);
        self.index = self.index.min(other.index);
    }
}

/// Packed, and read from the files, so many times in turn.
pub(crate) fn packed_and_read(rounds: usize) -> [Start; 2] {
    let builtin = LoadRequest { builtin: true, ..LoadRequest::default() };
    let files = all_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("briefs"));
    let mut best = [Start::NEVER; 2];
    for _ in 0..rounds {
        for (best, request) in best.iter_mut().zip([&builtin, &files]) {
            best.keep(Start::once(request));
        }
    }
    best
}
