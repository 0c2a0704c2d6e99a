//! The questions asked of an event: did it happen, when, who did it, and whatever its claims
//! disagree on. Each has its own answer and its own sureness.

mod group;
mod hold;
mod opposite;
mod side;
mod weigh;

use super::rows::Rows;
use super::{
    Aspect, Claim, Confidence, Event, EventType, Grade, ItemId, Judgement, Library, Record,
    Relation, Reliability,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use weigh::Weighing;

pub use opposite::OnOneSide;

/// On what ground an answer is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Held {
    /// The event as its author tells it, where no claim is better placed: of whether it happened.
    Event,
    /// The date of the event.
    Date,
    /// A judgement of the author.
    Judgement(ItemId),
    /// The claim of the best grade.
    Grade(ItemId),
    /// Nothing: claims of the best grade contradict each other, or only those with an interest speak.
    /// The claims between which it is open.
    Open(Vec<ItemId>),
    /// Nothing, since nobody asks: what is said of it stands side by side. Who did it is of this kind
    /// as long as no judgement answers it; no accusation becomes the answer.
    Listed,
}

impl Held {
    /// The word for the ground, as JSON has it.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Date => "date",
            Self::Judgement(_) => "judgement",
            Self::Grade(_) => "grade",
            Self::Open(_) => "open",
            Self::Listed => "listed",
        }
    }
}

/// How much an objection weighs: worked out, never typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Weight {
    /// As good as what is held, or nearly: the question is disputed.
    Contested,
    /// The word of somebody with an interest, who denies to have done it.
    Denied,
    /// The word of somebody with an interest, of anything else.
    SaysOtherwise,
    /// Printed somewhere, and no reason to doubt what is held.
    AlsoInPrint,
}

impl Weight {
    /// Every weight, the heaviest first.
    pub const ALL: &[Self] =
        &[Self::Contested, Self::Denied, Self::SaysOtherwise, Self::AlsoInPrint];

    /// In a word or two: `contested`, `also in print`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Contested => "contested",
            Self::Denied => "denied",
            Self::SaysOtherwise => "says otherwise",
            Self::AlsoInPrint => "also in print",
        }
    }
}

/// A claim that cannot be true with what is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// The claim.
    pub claim: ItemId,
    /// How much it weighs.
    pub weight: Weight,
    /// Whose word it is: who asserts it, else those behind its sources where all of them have an
    /// interest; nobody where the sources speak for themselves.
    pub word_of: Vec<ItemId>,
}

/// A question asked of an event, and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inquiry {
    /// What is asked; nothing where the claims do not say what they are about.
    pub about: Option<Aspect>,
    /// On what ground the answer is held.
    pub held: Held,
    /// The claims that carry it, the best grade first.
    pub claims: Vec<ItemId>,
    /// The claims that contradict it, the heaviest first.
    pub objections: Vec<Objection>,
    /// The claims about it that have no part in the disagreement.
    pub beside: Vec<ItemId>,
}

impl Inquiry {
    /// Whether it is disputed: an objection is contested, or the answer is open.
    #[must_use]
    pub fn is_disputed(&self) -> bool {
        matches!(self.held, Held::Open(_))
            || self.objections.iter().any(|objection| objection.weight == Weight::Contested)
    }

    /// The judgement that answers it.
    #[must_use]
    pub fn judgement(&self) -> Option<ItemId> {
        match self.held {
            Held::Judgement(judgement) => Some(judgement),
            Held::Event | Held::Date | Held::Grade(_) | Held::Open(_) | Held::Listed => None,
        }
    }

    /// Whether the event is doubted by it: whether it happened, when, or who did it.
    #[must_use]
    pub fn is_of_the_event(&self) -> bool {
        matches!(self.about, Some(Aspect::Occurrence | Aspect::When | Aspect::Attribution))
    }

