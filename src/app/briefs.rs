//! Several briefs as one timeline, or one of them alone.

use super::{App, Pane, Row, rows};
use crate::action::Action;
use crate::library::{ItemId, Kind, Library};
use crate::text::{DisplayText, clean};
use std::collections::BTreeMap;

/// How a brief is named in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefTag {
    /// A small letter, which no grade is written with.
    pub letter: DisplayText,
    /// The word of its id that no other brief has.
    pub word: DisplayText,
}

/// The tags of all briefs; none where there is only one, as all rows would say the same.
pub(super) fn tags(library: &Library) -> BTreeMap<ItemId, BriefTag> {
    let briefs = library.listed(Kind::Brief);
    if briefs.len() < 2 {
        return BTreeMap::new();
    }
    let words = |brief: ItemId| -> Vec<String> {
        let slug = library.get(brief).map(|item| item.slug.as_str().to_owned());
        slug.unwrap_or_default().split('-').map(str::to_owned).collect()
    };
    let all: Vec<Vec<String>> = briefs.iter().map(|brief| words(*brief)).collect();
    let mut taken = Vec::new();
    let mut tags = BTreeMap::new();
    for (brief, own) in briefs.iter().zip(&all) {
        let is_rare = |word: &&String| {
            let holders = all.iter().filter(|words| words.contains(word)).count();
            holders == 1 && word.starts_with(|sign: char| sign.is_ascii_lowercase())
        };
        let word = own.iter().find(is_rare).or(own.first()).cloned().unwrap_or_default();
        let letters = word.chars().chain('a'..='z').filter(char::is_ascii_lowercase);
        let letter = { letters }.find(|letter| !taken.contains(letter)).unwrap_or('·');
        taken.push(letter);
        let shown = |text: &str| clean(text, |_| {});
        let tag = BriefTag { letter: shown(letter.encode_utf8(&mut [0; 4])), word: shown(&word) };
        tags.insert(*brief, tag);
    }
    tags
}

impl App {
    /// How the brief of an event is named in its row, while several are read together.
    #[must_use]
    pub fn tag_of(&self, event: ItemId) -> Option<&BriefTag> {
        if self.here.brief.is_some() {
            return None;
        }
        self.brief_tag(self.library.get(event)?.brief?)
    }

    /// How a brief is named in the rows of its events; nothing where it is the only one.
    #[must_use]
    pub fn brief_tag(&self, brief: ItemId) -> Option<&BriefTag> {
        self.brief_tags.get(&brief)
    }

    /// Reads one brief, or all together, in the timeline. The subject stays if it is an event there;
    /// else it is where a reader of that brief begins.
    pub(super) fn read_brief(&mut self, brief: Option<ItemId>) {
        let before = self.place();
        self.here.brief = brief;
        self.here.focus = Pane::Timeline;
        self.here.large = Pane::Timeline;
        self.arrange_rows();
        let [rows, ..] = &self.rows;
        let events: Vec<ItemId> = rows.iter().filter_map(Row::item).collect();
        let [timeline, ..] = &self.here.lists;
        let known = [self.here.subject, timeline.cursor].into_iter().flatten();
        let kept = { known }.find(|item| events.contains(item));
        let target = kept.or_else(|| rows::start(&self.library, &events));
        if let Some(target) = target.filter(|_| kept.is_none()) {
            let at = rows.iter().position(|row| row.item() == Some(target)).unwrap_or(0);
            let [timeline, ..] = &mut self.here.lists;
            // Its heading comes with it.
            timeline.scroll = at.saturating_sub(1);
        }
        if target.is_none() {
            self.forget_cursor(Pane::Timeline);
            let keys = [(Action::ClearLenses, "takes them away")];
            self.tell("the lenses leave nothing of this brief", keys);
        }
        self.select(target);
        if self.here != before {
            self.trail.record(before);
        }
    }
}
