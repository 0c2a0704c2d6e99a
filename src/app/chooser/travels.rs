//! Lists of where to go: briefs, the trail and bookmarks.

use super::records::Records;
use super::{Choice, Entry};
use crate::app::trail::Trail;
use crate::app::{App, Bookmark, rows};
use crate::library::{ItemId, Kind, Library, NotReplaced, Record};
use crate::text::DisplayText;

/// Files that are not read of which each has a row.
const MOST_NOT_READ: usize = 8;

impl Records<'_> {
    /// Each brief with its bottom line, and all events together.
    pub(super) fn briefs(self) -> Vec<Entry> {
        let briefs = self.library.listed(Kind::Brief);
        let one = |brief: &ItemId| {
            let draft = if self.library.is_draft(*brief) { "draft, " } else { "" };
            let place = self.library.in_place_of_builtin(*brief);
            let replaces = if place.is_some() { "replaces built-in, " } else { "" };
            let bottom_line = crate::page::bottom_line(self.library, *brief);
            let below = match place {
                Some(place) => crate::text!["Read ", place, ". ", bottom_line],
                None => bottom_line,
            };
            let events = self.library.linked(*brief, Kind::Event);
            let slug = self
                .library
                .get(*brief)
                .map_or_else(DisplayText::default, |item| item.slug.shown());
            Entry {
                words: slug,
                below,
                detail: crate::text![
                    replaces,
                    draft,
                    seal(self.library, *brief),
                    reach(self.library, events)
                ],
                ..Entry::new(self.library.full_title(*brief), Choice::Go(*brief))
            }
        };
        let all = Entry::new("All events on one timeline", Choice::Brief(None));
        let all = all.with_detail(reach(self.library, self.library.listed(Kind::Event)));
        let not_read =
            self.library.set_aside().iter().map(|brief| (brief.file(), brief.why.clone()));
        let refused = self.library.refused().iter().map(|file| (file.file(), file.reason()));
        let not_shown = refused.chain(not_read).map(|(file, why)| crate::text![file, ": ", why]);
        let not_replaced = self.library.not_replaced().map(NotReplaced::short).collect();
        let told = not_read_rows(not_shown.collect(), "Not read");
        let told = told.chain(not_read_rows(not_replaced, "Not replaced"));
        briefs.iter().map(one).chain([all]).chain(told).collect()
    }
}

/// What its sealed set says of a brief, where it is read from one.
fn seal(library: &Library, brief: ItemId) -> DisplayText {
    let seal = library.seal(brief);
    seal.map_or_else(DisplayText::default, |seal| crate::text![seal.words(), ", "])
}

/// Files that are not shown, or not as they stand; of many only the first, so that the page below has room.
fn not_read_rows(mut rows: Vec<DisplayText>, heading: &'static str) -> impl Iterator<Item = Entry> {
    let more = rows.len().saturating_sub(MOST_NOT_READ);
    if more > 1 {
        rows.truncate(MOST_NOT_READ);
        rows.push(crate::text![more, " more; the list of findings names each"]);
    }
    rows.into_iter().map(move |row| {
        let unavailable = Some("there is nothing to open".into());
        Entry { unavailable, ..Entry::new(row, Choice::Nothing) }.under(heading)
    })
}

/// How many events there are and in which years: `21 events 2021-2024`.
fn reach(library: &Library, events: &[ItemId]) -> DisplayText {
    let count = crate::text![events.len(), if events.len() == 1 { " event" } else { " events" }];
    let years = events.iter().filter_map(|event| rows::year_of(library, *event));
    match (years.clone().min(), years.max()) {
        (Some(first), Some(last)) if first != last => {
            crate::text![count, " ", first, "-", last]
        }
        (Some(year), _) => crate::text![count, " ", year],
        (None, _) => count,
    }
}

/// Places that were opened, the newest first, each subject once.
pub(super) fn places(library: &Library, trail: &Trail) -> Vec<Entry> {
    let mut seen = Vec::new();
    let mut entries = Vec::new();
    for (number, place) in trail.newest_first() {
        let Some(subject) = place.subject.filter(|subject| !seen.contains(subject)) else {
            continue;
        };
        seen.push(subject);
        let entry = Entry::new(library.full_title(subject), Choice::Visit(number));
        entries.push(entry.with_detail(sort_of(library, subject)));
    }
    entries
}

/// Bookmarks, the newest first. What is not loaded says so, and has no title that would need a marking.
pub(super) fn bookmarks(library: &Library, bookmarks: &[Bookmark]) -> Vec<Entry> {
    let entry = |bookmark: &Bookmark| match library.find_reference(bookmark.reference.as_str()) {
        Ok(item) => Entry::new(library.full_title(item), Choice::Go(item))
            .with_detail(sort_of(library, item)),
        Err(_) => Entry {
            unavailable: Some(crate::text!["not loaded: ", bookmark.reference]),
            ..Entry::new(bookmark.name(library), Choice::Nothing).with_detail("not loaded")
        },
    };
    bookmarks.iter().rev().map(entry).collect()
}

/// When an event was, or what else an item is.
fn sort_of(library: &Library, item: ItemId) -> DisplayText {
    match library.get(item).map(|item| (&item.record, item.kind)) {
        Some((Record::Event(event), _)) => event.when.value.text(),
        Some((_, kind)) => kind.name().into(),
        None => DisplayText::default(),
    }
}

impl App {
    /// Goes to a place of the trail; no place is lost by it.
    pub(super) fn visit(&mut self, number: usize) {
        let here = self.here.clone();
        if let Some(place) = self.trail.get(number).cloned() {
            self.trail.record(here);
            self.return_to(place);
        }
    }
}
