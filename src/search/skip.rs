//! What need not be looked at: where enough records have the whole query in names, titles and ids, no
//! other record can stand before them, and those in running text, by far the most, are only counted.

use super::column;
use super::engine::Engine;
use super::known::Known;
use super::matches::Matches;
use super::query::Query;
use super::rank::{self, Ranked, WEIGHTS};
use super::reach::Reach;
use super::searcher::Memory;
use std::sync::Arc;

/// Where a word stands in fewer names than this, all is looked at as quickly.
const FEWEST: usize = 4 * rank::MOST_CANDIDATES;

/// The best records and how many match in all; `None` where others may be among the best. It comes
/// to the same as a look at everything.
pub(super) fn best(
    engine: &Engine,
    memory: &mut Memory,
    query: &Query,
    terms: &[Arc<Known>],
    limit: usize,
) -> Option<(Vec<Ranked>, usize)> {
    if !query.is_words() {
        return None;
    }
    let matches: Vec<&Matches> = terms.iter().map(|known| &known.matches).collect();
    let outside = best_outside(&matches)?;
    let vocabulary = &engine.vocabulary;
    let many = |matches: &&Matches| {
        let words = matches.words().iter();
        words.map(|(word, _)| vocabulary.strong(*word).most()).sum::<usize>() >= FEWEST
    };
    if !matches.iter().all(many) {
        return None;
    }
    let mut met = std::mem::take(&mut memory.met);
    let scratch = memory.scratch(engine);
    let columns: Vec<_> = terms.iter().map(|known| known.strong(vocabulary, scratch)).collect();
    column::meet(&columns, &mut met);
    let least = rank::candidates(&engine.standings, &mut met, terms.len());
    let found = (least > outside).then(|| {
        let ranked = rank::by_names(vocabulary, &engine.standings, &met, &matches, limit);
        let reach: Vec<_> = terms.iter().map(|known| known.reach(vocabulary, scratch)).collect();
        (ranked, Reach::count_common(&reach))
    });
    memory.met = met;
    found
}

/// The best score of a record that has one of the words in no name; `None` where a word may be worth
/// more in running text than another in a name.
fn best_outside(terms: &[&Matches]) -> Option<u32> {
    let weight = |is_strong: bool| {
        let weights = WEIGHTS.iter().filter(move |(field, _)| rank::is_strong(*field) == is_strong);
        weights.map(|(_, weight)| *weight)
    };
    let (least_strong, most_weak) = (weight(true).min()?, weight(false).max()?);
    let mut sum = 0;
    let mut least_loss = u32::MAX;
    for matches in terms {
        let (worst, best) = matches.span().filter(|_| matches.pairs.is_empty())?;
        if worst * least_strong / 100 < best * most_weak / 100 {
            return None;
        }
        sum += best;
        least_loss = least_loss.min(best - best * most_weak / 100);
    }
    let count = u32::try_from(terms.len()).ok()?;
    Some((sum - least_loss.min(sum)).checked_div(count)? + rank::BEST_PRIOR)
}
