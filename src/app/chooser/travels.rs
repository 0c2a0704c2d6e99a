//! Lists of where to go: briefs and the trail.

use super::super::App;
use super::{Choice, Entry};
use crate::library::{ItemId, Kind, Record};
use crate::text::DisplayText;

impl App {
    /// All briefs together, and each by itself.
    pub(super) fn brief_entries(&self) -> Vec<Entry> {
        let briefs = self.library.listed(Kind::Brief);
        let events = self.library.listed(Kind::Event).len();
        let all = Entry {
            text: DisplayText::literal("All briefs together"),
            detail: crate::text![events, " events"],
            group: DisplayText::default(),
            choice: Choice::Brief(None),
            unavailable: None,
        };
        let one = |brief: &ItemId| {
            let count = self.library.linked(*brief, Kind::Event).len();
            let title = self.library.full_title(*brief);
            let read = if self.here.brief == Some(*brief) { " · read now" } else { "" };
            Entry {
                text: match self.brief_tag(*brief) {
                    // As its events are marked in the timeline.
                    Some(tag) => crate::text![tag.letter, "  ", title],
                    None => title,
                },
                detail: crate::text![count, if count == 1 { " event" } else { " events" }, read],
                group: DisplayText::default(),
                choice: Choice::Brief(Some(*brief)),
                unavailable: None,
            }
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
            let detail = match self.library.get(subject).map(|item| &item.record) {
                Some(Record::Event(event)) => event.when.value.text(),
                _ => DisplayText::default(),
            };
            entries.push(Entry {
                text: self.library.full_title(subject),
                detail,
                group: DisplayText::default(),
                choice: Choice::Visit(number),
                unavailable: None,
            });
        }
        entries
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
