//! Links of events.

use super::Walk;
use crate::brief::{EventLink, EventLinkWord};
use crate::library::dangling::{self, Wanted};
use crate::library::scope::ScopeId;
use crate::library::{EventTie, ItemId, Kind, Relation};
use std::sync::Arc;

impl Walk<'_> {
    /// How an event relates to another one. Its sources are none of the event: they do not say that it
    /// happened.
    pub(super) fn tie(&mut self, scope: ScopeId, event: ItemId, link: &EventLink) {
        let EventLink { relation, to: named, cite, note: _, span, is_damaged: _ } = link;
        let mentions = (Relation::Mentions, Kind::Source);
        let cite = self.shared_edges(scope, event, mentions, cite, None);
        self.texts(scope, event, link.running_texts());
        let Some(other) = self.scopes.find(scope, Kind::Event, &named.value) else {
            let field = (dangling::key(Relation::RelatesTo), Wanted::Item(Kind::Event));
            return self.dangling(scope, field, named);
        };
        let turned = EventLinkWord::from_word(relation.as_str()).and_then(EventLinkWord::turned);
        let (from, to, relation) = match turned {
            Some(word) => (other, event, word.word().into()),
            None => (event, other, relation.clone()),
        };
        if from == to {
            self.resolved.ties_to_itself.push(named.span.clone());
            return;
        }
        let known = self.edges.len();
        self.edge(from, Relation::RelatesTo, to, Some(Arc::new(relation.clone())));
        if self.edges.len() == known {
            self.resolved.ties_again.push(span.clone());
            return;
        }
        for end in [from, to] {
            let of_end = self.resolved.ties_of.entry(end).or_default();
            of_end.push(self.resolved.event_ties.len());
        }
        let (written_at, record) = (event, link.clone());
        self.resolved.event_ties.push(EventTie { from, to, relation, written_at, cite, record });
    }
}
