//! What contradicts a claim, as far as the records say so.

use super::{Held, Inquiry, Weight};
use crate::library::{ItemId, Library, Relation};
use std::collections::{BTreeMap, BTreeSet};

/// Some claims that are on the same side of one question.
#[derive(Debug)]
pub struct OnOneSide<'l> {
    /// The event of the question.
    pub event: ItemId,
    /// The question.
    pub inquiry: &'l Inquiry,
    /// Whether they contradict what is held.
    pub objects: bool,
    /// The claims.
    pub claims: Vec<ItemId>,
}

impl Library {
    /// Sides of questions that some claims are on, each side once with those of them that are on it; a claim about
    /// several events has a side in each.
    #[must_use]
    pub fn sides_of(&self, claims: impl IntoIterator<Item = ItemId>) -> Vec<OnOneSide<'_>> {
        let mut places: BTreeMap<(ItemId, bool, usize), usize> = BTreeMap::new();
        let mut objecting: BTreeMap<(ItemId, usize), BTreeSet<ItemId>> = BTreeMap::new();
        let mut sides: Vec<OnOneSide<'_>> = Vec::new();
        for claim in claims {
            for (event, place) in self.inquiries.of_claim.of(claim) {
                let Some(inquiry) = self.inquiries(*event).get(*place) else { continue };
                let objections = objecting.entry((*event, *place)).or_insert_with(|| {
                    inquiry.objections.iter().map(|objection| objection.claim).collect()
                });
                let objects = objections.contains(&claim);
                let at = *places.entry((*event, objects, *place)).or_insert(sides.len());
                match sides.get_mut(at) {
                    Some(side) => side.claims.push(claim),
                    None => sides.push(OnOneSide {
                        event: *event,
                        inquiry,
                        objects,
                        claims: vec![claim],
                    }),
                }
            }
        }
        sides
    }

    /// What contradicts a claim, or is contradicted by it, on the other side of its questions, each once.
    #[must_use]
    pub fn other_side(&self, claim: ItemId) -> Vec<(ItemId, Weight)> {
        let mut seen = BTreeSet::new();
        let sides = self.sides_of([claim]).into_iter();
        let others = sides.flat_map(|side| self.opposite(&side));
        others.filter(|(other, _)| seen.insert(*other)).collect()
    }

    /// What contradicts claims of one side, or is contradicted by them, on the other side of their question. What
    /// stands there by a judgement alone does not: nobody has said that the two cannot both be true.
    #[must_use]
    pub fn opposite(&self, side: &OnOneSide<'_>) -> Vec<(ItemId, Weight)> {
        let contradicted = self.contradicted(side);
        let mut others = if contradicted.is_empty() { Vec::new() } else { side.across() };
        others.retain(|(other, _)| contradicted.contains(other));
        others
    }

    /// The claims that the records say cannot be true with some: those that these dispute, or that dispute
    /// them; and where either dispute the event as it is told, those that tell it so.
    fn contradicted(&self, side: &OnOneSide<'_>) -> BTreeSet<ItemId> {
        let disputed = |claim: &ItemId| {
            self.ends(*claim, Relation::Disputes).chain(self.disputing(*claim)).collect::<Vec<_>>()
        };
        let mut found: BTreeSet<ItemId> = side.claims.iter().flat_map(disputed).collect();
        let inquiry = side.inquiry;
        match inquiry.held {
            Held::Event | Held::Date if found.contains(&side.event) => {
                found.extend(&inquiry.claims);
            }
            Held::Event | Held::Date if !side.objects => {
                let telling: BTreeSet<&ItemId> = inquiry.claims.iter().collect();
                if side.claims.iter().any(|claim| telling.contains(claim)) {
                    found.extend(self.disputing(side.event));
                }
            }
            Held::Event
            | Held::Date
            | Held::Judgement(_)
            | Held::Grade(_)
            | Held::Open(_)
            | Held::Listed => {}
        }
        found
    }
}

impl OnOneSide<'_> {
    /// The claims across from them: to those that carry the answer the objections, to objections those that
    /// carry it; to what has no part in the disagreement nothing.
    fn across(&self) -> Vec<(ItemId, Weight)> {
        let inquiry = self.inquiry;
        let open = match &inquiry.held {
            Held::Open(claims) => claims.as_slice(),
            Held::Event | Held::Date | Held::Judgement(_) | Held::Grade(_) | Held::Listed => &[],
        };
        if self.objects {
            let own: BTreeSet<&ItemId> = self.claims.iter().collect();
            let mut objections = inquiry.objections.iter();
            let first = objections.find(|objection| own.contains(&objection.claim));
            let held = inquiry.claims.iter().chain(open);
            return first.map_or_else(Vec::new, |objection| {
                held.map(|other| (*other, objection.weight)).collect()
            });
        }
        let beside: BTreeSet<&ItemId> = inquiry.beside.iter().collect();
        if self.claims.iter().all(|claim| beside.contains(claim)) {
            return Vec::new();
        }
        // Of two that it is open between each is contested; no claim contradicts itself.
        let alone = if let [alone] = self.claims.as_slice() { Some(*alone) } else { None };
        let rivals = open.iter().filter(|other| Some(**other) != alone);
        let rivals = rivals.map(|other| (*other, Weight::Contested));
        let objections = inquiry.objections.iter().map(|found| (found.claim, found.weight));
        rivals.chain(objections).collect()
    }
}
