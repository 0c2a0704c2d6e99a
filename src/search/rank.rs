//! What a record is worth: what every word is worth is added up, and a name that is the query stands
//! before records that mention it.

use super::Field;
use super::corpus::is_named;
use super::matches::{Match, Matches, Tier};
use super::occurrence::Occurrence;
use super::postings::RecordId;
use super::top::{Candidate, FieldPlaces};
use super::vocabulary::{Names, Vocabulary};
use crate::library::Kind;
use std::cmp::Reverse;

/// Records whose names are looked at closely.
pub(super) const MOST_CANDIDATES: usize = 256;
/// What an actor loses when one word stands in its names and another does not.
const MORE_THAN_NAMED: u32 = 20;
/// No standing is worth more.
pub(super) const BEST_PRIOR: u32 = 30 + 220 + 30;

/// A record that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ranked {
    /// The record.
    pub(super) record: RecordId,
    /// Higher is better.
    pub(super) score: u32,
    /// Where the words and dates of the query stand.
    pub(super) fields: FieldPlaces,
}

/// What a word is worth in a field, in per cent, weightiest first.
pub(super) const WEIGHTS: [(Field, u32); 13] = [
    (Field::Title, 100),
    (Field::Alias, 97),
    (Field::Native, 97),
    (Field::Acronym, 97),
    (Field::Role, 97),
    (Field::Publisher, 90),
    (Field::Id, 88),
    (Field::Keyword, 62),
    (Field::Date, 60),
    (Field::Tag, 56),
    (Field::Summary, 50),
    (Field::Claim, 44),
    (Field::Linked, 40),
];

/// Whether a field tells what a record is called.
pub(super) const fn is_strong(field: Field) -> bool {
    place(field) <= place(Field::Id)
}

/// The place of a field in the order of the weights.
pub(super) const fn place(field: Field) -> u8 {
    match field {
        Field::Title => 0,
        Field::Alias => 1,
        Field::Native => 2,
        Field::Acronym => 3,
        Field::Role => 4,
        Field::Publisher => 5,
        Field::Id => 6,
        Field::Keyword => 7,
        Field::Date => 8,
        Field::Tag => 9,
        Field::Summary => 10,
        Field::Claim => 11,
        Field::Linked => 12,
    }
}

/// The field at a place in the order of the weights.
pub(super) fn field_at(at: u8) -> Field {
    WEIGHTS.get(usize::from(at)).map_or(Field::Linked, |(field, _)| *field)
}

/// What a word is worth in the field at a place, in per cent.
#[inline]
pub(super) fn weight(place: u8) -> u32 {
    WEIGHTS.get(usize::from(place)).map_or(0, |(_, weight)| *weight)
}

/// The most that a word of this worth is worth in running text.
pub(super) fn best_in_text(worth: u32) -> u32 {
    let weak = WEIGHTS.iter().filter(|(field, _)| !is_strong(*field)).map(|(_, weight)| *weight);
    worth * weak.max().unwrap_or_default() / 100
}

/// What the rank of a record needs of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    /// What it is.
    pub(super) kind: Kind,
    prior: u8,
}

impl Standing {
    /// What a record is worth before anything is typed: people look for actors and events, and for
    /// those to which much refers.
    pub(super) fn new(kind: Kind, references: usize) -> Self {
        let worth: u8 = match kind {
            Kind::Actor | Kind::Event => 220,
            Kind::Place => 160,
            Kind::Source => 50,
            Kind::Brief => 70,
            Kind::Claim => 30,
            Kind::Question => 20,
            Kind::Judgement => 10,
            Kind::Gap => 0,
        };
        let known = (references + 1).ilog2().min(6) * 5;
        Self { kind, prior: worth + u8::try_from(known).unwrap_or_default() }
    }

    /// What words that are worth so much come to in such a record.
    #[inline]
    pub(super) fn score(self, worth: u32) -> u32 {
        worth * share(self.kind) / 100 + 30 + u32::from(self.prior)
    }
}

/// How much of what matched counts, in per cent: what is said about an event, and the heading under
/// which it is told, stand after the event.
fn share(kind: Kind) -> u32 {
    match kind {
        Kind::Actor | Kind::Event | Kind::Place => 100,
        Kind::Source | Kind::Brief => 85,
        Kind::Claim | Kind::Question | Kind::Judgement | Kind::Gap => 60,
    }
}

