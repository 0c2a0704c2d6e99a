//! What a record is worth: what every word is worth is added up, and a name that is the query stands
//! before records that mention it.

use crate::library::Kind;
use crate::search::index::field::{self, Field};
use crate::search::index::name_fit::{NameFit, SHARED_NAME, WHOLE_NAME};
use crate::search::index::occurrence::Occurrence;
use crate::search::index::vocabulary::Names;
use crate::search::terms::matches::{Match, TermMatches, Tier};
use std::cmp::Reverse;

/// What an actor loses when one word stands in its names and another does not.
const MORE_THAN_NAMED: u32 = 20;

/// What names add for a single word that stands so; more where it is the whole name.
#[inline]
pub(in crate::search) fn bonus_of(found: Match, occurrence: Occurrence) -> u32 {
    let bonus = occurrence.bonus();
    let whole = if bonus > SHARED_NAME && found.tier != Tier::Prefix { WHOLE_NAME } else { 0 };
    (bonus + whole) * u32::from(found.worth) / 1000
}

/// What a record loses that is an actor of which something else is asked than who it is, by the
/// places of the weightiest and of the lightest field that counts.
#[inline]
pub(in crate::search) fn loss(kind: Kind, weightiest: u8, lightest: u8) -> u32 {
    let keyword = field::place(Field::Keyword);
    let is_more = kind == Kind::Actor && weightiest < keyword && lightest >= keyword;
    if is_more { MORE_THAN_NAMED } else { 0 }
}

/// Whether the field at a place holds names and what else a record is called.
#[inline]
pub(in crate::search) fn is_name(at: u8) -> bool {
    at <= field::place(Field::Keyword)
}

/// Whether all of a set of places are of such fields.
pub(in crate::search) fn are_names(places: u16) -> bool {
    places >> (field::place(Field::Keyword) + 1) == 0
}

/// What the best name of those adds in the fields of which the words of the query stand, by their
/// places.
pub(in crate::search) fn of_names(
    names: &mut Names<'_>,
    kind: Kind,
    places: u16,
    terms: &[&TermMatches],
) -> u32 {
    let mut best = 0;
    while let Some((place, words)) = names.next(|place| places & 1 << place != 0) {
        best = best.max(bonus(kind, field::field_at(place), words, terms));
    }
    best
}

/// What a name or title adds when the whole query stands in it.
fn bonus(kind: Kind, field: Field, words: &[u32], terms: &[&TermMatches]) -> u32 {
    let mut places: [usize; MOST_TERMS] = [usize::MAX; MOST_TERMS];
    let mut worth = 0;
    let mut all_whole = true;
    let mut taken = 0;
    for term in terms.iter().take(MOST_TERMS) {
        let known = places.get(..taken).unwrap_or_default();
        let best = words
            .iter()
            .enumerate()
            .filter_map(|(place, word)| Some((term.of(*word)?, place)))
            // What was typed in two words and is written in one counts for both.
            .filter(|(found, place)| found.tier == Tier::Joined || !known.contains(place))
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
