//! What a search is made of: the records that have what was typed, and those that are lifted among them.

use crate::search::index::bits::Bits;
use crate::search::index::corpus::Corpus;
use crate::search::index::record::RecordId;
use crate::search::index::texts::Texts;
use crate::search::rank::conjunction::{self, Conditions, Conjunction};
use crate::search::rank::ranked::{FieldPlaces, Ranked};
use crate::search::rank::scored::ScoredTerm;
use crate::search::rank::top::{MOST_TIES, Top};
use crate::search::run::cache::Cache;
use std::sync::Arc;

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
    /// The best of all records that have the whole query, and how many have it.
    pub(in crate::search) fn best(
        self,
        cache: &mut Cache,
        conditions: &Conditions<'_>,
        (terms, dates): (&[Arc<ScoredTerm>], &[Arc<ScoredTerm>]),
        limit: usize,
    ) -> (Vec<Ranked>, Bits) {
        if terms.iter().any(|known| known.matches.is_empty()) {
            return (Vec::new(), Bits::default());
        }
        // More than all there are is asked for by who wants them all.
        let limit = limit.max(MOST_TIES).min(self.corpus.len());
        let mut met = self.meet(cache, conditions, (terms, dates), limit);
        self.add_whole(conditions, &mut met.found);
        let found = met.found.clone();
        let ranked = met.top.sorted().to_vec();
        cache.spare = met.into_spare();
        (ranked, found)
    }

    /// Adds records whose whole title the query is, also where it was read as something else: `October
    /// 2022` in a title is no day of the record.
    pub(in crate::search) fn add_whole(self, conditions: &Conditions<'_>, found: &mut Bits) {
        for record in self.corpus.titles.whole(&conditions.query.said) {
            if conditions.hold_but_dates(record) {
                found.insert(record);
            }
        }
    }

    /// Puts records that the query names by their titles where they belong.
    pub(in crate::search) fn lift(
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
    pub(in crate::search) fn meet<'a>(
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
}
