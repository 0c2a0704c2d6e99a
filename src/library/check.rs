//! Findings across records: what a person should look at although every record is well formed.

mod alike;
mod differences;
mod estimates;
mod names;
mod order;
mod questions;
mod sense;
mod ties;

use super::scope::ScopeId;
use super::told::Findings;
use super::{Assessment, Claim, Event, ItemId, Kind, Library, Relation, Slug, cycles, marking};
use crate::brief::{Document, Reference};
use crate::diag::{Code, Diagnostic, Located};
use crate::text;
use crate::text::DisplayText;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// Distinct tags are compared with each other up to this number of them.
const TAGS_COMPARED: usize = 1_000;
/// Shorter tags are too often one letter from another by right, and longer ones are no tags.
const TAG_LETTERS: RangeInclusive<usize> = 4..=40;

/// All of them.
pub(super) fn check(library: &Library, documents: &[(ScopeId, Document)], found: &mut Findings) {
    found.extend(marking::check(documents));
    let houses = library.resolved.publisher_actor.iter().flatten();
    let said = library.views.houses.values().filter_map(|view| view.actor.as_ref());
    let houses = houses.chain(said).copied().collect();
    let check = Check { library, houses };
    found.extend(cycles::check(library));
    found.extend(differences::check(library));
    for (scope, document) in documents {
        for event in &document.events {
            check.event(*scope, event, found);
        }
        check.judgements(*scope, document, found);
        check.unused(*scope, document, found);
        names::check(document, found);
        order::check(document, found);
        sense::check(library, *scope, document, found);
    }
    check.links(found);
    ties::check(library, found);
    tags(documents, found);
}

/// Sorts by file and place, and drops what was found twice.
pub(super) fn sort(findings: &mut Vec<Diagnostic>) {
    findings.sort_by_key(|found| {
        let Diagnostic { primary, code, .. } = found;
        (primary.source, primary.start(), primary.end(), *code)
    });
    findings.dedup();
}

struct Check<'l> {
    library: &'l Library,
    /// Actors that publish.
    houses: BTreeSet<ItemId>,
}

