//! Which sources are one origin.

use super::Assessor;
use crate::library::assessment::Citation;
use crate::library::{ItemId, Relation};
use std::collections::{BTreeMap, BTreeSet};

impl Assessor {
    /// Sources that share a root, a publisher of their own or of a root, or whose publishers are bodies
    /// of one actor, are one origin. A source that repeats others joins the first origin it shares
    /// something with, and does not make one of two that are independent of each other: AP, Reuters
    /// and a paper that copied both are two. Neither does what two houses published together. Withdrawn
    /// ones make no origin.
    pub(super) fn number_origins(&mut self, cited: &mut [Citation]) {
        let all: BTreeSet<ItemId> =
            cited.iter().filter(|citation| citation.counts).map(|found| found.source).collect();
        for citation in &mut *cited {
            let chain = self.chain(citation.source);
            let repeats = |other: &ItemId| *other != citation.source && all.contains(other);
            let copies = chain.reached.iter().any(repeats);
            citation.counts &= !copies || self.goes_round(citation.source, &chain);
        }
        let mut origins: BTreeMap<Mark, usize> = BTreeMap::new();
        let mut number = 0;
        let mut order: Vec<&mut Citation> = cited.iter_mut().collect();
        order.sort_by_cached_key(|citation| {
            let copies = citation.roots.as_slice() != [citation.source];
            let sources = citation.roots.iter().chain([&citation.source]);
            let houses: BTreeSet<usize> =
                sources.flat_map(|source| self.library.houses_of(*source)).copied().collect();
            (!citation.counts, copies, citation.roots.len(), houses.len())
        });
        for citation in order {
            let marks = self.marks(citation);
            let shared = marks.iter().filter_map(|mark| origins.get(mark).copied()).min();
            citation.origin = shared.unwrap_or_else(|| {
                origins.extend(marks.iter().map(|mark| (*mark, number)));
                number += 1;
                number - 1
            });
        }
    }

    fn marks(&self, citation: &Citation) -> BTreeSet<Mark> {
        let mut marks: BTreeSet<Mark> = citation.roots.iter().copied().map(Mark::Root).collect();
        for source in citation.roots.iter().chain([&citation.source]) {
            marks.extend(self.library.houses_of(*source).iter().copied().map(Mark::Publisher));
            let houses = self.library.ends(*source, Relation::PublishedBy);
            let bodies = houses.flat_map(|house| self.library.with_above(house));
            marks.extend(bodies.map(Mark::Body));
        }
        marks
    }
}

/// What makes two sources one origin when both have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Root(ItemId),
    Publisher(usize),
    Body(ItemId),
}
