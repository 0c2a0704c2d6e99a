//! One search, from the typed text to ranked records.

use crate::search::explain::note;
use crate::search::explain::quote::quote;
use crate::search::fold;
use crate::search::index::bits::Bits;
use crate::search::index::corpus::Corpus;
use crate::search::index::record::RecordId;
use crate::search::index::texts::Texts;
use crate::search::index::titles;
use crate::search::query::dates::Dotted;
use crate::search::query::{Query, Term};
use crate::search::rank::answer::{Answer, Coverage};
use crate::search::rank::cards::Cards;
use crate::search::rank::conjunction::{self, Conditions, Conjunction};
use crate::search::rank::partial::{Best, Partial};
use crate::search::rank::ranked::{FieldPlaces, Ranked};
use crate::search::rank::scored::ScoredTerm;
use crate::search::rank::scoring;
use crate::search::rank::top::{MOST_TIES, Top};
use crate::search::rank::weighed::Weighed;
use crate::search::run::cache::Cache;
use crate::search::run::little;
use crate::search::run::wording::{Worded, Wording};
use crate::search::terms::fuzzy;
use crate::search::terms::runs;
use crate::search::terms::tiers::Likeness;
use crate::text;
use crate::text::DisplayText;
use std::cmp::Reverse;
use std::sync::Arc;

/// Fewer letters stand equally well in every title.
const SHORTEST_PATTERN: usize = 3;

/// What one attempt came to.
#[derive(Default)]
struct Pass {
    /// The words as they were looked for.
    words: Vec<Term>,
    terms: Vec<Arc<ScoredTerm>>,
    dates: Vec<Arc<ScoredTerm>>,
    ranked: Vec<Ranked>,
    total: usize,
    coverage: Coverage,
    /// Whether the best record has all that was typed.
    is_whole: bool,
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

/// A corpus and its texts, to be searched.
#[derive(Clone, Copy)]
pub(in crate::search) struct Engine<'a> {
    /// What is known of it.
    pub(in crate::search) corpus: &'a Corpus,
    /// The texts themselves.
    pub(in crate::search) texts: &'a dyn Texts,
    /// The records that are looked through, in order; none is all.
    pub(in crate::search) among: Option<&'a [RecordId]>,
}

impl<'e> Engine<'e> {
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
        let apart = Query { together: Vec::new(), ..query.clone() };
        let (is_name, is_number) = query.is_together();
        let found = self.ranked(cache, (typed, query), limit);
        if !found.ranked.is_empty() || !is_name || is_number {
            return found;
        }
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
        query.among = self.among.map(<[RecordId]>::to_vec);
        let wording = Wording::new(self.corpus, &query);
        let conditions = Conditions::new(self.corpus, self.texts, &query);
        let Pass { words, terms, dates, mut ranked, mut total, coverage, is_whole } =
            self.attempt(cache, &conditions, &wording, limit);
        let little = little::says_nothing(self.corpus, &query, &wording);
        let met = !ranked.is_empty() && is_whole && !little;
        let known = (terms.as_slice(), dates.as_slice());
        let asked = self.lift_questions(cache, &conditions, &wording, known, met, &mut ranked);
        total = total.max(ranked.len());
        self.settle(&query, &mut ranked);
        query.terms = words;
        let note = if met {
            note::likeness(self.corpus, self.texts, (&query.terms, &terms), &ranked)
        } else if little && !ranked.is_empty() {
            Some(note::fillers(self.texts, typed, &ranked))
        } else {
            Some(note::nothing((self.corpus, self.texts), (&query, typed), &terms, &ranked))
        };
        let literal = met && note.is_none();
        let note = note.or_else(|| query.unfinished.map(DisplayText::literal));
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

    /// The records that have what was typed, as it was typed if any have it so. Of a question the words
    /// are seldom those of an answer, so the best are those that have most of it.
    fn attempt(
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
        let for_a_record = titles::asks_for_a_record(&query.words);
        let has_words = !first.terms.is_empty() && (words > 1 || !for_a_record);
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
        query.words.len() > 1
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
        let Query { wanted, words: typed, .. } = conditions.query;
        let for_a_record = titles::asks_for_a_record(typed);
        let best = Partial { weighed: &weighed, wanted: *wanted, for_a_record }.best(
            self.corpus,
            conditions,
            limit,
        );
        let Best { ranked, total, is_whole } = best;
        Pass { words, terms, dates, ranked, total, coverage: Coverage::Partial, is_whole }
    }

    /// Every record of an answer, in order.
    pub(in crate::search) fn matching(self, cache: &mut Cache, answer: &Answer) -> Vec<RecordId> {
        let Answer { query, terms, dates, .. } = answer;
        let conditions = Conditions::new(self.corpus, self.texts, query);
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
        let (ranked, total) = self.best(cache, conditions, (&terms, &dates), limit);
        Pass { words, terms, dates, ranked, total, coverage: Coverage::Whole, is_whole: true }
    }

