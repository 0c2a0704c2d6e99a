//! What a search looked through and how strictly, so that a reader can trust a list, also an empty one.

use crate::search::explain::quote::quote;
use crate::search::query::dates::DateQuery;
use crate::search::rank::answer::{Answer, Coverage};
use crate::text;
use crate::text::DisplayText;

/// Which spellings of a word count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// Typing errors and other spellings too, where little is written as it was typed.
    Any,
    /// Only the words as they were typed: each was asked for with `'` or in quotation marks.
    Exact,
}

/// What a search looked through and how strictly.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// The operators, phrases and exclusions in force, as they were typed, and what dates were read as that
    /// are more than a day, a month or a year.
    pub operators: Vec<DisplayText>,
    /// The words that are looked for, and those of which one will do.
    pub terms: Vec<DisplayText>,
    /// What was read as a date, as it was typed.
    pub dates: Vec<DisplayText>,
    /// What an operator takes, where one is not in force because it was given something else.
    pub complaint: Option<DisplayText>,
    /// Which spellings count; `None` where no word is looked for.
    pub spelling: Option<Spelling>,
    /// How much of the query stands in each hit.
    pub coverage: Coverage,
    /// Whether every word is one that stands everywhere, so that the hits are no more than near.
    pub little: bool,
    /// The keyboard layout through which the query was read, in English: `Hebrew`.
    pub layout: Option<DisplayText>,
}

impl Scope {
    /// The scope of an answer.
    pub(in crate::search) fn of(answer: &Answer) -> Self {
        let query = &answer.query;
        let quoted = |typed: &[String]| typed.iter().map(|typed| quote(typed)).collect();
        let exact = query.terms.iter().all(|term| term.all(|term| term.exact));
        let spelling = if exact { Spelling::Exact } else { Spelling::Any };
        let operators = answer.query.operators.iter().map(|operator| quote(operator));
        let read = answer.query.dates.iter().filter_map(DateQuery::words);
        Self {
            operators: operators.chain(read).collect(),
            terms: query.terms.iter().map(|term| quote(&term.said())).collect(),
            dates: quoted(&query.dates_typed),
            complaint: query.complaint.or(query.unfinished).map(DisplayText::literal),
            spelling: (!query.terms.is_empty()).then_some(spelling),
            coverage: answer.coverage,
            little: answer.little,
            layout: answer.layout.map(DisplayText::literal),
        }
    }

    /// A word or two for each part, as a line shows them between dots: `all fields`, `typo ok`,
    /// `some of the words`, `Hebrew layout`.
    #[must_use]
    pub fn words(&self) -> Vec<DisplayText> {
        let mut words = self.operators.clone();
        if words.is_empty() {
            words.push(DisplayText::literal("all fields"));
        }
        match self.spelling {
            Some(Spelling::Any) => words.push(DisplayText::literal("typo ok")),
            Some(Spelling::Exact) => words.push(DisplayText::literal("exact")),
            None => {}
        }
        match self.coverage {
            Coverage::Partial => words.push(DisplayText::literal("some of the words")),
            Coverage::Whole => {}
        }
        words.extend(self.layout.iter().map(|layout| text![layout, " layout"]));
        words
    }
}
