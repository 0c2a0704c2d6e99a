//! What a record is worth: what every word is worth is added up, and a name that is the query stands
//! before records that mention it.

use super::Field;
use super::corpus::is_named;
use super::matches::{Match, Matches, Tier};
use super::occurrence::Occurrence;
use super::postings::RecordId;
use super::top::FieldPlaces;
use super::vocabulary::Names;
use crate::library::Kind;
use std::cmp::Reverse;

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

impl Ranked {
    /// Best first: of equals the record with the lower number.
    #[inline]
    pub(super) fn order(&self) -> Reverse<u64> {
        Reverse(order(self.score, self.record))
    }
}

/// The order of rank in one number, greater for what comes before.
#[inline]
pub(super) fn order(score: u32, record: RecordId) -> u64 {
    u64::from(score) << 32 | u64::from(!record)
}

/// What a word is worth in a field, in per cent, weightiest first.
///
/// Of fields that share a place one stands for all.
pub(super) const WEIGHTS: [(Field, u32); 14] = [
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
    (Field::Address, 15),
];

/// Whether a field tells what a record is called.
pub(super) const fn is_strong(field: Field) -> bool {
    place(field) <= place(Field::Id)
}

/// The place of a field in the order of the weights.
pub(super) const fn place(field: Field) -> u8 {
    field.place()
}

/// The field at a place in the order of the weights.
pub(super) fn field_at(at: u8) -> Field {
    WEIGHTS.get(usize::from(at)).map_or(Field::Address, |(field, _)| *field)
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

/// What the rank of a record needs of it, in one byte: most of a search is spent on reading these.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing(u8);

impl Standing {
    /// Bits of the kind.
    const KIND: u32 = 4;

    /// A record of this kind to which so many others refer.
    pub(super) fn new(kind: Kind, references: usize) -> Self {
        let known = u8::try_from((references + 1).ilog2().min(6)).unwrap_or_default();
        let place = Kind::ALL.iter().position(|of| *of == kind).unwrap_or_default();
        Self(known << Self::KIND | u8::try_from(place).unwrap_or_default())
    }

    /// What it is.
    #[inline]
    pub(super) fn kind(self) -> Kind {
        Kind::ALL.get(usize::from(self.0 & 15)).copied().unwrap_or(Kind::Gap)
    }

    /// What words that are worth so much come to in such a record; each is worth something before
    /// anything is typed.
    #[inline]
    pub(super) fn score(self, worth: u32) -> u32 {
        let kind = self.kind();
        worth * share(kind) / 100 + 30 + prior(kind) + u32::from(self.0 >> Self::KIND) * 5
    }
}

/// What a record is worth before anything is typed: people look for actors and events, and for those
/// to which much refers.
#[inline]
fn prior(kind: Kind) -> u32 {
    match kind {
        Kind::Actor | Kind::Event => 220,
        Kind::Place => 160,
        Kind::Source => 50,
        Kind::Brief => 70,
        Kind::Claim => 30,
        Kind::Question => 20,
        Kind::Judgement => 10,
        Kind::Gap => 0,
    }
}

/// How much of what matched counts, in per cent: what is said about an event, and the heading under
/// which it is told, stand after the event.
#[inline]
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
    /// None adds more.
    const BEST: Self = Self { terms: 2, words: 2, all_whole: true, in_order: true, begins: true };

    /// What the name adds in this field, for words that are worth 1000.
    fn worth(self, kind: Kind, field: Field) -> u32 {
        let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX).max(1);
        let words = count(self.words);
        let coverage = 100 * count(self.terms).min(words) / words;
        let is_whole = coverage == 100 && self.all_whole;
        let is_title = field == Field::Title;
        let base = match (is_named(kind), field) {
            // A whole id is typed by somebody who means this record.
            (_, Field::Id) if is_whole => 140,
            (_, Field::Id) => 20 + coverage / 2,
            (_, Field::Role) => 100 + coverage,
            // A keyword says what an event is called; an actor is called by its names.
            (true, Field::Keyword) => coverage,
            (false, Field::Keyword) => coverage * 3 / 2,
            (true, Field::Title | Field::Alias | Field::Native) if is_whole => 240 + WHOLE_NAME,
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
                | Field::Linked
                | Field::Author
                | Field::Technique
                | Field::Note
                | Field::Why
                | Field::Change
                | Field::Handling
                | Field::Part
                | Field::Relation
                | Field::Say
                | Field::Country
                | Field::Language
                | Field::Type
                | Field::Status
                | Field::Address
                | Field::Copy
                | Field::Hash,
            ) => return 0,
        };
        let base = if kind == Kind::Source { base / 2 } else { base };
        let order = u32::from(self.in_order && self.terms > 1) * 20;
        let beginning = u32::from(self.begins) * if is_title { 40 } else { 20 };
        base + order + beginning + u32::from(is_title) * 8
    }
}

/// What a text adds for one of its words that is typed in part, by the number of its words and whether
/// it is the first of them.
pub(super) fn word_bonus(kind: Kind, field: Field, words: usize, begins: bool) -> u32 {
    // An id of one word is as good as a name.
    let all_whole = field == Field::Id;
    NameFit { terms: 1, words, all_whole, in_order: true, begins }.worth(kind, field)
}

/// What names add for a single word that stands so; more where it is the whole name.
#[inline]
pub(super) fn bonus_of(found: Match, occurrence: Occurrence) -> u32 {
    let bonus = occurrence.bonus();
    let whole = if bonus > SHARED_NAME && found.tier != Tier::Prefix { WHOLE_NAME } else { 0 };
    (bonus + whole) * u32::from(found.worth) / 1000
}

/// What a name adds that the typed word is, beyond what one adds that it only begins.
const WHOLE_NAME: u32 = 100;
/// No name of several words adds more for one of them.
const SHARED_NAME: u32 = 240;

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

/// Whether all of a set of places are of such fields.
pub(super) fn are_names(places: u16) -> bool {
    places >> (place(Field::Keyword) + 1) == 0
}

/// The most that the names of a record add: all of the words in their order and nothing else.
pub(super) fn best_of_names(kind: Kind) -> u32 {
    NameFit::BEST.worth(kind, Field::Title)
}

/// The most that running text adds, of which only keywords do.
pub(super) fn best_of_keywords() -> u32 {
    NameFit::BEST.worth(Kind::Event, Field::Keyword)
}

/// What the best name of those adds in the fields of which the words of the query stand, by their
/// places.
pub(super) fn of_names(names: &mut Names<'_>, kind: Kind, places: u16, terms: &[&Matches]) -> u32 {
    let mut best = 0;
    while let Some((place, words)) = names.next(|place| places & 1 << place != 0) {
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
