//! Where the texts come from that are searched: made when they are asked for.

use crate::library::{Item, ItemId, Library, Record, When};
use crate::search::index::field::Field;
use crate::search::index::record::{RecordId, RecordText};
use crate::search::index::shown::texts;
use crate::search::query::filter::{self, Filter};
use crate::text::DisplayText;

/// Where the texts come from; the index keeps none of them.
pub(in crate::search) trait Texts {
    /// What a list shows and marks.
    fn title(&self, record: RecordId) -> Option<&DisplayText>;
    /// The texts of one field and of those that share its place, or of all.
    fn fields(&self, record: RecordId, only: Option<Field>) -> Vec<(Field, DisplayText)>;
    /// The days it belongs to.
    fn when(&self, record: RecordId) -> Option<When>;
    /// The days on which it became known.
    fn reported(&self, record: RecordId) -> Option<When>;
    /// Whether it passes.
    fn passes(&self, record: RecordId, filter: &Filter) -> bool;
}

/// The texts of a library.
#[derive(Clone, Copy, Debug)]
pub(in crate::search) struct LibraryTexts<'a> {
    /// The library.
    pub(in crate::search) library: &'a Library,
    /// Its items in the order of the records.
    pub(in crate::search) items: &'a [ItemId],
}

impl<'a> LibraryTexts<'a> {
    fn item(&self, record: RecordId) -> Option<(ItemId, &'a Item)> {
        let id = *self.items.get(record as usize)?;
        Some((id, self.library.get(id)?))
    }
}

impl Texts for LibraryTexts<'_> {
    fn title(&self, record: RecordId) -> Option<&DisplayText> {
        self.item(record).map(|(_, item)| &item.title)
    }

    fn fields(&self, record: RecordId, only: Option<Field>) -> Vec<(Field, DisplayText)> {
        let texts = self.item(record).map(|(id, item)| texts(self.library, id, item, only));
        texts.unwrap_or_default()
    }

    fn when(&self, record: RecordId) -> Option<When> {
        self.item(record)?.1.record.when().cloned()
    }

    fn reported(&self, record: RecordId) -> Option<When> {
        reported(self.item(record)?.1).cloned()
    }

    fn passes(&self, record: RecordId, filter: &Filter) -> bool {
        self.item(record).is_some_and(|(id, item)| filter::passes(self.library, id, item, filter))
    }
}

/// The days on which an event became known.
fn reported(item: &Item) -> Option<&When> {
    let Record::Event(event) = &item.record else { return None };
    event.reported.as_ref()
}

/// Everything about one item.
pub(in crate::search) fn record(library: &Library, id: ItemId, item: &Item) -> RecordText {
    RecordText {
        kind: item.kind,
        references: library.incoming(id).count(),
        out_of_use: item.record.is_out_of_use(),
        called: called(item),
        fields: texts(library, id, item, None),
        when: item.record.when().cloned(),
        reported: reported(item).cloned(),
    }
}

/// The titles of a question or a brief.
fn called(item: &Item) -> Vec<DisplayText> {
    match &item.record {
        Record::Question(question) => vec![question.question.clone()],
        Record::Brief(brief) => {
            let short = brief.short_title.as_ref().map(|short| short.value.clone());
            std::iter::once(brief.title.clone()).chain(short).collect()
        }
        Record::Event(_)
        | Record::Claim(_)
        | Record::Actor(_)
        | Record::Source(_)
        | Record::Place(_)
        | Record::Judgement(_)
        | Record::Gap(_) => Vec::new(),
    }
}
