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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{Kind, When};
    use crate::search::Field;
    use crate::search::corpus::{RecordText, Texts};
    use crate::search::filter::Filter;
    use crate::search::tiers::Likeness;
    use crate::text::{DisplayText, clean};

    /// A corpus of which nothing but the words is asked.
    struct Unread;

    impl Texts for Unread {
        fn title(&self, record: u32) -> Option<&DisplayText> {
            panic!("title of {record}")
        }
        fn fields(&self, record: u32, _: Option<Field>) -> Vec<(Field, DisplayText)> {
            panic!("fields of {record}")
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

    #[test]
    fn it_comes_to_the_same_as_a_look_at_everything() {
        let engine = engine();
        let mut skipped = Vec::new();
        for typed in [
            "b",
            "bor",
            "border",
            "borders",
            "bordercontrol",
            "syst",
            "system attack",
            "border con",
            "attack border system",
            "tims border",
            "here",
            "gon attak",
            "borde systme",
            "'border",
            "quiet",
            "quie",
            "quiet bor",
        ] {
            let query = Query::new(typed);
            let mut memory = Memory::default();
            for likeness in [Likeness::WhereFew, Likeness::Always] {
                let terms = memory.terms(&engine, &query.terms, likeness);
                let all = engine.best(&Unread, &mut memory, &query, (&terms, &[]), 50);
                let mut memory = Memory::default();
                let terms = memory.terms(&engine, &query.terms, likeness);
                if let Some(found) = best(&engine, &mut memory, &query, &terms, 50) {
                    assert_eq!(found, all, "{typed}");
                    skipped.push(typed);
                }
            }
        }
        for typed in ["bor", "border", "border con"] {
            assert!(skipped.contains(&typed), "{skipped:?}");
        }
        assert!(!skipped.contains(&"quiet"), "the events stand in keywords and come first");
    }

    #[test]
    fn what_is_more_than_words_is_looked_at_whole() {
        let engine = engine();
        let mut memory = Memory::default();
        for typed in ["border !tims", "\"border control\"", "event:border", "border 2022"] {
            let query = Query::new(typed);
            let terms = memory.terms(&engine, &query.terms, Likeness::WhereFew);
            assert!(best(&engine, &mut memory, &query, &terms, 50).is_none(), "{typed}");
        }
    }
}
