//! Names of others that stand on the page of an item.

use super::Fields;
use crate::library::{Edge, ItemId, Record, Relation};
use crate::search::index::field::Field;
use crate::text;
use crate::text::{DisplayText, clean};

impl Fields<'_> {
    /// Names of those who took part, with the parts that they had, of the places, of those who tell of
    /// an event, say what a claim says, give a name, or are blamed.
    pub(super) fn linked(&mut self) {
        if !self.wants(Field::Linked) && !self.wants(Field::Part) {
            return;
        }
        let library = self.library;
        for edge in library.outgoing(self.item) {
            match edge.relation {
                Relation::Involves
                | Relation::At
                | Relation::Cites
                | Relation::AssertedBy
                | Relation::AscribesTo => self.names(edge),
                Relation::Claims
                | Relation::RelatesTo
                | Relation::Disputes
                | Relation::DerivesFrom
                | Relation::PublishedBy
                | Relation::PartOf
                | Relation::LinksTo
                | Relation::RestsOn
                | Relation::Answers
                | Relation::Against
                | Relation::Concerns
                | Relation::Mentions
                | Relation::ReplacedBy
                | Relation::Supersedes => {}
            }
        }
    }

    /// What the other end is called.
    fn names(&mut self, Edge { relation, to, label }: &Edge) {
        let library = self.library;
        let Some(item) = library.get(*to) else { return };
        if let Record::Actor(actor) = &item.record {
            self.one(Field::Linked, &actor.name);
            self.each(Field::Linked, &actor.short, |short| &short.value);
            self.all(Field::Linked, &actor.aliases);
            self.each(Field::Linked, &actor.names, |native| &native.name);
            if let (Relation::Involves, Some(role)) = (relation, label) {
                self.one(Field::Part, &text![actor.name, ", ", role]);
            }
        } else if let Record::Place(place) = &item.record {
            self.one(Field::Linked, &place.name);
            self.all(Field::Linked, &place.aliases);
            self.each(Field::Linked, &place.names, |native| &native.name);
        } else {
            for publisher in library.publishers(*to) {
                self.one(Field::Linked, &publisher.name);
                self.each(Field::Linked, &publisher.short, |short| &short.value);
            }
        }
    }

    /// Why the author is so sure of what an actor has to do with others.
    pub(super) fn reasons(&mut self) {
        if !self.wants(Field::Why) {
            return;
        }
        let library = self.library;
        for link in library.links_of(self.item) {
            if let Some(why) = &link.record.confidence_why {
                let told_by = link.brief.unwrap_or(link.from);
                self.one(Field::Why, &library.plain_text(told_by, why));
            }
        }
    }

    /// What an actor or an event has to do with others, from both sides.
    pub(super) fn relations(&mut self) {
        if !self.wants(Field::Relation) {
            return;
        }
        let library = self.library;
        let name = |id: ItemId| library.title(id);
        for edge in library.outgoing(self.item) {
            match (edge.relation, &edge.label) {
                (Relation::LinksTo | Relation::RelatesTo, Some(word)) => {
                    self.one(Field::Relation, &text![spaced(word), " ", name(edge.to)]);
                }
                (Relation::PartOf, _) => {
                    self.one(Field::Relation, &text!["part of ", name(edge.to)]);
                }
                _ => {}
            }
        }
        for edge in library.incoming(self.item) {
            match (edge.relation, &edge.label) {
                (Relation::LinksTo | Relation::RelatesTo, Some(word)) => {
                    self.one(Field::Relation, &text![name(edge.to), " ", spaced(word), " it"]);
                }
                (Relation::PartOf, _) => {
                    self.one(Field::Relation, &text!["includes ", name(edge.to)]);
                }
                _ => {}
            }
        }
    }
}

/// The word of a relation as the page has it, without its hyphens.
fn spaced(word: &DisplayText) -> DisplayText {
    clean(&word.as_str().replace('-', " "), |_| {})
}
