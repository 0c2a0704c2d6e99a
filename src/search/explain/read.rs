//! Texts of records, taken apart into words: most hits of one key are hits of the next.

use crate::search::fold::FoldedText;
use crate::search::index::field::{self, Field};
use crate::search::index::hash::BuildWordHasher;
use crate::search::index::record::RecordId;
use crate::search::index::texts::Texts;
use crate::text::DisplayText;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// Bytes of text that are kept; the words of them take eight times as many.
const MOST_BYTES: usize = 128 * 1024;

/// A text with its words.
#[derive(Debug)]
pub(in crate::search) struct ReadText {
    /// What kind of text it is.
    pub(in crate::search) field: Field,
    /// The text.
    pub(in crate::search) shown: DisplayText,
    words: OnceLock<FoldedText>,
}

impl ReadText {
    fn new(field: Field, shown: DisplayText) -> Self {
        Self { field, shown, words: OnceLock::new() }
    }

    /// Its words, in order.
    pub(in crate::search) fn words(&self) -> &FoldedText {
        self.words.get_or_init(|| {
            let mut words = FoldedText::default();
            words.read(self.shown.as_str());
            words
        })
    }
}

/// Texts that were read together.
type SeveralTexts = Arc<[Arc<ReadText>]>;

/// The texts of one index that were read.
#[derive(Debug, Default)]
pub(in crate::search) struct ReadTexts {
    /// The texts at a place in the order of the weights, or all of them.
    known: HashMap<(RecordId, Option<u8>), SeveralTexts, BuildWordHasher>,
    bytes: usize,
}

impl ReadTexts {
    /// The texts of one field and of those that share its place, or of all.
    pub(in crate::search) fn fields(
        &mut self,
        texts: &dyn Texts,
        record: RecordId,
        only: Option<Field>,
    ) -> SeveralTexts {
        let which = (record, only.map(field::place));
        if let Some(known) = self.known.get(&which) {
            return Arc::clone(known);
        }
        let read = texts.fields(record, only).into_iter();
        let read: SeveralTexts =
            read.map(|(field, shown)| Arc::new(ReadText::new(field, shown))).collect();
        self.make_room(read.iter().map(|text| text.shown.as_str().len()).sum());
        self.known.insert(which, Arc::clone(&read));
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

    /// A short text in each record.
    struct Short;

    impl Texts for Short {
        fn title(&self, _: RecordId) -> Option<&DisplayText> {
            None
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
        let texts = Short;
        let mut read = ReadTexts::default();
        let first = read.fields(&texts, 1, Some(Field::Summary));
        assert_eq!(first[0].words().spans().len(), 2);
        assert!(Arc::ptr_eq(&first, &read.fields(&texts, 1, Some(Field::Summary))));
        assert!(!Arc::ptr_eq(&first, &read.fields(&texts, 2, Some(Field::Summary))));
        assert!(!Arc::ptr_eq(&first, &read.fields(&texts, 1, None)));
        for record in 0..100_000 {
            read.fields(&texts, record, None);
            assert!(read.known.len() * 3 <= MOST_BYTES && read.bytes <= MOST_BYTES);
        }
        assert!(!Arc::ptr_eq(&first, &read.fields(&texts, 1, Some(Field::Summary))));
    }
}
