//! What two readers at once do to the same lists: each adds and takes away its own.

use super::document::Document;
use crate::app::{BookmarkMemory, PlaceMemory};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Sets of briefs whose places are kept; the one read longest ago is let go.
const PLACES: usize = 20;
/// Searches that are kept.
const SEARCHES: usize = 50;

/// The list under a key; an empty one where there is none.
fn list<'a>(document: &'a Document, key: &str) -> &'a [Value] {
    document.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn is_place_of(briefs: &str, entry: &Value) -> bool {
    entry.get("briefs").and_then(Value::as_str) == Some(briefs)
}

/// The place among some briefs.
pub(super) fn place(document: &Document, briefs: &str) -> Option<PlaceMemory> {
    let entry = list(document, "places").iter().rfind(|entry| is_place_of(briefs, entry))?;
    serde_json::from_value(entry.get("place")?.clone()).ok()
}

/// Sets the place among some briefs.
pub(super) fn set_place(document: &mut Document, briefs: &str, place: &PlaceMemory) {
    let others = list(document, "places").iter().filter(|entry| !is_place_of(briefs, entry));
    let mut places: Vec<Value> = others.cloned().collect();
    places.push(json!({ "briefs": briefs, "place": place }));
    let excess = places.len().saturating_sub(PLACES);
    places.drain(..excess);
    document.insert("places".to_owned(), places.into());
}

/// The searches, the newest last.
pub(super) fn searches(document: &Document) -> Vec<String> {
    list(document, "searches").iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// What was searched for since: a search made again becomes the newest, so the first that is out of
/// the order of before is the first that is new.
pub(super) fn searched_since<'a>(before: &[String], now: &'a [String]) -> &'a [String] {
    let mut before = before.iter();
    let kept = now.iter().take_while(|query| before.any(|known| known == *query)).count();
    // No more are kept than there are.
    now.get(kept..).unwrap_or_default()
}

/// Adds searches as the newest.
pub(super) fn add_searches(document: &mut Document, added: &[String]) {
    let mut searches = searches(document);
    searches.retain(|known| !added.contains(known));
    searches.extend_from_slice(added);
    let excess = searches.len().saturating_sub(SEARCHES);
    searches.drain(..excess);
    document.insert("searches".to_owned(), searches.into());
}

/// Whether a place is looked at through what a search found, in the words of the search.
fn tells_of_search(lens: &Value) -> bool {
    lens.get("found").is_some()
}

/// The lenses of every place.
fn lenses(document: &mut Document) -> impl Iterator<Item = &mut Vec<Value>> {
    let places = document.get_mut("places").and_then(Value::as_array_mut);
    places
        .into_iter()
        .flatten()
        .filter_map(|place| place.get_mut("place")?.get_mut("lenses")?.as_array_mut())
}

/// Whether something stands there that was searched for.
pub(super) fn has_searches(document: &Document) -> bool {
    let places = list(document, "places").iter();
    let lenses = places.filter_map(|place| place.get("place")?.get("lenses")?.as_array());
    !searches(document).is_empty() || lenses.flatten().any(tells_of_search)
}

/// Leaves out whatever was searched for.
pub(super) fn forget_searches(document: &mut Document) {
    document.remove("searches");
    lenses(document).for_each(|lenses| lenses.retain(|lens| !tells_of_search(lens)));
}

/// The highest version that was read of each sealed set.
pub(super) fn sets(document: &Document) -> BTreeMap<String, u64> {
    let sets = document.get("sets").and_then(Value::as_object);
    let versions = sets.into_iter().flatten();
    versions.filter_map(|(set, version)| Some((set.clone(), version.as_u64()?))).collect()
}

/// Remembers versions, where they are higher than those that are known.
pub(super) fn add_sets(document: &mut Document, read: &BTreeMap<String, u64>) {
    let mut known = sets(document);
    for (set, version) in read {
        let highest = known.entry(set.clone()).or_default();
        *highest = (*highest).max(*version);
    }
    document.insert("sets".to_owned(), json!(known));
}

/// The bookmarks, the oldest first.
pub(super) fn bookmarks(document: &Document) -> Vec<BookmarkMemory> {
    let read = |entry: &Value| serde_json::from_value(entry.clone()).ok();
    list(document, "bookmarks").iter().filter_map(read).collect()
}

/// What became of the bookmarks.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Marked<'a> {
    /// Those set, each after the one that it stands behind; none for the end of the list.
    set: Vec<(&'a BookmarkMemory, Option<&'a str>)>,
    /// References of those taken away.
    taken: BTreeSet<&'a str>,
    /// References of those that stand in the file with a title, and may not any more.
    untitled: BTreeSet<&'a str>,
}

impl<'a> Marked<'a> {
    /// From what stands in the file, as far as this reader knows, to the list now.
    pub(super) fn since(before: &'a [BookmarkMemory], now: &'a [BookmarkMemory]) -> Self {
        let known: BTreeSet<&str> = before.iter().map(|mark| mark.reference.as_str()).collect();
        let titled = before.iter().filter(|mark| !mark.title.is_empty());
        let titled: BTreeSet<&str> = titled.map(|mark| mark.reference.as_str()).collect();
        let bare = now.iter().filter(|mark| mark.title.is_empty());
        let untitled = bare.map(|mark| mark.reference.as_str());
        let untitled = untitled.filter(|reference| titled.contains(reference)).collect();
        let kept: BTreeSet<&str> = now.iter().map(|mark| mark.reference.as_str()).collect();
        let mut set = Vec::new();
        for (at, mark) in now.iter().enumerate() {
            if !known.contains(mark.reference.as_str()) {
                let follows = now.get(at + 1..).is_some_and(|rest| {
                    rest.iter().any(|mark| known.contains(mark.reference.as_str()))
                });
                let before = at.checked_sub(1).and_then(|at| now.get(at));
                let behind = before.map_or("", |mark| mark.reference.as_str());
                set.push((mark, follows.then_some(behind)));
            }
        }
        Self { set, taken: known.difference(&kept).copied().collect(), untitled }
    }

