//! Lists of records, narrowed by the search: what it finds in them, best first, and why.

use super::{Chooser, Entry, Listing, narrow};
use crate::library::{ItemId, Library};
use crate::search::{Coverage, Field, Found, Hit, Index, Searcher};
use crate::text::DisplayText;
use std::collections::HashMap;

/// Rows of which is said why they were found; nobody reads on so far.
const EXPLAINED: usize = 40;

/// Hits of which the questions are looked for that are asked of them.
const ASKED_OF: usize = 5;

/// What finds records in a list.
pub(in crate::app) struct Finder<'a> {
    /// The engine.
    pub(in crate::app) engine: &'a mut Searcher,
    /// The words of the library.
    pub(in crate::app) index: &'a Index,
    /// The library.
    pub(in crate::app) library: &'a Library,
}

/// The rows of a list that match what is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Narrowed {
    /// The rows, in the order in which they are shown.
    pub(super) rows: Vec<usize>,
    /// Why a row is among them, where it does not show it.
    pub(super) why: HashMap<usize, DisplayText>,
    /// What to know of them: that nothing has all that was typed, and what is nearest.
    pub(super) note: Option<DisplayText>,
}

impl Narrowed {
    /// These rows, which show why they are there.
    pub(super) fn to(rows: Vec<usize>) -> Self {
        Self { rows, ..Self::default() }
    }
}

impl Chooser {
    /// Why a row is among those that match, by its number among them, where it does not show it.
    #[must_use]
    pub fn why(&self, number: usize) -> Option<&DisplayText> {
        let matching = self.matching.get();
        matching.why.get(matching.rows.get(number)?)
    }

    /// What to know of the rows that match.
    #[must_use]
    pub fn note(&self) -> Option<&DisplayText> {
        self.matching.get().note.as_ref()
    }

    /// Finds the rows that match what is typed; true where that is another text than before.
    pub(super) fn match_typed(&mut self, finder: Option<Finder<'_>>) -> bool {
        let typed = self.field.text();
        let finder = finder.filter(|_| self.listing.is_of_records());
        let was_without = self.matching.is_for(&(typed.clone(), false));
        let chosen = self.entry().map(|entry| entry.choice.clone());
        if !typed.trim().is_empty() {
            let (listing, entries) = (self.listing, &self.entries);
            self.words.follow(Some(()), |()| narrow::words(listing, entries));
        }
        let (entries, words) = (&self.entries, self.words.get());
        let key = (typed, finder.is_some());
        let is_new = self.matching.follow(Some(key), |(typed, _)| match finder {
            Some(finder) => sought(finder, self.listing, (entries, words), typed),
            None => Narrowed::to(narrow::matching(self.listing, entries, words, typed)),
        });
        if is_new && was_without {
            // Only now the search could be asked: the chosen row stays as far as it is found.
            let at = self.matching().position(|entry| Some(&entry.choice) == chosen.as_ref());
            self.chosen = at.unwrap_or(0);
            self.lines.forget();
            return false;
        }
        is_new
    }
}

/// The rows that the search finds, in the groups of the best of them; where it finds none, those that
/// have the very letters.
fn sought(
    mut finder: Finder<'_>,
    listing: Listing,
    (entries, words): (&[Entry], &[String]),
    typed: &str,
) -> Narrowed {
    if typed.trim().is_empty() {
        return Narrowed::to((0..entries.len()).collect());
    }
    let by_letters = || narrow::matching(listing, entries, words, typed);
    let items: Vec<Option<ItemId>> =
        entries.iter().map(|entry| own_item(finder.library, entry)).collect();
    let mut among: Vec<ItemId> = items.iter().flatten().copied().collect();
    among.sort_unstable();
    among.dedup();
    let mut found = finder.find(&among, typed);
    if found.hits.is_empty() {
        let rows = by_letters();
        if !rows.is_empty() {
            return Narrowed::to(rows);
        }
        let asked = Some(finder.asked_of(&items, typed)).filter(|_| listing == Listing::Questions);
        if let Some(asked) = asked.filter(|asked| !asked.rows.is_empty()) {
            return Narrowed { rows: in_groups(entries, &asked.rows), ..asked };
        }
        found = finder.nearest(&among, typed).unwrap_or(found);
    }
    let ranks: HashMap<ItemId, usize> =
        found.hits.iter().enumerate().map(|(rank, hit)| (hit.item, rank)).collect();
    let rank = |at: usize| items.get(at).copied().flatten().and_then(|item| ranks.get(&item));
    let mut ranked: Vec<(usize, usize)> =
        (0..entries.len()).filter_map(|at| Some((*rank(at)?, at))).collect();
    // What the search does not know, as a time without an event, has the letters or is not meant.
    if items.contains(&None) {
        let unknown = by_letters().into_iter().filter(|at| items.get(*at) == Some(&None));
        ranked.extend(unknown.map(|at| (found.hits.len(), at)));
    }
    ranked.sort_unstable();
    let why = ranked.iter().filter_map(|(rank, at)| Some((*at, why(found.hits.get(*rank)?)?)));
    let why = why.collect();
    let rows: Vec<usize> = ranked.into_iter().map(|(_, at)| at).collect();
    Narrowed { rows: in_groups(entries, &rows), why, note: found.note }
}

