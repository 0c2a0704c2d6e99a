//! What was typed beside the thesaurus: each word with the groups of which it is one.

use crate::search::fold::stem::stem;
use crate::search::fold::stop_words::{is_light_word, is_stop_word};
use crate::search::index::corpus::Corpus;
use crate::search::index::thesaurus::{GroupId, Notion};
use crate::search::query::{Query, Term};

/// A word that is looked for, with the groups of words that people use for it.
pub(in crate::search) type Worded = (Term, Vec<GroupId>);

/// The words of a query.
pub(in crate::search) struct Wording {
    /// Those that are looked for, as they were typed.
    pub(in crate::search) terms: Vec<Worded>,
    /// The same, where several that stand for one thing are one.
    pub(in crate::search) notions: Vec<Worded>,
    /// Those that need not be there.
    pub(in crate::search) light: Vec<Worded>,
}

impl Wording {
    /// Reads a query.
    pub(in crate::search) fn new(corpus: &Corpus, query: &Query) -> Self {
        let notions = corpus.thesaurus.notions(&query.words);
        let reading = Reading { corpus, words: &query.words, notions: &notions };
        let (terms, light) = (reading.worded(&query.terms), reading.worded(&query.light));
        let mut wording = Self { notions: Vec::new(), terms, light };
        let has_dates = !query.dates.is_empty() || !query.open_dates.is_empty();
        let has_more = !query.terms.is_empty() && !query.only_fillers || has_dates;
        let mut last = None;
        for (at, worded) in reading.places(&query.terms).into_iter().zip(&wording.terms) {
            let of = at.and_then(|at| notions.iter().position(|notion| holds(notion, at)));
            let several = of.and_then(|of| notions.get(of)).filter(|notion| notion.words > 1);
            let is_plain = !worded.0.exact && worded.0.others.is_empty();
            match several.filter(|notion| is_plain && reading.stands(notion)) {
                Some(_) if last == of => {}
                Some(notion) => wording.notions.push(reading.joined(notion)),
                None => wording.notions.push(worded.clone()),
            }
            last = of;
        }
        // Little words that together stand for something, as `get in`. Beside other words they only say
        // what is asked of those: `how big`.
        for notion in notions.iter().filter(|notion| notion.words > 1 && reading.is_little(notion))
        {
            let joined = reading.joined(notion);
            if has_more {
                wording.light.push(joined);
            } else {
                wording.terms.push(joined.clone());
                wording.notions.push(joined);
            }
        }
        wording
    }
}

/// The words of a query with what they stand for.
struct Reading<'a> {
    corpus: &'a Corpus,
    words: &'a [String],
    notions: &'a [Notion],
}

impl Reading<'_> {
    /// Where each of the terms stands among the words.
    fn places(&self, terms: &[Term]) -> Vec<Option<usize>> {
        let mut next = 0;
        let place = |term: &Term| {
            let rest = self.words.get(next..).unwrap_or_default();
            let at = rest.iter().position(|word| *word == term.word).map(|at| next + at);
            next = at.map_or(next, |at| at + 1);
            at
        };
        terms.iter().map(place).collect()
    }

    fn worded(&self, terms: &[Term]) -> Vec<Worded> {
        let groups_of = |(term, at): (&Term, Option<usize>)| {
            let notion = at.and_then(|at| self.notions.iter().find(|notion| holds(notion, at)));
            let is_nowhere = || self.corpus.vocabulary.beginning(&term.word).is_empty();
            match notion {
                _ if term.exact => Vec::new(),
                Some(notion) => notion.groups.clone(),
                None if is_nowhere() => self.near(&term.word),
                None => Vec::new(),
            }
        };
        let of = |(term, at): (&Term, Option<usize>)| {
            let mut groups = groups_of((term, at));
            // What people say for a word that will do in its place does as well.
            let others = term.others.iter().zip(self.places(&term.others));
            groups.extend(others.flat_map(groups_of));
            (term.clone(), groups)
        };
        terms.iter().zip(self.places(terms)).map(of).collect()
    }

    /// The groups of the word that was meant, where there was a slip in it and no text has it.
    fn near(&self, typed: &str) -> Vec<GroupId> {
        let Corpus { thesaurus, vocabulary, .. } = self.corpus;
        let is_absent = |word: &String| vocabulary.forms(&stem(word)).next().is_none();
        let meant = thesaurus.near(typed).filter(is_absent);
        let notion = meant.and_then(|word| thesaurus.notions(&[word]).pop());
        notion.map(|notion| notion.groups).unwrap_or_default()
    }

    /// The words of a notion as one.
    fn joined(&self, notion: &Notion) -> Worded {
        (Term::open(self.taken(notion).join(" ")), notion.groups.clone())
    }

    fn taken(&self, notion: &Notion) -> &[String] {
        self.words.get(notion.at..notion.at + notion.words).unwrap_or_default()
    }

    /// Whether none of its words says much alone.
    fn is_little(&self, notion: &Notion) -> bool {
        self.taken(notion).iter().all(|word| is_stop_word(word) || is_light_word(word))
    }

    /// Whether any text has one of its groups.
    fn stands(&self, notion: &Notion) -> bool {
        notion.groups.iter().any(|group| !self.corpus.of_group(*group).is_empty())
    }
}

fn holds(notion: &Notion, at: usize) -> bool {
    (notion.at..notion.at + notion.words).contains(&at)
}
