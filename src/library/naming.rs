//! The marking of a text about an item: of all that it leads to, and of all that it names.
//!
//! A page uses far more names than it has links: houses, speakers, accused, values, originals. No list
//! of the places where it does so stays complete. So the text itself is asked: whatever is within reach
//! of the item and whose name stands in the text counts. What is within reach is generous, since it
//! raises nothing by itself; it is bounded only so that two things that have nothing to do with each
//! other do not count for one another because both are called Iran.

use super::{ItemId, Kind, Library, Marking, Record, Relation};
use crate::text::DisplayText;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Steps from what a text speaks of to the farthest name that it uses: from a list of events by a
/// judgement, a claim against it and its source to the actor behind the house are five. Without an end
/// a row of events that each dispute the one before would all be looked through for every one of them.
const FARTHEST: usize = 6;

impl Library {
    /// The marking of a text about an item: the highest of the item, of all that the text leads to, of
    /// all within reach that it names, and of the briefs whose relations an actor's page shows.
    #[must_use]
    pub fn marking_of_text(
        &self,
        about: ItemId,
        leads_to: impl IntoIterator<Item = ItemId>,
        text: &str,
    ) -> Marking {
        let own = self.within(about);
        let briefs = own.links_of(about).filter_map(|link| link.brief);
        let mut seeds: BTreeSet<ItemId> = leads_to.into_iter().chain(briefs).collect();
        seeds.insert(about);
        let mut highest = own.highest_marking(seeds.iter().copied());
        // Where nothing is marked higher no name has to be looked for.
        if highest >= own.marking() {
            return highest;
        }
        let text = comparable(text);
        for id in Reach::around(&own, about, seeds) {
            let marking = own.marking_of(id);
            if marking > highest && own.names_of(id).iter().any(|name| stands_in(name, &text)) {
                highest = marking;
            }
        }
        highest
    }

    /// Everything that an item is called anywhere, and what it says in a few words.
    fn names_of(&self, id: ItemId) -> Vec<DisplayText> {
        let Some(item) = self.get(id) else { return Vec::new() };
        let mut names = vec![item.title.clone(), self.full_title(id), self.short_name(id)];
        match &item.record {
            Record::Actor(actor) => {
                names.extend(actor.aliases.iter().cloned());
                names.extend(actor.names.iter().map(|native| native.name.clone()));
                names.extend(actor.aka.iter().map(|aka| aka.name.clone()));
                // An actor that publishes is named by its house.
                let published = self.incoming(id);
                let published = published.filter(|edge| edge.relation == Relation::PublishedBy);
                names.extend(published.flat_map(|edge| self.house_names(edge.to)));
            }
            Record::Source(_) => names.extend(self.house_names(id)),
            Record::Claim(_) => names.push(self.value(id)),
            Record::Judgement(judgement) => names.extend(judgement.value.clone()),
            Record::Brief(_) => names.push(self.short_title(id)),
            Record::Place(place) => {
                names.extend(place.aliases.iter().cloned());
                names.extend(place.names.iter().map(|native| native.name.clone()));
            }
            Record::Event(_) | Record::Gap(_) | Record::Question(_) => {}
        }
        names
    }

    /// What the houses of a source are called, each and together.
    fn house_names(&self, source: ItemId) -> Vec<DisplayText> {
        let mut names: Vec<DisplayText> =
            self.publishers(source).map(|house| house.name.clone()).collect();
        if !names.is_empty() {
            names.extend([self.speaker(source), self.short_speaker(source)]);
        }
        names
    }
}

/// What a text about an item may speak of.
struct Reach<'l> {
    library: &'l Library,
    about: ItemId,
    /// With the fewest steps to each.
    found: BTreeMap<ItemId, usize>,
    open: VecDeque<ItemId>,
}

impl<'l> Reach<'l> {
    /// What belongs to an item, what refers to it, to its event and to the claims beside it, what is
    /// near in time, and whatever any of these refers to in turn.
    fn around(library: &'l Library, about: ItemId, seeds: BTreeSet<ItemId>) -> Vec<ItemId> {
        let mut reach = Self { library, about, found: BTreeMap::new(), open: VecDeque::new() };
        reach.add(0, seeds);
        for kind in Kind::ALL {
            reach.add(0, library.linked(about, *kind).iter().copied());
        }
        for event in library.with_events_of(about) {
            for near in library.ends(event, Relation::Claims).chain([event]) {
                reach.add(0, [near]);
                reach.add(0, library.incoming(near).map(|edge| edge.to));
            }
            let near = library.neighbours(event);
            reach.add(0, [near.before, near.after].into_iter().flatten().map(|other| other.event));
            reach.add(0, near.same_moment.into_iter().chain(near.same_day));
        }
        for link in library.links_of(about) {
            reach.add(0, [link.from, link.to].into_iter().chain(link.cite.iter().copied()));
        }
        while let Some(id) = reach.open.pop_front() {
            reach.from(id);
        }
        reach.found.into_keys().collect()
    }

    fn add(&mut self, steps: usize, items: impl IntoIterator<Item = ItemId>) {
        for id in items {
            if steps <= FARTHEST && self.found.get(&id).is_none_or(|known| steps < *known) {
                self.found.insert(id, steps);
                self.open.push_back(id);
            }
        }
    }

    /// What one thing brings with it where it is spoken of.
    fn from(&mut self, id: ItemId) {
        let library = self.library;
        let Some(kind) = library.get(id).map(|item| item.kind) else { return };
        // Of an event, an actor or a source beside it a page shows the name and not the running text.
        let named_only = matches!(kind, Kind::Event | Kind::Actor | Kind::Source | Kind::Brief);
        let is_shown = |relation| relation != Relation::Mentions || !named_only || id == self.about;
        // Where it begins it is no step away.
        let steps = self.found.get(&id).copied().unwrap_or_default();
        // An original and a state are named however long the way to them is.
        let chain = |relation| matches!(relation, Relation::DerivesFrom | Relation::PartOf);
        let edges = library.outgoing(id).filter(|edge| is_shown(edge.relation));
        let (chained, edges): (Vec<_>, Vec<_>) = edges.partition(|edge| chain(edge.relation));
        self.add(steps, chained.into_iter().map(|edge| edge.to));
        let edges = edges.into_iter();
        let mut others: Vec<ItemId> = edges.map(|edge| edge.to).collect();
        for inquiry in library.inquiries(id) {
            others.extend(inquiry.judgement());
            others.extend(inquiry.all_claims());
            others.extend(inquiry.objections.iter().flat_map(|found| found.word_of.clone()));
        }
        if kind == Kind::Claim {
            others.extend(library.events_of(id));
            others.extend(library.disputing(id));
        }
        self.add(steps + 1, others);
    }
}

/// A text without what lines and capitals make of it.
fn comparable(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// Whether a name stands in a comparable text, and not as a part of another word.
fn stands_in(name: &DisplayText, text: &str) -> bool {
    let name = comparable(name.as_str());
    if name.is_empty() {
        return false;
    }
    let joins = |outside: Option<char>, edge: Option<char>| {
        outside.is_some_and(char::is_alphanumeric) && edge.is_some_and(char::is_alphanumeric)
    };
    text.match_indices(&name).any(|(at, found)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|after| after.chars().next());
        !joins(before, name.chars().next()) && !joins(after, name.chars().next_back())
    })
}
