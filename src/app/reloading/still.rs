//! What is in sight stays where it stands, though rows and lines come in above it.

use super::Moving;
use crate::app::App;
use crate::choice::Pane;
use crate::library::ItemId;
use crate::page::layout::{Page, line_text};
use crate::text::DisplayText;

/// Lines of text by which a place in it is known again.
const KNOWN_BY: usize = 6;

/// What stands where on the screen.
pub(super) struct Anchors {
    /// Of each list its rows in sight: the item and how far below the first row it stands; the cursor first.
    rows: [Vec<(ItemId, usize)>; Pane::LISTS.len()],
    /// The subject, the first line of its text in sight, and the lines from there on.
    subject: Option<ItemId>,
    line: usize,
    lines: Vec<DisplayText>,
    /// Where the chosen link leads.
    leads_to: Option<ItemId>,
}

impl Anchors {
    /// The line that the text in sight began with, where that text still stands.
    fn line_again(&self, page: &Page) -> Option<usize> {
        let now: Vec<DisplayText> = page.body.iter().map(line_text).collect();
        let words = self.lines.iter().enumerate().filter(|(_, line)| !line.is_empty());
        { words }.find_map(|(below, line)| {
            let stands = now.iter().enumerate().filter(|(_, other)| *other == line);
            let begins = stands.filter_map(|(at, _)| at.checked_sub(below));
            begins.min_by_key(|begin| begin.abs_diff(self.line))
        })
    }
}

impl App {
    /// What stands where now.
    pub(super) fn anchors(&self) -> Anchors {
        let rows = Pane::LISTS.map(|pane| {
            let Some(shown) = self.list_rows(pane) else { return Vec::new() };
            let height = self.layout().area(pane).map_or(0, |area| usize::from(area.body.height));
            let in_sight = shown.rows.iter().skip(shown.scroll).take(height).enumerate();
            let mut rows: Vec<(ItemId, usize)> =
                in_sight.filter_map(|(below, row)| Some((row.item()?, below))).collect();
            let cursor = self.list(pane).and_then(|list| list.cursor);
            rows.sort_by_key(|(item, _)| Some(*item) != cursor);
            rows
        });
        let line = self.reader_scroll();
        let lines = self.page().body.iter().skip(line).take(KNOWN_BY).map(line_text).collect();
        let chosen = self.link().and_then(|number| self.page().links.get(number));
        let leads_to = chosen.map(|chosen| chosen.target);
        Anchors { rows, subject: self.subject(), line, lines, leads_to }
    }

    /// Scrolls everything so that it stands where it stood.
    pub(super) fn hold_still(&mut self, anchors: &Anchors, moving: &Moving) {
        for (pane, anchors) in Pane::LISTS.into_iter().zip(&anchors.rows) {
            let Some(shown) = self.list_rows(pane) else { continue };
            let stands = |(item, below): &(ItemId, usize)| {
                let item = moving.item(*item)?;
                let at = shown.rows.iter().position(|row| row.item() == Some(item))?;
                at.checked_sub(*below)
            };
            let Some(scroll) = anchors.iter().find_map(stands) else { continue };
            if let Some(list) = self.here.list_mut(pane) {
                list.scroll = scroll;
                list.held = list.held.map(|_| scroll);
            }
        }
        let same = anchors.subject.and_then(|subject| moving.item(subject));
        if same.is_none() || same != self.subject() {
            return;
        }
        let link = anchors.leads_to.and_then(|link| moving.item(link));
        let link = link.and_then(|link| self.page().links.iter().position(|to| to.target == link));
        self.here.link = self.here.link.and(link);
        if let Some(line) = anchors.line_again(self.page()) {
            self.reading.scroll_to(line, &mut self.here, &self.layout);
        }
    }
}
