//! Where all that was typed meets: one word of the query leads through its records, and of each the
//! columns of the others tell whether they stand there too. What is found is counted, the best of it
//! kept.

use crate::library::Kind;
use crate::search::fold::{self, FoldedText};
use crate::search::index::bits::Bits;
use crate::search::index::corpus::Corpus;
use crate::search::index::field;
use crate::search::index::name_fit;
use crate::search::index::occurrence::Occurrence;
use crate::search::index::record::RecordId;
use crate::search::index::static_score;
use crate::search::index::texts::Texts;
use crate::search::index::vocabulary::WordId;
use crate::search::query::figure::Figure;
use crate::search::query::{Phrase, Query};
use crate::search::rank::column::{self, Cell, Column};
use crate::search::rank::exclusions::Exclusions;
use crate::search::rank::ranked::{FieldPlaces, Ranked};
use crate::search::rank::scoring;
use crate::search::rank::top::Top;
use crate::search::terms::matches::{Match, TermMatches};
use std::borrow::Cow;

/// What a record must be beside having the words.
pub(in crate::search) struct Conditions<'a> {
    corpus: &'a Corpus,
    texts: &'a dyn Texts,
    /// The query.
    pub(in crate::search) query: &'a Query,
    /// The records that are looked through, in order; none is all.
    among: Option<&'a [RecordId]>,
    /// What must not stand there.
    without: Option<Exclusions<'a>>,
    /// Whether there are any.
    any: bool,
}

impl<'a> Conditions<'a> {
    /// Those of a query.
    pub(in crate::search) fn new(
        corpus: &'a Corpus,
        texts: &'a dyn Texts,
        query: &'a Query,
        among: Option<&'a [RecordId]>,
    ) -> Self {
        let without = Exclusions::new(corpus, query);
        let any = among.is_some() || query.has_conditions();
        Self { corpus, texts, query, among, without, any }
    }

    /// Whether a record is what the query asks for.
    #[inline]
    pub(in crate::search) fn hold(&self, record: RecordId) -> bool {
        !self.any || (self.hold_in_time(record) && self.hold_beyond_words(record))
    }

    /// Whether it is that but for dates, which may be words of a title: `… before 2022?`.
    pub(in crate::search) fn hold_but_dates(&self, record: RecordId) -> bool {
        !self.any || self.hold_beyond_words(record)
    }

    fn hold_in_time(&self, record: RecordId) -> bool {
        self.query.open_dates.iter().all(|filter| self.texts.passes(record, filter))
    }

    fn hold_beyond_words(&self, record: RecordId) -> bool {
        let Query { kinds, filters, phrases, together, figures, .. } = self.query;
        let score = self.corpus.scores.get(record as usize);
        let is_of_kind = |kinds: &[_]| score.is_some_and(|of| kinds.contains(&of.kind()));
        (kinds.is_empty() || is_of_kind(kinds))
            && self.among.is_none_or(|among| among.binary_search(&record).is_ok())
            && self.without.as_ref().is_none_or(|without| {
                !without
                    .meet(record, |phrase| self.has_phrases(record, std::slice::from_ref(phrase)))
            })
            && filters.iter().all(|filter| self.texts.passes(record, filter))
            && (phrases.is_empty() || self.has_phrases(record, phrases))
            && (together.is_empty() || self.has_together(record))
            && (figures.is_empty() || self.has_figures(record, figures))
    }

    fn has_together(&self, record: RecordId) -> bool {
        let mut missing: Vec<_> = self.query.together.iter().collect();
        let mut folded = FoldedText::default();
        for (_, text) in self.texts.fields(record, None) {
            folded.read(text.as_str());
            missing.retain(|together| together.find(&folded).is_none());
            if missing.is_empty() {
                break;
            }
        }
        missing.is_empty()
    }

    fn has_figures(&self, record: RecordId, figures: &[Figure]) -> bool {
        let fields = self.texts.fields(record, None);
        let has = |figure: &Figure| fields.iter().any(|(_, text)| figure.stands_in(text.as_str()));
        figures.iter().all(has)
    }

