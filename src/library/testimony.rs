//! Who says what about an event: its claims by the questions they answer, with their sources.

use super::{
    Aspect, Citation, Confidence, Corroboration, Grade, Held, Inquiry, ItemId, Library, Relation,
    Weight,
};
use crate::text::DisplayText;
use std::collections::{BTreeMap, BTreeSet};

/// How a statement stands to the answer of its question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It carries the answer, or nobody contradicts it, and independent origins say so.
    Agrees,
    /// It contradicts the answer, or the question is open.
    Differs,
    /// It carries the answer, or nobody contradicts it, and one origin says so.
    Alone,
}

impl Standing {
    /// The word in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Differs => "differs",
            Self::Alone => "alone",
        }
    }
}

/// One claim, and who carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The claim.
    pub claim: ItemId,
    /// Its short form.
    pub value: DisplayText,
    /// Who asserts it; nobody where the sources speak for themselves.
    pub by: Vec<ItemId>,
    /// Its sources.
    pub citations: Vec<Citation>,
    /// How well it is supported.
    pub corroboration: Corroboration,
    /// Its grade.
    pub grade: Option<Grade>,
    /// How much it weighs, where it contradicts the answer.
    pub weight: Option<Weight>,
    /// The claims or events that it is written to contradict.
    pub disputes: Vec<ItemId>,
    /// The claims that are written to contradict it.
    pub disputed_by: Vec<ItemId>,
    /// How it stands to the answer.
    pub standing: Standing,
}

/// All statements about one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// What is asked; nothing where the claims do not say.
    pub about: Option<Aspect>,
    /// On what ground the answer is held.
    pub held: Held,
    /// The answer in a few words, where one is held.
    pub answer: Option<DisplayText>,
    /// How sure the author is of it.
    pub confidence: Option<Confidence>,
    /// Whether it is disputed.
    pub disputed: bool,
    /// Those that carry the answer, the best grade first; those that contradict it, the heaviest first;
    /// then those that do neither.
    pub statements: Vec<Statement>,
}

/// Who says what about an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Testimony {
    /// The event.
    pub event: ItemId,
    /// The questions with their claims, in the order of [`Aspect`]: whether it happened, when, where,
    /// who, target, how, cause, number, outcome, attribution.
    pub questions: Vec<Account>,
    /// Sources of the event that no claim cites.
    pub beside: Vec<Citation>,
    /// Whoever stands behind two or more of the sources, and those sources: they count once.
    pub shared_origins: Vec<(DisplayText, Vec<ItemId>)>,
}

impl Library {
    /// Who says what about an event; of a claim, about the event it belongs to.
    #[must_use]
    pub fn testimony(&self, id: ItemId) -> Option<Testimony> {
        let event = if self.event(id).is_some() { id } else { self.event_of(id)? };
        let own = self.within(event);
        let questions: Vec<Account> =
            own.inquiries(event).iter().map(|inquiry| own.account(event, inquiry)).collect();
        let said = || questions.iter().flat_map(|account| &account.statements);
        let cited = own.all_citations(event, &mut said());
        let in_claims: BTreeSet<ItemId> = said()
            .flat_map(|statement| &statement.citations)
            .map(|citation| citation.source)
            .collect();
        let shared_origins = own.shared_origins(&cited);
        let beside = cited.into_iter().filter(|citation| !in_claims.contains(&citation.source));
        let beside = beside.collect();
        Some(Testimony { event, questions, beside, shared_origins })
    }

    fn account(&self, event: ItemId, inquiry: &Inquiry) -> Account {
        let mut seen = BTreeSet::new();
        let claims = inquiry.all_claims().filter(|claim| seen.insert(*claim));
        let statements = claims.map(|claim| self.statement(claim, inquiry)).collect();
        Account {
            about: inquiry.about,
            held: inquiry.held.clone(),
            answer: self.held_value(event, inquiry).filter(|_| inquiry.held != Held::Listed),
            confidence: self.confidence_in(event, inquiry),
            disputed: inquiry.is_disputed(),
            statements,
        }
    }

    fn statement(&self, claim: ItemId, inquiry: &Inquiry) -> Statement {
        let assessment = self.assessment(claim);
        let corroboration = assessment.map_or(Corroboration::Uncited, |found| found.corroboration);
        let objection = inquiry.objections.iter().find(|objection| objection.claim == claim);
        let open = matches!(&inquiry.held, Held::Open(claims) if claims.contains(&claim));
        let standing = if objection.is_some() || open {
            Standing::Differs
        } else if matches!(corroboration, Corroboration::Corroborated(_)) {
            Standing::Agrees
        } else {
            Standing::Alone
        };
        Statement {
            claim,
            value: self.value(claim),
            by: self.ends(claim, Relation::AssertedBy).collect(),
            citations: assessment.map_or_else(Vec::new, |found| found.citations.clone()),
            grade: assessment.and_then(|found| found.grade),
            corroboration,
            weight: objection.map(|objection| objection.weight),
            disputes: self.ends(claim, Relation::Disputes).collect(),
            disputed_by: self.disputing(claim).collect(),
            standing,
        }
    }

    /// Every source of the event and of the statements, each once.
    fn all_citations(
        &self,
        event: ItemId,
        statements: &mut dyn Iterator<Item = &Statement>,
    ) -> Vec<Citation> {
        let own = self.assessment(event).into_iter().flat_map(|found| &found.citations);
        let said = statements.flat_map(|statement| &statement.citations);
        let all = own.chain(said);
        let mut seen = BTreeSet::new();
        all.filter(|citation| seen.insert(citation.source)).cloned().collect()
    }

    /// Groups sources by the house at the end of their chains; one that joins several agencies
    /// stands in several groups.
    fn shared_origins(&self, cited: &[Citation]) -> Vec<(DisplayText, Vec<ItemId>)> {
        let mut groups: Vec<(DisplayText, Vec<ItemId>)> = Vec::new();
        let mut places: BTreeMap<DisplayText, usize> = BTreeMap::new();
        for citation in cited {
            let mut houses: Vec<DisplayText> = Vec::new();
            for id in citation.roots.iter().chain([&citation.source]) {
                let house = self.speaker(*id);
                if !houses.contains(&house) {
                    houses.push(house);
                }
            }
            for house in houses {
                let place = *places.entry(house.clone()).or_insert(groups.len());
                match groups.get_mut(place) {
                    Some((_, sources)) => sources.push(citation.source),
                    None => groups.push((house, vec![citation.source])),
                }
            }
        }
        groups.retain(|(_, sources)| sources.len() > 1);
        groups
    }
}
