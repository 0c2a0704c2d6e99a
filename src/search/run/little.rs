//! Queries of little words alone, which stand everywhere and find nothing.

use crate::search::fold::stop_words::is_stop_word;
use crate::search::index::corpus::Corpus;
use crate::search::index::vocabulary::Places;
use crate::search::query::{Query, Term};
use crate::search::run::wording::Wording;

/// Whether nothing is asked for but what stands everywhere: no title word for word, no turn that stands
/// for something as `did it` does, no name that is being typed.
pub(in crate::search) fn says_nothing(corpus: &Corpus, query: &Query, wording: &Wording) -> bool {
    let has_turn = || wording.notions.iter().any(|(term, _)| term.word.contains(' '));
    let is_title = || corpus.titles.whole(&query.said).next().is_some();
    let vocabulary = &corpus.vocabulary;
    let begins_name = |term: &Term| {
        let begun = vocabulary.beginning(&term.word);
        begun.into_iter().any(|word| {
            vocabulary.word(word) != term.word && vocabulary.places(word).meets(Places::NAME)
        })
    };
    let is_begun = || query.wanted.is_none() && query.terms.last().is_some_and(begins_name);
    // One word that says little may say something where few records have it.
    let is_enough = query.words.len() > 1 || query.words.iter().all(|word| is_stop_word(word));
    query.only_fillers
        && is_enough
        && query.phrases.is_empty()
        && query.kinds.is_empty()
        && query.filters.is_empty()
        && !has_turn()
        && !is_title()
        && !is_begun()
}
