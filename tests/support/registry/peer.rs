//! An equal from elsewhere: the weighted ratio of rapidfuzz (`fuzz.WRatio`) over all names.
//!
//! Written after its Python edition: the crate has the plain ratio alone, and that of a text against
//! many is wrong in it (0.5.0: `ta` against `a` is 0.5).

use super::names::Actor;
use std::collections::BTreeSet;

/// What a score is worth that was come by over tokens.
const TOKENS: f64 = 0.95;
/// From this quotient of the lengths on, parts are compared.
const UNLIKE: f64 = 1.5;
/// Beyond this quotient parts are worth less.
const FAR: f64 = 8.0;

/// A text made ready: small letters, blanks for all that is neither letter nor digit.
struct Text {
    letters: Vec<char>,
    /// The tokens in order of the alphabet.
    sorted: Vec<char>,
    tokens: BTreeSet<String>,
}

impl Text {
    fn new(text: &str) -> Self {
        let plain = |letter: char| if letter.is_alphanumeric() { letter } else { ' ' };
        let text: String = text.to_lowercase().chars().map(plain).collect();
        let mut tokens: Vec<&str> = text.split_whitespace().collect();
        tokens.sort_unstable();
        Self {
            letters: text.trim().chars().collect(),
            sorted: tokens.join(" ").chars().collect(),
            tokens: tokens.into_iter().map(str::to_owned).collect(),
        }
    }
}

/// Where each letter of the second text stands in the first, as bits; names are shorter than 64.
fn places(one: &[char], other: &[char]) -> Vec<u64> {
    let bits = |letter: &char| {
        let same = one.iter().take(64).enumerate().filter(|(_, known)| *known == letter);
        same.fold(0, |bits, (at, _)| bits | 1 << at)
    };
    other.iter().map(bits).collect()
}

/// The share of letters that need neither be put in nor left out: twice the longest common
/// subsequence (Hyyrö 2004) of all letters, of a text of so many letters and one known by its places.
fn alike(length: usize, places: &[u64]) -> f64 {
    let mut unmet = u64::MAX;
    for place in places {
        let met = unmet & place;
        unmet = unmet.wrapping_add(met) | (unmet - met);
    }
    let float = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let total = float(length + places.len());
    if total > 0.0 { 2.0 * f64::from(unmet.count_zeros()) / total } else { 1.0 }
}

fn ratio(one: &[char], other: &[char]) -> f64 {
    alike(one.len(), &places(one, other))
}

/// The best ratio of the shorter text to a part of the longer one that is as long, or is cut off at
/// an end.
fn partial(one: &[char], other: &[char]) -> f64 {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short.is_empty() {
        return f64::from(u8::from(long.is_empty()));
    }
    let best = |short: &[char], long: &[char]| {
        let (length, places) = (short.len(), places(short, long));
        let part = |end: usize| &places[end.saturating_sub(length)..end.min(places.len())];
        (1..long.len() + length).map(|end| alike(length, part(end))).fold(0.0, f64::max)
    };
    let one_way = best(short, long);
    if short.len() == long.len() { one_way.max(best(long, short)) } else { one_way }
}

/// The tokens that both have, those of the first alone, those of the second alone, each joined.
fn compared(one: &Text, other: &Text) -> [Vec<char>; 3] {
    let joined = |tokens: Vec<&String>| {
        let tokens: Vec<&str> = tokens.into_iter().map(String::as_str).collect();
        tokens.join(" ").chars().collect()
    };
    let (one, other) = (&one.tokens, &other.tokens);
    [
        joined(one.intersection(other).collect()),
        joined(one.difference(other).collect()),
        joined(other.difference(one).collect()),
    ]
}

fn token_set(one: &Text, other: &Text) -> f64 {
    let [both, first, second] = compared(one, other);
    if !both.is_empty() && (first.is_empty() || second.is_empty()) {
        return 1.0;
    }
    if both.is_empty() {
        return ratio(&first, &second);
    }
    let with = |rest: &[char]| [&both, &[' '][..], rest].concat();
    let (first, second) = (with(&first), with(&second));
    ratio(&first, &second).max(ratio(&both, &first)).max(ratio(&both, &second))
}

fn partial_token_set(one: &Text, other: &Text) -> f64 {
    let [both, first, second] = compared(one, other);
    if both.is_empty() { partial(&first, &second) } else { 1.0 }
}

fn weighted(one: &Text, other: &Text) -> f64 {
    let count = |text: &Text| f64::from(u32::try_from(text.letters.len()).unwrap_or(u32::MAX));
    let (short, long) = (count(one).min(count(other)), count(one).max(count(other)));
    if short < 1.0 {
        return 0.0;
    }
    let whole = ratio(&one.letters, &other.letters);
    if long / short < UNLIKE {
        let sorted = ratio(&one.sorted, &other.sorted);
        return whole.max(TOKENS * sorted.max(token_set(one, other)));
    }
    let part = if long / short <= FAR { 0.9 } else { 0.6 };
    let tokens = partial(&one.sorted, &other.sorted).max(partial_token_set(one, other));
    whole.max(part * partial(&one.letters, &other.letters)).max(TOKENS * part * tokens)
}

/// How like two texts are, from 0 to 100.
pub(crate) fn likeness(one: &str, other: &str) -> f64 {
    100.0 * weighted(&Text::new(one), &Text::new(other))
}

/// The names of the actors, made ready.
pub(crate) struct Peer(Vec<Vec<Text>>);

impl Peer {
    /// Reads the registry.
    pub(crate) fn new(actors: &[Actor]) -> Self {
        let texts = |names: &Actor| names.iter().map(|name| Text::new(&name.text)).collect();
        Self(actors.iter().map(texts).collect())
    }

    /// The best so many actors, each by its best name; of equals the one that is listed first.
    pub(crate) fn search(&self, query: &str, limit: usize) -> Vec<usize> {
        let query = Text::new(query);
        let best =
            |names: &Vec<Text>| names.iter().map(|name| weighted(&query, name)).fold(0.0, f64::max);
        let mut found: Vec<(f64, usize)> =
            self.0.iter().enumerate().map(|(at, names)| (best(names), at)).collect();
        found.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        found.into_iter().take(limit).map(|(_, at)| at).collect()
    }
}