    /// The best of all records that have the whole query, and how many have it.
    fn best(
        self,
        cache: &mut Cache,
        conditions: &Conditions<'_>,
        (terms, dates): (&[Arc<ScoredTerm>], &[Arc<ScoredTerm>]),
        limit: usize,
    ) -> (Vec<Ranked>, usize) {
        if terms.iter().any(|known| known.matches.is_empty()) {
            return (Vec::new(), 0);
        }
        // More than all there are is asked for by who wants them all.
        let limit = limit.max(MOST_TIES).min(self.corpus.len());
        let mut met = self.meet(cache, conditions, (terms, dates), limit);
        self.add_whole(conditions, &mut met.found);
        let total = met.found.count();
        let ranked = met.top.sorted().to_vec();
        cache.spare = met.into_spare();
        (ranked, total)
    }

    /// Adds records whose whole title the query is, also where it was read as something else: `October
    /// 2022` in a title is no day of the record.
    fn add_whole(self, conditions: &Conditions<'_>, found: &mut Bits) {
        for record in self.corpus.titles.whole(&conditions.query.said) {
            if conditions.hold_but_dates(record) {
                found.insert(record);
            }
        }
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
        if self.corpus.questions.is_empty() || query.only_fillers {
            return records;
        }
        let likeness = if query.wanted.is_some() { Likeness::Always } else { Likeness::WhereFew };
        let words = if query.wanted.is_some() { &wording.notions } else { &wording.terms };
        let worded = cache.terms(self.corpus, words, likeness);
        let light = cache.terms(self.corpus, &wording.light, Likeness::WhereFew);
        let columns = cache.columns(self.corpus);
        let weighed =
            Weighed::new(self.corpus, columns, (&worded, dates), &light, query.wanted.is_some());
        let for_a_record = titles::asks_for_a_record(&query.words);
        let named = ranked.first().filter(|best| scoring::are_names(best.fields.set()));
        let named = named.filter(|_| met).map(|best| best.score);
        let cards = Cards { weighed: &weighed, wanted: query.wanted, for_a_record, named };
        let asked = cards.asked(self.corpus, conditions);
        records.extend(asked.iter().map(|(record, _)| *record));
        self.lift(cache, (terms, dates), asked, ranked);
        records
    }

    /// Puts records that the query names by their titles where they belong.
    fn lift(
        self,
        cache: &mut Cache,
        (terms, dates): (&[Arc<ScoredTerm>], &[Arc<ScoredTerm>]),
        named: Vec<(RecordId, u32)>,
        ranked: &mut Vec<Ranked>,
    ) {
        let columns = cache.columns(self.corpus);
        for (record, score) in named {
            if let Some(known) = ranked.iter_mut().find(|ranked| ranked.record == record) {
                known.score = known.score.max(score);
                continue;
            }
            let known = terms.iter().chain(dates).enumerate();
            let fields = known.fold(FieldPlaces::NONE, |fields, (at, known)| {
                let cell = known.column(&self.corpus.vocabulary, columns).get(record);
                cell.map_or(fields, |cell| fields.with(at, cell.place()))
            });
            ranked.push(Ranked { record, score, fields });
        }
        ranked.sort_unstable_by_key(Ranked::order);
    }

    /// Finds the records that have the whole query and keeps so many of the best.
    fn meet<'a>(
        self,
        cache: &mut Cache,
        conditions: &'a Conditions<'a>,
        (terms, dates): (&'a [Arc<ScoredTerm>], &'a [Arc<ScoredTerm>]),
        kept: usize,
    ) -> Conjunction<'a>
    where
        'e: 'a,
    {
        let known = || terms.iter().chain(dates);
        // The last word is the one that is being typed: it is new at each key, and who leads needs no
        // column.
        let leader = terms.len().saturating_sub(1);
        let columns = cache.columns(self.corpus);
        let others = known().enumerate().filter(|(at, _)| *at != leader);
        let others = others.map(|(at, known)| (at, known.column(&self.corpus.vocabulary, columns)));
        let others: Vec<_> = others.collect();
        let (mut found, candidates) = std::mem::take(&mut cache.spare);
        found.clear(self.corpus.len());
        let mut meeting = Conjunction {
            conditions,
            leader,
            in_others: conjunction::in_all(&others),
            others,
            terms: terms.iter().map(|known| &known.matches).collect(),
            name: Vec::new(),
            found,
            top: Top::new(kept, candidates),
        };
        match (terms.get(leader), dates.first()) {
            (Some(known), _) => meeting.words(&known.matches),
            (None, Some(known)) => {
                meeting.column(known.column(&self.corpus.vocabulary, cache.columns(self.corpus)));
            }
            (None, None) => meeting.everything(),
        }
        meeting
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
