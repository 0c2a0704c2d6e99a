//! One search, from the typed text to ranked records.

use super::bits::Bits;
use super::collect::Collector;
use super::corpus::{RecordText, Texts, is_named};
use super::days::Days;
use super::explain;
use super::fold;
use super::fuzzy;
use super::known::Known;
use super::meet::{self, Conditions, Meeting};
use super::partial::Partial;
use super::postings::RecordId;
use super::query::{Query, Term};
use super::rank::{self, Ranked, Standing};
use super::runs;
use super::scope::Coverage;
use super::searcher::Memory;
use super::tiers::Likeness;
use super::titles::Titles;
use super::top::{FieldPlaces, Top};
use super::vocabulary::{Vocabulary, WordId};
use crate::text;
use crate::text::{DisplayText, clean};
use std::cmp::Reverse;
use std::sync::Arc;

/// Equal hits that are put in order by how well their titles fit.
pub(super) const MOST_TIES: usize = 4;
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
    /// Whole titles of questions and briefs.
    titles: Titles,
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

/// What one attempt came to.
#[derive(Default)]
struct Pass {
    terms: Vec<Arc<Known>>,
    dates: Vec<Arc<Known>>,
    ranked: Vec<Ranked>,
    total: usize,
}

impl Pass {
    /// What the best record is worth.
    fn best(&self) -> u32 {
        self.ranked.first().map_or(0, |best| best.score)
    }

    /// Whether the best record has everything in what it is called.
    fn is_in_names(&self) -> bool {
        self.ranked.first().is_some_and(|best| rank::are_names(best.fields.set()))
    }
}

impl Engine {
    /// Reads a corpus.
    pub(super) fn new(records: impl Iterator<Item = RecordText>) -> Self {
        let mut collector = Collector::default();
        let mut engine = Self::default();
        for (id, record) in (0..).zip(records) {
            collector.record(id, &record);
            engine.standings.push(Standing::new(record.kind, record.references));
            record.called.iter().for_each(|title| {
                engine.titles.push(id, record.kind, title.as_str());
            });
            if let Some(when) = &record.when {
                engine.days.push(id, when, false);
            }
            if let Some(reported) = &record.reported {
                engine.days.push(id, reported, true);
            }
        }
        engine.days.finish();
        engine.titles.finish();
        engine.standings.shrink_to_fit();
        engine.vocabulary = collector.finish();
        engine
    }

    /// Whether the title of a record is a name.
    pub(super) fn is_named(&self, record: RecordId) -> bool {
        self.standings.get(record as usize).is_some_and(|standing| is_named(standing.kind()))
    }

    /// How many records there are.
    pub(super) fn len(&self) -> usize {
        self.standings.len()
    }

    /// Bytes in memory.
    pub(super) fn memory(&self) -> usize {
        let standings = self.standings.capacity() * size_of::<Standing>();
        self.vocabulary.memory() + self.days.memory() + self.titles.memory() + standings
    }

    /// Searches.
    pub(super) fn search(
        &self,
        texts: &dyn Texts,
        memory: &mut Memory,
        typed: &str,
        limit: usize,
    ) -> Answer {
        let mut query = Query::new(typed);
        if let Some(usage) = query.complaint {
            return Answer { query, note: Some(DisplayText::literal(usage)), ..Answer::default() };
        }
        if query.is_empty() {
            let note = text!["there is no word in `", quote(typed), "`"];
            return Answer { query, note: Some(note), ..Answer::default() };
        }
        runs::cut(&self.vocabulary, &mut query);
        let apart = Query { together: Vec::new(), ..query.clone() };
        let (is_name, is_number) = query.is_together();
        let found = self.answer(texts, memory, (typed, query), limit);
        if !found.ranked.is_empty() || !is_name || is_number {
            return found;
        }
        // Parts of a name that stand side by side nowhere are words like others.
        let mut found = self.answer(texts, memory, (typed, apart), limit);
        if let (Some(first), None) = (found.ranked.first(), &found.note) {
            let title = texts.title(first.record).cloned().unwrap_or_default();
            found.note = Some(text!["nothing has this side by side; nearest: ", title]);
            found.literal = false;
        }
        found
    }