impl Check<'_> {
    fn find(&self, scope: ScopeId, kind: Kind, slug: &Slug) -> Option<ItemId> {
        self.library.scopes.find(scope, kind, slug)
    }

    fn assessment(&self, scope: ScopeId, kind: Kind, slug: &Slug) -> Option<&Assessment> {
        self.library.assessment(self.find(scope, kind, slug)?)
    }

    fn event(&self, scope: ScopeId, event: &Event, found: &mut Findings) {
        if event.cite.is_empty() && !event.is_damaged {
            found.push(cites_nothing("event", &event.id));
        }
        if let Some(id) = self.find(scope, Kind::Event, &event.id.value) {
            questions::event(self.library, id, event, found);
            alike::check(self.library, id, found);
        }
        for reference in &event.cite {
            found.extend(self.published_before(scope, event, reference));
        }
        for claim in &event.claims {
            if claim.cite.is_empty() && !claim.is_damaged {
                found.push(cites_nothing("claim", &claim.id));
            }
            found.extend(self.confirmed(scope, claim));
            ties::named_again(event, claim, found);
        }
    }

    /// W202: credibility 1 means "confirmed by other sources", so it needs two that are independent.
    fn confirmed(&self, scope: ScopeId, claim: &Claim) -> Option<Diagnostic> {
        let grade = claim.credibility.as_ref().filter(|grade| grade.value.number() == 1)?;
        let assessment = self.assessment(scope, Kind::Claim, &claim.id.value)?;
        let citations = &assessment.citations;
        if citations.iter().any(|citation| citation.origin > 0) {
            return None;
        }
        let root = citations.first().and_then(|first| {
            let root = first.roots.first()?;
            let shared = citations.iter().all(|citation| citation.roots.contains(root));
            self.library.get(*root).filter(|_| shared).map(|root| root.slug.shown())
        });
        let reason = match (citations.len(), root) {
            (0, _) => text!["it cites none"],
            (1, _) => text!["it cites only one"],
            (2, Some(root)) => text!["both sources derive from `", root, "`"],
            (several, Some(root)) => text!["all ", several, " sources derive from `", root, "`"],
            (_, None) => text!["its sources have a publisher in common"],
        };
        let message = text!["graded 1 (confirmed by other sources), but ", reason];
        let found = Diagnostic::new(Code::W202, grade.span.clone(), message);
        Some(found.help("cite an independent source, or grade it 2 (probably true)"))
    }

    /// W210: the source cannot report what had not happened yet; mostly a wrong year. What was only
    /// planned is reported beforehand by right.
    fn published_before(
        &self,
        scope: ScopeId,
        event: &Event,
        cite: &Reference,
    ) -> Option<Diagnostic> {
        if !event.status.is_over() {
            return None;
        }
        let library = self.library.within_file(scope);
        let source = library.source(self.find(scope, Kind::Source, &cite.value)?)?;
        let published = source.published.as_ref()?;
        if !published.value.is_before(&event.when.value) {
            return None;
        }
        let message = text![
            "`",
            cite.value.shown(),
            "` was published ",
            published.value.text(),
            ", before the event it reports (",
            event.when.value.text(),
            ")"
        ];
        let found = Diagnostic::new(Code::W210, cite.span.clone(), message);
        Some(
            found
                .help("look at the year of both")
                .related(published.span.clone(), "published")
                .related(event.when.span.clone(), "the event"),
        )
    }

    fn judgements(&self, scope: ScopeId, document: &Document, found: &mut Findings) {
        for judgement in &document.judgements {
            let assessment = self.assessment(scope, Kind::Judgement, &judgement.id.value);
            found.extend(questions::thin_basis(
                "judgement",
                judgement.confidence.as_ref(),
                assessment,
            ));
        }
    }

    fn links(&self, found: &mut Findings) {
        for link in self.library.actor_links() {
            found.extend(questions::thin_basis(
                "link",
                link.record.confidence.as_ref(),
                link.assessment.as_ref(),
            ));
        }
    }

    /// W220: a source, actor or place of a brief that nothing refers to. What stands in the registry
    /// is there for any brief.
    fn unused(&self, scope: ScopeId, document: &Document, found: &mut Findings) {
        // What could not be read may refer to it.
        if document.brief.is_none() || document.is_damaged {
            return;
        }
        let library = self.library.within_file(scope);
        let actors = document.actors.iter().map(|actor| (Kind::Actor, &actor.id));
        let sources = document.sources.iter().map(|source| (Kind::Source, &source.id));
        let places = document.places.iter().map(|place| (Kind::Place, &place.id));
        for (kind, reference) in actors.chain(sources).chain(places) {
            let Some(id) = self.find(scope, kind, &reference.value) else { continue };
            let registry = library.get(id).is_some_and(|item| item.brief.is_none());
            let mut edges = library.incoming(id);
            let used = edges.any(|edge| edge.to != id);
            let is_kept = library.get(id).is_some_and(|item| item.record.is_out_of_use());
            if registry || used || is_kept || self.houses.contains(&id) || self.links_from(id) {
                continue;
            }
            let slug = reference.value.shown();
            let message = text!["nothing refers to the ", kind.word(), " `", slug, "`"];
            found.push(
                Diagnostic::new(Code::W220, reference.span.clone(), message)
                    .help("refer to it or take it out"),
            );
        }
    }

    fn links_from(&self, actor: ItemId) -> bool {
        let mut edges = self.library.outgoing(actor);
        edges.any(|edge| edge.relation == Relation::LinksTo)
    }
}

/// W201.
fn cites_nothing(word: &'static str, id: &Reference) -> Diagnostic {
    let message = text!["the ", word, " `", id.value.shown(), "` cites nothing"];
    Diagnostic::new(Code::W201, id.span.clone(), message)
        .help("add `cite = [\"source-id\"]`: who says so?")
}

/// W221: two tags one letter apart are mostly one tag. The rarer one is found, of equals the later.
fn tags(documents: &[(ScopeId, Document)], found: &mut Findings) {
    let mut used: BTreeMap<&str, (usize, usize, &Located<DisplayText>)> = BTreeMap::new();
    let events = documents.iter().flat_map(|(_, document)| &document.events);
    for (order, tag) in events.flat_map(|event| &event.tags).enumerate() {
        used.entry(tag.value.as_str()).or_insert((0, order, tag)).0 += 1;
    }
    let tags: Vec<_> = used
        .values()
        .filter(|(.., tag)| TAG_LETTERS.contains(&tag.value.as_str().chars().count()))
        .take(TAGS_COMPARED)
        .collect();
    let numbered = |text: &str| text.chars().any(|letter| letter.is_ascii_digit());
    for (place, one) in tags.iter().enumerate() {
        for other in tags.iter().skip(place + 1) {
            let (a, b) = (one.2.value.as_str(), other.2.value.as_str());
            if numbered(a) || numbered(b) || a.len().abs_diff(b.len()) > 4 {
                continue;
            }
            if strsim::osa_distance(a, b) != 1 {
                continue;
            }
            let one_is_right = (one.0, other.1) > (other.0, one.1);
            let (rare, usual) = if one_is_right { (other, one) } else { (one, other) };
            let message =
                text!["the tag `", rare.2.value, "` is one letter from `", usual.2.value, "`"];
            found.push(
                Diagnostic::new(Code::W221, rare.2.span.clone(), message)
                    .help(text!["write `", usual.2.value, "` if you mean the same"])
                    .related(usual.2.span.clone(), "the other tag"),
            );
        }
    }
}
