//! Everything that is known of a library before anything is typed: its words, its days, the titles of
//! its questions, and what each record is worth by itself.

use crate::library::Kind;
use crate::search::index::collect::Collector;
use crate::search::index::days::Days;
use crate::search::index::questions::Question;
use crate::search::index::record::{RecordId, RecordText, is_named};
use crate::search::index::static_score::StaticScore;
use crate::search::index::thesaurus::{GroupId, Thesaurus};
use crate::search::index::titles::Titles;
use crate::search::index::vocabulary::{Vocabulary, WordId};
use serde::{Deserialize, Serialize};

/// A corpus made ready.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(in crate::search) struct Corpus {
    /// The words.
    pub(in crate::search) vocabulary: Vocabulary,
    /// The days.
    pub(in crate::search) days: Days,
    /// What the rank of each record needs.
    pub(in crate::search) scores: Vec<StaticScore>,
    /// Whole titles of questions and briefs.
    pub(in crate::search) titles: Titles,
    /// The prepared questions.
    pub(in crate::search) questions: Vec<Question>,
    /// Words that people use for one another.
    pub(in crate::search) thesaurus: Thesaurus,
    /// The words of the corpus that belong to each of its groups, in whatever form.
    of_groups: Vec<Vec<WordId>>,
}

impl Corpus {
    /// Reads a corpus, of which some words are used for one another.
    pub(in crate::search) fn new(
        records: impl Iterator<Item = RecordText>,
        thesaurus: Thesaurus,
    ) -> Self {
        let mut collector = Collector::new(&thesaurus);
        let mut corpus = Self::default();
        for (id, record) in (0..).zip(records) {
            collector.record(id, &record);
            corpus.scores.push(StaticScore::new(record.kind, record.references, record.out_of_use));
            record.called.iter().for_each(|title| {
                corpus.titles.push(id, title.as_str());
                if record.kind == Kind::Question {
                    corpus.questions.push(Question::new(id, title.as_str()));
                }
            });
            if let Some(when) = &record.when {
                corpus.days.push(id, when, false);
            }
            if let Some(reported) = &record.reported {
                corpus.days.push(id, reported, true);
            }
        }
        corpus.days.finish();
        corpus.titles.finish();
        corpus.scores.shrink_to_fit();
        corpus.vocabulary = collector.finish();
        corpus.of_groups = thesaurus.found_in(&corpus.vocabulary);
        corpus.thesaurus = thesaurus;
        let records = corpus.scores.len();
        for question in &mut corpus.questions {
            question.weigh(&corpus.vocabulary, records);
        }
        corpus
    }

    /// Whether the title of a record is a name.
    pub(in crate::search) fn is_named(&self, record: RecordId) -> bool {
        self.scores.get(record as usize).is_some_and(|score| is_named(score.kind()))
    }

    /// The words of the corpus that stand for a group.
    pub(in crate::search) fn of_group(&self, group: GroupId) -> &[WordId] {
        let words = usize::try_from(group).ok().and_then(|group| self.of_groups.get(group));
        words.map_or(&[], Vec::as_slice)
    }

    /// How many records there are.
    pub(in crate::search) fn len(&self) -> usize {
        self.scores.len()
    }

    /// Bytes in memory, without the thesaurus, which is the language's and the same for any library.
    pub(in crate::search) fn memory(&self) -> usize {
        let scores = self.scores.capacity() * size_of::<StaticScore>();
        self.vocabulary.memory()
            + self.days.memory()
            + self.titles.memory()
            + self.questions.capacity() * size_of::<Question>()
            + scores
    }
}