impl Finder<'_> {
    /// What of these items the search finds, the first of it explained.
    fn find(&mut self, among: &[ItemId], typed: &str) -> Found {
        let Self { engine, index, library } = self;
        let mut found = engine.search_among(index, library, typed, among);
        let explained = found.hits.len().min(EXPLAINED);
        if let Some(first) = found.hits.get_mut(..explained) {
            engine.explain(index, library, first);
        }
        found
    }

    /// What has any of the words where nothing has most of them.
    fn nearest(&mut self, among: &[ItemId], typed: &str) -> Option<Found> {
        let words: Vec<&str> = typed.split_whitespace().collect();
        let is_plain = |word: &&str| word.chars().all(char::is_alphanumeric);
        if words.len() < 2 || !words.iter().all(is_plain) {
            return None;
        }
        let nearest = self.find(among, &words.join(" OR "));
        let title = self.library.full_title(nearest.hits.first()?.item);
        let note = crate::text!["nothing here has most of these words; nearest: ", title];
        Some(Found { note: Some(note), ..nearest })
    }

    /// The rows of questions that are asked of what the search finds for these words, which stand in none
    /// of them.
    fn asked_of(&mut self, items: &[Option<ItemId>], typed: &str) -> Narrowed {
        let Self { engine, index, library } = self;
        let found = engine.search(index, library, typed, ASKED_OF);
        let mut asked = Narrowed::default();
        if found.note.is_some() || found.scope.coverage != Coverage::Whole {
            return asked;
        }
        for hit in &found.hits {
            for question in crate::page::questions_of(library, hit.item) {
                let row = items.iter().position(|item| *item == Some(question));
                let Some(row) = row.filter(|row| !asked.why.contains_key(row)) else { continue };
                asked.rows.push(row);
                asked.why.insert(row, crate::text!["asked of: ", library.full_title(hit.item)]);
            }
        }
        let first = asked.rows.first().and_then(|row| asked.why.get(row));
        asked.note = first.map(|of| crate::text!["no question here has this; nearest: ", of]);
        asked
    }
}

/// The item that a row is about: one that only leads to an item does not show its title.
fn own_item(library: &Library, entry: &Entry) -> Option<ItemId> {
    let item = entry.choice.item()?;
    let title = library.full_title(item);
    let shows = |text: &DisplayText| text.as_str().contains(title.as_str());
    (shows(&entry.text) || shows(&entry.words)).then_some(item)
}

/// Rows that are the best first in the order of the best of each group: a group stays together under its
/// heading.
fn in_groups(entries: &[Entry], ranked: &[usize]) -> Vec<usize> {
    let mut groups: Vec<(&DisplayText, Vec<usize>)> = Vec::new();
    for at in ranked {
        let Some(entry) = entries.get(*at) else { continue };
        match groups.iter_mut().find(|(group, _)| *group == &entry.group) {
            Some((_, rows)) => rows.push(*at),
            None => groups.push((&entry.group, vec![*at])),
        }
    }
    groups.into_iter().flat_map(|(_, rows)| rows).collect()
}

/// Why a row was found, where its text does not show it.
fn why(hit: &Hit) -> Option<DisplayText> {
    let why = hit.why.as_ref()?;
    let label = "summary: ";
    // What a question, a judgement or a gap says further is no summary.
    let is_further = hit.field == Field::Summary && why.as_str().starts_with(label);
    Some(if is_further {
        crate::text!["it says: ", why.slice(label.len()..why.as_str().len())]
    } else {
        why.clone()
    })
}
