//! One search, from the typed text to ranked records.

use crate::search::explain::note;
use crate::search::explain::quote::quote;
use crate::search::fold;
use crate::search::index::record::RecordId;
use crate::search::query::Query;
use crate::search::query::dates::Dotted;
use crate::search::rank::answer::{Answer, Coverage};
use crate::search::rank::cards::Cards;
use crate::search::rank::conjunction::Conditions;
use crate::search::rank::partial::Partial;
use crate::search::rank::ranked::Ranked;
use crate::search::rank::scored::ScoredTerm;
use crate::search::rank::scoring;
use crate::search::rank::top::MOST_TIES;
use crate::search::rank::weighed::Weighed;
use crate::search::run::attempt::Pass;
use crate::search::run::cache::Cache;
use crate::search::run::engine::Engine;
use crate::search::run::little;
use crate::search::run::wording::Wording;
use crate::search::terms::fuzzy;
use crate::search::terms::runs;
use crate::search::terms::typed::Likeness;
use crate::text;
use crate::text::DisplayText;
use std::cmp::Reverse;
use std::sync::Arc;

/// Fewer letters stand equally well in every title.
const SHORTEST_PATTERN: usize = 3;

impl Engine<'_> {
    /// Searches; a number with a dot in it is a day where it stands nowhere as it was typed.
    pub(in crate::search) fn search(self, cache: &mut Cache, typed: &str, limit: usize) -> Answer {
        let answer = self.answer(cache, Query::new(typed), (typed, limit));
        if !answer.ranked.is_empty() || !answer.query.may_be_day {
            return answer;
        }
        let of_days = self.answer(cache, Query::read(typed, Dotted::Day), (typed, limit));
        if of_days.literal { of_days } else { answer }
    }

    /// Answers a query; parts of a name that stand side by side nowhere are words like others.
    fn answer(self, cache: &mut Cache, mut query: Query, (typed, limit): (&str, usize)) -> Answer {
        if let Some(usage) = query.complaint {
            return Answer { query, note: Some(DisplayText::literal(usage)), ..Answer::default() };
        }
        if query.is_empty() {
            let no_word = || text!["there is no word in `", quote(typed), "`"];
            let note = query.unfinished.map_or_else(no_word, DisplayText::literal);
            return Answer { query, note: Some(note), ..Answer::default() };
        }
        runs::cut(&self.corpus.vocabulary, &mut query);
        let (is_name, is_number) = query.is_together();
        let apart = is_name.then(|| Query { together: Vec::new(), ..query.clone() });
        let found = self.ranked(cache, (typed, query), limit);
        let Some(apart) = apart.filter(|_| found.ranked.is_empty() && !is_number) else {
            return found;
        };
        let mut found = self.ranked(cache, (typed, apart), limit);
        if let (Some(first), None) = (found.ranked.first(), &found.note) {
            let title = self.texts.title(first.record).cloned().unwrap_or_default();
            found.note = Some(text!["nothing has this side by side; nearest: ", title]);
            found.literal = false;
        }
        found
    }

    /// What the records come to for a query as it was read.
    fn ranked(self, cache: &mut Cache, (typed, mut query): (&str, Query), limit: usize) -> Answer {
        let wording = Wording::new(self.corpus, &query);
        let conditions = Conditions::new(self.corpus, self.texts, &query, self.among);
        let Pass { words, terms, dates, mut ranked, found, coverage, is_whole } =
            self.attempt(cache, &conditions, &wording, limit);
        let little = little::says_nothing(self.corpus, &query, &wording);
        let met = !ranked.is_empty() && is_whole && !little;
        let known = (terms.as_slice(), dates.as_slice());
        let asked = self.lift_questions(cache, &conditions, &wording, known, met, &mut ranked);
        // Prepared questions need not have all of the words.
        let more = asked.iter().filter(|record| !found.contains(**record)).count();
        let total = found.count() + more;
        self.settle(&query, &mut ranked);
        query.terms = words;
        let note = if met {
            let read = &mut cache.read;
            note::likeness(self.corpus, self.texts, (&query.terms, &terms), &ranked, read)
        } else if little && !ranked.is_empty() {
            Some(note::fillers(self.texts, typed, &ranked))
        } else {
            let records = 0..RecordId::try_from(self.corpus.len()).unwrap_or(RecordId::MAX);
            let unmet =
                || cache.unmet(&query.filters, |filters| note::unmet(self.texts, records, filters));
            let unmet = ranked.is_empty().then(unmet).flatten();
            let nothing =
                || note::nothing((self.corpus, self.texts), (&query, typed), &terms, &ranked);
            Some(unmet.unwrap_or_else(nothing))
        };
        let literal = met && note.is_none();
        let note = match (note::unknown(&query), note) {
            (Some(unknown), Some(note)) => Some(text![unknown, "; ", note]),
            (unknown, note) => note.or(unknown),
        };
        let note = note.or_else(|| query.unfinished.or(query.hint).map(DisplayText::literal));
        ranked.truncate(limit);
        let layout = None;
        Answer {
            query,
            terms,
            dates,
            ranked,
            total,
            note,
            literal,
            coverage,
            little,
            asked,
            layout,
        }
    }

    /// Every record of an answer, in order.
    pub(in crate::search) fn matching(self, cache: &mut Cache, answer: &Answer) -> Vec<RecordId> {
        let Answer { query, terms, dates, .. } = answer;
        let conditions = Conditions::new(self.corpus, self.texts, query, self.among);
        let mut records: Vec<RecordId> = match answer.coverage {
            _ if answer.total == 0 => Vec::new(),
            Coverage::Whole => {
                let mut met = self.meet(cache, &conditions, (terms, dates), 1);
                self.add_whole(&conditions, &mut met.found);
                let records = met.found.records().collect();
                cache.spare = met.into_spare();
                records
            }
            Coverage::Partial => {
                let columns = cache.columns(self.corpus);
                let weighed =
                    Weighed::new(self.corpus, columns, (terms, dates), &[], query.wanted.is_some());
                Partial { weighed: &weighed, wanted: query.wanted, for_a_record: false }
                    .records(self.corpus, &conditions)
            }
        };
        records.extend(&answer.asked);
        records.sort_unstable();
        records.dedup();
        records
    }

    /// Puts prepared questions first that ask what was typed, and those before others that have the little
    /// words of it too; the questions that were put there.
    fn lift_questions(
        self,
        cache: &mut Cache,
        conditions: &Conditions<'_>,
        wording: &Wording,
        (terms, dates): (&[Arc<ScoredTerm>], &[Arc<ScoredTerm>]),
        met: bool,
        ranked: &mut Vec<Ranked>,
    ) -> Vec<RecordId> {
        let query = conditions.query;
        let mut named = self.corpus.titles.named(&query.said);
        named.retain(|(record, _)| conditions.hold_but_dates(*record));
        let mut records: Vec<RecordId> = named.iter().map(|(record, _)| *record).collect();
        if !named.is_empty() {
            self.lift(cache, (terms, dates), named, ranked);
        }
        records.sort_unstable();
        records.dedup();
        if self.corpus.questions.is_empty() || query.only_fillers {
            return records;
        }
        let likeness = if query.wanted.is_some() { Likeness::Always } else { Likeness::WhereFew };
        let words = if query.wanted.is_some() { &wording.notions } else { &wording.terms };
        let worded = cache.terms(self.corpus, words, likeness);
        if query.wanted.is_none() && !Cards::may_be_meant(self.corpus, (&worded, dates)) {
            return records;
        }
        let light = cache.terms(self.corpus, &wording.light, Likeness::WhereFew);
        let columns = cache.columns(self.corpus);
        let weighed =
            Weighed::new(self.corpus, columns, (&worded, dates), &light, query.wanted.is_some());
        let named = ranked.first().filter(|best| scoring::are_names(best.fields.set()));
        let named = named.filter(|_| met).map(|best| best.score);
        let Query { wanted, for_a_record, .. } = *query;
        let cards = Cards { weighed: &weighed, wanted, for_a_record, named };
        let asked = cards.asked(self.corpus, conditions);
        records.extend(asked.iter().map(|(record, _)| *record));
        records.sort_unstable();
        records.dedup();
        self.lift(cache, (terms, dates), asked, ranked);
        records
    }

    /// Puts the hits that are equally the best in order by how well the query stands in their titles.
    fn settle(self, query: &Query, ranked: &mut [Ranked]) {
        let Some(best) = ranked.first().map(|ranked| ranked.score) else { return };
        let equal = ranked.iter().take_while(|ranked| ranked.score == best).count();
        let pattern: String = query.terms.iter().map(|term| term.word.as_str()).collect();
        if equal < 2 || pattern.chars().count() < SHORTEST_PATTERN {
            return;
        }
        let fit = |ranked: &Ranked| {
            let title = self.texts.title(ranked.record).map_or("", DisplayText::as_str);
            fuzzy::score(&fold::sentence(title), &pattern)
        };
        if let Some(equal) = ranked.get_mut(..equal.min(MOST_TIES)) {
            equal.sort_by_cached_key(|ranked| (Reverse(fit(ranked)), ranked.record));
        }
    }
}
