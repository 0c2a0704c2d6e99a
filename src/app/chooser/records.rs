//! Lists of records that have no pane: judgements, gaps, questions.

use super::super::App;
use super::{Choice, Entry};
use crate::library::{ItemId, Kind};
use crate::text::DisplayText;

impl App {
    /// Judgements, each under its brief.
    pub(super) fn judgement_entries(&self) -> Vec<Entry> {
        self.record_entries(Kind::Judgement)
    }

    /// What is not known, each under its brief.
    pub(super) fn gap_entries(&self) -> Vec<Entry> {
        self.record_entries(Kind::Gap)
    }

    /// Answers to have ready, each under its brief.
    pub(super) fn question_entries(&self) -> Vec<Entry> {
        self.record_entries(Kind::Question)
    }

    fn record_entries(&self, kind: Kind) -> Vec<Entry> {
        let brief_of = |item: ItemId| self.library.get(item).and_then(|item| item.brief);
        let in_brief = |item: &&ItemId| self.here.brief.is_none_or(|b| brief_of(**item) == Some(b));
        let entry = |item: &ItemId| Entry {
            text: self.library.full_title(*item),
            detail: DisplayText::default(),
            group: brief_of(*item).map(|brief| self.library.full_title(brief)).unwrap_or_default(),
            choice: Choice::Go(*item),
            unavailable: None,
        };
        self.library.listed(kind).iter().filter(in_brief).map(entry).collect()
    }
}
