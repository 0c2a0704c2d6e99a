//! One search, from the typed text to ranked records.

use super::collect::Collector;
use super::column::{self, Cell, Column, Met};
use super::corpus::{RecordText, Texts, is_named};
use super::days::Days;
use super::explain;
use super::fold;
use super::fuzzy;
use super::known::Known;
use super::matches::Tier;
use super::postings::RecordId;
use super::query::{Phrase, Query, Term};
use super::rank::{self, Ranked, Standing};
use super::scope::Coverage;
use super::searcher::Memory;
use super::skip;
use super::tiers::Likeness;
use super::vocabulary::{Vocabulary, WordId};
use crate::text;
use crate::text::{DisplayText, clean};
use std::cmp::Reverse;
use std::sync::Arc;

/// Equal hits that are put in order by how well their titles fit.
pub(super) const MOST_TIES: usize = 8;
/// Fewer letters stand equally well in every title.
const SHORTEST_PATTERN: usize = 3;
/// Characters of the query that a note repeats.
const LONGEST_QUOTE: usize = 32;

/// A corpus made ready.
#[derive(Debug, Default)]
pub(super) struct Engine {
    /// The words.
    pub(super) vocabulary: Vocabulary,
    /// The days.
    pub(super) days: Days,
    /// What the rank of each record needs.
    pub(super) standings: Vec<Standing>,
}

/// What a search found.
#[derive(Clone, Debug, Default)]
pub(super) struct Answer {
    /// The query as it was read.
    pub(super) query: Query,
    /// What each of its words may mean.
    pub(super) terms: Vec<Arc<Known>>,
    /// What each of its dates meets.
    pub(super) dates: Vec<Arc<Known>>,
    /// The records, best first.
    pub(super) ranked: Vec<Ranked>,
    /// How many matched in all.
    pub(super) total: usize,
    /// What the reader should know.
    pub(super) note: Option<DisplayText>,
    /// Whether the best hit has every word as it was typed.
    pub(super) literal: bool,
    /// Whether the records have the whole query.
    pub(super) coverage: Coverage,
    /// The keyboard layout through which the query was read.
    pub(super) layout: Option<&'static str>,
}

impl Answer {
    /// The place, in the order of the weights, of the field that counted in a record for one of the
    /// terms or, counted on, of the dates; `None` where the record does not have it.
    pub(super) fn place(&self, record: RecordId, at: usize) -> Option<u8> {
        let known = self.terms.iter().chain(&self.dates).nth(at)?;
        place(known, record)
    }
}

/// The place of the field that counted in a record for a word or a date.
pub(super) fn place(known: &Known, record: RecordId) -> Option<u8> {
    known.get(record).map(Cell::place)
}

/// What one attempt came to.
#[derive(Default)]
struct Pass {
    terms: Vec<Arc<Known>>,
    dates: Vec<Arc<Known>>,
    ranked: Vec<Ranked>,
    total: usize,
}

impl Engine {
    /// Reads a corpus.
    pub(super) fn new(records: impl Iterator<Item = RecordText>) -> Self {
        let mut collector = Collector::default();
        let mut engine = Self::default();
        for (id, record) in (0..).zip(records) {
            collector.record(id, &record);
            engine.standings.push(Standing::new(record.kind, record.references));
            if let Some(when) = &record.when {
                engine.days.push(id, when, false);
            }
            if let Some(reported) = &record.reported {
                engine.days.push(id, reported, true);
            }
        }
        engine.days.finish();
        engine.standings.shrink_to_fit();
        engine.vocabulary = collector.finish();
        engine
    }

    /// Whether the title of a record is a name.
    pub(super) fn is_named(&self, record: RecordId) -> bool {
        self.standings.get(record as usize).is_some_and(|standing| is_named(standing.kind))
    }

    /// How many records there are.
    pub(super) fn len(&self) -> usize {
        self.standings.len()
    }

    /// Bytes in memory.
    pub(super) fn memory(&self) -> usize {
        let standings = self.standings.capacity() * size_of::<Standing>();
        self.vocabulary.memory() + self.days.memory() + standings
    }

