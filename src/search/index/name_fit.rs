//! What a name adds in which the words of a query stand.

use crate::library::Kind;
use crate::search::index::field::Field;
use crate::search::index::record::is_named;

/// What a name adds that has the whole query.
#[derive(Clone, Copy, Debug)]
pub(in crate::search) struct NameFit {
    /// Words of the query.
    pub(in crate::search) terms: usize,
    /// Words of the name.
    pub(in crate::search) words: usize,
    /// Whether none of the query's is a mere beginning.
    pub(in crate::search) all_whole: bool,
    /// Whether they stand in the order in which they were typed.
    pub(in crate::search) in_order: bool,
    /// Whether they begin the name.
    pub(in crate::search) begins: bool,
}

impl NameFit {
    /// None adds more.
    const BEST: Self = Self { terms: 2, words: 2, all_whole: true, in_order: true, begins: true };

    /// What the name adds in this field, for words that are worth 1000.
    pub(in crate::search) fn worth(self, kind: Kind, field: Field) -> u32 {
        let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX).max(1);
        let words = count(self.words);
        let coverage = 100 * count(self.terms).min(words) / words;
        let is_whole = coverage == 100 && self.all_whole;
        let is_title = field == Field::Title;
        let base = match (is_named(kind), field) {
            // A whole id is typed by somebody who means this record.
            (_, Field::Id) if is_whole => 140,
            (_, Field::Id) => 20 + coverage / 2,
            (_, Field::Role) => 100 + coverage,
            // A keyword says what an event is called; an actor is called by its names.
            (true, Field::Keyword) => coverage,
            (false, Field::Keyword) => coverage * 3 / 2,
            (true, Field::Title | Field::Alias | Field::Native) if is_whole => 240 + WHOLE_NAME,
            (true, Field::Title | Field::Alias | Field::Native) => 140 + coverage,
            (false, Field::Title | Field::Alias | Field::Native) => 20 + coverage * 6 / 5,
            (
                _,
                Field::Acronym
                | Field::Publisher
                | Field::Date
                | Field::Tag
                | Field::Summary
                | Field::Claim
                | Field::Linked
                | Field::Author
                | Field::Technique
                | Field::Note
                | Field::Why
                | Field::Change
                | Field::Handling
                | Field::Part
                | Field::Relation
                | Field::Say
                | Field::Country
                | Field::Language
                | Field::Type
                | Field::Status
                | Field::Address
                | Field::Copy
                | Field::Hash,
            ) => return 0,
        };
        let base = if kind == Kind::Source { base / 2 } else { base };
        let order = u32::from(self.in_order && self.terms > 1) * 20;
        let beginning = u32::from(self.begins) * if is_title { 40 } else { 20 };
        base + order + beginning + u32::from(is_title) * 8
    }
}

/// What a text adds for one of its words that is typed in part, by the number of its words and whether
/// it is the first of them.
pub(in crate::search) fn word_bonus(kind: Kind, field: Field, words: usize, begins: bool) -> u32 {
    // An id of one word is as good as a name.
    let all_whole = field == Field::Id;
    NameFit { terms: 1, words, all_whole, in_order: true, begins }.worth(kind, field)
}

/// What a name adds that the typed word is, beyond what one adds that it only begins.
pub(in crate::search) const WHOLE_NAME: u32 = 100;
/// No name of several words adds more for one of them.
pub(in crate::search) const SHARED_NAME: u32 = 240;

/// The most that the names of a record add: all of the words in their order and nothing else.
pub(in crate::search) fn best_of_names(kind: Kind) -> u32 {
    NameFit::BEST.worth(kind, Field::Title)
}

/// The most that running text adds, of which only keywords do.
pub(in crate::search) fn best_of_keywords() -> u32 {
    NameFit::BEST.worth(Kind::Event, Field::Keyword)
}