    /// Whether there is nothing to do.
    pub(super) fn is_empty(&self) -> bool {
        self.set.is_empty() && self.taken.is_empty() && self.untitled.is_empty()
    }

    /// Does the same to the list of a file; whatever else stands there stays as it is.
    pub(super) fn apply(&self, document: &mut Document) {
        let reference = |entry: &Value| -> Option<String> {
            Some(entry.get("reference")?.as_str()?.to_owned())
        };
        let mut entries: Vec<Value> = list(document, "bookmarks").to_vec();
        entries.retain(|entry| {
            reference(entry).is_none_or(|known| !self.taken.contains(known.as_str()))
        });
        for entry in &mut entries {
            let bare = |known: String| self.untitled.contains(known.as_str());
            if reference(entry).is_some_and(bare)
                && let Some(entry) = entry.as_object_mut()
            {
                entry.remove("title");
            }
        }
        for (mark, behind) in &self.set {
            let at = |sought: &str| {
                entries.iter().position(|entry| reference(entry).as_deref() == Some(sought))
            };
            if at(&mark.reference).is_some() {
                continue;
            }
            let to = match behind {
                None => entries.len(),
                Some("") => 0,
                Some(behind) => at(behind).map_or(entries.len(), |at| at + 1),
            };
            entries.insert(to, json!(mark));
        }
        document.insert("bookmarks".to_owned(), entries.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(words: &str) -> Vec<String> {
        words.split_whitespace().map(str::to_owned).collect()
    }

    fn marks(words: &str) -> Vec<BookmarkMemory> {
        let mark = |reference| BookmarkMemory { reference, title: "a title".into() };
        texts(words).into_iter().map(mark).collect()
    }

    /// The references of a file of these after the change from `before` to `now`.
    fn merged(file: &str, before: &str, now: &str) -> String {
        let mut document = Document::new();
        document.insert("bookmarks".into(), json!(marks(file)));
        Marked::since(&marks(before), &marks(now)).apply(&mut document);
        let references = bookmarks(&document).into_iter().map(|mark| mark.reference);
        references.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn each_reader_adds_and_takes_away_its_own() {
        assert_eq!(merged("a b", "a b", "a b c"), "a b c");
        assert_eq!(merged("a b x", "a b", "a b c"), "a b x c");
        assert_eq!(merged("a b x", "a b", "b"), "b x");
        assert_eq!(
            merged("b", "a b", "a b"),
            "b",
            "another took it away, and nothing was done here"
        );
        assert_eq!(merged("a c x", "a c", "a b c"), "a b c x", "undone, it is where it was");
        assert_eq!(merged("b", "b", "a b"), "a b");
        assert_eq!(merged("x c", "a", "a c"), "x c", "set by both it is there once");
        assert!(Marked::since(&marks("a b"), &marks("a b")).is_empty());
    }

    #[test]
    fn what_is_no_bookmark_stays_in_the_file() {
        let mut document = Document::new();
        let strange = json!([7, { "reference": 1 }, { "reference": "a", "colour": "red" }]);
        document.insert("bookmarks".into(), strange.clone());
        Marked::since(&[], &marks("b")).apply(&mut document);
        let entries = document["bookmarks"].as_array().expect("a list").clone();
        assert_eq!((json!(entries[..3]), entries.len()), (strange, 4));
    }

    #[test]
    fn a_search_made_again_is_the_newest() {
        let since = |before: &str, now: &str| searched_since(&texts(before), &texts(now)).join(" ");
        assert_eq!(since("a b c", "a b c"), "");
        assert_eq!(since("a b c", "a b c d"), "d");
        assert_eq!(since("a b c", "b c a"), "a");
        assert_eq!(since("a b c", "c a b"), "a b");
        assert_eq!(since("a b", "b c"), "c", "the oldest was let go");
        let mut document = Document::new();
        document.insert("searches".into(), json!(["a", "x", "b"]));
        add_searches(&mut document, &texts("a c"));
        assert_eq!(searches(&document), texts("x b a c"));
    }

    #[test]
    fn the_place_read_longest_ago_is_let_go() {
        let mut document = Document::new();
        for number in 0..30 {
            let place = PlaceMemory { reader_scroll: number, ..PlaceMemory::default() };
            set_place(&mut document, &format!("brief-{number}"), &place);
        }
        set_place(&mut document, "brief-10", &PlaceMemory::default());
        assert_eq!(list(&document, "places").len(), PLACES);
        assert!(place(&document, "brief-9").is_none());
        assert_eq!(place(&document, "brief-10"), Some(PlaceMemory::default()));
        set_place(&mut document, "one-more", &PlaceMemory::default());
        assert!(place(&document, "brief-10").is_some() && place(&document, "brief-11").is_none());
    }
}