/// What a name adds that has the whole query.
#[derive(Clone, Copy, Debug)]
struct NameFit {
    /// Words of the query.
    terms: usize,
    /// Words of the name.
    words: usize,
    /// Whether none of the query's is a mere beginning.
    all_whole: bool,
    /// Whether they stand in the order in which they were typed.
    in_order: bool,
    /// Whether they begin the name.
    begins: bool,
}

impl NameFit {
    /// What the name adds in this field, for words that are worth 1000.
    fn worth(self, kind: Kind, field: Field) -> u32 {
        let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX).max(1);
        let words = count(self.words);
        let coverage = 100 * count(self.terms).min(words) / words;
        let is_whole = coverage == 100 && self.all_whole;
        let is_title = field == Field::Title;
        let base = match (is_named(kind), field) {
            // A whole id, or initials, are typed by somebody who means this record.
            (_, Field::Id | Field::Acronym) if is_whole => 140,
            (_, Field::Id) => 20 + coverage / 2,
            (_, Field::Role) => 100 + coverage,
            // A keyword says what an event is called; an actor is called by its names.
            (true, Field::Keyword) => coverage,
            (false, Field::Keyword) => coverage * 3 / 2,
            (true, Field::Title | Field::Alias | Field::Native) if is_whole => 340,
            (true, Field::Title | Field::Alias | Field::Native) => 140 + coverage,
            (false, Field::Title | Field::Alias | Field::Native) => 20 + coverage * 6 / 5,
            (
                _,
                Field::Acronym
                | Field::Publisher
                | Field::Date
                | Field::Tag
                | Field::Summary
                | Field::Claim
                | Field::Linked,
            ) => return 0,
        };
        let base = if kind == Kind::Source { base / 2 } else { base };
        let order = u32::from(self.in_order && self.terms > 1) * 20;
        let beginning = u32::from(self.begins) * if is_title { 40 } else { 20 };
        base + order + beginning + u32::from(is_title) * 8
    }
}

/// What a word is worth that stands so in a record of this kind.
pub(super) fn worth_of(kind: Kind, occurrence: Occurrence) -> u32 {
    let (words, begins) = (occurrence.words(), occurrence.begins());
    let fit = NameFit { terms: 1, words, all_whole: true, in_order: true, begins };
    let place = occurrence.place();
    weight(place) * 10 + fit.worth(kind, field_at(place))
}

/// What the name in which a word occurs adds, worked out once for all occurrences: a look at the name
/// itself would take longer than all the rest.
#[derive(Debug)]
pub(super) struct Bonuses {
    /// By kind and whether the word is whole.
    of: [[[u16; Occurrence::COUNT]; 2]; Self::KINDS.len()],
    most: [u16; Occurrence::COUNT],
    in_text: u16,
}

impl Default for Bonuses {
    fn default() -> Self {
        Self::new(1)
    }
}

impl Bonuses {
    /// One of each kind that is treated in its own way.
    const KINDS: [Kind; 3] = [Kind::Actor, Kind::Source, Kind::Event];

    /// For so many words, all of them in the name and in their order.
    pub(super) fn new(terms: usize) -> Self {
        let mut of = [[[0; Occurrence::COUNT]; 2]; Self::KINDS.len()];
        let mut most = [0; Occurrence::COUNT];
        for (kind, of) in Self::KINDS.into_iter().zip(&mut of) {
            for (all_whole, of) in [false, true].into_iter().zip(of) {
                for (number, (bonus, most)) in (0..=u8::MAX).zip(of.iter_mut().zip(&mut most)) {
                    let occurrence = Occurrence::from_number(number);
                    let (words, begins) = (occurrence.words(), occurrence.begins());
                    let fit = NameFit { terms, words, all_whole, in_order: true, begins };
                    let worth = fit.worth(kind, field_at(occurrence.place()));
                    *bonus = u16::try_from(worth).unwrap_or(u16::MAX);
                    *most = (*bonus).max(*most);
                }
            }
        }
        let is_text = |number: u8| !is_strong(field_at(Occurrence::from_number(number).place()));
        let in_text = (0..=u8::MAX).zip(most).filter(|(number, _)| is_text(*number));
        let in_text = in_text.map(|(_, most)| most).max().unwrap_or_default();
        Self { of, most, in_text }
    }

