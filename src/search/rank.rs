//! From words to records: every word must match somewhere, what each is worth is added up, and a
//! name that is the query stands before records that mention it.

use super::Field;
use super::corpus::{Corpus, RecordText};
use super::dates::DateQuery;
use super::tiers::{Match, Matches, Tier};
use super::vocabulary::{NameWords, Places, RecordId, Vocabulary};
use crate::library::{Kind, When};

/// Records whose names are looked at closely.
const MOST_CANDIDATES: usize = 512;

/// What a word or a date is worth in each record, by record; 0 is no match.
pub(super) type Column = Vec<u16>;

/// A record that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ranked {
    /// The record.
    pub(super) record: RecordId,
    /// Higher is better.
    pub(super) score: u32,
}

/// What a word is worth in a field, in per cent.
const WEIGHTS: &[(Field, u32)] = &[
    (Field::Title, 100),
    (Field::Alias, 97),
    (Field::Native, 97),
    (Field::Acronym, 97),
    (Field::Role, 97),
    (Field::Publisher, 90),
    (Field::Id, 88),
    (Field::Date, 60),
    (Field::Keyword, 62),
    (Field::Tag, 56),
    (Field::Summary, 50),
    (Field::Claim, 44),
    (Field::Linked, 40),
];

/// The fields in the order of their weight.
pub(super) fn fields() -> impl Iterator<Item = Field> {
    WEIGHTS.iter().map(|(field, _)| *field)
}

fn weight(places: Places) -> u32 {
    WEIGHTS
        .iter()
        .find(|(field, _)| places.meets(Places::field(*field)))
        .map_or(40, |(_, weight)| *weight)
}

/// What the words that a term may mean are worth in each record.
pub(super) fn word_column(vocabulary: &Vocabulary, matches: &Matches) -> Column {
    let mut column = vec![0; vocabulary.record_count()];
    for &word in matches.words() {
        let Some(Match { worth, .. }) = matches.of(word) else { continue };
        for &(record, places) in vocabulary.postings(word) {
            let worth = u16::try_from(u32::from(worth) * weight(places) / 100).unwrap_or(u16::MAX);
            if let Some(slot) = column.get_mut(record as usize) {
                *slot = worth.max(*slot);
            }
        }
    }
    column
}

/// What a date is worth in each record; a year may stand in a title or an id as well.
///
/// The day on which an event became known finds it too, after those of that day.
pub(super) fn date_column(corpus: &Corpus, date: &DateQuery, words: Option<&Column>) -> Column {
    let of = |index: usize, record: &RecordText| {
        let score = |when: &Option<When>| when.as_ref().and_then(|when| date.score(when));
        let reported = score(&record.reported).unwrap_or_default() / 10 * 9;
        let days = score(&record.when).unwrap_or_default().max(reported);
        let days = if record.kind == Kind::Event { days } else { days / 2 };
        let word = words.and_then(|column| column.get(index)).copied().unwrap_or_default();
        days.max(word / 2)
    };
    corpus.records.iter().enumerate().map(|(index, record)| of(index, record)).collect()
}

/// The records in which every column matches, best first, and how many there are.
pub(super) fn all(
    corpus: &Corpus,
    vocabulary: &Vocabulary,
    columns: &[Column],
    terms: &[Matches],
    excluded: &[bool],
) -> (Vec<Ranked>, usize) {
    let mut found = Vec::new();
    for (index, record) in corpus.records.iter().enumerate() {
        if excluded.get(index).copied().unwrap_or_default() {
            continue;
        }
        let cells = columns.iter().map(|column| column.get(index).copied().unwrap_or_default());
        let mut sum = 0;
        let mut complete = true;
        for cell in cells {
            complete &= cell > 0;
            sum += u32::from(cell);
        }
        if complete && let Ok(id) = u32::try_from(index) {
            let mean = sum / u32::try_from(columns.len().max(1)).unwrap_or(1);
            found.push(Ranked {
                record: id,
                score: mean * share(record.kind) / 100 + prior(record),
            });
        }
    }
    let total = found.len();
    sort(&mut found);
    for ranked in found.iter_mut().take(MOST_CANDIDATES) {
        if let Some(record) = corpus.records.get(ranked.record as usize) {
            let names = vocabulary.names(ranked.record);
            ranked.score += names.iter().map(|name| bonus(record, name, terms)).max().unwrap_or(0);
        }
    }
    sort(&mut found);
    (found, total)
}

