//! Texts of records, taken apart into words: most hits of one key are hits of the next.

use crate::search::fold::FoldedText;
use crate::search::index::field::{self, Field};
use crate::search::index::hash::BuildWordHasher;
use crate::search::index::record::RecordId;
use crate::search::index::texts::Texts;
use crate::text::DisplayText;
use std::collections::HashMap;
use std::sync::Arc;

/// Bytes of text that are kept; the words of them take eight times as many.
const MOST_BYTES: usize = 128 * 1024;

/// A text with its words.
#[derive(Debug)]
pub(in crate::search) struct ReadText {
    /// What kind of text it is.
    pub(in crate::search) field: Field,
    /// The text.
    pub(in crate::search) shown: DisplayText,
    /// Its words, in order.
    pub(in crate::search) words: FoldedText,
}

impl ReadText {
    fn new(field: Field, shown: DisplayText) -> Self {
        let mut words = FoldedText::default();
        words.read(shown.as_str());
        Self { field, shown, words }
    }
}

/// Texts that were read together.
type SeveralTexts = Arc<[Arc<ReadText>]>;

/// The texts of one index that were read.
#[derive(Debug, Default)]
pub(in crate::search) struct ReadTexts {
    titles: HashMap<RecordId, Arc<ReadText>, BuildWordHasher>,
    /// The texts at a place in the order of the weights, or all of them.
    fields: HashMap<(RecordId, Option<u8>), SeveralTexts, BuildWordHasher>,
    bytes: usize,
}

impl ReadTexts {
    /// What a list shows.
    pub(in crate::search) fn title(
        &mut self,
        texts: &dyn Texts,
        record: RecordId,
    ) -> Arc<ReadText> {
        if let Some(known) = self.titles.get(&record) {
            return Arc::clone(known);
        }
        let title = texts.title(record).cloned().unwrap_or_default();
        self.make_room(title.as_str().len());
        let read = Arc::new(ReadText::new(Field::Title, title));
        self.titles.insert(record, Arc::clone(&read));
        read
    }

    /// The texts of one field and of those that share its place, or of all.
    pub(in crate::search) fn fields(
        &mut self,
        texts: &dyn Texts,
        record: RecordId,
        only: Option<Field>,
    ) -> SeveralTexts {
        let which = (record, only.map(field::place));
        if let Some(known) = self.fields.get(&which) {
            return Arc::clone(known);
        }
        let read = texts.fields(record, only).into_iter();
        let read: SeveralTexts =
            read.map(|(field, shown)| Arc::new(ReadText::new(field, shown))).collect();
        self.make_room(read.iter().map(|text| text.shown.as_str().len()).sum());
        self.fields.insert(which, Arc::clone(&read));
        read
    }

    /// Lets go of all when that is too much.
    fn make_room(&mut self, bytes: usize) {
        self.bytes += bytes;
        if self.bytes > MOST_BYTES {
            *self = Self { bytes, ..Self::default() };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::When;
    use crate::search::query::filter::Filter;

    /// A title and a text of so many letters in each record.
    struct Letters(DisplayText);

    impl Texts for Letters {
        fn title(&self, _: RecordId) -> Option<&DisplayText> {
            Some(&self.0)
        }

        fn fields(&self, record: RecordId, _: Option<Field>) -> Vec<(Field, DisplayText)> {
            vec![(Field::Summary, DisplayText::literal(["one", "two words"][record as usize % 2]))]
        }

        fn when(&self, _: RecordId) -> Option<When> {
            None
        }

        fn reported(&self, _: RecordId) -> Option<When> {
            None
        }

        fn passes(&self, _: RecordId, _: &Filter) -> bool {
            true
        }
    }

    #[test]
    fn a_text_is_read_once_until_there_are_too_many() {
        let texts = Letters(DisplayText::literal("a title of thirty letters here"));
        let mut read = ReadTexts::default();
        let first = read.fields(&texts, 1, Some(Field::Summary));
        assert_eq!(first[0].words.spans().len(), 2);
        assert!(Arc::ptr_eq(&first, &read.fields(&texts, 1, Some(Field::Summary))));
        assert!(!Arc::ptr_eq(&first, &read.fields(&texts, 2, Some(Field::Summary))));
        assert!(!Arc::ptr_eq(&first, &read.fields(&texts, 1, None)));
        let title = read.title(&texts, 0);
        assert!(Arc::ptr_eq(&title, &read.title(&texts, 0)));
        for record in 0..10_000 {
            read.title(&texts, record);
            assert!(read.titles.len() * 30 <= MOST_BYTES && read.bytes <= MOST_BYTES);
        }
        assert!(!Arc::ptr_eq(&first, &read.fields(&texts, 1, Some(Field::Summary))));
    }
}
