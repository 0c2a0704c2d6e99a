//! Several briefs as one timeline, or one of them alone.

use super::{App, Row};
use crate::action::Action;
use crate::choice::Pane;
use crate::library::{ItemId, Kind};
use crate::text::DisplayText;
use std::sync::Arc;

impl App {
    /// The short name of the brief of an event, while several are read together.
    #[must_use]
    pub fn tag_of(&self, event: ItemId) -> Option<DisplayText> {
        let several = self.library.listed(Kind::Brief).len() > 1 && self.here.brief.is_none();
        let brief = self.library.get(event)?.brief.filter(|_| several)?;
        Some(self.library.short_name(brief))
    }

    /// Reads one brief, or all together, in the timeline. The subject stays if it is an event there;
    /// else it is where a reader of that brief begins.
    pub(super) fn read_brief(&mut self, brief: Option<ItemId>) {
        let before = self.here.clone();
        self.starting.greets = false;
        self.here.brief = brief;
        self.here.focus = Pane::Timeline;
        self.here.large = Pane::Timeline;
        self.lists.arrange_rows(&self.library, &self.here);
        let all = self.lists.all(Pane::Timeline);
        let rows = all.map_or_else(Arc::default, |all| Arc::clone(&all.rows));
        let events: Vec<ItemId> = rows.iter().filter_map(Row::item).collect();
        let [timeline, ..] = &self.here.lists;
        let known = [self.here.subject, timeline.cursor].into_iter().flatten();
        let kept = { known }.find(|item| events.contains(item));
        let target = kept.or_else(|| events.first().copied());
        if let Some(target) = target.filter(|_| kept.is_none()) {
            let at = rows.iter().position(|row| row.item() == Some(target)).unwrap_or(0);
            let [timeline, ..] = &mut self.here.lists;
            timeline.scroll = at;
        }
        if target.is_none() {
            self.here.forget_cursor(Pane::Timeline);
            let keys = [(Action::ClearLenses, "takes them away")];
            self.tell("the lenses leave nothing of this brief", keys);
        }
        self.select(target);
        if self.here != before {
            self.trail.record(before);
        }
    }
}
