//! What follows from the sources of an event or a claim: computed, never typed.

use super::{Confidence, Credibility, ItemId, Reliability};
use serde::{Deserialize, Serialize};

/// How well an event or a claim is supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Corroboration {
    /// No source.
    Uncited,
    /// One origin.
    SingleSource,
    /// This many independent origins, 2 or more.
    Corroborated(usize),
    /// Every origin has an interest in how the event is told.
    PartyOnly,
}

/// Reliability of the best source with the credibility of the information, shown as `B2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Grade {
    /// The letter.
    pub reliability: Reliability,
    /// The number; without one only the letter is shown.
    pub credibility: Option<Credibility>,
}

impl Grade {
    /// What grades are compared by, the better the smaller: by number, then letter. A missing number
    /// or 6 stands as 3 and a missing letter or F as D: what cannot be judged is neither good nor bad.
    #[must_use]
    pub fn order(self) -> (u8, Reliability) {
        let reliability =
            if self.reliability == Reliability::F { Reliability::D } else { self.reliability };
        (self.number_for_order(), reliability)
    }

    /// The number that stands for it in comparisons, 1 to 5.
    #[must_use]
    pub fn number_for_order(self) -> u8 {
        match self.credibility.map(Credibility::number) {
            Some(number @ 1..=5) => number,
            Some(_) | None => UNGRADED,
        }
    }
}

/// The number that stands for a missing one.
const UNGRADED: u8 = 3;

/// One source as it stands to one event or claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// The source.
    pub source: ItemId,
    /// Its reliability: its own, else its publisher's, else F.
    pub reliability: Reliability,
    /// The number of what it is cited for: of a claim the claim's own; of an event that of the claim
    /// about whether it happened, else when, that cites it.
    pub credibility: Option<Credibility>,
    /// Whether its publisher has an interest in the event, or it only repeats those who have.
    pub party: bool,
    /// Whether it is the own text of those whose act the event is.
    pub own_text: bool,
    /// The sources it repeats, at the roots.
    pub roots: Vec<ItemId>,
    /// Number of its origin: sources with the same number are one origin.
    pub origin: usize,
    /// Whether it counts for an origin: it repeats no other source cited there and is not withdrawn.
    pub counts: bool,
}

impl Citation {
    /// Letter and number of what it is cited for.
    #[must_use]
    pub fn grade(&self) -> Grade {
        Grade { reliability: self.reliability, credibility: self.credibility }
    }
}

/// What follows from the sources of an event or a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// The sources, in file order.
    pub citations: Vec<Citation>,
    /// How well it is supported.
    pub corroboration: Corroboration,
    /// Independent origins.
    pub origins: usize,
    /// Those of them that have an interest in how the event is told.
    pub party_origins: usize,
    /// Whether the own text of those whose act it is is cited.
    pub own_text: bool,
    /// Whether it is disputed: of an event, whether it happened, when it was or who did it; of a claim,
    /// the question that it answers; of a judgement, what it rests on.
    pub disputed: bool,
    /// Letter and number of the best citation, of an event that of the [`leading`](Self::leading) one; none
    /// without a source.
    pub grade: Option<Grade>,
    /// How sure the author is.
    pub confidence: Option<Confidence>,
}

impl Assessment {
    /// The citation that an event is told by first: of those that count and are no parties the best graded,
    /// else of the parties, else of the copies.
    #[must_use]
    pub fn leading(&self) -> Option<&Citation> {
        self.citations.iter().min_by_key(|one| (!one.counts, one.party, one.grade().order()))
    }

    /// Whether a single origin tells of it. The own text of those whose act it is needs no other.
    #[must_use]
    pub fn rests_on_one(&self) -> bool {
        self.corroboration == Corroboration::SingleSource && !self.own_text
    }
}