    fn has_phrases(&self, record: RecordId, phrases: &[Phrase]) -> bool {
        let fields = self.texts.fields(record, None);
        let has = |phrase: &Phrase| {
            fields.iter().any(|(_, text)| {
                let words = fold::words(text.as_str());
                words.windows(phrase.words.len()).any(|run| phrase.is(run))
            })
        };
        phrases.iter().all(has)
    }
}

/// The records in which all of the columns stand.
pub(in crate::search) fn in_all<'a>(columns: &[(usize, &'a Column)]) -> Option<Cow<'a, Bits>> {
    let ((_, first), others) = columns.split_first()?;
    let mut records = Cow::Borrowed(first.records());
    for (_, column) in others {
        records.to_mut().intersect(column.records());
    }
    Some(records)
}

/// One word or date of a query leads, the others are asked.
pub(in crate::search) struct Conjunction<'a> {
    /// What else must hold.
    pub(in crate::search) conditions: &'a Conditions<'a>,
    /// The number of the one that leads, in the query.
    pub(in crate::search) leader: usize,
    /// The others with their numbers.
    pub(in crate::search) others: Vec<(usize, &'a Column)>,
    /// What the words of the query may mean, to be looked for together in names.
    pub(in crate::search) terms: Vec<&'a TermMatches>,
    /// Room for the words of a name.
    pub(in crate::search) name: Vec<WordId>,
    /// The records of all the others, if there are any: most records fail this look, and of bits there
    /// are few.
    pub(in crate::search) in_others: Option<Cow<'a, Bits>>,
    /// The records of the one that leads; in the end, those that have everything.
    pub(in crate::search) found: Bits,
    /// The best of them.
    pub(in crate::search) top: Top,
}