/// The records in which most of the columns match, where no record has all.
pub(super) fn most(corpus: &Corpus, columns: &[Column], excluded: &[bool]) -> Vec<Ranked> {
    let mut best = 1;
    let mut found = Vec::new();
    for (index, record) in corpus.records.iter().enumerate() {
        let cells = columns.iter().filter_map(|column| column.get(index));
        let matched: Vec<u32> =
            cells.filter(|cell| **cell > 0).map(|cell| u32::from(*cell)).collect();
        let is_excluded = excluded.get(index).copied().unwrap_or_default();
        if matched.len() < best || is_excluded || matched.len() * 2 < columns.len() {
            continue;
        }
        if matched.len() > best {
            best = matched.len();
            found.clear();
        }
        if let (Ok(id), Ok(count)) = (u32::try_from(index), u32::try_from(matched.len())) {
            let score = matched.iter().sum::<u32>() / count / 2 + prior(record);
            found.push(Ranked { record: id, score });
        }
    }
    sort(&mut found);
    found
}

fn sort(found: &mut [Ranked]) {
    found.sort_by_key(|ranked| (std::cmp::Reverse(ranked.score), ranked.record));
}

/// How much of what matched counts, in per cent: what is said about an event stands after the event.
fn share(kind: Kind) -> u32 {
    match kind {
        Kind::Actor | Kind::Event | Kind::Place | Kind::Brief => 100,
        Kind::Source => 85,
        Kind::Claim | Kind::Question | Kind::Judgement | Kind::Gap => 60,
    }
}

/// What a record is worth before anything is typed: people look for actors and events, and for
/// those to which much refers.
fn prior(record: &RecordText) -> u32 {
    let kind = match record.kind {
        Kind::Actor | Kind::Event => 250,
        Kind::Place => 190,
        Kind::Source => 80,
        Kind::Brief => 100,
        Kind::Claim => 60,
        Kind::Question => 50,
        Kind::Judgement => 40,
        Kind::Gap => 30,
    };
    kind + ((record.references + 1).ilog2() * 5).min(30)
}

/// What a name or title adds when the whole query stands in it.
fn bonus(record: &RecordText, name: &NameWords, terms: &[Matches]) -> u32 {
    if terms.is_empty() || name.words.is_empty() {
        return 0;
    }
    let mut places = Vec::with_capacity(terms.len());
    let mut worth = 0;
    let mut all_whole = true;
    for term in terms {
        let best = name
            .words
            .iter()
            .enumerate()
            .filter(|(place, _)| !places.contains(place))
            .filter_map(|(place, word)| Some((term.of(*word)?, place)))
            .max_by_key(|(found, place)| (found.worth, std::cmp::Reverse(*place)));
        let Some((found, place)) = best else { return 0 };
        all_whole &= found.tier != Tier::Prefix;
        worth += u32::from(found.worth);
        places.push(place);
    }
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX).max(1);
    let worth = worth / count(terms.len());
    let coverage = 100 * count(terms.len()).min(count(name.words.len())) / count(name.words.len());
    let in_order = places.windows(2).all(|pair| matches!(pair, [one, other] if one < other));
    let begins = in_order && places.first() == Some(&0);
    let is_title = name.field == Field::Title;
    let base = match (record.is_named(), name.field) {
        (_, Field::Id) => 20 + coverage / 2,
        (_, Field::Role) => 100 + coverage,
        // A keyword says what an event is called; an actor is called by its names.
        (true, Field::Keyword) => coverage,
        (false, Field::Keyword) => coverage * 3 / 2,
        (true, _) if coverage == 100 && all_whole => 340,
        (true, _) => 140 + coverage,
        (false, _) => 20 + coverage * 6 / 5,
    };
    let base = if record.kind == Kind::Source { base / 2 } else { base };
    let order = u32::from(in_order && terms.len() > 1) * 20;
    let beginning = u32::from(begins) * if is_title { 40 } else { 20 };
    (base + order + beginning + u32::from(is_title) * 8) * worth / 1000
}
