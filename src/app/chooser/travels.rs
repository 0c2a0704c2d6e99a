//! Lists of where to go: briefs and the trail.

use super::{Choice, Entry};
use crate::app::App;
use crate::library::{ItemId, Kind, Record};
use crate::text::DisplayText;

impl App {
    /// All briefs together, and each by itself.
    pub(super) fn brief_entries(&self) -> Vec<Entry> {
        let briefs = self.library.listed(Kind::Brief);
        let events = self.library.listed(Kind::Event).len();
        let all = Entry::new("All briefs together", Choice::Brief(None));
        let all = all.with_detail(crate::text![events, " events"]);
        let one = |brief: &ItemId| {
            let count = self.library.linked(*brief, Kind::Event).len();
            let events = crate::text![count, if count == 1 { " event" } else { " events" }];
            let slug = self.library.get(*brief).map(|item| item.slug.shown()).unwrap_or_default();
            let title = self.library.full_title(*brief);
            let title = match self.brief_tag(*brief) {
                // As its events are marked in the timeline.
                Some(tag) => crate::text![tag.letter, "  ", title],
                None => title,
            };
            let entry = Entry::new(title, Choice::Brief(Some(*brief))).with_detail(events);
            let read = self.here.brief == Some(*brief);
            Entry { words: slug, lead: if read { "*" } else { "" }.into(), ..entry }
        };
        std::iter::once(all).chain(briefs.iter().map(one)).collect()
    }

    /// Places that were opened, the newest first, each subject once.
    pub(super) fn trail_entries(&self) -> Vec<Entry> {
        let mut seen = Vec::new();
        let mut entries = Vec::new();
        for (number, place) in self.trail.newest_first() {
            let Some(subject) = place.subject.filter(|subject| !seen.contains(subject)) else {
                continue;
            };
            seen.push(subject);
            let entry = Entry::new(self.library.full_title(subject), Choice::Visit(number));
            entries.push(entry.with_detail(self.sort_of(subject)));
        }
        entries
    }

    /// Bookmarks, the newest first. What is not loaded keeps its title and says so.
    pub(super) fn bookmark_entries(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        for bookmark in self.bookmarks().iter().rev() {
            let found = self.library.find_reference(bookmark.reference.as_str());
            entries.push(match found {
                Ok(item) => Entry::new(self.library.full_title(item), Choice::Go(item))
                    .with_detail(self.sort_of(item)),
                Err(_) => Entry {
                    unavailable: Some(crate::text!["not loaded: ", bookmark.reference]),
                    ..Entry::new(bookmark.title.clone(), Choice::Nothing).with_detail("not loaded")
                },
            });
        }
        entries
    }

    /// When an event was, or what else an item is.
    fn sort_of(&self, item: ItemId) -> DisplayText {
        match self.library.get(item).map(|item| (&item.record, item.kind)) {
            Some((Record::Event(event), _)) => event.when.value.text(),
            Some((_, kind)) => kind.name().into(),
            None => DisplayText::default(),
        }
    }

    /// Goes to a place of the trail; no place is lost by it.
    pub(super) fn visit(&mut self, number: usize) {
        let here = self.place();
        if let Some(place) = self.trail.get(number).cloned() {
            self.trail.record(here);
            self.return_to(place);
        }
    }
}
