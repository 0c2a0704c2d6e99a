//! Who says what about an event: its claims by what they are about, with their sources.

use super::{Aspect, Citation, Corroboration, Grade, ItemId, Library, Relation};
use crate::text::DisplayText;
use std::collections::{BTreeMap, BTreeSet};

/// How a statement stands to the others about the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Independent origins carry it, and nothing speaks against it.
    Agrees,
    /// It disputes another statement, or another disputes it.
    Differs,
    /// One origin says so, and nothing speaks against it.
    Alone,
}

/// One claim, and who carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The claim.
    pub claim: ItemId,
    /// The event it belongs to, where that is not the one asked about.
    pub elsewhere: Option<ItemId>,
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
    /// The claims or events that it speaks against.
    pub disputes: Vec<ItemId>,
    /// The claims that speak against it.
    pub disputed_by: Vec<ItemId>,
    /// How it stands to the others.
    pub standing: Standing,
}

/// All statements about one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// What they are about; nothing where the claims do not say.
    pub about: Option<Aspect>,
    /// In the order of the file, those of other events last.
    pub statements: Vec<Statement>,
}

/// Who says what about an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Testimony {
    /// The event.
    pub event: ItemId,
    /// The claims, in the order when, where, who, target, how, cause, number, outcome, attribution.
    pub matters: Vec<Matter>,
    /// Sources of the event that no claim cites.
    pub beside: Vec<Citation>,
    /// Whoever stands behind two or more of the sources, and those sources: they count once.
    pub shared_origins: Vec<(DisplayText, Vec<ItemId>)>,
}

impl Library {
    /// Who says what about an event; of a claim, about the event it belongs to. Claims of other
    /// events are among them where one side disputes the other.
    #[must_use]
    pub fn testimony(&self, id: ItemId) -> Option<Testimony> {
        let event = if self.event(id).is_some() { id } else { self.event_of(id)? };
        let mut statements: Vec<(Option<Aspect>, Statement)> = Vec::new();
        for claim in self.concerning(event) {
            if let Some(found) = self.claim(claim) {
                statements.push((found.about, self.statement(claim, event)));
            }
        }
        let cited = self.all_citations(event, &statements);
        let in_claims: BTreeSet<ItemId> = statements
            .iter()
            .flat_map(|(_, statement)| &statement.citations)
            .map(|citation| citation.source)
            .collect();
        let shared_origins = self.shared_origins(&cited);
        let beside = cited.into_iter().filter(|citation| !in_claims.contains(&citation.source));
        let beside = beside.collect();
        Some(Testimony { event, matters: grouped(statements), beside, shared_origins })
    }

    /// The claims of an event, then those of other events on the other side of a dispute.
    fn concerning(&self, event: ItemId) -> Vec<ItemId> {
        let own: Vec<ItemId> = self.ends(event, Relation::Claims).collect();
        let mut seen: BTreeSet<ItemId> = own.iter().copied().collect();
        let mut all = own.clone();
        let disputed = own.iter().flat_map(|claim| self.ends(*claim, Relation::Disputes));
        let disputing = own.iter().chain([&event]).flat_map(|id| self.disputing(*id));
        for claim in disputed.chain(disputing) {
            if self.claim(claim).is_some() && seen.insert(claim) {
                all.push(claim);
            }
        }
        all
    }

    fn disputing(&self, id: ItemId) -> impl Iterator<Item = ItemId> {
        let edges = self.incoming(id).iter();
        edges.filter(|edge| edge.relation == Relation::Disputes).map(|edge| edge.to)
    }

    fn statement(&self, claim: ItemId, event: ItemId) -> Statement {
        let assessment = self.assessment(claim);
        let disputes: Vec<ItemId> = self.ends(claim, Relation::Disputes).collect();
        let disputed_by: Vec<ItemId> = self.disputing(claim).collect();
        let corroboration = assessment.map_or(Corroboration::Uncited, |found| found.corroboration);
        let standing = if !disputes.is_empty() || !disputed_by.is_empty() {
            Standing::Differs
        } else if matches!(corroboration, Corroboration::Corroborated(_)) {
            Standing::Agrees
        } else {
            Standing::Alone
        };
        Statement {
            claim,
            elsewhere: self.event_of(claim).filter(|holder| *holder != event),
            value: self.value(claim),
            by: self.ends(claim, Relation::AssertedBy).collect(),
            citations: assessment.map(|found| found.citations.clone()).unwrap_or_default(),
            grade: assessment.and_then(|found| found.grade),
            corroboration,
            disputes,
            disputed_by,
            standing,
        }
    }

    /// Every source of the event and of the statements, each once.
    fn all_citations(
        &self,
        event: ItemId,
        statements: &[(Option<Aspect>, Statement)],
    ) -> Vec<Citation> {
        let own = self.assessment(event).map(|found| found.citations.as_slice());
        let said = statements.iter().flat_map(|(_, statement)| &statement.citations);
        let all = own.unwrap_or_default().iter().chain(said);
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

fn grouped(statements: Vec<(Option<Aspect>, Statement)>) -> Vec<Matter> {
    let mut matters: Vec<Matter> = Vec::new();
    for (about, statement) in statements {
        match matters.iter_mut().find(|matter| matter.about == about) {
            Some(matter) => matter.statements.push(statement),
            None => matters.push(Matter { about, statements: vec![statement] }),
        }
    }
    matters.sort_by_key(|matter| (matter.about.is_none(), matter.about));
    matters
}