    fn answer(
        &self,
        texts: &dyn Texts,
        memory: &mut Memory,
        (typed, query): (&str, Query),
        limit: usize,
    ) -> Answer {
        let conditions = Conditions::new(self, texts, &query);
        let mut pass = self.pass(memory, &conditions, Likeness::WhereFew, limit);
        let is_new = |known: &Arc<Known>| !known.matches.with_unlike;
        let words = pass.terms.len() + pass.dates.len();
        let may_be_better = pass.ranked.is_empty() || pass.terms.len() > 1 && !pass.is_in_names();
        if words > 1 && may_be_better && pass.terms.iter().any(is_new) {
            let second = self.pass(memory, &conditions, Likeness::Always, limit);
            // Both parts of a name may be written so in other names, and a text may name these.
            let is_better = second.is_in_names() && second.best() > pass.best();
            if pass.ranked.is_empty() && !second.ranked.is_empty() || is_better {
                pass = second;
            }
        }
        let Pass { terms, dates, mut ranked, mut total } = pass;
        Self::settle(texts, &query, &mut ranked);
        let mut note = explain::likeness(self, texts, (&query.terms, &terms), &ranked);
        let literal = note.is_none() && !ranked.is_empty();
        let mut coverage = Coverage::Whole;
        if ranked.is_empty() {
            let is_loose = query.phrases.is_empty() && query.together.is_empty();
            if terms.len() + dates.len() > 1 && is_loose {
                let partial = Partial::new(self, memory, &terms, &dates);
                (ranked, total) = partial.best(self, &conditions, limit);
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
        let conditions = Conditions::new(self, texts, query);
        match answer.coverage {
            _ if answer.total == 0 => Vec::new(),
            Coverage::Whole => {
                let mut met = self.meet(memory, &conditions, (terms, dates), 1);
                self.add_whole(&conditions, &mut met.found);
                let records = met.found.records().collect();
                memory.spare = met.into_spare();
                records
            }
            Coverage::Partial => {
                let partial = Partial::new(self, memory, terms, dates);
                partial.records(self, &conditions)
            }
        }
    }

    /// One attempt at the whole query.
    fn pass(
        &self,
        memory: &mut Memory,
        conditions: &Conditions<'_>,
        likeness: Likeness,
        limit: usize,
    ) -> Pass {
        let query = conditions.query;
        let terms = memory.terms(self, &query.terms, likeness);
        let dates: Vec<_> = query.dates.iter().map(|date| memory.date(self, date)).collect();
        let (ranked, total) = self.best(memory, conditions, (&terms, &dates), limit);
        Pass { terms, dates, ranked, total }
    }

    /// The best of all records that have the whole query, and how many have it.
    fn best(
        &self,
        memory: &mut Memory,
        conditions: &Conditions<'_>,
        (terms, dates): (&[Arc<Known>], &[Arc<Known>]),
        limit: usize,
    ) -> (Vec<Ranked>, usize) {
        if terms.iter().any(|known| known.matches.is_empty()) {
            return (Vec::new(), 0);
        }
        // More than all there are is asked for by who wants them all.
        let limit = limit.max(MOST_TIES).min(self.len());
        let mut met = self.meet(memory, conditions, (terms, dates), limit);
        self.add_whole(conditions, &mut met.found);
        let total = met.found.count();
        let mut ranked = met.top.sorted().to_vec();
        let mut named = self.titles.named(&conditions.query.said);
        named.retain(|(record, _)| met.found.contains(*record));
        memory.spare = met.into_spare();
        if !named.is_empty() {
            self.lift(memory, (terms, dates), named, &mut ranked);
            ranked.truncate(limit);
        }
        (ranked, total)
    }

    /// Adds records whose whole title the query is, also where it was read as something else: `October
    /// 2022` in a title is no day of the record.
    fn add_whole(&self, conditions: &Conditions<'_>, found: &mut Bits) {
        for record in self.titles.whole(&conditions.query.said) {
            if conditions.hold(record) {
                found.insert(record);
            }
        }
    }

    /// Puts records that the query names by their titles where they belong.
    fn lift(
        &self,
        memory: &mut Memory,
        (terms, dates): (&[Arc<Known>], &[Arc<Known>]),
        named: Vec<(RecordId, u32)>,
        ranked: &mut Vec<Ranked>,
    ) {
        let columns = memory.columns(self);
        for (record, score) in named {
            if let Some(known) = ranked.iter_mut().find(|ranked| ranked.record == record) {
                known.score = known.score.max(score);
                continue;
            }
            let known = terms.iter().chain(dates).enumerate();
            let fields = known.fold(FieldPlaces::NONE, |fields, (at, known)| {
                let cell = known.column(&self.vocabulary, columns).get(record);
                cell.map_or(fields, |cell| fields.with(at, cell.place()))
            });
            ranked.push(Ranked { record, score, fields });
        }
        ranked.sort_unstable_by_key(Ranked::order);
    }

    /// Finds the records that have the whole query and keeps so many of the best.
    fn meet<'a>(
        &'a self,
        memory: &mut Memory,
        conditions: &'a Conditions<'a>,
        (terms, dates): (&'a [Arc<Known>], &'a [Arc<Known>]),
        kept: usize,
    ) -> Meeting<'a> {
        let known = || terms.iter().chain(dates);
        // The last word is the one that is being typed: it is new at each key, and who leads needs no
        // column.
        let leader = terms.len().saturating_sub(1);
        let columns = memory.columns(self);
        let others = known().enumerate().filter(|(at, _)| *at != leader);
        let others = others.map(|(at, known)| (at, known.column(&self.vocabulary, columns)));
        let others: Vec<_> = others.collect();
        let (mut found, candidates) = std::mem::take(&mut memory.spare);
        found.clear(self.len());
        let mut meeting = Meeting {
            conditions,
            leader,
            in_others: meet::in_all(&others),
            others,
            terms: terms.iter().map(|known| &known.matches).collect(),
            name: Vec::new(),
            found,
            top: Top::new(kept, candidates),
        };
        match (terms.get(leader), dates.first()) {
            (Some(known), _) => meeting.words(&known.matches),
            (None, Some(known)) => {
                meeting.column(known.column(&self.vocabulary, memory.columns(self)));
            }
            (None, None) => meeting.everything(),
        }
        meeting
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
        let missing = missing.map(|(term, _)| text!["`", quote(&term.word), "` stands nowhere"]);
        let title = |first: &Ranked| texts.title(first.record).cloned().unwrap_or_default();
        match (ranked.first().map(title), nearest, missing) {
            (Some(title), _, Some(missing)) => text![missing, "; nearest: ", title],
            (Some(title), _, None) => {
                text!["nothing has all of these words; nearest: ", title]
            }
            (None, Some(word), _) => text!["nothing close; nearest: `", self.shown(word), "`"],
            (None, None, Some(missing)) => {
                text!["nothing found for `", quote(typed), "`: ", missing]
            }
            (None, None, None) => text!["nothing found for `", quote(typed), "`"],
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

/// The beginning of what was typed, safe to show.
pub(super) fn quote(typed: &str) -> DisplayText {
    let mut characters = typed.trim().chars();
    let short: String = characters.by_ref().take(LONGEST_QUOTE).collect();
    let shown = clean(&short, |_| {});
    if characters.next().is_some() { text![shown, "…"] } else { shown }
}