    /// Whether there is a question at all: claims that nobody contradicts and nobody judged have none.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.held != Held::Listed || !self.objections.is_empty()
    }

    /// Whether a claim of it is on a side of a dispute: those that are only printed somewhere, and the
    /// denials of those with an interest, make none.
    #[must_use]
    pub fn has_in_dispute(&self, claim: ItemId) -> bool {
        let contested = |objection: &Objection| {
            objection.claim == claim && objection.weight == Weight::Contested
        };
        let open = matches!(&self.held, Held::Open(claims) if claims.contains(&claim));
        open || self.is_disputed()
            && (self.claims.contains(&claim) || self.objections.iter().any(contested))
    }

    /// Every claim of it: those that carry the answer, the objections, and the others.
    pub fn all_claims(&self) -> impl Iterator<Item = ItemId> {
        let objections = self.objections.iter().map(|objection| objection.claim);
        let open = match &self.held {
            Held::Open(claims) => claims.as_slice(),
            Held::Event | Held::Date | Held::Judgement(_) | Held::Grade(_) | Held::Listed => &[],
        };
        let carried = self.claims.iter().chain(open).copied();
        carried.chain(objections).chain(self.beside.iter().copied())
    }
}

/// The inquiries of every event, and which of them each claim belongs to.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Inquiries {
    of_event: BTreeMap<ItemId, Box<[Inquiry]>>,
    /// Of each claim its events, the one that it stands under first, and the place of its inquiry there.
    of_claim: Rows<(ItemId, usize)>,
    /// Whose word each claim is that is anybody's, by event and claim.
    word_of: BTreeMap<(ItemId, ItemId), Vec<ItemId>>,
}

impl Inquiries {
    /// Works out every event; linear in claims, disputes and citations.
    pub(super) fn new(library: &Library) -> Self {
        let (mut of_event, mut word_of) = (BTreeMap::new(), BTreeMap::new());
        let (mut above, mut beside) = (Vec::new(), Vec::new());
        for (id, item) in library.items() {
            let Record::Event(event) = &item.record else { continue };
            let library = &library.within(id);
            let asking = Asking::new(library, id, event);
            let words = asking.claims.iter().map(|(claim, _)| *claim);
            let words = words.map(|claim| ((id, claim), asking.weighing.word_of(claim)));
            word_of.extend(words.filter(|(_, words)| !words.is_empty()));
            let found = asking.inquiries();
            let mut places = BTreeMap::new();
            for (place, inquiry) in found.iter().enumerate() {
                // A claim that speaks against a judgement of something else stays where it belongs.
                let own = |claim: &ItemId| group::aspect(library, id, *claim) == inquiry.about;
                places.extend(inquiry.all_claims().filter(own).map(|claim| (claim, place)));
            }
            for (claim, place) in places {
                let stands_here = library.event_of(claim) == Some(id);
                let of_claim = if stands_here { &mut above } else { &mut beside };
                of_claim.push((claim, (id, place)));
            }
            // Most events have three, and a list that grows has room for four.
            of_event.insert(id, found.into_boxed_slice());
        }
        above.append(&mut beside);
        Self { of_event, of_claim: Rows::new(library.items.len(), above), word_of }
    }
}

impl Library {
    /// Says of every event, claim and judgement whether it is disputed.
    pub(super) fn mark_disputed(&mut self) {
        let kinds: Vec<(ItemId, bool)> =
            self.items().map(|(id, item)| (id, self.is_disputed(id, &item.record))).collect();
        for (id, disputed) in kinds {
            if let Some(Some(assessment)) = self.assessments.get_mut(id.index()) {
                assessment.disputed = disputed;
            }
        }
    }

    fn is_disputed(&self, id: ItemId, record: &Record) -> bool {
        let event_is = |event: ItemId| {
            let mut of_event = self.inquiries(event).iter().filter(|one| one.is_of_the_event());
            of_event.any(Inquiry::is_disputed)
        };
        let claim_is = |claim: ItemId| {
            self.inquiries_of(claim).any(|(_, inquiry)| inquiry.has_in_dispute(claim))
        };
        match record {
            Record::Event(_) => event_is(id),
            Record::Claim(_) => claim_is(id),
            Record::Judgement(_) => self.ends(id, Relation::RestsOn).any(|basis| {
                if self.event(basis).is_some() { event_is(basis) } else { claim_is(basis) }
            }),
            Record::Brief(_)
            | Record::Actor(_)
            | Record::Source(_)
            | Record::Place(_)
            | Record::Gap(_)
            | Record::Question(_) => false,
        }
    }

    /// The questions asked of an event: whether it happened and when, always; who did it, where a
    /// judgement or a claim answers it; all else where claims disagree or a judgement answers. Then,
    /// as [`Held::Listed`], what else is said of it. In the order of [`Aspect`].
    #[must_use]
    pub fn inquiries(&self, event: ItemId) -> &[Inquiry] {
        self.inquiries.of_event.get(&event).map_or(&[], |found| found)
    }

