//! One attempt after the other at a query: as it was typed, in other spellings, in most of its words.

use crate::search::fold;
use crate::search::index::bits::Bits;
use crate::search::index::titles;
use crate::search::query::{Query, Term};
use crate::search::rank::answer::Coverage;
use crate::search::rank::conjunction::Conditions;
use crate::search::rank::partial::{Best, Partial};
use crate::search::rank::ranked::Ranked;
use crate::search::rank::scored::ScoredTerm;
use crate::search::rank::scoring;
use crate::search::rank::weighed::Weighed;
use crate::search::run::cache::Cache;
use crate::search::run::engine::Engine;
use crate::search::run::wording::{Worded, Wording};
use crate::search::terms::typed::Likeness;
use std::sync::Arc;

/// What one attempt came to.
#[derive(Default)]
pub(in crate::search) struct Pass {
    /// The words as they were looked for.
    pub(in crate::search) words: Vec<Term>,
    pub(in crate::search) terms: Vec<Arc<ScoredTerm>>,
    pub(in crate::search) dates: Vec<Arc<ScoredTerm>>,
    pub(in crate::search) ranked: Vec<Ranked>,
    /// All records that were found.
    pub(in crate::search) found: Bits,
    pub(in crate::search) coverage: Coverage,
    /// Whether the best record has all that was typed.
    pub(in crate::search) is_whole: bool,
}

impl Pass {
    /// What the best record is worth.
    fn best(&self) -> u32 {
        self.ranked.first().map_or(0, |best| best.score)
    }

    /// Whether the best record has everything in what it is called.
    fn is_in_names(&self) -> bool {
        self.ranked.first().is_some_and(|best| scoring::are_names(best.fields.set()))
    }
}

impl Engine<'_> {
    /// The records that have what was typed, as it was typed if any have it so. Of a question the words
    /// are seldom those of an answer, so the best are those that have most of it.
    pub(in crate::search) fn attempt(
        self,
        cache: &mut Cache,
        conditions: &Conditions<'_>,
        wording: &Wording,
        limit: usize,
    ) -> Pass {
        let query = conditions.query;
        let mut first = self.pass(cache, conditions, &wording.terms, Likeness::WhereFew, limit);
        if let Some(best) = first.ranked.first_mut().filter(|best| self.is_title(**best, query)) {
            best.score = best.score.max(titles::WHOLE);
            return first;
        }
        let words = first.terms.len() + first.dates.len();
        let may_be_nearest = words > 1 && query.phrases.is_empty();
        let has_words = !first.terms.is_empty() && (words > 1 || !query.for_a_record);
        if query.wanted.is_some() && query.phrases.is_empty() && has_words {
            let nearest = self.nearest(cache, conditions, wording, limit);
            return if nearest.ranked.is_empty() { first } else { nearest };
        }
        let is_new = |known: &Arc<ScoredTerm>| !known.matches.with_unlike;
        let may_be_better =
            first.ranked.is_empty() || first.terms.len() > 1 && !first.is_in_names();
        // A word that stands in records may stand in none that is what was asked for.
        let is_enough = words < 2 && !first.ranked.is_empty();
        if is_enough || !may_be_better {
            return first;
        }
        let has_new = first.terms.iter().any(is_new);
        let second = if has_new {
            self.pass(cache, conditions, &wording.terms, Likeness::Always, limit)
        } else {
            Pass::default()
        };
        // Both parts of a name may be written so in other names, and a text may name these.
        if second.is_in_names() && second.best() > first.best() {
            return second;
        }
        if !first.ranked.is_empty() {
            return first;
        }
        if may_be_nearest {
            let nearest = self.nearest(cache, conditions, wording, limit);
            if !nearest.ranked.is_empty() {
                return nearest;
            }
        }
        if second.ranked.is_empty() { first } else { second }
    }

    /// Whether the query is the title of a record, word for word: it may read as a question and be none.
    fn is_title(self, ranked: Ranked, query: &Query) -> bool {
        let title = self.texts.title(ranked.record);
        query.wanted.is_some()
            && query.words.len() > 1
            && title.is_some_and(|title| fold::sentence(title.as_str()) == query.words.join(" "))
    }

    /// The records that have most of what was typed, in whatever words.
    fn nearest(
        self,
        cache: &mut Cache,
        conditions: &Conditions<'_>,
        wording: &Wording,
        limit: usize,
    ) -> Pass {
        let terms = cache.terms(self.corpus, &wording.notions, Likeness::Always);
        let words = wording.notions.iter().map(|(term, _)| term.clone()).collect();
        let dates = cache.dates(self.corpus, &conditions.query.dates);
        let light = cache.terms(self.corpus, &wording.light, Likeness::WhereFew);
        let asks = conditions.query.wanted.is_some();
        let columns = cache.columns(self.corpus);
        let weighed = Weighed::new(self.corpus, columns, (&terms, &dates), &light, asks);
        let Query { wanted, for_a_record, .. } = *conditions.query;
        let partial = Partial { weighed: &weighed, wanted, for_a_record };
        let Best { ranked, found, is_whole } = partial.best(self.corpus, conditions, limit);
        Pass { words, terms, dates, ranked, found, coverage: Coverage::Partial, is_whole }
    }

    /// One attempt at the whole query.
    fn pass(
        self,
        cache: &mut Cache,
        conditions: &Conditions<'_>,
        worded: &[Worded],
        likeness: Likeness,
        limit: usize,
    ) -> Pass {
        let query = conditions.query;
        let terms = cache.terms(self.corpus, worded, likeness);
        let words = worded.iter().map(|(term, _)| term.clone()).collect();
        let dates = cache.dates(self.corpus, &query.dates);
        let (ranked, found) = self.best(cache, conditions, (&terms, &dates), limit);
        Pass { words, terms, dates, ranked, found, coverage: Coverage::Whole, is_whole: true }
    }
}
