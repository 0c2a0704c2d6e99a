//! Where in the texts of a record a word stands.

use super::Field;
use super::collect::initials;
use super::corpus::Texts;
use super::fold::{self, Word};
use super::matches::{Match, Matches};
use super::postings::RecordId;
use super::rank;
use super::searcher::FoldedTexts;
use super::vocabulary::Vocabulary;
use crate::text::DisplayText;
use std::cmp::Reverse;
use std::ops::Range;

/// Most words of a text that were joined into one.
const MOST_JOINED: usize = 3;

/// A word in a text.
#[derive(Clone, Debug)]
pub(super) struct Located {
    /// The text.
    pub(super) shown: DisplayText,
    /// The word as it is written.
    pub(super) written: DisplayText,
    /// How well it matches.
    pub(super) found: Match,
}

/// The best word of a field that a term may mean.
pub(super) fn word(
    vocabulary: &Vocabulary,
    texts: &dyn Texts,
    folded: &mut FoldedTexts,
    record: RecordId,
    matches: &Matches,
    place: u8,
) -> Option<Located> {
    let field = rank::field_at(place);
    if field == Field::Acronym {
        return of_initials(vocabulary, texts, record, matches);
    }
    let mut best: Option<Located> = None;
    for (shown, words) in folded.field(texts, record, place).iter() {
        for (range, found) in runs(vocabulary, matches, words) {
            if best.as_ref().is_none_or(|best| best.found.worth < found.worth) {
                let written = shown.slice(range);
                best = Some(Located { shown: shown.clone(), written, found });
            }
        }
    }
    best
}

/// The words, and neighbours joined to one, that a term may mean.
fn runs(vocabulary: &Vocabulary, matches: &Matches, words: &[Word]) -> Vec<(Range<usize>, Match)> {
    let mut found = Vec::new();
    for (place, word) in words.iter().enumerate() {
        if let Some((_, hit)) = matches.of_text(vocabulary, &word.folded) {
            found.push((word.range.clone(), hit));
        }
        found.extend(run_from(vocabulary, matches, words.get(place..).unwrap_or_default()));
    }
    found
}

/// The neighbours at the front that together are a word that a term may mean, or the two words that
/// the typed one is made of.
pub(super) fn run_from(
    vocabulary: &Vocabulary,
    matches: &Matches,
    words: &[Word],
) -> Option<(Range<usize>, Match)> {
    let (first, others) = words.split_first()?;
    let second = others.first()?;
    let pair = |(one, other): &(u32, u32)| {
        vocabulary.word(*one) == first.folded && vocabulary.word(*other) == second.folded
    };
    if matches.pairs.iter().any(pair) {
        return Some((first.range.start..second.range.end, super::matches::Tier::Compound.whole()));
    }
    let mut joined = String::new();
    let mut best: Option<(Range<usize>, Match)> = None;
    for next in others.iter().take(MOST_JOINED - 1) {
        // Few words begin anything, so most need no copy.
        let beginning = if joined.is_empty() { &first.folded } else { &joined };
        if !matches.begins(vocabulary, beginning) {
            break;
        }
        if joined.is_empty() {
            joined.push_str(&first.folded);
        }
        joined.push_str(&next.folded);
        if let Some((_, found)) = matches.of_text(vocabulary, &joined)
            && best.as_ref().is_none_or(|(_, best)| best.worth < found.worth)
        {
            best = Some((first.range.start..next.range.end, found));
        }
    }
    if best.is_some() || !(first.capital && second.capital && matches.may_be_joined) {
        return best;
    }
    let with_initial =
        first.folded.chars().take(1).chain(second.folded.chars()).collect::<String>();
    let (_, found) = matches.of_text(vocabulary, &with_initial)?;
    Some((first.range.start..second.range.end, found))
}

/// The name whose initials a term may mean.
fn of_initials(
    vocabulary: &Vocabulary,
    texts: &dyn Texts,
    record: RecordId,
    matches: &Matches,
) -> Option<Located> {
    let mut located: Vec<Located> = Vec::new();
    for (_, shown) in texts.fields(record, None) {
        let of = initials(&fold::words(shown.as_str()));
        let found = of.iter().filter_map(|initials| matches.of_text(vocabulary, initials));
        if let Some((_, found)) = found.max_by_key(|(_, found)| found.worth) {
            located.push(Located { written: shown.clone(), shown, found });
        }
    }
    // The first of equals: names stand before other texts.
    located.into_iter().min_by_key(|located| Reverse(located.found.worth))
}