    /// The questions that a claim answers, one of each event that it is about, with the event; that of
    /// the event it stands under first.
    pub fn inquiries_of(&self, claim: ItemId) -> impl Iterator<Item = (ItemId, &Inquiry)> {
        let places = self.inquiries.of_claim.of(claim);
        places
            .iter()
            .filter_map(|(event, place)| Some((*event, self.inquiries(*event).get(*place)?)))
    }

    /// Whether it is asked of an event who did it: of an act that is not merely said, published, decreed
    /// or done between states.
    #[must_use]
    pub fn asks_who_did_it(&self, event: ItemId) -> bool {
        self.event(event).is_some_and(|event| has_a_doer(event.kind))
    }

    /// Whose word a claim about an event is: who asserts it, else those behind the originals of its sources
    /// where all of them have an interest in that event; nobody where the sources speak for themselves.
    #[must_use]
    pub fn word_of(&self, event: ItemId, claim: ItemId) -> Vec<ItemId> {
        self.inquiries.word_of.get(&(event, claim)).map_or_else(Vec::new, Clone::clone)
    }

    /// Whether an event is an act of an actor, of its bodies or of what it is a body of.
    #[must_use]
    pub fn is_act_of(&self, event: ItemId, actor: ItemId) -> bool {
        Weighing::new(&self.within(event), event).is_act_of(actor)
    }

    /// The grade of a claim: the best letter of its sources with its own number; F where it has none.
    #[must_use]
    pub fn grade_of_claim(&self, claim: ItemId) -> Grade {
        let credibility = self.credibility(Some(claim));
        let none = Grade { reliability: Reliability::F, credibility };
        self.assessment(claim).and_then(|found| found.grade).unwrap_or(none)
    }

    /// The judgement behind an id.
    #[must_use]
    pub fn judgement(&self, id: ItemId) -> Option<&Judgement> {
        let Record::Judgement(judgement) = &self.get(id)?.record else { return None };
        Some(judgement)
    }

    /// How sure the author is of the answer to a question: of whether it happened and when by what the
    /// event says, of all else by the judgement.
    #[must_use]
    pub fn confidence_in(&self, event: ItemId, inquiry: &Inquiry) -> Option<Confidence> {
        if let Some(judgement) = inquiry.judgement().and_then(|id| self.judgement(id)) {
            return judgement.confidence.as_ref().map(|confidence| confidence.value);
        }
        let event = self.event(event)?;
        let own = event.confidence.as_ref().map(|confidence| confidence.value);
        match inquiry.about {
            Some(Aspect::Occurrence) => own,
            Some(Aspect::When) if event.when.value.is_doubtful() => {
                event.when_confidence.as_ref().map(|confidence| confidence.value)
            }
            Some(Aspect::When) => {
                event.when_confidence.as_ref().map(|confidence| confidence.value).or(own)
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
            | None => None,
        }
    }
}

/// Types of events of which it is asked who did it. Of the others such claims are what was said.
fn has_a_doer(kind: EventType) -> bool {
    match kind {
        EventType::Cyber
        | EventType::Military
        | EventType::Protest
        | EventType::Disaster
        | EventType::Other => true,
        EventType::Diplomatic
        | EventType::Legal
        | EventType::Statement
        | EventType::Publication => false,
    }
}

/// One event while its questions are worked out.
struct Asking<'l> {
    library: &'l Library,
    id: ItemId,
    event: &'l Event,
    /// Its claims in file order.
    claims: Vec<(ItemId, &'l Claim)>,
    weighing: Weighing<'l>,
}

impl<'l> Asking<'l> {
    fn new(library: &'l Library, id: ItemId, event: &'l Event) -> Self {
        let ends = library.ends(id, Relation::Claims);
        let claims: Vec<_> =
            ends.filter_map(|claim| Some((claim, library.claim(claim)?))).collect();
        Self { library, id, event, claims, weighing: Weighing::new(library, id) }
    }

    fn inquiries(&self) -> Vec<Inquiry> {
        let mut found = Vec::new();
        for about in Aspect::ALL.iter().copied().map(Some).chain([None]) {
            found.extend(self.about(about));
        }
        found
    }
}
