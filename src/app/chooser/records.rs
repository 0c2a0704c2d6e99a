//! Lists of records that have no pane: judgements, gaps, questions, and the briefs.

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
    /// What is read, or the brief that is chosen.
    subject: Option<ItemId>,
    /// The brief whose records come first.
    home: Option<ItemId>,
}

impl<'a> Records<'a> {
    /// Records of one brief or of all, first those of the brief that is read, or that the subject is or is
    /// of.
    pub(super) fn new(
        library: &'a Library,
        brief: Option<ItemId>,
        subject: Option<ItemId>,
    ) -> Self {
        let of_subject = subject.and_then(|subject| brief_of(library, subject).or(Some(subject)));
        Self { library, brief, subject, home: brief.or(of_subject) }
    }

    /// Answers to have ready: of the subject, then of its brief, then of the others.
    pub(super) fn questions(self) -> Vec<Entry> {
        // Of a brief they stand under its title anyway.
        let subject = self.subject.filter(|subject| Some(*subject) != self.home);
        let questions = |subject| crate::page::questions_of(self.library, subject);
        let own = subject.map_or_else(Vec::new, questions);
        let others = self.items(Kind::Question).into_iter().filter(|item| !own.contains(item));
        let name = |subject| short_name(self.library, subject);
        let about = crate::text!["Asked of: ", subject.map_or_else(DisplayText::default, name)];
        let asked = own.iter().map(|item| self.record_entry(*item).under(about.clone()));
        asked.chain(others.map(|item| self.record_entry(item))).collect()
    }

    /// The items of a kind that the chosen brief holds, or all, each under its brief.
    pub(super) fn of_kind(self, kind: Kind) -> Vec<Entry> {
        self.items(kind).into_iter().map(|item| self.record_entry(item)).collect()
    }

    fn items(self, kind: Kind) -> Vec<ItemId> {
        let all = self.library.listed(kind).iter().copied();
        let mut items: Vec<ItemId> = all.filter(|item| self.is_of_brief(*item)).collect();
        items.sort_by_key(|item| brief_of(self.library, *item) != self.home);
        items
    }

    /// Whether an item is of the one brief that is read, if one is.
    pub(super) fn is_of_brief(self, item: ItemId) -> bool {
        self.brief.is_none_or(|brief| brief_of(self.library, item) == Some(brief))
    }

    /// The title of the brief that holds an item.
    pub(super) fn brief_title(self, item: ItemId) -> DisplayText {
        let brief = brief_of(self.library, item);
        brief.map_or_else(DisplayText::default, |brief| self.library.full_title(brief))
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

/// The brief that holds an item.
fn brief_of(library: &Library, item: ItemId) -> Option<ItemId> {
    library.get(item).and_then(|item| item.brief)
}
