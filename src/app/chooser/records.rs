//! Lists of records that have no pane: judgements and questions.

use super::{Choice, Entry};
use crate::app::short_name;
use crate::library::{ItemId, Kind, Library, Record};
use crate::text::DisplayText;

/// What lists of records are made of.
#[derive(Clone, Copy)]
pub(super) struct Records<'a> {
    /// The library that is read.
    pub(super) library: &'a Library,
    /// The one brief that is read; none for all together.
    pub(super) brief: Option<ItemId>,
}

impl Records<'_> {
    /// Answers to have ready: of the subject, then of its brief, then of the others.
    /// What is chosen on the page of all briefs stands for the subject there.
    pub(super) fn questions(self, subject: Option<ItemId>, over_panes: bool) -> Vec<Entry> {
        let own = subject.map(|subject| crate::page::questions_of(self.library, subject));
        // Of a brief they stand under its title anyway.
        let own = own.filter(|_| !over_panes).unwrap_or_default();
        let of_subject = || self.library.get(subject?).and_then(|item| item.brief);
        let home = if over_panes { subject } else { self.brief.or_else(of_subject) };
        let all = self.library.listed(Kind::Question).iter().copied();
        let mut others: Vec<ItemId> =
            all.filter(|item| self.is_of_brief(*item) && !own.contains(item)).collect();
        let of = |item: ItemId| self.library.get(item).and_then(|item| item.brief);
        others.sort_by_key(|item| of(*item) != home);
        let about = subject.map(|subject| short_name(self.library, subject));
        let about = crate::text!["Asked of: ", about.unwrap_or_default()];
        let own = own.into_iter().map(|item| self.record_entry(item).under(about.clone()));
        own.chain(others.into_iter().map(|item| self.record_entry(item))).collect()
    }

    /// The items of a kind that the chosen brief holds, or all, each under its brief.
    pub(super) fn of_kind(self, kind: Kind) -> Vec<Entry> {
        let items = self.library.listed(kind).iter().filter(|item| self.is_of_brief(**item));
        items.map(|item| self.record_entry(*item)).collect()
    }

    /// Whether an item is of the one brief that is read, if one is.
    pub(super) fn is_of_brief(self, item: ItemId) -> bool {
        let of = self.library.get(item).and_then(|item| item.brief);
        self.brief.is_none_or(|brief| of == Some(brief))
    }

    /// The title of the brief that holds an item.
    pub(super) fn brief_title(self, item: ItemId) -> DisplayText {
        let brief = self.library.get(item).and_then(|item| item.brief);
        brief.map(|brief| self.library.full_title(brief)).unwrap_or_default()
    }

    fn record_entry(self, item: ItemId) -> Entry {
        let whole = self.library.full_title(item);
        let record = self.library.get(item).map(|item| &item.record);
        let (text, words) = match record {
            // ICD 203: likelihood and confidence never in one sentence.
            Some(Record::Judgement(judgement)) => match judgement.likelihood {
                Some(found) => (crate::text![found.word(), ": ", whole], DisplayText::default()),
                None => (whole, DisplayText::default()),
            },
            Some(Record::Question(question)) => {
                (whole, self.library.plain_text(item, &question.answer))
            }
            Some(Record::Gap(gap)) => {
                (self.library.plain_text(item, &crate::page::first_sentence(&gap.text)), whole)
            }
            Some(
                Record::Brief(_)
                | Record::Event(_)
                | Record::Claim(_)
                | Record::Actor(_)
                | Record::Source(_)
                | Record::Place(_),
            )
            | None => (whole, DisplayText::default()),
        };
        Entry { words, ..Entry::new(text, Choice::Go(item)) }.under(self.brief_title(item))
    }
}