    /// Searches.
    pub(super) fn search(
        &self,
        texts: &dyn Texts,
        memory: &mut Memory,
        typed: &str,
        limit: usize,
    ) -> Answer {
        let query = Query::new(typed);
        if let Some(usage) = query.complaint {
            return Answer { query, note: Some(DisplayText::literal(usage)), ..Answer::default() };
        }
        if query.is_empty() {
            let note = text!["there is no word in `", quote(typed), "`"];
            return Answer { query, note: Some(note), ..Answer::default() };
        }
        let mut pass = self.pass(texts, memory, &query, Likeness::WhereFew, limit);
        if pass.ranked.is_empty() && query.terms.len() > 1 {
            let second = self.pass(texts, memory, &query, Likeness::Always, limit);
            if !second.ranked.is_empty() {
                pass = second;
            }
        }
        let Pass { terms, dates, mut ranked, mut total } = pass;
        Self::settle(texts, &query, &mut ranked);
        let mut note = explain::likeness(self, texts, (&query.terms, &terms), &ranked);
        let literal = note.is_none() && !ranked.is_empty();
        let mut coverage = Coverage::Whole;
        if ranked.is_empty() {
            if terms.len() + dates.len() > 1 && query.phrases.is_empty() {
                let counted = self.nearest(texts, memory, &query, (&terms, &dates));
                total = counted.len();
                ranked = rank::most(&self.standings, &counted);
                if !ranked.is_empty() {
                    coverage = Coverage::Partial;
                }
            }
            Self::settle(texts, &query, &mut ranked);
            note = Some(self.nothing(texts, &query, typed, &terms, &ranked));
        }
        ranked.truncate(limit);
        Answer { query, terms, dates, ranked, total, note, literal, coverage, layout: None }
    }

    /// Every record of an answer, in order.
    pub(super) fn matching(
        &self,
        texts: &dyn Texts,
        memory: &mut Memory,
        answer: &Answer,
    ) -> Vec<RecordId> {
        let Answer { query, terms, dates, .. } = answer;
        match answer.coverage {
            _ if answer.total == 0 => Vec::new(),
            Coverage::Whole => {
                let mut met = Vec::new();
                self.meet(texts, memory, query, (terms, dates), &mut met);
                met.into_iter().map(|met| met.record).collect()
            }
            Coverage::Partial => {
                let counted = self.nearest(texts, memory, query, (terms, dates));
                counted.into_iter().map(|(record, ..)| record).collect()
            }
        }
    }

