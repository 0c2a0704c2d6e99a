//! What the records of a file refer to. Each is taken apart, so that a key which is new does not compile
//! until it is followed or has a reason not to be. Running texts come out of the declaration of a record.

use super::Walk;
use crate::brief::{
    Actor, Aka, Brief, Change, Claim, Document, Event, Gap, Judgement, Link, PlaceRecord,
    Publisher, Question, Reference, Role, Source,
};
use crate::diag::{Code, Diagnostic};
use crate::library::dangling::Wanted;
use crate::library::merge::numbered;
use crate::library::scope::ScopeId;
use crate::library::{ActorLink, ItemId, Kind, Relation};
use crate::text;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Events that one claim can be about beside its own. What follows for a claim is worked out for each of them,
/// so without an end a claim with thousands of sources on thousands of events would cost their product.
const MOST_EVENTS: usize = 100;

impl Walk<'_> {
    pub(super) fn document(&mut self, scope: ScopeId, document: &Document) {
        let Document {
            schema: _,
            brief,
            defaults: _,   // they refer to nothing
            publishers: _, // before all files, since sources of other files name them
            sources,
            actors,
            places,
            techniques: _, // they refer to nothing
            events,
            links,
            judgements,
            gaps,
            questions,
            changes,
            synonyms: _,   // they refer to nothing
            left_out: _,   // what could not be read refers to nothing
            marked: _,     // the same
            is_damaged: _, // a matter of findings
        } = document;
        for source in sources {
            self.source(scope, source);
        }
        for actor in actors {
            self.actor(scope, actor);
        }
        for place in places {
            self.place(scope, place);
        }
        if let Some(brief) = brief {
            self.header(scope, brief, changes);
        }
        for event in events {
            self.event(scope, event);
        }
        for link in links {
            self.link(scope, link);
        }
        for judgement in judgements {
            self.judgement(scope, judgement);
        }
        for (number, gap) in gaps.iter().enumerate() {
            self.gap(scope, number, gap);
        }
        for (number, question) in questions.iter().enumerate() {
            self.question(scope, number, question);
        }
    }

    pub(super) fn publisher(&mut self, scope: ScopeId, publisher: &Publisher) {
        let Publisher {
            id,
            name: _,
            short: _,
            kind: _,
            reliability: _,
            actor,
            aliases: _,
            span: _,
            is_damaged: _,
        } = publisher;
        let Some(actor) = actor else { return };
        let Some(actor) = self.shared(scope, ("actor", Kind::Actor), actor) else { return };
        let Some(at) = self.scopes.publisher(scope, &id.value) else { return };
        if let Some(view) = self.views.houses.get_mut(&(at, scope)) {
            view.actor.get_or_insert(actor);
        } else if self.publisher_scopes.get(at) == Some(&scope)
            && let Some(place) = self.resolved.publisher_actor.get_mut(at)
        {
            place.get_or_insert(actor);
        }
    }

    fn header(&mut self, scope: ScopeId, brief: &Brief, changes: &[Change]) {
        let Brief {
            id,
            title: _,
            short: _,
            short_title: _,
            bluf: _, // a running text
            marking: _,
            as_of: _,
            revision: _,
            status: _,
            authors: _,
            source_summary: _, // a running text
            handling: _,
            supersedes,
            span: _,
            is_damaged: _,
        } = brief;
        let Some(id) = self.scopes.find(scope, Kind::Brief, &id.value) else { return };
        let changes = changes.iter().flat_map(Change::running_texts);
        self.texts(scope, id, brief.running_texts().chain(changes));
        for older in supersedes {
            // An older brief need not be at hand.
            if let Some(to) = self.scopes.briefs.get(&older.value).copied() {
                self.edge(id, Relation::Supersedes, to, None);
            }
        }
    }

    fn source(&mut self, scope: ScopeId, source: &Source) {
        let Source {
            id,
            title: _,
            publisher,
            author: _,
            published: _,
            updated: _,
            retrieved: _,
            url: _,
            archive_url: _,
            file: _,
            sha256: _,
            language: _,
            access: _,
            derived_from,
            reliability: _,
            reliability_why: _, // a running text
            withdrawn: _,
            withdrawn_why: _, // a running text
            deprecated: _,    // a running text
            replaced_by,
            note: _, // a running text
            marking: _,
            keywords: _,
            span: _,
            is_damaged: _,
        } = source;
        let Some(id) = self.scopes.find(scope, Kind::Source, &id.value) else { return };
        self.describe(scope, id, |walk| {
            walk.published(scope, id, publisher);
            let derives = (Relation::DerivesFrom, Kind::Source);
            walk.shared_edges(scope, id, derives, derived_from, None);
            let replaced = (Relation::ReplacedBy, Kind::Source);
            walk.shared_edges(scope, id, replaced, replaced_by.as_slice(), None);
            walk.texts(scope, id, source.running_texts());
        });
    }

    fn houses(&mut self, source: ItemId) -> Option<&mut Vec<usize>> {
        match self.describing {
            None => Some(self.resolved.publishers_of.entry(source).or_default()),
            Some(scope) => self.views.items.get_mut(&(source, scope)).map(|view| &mut view.houses),
        }
    }

    /// The houses of a source, as the first record of a file names them.
    fn published(&mut self, scope: ScopeId, source: ItemId, publishers: &[Reference]) {
        let is_first = self.houses(source).is_some_and(|houses| houses.is_empty());
        for reference in publishers {
            let Some(at) = self.scopes.publisher(scope, &reference.value) else {
                self.dangling(scope, ("publisher", Wanted::Publisher), reference);
                continue;
            };
            let houses = self.houses(source).filter(|houses| is_first && !houses.contains(&at));
            if let Some(houses) = houses {
                houses.push(at);
            }
            if let Some(actor) = self.actor_of(scope, at) {
                self.edge(source, Relation::PublishedBy, actor, None);
            }
        }
    }

    fn actor(&mut self, scope: ScopeId, actor: &Actor) {
        let Actor {
            id,
            name: _,
            short: _,
            kind: _,
            country: _,
            role: _,
            aliases: _,
            names: _,
            say: _,
            part_of,
            attack: _,
            summary: _, // a running text
            cite,
            deprecated: _, // a running text
            replaced_by,
            aka,
            keywords: _,
            marking: _,
            span: _,
            is_damaged: _,
        } = actor;
        let Some(id) = self.scopes.find(scope, Kind::Actor, &id.value) else { return };
        self.describe(scope, id, |walk| {
            walk.shared_edges(scope, id, (Relation::PartOf, Kind::Actor), part_of, None);
            let replaced = (Relation::ReplacedBy, Kind::Actor);
            walk.shared_edges(scope, id, replaced, replaced_by.as_slice(), None);
            walk.cites(scope, id, cite);
            for aka in aka {
                walk.aka(scope, id, aka);
            }
            walk.texts(scope, id, actor.running_texts());
        });
    }

    fn place(&mut self, scope: ScopeId, place: &PlaceRecord) {
        let PlaceRecord {
            id,
            name: _,
            country: _,
            aliases: _,
            names: _,
            lat: _,
            lon: _,
            deprecated: _, // a running text
            replaced_by,
            span: _,
            is_damaged: _,
        } = place;
        let Some(id) = self.scopes.find(scope, Kind::Place, &id.value) else { return };
        self.describe(scope, id, |walk| {
            let replaced = (Relation::ReplacedBy, Kind::Place);
            walk.shared_edges(scope, id, replaced, replaced_by.as_slice(), None);
            walk.texts(scope, id, place.running_texts());
        });
    }

    fn aka(&mut self, scope: ScopeId, actor: ItemId, aka: &Aka) {
        let Aka { name, by, relation: _, own: _, cite, span: _, is_damaged: _ } = aka;
        let asserted = (Relation::AssertedBy, Kind::Actor);
        self.shared_edges(scope, actor, asserted, by, Some(name));
        self.cites(scope, actor, cite);
    }

    fn event(&mut self, scope: ScopeId, event: &Event) {
        let Event {
            id,
            title: _,
            when: _,
            order: _,
            kind: _,
            status: _,
            reported: _,
            summary: _, // a running text
            roles,
            places,
            cite,
            confidence: _,
            when_confidence: _,
            confidence_why: _, // a running text
            tags: _,
            attack: _,
            claims,
            links,
            keywords: _,
            marking: _,
            span: _,
            is_damaged: _,
        } = event;
        let Some(id) = self.scopes.find(scope, Kind::Event, &id.value) else { return };
        for Role { name, actors } in roles {
            self.shared_edges(scope, id, (Relation::Involves, Kind::Actor), actors, Some(name));
        }
        self.shared_edges(scope, id, (Relation::At, Kind::Place), places, None);
        self.cites(scope, id, cite);
        self.texts(scope, id, event.running_texts());
        for claim in claims {
            self.claim(scope, id, claim);
        }
        for link in links {
            self.tie(scope, id, link);
        }
    }

    fn claim(&mut self, scope: ScopeId, event: ItemId, claim: &Claim) {
        let Claim {
            id,
            text: _, // a running text
            on,
            about: _,
            value: _,
            by,
            attribution: _,
            to,
            cite,
            credibility: _,
            disputes,
            when: _,
            span: _,
            is_damaged: _,
        } = claim;
        let Some(id) = self.scopes.find(scope, Kind::Claim, &id.value) else { return };
        self.edge(event, Relation::Claims, id, None);
        if let Some(beyond) = on.get(MOST_EVENTS) {
            let message = text!["only the first ", MOST_EVENTS, " events of `on` are linked"];
            self.findings.push(Diagnostic::new(Code::W271, beyond.span.clone(), message));
        }
        for other in on.iter().take(MOST_EVENTS) {
            match self.scopes.find(scope, Kind::Event, &other.value) {
                Some(event) => self.edge(event, Relation::Claims, id, None),
                None => self.dangling(scope, ("on", Wanted::Item(Kind::Event)), other),
            }
        }
        self.shared_edges(scope, id, (Relation::AssertedBy, Kind::Actor), by, None);
        self.shared_edges(scope, id, (Relation::AscribesTo, Kind::Actor), to, None);
        self.cites(scope, id, cite);
        self.rests(scope, id, Relation::Disputes, disputes);
        self.texts(scope, id, claim.running_texts());
    }

    fn link(&mut self, scope: ScopeId, link: &Arc<Link>) {
        let Link {
            from,
            relation,
            to,
            cite,
            confidence: _,
            confidence_why: _, // a running text
            when: _,
            span: _,
            is_damaged: _,
        } = &**link;
        let from = self.shared(scope, ("from", Kind::Actor), from);
        let to = self.shared(scope, ("to", Kind::Actor), to);
        let (Some(from), Some(to)) = (from, to) else { return };
        self.edge(from, Relation::LinksTo, to, Some(Arc::new(relation.clone())));
        let cites = (Relation::Cites, Kind::Source);
        let cite = self.shared_edges(scope, from, cites, cite, Some(relation));
        self.texts(scope, from, link.running_texts());
        let brief = self.scopes.list.get(scope).and_then(|own| own.brief);
        let record = Arc::clone(link);
        for end in BTreeSet::from([from, to]) {
            let of_end = self.resolved.links_of.entry(end).or_default();
            of_end.push(self.resolved.actor_links.len());
        }
        let link = ActorLink { brief, from, to, cite, record, assessment: None };
        self.resolved.actor_links.push(link);
    }

    fn judgement(&mut self, scope: ScopeId, judgement: &Judgement) {
        let Judgement {
            id,
            text: _, // a running text
            on,
            about: _,
            value: _,
            likelihood: _,
            confidence: _,
            basis,
            against,
            span: _,
            is_damaged: _,
        } = judgement;
        let Some(id) = self.scopes.find(scope, Kind::Judgement, &id.value) else { return };
        self.rests(scope, id, Relation::RestsOn, basis);
        self.one_kind(scope, id, (Relation::Answers, Kind::Event), on.as_slice());
        self.one_kind(scope, id, (Relation::Against, Kind::Claim), against);
        self.texts(scope, id, judgement.running_texts());
    }

    fn gap(&mut self, scope: ScopeId, number: usize, gap: &Gap) {
        let Gap { text: _, on, span: _, is_damaged: _ } = gap;
        let Some(id) = self.of_number(scope, Kind::Gap, number) else { return };
        self.rests(scope, id, Relation::Concerns, on);
        self.texts(scope, id, gap.running_texts());
    }

    fn question(&mut self, scope: ScopeId, number: usize, question: &Question) {
        let Question { question: _, answer: _, basis, span: _, is_damaged: _ } = question;
        let Some(id) = self.of_number(scope, Kind::Question, number) else { return };
        self.rests(scope, id, Relation::RestsOn, basis);
        self.texts(scope, id, question.running_texts());
    }

    /// What has no id of its own is numbered.
    fn of_number(&self, scope: ScopeId, kind: Kind, number: usize) -> Option<ItemId> {
        self.scopes.find(scope, kind, &numbered(kind.word(), number)?)
    }
}
