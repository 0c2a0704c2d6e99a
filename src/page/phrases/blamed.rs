//! Who is blamed and who claims it, where the author has not judged who did it.

use super::judged::{denial_by, quiet_unless_empty};
use super::names::{short_names, speaker, without_bodies};
use super::value_on_card;
use crate::library::{
    ActorKind, Aspect, Edge, Held, Inquiry, ItemId, Library, Relation, RoleWord, Weight,
};
use crate::page::carrier::{claimants, is_own_claim};
use crate::page::content::{Run, Runs};
use crate::page::words::targets;
use crate::text::{DisplayText, comma_separated};
use std::collections::BTreeSet;

/// What is said of who did it, in all questions of an event that no judgement answers.
#[derive(Default)]
struct Blamed {
    /// The claims that blame somebody, the best grade first.
    accusing: Vec<ItemId>,
    /// Those who say that it was they.
    claimants: Vec<ItemId>,
    /// Those who deny it.
    deniers: Vec<ItemId>,
}

impl Blamed {
    fn new(library: &Library, event: ItemId) -> Self {
        let mut found = Self::default();
        if !library.asks_who_did_it(event) {
            return found;
        }
        let unjudged = library.inquiries(event).iter().filter(|inquiry| {
            inquiry.about == Some(Aspect::Attribution) && inquiry.judgement().is_none()
        });
        let accused = Accused::new(library, event);
        for inquiry in unjudged {
            found.add(library, inquiry, &accused);
        }
        found.accusing.sort_by_key(|claim| library.grade_of_claim(*claim).order());
        found
    }

    fn add(&mut self, library: &Library, inquiry: &Inquiry, accused: &Accused<'_>) {
        let open: &[ItemId] = match &inquiry.held {
            Held::Open(claims) => claims,
            Held::Event | Held::Date | Held::Judgement(_) | Held::Grade(_) | Held::Listed => &[],
        };
        let told = inquiry.claims.iter().chain(open).chain(&inquiry.beside).copied();
        let told: BTreeSet<ItemId> = told.collect();
        let mut objecting = BTreeSet::new();
        for objection in &inquiry.objections {
            match objection.weight {
                Weight::Denied => self.deniers.extend(&objection.word_of),
                Weight::Contested | Weight::SaysOtherwise => {
                    objecting.insert(objection.claim);
                }
                // It stands where all is told that is only in print.
                Weight::AlsoInPrint => {}
            }
        }
        let own = told.iter().filter(|claim| is_own_claim(library, **claim));
        self.claimants.extend(own.flat_map(|claim| claimants(library, *claim)));
        let (of_accused, others): (Vec<ItemId>, Vec<ItemId>) =
            told.union(&objecting).partition(|claim| accused.says(**claim));
        let accusing = others.into_iter().filter(|claim| !is_own_claim(library, *claim));
        let accusing: Vec<ItemId> = accusing.collect();
        // The word of the accused denies what stands on the other side of the question.
        let beside: BTreeSet<ItemId> = inquiry.beside.iter().copied().collect();
        let objects = accusing.iter().any(|claim| objecting.contains(claim));
        let is_told = |claim: &ItemId| !objecting.contains(claim) && !beside.contains(claim);
        let tells = accusing.iter().any(is_told);
        let opposed = |claim: &ItemId| match (objecting.contains(claim), open.contains(claim)) {
            (true, _) => tells,
            (false, true) => tells || objects,
            (false, false) => objects && !beside.contains(claim),
        };
        let denying = of_accused.into_iter().filter(opposed);
        let denying = denying.filter(|claim| !is_own_claim(library, *claim));
        self.deniers.extend(denying.flat_map(|claim| library.word_of(accused.event, claim)));
        self.accusing.extend(accusing);
    }

    /// Whom they blame, each once, by whom: `Iran, by United States`.
    fn accusations(&self, library: &Library) -> Vec<DisplayText> {
        let mut known: BTreeSet<DisplayText> = BTreeSet::new();
        let mut shown = Vec::new();
        for claim in &self.accusing {
            let to = targets(library, *claim, Relation::AscribesTo);
            let whom = if to.is_empty() {
                value_on_card(library, *claim)
            } else {
                short_names(library, &to)
            };
            if known.insert(whom.clone()) {
                shown.push(crate::text![whom, ", by ", speaker(library, *claim)]);
            }
        }
        shown
    }
}

