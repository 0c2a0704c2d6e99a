//! The words with which people say a date.

use crate::search::fold;
use std::borrow::Cow;

/// A word of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A month, 1 to 12.
    Month(u32, Name),
    /// A day of the week, which says nothing beside a date.
    Weekday,
    /// A season with its first month.
    Season(u32),
    /// A third of something longer, and what must follow it.
    Third(Third, Link),
    /// `first`, `second`.
    Ordinal(u32),
    Last,
    Half,
    Quarter,
    Week,
    Days,
    /// The `s` of `1990s`.
    Decade,
    Christmas,
    New,
    Year,
    Eve,
    Day,
    /// A time of day, or its zone.
    Time,
    Of,
    And,
    To,
    Between,
    From,
    /// What stands before a date and changes nothing: `on`, `during`.
    Beside,
    /// What leaves one end open.
    Opens(Open),
    /// `up` and `prior`, which do so with `to`.
    OpensWithTo(Open),
    /// `onwards`.
    Onwards,
}

/// How much of a month's name stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Whole,
    /// A beginning of it, which may be that of another word.
    Beginning,
}

/// A third of a month, a season or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Third {
    Early,
    Middle,
    Late,
}

/// What stands between a third and what it is of: "the start 2022" is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// Nothing: `early 2022`.
    None,
    /// Nothing before a month, else `of`: `end october`, `end of 2022`.
    OfBeforeYears,
    /// Always `of`.
    Of,
}

/// Which end is open, and whether the date itself is outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Open {
    /// The date and later, as the operator `after:` has it.
    After,
    /// Earlier than the date.
    Before,
    /// The date and earlier.
    Until,
}

/// The months in English.
pub(super) const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The months in Albanian, folded.
const ALBANIAN_MONTHS: &[&str] = &[
    "janar", "shkurt", "mars", "prill", "maj", "qershor", "korrik", "gusht", "shtator", "tetor",
    "nentor", "dhjetor",
];

/// Fewest letters of a month.
pub(super) const SHORTEST_MONTH: usize = 3;

const WEEKDAYS: &[&str] =
    &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The days of a month as words; later ones are two words.
const ORDINALS: &[&str] = &[
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

/// What a word says of a date, if anything; in any case, with or without accents.
pub(super) fn word(letters: &str) -> Option<Word> {
    let is_folded = letters.bytes().all(|byte| byte.is_ascii_lowercase());
    let folded =
        if is_folded { Cow::Borrowed(letters) } else { Cow::Owned(fold::sentence(letters)) };
    Some(match &*folded {
        "spring" => Word::Season(3),
        "summer" => Word::Season(6),
        "autumn" | "fall" => Word::Season(9),
        "winter" => Word::Season(12),
        "early" => Word::Third(Third::Early, Link::None),
        "mid" => Word::Third(Third::Middle, Link::None),
        "late" => Word::Third(Third::Late, Link::None),
        "middle" => Word::Third(Third::Middle, Link::OfBeforeYears),
        "end" => Word::Third(Third::Late, Link::OfBeforeYears),
        "beginning" | "start" => Word::Third(Third::Early, Link::Of),
        "last" => Word::Last,
        "half" => Word::Half,
        "quarter" => Word::Quarter,
        "week" | "wk" => Word::Week,
        "days" => Word::Days,
        "christmas" | "xmas" => Word::Christmas,
        "new" => Word::New,
        "year" | "years" => Word::Year,
        "eve" => Word::Eve,
        "day" => Word::Day,
        "utc" | "gmt" => Word::Time,
        "of" => Word::Of,
        "and" => Word::And,
        "to" | "through" | "thru" => Word::To,
        "between" => Word::Between,
        "from" => Word::From,
        "in" | "on" | "at" | "during" | "throughout" | "around" | "about" | "circa" | "ca"
        | "dated" => Word::Beside,
        "after" | "since" => Word::Opens(Open::After),
        "before" => Word::Opens(Open::Before),
        "until" | "till" | "til" => Word::Opens(Open::Until),
        "up" => Word::OpensWithTo(Open::Until),
        "prior" => Word::OpensWithTo(Open::Before),
        "onward" | "onwards" => Word::Onwards,
        _ => return ordinal(&folded).or_else(|| weekday(&folded)).or_else(|| month(&folded)),
    })
}

/// The words that go on like this, where one is being typed.
pub(super) fn begins_connector(letters: &str) -> bool {
    ["and", "to", "until", "till", "through"].iter().any(|word| word.starts_with(letters))
}

fn ordinal(folded: &str) -> Option<Word> {
    let place = ORDINALS.iter().position(|word| *word == folded)?;
    u32::try_from(place + 1).ok().map(Word::Ordinal)
}

/// A day of the week, whole or in three or four letters.
fn weekday(folded: &str) -> Option<Word> {
    let is_long = |word: &&&str| folded.len() == word.len() || (3..=5).contains(&folded.len());
    let mut known = WEEKDAYS.iter().filter(is_long);
    known.any(|word| word.starts_with(folded)).then_some(Word::Weekday)
}

/// The month with this name or a beginning of it of three letters or more.
fn month(folded: &str) -> Option<Word> {
    let begins = |months: &[&str]| months.iter().position(|month| month.starts_with(folded));
    let found = begins(MONTHS).or_else(|| begins(ALBANIAN_MONTHS));
    let place = found.filter(|_| folded.len() >= SHORTEST_MONTH)?;
    let mut names = MONTHS.iter().chain(ALBANIAN_MONTHS);
    let is_whole = folded == "sept" || names.any(|month| *month == folded);
    let name = if is_whole { Name::Whole } else { Name::Beginning };
    Some(Word::Month(u32::try_from(place + 1).ok()?, name))
}
