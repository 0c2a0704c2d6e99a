//! Where all that was typed meets: one word of the query leads through its records, and of each the
//! columns of the others tell whether they stand there too. What is found is counted, the best of it
//! kept.

use super::bits::Bits;
use super::column::{self, Cell, Column};
use super::corpus::Texts;
use super::engine::Engine;
use super::exclude::Exclusions;
use super::fold;
use super::matches::{Match, Matches};
use super::occurrence::Occurrence;
use super::postings::RecordId;
use super::query::{Phrase, Query};
use super::rank;
use super::top::{Candidate, FieldPlaces, Top};
use std::borrow::Cow;

/// What a record must be beside having the words.
pub(super) struct Conditions<'a> {
    engine: &'a Engine,
    texts: &'a dyn Texts,
    query: &'a Query,
    without: Option<Exclusions<'a>>,
    /// Whether there are any.
    any: bool,
}

impl<'a> Conditions<'a> {
    /// Those of a query.
    pub(super) fn new(engine: &'a Engine, texts: &'a dyn Texts, query: &'a Query) -> Self {
        let without = Exclusions::new(engine, query);
        Self { engine, texts, query, without, any: !query.is_words() }
    }

    /// Whether a record is what the query asks for.
    #[inline]
    pub(super) fn hold(&self, record: RecordId) -> bool {
        !self.any || self.hold_beyond_words(record)
    }

    fn hold_beyond_words(&self, record: RecordId) -> bool {
        let Query { kinds, filters, phrases, .. } = self.query;
        let standing = self.engine.standings.get(record as usize);
        let is_of_kind = |kinds: &[_]| standing.is_some_and(|of| kinds.contains(&of.kind()));
        (kinds.is_empty() || is_of_kind(kinds))
            && self.without.as_ref().is_none_or(|without| {
                !without
                    .meet(record, |phrase| self.has_phrases(record, std::slice::from_ref(phrase)))
            })
            && filters.iter().all(|filter| self.texts.passes(record, filter))
            && (phrases.is_empty() || self.has_phrases(record, phrases))
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
pub(super) fn in_all<'a>(columns: &[(usize, &'a Column)]) -> Option<Cow<'a, Bits>> {
    let ((_, first), others) = columns.split_first()?;
    let mut records = Cow::Borrowed(first.records());
    for (_, column) in others {
        records.to_mut().intersect(column.records());
    }
    Some(records)
}

/// One word or date of a query leads, the others are asked.
pub(super) struct Meeting<'a> {
    /// What else must hold.
    pub(super) conditions: Conditions<'a>,
    /// The number of the one that leads, in the query.
    pub(super) leader: usize,
    /// The others with their numbers.
    pub(super) others: Vec<(usize, &'a Column)>,
    /// The records of all the others, if there are any: most records fail this look, and of bits there
    /// are few.
    pub(super) in_others: Option<Cow<'a, Bits>>,
    /// The records of the one that leads; in the end, those that have everything.
    pub(super) found: Bits,
    /// The best of them.
    pub(super) top: Top,
}

impl Meeting<'_> {
    /// Looks at the records of a word: first at those that have it in a name, title or id.
    pub(super) fn words(&mut self, matches: &Matches) {
        let vocabulary = &self.conditions.engine.vocabulary;
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
    pub(super) fn column(&mut self, column: &Column) {
        for (record, cell) in column.cells() {
            if self.is_in_others(record) {
                let is_new = self.found.insert(record);
                self.visit_with(record, cell, is_new, 0);
            }
        }
        self.finish();
    }

    /// Looks at every record: nothing but conditions was typed.
    pub(super) fn everything(&mut self) {
        let standings = &self.conditions.engine.standings;
        for (record, standing) in (0..).zip(standings) {
            self.found.insert(record);
            let (score, fields) = (standing.score(0), FieldPlaces::NONE);
            if self.top.may_keep(score, record) && self.conditions.hold(record) {
                self.top.offer(Candidate { score, base: score, record, fields }, true);
            }
        }
        self.finish();
    }

    /// Gives the memory to the next one.
    pub(super) fn into_spare(self) -> (Bits, Vec<Candidate>) {
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
        let worth = rank::best_in_text(found.worth.into()) + others * 1000;
        let bonus = rank::best_bonus_in_text(found.worth.into());
        self.top.may_keep(worth / (others + 1) + bonus + rank::BEST_PRIOR, 0)
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
        let bonus = rank::bonus_of(found, occurrence);
        let most = cell.worth() + bonus + rank::BEST_PRIOR;
        // Of several words the others are worth something too.
        if !self.others.is_empty() || self.top.may_keep(most, record) {
            self.visit_with(record, cell, is_new, bonus);
        }
    }

    /// Adds up what a record is worth that has all the others too; its names may add a bonus.
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
        let Some(standing) = self.conditions.engine.standings.get(record as usize) else { return };
        let columns = u32::try_from(self.others.len() + 1).unwrap_or(u32::MAX);
        let base = standing.score(worth / columns);
        let base = base.saturating_sub(rank::loss(standing.kind(), weightiest, lightest));
        let score = base + if rank::is_name(lightest) { bonus } else { 0 };
        if self.top.may_keep(score, record) && self.conditions.hold(record) {
            let fields = self.fields(record, own);
            self.top.offer(Candidate { score, base, record, fields }, is_new);
        }
    }

    /// Where the words stand in a record that has them all.
    fn fields(&self, record: RecordId, own: Cell) -> FieldPlaces {
        let others = self.others.iter().filter_map(|(at, of)| Some((*at, of.get(record)?)));
        let all = others.chain([(self.leader, own)]);
        all.fold(FieldPlaces::NONE, |fields, (at, cell)| fields.with(at, cell.place()))
    }
}

