//! The keyboard left in another layout: where nothing matches as it was typed, the same keys in other
//! layouts are tried.

use crate::search::explain::locate::Sought;
use crate::search::explain::quote::quote;
use crate::search::explain::read::ReadTexts;
use crate::search::fold;
use crate::search::fold::latin::in_latin;
use crate::search::index::corpus::Corpus;
use crate::search::index::vocabulary::Places;
use crate::search::rank::answer::Answer;
use crate::search::run::cache::Cache;
use crate::search::run::engine::Engine;
use crate::search::terms::matches::Tier;
use crate::text;
use crate::text::layouts::{KeyboardLayout, LAYOUTS};

/// Fewest letters of a query that is tried in other scripts; two letters begin something everywhere.
const SHORTEST: usize = 3;

/// Searches for what was typed, or for what was meant.
pub(in crate::search) fn search(
    engine: Engine<'_>,
    cache: &mut Cache,
    typed: &str,
    limit: usize,
) -> Answer {
    let answer = engine.search(cache, typed, limit);
    let letters = typed.chars().filter(|letter| letter.is_alphabetic()).count();
    if answer.literal || letters < SHORTEST || answer.query.is_empty() {
        return answer;
    }
    let is_latin = typed.is_ascii();
    if is_latin && !answer.ranked.is_empty() {
        return answer;
    }
    // Where the keys write what the letters spell, a name was spelled.
    let spelled = in_latin(&fold::sentence(typed));
    let meant = |layout: &KeyboardLayout| {
        let retyped = if is_latin { layout.from_latin(typed) } else { layout.as_latin(typed) };
        let retyped =
            retyped.filter(|retyped| *retyped != spelled && is_known(engine.corpus, retyped))?;
        Some((layout.name, retyped))
    };
    let beaten = answer.ranked.first().map_or(0, |first| first.score);
    for (name, retyped) in LAYOUTS.iter().filter_map(meant) {
        let other = engine.search(cache, &retyped, limit);
        let score = other.ranked.first().map_or(0, |first| first.score);
        let is_better = !is_latin && score > beaten;
        if other.literal && (is_better || has_whole_words(engine, &mut cache.read, &other)) {
            let note = if is_latin {
                text!["meant for the ", name, " layout: ", quote(&retyped)]
            } else {
                text!["typed in the ", name, " layout: ", quote(&retyped)]
            };
            return Answer { note: Some(note), layout: Some(name), ..other };
        }
    }
    answer
}

/// Whether there are words that begin as each of these, or names that they are letter by letter; a look
/// at the vocabulary is cheap, a search is not.
fn is_known(corpus: &Corpus, retyped: &str) -> bool {
    let words = fold::words(retyped);
    words.iter().any(|word| word.folded.chars().count() >= SHORTEST)
        && words.iter().all(|word| {
            let vocabulary = &corpus.vocabulary;
            let name = vocabulary.find(&in_latin(&word.folded));
            !vocabulary.beginning(&word.folded).is_empty()
                || name.is_some_and(|name| vocabulary.places(name).meets(Places::NAME))
        })
}

/// Whether the best hit has every word to its end: chance makes beginnings of words, seldom words.
fn has_whole_words(engine: Engine<'_>, read: &mut ReadTexts, answer: &Answer) -> bool {
    let Some(first) = answer.ranked.first() else { return false };
    answer.terms.iter().enumerate().all(|(at, known)| {
        let sought = Sought::new(&engine.corpus.vocabulary, &known.matches, 0);
        let place = first.fields.get(at);
        let located = place.and_then(|place| {
            let place = (place, engine.corpus.is_named(first.record));
            sought.locate(engine.texts, read, first.record, place)
        });
        located.is_some_and(|located| matches!(located.found.tier, Tier::Exact | Tier::Form))
    })
}