    fn columns<'k>(
        &self,
        memory: &mut Memory,
        known: impl Iterator<Item = &'k Arc<Known>>,
    ) -> Vec<&'k Column> {
        let scratch = memory.scratch(self);
        known.map(|known| known.all(&self.vocabulary, scratch)).collect()
    }

    /// Finds the records that have the whole query.
    fn meet(
        &self,
        texts: &dyn Texts,
        memory: &mut Memory,
        query: &Query,
        (terms, dates): (&[Arc<Known>], &[Arc<Known>]),
        met: &mut Vec<Met>,
    ) {
        let columns = self.columns(memory, terms.iter().chain(dates));
        column::meet(&columns, met);
        if columns.is_empty() {
            let ids = 0..u32::try_from(self.len()).unwrap_or(u32::MAX);
            met.extend(ids.map(|record| Met { record, sum: 0, place: u8::MAX, best: u8::MAX }));
        }
        self.retain(texts, query, met);
    }

    /// One attempt at the whole query.
    fn pass(
        &self,
        texts: &dyn Texts,
        memory: &mut Memory,
        query: &Query,
        likeness: Likeness,
        limit: usize,
    ) -> Pass {
        let terms = memory.terms(self, &query.terms, likeness);
        let dates: Vec<_> = query.dates.iter().map(|date| memory.date(self, date)).collect();
        let (ranked, total) = skip::best(self, memory, query, &terms, limit)
            .unwrap_or_else(|| self.best(texts, memory, query, (&terms, &dates), limit));
        Pass { terms, dates, ranked, total }
    }

    /// The best of all records that have the whole query, and how many have it.
    pub(super) fn best(
        &self,
        texts: &dyn Texts,
        memory: &mut Memory,
        query: &Query,
        (terms, dates): (&[Arc<Known>], &[Arc<Known>]),
        limit: usize,
    ) -> (Vec<Ranked>, usize) {
        let mut met = std::mem::take(&mut memory.met);
        self.meet(texts, memory, query, (terms, dates), &mut met);
        let total = met.len();
        let matches: Vec<_> = terms.iter().map(|known| &known.matches).collect();
        rank::candidates(&self.standings, &mut met, terms.len() + dates.len());
        let ranked = rank::by_names(&self.vocabulary, &self.standings, &met, &matches, limit);
        memory.met = met;
        (ranked, total)
    }

    /// Leaves the records that are what the query asks for.
    fn retain(&self, texts: &dyn Texts, query: &Query, met: &mut Vec<Met>) {
        if !query.kinds.is_empty() {
            met.retain(|met| {
                let standing = self.standings.get(met.record as usize);
                standing.is_some_and(|standing| query.kinds.contains(&standing.kind))
            });
        }
        if !query.without.is_empty() {
            let without = self.without(&query.without);
            met.retain(|met| without.binary_search(&met.record).is_err());
        }
        for filter in &query.filters {
            met.retain(|met| texts.passes(met.record, filter));
        }
        if !query.phrases.is_empty() {
            met.retain(|met| {
                let fields = texts.fields(met.record, None);
                query
                    .phrases
                    .iter()
                    .all(|phrase| fields.iter().any(|(_, text)| has_phrase(text.as_str(), phrase)))
            });
        }
    }

    /// The records with a word that begins so.
    fn without(&self, words: &[String]) -> Vec<RecordId> {
        let ids = words.iter().flat_map(|word| self.vocabulary.beginning(word));
        let entries = ids.flat_map(|id| self.vocabulary.strong(id).chain(self.vocabulary.weak(id)));
        let mut records: Vec<RecordId> = entries.map(|(record, _)| record).collect();
        records.sort_unstable();
        records.dedup();
        records
    }

    /// Where no record has all, those that have most, in order, with how many and what they are worth; only words as they were typed count.
    fn nearest(
        &self,
        texts: &dyn Texts,
        memory: &mut Memory,
        query: &Query,
        (terms, dates): (&[Arc<Known>], &[Arc<Known>]),
    ) -> Vec<(RecordId, u32, u32)> {
        let is_literal = |known: &&Arc<Known>| known.matches.best().is_some_and(Tier::is_literal);
        let literal = terms.iter().filter(is_literal);
        let columns = self.columns(memory, literal.clone().chain(dates));
        // Half of the words will do where a proper name is among them, or the rarest word, which says
        // the most; a word that stands nowhere is the rarest of all.
        let words = terms.len() + dates.len();
        let rarest = columns.iter().copied().min_by_key(|column| column.cells().len());
        let rarest = rarest.filter(|_| columns.len() == words);
        let names = literal.filter(|known| known.matches.is_proper_name(&self.vocabulary));
        let mut telling = self.columns(memory, names);
        telling.extend(rarest);
        let least = u32::try_from(words.div_ceil(2)).unwrap_or(u32::MAX);
        let mut counted = memory.scratch(self).count(&columns, least);
        counted.retain(|(record, count, _)| {
            *count as usize * 2 > words
                || telling.iter().any(|column| column.get(*record).is_some())
        });
        let mut met: Vec<Met> = counted
            .iter()
            .map(|(record, ..)| Met { record: *record, sum: 0, place: 0, best: 0 })
            .collect();
        self.retain(texts, query, &mut met);
        counted.retain(|(record, ..)| met.binary_search_by_key(record, |met| met.record).is_ok());
        let most = counted.iter().map(|(_, count, _)| *count).max().unwrap_or_default();
        counted.retain(|(_, count, _)| *count == most);
        counted
    }

    fn nothing(
        &self,
        texts: &dyn Texts,
        query: &Query,
        typed: &str,
        terms: &[Arc<Known>],
        ranked: &[Ranked],
    ) -> DisplayText {
        let is_missing = |(_, known): &(&Term, &Arc<Known>)| known.matches.is_empty();
        let missing = query.terms.iter().zip(terms).filter(|_| terms.len() > 1).find(is_missing);
        let nearest = terms.iter().find_map(|known| known.matches.nearest);
        match (ranked.first(), nearest) {
            (Some(first), _) => {
                let title = texts.title(first.record).cloned().unwrap_or_default();
                text!["nothing has all of these words; nearest: ", title]
            }
            (None, Some(word)) => text!["nothing close; nearest: `", self.shown(word), "`"],
            (None, None) => match missing {
                Some((term, _)) => {
                    let word = quote(&term.word);
                    text!["nothing found for `", quote(typed), "`: `", word, "` stands nowhere"]
                }
                None => text!["nothing found for `", quote(typed), "`"],
            },
        }
    }

    fn shown(&self, word: WordId) -> DisplayText {
        clean(self.vocabulary.word(word), |_| {})
    }

    /// Puts the hits that are equally the best in order by how well the query stands in their titles.
    fn settle(texts: &dyn Texts, query: &Query, ranked: &mut [Ranked]) {
        let Some(best) = ranked.first().map(|ranked| ranked.score) else { return };
        let equal = ranked.iter().take_while(|ranked| ranked.score == best).count();
        let pattern: String = query.terms.iter().map(|term| term.word.as_str()).collect();
        if equal < 2 || pattern.chars().count() < SHORTEST_PATTERN {
            return;
        }
        let fit = |ranked: &Ranked| {
            let title = texts.title(ranked.record).map_or("", DisplayText::as_str);
            fuzzy::score(&fold::sentence(title), &pattern)
        };
        if let Some(equal) = ranked.get_mut(..equal.min(MOST_TIES)) {
            equal.sort_by_cached_key(|ranked| (Reverse(fit(ranked)), ranked.record));
        }
    }
}

fn has_phrase(text: &str, phrase: &Phrase) -> bool {
    let words = fold::words(text);
    words.windows(phrase.words.len()).any(|run| phrase.is(run))
}

/// The beginning of what was typed, safe to show.
pub(super) fn quote(typed: &str) -> DisplayText {
    let mut characters = typed.trim().chars();
    let short: String = characters.by_ref().take(LONGEST_QUOTE).collect();
    let shown = clean(&short, |_| {});
    if characters.next().is_some() { text![shown, "…"] } else { shown }
}
