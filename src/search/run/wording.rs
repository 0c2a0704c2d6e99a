//! What was typed beside the thesaurus: each word with the groups of which it is one.

use crate::search::fold::stop_words::{is_light_word, is_stop_word};
use crate::search::index::corpus::Corpus;
use crate::search::index::thesaurus::{GroupId, Notion};
use crate::search::query::{Query, Term};

/// A word that is looked for, with the groups of words that people use for it.
pub(in crate::search) type Worded = (Term, Vec<GroupId>);

/// The words of a query.
pub(in crate::search) struct Wording {
    /// Those that are looked for.
    pub(in crate::search) terms: Vec<Worded>,
    /// Those that need not be there.
    pub(in crate::search) light: Vec<Worded>,
}

impl Wording {
    /// Reads a query; where little words together stand for something (`did it`), they are looked for as
    /// one.
    pub(in crate::search) fn new(corpus: &Corpus, query: &mut Query) -> Self {
        let notions = corpus.thesaurus.notions(&query.words);
        let words = query.words.clone();
        let of_terms = |terms: &[Term]| {
            let mut next = 0;
            let mut groups_of = |term: &Term| {
                let rest = words.get(next..).unwrap_or_default();
                let at = rest.iter().position(|word| *word == term.word).map(|at| next + at);
                next = at.map_or(next, |at| at + 1);
                let notion = at.and_then(|at| notions.iter().find(|notion| holds(notion, at)));
                let known = notion.map(|notion| notion.groups.clone());
                let is_nowhere = || corpus.vocabulary.beginning(&term.word).is_empty();
                match known {
                    _ if term.exact => Vec::new(),
                    None if is_nowhere() => corpus.thesaurus.near(&term.word),
                    known => known.unwrap_or_default(),
                }
            };
            let of = |term: &Term| {
                let groups = std::iter::once(term).chain(&term.others).flat_map(&mut groups_of);
                (term.clone(), groups.collect())
            };
            terms.iter().map(of).collect::<Vec<Worded>>()
        };
        let (mut terms, mut light) = (of_terms(&query.terms), of_terms(&query.light));
        let has_more = !terms.is_empty() && !query.only_fillers || !query.dates.is_empty();
        for notion in notions.iter().filter(|notion| notion.words > 1) {
            let taken = words.get(notion.at..notion.at + notion.words).unwrap_or_default();
            if taken.iter().all(|word| is_stop_word(word) || is_light_word(word)) {
                let term = Term::open(taken.join(" "));
                // Beside other words they only say what is asked of those: `how big`.
                if has_more {
                    light.push((term, notion.groups.clone()));
                } else {
                    query.terms.push(term.clone());
                    terms.push((term, notion.groups.clone()));
                }
            }
        }
        Self { terms, light }
    }
}

fn holds(notion: &Notion, at: usize) -> bool {
    (notion.at..notion.at + notion.words).contains(&at)
}
