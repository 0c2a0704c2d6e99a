//! Grade, party, corroboration and dispute: computed, never typed.

use super::{Confidence, Credibility, ItemId, Reliability};

/// How well an event or a claim is supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Corroboration {
    /// No source.
    Uncited,
    /// One origin.
    SingleSource,
    /// This many independent origins, 2 or more.
    Corroborated(usize),
    /// Every origin is a party to the events.
    PartyOnly,
}

/// Reliability of the best source with the credibility of the information, shown as `B2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Grade {
    /// The letter.
    pub reliability: Reliability,
    /// The number; without one only the letter is shown.
    pub credibility: Option<Credibility>,
}

/// One source as it stands to one event or claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The source.
    pub source: ItemId,
    /// Its reliability: its own, else its publisher's, else F.
    pub reliability: Reliability,
    /// Whether its publisher takes part in the event.
    pub party: bool,
    /// The sources it repeats, at the roots.
    pub roots: Vec<ItemId>,
    /// Number of its origin: sources with the same number are one origin.
    pub origin: usize,
}

/// What follows from the sources of an event or a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The sources, in file order.
    pub citations: Vec<Citation>,
    /// How well it is supported.
    pub corroboration: Corroboration,
    /// Whether a claim speaks against it (or against one of its claims).
    pub disputed: bool,
    /// The grade; none without a source.
    pub grade: Option<Grade>,
    /// How sure the author is.
    pub confidence: Option<Confidence>,
}
