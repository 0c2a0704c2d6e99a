//! The prepared questions: what each wants, and how much its words tell.

use crate::search::fold;
use crate::search::fold::stop_words::{is_light_word, is_stop_word};
use crate::search::index::record::RecordId;
use crate::search::index::vocabulary::Vocabulary;
use crate::search::index::weight::weight;
use crate::search::query::Wanted;
use serde::{Deserialize, Serialize};

/// A prepared question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::search) struct Question {
    /// Its record.
    pub(in crate::search) record: RecordId,
    /// What it wants.
    pub(in crate::search) wanted: Option<Wanted>,
    /// What its words weigh.
    pub(in crate::search) weight: u32,
    /// What one of them weighs on the whole.
    pub(in crate::search) usual: u32,
    /// Its words that say something.
    words: Vec<String>,
}

impl Question {
    /// Reads one.
    pub(in crate::search) fn new(record: RecordId, text: &str) -> Self {
        let folded: Vec<String> = fold::words(text).into_iter().map(|word| word.folded).collect();
        let words: Vec<&str> = folded.iter().map(String::as_str).collect();
        let wanted = Wanted::of(&words);
        let says = |word: &String| !is_stop_word(word) && !is_light_word(word);
        Self {
            record,
            wanted,
            weight: 0,
            usual: 0,
            words: folded.into_iter().filter(says).collect(),
        }
    }

    /// Weighs its words once all records are read.
    pub(in crate::search) fn weigh(&mut self, vocabulary: &Vocabulary, records: usize) {
        let weight = |word: &String| {
            let id = vocabulary.find(word)?;
            Some(weight(vocabulary.strong(id).count() + vocabulary.weak(id).count(), records))
        };
        let weights: Vec<u32> = self.words.iter().filter_map(weight).collect();
        self.weight = weights.iter().sum();
        self.usual = self.weight / u32::try_from(weights.len()).unwrap_or(u32::MAX).max(1);
        self.words = Vec::new();
    }
}
