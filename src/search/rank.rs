//! From columns to an order: what every word is worth is added up, and a name that is the query
//! stands before records that mention it.

use super::Field;
use super::column::Met;
use super::corpus::is_named;
use super::engine::MOST_TIES;
use super::matches::{Matches, Tier};
use super::postings::RecordId;
use super::vocabulary::{Names, Places, Vocabulary};
use crate::library::Kind;
use std::cmp::Reverse;

/// Records whose names are looked at closely.
pub(super) const MOST_CANDIDATES: usize = 512;
/// What an actor loses when one word stands in its names and another does not.
const MORE_THAN_NAMED: u32 = 20;
/// No standing is worth more.
pub(super) const BEST_PRIOR: u32 = 30 + 220 + 30;
/// No score without the names is greater.
const BEST_SCORE: u32 = 1000 + BEST_PRIOR;

/// A record that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ranked {
    /// The record.
    pub(super) record: RecordId,
    /// Higher is better.
    pub(super) score: u32,
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

/// The weightiest of the fields in which a word stands.
pub(super) fn weightiest(places: Places) -> Field {
    let found = WEIGHTS.iter().find(|(field, _)| places.meets(Places::field(*field)));
    found.map_or(Field::Linked, |(field, _)| *field)
}

/// The least worth with which a word in a name is worth as much as one of this worth in running text.
pub(super) fn least_sure(greatest: u32) -> u32 {
    let strong = WEIGHTS.iter().filter(|(field, _)| is_strong(*field)).map(|(_, weight)| *weight);
    (best_in_text(greatest) * 100).div_ceil(strong.min().unwrap_or(100))
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

    fn prior(self) -> u32 {
        30 + u32::from(self.prior)
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

/// Turns what the columns are worth into scores without the names, and leaves the records with the
/// best of them, of equal ones the first; the least score that is left, 0 where nothing was cut.
pub(super) fn candidates(standings: &[Standing], met: &mut Vec<Met>, columns: usize) -> u32 {
    let columns = u32::try_from(columns).unwrap_or(u32::MAX).max(1);
    // Scores are small numbers, so they are counted, not sorted.
    let mut counts = [0; BEST_SCORE as usize + 1];
    for met in met.iter_mut() {
        let standing = standings.get(met.record as usize);
        let score = standing.map_or(0, |of| met.sum / columns * share(of.kind) / 100 + of.prior());
        met.sum = score.min(BEST_SCORE);
        if let Some(count) = counts.get_mut(met.sum as usize) {
            *count += 1;
        }
    }
    if met.len() <= MOST_CANDIDATES {
        return 0;
    }
    let mut left = MOST_CANDIDATES;
    let mut least = BEST_SCORE;
    for (score, count) in (0..=BEST_SCORE).rev().zip(counts.into_iter().rev()) {
        least = score;
        if count >= left {
            break;
        }
        left -= count;
    }
    met.retain(|met| {
        let fits = met.sum > least || (met.sum == least && left > 0);
        left -= usize::from(fits && met.sum == least);
        fits
    });
    least
}

/// The candidates in order with what their names add, best first: `limit` of them and a few more.
pub(super) fn by_names(
    vocabulary: &Vocabulary,
    standings: &[Standing],
    met: &[Met],
    terms: &[&Matches],
    limit: usize,
) -> Vec<Ranked> {
    let keyword = place(Field::Keyword);
    let mut words = Vec::new();
    let ranked = met.iter().map(|met| {
        // A word that stands in no name leaves no name that is the query.
        let kind = standings.get(met.record as usize).map(|standing| standing.kind);
        let bonus = kind.filter(|_| met.place <= keyword && !terms.is_empty());
        let names = vocabulary.names(met.record, &mut words);
        let bonus = bonus.map_or(0, |kind| best_name(names, kind, terms));
        // A name and something else: what happened to the actor is asked, not who it is.
        let is_more = kind == Some(Kind::Actor) && met.best < keyword && met.place >= keyword;
        let score = (met.sum + bonus).saturating_sub(if is_more { MORE_THAN_NAMED } else { 0 });
        Ranked { record: met.record, score }
    });
    let mut ranked: Vec<Ranked> = ranked.collect();
    let wanted = limit.max(MOST_TIES);
    if ranked.len() > wanted {
        ranked.select_nth_unstable_by_key(wanted, |ranked| order(*ranked));
        ranked.truncate(wanted);
    }
    sort(&mut ranked);
    ranked
}

/// The records in which most of the columns match, where no record has all.
pub(super) fn most(standings: &[Standing], counted: &[(RecordId, u32, u32)]) -> Vec<Ranked> {
    let rank = |(record, count, sum): &(RecordId, u32, u32)| {
        let standing = standings.get(*record as usize)?;
        Some(Ranked { record: *record, score: sum / count.max(&1) / 2 + standing.prior() })
    };
    let mut ranked: Vec<Ranked> = counted.iter().filter_map(rank).collect();
    sort(&mut ranked);
    ranked
}

fn sort(found: &mut [Ranked]) {
    found.sort_unstable_by_key(|ranked| order(*ranked));
}

fn order(ranked: Ranked) -> (Reverse<u32>, RecordId) {
    (Reverse(ranked.score), ranked.record)
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
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX).max(1);
    let worth = worth / count(taken);
    let coverage = 100 * count(taken).min(count(words.len())) / count(words.len());
    let in_order = places.is_sorted();
    let begins = in_order && places.first() == Some(&0);
    let is_title = field == Field::Title;
    let base = match (is_named(kind), field) {
        // A whole id is typed by somebody who means this record.
        (_, Field::Id) if coverage == 100 && all_whole => 140,
        (_, Field::Id) => 20 + coverage / 2,
        (_, Field::Role) => 100 + coverage,
        // A keyword says what an event is called; an actor is called by its names.
        (true, Field::Keyword) => coverage,
        (false, Field::Keyword) => coverage * 3 / 2,
        (true, _) if coverage == 100 && all_whole => 340,
        (true, _) => 140 + coverage,
        (false, _) => 20 + coverage * 6 / 5,
    };
    let base = if kind == Kind::Source { base / 2 } else { base };
    let order = u32::from(in_order && taken > 1) * 20;
    let beginning = u32::from(begins) * if is_title { 40 } else { 20 };
    (base + order + beginning + u32::from(is_title) * 8) * worth / 1000
}

/// Most terms that a name is compared with; a query has no more.
const MOST_TERMS: usize = 16;
