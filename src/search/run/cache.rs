//! What is kept from one key to the next: a word that stands means the same as before.

use crate::search::explain::read::ReadTexts;
use crate::search::index::bits::Bits;
use crate::search::index::corpus::Corpus;
use crate::search::index::thesaurus::GroupId;
use crate::search::index::vocabulary::{Places, WordId};
use crate::search::query::Term;
use crate::search::query::dates::DateQuery;
use crate::search::query::filter::Filter;
use crate::search::rank::answer::Answer;
use crate::search::rank::column::Columns;
use crate::search::rank::ranked::Ranked;
use crate::search::rank::scored::ScoredTerm;
use crate::search::run::wording::Worded;
use crate::search::terms::matches::Tier;
use crate::search::terms::tiers;
use crate::search::terms::typed::Likeness;
use crate::text::DisplayText;
use std::ops::Range;
use std::sync::Arc;

/// Words and dates that are kept; a search has a few dozen.
const MOST_KEPT: usize = 32;

/// Most words of a query that are written in one.
const MOST_JOINED: usize = 3;
/// Columns that are kept, beside those in use.
const MOST_COLUMNS: usize = 4;

/// What something was found to mean, by what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Asked {
    Term { term: Term, likeness: Likeness, joined: Vec<(WordId, Tier)>, groups: Vec<GroupId> },
    Date(DateQuery),
}

/// What is known of the words and dates of one index.
#[derive(Debug, Default)]
pub(in crate::search) struct Cache {
    /// Used longest ago first.
    known: Vec<(Asked, Arc<ScoredTerm>)>,
    columns: Columns,
    /// Room for what an attempt finds and for the best of it.
    pub(in crate::search) spare: (Bits, Vec<Ranked>),
    /// What was asked last, without blanks around it, and how many hits were wanted.
    pub(in crate::search) asked: (String, usize),
    /// The answer to that, for what is explained later.
    pub(in crate::search) answer: Answer,
    /// The texts in which its reasons were found.
    pub(in crate::search) read: ReadTexts,
    /// The operators that were last asked for in vain, and what is said of the one that nothing fits.
    unmet: (Vec<Filter>, Option<DisplayText>),
}

impl Cache {
    /// Room for columns.
    pub(in crate::search) fn columns(&mut self, corpus: &Corpus) -> &mut Columns {
        self.columns.fit(corpus.len());
        &mut self.columns
    }

    /// What each of the words means, beside its neighbours.
    pub(in crate::search) fn terms(
        &mut self,
        corpus: &Corpus,
        terms: &[Worded],
        likeness: Likeness,
    ) -> Vec<Arc<ScoredTerm>> {
        let mut joined: Vec<Vec<(WordId, Tier)>> = vec![Vec::new(); terms.len()];
        for (run, words) in joins(corpus, terms) {
            joined.get_mut(run).into_iter().flatten().for_each(|of| of.push(words));
        }
        let of = |((term, groups), joined): (&Worded, &Vec<(WordId, Tier)>)| {
            self.term(corpus, term, likeness, (joined, groups))
        };
        terms.iter().zip(&joined).map(of).collect()
    }

    fn term(
        &mut self,
        corpus: &Corpus,
        term: &Term,
        likeness: Likeness,
        (joined, groups): (&[(WordId, Tier)], &[GroupId]),
    ) -> Arc<ScoredTerm> {
        if likeness == Likeness::Always {
            let known = self.term(corpus, term, Likeness::WhereFew, (joined, groups));
            if known.matches.with_unlike {
                return known;
            }
        }
        let (word, others) = (joined.to_vec(), groups.to_vec());
        let asked = Asked::Term { term: term.clone(), likeness, joined: word, groups: others };
        self.keep(asked, |_| {
            let mut matches = tiers::matches(corpus, term, likeness, groups);
            for other in &term.others {
                matches.unite(tiers::matches(corpus, other, likeness, groups));
            }
            matches.join(joined);
            ScoredTerm::word(matches)
        })
    }

