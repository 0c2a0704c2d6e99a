//! Which claims stand together on one side of a question.

use super::Asking;
use super::group::{Claims, touches, within};
use crate::library::{Aspect, ItemId, Relation};
use std::collections::BTreeSet;

impl Asking<'_> {
    /// The claims that tell the event as its author does: none of those that contradict it, nor of those
    /// that agree with these. Where no claim says that it contradicts the event, those that rest on
    /// the event's own sources.
    pub(super) fn telling(&self, claims: &Claims, joined: &[ItemId]) -> Vec<ItemId> {
        let against: Vec<ItemId> = claims.against_event.iter().copied().collect();
        if !against.is_empty() || joined.is_empty() {
            let denying: BTreeSet<ItemId> =
                self.side_of(claims, &against, false).into_iter().collect();
            let others = claims.all.iter().copied().filter(|claim| !denying.contains(claim));
            return self.without_worse_rivals(claims, others.collect());
        }
        let own: BTreeSet<ItemId> = self.library.ends(self.id, Relation::Cites).collect();
        let tells = |claim: &ItemId| {
            let mut sources = self.library.ends(*claim, Relation::Cites).peekable();
            sources.peek().is_some() && sources.all(|source| own.contains(&source))
        };
        let tell: Vec<ItemId> = joined.iter().copied().filter(tells).collect();
        if tell.is_empty() {
            return tell;
        }
        let side = self.side_of(claims, &self.without_worse_rivals(claims, tell), false);
        let alone = claims.all.iter().copied().filter(|claim| !joined.contains(claim));
        alone.chain(side).collect()
    }

    /// Whether a claim about when can mean the date of the event. One whose value is no date is not
    /// against it: it does, if what it contradicts cannot.
    pub(super) fn means_the_date(&self, claims: &Claims, claim: ItemId) -> bool {
        let means = |claim: ItemId| touches(self.library, self.event, claim);
        if claims.against_event.contains(&claim) {
            return false;
        }
        means(claim).unwrap_or_else(|| {
            let mut rivals = claims.rivals(claim).iter().map(|rival| means(*rival)).peekable();
            rivals.peek().is_some() && rivals.all(|means| means == Some(false))
        })
    }

    /// The side of a judgement that rests on none of the claims it answers: what contradicts those that
    /// speak against it; else the claims that say the same; else the best that is no denial.
    pub(super) fn side_without_basis(
        &self,
        claims: &Claims,
        group: &[ItemId],
        judgement: ItemId,
        against: &[ItemId],
    ) -> Vec<ItemId> {
        let steps = claims.steps(against);
        let odd = steps.into_iter().filter(|(_, steps)| steps % 2 == 1).map(|(claim, _)| claim);
        let odd = self.without_worse_rivals(claims, odd.collect());
        if !odd.is_empty() {
            return odd;
        }
        let value = self.library.judgement(judgement).and_then(|record| record.value.clone());
        let says_so = |claim: &ItemId| {
            value.is_some() && self.library.claim(*claim).is_some_and(|own| own.value == value)
        };
        let best = self.best_first(group.to_vec());
        let open = |claim: &&ItemId| !against.contains(claim);
        let first = best
            .iter()
            .filter(open)
            .find(|claim| says_so(claim))
            .or_else(|| best.iter().filter(open).find(|claim| !self.weighing.denies(**claim)));
        self.side_of(claims, first.map_or(&[], std::slice::from_ref), false)
    }

    /// Of claims that contradict each other the better graded; of dates first the more exact, which is
    /// the event's own.
    pub(super) fn without_worse_rivals(&self, claims: &Claims, some: Vec<ItemId>) -> Vec<ItemId> {
        let is_date = |claim: ItemId| {
            super::group::aspect(self.library, self.id, claim) == Some(Aspect::When)
        };
        let is_wider = |claim: &ItemId| {
            is_date(*claim) && within(self.library, self.event, *claim) != Some(true)
        };
        let mut ordered = self.best_first(some);
        ordered.sort_by_key(is_wider);
        let mut kept: BTreeSet<ItemId> = BTreeSet::new();
        for claim in ordered {
            if !claims.rivals(claim).iter().any(|rival| kept.contains(rival)) {
                kept.insert(claim);
            }
        }
        kept.into_iter().collect()
    }

    /// The claims on the side of some: those an even number of steps away, and where what is asked is
    /// a number those of them that give the same. In a ring of an odd number, of two that contradict
    /// each other the nearer, then the better graded.
    pub(super) fn side_of(&self, claims: &Claims, from: &[ItemId], by_value: bool) -> Vec<ItemId> {
        let value = |claim: ItemId| self.library.claim(claim).map(|claim| claim.value.clone());
        let of_first = from.first().copied().and_then(value);
        let mut even: Vec<(usize, ItemId)> = claims
            .steps(from)
            .into_iter()
            .filter(|(_, steps)| steps % 2 == 0)
            .map(|(claim, steps)| (steps, claim))
            .filter(|(_, claim)| !by_value || from.contains(claim) || value(*claim) == of_first)
            .collect();
        even.sort_by_cached_key(|(steps, claim)| {
            (*steps, self.weighing.grade(*claim).order(), *claim)
        });
        let mut side: BTreeSet<ItemId> = BTreeSet::new();
        for (_, claim) in even {
            if !claims.rivals(claim).iter().any(|rival| side.contains(rival)) {
                side.insert(claim);
            }
        }
        side.into_iter().collect()
    }
}
