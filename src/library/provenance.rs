//! Where a record stands, and what the file was when it was read.

use super::merge::Merged;
use super::seal::hexadecimal;
use super::{ItemId, Kind, Library, Relation, interest};
use crate::diag::{SourceId, Sources, Span};
use crate::text::{DisplayText, clean};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// A record of an item, in a brief or in the registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The file's name.
    pub file: DisplayText,
    /// The line at which the record begins, from 1.
    pub line: usize,
    /// The file.
    pub source: SourceId,
}

/// Where the records of items begin, file by file.
#[derive(Debug)]
pub struct Headers<'l> {
    sources: &'l Sources,
    starts: Vec<(SourceId, usize, Option<ItemId>)>,
}

impl Headers<'_> {
    /// The item whose record a place lies in: that of the last header before it. Relations lie in the
    /// record of the actor they begin at, or of the event above them; publishers and changes are records of no item.
    #[must_use]
    pub fn item_at(&self, place: &Span) -> Option<ItemId> {
        let here = (place.source, place.start());
        let above = self.starts.partition_point(|(source, start, _)| (*source, *start) <= here);
        let (source, start, item) = self.starts.get(above.checked_sub(1)?)?;
        if *source != place.source {
            return None;
        }
        let between = self.sources.raw(place.source).get(*start..place.start())?;
        let changes = between.lines().any(|line| line.trim_start().starts_with("[[change]]"));
        item.filter(|_| !changes)
    }
}

impl Library {
    /// The records that an item is made of, the one that counts first; of an item that nobody
    /// defines, the place that names it first.
    #[must_use]
    pub fn definitions(&self, id: ItemId) -> Vec<Definition> {
        let Some(item) = self.get(id) else { return Vec::new() };
        let more = self.additions.get(&id).into_iter().flatten();
        [&item.span].into_iter().chain(more).map(|span| self.definition(span)).collect()
    }

    /// The headers of all records, to ask for the items of places.
    #[must_use]
    pub fn headers(&self) -> Headers<'_> {
        let own = self.items().filter(|(_, item)| item.known);
        let own = own.map(|(id, item)| (&item.span, Some(id)));
        let more = self.additions.iter();
        let more = more.flat_map(|(id, spans)| spans.iter().map(|span| (span, Some(*id))));
        let links = self.actor_links().iter().map(|link| (&link.record.span, Some(link.from)));
        let ties = self.listed(Kind::Event).iter().filter_map(|id| Some((*id, self.event(*id)?)));
        let ties =
            ties.flat_map(|(id, event)| event.links.iter().map(move |tie| (&tie.span, Some(id))));
        let houses = self.publishers.iter().map(|house| (&house.span, None));
        let all = own.chain(more).chain(links).chain(ties).chain(houses);
        let mut starts: Vec<(SourceId, usize, Option<ItemId>)> =
            all.map(|(span, item)| (span.source, span.start(), item)).collect();
        starts.sort_by_key(|(source, start, _)| (*source, *start));
        Headers { sources: &self.sources, starts }
    }

    /// Where the publishers of a source are defined.
    #[must_use]
    pub fn publisher_definitions(&self, source: ItemId) -> Vec<Definition> {
        self.publishers(source).map(|publisher| self.definition(&publisher.span)).collect()
    }

    fn definition(&self, span: &Span) -> Definition {
        Definition {
            file: self.sources.name(span.source),
            line: self.sources.place(span.source, span.start()).line,
            source: span.source,
        }
    }

    /// SHA-256 of a file as it was read, 64 hexadecimal digits as `sha256sum` prints them. A file
    /// within the limits takes some milliseconds.
    #[must_use]
    pub fn file_hash(&self, file: SourceId) -> DisplayText {
        let mut digest = Sha256::new();
        digest.update(self.sources.byte_order_mark(file));
        digest.update(self.sources.raw(file));
        clean(&hexadecimal(&digest.finalize()), |_| {})
    }

    /// The source that a grade comes from: of those that count the first of the best.
    #[must_use]
    pub fn best_source(&self, id: ItemId) -> Option<ItemId> {
        let citations = &self.assessment(id)?.citations;
        let best =
            citations.iter().min_by_key(|citation| (!citation.counts, citation.grade().order()));
        best.map(|citation| citation.source)
    }

    /// Why the publisher of a source is a party to an event: the actor with an interest that it is, or
    /// that it is a body of, or that is a body of it.
    #[must_use]
    pub fn party_by(&self, event: ItemId, source: ItemId) -> Option<ItemId> {
        let own = self.within(event);
        let houses: Vec<ItemId> = own.ends(source, Relation::PublishedBy).collect();
        let involved = self.outgoing(event).filter(|edge| {
            let role = edge.label.as_ref().map_or("", |role| role.as_str());
            edge.relation == Relation::Involves && interest::is_interested(role)
        });
        let mut holders = involved.map(|edge| edge.to);
        holders.find(|holder| houses.iter().any(|house| own.are_one(*house, *holder)))
    }
}

/// The places of all records of each item but the first.
pub(super) fn additions(merged: &Merged) -> BTreeMap<ItemId, Vec<Span>> {
    let mut additions: BTreeMap<ItemId, Vec<Span>> = BTreeMap::new();
    for (scope, document) in &merged.documents {
        let actors = document.actors.iter().map(|record| (Kind::Actor, &record.id, &record.span));
        let sources =
            document.sources.iter().map(|record| (Kind::Source, &record.id, &record.span));
        let places = document.places.iter().map(|record| (Kind::Place, &record.id, &record.span));
        for (kind, id, span) in actors.chain(sources).chain(places) {
            let Some(item) = merged.scopes.find(*scope, kind, &id.value) else { continue };
            let first = merged.items.get(item.index()).map(|item| &item.span);
            if first != Some(span) {
                additions.entry(item).or_default().push(span.clone());
            }
        }
    }
    additions
}