    /// What an occurrence adds in a record of this kind.
    #[inline]
    pub(super) fn of(&self, kind: Kind, found: Match, occurrence: Occurrence) -> u32 {
        let group = match kind {
            Kind::Actor | Kind::Place => 0,
            Kind::Source => 1,
            Kind::Event
            | Kind::Brief
            | Kind::Claim
            | Kind::Judgement
            | Kind::Gap
            | Kind::Question => 2,
        };
        let of = self.of.get(group).and_then(|of| of.get(usize::from(found.tier != Tier::Prefix)));
        let bonus = of.and_then(|of| of.get(usize::from(occurrence.number()))).copied();
        u32::from(bonus.unwrap_or_default()) * u32::from(found.worth) / 1000
    }

    /// The most that a word adds that stands in no name, title or id.
    pub(super) fn in_text(&self, found: Match) -> u32 {
        u32::from(self.in_text) * u32::from(found.worth) / 1000
    }

    /// The most that an occurrence adds in a record of any kind.
    #[inline]
    pub(super) fn most(&self, found: Match, occurrence: Occurrence) -> u32 {
        let most = self.most.get(usize::from(occurrence.number())).copied();
        u32::from(most.unwrap_or_default()) * u32::from(found.worth) / 1000
    }
}

/// What a record loses that is an actor of which something else is asked than who it is, by the
/// places of the weightiest and of the lightest field that counts.
#[inline]
pub(super) fn loss(kind: Kind, weightiest: u8, lightest: u8) -> u32 {
    let keyword = place(Field::Keyword);
    let is_more = kind == Kind::Actor && weightiest < keyword && lightest >= keyword;
    if is_more { MORE_THAN_NAMED } else { 0 }
}

/// Whether the field at a place holds names and what else a record is called.
#[inline]
pub(super) fn is_name(at: u8) -> bool {
    at <= place(Field::Keyword)
}

/// The candidates in order with what their names add, best first.
pub(super) fn by_names(
    vocabulary: &Vocabulary,
    standings: &[Standing],
    candidates: &[Candidate],
    terms: &[&Matches],
) -> Vec<Ranked> {
    let mut words = Vec::new();
    let ranked = candidates.iter().map(|candidate| {
        let Candidate { base, record, fields, .. } = *candidate;
        let standing = standings.get(record as usize);
        // A word that stands in no name leaves no name that is the query.
        let bonus = standing.filter(|_| fields.all().all(is_name)).map_or(0, |standing| {
            best_name(vocabulary.names(record, &mut words), standing.kind, terms)
        });
        Ranked { record, score: base + bonus, fields }
    });
    let mut ranked: Vec<Ranked> = ranked.collect();
    ranked.sort_unstable_by_key(|ranked| (Reverse(ranked.score), ranked.record));
    ranked
}

fn best_name(mut names: Names<'_>, kind: Kind, terms: &[&Matches]) -> u32 {
    let mut best = 0;
    while let Some((place, words)) = names.next() {
        best = best.max(bonus(kind, field_at(place), words, terms));
    }
    best
}

/// What a name or title adds when the whole query stands in it.
fn bonus(kind: Kind, field: Field, words: &[u32], terms: &[&Matches]) -> u32 {
    let mut places: [usize; MOST_TERMS] = [usize::MAX; MOST_TERMS];
    let mut worth = 0;
    let mut all_whole = true;
    let mut taken = 0;
    for term in terms.iter().take(MOST_TERMS) {
        let known = places.get(..taken).unwrap_or_default();
        let best = words
            .iter()
            .enumerate()
            .filter(|(place, _)| !known.contains(place))
            .filter_map(|(place, word)| Some((term.of(*word)?, place)))
            .max_by_key(|(found, place)| (found.worth, Reverse(*place)));
        let Some((found, place)) = best else { return 0 };
        all_whole &= found.tier != Tier::Prefix;
        worth += u32::from(found.worth);
        if let Some(slot) = places.get_mut(taken) {
            *slot = place;
        }
        taken += 1;
    }
    let places = places.get(..taken).unwrap_or_default();
    let in_order = places.is_sorted();
    let begins = in_order && places.first() == Some(&0);
    let fit = NameFit { terms: taken, words: words.len(), all_whole, in_order, begins };
    let count = u32::try_from(taken).unwrap_or(u32::MAX).max(1);
    fit.worth(kind, field) * (worth / count) / 1000
}

/// Most terms that a name is compared with; a query has no more.
const MOST_TERMS: usize = 16;
