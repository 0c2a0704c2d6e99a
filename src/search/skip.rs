//! What need not be looked at: where enough records have the whole query in names, titles and ids, no
//! other record can stand before them, and those in running text, by far the most, are only counted.
//!
//! It holds whatever words are left out of the strong columns, as long as `best_outside` knows what
//! they are worth: a record that owes a better cell to one of them has no score above that.

use super::column;
use super::engine::Engine;
use super::known::Known;
use super::matches::Matches;
use super::query::Query;
use super::rank::{self, Ranked};
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

/// The best score of a record in which one of the words stands in no name, or is a poor match there;
/// `None` where more than words are looked for.
fn best_outside(terms: &[&Matches]) -> Option<u32> {
    let mut sum = 0;
    let mut least_loss = u32::MAX;
    for matches in terms {
        if !matches.pairs.is_empty() {
            return None;
        }
        let greatest = matches.greatest();
        let least = rank::least_sure(greatest);
        let worths = matches.words().iter().map(|(_, found)| u32::from(found.worth));
        let poor = worths.filter(|worth| *worth < least).max().unwrap_or_default();
        sum += greatest;
        least_loss = least_loss.min(greatest - poor.max(rank::best_in_text(greatest)));
    }
    let count = u32::try_from(terms.len()).ok()?;
    Some((sum - least_loss.min(sum)).checked_div(count)? + rank::BEST_PRIOR)
}