#[cfg(test)]
mod tests {
    use crate::library::{Kind, When};
    use crate::search::Field;
    use crate::search::corpus::{RecordText, Texts};
    use crate::search::engine::Engine;
    use crate::search::filter::Filter;
    use crate::search::searcher::Memory;
    use crate::text::{DisplayText, clean};

    /// A corpus of which nothing but the words is asked.
    struct Unread;

    impl Texts for Unread {
        fn title(&self, _: u32) -> Option<&DisplayText> {
            None
        }
        fn fields(&self, _: u32, _: Option<Field>) -> Vec<(Field, DisplayText)> {
            Vec::new()
        }
        fn when(&self, _: u32) -> Option<When> {
            None
        }
        fn reported(&self, _: u32) -> Option<When> {
            None
        }
        fn passes(&self, _: u32, filter: &Filter) -> bool {
            panic!("{filter:?}")
        }
    }

    /// Ten thousand records of every kind, with words in titles, ids, keywords and summaries by chance;
    /// "quiet" stands in titles of what counts little and in keywords of what counts much.
    fn engine() -> Engine {
        const WORDS: &[&str] = &[
            "border",
            "borders",
            "border-control",
            "control",
            "system",
            "systemic",
            "Bor",
            "shuts",
            "TIMS",
            "attack",
            "attacks",
            "gone",
            "other",
            "words",
            "here",
        ];
        let mut state = 7_u64;
        let mut draw = move |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            usize::try_from(state >> 33).unwrap() % below
        };
        let records = (0..10_000).map(move |number| {
            let mut text = |count: usize| {
                let words: Vec<&str> = (0..count).map(|_| WORDS[draw(WORDS.len())]).collect();
                clean(&words.join(" "), |_| {})
            };
            let mut fields = vec![
                (Field::Title, text(3)),
                (Field::Keyword, text(1)),
                (Field::Summary, text(8)),
                (Field::Id, text(1)),
            ];
            let kind = Kind::ALL[draw(Kind::ALL.len())];
            if matches!(kind, Kind::Gap | Kind::Question) {
                fields.push((Field::Title, clean("quiet", |_| {})));
            } else if kind == Kind::Event {
                fields.push((Field::Keyword, clean("quiet", |_| {})));
            }
            RecordText { kind, references: number % 40, fields, when: None, reported: None }
        });
        Engine::new(records)
    }

    const QUERIES: &[&str] = &[
        "b",
        "bo",
        "bor",
        "border",
        "borders",
        "bordercontrol",
        "sy",
        "syst",
        "system attack",
        "border con",
        "attack border system",
        "tims border",
        "he",
        "here",
        "gon attak",
        "borde systme",
        "'border",
        "quiet",
        "quie",
        "quiet bor",
        "border he",
        "border b",
    ];

    #[test]
    fn the_best_of_one_word_are_those_of_a_look_at_everything() {
        let engine = engine();
        for typed in QUERIES.iter().filter(|typed| !typed.contains(' ')) {
            let best = engine.search(&Unread, &mut Memory::default(), typed, 50);
            let all = engine.search(&Unread, &mut Memory::default(), typed, engine.len());
            assert_eq!(all.ranked.len(), all.total, "{typed}");
            assert_eq!(best.ranked, all.ranked[..best.ranked.len()], "{typed}");
            assert!(best.ranked.len() == 50 || best.ranked.len() == best.total, "{typed}");
        }
    }

    #[test]
    fn what_is_only_counted_is_counted_right() {
        let engine = engine();
        for typed in QUERIES {
            let mut memory = Memory::default();
            let answer = engine.search(&Unread, &mut memory, typed, 10);
            let columns = memory.columns(&engine);
            let columns =
                answer.terms.iter().map(|known| known.column(&engine.vocabulary, columns));
            let columns: Vec<_> = columns.enumerate().collect();
            let met = super::in_all(&columns).map_or(0, |met| met.count());
            assert_eq!(answer.total, met, "{typed}");
            assert!(met > 0, "{typed}");
            let records = engine.matching(&Unread, &mut memory, &answer);
            assert_eq!(records.len(), met, "{typed}");
        }
    }

    #[test]
    fn what_was_typed_before_changes_nothing() {
        let engine = engine();
        let mut memory = Memory::default();
        for typed in QUERIES.iter().chain(QUERIES.iter().rev()) {
            let answer = engine.search(&Unread, &mut memory, typed, 20);
            let anew = engine.search(&Unread, &mut Memory::default(), typed, 20);
            assert_eq!((answer.ranked, answer.total), (anew.ranked, anew.total), "{typed}");
        }
    }
}