impl Conjunction<'_> {
    /// Looks at the records of a word: first at those that have it in a name, title or id.
    pub(in crate::search) fn words(&mut self, matches: &TermMatches) {
        let vocabulary = &self.conditions.corpus.vocabulary;
        for &(word, found) in matches.words() {
            for (record, occurrence) in vocabulary.strong(word) {
                self.visit(record, found, occurrence);
            }
        }
        column::pairs(vocabulary, matches, |record, found, occurrence| {
            self.visit(record, found, occurrence);
        });
        let in_text = matches.words().iter().filter(|(_, found)| matches.with_weak(*found));
        // Where enough have it in their names, none that has it in running text alone is among the
        // best; those, by far the most, are only counted.
        let best = in_text.clone().map(|(_, found)| *found).max_by_key(|found| found.worth);
        if best.is_some_and(|found| self.may_keep_text(found)) {
            for &(word, found) in in_text {
                for (record, occurrence) in vocabulary.weak(word) {
                    self.visit(record, found, occurrence);
                }
            }
        } else if let Some(known) =
            matches.range.clone().and_then(|range| vocabulary.in_text(range))
        {
            self.found.unite(known);
        } else {
            for &(word, _) in in_text {
                match vocabulary.in_text(word..word + 1) {
                    Some(known) => self.found.unite(known),
                    None => vocabulary.weak(word).for_each(|(record, _)| {
                        self.found.insert(record);
                    }),
                }
            }
        }
        self.finish();
    }

    /// Looks at every record of a date.
    pub(in crate::search) fn column(&mut self, column: &Column) {
        for (record, cell) in column.cells() {
            if self.is_in_others(record) {
                let is_new = self.found.insert(record);
                self.visit_with(record, cell, is_new, 0);
            }
        }
        self.finish();
    }

    /// Looks at every record: nothing but conditions was typed.
    pub(in crate::search) fn everything(&mut self) {
        let scores = &self.conditions.corpus.scores;
        for (record, score) in (0..).zip(scores) {
            self.found.insert(record);
            let (score, fields) = (score.score(0), FieldPlaces::NONE);
            if self.top.may_keep(score, record) && self.conditions.hold(record) {
                self.top.offer(Ranked { record, score, fields }, true);
            }
        }
        self.finish();
    }

    /// Gives the memory to the next one.
    pub(in crate::search) fn into_spare(self) -> (Bits, Vec<Ranked>) {
        (self.found, self.top.into_memory())
    }

    /// Leaves those that have the others too and are what was asked for.
    fn finish(&mut self) {
        let Self { conditions, in_others, found, .. } = self;
        if let Some(others) = in_others {
            found.intersect(others);
        }
        if conditions.any {
            found.retain(|record| conditions.hold(record));
        }
    }

    /// Whether one of the best may have a word in running text alone.
    fn may_keep_text(&self, found: Match) -> bool {
        let others = u32::try_from(self.others.len()).unwrap_or(u32::MAX);
        let worth = field::best_in_text(found.worth.into()) + others * 1000;
        let most = worth / (others + 1) + name_fit::best_of_keywords() + static_score::BEST_PRIOR;
        self.top.may_keep(most, 0)
    }

    #[inline]
    fn is_in_others(&self, record: RecordId) -> bool {
        self.in_others.as_ref().is_none_or(|others| others.contains(record))
    }

    #[inline]
    fn visit(&mut self, record: RecordId, found: Match, occurrence: Occurrence) {
        if !self.is_in_others(record) {
            return;
        }
        let is_new = self.found.insert(record);
        let cell = column::cell(found, occurrence);
        let bonus = scoring::bonus_of(found, occurrence);
        let most = cell.worth() + bonus + static_score::BEST_PRIOR;
        // Of several words the others are worth something too.
        if !self.others.is_empty() || self.top.may_keep(most, record) {
            self.visit_with(record, cell, is_new, bonus);
        }
    }

    /// Adds up what a record is worth that has all the others too; what names add to the one that leads
    /// counts where it is alone.
    #[inline]
    fn visit_with(&mut self, record: RecordId, own: Cell, is_new: bool, bonus: u32) {
        let mut worth = own.worth();
        let (mut weightiest, mut lightest) = (own.place(), own.place());
        for (_, column) in &self.others {
            let Some(cell) = column.get(record) else { return };
            worth += cell.worth();
            weightiest = weightiest.min(cell.place());
            lightest = lightest.max(cell.place());
        }
        let Some(score) = self.conditions.corpus.scores.get(record as usize) else { return };
        let kind = score.kind();
        let columns = u32::try_from(self.others.len() + 1).unwrap_or(u32::MAX);
        let base = score.score(worth / columns);
        let base = base.saturating_sub(scoring::loss(kind, weightiest, lightest));
        // A word that stands in no name leaves no name that is the query.
        let bonus = match (scoring::is_name(lightest), self.others.is_empty()) {
            (false, _) => 0,
            (true, true) => bonus,
            (true, false) if !self.top.may_keep(base + name_fit::best_of_names(kind), record) => {
                return;
            }
            (true, false) => self.of_names(record, own, kind),
        };
        if self.top.may_keep(base + bonus, record) && self.conditions.hold(record) {
            let (score, fields) = (base + bonus, self.fields(record, own));
            self.top.offer(Ranked { record, score, fields }, is_new);
        }
    }

    /// What a name adds in which all the words stand.
    fn of_names(&mut self, record: RecordId, own: Cell, kind: Kind) -> u32 {
        let places = self.fields(record, own).set();
        let mut names = self.conditions.corpus.vocabulary.names(record, &mut self.name);
        scoring::of_names(&mut names, kind, places, &self.terms)
    }

    /// Where the words stand in a record that has them all.
    fn fields(&self, record: RecordId, own: Cell) -> FieldPlaces {
        let others = self.others.iter().filter_map(|(at, of)| Some((*at, of.get(record)?)));
        let all = others.chain([(self.leader, own)]);
        all.fold(FieldPlaces::NONE, |fields, (at, cell)| fields.with(at, cell.place()))
    }
}