/// Those who are accused: by their role, or by a claim.
struct Accused<'l> {
    library: &'l Library,
    event: ItemId,
    by_role: BTreeSet<ItemId>,
    by_claims: BTreeSet<ItemId>,
}

impl<'l> Accused<'l> {
    fn new(library: &'l Library, event: ItemId) -> Self {
        let is_accused = |edge: &&Edge| {
            let role = edge.label.as_ref().and_then(|role| RoleWord::from_word(role.as_str()));
            edge.relation == Relation::Involves
                && matches!(role, Some(RoleWord::Accused | RoleWord::Suspect))
        };
        let by_role = library.outgoing(event).filter(is_accused).map(|edge| edge.to);
        let claims = targets(library, event, Relation::Claims);
        let others = claims.into_iter().filter(|claim| !is_own_claim(library, *claim));
        let by_claims = others.flat_map(|claim| library.ends(claim, Relation::AscribesTo));
        let (by_role, by_claims) = (by_role.collect(), by_claims.collect());
        Self { library, event, by_role, by_claims }
    }

    /// Whether a claim is the word of one who is accused, or of a body of it. Where two accuse each other
    /// what either of them says of the other is an accusation.
    fn says(&self, claim: ItemId) -> bool {
        let library = self.library;
        let blames_nobody = library.ends(claim, Relation::AscribesTo).next().is_none();
        let among = |accused: &BTreeSet<ItemId>, actor: ItemId| {
            accused.iter().any(|one| *one == actor || library.is_body_of(actor, *one))
        };
        library.word_of(self.event, claim).into_iter().any(|actor| {
            among(&self.by_role, actor) || (blames_nobody && among(&self.by_claims, actor))
        })
    }
}

/// The claims that blame somebody, where no judgement says who did it.
pub(super) fn accusing(library: &Library, event: ItemId) -> Vec<ItemId> {
    Blamed::new(library, event).accusing
}

/// Who is blamed or claims it, where the question is asked and not judged: the label, and the words from
/// all who are blamed down to the first. The denial ends each.
pub(in crate::page) fn accusation(
    library: &Library,
    event: ItemId,
) -> Option<(&'static str, Vec<Runs>)> {
    let found = Blamed::new(library, event);
    let claimed = with_kind(library, &found.claimants);
    let denial = denial_by(library, &without_bodies(library, &found.deniers));
    let stop = if denial.is_empty() { "" } else { "." };
    let end = crate::text!["; not judged here", stop];
    let whole = |words: DisplayText| -> Runs {
        let denial = quiet_unless_empty(denial.clone());
        std::iter::once(Run::text(crate::text![words, end])).chain(denial).collect()
    };
    let accusations = found.accusations(library);
    let all = accusations.len();
    if all == 0 {
        let words = whole(crate::text!["by ", claimed]);
        return (!claimed.is_empty()).then(|| ("CLAIMED", vec![words]));
    }
    let also = if claimed.is_empty() { claimed } else { crate::text!["; claimed by ", claimed] };
    let form = |shown: usize| {
        let mut text = DisplayText::default();
        for (place, accusation) in accusations.iter().take(shown).enumerate() {
            text = crate::text![text, if place > 0 { "; " } else { "" }, accusation];
        }
        let more = if shown < all { crate::text![" +", all - shown] } else { "".into() };
        whole(crate::text![text, more, also])
    };
    Some(("BLAMED", (1..=all.min(MOST_BLAMED)).rev().map(form).collect()))
}

/// Accusations that are tried in one row.
const MOST_BLAMED: usize = 6;

/// `HomeLand Justice (persona)`.
fn with_kind(library: &Library, actors: &[ItemId]) -> DisplayText {
    let mut names: Vec<DisplayText> = Vec::new();
    for actor in actors {
        let kind = library.actor(*actor).and_then(|actor| actor.kind.as_ref());
        let name = library.short_name(*actor);
        let is_front = kind.is_some_and(|kind| kind.value == ActorKind::Persona);
        let name = if is_front { crate::text![name, " (persona)"] } else { name };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    comma_separated(&names)
}
