//! What a record is worth before anything is typed.

use crate::library::Kind;
use serde::{Deserialize, Serialize};

/// No score is worth more.
pub(in crate::search) const BEST_PRIOR: u32 = 30 + 220 + 30;

/// What the rank of a record needs of it, in one byte: most of a search is spent on reading these.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(in crate::search) struct StaticScore(u8);

impl StaticScore {
    /// Bits of the kind.
    const KIND: u32 = 4;

    /// Set for what should no longer be referred to.
    const BEHIND: u8 = 1 << 7;

    /// A record of this kind to which so many others refer.
    pub(in crate::search) fn new(kind: Kind, references: usize, out_of_use: bool) -> Self {
        let known = u8::try_from((references + 1).ilog2().min(6)).unwrap_or_default();
        let place = Kind::ALL.iter().position(|of| *of == kind).unwrap_or_default();
        let behind = if out_of_use { Self::BEHIND } else { 0 };
        Self(behind | known << Self::KIND | u8::try_from(place).unwrap_or_default())
    }

    /// What it is.
    #[inline]
    pub(in crate::search) fn kind(self) -> Kind {
        Kind::ALL.get(usize::from(self.0 & 15)).copied().unwrap_or(Kind::Gap)
    }

    /// What words that are worth so much come to in such a record; each is worth something before
    /// anything is typed.
    #[inline]
    pub(in crate::search) fn score(self, worth: u32) -> u32 {
        let kind = self.kind();
        let matched = worth * share(kind) / 100;
        if self.0 & Self::BEHIND != 0 {
            // Found by all its words, and behind what stands in its place.
            return matched / 2 + 30;
        }
        matched + 30 + prior(kind) + u32::from(self.0 >> Self::KIND) * 5
    }
}

/// What a record is worth before anything is typed: people look for actors and events, and for those
/// to which much refers.
#[inline]
fn prior(kind: Kind) -> u32 {
    match kind {
        Kind::Actor | Kind::Event => 220,
        Kind::Place => 160,
        Kind::Source => 50,
        Kind::Brief => 70,
        Kind::Claim => 30,
        Kind::Question => 20,
        Kind::Judgement => 10,
        Kind::Gap => 0,
    }
}

/// How much of what matched counts, in per cent: what is said about an event, and the heading under
/// which it is told, stand after the event.
#[inline]
fn share(kind: Kind) -> u32 {
    match kind {
        Kind::Actor | Kind::Event | Kind::Place => 100,
        Kind::Source | Kind::Brief => 85,
        Kind::Claim | Kind::Question | Kind::Judgement | Kind::Gap => 60,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_out_of_use_stands_behind_and_is_of_the_same_kind() {
        for kind in Kind::ALL {
            for references in [0, 1, 1000] {
                let [used, behind] =
                    [false, true].map(|out| StaticScore::new(*kind, references, out));
                assert_eq!(behind.kind(), *kind);
                assert_eq!(used.kind(), *kind);
                assert!(
                    (1..10_000)
                        .step_by(77)
                        .all(|worth| { behind.score(worth) <= used.score(worth) })
                );
            }
        }
    }
}
