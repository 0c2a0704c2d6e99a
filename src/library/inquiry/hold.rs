//! What is held of a question, and on which side each of its claims is.

use super::group::{Claims, within};
use super::weigh::Side;
use super::{Asking, Held, Inquiry, Objection, Weight, has_a_doer};
use crate::library::{Aspect, EventStatus, ItemId, Kind, Relation};
use std::collections::{BTreeMap, BTreeSet};

impl Asking<'_> {
    /// The questions about one aspect, then what else is said of it.
    pub(super) fn about(&self, about: Option<Aspect>) -> Vec<Inquiry> {
        let claims = self.claims(about);
        let judgements = self.judgements(about);
        match about {
            Some(Aspect::Occurrence | Aspect::When) => {
                vec![self.always_asked(about, &claims, judgements.first().copied())]
            }
            Some(Aspect::Attribution) if !has_a_doer(self.event.kind) && judgements.is_empty() => {
                self.what_was_said(&claims)
            }
            Some(
                Aspect::Where
                | Aspect::Who
                | Aspect::Target
                | Aspect::How
                | Aspect::Cause
                | Aspect::Number
                | Aspect::Outcome
                | Aspect::Attribution,
            )
            | None => self.where_they_disagree(about, &claims, &judgements),
        }
    }

    /// The judgements that answer a question about an aspect of this event, in file order.
    fn judgements(&self, about: Option<Aspect>) -> Vec<ItemId> {
        let edges = self.library.incoming(self.id);
        let answering = edges.filter(|edge| edge.relation == Relation::Answers).map(|edge| edge.to);
        answering.filter(|id| self.aspect_of_judgement(*id) == about).collect()
    }

    /// What a judgement is about: what it says, else what its first claim of this event is about.
    fn aspect_of_judgement(&self, judgement: ItemId) -> Option<Aspect> {
        let record = self.library.judgement(judgement)?;
        let named = record.about.as_ref().map(|about| about.value);
        named.or_else(|| {
            let claims = self.named_claims(judgement);
            claims.into_iter().find_map(|claim| super::group::aspect(self.library, self.id, claim))
        })
    }

    /// The claims of this event that a judgement rests on or weighs against.
    fn named_claims(&self, judgement: ItemId) -> Vec<ItemId> {
        let ends = |relation| self.library.ends(judgement, relation);
        let own = |claim: &ItemId| self.library.events_of(*claim).any(|event| event == self.id);
        ends(Relation::RestsOn).chain(ends(Relation::Against)).filter(own).collect()
    }

    /// Whether it happened, or when: one question, however many disagreements there are.
    fn always_asked(
        &self,
        about: Option<Aspect>,
        claims: &Claims,
        judgement: Option<ItemId>,
    ) -> Inquiry {
        let joined: Vec<ItemId> =
            claims.all.iter().copied().filter(|claim| claims.has_rival(*claim)).collect();
        if let Some(judgement) = judgement {
            return self.judged(about, claims, &joined, judgement);
        }
        if about == Some(Aspect::When) {
            return self.dated(claims, &joined);
        }
        let rivals: Vec<ItemId> =
            joined.iter().copied().filter(|claim| !claims.rivals(*claim).is_empty()).collect();
        let telling = self.telling(claims, &joined);
        let is_unknown = telling.is_empty() && claims.against_event.is_empty();
        let is_told = self.event.status == EventStatus::Occurred && !is_unknown;
        if !rivals.is_empty() && !is_told {
            return self.held_by_grade(about, claims, &joined);
        }
        let objecting: Vec<ItemId> =
            joined.into_iter().filter(|claim| !telling.contains(claim)).collect();
        let objections = self.weighed(about, &telling, &objecting);
        let claims = self.best_first(telling);
        Inquiry { about, held: Held::Event, claims, objections, beside: Vec::new() }
    }

    /// When: the date of the event is held, and the claims that can mean it carry it.
    fn dated(&self, claims: &Claims, joined: &[ItemId]) -> Inquiry {
        let about = Some(Aspect::When);
        let same = claims.all.iter().copied().filter(|claim| self.means_the_date(claims, *claim));
        let carrying = self.without_worse_rivals(claims, same.collect());
        let side = self.side_of(claims, &carrying, false);
        // A day of a month is no objection to the month.
        let is_within = |claim: ItemId| {
            !claims.against_event.contains(&claim)
                && within(self.library, self.event, claim) == Some(true)
        };
        let objections: Vec<ItemId> = joined
            .iter()
            .copied()
            .filter(|claim| !side.contains(claim) && !is_within(*claim))
            .collect();
        let objections = self.weighed(about, &side, &objections);
        let known: BTreeSet<ItemId> =
            side.iter().copied().chain(objections.iter().map(|found| found.claim)).collect();
        let beside = claims.all.iter().copied().filter(|id| !known.contains(id)).collect();
        let (beside, claims) = (self.best_first(beside), self.best_first(side));
        Inquiry { about, held: Held::Date, claims, objections, beside }
    }

    fn where_they_disagree(
        &self,
        about: Option<Aspect>,
        claims: &Claims,
        judgements: &[ItemId],
    ) -> Vec<Inquiry> {
        let groups = claims.groups();
        let mut found: Vec<Inquiry> = Vec::new();
        let mut answered: BTreeMap<Option<usize>, ItemId> = BTreeMap::new();
        for judgement in judgements {
            let named = self.named_claims(*judgement);
            let place = groups.iter().position(|group| named.iter().any(|id| group.contains(id)));
            // One that names no claim of the only disagreement can answer nothing else.
            let place = place.or_else(|| (groups.len() == 1).then_some(0));
            answered.entry(place).or_insert(*judgement);
        }
        let all_alone: Vec<ItemId> =
            claims.all.iter().copied().filter(|claim| !claims.has_rival(*claim)).collect();
        let mut alone = all_alone;
        if let Some(judgement) = answered.get(&None) {
            found.push(self.judged(about, claims, &[], *judgement));
            alone.clear();
        }
        for (place, group) in groups.iter().enumerate() {
            found.push(match answered.get(&Some(place)) {
                Some(judgement) => {
                    let with_alone: Vec<ItemId> =
                        if found.is_empty() { std::mem::take(&mut alone) } else { Vec::new() };
                    let mut inquiry = self.judged(about, claims, group, *judgement);
                    let known: BTreeSet<ItemId> = inquiry.all_claims().collect();
                    inquiry.beside.extend(with_alone.into_iter().filter(|id| !known.contains(id)));
                    inquiry
                }
                None if about == Some(Aspect::Attribution) => self.blamed(claims, group),
                None => self.held_by_grade(about, claims, group),
            });
        }
        let first = found.first_mut().filter(|_| about == Some(Aspect::Attribution));
        match first {
            // Who else was blamed stands with those over whom there is a disagreement.
            Some(first) => {
                let known: BTreeSet<ItemId> = first.all_claims().collect();
                first.beside.extend(alone.into_iter().filter(|id| !known.contains(id)));
            }
            None => found.extend(listed(about, &alone)),
        }
        found
    }

    /// Of something said or published, who did what it is about is not asked: it is what was said. Only
    /// that somebody with an interest denies it is told.
    fn what_was_said(&self, claims: &Claims) -> Vec<Inquiry> {
        let about = Some(Aspect::Attribution);
        let joined: Vec<ItemId> = claims.groups().into_iter().flatten().collect();
        let mut objections = self.weighed(about, &[], &joined);
        objections.retain(|found| found.weight == Weight::Denied);
        let denies = |claim: &ItemId| objections.iter().any(|found| found.claim == *claim);
        let said: Vec<ItemId> = claims.all.iter().copied().filter(|id| !denies(id)).collect();
        if said.is_empty() && objections.is_empty() {
            return Vec::new();
        }
        vec![Inquiry { about, held: Held::Listed, claims: said, objections, beside: Vec::new() }]
    }

    /// A question that the author answers.
    fn judged(
        &self,
        about: Option<Aspect>,
        claims: &Claims,
        group: &[ItemId],
        judgement: ItemId,
    ) -> Inquiry {
        let of_aspect: BTreeSet<ItemId> = claims.all.iter().copied().collect();
        let basis: Vec<ItemId> = self
            .library
            .ends(judgement, Relation::RestsOn)
            .filter(|claim| of_aspect.contains(claim))
            .collect();
        let basis = self.without_worse_rivals(claims, basis);
        let against: Vec<ItemId> = self.library.ends(judgement, Relation::Against).collect();
        let side = if basis.is_empty() {
            self.side_without_basis(claims, group, judgement, &against)
        } else {
            self.side_of(claims, &basis, about == Some(Aspect::Number))
        };
        let side: Vec<ItemId> = side.into_iter().filter(|id| !against.contains(id)).collect();
        let mut objecting: Vec<ItemId> = against;
        for claim in group {
            if !side.contains(claim) && !objecting.contains(claim) {
                objecting.push(*claim);
            }
        }
        let objections = self.weighed(about, &side, &objecting);
        let beside = self.beside(claims, &side, &objections);
        let held = Held::Judgement(judgement);
        Inquiry { about, held, claims: self.best_first(side), objections, beside }
    }

    /// Who did it, where nobody judged it: nothing is held, and what the best graded claim says is
    /// what the others are weighed against.
    fn blamed(&self, claims: &Claims, group: &[ItemId]) -> Inquiry {
        let about = Some(Aspect::Attribution);
        let best = self.best_first(group.to_vec());
        // The word of the accused is what is weighed, never what the others are weighed against.
        let blames = |id: &&ItemId| !self.weighing.denies(**id);
        let first = best.iter().filter(blames).find(|id| self.weighing.may_be_held(**id));
        let first = first.or_else(|| best.iter().find(blames)).or(best.first());
        let side = self.side_of(claims, first.map_or(&[], std::slice::from_ref), false);
        let rest: Vec<ItemId> = group.iter().copied().filter(|id| !side.contains(id)).collect();
        let objections = self.weighed(about, &side, &rest);
        let claims = self.best_first(side);
        Inquiry { about, held: Held::Listed, claims, objections, beside: Vec::new() }
    }

    /// What the claim of the best grade says, unless equals contradict it or only parties speak.
    fn held_by_grade(&self, about: Option<Aspect>, claims: &Claims, group: &[ItemId]) -> Inquiry {
        let order = |claim: &ItemId| self.weighing.grade(*claim).order();
        let may: Vec<ItemId> =
            group.iter().copied().filter(|id| self.weighing.may_be_held(*id)).collect();
        let best = may.iter().map(order).min();
        let top: Vec<ItemId> = may.into_iter().filter(|id| Some(order(id)) == best).collect();
        let Some(first) = top.first().copied() else {
            return Inquiry {
                about,
                held: Held::Open(self.best_first(group.to_vec())),
                claims: Vec::new(),
                objections: Vec::new(),
                beside: self.rest(claims, group),
            };
        };
        let by_value = about == Some(Aspect::Number);
        let side = self.side_of(claims, &[first], by_value);
        if top.iter().any(|claim| !side.contains(claim)) {
            let others: Vec<ItemId> =
                group.iter().copied().filter(|claim| !top.contains(claim)).collect();
            let objections = self.weighed(about, &top, &others);
            let beside = self.rest(claims, group);
            return Inquiry {
                about,
                held: Held::Open(top),
                claims: Vec::new(),
                objections,
                beside,
            };
        }
        let others: Vec<ItemId> =
            group.iter().copied().filter(|claim| !side.contains(claim)).collect();
        let objections = self.weighed(about, &side, &others);
        let beside = if about == Some(Aspect::Occurrence) {
            self.beside(claims, &side, &objections)
        } else {
            Vec::new()
        };
        let held = Held::Grade(first);
        Inquiry { about, held, claims: self.best_first(side), objections, beside }
    }

    /// Objections to a side, the heaviest first, then in the order of their grades.
    fn weighed(
        &self,
        about: Option<Aspect>,
        side: &[ItemId],
        objecting: &[ItemId],
    ) -> Vec<Objection> {
        let side: Side = self.weighing.side(side);
        let weigh = |claim: &ItemId| self.weighing.weigh(*claim, &side, about);
        let mut objections: Vec<Objection> = objecting
            .iter()
            .filter(|claim| self.library.get(**claim).is_some_and(|item| item.kind == Kind::Claim))
            .map(weigh)
            .collect();
        objections.sort_by_cached_key(|found| {
            (found.weight, self.weighing.grade(found.claim).order(), found.claim)
        });
        objections
    }

    pub(super) fn best_first(&self, mut claims: Vec<ItemId>) -> Vec<ItemId> {
        claims.sort_by_cached_key(|claim| (self.weighing.grade(*claim).order(), *claim));
        claims
    }

    /// The claims of an aspect that are on no side.
    fn beside(&self, claims: &Claims, side: &[ItemId], objections: &[Objection]) -> Vec<ItemId> {
        let objecting: BTreeSet<ItemId> = objections.iter().map(|found| found.claim).collect();
        let side: BTreeSet<ItemId> = side.iter().copied().collect();
        let alone = claims.all.iter().copied().filter(|claim| !claims.has_rival(*claim));
        self.best_first(alone.filter(|id| !side.contains(id) && !objecting.contains(id)).collect())
    }

    /// Of whether it happened, the claims of no group.
    fn rest(&self, claims: &Claims, group: &[ItemId]) -> Vec<ItemId> {
        let is_occurrence = claims
            .all
            .first()
            .and_then(|claim| super::group::aspect(self.library, self.id, *claim))
            == Some(Aspect::Occurrence);
        let rest = claims.all.iter().copied().filter(|id| !group.contains(id));
        if is_occurrence { rest.collect() } else { Vec::new() }
    }
}

/// What is said of an aspect on which nobody disagrees.
fn listed(about: Option<Aspect>, claims: &[ItemId]) -> Option<Inquiry> {
    (!claims.is_empty()).then(|| Inquiry {
        about,
        held: Held::Listed,
        claims: claims.to_vec(),
        objections: Vec::new(),
        beside: Vec::new(),
    })
}