    /// What each of the dates meets.
    pub(in crate::search) fn dates(
        &mut self,
        corpus: &Corpus,
        dates: &[DateQuery],
    ) -> Vec<Arc<ScoredTerm>> {
        dates.iter().map(|date| self.date(corpus, date)).collect()
    }

    /// What a date meets; a year or a month may be a word as well.
    pub(in crate::search) fn date(&mut self, corpus: &Corpus, date: &DateQuery) -> Arc<ScoredTerm> {
        self.keep(Asked::Date(date.clone()), |cache| {
            let word = date.word.as_ref().map(|word| Term::exact(word.clone()));
            let known = word.map(|word| cache.term(corpus, &word, Likeness::WhereFew, (&[], &[])));
            let half = |record: u32, worth: u16| match corpus.scores.get(record as usize) {
                Some(score) if score.kind() == crate::library::Kind::Event => worth,
                Some(_) | None => worth / 2,
            };
            // "March" in a title stands before the month.
            let is_word = date.is_word_first();
            let less = |worth: u16| if is_word { worth / 10 * 9 } else { worth };
            let days = corpus.days.meeting(date);
            let days = days.map(|(record, worth)| (record, less(half(record, worth))));
            let share = if is_word { 100 } else { 50 };
            let matches = known.map(|known| known.matches.clone()).unwrap_or_default();
            let column = cache.columns(corpus).of_days(&corpus.vocabulary, days, (&matches, share));
            ScoredTerm::date(matches, column)
        })
    }

    /// What is said of operators that nothing fits, which takes a look at every record: the words typed
    /// beside them change nothing in it.
    pub(in crate::search) fn unmet(
        &mut self,
        filters: &[Filter],
        find: impl FnOnce(&[Filter]) -> Option<DisplayText>,
    ) -> Option<DisplayText> {
        if self.unmet.0 != filters {
            self.unmet = (filters.to_vec(), find(filters));
        }
        self.unmet.1.clone()
    }

    fn keep(
        &mut self,
        asked: Asked,
        make: impl FnOnce(&mut Self) -> ScoredTerm,
    ) -> Arc<ScoredTerm> {
        if let Some(at) = self.known.iter().rposition(|(known, _)| *known == asked) {
            let entry = self.known.remove(at);
            let known = Arc::clone(&entry.1);
            self.known.push(entry);
            return known;
        }
        let known = Arc::new(make(self));
        self.known.push((asked, Arc::clone(&known)));
        self.forget();
        known
    }

    /// Lets go of what was used longest ago.
    fn forget(&mut self) {
        let columns = |known: &[(Asked, Arc<ScoredTerm>)]| {
            known.iter().filter(|(_, known)| known.known_column().is_some()).count()
        };
        while self.known.len() > MOST_KEPT || columns(&self.known) > MOST_COLUMNS {
            let (_, known) = self.known.remove(0);
            // Those of the last answer are still in use.
            if let Some(known) = Arc::into_inner(known) {
                known.recycle(&mut self.columns);
            }
        }
    }
}

/// Words of the corpus that neighbours of the query make together, with which of them: `cyber attack` may
/// be written in one word, and then it is both.
fn joins(
    corpus: &Corpus,
    terms: &[Worded],
) -> impl Iterator<Item = (Range<usize>, (WordId, Tier))> {
    let runs = (2..=MOST_JOINED).flat_map(|words| (0..terms.len()).map(move |at| at..at + words));
    runs.filter_map(|run| {
        let joined: String = terms.get(run.clone())?.iter().map(|(term, _)| &*term.word).collect();
        let word = corpus.vocabulary.find(&joined)?;
        // Of two words that stand apart in a name nothing has to be joined.
        let is_compound = corpus.vocabulary.places(word).meets(Places::COMPOUND);
        Some((run, (word, if is_compound { Tier::Compound } else { Tier::Joined })))
    })
}
