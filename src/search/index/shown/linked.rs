//! Names of others that stand on the page of an item.

use super::Fields;
use crate::library::{Edge, ItemId, Record, Relation};
use crate::search::index::field::Field;
use crate::text;
use crate::text::{DisplayText, clean};

/// Bytes of names of others that an item is found by. A reference is a few bytes that may stand for a name of
/// hundreds: without a limit thousands of events of one actor with many names were hours to read.
const MOST: usize = 16 << 10;

/// How others are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Called {
    /// As lists show it.
    ByName,
    /// Shorter, in other spellings and in their own scripts.
    Otherwise,
}

impl Fields<'_> {
    /// Names of those who took part, with the parts that they had, of the places, of those who tell of
    /// an event, say what a claim says, give a name, or are blamed. The names of all come before the other
    /// spellings of any.
    pub(super) fn linked(&mut self) {
        if !self.wants(Field::Linked) && !self.wants(Field::Part) {
            return;
        }
        let mut room = MOST;
        for called in [Called::ByName, Called::Otherwise] {
            self.linked_names(called, &mut room);
        }
    }

    fn linked_names(&mut self, called: Called, room: &mut usize) {
        let library = self.library;
        for edge in library.outgoing(self.item) {
            if *room == 0 {
                break;
            }
            match edge.relation {
                Relation::Involves
                | Relation::At
                | Relation::Cites
                | Relation::AssertedBy
                | Relation::AscribesTo => self.names(edge, called, room),
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

    /// What the other end is called, as far as there is room, and the part that it had.
    fn names(&mut self, edge: &Edge, called: Called, room: &mut usize) {
        let Edge { relation, to, label } = edge;
        let library = self.library;
        let Some(item) = library.get(*to) else { return };
        let mut take = |field: Field, name: &DisplayText| {
            if *room > 0 {
                *room = room.saturating_sub(name.as_str().len());
                self.one(field, name);
            }
        };
        match (&item.record, called) {
            (Record::Actor(actor), Called::ByName) => {
                take(Field::Linked, &actor.name);
                if let (Relation::Involves, Some(role)) = (relation, label) {
                    take(Field::Part, &text![actor.name, ", ", **role]);
                }
            }
            (Record::Actor(actor), Called::Otherwise) => {
                let short = actor.short.iter().map(|short| &short.value);
                let native = actor.names.iter().map(|native| &native.name);
                let others = short.chain(&actor.aliases).chain(native);
                others.for_each(|name| take(Field::Linked, name));
            }
            (Record::Place(place), Called::ByName) => take(Field::Linked, &place.name),
            (Record::Place(place), Called::Otherwise) => {
                let native = place.names.iter().map(|native| &native.name);
                place.aliases.iter().chain(native).for_each(|name| take(Field::Linked, name));
            }
            (_, Called::ByName) => {
                library.publishers(*to).for_each(|house| take(Field::Linked, &house.name));
            }
            (_, Called::Otherwise) => {
                let short = library.publishers(*to).filter_map(|house| house.short.as_ref());
                short.for_each(|short| take(Field::Linked, &short.value));
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
        let to =
            library.outgoing(self.item).filter_map(|edge| match (edge.relation, &edge.label) {
                (Relation::LinksTo | Relation::RelatesTo, Some(word)) => {
                    Some(text![spaced(word), " ", name(edge.to)])
                }
                (Relation::PartOf, _) => Some(text!["part of ", name(edge.to)]),
                _ => None,
            });
        let from =
            library.incoming(self.item).filter_map(|edge| match (edge.relation, &edge.label) {
                (Relation::LinksTo | Relation::RelatesTo, Some(word)) => {
                    Some(text![name(edge.to), " ", spaced(word), " it"])
                }
                (Relation::PartOf, _) => Some(text!["includes ", name(edge.to)]),
                _ => None,
            });
        let mut room = MOST;
        for said in to.chain(from) {
            self.one(Field::Relation, &said);
            room = room.saturating_sub(said.as_str().len());
            if room == 0 {
                break;
            }
        }
    }
}

/// The word of a relation as the page has it, without its hyphens.
fn spaced(word: &DisplayText) -> DisplayText {
    clean(&word.as_str().replace('-', " "), |_| {})
}
